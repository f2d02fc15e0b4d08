"""What the search hands back: candidates in order, and how sure it is. Numbers stay inside; people see the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.answers.passages import PassageKind

Verdict = Literal["sure", "close", "unsure", "off-topic"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry that may answer. `confidence` 0..1 is its share of the belief; `part` the fact or step that fits best."""

    id: str
    title: str
    score: float
    confidence: float
    passage: PassageKind
    part: int | None = None
    is_safety: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """`confidence` 0..1: how likely the first candidate is right. `several`: entries to answer one after the other,
    the safest first, when the question was about several things."""

    candidates: tuple[Candidate, ...] = ()
    verdict: Verdict = "off-topic"
    confidence: float = 0.0
    several: tuple[str, ...] = ()
    is_spanish: bool = False

    @property
    def first(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None

    @property
    def is_off_topic(self) -> bool:
        return self.verdict == "off-topic"

    def as_list(self, most: int = 3) -> tuple[Candidate, ...]:
        """The nearest few as people should see them in a list: safety entries on top (R54), else by likeness."""
        return tuple(sorted(self.candidates[:most], key=lambda candidate: not candidate.is_safety))
