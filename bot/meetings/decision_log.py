"""Finds decisions by words. Pure.

Every word asked for must be near some word of the decision (`housing` finds `house`); the nearer, the higher.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from rapidfuzz import fuzz

NEAR_ENOUGH = 80.0
WORD = re.compile(r"[\w'-]{2,}")
SMALL_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "by",
        "with",
        "about",
        "decision",
        "decisions",
        "what",
        "did",
        "we",
        "decide",
    ]
)
Found = TypeVar("Found")


def search(asked: str, log: Sequence[tuple[Found, str]], most: int = 10) -> tuple[Found, ...]:
    """The decisions whose text fits, best first, in the order given where equal. Everything when nothing is asked."""
    wanted = [word for word in _words(asked) if word not in SMALL_WORDS]
    if not wanted:
        return tuple(each for each, _ in log[:most])
    scored = []
    for place, (each, text) in enumerate(log):
        words = set(_words(text))
        nearness = [max((_near(want, word) for word in words), default=0.0) for want in wanted]
        if min(nearness) >= NEAR_ENOUGH:
            scored.append((-sum(nearness), place, each))
    return tuple(each for _, _, each in sorted(scored, key=lambda one: one[:2])[:most])


def _near(want: str, word: str) -> float:
    if want == word:
        return 100.0
    shorter = min(len(want), len(word))
    # a shared beginning of four letters or more: house, houses, housing
    if shorter >= 4 and want[: max(4, shorter - 2)] == word[: max(4, shorter - 2)]:
        return 90.0
    return fuzz.ratio(want, word) if shorter >= 4 else 0.0


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]
