"""What every part of this room stands on: series and their calendars, records as values, who may do what, the screen.

What other rooms know (action items, counts) and can do (keep an action item) is handed in where everything is wired.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.meetings.agenda import (
    FIRST_ITEM,
    FIRST_PART,
    LAST_PART,
    LONGEST_WORDS,
    Gathered,
    Item,
    ItemKind,
    ItemState,
    Origin,
    RoundAnswer,
)  # fmt: skip
from bot.meetings.calendar import Moved, Occurrence, SeriesCalendar
from bot.meetings.quorum import Reply
from bot.meetings.records import AgendaItem, Decision, Meeting, MeetingAction, SeatPresence, SeatReply
from bot.meetings.values import AtTable, Decided, MeetingNow, MeetingState, Promised
from bot.people.person import Act, Person
from bot.people.service import People
from bot.problems import PersonError
from bot.settings import Agency, Series, Settings, people_of, wall_time
from bot.store.engine import Store
from bot.workdays import Closure, WorkdayCalendar, calendar_for

ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"
AGENDA, INVITATION, MISSING, ROUND, TURN, HANDOVER, LOST, CHANGED = (
    "meeting.agenda", "meeting.invitation", "meeting.seat-missing", "meeting.round", "meeting.turn", "meeting.handover",
    "meeting.quorum-lost", "meeting.changed",
)  # fmt: skip
RUNNING, DRAFT, MINUTES, EXPORT, PUBLIC = (
    "meeting.running",
    "meeting.minutes-draft",
    "meeting.minutes",
    "meeting.export",
    "meeting.public",
)


@dataclass(frozen=True)
class Promise:
    """An action item to be kept by the room of action items. `key` makes a repetition take effect once."""

    words: str
    who: str
    due: date | None
    source: str
    by: Person
    key: str


@dataclass(frozen=True)
class Ports:
    """What the room needs from outside. `keep_action` returns the new item's code, or None where there is no such room."""

    store: Store
    clock: Clock
    settings: Settings
    people: People
    details: Callable[[str], tuple[str, ...]]
    gather: list[Callable[[Series, datetime], Sequence[Gathered]]] = field(default_factory=list)
    keep_action: list[Callable[[Promise], str | None]] = field(default_factory=list)
    ownerless: list[Callable[[], int]] = field(default_factory=list)
    action_words: list[Callable[[str], Gathered | None]] = field(default_factory=list)


