"""`taskforce when`: what a phrase would be kept as, for people and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.town import ROOT

SATURDAY = ["--now", "2026-11-21T10:00:00-06:00"]


@pytest.fixture
def town_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TASKFORCE_HOME", str(ROOT))


@pytest.fixture
def empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("TASKFORCE_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("empty_folder")
def test_a_phrase_is_read_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "next", "weds", "2p", "--tz", "America/Chicago", "--json", *SATURDAY]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "due": "2026-11-25T14:00-06:00", "has_time": True, "ask": False, "warnings": [], "why": "the coming Wednesday",
    }  # fmt: skip


@pytest.mark.usefixtures("empty_folder")
def test_a_phrase_is_said_back_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "by fri", "--tz", "America/Chicago", *SATURDAY]) == 0
    assert capsys.readouterr().out == "Fri Nov 27, 5 PM CT, day after Thanksgiving. OK?\n"


def test_every_line_of_a_file_has_its_answer(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    phrases = empty_folder / "phrases.txt"
    phrases.write_text("fri\n\nasap\n2/30\n12/5\n", encoding="utf-8")
    assert main(["when", "--batch", str(phrases), "--tz", "America/Chicago", "--json", *SATURDAY]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["due"] for answer in answers] == [
        "2026-11-27T17:00-06:00", None, None, None, "2026-12-05T17:00-06:00",
    ]  # fmt: skip


@pytest.mark.usefixtures("empty_folder")
def test_without_settings_the_zone_is_utc_and_a_bare_time_is_in_the_zone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "tomorrow", "--now", "2026-11-21T10:00", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2026-11-22T17:00+00:00"


@pytest.mark.usefixtures("town_folder")
def test_with_settings_the_zone_is_the_citys_and_its_closures_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "fri", "--json", *SATURDAY]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["due"] == "2026-11-27T17:00-06:00"
    assert found["warnings"] == ["day after Thanksgiving", "closed"]


def test_an_unsound_settings_file_is_said_and_left_out(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (empty_folder / "app.yaml").write_text("city: nowhere\n", encoding="utf-8")
    assert main(["when", "fri", "--tz", "America/Chicago", "--json", *SATURDAY]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["due"] == "2026-11-27T17:00-06:00"
    assert "app.yaml is left out" in shown.err


@pytest.mark.parametrize("words", [["--tz", "Nowhere/Nothing"], ["--now", "soon"]])
def test_a_wrong_zone_or_time_is_explained(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["when", "fri", *words])
    assert ended.value.code == 2
    assert "such as" in capsys.readouterr().err
