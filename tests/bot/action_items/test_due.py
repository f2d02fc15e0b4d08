"""The due-date reader's promises, whatever is typed, wherever and whenever it is said."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.action_items.due import DueRules, as_json, date_said, echo, read_due
from bot.action_items.due_words import single_words, word_runs
from bot.workdays import Closure, WorkdayCalendar

CHICAGO = "America/Chicago"
SATURDAY = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo(CHICAGO))
FIVE_ZONES = ("America/New_York", CHICAGO, "America/Phoenix", "Pacific/Honolulu", "Europe/London")

moments = st.datetimes(datetime(2000, 1, 1), datetime(2090, 12, 31), timezones=st.just(UTC))
zones = st.sampled_from((*FIVE_ZONES, "Asia/Kolkata", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC"))
known_words = sorted({*single_words(), *(" ".join(run) for run in word_runs()), "12/5", "3pm", "16:00", "2026-12-05"})
phrases = st.one_of(
    st.lists(st.sampled_from(known_words), min_size=1, max_size=7).map(" ".join),
    st.lists(st.one_of(st.sampled_from(known_words), st.integers(0, 2100).map(str)), min_size=1, max_size=6).map(" ".join),
    st.text(max_size=60),
    st.from_regex(r"(by |due )?\d{1,4}[/.:-]\d{1,4}([/.-]\d{1,4})?( ?[ap]m)?", fullmatch=True),
)


def said(text: str, now: datetime = SATURDAY, zone: str = CHICAGO, rules: DueRules | None = None) -> str | None:
    """The due time as a wall clock shows it, or None."""
    due = read_due(text, now, zone, rules).due
    return due.strftime("%Y-%m-%dT%H:%M") if due else None


@settings(max_examples=1500, deadline=None)
@given(phrases, moments, zones)
@example("feb 29 2100", datetime(2090, 1, 1, tzinfo=UTC), "UTC")
def test_no_phrase_raises_or_lands_in_the_past(text: str, now: datetime, zone: str) -> None:
    reading = read_due(text, now, zone)

    assert reading.why
    assert (reading.due is None) == (reading.kind == "none" or (reading.kind == "meeting" and reading.due is None))
    if reading.due is not None:
        assert reading.due > now
        assert reading.due.second == reading.due.microsecond == 0
        assert reading.due - now < timedelta(days=366 * 10 + 1)
    if reading.kind == "conflict":
        assert reading.ask


@settings(max_examples=600, deadline=None)
@given(phrases, moments, zones)
def test_what_the_bot_says_back_reads_to_the_same_minute(text: str, now: datetime, zone: str) -> None:
    reading = read_due(text, now, zone)
    if reading.due is not None:
        again = read_due(date_said(reading.due, now), now, zone)
        assert again.due == reading.due
        assert again.kind == "datetime"


@settings(max_examples=300, deadline=None)
@given(moments, moments, zones)
def test_any_minute_the_bot_can_say_reads_back(now: datetime, due: datetime, zone: str) -> None:
    due = due.replace(second=0, microsecond=0).astimezone(ZoneInfo(zone))
    if now + timedelta(minutes=1) < due < now + timedelta(days=3600):
        assert read_due(date_said(due, now), now, zone).due == due


@settings(max_examples=300, deadline=None)
@given(phrases)
def test_the_size_of_letters_and_the_space_around_them_do_not_matter(text: str) -> None:
    plain = read_due(text, SATURDAY, CHICAGO)
    if text.isascii() and plain.kind != "none":
        assert read_due(f"  {text.upper()} \n", SATURDAY, CHICAGO) == plain


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "a" * 40_000, "fri " * 10_000, "1" * 40_000, "(" * 40_000, " " * 40_000 + "x", "next " * 40,
     "fri\u202eyad", "\x00", "by \x1b[31mfriday\x07soon", "١٢/٥", "五月五日", "٣pm", "９９９９９/５", "\ud800", "½ day", "5'-3\"",
     "' OR 1=1 --", "<script>", "fri;drop", "%s %d", "{now}", "🎉" * 500, "every friday", "fri | sat", "~fri~", "or", "the",
     "in", "at", "by by by by by by", "- - -", "of the of the", "next next next", "day before day before day before friday",
     "the day after the day after the day after the day after tomorrow", "a a a a", "half", "quarter", "-5 days", "in -1 hours",
     "99999999999999999999", "9999-12-31", "0001-01-01", "12/5/0000", "in 999 years", "1e9 days", "q9", "0 days"],
)  # fmt: skip
def test_hostile_or_empty_text_is_no_date(text: str) -> None:
    reading = read_due(text, SATURDAY, CHICAGO)
    assert reading.due is None
    assert reading.kind == "none"


def test_the_echo_says_weekday_date_hour_zone_and_what_to_mind() -> None:
    assert echo(read_due("by fri", SATURDAY, CHICAGO), SATURDAY) == "Fri Nov 27, 5 PM CT, day after Thanksgiving. OK?"
    assert echo(read_due("sunday noon", SATURDAY, CHICAGO), SATURDAY) == "Sun Nov 22, 12 PM CT, a weekend. OK?"
    assert echo(read_due("jan 15", SATURDAY, CHICAGO), SATURDAY) == "Fri Jan 15, 2027, 5 PM CT. OK?"
    assert echo(read_due("by fri", SATURDAY, "America/Phoenix"), SATURDAY).startswith("Fri Nov 27, 5 PM MST")
    assert echo(read_due("by fri", SATURDAY, "Asia/Kolkata"), SATURDAY).startswith("Fri Nov 27, 5 PM IST")
    assert echo(read_due("by fri", SATURDAY, "America/Sao_Paulo"), SATURDAY).startswith("Fri Nov 27, 5 PM UTC-3")
    assert echo(read_due("asap", SATURDAY, CHICAGO), SATURDAY) == "No due date: it names no day."


def test_the_contract_as_json() -> None:
    assert json.loads(json.dumps(as_json(read_due("COB Friday", SATURDAY, CHICAGO)))) == {
        "due": "2026-11-27T17:00-06:00",
        "has_time": True,
        "ask": False,
        "warnings": ["day after Thanksgiving"],
        "why": "the coming Friday",
    }
    assert as_json(read_due("TBD", SATURDAY, CHICAGO))["due"] is None


def test_now_must_know_its_zone_and_the_zone_must_exist() -> None:
    with pytest.raises(ValueError, match="aware"):
        read_due("fri", datetime(2026, 11, 21, 10), CHICAGO)
    with pytest.raises(ZoneInfoNotFoundError):
        read_due("fri", SATURDAY, "Nowhere/Nothing")


@pytest.mark.parametrize("zone", FIVE_ZONES)
def test_the_same_words_mean_each_persons_own_five_oclock(zone: str) -> None:
    due = read_due("fri", SATURDAY, zone).due
    assert due is not None
    assert (due.date(), due.time(), due.tzinfo) == (date(2026, 11, 27), time(17), ZoneInfo(zone))


def test_today_is_the_day_where_the_person_is() -> None:
    late = datetime(2026, 11, 22, 4, tzinfo=UTC)  # Saturday evening in Chicago, Sunday in London
    assert said("today 11pm", late, CHICAGO) == "2026-11-21T23:00"
    assert said("today", late, "Europe/London") == "2026-11-22T17:00"


@pytest.mark.parametrize(
    ("text", "zone", "now", "expected", "warning"),
    [
        ("mar 8 2:30am", CHICAGO, "2026-03-01T12:00+00:00", "2026-03-08T03:30-05:00", "missing hour"),
        ("mar 8 2:30am", "America/New_York", "2026-03-01T12:00+00:00", "2026-03-08T03:30-04:00", "missing hour"),
        ("mar 29 1:30am", "Europe/London", "2026-03-01T12:00+00:00", "2026-03-29T02:30+01:00", "missing hour"),
        ("nov 1 1:30am", CHICAGO, "2026-10-25T12:00+00:00", "2026-11-01T01:30-05:00", "comes twice"),
        ("nov 1 1:30am", "America/New_York", "2026-10-25T12:00+00:00", "2026-11-01T01:30-04:00", "comes twice"),
        ("oct 25 1:30am", "Europe/London", "2026-10-20T12:00+00:00", "2026-10-25T01:30+01:00", "comes twice"),
        ("mar 8 2:30am", "America/Phoenix", "2026-03-01T12:00+00:00", "2026-03-08T02:30-07:00", None),
        ("mar 8 2:30am", "Pacific/Honolulu", "2026-03-01T12:00+00:00", "2026-03-08T02:30-10:00", None),
        ("nov 1 1:30am CST", CHICAGO, "2026-10-25T12:00+00:00", "2026-11-01T01:30-06:00", None),
        ("nov 1 1:30am CDT", CHICAGO, "2026-10-25T12:00+00:00", "2026-11-01T01:30-05:00", None),
    ],
)
def test_the_nights_the_clocks_change(text: str, zone: str, now: str, expected: str, warning: str | None) -> None:
    reading = read_due(text, datetime.fromisoformat(now), zone)
    assert as_json(reading)["due"] == expected
    said_of_the_clock = [each for each in reading.warnings if "clock" in each or "twice" in each]
    assert len(said_of_the_clock) == (warning is not None)
    assert all(warning is None or warning in each for each in said_of_the_clock)


def test_hours_from_now_count_real_hours_over_a_clock_change() -> None:
    evening = datetime(2026, 3, 7, 20, tzinfo=ZoneInfo(CHICAGO))
    assert said("in 12 hours", evening) == "2026-03-08T09:00"
    autumn = datetime(2026, 10, 31, 20, tzinfo=ZoneInfo(CHICAGO))
    assert said("in 12 hours", autumn) == "2026-11-01T07:00"
    assert said("in 1 day", evening) == "2026-03-08T17:00"


def test_the_second_of_two_equal_hours_is_meant_once_the_first_has_passed() -> None:
    between = datetime(2026, 11, 1, 6, 45, tzinfo=UTC)  # 1:45 AM CDT, a quarter of an hour before the clocks go back
    reading = read_due("1:30am", between, CHICAGO)
    assert as_json(reading)["due"] == "2026-11-01T01:30-06:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3pm ET", "14:00"), ("3pm CT", "15:00"), ("3pm MT", "16:00"), ("3pm PT", "17:00"), ("3pm HST", "19:00"),
     ("3pm AKT", "18:00"), ("18:30 UTC", "12:30"), ("3pm EST", "14:00"), ("3pm pacific time", "17:00"), ("5pm gmt-3", "14:00"),
     ("11pm utc+5:30", "11:30")],
)  # fmt: skip
def test_an_hour_in_another_zone_is_kept_in_ones_own(text: str, expected: str) -> None:
    found = said(text)
    assert found is not None
    assert found.endswith(expected)


def test_an_abbreviation_out_of_season_is_asked() -> None:
    assert read_due("5pm EDT", SATURDAY, CHICAGO).ask
    assert not read_due("5pm EST", SATURDAY, CHICAGO).ask


MEETING = datetime(2026, 12, 9, 14, tzinfo=ZoneInfo(CHICAGO))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("before the next meeting", "2026-12-09T14:00"), ("next meeting", "2026-12-09T14:00"),
     ("by our next mtg", "2026-12-09T14:00"), ("day before the next meeting", "2026-12-08T17:00"),
     ("a week before the meeting", "2026-12-02T17:00"), ("two days before the next meeting", "2026-12-07T17:00"),
     ("an hour before the meeting", "2026-12-09T13:00"), ("3 business days before the meeting", "2026-12-04T17:00"),
     ("antes de la próxima reunión", "2026-12-09T14:00")],
)  # fmt: skip
def test_the_next_meeting_is_a_due_time_when_the_series_knows_it(text: str, expected: str) -> None:
    reading = read_due(text, SATURDAY, CHICAGO, DueRules(next_meeting=MEETING))
    assert (reading.due and reading.due.strftime("%Y-%m-%dT%H:%M"), reading.kind) == (expected, "meeting")


def test_without_a_series_the_next_meeting_is_no_date() -> None:
    assert read_due("before the next meeting", SATURDAY, CHICAGO).due is None
    assert read_due("the meeting after next", SATURDAY, CHICAGO, DueRules(next_meeting=MEETING)).due is None


def test_a_closure_is_said_and_the_date_stays() -> None:
    rules = DueRules(calendar=WorkdayCalendar(closures=(Closure(date(2026, 12, 21), date(2027, 1, 1), "Winter break"),)))
    assert said("dec 22", rules=rules) == "2026-12-22T17:00"
    assert "closed: Winter break" in read_due("dec 22", SATURDAY, CHICAGO, rules).warnings
    assert said("5 business days", rules=rules) == said("5 business days")


def test_close_of_business_working_days_and_the_fiscal_year_are_settings() -> None:
    early = DueRules(close_of_business=time(16, 30))
    assert said("fri", rules=early) == "2026-11-27T16:30"
    assert said("eod fri", rules=early) == "2026-11-27T16:30"

    sunday_to_thursday = DueRules(calendar=WorkdayCalendar(country=None, working_days=frozenset({6, 0, 1, 2, 3})))
    assert said("next business day", rules=sunday_to_thursday) == "2026-11-22T17:00"

    september = DueRules(fiscal_year_start=9)
    assert said("end of q1", rules=september) == "2026-11-30T17:00"
    assert not read_due("end of q1", SATURDAY, CHICAGO, september).ask
    assert said("end of quarter", rules=september) == "2026-11-30T17:00"
    assert said("end of fiscal year", rules=september) == "2027-08-31T17:00"
    assert said("end of q2 2027", rules=september) == "2027-02-28T17:00"


def test_a_state_holiday_is_warned_of_and_not_counted() -> None:
    texas = DueRules(calendar=WorkdayCalendar(subdivision="TX"))
    assert said("5 business days", rules=texas) == "2026-12-01T17:00"
    assert read_due("fri", SATURDAY, CHICAGO, texas).warnings == ("day after Thanksgiving",)


def test_a_slip_of_the_finger_is_forgiven_but_asked() -> None:
    reading = read_due("wednesfay", SATURDAY, CHICAGO)
    assert (reading.due and reading.due.date(), reading.ask) == (date(2026, 11, 25), True)
    assert "spelling read as Wednesday" in reading.warnings
    assert read_due("tursday", SATURDAY, CHICAGO).due is None  # Tuesday or Thursday?
    assert read_due("by augusta", SATURDAY, CHICAGO).due is None
