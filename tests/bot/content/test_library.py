"""The library is swapped whole: a bad edit keeps the last good copy, wherever a file was cut."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bot.content.library import Shelf, load
from bot.problems import ContentError
from tests.bot.content.test_source import GOOD
from tests.town import ROOT


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "knowledge" / "theme").mkdir(parents=True)
    (tmp_path / "knowledge" / "theme" / "one.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def touch(path: Path, text: str | bytes, clock: list[int]) -> None:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    clock[0] += 1
    os.utime(path, (clock[0], clock[0]))


def test_a_knowledge_base_cut_at_every_byte_keeps_a_good_copy(home: Path) -> None:
    shelf, clock = Shelf(home), [1_000_000]
    shelf.refresh()
    path, whole = home / "knowledge" / "theme" / "one.yaml", GOOD.encode()
    for cut in range(len(whole)):
        touch(path, whole[:cut], clock)
        shelf.refresh()
        assert shelf.library.entries["one"].title == "A short title"
    touch(path, whole.replace(b"A short title", b"Another title"), clock)
    assert shelf.refresh()
    assert shelf.library.entries["one"].title == "Another title"
    assert shelf.problems == ()


def test_the_same_bad_state_is_told_once(home: Path) -> None:
    shelf, clock = Shelf(home), [1_000_000]
    shelf.refresh()
    touch(home / "knowledge" / "theme" / "one.yaml", "title: [", clock)
    assert not shelf.refresh()
    assert shelf.problems
    assert not shelf.refresh()


def test_two_files_of_one_name_are_a_problem(home: Path) -> None:
    (home / "knowledge" / "other").mkdir()
    shutil.copy(home / "knowledge" / "theme" / "one.yaml", home / "knowledge" / "other" / "one.yaml")
    with pytest.raises(ContentError, match="is taken by"):
        load(home)


def test_a_missing_knowledge_folder_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="TASKFORCE_HOME"):
        load(tmp_path)


def test_our_own_library_is_whole() -> None:
    library = load(ROOT)
    assert len(library.entries) >= 139
    assert sum(entry.tier == "safety" for entry in library.entries.values()) >= 21
    assert sum(provider.national for provider in library.providers.values()) >= 38
    assert sum(provider.example for provider in library.providers.values()) >= 40
