"""Off-topic phrases the search knows: how near a question is to the nearest of them, and to which side it leans."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.answers.encoder import Vectors
from bot.answers.lexical import Cosine, character_grams, word_grams
from bot.answers.wording import Asked


class Strangers:
    """Compared by meaning where there are vectors, else by words and letters."""

    def __init__(self, askeds: Sequence[Asked], vectors: Vectors | None) -> None:
        self._vectors = vectors
        owners = [0] * len(askeds)
        by_words = vectors is None
        self._words = Cosine([word_grams(asked) for asked in askeds], owners, 1) if by_words else None
        self._letters = Cosine([character_grams(asked) for asked in askeds], owners, 1) if by_words else None
        self._count = len(askeds)

    def likeness(self, asked: Asked, vector: Vectors | None, without: int | None = None) -> float:
        """0..1, to the nearest phrase; `without`: the place of a phrase that does not count."""
        if not self._count:
            return 0.0
        if self._words is None or self._letters is None:
            if self._vectors is None or vector is None:
                return 0.0
            scores = self._vectors @ vector
        else:
            words = self._words.passages.score(self._words.query(word_grams(asked)))
            letters = self._letters.passages.score(self._letters.query(character_grams(asked)))
            scores = (words + letters) / 2
        if without is not None:
            scores[without] = 0.0
        return float(scores.max())


class Leaning:
    """The straight line between our phrasings and off-topic ones: above 0 a question leans to our side.

    Ridge regression to +1 and -1, each side counting as much as the other.
    """

    def __init__(self, ours: Vectors, strange: Vectors, ridge: float = 3e-3) -> None:
        self._line = np.zeros(ours.shape[1] + 1)
        if len(ours) and len(strange):
            pull = ours.mean(axis=0) - strange.mean(axis=0)
            spread = _second_moment(ours) + _second_moment(strange) + ridge * np.eye(len(self._line))
            self._line = np.linalg.solve(spread, np.append(pull, 0.0).astype(np.float64))

    @staticmethod
    def nowhere() -> Leaning:
        """Leans to neither side: what is used without a sentence model."""
        return Leaning(np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32))

    def of(self, vector: Vectors | None) -> float:
        """About -1..1; 0 without a vector."""
        return 0.0 if vector is None else float(vector @ self._line[:-1] + self._line[-1])


def _second_moment(vectors: Vectors) -> np.ndarray:
    rows = np.c_[vectors, np.ones(len(vectors), np.float32)]
    moment: np.ndarray = (rows.T @ rows).astype(np.float64) / len(rows)
    return moment
