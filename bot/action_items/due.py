"""Typed words become a due time, a question, or nothing: the one door to the due-date reader.

Words it does not know mean no date; a time in the past is never answered; where people could mean two things it asks.
The words are read in `due_grammar`; finding them in a longer line is `due_in_text`'s work.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from bot.action_items.due_clock_grammar import Clock
from bot.action_items.due_days import LONGEST_YEARS, PAST, Day, Here, spoken
from bot.action_items.due_grammar import Sense, sense_of
from bot.action_items.due_in_text import find_due as find_due
from bot.action_items.due_tokens import MAX_CHARACTERS, Tokens, tokens_of
from bot.action_items.due_words import NO_DATE
from bot.action_items.due_zones import hour_words, own_names, zone_named, zone_shown
from bot.workdays import LocalMoment, WorkdayCalendar, local_moment

Kind = Literal["date", "datetime", "meeting", "none", "conflict"]
_LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class DueRules:
    """What a group has decided. `fiscal_year_start` is a month, 1 to 12; None when agencies differ, which is asked.

    Business days are counted by the calendar's working days and public holidays; its closures are said as warnings.
    """

    close_of_business: time = time(17)
    calendar: WorkdayCalendar = field(default_factory=WorkdayCalendar)
    fiscal_year_start: int | None = None
    next_meeting: datetime | None = None


@dataclass(frozen=True, slots=True)
class DueReading:
    """What a phrase means. `due` is aware, in the reader's zone; without `has_time` it is that day's close of business.

    `ask`: confirm before keeping. `warnings`: what to say beside the date. `why`: how it was read, or why there is
    none.
    """

    due: datetime | None
    has_time: bool
    ask: bool
    warnings: tuple[str, ...]
    why: str
    kind: Kind


def read_due(text: str, now: datetime, zone: str, rules: DueRules | None = None) -> DueReading:
    """Reads a due phrase said at `now` (aware) by someone in the IANA zone `zone`. Never raises for any text.

    Raises ValueError for a naive `now`, ZoneInfoNotFoundError for an unknown zone.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware: add a time zone")
    rules = rules or DueRules()
    place = ZoneInfo(zone)
    local = now.astimezone(place)
    meeting = rules.next_meeting.astimezone(place) if rules.next_meeting else None
    over = local.time() >= rules.close_of_business
    here = Here(local, rules.calendar.without_closures(), over, rules.fiscal_year_start, meeting)
    line = tokens_of(text, own_zone_names=own_names(place, local))
    if line is None or not line.items:
        return _no_words(text, line)
    if line.items[0].kind == "instant" and len(line.items) == 1:
        return _Resolver(here, rules, place).instant(line.items[0].text)
    sense = None if line.plain in NO_DATE else sense_of(line, here)
    if sense is None and line.plain in NO_DATE:
        return _none("it names no day")
    if sense is None:
        return _none("no due date was recognized")
    return _Resolver(here, rules, place).reading(_with_doubts(sense, line))


def as_json(reading: DueReading) -> dict[str, object]:
    """The reading as plain values: `due` in ISO 8601 to the minute with its offset, or None."""
    return {
        "due": reading.due.isoformat(timespec="minutes") if reading.due else None,
        "has_time": reading.has_time,
        "ask": reading.ask,
        "warnings": list(reading.warnings),
        "why": reading.why,
    }


def date_said(due: datetime, now: datetime) -> str:
    """`Fri Nov 27, 5 PM CT`; with the year when it is not this one. Reads back to the same minute."""
    year = f", {due.year}" if due.year != now.astimezone(due.tzinfo).year else ""
    return f"{spoken(due.date())}{year}, {hour_words(due)} {zone_shown(due)}"


def echo(reading: DueReading, now: datetime) -> str:
    """What the bot says back: "Fri Nov 27, 5 PM CT, day after Thanksgiving. OK?"."""
    if reading.due is None:
        return f"No due date: {reading.why}."
    return f"{', '.join((date_said(reading.due, now), *reading.warnings))}. OK?"


def _no_words(text: str, line: Tokens | None) -> DueReading:
    if not text.strip():
        return _none("nothing was typed")
    if line is None:
        return _none("too long for a date" if len(text.strip()) > MAX_CHARACTERS else "it holds signs no date has")
    if line.recurring:
        return _none("it repeats: one due date is needed")
    if line.plain in NO_DATE:
        return _none("it names no day")
    return _none("it holds words that are no part of a date")


