"""When a series meets: RFC 5545 recurrences on wall time, moved or skipped where nobody works. Pure.

Recurrence is python-dateutil's, expanded in local days; the clock is put on afterwards, so that 10 AM stays 10 AM across
a change of clocks. `(series, planned day)` names one meeting for ever, even when it is moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.settings import Series, wall_time
from bot.workdays import WorkdayCalendar, local_moment

FURTHEST_MOVE = 10
# how many planned days are looked through for one that stands; a series that is always closed must not run for ever
MOST_SKIPPED = 60


@dataclass(frozen=True, slots=True)
class Moved:
    """An exception made by a coordinator: cancelled, or on another day or time."""

    cancelled: bool = False
    day: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting. `planned` is the day the rule gives; `note` says why it stands on another day, or that it is cancelled."""

    series: str
    planned: date
    starts: datetime
    ends: datetime
    cancelled: bool = False
    note: str = ""

    @property
    def key(self) -> str:
        return f"{self.series}|{self.planned.isoformat()}"


@dataclass(frozen=True)
class SeriesCalendar:
    """Expands one series. `exceptions` maps a planned day to what a coordinator decided."""

    series: Series
    zone: ZoneInfo
    workdays: WorkdayCalendar
    exceptions: Mapping[date, Moved] = field(default_factory=dict)

    def planned_days(self, first: date, last: date) -> Iterator[date]:
        """The days of the rule itself, both ends included, in order."""
        start = datetime.combine(self.series.first, time())
        rule = rrulestr(self.series.rule, dtstart=start)
        for moment in rule.between(datetime.combine(first, time()), datetime.combine(last, time()), inc=True):
            yield moment.date()

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """Meetings whose planned day lies between, without those that closures skip; cancelled ones are marked."""
        found = (self.occurrence(day) for day in self.planned_days(first, last))
        return tuple(occurrence for occurrence in found if occurrence is not None)

    def skipped(self, first: date, last: date) -> tuple[tuple[date, str], ...]:
        """Planned days on which nobody meets, with the name of the holiday or closure."""
        days = (day for day in self.planned_days(first, last) if self.occurrence(day) is None)
        return tuple((day, self._closed(day) or "closed") for day in days)

    def occurrence(self, planned: date) -> Occurrence | None:
        """The meeting of one planned day; None when a closure skips it."""
        exception = self.exceptions.get(planned, Moved())
        if exception.day is not None or exception.at is not None:
            return self._at(planned, exception.day or planned, exception.at, "moved by a coordinator")
        reason = self._closed(planned)
        if exception.cancelled:
            return self._at(planned, planned, None, "cancelled", cancelled=True)
        if reason is None:
            return self._at(planned, planned, None, "")
        if self.series.on_closure == "skip":
            return None
        day = self._next_open(planned)
        return None if day is None else self._at(planned, day, None, f"moved: {reason}")

    def next_after(self, moment: datetime) -> Occurrence | None:
        """The next meeting that has not ended and is not cancelled."""
        today = moment.astimezone(self.zone).date()
        # a meeting planned some days ago may have been moved to today
        since = today - timedelta(days=FURTHEST_MOVE)
        rule = rrulestr(self.series.rule, dtstart=datetime.combine(self.series.first, time()))
        for place, planned in enumerate(rule.xafter(datetime.combine(since, time()), inc=True)):
            if place > MOST_SKIPPED:
                return None
            occurrence = self.occurrence(planned.date())
            if occurrence is not None and not occurrence.cancelled and occurrence.ends > moment:
                return occurrence
        return None

    def _closed(self, day: date) -> str | None:
        return self.workdays.holiday(day) or self.workdays.closure(day)

    def _next_open(self, planned: date) -> date | None:
        """None when no weekday is open before the next meeting of the series: two are never put on one day."""
        rule = rrulestr(self.series.rule, dtstart=datetime.combine(self.series.first, time()))
        following = rule.after(datetime.combine(planned, time()))
        for step in range(1, FURTHEST_MOVE + 1):
            day = planned + timedelta(days=step)
            if following is not None and day >= following.date():
                return None
            if day.weekday() < 5 and self._closed(day) is None:
                return day
        return None

    def _at(self, planned: date, day: date, at: time | None, note: str, *, cancelled: bool = False) -> Occurrence:
        starts = local_moment(day, at or wall_time(self.series.at), self.zone).at
        # minutes of a meeting are real minutes, also on the night the clocks change
        ends = (starts.astimezone(ZoneInfo("UTC")) + timedelta(minutes=self.series.minutes)).astimezone(self.zone)
        return Occurrence(self.series.id, planned, starts, ends, cancelled, note)
