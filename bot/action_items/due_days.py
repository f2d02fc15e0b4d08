"""Which day a careful person means by "next Friday", "end of the month" or "12/5", said on a given day.

Calendar arithmetic only: the words are read in `due_day_grammar`. Where two readings are honest, the earlier one is
kept and `ask` is set; a stretch of time ("next week") is due on its last working day.
"""

from __future__ import annotations

import calendar as month_lengths
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from bot.workdays import DAY_NAMES, ONE_DAY, WorkdayCalendar, familiar_days

LONGEST_YEARS = 10
PAST = "that is in the past"
_RECENTLY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Here:
    """Now, as the wall clock of the zone shows it, and the rules that apply there."""

    now: datetime
    calendar: WorkdayCalendar
    business_is_over: bool
    fiscal_year_start: int | None
    next_meeting: datetime | None

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def is_weekend(self) -> bool:
        return self.today.weekday() >= 5


@dataclass(frozen=True, slots=True)
class Day:
    """One reading of a day. `on` None: the words name a day that cannot be, and `why` says so.

    `family` tells whether a second name for the same day may stand beside it; `weekday` is set where only the name of
    the weekday was given. `meeting`: the day comes from the meeting series. `conflict`: two names for it disagree.
    `hour_like`: a bare number that could as well have been an hour.
    """

    on: date | None
    why: str
    family: str = "date"
    ask: bool = False
    notes: tuple[str, ...] = ()
    weekday: int | None = None
    daypart: str | None = None
    meeting: bool = False
    conflict: bool = False
    hour_like: bool = False

    def asking(self, *notes: str) -> Day:
        return replace(self, ask=True, notes=(*self.notes, *notes))


def no_day(why: str, *, ask: bool = False, meeting: bool = False) -> Day:
    """A day that cannot be, with the reason."""
    return Day(None, why, ask=ask, meeting=meeting)


def spoken(day: date) -> str:
    """`Fri Dec 4`, with the year when it is far from obvious to the reader."""
    return f"{day:%a %b} {day.day}"


def plain_weekday(here: Here, weekday: int) -> Day:
    """The coming one; said on that very weekday it is a week off, and asked."""
    ahead = (weekday - here.today.weekday()) % 7
    day = Day(here.today + timedelta(days=ahead or 7), f"the coming {DAY_NAMES[weekday]}", "weekday", weekday=weekday)
    return day if ahead else day.asking(f"today is {DAY_NAMES[weekday]}: could also mean today")


def this_weekday(here: Here, weekday: int) -> Day:
    """The one of this calendar week; asked when it has gone by or is today."""
    ahead = (weekday - here.today.weekday()) % 7
    day = Day(here.today + timedelta(days=ahead), f"this {DAY_NAMES[weekday]}", "weekday", weekday=weekday)
    if ahead == 0:
        return day.asking(f"today is {DAY_NAMES[weekday]}")
    return day if weekday > here.today.weekday() else day.asking("read as the coming one")


def next_weekday(here: Here, weekday: int) -> Day:
    """The coming one. Asked where it is also "this" one: inside this week, late in next week said on a weekend, or on a
    Sunday, when people disagree which week has begun."""
    coming = here.today + timedelta(days=(weekday - here.today.weekday()) % 7 or 7)
    day = Day(coming, f"the coming {DAY_NAMES[weekday]}", "weekday", weekday=weekday)
    this_week_too = monday_of(coming) == monday_of(here.today)
    far_end = here.is_weekend and (coming - here.today).days >= 5
    on_sunday = here.today.weekday() == 6
    if not (this_week_too or far_end or on_sunday):
        return day
    return day.asking(f"could also mean {spoken(coming + 7 * ONE_DAY)}")


def weekday_of_next_week(here: Here, weekday: int, weeks: int = 1) -> Day:
    """`friday next week`: in the calendar week after this one, Monday first; asked on a Sunday."""
    day = Day(
        monday_of(here.today) + timedelta(days=7 * weeks + weekday), f"{DAY_NAMES[weekday]} of that week", "weekday",
        weekday=weekday,
    )  # fmt: skip
    return day.asking("today is Sunday: which week is next?") if here.today.weekday() == 6 else day


