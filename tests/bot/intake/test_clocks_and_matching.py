"""When a clock rings in a provider's own hours, and whom the matching shows: rules.md R33, R56, R57."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.content.protocol import Clock
from bot.content.provider import Hours, Opening
from bot.intake.clocks import Place, clock_of, due, rings
from bot.workdays import WorkdayCalendar
from tests.bot.intake.house import House

CHICAGO = ZoneInfo("America/Chicago")
CALENDAR = WorkdayCalendar("US", "IL", opens=time(9), closes=time(17))
TEN_TO_FOUR = Hours(weekly=(Opening(days=("mon", "tue", "wed", "thu", "fri"), opens="10:00", closes="16:00"),))
OFFICE = Place(TEN_TO_FOUR, CHICAGO, CALENDAR, CHICAGO)
UNKNOWN = Place(None, CHICAGO, CALENDAR, CHICAGO)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=CHICAGO)


@pytest.mark.parametrize(("start", "minutes", "end"), [
    (local(23, 10), 60, local(23, 11)),
    (local(23, 15), 120, local(24, 11)),
    (local(23, 7), 30, local(23, 10, 30)),
    (local(25, 15, 30), 60, local(27, 10, 30)),  # Thanksgiving lies between
    (local(27, 15), 120, local(30, 11)),  # a weekend
])  # fmt: skip
def test_minutes_count_only_while_the_place_is_open(start: datetime, minutes: int, end: datetime) -> None:
    assert due(start, minutes, OFFICE) == end


def test_where_hours_are_not_known_the_task_forces_own_count() -> None:
    assert due(local(23, 16), 120, UNKNOWN) == local(24, 10)
    assert due(local(23, 16), 120, UNKNOWN, around_the_clock=True) == local(23, 18)


def test_nobody_waits_longer_than_two_weeks_however_seldom_a_place_opens() -> None:
    seldom = Place(Hours(weekly=(Opening(days=("wed",), opens="10:00", closes="10:15"),)), CHICAGO, CALENDAR, CHICAGO)
    assert (due(local(23, 10), 2400, seldom) - local(23, 10).astimezone(UTC)).days == 14


def test_the_moments_of_a_clock_come_in_order() -> None:
    found = rings(local(23, 10), Clock(acknowledge_minutes=240, decide_minutes=480), OFFICE)
    assert found.remind < found.acknowledge_by < found.decide_soon < found.decide_by


def test_the_answer_chooses_the_clock(small_house: House) -> None:
    protocol = small_house.services.library.protocols["P01"]
    assert [clock_of(protocol, {"how_soon": soon})[0] for soon in ("tonight", "day", "week", "later")] == [
        "tonight", "day", "week", "later",
    ]  # fmt: skip


def test_no_police_and_no_immigration_service_in_any_flow_unless_the_person_asked(small_house: House) -> None:
    house = small_house
    for code, protocol in house.services.library.protocols.items():
        for asked in ("no", "undecided", "asked"):
            found = house.intake.matches(code, house.answers(police=asked))
            assert not any(match.provider.immigration_enforcement for match in found)
            if asked != "asked" or protocol.file.police != "only_if_asked":
                assert not any(match.provider.is_police for match in found), (code, asked)


def test_every_need_has_two_choices_or_is_a_gap_and_one_helps_from_afar(small_house: House) -> None:
    house = small_house
    question = house.services.library.protocols["P01"].question("help_wanted")
    assert question is not None
    for need in question.choices:
        found = house.intake.matches("P01", house.answers(help_wanted=(need,), fit=()))
        assert len(found) != 1, need
        if found:
            assert any("From afar" in match.why for match in found), need
            assert all(match.why for match in found)


def test_expired_paused_and_failed_places_are_not_matched(small_house: House) -> None:
    house = small_house
    today = house.services.today()
    for match in house.intake.matches("P01", house.answers(fit=())):
        vetting = match.provider.vetting
        assert vetting.state in ("current", "national") and (vetting.expires is None or vetting.expires >= today)
        assert match.provider.conditions.get("faith_participation_required") != "yes"


def test_what_nobody_knows_is_said(small_house: House) -> None:
    found = small_house.intake.matches("P01", small_house.answers(access=("pets",), fit=()))
    assert any("whether it takes pets" in match.unknown for match in found)
