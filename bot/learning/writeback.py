"""New review dates in the text of an entry's file; everything else, comments too, stays as a person wrote it. Pure."""

from __future__ import annotations

import re
from datetime import date


def with_dates(text: str, reviewed: date, expires: date) -> str:
    """The text with both dates. Raises ValueError where one of the two lines is missing or stands twice."""
    for key, day in (("reviewed", reviewed), ("expires", expires)):
        text, count = re.subn(rf"(?m)^{key}:[ \t]*\S+", f"{key}: {day.isoformat()}", text)
        if count != 1:
            raise ValueError(f"`{key}:` stands {count} times at the beginning of a line")
    return text
