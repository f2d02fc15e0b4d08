"""What may be said of small numbers: `<11`, withheld beside it, and no two reports to subtract from one another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from bot.directory.records import DirectoryGap
from bot.intake.charts import report_picture, report_text
from bot.intake.counting import count, count_gap
from bot.intake.numbers import SMALL, WITHHELD, Table, complementary, months_of, quarter_of, step, table
from bot.intake.records import IntakeCount, ReleasedReport
from bot.intake.reports import GAP, Report, made
from bot.intake.values import Clocks
from bot.problems import PersonError
from bot.rooms.meetings_gathering import counts_for
from bot.views import referrals as views
from bot.views.referrals import small
from tests.bot.intake.house import ANA, DANA, GUS, House

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 60), max_size=8)
# few cells and small ones, so that every table somebody could think of is gone through
NARROW = st.dictionaries(
    st.sampled_from(["connected", "withdrawn", "not_said", "sex"]), st.one_of(st.integers(0, 12), st.integers(0, 45)), max_size=4
)
# of the ten numbers a small cell may stand for, at least so many stay possible for whoever knows the rule by heart
AT_LEAST_POSSIBLE = 9


def small_cells(found: Table) -> list[str]:
    return [value for value, number in found.rows if number == SMALL]


def fillings(found: Table, total: int | None, at_least: int) -> Iterator[dict[str, int]]:
    """Every way to fill the kept-back cells of a table that fits what a reader knows of the sum."""
    known = {value: number for value, number in found.rows if isinstance(number, int)}
    few, hidden = small_cells(found), [value for value, number in found.rows if number == WITHHELD]
    most = max(total or 0, at_least, 11) + 11
    for guess in itertools.product(range(1, 11), repeat=len(few)):
        left = None if total is None else total - sum(known.values()) - sum(guess)
        ways = itertools.product(range(11, most + 1), repeat=len(hidden)) if left is None else splits(left, len(hidden))
        for way in ways:
            candidate = {**known, **dict(zip(few, guess, strict=True)), **dict(zip(hidden, way, strict=True))}
            if sum(candidate.values()) >= at_least:
                yield candidate


def splits(left: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to write a number as so many numbers from 11 on."""
    if parts == 0:
        if left == 0:
            yield ()
        return
    for first in range(11, left - 11 * (parts - 1) + 1):
        for rest in splits(left - first, parts - 1):
            yield (first, *rest)


def test_one_to_ten_are_not_told_apart() -> None:
    found = dict(table("need", {"a": 1, "b": 10, "c": 11, "d": 0}, total="unknown").rows)
    assert found == {"a": SMALL, "b": SMALL, "c": 11}


def test_a_single_small_number_cannot_be_had_from_the_total() -> None:
    found = table("form", {"labor": 40, "sex": 30, "both": 3})
    assert dict(found.rows) == {"labor": WITHHELD, "sex": 30, "both": SMALL} and found.total == 73


def test_where_nothing_helps_nothing_is_shown() -> None:
    assert table("form", {"labor": 12, "both": 1}).rows == ()
    assert table("form", {"labor": 12, "both": 1}).total == WITHHELD


def test_what_is_withheld_beside_a_small_number_does_not_depend_on_the_numbers() -> None:
    """If the smallest were withheld, 40 kept back beside a 30 that is shown could only be 10 and 30."""
    assert complementary({"a": 10, "b": 30, "c": 30}, {"a"}, 70) == {"b"}
    assert complementary({"a": 10, "b": 90, "c": 30}, {"a"}, 130) == {"b"}
    assert complementary({"a": 5, "sex": 30, "not_said": 90}, {"a"}, 125) == {"not_said"}, "what tells least goes first"
    assert complementary({"a": 5, "b": 6, "c": 90}, {"a", "b"}, 101) == set(), "11 in two cells tells nothing of either"


@given(NARROW, st.sampled_from(["said", "guarded"]))
@settings(max_examples=120, deadline=None)
def test_whoever_knows_the_total_and_the_rule_by_heart_cannot_work_out_a_small_number(counts: dict[str, int], total: str) -> None:
    """Each table that somebody could think of is made like the real one: those that look the same are what may be true."""
    found = table("form", counts, total=total)  # type: ignore[arg-type]
    if not found.rows or not small_cells(found):
        return
    possible: dict[str, set[int]] = {value: set() for value in small_cells(found)}
    for candidate in fillings(found, sum(counts.values()), 0):
        if table("form", candidate, total=total) == found:  # type: ignore[arg-type]
            for value in possible:
                possible[value].add(candidate[value])
    assert all(len(numbers) >= AT_LEAST_POSSIBLE for numbers in possible.values()), (found, possible)


