"""What a user would pick instead of our search, each over the same phrasings: built once, asked one question at a time."""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from bot.answers.encoder import Encoder

# a question -> the ids of the nearest entries, best first
Finder = Callable[[str], list[str]]
MOST = 3


@dataclass(frozen=True)
class Phrase:
    """One title or phrasing, and whose it is."""

    entry: str
    text: str


def wratio(phrases: Sequence[Phrase]) -> Finder:
    """rapidfuzz.fuzz.WRatio over every phrase, as most fuzzy look-ups are written."""
    texts = [phrase.text.lower() for phrase in phrases]

    def find(question: str) -> list[str]:
        scores = process.cdist([question.lower()], texts, scorer=fuzz.WRatio, workers=1)[0]
        return _best_entries(scores, phrases)

    return find


def full_text_search(phrases: Sequence[Phrase]) -> Finder:
    """SQLite FTS5 with its BM25, Porter stems, one document an entry, any of the words."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute("CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, words, tokenize='porter unicode61')")
    documents: dict[str, list[str]] = {}
    for phrase in phrases:
        documents.setdefault(phrase.entry, []).append(phrase.text)
    database.executemany("INSERT INTO entries VALUES (?, ?)", [(name, "\n".join(texts)) for name, texts in documents.items()])

    def find(question: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question.lower()))
        if not words:
            return []
        rows = database.execute("SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries) LIMIT ?", (words, MOST))
        return [str(row[0]) for row in rows]

    return find


def tfidf(phrases: Sequence[Phrase]) -> Finder:
    """Cosine of TF-IDF word vectors, nearest phrase, as in the usual notebook."""
    bags = [Counter(re.findall(r"\w+", phrase.text.lower())) for phrase in phrases]
    seen = Counter(word for bag in bags for word in bag)
    places = {word: place for place, word in enumerate(seen)}
    rarity = np.array([math.log((1 + len(bags)) / (1 + seen[word])) + 1 for word in places], np.float32)
    matrix = np.zeros((len(bags), len(places)), np.float32)
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            matrix[row, places[word]] = count * rarity[places[word]]
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)

    def find(question: str) -> list[str]:
        vector = np.zeros(len(places), np.float32)
        for word in re.findall(r"\w+", question.lower()):
            if word in places:
                vector[places[word]] += rarity[places[word]]
        return _best_entries(matrix @ vector, phrases)

    return find


def nearest_meaning(phrases: Sequence[Phrase], encoder: Encoder) -> Finder:
    """The sentence model alone: the nearest phrase by cosine."""
    matrix = encoder.encode([phrase.text for phrase in phrases])

    def find(question: str) -> list[str]:
        return _best_entries(matrix @ encoder.encode([question])[0], phrases)

    return find


def _best_entries(scores: np.ndarray, phrases: Sequence[Phrase]) -> list[str]:
    found: dict[str, None] = {}
    for place in np.argsort(-scores, kind="stable"):
        found.setdefault(phrases[int(place)].entry)
        if len(found) == MOST:
            break
    return list(found)
