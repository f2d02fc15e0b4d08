"""How an entry stands once its owners have been heard: the dates that count. Pure.

The file's own dates count until somebody says more of the same wording. A safety entry needs two different people.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from bot.content.entry import REVIEW_DAYS, Entry

Verdict = Literal["right", "needs-work"]
# the second word on a safety entry belongs to the same round when it comes within this time
ONE_ROUND = timedelta(days=45)
# a month, and the days to the first working day of the next one: nothing runs out before it was asked about
DUE_WITHIN = timedelta(days=35)


@dataclass(frozen=True)
class Word:
    """What one person said of an entry. `day` is the local day; `wording` a digest of what they had before them."""

    said_by: str
    verdict: Verdict
    wording: str
    day: date


@dataclass(frozen=True)
class Standing:
    """`first_by`: one person has confirmed a safety entry and a second is awaited. `confirmed_by`: newest first."""

    reviewed: date
    expires: date
    first_by: str | None = None
    first_on: date | None = None
    needs_work_by: str | None = None
    confirmed_by: tuple[str, ...] = ()

    def is_due(self, today: date) -> bool:
        """Overdue, or due before owners are asked again."""
        return self.expires <= today + DUE_WITHIN


def wording_of(entry: Entry) -> str:
    """Changes when anything but the dates of the entry changes."""
    text = entry.model_dump_json(exclude={"reviewed", "expires"}, exclude_defaults=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def standing_of(entry: Entry, words: Sequence[Word]) -> Standing:
    """`words` in the order they were said. Words about another wording, or older than the file's own date, do not count."""
    standing = Standing(entry.reviewed, entry.expires)
    if not words:
        return standing
    wording = wording_of(entry)
    for word in words:
        if word.wording == wording and word.day > entry.reviewed:
            standing = _needs_work(standing, word) if word.verdict == "needs-work" else _right(entry, standing, word)
    return standing


def as_confirmed(entry: Entry, standing: Standing) -> Entry:
    """The entry with the dates that count."""
    if (standing.reviewed, standing.expires) == (entry.reviewed, entry.expires):
        return entry
    return entry.model_copy(update={"reviewed": standing.reviewed, "expires": standing.expires})


def due(entries: Iterable[Entry], today: date) -> list[Entry]:
    """What owners are asked about now, the most pressing first: safety before legal, then by day. Dates as they count."""
    order = {"safety": 0, "legal": 1, "standard": 2}
    found = [entry for entry in entries if entry.expires <= today + DUE_WITHIN]
    return sorted(found, key=lambda entry: (order[entry.tier], entry.expires, entry.title))


def _needs_work(standing: Standing, word: Word) -> Standing:
    """The card says at once that it is overdue; R55 withholds a safety entry that nobody mends."""
    ended = min(standing.expires, word.day - timedelta(days=1))
    return replace(standing, expires=ended, needs_work_by=word.said_by, first_by=None, first_on=None)


def _right(entry: Entry, standing: Standing, word: Word) -> Standing:
    confirmed = Standing(word.day, word.day + timedelta(days=REVIEW_DAYS[entry.tier]), confirmed_by=(word.said_by,))
    if entry.tier != "safety":
        return confirmed
    first_by, first_on = standing.first_by, standing.first_on
    if first_by is None or first_on is None or first_by == word.said_by or word.day - first_on > ONE_ROUND:
        return replace(standing, first_by=word.said_by, first_on=word.day)
    return replace(confirmed, confirmed_by=(word.said_by, first_by))