@given(NARROW, st.integers(0, 80))
@settings(max_examples=120, deadline=None)
def test_nor_from_knowing_that_every_closed_referral_had_a_need(counts: dict[str, int], closed: int) -> None:
    closed = min(closed, sum(counts.values()))
    found = table("need", counts, total="unknown", at_least=closed)
    if len([number for _, number in found.rows if number == WITHHELD]) > 1:
        return
    possible: dict[str, set[int]] = {value: set() for value in small_cells(found)}
    for candidate in fillings(found, None, closed):
        if table("need", candidate, total="unknown", at_least=closed) == found:
            for value in possible:
                possible[value].add(candidate[value])
    assert all(len(numbers) >= AT_LEAST_POSSIBLE for numbers in possible.values()), (found, possible)


@given(NARROW, NARROW)
@settings(max_examples=60, deadline=None)
def test_nor_from_the_same_people_standing_in_two_tables(outcomes: dict[str, int], forms: dict[str, int]) -> None:
    """Who withdrew stands in each of the three tables alike, and all three have the same total."""
    whole = sum(outcomes.values())
    forms = {**forms, "withdrawn": outcomes.get("withdrawn", 0)}
    forms["sex"] = whole - sum(number for value, number in forms.items() if value != "sex")
    if forms["sex"] < 0:
        return
    first, second = table("outcome", outcomes), table("form", forms)
    if "withdrawn" not in small_cells(first) or "withdrawn" not in small_cells(second):
        return
    one = [c for c in fillings(first, whole, 0) if table("outcome", c) == first]
    two = [c for c in fillings(second, whole, 0) if table("form", c) == second]
    both = {c["withdrawn"] for c in one} & {c["withdrawn"] for c in two}
    for found, ways in ((first, one), (second, two)):
        for value in small_cells(found):
            assert len({way[value] for way in ways if way["withdrawn"] in both}) >= AT_LEAST_POSSIBLE - 1, (first, second)


@given(COUNTS)
@settings(max_examples=200, deadline=None)
def test_every_number_that_is_shown_is_true_and_none_is_below_eleven(counts: dict[str, int]) -> None:
    found = table("form", counts)
    for value, number in found.rows:
        assert number == counts[value] >= 11 if isinstance(number, int) else counts[value] < 11 or number == WITHHELD
    assert found.total in (WITHHELD, sum(counts.values()))


def test_a_need_with_a_language_and_an_area_is_not_even_named_where_there_are_few() -> None:
    counts = {GAP: {"ID · vi · northside · anyone": 3, "Housing later · es · southside · anyone": 14}}
    found = next(each for each in made(counts) if each.measure == GAP)
    assert found.rows == (("Housing later · es · southside · anyone", 14),) and found.total == WITHHELD


def test_of_what_is_open_now_only_a_band_is_said() -> None:
    """Looked at before and after somebody came, it says the same, or that a round number was passed."""
    said = [small(number) for number in range(200)]
    assert said[0] == "0" and set(said[1:11]) == {"&lt;11"} and len(set(said)) == 6
    assert not any(word.isdigit() for word in said[1:])


def test_quarters() -> None:
    assert quarter_of("2026-11") == "2026-Q4" and months_of("2026-Q1") == ("2026-01", "2026-02", "2026-03")
    assert step("2026-Q1", -1) == "2025-Q4" and step("2026-Q4", 5) == "2028-Q1"


