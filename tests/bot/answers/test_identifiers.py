"""What must never stay in a channel, and what may: every kind of detail, in the ways people type it."""

import argparse
import json
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from bot.answers.identifiers import (
    KINDS,
    case_talk,
    find_identifiers,
    name_phrases,
    names,
    numbers,
    places,
    reading_names,
    tongues,
    whereabouts,
)  # fmt: skip
from bot.cli import screen

CASES = yaml.safe_load((Path(__file__).parent / "identifier_cases.yaml").read_text(encoding="utf-8"))
LONGEST_MESSAGE = 40_000
# nothing a person types takes more than a few trace events a character; a screen that looks back over the whole
# text for every character would need tens of thousands
MOST_STEPS_A_CHARACTER = 60


def kinds_in(text: str) -> list[str]:
    return sorted({found.kind for found in find_identifiers(text)})


def parts_of(text: str, **known: frozenset[str]) -> list[str]:
    return [text[found.start : found.end] for found in find_identifiers(text, **known)]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_the_screen_finds_what_points_to_a_person_and_nothing_else(case: dict[str, object]) -> None:
    assert kinds_in(str(case["text"])) == sorted(case["found"])  # type: ignore[call-overload]


def test_the_cases_cover_every_kind_and_hold_as_many_harmless_lines() -> None:
    assert {kind for case in CASES for kind in case["found"]} == set(KINDS)
    assert len(CASES) >= 250
    assert sum(not case["found"] for case in CASES) >= 100


@pytest.mark.parametrize("text", [
    "call her at 555\u200b-0142", "call her at ５５５-０１４２", "call her at 555\u20130142", "call her at (503)\u00a0555-0142",
])  # fmt: skip
def test_hidden_and_look_alike_characters_do_not_hide_a_phone(text: str) -> None:
    assert kinds_in(text) == ["phone"]


def test_a_place_is_told_in_the_text_as_it_was_typed() -> None:
    text = "\u200b\u200bwrite to lucia@post.example or call 503-555-0111"
    assert parts_of(text) == ["lucia@post.example", "503-555-0111"]


def test_no_two_details_overlap_and_they_come_in_reading_order() -> None:
    text = "Her name is Ana Ruiz, DOB 3/14/2004, A# 200-123-456, 503-555-0101, 12 Oak St, ig ana_r22"
    found = find_identifiers(text)
    assert [f.kind for f in found] == ["name", "date-of-birth", "a-number", "phone", "address", "handle"]
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize("written", ["503-555-0111", "(503) 555-0111", "+1 503.555.0111", "5035550111"])
def test_a_number_of_the_directory_passes_however_it_is_written(written: str) -> None:
    assert parts_of(f"call {written}", known_numbers=frozenset({"+15035550111"})) == []
    assert parts_of(f"call {written}", known_numbers=frozenset({"503-555-9999"})) != []


def test_a_mailbox_of_the_directory_passes_however_it_is_written() -> None:
    assert parts_of("mail Care.Desk@harbor.example", known_emails=frozenset({"care.desk@harbor.example"})) == []
    assert parts_of("mail care.desk@harbor.example") == ["care.desk@harbor.example"]


@pytest.mark.parametrize("line", ["911", "988", "211", "311", "711", "233733", "741741", "1-888-373-7888", "(800) 799-7233"])
def test_public_lines_may_be_written_anywhere(line: str) -> None:
    assert parts_of(f"call or text {line} now") == []


@pytest.mark.parametrize("text", ["<@U01ABCDE> can you own item 4?", "<@U01ABCDE|maria.lopez> please", "<!here> <#C01|general>"])
def test_mentions_of_colleagues_and_channels_are_nobodys_secret(text: str) -> None:
    assert parts_of(text) == []


def test_an_empty_text_holds_nothing() -> None:
    assert find_identifiers("") == ()


class StepCounter:
    """Counts the lines of our own code that run: what grows with the square of the text would show here."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self, frame: object, event: str, _arg: object) -> object:
        code = frame.f_code.co_filename  # type: ignore[attr-defined]
        if "answers/identifiers" not in code.replace("\\", "/"):
            return None
        self.steps += event == "line"
        return self


def steps_for(text: str) -> int:
    counter = StepCounter()
    sys.settrace(counter)
    try:
        find_identifiers(text)
    finally:
        sys.settrace(None)
    return counter.steps


HOSTILE = [
    "1 a a a a ", "Aa ", "555-", "calle a ", "@", "five ", "her name is ", "client Ana ", "555-0142 ", "a@a.", "12/",
    "<@U", "instagram.com/", "plate A1 ", "case # ", "born ", "x at y dot ", "lives at 12 a ", "+1 2 3 4 ", "A-",
    "0", "\u200b", "<tel:", "1-1-", "Maria needs ", "Lopez, ", "room 1 at ", "lives at Oak and ", "one two 5", "iban AB12 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_text_costs_about_four_times_the_steps(piece: str) -> None:
    short, long = (steps_for((piece * length)[:length]) for length in (1_000, 4_000))
    assert long <= 4 * short + 2_000
    assert long <= MOST_STEPS_A_CHARACTER * 4_000


def test_no_pattern_repeats_without_a_bound_inside_another_repeat() -> None:
    """An unbounded repeat next to or inside another is what makes a pattern slow; the screen has none at all."""
    patterns = [
        (module.__name__, name, value.pattern)
        for module in (case_talk, name_phrases, names, numbers, places, reading_names, tongues, whereabouts)
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]
    assert len(patterns) > 40
    for module, name, pattern in patterns:
        if name in {"_NOBODYS_MAILBOX"}:
            continue  # read only against one mailbox name, at most 64 characters long
        bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "x", pattern)
        assert re.search(r"\)[*+]|\{\d*,\}", bare) is None, f"{module}.{name}"
        assert len(re.findall(r"x[*+]", bare)) <= 1, f"{module}.{name}"


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_longest_message_slack_carries_is_screened_whole(piece: str) -> None:
    tail = " her name is Maria Lopez"
    text = (piece * LONGEST_MESSAGE)[: LONGEST_MESSAGE - len(tail)] + tail
    assert "name" in kinds_in(text)


def run_screen(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    parser = argparse.ArgumentParser()
    screen.add_arguments(parser)
    code = screen.run(parser.parse_args(list(words)))
    return code, capsys.readouterr().out.splitlines()


def test_ana_screens_a_sentence_and_is_not_quoted_back(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = run_screen(capsys, "--json", "call", "her", "at", "503-555-0111")
    assert code == 0
    assert [json.loads(line) for line in lines] == [{"line": 1, "found": [{"kind": "phone", "start": 12, "end": 24}]}]
    assert "0111" not in "".join(lines)


def test_bo_screens_a_file_and_every_line_has_its_answer(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("where is form I-914\n\nher name is Maria Lopez\n", encoding="utf-8")
    _, lines = run_screen(capsys, "--batch", str(path), "--json")
    answers = [json.loads(line) for line in lines]
    assert [answer["line"] for answer in answers] == [1, 2, 3]
    assert [[f["kind"] for f in answer["found"]] for answer in answers] == [[], [], ["name"]]


def test_without_json_the_places_are_counted_from_one(capsys: pytest.CaptureFixture[str]) -> None:
    _, lines = run_screen(capsys, "her name is Rosa")
    assert lines == ["line 1: name (13-16)"]
