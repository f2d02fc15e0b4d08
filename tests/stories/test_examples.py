"""Whatever the assistant itself proposes to ask or to type is answered surely and rightly when Ana does just that."""

from __future__ import annotations

import re

import pytest

from bot.answers.identifiers import find_identifiers
from bot.views.answers import hello
from bot.views.home import TRY_THESE, welcome
from bot.views.skills import HELP
from handlers.manifest import PROMPTS
from tests.person_in_town import words
from tests.town import PersonInTown, Town

# what Ana must read after each example: the title of the answer, or the head of the list of providers
RIGHT = {
    "what do I do if a worker's passport is being held?": "the first five minutes",
    "who takes a Spanish-speaking mother with two kids tonight?": "staff speak Spanish; for families with children",
    "how do I ask for consent before a referral?": "Getting consent before a referral",
    "What do I do in the first five minutes?": "the first five minutes",
    "Who has a bed tonight for a woman with two children?": "for families with children",
    "How do I ask for consent before a referral?": "Getting consent before a referral",
    "What do I do if the person may be under 18?": "The person may be under 18 - steps",
}
# typed as they stand in the help, with a person who is there
COMMANDS = {
    "/refer": "Start a referral",
    "/provider shelter tonight spanish": "staff speak Spanish",
    "/action @maria send the flyer draft by fri": "flyer draft",
    "/agenda": "Agenda",
}
UNSURE = ("I don't have a reviewed answer", "outside what I know", "Did you mean")


def examples() -> list[str]:
    in_hello = re.findall(r"\*(.+?)\*", words(list(hello().blocks)))
    return list(dict.fromkeys([*TRY_THESE, *(text for _, text in PROMPTS), *in_hello]))


def test_every_example_has_its_right_answer_written_down_here() -> None:
    assert set(examples()) == set(RIGHT)
    assert all(line in words(list(welcome().blocks)) for line in TRY_THESE)
    assert {re.sub(r" add …$", "", command) for command in re.findall(r"`(/[^`]+)`", HELP) if command != "/ask"} == set(COMMANDS)


@pytest.mark.parametrize("example", RIGHT)
def test_an_example_of_our_own_is_answered_surely(ana: PersonInTown, example: str) -> None:
    ana.types(example).sees(RIGHT[example])
    for doubt in UNSURE:
        ana.does_not_see(doubt)


@pytest.mark.parametrize("example", RIGHT)
def test_an_example_is_answered_as_surely_by_mention_without_its_question_mark(ana: PersonInTown, example: str) -> None:
    ana.goes_to("#task-force").mentions(example.rstrip("?").lower()).sees(RIGHT[example])


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_shown_in_the_help_does_what_it_says(ana: PersonInTown, command: str) -> None:
    ana.goes_to("#task-force").types(command.replace("@maria", "<@UBO>")).sees(COMMANDS[command])


def test_a_providers_own_local_number_may_be_typed_in_a_channel_and_another_number_may_not(town: Town, ana: PersonInTown) -> None:
    """What everybody finds in the directory is nobody's secret; a number one digit off may be a person's."""
    known = town.services.library.providers["ex-beacon-dv"]
    number = next(phone.number for phone in known.public_phones())
    assert find_identifiers(number), "without the directory it would be stopped"
    ana.goes_to("#task-force").types(f"Beacon can be reached at {number} day and night").does_not_see("phone number")
    ana.types("she can be reached at 312-555-0199 day and night").sees("phone number")


def test_every_public_number_and_address_of_the_directory_passes_in_any_case(town: Town) -> None:
    answers = town.services.answers
    for provider in town.services.library.providers.values():
        shown = {phone.number for phone in provider.public_phones()}
        for phone in provider.phones:
            text = f"please call {phone.number} about it"
            if phone.number in shown:
                assert "phone" not in answers.identifiers_in(text), provider.id
        if provider.email:
            assert answers.identifiers_in(f"write to {provider.email.upper()}") == ()
