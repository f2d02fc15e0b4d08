"""Fay owns the safety answers, Dana is the second pair of eyes, Carmen owns what is said about wages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bot.content.entry import Entry
from bot.learning.standing import ONE_ROUND, Verdict, Word, as_confirmed, due, standing_of, wording_of
from bot.learning.writeback import with_dates

WRITTEN = date(2026, 11, 16)
FEBRUARY = date(2027, 2, 1)


def entry(tier: str = "safety", **changes: Any) -> Entry:
    days = {"safety": 90, "legal": 180, "standard": 365}[tier]
    return Entry.model_validate({
        "id": "some-entry", "theme": "safety", "title": "Some entry", "kind": "policy", "audience": ["all-staff"], "tier": tier,
        "jurisdiction": "general", "short": "A short answer of some length.", "full": [{"say": "One fact."}],
        "asked_as": ["one", "two", "three"], "sources": [{"name": "A law", "confirmed": "Read."}], "owner": "Privacy lead",
        "reviewed": WRITTEN, "expires": WRITTEN + timedelta(days=days), **changes,
    })  # fmt: skip


def said(by: str, day: date = FEBRUARY, verdict: Verdict = "right", of: Entry | None = None) -> Word:
    return Word(by, verdict, wording_of(of or entry()), day)


def test_the_files_dates_count_while_nobody_has_spoken() -> None:
    assert standing_of(entry(), []).expires == WRITTEN + timedelta(days=90)
    assert as_confirmed(entry(), standing_of(entry(), [])) == entry()


def test_one_word_is_enough_for_an_ordinary_answer() -> None:
    wages = entry("standard")
    found = standing_of(wages, [said("carmen", of=wages)])
    assert (found.reviewed, found.expires) == (FEBRUARY, FEBRUARY + timedelta(days=365))
    assert found.confirmed_by == ("carmen",)


def test_a_safety_answer_waits_for_a_second_person() -> None:
    found = standing_of(entry(), [said("fay")])
    assert (found.reviewed, found.first_by) == (WRITTEN, "fay")


def test_the_same_person_twice_is_still_one_person() -> None:
    assert standing_of(entry(), [said("fay"), said("fay", FEBRUARY + timedelta(days=1))]).reviewed == WRITTEN


def test_two_people_renew_a_safety_answer_for_ninety_days() -> None:
    found = standing_of(entry(), [said("fay"), said("dana", FEBRUARY + timedelta(days=2))])
    assert found.reviewed == FEBRUARY + timedelta(days=2)
    assert found.expires - found.reviewed == timedelta(days=90)
    assert set(found.confirmed_by) == {"fay", "dana"}


def test_words_of_two_different_rounds_are_not_two_people() -> None:
    late = said("dana", FEBRUARY + ONE_ROUND + timedelta(days=1))
    found = standing_of(entry(), [said("fay"), late])
    assert (found.reviewed, found.first_by) == (WRITTEN, "dana")


def test_a_word_is_about_the_wording_of_its_day() -> None:
    edited = entry(short="Another short answer of some length.")
    assert standing_of(edited, [said("fay"), said("dana")]).reviewed == WRITTEN
    assert wording_of(entry()) != wording_of(edited)


def test_dates_alone_do_not_change_the_wording() -> None:
    assert wording_of(entry()) == wording_of(entry(reviewed=FEBRUARY, expires=FEBRUARY + timedelta(days=30)))


def test_needs_work_makes_a_card_overdue_until_two_people_confirm_it_again() -> None:
    doubted = standing_of(entry(), [said("fay", verdict="needs-work")])
    assert as_confirmed(entry(), doubted).is_stale(FEBRUARY)
    assert doubted.needs_work_by == "fay"
    once = standing_of(entry(), [said("fay", verdict="needs-work"), said("fay")])
    assert once.needs_work_by == "fay"
    twice = standing_of(entry(), [said("fay", verdict="needs-work"), said("fay"), said("dana")])
    assert twice.needs_work_by is None
    assert twice.reviewed == FEBRUARY


def test_a_doubt_after_the_first_yes_begins_the_round_anew() -> None:
    words = [said("fay"), said("dana", verdict="needs-work"), said("dana")]
    assert standing_of(entry(), words).reviewed == WRITTEN


def test_a_file_written_later_outweighs_what_was_said_before() -> None:
    newer = entry(reviewed=FEBRUARY, expires=FEBRUARY + timedelta(days=60))
    found = standing_of(newer, [said("fay", verdict="needs-work")])
    assert found.expires == newer.expires


def test_what_is_due_comes_safety_first_and_then_by_day() -> None:
    soon, later = FEBRUARY + timedelta(days=10), FEBRUARY + timedelta(days=36)
    wages = entry("standard", id="wages", expires=FEBRUARY)
    bed = entry(id="bed", expires=soon)
    records = entry("legal", id="records", expires=soon)
    next_time = entry(id="next-time", reviewed=FEBRUARY, expires=later)
    assert [item.id for item in due([wages, next_time, records, bed], FEBRUARY)] == ["bed", "records", "wages"]


def test_new_dates_leave_every_other_line_alone() -> None:
    text = "# for Ana\ntitle: A\nreviewed: 2026-11-16\nshort: |\n  expires: soon\nexpires: 2027-02-14  # 90 days\n"
    changed = with_dates(text, date(2027, 2, 1), date(2027, 5, 2))
    assert changed == text.replace("2026-11-16", "2027-02-01").replace("2027-02-14", "2027-05-02")


def test_a_file_without_a_date_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="expires"):
        with_dates("reviewed: 2026-11-16\n", date(2027, 2, 1), date(2027, 5, 2))
