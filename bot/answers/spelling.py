"""Mends typing mistakes against the words of the knowledge base, before anything is compared or encoded.

Leaves alone what is short, has digits, is protected (abbreviations, names), or is a real English word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
LONGEST = 24
ONE_EDIT_UP_TO = 5


class Speller:
    """`vocabulary`: word -> how often it stands in the content. `protected` words are right as they are."""

    def __init__(self, vocabulary: Mapping[str, int], protected: Iterable[str] = ()) -> None:
        self._counts = {word: count for word, count in vocabulary.items() if word.isalpha() and len(word) >= SHORTEST}
        self.known = frozenset(vocabulary) | frozenset(protected)
        self._by_length: dict[int, list[str]] = {}
        for word in self._counts:
            self._by_length.setdefault(len(word), []).append(word)
        self.mend_word = lru_cache(maxsize=20_000)(self._mend_word)

    def mend(self, words: Sequence[str]) -> list[str]:
        """The same words with mistakes mended; two words run together come out as two."""
        return [part for word in words for part in self.mend_word(word).split()]

    def _mend_word(self, word: str) -> str:
        if word in self.known or not word.isalpha() or not SHORTEST <= len(word) <= LONGEST:
            return word
        return self._nearest(word) or self._two_words(word) or word

    def _nearest(self, word: str) -> str | None:
        most = 1 if len(word) <= ONE_EDIT_UP_TO else 2
        best: tuple[float, str] | None = None
        for length in range(len(word) - most, len(word) + most + 1):
            for near, distance, _ in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=12
            ):
                worth = (_unlikeliness(word, near, int(distance), self._counts[near]), near)
                best = worth if best is None or worth < best else best
        return best[1] if best is not None else None

    def _two_words(self, word: str) -> str | None:
        cuts = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 2)]
        known = [pair for pair in cuts if all(self._stands_alone(part) for part in pair)]
        if not known:
            return None
        return " ".join(max(known, key=lambda pair: min(self._counts.get(part, 1) for part in pair)))

    def _stands_alone(self, part: str) -> bool:
        return part in self._counts or (len(part) == 3 and part in self.known)


def _unlikeliness(typed: str, near: str, distance: int, count: int) -> float:
    """Fewer edits first; then the same first letter, the same letters in another order, and the commoner word."""
    same_start = 0.0 if typed[0] == near[0] else 0.6
    same_letters = 0.0 if sorted(typed) == sorted(near) else 0.25
    doubled = 0.0 if set(typed) == set(near) else 0.15
    return distance + same_start + same_letters + doubled - min(count, 100) * 0.003
