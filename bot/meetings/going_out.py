"""What goes out before a meeting and when: agenda, calendar file, what has changed; and the end of a meeting nobody closed.

`tick` may run at any time and as often as one likes: every post has a key of series, planned day and what it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.meetings import ics
from bot.meetings.agenda import Gathered
from bot.meetings.calendar import Occurrence
from bot.meetings.ground import AGENDA, CHANGED, DRAFT, HANDOVER, INVITATION, RUNNING, TURN, changed_meanwhile
from bot.meetings.planning import Planning
from bot.meetings.records import Meeting
from bot.meetings.replying import Replying
from bot.meetings.turns import Turning
from bot.meetings.values import MeetingNow, MeetingState
from bot.outbox.writing import enqueue, enqueue_many, revise, unwritten
from bot.people.person import Act, Person, Role
from bot.problems import PersonError
from bot.settings import Series, wall_time
from bot.store.once import first_time
from bot.workdays import local_moment

# a meeting nobody closed is closed this long after its planned end, so that its minutes are not forgotten
CLOSES_ITSELF = timedelta(hours=12)


class GoingOut(Planning, Turning, Replying):
    """Before the meeting."""

    def tick(self) -> None:
        """Everything that is due now, for every series."""
        for series in self.series():
            for occurrence in self._near(series):
                self._work(series, occurrence)
        self._close_forgotten()

    def _near(self, series: Series) -> tuple[Occurrence, ...]:
        """Meetings whose agenda may be due, and those that were announced already: they may have moved."""
        today, now = self._today(series), self._clock.now()
        ahead = today + timedelta(days=series.agenda_days_ahead + 14)
        calendar = self._calendar(series)
        found = {each.planned: each for each in calendar.between(today - timedelta(days=14), ahead) if each.ends > now}
        with self._store.read() as session:
            rows = session.scalars(
                select(Meeting).where(Meeting.series == series.id, Meeting.state == MeetingState.PLANNED, Meeting.ends > now)
            ).all()
        for row in rows:
            if row.planned in found:
                continue
            in_rule = row.planned in tuple(calendar.planned_days(row.planned, row.planned))
            occurrence = calendar.occurrence(row.planned) if in_rule else None
            found[row.planned] = occurrence or Occurrence(
                series.id, row.planned, row.starts, row.ends, cancelled=True, note="no longer in the calendar"
            )
        return tuple(sorted(found.values(), key=lambda each: each.starts))

    def _work(self, series: Series, occurrence: Occurrence) -> None:
        now = self._clock.now()
        out = self._agenda_moment(series, occurrence)
        with self._store.read() as session:
            row = self._known(session, occurrence)
            if row is None and (now < out or occurrence.cancelled):
                return
            if row is not None and not self._is_due(session, row, series, occurrence, out):
                return
            gathers = now >= out and (row is None or self._gathers_today(row, series))
        around = self.look_around(series, occurrence.starts) if gathers else []
        with self._store.write() as session:
            row = self._ensure(session, occurrence)
            self._refresh(session, row, occurrence)
            if row.state != MeetingState.PLANNED or occurrence.ends <= now:
                return
            if row.agenda_out_at is None and now >= out:
                self._send_agenda(session, row, around)
            if row.agenda_out_at is not None and occurrence.starts > now:
                if gathers and self._gathers_today(row, series):
                    self.gather(session, row, around)
                    self._changed(session, row)
                enqueue_many(session, self._questions(session, row, series), now)

    def _is_due(self, session: Session, row: Meeting, series: Series, occurrence: Occurrence, out: datetime) -> bool:
        """A cheap look, so that a pass with nothing to do takes no write lock."""
        now = self._clock.now()
        if self._differs(row, occurrence):
            return True
        if row.state != MeetingState.PLANNED:
            return False
        if row.agenda_out_at is None:
            return now >= out
        if row.invited_as != self._digest(row, series) or self._gathers_today(row, series):
            return True
        return now < row.starts and bool(unwritten(session, self._questions(session, row, series)))

    def _agenda_moment(self, series: Series, occurrence: Occurrence) -> datetime:
        """At the hour of reminders, on the planned day ahead or the last worked day before it."""
        zone, calendar = self._zone(series), self._workdays(series)
        day = occurrence.starts.astimezone(zone).date() - timedelta(days=series.agenda_days_ahead)
        return local_moment(calendar.moved_off_closures(day, -1), self._morning(), zone).at

    def _refresh(self, session: Session, row: Meeting, occurrence: Occurrence) -> None:
        """Takes in what the calendar says now. What was announced and is different is announced as changed, once."""
        if row.state in (MeetingState.RUNNING, MeetingState.ENDED):
            return
        if self._differs(row, occurrence):
            row.starts, row.ends, row.note = occurrence.starts.astimezone(UTC), occurrence.ends.astimezone(UTC), occurrence.note
            if row.state == MeetingState.CANCELLED and not occurrence.cancelled:
                self._take_back(session, row)
            row.state = MeetingState.CANCELLED if occurrence.cancelled else MeetingState.PLANNED
            session.flush()
            if row.agenda_out_at is not None:
                self._say_changed(session, row)
        if row.invited_as is not None:
            self._invite(session, row)

    @staticmethod
    def _differs(row: Meeting, occurrence: Occurrence) -> bool:
        if row.state in (MeetingState.RUNNING, MeetingState.ENDED):
            return False
        is_cancelled = row.state == MeetingState.CANCELLED
        return (row.starts, row.ends, row.note, is_cancelled) != (
            occurrence.starts, occurrence.ends, occurrence.note, occurrence.cancelled,
        )  # fmt: skip

    def _say_changed(self, session: Session, row: Meeting) -> None:
        now, target = self._clock.now(), self.channel_of(self._series[row.series])
        revise(session, kind=AGENDA, subject=row.code, now=now)
        enqueue(session, kind=CHANGED, subject=f"{row.code}|{row.starts.isoformat()}|{row.state}", target=target, now=now,
                key=f"meeting-changed|{row.code}|{now.isoformat()}",
                not_after=max(row.ends, now + timedelta(hours=1)))  # fmt: skip

    def _send_agenda(self, session: Session, row: Meeting, around: Sequence[Gathered]) -> None:
        """The agenda is gathered, the turns are fixed, and both go out."""
        series, now = self._series[row.series], self._clock.now()
        row.chair, row.note_taker = self._turn_of(session, series, row.planned)
        self.gather(session, row, around)
        row.agenda_out_at = now
        session.flush()
        enqueue(session, kind=AGENDA, subject=row.code, target=self.channel_of(series),
                key=f"meeting-agenda|{row.series}|{row.planned}", now=now, not_after=row.ends, pin=True)  # fmt: skip
        self._invite(session, row)
        for role, agency in (("chair", row.chair), ("notes", row.note_taker)):
            for user in self.heads(agency):
                enqueue(session, kind=TURN, subject=f"{row.code}|{role}|{user}", target=user, now=now, not_after=row.ends,
                        key=f"meeting-turn|{row.code}|{role}|{user}")  # fmt: skip
        before = self._chair_before(session, row)
        if row.chair is not None and before is not None and before != row.chair:
            for user in self.heads(row.chair):
                enqueue(session, kind=HANDOVER, subject=row.code, target=user, now=now, not_after=row.ends,
                        key=f"meeting-handover|{row.code}|{user}")  # fmt: skip

    def _invite(self, session: Session, row: Meeting) -> None:
        """A calendar file whenever what it says is new; its SEQUENCE grows."""
        series, now = self._series[row.series], self._clock.now()
        digest = self._digest(row, series)
        if row.invited_as == digest:
            return
        row.sequence += row.invited_as is not None
        row.invited_as = digest
        session.flush()
        enqueue(session, kind=INVITATION, subject=f"{row.code}|{row.sequence}", target=self.channel_of(series), now=now,
                key=f"meeting-invitation|{row.series}|{row.planned}|{row.sequence}",
                not_after=max(row.ends, now + timedelta(hours=1)))  # fmt: skip

    @staticmethod
    def _digest(row: Meeting, series: Series) -> str:
        said = (
            int(row.starts.timestamp()),
            int(row.ends.timestamp()),
            row.state == MeetingState.CANCELLED,
            series.name,
            series.place,
            series.link,
        )
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def invitation_file(self, code: str, sequence: int) -> tuple[MeetingNow, bytes] | None:
        """The .ics file; None when a newer one is on its way. It says when and where, and nothing of the agenda."""
        meeting = self.find(code)
        if meeting is None or meeting.sequence != sequence:
            return None
        cancelled = meeting.state is MeetingState.CANCELLED
        occurrence = Occurrence(meeting.series.id, meeting.planned, meeting.starts, meeting.ends, cancelled, meeting.note)
        return meeting, ics.invitation(ics.Invitation(
            occurrence, meeting.series.name, meeting.zone, sequence, self._clock.now(), meeting.series.place or "",
            meeting.series.link or "", _described(meeting),
        ))  # fmt: skip

    def _gathers_today(self, row: Meeting, series: Series) -> bool:
        """Once a day, at the hour of reminders."""
        now = self._clock.now().astimezone(self._zone(series))
        return row.gathered_on != now.date() and (row.agenda_out_at is None or now.time() >= self._morning())

    def change(
        self, series: Series, planned: date, *, cancel: bool, day: date | None, at: str | None, by: Person, key: str
    ) -> MeetingNow:
        """Cancels one meeting, moves it to another day or time, or lets it take place after all (neither). Raises PersonError."""
        if not by.may(Act.RUN_MEETING):
            raise PersonError("Coordinators move and cancel meetings.")
        with self._store.write() as session:
            calendar = self._calendar(series, session)
            if planned not in tuple(calendar.planned_days(planned, planned)):
                raise PersonError("There is no meeting on that day.")
            occurrence = calendar.occurrence(planned)
            if occurrence is None and day is None:
                raise PersonError("That day is closed and the series skips it. Choose another day for the meeting.")
            row = self._ensure(session, occurrence or self._at_first_thought(series, planned))
            if not first_time(session, key, self._clock.now()):
                return self._value(session, row)
            if row.state in (MeetingState.RUNNING, MeetingState.ENDED):
                raise changed_meanwhile()
            row.is_called_off = cancel
            row.moved_day, row.moved_at = (None, None) if cancel else (day, at)
            session.flush()
            changed = self._calendar(series, session).occurrence(planned)
            if changed is None:
                raise PersonError("That day is closed. Choose another day for the meeting.")
            if not cancel and changed.starts <= self._clock.now():
                raise PersonError("That moment has passed. Choose one that lies ahead.")
            self._refresh(session, row, changed)
            if row.agenda_out_at is None:
                self._say_changed(session, row)
            return self._value(session, row)

    def _at_first_thought(self, series: Series, planned: date) -> Occurrence:
        starts = local_moment(planned, wall_time(series.at), self._zone(series)).at
        return Occurrence(series.id, planned, starts, starts + timedelta(minutes=series.minutes), note="")

    def _close_forgotten(self) -> None:
        """A meeting nobody ended is ended long after, and its draft goes out."""
        now = self._clock.now()
        with self._store.read() as session:
            codes = session.scalars(
                select(Meeting.code).where(Meeting.state == MeetingState.RUNNING, Meeting.ends < now - CLOSES_ITSELF)
            ).all()
        for code in codes:
            with self._store.write() as session:
                row = self._row(session, code, lock=True)
                if row.state == MeetingState.RUNNING:
                    self._end(session, row)

    def _end(self, session: Session, row: Meeting) -> None:
        """The meeting is over: what was left waits for the next one, and the draft of the minutes goes to who answers for it."""
        now = self._clock.now()
        row.state, row.ended_at, row.current, row.current_since = MeetingState.ENDED, now, None, None
        session.flush()
        revise(session, kind=RUNNING, subject=row.code, now=now)
        revise(session, kind=AGENDA, subject=row.code, now=now)
        told = dict.fromkeys((*self.heads(row.note_taker), *self.heads(row.chair), *self._people.holders(Role.COORDINATOR)))
        for user in told:
            enqueue(session, kind=DRAFT, subject=row.code, target=user, now=now, key=f"meeting-draft|{row.code}|{user}")
        coming = self._next(self._series[row.series], session) if row.series in self._series else None
        if coming is not None and coming.planned > row.planned:
            later = self._ensure(session, coming)
            self._carry_over(session, later)
            self._changed(session, later)


def _described(meeting: MeetingNow) -> str:
    """What a calendar entry says besides when and where: that it was moved and why, and nothing of the agenda."""
    moved = f"Planned for {meeting.planned:%A, %B} {meeting.planned.day}; {meeting.note}. " if meeting.note else ""
    return f"{moved}The agenda is in the group's channel."
