"""What Ana, Bo and Carmen read when a message cannot wait, in English and in Spanish."""

import re
from itertools import permutations

import pytest

from bot.answers.cards import card_for, looks_spanish
from bot.answers.safety import CardName, SafetyReading

CARDS: tuple[CardName, ...] = ("danger", "self-harm", "survivor")
READINGS = [SafetyReading(first, "R1", tuple(rest[:count])) for first, *rest in permutations(CARDS) for count in range(3)]
EVERY_CARD = [card_for(reading, spanish) for reading in READINGS for spanish in (False, True)]


def words_of(reading: SafetyReading, spanish: bool = False) -> str:
    card = card_for(reading, spanish)
    return " ".join((card.title, *card.lines, *(f"{n.shown} {n.says}" for n in card.numbers)))


def numbers_of(reading: SafetyReading, spanish: bool = False) -> list[str]:
    return [number.shown for number in card_for(reading, spanish).numbers]


@pytest.mark.parametrize("spanish", [False, True])
def test_in_danger_ana_reads_911_before_anything_else(spanish: bool) -> None:
    card = card_for(SafetyReading("danger", "weapon"), spanish)
    assert "911" in card.title
    assert card.numbers[0].dial == "911"


@pytest.mark.parametrize("spanish", [False, True])
def test_where_somebody_may_die_by_suicide_988_comes_first(spanish: bool) -> None:
    assert numbers_of(SafetyReading("self-harm", "wish to die"), spanish) == ["988", "911"]


@pytest.mark.parametrize("spanish", [False, True])
def test_a_survivor_is_given_people_to_reach_by_voice_text_and_relay(spanish: bool) -> None:
    shown = numbers_of(SafetyReading("survivor", "forced"), spanish)
    assert shown == ["1-888-373-7888", "233733", "711", "911"]


@pytest.mark.parametrize("spanish", [False, True])
def test_every_number_of_every_card_that_applies_is_shown_once(spanish: bool) -> None:
    shown = numbers_of(SafetyReading("danger", "confined", ("self-harm", "survivor")), spanish)
    assert {"911", "988", "1-888-373-7888", "233733"} <= set(shown)
    assert len(shown) == len(set(shown))


def test_no_card_says_that_help_is_coming_or_that_anybody_is_reading() -> None:
    """rules.md R2: the words below would each be a promise nobody keeps."""
    promises = re.compile(
        r"on (?:the|its|their) way|is coming|will (?:respond|contact|call you|reach|help you)|we are here|someone will|"
        r"we (?:have|will) (?:alert|notif|sent)|en camino|ya viene|le (?:llamaremos|contactaremos)|estamos aquí|hemos avisado",
        re.IGNORECASE,
    )
    for card in EVERY_CARD:
        text = " ".join((card.title, *card.lines))
        assert promises.search(text) is None, text
        assert "not watched" in text or "Nadie vigila" in text


def test_911_by_text_is_offered_only_where_it_exists() -> None:
    for card in EVERY_CARD:
        for line in card.lines:
            if re.search(r"text 911|text(?:o)? al 911", line):
                assert re.search(r"where available|In some places|donde exista|En algunos lugares", line), line


def test_a_survivor_is_asked_nothing_and_corrected_in_nothing() -> None:
    for spanish in (False, True):
        text = words_of(SafetyReading("survivor", "forced"), spanish)
        assert "?" not in text
        assert re.search(r"staff only|not for you|please do not|wrong place|solo para|no escriba", text, re.IGNORECASE) is None


def test_no_card_tells_anyone_to_confront_follow_photograph_or_test() -> None:
    english = r"(?<!not )(?:confront|follow|photograph|record|rescue)\b"
    advice = re.compile(rf"{english}|(?<!no )\b(?:confronte|siga a|rescate)", re.IGNORECASE)
    for card in EVERY_CARD:
        for line in card.lines:
            assert advice.search(line) is None, line


def test_numbers_stand_only_where_they_can_be_tapped_or_are_three_digits_or_a_card_beside() -> None:
    for card in EVERY_CARD:
        dialed = {number.shown for number in card.numbers}
        for written in re.findall(r"\d[\d-]{2,}", " ".join((card.title, *card.lines))):
            assert written in dialed


def test_a_reading_without_a_card_has_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="no card"):
        card_for(SafetyReading(None), spanish=False)


@pytest.mark.parametrize(
    "text",
    ["no respira", "me obligan a trabajar", "auxilio", "tiene una pistola", "quiero morirme", "la están golpeando", "ayuda",
     "¿dónde hay refugio?", "dice que la va a matar"],
)  # fmt: skip
def test_carmen_writes_spanish_and_is_answered_in_spanish(text: str) -> None:
    assert looks_spanish(text)


@pytest.mark.parametrize(
    "text",
    ["he has a knife and she's here", "HELP", "I want to die", "call 911", "my boss has my passport", "no pulse", "", "12345",
     "who works at Casa de Paz", "Mr. Alvarez is here with a gun"],
)  # fmt: skip
def test_bo_writes_english_and_is_answered_in_english(text: str) -> None:
    assert not looks_spanish(text)
