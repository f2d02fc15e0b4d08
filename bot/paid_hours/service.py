"""Recording hours, seeing them paid, and the reminder that goes to one coordinator until they are (rules.md R30, R71).

Two people see an entry: whose it is, and the coordinator named in app.yaml. Messages hold neither a name nor an hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.outbox.writing import enqueue
from bot.paid_hours.hours import minutes_in
from bot.paid_hours.records import HoursEntry
from bot.people.person import Person, Role
from bot.people.service import People
from bot.problems import PersonError
from bot.settings import Settings, wall_time
from bot.store.engine import Store
from bot.store.once import first_time
from bot.workdays import calendar_for, local_moment

TO_SETTLE, SETTLED = "hours.to-settle", "hours.settled"
REMIND_AFTER = timedelta(days=7)
OLDEST = timedelta(days=366)
MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """Some hours of one day."""

    id: int
    user: str
    on: date
    minutes: int
    is_settled: bool


class PaidHours:
    """The ledger. Each method is one transaction."""

    def __init__(self, store: Store, clock: Clock, settings: Settings, people: People) -> None:
        self._store, self._clock, self._settings, self._people = store, clock, settings, people

    def settler(self) -> str | None:
        """The one coordinator who sees entries and sees to their payment."""
        named = self._settings.app.paid_hours.coordinator
        return named or next(iter(self._people.holders(Role.COORDINATOR)), None)

    def record(self, typed: str, day: date | None, *, by: Person, key: str) -> Entry:
        """Keeps hours of a day, today's without one. Raises PersonError for what cannot be."""
        self._check(by)
        settler, minutes, now = self.settler(), minutes_in(typed), self._clock.now()
        if settler is None:
            raise PersonError("Nobody is named in app.yaml who sees to payments, so nothing was kept. Ask a coordinator.")
        if minutes is None:
            raise PersonError("Write the hours of one day, such as 2.5 or 2 h 30.")
        today = self._today()
        on = day or today
        if not today - OLDEST <= on <= today:
            raise PersonError("Choose today or a day of the last year.")
        with self._store.write() as session:
            row = HoursEntry(user=by.id, on=on, minutes=minutes, recorded_at=now)
            if first_time(session, key, now):
                session.add(row)
                session.flush()
                self._remind(session, settler, today, now)
                return _entry(row)
            same = select(HoursEntry).where(HoursEntry.user == by.id, HoursEntry.on == on, HoursEntry.minutes == minutes)
            return _entry(session.scalars(same.order_by(HoursEntry.id.desc())).first() or row)

    def own(self, by: Person) -> tuple[Entry, ...]:
        """This person's entries, newest day first."""
        self._check(by)
        query = select(HoursEntry).where(HoursEntry.user == by.id).order_by(HoursEntry.on.desc(), HoursEntry.id.desc())
        with self._store.read() as session:
            return tuple(map(_entry, session.scalars(query.limit(MOST_SHOWN))))

    def take_back(self, entry_id: int, *, by: Person, key: str) -> None:
        """Deletes an entry of one's own that is not paid yet."""
        with self._store.write() as session:
            row = session.get(HoursEntry, entry_id)
            if row is None or row.user != by.id or row.settled_at is not None:
                raise PersonError("You can take back your own hours as long as they are not paid.")
            if first_time(session, key, self._clock.now()):
                session.delete(row)

    def to_settle(self, by: Person) -> tuple[Entry, ...]:
        """What is not paid yet, oldest first. Only for the coordinator who sees to it; PersonError for all others."""
        if by.id != self.settler() or not by.is_member:
            raise PersonError("Hours are seen by whose they are, and by the one coordinator who sees to the payment.")
        query = select(HoursEntry).where(HoursEntry.settled_at.is_(None)).order_by(HoursEntry.on, HoursEntry.id)
        with self._store.read() as session:
            return tuple(map(_entry, session.scalars(query.limit(MOST_SHOWN))))

    def settle(self, entry_id: int, *, by: Person, key: str) -> tuple[Entry, ...]:
        """Marks an entry as paid and tells the person. Returns what is left. A second press changes nothing."""
        self.to_settle(by)
        now = self._clock.now()
        with self._store.write() as session:
            row = session.get(HoursEntry, entry_id, with_for_update=True)
            if row is not None and row.settled_at is None and first_time(session, key, now):
                row.settled_at = now
                # SQLite hands out ids of deleted rows again: the moment makes the key unique
                enqueue(session, kind=SETTLED, subject=str(row.id), target=row.user, now=now,
                        key=f"{SETTLED}|{row.id}|{row.recorded_at.isoformat()}")  # fmt: skip
        return self.to_settle(by)

    def find(self, entry_id: int) -> Entry | None:
        with self._store.read() as session:
            row = session.get(HoursEntry, entry_id)
            return _entry(row) if row else None

    def waits(self, user: str) -> bool:
        """Is there something to pay, and is it this person who sees to it?"""
        if user != self.settler():
            return False
        with self._store.read() as session:
            return session.scalars(select(HoursEntry.id).where(HoursEntry.settled_at.is_(None)).limit(1)).first() is not None

    def tick(self) -> None:
        """Once a week, on a working morning, the coordinator hears of what waits; what was paid long ago is deleted."""
        now, today, settler = self._clock.now(), self._today(), self.settler()
        gone = now - timedelta(days=self._settings.app.retention.paid_hours_days)
        monday = today - timedelta(days=today.weekday())
        worked = calendar_for(self._settings.app).moved_off_closures(monday)
        morning = local_moment(worked, wall_time(self._settings.app.reminders.at), self._settings.zone).at
        late = select(HoursEntry.id).where(HoursEntry.settled_at.is_(None), HoursEntry.recorded_at <= now - REMIND_AFTER)
        old = select(HoursEntry.id).where(HoursEntry.settled_at < gone)
        with self._store.read() as session:
            is_late = settler is not None and now >= morning and session.scalars(late.limit(1)).first() is not None
            if not is_late and session.scalars(old.limit(1)).first() is None:
                return
        with self._store.write() as session:
            session.execute(delete(HoursEntry).where(HoursEntry.settled_at < gone))
            if is_late and settler is not None:
                enqueue(session, kind=TO_SETTLE, subject=f"{settler}|{monday}", target=settler, now=now,
                        key=f"{TO_SETTLE}|again|{settler}|{monday}", not_after=now + timedelta(days=5))  # fmt: skip

    def _remind(self, session: Session, settler: str, today: date, now: datetime) -> None:
        """At once, and at most once a day however many entries there are."""
        enqueue(session, kind=TO_SETTLE, subject=f"{settler}|{today}", target=settler, now=now,
                key=f"{TO_SETTLE}|{settler}|{today}", not_after=now + timedelta(days=5))  # fmt: skip

    def _today(self) -> date:
        return self._clock.now().astimezone(self._settings.zone).date()

    @staticmethod
    def _check(by: Person) -> None:
        if not by.is_member:
            raise PersonError("Paid hours are for members of the task force.")


def _entry(row: HoursEntry) -> Entry:
    return Entry(row.id or 0, row.user, row.on, row.minutes, row.settled_at is not None)
