"""A list of items as a spreadsheet or a calendar file. Pure: items in, bytes out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Todo

from bot.action_items.items import Item, ItemState

HEAD = ("code", "what", "who", "due", "state", "agency", "blocked because", "kept on", "source")
# a cell that begins with one of these is run as a formula by spreadsheet programs (OWASP: CSV injection)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(items: Sequence[Item], name_of: Callable[[str], str]) -> bytes:
    """One row an item, UTF-8 with a byte order mark so that spreadsheet programs read accents."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for item in items:
        due = item.due.astimezone(ZoneInfo(item.due_zone)).strftime("%Y-%m-%d %H:%M %Z") if item.due else ""
        row = (item.code, item.words, holders_said(item, name_of), due, item.state, item.agency_name,
               item.blocked_because or "", item.created_at.date().isoformat(), item.source or "")  # fmt: skip
        writer.writerow([harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(cell: str) -> str:
    """The text, with an apostrophe before anything a spreadsheet would run."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) or cell.startswith(FORMULA) else cell


def as_ics(items: Sequence[Item], now: datetime) -> bytes:
    """Tasks with their due times. Items without a due date have no place in a calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//Task Force Assistant//Action items//EN")
    calendar.add("version", "2.0")
    for item in items:
        if item.due is None:
            continue
        todo = Todo()
        todo.add("uid", f"{item.code}@task-force-assistant")
        todo.add("dtstamp", now)
        todo.add("summary", item.words)
        todo.add("due", item.due)
        todo.add("created", item.created_at)
        todo.add("status", "COMPLETED" if item.state is ItemState.DONE else "NEEDS-ACTION")
        calendar.add_component(todo)
    return bytes(calendar.to_ical())


def holders_said(item: Item, name_of: Callable[[str], str]) -> str:
    """`Ana, Housing seat (Bo)`."""
    said = []
    for holder in item.holders:
        name = name_of(holder.user) if holder.user else ""
        if holder.seat_name:
            said.append(f"{holder.seat_name} ({name})" if name else holder.seat_name)
        else:
            said.append(name or "somebody")
    return ", ".join(said)
