"""Opening hours as people read them, also on the nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.provider import Hours, Opening
from bot.directory.hours import at_this_moment, evening, is_open, is_open_between, read_hours, week_text

CHICAGO = ZoneInfo("America/Chicago")
EASTERN = ZoneInfo("America/New_York")
OFFICE = Hours(weekly=(Opening(days=("mon", "tue", "wed", "thu", "fri"), opens="09:00", closes="17:00"),))
LATE = Opening(days=("fri",), opens="20:00", closes="24:00")
NIGHT = Hours(weekly=(LATE, Opening(days=("sat",), opens="00:00", closes="04:00")))


def at(text: str, zone: ZoneInfo = CHICAGO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-18T15:00", "Open now, until 5 PM"),
        ("2026-11-18T17:00", "Closed now, opens tomorrow 9 AM"),
        ("2026-11-18T08:59", "Closed now, opens 9 AM"),
        ("2026-11-20T18:00", "Closed now, opens Mon 9 AM"),
        ("2026-11-22T12:00", "Closed now, opens tomorrow 9 AM"),
    ],
)
def test_an_office_says_when_it_opens_and_closes(moment: str, said: str) -> None:
    assert at_this_moment(OFFICE, CHICAGO, at(moment)) == said


def test_hours_past_midnight_are_one_stretch() -> None:
    assert at_this_moment(NIGHT, CHICAGO, at("2026-11-20T23:30")) == "Open now, until tomorrow 4 AM"
    assert at_this_moment(NIGHT, CHICAGO, at("2026-11-21T01:00")) == "Open now, until 4 AM"
    assert is_open(NIGHT, CHICAGO, at("2026-11-21T04:00")) is False


def test_a_place_that_never_closes_says_so() -> None:
    assert at_this_moment(Hours(always=True), CHICAGO, at("2026-11-20T03:00")) == "Open day and night"


def test_hours_that_are_not_known_are_said_to_be_not_known() -> None:
    assert is_open(Hours(note="By appointment"), CHICAGO, at("2026-11-20T12:00")) is None
    assert at_this_moment(Hours(note="By appointment"), CHICAGO, at("2026-11-20T12:00")) == "By appointment"
    assert at_this_moment(Hours(), CHICAGO, at("2026-11-20T12:00")) == "Hours not known"


def test_another_time_zone_is_named_only_where_the_clock_differs() -> None:
    assert at_this_moment(OFFICE, EASTERN, at("2026-11-18T15:00"), CHICAGO) == "Open now, until 5 PM (EST)"
    assert at_this_moment(OFFICE, CHICAGO, at("2026-11-18T15:00"), CHICAGO) == "Open now, until 5 PM"


@pytest.mark.parametrize("night", ["2026-03-08", "2026-11-01"])
def test_a_change_of_the_clocks_moves_no_opening(night: str) -> None:
    sunday = Hours(weekly=(Opening(days=("sun",), opens="09:00", closes="12:00"),))
    assert is_open(sunday, CHICAGO, at(f"{night}T09:00")) is True
    assert is_open(sunday, CHICAGO, at(f"{night}T08:59")) is False
    assert is_open(sunday, CHICAGO, at(f"{night}T11:59")) is True


def test_tonight_reaches_until_midnight_and_after_midnight_until_five() -> None:
    start, end = evening(at("2026-11-18T15:00"), CHICAGO)
    assert (start.hour, end) == (19, at("2026-11-19T00:00"))
    start, end = evening(at("2026-11-19T02:00"), CHICAGO)
    assert (start.hour, end.hour) == (2, 5)


@given(st.integers(0, 10_079), st.integers(1, 3000))
def test_open_between_agrees_with_open_at_each_minute(start: int, length: int) -> None:
    first = datetime(2026, 6, 1, 5, tzinfo=UTC) + timedelta(minutes=start)
    minutes = [is_open(NIGHT, CHICAGO, first + timedelta(minutes=step)) for step in range(0, length, 7)]
    found = is_open_between(NIGHT, CHICAGO, first, first + timedelta(minutes=length))
    assert found or not any(minutes)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("24/7", "Day and night, every day"),
        ("Mon-Fri 9-17", "Mon–Fri 9 AM–5 PM"),
        ("mon-fri 9:30-17; sat 10-14", "Mon–Fri 9:30 AM–5 PM; Sat 10 AM–2 PM"),
        ("daily 8-24", "Every day 8 AM–midnight"),
    ],
)
def test_an_editor_types_hours_in_one_line(typed: str, shown: str) -> None:
    hours = read_hours(typed)
    assert hours is not None and week_text(hours) == shown


@pytest.mark.parametrize("typed", ["", "soon", "mon 17-9", "mon 25-26", "someday 9-17"])
def test_hours_that_make_no_sense_are_not_guessed(typed: str) -> None:
    assert read_hours(typed) is None
