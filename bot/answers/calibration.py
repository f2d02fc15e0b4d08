"""Learns from the content alone when to be sure: what the search would have said had a phrasing not been written.

Run by hand (`taskforce eval --fit`), never at a start: the few numbers it finds live in knowledge/calibration.yaml.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.answers.cache import Encodes, cached_vectors
from bot.answers.confidence import CLUES, Judge, clues, nearness, softmax
from bot.answers.encoder import Encoder, Vectors
from bot.answers.index import make_wording
from bot.answers.passages import Passage, asked_places, passages_of
from bot.answers.scoring import Features, Scorer
from bot.answers.strangers import Leaning, Strangers
from bot.answers.wording import Asked
from bot.content.entry import Entry
from bot.content.finding import Calibration, Fit, SearchLists

FOLDS = 5
# leave-phrasing-out asks harder questions than people do, and leave-entry-out takes related entries for strangers
WRONG_FIRST_WEIGHT = 0.0
MISSING_ENTRY_WEIGHT = 0.05
OFF_TOPIC_WEIGHT = 3.0
# the share of off-topic phrases that may be answered, may be offered as "one of these?", and that must be named off topic
SURE_OFF_TOPIC = 0.04
CLOSE_OFF_TOPIC = 0.08
NAMED_OFF_TOPIC = 0.85
# of our own phrasings at most this share may be called off topic
LOST_ON_TOPIC = 0.03
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """One pretended question. `right` is None when no entry answers it."""

    totals: Floats
    features: Features
    strangeness: float
    leaning: float
    right: int | None
    weight: float


def fit(
    entries: Sequence[Entry], lists: SearchLists, encoder: Encoder | None, cache: Path | None = None,
    report: Callable[[str], None] | None = None,
) -> Calibration:  # fmt: skip
    """Both ways of searching, fitted. Without a sentence model the numbers of `meaning` stay as they are."""
    old = lists.calibration
    words = _fit_one(old.words, list(samples(entries, lists, old.words, None, cache)), report)
    if encoder is None:
        return Calibration(meaning=old.meaning, words=words)
    meaning = _fit_one(old.meaning, list(samples(entries, lists, old.meaning, encoder, cache)), report)
    return Calibration(meaning=meaning, words=words)


def samples(
    entries: Sequence[Entry], lists: SearchLists, start: Fit, encoder: Encoder | None, cache: Path | None
) -> Iterator[Sample]:
    """Phrasings left out, whole entries left out, and off-topic phrases, each as the search would have met it."""
    passages = passages_of(entries)
    wording = make_wording(passages, lists, encoder)
    askeds = [wording.phrasing(passage.text, passage.kind == "spanish") for passage in passages]
    strange = [wording.question(phrase) for phrase in lists.off_topic_phrases]
    vectors, strangers = _vectors(askeds, strange, encoder, cache)
    judge = Judge(start)
    everything = Scorer(passages, askeds, vectors, len(entries), judge.used)
    for fold in range(FOLDS):
        kept = [place for place in range(len(passages)) if _fold(passages[place], place) != fold]
        scorer = Scorer(
            [passages[place] for place in kept], [askeds[place] for place in kept],
            vectors[kept] if vectors is not None else None, len(entries), judge.used,
        )  # fmt: skip
        leaning = _leaning(passages, vectors, strangers, fold)
        make = _Maker(judge, Strangers(strange, strangers), leaning)
        for place, passage in enumerate(passages):
            if _fold(passage, place) == fold:
                vector = vectors[place] if vectors is not None else None
                yield make.sample(scorer, askeds[place], vector, right=passage.entry, weight=1.0)
                yield make.sample(everything, askeds[place], vector, without=passage.entry, weight=MISSING_ENTRY_WEIGHT)
        for place, asked in enumerate(strange):
            if place % FOLDS == fold and not asked.is_empty:
                vector = strangers[place] if strangers is not None else None
                yield make.sample(everything, asked, vector, weight=OFF_TOPIC_WEIGHT, itself=place)


def _leaning(passages: Sequence[Passage], vectors: Vectors | None, strangers: Vectors | None, without: int) -> Leaning:
    """The line as it would be without one fold of our phrasings and of the off-topic ones."""
    if vectors is None or strangers is None:
        return Leaning.nowhere()
    ours = [place for place in asked_places(passages) if _fold(passages[place], place) != without]
    strange = [place for place in range(len(strangers)) if place % FOLDS != without]
    return Leaning(vectors[ours], strangers[strange])


@dataclass(frozen=True)
class _Maker:
    judge: Judge
    strangers: Strangers
    leaning: Leaning

    def sample(
        self, scorer: Scorer, asked: Asked, vector: Vectors | None, *, weight: float, right: int | None = None,
        without: int | None = None, itself: int | None = None,
    ) -> Sample:  # fmt: skip
        features, _ = scorer.features(asked, vector)
        if without is not None:
            features = np.delete(features, without, axis=0)
        totals = self.judge.totals(features)
        likeness = self.strangers.likeness(asked, vector, itself)
        strangeness = likeness - nearness(features, int(totals.argmax()))
        return Sample(totals, features, strangeness, self.leaning.of(vector), right, weight)


def _fit_one(start: Fit, found: Sequence[Sample], report: Callable[[str], None] | None) -> Fit:
    temperature = _temperature([sample for sample in found if sample.right is not None])
    rows = np.array([_clues(sample, temperature) for sample in found])
    right = np.array([sample.right is not None and int(sample.totals.argmax()) == sample.right for sample in found])
    ours = np.array([sample.right is not None for sample in found])
    weights = np.array([sample.weight for sample in found])
    weights[ours & ~right] *= WRONG_FIRST_WEIGHT
    coefficients = logistic(rows, right.astype(np.float64), weights)
    confidence = 1 / (1 + np.exp(-np.clip(rows @ coefficients, -30, 30)))
    off_topic = confidence[weights == OFF_TOPIC_WEIGHT]
    sure = _at_least(off_topic, SURE_OFF_TOPIC)
    close = min(_at_least(off_topic, CLOSE_OFF_TOPIC), sure)
    on_topic = min(float(np.quantile(confidence[ours], LOST_ON_TOPIC)), _at_least(off_topic, 1 - NAMED_OFF_TOPIC), close)
    if report is not None:
        answered = confidence >= sure
        report(
            f"sure: {answered[ours].mean():.1%} of our own phrasings left out, {right[answered & ours].mean():.1%} of those "
            f"right; {(off_topic >= sure).mean():.1%} of off-topic phrases; "
            f"called off topic: {(off_topic < on_topic).mean():.1%} of those, {(confidence[ours] < on_topic).mean():.1%} of ours"
        )
    return Fit(
        weights=start.weights, temperature=temperature,
        confidence={name: float(value) for name, value in zip(CLUES, coefficients, strict=True)},
        sure=_inside(sure), close=_inside(close), on_topic=_inside(on_topic),
    )  # fmt: skip


def logistic(rows: Floats, labels: Floats, weights: Floats, ridge: float = 1.0) -> Floats:
    """Weighted logistic regression by Newton's method, with a small ridge on all but the constant."""
    coefficients = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(rows @ coefficients, -30, 30)))
        slope = rows.T @ (weights * (labels - chance)) - penalty * coefficients
        bend = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        coefficients += step
        if np.abs(step).max() < 1e-7:
            break
    result: Floats = coefficients
    return result


