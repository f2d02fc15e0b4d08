"""When people work: public holidays, agency closures, working days and hours, and what a day is called.

Pure and shared by every room. What is due when, and who is told, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import holidays

if TYPE_CHECKING:
    from bot.settings import AppSettings

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONE_DAY = timedelta(days=1)
_LONGEST_CLOSURE = 400
_SHORTER = {
    "Thanksgiving Day": "Thanksgiving",
    "Christmas Day": "Christmas",
    "Juneteenth National Independence Day": "Juneteenth",
    "Friday After Thanksgiving": "day after Thanksgiving",
    "Day After Thanksgiving": "day after Thanksgiving",
    "Day After Christmas": "day after Christmas",
}


@dataclass(frozen=True, slots=True)
class Closure:
    """Days, first and last included, on which nobody of this calendar works."""

    first: date
    last: date
    name: str

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"the closure `{self.name}` ends before it begins")


@dataclass(frozen=True, slots=True)
class LocalMoment:
    """A wall time made real: `shift` is how far a missing hour moved it; `twice` that the hour happens twice."""

    at: datetime
    shift: timedelta = timedelta(0)
    twice: bool = False


@dataclass(frozen=True)
class WorkdayCalendar:
    """The working days and hours of one agency. `country` None means no public holidays are kept.

    Raises ValueError when it could never be open, or names a place the holiday library does not know.
    """

    country: str | None = "US"
    subdivision: str | None = None
    working_days: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(17)
    closures: tuple[Closure, ...] = ()

    def __post_init__(self) -> None:
        if not self.working_days or not self.working_days <= frozenset(range(7)):
            raise ValueError("name at least one working day, Monday 0 to Sunday 6")
        if self.opens >= self.closes:
            raise ValueError("opening comes before closing")
        if self.country:
            public_holidays(self.country, self.subdivision, 2026)

    def without_closures(self) -> WorkdayCalendar:
        """Public holidays and working days only: for counting days the way the law and most people do."""
        return replace(self, closures=())

    def with_closures(self, *more: Closure) -> WorkdayCalendar:
        """The same calendar with further closures, such as those of one agency."""
        return replace(self, closures=(*self.closures, *more))

    def holiday(self, day: date) -> str | None:
        """The public holiday's name, or None."""
        if not self.country:
            return None
        return public_holidays(self.country, self.subdivision, day.year).get(day)

    def closure(self, day: date) -> str | None:
        """The name of the closure the day falls in, or None."""
        return next((closure.name for closure in self.closures if closure.first <= day <= closure.last), None)

    def is_working_day(self, day: date) -> bool:
        """Somebody works: a working weekday, no public holiday, no closure."""
        return day.weekday() in self.working_days and self.holiday(day) is None and self.closure(day) is None

    def notes(self, day: date) -> tuple[str, ...]:
        """What to say of a day before somebody relies on it: closed and why, or open while many are away."""
        said = []
        if day.weekday() not in self.working_days:
            said.append("a weekend" if day.weekday() >= 5 else f"no working {DAY_NAMES[day.weekday()]}")
        said += [name for name in (self.holiday(day), self._quiet(day)) if name]
        if closure := self.closure(day):
            named = closure.casefold() in {name.casefold() for name in said}
            said.append("closed" if named else f"closed: {closure}")
        return tuple(dict.fromkeys(said))

    def moved_off_closures(self, day: date, step: int = 1) -> date:
        """The day itself if it is worked, else the nearest worked one: later for step 1, earlier for step -1.

        When none lies within 400 days the day comes back unchanged: a late word is better than none.
        """
        for count in range(_LONGEST_CLOSURE):
            candidate = day + step * count * ONE_DAY
            if self.is_working_day(candidate):
                return candidate
        return day

    def working_day_after(self, day: date) -> date:
        """The first worked day later than this one."""
        return self.moved_off_closures(day + ONE_DAY)

    def working_day_before(self, day: date) -> date:
        """The last worked day earlier than this one."""
        return self.moved_off_closures(day - ONE_DAY, -1)

    def add_working_days(self, day: date, count: int) -> date:
        """`count` worked days later, or earlier for a negative count; the day itself is never counted."""
        step = self.working_day_after if count > 0 else self.working_day_before
        for _ in range(abs(count)):
            day = step(day)
        return day

    def last_working_day(self, first: date, last: date) -> date:
        """The last worked day from first to last, both included; `last` when none is."""
        day = last
        while day >= first:
            if self.is_working_day(day):
                return day
            day -= ONE_DAY
        return last

    def is_open(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Inside working hours of a worked day, as the wall clock in `zone` shows it. Closing time is outside."""
        here = moment.astimezone(zone)
        return self.is_working_day(here.date()) and self.opens <= here.time() < self.closes

    def next_open(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """The moment itself if somebody works then, else the next opening, in `zone`."""
        here = moment.astimezone(zone)
        if self.is_open(here, zone):
            return here
        day = here.date() if here.time() < self.opens else here.date() + ONE_DAY
        return local_moment(self.moved_off_closures(day), self.opens, zone).at

    def add_working_hours(self, start: datetime, hours: float, zone: ZoneInfo) -> datetime:
        """`hours` of open time later. Counted from the next opening when `start` is outside working hours."""
        moment, left = self.next_open(start, zone), timedelta(hours=hours)
        while True:
            closing = local_moment(moment.date(), self.closes, zone).at
            rest_of_day = closing.astimezone(UTC) - moment.astimezone(UTC)
            if left <= rest_of_day:
                return (moment.astimezone(UTC) + left).astimezone(zone)
            left -= rest_of_day
            moment = self.next_open(closing, zone)

    def close_of_business(self, day: date, zone: ZoneInfo) -> datetime:
        """Closing time on that day, worked or not."""
        return local_moment(day, self.closes, zone).at

    def _quiet(self, day: date) -> str | None:
        """Days most offices are thin although the law calls them working days. United States only."""
        if self.country != "US":
            return None
        if self.holiday(day - ONE_DAY) == "Thanksgiving":
            return "day after Thanksgiving"
        return {(12, 24): "Christmas Eve", (12, 31): "New Year's Eve"}.get((day.month, day.day))


def calendar_for(app: AppSettings, agency: str | None = None) -> WorkdayCalendar:
    """The calendar app.yaml describes: closures for everybody, and those of `agency` where one is named."""
    from bot.settings import wall_time

    kept = tuple(
        Closure(closure.first, closure.last_day, closure.name)
        for closure in app.closures
        if not closure.agencies or agency in closure.agencies
    )
    hours, country = app.working_time, app.city.country if app.working_time.public_holidays else None
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return WorkdayCalendar(
        country, app.city.state if country else None, frozenset(names.index(name) for name in hours.days),
        wall_time(hours.opens), wall_time(hours.closes), kept,
    )  # fmt: skip


@lru_cache(maxsize=512)
def public_holidays(country: str, subdivision: str | None, year: int) -> Mapping[date, str]:
    """Every public holiday of one year by day, observed days too, in English where the library can.

    Raises ValueError for a country or subdivision it does not know.
    """
    try:
        found = holidays.country_holidays(country, subdiv=subdivision, years=year, language=_english(country))
    except NotImplementedError as error:
        raise ValueError(f"the holiday calendar does not know {country} {subdivision or ''}".rstrip()) from error
    national = public_holidays(country, None, year) if subdivision else {}
    return MappingProxyType({day: national.get(day) or _short(name) for day, name in found.items() if day.year == year})


@lru_cache(maxsize=128)
def familiar_days(year: int) -> Mapping[str, date]:
    """Days people in the United States name in speech, holidays or not, by lower-case name without punctuation."""
    found = holidays.country_holidays("US", years=year, categories=("public", "unofficial"), observed=False)
    return MappingProxyType({
        re.sub(r"[^a-z ]", "", name.casefold()): day for day, names in found.items() for name in names.split("; ")
    })  # fmt: skip


def local_moment(day: date, clock: time, zone: ZoneInfo) -> LocalMoment:
    """A wall time in a zone. A skipped hour moves forward; of an hour that comes twice it is the first."""
    wall = datetime.combine(day, clock.replace(fold=0), zone)
    real = wall.astimezone(UTC).astimezone(zone)
    if real.replace(tzinfo=None) != wall.replace(tzinfo=None):
        return LocalMoment(real, shift=real.replace(tzinfo=None) - wall.replace(tzinfo=None))
    twice = wall.utcoffset() != wall.replace(fold=1).utcoffset()
    return LocalMoment(wall, twice=twice)


def _english(country: str) -> str | None:
    supported = getattr(holidays.country_holidays(country), "supported_languages", ())
    return next((language for language in ("en_US", "en_GB") if language in supported), None)


def _short(name: str) -> str:
    """The names people use; two that fall on one day are both said."""
    return ", ".join(_SHORTER.get(part, part) for part in name.split("; "))
