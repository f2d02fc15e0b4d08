"""Keeping new action items: one line, a window, pasted minutes. One transaction each, with everything it causes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.action_items.capture import Draft, Lack
from bot.action_items.ground import BATCH, CARD, Ground, new_code
from bot.action_items.items import Item, ItemState
from bot.action_items.records import ActionItem, Assignment, Watcher
from bot.action_items.reminders import morning
from bot.outbox.writing import enqueue
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.store.once import first_time, remember_answer, told_before

FOR_MEMBERS = "Action items are for members of the task force."
FATAL = (Lack.NOTHING_TO_DO, Lack.NOBODY, Lack.UNKNOWN_NAME, Lack.DETAILS, Lack.TOO_LONG)


@dataclass(frozen=True)
class Origin:
    """Where items come from. `key` makes a redelivery keep nothing twice. `channel`: a card is posted there."""

    key: str = ""
    source: str | None = None
    channel: str | None = None
    thread_ts: str | None = None


class Capturing(Ground):
    """New items."""

    def capture_text(self, line: str, by: Person, origin: Origin) -> Item | Draft:
        """Keeps one typed line, or answers with the draft whose troubles a person must mend first.

        A date that must be asked about is not kept: the item comes back without one. Raises PersonError for guests.
        """
        draft = self.reader(by).read(line)
        if any(draft.has(lack) for lack in FATAL):
            self._check(by)
            return draft
        return self.keep([draft], by, origin)[0]

    def keep(self, drafts: Sequence[Draft], by: Person, origin: Origin) -> tuple[Item, ...]:
        """Keeps drafts that a person has seen. The same key again keeps nothing and answers the same items."""
        self._check(by)
        now = self._clock.now()
        with self._store.write() as session:
            if not first_time(session, origin.key, now):
                return self._kept_before(session, origin.key)
            batch = new_code("")
            rows = [self._add(session, draft, by, origin, batch, now) for draft in drafts]
            session.flush()
            remember_answer(session, origin.key, ",".join(str(row.id) for row in rows))
            self._tell_new(session, rows, by, origin, batch, now)
            return tuple(self._items(session, [row.id for row in rows]))

    def of_batch(self, batch: str, user: str) -> tuple[Item, ...]:
        """What one person got in one go, as far as it still is theirs or was finished by them."""
        query = select(ActionItem.id).where(ActionItem.batch == batch).order_by(ActionItem.id)
        with self._store.read() as session:
            items = self._items(session, session.scalars(query).all())
        return tuple(item for item in items if user in item.users)

    def set_due(self, item_id: int, due: datetime, has_time: bool, by: Person, key: str) -> Item:
        """A due date chosen or confirmed by a person. Reminders begin anew from it. Raises PersonError for a past one."""
        now = self._clock.now()
        if due <= now:
            raise PersonError("That time has passed already. Please choose a later one.")
        with self._store.write() as session:
            row = session.get(ActionItem, item_id, with_for_update=True)
            if row is None:
                raise PersonError("There is no such action item. It may have been removed.")
            item = self._one(session, item_id)
            if not may_change(item, by):
                raise PersonError("Only the people it concerns and coordinators can change an action item.")
            if first_time(session, key, now) and item.is_unfinished:
                self._put_due(session, row, due, has_time, self._zone_of(by))
                self._note(session, item_id, by.id, "due")
            return self._one(session, item_id)

    def _put_due(self, session: Session, row: ActionItem, due: datetime, has_time: bool, zone: str) -> None:
        now = self._clock.now()
        row.due, row.has_time, row.due_zone, row.ask_at, row.changed_at = due, has_time, zone, None, now
        for assignment in session.scalars(select(Assignment).where(Assignment.item_id == row.id)):
            assignment.warned_on = assignment.snoozed_until = None
            self._plan(row, assignment, now)
        session.flush()
        self._show_as_it_is(session, row)

    def _add(
        self, session: Session, draft: Draft, by: Person, origin: Origin, batch: str, now: datetime
    ) -> ActionItem:
        sure = draft.due if draft.due and not draft.has(Lack.UNSURE_DATE) else None
        zone = self._zone_of(by)
        row = ActionItem(
            code=new_code(), batch=batch, words=draft.words, state=ItemState.OPEN, due=sure.due if sure else None,
            due_zone=zone, has_time=bool(sure and sure.has_time), agency=self._agency_for(draft),
            source=origin.source, created_by=by.id, created_at=now, changed_at=now,
            ask_at=None if sure else self._next_morning(by.id, now),
        )  # fmt: skip
        session.add(row)
        session.flush()
        for user in draft.users:
            session.add(Assignment(item_id=row.id, user=user))
        for seat in draft.seats:
            session.add(Assignment(item_id=row.id, seat=seat))
        for watcher in draft.watchers:
            session.add(Watcher(item_id=row.id, user=watcher))
        self._note(session, row.id, by.id, "created")
        session.flush()
        self._plan_all(session, row, now)
        return row

    def _agency_for(self, draft: Draft) -> str | None:
        """None: nobody has it yet."""
        if draft.seats and draft.seats[0] in self._seats:
            return self._seats[draft.seats[0]][0].id
        return self._people.who(draft.users[0]).agency if draft.users else None

    def _next_morning(self, user: str, now: datetime) -> datetime:
        """The next working morning, when a missing date is asked for."""
        hearer = self._hearer(user)
        day = now.astimezone(ZoneInfo(hearer.zone)).date() + timedelta(days=1)
        return morning(hearer, self._rules, hearer.calendar.moved_off_closures(day))

    def _tell_new(
        self, session: Session, rows: Sequence[ActionItem], by: Person, origin: Origin, batch: str, now: datetime
    ) -> None:
        """A card where it was captured, and one message to each person who got something from somebody else."""
        if origin.channel:
            for row in rows:
                enqueue(session, kind=CARD, subject=str(row.id), target=origin.channel, key=f"{CARD}|{row.id}", now=now,
                        thread_ts=origin.thread_ts)  # fmt: skip
        held = session.scalars(select(Assignment).where(Assignment.item_id.in_([row.id for row in rows]))).all()
        for user in sorted({user for each in held if (user := self._user_of(each)) and user != by.id}):
            subject = f"{batch}|{user}"
            enqueue(session, kind=BATCH, subject=subject, target=user, key=f"{BATCH}|{subject}", now=now)

    def _kept_before(self, session: Session, key: str) -> tuple[Item, ...]:
        told = told_before(session, key) or ""
        return tuple(self._items(session, [int(each) for each in told.split(",") if each]))

    def _check(self, by: Person) -> None:
        if not by.may(Act.POST_ACTION):
            raise PersonError(FOR_MEMBERS)


def may_change(item: Item, person: Person) -> bool:
    """Those whose item it is, who asked for it, their agency's people and coordinators."""
    if not person.may(Act.POST_ACTION):
        return False
    own = person.id in item.users or person.id == item.created_by
    return own or person.may(Act.SEE_ALL_ACTIONS) or (item.agency is not None and item.agency == person.agency)


def may_see(item: Item, person: Person) -> bool:
    """The same people, and those who follow it."""
    return may_change(item, person) or (person.is_member and person.id in item.watchers)
