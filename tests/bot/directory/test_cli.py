"""The verbs `providers` and `directory`, as a person calls them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.clock import SystemClock
from bot.directory.overlays import Overlaid
from bot.store.engine import Store, open_engine
from tests.bot.directory.conftest import CHICAGO, HOME
from tests.bot.directory.test_upkeep import ELI, Office


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HOME / "knowledge", tmp_path / "knowledge")
    shutil.copytree(HOME / "protocols", tmp_path / "protocols")
    shutil.copy(HOME / "app.yaml", tmp_path)
    monkeypatch.setenv("TASKFORCE_HOME", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'town.sqlite3').as_posix()}")
    return tmp_path


def test_providers_prints_one_json_object_a_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch = home / "asked.txt"
    batch.write_text("shelter tonight spanish\n\nwhose number is 888 373 7888\nhsi tip line\nshelter whose staff speak mam\n")
    assert main(["providers", "--batch", str(batch), "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["question"] for row in found] == batch.read_text().splitlines()
    assert found[0]["providers"] == [match["id"] for match in found[0]["matches"]] and found[0]["matches"][0]["why"]
    assert found[1]["providers"] == [] and found[2]["providers"] == ["nat-nhth"]
    assert found[3]["providers"] == ["nat-hsi"] and "immigration law" in found[3]["caution"]
    assert found[4]["providers"] == [] and found[4]["gap"] == "emergency_shelter"


def test_providers_in_plain_words(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["providers", "grace", "farm"]) == 0
    assert "not shown (failed)" in capsys.readouterr().out
    assert main(["providers", "dentist"]) == 0
    shown = capsys.readouterr().out
    assert "555-0121" in shown and "not known" not in shown.split("Westside")[0]


def test_status_lists_every_fact_still_to_be_checked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["directory", "status"]) == 0
    said = capsys.readouterr().out
    assert "nat-nhth: Written policy on confidentiality and on sharing tips" in said
    assert "ex-grace-farm: failed" in said and "Never dialed" in said
    assert main(["directory", "status", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 78 and {row["id"] for row in rows if row["reason"] == "failed"} == {"ex-grace-farm"}


def test_write_back_changes_files_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["directory", "write-back"]) == 1
    assert "taskforce migrate" in capsys.readouterr().err
    assert main(["migrate"]) == 0
    url = f"sqlite:///{(home / 'town.sqlite3').as_posix()}"
    office = Office(url, home)
    office.upkeep.change("ex-telecare", "phone", "555-0190", by=ELI, key="")
    office.store.close()
    capsys.readouterr()
    assert main(["directory", "write-back", "--dry-run"]) == 0 and "would change" in capsys.readouterr().out
    assert main(["directory", "write-back"]) == 0 and "changed knowledge/providers" in capsys.readouterr().out
    assert "555-0190" in office.file("ex-telecare").read_text()
    assert main(["directory", "write-back"]) == 0 and "Nothing to write back" in capsys.readouterr().out


def test_another_process_sees_a_change_within_seconds(home: Path) -> None:
    assert main(["migrate"]) == 0
    url = f"sqlite:///{(home / 'town.sqlite3').as_posix()}"
    office = Office(url, home)
    other = Overlaid(Store(open_engine(url)), office.clock, lambda: office.library, home / "knowledge")
    assert other().listing("ex-telecare").provider.phones[0].number == "555-0122"  # type: ignore[union-attr]
    office.upkeep.change("ex-telecare", "phone", "555-0190", by=ELI, key="")
    office.clock.set(SystemClock().now())
    assert other().listing("ex-telecare").provider.phones[0].number == "555-0190"  # type: ignore[union-attr]
    assert CHICAGO.key == "America/Chicago"
