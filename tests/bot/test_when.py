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


@pytest.mark.parametrize("moment", ["", "2026-13-45T00:00", "0001-01-01T00:00:00", "9999-12-31T23:59:59-12:00", "2026-W99"])
def test_a_time_no_calendar_holds_is_explained(moment: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["when", "fri", "--now", moment])
    assert ended.value.code == 2
    shown = capsys.readouterr().err
    assert "such as 2026-11-21T10:00" in shown and "Traceback" not in shown


@pytest.mark.parametrize("zone", ["", "america/chicago", "../../etc/passwd", "UTC\x00", "CST6CDT,M3.2.0"])
def test_a_zone_nobody_keeps_is_explained(zone: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["when", "fri", "--tz", zone])
    assert ended.value.code == 2
    assert "is not a time zone such as America/Chicago" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--batch", "nowhere.txt"], ["--batch", "."], ["fri", "--batch", "phrases.txt"]])
def test_a_file_that_cannot_be_used_is_a_problem_not_a_crash(
    arguments: list[str], empty_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(empty_folder)
    assert main(["when", "--tz", "UTC", *arguments]) == 1
    assert "Give" in capsys.readouterr().err


@pytest.mark.usefixtures("empty_folder")
@pytest.mark.parametrize("text", ["", "by " * 40_000, "'; DROP TABLE items; --", "\x00", "\udcff fri", "fri\u202e"])
def test_rude_words_are_no_date_and_say_why(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", text, "--tz", "America/Chicago", "--json", *SATURDAY]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["due"] is None and found["why"]


def test_a_batch_of_broken_lines_keeps_its_count(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    phrases = empty_folder / "phrases.txt"
    phrases.write_bytes(b"\xff fri\n\x00\n" + b"by " * 50_000 + b"\nfri\r\n")
    assert main(["when", "--batch", str(phrases), "--tz", "America/Chicago", "--json", *SATURDAY]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["due"] for answer in answers] == [None, None, None, "2026-11-27T17:00-06:00"]
