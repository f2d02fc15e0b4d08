"""The screen against texts written by somebody who had not seen it. Never read the files in tests/questions while tuning."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from bot.answers.identifiers import find_identifiers
from bot.content.library import read_providers

HOME = Path(__file__).resolve().parents[3]
QUESTIONS = HOME / "tests" / "questions"
READ_WHILE_TUNING = HOME / "tests" / "dev-questions" / "identifiers.yaml"


class Figures(NamedTuple):
    """Texts with a detail, how many of them passed as harmless, harmless texts, how many of them were stopped."""

    telling: int
    missed: int
    harmless: int
    alarms: int


@pytest.fixture(scope="module")
def public_numbers() -> frozenset[str]:
    """What the rooms hand to the screen: the directory's own numbers are nobody's secret."""
    return frozenset(str(phone.number) for provider in read_providers(HOME).providers.values() for phone in provider.phones)


def kinds_in(text: str, public_numbers: frozenset[str]) -> set[str]:
    return {found.kind for found in find_identifiers(text, known_numbers=public_numbers)}


def figures(path: Path, public_numbers: frozenset[str]) -> Figures:
    """No words of the file leave here."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    telling = [kinds_in(row["q"], public_numbers) for row in rows if row["found"]]
    harmless = [kinds_in(row["q"], public_numbers) for row in rows if not row["found"]]
    return Figures(len(telling), sum(not kinds for kinds in telling), len(harmless), sum(bool(kinds) for kinds in harmless))


@pytest.mark.parametrize("name", ["identifiers.yaml", "identifiers-held-out.yaml"])
def test_nine_unseen_details_in_ten_are_stopped_and_hardly_a_harmless_line(name: str, public_numbers: frozenset[str]) -> None:
    told = figures(QUESTIONS / name, public_numbers)
    print(f"{name}: {told.telling - told.missed} of {told.telling} found, {told.alarms} alarms on {told.harmless} harmless lines")
    assert told.missed <= 0.10 * told.telling
    assert told.alarms <= 0.03 * told.harmless


def test_the_texts_it_was_tuned_with_stay_right(public_numbers: frozenset[str]) -> None:
    told = figures(READ_WHILE_TUNING, public_numbers)
    assert told.telling >= 80 and told.harmless >= 70
    assert told.missed <= 0.02 * told.telling and told.alarms == 0


# as coordinators write them; an agenda item or action item that is flagged is refused
@pytest.mark.parametrize("line", [
    "Ana to draft the shelter list by Friday", "Priya: update the beds spreadsheet", "Carmen needs help with the slides",
    "Bo wants a seat on the panel", "Ask Dana if the shelter has new hours", "Jordan is homeless coordinator at the county",
    "Hope House and Faith House open beds in May", "the agency has not been paid since June", "interpreter for Haitian Creole",
    "Can Northgate take two men tonight?", "Referral for Puentes Worker Center", "purchase order 4500123456",
    "Site visit to Westside Community Health Center, 77 Example Street West", "Meeting at 121 North Example Street",
    "5th and Main bus shelter ads", "Training at the Example Hotel, room 204", "Chief Ortega's update", "signal boost the post",
])  # fmt: skip
def test_work_talk_passes(line: str) -> None:
    assert kinds_in(line, frozenset()) == set()


@pytest.mark.parametrize("line", [
    "talked to keisha today she is scared", "Jasmine ran off last night", "need a bed for ms. johnson", "client: T. Washington",
    "had to send maria g to the er", "Ngozi Eze hasnt been paid", "we placed Amina at Beacon", "Grace needs detox tonight",
    "Lopez, Maria - any shelter?", "Is there a bed for Nadia?", "her shelter is at 12 Example Street",
])  # fmt: skip
def test_case_talk_is_stopped_though_no_word_before_the_name_says_so(line: str) -> None:
    assert kinds_in(line, frozenset()) in ({"name"}, {"address"})
