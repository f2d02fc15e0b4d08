"""Invitations as two libraries read them: icalendar, which also writes them, and vobject, which knows nothing of it."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from dateutil.tz import tzical

from bot.meetings.calendar import Moved, SeriesCalendar
from bot.meetings.ics import Invitation, invitation
from bot.meetings.vtimezone import vtimezone
from bot.settings import Series
from bot.workdays import WorkdayCalendar

STAMP = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
DAYS = (date(2026, 1, 13), date(2026, 3, 8), date(2026, 7, 14), date(2026, 11, 1), date(2027, 4, 4))
MORE_ZONES = ("America/New_York", "Europe/London", "Pacific/Auckland", "Asia/Jerusalem", "Africa/Casablanca")
ZONES = ("America/Chicago", "America/Phoenix", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago")


def made(zone: str = "America/Chicago", day: date = date(2026, 12, 1), sequence: int = 0, **moved: Any) -> bytes:
    group = Series.model_validate({
        "id": "group", "name": "Coordinating group; north, south", "rule": "FREQ=DAILY", "first": "2026-01-01", "at": "10:00",
        "minutes": 90, "time_zone": zone,
    })  # fmt: skip
    exceptions = {day: Moved(**moved)} if moved else {}
    occurrence = SeriesCalendar(group, ZoneInfo(zone), WorkdayCalendar(country=None), exceptions).occurrence(day)
    assert occurrence is not None
    return invitation(Invitation(occurrence, group.name, zone, sequence, STAMP, "City Hall, room 204", "https://meet.example.org/x",
                                 "The agenda is in the group's channel."))  # fmt: skip


def by_icalendar(data: bytes) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    return {
        "method": str(calendar["METHOD"]), "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]), "summary": str(event["SUMMARY"]), "location": str(event["LOCATION"]),
        "starts": event.decoded("DTSTART").astimezone(UTC), "ends": event.decoded("DTEND").astimezone(UTC),
        "zones": [str(each["TZID"]) for each in calendar.walk("VTIMEZONE")], "tzid": event["DTSTART"].params["TZID"],
    }  # fmt: skip


def by_vobject(data: bytes) -> dict[str, Any]:
    calendar = vobject.readOne(data.decode())
    event = calendar.vevent
    return {
        "method": calendar.method.value, "uid": event.uid.value, "sequence": int(event.sequence.value),
        "status": event.status.value, "summary": event.summary.value, "location": event.location.value,
        "starts": event.dtstart.value.astimezone(UTC), "ends": event.dtend.value.astimezone(UTC),
        "zones": [str(each.tzid.value) for each in calendar.vtimezone_list],
        "tzid": event.dtstart.params["X-VOBJ-ORIGINAL-TZID"][0],
    }  # fmt: skip


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_two_libraries_read_the_same(zone: str, day: date) -> None:
    data = made(zone, day)
    found = by_icalendar(data)
    assert found == by_vobject(data)
    assert found["starts"] == datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert (found["ends"] - found["starts"]).total_seconds() == 90 * 60
    assert found["method"] == "REQUEST" and found["zones"] == [found["tzid"]] == [zone]


@pytest.mark.parametrize("zone", [*ZONES, *MORE_ZONES])
def test_dateutil_reads_our_description_of_a_zone_and_comes_to_the_same_hours(zone: str) -> None:
    text = vtimezone(zone).to_ical().decode().replace("\r\n ", "")
    read = tzical(io.StringIO(text)).get()
    for day in range(3 * 365):
        noon = datetime(2026, 1, 1, 12) + timedelta(days=day)
        assert noon.replace(tzinfo=read).utcoffset() == noon.replace(tzinfo=ZoneInfo(zone)).utcoffset(), noon


def test_a_moved_meeting_is_an_update_of_the_same_event() -> None:
    first, second = by_vobject(made()), by_vobject(made(sequence=1, day=date(2026, 12, 1), at=datetime(2026, 12, 1, 14).time()))
    assert first["uid"] == second["uid"]
    assert (first["sequence"], second["sequence"]) == (0, 1)
    assert second["starts"] > first["starts"] and second["method"] == "REQUEST"


def test_a_cancelled_meeting_is_a_cancellation_of_the_same_event() -> None:
    data = made(sequence=2, cancelled=True)
    found = by_vobject(data)
    assert found == by_icalendar(data)
    assert (found["method"], found["status"], found["sequence"]) == ("CANCEL", "CANCELLED", 2)
    assert found["uid"] == by_vobject(made())["uid"]


def test_what_the_standard_asks_of_every_event_is_there() -> None:
    """RFC 5545 3.6.1 and RFC 5546 3.2.2: UID, DTSTAMP in UTC, ORGANIZER, lines of at most 75 octets ended by CR LF."""
    data = made()
    text = data.decode()
    assert "DTSTAMP:20261125T150000Z" in text and "ORGANIZER" in text
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
