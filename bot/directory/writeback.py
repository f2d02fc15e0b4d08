"""Writes what was told back into the curated text, line by line, so that comments and order stay. Pure.

Only plain lines, phone numbers, lists and the few blocks of our own records are known; the caller reads the result again
before it replaces a file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.content.provider import Hours, Provider
from bot.directory.changes import LISTS, main_phone
from bot.directory.hours import read_hours


def with_verified(text: str, on: date, by: str, how: str) -> str:
    """The `verified:` block says when, who and how; added at the end where there was none."""
    return _with_block(text, "verified", [f"  on: {on.isoformat()}", f"  by: {_scalar(by)}", f"  how: {how}"])


def with_room(text: str, room: str, as_of: date) -> str:
    return with_line(with_line(text, "capacity", room), "capacity_as_of", as_of.isoformat())


def with_change(text: str, provider: Provider, field: str, value: str) -> str:
    """One change as `changes.apply_change` understands it. Raises ValueError where the text has no place for it."""
    if field == "phone":
        return _with_phone(text, provider, value)
    if field == "hours":
        hours = read_hours(value)
        if hours is None:
            raise ValueError("these hours cannot be read")
        return _with_block(text, "hours", _hours_lines(hours))
    if field in LISTS:
        return _with_block(text, field, [f"  - {part.strip()}" for part in value.split(",") if part.strip()])
    return with_line(text, field, value)


def with_line(text: str, key: str, value: str) -> str:
    """A top-level `key: value`; a value that was a block of text becomes one line."""
    lines = text.split("\n")
    start, end = _find(lines, key)
    if not value.strip():
        return "\n".join(lines[:start] + lines[end:]) if start >= 0 else text
    fresh = [f"{key}: {_scalar(value.strip())}"]
    if start < 0:
        return _appended(lines, fresh)
    return "\n".join(lines[:start] + fresh + lines[end:])


def _with_block(text: str, key: str, inner: Sequence[str]) -> str:
    lines = text.split("\n")
    start, end = _find(lines, key)
    fresh = [f"{key}:", *inner]
    if start < 0:
        return _appended(lines, fresh)
    # a comment on the key's own line, or inside the block, is a person's: it stays above
    comments = [line for line in lines[start + 1 : end] if line.lstrip().startswith("#")]
    tail = re.search(r"\s#.*$", lines[start])
    return "\n".join([*lines[:start], fresh[0] + (tail[0] if tail else ""), *comments, *fresh[1:], *lines[end:]])


def _with_phone(text: str, provider: Provider, value: str) -> str:
    old, _, new = value.rpartition(">")
    wanted = re.sub(r"\D", "", old or main_phone(provider) or "")
    lines = text.split("\n")
    for place, line in enumerate(lines):
        found = re.match(r"^(\s*-?\s*number:\s*)([^#]*?)(\s*(?:#.*)?)$", line)
        if found and re.sub(r"\D", "", found[2]) == wanted:
            lines[place] = f"{found[1]}{_scalar(new.strip())}{found[3]}"
            return "\n".join(lines)
    raise ValueError("the old number does not stand in the file")


def _hours_lines(hours: Hours) -> list[str]:
    if hours.always:
        return ["  always: yes"]
    lines = ["  weekly:"]
    for opening in hours.weekly:
        lines += ["    - days:", *[f"        - {day}" for day in opening.days], f"      opens: {opening.opens}",
                  f"      closes: {opening.closes}"]  # fmt: skip
    return lines


def _find(lines: Sequence[str], key: str) -> tuple[int, int]:
    """Where a top-level key begins, and the line after its value; (-1, -1) when it is not there."""
    for place, line in enumerate(lines):
        if re.match(rf"{re.escape(key)}\s*:", line):
            end = place + 1
            while end < len(lines) and (lines[end].startswith((" ", "\t")) or not lines[end].strip()):
                end += 1
            while end > place + 1 and not lines[end - 1].strip():
                end -= 1
            return place, end
    return -1, -1


def _appended(lines: Sequence[str], fresh: Sequence[str]) -> str:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return "\n".join([*kept, *fresh, ""])


def _scalar(value: str) -> str:
    one_line = " ".join(value.split())
    if re.search(r": |\s#|:$", one_line) or one_line[:1] in "\"'@&*!|>%`-?[]{},#":
        return "'" + one_line.replace("'", "''") + "'"
    return one_line
