"""What may be said of small numbers: `<11`, withheld beside it, and no report that can be subtracted from another."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.intake.charts import report_picture, report_text
from bot.intake.counting import count
from bot.intake.numbers import SMALL, WITHHELD, Published, complementary, may_publish, months_of, quarter_of, step, table
from bot.problems import PersonError
from tests.bot.intake.house import ANA, DANA, GUS, House

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 60), max_size=8)


def test_one_to_ten_are_not_told_apart() -> None:
    found = dict(table("need", {"a": 1, "b": 10, "c": 11, "d": 0}, with_total=False).rows)
    assert found == {"a": SMALL, "b": SMALL, "c": 11}


def test_a_single_small_number_cannot_be_had_from_the_total() -> None:
    found = table("form", {"labor": 40, "sex": 30, "both": 3})
    assert dict(found.rows) == {"labor": 40, "sex": WITHHELD, "both": SMALL} and found.total == 73


def test_where_nothing_helps_nothing_is_shown() -> None:
    assert table("form", {"labor": 12, "both": 1}).rows == ()
    assert table("form", {"labor": 12, "both": 1}).total == WITHHELD


@given(COUNTS)
@settings(max_examples=300, deadline=None)
def test_knowing_the_total_each_small_number_may_still_be_anything_from_1_to_10(counts: dict[str, int]) -> None:
    """Tried by hand: every way to fill the hidden cells that fits the total and the published rule is gone through."""
    found = table("form", counts)
    if not isinstance(found.total, int):
        return
    rows = dict(found.rows)
    small = [value for value, number in rows.items() if number == SMALL]
    hidden = [value for value, number in rows.items() if number == WITHHELD]
    assert all(1 <= counts[value] <= 10 for value in small) and all(counts[value] >= 11 for value in hidden)
    left = found.total - sum(number for number in rows.values() if isinstance(number, int))
    if not small:
        return
    possible: list[set[int]] = [set() for _ in small]
    for guess in itertools.product(range(1, 11), repeat=min(len(small), 4)) if len(small) <= 4 else ():
        rest = left - sum(guess)
        fits = rest == 0 if not hidden else rest >= 11 * len(hidden)
        if fits:
            for place, number in enumerate(guess):
                possible[place].add(number)
    if len(small) <= 4:
        assert all(found == set(range(1, 11)) for found in possible)


def test_complementary_cells_are_the_smallest_that_do() -> None:
    assert complementary({"a": 5, "b": 30, "c": 90}, {"a"}) == {"b"}
    assert complementary({"a": 5, "b": 7, "c": 90}, {"a", "b"}) == {"c"}
    assert complementary({"a": 5, "b": 6, "c": 90}, {"a", "b"}) == set(), "11 in two cells tells nothing of either"


def report_of(first: int, last: int, truth: dict[str, dict[str, list[int]]]) -> Published:
    sums = {
        measure: {value: sum(numbers[first : last + 1]) for value, numbers in values.items()} for measure, values in truth.items()
    }
    cells = {measure: {value: n for value, n in values.items() if n == 0 or n > 10} for measure, values in sums.items()}
    return Published(first, last, cells, frozenset())


def test_the_second_of_two_reports_whose_difference_is_small_is_refused() -> None:
    truth = {"need": {"bed": [20, 5, 0]}}
    first = report_of(0, 0, truth)
    assert may_publish(first, [], truth, 3)
    assert not may_publish(report_of(0, 1, truth), [first], truth, 3)
    assert may_publish(report_of(0, 2, {"need": {"bed": [20, 0, 15]}}), [first], {"need": {"bed": [20, 0, 15]}}, 3)


def test_three_reports_together_give_nothing_away_either() -> None:
    """1 to 3 less 2 leaves 1 and 3 together: small, although neither report alone is narrow."""
    truth = {"need": {"bed": [2, 25, 3]}}
    middle = report_of(1, 1, truth)
    assert not may_publish(report_of(0, 2, truth), [middle], truth, 3)


@given(
    st.lists(st.integers(0, 30), min_size=4, max_size=4), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=5)
)
@settings(max_examples=150, deadline=None)
def test_whatever_is_asked_in_whatever_order_no_small_quarter_can_be_worked_out(
    numbers: list[int], asked: list[tuple[int, int]]
) -> None:
    truth, released = {"need": {"bed": numbers}}, list[Published]()
    for first, last in asked:
        if first <= last:
            wanted = report_of(first, last, truth)
            if may_publish(wanted, released, truth, 4):
                released.append(wanted)
    known = {(r.first, r.last): r.cells["need"]["bed"] for r in released if "bed" in r.cells["need"]}
    for (a, b), (c, d) in itertools.permutations(known, 2):
        if a <= c and d <= b:
            difference = known[a, b] - known[c, d]
            assert difference == 0 or difference > 10


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


def test_two_reports_whose_difference_is_small_are_not_both_given_out(small_house: House) -> None:
    house = small_house
    filled(house, "2026-05", connected=60, person_declined=40)
    filled(house, "2026-08", connected=3, person_declined=2)
    house.intake.reports.report("2026-Q2", "2026-Q2", house.who(DANA))
    with pytest.raises(PersonError, match="below 11"):
        house.intake.reports.report("2026-Q2", "2026-Q3", house.who(DANA))


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
