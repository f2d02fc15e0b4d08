"""A coordinator at the command line: what is stuck, try again, let it be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.clock import SystemClock
from bot.outbox.desk import OutboxDesk
from bot.outbox.records import State
from bot.outbox.service import Outbox
from bot.outbox.writing import enqueue
from bot.settings import Delivery
from bot.store.engine import Store, open_engine
from bot.store.migrate import migrate

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OutboxDesk:
    """An outbox with one dead row."""
    url = f"sqlite:///{tmp_path / 'cli.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("TASKFORCE_HOME", str(ROOT))
    migrate(url)
    store, clock = Store(open_engine(url)), SystemClock()
    with store.write() as session:
        enqueue(session, kind="note", subject="1", target="C0TASKFORCE", key="1", now=datetime.now(UTC))
    outbox = Outbox(store, clock, Delivery(), "C0COORDINAT")
    claim = outbox.claim(outbox.due()[0])
    assert claim is not None
    outbox.never(claim, "not_in_channel")
    return OutboxDesk(store, clock)


def test_the_list_says_what_is_stuck_and_why(desk: OutboxDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outbox", "list", "--state", "dead"]) == 0
    said = capsys.readouterr().out
    assert "not_in_channel" in said and "C0TASKFORCE" in said and "1 undelivered" in said


def test_a_dead_row_is_retried_once(desk: OutboxDesk, capsys: pytest.CaptureFixture[str]) -> None:
    number = str(desk.dead()[0].id)
    assert main(["outbox", "retry", number]) == 0
    assert [row.state for row in desk.rows() if str(row.id) == number] == [State.WAITING]
    assert main(["outbox", "retry", number]) == 1
    assert "no undelivered message" in capsys.readouterr().err


def test_a_dead_row_is_dismissed(desk: OutboxDesk) -> None:
    assert main(["outbox", "dismiss", str(desk.dead()[0].id)]) == 0
    assert desk.dead() == ()


def test_a_tick_without_a_token_says_what_is_missing(
    desk: OutboxDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SLACK_BOT_TOKEN", raising=False)
    assert main(["tick"]) == 1
    assert "SLACK_BOT_TOKEN" in capsys.readouterr().err
