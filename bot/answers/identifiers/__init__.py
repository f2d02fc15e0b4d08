"""The identifier screen: which details in a text could point to one person (rules.md R14).

One door: find_identifiers. It names kinds and places only; nobody is ever quoted, so there is no redacted text to ask for.
False alarms cost a private nudge, a miss can cost somebody's safety: doubtful cases are found.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.identifiers import names, numbers, places, whereabouts
from bot.answers.identifiers.readable import readable
from bot.answers.identifiers.spans import Span

__all__ = ["KINDS", "Found", "find_identifiers"]

KINDS = (
    "phone", "email", "ssn", "a-number", "date-of-birth", "address", "plate", "handle", "name", "id-number",
)  # fmt: skip

Finder = Callable[[str], Iterator[Span]]
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Found:
    """One detail: its kind (one of KINDS) and where it stands, as offsets into the text that was handed in."""

    kind: str
    start: int
    end: int


def find_identifiers(
    text: str, known_numbers: Collection[str] = frozenset(), known_emails: Collection[str] = frozenset()
) -> tuple[Found, ...]:
    """Every identifying detail, in reading order and without overlaps.

    `known_numbers` and `known_emails` are those of the directory, in any spelling; they are nobody's secret and pass, as
    do short codes and toll-free lines. Pure; the time grows with the length of the text and no faster.
    """
    seen = readable(text)
    numbers_that_pass = _digits_of_all(frozenset(known_numbers))
    emails_that_pass = frozenset(email.casefold() for email in known_emails)
    with_a_number: tuple[Finder, ...] = (
        numbers.dates_of_birth,
        numbers.social_security,
        numbers.alien_numbers,
        numbers.identity_numbers,
        whereabouts.plates,
    )
    finders: tuple[Finder, ...] = (
        lambda plain: whereabouts.emails(plain, emails_that_pass),
        whereabouts.handles,
        places.pins,
        whereabouts.links,
        *(with_a_number if _DIGIT.search(seen.text) else ()),
        lambda plain: numbers.phones(plain, numbers_that_pass),
        places.addresses,
        names.names,
    )
    plain, found = seen.text, list[Span]()
    for finder in finders:
        free = _apart(finder(plain))
        found.extend(span for span in free if span.kind)
        plain = _covered(plain, free)
    found.sort(key=lambda span: span.start)
    return tuple(Found(span.kind, seen.offsets[span.start], seen.offsets[span.end - 1] + 1) for span in found)


@lru_cache(maxsize=4)
def _digits_of_all(known: frozenset[str]) -> frozenset[str]:
    """Once for each copy of the directory: it holds hundreds of numbers, and every message is screened."""
    return frozenset(numbers.digits_of(number) for number in known)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Where two overlap, the one that begins first, and of those the longer."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _covered(plain: str, spans: list[Span]) -> str:
    """What is already named is blotted out, so that no digit is counted twice."""
    pieces, at = [], 0
    for span in spans:
        pieces += [plain[at : span.start], "•" * (span.end - span.start)]
        at = span.end
    return "".join((*pieces, plain[at:]))
