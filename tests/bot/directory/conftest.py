"""The sample city's directory, as it stands in knowledge/, on an ordinary Wednesday afternoon."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.content.directory_words import read_directory_words
from bot.content.library import Library, read_providers
from bot.content.provider import Provider
from bot.directory.index import Directory
from bot.directory.words import Words

HOME = Path(__file__).resolve().parents[3]
CHICAGO = ZoneInfo("America/Chicago")
WEDNESDAY = datetime(2026, 11, 18, 15, 0, tzinfo=CHICAGO)


@pytest.fixture(scope="session")
def words() -> Words:
    return Words(read_directory_words(HOME / "knowledge"))


@pytest.fixture(scope="session")
def providers() -> dict[str, Provider]:
    library: Library = read_providers(HOME)
    return dict(library.providers)


@pytest.fixture(scope="session")
def directory(providers: dict[str, Provider], words: Words) -> Directory:
    return Directory.build(providers.values(), words)
