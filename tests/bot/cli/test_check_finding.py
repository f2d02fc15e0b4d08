"""Whoever writes an entry hears when a phrasing leads elsewhere, and when two entries cannot be told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cli.check_finding import finding_problems
from bot.content.entry import Entry
from bot.content.finding import SearchLists, read_search_lists
from bot.content.library import Library
from bot.content.source import Source
from bot.problems import Problem
from bot.shelves import Shelves
from tests.town import ROOT

THEMES = ("safe-leave", "t-visa-and-u-visa", "hotel-indicators", "procurement-points", "disaster-mode", "staff-wellbeing")


@pytest.fixture(scope="module")
def lists() -> SearchLists:
    return read_search_lists(ROOT / "knowledge")


@pytest.fixture
def library(shelves: Shelves) -> Library:
    """Six entries about six different things."""
    whole = shelves().library
    return replace(whole, entries={entry_id: whole.entries[entry_id] for entry_id in THEMES})


def about(library: Library, entry_id: str, lists: SearchLists) -> list[Problem]:
    where = library.sources[f"Entry:{entry_id}"].name
    return [problem for problem in finding_problems(library, lists, None, None) if problem.where.startswith(where)]


def with_entry(library: Library, entry: Entry, source: Source) -> Library:
    sources = {**library.sources, f"Entry:{entry.id}": replace(source, name=f"knowledge/referrals/{entry.id}.yaml")}
    return replace(library, entries={**library.entries, entry.id: entry}, sources=sources)


def test_a_phrasing_that_finds_another_entry_is_named_with_its_line(library: Library, lists: SearchLists) -> None:
    lost = library.entries["t-visa-and-u-visa"].asked_as[0]
    points = library.entries["procurement-points"]
    strayed = points.model_copy(update={"asked_as": (*points.asked_as, lost)})
    found = about(replace(library, entries={**library.entries, "procurement-points": strayed}), "procurement-points", lists)
    named = [problem for problem in found if lost in problem.what]
    assert [problem.severity for problem in named] == ["warning"]
    assert "finds t-visa-and-u-visa" in named[0].what


def test_an_entry_with_words_of_its_own_is_left_in_peace(library: Library, lists: SearchLists) -> None:
    assert not [problem for problem in finding_problems(library, lists, None, None) if "too like" in problem.what]


def test_two_entries_with_the_same_words_are_too_alike(library: Library, lists: SearchLists) -> None:
    original = library.entries["safe-leave"]
    twin = original.model_copy(update={
        "id": "leave-after-harm",
        "asked_as": tuple(f"{text} please" for text in original.asked_as),
        "full": tuple(
            fact.model_copy(update={"asked": tuple(f"{text} please" for text in fact.asked)}) for fact in original.full
        ),
    })  # fmt: skip
    both = with_entry(library, twin, library.sources["Entry:safe-leave"])
    assert any("too like" in problem.what for problem in finding_problems(both, lists, None, None))
