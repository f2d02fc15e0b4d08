"""What comes onto an agenda by itself: what was left before, decisions to be looked at again, and what other rooms bring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.meetings.agenda import FIRST_ITEM, Gathered, ItemKind, ItemState, Origin, RoundAnswer
from bot.meetings.ground import AGENDA, RUNNING, Ground, new_code
from bot.meetings.records import AgendaItem, Decision, Meeting
from bot.meetings.values import MeetingState
from bot.outbox.writing import revise
from bot.settings import Series

GATHERS_AGAIN = (Origin.ACTION, Origin.DECISION, Origin.COUNT, Origin.STANDING)
LEFT = (ItemState.WAITING, ItemState.DEFERRED)


class Gathering(Ground):
    """Each of them once, however often one looks."""

    def look_around(self, series: Series, starts: datetime) -> list[Gathered]:
        """What other rooms would put on the agenda. Called outside of any transaction: they have their own."""
        return [each for look in self._ports.gather for each in look(series, starts)]

    def gather(self, session: Session, row: Meeting, around: Sequence[Gathered]) -> None:
        """Carries over what was left, and takes in what has come due. What is settled meanwhile leaves again."""
        series = self._series[row.series]
        self._carry_over(session, row)
        found = [*self._decisions_due(session, row), *around]
        known = {
            item.cause: item for item in session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == row.id)) if item.cause
        }
        causes = {each.cause for each in found}
        self._let_go(session, row, [item for cause, item in known.items() if cause not in causes])
        place = self._last_place(session, row.id)
        for number, each in enumerate(found, 1):
            old = known.get(each.cause)
            if old is None and not each.is_spare:
                session.add(self._gathered(row, each, place + number * 10))
            elif old is not None and old.state == ItemState.WAITING and each.origin in (Origin.COUNT, Origin.ACTION):
                self._follow(old, each)
        row.gathered_on = self._today(series)

    def action_changed(self, action: str) -> None:
        """What waits on agendas about an action item follows it: whose it is and how it stands. It leaves when it is finished."""
        waits = (
            select(AgendaItem).join(Meeting, Meeting.id == AgendaItem.meeting_id).where(
                AgendaItem.cause == f"{Origin.ACTION}|{action}", AgendaItem.state == ItemState.WAITING,
                Meeting.state.in_((MeetingState.PLANNED, MeetingState.RUNNING)), Meeting.ends > self._clock.now(),
            )
        )  # fmt: skip
        with self._store.read() as session:
            if session.scalars(waits).first() is None:
                return
        found = self._action(action)
        with self._store.write() as session:
            for item in session.scalars(waits).all():
                row = session.get_one(Meeting, item.meeting_id)
                if found is not None:
                    self._follow(item, found)
                elif row.current != item.id:
                    self._let_go(session, row, [item])
                self._changed(session, row)

    def _action(self, action: str) -> Gathered | None:
        return next((each for look in self._ports.action_words if (each := look(action)) is not None), None)

    @staticmethod
    def _follow(item: AgendaItem, found: Gathered) -> None:
        """Somebody's own wording stays."""
        item.owner = found.owner
        if not item.revision or found.origin is Origin.COUNT:
            item.words = found.words[:2000]

    @staticmethod
    def _let_go(session: Session, row: Meeting, settled: Sequence[AgendaItem]) -> None:
        """What had gathered and is settled meanwhile leaves without a trace, so that it can come again."""
        took_in = set(session.scalars(select(AgendaItem.merged_into).where(AgendaItem.meeting_id == row.id)))
        for item in settled:
            gathers = item.origin in (Origin.ACTION, Origin.COUNT)
            if gathers and item.state == ItemState.WAITING and item.id not in took_in and not item.notes:
                session.delete(item)
        session.flush()

    def _gathered(self, row: Meeting, each: Gathered, place: int) -> AgendaItem:
        return AgendaItem(
            code=new_code(), meeting_id=row.id, words=each.words[:2000], kind=each.kind, minutes=each.minutes, owner=each.owner,
            is_restricted=each.is_restricted, place=place, state=ItemState.WAITING, origin=each.origin, cause=each.cause[:120],
            added_by="", added_at=self._clock.now(),
        )  # fmt: skip

    def _carry_over(self, session: Session, row: Meeting) -> None:
        """Items that waited or were deferred in earlier meetings that are over, each of them once.

        They stay where they were left, for the minutes to say so.
        """
        left = session.execute(
            select(AgendaItem.id, AgendaItem.round).join(Meeting, Meeting.id == AgendaItem.meeting_id).where(
                Meeting.series == row.series, Meeting.id != row.id, Meeting.planned < row.planned,
                or_(Meeting.state.in_((MeetingState.ENDED, MeetingState.CANCELLED)), Meeting.ends < self._clock.now()),
                Meeting.state != MeetingState.RUNNING, AgendaItem.origin.not_in(GATHERS_AGAIN), AgendaItem.state.in_(LEFT),
            ).order_by(Meeting.planned, AgendaItem.place)
        ).all()  # fmt: skip
        carried = set(session.scalars(select(AgendaItem.cause).where(AgendaItem.origin == Origin.CARRIED)))
        for item_id, said in left:
            if (not said or said == RoundAnswer.STUCK) and _carried(item_id) not in carried:
                self._copy(session, session.get_one(AgendaItem, item_id), row)

    def _take_back(self, session: Session, row: Meeting) -> None:
        """A meeting that takes place after all: its items stand here again, or there when somebody has worked on them since."""
        items = session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == row.id, AgendaItem.state.in_(LEFT))).all()
        here: dict[str | None, AgendaItem] = {_carried(item.id): item for item in items}
        copies = session.execute(
            select(AgendaItem, Meeting).join(Meeting, Meeting.id == AgendaItem.meeting_id).where(AgendaItem.cause.in_(list(here)))
        ).all()
        took_in = set(session.scalars(select(AgendaItem.merged_into).where(AgendaItem.merged_into.is_not(None))))
        for copy, later in copies:
            untouched = not copy.revision and not copy.notes and not copy.round and copy.id not in took_in
            if untouched and copy.state == ItemState.WAITING and later.state == MeetingState.PLANNED:
                session.delete(copy)
                self._changed(session, later)
            else:
                here[copy.cause].state = ItemState.REMOVED

    def _copy(self, session: Session, item: AgendaItem, into: Meeting) -> None:
        cause = _carried(item.id)
        known = session.scalars(select(AgendaItem.id).where(AgendaItem.meeting_id == into.id, AgendaItem.cause == cause)).first()
        carried_on = session.scalars(select(AgendaItem.id).where(AgendaItem.cause == cause)).first()
        if known is not None or carried_on is not None:
            return
        session.add(AgendaItem(
            code=new_code(), meeting_id=into.id, words=item.words, kind=item.kind, minutes=item.minutes, owner=item.owner,
            is_restricted=item.is_restricted, place=self._first_place(session, into.id) - 10, state=ItemState.WAITING,
            origin=Origin.CARRIED, cause=cause, link=item.link, added_by=item.added_by, added_at=self._clock.now(),
        ))  # fmt: skip
        session.flush()

    def _first_place(self, session: Session, meeting_id: int) -> int:
        """Old business comes before new business."""
        query = select(AgendaItem.place).where(AgendaItem.meeting_id == meeting_id, AgendaItem.place >= FIRST_ITEM - 5_000)
        return min(session.scalars(query), default=FIRST_ITEM)

    def _decisions_due(self, session: Session, row: Meeting) -> Sequence[Gathered]:
        day = row.starts.astimezone(self._zone(self._series[row.series])).date()
        due = session.scalars(
            select(Decision).where(
                Decision.series == row.series,
                Decision.review_on <= day,
                Decision.reviewed_in.is_(None),
                Decision.meeting_id != row.id,
            )
        ).all()
        return [
            Gathered(f"decision|{each.id}", f"Look again at decision {each.code}: {each.words}", Origin.DECISION, ItemKind.DECIDE,
                     10, None, each.is_restricted)
            for each in due
        ]  # fmt: skip

    def _changed(self, session: Session, row: Meeting) -> None:
        """The order has changed: messages that show it are rendered anew."""
        row.revision += 1
        session.flush()
        now = self._clock.now()
        if row.agenda_out_at is not None:
            revise(session, kind=AGENDA, subject=row.code, now=now)
        if row.state == MeetingState.RUNNING:
            revise(session, kind=RUNNING, subject=row.code, now=now)


def _carried(item_id: int) -> str:
    """The cause of an item that was carried on from this one."""
    return f"carried|{item_id}"
