"""Looking at items: lists by scope, what Home shows, the weekly digest, and what goes into an export.

Members see what concerns them; coordinators see all; guests see nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import case, exists, func, or_, select

from bot.action_items.capturing import FOR_MEMBERS, may_see
from bot.action_items.ground import EXPORT, Ground, new_code
from bot.action_items.items import UNFINISHED, AgencyCount, Digest, Item, ItemState, Scope
from bot.action_items.records import ActionItem, Assignment, Watcher
from bot.outbox.writing import enqueue
from bot.people.person import Act, Person
from bot.problems import PersonError

MOST_LISTED = 200
OLDEST_SHOWN = 5
FORMATS = ("csv", "ics")


class Listing(Ground):
    """Lists, digests and exports."""

    def list(self, scope: Scope, by: Person, most: int = MOST_LISTED) -> tuple[Item, ...]:
        """Unfinished items of a scope, by due date, those without one last. Raises PersonError for guests."""
        if not by.may(Act.POST_ACTION):
            raise PersonError(FOR_MEMBERS)
        if scope is Scope.ALL and not by.may(Act.SEE_ALL_ACTIONS):
            raise PersonError("Only coordinators see everybody's items. Try `/action list` or `/action list agency`.")
        query = (
            select(ActionItem.id).where(ActionItem.state.in_(UNFINISHED), self._in_scope(scope, by))
            .order_by(ActionItem.due.is_(None), ActionItem.due, ActionItem.id)
        )  # fmt: skip
        if scope is Scope.NOBODY:
            return self._without_owner(query, by)[:most]
        with self._store.read() as session:
            return tuple(self._items(session, session.scalars(query.limit(most)).all()))

    def _without_owner(self, query: Any, by: Person) -> tuple[Item, ...]:
        """Those this person may give to somebody. Who answers for a seat is not in the database, so this is sifted here."""
        with self._store.read() as session:
            found = [item for item in self._items(session, session.scalars(query).all()) if not item.users]
        leads = {source: self._leads_meeting(by, source) for source in {item.source for item in found}}
        return tuple(item for item in found if leads[item.source] or may_see(item, by))

    def mine(self, by: Person, most: int = 10) -> tuple[Item, ...]:
        """What this person has to do, for Home. Empty for guests."""
        return self.list(Scope.MINE, by, most) if by.may(Act.POST_ACTION) else ()

    def by_code(self, code: str) -> Item | None:
        """An unfinished item by the code that notifications say."""
        query = select(ActionItem.id).where(ActionItem.code == code, ActionItem.state.in_(UNFINISHED))
        with self._store.read() as session:
            return next(iter(self._items(session, session.scalars(query).all())), None)

    def ask_for_export(self, scope: Scope, form: str, by: Person, key: str) -> None:
        """Sends the person a file of the list in a direct message. Raises PersonError for what they may not see."""
        if form not in FORMATS:
            raise PersonError("I can export `csv` or `ics`.")
        self.list(scope, by, 1)
        now = self._clock.now()
        with self._store.write() as session:
            subject = f"{by.id}|{scope}|{form}|{new_code('')}"
            enqueue(session, kind=EXPORT, subject=subject, target=by.id, key=f"{EXPORT}|{key or subject}", now=now)

    def digest(self, monday: date) -> Digest:
        """How the agencies stand, and what is oldest. Counts only, and the items' own words for the oldest few."""
        now = self._clock.now()
        week_ago = now - timedelta(days=7)
        with self._store.read() as session:
            rows = session.execute(_counts(now, week_ago)).all()
            oldest = session.scalars(
                select(ActionItem.id).where(ActionItem.state == ItemState.OPEN, ActionItem.due < now)
                .order_by(ActionItem.due).limit(OLDEST_SHOWN)
            ).all()  # fmt: skip
            undated = session.scalar(
                select(func.count()).where(ActionItem.state.in_(UNFINISHED), ActionItem.due.is_(None))
            )
            items = tuple(self._items(session, oldest))
        counts = [self._bar(*row) for row in rows]
        counts.sort(key=lambda count: (-count.overdue, -count.open, count.name))
        return Digest(monday, tuple(counts), items, int(undated or 0))

    def _bar(self, agency_id: str | None, unfinished: int, overdue: int, blocked: int, done: int) -> AgencyCount:
        agency = self._agency(agency_id)
        return AgencyCount(agency.name if agency else "No agency", unfinished, overdue, blocked, done)

    def _in_scope(self, scope: Scope, by: Person) -> Any:
        if scope in (Scope.ALL, Scope.NOBODY):
            return ActionItem.id.is_not(None)
        seats = [seat_id for seat_id, (_, seat) in self._seats.items() if self._sitting(seat) == by.id]
        held = exists().where(
            Assignment.item_id == ActionItem.id, or_(Assignment.user == by.id, Assignment.seat.in_(seats))
        )
        if scope is Scope.MINE:
            return held
        concerns = [held, ActionItem.created_by == by.id,
                    exists().where(Watcher.item_id == ActionItem.id, Watcher.user == by.id)]  # fmt: skip
        if by.agency is not None:
            concerns.append(ActionItem.agency == by.agency)
        if scope is Scope.AGENCY:
            return concerns[-1] if by.agency is not None else or_(*concerns)
        late = ActionItem.due < self._clock.now()
        return late if by.may(Act.SEE_ALL_ACTIONS) else or_(*concerns) & late


def _counts(now: datetime, week_ago: datetime) -> Any:
    unfinished = ActionItem.state.in_(UNFINISHED)

    def count(condition: Any) -> Any:
        return func.sum(case((condition, 1), else_=0))

    done = (ActionItem.state == ItemState.DONE) & (ActionItem.done_at >= week_ago)
    return (
        select(
            ActionItem.agency, count(unfinished), count((ActionItem.state == ItemState.OPEN) & (ActionItem.due < now)),
            count(ActionItem.state == ItemState.BLOCKED), count(done),
        )
        .where(or_(unfinished, done))
        .group_by(ActionItem.agency)
    )  # fmt: skip
