"""Finds the reviewed entry a question is about, and knows when there is none. Pure: no database, no network, no clock.

Built once for a knowledge base and immutable afterwards (but for its memory of questions asked before); safe to share
between threads. Danger and identifiers are looked for elsewhere, and first.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np

from bot.answers import text as words_of
from bot.answers.cache import Encodes, cached_vectors
from bot.answers.confidence import Judge, nearness
from bot.answers.encoder import Encoder, Progress, Vectors
from bot.answers.passages import Passage, asked_places, passages_of
from bot.answers.ranking import Candidate, Ranking
from bot.answers.scoring import Features, Scorer
from bot.answers.skills import SkillFinder, SkillFound, SkillMeanings, skill_examples
from bot.answers.spelling import Speller
from bot.answers.strangers import Leaning, Strangers
from bot.answers.threads import Split, is_follow_up, split_question
from bot.answers.wording import Asked, Wording
from bot.content.entry import Entry
from bot.content.finding import SearchLists

__all__ = ["Candidate", "Index", "Ranking", "SkillFound"]
MOST_CANDIDATES = 10
MOST_REMEMBERED = 4_096
# what a tie is worth: less than one aimed phrasing, enough to put a nurse's card before a teacher's
AUDIENCE_BONUS = 0.6


@dataclass(frozen=True)
class _Pull:
    """How much the subject of a thread counts: its title's share of the question, and what it and its related gain."""

    title: float
    subject: float
    related: float


# a follow-up ("and if she is 16?") hangs on the subject; any other question in the thread only leans to it
FOLLOW_UP = _Pull(title=0.4, subject=1.5, related=2.5)
SAME_THREAD = _Pull(title=0.2, subject=1.0, related=0.5)


class Index:
    """Ask it with `search`. Make it with `Index.build`."""

    def __init__(
        self,
        entries: Sequence[Entry],
        wording: Wording,
        scorer: Scorer,
        passages: Sequence[Passage],
        judge: Judge,
        encode: Callable[[str], Vectors] | None,
        strangers: Strangers,
        leaning: Leaning,
        skills: SkillFinder,
    ) -> None:
        self._entries = tuple(entries)
        self._places = {entry.id: place for place, entry in enumerate(self._entries)}
        self._wording, self._scorer, self._passages, self._judge = wording, scorer, passages, judge
        self._encode, self._skills = encode, skills
        self._strangers, self._leaning = strangers, leaning
        self._remembered: OrderedDict[tuple[str, frozenset[str], str | None], Ranking] = OrderedDict()
        self._no_bonus = np.zeros(len(self._entries))
        self._lock = Lock()

    @staticmethod
    def build(
        entries: Iterable[Entry] | Mapping[str, Entry],
        lists: SearchLists,
        encoder: Encoder | None = None,
        cache: Path | None = None,
        progress: Progress | None = None,
    ) -> Index:
        """`cache`: a folder for sentence vectors (cold 139 entries take some 10 s of CPU, warm well under one)."""
        return _build(list(entries.values() if isinstance(entries, Mapping) else entries), lists, encoder, cache, progress)

    @property
    def uses_meaning(self) -> bool:
        """False when the sentence model is missing and only words are compared."""
        return self._encode is not None

    def search(self, question: str, *, audience: frozenset[str] = frozenset(), subject: str | None = None) -> Ranking:
        """Ranks the entries for a question. `subject` is the entry answered before in the same thread, if any."""
        key = (words_of.asked_before_key(question), audience, subject)
        with self._lock:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return self._remembered[key]
        ranking = self._search(key[0], audience, subject if subject in self._places else None)
        with self._lock:
            self._remembered[key] = ranking
            while len(self._remembered) > MOST_REMEMBERED:
                self._remembered.popitem(last=False)
        return ranking

    def find_skill(self, text: str) -> SkillFound | None:
        """What the assistant is asked to do; None when it is a question, which `search` is for."""
        return self._skills.find(text)

    def _search(self, question: str, audience: frozenset[str], subject: str | None) -> Ranking:
        asked = self._wording.question(question)
        if asked.is_empty or not self._entries:
            return Ranking()
        if subject is not None and is_follow_up(asked.words):
            return self._in_thread(question, asked, audience, subject, FOLLOW_UP)
        parts = split_question(question)
        if subject is not None and not parts:
            return self._in_thread(question, asked, audience, subject, SAME_THREAD)
        whole = self._rank(asked, audience)
        return self._several(whole, parts, audience) if parts else whole

    def _rank(self, asked: Asked, audience: frozenset[str]) -> Ranking:
        vector = self._vector(asked)
        features, best = self._scorer.features(asked, vector)
        totals = self._judge.totals(features) + self._audience_bonus(audience)
        return self._ranking(asked, totals, features, best, vector)

    def _in_thread(self, question: str, asked: Asked, audience: frozenset[str], subject: str, pull: _Pull) -> Ranking:
        entry = self._entries[self._places[subject]]
        with_subject = self._wording.question(f"{entry.title} {question}")
        vector = self._vector(asked)
        features, best = self._scorer.features(asked, vector)
        wider, _ = self._scorer.features(with_subject, self._vector(with_subject))
        mixed: Features = (1 - pull.title) * features + pull.title * wider
        totals = self._judge.totals(mixed) + self._audience_bonus(audience)
        totals[self._places[subject]] += pull.subject
        for related in set(entry.related) & self._places.keys():
            totals[self._places[related]] += pull.related
        return self._ranking(asked, totals, mixed, best, vector)

    def _several(self, whole: Ranking, parts: Split, audience: frozenset[str]) -> Ranking:
        """Each part sure of its own, different entry: all are answered, the safest first."""
        found = [self._rank(self._wording.question(part), audience) for part in parts]
        ids = list(dict.fromkeys(ranking.candidates[0].id for ranking in found if ranking.verdict == "sure"))
        if len(ids) < 2 or any(ranking.verdict != "sure" for ranking in found):
            return whole
        order = {"safety": 0, "legal": 1, "standard": 2}
        several = sorted(ids, key=lambda found_id: order[self._entries[self._places[found_id]].tier])
        firsts = {ranking.candidates[0].id: ranking.candidates[0] for ranking in found}
        others = [candidate for candidate in whole.candidates if candidate.id not in firsts]
        candidates = (*(firsts[found_id] for found_id in several), *others)[:MOST_CANDIDATES]
        confidence = min(ranking.confidence for ranking in found)
        return Ranking(candidates, "sure", confidence, tuple(several), whole.is_spanish)

    def _ranking(self, asked: Asked, totals: np.ndarray, features: Features, best: np.ndarray, vector: Vectors | None) -> Ranking:
        strangeness = self._strangers.likeness(asked, vector) - nearness(features, int(totals.argmax()))
        belief = self._judge.believe(totals, features, strangeness, self._leaning.of(vector))
        order = np.argsort(-totals, kind="stable")[:MOST_CANDIDATES]
        candidates = tuple(self._candidate(int(place), totals, belief.shares, best) for place in order)
        return Ranking(candidates, self._judge.verdict(belief), belief.confidence, (), asked.is_spanish)

    def _candidate(self, place: int, totals: np.ndarray, shares: np.ndarray, best: np.ndarray) -> Candidate:
        entry, passage = self._entries[place], self._passages[int(best[place])]
        return Candidate(
            entry.id, entry.title, float(totals[place]), float(shares[place]), passage.kind, passage.part,
            entry.tier == "safety",
        )  # fmt: skip

    def _audience_bonus(self, audience: frozenset[str]) -> np.ndarray:
        if not audience:
            return self._no_bonus
        return np.array([AUDIENCE_BONUS * bool(audience.intersection(entry.audience)) for entry in self._entries])

    def _vector(self, asked: Asked) -> Vectors | None:
        return None if self._encode is None else self._encode(asked.sentence)


