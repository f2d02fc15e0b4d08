"""The curated word lists of the search: what abbreviations and local names mean, and Spanish words in English."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from bot.content.shapes import Curated
from bot.content.source import model_from, read_file

SYNONYMS_FILE = "synonyms.yaml"
SPANISH_FILE = "spanish-words.yaml"
Phrase = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^A-Z<>{}\[\]]+$")]


class Synonyms(Curated):
    """`means`: what staff type (small letters) -> the words the entries use, the best first."""

    means: dict[Phrase, Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=6)]] = {}


class SpanishWords(Curated):
    """`words`: Spanish word or phrase -> English; `small_words`: those that only say that the question is Spanish."""

    words: dict[Phrase, Phrase] = {}
    small_words: tuple[Phrase, ...] = ()


def read_synonyms(knowledge: Path) -> Synonyms:
    """Raises ContentError with every problem of the file."""
    return model_from(Synonyms, read_file(knowledge / SYNONYMS_FILE, knowledge.parent))


def read_spanish_words(knowledge: Path) -> SpanishWords:
    """Raises ContentError with every problem of the file."""
    return model_from(SpanishWords, read_file(knowledge / SPANISH_FILE, knowledge.parent))
