"""A second ear: weighs all the words of a short message together, for cries that no row was written for.

Its weights were learned once from the labeled texts in tests/ (`python -m tests.bench.fit_ear`) and lie beside it as a
list: nothing is learned from what people type. It speaks only where the rows found nothing at all; what they found
and judged not to be happening stays judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import sqrt

from bot.answers.safety import frame_words, spanish_words, speaker_words, time_words
from bot.answers.safety.engine import CardName
from bot.answers.safety.english_words import PEOPLE, WORDS
from bot.answers.safety.idioms import without_idioms
from bot.answers.safety.sentences import Sentence

CARDS: tuple[CardName, CardName, CardName] = ("danger", "self-harm", "survivor")
# a longer text is a report or a pasted page, and tells its story in sentences the rows know
MOST_WORDS = 60
# how far the setting of a message can lift what its words alone weigh
_LIFT = 0.8
_SHARE = 100.0

_SAME = {
    word: kind
    for kind, words in {
        "<3>": "he she they el ella ellos ellas", "<3o>": "him her them la lo les las los le", "<1>": "i we", "<1o>": "me us nos",
        "<1s>": "my our mi mis", "<3s>": "his their su sus", "<be>": "is are am s", "<was>": "was were", "<d>": "the a an this that",
        "<es>": "esta estan", "<es1>": "estoy estamos",
    }.items()
    for word in words.split()
}  # fmt: skip
_OTHER_HARMERS = """
    husband boyfriend ex wife uncle stepdad patron jefe padrote tratante esposo marido coyote dueno capataz patrona jefa novio
"""
_HARMERS = frozenset(WORDS["harmer"].split()) | frozenset(_OTHER_HARMERS.split())
_SOMEBODY = PEOPLE | spanish_words.PEOPLE
_ENDINGS = ("ing", "ed", "es", "s", "ando", "iendo", "aron", "ieron", "an", "en", "ar", "er", "ir", "o", "a", "e")
_SETTINGS: dict[str, re.Pattern[str]] = {
    "invented": time_words.INVENTED, "over": time_words.OVER, "ago": time_words.LONG_AGO, "fresh": time_words.FRESH,
    "supposed": frame_words.SUPPOSE, "labeled": frame_words.HEAD_NOUN_SOON, "question": frame_words.QUESTION,
    "anybody": frame_words.INDEFINITE, "people": frame_words.GENERIC_PEOPLE, "what to do": frame_words.ASKS_WHAT_TO_DO,
    "office": speaker_words.OFFICE, "laughter": speaker_words.LAUGHTER, "own": speaker_words.OWN_STORY,
    "somebody": speaker_words.SOMEBODY,
}  # fmt: skip


@dataclass(frozen=True)
class Weights:
    """What each feature adds to each card, and how much is needed (in the order of CARDS)."""

    of: dict[str, tuple[float, float, float]]
    start: tuple[float, float, float]
    needed: tuple[float, float, float]

    def lines(self) -> Iterator[str]:
        """As they are kept: hundredths, one feature a line."""
        for name, three in (("=start", self.start), ("=needed", self.needed), *sorted(self.of.items())):
            yield "\t".join([name, *(str(round(value * _SHARE)) for value in three)])

    @classmethod
    def read(cls, lines: Iterable[str]) -> Weights:
        """Raises ValueError for a line that is not a name and three whole numbers."""
        of: dict[str, tuple[float, float, float]] = {}
        for line in lines:
            name, danger, self_harm, survivor = line.rstrip("\n").split("\t")
            of[name] = (int(danger) / _SHARE, int(self_harm) / _SHARE, int(survivor) / _SHARE)
        return cls(start=of.pop("=start"), needed=of.pop("=needed"), of=of)


def heard(message: Sequence[Sentence]) -> CardName | None:
    """The card whose words weigh most and enough; None for a long message and for everyday talk."""
    if not message or sum(len(sentence.words) for sentence in message) > MOST_WORDS:
        return None
    weights = _weights()
    names = word_features(message)
    # what the setting says costs more to find out than all words together: only where the words come near
    if best_of(scores(weights, names), weights.needed, lift=_LIFT) is None:
        return None
    literal = [sentence.with_padded(without_idioms(sentence.padded)) for sentence in message]
    return best_of(scores(weights, features(literal)), weights.needed)


def features(literal: Sequence[Sentence]) -> set[str]:
    """All that is weighed of a message whose idioms were taken out."""
    return word_features(literal) | setting_features(literal)


def word_features(message: Sequence[Sentence]) -> set[str]:
    """Words, and pairs and triples of their kinds, each once."""
    names: set[str] = set()
    for sentence in message:
        names.update(f"w {word}" for word in sentence.words)
        kinds = ["<s>", *map(_kind, sentence.words), *("?" if sentence.asks else ""), "</s>"]
        names.update(kinds)
        for gap in range(1, 5):
            between = " " if gap == 1 else " * "
            names.update(f"{one}{between}{other}" for one, other in zip(kinds, kinds[gap:], strict=False))
        names.update(map(" ".join, zip(kinds, kinds[1:], kinds[2:], strict=False)))
    return names


def setting_features(message: Sequence[Sentence]) -> set[str]:
    """What the message says about itself: supposed, asked, taught, long ago, laughed at; and what goes with what."""
    names: set[str] = set()
    for sentence in message:
        names.update(f"={name}" for name, pattern in _SETTINGS.items() if pattern.search(sentence.padded))
        if sentence.asks:
            names.add("=asks")
        names.add(f"=length {min(len(sentence.words) // 4, 5)}")
    return names | {f"{one} & {other}" for one in names & {"=own", "=question"} for other in names if other != one}


def best_of(
    scores: Sequence[float], needed: Sequence[float], lift: float = 0.0, cards: Sequence[CardName] = CARDS,
) -> CardName | None:  # fmt: skip
    """The card that goes furthest beyond what it needs."""
    beyond, place = max((score + lift - need, place) for place, (score, need) in enumerate(zip(scores, needed, strict=True)))
    return cards[place] if beyond > 0 else None


def scores(weights: Weights, names: Iterable[str]) -> list[float]:
    """How much the features weigh for each card; their square root keeps a long message from weighing more for its length."""
    known = [three for name in names if (three := weights.of.get(name))]
    if not known:
        return list(weights.start)
    root = sqrt(len(known))
    return [start + sum(column) / root for start, column in zip(weights.start, zip(*known, strict=True), strict=True)]


@lru_cache(maxsize=8192)
def _kind(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    if word in _HARMERS:
        return "<harm>"
    if word in _SOMEBODY:
        return "<who>"
    if word.isdigit():
        return "<n>"
    if len(word) > 4:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word


@cache
def _weights() -> Weights:
    return Weights.read(resources.files("bot.answers.safety").joinpath("ear.txt").read_text(encoding="utf-8").splitlines())
