"""Turns come round fairly, and a quorum is counted by seat: hypothesis looks for unfair groups."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.meetings.quorum import PRESENT, Reply, count
from bot.meetings.rotation import CHAIR, NOTES, Turns
from bot.settings import Quorum, Seat

AGENCIES = [f"agency-{letter}" for letter in "abcdefghijkl"]
MONTHS = [date(2026, 1, 6) + timedelta(days=28 * number) for number in range(36)]
groups = st.integers(1, 12).map(lambda size: AGENCIES[:size])
replies = st.dictionaries(st.integers(0, 19), st.sampled_from(list(Reply)))
rules = st.builds(Quorum, percent=st.integers(0, 100), more_than=st.booleans(), at_least=st.none() | st.integers(0, 20))


@given(groups, st.integers(1, 36))
def test_no_agency_has_a_turn_twice_before_every_other_had_one(agencies: list[str], meetings: int) -> None:
    plan = Turns(agencies).plan(MONTHS[:meetings])
    for role in (CHAIR, NOTES):
        had = Counter(agency for (_, each), agency in plan.items() if each == role)
        assert max(had.values()) - min(had[agency] for agency in agencies) <= 1


@given(groups.filter(lambda group: len(group) > 1), st.integers(1, 36))
def test_nobody_chairs_and_takes_notes_in_the_same_meeting(agencies: list[str], meetings: int) -> None:
    plan = Turns(agencies).plan(MONTHS[:meetings])
    assert all(plan[day, CHAIR] != plan[day, NOTES] for day in MONTHS[:meetings])


@given(groups, st.data())
def test_an_agency_on_leave_gets_no_turn_and_is_not_punished_afterwards(agencies: list[str], data: st.DataObject) -> None:
    away = {data.draw(st.sampled_from(agencies)): frozenset(data.draw(st.sets(st.sampled_from(MONTHS))))}
    plan = Turns(agencies, away=away).plan(MONTHS)
    for (day, _), agency in plan.items():
        assert day not in away.get(agency, frozenset())
    if len(agencies) > 1:
        assert len(plan) == 2 * len(MONTHS)


@given(groups.filter(lambda group: len(group) > 2), st.data())
def test_a_swap_counts_for_who_steps_in_and_evens_out(agencies: list[str], data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(MONTHS[:12]))
    helper = data.draw(st.sampled_from(agencies))
    plan = Turns(agencies, swaps={(day, CHAIR): helper}).plan(MONTHS)
    assert plan[day, CHAIR] == helper
    had = Counter(agency for (_, role), agency in plan.items() if role == CHAIR)
    assert max(had.values()) - min(had[agency] for agency in agencies) <= 2


@given(st.integers(0, 20), replies, rules)
def test_a_quorum_is_what_the_rule_says_and_more_replies_never_lose_it(size: int, said: dict[int, Reply], rule: Quorum) -> None:
    seats = [Seat(id=f"seat-{number}", name=f"Seat {number}", voting=number % 4 != 3) for number in range(size)]
    words = {f"seat-{number}": reply for number, reply in said.items() if number < size}
    found = count(seats, words, rule)
    voting = [seat for seat in seats if seat.voting]
    assert found.filled == sum(words.get(seat.id) in PRESENT for seat in voting)
    assert found.filled + len(found.missing) == found.voting == len(voting)
    assert 0 <= found.needed <= found.voting
    if found.is_met and rule.percent and not rule.at_least:
        share = found.filled * 100
        assert share > rule.percent * found.voting if rule.more_than and found.needed < found.voting else share >= math.floor(
            rule.percent * found.voting)  # fmt: skip
    for seat in voting:
        more = count(seats, {**words, seat.id: Reply.COMING}, rule)
        assert more.filled >= found.filled and (more.is_met or not found.is_met)


def test_more_than_half_of_eight_is_five_and_half_is_four() -> None:
    seats = [Seat(id=f"seat-{number}", name=f"Seat {number}") for number in range(8)]
    assert count(seats, {}, Quorum(percent=50)).needed == 5
    assert count(seats, {}, Quorum(percent=50, more_than=False)).needed == 4
    assert count(seats, {}, Quorum(percent=50, at_least=7)).needed == 7


def test_a_seat_without_a_vote_is_never_counted() -> None:
    seats = [Seat(id="a", name="A"), Seat(id="b", name="B", voting=False)]
    found = count(seats, {"b": Reply.COMING}, Quorum(percent=50))
    assert (found.voting, found.filled, found.is_met) == (1, 0, False)
