"""When an agency works: holidays, closures, opening hours, and the two nights a year the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.settings import load_settings
from bot.workdays import Closure, WorkdayCalendar, calendar_for, familiar_days, local_moment, public_holidays
from tests.town import ROOT

CHICAGO = ZoneInfo("America/Chicago")
CALENDAR = WorkdayCalendar()
RETREAT = Closure(date(2026, 12, 14), date(2026, 12, 16), "Staff retreat")
FIVE_ZONES = ("America/New_York", "America/Chicago", "America/Phoenix", "Pacific/Honolulu", "Europe/London")


def test_a_day_is_named_as_people_name_it() -> None:
    assert CALENDAR.notes(date(2026, 11, 26)) == ("Thanksgiving",)
    assert CALENDAR.notes(date(2026, 11, 27)) == ("day after Thanksgiving",)
    assert CALENDAR.notes(date(2026, 12, 25)) == ("Christmas",)
    assert CALENDAR.notes(date(2026, 11, 28)) == ("a weekend",)
    assert CALENDAR.notes(date(2026, 7, 4)) == ("a weekend", "Independence Day")
    assert CALENDAR.notes(date(2026, 11, 24)) == ()
    assert CALENDAR.with_closures(RETREAT).notes(date(2026, 12, 15)) == ("closed: Staff retreat",)


def test_a_closure_named_like_the_day_is_not_said_twice() -> None:
    closed = CALENDAR.with_closures(Closure(date(2026, 11, 27), date(2026, 11, 27), "Day after Thanksgiving"))
    assert closed.notes(date(2026, 11, 27)) == ("day after Thanksgiving", "closed")


def test_the_day_after_thanksgiving_is_worked_except_where_the_state_says_otherwise() -> None:
    friday = date(2026, 11, 27)
    assert CALENDAR.is_working_day(friday)
    assert not WorkdayCalendar(subdivision="TX").is_working_day(friday)
    assert WorkdayCalendar(subdivision="TX").notes(friday) == ("day after Thanksgiving",)


def test_a_holiday_on_a_saturday_is_observed_on_friday() -> None:
    assert CALENDAR.holiday(date(2026, 7, 3)) == "Independence Day (observed)"
    assert not CALENDAR.is_working_day(date(2026, 7, 3))


def test_a_national_name_is_preferred_to_a_states_second_name() -> None:
    assert WorkdayCalendar(subdivision="TX").holiday(date(2026, 1, 19)) == "Martin Luther King Jr. Day"


def test_working_days_are_counted_over_holidays_and_closures() -> None:
    assert CALENDAR.add_working_days(date(2026, 11, 21), 5) == date(2026, 11, 30)
    assert CALENDAR.add_working_days(date(2026, 12, 25), -3) == date(2026, 12, 22)
    assert CALENDAR.add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 21)
    assert CALENDAR.with_closures(RETREAT).add_working_days(date(2026, 12, 11), 1) == date(2026, 12, 17)


def test_moving_off_closed_days_goes_the_way_it_is_told() -> None:
    closed = CALENDAR.with_closures(RETREAT)
    assert closed.moved_off_closures(date(2026, 12, 14)) == date(2026, 12, 17)
    assert closed.moved_off_closures(date(2026, 12, 14), -1) == date(2026, 12, 11)
    assert closed.moved_off_closures(date(2026, 12, 17)) == date(2026, 12, 17)


def test_the_last_working_day_of_a_week_may_be_thursday() -> None:
    assert CALENDAR.last_working_day(date(2026, 12, 21), date(2026, 12, 27)) == date(2026, 12, 24)


def test_a_calendar_closed_for_years_still_gives_an_answer() -> None:
    closed = CALENDAR.with_closures(Closure(date(2026, 1, 1), date(2030, 1, 1), "Closed for good"))
    assert closed.moved_off_closures(date(2026, 5, 5)) == date(2026, 5, 5)
    assert closed.next_open(datetime(2026, 5, 5, 20, tzinfo=UTC), CHICAGO) > datetime(2026, 5, 5, 20, tzinfo=UTC)


def test_open_from_the_first_minute_to_the_last() -> None:
    def is_open(wall: str) -> bool:
        return CALENDAR.is_open(datetime.fromisoformat(wall).replace(tzinfo=CHICAGO), CHICAGO)

    assert is_open("2026-11-24T09:00")
    assert is_open("2026-11-24T16:59")
    assert not is_open("2026-11-24T17:00")
    assert not is_open("2026-11-24T08:59")
    assert not is_open("2026-11-26T10:00")
    assert CALENDAR.is_open(datetime(2026, 11, 24, 15, tzinfo=UTC), CHICAGO)
    assert not CALENDAR.is_open(datetime(2026, 11, 24, 15, tzinfo=UTC), ZoneInfo("Pacific/Honolulu"))


def test_the_next_open_moment_skips_the_night_the_holiday_and_the_weekend() -> None:
    wednesday_night = datetime(2026, 11, 25, 18, tzinfo=CHICAGO)
    assert CALENDAR.next_open(wednesday_night, CHICAGO) == datetime(2026, 11, 27, 9, tzinfo=CHICAGO)
    at_ten = datetime(2026, 11, 24, 10, tzinfo=CHICAGO)
    assert CALENDAR.next_open(at_ten, CHICAGO) == at_ten


def test_working_hours_run_only_while_somebody_works() -> None:
    wednesday = datetime(2026, 11, 25, 16, tzinfo=CHICAGO)
    assert CALENDAR.add_working_hours(wednesday, 2, CHICAGO) == datetime(2026, 11, 27, 10, tzinfo=CHICAGO)
    assert CALENDAR.add_working_hours(wednesday, 1, CHICAGO) == datetime(2026, 11, 25, 17, tzinfo=CHICAGO)
    saturday = datetime(2026, 11, 21, 10, tzinfo=CHICAGO)
    assert CALENDAR.add_working_hours(saturday, 16, CHICAGO) == datetime(2026, 11, 24, 17, tzinfo=CHICAGO)


def test_close_of_business_is_a_wall_time_of_the_zone() -> None:
    day = date(2026, 11, 26)
    assert {CALENDAR.close_of_business(day, ZoneInfo(zone)).time() for zone in FIVE_ZONES} == {time(17)}


@pytest.mark.parametrize(
    ("zone", "day", "clock", "expected"),
    [
        ("America/Chicago", date(2026, 3, 8), time(2, 30), "2026-03-08T03:30:00-05:00"),
        ("America/New_York", date(2026, 3, 8), time(2, 0), "2026-03-08T03:00:00-04:00"),
        ("Europe/London", date(2026, 3, 29), time(1, 15), "2026-03-29T02:15:00+01:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 10), "2026-10-04T02:40:00+11:00"),
    ],
)
def test_a_missing_hour_moves_forward(zone: str, day: date, clock: time, expected: str) -> None:
    moment = local_moment(day, clock, ZoneInfo(zone))
    assert moment.at.isoformat() == expected
    assert moment.shift > timedelta(0)
    assert not moment.twice


def test_an_hour_that_comes_twice_is_the_first() -> None:
    moment = local_moment(date(2026, 11, 1), time(1, 30, fold=1), CHICAGO)
    assert (moment.at.isoformat(), moment.twice, moment.shift) == ("2026-11-01T01:30:00-05:00", True, timedelta(0))
    assert not local_moment(date(2026, 11, 2), time(1, 30), CHICAGO).twice


def test_a_calendar_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="opening"):
        WorkdayCalendar(opens=time(17), closes=time(9))
    with pytest.raises(ValueError, match="working day"):
        WorkdayCalendar(working_days=frozenset())
    with pytest.raises(ValueError, match="does not know US ZZ"):
        WorkdayCalendar(subdivision="ZZ")
    with pytest.raises(ValueError, match="ends before it begins"):
        Closure(date(2026, 1, 2), date(2026, 1, 1), "Backwards")


def test_no_country_keeps_no_holidays() -> None:
    plain = WorkdayCalendar(country=None)
    assert plain.is_working_day(date(2026, 11, 26))
    assert plain.notes(date(2026, 12, 24)) == ()


def test_other_countries_name_their_days_in_english_where_the_library_can() -> None:
    assert "Constitution Day" in public_holidays("MX", None, 2026).values()


def test_the_settings_file_gives_each_agency_its_calendar() -> None:
    app = load_settings({}, ROOT).app
    calendar = calendar_for(app)
    assert calendar.opens < calendar.closes
    assert calendar.country == app.city.country
    everybody = {closure.name for closure in app.closures if not closure.agencies}
    assert {closure.name for closure in calendar.closures} == everybody
    for agency in app.agencies:
        named = {closure.name for closure in app.closures if agency.id in closure.agencies}
        assert {closure.name for closure in calendar_for(app, agency.id).closures} == everybody | named


@pytest.mark.parametrize("year", [1990, 2026, 2099])
def test_the_days_people_name_are_known_every_year(year: int) -> None:
    assert familiar_days(year)["thanksgiving day"].weekday() == 3
    assert familiar_days(year)["easter sunday"].weekday() == 6
    assert familiar_days(year)["christmas day"] == date(year, 12, 25)


@settings(max_examples=200, deadline=None)
@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(FIVE_ZONES),
    st.integers(0, 30),
)
def test_the_next_open_moment_is_open_and_nothing_before_it_is(moment: datetime, zone: str, days: int) -> None:
    place = ZoneInfo(zone)
    calendar = CALENDAR.with_closures(Closure(moment.date(), moment.date() + timedelta(days=days), "Closed"))
    opening = calendar.next_open(moment, place)
    assert opening.astimezone(UTC) >= moment
    assert calendar.is_open(opening, place)
    half_way = moment + (opening.astimezone(UTC) - moment) / 2
    assert half_way == opening.astimezone(UTC) or not calendar.is_open(half_way, place)
