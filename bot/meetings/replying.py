"""Asking and hearing: the word to empty seats, the round robin the day before, replies by seat, and a quorum that is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.meetings.ground import AGENDA, LOST, MISSING, ROUND, Ground
from bot.meetings.quorum import Reply
from bot.meetings.records import Meeting, SeatReply
from bot.meetings.values import AtTable, MeetingNow, MeetingState
from bot.outbox.writing import enqueue, revise
from bot.people.person import Person
from bot.problems import PersonError
from bot.settings import Series, wall_time
from bot.store.once import first_time
from bot.workdays import local_moment


class Replying(Ground):
    """Seats are asked and counted, never people."""

    def reply(self, code: str, reply: Reply, *, by: Person, key: str, seat: str | None = None) -> tuple[MeetingNow, AtTable]:
        """Keeps the word about this person's seat. Returns the meeting and the seat. Raises PersonError."""
        with self._store.write() as session:
            row = self._row(session, code, lock=True)
            meeting = self._value(session, row)
            place = self._seat_for(meeting, by, seat)
            if meeting.state not in (MeetingState.PLANNED, MeetingState.RUNNING) or meeting.ends <= self._clock.now():
                raise PersonError("This meeting is over or cancelled. Type /agenda to see the next one.")
            if not first_time(session, key, self._clock.now()):
                return meeting, place
            said, before = meeting.said_of(place.seat.id), meeting.expected.is_met
            if place.seat.member != by.id and reply in (Reply.COMING, Reply.REMOTE):
                reply = Reply.DESIGNEE
            if said is not None and place.seat.member != by.id and reply is Reply.CANNOT and said is not Reply.DESIGNEE:
                return meeting, place
            session.merge(SeatReply(meeting_id=row.id, seat=place.seat.id, reply=reply, by=by.id, at=self._clock.now()))
            session.flush()
            after = self._value(session, row)
            self._note_quorum(session, row, before, after)
            revise(session, kind=AGENDA, subject=code, now=self._clock.now())
            return after, place

    @staticmethod
    def _seat_for(meeting: MeetingNow, by: Person, seat: str | None) -> AtTable:
        if seat is not None and by.is_member:
            named = next((place for place in meeting.table if place.seat.id == seat), None)
            if named is not None and (by.id in (named.seat.member, named.seat.backup) or by.agency == named.agency):
                return named
        own = meeting.seats_of(by.id, by.agency if by.is_member else None)
        if not own:
            raise PersonError("You hold no seat at this table, so there is nothing to count. You may still come.")
        free = [place for place in own if meeting.said_of(place.seat.id) is None]
        return (free or list(own))[0]

    def _note_quorum(self, session: Session, row: Meeting, before: bool, meeting: MeetingNow) -> None:
        """Tells the coordinators and the chair when a quorum that stood is lost."""
        is_met = meeting.expected.is_met
        if row.agenda_out_at is not None and before and not is_met:
            now = self._clock.now()
            for target in (self._settings.app.channels.coordinators, *self.heads(row.chair)):
                enqueue(session, kind=LOST, subject=row.code, target=target, now=now, not_after=row.ends,
                        key=f"meeting-quorum|{row.code}|{target}|{now.isoformat()}")  # fmt: skip
        row.had_quorum = is_met

    def lost_quorum(self, code: str) -> MeetingNow | None:
        """None when the quorum is there again, or the meeting is off."""
        meeting = self.find(code)
        if meeting is None or meeting.state is not MeetingState.PLANNED or meeting.expected.is_met:
            return None
        return meeting

    def seat_to_ask(self, code: str, seat: str, user: str) -> tuple[MeetingNow, AtTable] | None:
        """What the private word is about; None when the seat is filled by now."""
        meeting = self.find(code)
        place = next((each for each in meeting.table if each.seat.id == seat), None) if meeting else None
        if (
            meeting is None
            or place is None
            or meeting.state is not MeetingState.PLANNED
            or self._asked_for(place, meeting) != user
        ):
            return None
        return meeting, place

    def _questions(self, session: Session, row: Meeting, series: Series) -> list[dict[str, Any]]:
        """What is to be asked by now: whether an empty seat will be filled, and how each item of the round robin stands."""
        now = self._clock.now()
        seats = now >= row.starts - timedelta(hours=series.remind_hours_ahead)
        is_eve = now >= self._eve(row, series)
        if not seats and not is_eve:
            return []
        meeting = self._value(session, row)
        return [*(self._about_seats(row, meeting) if seats else ()), *(self._about_round(row, meeting) if is_eve else ())]

    def _about_seats(self, row: Meeting, meeting: MeetingNow) -> Iterator[dict[str, Any]]:
        """A private word to those who have not said whether their seat will be filled; to the stand-in where a member cannot."""
        for place in meeting.table:
            user = self._asked_for(place, meeting)
            if user is not None:
                yield {
                    "kind": MISSING, "subject": f"{row.code}|{place.seat.id}|{user}", "target": user, "not_after": row.starts,
                    "key": f"meeting-seat|{row.code}|{place.seat.id}|{user}|{row.starts.isoformat()}",
                }  # fmt: skip

    @staticmethod
    def _about_round(row: Meeting, meeting: MeetingNow) -> Iterator[dict[str, Any]]:
        for owner in dict.fromkeys(item.owner for item in meeting.agenda if item.joins_round and item.owner):
            yield {
                "kind": ROUND, "subject": f"{row.code}|{owner}", "target": owner, "not_after": row.starts,
                "key": f"meeting-round|{row.code}|{owner}|{row.starts.isoformat()}",
            }  # fmt: skip

    @staticmethod
    def _asked_for(place: AtTable, meeting: MeetingNow) -> str | None:
        """Whom to ask about a voting seat; None when it is filled or nobody is left to ask."""
        said = meeting.said_of(place.seat.id)
        if not place.seat.voting:
            return None
        if said is None:
            return place.seat.member or place.seat.backup
        return place.seat.backup if said is Reply.CANNOT else None

    def _eve(self, row: Meeting, series: Series) -> datetime:
        """The morning of the last worked day before the meeting."""
        zone = self._zone(series)
        day = self._workdays(series).working_day_before(row.starts.astimezone(zone).date())
        return local_moment(day, self._morning(), zone).at

    def _morning(self) -> time:
        return wall_time(self._settings.app.reminders.at)