class Ground:
    """Shared by every part of the room."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._store, self._clock, self._settings, self._people = ports.store, ports.clock, ports.settings, ports.people
        self._series = {series.id: series for series in ports.settings.app.meetings}
        self._agencies = {agency.id: agency for agency in ports.settings.app.agencies}

    def series(self) -> tuple[Series, ...]:
        return tuple(self._series.values())

    def series_for(self, person: Person, channel: str = "") -> Series | None:
        """The series meant when none is named: the channel's, else the first one this person belongs to, else the first."""
        here = next((each for each in self.series() if channel and self.channel_of(each) == channel), None)
        own = next((each for each in self.series() if self.belongs(person, each)), None)
        return here or own or next(iter(self.series()), None)

    def channel_of(self, series: Series) -> str:
        return series.channel or self._settings.app.channels.group

    def belongs(self, person: Person, series: Series) -> bool:
        """Is this person in the group: somebody of one of its agencies, or a coordinator?"""
        if not person.is_member:
            return False
        return person.may(Act.RUN_MEETING) or any(person.agency == agency.id for agency in self._agencies_of(series))

    def agency_name(self, agency_id: str | None) -> str:
        agency = self._agencies.get(agency_id or "")
        return agency.name if agency else ""

    def agencies_of(self, series: Series) -> tuple[tuple[str, str], ...]:
        """(id, name) of the agencies at this table, in the order of app.yaml."""
        return tuple((agency.id, agency.name) for agency in self._agencies_of(series))

    def may_run(self, person: Person, meeting: MeetingNow) -> bool:
        """Coordinators, and the agencies that chair this meeting and take its notes."""
        if person.may(Act.RUN_MEETING):
            return True
        return person.is_member and person.agency is not None and person.agency in (meeting.chair, meeting.note_taker)

    def may_approve(self, person: Person, meeting: MeetingNow) -> bool:
        """The chair's agency; the coordinators where nobody chairs."""
        if meeting.chair is None:
            return person.may(Act.RUN_MEETING)
        return person.is_member and person.agency == meeting.chair

    def heads(self, agency_id: str | None) -> tuple[str, ...]:
        """Whom a turn of this agency is told: its seats' members, else its lead."""
        agency = self._agencies.get(agency_id or "")
        if agency is None:
            return ()
        members = tuple(dict.fromkeys(seat.member for seat in agency.seats if seat.member))
        return members or ((agency.lead,) if agency.lead else ())

    def meeting(self, code: str) -> MeetingNow:
        """Raises PersonError when there is none."""
        with self._store.read() as session:
            return self._value(session, self._row(session, code))

    def find(self, code: str) -> MeetingNow | None:
        with self._store.read() as session:
            row = session.scalars(select(Meeting).where(Meeting.code == code)).first()
            return None if row is None else self._value(session, row)

    def series_of(self, code: str) -> str | None:
        """Id of the series a meeting belongs to, as long as app.yaml has it."""
        with self._store.read() as session:
            found = session.scalars(select(Meeting.series).where(Meeting.code == code)).first()
        return found if found in self._series else None

    def next_meeting(self, place: str | None = None) -> datetime | None:
        """When the next meeting begins: of the series with this id or channel, else of the first series. None: there is none."""
        fits = [each for each in self.series() if place in (each.id, self.channel_of(each))] or list(self.series())[:1]
        found = [soon for each in fits if (soon := self._next(each)) is not None]
        return min((occurrence.starts for occurrence in found), default=None)

    def coming(self, series: Series) -> MeetingNow | None:
        """The meeting that is running, else the next one; its record is made if it is not there yet."""
        with self._store.read() as session:
            query = select(Meeting).where(Meeting.series == series.id, Meeting.state == MeetingState.RUNNING)
            running = session.scalars(query.order_by(Meeting.id.desc())).first()
            if running is not None:
                return self._value(session, running)
            occurrence = self._next(series, session)
            row = self._known(session, occurrence) if occurrence else None
            if row is not None:
                return self._value(session, row)
        if occurrence is None:
            return None
        with self._store.write() as session:
            return self._value(session, self._ensure(session, occurrence))

    def upcoming(self, series: Series, count: int) -> tuple[Occurrence, ...]:
        """The next meetings, cancelled ones too, so that they can be seen and taken up again; none that was ended early."""
        today = self._today(series)
        over = select(Meeting.planned).where(Meeting.series == series.id, Meeting.state == MeetingState.ENDED)
        with self._store.read() as session:
            ended = set(session.scalars(over.where(Meeting.planned >= today)))
        calendar = self._calendar(series)
        found = []
        for days in (70, 400, 1500):
            ahead = date.fromordinal(today.toordinal() + days)
            ahead_of_us = [each for each in calendar.between(today, ahead) if each.ends > self._clock.now()]
            found = [each for each in ahead_of_us if each.planned not in ended]
            if len(found) >= count:
                break
        return tuple(found[:count])

    def skipped_before(self, meeting: MeetingNow) -> tuple[tuple[date, str], ...]:
        """Days from today to this meeting on which the series would meet, but a holiday or closure stands in the way."""
        return self._calendar(meeting.series).skipped(self._today(meeting.series), meeting.planned)

    def _next(self, series: Series, session: Session | None = None) -> Occurrence | None:
        """The meeting that comes next; one that was ended early is over."""
        if session is None:
            with self._store.read() as own:
                return self._next(series, own)
        calendar, moment = self._calendar(series, session), self._clock.now()
        while (occurrence := calendar.next_after(moment)) is not None:
            row = self._known(session, occurrence)
            if row is None or row.state != MeetingState.ENDED:
                return occurrence
            moment = occurrence.ends
        return None

    def _calendar(self, series: Series, session: Session | None = None) -> SeriesCalendar:
        if session is None:
            with self._store.read() as own:
                return self._calendar(series, own)
        rows = session.scalars(select(Meeting).where(Meeting.series == series.id, Meeting.planned >= self._year_ago()))
        exceptions = {
            row.planned: Moved(row.is_called_off, row.moved_day, wall_time(row.moved_at) if row.moved_at else None)
            for row in rows
        }
        return SeriesCalendar(series, self._zone(series), self._workdays(series), exceptions)

    def _workdays(self, series: Series) -> WorkdayCalendar:
        """Everybody's closures; one agency's closure does not stop the group, unless only that agency meets."""
        agencies = self._agencies_of(series)
        calendar = calendar_for(self._settings.app)
        if len(agencies) != 1:
            return calendar
        own = [each for each in self._settings.app.closures if agencies[0].id in each.agencies]
        return calendar.with_closures(*(Closure(each.first, each.last_day, each.name) for each in own))

    def _agencies_of(self, series: Series) -> tuple[Agency, ...]:
        named = series.agencies
        return tuple(agency for agency in self._settings.app.agencies if not named or agency.id in named)

    def _zone(self, series: Series) -> ZoneInfo:
        return ZoneInfo(series.time_zone) if series.time_zone else self._settings.zone

    def _today(self, series: Series) -> date:
        return self._clock.now().astimezone(self._zone(series)).date()

    def _year_ago(self) -> date:
        return date.fromordinal(self._clock.now().date().toordinal() - 366)

    def _row(self, session: Session, code: str, *, lock: bool = False) -> Meeting:
        query = select(Meeting).where(Meeting.code == code)
        row = session.scalars(query.with_for_update() if lock else query).first()
        if row is None:
            raise PersonError("There is no such meeting any more. Type /agenda to see the next one.")
        return row

    def _item_row(self, session: Session, item_id: int) -> AgendaItem:
        row = session.get(AgendaItem, item_id, with_for_update=True)
        if row is None:
            raise PersonError("There is no such agenda item any more.")
        return row

    def _known(self, session: Session, occurrence: Occurrence) -> Meeting | None:
        query = select(Meeting).where(Meeting.series == occurrence.series, Meeting.planned == occurrence.planned)
        return session.scalars(query).first()

    def _ensure(self, session: Session, occurrence: Occurrence) -> Meeting:
        """The meeting's record, with the standing parts of its agenda when it is new."""
        row = self._known(session, occurrence)
        if row is not None:
            return row
        row = Meeting(
            code=new_code(), series=occurrence.series, planned=occurrence.planned,
            starts=occurrence.starts.astimezone(UTC), ends=occurrence.ends.astimezone(UTC),
            state=MeetingState.CANCELLED if occurrence.cancelled else MeetingState.PLANNED, note=occurrence.note,
        )  # fmt: skip
        try:
            with session.begin_nested():
                session.add(row)
        except IntegrityError:  # another process has made it meanwhile
            known = self._known(session, occurrence)
            if known is None:
                raise
            return known
        before = True
        for number, part in enumerate(self._series[occurrence.series].agenda):
            if part.holds_items:
                before = False
                continue
            session.add(AgendaItem(
                code=new_code(), meeting_id=row.id, words=part.name, kind=ItemKind.INFORM, minutes=part.minutes,
                is_restricted=False, place=(FIRST_PART if before else LAST_PART) + number, state=ItemState.WAITING,
                origin=Origin.STANDING, cause=f"part|{number}", added_by="", added_at=self._clock.now(),
            ))  # fmt: skip
        session.flush()
        return row

    def _last_place(self, session: Session, meeting_id: int) -> int:
        query = select(AgendaItem.place).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.place >= FIRST_ITEM, AgendaItem.place < LAST_PART
        )
        return max(session.scalars(query), default=FIRST_ITEM)

    def screened(self, text: str, *, most: int = LONGEST_WORDS, needed: bool = True) -> str:
        """The text without spaces around it. Raises PersonError when it is empty, too long, or could point to one person."""
        words = text.strip()
        if needed and not words:
            raise PersonError("Please write a few words first.")
        if len(words) > most:
            raise PersonError(f"Please shorten this to {most} characters.")
        if kinds := self._ports.details(words):
            raise PersonError(
                f"I can't take that detail here ({', '.join(kinds)}). Write about the matter, not the person: "
                "“Shelter intake time”, not “the woman from …”."
            )
        return words

    def _value(self, session: Session, row: Meeting) -> MeetingNow:
        series = self._series.get(row.series) or _gone(row)
        zone = self._zone(series)
        items = session.scalars(
            select(AgendaItem).where(AgendaItem.meeting_id == row.id).order_by(AgendaItem.place, AgendaItem.id)
        ).all()
        replies = session.scalars(select(SeatReply).where(SeatReply.meeting_id == row.id)).all()
        present = session.scalars(select(SeatPresence).where(SeatPresence.meeting_id == row.id)).all()
        decisions = session.scalars(select(Decision).where(Decision.meeting_id == row.id).order_by(Decision.id)).all()
        promises = session.scalars(
            select(MeetingAction).where(MeetingAction.meeting_id == row.id).order_by(MeetingAction.id)
        ).all()
        return MeetingNow(
            row.id, row.code, series, zone.key, self.channel_of(series), row.planned, row.starts.astimezone(zone),
            row.ends.astimezone(zone), MeetingState(row.state), row.note, row.revision, row.sequence,
            row.agenda_out_at is not None,
            row.chair, self.agency_name(row.chair), row.note_taker, self.agency_name(row.note_taker),
            row.started_at, row.ended_at,
            row.current, row.current_since, row.opening, row.minutes_revision, row.approved_by, row.approved_at is not None,
            row.opened_by, self._table(series), tuple(map(item_value, items)),
            {reply.seat: Reply(reply.reply) for reply in replies}, {seat.seat: Reply(seat.how) for seat in present},
            tuple(map(self._decided, decisions)), tuple(map(_promised, promises)),
        )  # fmt: skip

    def _table(self, series: Series) -> tuple[AtTable, ...]:
        return tuple(AtTable(seat, agency.id, agency.name) for agency in self._agencies_of(series) for seat in agency.seats)

    def _decided(self, row: Decision) -> Decided:
        return Decided(
            row.id, row.code, row.item_id, row.series, row.words, self.agency_name(row.moved_by) or None,
            tuple(self.agency_name(agency) or agency for agency in row.dissent.split()), row.to_tell, row.review_on,
            row.is_restricted, row.with_quorum, row.at.astimezone(self._settings.zone).date(),
        )  # fmt: skip

    def _colleagues(self, agency_id: str | None) -> frozenset[str]:
        agency = self._agencies.get(agency_id or "")
        return people_of(agency) if agency else frozenset()


def item_value(row: AgendaItem) -> Item:
    return Item(
        row.id, row.code, row.words, ItemKind(row.kind), row.minutes, row.owner, row.is_restricted, ItemState(row.state),
        RoundAnswer(row.round) if row.round else None, Origin(row.origin), row.cause, row.link, row.notes, row.seconds,
        row.revision, row.added_by, row.merged_into,
    )  # fmt: skip


def new_code() -> str:
    """Six letters that say nothing about what they name."""
    return "".join(secrets.choice(ALPHABET) for _ in range(6))


def changed_meanwhile() -> PersonError:
    return PersonError("Somebody else has just changed this. Please look again: nothing of yours was saved.")


def _promised(row: MeetingAction) -> Promised:
    return Promised(row.code, row.item_id, row.words, row.who, row.due)


def _gone(row: Meeting) -> Series:
    """A series that app.yaml no longer has: its records can still be read."""
    minutes = max(1, int((row.ends - row.starts).total_seconds() // 60))
    return Series(
        id=row.series, name=row.series, rule="FREQ=DAILY", first=row.planned, at=f"{row.starts.astimezone(UTC):%H:%M}",
        minutes=minutes,
    )  # fmt: skip