def filled(house: House, month: str, **outcomes: int) -> None:
    """Closed referrals: each stands once in outcome, form and response."""
    with house.services.store.write() as session:
        for outcome, number in outcomes.items():
            count(session, month, "outcome", outcome, number)
        whole = sum(outcomes.values())
        count(session, month, "form", "labor", whole // 2)
        count(session, month, "form", "sex", whole - whole // 2)
        count(session, month, "response", "within 2 hours", whole)
        count(session, month, "need", "medical", whole)


def test_a_coordinator_gets_whole_finished_quarters_and_the_same_ones_for_ever(small_house: House) -> None:
    house = small_house
    filled(house, "2026-08", connected=60, person_declined=40, other_option=4)
    dana = house.who(DANA)
    first = house.intake.reports.report("2026-Q3", "2026-Q3", dana)
    assert dict(first.table("outcome").rows)["other_option"] == SMALL
    assert "other option: <11" in report_text(first)
    filled(house, "2026-08", other_option=1)
    assert house.intake.reports.report("2026-Q3", "2026-Q3", dana) == first
    for period in (("2026-Q4", "2026-Q4"), ("2026-Q3", "2026-Q2"), ("2026-Q9", "2026-Q9"), ("August", "August")):
        with pytest.raises(PersonError):
            house.intake.reports.report(*period, dana)


def test_a_quarter_is_given_out_once(house: House) -> None:
    """No two reports share a quarter, so there is nothing to subtract."""
    for month in ("2026-02", "2026-05", "2026-08"):
        filled(house, month, connected=60, person_declined=40)
    dana, reports = house.who(DANA), house.intake.reports
    reports.report("2026-Q2", "2026-Q2", dana)
    for period in (("2026-Q1", "2026-Q2"), ("2026-Q2", "2026-Q3"), ("2026-Q1", "2026-Q3")):
        with pytest.raises(PersonError, match="2026-Q2 was given out before"):
            reports.report(*period, dana)
    assert reports.report("2026-Q3", "2026-Q3", dana).first == "2026-Q3"


@given(asked=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=8), late=st.integers(1, 12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_and_whatever_comes_late_no_number_ever_moves(
    small_house: House, asked: list[tuple[int, int]], late: int
) -> None:
    """Random periods in random order, one more referral in a month that is over between any two of them."""
    house, dana = small_house, small_house.who(DANA)
    with house.services.store.write() as session:
        for table_of in (ReleasedReport, IntakeCount):
            session.execute(delete(table_of))
    quarters = [step("2026-Q3", back) for back in range(-5, 1)]
    for quarter in quarters:
        filled(house, months_of(quarter)[1], connected=60, person_declined=40, other_option=late)
    given_out: dict[tuple[str, str], Report] = {}
    for first, last in asked:
        try:
            found = house.intake.reports.report(quarters[first], quarters[last], dana)
        except PersonError:
            continue
        assert given_out.setdefault((quarters[first], quarters[last]), found) == found
        filled(house, months_of(quarters[first])[0], other_option=1)
    spans = [{quarters.index(first), *range(quarters.index(first), quarters.index(last) + 1)} for first, last in given_out]
    assert all(not one & two for one, two in itertools.combinations(spans, 2)), "a quarter stands in two reports"


def test_what_is_closed_late_counts_in_the_month_it_is_closed_in(house: House) -> None:
    """A referral of one quarter, closed in the next, leaves the numbers of the quarter that is over as they were."""
    code = house.sends().code
    house.days_pass(45)
    house.intake.life.close(code, "connected", house.who(ANA), house.key())
    with house.services.store.read() as session:
        months = {(row.measure, row.month) for row in session.query(IntakeCount)}
    assert ("sent", "2026-11") in months and ("outcome", "2027-01") in months and ("outcome", "2026-11") not in months


def test_the_weekly_line_and_the_agenda_say_bands(house: House) -> None:
    with house.services.store.write() as session:
        for _ in range(13):
            count_gap(session, "2026-11", "ID", "vi", "northside", "anyone")
    clocks, gaps = Clocks(13, 12, 11, ()), house.intake.reports.gaps_since(house.clock.now())
    said = str(views.week(clocks, gaps).as_dict()) + views.missed_clocks_line(clocks)
    assert said.count("11 to 19") == 6 and not {"12", "13"} & set(said.replace(".", " ").split())


def test_the_agenda_tells_unmet_needs_of_a_quarter_that_is_over(small_house: House) -> None:
    """A number of the running quarter would grow from one agenda to the next by those who came in between."""
    house = small_house
    cells = [("2026-08", "emergency_shelter", "es", 14), ("2026-09", "emergency_shelter", "vi", 12),
             ("2026-09", "legal_record_relief", "vi", 4), ("2026-11", "emergency_shelter", "es", 40)]  # fmt: skip
    with house.services.store.write() as session:
        session.add_all(DirectoryGap(month=month, need=need, language=language, count=n) for month, need, language, n in cells)
    series = house.services.meetings.series()[0]
    said = [each.words for each in counts_for(house.services, series) if each.words.startswith("Needs nobody")]
    assert said == ["Needs nobody could meet in 2026-Q3: emergency shelter at least 26"]


@pytest.mark.parametrize("user", [ANA, GUS])
def test_numbers_are_for_coordinators(small_house: House, user: str) -> None:
    with pytest.raises(PersonError):
        small_house.intake.reports.report("2026-Q3", "2026-Q3", small_house.who(user))
    assert small_house.intake.audit.lines()[0].act == "refused"


def test_the_picture_shows_no_more_than_the_text_and_carries_no_metadata(small_house: House) -> None:
    from io import BytesIO

    from PIL import Image

    filled(small_house, "2026-08", connected=60, person_declined=40, other_option=4)
    report = small_house.intake.reports.report("2026-Q3", "2026-Q3", small_house.who(DANA))
    picture = Image.open(BytesIO(report_picture(report)))
    assert picture.format == "PNG" and picture.width == 1200 and not picture.info
    small_house.intake.reports.send_picture(report, small_house.who(DANA))
    row = small_house.outbox("referral.numbers")[0]
    said = small_house.services.announcements.render(row.kind, row.subject)
    assert said is not None and said.file is not None and said.file.name.endswith(".png")
