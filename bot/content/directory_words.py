"""The curated words of the provider look-up: what staff type for a service, a language, a group of people, a time."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints

from bot.content.provider import Area, Condition, DayName, Population, Service
from bot.content.shapes import Curated
from bot.content.source import model_from, read_file

WORDS_FILE = "directory-words.yaml"
Said = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^A-Z<>{}\[\]]+$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Time = DayName | Literal["now", "tonight", "always", "weekend"]


class DirectoryWords(Curated):
    """Phrases by what they mean. A phrase under several codes means any of them."""

    services: dict[Service, tuple[Said, ...]] = {}
    stands_in: dict[Service, tuple[Service, ...]] = {}
    by_phone: dict[Service, tuple[Service, ...]] = {}
    populations: dict[Population, tuple[Said, ...]] = {}
    in_passing: tuple[Said, ...] = ()
    not_people: tuple[Said, ...] = ()
    not_services: tuple[Said, ...] = ()
    languages: dict[LanguageCode, tuple[Said, ...]] = {}
    areas: dict[Area, tuple[Said, ...]] = {}
    times: dict[Time, tuple[Said, ...]] = {}
    forms: dict[Literal["sex", "labor"], tuple[Said, ...]] = {}
    conditions: dict[Condition, tuple[Said, ...]] = {}
    police: tuple[Said, ...] = ()
    immigration_enforcement: tuple[Said, ...] = ()
    refusals: tuple[Said, ...] = ()
    not_asking: tuple[Said, ...] = ()
    spoken_only: tuple[Said, ...] = ()
    asks: tuple[Said, ...] = ()
    explains: tuple[Said, ...] = ()
    common_words: tuple[Said, ...] = ()
    small_words: tuple[Said, ...] = ()


def read_directory_words(knowledge: Path) -> DirectoryWords:
    """Raises ContentError with every problem of the file."""
    return model_from(DirectoryWords, read_file(knowledge / WORDS_FILE, knowledge.parent))