def weeks_after(here: Here, day: Day, weeks: int) -> Day:
    """`a week from Tuesday`, `Thursday week`. On that very weekday it is counted from today, and asked."""
    if day.on is None:
        return day
    if day.weekday == here.today.weekday() and day.on == here.today + 7 * ONE_DAY:
        counted = replace(day, on=here.today + timedelta(weeks=weeks), notes=())
        return counted.asking(f"could also mean {spoken(here.today + timedelta(weeks=weeks + 1))}")
    why = f"{amount(weeks, 'week')} after {spoken(day.on)}"
    return replace(day, on=day.on + timedelta(weeks=weeks), why=why, weekday=None)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_end(here: Here, inside: date) -> date:
    """The last working day of the Monday-to-Sunday week that holds `inside`."""
    return here.calendar.last_working_day(monday_of(inside), monday_of(inside) + 6 * ONE_DAY)


def this_week(here: Here, why: str = "the last working day of this week") -> Day:
    """End of this week; on a weekend, or when it has gone by, end of the week that follows, and asked."""
    end = week_end(here, here.today)
    if here.is_weekend or end < here.today or (end == here.today and here.business_is_over):
        following = week_end(here, here.today + 7 * ONE_DAY)
        return Day(following, "the last working day of the coming week", "period").asking("this working week is over")
    return Day(end, why, "period")


def weeks_ahead(here: Here, weeks: int) -> Day:
    """`next week` is 1: its last working day. Always asked."""
    end = week_end(here, here.today + timedelta(weeks=weeks))
    return Day(end, "the last working day of that week", "period").asking("read as the end of that week")


def week_of(here: Here, day: Day) -> Day:
    """The last working day of the week a day falls in; a Sunday begins its week. Always asked."""
    if day.on is None:
        return day
    inside = day.on + ONE_DAY if day.on.weekday() == 6 else day.on
    return replace(day, on=week_end(here, inside), family="period", weekday=None).asking("read as the end of that week")


def month_end(here: Here, months: int = 0) -> Day:
    """The last day of this month, or of a later one."""
    first = here.today.replace(day=1) + relativedelta(months=months)
    return Day(last_of_month(first.year, first.month), "the last day of that month", "period")


def last_of_month(year: int, month: int) -> date:
    return date(year, month, month_lengths.monthrange(year, month)[1])


def month_year(here: Here, month: int, year: int | None = None) -> int:
    """The year of a month named without one: this year until the month has gone by."""
    return year or here.today.year + (month < here.today.month)


def calendar_date(here: Here, month: int, day: int, year: int | None = None, family: str = "date") -> Day:
    """A day by its numbers. Without a year it is the next one to come, and asked if it was here not long ago."""
    if year is not None:
        return _with_year(year, month, day, family)
    if not valid(2028, month, day):
        return no_day(f"there is no day {day} in month {month}")
    if (month, day) == (2, 29):
        return _leap_day(here, family)
    found = date(here.today.year, month, day)
    if found >= here.today:
        return Day(found, f"{found:%B} {day}", family)
    rolled = Day(found.replace(year=found.year + 1), f"{found:%B} {day} of next year", family)
    recent = here.today - found <= _RECENTLY
    return rolled.asking(f"{spoken(found)} has just passed: read as {found.year + 1}") if recent else rolled


def _with_year(year: int, month: int, day: int, family: str) -> Day:
    if year < 100:
        year += 2000
    if not valid(year, month, day):
        return no_day(f"there is no day {day} in month {month} of {year}")
    return Day(date(year, month, day), f"{date(year, month, day):%B} {day}, {year}", family)


def _leap_day(here: Here, family: str) -> Day:
    year = here.today.year
    while not (month_lengths.isleap(year) and date(year, 2, 29) >= here.today):
        year += 1
    return Day(date(year, 2, 29), "the next leap day", family).asking(f"the next February 29 is in {year}")


def last_day(inside: date) -> date:
    """The last day of the month a day is in."""
    return last_of_month(inside.year, inside.month)


def valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= year <= 9998 and 1 <= day <= month_lengths.monthrange(year, month)[1]


def day_of_month(here: Here, number: int) -> Day:
    """`the 15th`: the next one to come; asked when it is today, or when this month is too short for it."""
    if not 1 <= number <= 31:
        return no_day(f"no month has a day {number}")
    first = here.today.replace(day=1)
    for months in range(3):
        month = first + relativedelta(months=months)
        if valid(month.year, month.month, number) and month.replace(day=number) >= here.today:
            day = Day(month.replace(day=number), f"the next day {number} of a month", "ordinal")
            if day.on == here.today:
                return day.asking("that is today")
            skipped = months > 0 and not valid(first.year, first.month, number) and number >= here.today.day
            just_gone = months == 1 and 0 < here.today.day - number <= 3
            if just_gone:
                return day.asking(f"{spoken(here.today.replace(day=number))} has just passed")
            return day.asking("this month has no such day") if skipped else day
    return no_day(f"no month soon has a day {number}")


