"""What came of a question, frozen: which card, which entry, how sure, what else might have been meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from bot.answers.index import Candidate, Ranking
from bot.content.entry import Entry, LocalCard
from bot.content.library import Library

Outcome = Literal["card", "sure", "close", "unsure", "off-topic", "several", "withheld", "unavailable"]


def _as_written(entry: Entry) -> Entry:
    return entry


@dataclass(frozen=True)
class Question:
    """What somebody asked. `audience` breaks ties; `subject` is the entry a thread is about, for follow-ups."""

    text: str
    audience: frozenset[str] = frozenset()
    subject: str | None = None


@dataclass(frozen=True)
class Contact:
    """A provider as an answer shows it: name, numbers people can tap, and what to know first."""

    id: str
    name: str
    numbers: tuple[tuple[str, str, str], ...]
    caution: str | None = None
    web: str | None = None
    hours: str | None = None
    notice: str | None = None


@dataclass(frozen=True)
class Answer:
    """The whole outcome of a question; a view decides how much of it is shown at first."""

    outcome: Outcome
    card: str | None = None
    also: tuple[str, ...] = ()
    entry: Entry | None = None
    contacts: tuple[Contact, ...] = ()
    local_cards: tuple[LocalCard | str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    several: tuple[Entry, ...] = ()
    identifiers: tuple[str, ...] = ()
    confidence: float = 0.0
    is_stale: bool = False
    is_spanish: bool = False
    question: Question = field(default_factory=lambda: Question(""))

    @staticmethod
    def showing(
        entry: Entry, library: Library, today: date, contacts: Callable[[str], Contact | None],
        as_confirmed: Callable[[Entry], Entry] = _as_written,
    ) -> Answer:  # fmt: skip
        """An entry with its contacts and local cards; a withheld one keeps only its contacts (R55).

        `as_confirmed` gives the entry the review dates that count, where its owners have spoken since the file was written.
        """
        entry = as_confirmed(entry)
        cards = tuple(library.local_cards.get(card, card) for card in entry.local_cards)
        found = tuple(contact for identifier in entry.contacts if (contact := contacts(identifier)))
        outcome: Outcome = "withheld" if entry.is_withheld(today) else "sure"
        return Answer(outcome, entry=entry, contacts=found, local_cards=cards, is_stale=entry.is_stale(today))


def answer_of(
    question: Question, ranking: Ranking, library: Library, identifiers: tuple[str, ...], today: date,
    contacts: Callable[[str], Contact | None], as_confirmed: Callable[[Entry], Entry] = _as_written,
) -> Answer:  # fmt: skip
    """Turns a ranking into an answer. Only a sure ranking shows an entry; everything else shows titles."""
    first = library.entries.get(ranking.candidates[0].id) if ranking.candidates else None
    if ranking.verdict == "sure" and first is not None:
        found = Answer.showing(first, library, today, contacts, as_confirmed)
    else:
        found = Answer(outcome=ranking.verdict if ranking.verdict != "sure" else "unsure")
    return replace(
        found, candidates=ranking.candidates, identifiers=identifiers, confidence=ranking.confidence, question=question,
        is_spanish=ranking.is_spanish,
        several=tuple(library.entries[entry_id] for entry_id in ranking.several if entry_id in library.entries),
    )  # fmt: skip
