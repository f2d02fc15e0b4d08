"""Which clock runs, and when it rings: minutes of the provider's working time. Pure.

Hours and holidays are those of the provider's own place; where its hours are not known or it never closes, the people who
answer referrals are reckoned to work the task force's hours. protocols.md 0.10.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.content.protocol import Clock, Protocol
from bot.content.provider import DayName, Hours
from bot.intake.flow import Answers
from bot.workdays import WorkdayCalendar, local_moment

DAYS: tuple[DayName, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# however seldom a place opens, nobody waits longer for a word; also the day of the prompt to close
LONGEST = timedelta(days=14)
# a clock this slow is told in the weekly digest, not at once (0.10, `later`)
WEEKLY_FROM_MINUTES = 960
FALLBACK = Clock(acknowledge_minutes=480, decide_minutes=1440)


@dataclass(frozen=True)
class Place:
    """Where and when somebody works. `hours` None: not known, or day and night."""

    hours: Hours | None
    zone: ZoneInfo
    calendar: WorkdayCalendar
    city: ZoneInfo


@dataclass(frozen=True)
class Rings:
    """The moments of one release, in UTC."""

    remind: datetime
    acknowledge_by: datetime
    decide_soon: datetime
    decide_by: datetime


def clock_of(protocol: Protocol, answers: Answers) -> tuple[str, Clock]:
    """The first clock whose answer fits, else the usual one."""
    for rule in protocol.file.clock_when:
        value = answers.get(rule.when)
        given = value if isinstance(value, tuple) else (() if value is None else (str(value),))
        fits = any(item in rule.is_ for item in given) if rule.is_ else bool(given) and not set(given) & set(rule.is_not)
        if fits and rule.clock in protocol.file.clocks:
            return rule.clock, protocol.file.clocks[rule.clock]
    usual = protocol.file.usual_clock or ""
    return (usual, protocol.file.clocks[usual]) if usual in protocol.file.clocks else ("usual", FALLBACK)


def rings(start: datetime, clock: Clock, place: Place) -> Rings:
    """Reminder at half of each time, the clock itself at its end. Never later than two weeks."""
    between = (clock.acknowledge_minutes + clock.decide_minutes) / 2
    moments = [
        due(start, minutes, place, around_the_clock=clock.around_the_clock)
        for minutes in (clock.acknowledge_minutes / 2, clock.acknowledge_minutes, between, clock.decide_minutes)
    ]
    return Rings(*moments)


def due(start: datetime, minutes: float, place: Place, *, around_the_clock: bool = False) -> datetime:
    """`minutes` of working time after `start`, in UTC."""
    if around_the_clock:
        return (start + timedelta(minutes=minutes)).astimezone(UTC)
    if place.hours is None or place.hours.always or not place.hours.weekly:
        found = place.calendar.add_working_hours(start, minutes / 60, place.city)
    else:
        found = _in_hours(start, timedelta(minutes=minutes), place, place.hours)
    return min(found.astimezone(UTC), (start + LONGEST).astimezone(UTC))


def is_weekly(acknowledge_minutes: int) -> bool:
    return acknowledge_minutes >= WEEKLY_FROM_MINUTES


def _in_hours(start: datetime, left: timedelta, place: Place, hours: Hours) -> datetime:
    day = start.astimezone(place.zone).date()
    for _ in range(LONGEST.days + 2):
        for opens, closes in _stretches(day, place, hours):
            begin = max(opens, start)
            if begin < closes:
                if left <= closes - begin:
                    return begin + left
                left -= closes - begin
        day += timedelta(days=1)
    return start + LONGEST


def _stretches(day: date, place: Place, hours: Hours) -> list[tuple[datetime, datetime]]:
    """The open stretches of one local day, in UTC; none on a holiday or while the office is closed."""
    if place.calendar.holiday(day) or place.calendar.closure(day):
        return []
    name = DAYS[day.weekday()]
    found = [
        (_moment(day, opening.opens, place.zone), _moment(day, opening.closes, place.zone))
        for opening in hours.weekly if name in opening.days
    ]  # fmt: skip
    return sorted(found)


def _moment(day: date, wall: str, zone: ZoneInfo) -> datetime:
    if wall == "24:00":
        day, wall = day + timedelta(days=1), "00:00"
    return local_moment(day, time.fromisoformat(wall), zone).at.astimezone(UTC)
