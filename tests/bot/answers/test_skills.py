"""Ana asks the assistant to do something; Bo only asks how it is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.skills import SkillFinder, SkillFound
from bot.content.finding import read_search_lists

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
REAL_WORDS = frozenset(("prefer", "agent", "agents", "member", "offer", "stand", "stare", "item", "number", "action"))


@pytest.fixture(scope="module")
def skills() -> SkillFinder:
    return SkillFinder(read_search_lists(KNOWLEDGE).skills, REAL_WORDS)


@pytest.mark.parametrize(
    ("request_", "flow"),
    [
        ("start a referral for a hotel worker not paid", "P03"),
        ("refer a patient from the ER", "P04"),
        ("we need to refer a 15 year old", "P02"),
        ("new referral from the school nurse, student is 16", "P05"),
        ("can you refer my client to an immigration lawyer", "P14"),
        ("make a referral for a safe bed tonight", "P09"),
        ("log a concern about a motel on the highway", "P07"),
        ("report a restaurant concern", "P08"),
        ("file a supply chain concern about our uniform vendor", "P16"),
        ("she needs a referral for clearing her record", "P13"),
        ("referral for a deaf client who needs an interpreter", "P10"),
        ("walk-in at the FJC needs a referral", "P11"),
        ("start p9", "P09"),
        ("quiero iniciar una remisión para una trabajadora", "P03"),
    ],
)
def test_ana_starts_the_referral_flow_she_means(skills: SkillFinder, request_: str, flow: str) -> None:
    assert skills.find(request_) == SkillFound("refer", flow)


@pytest.mark.parametrize("request_", ["start a referral", "open a new referral please", "begin intake", "strat a referal"])
def test_an_unclear_referral_names_no_flow(skills: SkillFinder, request_: str) -> None:
    assert skills.find(request_) == SkillFound("refer", None)


@pytest.mark.parametrize(
    ("request_", "skill", "args"),
    [
        ("put the flyer on the agenda", "agenda-add", {"text": "the flyer"}),
        ("please put budget update on next month's agenda", "agenda-add", {"text": "budget update"}),
        ("add to the agenda: hotel ordinance update", "agenda-add", {"text": "hotel ordinance update"}),
        ("agrega el tema del refugio a la agenda", "agenda-add", {"text": "el tema del refugio"}),
        ("what's on the agenda", "agenda-show", {}),
        ("muéstrame la agenda", "agenda-show", {}),
        ("remind @maria to send minutes by fri", "action-add", {"assignees": "@maria", "text": "send minutes by fri"}),
        ("remind <@U1> and <@U2> to call", "action-add", {"assignees": "<@U1> <@U2>", "text": "call"}),
        ("create an action item for @bo: draft letter", "action-add", {"assignees": "@bo", "text": "draft letter"}),
        ("<@UBOT> remind me to order posters", "action-add", {"assignees": "me", "text": "order posters"}),
        ("what's overdue", "action-list", {}),
        ("show my open action items", "action-list", {}),
        ("when is the next meeting?", "meeting-next", {}),
        ("¿cuándo es la próxima reunión?", "meeting-next", {}),
        ("that number for river house is wrong", "provider-correct", {"provider": "river house"}),
        ("river house's phone is disconnected", "provider-correct", {"provider": "river house"}),
        ("el número de casa esperanza está mal", "provider-correct", {"provider": "casa esperanza"}),
        ("send me the weekly digest", "digest", {}),
        ("help", "help", {}),
    ],
)
def test_ana_is_heard_with_what_she_named(skills: SkillFinder, request_: str, skill: str, args: dict[str, str]) -> None:
    found = skills.find(request_)
    assert found is not None
    assert (found.skill, found.protocol, dict(found.args)) == (skill, None, args)


@pytest.mark.parametrize(
    "question",
    [
        "how do referrals work", "how do i start a referral", "should i refer her to police", "what is the agenda for",
        "how do i report a wrong number", "what do i do if the number is wrong", "who can add agenda items",
        "what is the number for river house", "cómo hago una remisión", "i was referred here by a friend",
        "refer to the manual", "report child abuse", "the number for the hotline is 888", "i need a bed tonight",
        "show me the red flags", "remind me what the hotline number is", "is there a referral form", "", "   ", "<@UBOT>",
    ],
)  # fmt: skip
def test_bo_only_asks_and_nothing_is_started(skills: SkillFinder, question: str) -> None:
    assert skills.find(question) is None


def test_a_real_word_is_never_mended_into_a_request(skills: SkillFinder) -> None:
    assert skills.find("prefer a provider near the station") is None


def test_a_very_long_message_is_read_in_bounded_time(skills: SkillFinder) -> None:
    assert skills.find("a " * 20_000) is None
    assert skills.find("the number for " + "x " * 20_000) is None
