"""Clock changes, wrong clocks, month ends and leap days: each reminder once, in the morning, where the person is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.action_items.ground import MORNING
from bot.store.migrate import migrate

from .parts import ANA, DANA, Room

ZONES = ("America/New_York", "America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland")


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'days.sqlite3'}"
    migrate(address)
    return address


def clock_changes(zone: ZoneInfo, year: int) -> list[date]:
    """The days of a year on which the clock in a zone is changed."""
    found, day = [], date(year, 1, 1)
    while day.year == year:
        offsets = {datetime.combine(day + timedelta(days=more), time(12), zone).utcoffset() for more in (-1, 0)}
        if len(offsets) > 1:
            found.append(day)
        day += timedelta(days=1)
    return found


def workday(day: date, step: int) -> date:
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


@pytest.mark.parametrize("change", [0, 1])
@pytest.mark.parametrize("zone", ZONES)
def test_around_a_change_of_the_clock_each_morning_comes_once(url: str, zone: str, change: int) -> None:
    place = ZoneInfo(zone)
    changed = clock_changes(place, 2027)[change]
    due = workday(changed + timedelta(days=2), 1)
    start = datetime.combine(changed - timedelta(days=6), time(12), place).astimezone(UTC)
    room = Room(url, start)
    room.lives_in(ANA, zone)
    room.lives_in(DANA, zone)
    item = room.capture(f"<@{ANA}> send it by {due:%B} {due.day} 2pm")
    assert item.due is not None and item.due.astimezone(place).time() == time(14)
    room.days_pass(12, step_hours=0.5)
    wanted = {workday(due - timedelta(days=days), -1) for days in (3, 1, 0)} | {workday(due + timedelta(days=1), 1)}
    wanted |= {workday(due + timedelta(days=3), 1)}
    last = room.clock.now().astimezone(place).date()
    assert set(room.mornings(ANA)) == {str(day) for day in wanted if day <= last}
    for row in room.rows(MORNING):
        spoken = row.not_before.astimezone(place)
        assert time(9) <= spoken.time() < time(17), "inside working hours, on the clock of that day"
        assert str(spoken.date()) == row.subject.split("|")[1]


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1)])
def test_a_clock_that_is_wrong_for_a_while_says_nothing_twice_and_leaves_nothing_out(url: str, jump: timedelta) -> None:
    room = Room(url)
    room.capture(f"<@{ANA}> send it by Dec 4")
    for day in range(20):
        if day in (5, 9):
            room.clock.set(room.clock.now() + (jump if day == 5 else -jump))
        room.days_pass(1)
    said = room.mornings(ANA)
    assert len(said) == len(set(said))
    assert {"2026-12-01", "2026-12-03", "2026-12-04", "2026-12-07"} <= set(said)


@pytest.mark.parametrize(("typed", "due"), [
    ("by end of month", date(2028, 2, 29)),
    ("by 2/29/2028", date(2028, 2, 29)),
    ("by Mar 1", date(2028, 3, 1)),
])  # fmt: skip
def test_the_end_of_a_leap_february(url: str, typed: str, due: date) -> None:
    room = Room(url, datetime(2028, 2, 21, 15, 0, tzinfo=UTC))
    item = room.capture(f"<@{ANA}> send it {typed}")
    assert item.due is not None and item.due.astimezone(ZoneInfo("America/Chicago")).date() == due
    room.days_pass(11)
    said = room.mornings(ANA)
    assert str(due) in said and len(said) == len(set(said))


def test_a_closure_moves_the_reminder_and_not_the_due_date(url: str) -> None:
    """Dec 24 to 26 the city is closed; Dec 27 is a Sunday."""
    room = Room(url, datetime(2026, 12, 14, 15, 0, tzinfo=UTC))
    item = room.capture(f"<@{ANA}> send it by Dec 28")
    room.days_pass(20)
    assert item.due is not None and item.due.astimezone(ZoneInfo("America/Chicago")).date() == date(2026, 12, 28)
    said = room.mornings(ANA)
    assert "2026-12-23" in said and "2026-12-28" in said
    assert not {"2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27"} & set(said)


def test_after_a_long_outage_the_latest_is_said_once(url: str) -> None:
    room = Room(url)
    room.capture(f"<@{ANA}> send it by Dec 4")
    room.clock.advance(timedelta(days=15))
    room.days_pass(0.5)
    assert len(room.mornings(ANA)) == 1


def test_two_processes_that_make_the_same_pass_say_it_once(database_url: str) -> None:
    import threading

    room = Room(database_url)
    for number in range(20):
        room.capture(f"<@{ANA}> task {number} by wed")
    room.clock.advance(timedelta(days=1))
    other = Room(database_url, room.clock.now())
    passes = [threading.Thread(target=each.items.tick) for each in (room, other, room, other)]
    for each in passes:
        each.start()
    for each in passes:
        each.join()
    assert len([row for row in room.rows(MORNING) if row.target == ANA]) == 1
    assert len(room.items.morning_lines(ANA, date(2026, 11, 24))) == 20
