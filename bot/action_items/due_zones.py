"""Time zones as people write them after an hour, and as the bot writes them back: CT, MST, UTC+3."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from bot.action_items.due_words import ZONES, zone_words

_GENERIC = {
    "America/New_York": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
    "America/Anchorage": "AKT",
}
_WHOLE_YEAR_NAMES = frozenset({"eastern", "central", "mountain", "pacific", "hawaii", "hst", "utc", "gmt", "zulu"})


def own_names(zone: ZoneInfo, now: datetime) -> frozenset[str]:
    """Lower-case abbreviations this zone uses in the year around `now`."""
    moments = (now + timedelta(days=days) for days in (-90, 0, 90, 180, 270))
    names = {moment.astimezone(zone).strftime("%Z").casefold() for moment in moments}
    return frozenset(name for name in names if name.isalpha())


def zone_named(name: str | None, own: ZoneInfo, day: date) -> tuple[tzinfo, bool]:
    """The zone an abbreviation means on a day, and whether to ask. The reader's own zone is preferred."""
    if name is None:
        return own, False
    if name[0] in "+-":
        hours, minutes = (int(part) for part in name[1:].split(":"))
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(offset if name[0] == "+" else -offset), False
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=own)
    if name in own_names(own, noon):
        in_use = {(noon + timedelta(hours=hours)).strftime("%Z").casefold() for hours in (-12, 0, 11)}
        return own, name not in in_use
    if name not in zone_words():
        return own, True
    zone = ZoneInfo(zone_words()[name])
    if name in _WHOLE_YEAR_NAMES or name.upper() in _GENERIC.values():
        return zone, False
    spoken = noon.replace(tzinfo=zone).strftime("%Z").casefold()
    return zone, spoken != name


def zone_shown(moment: datetime) -> str:
    """`CT` for a zone that keeps United States time all year round, else its own abbreviation, else `UTC+3`.

    In the hour that comes twice it says which one: `CST`.
    """
    own = moment.tzinfo
    name = moment.strftime("%Z")
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    if isinstance(own, ZoneInfo) and not (twice and name.isalpha()):
        for zone, generic in _GENERIC.items():
            if name.casefold() in ZONES[zone].split() and _alike(own, ZoneInfo(zone), moment.year):
                return generic
    if name.isalpha():
        return name
    minutes = int((moment.utcoffset() or timedelta(0)).total_seconds() // 60)
    sign, hours, rest = "+" if minutes >= 0 else "-", abs(minutes) // 60, abs(minutes) % 60
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def hour_words(moment: datetime) -> str:
    """`5 PM`, `4:30 PM`."""
    hour = moment.hour % 12 or 12
    return f"{hour}{f':{moment.minute:02}' if moment.minute else ''} {'PM' if moment.hour >= 12 else 'AM'}"


def _alike(one: ZoneInfo, other: ZoneInfo, year: int) -> bool:
    moments = [datetime(year, month, 15, tzinfo=UTC) for month in (1, 4, 7, 11)]
    return all(moment.astimezone(one).utcoffset() == moment.astimezone(other).utcoffset() for moment in moments)
