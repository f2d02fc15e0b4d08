"""What knowledge/README.md teaches is what the program accepts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.content.check import check_everything
from bot.content.entry import Entry
from bot.content.source import model_from, read_text
from bot.shelves import Shelves
from tests.town import ROOT

README = (ROOT / "knowledge" / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(.*?)```", README, re.S)[0]


def test_the_example_is_a_sound_entry_whose_links_lead_somewhere(shelves: Shelves) -> None:
    entry = model_from(Entry, read_text("README.md", EXAMPLE), {"id": "lost-passport", "theme": "referrals"})
    library = shelves().library
    assert set(entry.related) <= set(library.entries)
    assert set(entry.contacts) <= set(library.providers)
    assert set(entry.local_cards) <= set(library.local_cards)


@pytest.mark.parametrize("key", sorted(set(Entry.model_fields) - {"id", "theme"}))
def test_every_key_of_an_entry_is_explained(key: str) -> None:
    before = re.search(rf"(?ms)^# (MANDATORY|OPTIONAL)[^\n]*(?:\n#[^\n]*)*\n(?:\w+: [^\n]*\n)?{key}:", EXAMPLE)
    assert before, f"knowledge/README.md: add a line above `{key}:` that begins with # MANDATORY or # OPTIONAL"


@pytest.mark.parametrize("key", sorted(set(Entry.model_fields) - {"id", "theme"}))
def test_mandatory_means_mandatory(key: str) -> None:
    said = re.search(rf"(?m)^# (MANDATORY|OPTIONAL)[^\n]*(?:\n#[^\n]*)*\n(?:\w+: [^\n]*\n)?{key}:", EXAMPLE)
    assert said
    assert (said.group(1) == "MANDATORY") == Entry.model_fields[key].is_required()


def test_the_knowledge_base_has_no_error() -> None:
    errors = [str(problem) for problem in check_everything(ROOT, date(2026, 11, 21)) if problem.is_error]
    assert errors == []
