"""Our search side by side with what a user would pick instead, on the same unseen questions, in one run.

Counts only: the unseen questions themselves are never printed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bot.answers.encoder import load_encoder
from bot.answers.index import Index
from bot.content.entry import Entry
from bot.content.finding import read_search_lists
from bot.content.library import load
from tests.bench.rivals import Finder, Phrase, full_text_search, nearest_meaning, tfidf, wratio

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "tests" / "questions"
SETS = {"clean": "answers-*.yaml", "typos": "answers-*.yaml", "Spanish": "spanish.yaml"}


def run() -> list[str]:
    """The table: share right first and in the first three on each set, and milliseconds a question."""
    return list(_lines())


def _lines() -> Iterator[str]:
    entries = load(ROOT).entries
    sets = {name: _questions(name) for name in SETS}
    counts = ", ".join(f"{len(rows)} {name}" for name, rows in sets.items())
    yield f"{len(entries)} entries, {len(_phrases(entries.values()))} phrasings; questions: {counts}"
    yield f"{'':34}" + "".join(f"{name + ' 1st/3':>16}" for name in sets) + f"{'ms p50':>10}{'p99':>8}"
    for name, finder in _methods(entries):
        yield _line(name, finder, sets)


def _methods(entries: Any) -> Iterator[tuple[str, Finder]]:
    phrases = _phrases(entries.values())
    yield "rapidfuzz WRatio", wratio(phrases)
    yield "SQLite FTS5 BM25", full_text_search(phrases)
    yield "TF-IDF cosine", tfidf(phrases)
    lists, encoder = read_search_lists(ROOT / "knowledge"), load_encoder()
    if encoder is not None:
        yield "MiniLM alone, nearest phrasing", nearest_meaning(phrases, encoder)
    yield "ours, words only", _ours(Index.build(entries, lists))
    if encoder is not None:
        ours = Index.build(entries, lists, encoder, ROOT / "var" / "cache")
        yield "ours", _ours(ours)
        yield "ours, asked before", _ours(ours)


def _ours(index: Index) -> Finder:
    return lambda question: [candidate.id for candidate in index.search(question).candidates[:3]]


def _line(name: str, finder: Finder, sets: dict[str, list[dict[str, Any]]]) -> str:
    took: list[float] = []
    shares = []
    for rows in sets.values():
        first = three = 0
        for row in rows:
            started = time.perf_counter()
            ids = finder(str(row["q"]))
            took.append(time.perf_counter() - started)
            wanted = {row["entry"], *(row.get("also") or ())}
            first += bool(ids) and ids[0] in wanted
            three += bool(wanted.intersection(ids[:3]))
        shares.append(f"{first / max(len(rows), 1):8.1%}{three / max(len(rows), 1):8.1%}")
    middle, slow = np.percentile(np.array(took) * 1000, [50, 99])
    return f"{name:34}{''.join(shares)}{middle:10.2f}{slow:8.2f}"


def _questions(name: str) -> list[dict[str, Any]]:
    rows = [row for path in sorted(QUESTIONS.glob(SETS[name])) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    if name == "Spanish":
        return rows
    return [row for row in rows if (row.get("style") == "typo") == (name == "typos")]


def _phrases(entries: Sequence[Entry] | Any) -> list[Phrase]:
    return [
        Phrase(entry.id, text)
        for entry in entries
        for text in (
            entry.title,
            *entry.asked_as,
            *entry.asked_in_spanish,
            *(asked for said in entry.said() for asked in said.asked),
        )
    ]


if __name__ == "__main__":
    for line in run():
        print(line, flush=True)
