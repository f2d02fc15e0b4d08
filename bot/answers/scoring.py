"""How well each entry fits a question: a few likenesses an entry, semantic and lexical. Weighing them is elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.answers.encoder import Vectors
from bot.answers.lexical import Cosine, Okapi, Scores, character_grams, stem_bag, word_grams
from bot.answers.passages import ASKED_KINDS, Passage
from bot.answers.wording import Asked

FEATURES = (
    "meaning-best", "meaning-few", "meaning-middle",
    "letters-best", "letters-entry", "words-best", "words-entry", "share-of-words",
)  # fmt: skip
FEW = 3
Features = npt.NDArray[np.float32]
_NONE = np.float32(-1.0)


class Scorer:
    """Holds one set of passages, ready to be compared. Immutable once built; safe to share between threads."""

    def __init__(
        self,
        passages: Sequence[Passage],
        askeds: Sequence[Asked],
        vectors: Vectors | None,
        entries: int,
        used: frozenset[str] = frozenset(FEATURES),
    ) -> None:
        """`used`: the likenesses somebody looks at; the others stay 0 and cost nothing."""
        owners = [passage.entry for passage in passages]
        self._entries = entries
        self._slots = _slots(owners, entries)
        self._spanish = np.array([passage.kind == "spanish" for passage in passages], bool)
        letters = bool(used & {"letters-best", "letters-entry"})
        self._letters = Cosine([character_grams(asked) for asked in askeds], owners, entries) if letters else None
        self._words = Cosine([word_grams(asked) for asked in askeds], owners, entries)
        self._okapi = Okapi([stem_bag(asked) for asked in askeds], owners, entries)
        self._vectors = vectors
        self._middles = _middles(vectors, passages, entries) if vectors is not None else None

    def features(self, asked: Asked, vector: Vectors | None) -> tuple[Features, npt.NDArray[np.int64]]:
        """One row an entry in the order of FEATURES, and for each entry the place of its best passage."""
        words = self._words.query(word_grams(asked))
        word_likeness = self._words.passages.score(words)
        table = np.zeros((self._entries, len(FEATURES)), np.float32)
        table[:, 5] = _mean_of_best(self._grouped(word_likeness, asked.is_spanish), 2)
        table[:, 6] = self._words.entries.score(words)
        table[:, 7] = self._okapi.score(stem_bag(asked), forgive_unseen=asked.is_spanish)
        likeness = word_likeness
        if self._letters is not None:
            letters = self._letters.query(character_grams(asked))
            letter_likeness = self._letters.passages.score(letters)
            table[:, 3] = _mean_of_best(self._grouped(letter_likeness, asked.is_spanish), 2)
            table[:, 4] = self._letters.entries.score(letters)
            likeness = word_likeness + letter_likeness
        if vector is not None and self._vectors is not None and self._middles is not None:
            likeness = self._vectors @ vector
            grouped = self._grouped(likeness, asked.is_spanish)
            table[:, 0], table[:, 1] = grouped.max(axis=1), _mean_of_best(grouped, FEW)
            table[:, 2] = self._middles @ vector
        return table, self._best(likeness, asked.is_spanish)

    def rarity(self, word: str) -> float:
        return self._okapi.rarity(word)

    def _grouped(self, scores: Scores, is_spanish: bool) -> Scores:
        """One row an entry, padded; Spanish phrasings take part only in Spanish questions."""
        if not is_spanish:
            scores = np.where(self._spanish, _NONE, scores)
        grouped: Scores = np.append(scores, _NONE)[self._slots]
        return grouped

    def _best(self, scores: Scores, is_spanish: bool) -> npt.NDArray[np.int64]:
        places = self._grouped(scores, is_spanish).argmax(axis=1)
        best: npt.NDArray[np.int64] = self._slots[np.arange(self._entries), places]
        return best


def _slots(owners: Sequence[int], entries: int) -> npt.NDArray[np.int64]:
    """The places of each entry's passages; missing ones point one past the last passage."""
    members: list[list[int]] = [[] for _ in range(entries)]
    for place, owner in enumerate(owners):
        members[owner].append(place)
    width = max((len(row) for row in members), default=0) or 1
    return np.array([row + [len(owners)] * (width - len(row)) for row in members], np.int64).reshape(entries, width)


def _mean_of_best(grouped: Scores, few: int) -> Scores:
    few = min(few, grouped.shape[1])
    best = np.partition(grouped, grouped.shape[1] - few, axis=1)[:, -few:]
    present = np.maximum((best > _NONE).sum(axis=1), 1)
    mean: Scores = np.where(best > _NONE, best, 0).sum(axis=1) / present
    return mean.astype(np.float32)


def _middles(vectors: Vectors, passages: Sequence[Passage], entries: int) -> Vectors:
    """The direction in the middle of how each entry is asked for."""
    totals = np.zeros((entries, vectors.shape[1]), np.float32)
    for passage, vector in zip(passages, vectors, strict=True):
        if passage.kind in ASKED_KINDS and passage.kind != "spanish":
            totals[passage.entry] += vector
    lengths = np.linalg.norm(totals, axis=1, keepdims=True)
    middles: Vectors = totals / np.maximum(lengths, 1e-9)
    return middles
