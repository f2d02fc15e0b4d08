"""Ana is reminded at her own hour, on days she works, of each thing once, and never taken to her lead by surprise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.action_items.reminders import (
    DueItem,
    Person,
    Reminder,
    ReminderRules,
    due_reminders,
    morning,
    next_reminder,
)
from bot.workdays import Closure, WorkdayCalendar

CHICAGO = "America/Chicago"
RULES = ReminderRules()
ANA = Person(CHICAGO, WorkdayCalendar())
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
FIVE_ZONES = ("America/New_York", CHICAGO, "America/Phoenix", "Pacific/Honolulu", "Europe/London")


def at(wall: str, zone: str = CHICAGO) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))


def item(due: str, **known: object) -> DueItem:
    made = DueItem(at(due), CHICAGO, LONG_AGO)
    return replace(made, **known)  # type: ignore[arg-type]


def walk(
    what: DueItem, person: Person, until: datetime, start: datetime, rules: ReminderRules = RULES, *,
    remember_warning: bool = True,
) -> list[tuple[str, date, datetime]]:  # fmt: skip
    """Looks every half hour, as the bot does, and says each key once. (rule, its date, when it was said)"""
    said: dict[tuple[str, date], datetime] = {}
    moment = start
    while moment < until:
        for reminder in due_reminders(what, person, rules, moment):
            if reminder.key not in said:
                said[reminder.key] = moment.astimezone(ZoneInfo(person.zone))
                if reminder.escalates_on and remember_warning:
                    what = replace(what, warned_on=said[reminder.key].date())
        moment += timedelta(minutes=30)
    return [(rule, on, when) for (rule, on), when in said.items()]


def test_ana_hears_three_days_before_one_day_before_that_morning_and_then_when_it_is_late() -> None:
    heard = walk(item("2026-10-15T17:00"), ANA, at("2026-11-05T00:00"), at("2026-10-01T00:00"))

    assert [(rule, when.strftime("%a %m-%d %H:%M")) for rule, _, when in heard] == [
        ("before-3", "Fri 10-09 09:00"),  # Monday is Columbus Day
        ("before-1", "Wed 10-14 09:00"),
        ("due", "Thu 10-15 09:00"),
        ("overdue-1", "Fri 10-16 09:00"),
        ("overdue-3", "Mon 10-19 09:00"),
        ("escalation", "Thu 10-22 09:00"),
        ("overdue-10", "Mon 10-26 09:00"),
        ("overdue-17", "Mon 11-02 09:00"),
    ]


def test_a_weekend_due_time_is_spoken_of_on_friday_and_only_once() -> None:
    heard = walk(item("2026-10-18T17:00"), ANA, at("2026-10-20T00:00"), at("2026-10-14T00:00"))
    assert [(rule, when.strftime("%a %H:%M")) for rule, _, when in heard] == [
        ("before-3", "Thu 09:00"),
        ("due", "Fri 09:00"),
        ("overdue-1", "Mon 09:00"),
    ]


def test_a_closure_moves_the_reminder_and_not_the_due_time() -> None:
    closed = WorkdayCalendar(closures=(Closure(date(2026, 10, 14), date(2026, 10, 20), "Staff retreat"),))
    what = item("2026-10-15T17:00")
    heard = walk(what, Person(CHICAGO, closed), at("2026-10-23T00:00"), at("2026-10-05T00:00"))
    assert [(rule, when.strftime("%m-%d")) for rule, _, when in heard] == [
        ("before-3", "10-09"),
        ("due", "10-13"),
        ("overdue-3", "10-21"),
        ("escalation", "10-22"),
    ]
    assert what.due == at("2026-10-15T17:00")


def test_the_key_stays_when_a_closure_is_added_later() -> None:
    what, now = item("2026-10-15T17:00"), at("2026-10-14T10:00")
    before = due_reminders(what, ANA, RULES, now)
    closed = Person(CHICAGO, WorkdayCalendar(closures=(Closure(date(2026, 10, 13), date(2026, 10, 13), "Flood"),)))
    assert [each.key for each in due_reminders(what, closed, RULES, now)] == [each.key for each in before]


@pytest.mark.parametrize("zone", FIVE_ZONES)
def test_each_person_hears_at_their_own_nine_oclock(zone: str) -> None:
    person = Person(zone, WorkdayCalendar(country=None))
    heard = walk(item("2026-10-15T17:00"), person, at("2026-10-17T12:00"), at("2026-10-11T00:00"))
    assert [rule for rule, _, _ in heard] == ["before-3", "before-1", "due", "overdue-1"]
    assert {(when.hour, when.minute) for _, _, when in heard} == {(9, 0)}
    assert [on for _, on, _ in heard] == [date(2026, 10, 12), date(2026, 10, 14), date(2026, 10, 15), date(2026, 10, 16)]


def test_moving_to_another_zone_says_nothing_twice() -> None:
    what, now = item("2026-10-15T17:00"), at("2026-10-15T22:00", "Europe/London")
    keys = {
        each.key
        for zone in FIVE_ZONES
        for each in due_reminders(what, Person(zone, WorkdayCalendar(opens=time(0), closes=time(23, 59))), RULES, now)
    }
    assert keys == {("due", date(2026, 10, 15))}


def test_the_morning_it_is_due_comes_before_the_due_time_wherever_bo_is() -> None:
    early = item("2026-10-15T10:00")  # 5 AM in Honolulu
    bo = Person("Pacific/Honolulu", WorkdayCalendar(country=None))
    heard = walk(early, bo, at("2026-10-15T09:59"), at("2026-10-11T00:00"))
    assert [(rule, when.strftime("%m-%d")) for rule, _, when in heard] == [("before-3", "10-12"), ("due", "10-14")]


@pytest.mark.parametrize("state", ["blocked", "done", "dropped"])
def test_nothing_is_said_of_what_is_done_dropped_or_blocked(state: str) -> None:
    what = item("2026-10-15T17:00", state=state)
    assert due_reminders(what, ANA, RULES, at("2026-10-16T10:00")) == ()
    assert next_reminder(what, ANA, RULES, LONG_AGO) is None


@pytest.mark.parametrize("moment", ["2026-10-16T08:59", "2026-10-16T17:00", "2026-10-17T10:00", "2026-11-26T10:00"])
def test_nothing_is_said_outside_working_hours(moment: str) -> None:
    assert due_reminders(item("2026-10-15T17:00"), ANA, RULES, at(moment)) == ()


def test_what_was_missed_while_the_bot_was_down_is_said_once_and_not_all_of_it() -> None:
    late = due_reminders(item("2026-10-15T17:00", warned_on=date(2026, 10, 16)), ANA, RULES, at("2026-10-20T11:00"))
    assert [each.rule for each in late] == ["overdue-3"]


def test_an_item_made_this_morning_is_not_reminded_of_this_morning() -> None:
    fresh = item("2026-10-15T17:00", created=at("2026-10-15T11:00"))
    assert due_reminders(fresh, ANA, RULES, at("2026-10-15T12:00")) == ()
    following = next_reminder(fresh, ANA, RULES, at("2026-10-15T12:00"))
    assert following is not None
    assert following.rule == "overdue-1"


def test_a_snooze_is_quiet_until_its_morning_also_past_the_due_time() -> None:
    what = item("2026-10-15T17:00", snoozed_until=date(2026, 10, 20))
    heard = walk(what, ANA, at("2026-10-28T00:00"), at("2026-10-13T12:00"))
    assert [(rule, when.strftime("%m-%d")) for rule, _, when in heard] == [
        ("snooze-over", "10-20"),
        ("escalation", "10-22"),
        ("overdue-10", "10-26"),
    ]


def test_a_snooze_over_a_holiday_wakes_on_the_next_working_day() -> None:
    what = item("2026-11-20T17:00", snoozed_until=date(2026, 11, 26))
    following = next_reminder(what, ANA, RULES, at("2026-11-20T18:00"))
    assert following is not None
    assert (following.rule, following.at) == ("snooze-over", at("2026-11-27T09:00"))


def test_the_lead_hears_only_after_ana_was_told_and_a_working_day_later() -> None:
    untold = item("2026-10-15T17:00")
    assert all(each.to == "assignee" for each in due_reminders(untold, ANA, RULES, at("2026-10-30T10:00")))

    heard = walk(untold, ANA, at("2026-12-30T00:00"), at("2026-10-28T00:00"), remember_warning=False)
    assert "escalation" not in [rule for rule, _, _ in heard]

    told = replace(untold, warned_on=date(2026, 10, 30))
    assert not [each for each in due_reminders(told, ANA, RULES, at("2026-10-30T16:00")) if each.to == "agency_lead"]
    assert [each.to for each in due_reminders(told, ANA, RULES, at("2026-11-02T10:00"))] == ["assignee", "agency_lead"]


def test_a_late_reminder_says_when_the_lead_will_hear() -> None:
    (first,) = due_reminders(item("2026-10-15T17:00"), ANA, RULES, at("2026-10-16T10:00"))
    assert (first.rule, first.escalates_on) == ("overdue-1", date(2026, 10, 22))
    (before,) = due_reminders(item("2026-10-15T17:00"), ANA, RULES, at("2026-10-15T10:00"))
    assert before.escalates_on is None


def test_with_few_reminders_a_notice_is_given_of_its_own() -> None:
    few = ReminderRules(overdue_days=(), then_every_days=0)
    heard = walk(item("2026-10-15T17:00"), ANA, at("2026-11-05T00:00"), at("2026-10-15T12:00"), few)
    assert [(rule, when.strftime("%m-%d")) for rule, _, when in heard] == [
        ("due", "10-15"),
        ("escalation-notice", "10-20"),
        ("escalation", "10-22"),
    ]


def test_no_escalation_where_the_setting_is_zero() -> None:
    never = replace(RULES, escalate_after_days=0)
    heard = walk(item("2026-10-15T17:00"), ANA, at("2026-11-30T00:00"), at("2026-10-15T12:00"), never)
    assert not {"escalation", "escalation-notice"} & {rule for rule, _, _ in heard}


def test_the_morning_is_the_setting_kept_inside_working_hours() -> None:
    day = date(2026, 10, 15)
    assert morning(ANA, RULES, day) == at("2026-10-15T09:00")
    assert morning(ANA, replace(RULES, at=time(10, 15)), day) == at("2026-10-15T10:15")
    assert morning(ANA, replace(RULES, at=time(18)), day) == at("2026-10-15T09:00")


@pytest.mark.parametrize("zone", FIVE_ZONES)
@pytest.mark.parametrize(
    ("first", "due"), [("2026-03-02", "2026-03-09"), ("2026-10-26", "2026-11-02"), ("2028-02-24", "2028-02-29")]
)
def test_over_a_clock_change_and_a_leap_day_each_is_said_once_at_nine(zone: str, first: str, due: str) -> None:
    person = Person(zone, WorkdayCalendar(country=None, working_days=frozenset(range(7))))
    what = DueItem(at(f"{due}T17:00", zone), zone, LONG_AGO)
    heard = walk(what, person, at(f"{due}T17:00", zone) + timedelta(days=4), at(f"{first}T00:00", zone))
    assert [rule for rule, _, _ in heard] == ["before-3", "before-1", "due", "overdue-1", "overdue-3"]
    assert {when.time() for _, _, when in heard} == {time(9)}


@settings(max_examples=200, deadline=None)
@given(
    due=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC)),
    zone=st.sampled_from(FIVE_ZONES),
    home=st.sampled_from(FIVE_ZONES),
    hours=st.integers(0, 24 * 60),
    closed=st.integers(0, 20),
    snooze=st.one_of(st.none(), st.integers(-5, 40)),
    warned=st.one_of(st.none(), st.integers(-2, 30)),
)
def test_looking_only_when_told_to_misses_nothing(
    due: datetime, zone: str, home: str, hours: int, closed: int, snooze: int | None, warned: int | None
) -> None:
    """From one `next_reminder` to the next, what it names is what `due_reminders` then says, in working hours."""
    day = due.date()
    closures = (Closure(day, day + timedelta(days=closed), "Closed"),)
    person = Person(zone, WorkdayCalendar(closures=closures))
    what = DueItem(
        due, home, due - timedelta(days=10), "open",
        None if snooze is None else day + timedelta(days=snooze),
        None if warned is None else day + timedelta(days=warned),
    )  # fmt: skip
    after = due - timedelta(days=9) + timedelta(hours=hours)
    seen: list[Reminder] = []
    for _ in range(12):
        coming = next_reminder(what, person, RULES, after)
        assume(coming is not None)
        assert coming is not None
        assert coming.at.astimezone(UTC) > after.astimezone(UTC)
        assert person.calendar.is_open(coming.at, ZoneInfo(zone))
        assert coming.key in {each.key for each in due_reminders(what, person, RULES, coming.at)}
        assert coming.key not in {each.key for each in seen}
        seen.append(coming)
        after = coming.at
