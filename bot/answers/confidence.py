"""From likenesses to belief: which entry, how sure, and what to call it. All numbers come from the calibration."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.answers.ranking import Verdict
from bot.answers.scoring import FEATURES, Features
from bot.content.finding import Fit

# what the belief in the first candidate is judged by; the fitted weights are in knowledge/calibration.yaml
CLUES = (
    "always", "lead", "meaning-few", "meaning-middle", "words-best", "words-entry", "letters-best", "share-of-words",
    "strangeness",
    "leaning",
)  # fmt: skip
# a second entry with more than this share of the first one's belief is shown beside it
RIVAL = 0.55


@dataclass(frozen=True, slots=True)
class Belief:
    """`shares` sum to 1 over all entries; `confidence` is the chance that the first is right and the question ours."""

    shares: npt.NDArray[np.float64]
    confidence: float


class Judge:
    """Applies one Fit. Immutable."""

    def __init__(self, fit: Fit) -> None:
        self._fit = fit
        self._weights = np.array([fit.weights.get(name, 0.0) for name in FEATURES], np.float32)
        self.used = frozenset(name for name, weight in fit.weights.items() if weight)
        self._clues = np.array([fit.confidence.get(name, 0.0) for name in CLUES])

    def totals(self, features: Features) -> npt.NDArray[np.float64]:
        totals: npt.NDArray[np.float64] = (features @ self._weights).astype(np.float64)
        return totals

    def believe(self, totals: npt.NDArray[np.float64], features: Features, strangeness: float, leaning: float) -> Belief:
        """`strangeness`: how much nearer the question is to an off-topic phrase than to the first entry (may be < 0).

        `leaning`: to which side of the line between our phrasings and off-topic ones it falls.
        """
        shares = softmax(totals * self._fit.temperature)
        logit = float(self._clues @ clues(shares, features, int(totals.argmax()), strangeness, leaning))
        return Belief(shares, 1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))))

    def verdict(self, belief: Belief) -> Verdict:
        first, second = (*np.sort(belief.shares)[::-1][:2], 0.0)[:2]
        if belief.confidence >= self._fit.sure:
            return "sure" if second < RIVAL * first else "close"
        if belief.confidence >= self._fit.close and first + second >= 0.7:
            return "close"
        return "unsure" if belief.confidence >= self._fit.on_topic else "off-topic"


def softmax(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    raised = np.exp(values - values.max(initial=0.0))
    shares: npt.NDArray[np.float64] = raised / raised.sum()
    return shares


def nearness(features: Features, first: int) -> float:
    """How near the first entry's best passages are, on the scale that off-topic phrases are compared on."""
    row = dict(zip(FEATURES, features[first].tolist(), strict=True))
    return float(row["meaning-best"] or (row["words-best"] + row["letters-best"]) / 2)


def clues(
    shares: npt.NDArray[np.float64], features: Features, first: int, strangeness: float, leaning: float
) -> npt.NDArray[np.float64]:
    """The values of CLUES, in order."""
    share = min(max(float(shares[first]), 1e-4), 1 - 1e-4)
    row = {name: float(value) for name, value in zip(FEATURES, features[first], strict=True)}
    row |= {"always": 1.0, "lead": math.log(share / (1 - share)), "strangeness": strangeness}
    row["leaning"] = leaning
    return np.array([row[name] for name in CLUES])
