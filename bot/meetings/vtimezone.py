"""How a time zone is told to other calendars: VTIMEZONE with yearly rules (RFC 5545 3.6.5), as common calendars write it.

Lists of dates, which `icalendar` would write, are not read by all of them, and its dates lie an hour late. Pure; read off the
zone database itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

# 28 years: every day of the month meets every day of the week, so a rule that fits all of them is the rule
FIRST_YEAR, LAST_YEAR = 2024, 2051
YEARS_ONE_BY_ONE = 12
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """One change of the clocks; `wall` is what the clock shows when it happens, still in the old offset."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


def vtimezone(name: str) -> Timezone:
    """The zone with this IANA name. The same for every meeting: calendars keep the first description they read."""
    zone = ZoneInfo(name)
    years = [list(_changes(zone, year)) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    rules = _rules(years)
    described = Timezone()
    described.add("tzid", name)
    if rules is None:
        # no yearly rule fits (Morocco's follow the moon): one part for every single change
        for change in (each for year in years[:YEARS_ONE_BY_ONE] for each in year):
            described.add_component(_part(change, None))
    elif not rules:
        start = datetime(FIRST_YEAR, 1, 1, tzinfo=zone)
        still = Change(datetime(1970, 1, 1), _offset(start), _offset(start), start.tzname() or name, False)  # noqa: DTZ001 - wall time
        described.add_component(_part(still, None))
    for change, rule in rules or ():
        described.add_component(_part(change, rule))
    return described


def _part(change: Change, rule: dict[str, list[object]] | None) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if change.is_daylight else TimezoneStandard()
    part.add("dtstart", change.wall)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule is not None:
        part.add("rrule", vRecur(rule))
    return part


def _rules(years: Sequence[Sequence[Change]]) -> list[tuple[Change, dict[str, list[object]]]] | None:
    """The changes of the first year with their yearly rules; empty where clocks never change; None when no rule fits."""
    if len({len(year) for year in years}) != 1:
        return None
    found = []
    for same in zip(*years, strict=True):
        rule = _rule([change.wall for change in same])
        kinds = {(change.before, change.after, change.wall.time(), change.is_daylight) for change in same}
        if rule is None or len(kinds) != 1:
            return None
        found.append((same[0], rule))
    return found


def _rule(walls: Sequence[datetime]) -> dict[str, list[object]] | None:
    if len({(wall.month, wall.weekday()) for wall in walls}) != 1:
        return None
    month, weekday = walls[0].month, WEEKDAYS[walls[0].weekday()]
    yearly: dict[str, list[object]] = {"FREQ": ["YEARLY"], "BYMONTH": [month]}
    days = [wall.day for wall in walls]
    if len({(day - 1) // 7 for day in days}) == 1:
        return {**yearly, "BYDAY": [f"{(days[0] - 1) // 7 + 1}{weekday}"]}
    if all(wall.day + 7 > monthrange(wall.year, wall.month)[1] for wall in walls):
        return {**yearly, "BYDAY": [f"-1{weekday}"]}
    if max(days) - min(days) == 6:
        return {**yearly, "BYDAY": [weekday], "BYMONTHDAY": list(range(min(days), max(days) + 1))}
    return None


def _changes(zone: ZoneInfo, year: int) -> Iterator[Change]:
    start, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    day = timedelta(days=1)
    while start < end:
        if _offset(start.astimezone(zone)) != _offset((start + day).astimezone(zone)):
            yield _change(zone, start)
        start += day


def _change(zone: ZoneInfo, start: datetime) -> Change:
    """The change within the day after `start`, found to the minute."""
    before, low, high = _offset(start.astimezone(zone)), 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        same = _offset((start + timedelta(minutes=middle)).astimezone(zone)) == before
        low, high = (middle, high) if same else (low, middle)
    moment = start + timedelta(minutes=high)
    there = moment.astimezone(zone)
    return Change((moment + before).replace(tzinfo=None), before, _offset(there), there.tzname() or "", bool(there.dst()))


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta(0)
