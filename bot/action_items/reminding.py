"""What falls due by itself: reminders, escalations, missing dates, people who left, the weekly digest.

One pass may be made at any time and by several processes: what was said is kept by (item, person, rule, local date).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.action_items.ground import DIGEST, MORNING, REROUTED, Ground
from bot.action_items.items import UNFINISHED, ItemState, MorningLine
from bot.action_items.records import ActionItem, Assignment, Happening, ReminderLine
from bot.action_items.reminders import DueItem, due_and_next, morning, next_reminder
from bot.action_items.reminders import Person as Hearer
from bot.outbox.records import OutboxRow, State, Verb
from bot.outbox.writing import enqueue, enqueue_many, revise, sent_at
from bot.people.person import PersonKind, Role
from bot.settings import people_of

ASK_AGAIN = timedelta(days=7)
MOST_AT_ONCE = 20_000


# only where nobody has planned it anew meanwhile
_PLAN = (
    update(Assignment.__table__)  # type: ignore[arg-type]  # a mapped class's table is always a Table
    .where(Assignment.__table__.c.id == bindparam("its_id"), Assignment.__table__.c.next_at == bindparam("as_read"))
    .values(next_at=bindparam("next_at"), warned_on=bindparam("warned_on"))
)


@dataclass
class _Pass:
    """What one pass found to say and to remember."""

    lines: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    plans: list[dict[str, Any]] = field(default_factory=list)
    left: set[str] = field(default_factory=set)


class Reminding(Ground):
    """The passes of `tick`."""

    def remind(self) -> int:
        """Writes this morning's messages for whoever has something due. Returns how many people have something new."""
        now = self._clock.now()
        found = self._look_around(now)
        if not found.lines and not found.plans and not found.left:
            return 0
        with self._store.write() as session:
            said = self._say(session, found, now)
            if found.plans:
                session.connection().execute(_PLAN, found.plans)
        for user in sorted(found.left):
            self.somebody_left(user)
        return said

    def ask_for_dates(self) -> int:
        """Items without a due date: their creators are asked in the morning's message, once a week."""
        now = self._clock.now()
        query = select(ActionItem).where(ActionItem.state == ItemState.OPEN, ActionItem.ask_at <= now)
        with self._store.read() as session:
            if session.scalars(query.limit(1)).first() is None:
                return 0
        with self._store.write() as session:
            rows = session.scalars(query.order_by(ActionItem.id)).all()
            lines: dict[str, list[dict[str, Any]]] = defaultdict(list)
            for row in rows:
                row.ask_at = now + ASK_AGAIN
                person = self._people.who(row.created_by)
                user = row.created_by if person.kind is not PersonKind.DEACTIVATED else self._coordinator()
                if user:
                    today = self._local_day(user, now)
                    lines[user].append(_line(row.id, user, "needs-due", today, today))
            return self._say(session, _Pass(lines=lines), now)

    def morning_lines(self, user: str, day: date) -> tuple[MorningLine, ...]:
        """What one person's message of one morning says now. Empty: nothing is left worth saying."""
        with self._store.read() as session:
            rows = session.execute(
                select(ReminderLine.item_id, ReminderLine.rule, ReminderLine.escalates_on)
                .where(ReminderLine.user == user, ReminderLine.said_on == day)
            ).all()
            was_sent = sent_at(session, MORNING, f"{user}|{day}") is not None
            items = {item.id: item for item in self._items(session, sorted({row.item_id for row in rows}))}
        found: dict[int, MorningLine] = {}
        for item_id, rule, escalates_on in rows:
            item = items.get(item_id)
            if item is None or (not was_sent and not self._still_worth(items[item_id], user, rule, day)):
                continue
            if item_id not in found or rule == "escalation":
                found[item_id] = MorningLine(item, rule, escalates_on)
        return tuple(sorted(found.values(), key=lambda line: (line.is_for_lead, line.item.due or self._clock.now())))

    def somebody_left(self, user: str) -> int:
        """A deactivated person's items go to their seat's backup, and a coordinator hears how many. Safe to repeat."""
        now = self._clock.now()
        to = self._successor(user)
        with self._store.write() as session:
            held = session.scalars(
                select(Assignment).join(ActionItem, ActionItem.id == Assignment.item_id)
                .where(Assignment.user == user, ActionItem.state.in_(UNFINISHED))
            ).all()
            seats = [seat_id for seat_id, (_, seat) in self._seats.items() if user in (seat.member, seat.backup)]
            seated = session.scalars(
                select(Assignment).join(ActionItem, ActionItem.id == Assignment.item_id)
                .where(Assignment.seat.in_(seats), ActionItem.state.in_(UNFINISHED))
            ).all()
            for assignment in (*held, *seated):
                self._move(session, assignment, user, to, now)
            if held or seated:
                subject = f"{user}|{now.date()}"
                enqueue(session, kind=REROUTED, subject=subject, target=self._settings.app.channels.coordinators,
                        key=f"{REROUTED}|{subject}", now=now)  # fmt: skip
        return len(held) + len(seated)

    def rerouted(self, subject: str) -> tuple[str, str | None, int]:
        """(who left, who has their items now, how many were moved that day) for the notice to the coordinators."""
        user, day = subject.split("|")
        start = datetime.combine(date.fromisoformat(day), datetime.min.time(), ZoneInfo("UTC"))
        with self._store.read() as session:
            moved = session.scalars(
                select(Happening.item_id).where(Happening.what == "rerouted", Happening.by == user, Happening.at >= start)
            ).all()
        return user, self._successor(user), len(set(moved))

    def weekly(self) -> bool:
        """Once a week, on the first worked day from Monday on, the coordinators' channel gets the digest."""
        now = self._clock.now()
        zone = self._settings.zone
        today = now.astimezone(zone).date()
        monday = today - timedelta(days=today.weekday())
        city = Hearer(zone.key, self._calendar(None))
        day = city.calendar.moved_off_closures(monday)
        if today < day or now < morning(city, self._rules, day) or today > monday + timedelta(days=6):
            return False
        ends = now + timedelta(days=2)
        with self._store.read() as session:
            if session.scalars(select(OutboxRow.id).where(OutboxRow.dedupe_key == f"{DIGEST}|{monday}")).first():
                return False
        with self._store.write() as session:
            return enqueue(
                session, kind=DIGEST, subject=str(monday), target=self._settings.app.channels.coordinators,
                key=f"{DIGEST}|{monday}", now=now, not_after=ends,
            )  # fmt: skip

    def _look_around(self, now: datetime) -> _Pass:
        """Everything whose time has come, read without a lock. Reminders are worked out by the pure rules."""
        query = (
            select(
                Assignment.id, Assignment.item_id, Assignment.user, Assignment.seat, Assignment.snoozed_until,
                Assignment.warned_on, Assignment.next_at, ActionItem.due, ActionItem.due_zone, ActionItem.created_at,
            )
            .join(ActionItem, ActionItem.id == Assignment.item_id)
            .where(Assignment.next_at <= now, ActionItem.state == ItemState.OPEN, ActionItem.due.is_not(None))
            .order_by(Assignment.next_at, Assignment.id).limit(MOST_AT_ONCE)
        )  # fmt: skip
        found = _Pass()
        hearers: dict[str, Hearer | None] = {}
        with self._store.read() as session:
            for row in session.execute(query):
                self._look_at(row, found, hearers, now)
        return found

    def _look_at(self, row: Any, found: _Pass, hearers: dict[str, Hearer | None], now: datetime) -> None:
        user = row.user if row.seat is None else self._sitting(self._seats[row.seat][1]) if row.seat in self._seats else None
        user = user or self._coordinator()
        if user is None:
            return
        if user not in hearers:
            gone = self._people.who(user).kind is PersonKind.DEACTIVATED
            hearers[user] = None if gone else self._hearer(user)
        hearer = hearers[user]
        if hearer is None:
            found.left.add(user)
            return
        item = DueItem(row.due, row.due_zone, row.created_at, "open", row.snoozed_until, row.warned_on)
        zone = ZoneInfo(hearer.zone)
        today = now.astimezone(zone).date()
        warned = row.warned_on
        due, coming = due_and_next(item, hearer, self._rules, now)
        for reminder in due:
            hears = (user,) if reminder.to == "assignee" else self._leads(user)
            for each in hears:
                day = today if each == user else self._morning_for(each, now)
                line = _line(row.item_id, each, reminder.rule, reminder.on, day, reminder.escalates_on)
                found.lines[each].append(line)
            if reminder.escalates_on is not None:
                warned = warned or today
        if warned != row.warned_on:
            again = DueItem(row.due, row.due_zone, row.created_at, "open", row.snoozed_until, warned)
            coming = next_reminder(again, hearer, self._rules, now)
        if hearer.calendar.is_open(now, zone):
            plan: datetime | None = coming.at if coming else None
        else:
            plan = hearer.calendar.next_open(now, zone)
        found.plans.append({"its_id": row.id, "as_read": row.next_at, "next_at": plan, "warned_on": warned})

    def _say(self, session: Session, found: _Pass, now: datetime) -> int:
        """Keeps the lines that are new and writes each person's message of the morning, or has it shown anew."""
        lines = [line for user in sorted(found.lines) for line in found.lines[user]]
        if not lines:
            return 0
        fresh = self._new_lines(session, lines)
        if not fresh:
            return 0
        session.execute(_insert_lines(session), fresh)
        people = sorted({(line["user"], line["said_on"]) for line in fresh})
        self._bring_forward(session, dict(people))
        written = enqueue_many(session, [
            {"kind": MORNING, "subject": f"{user}|{day}", "target": user, "key": f"{MORNING}|{user}|{day}",
             "not_before": self._opening(user, day, now)}
            for user, day in people
        ], now)  # fmt: skip
        for user, day in people:
            if f"{MORNING}|{user}|{day}" not in written:
                revise(session, kind=MORNING, subject=f"{user}|{day}", now=now)
        return len(people)

    @staticmethod
    def _new_lines(session: Session, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        known: set[tuple[int, str, str, date]] = set()
        ids = sorted({line["item_id"] for line in lines})
        for start in range(0, len(ids), 500):
            query = select(ReminderLine.item_id, ReminderLine.user, ReminderLine.rule, ReminderLine.on)
            for item_id, user, rule, on in session.execute(query.where(ReminderLine.item_id.in_(ids[start : start + 500]))):
                known.add((item_id, user, rule, on))
        keyed = {(line["item_id"], line["user"], line["rule"], line["on"]): line for line in lines}
        return [line for key, line in keyed.items() if key not in known]

    @staticmethod
    def _bring_forward(session: Session, mornings: dict[str, date]) -> None:
        """What an earlier morning's message could not say yet is said in this one; the earlier one is then empty."""
        unsent = select(OutboxRow.subject).where(
            OutboxRow.kind == MORNING, OutboxRow.state == State.WAITING, OutboxRow.verb == Verb.POST
        )
        for subject in session.scalars(unsent).all():
            user, _, day = subject.partition("|")
            if user in mornings and date.fromisoformat(day) < mornings[user]:
                lines = (ReminderLine.user == user, ReminderLine.said_on == date.fromisoformat(day))
                session.execute(update(ReminderLine).where(*lines).values(said_on=mornings[user]))

    def _opening(self, user: str, day: date, now: datetime) -> datetime:
        """Not before that morning, nor outside the hearer's working hours."""
        hearer = self._hearer(user)
        zone = ZoneInfo(hearer.zone)
        if day <= now.date() and hearer.calendar.is_open(now, zone):
            return now
        return hearer.calendar.next_open(max(now, morning(hearer, self._rules, day)), zone)

    def _morning_for(self, user: str, now: datetime) -> date:
        calendar, zone = self._calendar_of(user)
        return calendar.next_open(now, zone).date()

    def _leads(self, user: str) -> tuple[str, ...]:
        """Who hears of an escalation: the lead of the person's agency, or the coordinators when that is nobody else."""
        agency = self._settings.agency_of(user)
        lead = agency.lead if agency else None
        if lead and lead != user and self._people.who(lead).is_member:
            return (lead,)
        holders = (each for each in self._people.holders(Role.COORDINATOR) if each != user)
        return tuple(each for each in holders if self._people.who(each).is_member)

    def _still_worth(self, item: Any, user: str, rule: str, day: date) -> bool:
        """Before a message goes out: the item is still open, not put off, and still this person's business."""
        if item.state is not ItemState.OPEN:
            return False
        if rule == "needs-due":
            return item.due is None
        if rule == "escalation":
            return True
        own = next((holder for holder in item.holders if holder.user == user), None)
        if own is None:
            return not any(holder.user for holder in item.holders)
        return own.snoozed_until is None or own.snoozed_until <= day

    def _successor(self, user: str) -> str | None:
        """The backup of the person's seat, else the other one who sits there, else the agency's lead, a coordinator."""
        wanted = [seat.backup if seat.member == user else seat.member
                  for _, seat in self._seats.values() if user in (seat.member, seat.backup)]  # fmt: skip
        agency = next((each for each in self._settings.app.agencies if user in people_of(each)), None)
        wanted.append(agency.lead if agency else None)
        for each in wanted:
            if each and each != user and self._people.who(each).is_member:
                return each
        return self._coordinator()

    def _move(self, session: Session, assignment: Assignment, left_by: str, to: str | None, now: datetime) -> None:
        row = session.get_one(ActionItem, assignment.item_id)
        if assignment.seat is None and to is not None:
            twice = select(Assignment.id).where(Assignment.item_id == row.id, Assignment.user == to)
            if session.scalars(twice).first() is not None:
                session.execute(delete(Assignment).where(Assignment.id == assignment.id))
            else:
                assignment.user, assignment.warned_on = to, None
                self._plan_soon(row, assignment, now)
            session.add(Happening(item_id=row.id, at=now, by=left_by, what="rerouted"))
        elif assignment.seat is not None:
            assignment.warned_on = None
            self._plan_soon(row, assignment, now)
            session.add(Happening(item_id=row.id, at=now, by=left_by, what="rerouted"))
        session.flush()
        self._show_as_it_is(session, row)

    def _plan_soon(self, row: ActionItem, assignment: Assignment, now: datetime) -> None:
        """The new holder may have missed what was said to the other: look at once."""
        if row.due is not None and row.state == ItemState.OPEN:
            assignment.next_at = now


def _line(item_id: int, user: str, rule: str, on: date, said_on: date, escalates: date | None = None) -> dict[str, Any]:
    return {"item_id": item_id, "user": user, "rule": rule, "on": on, "said_on": said_on, "escalates_on": escalates}


def _insert_lines(session: Session) -> Any:
    is_postgres = session.get_bind().dialect.name == "postgresql"
    return (postgresql.insert(ReminderLine) if is_postgres else sqlite.insert(ReminderLine)).on_conflict_do_nothing()
