"""Two things that expire: trigger ids (three seconds, one use) and response addresses (five uses, thirty minutes)."""

from __future__ import annotations

from dataclasses import dataclass

from . import ids
from .clock import PracticeClock
from .ids import Ids

RESPONSE_USES = 5
RESPONSE_SECONDS = 30 * 60


class TriggerError(Exception):
    """`code` is Slack's name for what is wrong with a trigger id."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass
class Trigger:
    """Who did something, and in which window if in one."""

    user: str
    view: str | None
    issued: float
    used: bool = False


@dataclass
class ResponseAddress:
    """Where the answer to one command or press may be posted without a token."""

    kind: str
    user: str
    channel: str
    message_ts: str | None
    issued: float
    uses: int = 0


class Triggers:
    """Issues both and says when they no longer work."""

    def __init__(self, ids_: Ids, clock: PracticeClock, seconds: float) -> None:
        self._ids = ids_
        self._clock = clock
        self._seconds = seconds
        self._triggers: dict[str, Trigger] = {}
        self._addresses: dict[str, ResponseAddress] = {}

    def issue(self, user: str, view: str | None = None) -> str:
        """A trigger id for something this person does now."""
        trigger_id = f"{9_000_000_000_000 + self._ids.number('trigger')}.5184012345678.{self._ids.word('trigger', 32)}"
        self._triggers[trigger_id] = Trigger(user, view, self._clock.elapsed())
        return trigger_id

    def check(self, trigger_id: str) -> Trigger:
        """Raises TriggerError; does not use it up."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise TriggerError("invalid_trigger_id")
        if trigger.used:
            raise TriggerError("exchanged_trigger_id")
        if self._clock.elapsed() - trigger.issued > self._seconds:
            raise TriggerError("expired_trigger_id")
        return trigger

    def use_up(self, trigger_id: str) -> None:
        """From now on it is exchanged."""
        self._triggers[trigger_id].used = True

    def address(self, kind: str, user: str, channel: str, message_ts: str | None = None) -> str:
        """The path of a new response address; `kind` is commands, actions or app."""
        number = 9_000_000_000_000 + self._ids.number("address")
        path = f"/hooks/{kind}/{ids.TEAM}/{number}/{self._ids.word('address')}"
        self._addresses[path] = ResponseAddress(kind, user, channel, message_ts, self._clock.elapsed())
        return path

    def use_address(self, path: str) -> ResponseAddress | str:
        """Counts one use; a string is Slack's name for why it no longer works."""
        address = self._addresses.get(path)
        if address is None:
            return "invalid_url"
        if self._clock.elapsed() - address.issued > RESPONSE_SECONDS:
            return "expired_url"
        if address.uses >= RESPONSE_USES:
            return "used_url"
        address.uses += 1
        return address