def _temperature(found: Sequence[Sample]) -> float:
    """The one number that makes shares honest: least log loss over left-out phrasings, by golden section."""

    def loss(logarithm: float) -> float:
        chances = (float(softmax(sample.totals * math.exp(logarithm))[sample.right or 0]) for sample in found)
        return -sum(math.log(max(chance, 1e-9)) for chance in chances)

    low, high, ratio = math.log(0.05), math.log(20.0), (math.sqrt(5) - 1) / 2
    for _ in range(24):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, right) if loss(left) < loss(right) else (left, high)
    return math.exp((low + high) / 2)


def _clues(sample: Sample, temperature: float) -> Floats:
    shares = softmax(sample.totals * temperature)
    return clues(shares, sample.features, int(sample.totals.argmax()), sample.strangeness, sample.leaning)


def _at_least(confidences: Floats, share: float) -> float:
    """The threshold that only this share of the confidences reaches."""
    return float(np.quantile(confidences, 1 - share)) + 1e-6 if len(confidences) else 0.5


def _inside(chance: float) -> float:
    return min(max(chance, 0.001), 0.999)


def _fold(passage: Passage, place: int) -> int | None:
    return place * 7919 % FOLDS if passage.kind in ("phrasing", "question") else None


def _vectors(
    askeds: Sequence[Asked], strange: Sequence[Asked], encoder: Encodes | None, cache: Path | None
) -> tuple[Vectors | None, Vectors | None]:
    if encoder is None:
        return None, None
    everything = cached_vectors([asked.sentence for asked in (*askeds, *strange)], encoder, cache)
    return everything[: len(askeds)], everything[len(askeds) :]
