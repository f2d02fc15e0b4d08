"""The privacy lead at the terminal: keys are made and changed, the log is proven, a hold is set."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.intake.sealed import KeyRing, new_key
from tests.town import ROOT


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "app.yaml", tmp_path / "app.yaml")
    monkeypatch.setenv("TASKFORCE_HOME", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'keys.sqlite3').as_posix()}")
    monkeypatch.setenv("TASKFORCE_KEYS", new_key("first"))
    assert main(["migrate"]) == 0
    return tmp_path


def test_a_new_key_can_be_used_as_it_is_printed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["keys", "new", "second"]) == 0
    assert KeyRing.parse(capsys.readouterr().out.strip()).current == "second"
    assert main(["keys", "new", "first"]) == 1


def test_status_and_rotate_say_what_waits(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "status"]) == 0 and main(["keys", "rotate"]) == 0
    assert "0 records wrapped" in capsys.readouterr().out


def test_without_a_key_the_way_to_make_one_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TASKFORCE_KEYS", "")
    assert main(["keys", "status"]) == 1
    assert "keys new" in capsys.readouterr().err


def test_a_hold_is_set_lifted_and_noted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "hold", "referrals"]) == 0 and "referrals" in capsys.readouterr().out
    assert main(["audit", "lift", "referrals"]) == 0 and "none" in capsys.readouterr().out
    assert main(["audit", "verify"]) == 0 and "whole: 2 lines" in capsys.readouterr().out
    assert main(["audit", "verify", "--head", "f" * 64]) == 1
    main(["audit", "show"])
    assert "hold-set" in capsys.readouterr().out
