"""Carmen types on a phone."""

from __future__ import annotations

import pytest

from bot.answers import text as words_of
from bot.answers.spelling import Speller

WORDS = {
    "shelter": 20, "interpreter": 8, "trafficking": 60, "referral": 30, "labor": 40, "visa": 9, "consent": 12, "bed": 9,
    "safe": 9, "worker": 30, "form": 5, "teen": 4, "emergency": 7, "tonight": 6,
}  # fmt: skip


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(WORDS, protected={"osha", "maria", "kitten", "from", "ncmec", "farm"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sheltr", "shelter"), ("shetler", "shelter"), ("interpretor", "interpreter"), ("traficking", "trafficking"),
        ("refferal", "referral"), ("conscent", "consent"), ("vissa", "visa"), ("emergancy", "emergency"), ("tonigt", "tonight"),
    ],
)  # fmt: skip
def test_a_slip_is_mended(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend([typed]) == [meant]


@pytest.mark.parametrize(
    "word", ["osha", "maria", "kitten", "from", "ncmec", "farm", "cps", "h2a", "shelter", "zzzzzz", "x" * 60]
)
def test_names_abbreviations_and_real_words_stay(speller: Speller, word: str) -> None:
    assert speller.mend([word]) == [word]


def test_a_short_word_is_mended_by_one_letter_at_most(speller: Speller) -> None:
    assert speller.mend(["labr"]) == ["labor"]
    assert speller.mend(["vsaa"]) == ["visa"] or speller.mend(["vsaa"]) == ["vsaa"]
    assert speller.mend(["lbro"]) == ["lbro"]


def test_two_words_run_together_come_apart(speller: Speller) -> None:
    assert speller.mend(["sheltertonight"]) == ["shelter", "tonight"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("labour", "labor"), ("organisation", "organization"), ("counsellor", "counselor"), ("programmes", "programs"),
        ("behavioural", "behavioral"), ("centre", "center"), ("prioritise", "prioritize"), ("neighbourhood", "neighborhood"),
        ("exercise", "exercise"), ("advise", "advise"), ("raise", "raise"), ("promise", "promise"), ("analyse", "analyze"),
    ],
)  # fmt: skip
def test_british_and_american_spelling_meet(british: str, american: str) -> None:
    assert words_of.tokens(british) == [american]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("H-2A visa", ["h2a", "visa"]), ("D.V. shelter", ["dv", "shelter"]), ("she's here", ["she", "here"]),
        ("can't go", ["cant", "go"]), ("ｆｕｌｌ ｗｉｄｔｈ", ["full", "width"]), ("AT&amp;T", ["at", "t"]),
        ("¿Dónde está?", ["donde", "esta"]),
    ],
)  # fmt: skip
def test_words_are_taken_apart_the_same_way_everywhere(typed: str, words: list[str]) -> None:
    assert words_of.tokens(words_of.clean(typed)) == words
