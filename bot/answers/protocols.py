"""Which of the sixteen referral flows a request means, by curated words. Unclear means none: the person then chooses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.answers import text as words_of

_OUTRIGHT = re.compile(r"\b(?:protocol\s*)?p\s?(0?[1-9]|1[0-6])\b|\bprotocol (0?[1-9]|1[0-6])\b", re.I)
_CHILD_AGE = re.compile(
    r"\b(?:[1-9]|1[0-7])[ -]?(?:yo|y/o|yr|yrs|year|years)\b"
    r"|\b(?:is|aged?|only|she's|he's) (?:[1-9]|1[0-7])\b(?!\s*(?:am|pm|days|hours|:))",
    re.IGNORECASE,
)
# a child comes before every other circumstance but the school's own version of the child flow (protocols.md, M1)
CHILD, SCHOOL = "P02", "P05"


class ProtocolFinder:
    """`phrases`: flow -> words that tell it. The longer the phrase found, the more it counts."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._phrases = {
            flow: [tuple(words_of.stems(words_of.tokens(words_of.clean(phrase)))) for phrase in listed]
            for flow, listed in phrases.items()
        }

    def find(self, request: str) -> str | None:
        """P01..P16, or None when nothing tells or two flows fit equally well."""
        outright = _OUTRIGHT.search(request)
        if outright:
            return f"P{int(outright[1] or outright[2]):02d}"
        words = words_of.stems(words_of.tokens(words_of.clean(request)))
        worth = {flow: _worth(words, phrases) for flow, phrases in self._phrases.items()}
        if _CHILD_AGE.search(request):
            worth[CHILD] = worth.get(CHILD, 0.0) + 1.0
        if worth.get(CHILD, 0.0) > 0:
            return SCHOOL if worth.get(SCHOOL, 0.0) > 0 else CHILD
        ranked = sorted(((value, flow) for flow, value in worth.items() if value > 0), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]


def _worth(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> float:
    """Each place in the request counts once, for the longest phrase that covers it."""
    covered = [0.0] * len(words)
    for phrase in phrases:
        for start in range(len(words) - len(phrase) + 1):
            if phrase and tuple(words[start : start + len(phrase)]) == phrase:
                for place in range(start, start + len(phrase)):
                    covered[place] = max(covered[place], 1.0 + 0.25 * (len(phrase) - 1))
    return sum(covered)
