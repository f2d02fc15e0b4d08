"""A house to refer from, on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.shelves import Shelves
from bot.store.migrate import migrate
from tests.bot.intake.house import House


@pytest.fixture
def house(database_url: str, shelves: Shelves) -> Iterator[House]:
    made = House(database_url, shelves)
    yield made
    made.services.store.close()


@pytest.fixture
def small_house(tmp_path: Path, shelves: Shelves) -> Iterator[House]:
    """On SQLite only, where the bytes of the file are looked at."""
    url = f"sqlite:///{(tmp_path / 'house.sqlite3').as_posix()}"
    migrate(url)
    made = House(url, shelves)
    yield made
    made.services.store.close()
