"""How the lists of phrases are written, and how the nearest one is found."""

import re

WORD = r"[a-z0-9']+"


def any_of(phrases: str, tail: str = " ") -> re.Pattern[str]:
    """Any of the phrases, one a line or separated by " / ", with a space on both sides; an indented line goes on."""
    whole = re.sub(r"\n[ ]{1,8}", "", phrases.strip())
    parts = [part.strip() for line in whole.splitlines() for part in line.split(" / ")]
    return re.compile(f"(?<= )(?:{'|'.join(part for part in parts if part)}){tail}")


def words_of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match nearest to the end."""
    found = None
    for found in pattern.finditer(text):  # noqa: B007
        pass
    return found
