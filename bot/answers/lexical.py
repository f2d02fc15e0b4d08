"""Likeness of words: TF-IDF cosines of character and word n-grams, and BM25, on inverted lists with numpy alone.

Documents are passages (one phrasing, one fact) or whole entries; who they belong to is the caller's matter.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from bot.answers import text as words_of
from bot.answers.wording import Asked

Scores = npt.NDArray[np.float32]
Bag = Mapping[str, float]
# Robertson and Zaragoza 2009, the usual middle values
K1 = 1.2
B = 0.75


def character_grams(asked: Asked) -> dict[str, float]:
    """2- to 4-grams of each word with its edges marked; meanings of abbreviations count as words do."""
    bag: dict[str, float] = {}
    for word, weight in asked.weights:
        edged = f" {word} "
        for size in (2, 3, 4):
            for start in range(len(edged) - size + 1):
                gram = edged[start : start + size]
                bag[gram] = bag.get(gram, 0.0) + weight
    return bag


def word_grams(asked: Asked) -> dict[str, float]:
    """Stems, and pairs of neighboring stems."""
    bag = stem_bag(asked)
    row = words_of.stems(asked.words)
    for first, second in pairwise(row):
        pair = f"{first} {second}"
        bag[pair] = bag.get(pair, 0.0) + 1.0
    return bag


def stem_bag(asked: Asked) -> dict[str, float]:
    bag: dict[str, float] = {}
    for word, weight in asked.weights:
        stemmed = words_of.stem(word)
        bag[stemmed] = bag.get(stemmed, 0.0) + weight
    return bag


class InvertedLists:
    """For every feature the documents that have it and its weight there; scoring is one weighted count."""

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        features = {feature: place for place, feature in enumerate(dict.fromkeys(key for row in rows for key in row))}
        lengths = np.zeros(len(features) + 1, np.int64)
        for row in rows:
            for feature in row:
                lengths[features[feature] + 1] += 1
        self._starts = np.cumsum(lengths).tolist()
        self._documents = np.zeros(self._starts[-1], np.int32)
        self._weights = np.zeros(self._starts[-1], np.float32)
        filled = self._starts[:-1].copy()
        for document, row in enumerate(rows):
            for feature, weight in row.items():
                place = features[feature]
                self._documents[filled[place]] = document
                self._weights[filled[place]] = weight
                filled[place] += 1
        self._features = features
        self._size = len(rows)

    def score(self, query: Mapping[str, float]) -> Scores:
        """Sum over shared features of query weight times document weight, one number a document."""
        documents, weights = [], []
        for feature, weight in query.items():
            place = self._features.get(feature)
            if place is not None:
                start, end = self._starts[place], self._starts[place + 1]
                documents.append(self._documents[start:end])
                weights.append(self._weights[start:end] * np.float32(weight))
        if not documents:
            return np.zeros(self._size, np.float32)
        counted = np.bincount(np.concatenate(documents), np.concatenate(weights), self._size)
        return counted.astype(np.float32)


class Cosine:
    """TF-IDF with 1 + log tf. A query's unseen features stretch its length as if they were half as rare as the rarest."""

    def __init__(self, bags: Sequence[Bag], owners: Sequence[int], entries: int) -> None:
        seen: dict[str, int] = {}
        for bag in bags:
            for feature in bag:
                seen[feature] = seen.get(feature, 0) + 1
        self._idf = {feature: math.log((1 + len(bags)) / (1 + count)) + 1 for feature, count in seen.items()}
        self._unseen = 0.5 * max(self._idf.values(), default=1.0)
        rows = [self.query(bag) for bag in bags]
        self.passages = InvertedLists(rows)
        self.entries = InvertedLists([_unit(total) for total in _sums(rows, owners, entries)])

    def query(self, bag: Bag) -> dict[str, float]:
        return _unit(self._weigh(bag))

    def _weigh(self, bag: Bag) -> dict[str, float]:
        return {
            feature: (1 + math.log(count) if count >= 1 else count) * self._idf.get(feature, self._unseen)
            for feature, count in bag.items()
        }


class Okapi:
    """BM25 over whole entries, divided by the most this question could reach: 0..1, the share of it that is met."""

    def __init__(self, bags: Sequence[Bag], owners: Sequence[int], entries: int) -> None:
        documents = _sums(bags, owners, entries)
        seen: dict[str, int] = {}
        for document in documents:
            for word in document:
                seen[word] = seen.get(word, 0) + 1
        self._idf = {word: math.log(1 + (entries - count + 0.5) / (count + 0.5)) for word, count in seen.items()}
        self._unseen = max(self._idf.values(), default=1.0)
        lengths = [sum(document.values()) for document in documents]
        average = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
        self._lists = InvertedLists(
            [
                {word: tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average)) for word, tf in document.items()}
                for document, length in zip(documents, lengths, strict=True)
            ]
        )

    def score(self, bag: Bag, forgive_unseen: bool = False) -> Scores:
        """`forgive_unseen`: words no entry has are left out of the share, as in a question that had to be translated."""
        if forgive_unseen:
            bag = {word: weight for word, weight in bag.items() if word in self._idf}
        query = {word: weight * self._idf.get(word, self._unseen) for word, weight in bag.items()}
        most = sum(query.values()) * (K1 + 1)
        scores: Scores = self._lists.score(query) / np.float32(most or 1.0)
        return scores

    def rarity(self, word: str) -> float:
        """Inverse document frequency; a word no entry has is as rare as the rarest."""
        return self._idf.get(word, self._unseen)


def _sums(bags: Iterable[Bag], owners: Sequence[int], entries: int) -> list[dict[str, float]]:
    totals: list[dict[str, float]] = [{} for _ in range(entries)]
    for bag, owner in zip(bags, owners, strict=True):
        total = totals[owner]
        for feature, weight in bag.items():
            total[feature] = total.get(feature, 0.0) + weight
    return totals


def _unit(bag: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in bag.values()))
    return {feature: weight / length for feature, weight in bag.items()} if length else {}
