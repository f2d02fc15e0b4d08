"""Reads how a question hangs together: is it a follow-up of the one before, and is it about several things?"""

from __future__ import annotations

import re
from collections.abc import Sequence

Split = tuple[str, ...]
LONGEST_FOLLOW_UP = 12
_OPENINGS = (
    ("and",), ("but",), ("or",), ("so",), ("then",), ("also",), ("ok",), ("okay",), ("what", "if"), ("what", "about"),
    ("how", "about"), ("even", "if"), ("does", "that"), ("is", "that"), ("is", "it"), ("does", "it"), ("y", "si"), ("y",),
    ("why",), ("who", "else"), ("what", "else"), ("anything", "else"), ("same", "for"),
)  # fmt: skip
_POINTING = frozenset(
    ("she", "he", "they", "it", "her", "him", "them", "that", "this", "those", "these", "hers", "his", "their", "one",
     "same", "there")
)  # fmt: skip
_PARTS = re.compile(
    r"[?;]+\s+|\.\s+|\s+(?:and also|also|plus|and then)\s+"
    r"|,?\s+and\s+(?=(?:how|what|who|where|when|which|can|do|does|is|are|should)\b)"
)
_LEAST_WORDS = 3


def is_follow_up(words: Sequence[str]) -> bool:
    """Short, and either opens like a continuation or points at something named before."""
    if not words or len(words) > LONGEST_FOLLOW_UP:
        return False
    if any(tuple(words[: len(opening)]) == opening for opening in _OPENINGS):
        return True
    return len(words) <= 3 or (len(words) <= 8 and bool(_POINTING.intersection(words)))


def split_question(cleaned: str) -> Split:
    """The parts of a question about several things, each long enough to be asked alone; empty when it is about one."""
    parts = [part.strip(" ,?.!") for part in _PARTS.split(cleaned)]
    parts = [part for part in parts if part]
    if not 2 <= len(parts) <= 3 or any(len(part.split()) < _LEAST_WORDS for part in parts):
        return ()
    return tuple(parts)
