"""Do phrasings lead home? What `taskforce check --finding` says, measured with the search itself.

So this is no part of `bot.content.check`, which knows nothing but files.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.answers.cache import cached_vectors
from bot.answers.confidence import Judge
from bot.answers.encoder import Encoder
from bot.answers.index import make_wording
from bot.answers.passages import passages_of
from bot.answers.scoring import Scorer
from bot.content.check import questions_of
from bot.content.entry import Entry
from bot.content.finding import SearchLists
from bot.content.library import Library
from bot.problems import Problem

ASKED = frozenset({"phrasing", "question", "spanish"})
# a phrasing further than this (cosine) from all that other entries say was never seen to find one of them
NEAR_ANOTHER = 0.6
# leaving out is a matter of shares: so many phrasings are enough, and an eighth of them is out at a time
ENOUGH = 6_000
FOLDS = 8
# two entries are too alike when this share of the phrasings of both, left out, leads to the other one
TOO_ALIKE = 0.15
MOST_EXAMPLES = 2


@dataclass(frozen=True)
class Strayed:
    """A phrasing of the entry `home` that finds `found` first."""

    home: str
    found: str
    text: str


def finding_problems(library: Library, lists: SearchLists, encoder: Encoder | None, cache: Path | None) -> list[Problem]:
    """Phrasings that find another entry, and pairs of entries too alike to tell apart. All are warnings."""
    bench = Bench(list(library.entries.values()), lists, encoder, cache)
    asked, strayed = bench.left_out()
    return sorted({*_phrasings(library, list(bench.as_written())), *_pairs(library, asked, strayed)})


class Bench:
    """The search over a set of entries, ready to be asked their own phrasings."""

    def __init__(
        self, entries: Sequence[Entry], lists: SearchLists, encoder: Encoder | None, cache: Path | None
    ) -> None:
        self._entries = entries
        self._passages = passages_of(entries)
        wording = make_wording(self._passages, lists, encoder)
        self._askeds = [wording.phrasing(passage.text, passage.kind == "spanish") for passage in self._passages]
        sentences = [asked.sentence for asked in self._askeds]
        # the off-topic phrases take part, so that the cache file stays the one the assistant uses
        strange = [wording.question(phrase).sentence for phrase in lists.off_topic_phrases]
        self._vectors = cached_vectors([*sentences, *strange], encoder, cache)[: len(sentences)] if encoder else None
        self._judge = Judge(lists.calibration.meaning if encoder is not None else lists.calibration.words)
        self._places = [place for place, passage in enumerate(self._passages) if passage.kind in ASKED]

    def as_written(self) -> Iterator[Strayed]:
        """Phrasings that find another entry even though they stand in their own."""
        yield from self._strayed(range(len(self._passages)), self._near_another())

    def left_out(self) -> tuple[Counter[str], list[Strayed]]:
        """How many phrasings of each entry were asked, and which would find another entry had nobody written them down."""
        # shuffled, always alike, so that like phrasings of two entries are not left out together
        sample = [int(place) for place in np.random.default_rng(0).permutation(self._places)[:ENOUGH]]
        found: list[Strayed] = []
        for fold in range(FOLDS):
            out = set(sample[fold::FOLDS])
            found += self._strayed([place for place in range(len(self._passages)) if place not in out], sorted(out))
        return Counter(self._entries[self._passages[place].entry].id for place in sample), found

    def _near_another(self) -> list[int]:
        """The phrasings worth asking: the others stand in their own entry and far from every other one."""
        if self._vectors is None:
            return self._places
        owners = np.array([passage.entry for passage in self._passages])
        likeness = self._vectors[self._places] @ self._vectors.T
        likeness[owners[self._places][:, None] == owners[None, :]] = -1
        return [place for place, near in zip(self._places, likeness.max(axis=1), strict=True) if near >= NEAR_ANOTHER]

    def _strayed(self, kept: Sequence[int], asked_now: Sequence[int]) -> Iterator[Strayed]:
        vectors = self._vectors
        scorer = Scorer(
            [self._passages[place] for place in kept], [self._askeds[place] for place in kept],
            vectors[list(kept)] if vectors is not None else None, len(self._entries), self._judge.used,
        )  # fmt: skip
        for place in asked_now:
            features, _ = scorer.features(self._askeds[place], vectors[place] if vectors is not None else None)
            first, home = int(np.argmax(self._judge.totals(features))), self._passages[place].entry
            if first != home:
                yield Strayed(self._entries[home].id, self._entries[first].id, self._passages[place].text)


def _phrasings(library: Library, strayed: Sequence[Strayed]) -> Iterator[Problem]:
    for item in strayed:
        entry, source = library.entries[item.home], library.sources[f"Entry:{item.home}"]
        path = next((path for path, text in questions_of(entry) if text == item.text), ())
        what = f"“{item.text}” finds {item.found}."
        yield source.problem(path, what, "Move it there, or say in it what makes it this entry's.", "warning")


def _pairs(library: Library, asked: Counter[str], strayed: Sequence[Strayed]) -> Iterator[Problem]:
    crossed: defaultdict[tuple[str, str], list[Strayed]] = defaultdict(list)
    for item in strayed:
        crossed[(min(item.home, item.found), max(item.home, item.found))].append(item)
    for (first, second), items in crossed.items():
        share = len(items) / (asked[first] + asked[second])
        if share > TOO_ALIKE:
            source = library.sources[f"Entry:{first}"]
            examples = "; ".join(f"“{item.text}”" for item in items[:MOST_EXAMPLES])
            what = f"too like {second}: {share:.0%} of their phrasings, left out, lead to the other, such as {examples}."
            yield source.problem((), what, "Give each its own words, or make one entry of the two.", "warning")
