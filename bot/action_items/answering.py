"""What people answer to an item: done and undone, later, not mine, blocked. Of two at once one wins, the other sees who.

Each answer is one transaction with everything that follows from it, and takes effect once however often it is delivered.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import Session

from bot.action_items.capturing import may_change
from bot.action_items.ground import CARD, WATCHED, Ground, new_code
from bot.action_items.items import UNFINISHED, Item, ItemState, Told
from bot.action_items.records import ActionItem, Assignment, Watcher
from bot.outbox.writing import enqueue
from bot.people.person import Person
from bot.problems import PersonError
from bot.store.once import first_time

LONGEST_REASON = 500
NOT_YOURS = "Only the people it concerns and coordinators can change an action item."
MAY_GIVE = (
    "An item without an owner is given to somebody by coordinators, the agency in the chair, whoever asked for it, and the "
    "agency it stands with."
)
FARTHEST_SNOOZE = timedelta(days=366)


class Answering(Ground):
    """Answers to items."""

    def done(self, item_id: int, by: Person, key: str) -> Told:
        """Finished. `by_other` when somebody else had said so before."""
        now = self._clock.now()
        with self._store.write() as session:
            row = self._mine(session, item_id, by)
            values = {"state": ItemState.DONE, "done_by": by.id, "done_at": now, "state_before": row.state, "changed_at": now}
            if first_time(session, key, now) and _change(session, item_id, UNFINISHED, values):
                session.refresh(row)
                self._note(session, item_id, by.id, "done")
                undo_ends = now + timedelta(minutes=self._settings.app.reminders.undo_minutes)
                self._show_as_it_is(session, row, again_at=undo_ends)
                self._tell_watchers(session, row, now)
            item = self._one(session, item_id)
        return Told(item, by_other=item.state is not ItemState.DONE or item.done_by != by.id)

    def undo(self, item_id: int, by: Person, key: str) -> Told:
        """Back to what it was, within the minutes app.yaml gives. Raises PersonError when they are over."""
        now = self._clock.now()
        with self._store.write() as session:
            row = self._mine(session, item_id, by)
            if not first_time(session, key, now):
                return Told(self._one(session, item_id))
            item = self._one(session, item_id)
            if item.is_unfinished:
                return Told(item, by_other=True)
            if not item.may_undo:
                raise PersonError("The time to undo this is over. Make a new action item if it is not done after all.")
            back = {"state": row.state_before or ItemState.OPEN, "done_by": None, "done_at": None, "changed_at": now}
            if _change(session, item_id, (ItemState.DONE,), back):
                session.refresh(row)
                self._plan_all(session, row, now, look_back=True)
                self._note(session, item_id, by.id, "undone")
                self._show_as_it_is(session, row)
            return Told(self._one(session, item_id))

    def snooze(self, item_id: int, until: date, by: Person, key: str) -> Told:
        """This person hears of it again on that day, which may lie past the due date; the due date stays."""
        now = self._clock.now()
        today = self._local_day(by.id, now)
        if not today < until <= today + FARTHEST_SNOOZE:
            raise PersonError("Please choose a day after today and within a year.")
        with self._store.write() as session:
            row = self._mine(session, item_id, by)
            item = self._one(session, item_id)
            if not item.is_unfinished:
                return Told(item, by_other=True)
            if first_time(session, key, now):
                held = session.scalars(select(Assignment).where(Assignment.item_id == item_id)).all()
                own = [each for each in held if self._user_of(each) == by.id] or held
                for assignment in own:
                    assignment.snoozed_until = until
                    self._plan(row, assignment, now)
                self._note(session, item_id, by.id, "snoozed")
                session.flush()
                self._show_as_it_is(session, row)
            return Told(self._one(session, item_id))

    def days_to_snooze(self, user: str) -> dict[str, date]:
        """`tomorrow` and `monday` on this person's own calendar."""
        today = self._local_day(user, self._clock.now())
        return {"tomorrow": today + timedelta(days=1), "monday": today + timedelta(days=7 - today.weekday())}

    def reassign(self, item_id: int, to_user: str | None, to_seat: str | None, why: str, by: Person, key: str) -> Told:
        """Not this person's: somebody else's, with a word why. The new holder is told; the reminders begin anew.

        An item that nobody holds may also be given away by the agency in the chair. Raises PersonError.
        """
        now = self._clock.now()
        leads = self._leads_meeting(by, self.item(item_id).source)
        why = self._clean(why)
        if to_user is None and to_seat not in self._seats:
            raise PersonError("Choose a person or a seat that it goes to.")
        if to_user is not None and not self._people.who(to_user).is_member:
            raise PersonError("It can only go to a member of the task force who is active.")
        with self._store.write() as session:
            row = self._to_give(session, item_id, by, leads)
            item = self._one(session, item_id)
            if not item.is_unfinished:
                return Told(item, by_other=True)
            if not first_time(session, key, now):
                return Told(item)
            self._hand_over(session, row, by, to_user, to_seat)
            self._note(session, item_id, by.id, "reassigned", why)
            session.flush()
            self._show_as_it_is(session, row)
            self._tell_new_holder(session, row, by, now)
            return Told(self._one(session, item_id))

    def block(self, item_id: int, because: str, by: Person, key: str) -> Told:
        """It cannot go on, and why. Reminders rest; it goes onto the next agenda."""
        because = self._clean(because)
        if not because:
            raise PersonError("Please say in a few words what it waits for.")
        now = self._clock.now()
        values: dict[str, Any] = {"state": ItemState.BLOCKED, "blocked_because": because, "changed_at": now}
        return self._switch(item_id, by, key, (ItemState.OPEN,), values, "blocked", because)

    def unblock(self, item_id: int, by: Person, key: str) -> Told:
        """It goes on."""
        values: dict[str, Any] = {"state": ItemState.OPEN, "blocked_because": None, "changed_at": self._clock.now()}
        return self._switch(item_id, by, key, (ItemState.BLOCKED,), values, "unblocked", None)

    def blocked_for_agenda(self) -> tuple[Item, ...]:
        """Everything blocked, oldest first: what the next agenda should hold."""
        query = select(ActionItem.id).where(ActionItem.state == ItemState.BLOCKED).order_by(ActionItem.created_at)
        with self._store.read() as session:
            return tuple(self._items(session, session.scalars(query).all()))

    def _switch(
        self, item_id: int, by: Person, key: str, before: tuple[ItemState, ...], values: dict[str, Any], what: str,
        word: str | None,
    ) -> Told:  # fmt: skip
        now = self._clock.now()
        with self._store.write() as session:
            row = self._mine(session, item_id, by)
            if not first_time(session, key, now):
                return Told(self._one(session, item_id))
            if not _change(session, item_id, before, values):
                return Told(self._one(session, item_id), by_other=True)
            session.refresh(row)
            self._plan_all(session, row, now, look_back=True)
            self._note(session, item_id, by.id, what, word)
            session.flush()
            self._show_as_it_is(session, row)
            return Told(self._one(session, item_id))

    def _mine(self, session: Session, item_id: int, by: Person) -> ActionItem:
        """The row, locked for this transaction. Raises PersonError for whom it is none of their business."""
        row = session.get(ActionItem, item_id, with_for_update=True)
        if row is None:
            raise PersonError("There is no such action item. It may have been removed.")
        if not may_change(self._one(session, item_id), by):
            raise PersonError(NOT_YOURS)
        return row

    def _to_give(self, session: Session, item_id: int, by: Person, leads: bool) -> ActionItem:
        row = session.get(ActionItem, item_id, with_for_update=True)
        item = self._one(session, item_id)
        if row is not None and not item.users:
            if may_change(item, by) or leads:
                return row
            raise PersonError(MAY_GIVE)
        return self._mine(session, item_id, by)

    def _hand_over(
        self, session: Session, row: ActionItem, by: Person, to_user: str | None, to_seat: str | None
    ) -> None:
        held = session.scalars(select(Assignment).where(Assignment.item_id == row.id)).all()
        own = [each for each in held if self._user_of(each) == by.id] or list(held)
        session.execute(delete(Assignment).where(Assignment.id.in_([each.id for each in own])))
        others = {(each.user, each.seat) for each in held if each not in own}
        if (to_user, to_seat) not in others:
            session.add(Assignment(item_id=row.id, user=None if to_seat else to_user, seat=to_seat))
        agency = self._seats[to_seat][0].id if to_seat else self._people.who(to_user or "").agency
        row.agency, row.changed_at = agency or row.agency, self._clock.now()
        session.flush()
        self._plan_all(session, row, self._clock.now())

    def _tell_new_holder(self, session: Session, row: ActionItem, by: Person, now: datetime) -> None:
        held = session.scalars(select(Assignment).where(Assignment.item_id == row.id).order_by(Assignment.id.desc())).first()
        user = self._user_of(held) if held else None
        if user and user != by.id:
            key = f"{CARD}|{row.id}|{user}|{new_code('')}"
            enqueue(session, kind=CARD, subject=str(row.id), target=user, key=key, now=now)

    def _tell_watchers(self, session: Session, row: ActionItem, now: datetime) -> None:
        for user in session.scalars(select(Watcher.user).where(Watcher.item_id == row.id).order_by(Watcher.user)):
            subject = f"{row.id}|{user}"
            waits = now + timedelta(minutes=self._settings.app.reminders.undo_minutes)
            enqueue(session, kind=WATCHED, subject=subject, target=user, key=f"{WATCHED}|{subject}|{now.isoformat()}",
                    now=now, not_before=waits)  # fmt: skip

    def _clean(self, reason: str) -> str:
        reason = reason.strip()[:LONGEST_REASON]
        if self._details(reason):
            raise PersonError(
                "That seems to hold a personal detail. Please say it without names, numbers or addresses of people served."
            )
        return reason


def _change(session: Session, item_id: int, before: tuple[ItemState, ...], values: dict[str, Any]) -> bool:
    """Compare-and-swap: False when the item was not in one of these states any more."""
    statement = update(ActionItem).where(ActionItem.id == item_id, ActionItem.state.in_(before)).values(**values)
    result: Any = session.execute(statement.execution_options(synchronize_session=False))
    return isinstance(result, CursorResult) and result.rowcount == 1
