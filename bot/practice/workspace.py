"""The pretend workspace without any network: what exists, what time it is, what the app may do, what went wrong.

One lock guards everything in it. Whoever changes or reads it holds the lock, and nobody waits while holding it.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from . import ids, stored
from .changes import Changes
from .clock import PracticeClock, Timetable
from .delivery import Courier, Delivery
from .events import Events
from .faults import Faults
from .grants import read_manifest
from .http_delivery import Addresses, HttpRoad
from .ids import Ids
from .limits import Limits
from .posting import Posting
from .recorder import Recorder
from .sockets import SocketHub
from .triggers import Triggers
from .windows import Windows
from .world import Channel, Json, Message, Person, UserGroup, World

STATUS_SECONDS = 120.0


@dataclass(frozen=True)
class Setup:
    """Everything that can be chosen about a practice workspace; see `PracticeSlack`."""

    manifest: Mapping[str, Any]
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]
    groups: tuple[UserGroup, ...]
    port: int = 0
    start: datetime | None = None
    frozen: bool = False
    rate_limits: bool = True
    ack_seconds: float = 3.0
    trigger_seconds: float = 3.0
    seed: int = 1
    record: str | Path | None = None
    request_url: str | None = None
    short_pages: bool = True


@dataclass
class Notice:
    """A line in red that Slack itself shows to one person."""

    id: int
    ts: str
    text: str
    code: str
    channel: str | None = None
    message_ts: str | None = None
    view: str | None = None


@dataclass
class Panel:
    """What the app set for one thread of the agent panel."""

    status: str = ""
    title: str | None = None
    prompts_title: str | None = None
    prompts: list[Json] = field(default_factory=list)


class Workspace:
    """Holds the parts together. See the modules named by the attributes."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.lock = threading.RLock()
        self.clock = PracticeClock(setup.start, frozen=setup.frozen)
        self.timetable = Timetable(self.clock)
        self.ids = Ids()
        self.random = random.Random(setup.seed)
        self.grants = read_manifest(setup.manifest)
        self.world = self._world(setup)
        self.changes = Changes()
        self.recorder = Recorder(setup.record)
        self.limits = Limits(self.clock, enabled=setup.rate_limits)
        self.faults = Faults(setup.seed)
        self.courier = Courier(self.lock, self.ids, self.timetable, setup.ack_seconds, setup.seed)
        self.sockets = SocketHub(self.courier)
        self.http: HttpRoad | None = None
        self.events = Events(self)
        self.posting = Posting(self)
        self.windows = Windows(self)
        self.triggers = Triggers(self.ids, self.clock, setup.trigger_seconds)
        self.notices: dict[str, list[Notice]] = {}
        self.panels: dict[tuple[str, str], Panel] = {}
        self.scheduled: dict[str, Json] = {}
        self.canvases: dict[str, Json] = {}
        self.installed = True
        self.token_trouble: str | None = None
        self.base_url = ""
        self.bot_token = "-".join(("xoxb", "practice", "workspace"))
        self.app_token = "-".join(("xapp", "practice", "workspace"))
        self.signing_secret = "practice signing secret"
        self._choose_road()
        self._caused: list[Delivery] | None = None

    def _world(self, setup: Setup) -> World:
        app = Person("assistant", self.grants.name, kind="app", id=ids.BOT_USER, email="")
        slackbot = Person("slackbot", "Slackbot", kind="slackbot", id=ids.SLACKBOT, email="")
        return World([*setup.people, app, slackbot], setup.channels, setup.groups)

    def _choose_road(self) -> None:
        """Socket Mode and HTTP exclude each other, as in Slack."""
        self.courier.road = self.sockets
        if self.setup.request_url is None and self.grants.socket_mode:
            return
        one = self.setup.request_url
        addresses = Addresses(
            events=one or self.grants.event_url,
            interactive=one or self.grants.interactivity_url,
            options=one or self.grants.options_url,
            commands={name: one or command.get("url") for name, command in self.grants.commands.items()},
        )
        self.http = HttpRoad(self.courier, addresses, self.signing_secret, self.setup.ack_seconds)
        self.courier.road = self.http

    def deliver(self, payload: Json) -> None:
        """An event goes to the bot."""
        delivery = self.courier.send_event(payload)
        if self._caused is not None:
            self._caused.append(delivery)

    def begin(self) -> None:
        """From now on deliveries count as caused by what is being done. Called with the lock held."""
        self._caused = []

    def caused(self) -> list[Delivery]:
        """The deliveries since `begin`."""
        caused, self._caused = self._caused or [], None
        return caused

    @property
    def is_connected(self) -> bool:
        """Deliveries can leave."""
        return self.http is not None or self.sockets.is_connected

    def new_block_id(self) -> str:
        """For blocks that came without one."""
        return self.ids.word("block", 5)

    def shown(self, message: Message, *, all_metadata: bool, profile: bool = False) -> Json:
        """A message as the bot sees it."""
        return stored.message(message, self.world, self.grants, self.base_url, all_metadata=all_metadata, profile=profile)

    def notice(
        self,
        user: str,
        text: str,
        code: str,
        *,
        channel: str | None = None,
        message_ts: str | None = None,
        view: str | None = None,
    ) -> Notice:
        """Shows somebody a red line."""
        notice = Notice(self.ids.number("notice"), self.ids.ts(self.clock.now()), text, code, channel, message_ts, view)
        self.notices.setdefault(user, []).append(notice)
        self.changes.note("notices", user=user)
        return notice

    def panel(self, channel: str, thread_ts: str) -> Panel:
        """The agent panel's settings of one thread."""
        return self.panels.setdefault((channel, thread_ts), Panel())

    def clear_status(self, channel: str, thread_ts: str) -> None:
        """A post in the thread ends the status line."""
        panel = self.panels.get((channel, thread_ts))
        if panel is not None and panel.status:
            panel.status = ""
            self.changes.note("status", channel=channel, thread_ts=thread_ts)

    def app_channel(self, user: str) -> Channel:
        """Somebody's DM with the assistant, opened if need be."""
        known = self.world.dm(user, ids.BOT_USER)
        channel = known or self.world.open_dm(user, ids.BOT_USER, self.clock.now())
        if known is None:
            self.changes.note("channels", user=user)
        return channel
