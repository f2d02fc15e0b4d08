"""What every part of this room stands on: its records as values, who holds an item now, and where its messages stand."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.action_items.capture import Reader
from bot.action_items.due import DueRules
from bot.action_items.items import UNFINISHED, Holder, Item, ItemState
from bot.action_items.records import ActionItem, Assignment, Happening, ReminderLine, Watcher
from bot.action_items.reminders import DueItem, next_reminder, reminder_rules
from bot.action_items.reminders import Person as Hearer
from bot.clock import Clock
from bot.outbox.records import OutboxRow
from bot.outbox.writing import revise
from bot.people.person import Person, PersonKind, Role
from bot.people.service import People
from bot.problems import PersonError
from bot.settings import Agency, Seat, Settings, wall_time
from bot.store.engine import Store
from bot.workdays import WorkdayCalendar, calendar_for

CARD, BATCH, MORNING, DIGEST, EXPORT, REROUTED, WATCHED = (
    "action.item", "action.batch", "action.morning", "action.digest", "action.export", "action.rerouted", "action.watched",
)  # fmt: skip
KEEP_MESSAGES_FRESH = timedelta(days=30)
ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"


@dataclass(frozen=True)
class Ports:
    """What the room needs from outside: the identifier screen, the next meeting, who leads it; handed in where all is wired."""

    store: Store
    clock: Clock
    settings: Settings
    people: People
    details: Callable[[str], tuple[str, ...]]
    next_meeting: Callable[[], datetime | None] = lambda: None
    # (person, what an item comes from): does this person's agency chair the meeting that looks after such items?
    leads_meeting: Callable[[Person, str | None], bool] = lambda *_: False


class Ground:
    """Shared by capturing, answering, reminding and listing."""

    def __init__(self, ports: Ports) -> None:
        self._store = ports.store
        self._clock = ports.clock
        self._settings = ports.settings
        self._people = ports.people
        self._details = ports.details
        self._next_meeting = ports.next_meeting
        self._leads_meeting = ports.leads_meeting
        self._rules = reminder_rules(ports.settings.app.reminders)
        self._seats = {seat.id: (agency, seat) for agency in ports.settings.app.agencies for seat in agency.seats}
        self._calendar = lru_cache(maxsize=256)(lambda agency: calendar_for(ports.settings.app, agency))

    def reader(self, author: Person) -> Reader:
        """Reads lines as this person means them."""
        cob = wall_time(self._settings.app.working_time.close_of_business)
        rules = DueRules(cob, self._calendar(author.agency), None, self._next_meeting())
        return Reader(
            author.id, self._clock.now(), self._zone_of(author), rules, self.seat_names(), self._people.by_typed_name(),
            lambda user: self._people.who(user).name, self._details,
        )  # fmt: skip

    def seat_names(self) -> dict[str, str]:
        """What people may type after the @ for a seat: its id, its name with dashes, its agency's id."""
        names: dict[str, str] = {}
        for seat_id, (agency, seat) in self._seats.items():
            for name in (seat_id, seat.name.casefold().replace(" ", "-").replace("'", ""), agency.id):
                names.setdefault(name.casefold(), seat_id)
        return names

    def seats(self) -> tuple[tuple[str, str], ...]:
        """(id, name) of every seat, for menus."""
        return tuple((seat_id, seat.name) for seat_id, (_, seat) in self._seats.items())

    def item(self, item_id: int) -> Item:
        """The item as it is now. Raises PersonError when there is none."""
        with self._store.read() as session:
            return self._one(session, item_id)

    def _one(self, session: Session, item_id: int) -> Item:
        found = self._items(session, [item_id])
        if not found:
            raise PersonError("There is no such action item. It may have been removed.")
        return found[0]

    def _items(self, session: Session, ids: Sequence[int]) -> list[Item]:
        """The items with these ids, in this order; in a few queries, however many."""
        rows: dict[int, ActionItem] = {}
        held: dict[int, list[Assignment]] = {}
        watched: dict[int, list[str]] = {}
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            rows.update((row.id, row) for row in session.scalars(select(ActionItem).where(ActionItem.id.in_(some))))
            for assignment in session.scalars(
                select(Assignment).where(Assignment.item_id.in_(some)).order_by(Assignment.id)
            ):
                held.setdefault(assignment.item_id, []).append(assignment)
            for watcher in session.scalars(select(Watcher).where(Watcher.item_id.in_(some)).order_by(Watcher.user)):
                watched.setdefault(watcher.item_id, []).append(watcher.user)
        return [self._value(rows[one], held.get(one, []), watched.get(one, [])) for one in ids if one in rows]

    def _value(self, row: ActionItem, held: Iterable[Assignment], watched: Iterable[str]) -> Item:
        undo = timedelta(minutes=self._settings.app.reminders.undo_minutes)
        may_undo = row.state == ItemState.DONE and row.done_at is not None and self._clock.now() < row.done_at + undo
        agency = self._agency(row.agency)
        return Item(
            row.id, row.code, row.words, ItemState(row.state), row.due, row.due_zone, row.has_time, row.agency,
            agency.name if agency else "No agency", tuple(self._holder(assignment) for assignment in held),
            tuple(watched), row.source, row.created_by, row.created_at, row.done_by, row.done_at, may_undo,
            row.blocked_because, row.batch,
        )  # fmt: skip

    def _holder(self, assignment: Assignment) -> Holder:
        if assignment.seat is None:
            has_left = assignment.user and self._people.who(assignment.user).kind is PersonKind.DEACTIVATED
            return Holder(None if has_left else assignment.user, snoozed_until=assignment.snoozed_until)
        seat = self._seats[assignment.seat][1] if assignment.seat in self._seats else None
        sitting = self._sitting(seat) if seat else None
        return Holder(sitting, assignment.seat, seat.name if seat else assignment.seat, assignment.snoozed_until)

    def _sitting(self, seat: Seat) -> str | None:
        """Who answers for a seat now: its member, or the backup once the member has left."""
        for user in (seat.member, seat.backup):
            if user and self._people.who(user).kind is not PersonKind.DEACTIVATED:
                return user
        return None

    def _user_of(self, assignment: Assignment) -> str | None:
        return assignment.user if assignment.seat is None else self._holder(assignment).user

    def _agency(self, agency_id: str | None) -> Agency | None:
        return next((agency for agency in self._settings.app.agencies if agency.id == agency_id), None)

    def _zone_of(self, person: Person) -> str:
        """The person's own zone; the city's while nobody could say."""
        if person.kind in (PersonKind.UNKNOWN, PersonKind.BOT):
            return self._settings.app.city.time_zone
        return person.zone or self._settings.app.city.time_zone

    def _hearer(self, user: str) -> Hearer:
        person = self._people.who(user)
        return Hearer(self._zone_of(person), self._calendar(person.agency))

    def _calendar_of(self, user: str) -> tuple[WorkdayCalendar, ZoneInfo]:
        hearer = self._hearer(user)
        return hearer.calendar, ZoneInfo(hearer.zone)

    def _local_day(self, user: str, now: datetime) -> date:
        return now.astimezone(ZoneInfo(self._hearer(user).zone)).date()

    def _plan(self, row: ActionItem, assignment: Assignment, now: datetime) -> None:
        """Sets when to look at this assignment again."""
        user = self._user_of(assignment) or self._coordinator()
        assignment.next_at = None
        if row.due is None or row.state != ItemState.OPEN or user is None:
            return
        coming = next_reminder(due_item(row, assignment), self._hearer(user), self._rules, now)
        assignment.next_at = coming.at if coming else None

    def _plan_all(self, session: Session, row: ActionItem, now: datetime, *, look_back: bool = False) -> None:
        """`look_back`: what fell due while the item rested is looked at in the next pass; nothing is said twice."""
        for assignment in session.scalars(select(Assignment).where(Assignment.item_id == row.id)):
            self._plan(row, assignment, now)
            if look_back and row.due is not None and row.state == ItemState.OPEN:
                assignment.next_at = now

    def _coordinator(self) -> str | None:
        return next((user for user in self._people.holders(Role.COORDINATOR) if self._people.who(user).is_member), None)

    def _note(self, session: Session, item_id: int, by: str, what: str, word: str | None = None) -> None:
        session.add(Happening(item_id=item_id, at=self._clock.now(), by=by, what=what, word=word))

    def _show_as_it_is(self, session: Session, row: ActionItem, again_at: datetime | None = None) -> None:
        """Has every message the item stands in rendered anew; and once more at `again_at`."""
        now = self._clock.now()
        places = [(CARD, str(row.id))]
        batches = select(OutboxRow.subject).where(OutboxRow.kind == BATCH, OutboxRow.subject.startswith(f"{row.batch}|"))
        places += [(BATCH, subject) for subject in sorted(set(session.scalars(batches)))]
        since = now.date() - KEEP_MESSAGES_FRESH
        lines = select(ReminderLine.user, ReminderLine.said_on).where(
            ReminderLine.item_id == row.id, ReminderLine.said_on >= since
        )
        places += [(MORNING, f"{user}|{day}") for user, day in sorted(set(map(tuple, session.execute(lines))))]
        for kind, subject in places:
            revise(session, kind=kind, subject=subject, now=now)
            if again_at is not None:
                revise(session, kind=kind, subject=subject, now=now, not_before=again_at)


def due_item(row: ActionItem, assignment: Assignment) -> DueItem:
    """The item as the reminder rules see it. Raises ValueError without a due date."""
    if row.due is None:
        raise ValueError(f"action item {row.code} has no due date")
    state: Literal["open", "blocked"] = "open" if row.state == ItemState.OPEN else "blocked"
    return DueItem(row.due, row.due_zone, row.created_at, state, assignment.snoozed_until, assignment.warned_on)


def is_unfinished(row: ActionItem) -> bool:
    return row.state in UNFINISHED


def new_code(prefix: str = "A-") -> str:
    """Random, so that it says nothing about the item: `A-7F3KQ2`."""
    return prefix + "".join(secrets.choice(ALPHABET) for _ in range(6))
