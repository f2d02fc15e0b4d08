"""Reads a stretch of time as people type it: `2.5`, `2h30`, `90 min`, `1 hour 15`. Pure."""

from __future__ import annotations

import re

LONGEST_DAY = 24 * 60
_DECIMAL = re.compile(r"^(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:h|hrs?|hours?)?$", re.IGNORECASE)
_BOTH = re.compile(r"^(\d{1,2})\s*(?:h|hrs?|hours?|:)\s*(?:and\s*)?(\d{1,2})\s*(?:m|min|mins|minutes)?$", re.IGNORECASE)
_MINUTES = re.compile(r"^(\d{1,4})\s*(?:m|min|mins|minutes)$", re.IGNORECASE)


def minutes_in(typed: str) -> int | None:
    """Whole minutes, more than none and at most a day; None when it is no stretch of time."""
    text = " ".join(typed.split())
    if found := _MINUTES.match(text):
        minutes = int(found.group(1))
    elif found := _BOTH.match(text):
        hours, rest = int(found.group(1)), int(found.group(2))
        minutes = hours * 60 + rest if rest < 60 else 0
    elif found := _DECIMAL.match(text):
        minutes = round(float(f"{found.group(1)}.{found.group(2) or 0}") * 60)
    else:
        return None
    return minutes if 0 < minutes <= LONGEST_DAY else None


def said(minutes: int) -> str:
    """`2 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part) or "0 min"