def _build(
    entries: list[Entry], lists: SearchLists, encoder: Encoder | None, cache: Path | None, progress: Progress | None
) -> Index:
    passages = passages_of(entries)
    wording = make_wording(passages, lists, encoder)
    askeds = [wording.phrasing(passage.text, passage.kind == "spanish") for passage in passages]
    strange = [wording.question(phrase) for phrase in lists.off_topic_phrases]
    vectors = strange_vectors = meanings = None
    leaning = Leaning.nowhere()
    encode = _remembering(encoder) if encoder is not None else None
    if encoder is not None and encode is not None:
        requests = [wording.question(phrase) for phrase in (*skill_examples(lists.skills), *lists.skills.only_asked)]
        sentences = [asked.sentence for asked in (*askeds, *strange, *requests)]
        everything = cached_vectors(sentences, encoder, cache, progress)
        vectors, rest = everything[: len(askeds)], everything[len(askeds) :]
        strange_vectors, rest = rest[: len(strange)], rest[len(strange) :]
        examples = len(requests) - len(lists.skills.only_asked)
        meanings = SkillMeanings(rest[:examples], rest[examples:], lambda typed: encode(wording.question(typed).sentence))
        leaning = Leaning(vectors[asked_places(passages)], strange_vectors)
    judge = Judge(lists.calibration.meaning if encoder is not None else lists.calibration.words)
    scorer = Scorer(passages, askeds, vectors, len(entries), judge.used)
    strangers = Strangers(strange, strange_vectors)
    skills = SkillFinder(lists.skills, wording.known, meanings)
    return Index(entries, wording, scorer, passages, judge, encode, strangers, leaning, skills)


def _remembering(encoder: Encodes) -> Callable[[str], Vectors]:
    """Encodes one sentence, and knows the last few: a message is looked at for skills and for answers."""

    @lru_cache(maxsize=64)
    def encode(sentence: str) -> Vectors:
        vector: Vectors = encoder.encode([sentence])[0]
        return vector

    return encode


def make_wording(passages: Sequence[Passage], lists: SearchLists, encoder: Encoder | None) -> Wording:
    """The wording for a set of passages: their words are what a typing mistake is mended to."""
    counts: Counter[str] = Counter()
    for passage in passages:
        if passage.kind != "spanish":
            counts.update(words_of.curated(passage.text))
    for said, means in lists.synonyms.means.items():
        counts.update(set(words_of.tokens(" ".join((said, *means)))))
    real_words = encoder.known_words() if encoder is not None else frozenset()
    return Wording(lists.synonyms, lists.spanish, Speller(counts, real_words), frozenset(counts))
