"""A coordinator edits YAML; whatever is wrong is named by file and line, and text stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.entry import Entry
from bot.content.source import MOST_BYTES, model_from, read_text
from bot.problems import ContentError

GOOD = """\
title: A short title
kind: protocol-question
audience:
  - all-staff
tier: standard
jurisdiction: general
short: A short answer that says what to do first.
full:
  - say: One fact.
    asked:
      - one
asked_as:
  - first way
  - second way
  - third way
sources:
  - name: A source
    confirmed: Read.
owner: Coordinator
reviewed: 2026-11-16
expires: 2027-11-16
"""


def problems(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        model_from(Entry, read_text("a.yaml", text), {"id": "a", "theme": "t"})
    return [str(problem) for problem in caught.value.problems]


def test_text_stays_text() -> None:
    read = read_text("a.yaml", "answer: no\nzip: 02134\nday: 2026-01-09\nlist:\n  - on\n  - 1e3\n").value
    assert read == {"answer": "no", "zip": "02134", "day": "2026-01-09", "list": ["on", "1e3"]}


def test_a_whole_entry_is_read() -> None:
    entry = model_from(Entry, read_text("a.yaml", GOOD), {"id": "a", "theme": "t"})
    assert entry.full[0].say == "One fact."


def test_an_unknown_key_names_its_line_and_the_nearest_known_one() -> None:
    assert problems(GOOD.replace("owner:", "ownr:"))[0] == "a.yaml:1: `owner` is missing. Add a line `owner: …`."
    assert "a.yaml:19: `ownr` is not a known key. Did you mean `owner`?" in problems(GOOD.replace("owner:", "ownr:"))


def test_a_key_twice_names_both_lines() -> None:
    assert "stands here a second time (first on line 1)" in problems(GOOD + "title: Again\n")[0]


def test_every_problem_is_told_at_once() -> None:
    broken = GOOD.replace("tier: standard", "tier: standart").replace("reviewed: 2026-11-16", "reviewed: last week")
    found = problems(broken)
    assert any("Did you mean `standard`?" in line and line.startswith("a.yaml:5:") for line in found)
    assert any("year-month-day" in line for line in found)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x 1\nb: *x\n", "marks a part to repeat"),
        ("a: !!python/object:os.system x\n", "is not allowed"),
        ("a: 1\n<<: 2\n", "merge keys"),
        ("a:\n", "has nothing after it"),
        ("- a\n", "not a list of `key: value`"),
        ("a: b: c\n", "cannot read this line"),
        ("a: [\n", "cannot read this line"),
        ("x: " + "[" * 5000, "nested too deeply"),
        ("\x00a: 1", "cannot read this line"),
        ("a: " + "b" * (MOST_BYTES + 1), "larger than"),
        ("? [1, 2]\n: 3\n", "a key must be a plain word"),
    ],
)
def test_what_is_clever_or_broken_is_refused_with_a_mend(text: str, says: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_text("a.yaml", text)
    assert says in str(caught.value)
    assert all(problem.mend for problem in caught.value.problems)


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    with pytest.raises(ContentError, match="marks a part to repeat"):
        read_text("a.yaml", bomb)


@given(st.text(max_size=400))
def test_no_text_at_all_raises_anything_but_a_content_error(text: str) -> None:
    try:
        read_text("a.yaml", text)
    except ContentError as error:
        assert error.problems


@given(st.integers(min_value=0, max_value=len(GOOD)))
def test_an_entry_cut_anywhere_is_refused_or_whole(cut: int) -> None:
    try:
        model_from(Entry, read_text("a.yaml", GOOD[:cut]), {"id": "a", "theme": "t"})
    except ContentError as error:
        assert all(problem.where.startswith("a.yaml:") for problem in error.problems)
