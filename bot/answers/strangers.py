"""Off-topic phrases the search knows by sight: how much nearer a question is to one of them than to our entries."""

from __future__ import annotations

from collections.abc import Sequence

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
