"""Whose turn it is to chair and to take notes: planned ahead, swapped, on leave; and what a new chair takes over."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.meetings.ground import AGENDA, HANDOVER, TURN, Ground
from bot.meetings.records import HandoverTick, Meeting, TurnLeave, TurnSwap
from bot.meetings.rotation import CHAIR, NOTES, Turns
from bot.meetings.rotation import Turn as Taken
from bot.meetings.values import Handover, HandoverPoint, MeetingNow, MeetingState, Turn
from bot.outbox.writing import enqueue, revise
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.settings import Series
from bot.store.once import first_time

LOOKS_BACK = timedelta(days=3 * 366)
# coverage row 15: what goes from one lead office to the next
HANDOVER_POINTS = {
    "agenda": "Go through the next agenda with the chair before you",
    "actions": "Read the open action items; take over those of the chair before you",
    "ownerless": "Give every action item without an owner to somebody",
    "decisions": "Look at decisions to be reviewed, and at who must still be told",
    "access": "Check that you can post in the channel and open the meeting link",
    "minutes": "See that the last minutes are approved and posted",
}


class Turning(Ground):
    """Turns are by agency. What the agenda of a meeting has announced is fixed, unless somebody swaps."""

    def turns(self, series: Series, count: int = 6) -> tuple[Turn, ...]:
        """The coming turns in order."""
        occurrences = [each for each in self.upcoming(series, count) if not each.cancelled]
        with self._store.read() as session:
            plan, swaps = self._plan(session, series, [each.planned for each in occurrences])
        return tuple(
            Turn(each.planned, each.starts, role, plan[each.planned, role], self.agency_name(plan[each.planned, role]),
                 (each.planned, role) in swaps)
            for each in occurrences for role in (CHAIR, NOTES) if (each.planned, role) in plan
        )  # fmt: skip

    def _plan(
        self, session: Session, series: Series, days: list[date]
    ) -> tuple[dict[tuple[date, str], str], dict[tuple[date, str], str]]:
        roles = [role for role, wanted in ((CHAIR, series.rotate_chair), (NOTES, series.rotate_note_taker)) if wanted]
        swaps = {
            (swap.planned, swap.role): swap.agency
            for swap in session.scalars(select(TurnSwap).where(TurnSwap.series == series.id))
        }  # fmt: skip
        leaves = session.scalars(select(TurnLeave).where(TurnLeave.series == series.id)).all()
        agencies = [agency.id for agency in self._agencies_of(series) if agency.seats]
        away = {
            agency: frozenset(
                day for day in days for leave in leaves if leave.agency == agency and leave.first <= day <= leave.last
            )
            for agency in agencies
        }
        since = self._today(series) - LOOKS_BACK
        fixed = session.scalars(
            select(Meeting).where(Meeting.series == series.id, Meeting.agenda_out_at.is_not(None), Meeting.planned >= since,
                                  Meeting.state != MeetingState.CANCELLED)
        ).all()  # fmt: skip
        taken = [
            Taken(agency, role, row.planned)
            for row in fixed if row.planned not in days
            for role, agency in ((CHAIR, row.chair), (NOTES, row.note_taker)) if agency
        ]  # fmt: skip
        announced = {
            (row.planned, role): agency
            for row in fixed if row.planned in days for role, agency in ((CHAIR, row.chair), (NOTES, row.note_taker)) if agency
        }  # fmt: skip
        return Turns(agencies, taken, away, {**announced, **swaps}).plan(days, roles), swaps

    def _turn_of(self, session: Session, series: Series, planned: date) -> tuple[str | None, str | None]:
        """Chair and note-taker of one meeting. Earlier meetings whose agenda is not out yet have their turns first."""
        calendar = self._calendar(series, session)
        days = [each.planned for each in calendar.between(self._today(series), planned) if not each.cancelled]
        plan, _ = self._plan(session, series, sorted({*days, planned}))
        return plan.get((planned, CHAIR)), plan.get((planned, NOTES))

    def swap(self, series: Series, planned: date, role: str, agency: str, *, by: Person, key: str) -> None:
        """Another agency steps in. Whoever has the turn, whoever takes it, and coordinators may say so."""
        if role not in (CHAIR, NOTES) or agency not in dict(self.agencies_of(series)):
            raise PersonError("Choose a turn and an agency of this group.")
        with self._store.write() as session:
            plan, _ = self._plan(session, series, [planned])
            before = plan.get((planned, role))
            if not by.may(Act.RUN_MEETING) and not (by.is_member and by.agency in (before, agency)):
                raise PersonError("Coordinators and the two agencies themselves swap a turn.")
            row = session.scalars(select(Meeting).where(Meeting.series == series.id, Meeting.planned == planned)).first()
            if row is not None and row.approved_at is not None:
                raise PersonError("The minutes of that meeting are approved: the turn stays as it was.")
            if not first_time(session, key, self._clock.now()):
                return
            session.merge(TurnSwap(series=series.id, planned=planned, role=role, agency=agency, by=by.id))
            if row is not None and row.agenda_out_at is not None:
                if role == CHAIR:
                    row.chair = agency
                else:
                    row.note_taker = agency
                session.flush()
                self._say_turn(session, row, role, agency)

    def leave(self, series: Series, agency: str, first: date, last: date, *, by: Person, key: str) -> None:
        """An agency takes no turn between two days. Turns that are announced already are swapped instead."""
        if last < first or (last - first).days > 400:
            raise PersonError("Leave ends after it begins, and within about a year.")
        if not by.may(Act.RUN_MEETING) and by.agency != agency:
            raise PersonError("Coordinators and the agency itself note its leave.")
        with self._store.write() as session:
            if first_time(session, key, self._clock.now()):
                session.add(TurnLeave(series=series.id, agency=agency, first=first, last=last, by=by.id))

    def _say_turn(self, session: Session, row: Meeting, role: str, agency: str) -> None:
        """The agenda names who has the turn, and whoever has it now is told."""
        now = self._clock.now()
        revise(session, kind=AGENDA, subject=row.code, now=now)
        said = "chair" if role == CHAIR else "notes"
        for user in self.heads(agency):
            enqueue(session, kind=TURN, subject=f"{row.code}|{said}|{user}", target=user, now=now, not_after=row.ends,
                    key=f"meeting-turn|{row.code}|{said}|{user}|{now.isoformat()}")  # fmt: skip

    def _chair_before(self, session: Session, row: Meeting) -> str | None:
        """The agency that chaired the meeting before this one."""
        earlier = session.scalars(
            select(Meeting).where(
                Meeting.series == row.series, Meeting.planned < row.planned, Meeting.chair.is_not(None),
                Meeting.state != MeetingState.CANCELLED,
            ).order_by(Meeting.planned.desc()).limit(1)
        ).first()  # fmt: skip
        return earlier.chair if earlier else None

    def leads(self, person: Person, series: str | None) -> bool:
        """Has this person's agency the chair of the series (None: the first)? From one announced agenda to the next.

        Coordinators lead all.
        """
        series = series or next(iter(self._series), "")
        if person.may(Act.RUN_MEETING):
            return True
        if not person.is_member or person.agency is None:
            return False
        announced = select(Meeting.chair).where(
            Meeting.series == series, Meeting.chair.is_not(None), Meeting.state != MeetingState.CANCELLED
        )
        with self._store.read() as session:
            return session.scalars(announced.order_by(Meeting.planned.desc()).limit(1)).first() == person.agency

    def handover(self, code: str) -> Handover | None:
        """The checklist of a meeting's chair, with what is done."""
        with self._store.read() as session:
            row = session.scalars(select(Meeting).where(Meeting.code == code)).first()
            if row is None:
                return None
            ticks = {
                tick.point: tick.by for tick in session.scalars(select(HandoverTick).where(HandoverTick.meeting_id == row.id))
            }
            before = self._chair_before(session, row)
            meeting = self._value(session, row)
        points = tuple(HandoverPoint(point, words, ticks.get(point)) for point, words in HANDOVER_POINTS.items())
        return Handover(meeting, self.agency_name(before), points, sum(count() for count in self._ports.ownerless))

    def tick_handover(self, code: str, point: str, *, by: Person, key: str) -> None:
        """One point is done."""
        with self._store.write() as session:
            row = self._row(session, code)
            meeting: MeetingNow = self._value(session, row)
            if not self.may_run(by, meeting) or point not in HANDOVER_POINTS:
                raise PersonError("The new chair's agency ticks this list.")
            if first_time(session, key, self._clock.now()):
                session.merge(HandoverTick(meeting_id=row.id, point=point, by=by.id, at=self._clock.now()))
                session.flush()
                revise(session, kind=HANDOVER, subject=code, now=self._clock.now())
