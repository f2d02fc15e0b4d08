"""What all verbs share: whose turn it is, where they are, waiting for the bot, and the result a person sees."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Concatenate, ParamSpec, TypeVar

from . import ids
from .delivery import Delivery
from .interactions import Interactions
from .workspace import Workspace
from .world import Channel, Json, Message, Person

P = ParamSpec("P")
SPARE_SECONDS = 2.0


@dataclass
class Result:
    """How a deed ended for the person who did it. `shown` is the sentence Slack shows when it went wrong."""

    ok: bool = True
    error: str | None = None
    shown: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    ts: str | None = None
    channel: str | None = None
    view: Json | None = None
    options: list[Json] | None = None
    option_groups: list[Json] | None = None
    file: str | None = None
    seq: int = 0

    def as_dict(self) -> Json:
        """For the control API."""
        return asdict(self)


class NotPossible(Exception):
    """Slack would not let this person do this; `error` is its name for it, `shown` the sentence on the screen."""

    def __init__(self, error: str, shown: str) -> None:
        self.error = error
        self.shown = shown
        super().__init__(shown)


class Verbs:
    """The base of the verb classes: looks people and places up and waits for acknowledgements."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._w = workspace
        self._payloads = Interactions(workspace)

    def _person(self, user: str) -> Person:
        person = self._w.world.person(user)
        if person.deleted:
            raise NotPossible("account_inactive", "This account has been deactivated.")
        return person

    def _place(self, person: Person, ref: str) -> Channel:
        """A channel this person may see: by id, name, `app` for the assistant, or the handle of somebody for a DM."""
        other = self._w.world.people.get(ids.BOT_USER) if ref in ("app", "@app") else self._w.world.find_person(ref)
        channel = self._w.world.find_channel(ref)
        if channel is None and other is not None:
            channel = self._w.world.open_dm(person.id, other.id, self._w.clock.now())
        if channel is None or not self._w.world.may_see(person.id, channel):
            raise NotPossible("channel_not_found", "That channel doesn't exist, or you are not in it.")
        return channel

    def _place_to_write(self, person: Person, ref: str) -> Channel:
        channel = self._place(person, ref)
        if person.id not in channel.members:
            raise NotPossible("not_in_channel", f"You are viewing #{channel.name}. Join it to write there.")
        if channel.is_archived:
            raise NotPossible("is_archived", f"#{channel.name} has been archived.")
        if channel.is_dm and ids.BOT_USER in channel.members and (not self._w.grants.messages_tab or self._w.grants.read_only):
            raise NotPossible("messages_tab_disabled", "Sending messages to this app has been turned off.")
        return channel

    def _message(self, person: Person, channel: Channel, ts: str) -> Message:
        message = channel.messages.get(ts)
        if message is None or message.ephemeral_for not in (None, person.id):
            raise NotPossible("message_not_found", "This message is no longer there.")
        return message

    def _wait(self, deliveries: Iterable[Delivery]) -> None:
        for delivery in deliveries:
            delivery.done.wait(self._w.setup.ack_seconds + SPARE_SECONDS)

    def _view_after(self, person: Person) -> Json | None:
        top = self._w.windows.top(person.id)
        return top.seen() if top else None


V = TypeVar("V", bound=Verbs)


def verb(deed: Callable[Concatenate[V, P], Result]) -> Callable[Concatenate[V, P], Result]:
    """A deed that Slack does not allow becomes a result with its error; each result says how far changes have come."""

    @functools.wraps(deed)
    def done(self: V, /, *args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            result = deed(self, *args, **kwargs)
        except NotPossible as refused:
            result = Result(ok=False, error=refused.error, shown=refused.shown)
        result.seq = self.workspace.changes.seq
        return result

    return done
