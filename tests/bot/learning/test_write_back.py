"""A coordinator puts confirmed dates into the files, and everything else in them stays as it was."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.assembly import build_learning
from bot.clock import SystemClock
from bot.content.library import load
from bot.settings import load_settings
from bot.store.engine import Store, open_engine
from bot.store.migrate import migrate
from tests.town import ROOT

FILE = Path("knowledge/coordination/municipal-peers.yaml")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small city hall: the settings and one entry, written a month before it runs out."""
    shutil.copy(ROOT / "app.yaml", tmp_path / "app.yaml")
    (tmp_path / FILE).parent.mkdir(parents=True)
    today = SystemClock().now().date()
    lines = (ROOT / FILE).read_text(encoding="utf-8").splitlines()
    dates = {"reviewed": today - timedelta(days=340), "expires": today + timedelta(days=20)}
    fresh = [f"{line.split(':')[0]}: {dates[line.split(':')[0]]}" if line.split(":")[0] in dates else line for line in lines]
    (tmp_path / FILE).write_text("\n".join(fresh) + "\n", encoding="utf-8")
    monkeypatch.setenv("TASKFORCE_HOME", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


def confirm(home: Path) -> date:
    """Somebody has pressed *Still right*. Returns the day the file shows so far."""
    from bot.learning.records import ReviewSaid
    from bot.learning.standing import wording_of

    settings, library = load_settings(home=home), load(home)
    entry = library.entries["municipal-peers"]
    migrate(settings.database_url)
    store = Store(open_engine(settings.database_url))
    with store.write() as session:
        session.add(ReviewSaid(entry=entry.id, said_by="U0DANA00000", verdict="right", wording=wording_of(entry),
                               at=SystemClock().now()))  # fmt: skip
    assert build_learning(settings, store, SystemClock(), lambda: library, None).reviews.confirmed()
    store.close()
    return entry.reviewed


def test_confirmed_dates_are_written_and_nothing_else(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (home / FILE).read_text(encoding="utf-8").splitlines()
    was = confirm(home)
    assert main(["reviews", "write-back"]) == 0
    assert "1 files changed" in capsys.readouterr().out
    after = (home / FILE).read_text(encoding="utf-8").splitlines()
    changed = [line for line, old in zip(after, before, strict=True) if line != old]
    assert [line.split(":")[0] for line in changed] == ["reviewed", "expires"]
    entry = load(home).entries["municipal-peers"]
    assert entry.reviewed > was
    assert entry.expires == entry.reviewed + timedelta(days=365)


def test_a_second_run_finds_nothing_to_write(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    confirm(home)
    main(["reviews", "write-back"])
    main(["reviews", "write-back"])
    assert "0 files changed" in capsys.readouterr().out


def test_the_list_says_what_is_due(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reviews"]) == 0
    assert "coordination/municipal-peers  (Coordinator)" in capsys.readouterr().out
    confirm(home)
    main(["reviews", "list"])
    assert "0 due, 1 confirmed and not yet in the files" in capsys.readouterr().out
