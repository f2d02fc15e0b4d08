"""Opening hours as people read them. Pure; everything is reckoned on the provider's own wall clock.

A week is 10,080 minutes from Monday 00:00. Comparing wall times keeps a change of the clocks from moving anything.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.content.provider import DayName, Hours, Opening

DAYS: tuple[DayName, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 24 * 60
WEEK = 7 * DAY
NOT_KNOWN = "Hours not known"


def spans(hours: Hours) -> tuple[tuple[int, int], ...]:
    """Open stretches of the week as (from, to) minutes, joined over midnight; `to` may exceed WEEK."""
    if hours.always:
        return ((0, WEEK),)
    found = sorted(
        (DAYS.index(day) * DAY + _minutes(opening.opens), DAYS.index(day) * DAY + _minutes(opening.closes))
        for opening in hours.weekly
        for day in opening.days
    )
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    if len(joined) > 1 and joined[0][0] == 0 and joined[-1][1] == WEEK:
        joined[-1] = (joined[-1][0], WEEK + joined.pop(0)[1])
    return tuple(joined)


def week_minute(moment: datetime, zone: ZoneInfo) -> int:
    here = moment.astimezone(zone)
    return here.weekday() * DAY + here.hour * 60 + here.minute


def is_open(hours: Hours, zone: ZoneInfo, moment: datetime) -> bool | None:
    """None: the hours are not known."""
    stretches = spans(hours)
    if not stretches:
        return None
    return _stretch_at(stretches, week_minute(moment, zone)) is not None


def is_open_between(hours: Hours, zone: ZoneInfo, start: datetime, end: datetime) -> bool | None:
    """Whether the doors are open at some minute from `start` to `end`. None: the hours are not known."""
    stretches = spans(hours)
    if not stretches:
        return None
    first = week_minute(start, zone)
    last = first + max(1, int((end - start).total_seconds() // 60))
    return any(
        opens + turn < last and closes + turn > first for opens, closes in stretches for turn in (-WEEK, 0, WEEK)
    )


def at_this_moment(hours: Hours, zone: ZoneInfo, moment: datetime, reader: ZoneInfo | None = None) -> str:
    """`Open now, until 8 PM`, `Closed now, opens Mon 9 AM`, `Open day and night`, or that it is not known.

    Times are the provider's; its zone is named when the reader's clock shows something else.
    """
    if hours.always:
        return "Open day and night"
    stretches = spans(hours)
    if not stretches:
        return hours.note or NOT_KNOWN
    now = week_minute(moment, zone)
    tail = _zone_name(zone, moment, reader)
    stretch = _stretch_at(stretches, now)
    if stretch is not None:
        return f"Open now, until {_when(stretch[1], now)}{tail}"
    opens = min((start - now) % WEEK for start, _ in stretches)
    return f"Closed now, opens {_when(now + opens, now)}{tail}"


def week_text(hours: Hours) -> str:
    """`Mon–Fri 9 AM–5 PM; Sat 10 AM–2 PM`."""
    if hours.always:
        return "Day and night, every day"
    if not hours.weekly:
        return hours.note or NOT_KNOWN
    return "; ".join(f"{_days(opening.days)} {_clock(_minutes(opening.opens))}–{_clock(_minutes(opening.closes))}"
                     for opening in hours.weekly)  # fmt: skip


def read_hours(text: str) -> Hours | None:
    """Hours as an editor types them: `24/7`, or `Mon-Fri 9-17; Sat 10:00-14:30`. None when they cannot be read."""
    words = text.strip().lower()
    if re.fullmatch(r"24\s*/\s*7(?:/365)?|always|day and night", words):
        return Hours(always=True)
    rows = []
    for part in re.split(r"[;,]\s*(?=[a-z])", words):
        found = re.fullmatch(
            r"(daily|[a-z]{3,9})(?:\s*[-–]\s*([a-z]{3,9}))?\s+(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?", part.strip()
        )
        days = _named_days(found[1], found[2]) if found else ()
        if found is None or not days:
            return None
        opens, closes = f"{int(found[3]):02}:{found[4] or '00'}", f"{int(found[5]):02}:{found[6] or '00'}"
        try:
            rows.append(Opening(days=days, opens=opens, closes=closes))
        except ValueError:
            return None
    return Hours(weekly=tuple(rows)) if rows else None


def _named_days(first: str, last: str | None) -> tuple[DayName, ...]:
    if first == "daily":
        return DAYS
    ends = [next((place for place, day in enumerate(DAYS) if name.startswith(day)), -1) for name in (first, last or first)]
    if -1 in ends:
        return ()
    count = (ends[1] - ends[0]) % 7 + 1
    return tuple(DAYS[(ends[0] + step) % 7] for step in range(count))


def _stretch_at(stretches: tuple[tuple[int, int], ...], minute: int) -> tuple[int, int] | None:
    """The stretch that holds a minute of the week, moved so that its end lies after that minute."""
    for start, end in stretches:
        if start <= minute < end:
            return start, end
        if start <= minute + WEEK < end:
            return start - WEEK, end - WEEK
    return None


def _when(minute: int, now: int) -> str:
    """A moment of the week as seen from `now`: the hour alone today, else the day too."""
    days_off = minute // DAY - now // DAY
    clock = _clock(minute % DAY)
    if days_off == 0 or (days_off == 1 and minute % DAY == 0):
        return clock
    if days_off == 1:
        return f"tomorrow {clock}"
    return f"{DAYS[minute // DAY % 7].capitalize()} {clock}"


def _clock(minutes: int) -> str:
    if minutes % DAY == 0:
        return "midnight"
    if minutes == 12 * 60:
        return "noon"
    hour, minute = divmod(minutes, 60)
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''} {'AM' if hour < 12 else 'PM'}"


def _days(days: tuple[DayName, ...]) -> str:
    places = [DAYS.index(day) for day in days]
    if len(places) == 7:
        return "Every day"
    if len(places) > 2 and places == list(range(places[0], places[0] + len(places))):
        return f"{DAYS[places[0]].capitalize()}–{DAYS[places[-1]].capitalize()}"
    return ", ".join(DAYS[place].capitalize() for place in places)


def _zone_name(zone: ZoneInfo, moment: datetime, reader: ZoneInfo | None) -> str:
    if reader is None or moment.astimezone(zone).utcoffset() == moment.astimezone(reader).utcoffset():
        return ""
    return f" ({moment.astimezone(zone):%Z})"


def _minutes(wall: str) -> int:
    return int(wall[:2]) * 60 + int(wall[3:])


def evening(moment: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """What `tonight` means at a moment: from now or 7 PM until midnight; before 5 AM, the rest of the night."""
    here = moment.astimezone(zone)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    if here.hour < 5:
        return here, midnight + timedelta(hours=5)
    return max(here, midnight + timedelta(hours=19)), midnight + timedelta(days=1)


def coming_days(moment: datetime, zone: ZoneInfo, days: tuple[DayName, ...]) -> tuple[datetime, datetime]:
    """From now or the first of these days until the end of the last one, within a week."""
    here = moment.astimezone(zone)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    first = next(step for step in range(7) if DAYS[(here.weekday() + step) % 7] in days)
    last = first
    while DAYS[(here.weekday() + last + 1) % 7] in days and last - first < 6:
        last += 1
    return max(here, midnight + timedelta(days=first)), midnight + timedelta(days=last + 1)
