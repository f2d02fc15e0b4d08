"""The steps in bot/store/migrations lead to exactly what the records say, on both kinds of database."""

from __future__ import annotations

import threading
from pathlib import Path

from bot.store.migrate import MIGRATIONS, differences, is_current, migrate
from tests.postgres import Postgres


def test_a_migrated_database_is_what_the_records_say(database_url: str) -> None:
    assert is_current(database_url)
    assert differences(database_url) == [], "run: python -m bot.store.migrate --new 'what changes'"


def test_an_empty_database_is_not_current(tmp_path: Path) -> None:
    assert not is_current(f"sqlite:///{tmp_path / 'empty.sqlite3'}")


def test_to_migrate_twice_changes_nothing(database_url: str) -> None:
    migrate(database_url)
    assert differences(database_url) == []


def test_four_processes_that_start_at_once_do_not_stumble_over_each_other(tmp_path: Path, postgres: Postgres) -> None:
    for url in (f"sqlite:///{tmp_path / 'shared.sqlite3'}", postgres.fresh()):
        failures: list[BaseException] = []

        def start(address: str = url, kept: list[BaseException] = failures) -> None:
            try:
                migrate(address)
            except BaseException as error:
                kept.append(error)

        starters = [threading.Thread(target=start) for _ in range(4)]
        for thread in starters:
            thread.start()
        for thread in starters:
            thread.join()
        assert not failures
        assert is_current(url)


def test_steps_import_nothing_of_todays_code() -> None:
    for step in (MIGRATIONS / "versions").glob("*.py"):
        assert "import bot" not in step.read_text() and "from bot" not in step.read_text(), step.name
