"""A room of action items with people everyone knows, a clock that stands still, and no Slack."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.action_items.capture import Draft
from bot.action_items.capturing import Origin
from bot.action_items.ground import MORNING, Ports
from bot.action_items.items import Item
from bot.action_items.service import ActionItems
from bot.clock import SetClock
from bot.outbox.records import OutboxRow, State, Verb
from bot.people.person import Person, PersonKind
from bot.people.service import People, Profile
from bot.settings import load_settings
from bot.store.engine import Store, open_engine

ROOT = Path(__file__).resolve().parents[3]
MONDAY_NINE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 9 AM in Chicago
ANA, BO, CARMEN, DANA, ELI, NIA, HAL = (
    "U0ANA000000", "U0BO0000000", "U0CARMEN000", "U0DANA00000", "U0ELI000000", "U0NIA000000", "U0HAL000000",
)  # fmt: skip
NAMES = {ANA: "Ana", BO: "Bo", CARMEN: "Carmen", DANA: "Dana", ELI: "Eli", NIA: "Nia", HAL: "Hal"}


class Book:
    """Slack's list of people, as a plain dictionary."""

    def __init__(self) -> None:
        self.profiles = {
            user: Profile(user, PersonKind.GUEST if user == HAL else PersonKind.MEMBER, name, "America/Chicago", name.lower())
            for user, name in NAMES.items()
        }

    def profile(self, user: str) -> Profile | None:
        return self.profiles.get(user)

    def group(self, group: str) -> frozenset[str]:
        return frozenset()

    def everybody(self) -> Iterable[Profile]:
        return self.profiles.values()


class Room:
    """The room, its clock and its outbox."""

    def __init__(self, url: str, now: datetime = MONDAY_NINE, *, settings: object = None) -> None:
        self.clock = SetClock(now)
        self.book = Book()
        self.settings = settings or load_settings({}, ROOT)
        self.people = People(self.settings, self.book, self.clock)  # type: ignore[arg-type]
        self.people.warm()
        self.store = Store(open_engine(url))
        self.items = ActionItems(Ports(
            self.store, self.clock, self.settings, self.people,  # type: ignore[arg-type]
            lambda text: ("phone",) if "555" in text else (),
        ))  # fmt: skip
        self._keys = 0

    def who(self, user: str) -> Person:
        return self.people.who(user)

    def key(self) -> str:
        self._keys += 1
        return f"key-{self._keys}"

    def capture(self, line: str, by: str = DANA, key: str | None = None) -> Item:
        found = self.items.capture_text(line, self.who(by), Origin(self.key() if key is None else key))
        assert isinstance(found, Item), found
        return found

    def refused(self, line: str, by: str = DANA) -> Draft:
        found = self.items.capture_text(line, self.who(by), Origin(self.key()))
        assert isinstance(found, Draft), found
        return found

    def lives_in(self, user: str, zone: str) -> None:
        old = self.book.profiles[user]
        self.book.profiles[user] = Profile(user, old.kind, old.name, zone, old.handle)
        self.people.learn(self.book.profiles[user])

    def leaves(self, user: str) -> None:
        old = self.book.profiles[user]
        self.book.profiles[user] = Profile(user, PersonKind.DEACTIVATED, old.name, old.zone, old.handle)
        self.people.learn(self.book.profiles[user])

    def days_pass(self, days: float, step_hours: float = 1) -> None:
        """Time goes by; every step makes a pass, and what waits is taken for posted, as delivery would."""
        end = self.clock.now() + timedelta(days=days)
        while self.clock.now() < end:
            self.clock.advance(timedelta(hours=step_hours))
            self.items.tick()
            self.post()

    def post(self) -> None:
        """Everything due counts as posted now; messages that render to nothing are dropped."""
        now = self.clock.now()
        with self.store.write() as session:
            due = session.query(OutboxRow).filter(OutboxRow.state == State.WAITING, OutboxRow.not_before <= now).all()
            for row in due:
                worth = True
                if row.kind == MORNING and row.verb == Verb.POST:
                    user, _, day = row.subject.partition("|")
                    worth = bool(self.items.morning_lines(user, datetime.fromisoformat(day).date()))
                row.state = State.SENT if worth else State.DROPPED
                row.channel, row.ts, row.changed_at = "D1", f"{row.id}.0", now

    def rows(self, kind: str | None = None, verb: Verb = Verb.POST) -> list[OutboxRow]:
        with self.store.read() as session:
            query = session.query(OutboxRow).filter(OutboxRow.verb == verb).order_by(OutboxRow.id)
            return [row for row in query if kind is None or row.kind == kind]

    def mornings(self, user: str) -> list[str]:
        """The local days of the morning messages this person really got."""
        return [row.subject.partition("|")[2] for row in self.rows(MORNING)
                if row.target == user and row.state == State.SENT]  # fmt: skip