def _with_doubts(sense: Sense, line: Tokens) -> Sense:
    notes = (f"spelling read as {line.spelling.capitalize()}",) if line.spelling else ()
    return replace(sense, ask=sense.ask or line.unsure, notes=(*sense.notes, *notes))


def _none(why: str, *, ask: bool = False, kind: Kind = "none") -> DueReading:
    return DueReading(None, False, ask, (), why, kind)


@dataclass(frozen=True, slots=True)
class _Resolver:
    """From what the words say to the minute it is due."""

    here: Here
    rules: DueRules
    zone: ZoneInfo

    def reading(self, sense: Sense) -> DueReading:
        """A due time that lies ahead, or none with the reason."""
        if sense.day is not None and sense.day.on is None:
            return _none(sense.day.why, ask=sense.day.ask, kind="meeting" if sense.day.meeting else "none")
        if sense.moment is not None:
            return self._checked(_to_the_minute(sense.moment), sense, "counted from now")
        if sense.day is not None and sense.day.meeting and not (sense.clock or sense.daypart):
            return self._at_meeting(sense, sense.day)
        if sense.clock is not None:
            return self._with_clock(sense, sense.clock)
        if sense.daypart is not None:
            return self._with_daypart(sense, sense.daypart)
        return self._whole_day(sense)

    def instant(self, text: str) -> DueReading:
        """A full ISO time with its offset."""
        try:
            moment = datetime.fromisoformat(text.replace(",", ".").upper())
        except ValueError:
            return _none("there is no such date or time")
        if not 1900 <= moment.year <= 2199:
            return _none("more than ten years away")
        return self._checked(_to_the_minute(moment.astimezone(self.zone)), Sense(), "a full date and time")

    def _at_meeting(self, sense: Sense, day: Day) -> DueReading:
        meeting = self.here.next_meeting
        if meeting is not None and day.on == meeting.date():
            return self._checked(meeting, sense, "when the next meeting begins")
        return self._whole_day(sense)

    def _whole_day(self, sense: Sense) -> DueReading:
        assert sense.day is not None and sense.day.on is not None
        day = sense.day.on
        if day == self.here.today and self.here.business_is_over:
            late = _noting(sense, "close of business has passed", ask=sense.daypart is None)
            return self._on_wall(day, _LAST_MINUTE, late, has_time=False)
        return self._on_wall(day, self.rules.close_of_business, sense, has_time=False)

    def _with_daypart(self, sense: Sense, daypart: str) -> DueReading:
        """Morning is by noon, afternoon by close of business; evening and night keep the day and say so."""
        if sense.day is None:
            begun = daypart == "morning" and self.here.now.time() >= self.rules.calendar.opens
            gone = begun or (daypart == "afternoon" and self.here.business_is_over)
            day = Day(self.here.today + timedelta(days=int(gone)), "tomorrow" if gone else "today", "relative")
            sense = replace(sense, day=day.asking())
        assert sense.day is not None and sense.day.on is not None
        if daypart == "morning":
            return self._on_wall(sense.day.on, time(12), _noting(sense, "morning read as by noon"))
        late_today = sense.day.on == self.here.today and self.here.business_is_over
        if daypart == "afternoon":
            return self._whole_day(replace(sense, ask=sense.ask or late_today))
        return self._whole_day(sense if late_today else _noting(sense, f"{daypart} kept as close of business"))

    def _with_clock(self, sense: Sense, clock: Clock) -> DueReading:
        if clock.named:
            return self._with_named(sense, clock)
        assert clock.at is not None
        zone, zone_doubt = zone_named(clock.zone, self.zone, self._day_or_today(sense))
        sense = replace(sense, ask=sense.ask or zone_doubt)
        named = sense.day
        if named is None or named.on is None:
            return self._hour_alone(sense, clock, zone)
        day, at = named.on, clock.at
        if clock.bare and named.family == "iso":
            at = time(*clock.written)
            clock = replace(clock, ask=False, notes=())
        if clock.next_day:
            at, day = time(0), day + timedelta(days=1)
            if named.on != self.here.today:
                sense = _noting(sense, f"midnight read as the end of {named.on:%a}", ask=True)
        elif at == time(0) and named.family != "iso":
            sense = _noting(sense, f"midnight read as the start of {day:%a}", ask=True)
        return self._on_wall(day, at, _with_clock_doubts(sense, clock), zone=zone, zone_name=clock.zone)

    def _day_or_today(self, sense: Sense) -> date:
        return sense.day.on if sense.day and sense.day.on else self.here.today

    def _hour_alone(self, sense: Sense, clock: Clock, zone: tzinfo) -> DueReading:
        """The next time the clock shows it: today, or tomorrow once it has passed."""
        assert clock.at is not None
        sense = _with_clock_doubts(sense, clock)
        first = self.here.now.astimezone(zone).date()
        for ahead in range(3):
            day = first + timedelta(days=ahead)
            reading = self._on_wall(day, clock.at, sense, zone=zone, zone_name=clock.zone)
            if reading.due is not None:
                return reading
        return _none(PAST)

    def _with_named(self, sense: Sense, clock: Clock) -> DueReading:
        """Close of business, end of day, opening: hours the settings know."""
        sense = _with_clock_doubts(sense, clock)
        calendar = self.rules.calendar
        at = calendar.opens if clock.named == "opening" else self.rules.close_of_business
        day = sense.day.on if sense.day else None
        if day is None and clock.named == "opening":
            opens_today = calendar.is_working_day(self.here.today) and self.here.now.time() < at
            day = self.here.today if opens_today else calendar.working_day_after(self.here.today)
            return self._on_wall(day, at, replace(sense, ask=True))
        if clock.named != "opening" and self.here.business_is_over and (day is None or day == self.here.today):
            late = _noting(sense, "close of business has passed", ask=True)
            if clock.named == "eod":
                return self._on_wall(self.here.today, _LAST_MINUTE, late)
            if day is None:
                return self._on_wall(calendar.working_day_after(self.here.today), at, late)
        zone, doubt = zone_named(clock.zone, self.zone, day or self.here.today)
        return self._on_wall(day or self.here.today, at, replace(sense, ask=sense.ask or doubt), zone=zone)

    def _on_wall(
        self, day: date, at: time, sense: Sense, *,
        has_time: bool = True, zone: tzinfo | None = None, zone_name: str | None = None,
    ) -> DueReading:  # fmt: skip
        found = _real(day, at, zone or self.zone)
        due, notes = found.at, sense.notes
        wanted = bool(zone_name) and due.replace(fold=1).strftime("%Z").casefold() == zone_name
        if found.twice and (wanted or self._is_past(due)):
            due = due.replace(fold=1)
        elif found.twice and not zone_name:
            notes = (*notes, f"{hour_words(due)} comes twice that day: the first is meant")
        if found.shift:
            notes = (*notes, "the clocks go forward then: moved past the missing hour")
        why = sense.day.why if sense.day else "the next time the clock shows it"
        sense = replace(sense, ask=sense.ask or notes != sense.notes, notes=notes)
        return self._checked(due.astimezone(self.zone), sense, why, has_time=has_time)

    def _is_past(self, due: datetime) -> bool:
        """Compared in UTC: two times of one zone compare by their wall clocks, wrongly in the hour that comes twice."""
        return due.astimezone(UTC) <= self.here.now.astimezone(UTC)

    def _checked(self, due: datetime, sense: Sense, why: str, *, has_time: bool = True) -> DueReading:
        """Never in the past, never beyond ten years; with what is worth saying of that day."""
        if self._is_past(due):
            return _none(PAST)
        if due > self.here.now + timedelta(days=366 * LONGEST_YEARS):
            return _none("more than ten years away", ask=True)
        day = sense.day or Day(None, why)
        last_minute = (due - timedelta(minutes=1)).date()
        warnings = (*self.rules.calendar.notes(last_minute), *day.notes, *sense.notes)
        kind: Kind = "datetime" if has_time else "date"
        kind = "conflict" if day.conflict else "meeting" if day.meeting else kind
        ask = sense.ask or day.ask or day.conflict
        return DueReading(due, has_time, ask, tuple(dict.fromkeys(warnings)), why, kind)


def _noting(sense: Sense, note: str, *, ask: bool = False) -> Sense:
    return replace(sense, ask=sense.ask or ask, notes=(*sense.notes, note))


def _with_clock_doubts(sense: Sense, clock: Clock) -> Sense:
    return replace(sense, ask=sense.ask or clock.ask, notes=(*sense.notes, *clock.notes))


def _real(day: date, at: time, zone: tzinfo) -> LocalMoment:
    if isinstance(zone, ZoneInfo):
        return local_moment(day, at, zone)
    assert isinstance(zone, timezone)
    return LocalMoment(datetime.combine(day, at, zone))


def _to_the_minute(moment: datetime) -> datetime:
    """Up to the next full minute, so that it never falls before what was said."""
    whole = moment.astimezone(UTC).replace(second=0, microsecond=0)
    if whole < moment:
        whole += timedelta(minutes=1)
    return whole.astimezone(moment.tzinfo)
