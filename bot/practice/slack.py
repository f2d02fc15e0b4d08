"""`PracticeSlack`: the whole pretend workspace in one object. Start it, point the bot at it, be its people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from . import ids
from . import seed as sample
from .control import Control
from .doors import Doors
from .faults import Fault
from .looking import Looking
from .quiet import QuietWatch
from .server import Server
from .verbs_places import PlaceVerbs
from .verbs_talk import TalkVerbs
from .verbs_town import TownVerbs
from .verbs_use import UseVerbs
from .workspace import Setup, Workspace
from .world import Channel, Json, Person, UserGroup

QUIET_SECONDS = 0.06


class PracticeSlack(TalkVerbs, PlaceVerbs, UseVerbs, TownVerbs, Looking):
    """See the package's docstring for the whole interface."""

    def __init__(
        self,
        manifest: Mapping[str, Any],
        people: Iterable[Person] | None = None,
        channels: Iterable[Channel] | None = None,
        groups: Iterable[UserGroup] | None = None,
        **choices: Any,
    ) -> None:
        setup = Setup(
            manifest,
            tuple(sample.people() if people is None else people),
            tuple(sample.channels() if channels is None else channels),
            tuple((sample.groups() if people is None else ()) if groups is None else groups),
            **choices,
        )
        super().__init__(Workspace(setup))
        self.doors = Doors(self._w)
        self._server = Server(self._w, self.doors, Control(self).routes())
        self._busy: list[Callable[[], bool]] = []

    def start(self) -> PracticeSlack:
        """Begins to listen; `url` is known afterwards."""
        self._w.timetable.start()
        self._w.base_url = self._server.start(self._w.setup.port)
        return self

    def stop(self) -> None:
        """Stops listening and writing."""
        self._w.timetable.stop()
        if self._w.http is not None:
            self._w.http.stop()
        self._server.stop()
        self._w.recorder.close()

    def __enter__(self) -> PracticeSlack:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def bot_token(self) -> str:
        """For the bot's client."""
        return self._w.bot_token

    @property
    def app_token(self) -> str:
        """For Socket Mode."""
        return self._w.app_token

    @property
    def signing_secret(self) -> str:
        """For requests over HTTP."""
        return self._w.signing_secret

    @property
    def url(self) -> str:
        """Where the page is."""
        return self._w.base_url

    @property
    def api_url(self) -> str:
        """`base_url` for the bot's client."""
        return f"{self._w.base_url}/api/"

    @property
    def app_user(self) -> str:
        """The assistant's user id."""
        return ids.BOT_USER

    @property
    def connections(self) -> int:
        """Open sockets."""
        return self._w.sockets.count

    def also_wait_for(self, busy: Callable[[], bool]) -> None:
        """`settle` waits until this answers False too."""
        self._busy.append(busy)

    def settle(self, seconds: float = 10.0, quiet: float = QUIET_SECONDS) -> bool:
        """Waits until everything is acknowledged and the bot has been quiet for a moment; False when time ran out."""
        return QuietWatch(self._is_busy, self._last_traffic).wait(seconds, quiet)

    def _last_traffic(self) -> float:
        return max(self.doors.activity.last, self._w.courier.last)

    def _is_busy(self) -> bool:
        idle = self._w.courier.is_idle and self._w.timetable.nothing_is_due() and self.doors.activity.open == 0
        return not idle or any(busy() for busy in self._busy)

    def now(self) -> datetime:
        """The workspace's time."""
        return self._w.clock.datetime()

    def advance(self, seconds: float) -> datetime:
        """Lets time pass: redeliveries, expiries and scheduled messages that fall due happen."""
        self._w.clock.advance(seconds)
        self._w.timetable.clock_moved()
        self._w.changes.note("clock")
        return self.now()

    @property
    def calls(self) -> list[Json]:
        """What the bot called, `{"method", "payload"}` each."""
        return list(self._w.recorder.calls)

    @property
    def refusals(self) -> list[Json]:
        """What the bot did that Slack refused, `{"method", "error", "messages"}` each."""
        return list(self._w.recorder.refusals)

    def verify_request_url(self) -> bool:
        """HTTP mode: asks the bot's address for the challenge, as Slack does when it is entered."""
        return self._w.http is not None and self._w.http.verify(self._w.ids.word("challenge"))

    def add_fault(self, method: str, kind: str, times: int | None = 1, seconds: float = 1.0, chance: float = 1.0) -> Fault:
        """Plans trouble for calls of a method (`*` = any); the kinds are those of `faults.KINDS` or `error:<code>`."""
        fault = self._w.faults.add(method, kind, times, seconds, chance)
        self._w.changes.note("faults")
        return fault

    def clear_faults(self) -> None:
        """No planned trouble any more."""
        self._w.faults.clear()
        self._w.changes.note("faults")

    def set_faults(
        self,
        rate_limits: bool | None = None,
        latency: float | None = None,
        duplicates: float | None = None,
        shuffle: bool | None = None,
    ) -> None:
        """Switches that stay on: limits, seconds of latency, the chance of a duplicate, events out of order."""
        if rate_limits is not None:
            self._w.limits.enabled = rate_limits
        if latency is not None:
            self._w.faults.latency = latency
        if duplicates is not None:
            self._w.courier.duplicates = duplicates
        if shuffle is not None:
            self._w.courier.shuffle = shuffle
        self._w.changes.note("faults")

    def deliver_again(self, event_id: str | None = None) -> Json:
        """Sends the last event, or this one, once more under the same event_id."""
        found = self._w.courier.find_event(event_id)
        if found is None:
            raise LookupError("No such event has been sent yet.")
        again = self._w.courier.again(found)
        self._wait([again])
        return {"event_id": again.event_id, "acknowledged": again.answer is not None}

    def disconnect(self, reason: str = "refresh_requested") -> Json:
        """Tells the bot's sockets to go: refresh_requested, warning or link_disabled."""
        if reason not in ("refresh_requested", "warning", "link_disabled"):
            raise ValueError(f"{reason!r} is no reason. Use refresh_requested, warning or link_disabled.")
        return {"told": self._w.sockets.disconnect(reason)}

    def kill_sockets(self) -> Json:
        """Cuts all sockets off without a close frame."""
        return {"killed": self.doors.cut_sockets()}
