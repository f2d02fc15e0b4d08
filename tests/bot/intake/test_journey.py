"""The place somebody has in a window: it comes back as it was, to the same person and window, for two hours."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.library import load
from bot.intake import flow
from bot.intake.flow import Value
from bot.intake.journey import MOST_TOKEN, Journey, LostPlace, opened_journey, sealed_journey
from bot.intake.readiness import cards_missing
from bot.intake.sealed import KeyRing
from tests.town import ROOT

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
RING = KeyRing({"a-name-of-a-key-that-is-rather-long-2026": os.urandom(32)})
LIBRARY = load(ROOT)
ANSWERS: dict[str, Value] = {
    "danger_now": "no", "share": ("needs", "area"), "adults": 2, "consent_ends": date(2026, 12, 23), "empty": None,
}  # fmt: skip


def test_answers_come_back_as_they_were() -> None:
    journey = Journey("P01", ANSWERS, None, "consent")
    assert opened_journey(RING, sealed_journey(RING, journey, "U0ANA", "V1", NOW), "U0ANA", "V1", NOW) == journey


@pytest.mark.parametrize(("person", "window", "later"), [
    ("U0BO", "V1", timedelta()), ("U0ANA", "V2", timedelta()), ("U0ANA", "V1", timedelta(hours=2, seconds=2)),
])  # fmt: skip
def test_nobody_else_nowhere_else_and_not_later(person: str, window: str, later: timedelta) -> None:
    token = sealed_journey(RING, Journey("P01", ANSWERS), "U0ANA", "V1", NOW)
    with pytest.raises(LostPlace):
        opened_journey(RING, token, person, window, NOW + later)


def test_another_key_opens_nothing() -> None:
    token = sealed_journey(RING, Journey("P01"), "U0ANA", "V1", NOW)
    with pytest.raises(LostPlace):
        opened_journey(KeyRing({"other": os.urandom(32)}), token, "U0ANA", "V1", NOW)


def test_a_window_that_does_not_exist_yet_holds_no_answer() -> None:
    with pytest.raises(ValueError):
        sealed_journey(RING, Journey("P01", ANSWERS), "U0ANA", "", NOW)
    token = sealed_journey(RING, Journey("P01"), "U0ANA", "", NOW)
    assert opened_journey(RING, token, "U0ANA", "V77", NOW) == Journey("P01")


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_anything_else_in_the_place_of_a_token_is_a_lost_place(text: str) -> None:
    with pytest.raises(LostPlace):
        opened_journey(RING, text, "U0ANA", "V1", NOW)


@pytest.mark.parametrize("code", sorted(LIBRARY.protocols))
def test_the_longest_way_fits_into_a_window(code: str) -> None:
    """Every option ticked and every box full: still below what Slack lets a window carry."""
    protocol = LIBRARY.protocols[code]
    answers: dict[str, Value] = {}
    for question in protocol.questions():
        typed: Value = os.urandom(60).hex() if question.kind in ("text", "place") else "yes"
        answers[question.id] = tuple(question.choices) if question.kind == "choices" else next(iter(question.choices), typed)
    for screen in protocol.screens:
        answers[flow.read_mark(screen)] = "yes"
    assert len(sealed_journey(RING, Journey(code, answers), "U0ANA000000", "V0123456789A", NOW)) <= MOST_TOKEN


def test_a_made_up_card_counts_in_the_sample_city_only_and_a_placeholder_nowhere() -> None:
    child, disability = LIBRARY.protocols["P02"], LIBRARY.protocols["P10"]
    cards, providers = LIBRARY.local_cards, LIBRARY.providers
    assert cards_missing(child, cards, providers, is_sample=True) == ("child-abuse-line", "mandated-reporters")
    assert "adult-protection" not in cards_missing(disability, cards, providers, is_sample=True)
    assert "adult-protection" in cards_missing(disability, cards, providers, is_sample=False)
    real = {**providers, "ex-child-line": providers["ex-child-line"].model_copy(update={"must_replace_before_use": False})}
    assert cards_missing(child, cards, real, is_sample=True) == ()
    assert cards_missing(child, cards, real, is_sample=False) != ()
    assert cards_missing(child, {}, real, is_sample=True) == child.file.needs_local_cards
