"""A town for every story, and the people everyone knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assembly import sentence_model
from bot.settings import load_settings
from bot.shelves import Shelves
from bot.store.migrate import migrate
from tests.postgres import Postgres
from tests.town import ROOT, PersonInTown, Town


@pytest.fixture(scope="session")
def shelves() -> Shelves:
    """The knowledge base and its index: read once for all tests, for nobody changes it."""
    settings = load_settings({}, ROOT)
    found = Shelves(ROOT, sentence_model(settings), settings.var / "cache")
    found.refresh()
    assert not found.problems, "\n".join(map(str, found.problems))
    return found


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL server for the whole run, started when the first test asks for it."""
    server = Postgres()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database: every test that asks for it runs on both kinds."""
    if request.param == "sqlite":
        url = f"sqlite:///{(tmp_path / 'test.sqlite3').as_posix()}"
    else:
        url = request.getfixturevalue("postgres").fresh()
    migrate(url)
    return url


@pytest.fixture
def town(tmp_path: Path, shelves: Shelves) -> Iterator[Town]:
    made = Town(tmp_path, shelves)
    try:
        yield made
        made.slack.settle()
        assert made.slack.refusals == made.expected_refusals, "Slack refused something the assistant did"
    finally:
        made.close()


@pytest.fixture
def ana(town: Town) -> PersonInTown:
    """A nurse in outreach, member of the task force."""
    return town.person("ana")


@pytest.fixture
def bo(town: Town) -> PersonInTown:
    """Sits at the housing desk."""
    return town.person("bo")


@pytest.fixture
def carmen(town: Town) -> PersonInTown:
    """Investigates for the labor standards office, in another time zone."""
    return town.person("carmen")


@pytest.fixture
def dana(town: Town) -> PersonInTown:
    """Coordinates the task force."""
    return town.person("dana")


@pytest.fixture
def eli(town: Town) -> PersonInTown:
    """Edits the directory."""
    return town.person("eli")


@pytest.fixture
def hal(town: Town) -> PersonInTown:
    """A guest."""
    return town.person("hal")
