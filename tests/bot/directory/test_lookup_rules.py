"""The promises of the look-up: police only when asked, two choices, reasons and unknowns, nothing that failed vetting."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.provider import Provider
from bot.directory.index import Directory
from bot.directory.lookup import LookUp, look_up
from bot.directory.need import Need
from bot.directory.words import Words
from tests.bot.directory.conftest import CHICAGO, WEDNESDAY

SOME_WORDS = (
    "shelter police ice hsi lawyer tonight spanish women men kid not no grace farm old harbor fund counseling 911 555-0140 food"
)
NEVER = {"ex-grace-farm", "ex-safe-harbor-old", "ex-restaurant-workers", "ex-emergency-fund", "ex-relief-desk", "ex-child-line"}


def find(directory: Directory, asked: str | Need, now: datetime = WEDNESDAY) -> LookUp:
    return look_up(asked, directory, now, CHICAGO)


def ids(found: LookUp) -> list[str]:
    return [match.id for match in found.matches]


@pytest.mark.parametrize(
    "text",
    [
        "advocate, not police", "she is afraid of the police and needs a lawyer", "the police arrested him, he needs a shelter",
        "a cop brought her to the hospital, she needs counseling", "housing without going through the police",
        "sin policía, necesita refugio", "boss threatened to call ICE, unpaid wages",
        "her husband called immigration, she needs a lawyer",
    ],
)  # fmt: skip
def test_police_in_the_story_brings_no_police(directory: Directory, text: str) -> None:
    found = find(directory, text)
    assert found.matches and not any(match.provider.is_police for match in found.matches)


@pytest.mark.parametrize("text", ["police trafficking unit", "report to the police", "FBI", "police victim services"])
def test_police_asked_for_by_name_or_kind_come_with_their_caution(directory: Directory, text: str) -> None:
    found = find(directory, text)
    assert found.matches[0].provider.is_police and found.caution
    assert not any(match.provider.immigration_enforcement for match in found.matches)


def test_immigration_enforcement_is_shown_alone_and_with_its_caution(directory: Directory) -> None:
    found = find(directory, "HSI tip line")
    assert ids(found) == ["nat-hsi"] and "immigration law" in (found.caution or "")


@given(st.text(max_size=80) | st.lists(st.sampled_from(SOME_WORDS.split()), max_size=8).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_nothing_typed_raises_or_brings_up_what_must_never_be_matched(directory: Directory, text: str) -> None:
    found = find(directory, text)
    assert not NEVER & set(ids(found))
    assert 0.0 <= found.strength <= 1.0


def test_two_choices_with_reasons_and_one_that_helps_from_afar(directory: Directory) -> None:
    found = find(directory, "who takes a Spanish-speaking mother with two kids tonight?")
    assert ids(found)[:2] == ["ex-river-house", "ex-beacon-dv"] and len(found.matches) == 3
    assert "staff speak Spanish" in found.matches[0].reasons
    assert "whether there is room now" in found.matches[0].unknowns
    assert any("crisis_line" in match.provider.services for match in found.matches)


def test_who_is_left_out_is_said(directory: Directory) -> None:
    beacon = next(match for match in find(directory, "domestic violence shelter").matches if match.id == "ex-beacon-dv")
    assert any("adult men" in limit for limit in beacon.limits) and "sex trafficking only" in beacon.limits


def test_spoken_outranks_interpreted_and_it_is_said_which(directory: Directory) -> None:
    found = find(directory, "counseling in portuguese")
    assert ids(found)[0] == "ex-telecare"
    assert any("interpreter" in reason for reason in found.matches[1].reasons)


def test_an_open_place_comes_before_a_closed_one(directory: Directory) -> None:
    late = datetime(2026, 11, 18, 23, 0, tzinfo=CHICAGO)
    found = find(directory, "doctor open now", late)
    assert ids(found)[0] == "ex-hope-clinic" and "ex-westside-health" not in ids(found)
    assert "open day and night for this" in found.matches[0].reasons
    closed = find(directory, "dentist open now", late)
    assert ids(closed) == ["ex-westside-health"] and any("opens tomorrow 8 AM" in reason for reason in closed.matches[0].reasons)


def test_the_filter_open_now_is_strict(directory: Directory) -> None:
    late = datetime(2026, 11, 18, 23, 0, tzinfo=CHICAGO)
    need = Need(services=(frozenset({"dental"}),), when="now", strict_time=True)
    assert not find(directory, need, late).matches and find(directory, need, WEDNESDAY).matches


@pytest.mark.parametrize(
    ("text", "need", "language", "area"),
    [
        ("transitional housing northside", "transitional_housing", "", "city"),
        ("shelter whose staff speak k'iche'", "emergency_shelter", "quc", ""),
        ("record relief on saturday", "legal_record_relief", "", ""),
    ],
)
def test_a_need_nobody_fits_is_a_gap_in_broad_words(directory: Directory, text: str, need: str, language: str, area: str) -> None:
    gap = find(directory, text).gap
    assert gap is not None and (gap.need, gap.language, gap.area) == (need, language, area)


def test_funding_does_not_move_anybody(providers: dict[str, Provider], words: Words, directory: Directory) -> None:
    paid = [provider.model_copy(update={"funded_by": "Funding committee"}) if provider.id == "ex-telecare" else provider
            for provider in providers.values()]  # fmt: skip
    other = Directory.build(paid, words)
    for text in ("counseling", "therapy spanish", "legal help"):
        assert ids(find(directory, text)) == ids(find(other, text))


@pytest.mark.parametrize("written", ["888 373 7888", "(888) 373-7888", "+1 888-373-7888", "1.888.373.7888", "8883737888"])
def test_a_number_is_read_in_any_formatting(directory: Directory, written: str) -> None:
    assert ids(find(directory, f"whose number is {written}")) == ["nat-nhth"]


def test_an_unknown_number_is_not_guessed(directory: Directory) -> None:
    found = find(directory, "whose number is 312-867-5309")
    assert found.unknown_number and not found.matches


def test_a_full_shelter_is_left_out_when_somebody_says_so(directory: Directory) -> None:
    assert "ex-river-house" not in ids(find(directory, "River House is full, where else can she go"))


def test_a_young_person_is_not_sent_to_an_adult_shelter_nor_an_adult_to_a_youth_shelter(directory: Directory) -> None:
    adult = {"ex-st-brendan", "ex-northgate-mens", "ex-river-house", "ex-beacon-dv"}
    assert not adult & set(ids(find(directory, "bed for a 15 year old girl tonight")))
    assert "ex-youth-shelter" not in ids(find(directory, "bed for a 22 year old man"))
    assert "ex-youth-shelter" not in ids(find(directory, "bed for an 11 year old"))


def test_every_vetted_provider_is_found_by_its_own_name(directory: Directory) -> None:
    today = WEDNESDAY.date()
    for place in range(len(directory.listings)):
        if directory.eligible(today)[place]:
            listing = directory.listings[place]
            name = listing.provider.organization.replace("(example)", "").strip()
            assert ids(find(directory, name))[:1] == [listing.id], name


def test_a_lookup_reads_the_day_it_is_asked_on(directory: Directory) -> None:
    assert "ex-harbor-light-crisis" in ids(find(directory, "local crisis line spanish"))
    assert "ex-harbor-light-crisis" not in ids(find(directory, "local crisis line spanish", WEDNESDAY + timedelta(days=120)))
