"""An entry taken apart into what a question can be compared with: its title, phrasings, facts, steps and their questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.content.entry import Entry

PassageKind = Literal["title", "phrasing", "question", "short", "fact", "step", "spanish"]
# passages worded as people ask; the others are worded as we answer
ASKED_KINDS: frozenset[PassageKind] = frozenset({"title", "phrasing", "question", "spanish"})


@dataclass(frozen=True, slots=True)
class Passage:
    """`entry` is the place of its entry in the index; `part` the place of the fact or step it belongs to, if any."""

    entry: int
    kind: PassageKind
    text: str
    part: int | None = None


def passages_of(entries: Sequence[Entry]) -> list[Passage]:
    """Every passage of every entry; those of one entry stand together."""
    return [passage for place, entry in enumerate(entries) for passage in _of_one(place, entry)]


def asked_places(passages: Sequence[Passage]) -> list[int]:
    """The places of the phrasings and questions: how people ask, in English."""
    return [place for place, passage in enumerate(passages) if passage.kind in ("phrasing", "question")]


def _of_one(place: int, entry: Entry) -> Iterator[Passage]:
    yield Passage(place, "title", entry.title)
    yield Passage(place, "short", entry.short)
    for phrasing in entry.asked_as:
        yield Passage(place, "phrasing", phrasing)
    for phrasing in entry.asked_in_spanish:
        yield Passage(place, "spanish", phrasing)
    for part, said in enumerate(entry.said()):
        yield Passage(place, "fact" if part < len(entry.full) else "step", said.say, part)
        for asked in said.asked:
            yield Passage(place, "question", asked, part)
