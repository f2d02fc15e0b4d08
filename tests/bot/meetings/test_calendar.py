"""A meeting stays at its hour on the wall, whatever the clocks do, and closed days skip it or move it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from dateutil.rrule import rrulestr

from bot.meetings.calendar import FURTHEST_MOVE, Moved, SeriesCalendar
from bot.settings import Series
from bot.workdays import Closure, WorkdayCalendar

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
RULES = {
    "weekly": "FREQ=WEEKLY;BYDAY=WE",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "first Tuesday": "FREQ=MONTHLY;BYDAY=1TU",
    "last weekday": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "monthly on the 31st": "FREQ=MONTHLY;BYMONTHDAY=31",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE",
}
# both sides of the equator, a zone without changes, one whose change is half an hour
ZONES = ("America/Chicago", "America/Phoenix", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago")
CLOSURES = (
    Closure(date(2026, 2, 3), date(2026, 2, 4), "Storm"),
    Closure(date(2026, 12, 24), date(2026, 12, 31), "Winter break"),
    Closure(date(2027, 7, 1), date(2027, 7, 16), "Move to the new building"),
    Closure(date(2028, 2, 29), date(2028, 2, 29), "Training day"),
    Closure(date(2028, 7, 12), date(2028, 7, 12), "Election"),
)
CLOSED = {each.first + timedelta(days=step) for each in CLOSURES for step in range((each.last - each.first).days + 1)}
WORKDAYS = WorkdayCalendar(country=None, closures=CLOSURES)


def series(rule: str, zone: str, at: str = "10:00", on_closure: str = "skip") -> Series:
    return Series.model_validate(
        {"id": "group", "name": "Group", "rule": rule, "first": "2026-01-01", "at": at, "minutes": 90, "time_zone": zone,
         "on_closure": on_closure}
    )  # fmt: skip


def by_dateutil(rule: str, zone: str, at: time, moves: bool) -> list[datetime]:
    """dateutil expands and dateutil's own zones put the clock on; closed days are taken out or moved by hand."""
    found = []
    days = [moment.date() for moment in rrulestr(rule, dtstart=datetime.combine(FIRST, time())).between(
        datetime.combine(FIRST, time()), datetime.combine(date(2029, 12, 31), time()), inc=True
    )]  # fmt: skip
    for place, planned in enumerate(days):
        day = planned
        while planned in CLOSED and (day in CLOSED or day.weekday() > 4):
            day += timedelta(days=1)
        too_far = (day - planned).days > FURTHEST_MOVE
        if planned > LAST or (planned in CLOSED and (not moves or day >= days[place + 1] or too_far)):
            continue
        found.append(tz.resolve_imaginary(datetime.combine(day, at, tzinfo=tz.gettz(zone))))
    return found


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
@pytest.mark.parametrize("at", ["10:00", "02:30", "23:45"])
def test_three_years_are_what_dateutil_says_in_local_time(rule: str, zone: str, at: str) -> None:
    calendar = SeriesCalendar(series(rule, zone, at), ZoneInfo(zone), WORKDAYS)
    found = [each.starts for each in calendar.between(FIRST, LAST)]
    expected = by_dateutil(rule, zone, time.fromisoformat(at), moves=False)
    assert [moment.timestamp() for moment in found] == [moment.timestamp() for moment in expected]
    assert [f"{moment:%H:%M}" for moment in found] == [f"{moment:%H:%M}" for moment in expected]
    assert len(found) > 8


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_closed_day_moves_the_meeting_to_the_next_open_weekday(rule: str) -> None:
    moving = series(rule, "America/Chicago", on_closure="next_open_weekday")
    calendar = SeriesCalendar(moving, ZoneInfo("America/Chicago"), WORKDAYS)
    expected = by_dateutil(rule, "America/Chicago", time(10), moves=True)
    found = calendar.between(FIRST, LAST)
    assert [each.starts for each in found] == expected
    assert any(each.starts.date() != each.planned for each in found)
    assert len({each.starts.date() for each in found}) == len(found)


def test_ten_oclock_stays_ten_oclock_across_both_changes_and_lasts_ninety_real_minutes() -> None:
    calendar = SeriesCalendar(series(RULES["weekly"], "America/Chicago"), ZoneInfo("America/Chicago"), WORKDAYS)
    year = calendar.between(date(2026, 1, 1), date(2026, 12, 20))
    assert {each.starts.hour for each in year} == {10}
    assert {each.starts.utcoffset() for each in year} == {timedelta(hours=-6), timedelta(hours=-5)}
    assert {each.ends.timestamp() - each.starts.timestamp() for each in year} == {90 * 60}


def test_a_public_holiday_moves_the_meeting_and_says_why() -> None:
    calendar = SeriesCalendar(series("FREQ=MONTHLY;BYDAY=4TH", "America/Chicago", on_closure="next_open_weekday"),
                              ZoneInfo("America/Chicago"), WorkdayCalendar("US", "IL"))  # fmt: skip
    (november,) = calendar.between(date(2026, 11, 1), date(2026, 11, 30))
    assert november.planned == date(2026, 11, 26)
    assert november.starts.date() == date(2026, 11, 27)
    assert "Thanksgiving" in november.note


def test_a_coordinator_moves_one_and_cancels_another_and_the_rest_stand() -> None:
    moves = {date(2026, 12, 1): Moved(day=date(2026, 12, 3), at=time(14)), date(2027, 1, 5): Moved(cancelled=True)}
    calendar = SeriesCalendar(series(RULES["first Tuesday"], "America/Chicago"), ZoneInfo("America/Chicago"), WORKDAYS, moves)
    december, january, february = calendar.between(date(2026, 12, 1), date(2027, 2, 28))
    assert f"{december.starts:%Y-%m-%d %H:%M}" == "2026-12-03 14:00"
    assert january.cancelled and not february.cancelled
    after = calendar.next_after(december.ends)
    assert after is not None and after.planned == date(2027, 2, 2)


def test_a_series_that_is_always_closed_ends_the_search() -> None:
    always = WorkdayCalendar(country=None, closures=(Closure(date(2020, 1, 1), date(2060, 1, 1), "Gone"),))
    calendar = SeriesCalendar(series(RULES["weekly"], "America/Chicago"), ZoneInfo("America/Chicago"), always)
    assert calendar.next_after(datetime(2026, 1, 1, tzinfo=ZoneInfo("America/Chicago"))) is None


def test_a_rule_with_an_end_has_no_next_meeting_after_it() -> None:
    calendar = SeriesCalendar(series("FREQ=WEEKLY;BYDAY=MO;COUNT=3", "America/Chicago"), ZoneInfo("America/Chicago"), WORKDAYS)
    assert calendar.next_after(datetime(2026, 3, 1, tzinfo=ZoneInfo("America/Chicago"))) is None
