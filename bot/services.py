"""Everything a listener may ask of the engine, and what each room adds to the whole. Wired in `assembly`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.action_items.service import ActionItems
from bot.announcements import Announcements
from bot.answers.service import Answers
from bot.clock import Clock
from bot.content.library import Library
from bot.directory.service import DirectoryService
from bot.directory.upkeep import Upkeep
from bot.intake.service import Intake
from bot.learning.service import Learning
from bot.meetings.minutes import Meetings
from bot.outbox.desk import OutboxDesk
from bot.outbox.service import Outbox
from bot.outbox.writing import enqueue
from bot.paid_hours.service import PaidHours
from bot.people.person import Act, Person
from bot.people.service import People
from bot.problems import Problem
from bot.settings import Settings
from bot.shelves import Shelves
from bot.store.engine import Store
from bot.views.kit import Block, Message


@dataclass(frozen=True)
class SkillRequest:
    """Somebody asked in plain words for something to be done. `key` makes a redelivery take effect once."""

    person: Person
    text: str
    skill: str
    protocol: str | None
    args: Mapping[str, str]
    channel: str
    key: str
    is_private: bool


# how much a text must look like a provider look-up before providers are shown, and before they are all that is shown
LOOKS_LIKE_A_LOOKUP = 0.5
SURELY_A_LOOKUP = 0.8


@dataclass(frozen=True)
class Shown:
    """What a room found for a question: blocks to show, and how surely the question was meant for that room (0..1)."""

    message: Message
    strength: float
    ids: tuple[str, ...] = ()


@dataclass
class Rooms:
    """What each room adds to the whole: sections of Home, notices, work that falls due, signs of health.

    A list of each, so that a new room is one line in `build_services`.
    """

    home: list[Callable[[Person], Sequence[Block | None]]] = field(default_factory=list)
    notices: list[Callable[[Person], Sequence[str]]] = field(default_factory=list)
    ticks: list[Callable[[], object]] = field(default_factory=list)
    health: list[Callable[[], tuple[str, bool, str]]] = field(default_factory=list)
    skills: dict[str, Callable[[SkillRequest], Message]] = field(default_factory=dict)
    providers: Callable[[str, Person], Shown | None] | None = None
    walks: object | None = None
    departures: list[Callable[[str], object]] = field(default_factory=list)
    next_meeting: Callable[[], datetime | None] | None = None
    # (person, what an action item comes from)
    leads_meeting: Callable[[Person, str | None], bool] | None = None
    # (what it comes from, words): counts a room puts on the main group's agenda, small ones hidden already
    agenda_counts: list[Callable[[], Sequence[tuple[str, str]]]] = field(default_factory=list)


@dataclass
class Services:
    """Everything a listener may ask of the engine."""

    settings: Settings
    clock: Clock
    store: Store
    shelves: Shelves
    people: People
    answers: Answers
    announcements: Announcements
    outbox: Outbox
    outbox_desk: OutboxDesk
    learning: Learning
    directory: DirectoryService
    upkeep: Upkeep
    rooms: Rooms = field(default_factory=Rooms)
    action_items: ActionItems = field(init=False)
    intake: Intake = field(init=False)
    meetings: Meetings = field(init=False)
    paid_hours: PaidHours = field(init=False)

    @property
    def library(self) -> Library:
        return self.shelves().library

    def today(self) -> date:
        """The local day in the city."""
        return self.clock.now().astimezone(self.settings.zone).date()

    def home_sections(self, person: Person) -> list[Block | None]:
        """What the rooms show on this person's Home."""
        return [block for section in self.rooms.home for block in section(person)]

    def notices_for(self, person: Person) -> list[str]:
        """What this person should be warned of on Home, such as stalled delivery or a bad edit."""
        found = [notice for notices in self.rooms.notices for notice in notices(person)]
        if self.shelves.problems and person.may(Act.ANSWER_QUESTION):
            found.append(f"The knowledge base has a bad edit; the last good copy answers. First: {self.shelves.problems[0]}")
        return found

    def tick(self) -> None:
        """One pass of everything that is due: reminders, reviews, retention. Safe to repeat at any time."""
        for work in self.rooms.ticks:
            work()

    def health(self) -> dict[str, object]:
        """What works, for the health page and `doctor`: no content, no names."""
        checks = {
            "content": (not self.shelves.problems and not self.library.is_empty, f"{len(self.library.entries)} entries"),
            "meaning": (True, "sentence model in use" if self.shelves.uses_meaning else "words only"),
        }
        checks.update({name: (ok, text) for name, ok, text in (check() for check in self.rooms.health)})
        return {"ok": all(ok for ok, _ in checks.values()), **{name: text for name, (_, text) in checks.items()}}

    def note_content_problems(self, problems: Sequence[Problem]) -> None:
        """Tells the coordinators' channel that a bad edit was set aside, once for each bad state."""
        if not problems:
            return
        now = self.clock.now()
        digest = hashlib.sha256("|".join(str(problem) for problem in problems).encode()).hexdigest()[:16]
        with self.store.write() as session:
            enqueue(session, kind="content.problems", subject=digest, target=self.settings.app.channels.coordinators,
                    key=f"content-problems|{digest}|{self.today()}", now=now)  # fmt: skip
