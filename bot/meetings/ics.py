"""Invitations that common calendars understand: RFC 5545/5546, METHOD:REQUEST or CANCEL, stable UID, growing SEQUENCE.

The zone is described by `vtimezone.py`. Only public words go in: a calendar entry is read by phones and
lock screens.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from bot.meetings.calendar import Occurrence
from bot.meetings.vtimezone import vtimezone

MAKER = "-//Task Force Assistant//Meetings//EN"
ORGANIZER = "mailto:taskforce-assistant@localhost.example"


@dataclass(frozen=True)
class Invitation:
    """What the file says. `sequence` grows with every change after the first."""

    occurrence: Occurrence
    title: str
    zone: str
    sequence: int
    stamp: datetime
    place: str = ""
    link: str = ""
    description: str = ""


def invitation(made: Invitation) -> bytes:
    """The bytes of an .ics file: REQUEST, or CANCEL when the meeting is cancelled."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if made.occurrence.cancelled else "REQUEST")
    calendar.add_component(vtimezone(made.zone))
    calendar.add_component(_event(made, ZoneInfo(made.zone)))
    return bytes(calendar.to_ical())


def uid(occurrence: Occurrence) -> str:
    """The same for one meeting for ever: series and planned day."""
    return f"{occurrence.series}-{occurrence.planned.isoformat()}@taskforce-assistant"


def _event(made: Invitation, zone: ZoneInfo) -> Event:
    event = Event()
    event.add("uid", uid(made.occurrence))
    event.add("sequence", made.sequence)
    event.add("dtstamp", made.stamp.astimezone(UTC))
    event.add("dtstart", made.occurrence.starts.astimezone(zone))
    event.add("dtend", made.occurrence.ends.astimezone(zone))
    event.add("summary", made.title)
    event.add("status", "CANCELLED" if made.occurrence.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE")
    organizer = vCalAddress(ORGANIZER)
    organizer.params["cn"] = vText("Task Force Assistant")
    event.add("organizer", organizer)
    if made.place or made.link:
        event.add("location", " · ".join(filter(None, (made.place, made.link))))
    if made.link:
        event.add("url", made.link)
    if made.description:
        event.add("description", made.description)
    return event
