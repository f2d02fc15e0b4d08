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
    "meaning-best", "meaning-few", "meaning-middle", "meaning-part",
    "letters-best", "letters-entry", "words-best", "words-entry", "share-of-words", "share-of-part",
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
        parts, part_owners = _parts(passages)
        self._entries = entries
        self._slots = _slots(owners, entries)
        self._spanish = np.array([passage.kind == "spanish" for passage in passages], bool)
        letters = bool(used & {"letters-best", "letters-entry"})
        self._letters = Cosine([character_grams(asked) for asked in askeds], owners, entries) if letters else None
        self._words = Cosine([word_grams(asked) for asked in askeds], owners, entries)
        stem_bags = [stem_bag(asked) for asked in askeds]
        self._okapi = Okapi(stem_bags, owners, entries)
        self._okapi_of_parts = Okapi(stem_bags, parts, len(part_owners))
        self._part_slots = _slots(part_owners, entries)
        self._vectors = vectors
        self._middles = self._part_middles = None
        if vectors is not None:
            asked_rows = np.array([passage.kind in ASKED_KINDS for passage in passages], bool) & ~self._spanish
            self._middles = _middles(vectors[asked_rows], np.array(owners)[asked_rows], entries)
            english = ~self._spanish
            self._part_middles = _middles(vectors[english], np.array(parts)[english], len(part_owners))

    def features(self, asked: Asked, vector: Vectors | None) -> tuple[Features, npt.NDArray[np.int64]]:
        """One row an entry in the order of FEATURES, and for each entry the place of its best passage."""
        words = self._words.query(word_grams(asked))
        word_likeness = self._words.passages.score(words)
        columns: dict[str, Scores] = {
            "words-best": _mean_of_best(self._grouped(word_likeness, asked.is_spanish), 2),
            "words-entry": self._words.entries.score(words),
            "share-of-words": self._okapi.score(stem_bag(asked), forgive_unseen=asked.is_spanish),
            "share-of-part": self._best_part(self._okapi_of_parts.score(stem_bag(asked), asked.is_spanish)),
        }
        likeness = word_likeness
        if self._letters is not None:
            letters = self._letters.query(character_grams(asked))
            letter_likeness = self._letters.passages.score(letters)
            columns["letters-best"] = _mean_of_best(self._grouped(letter_likeness, asked.is_spanish), 2)
            columns["letters-entry"] = self._letters.entries.score(letters)
            likeness = word_likeness + letter_likeness
        if vector is not None and self._vectors is not None and self._middles is not None and self._part_middles is not None:
            likeness = self._vectors @ vector
            grouped = self._grouped(likeness, asked.is_spanish)
            columns["meaning-best"], columns["meaning-few"] = grouped.max(axis=1), _mean_of_best(grouped, FEW)
            columns["meaning-middle"] = self._middles @ vector
            columns["meaning-part"] = self._best_part(self._part_middles @ vector)
        table = np.zeros((self._entries, len(FEATURES)), np.float32)
        for name, column in columns.items():
            table[:, FEATURES.index(name)] = column
        return table, self._best(likeness, asked.is_spanish)

    def rarity(self, word: str) -> float:
        return self._okapi.rarity(word)

    def _grouped(self, scores: Scores, is_spanish: bool) -> Scores:
        """One row an entry, padded; Spanish phrasings take part only in Spanish questions."""
        if not is_spanish:
            scores = np.where(self._spanish, _NONE, scores)
        grouped: Scores = np.append(scores, _NONE)[self._slots]
        return grouped

    def _best_part(self, scores: Scores) -> Scores:
        """Each entry's best part: its phrasings as a whole, one of its facts, or one of its steps."""
        best: Scores = np.append(scores, _NONE)[self._part_slots].max(axis=1)
        return best

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


def _parts(passages: Sequence[Passage]) -> tuple[list[int], list[int]]:
    """For each passage the number of its part, and for each part its entry; a fact and its questions are one part."""
    numbers: dict[tuple[int, int | None], int] = {}
    parts = [numbers.setdefault((passage.entry, passage.part), len(numbers)) for passage in passages]
    return parts, [entry for entry, _ in numbers]


def _middles(vectors: Vectors, owners: npt.NDArray[np.int64], count: int) -> Vectors:
    """The direction in the middle of each owner's vectors; zero where it has none."""
    totals = np.zeros((count, vectors.shape[1]), np.float32)
    np.add.at(totals, owners, vectors)
    lengths = np.linalg.norm(totals, axis=1, keepdims=True)
    middles: Vectors = totals / np.maximum(lengths, 1e-9)
    return middles