def nth_weekday(number: int, weekday: int, month: date) -> Day:
    """The first, second ... (-1: last) of a weekday in a month."""
    end = last_of_month(month.year, month.month)
    if number < 0:
        found = end - timedelta(days=(end.weekday() - weekday) % 7)
    else:
        found = month + timedelta(days=(weekday - month.weekday()) % 7 + 7 * (number - 1))
    if found > end:
        return no_day(f"that month has no {number}th {DAY_NAMES[weekday]}")
    return Day(found, f"counted inside {month:%B %Y}", "date")


def quarter_end(here: Here, number: int | None, year: int | None = None, ahead: int = 0) -> Day:
    """The last day of a quarter. A numbered quarter is asked unless the fiscal year is a setting.

    `year` is the calendar year the quarter begins in, or, with a fiscal year other than January's, the year it is
    named for (the one it ends in). Without a year it is the next to come.
    """
    start = here.fiscal_year_start or 1
    if number is None:
        months = (here.today.month - start) % 3
        return month_end(here, 2 - months + 3 * ahead)
    last_month = (start - 1 + 3 * number - 1) % 12 + 1
    found = last_of_month(year if year is not None else here.today.year, last_month)
    if year is not None and start > 1 and last_month >= start:
        found = last_of_month(year - 1, last_month)
    if year is None and found < here.today:
        found = last_of_month(here.today.year + 1, last_month)
    day = Day(found, f"the last day of quarter {number}", "period")
    return day if here.fiscal_year_start else day.asking("calendar quarters: your fiscal year may differ")


def fiscal_year_end(here: Here, ahead: int = 0) -> Day:
    """The last day of the fiscal year; without the setting, of the calendar year, and asked."""
    start = here.fiscal_year_start or 1
    last_month = (start - 2) % 12 + 1
    found = last_of_month(here.today.year, last_month)
    if found < here.today:
        found = last_of_month(here.today.year + 1, last_month)
    day = Day(found + relativedelta(years=ahead), "the last day of the fiscal year", "period")
    return day if here.fiscal_year_start else day.asking("read as the calendar year: your fiscal year may differ")


def familiar_day(here: Here, name: str, year: int | None = None) -> Day:
    """A named day, the next to come unless a year is given. Asked where it was here not long ago."""
    if year is not None:
        return Day(_on(name, year), name, "holiday")
    found = _on(name, here.today.year)
    if found >= here.today:
        return Day(found, name, "holiday")
    following = Day(_on(name, here.today.year + 1), name, "holiday")
    recent = here.today - found <= timedelta(days=45)
    return following.asking(f"{spoken(found)} has passed: read as {here.today.year + 1}") if recent else following


def _on(name: str, year: int) -> date:
    thanksgiving = familiar_days(year)["thanksgiving day"]
    derived = {
        "thanksgiving eve": thanksgiving - ONE_DAY,
        "black friday": thanksgiving + ONE_DAY,
        "cyber monday": thanksgiving + 4 * ONE_DAY,
        "giving tuesday": thanksgiving + 5 * ONE_DAY,
        "easter monday": familiar_days(year)["easter sunday"] + ONE_DAY,
        "tax day": date(year, 4, 15),
        "election day": date(year, 11, 2) + timedelta(days=(1 - date(year, 11, 2).weekday()) % 7),
        "human trafficking awareness day": date(year, 1, 11),
        "juneteenth national independence day": date(year, 6, 19),
        "martin luther king jr day": date(year, 1, 15) + timedelta(days=(0 - date(year, 1, 15).weekday()) % 7),
    }
    return derived.get(name) or familiar_days(year)[name]


def later(here: Here, count: int, unit: str, start: date | None = None) -> Day:
    """`count` days, weeks, months, years or working days after `start` (today); negative counts go back."""
    origin = start or here.today
    days_each = {"day": 1, "week": 7, "fortnight": 14, "month": 31, "quarter": 92, "year": 366, "workday": 2}[unit]
    if abs(count) * days_each > (LONGEST_YEARS + 1) * 366:
        return no_day("more than ten years away")
    if unit == "workday":
        return Day(here.calendar.add_working_days(origin, count), amount(count, unit), "relative")
    weeks, months = {"week": 1, "fortnight": 2}.get(unit, 0), {"month": 1, "quarter": 3, "year": 12}.get(unit, 0)
    step = relativedelta(days=count * (unit == "day"), weeks=count * weeks, months=count * months)
    return Day(origin + step, f"{amount(count, unit)} from {spoken(origin)}", "relative")


def amount(count: int, unit: str) -> str:
    """`1 week`, `3 working days`."""
    name = "working day" if unit == "workday" else unit
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
