"""The small language the safety lists are written in, and how one act is found in one sentence.

An act is a row of slots, for example ``<who> ~2 <has> ~3 !<weapon>``:
``<name>`` any phrase of that lexicon, ``a|b_c`` any of these words (``_`` joins a phrase), ``^a|b`` not followed by these,
``~n`` at most n filler words (never a negation, a condition or a past auxiliary), ``*n`` at most n words of any kind,
``@`` only at the start of a clause, ``?`` after a slot makes it optional, ``!`` before it marks the anchor: the act is only tried where an anchor word occurs.
Every repeat is bounded, so the time grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from bot.answers.safety.sentences import Sentence

CardName = Literal["danger", "self-harm", "survivor"]
Lexicon = Mapping[str, str]


class Tense(Enum):
    """How much an act needs around it before it counts as happening."""

    NOW = "now"  # the words themselves are present
    EVENT = "event"  # past words, but an emergency unless a date or an ending says otherwise
    FRESH = "fresh"  # past words that count only with "just", "now", "tonight" and the like
    THREAT = "threat"  # announced violence: a condition inside it ("if I leave he will kill me") does not weaken it


@dataclass(frozen=True, eq=False)
class Act:
    rule: str
    card: CardName
    tense: Tense
    pattern: re.Pattern[str]
    anchors: frozenset[str]


@dataclass(frozen=True)
class Found:
    """An act at its place in a sentence (character offsets into the padded sentence)."""

    act: Act
    start: int
    end: int


_WORD = r"[a-z0-9'$]+ "
_PAUSE_AHEAD = (
    r"(?=[,\"] |$|(?:what|who|how|que|idk|please|help|should|and|but|now|right|tonight|so|asap|is there|"
    r"anyone|thanks|por favor|ahora) )"
)
_NEVER_FILLER = (
    "not never no nobody nunca ningun ninguna nadie if unless whether was were been had si era fue estaba eran "
    "fueron habia without sin stopped denies denied policy training"
)
_FILLER = rf"(?:(?!(?:{'|'.join(_NEVER_FILLER.split())}) ){_WORD})"


class Grammar:
    """Turns rows of slots into acts, with the lexicons of one language."""

    def __init__(self, words: Lexicon, macros: Mapping[str, str]) -> None:
        self._words = words
        self._macros = macros

    def acts(self, card: CardName, rule: str, tense: Tense, *rows: str) -> Iterator[Act]:
        for row in rows:
            slots = row.split()
            anchors = frozenset(first for slot in slots if slot.startswith("!") for first in self._first_words(slot))
            pattern = "(?<= )" + "".join(self._slot(slot) for slot in slots)
            yield Act(rule, card, tense, re.compile(pattern), anchors)

    def regex(self, row: str) -> re.Pattern[str]:
        """One row as a bare pattern, for frames and signs."""
        return re.compile("(?<= )" + "".join(self._slot(slot) for slot in row.split()))

    def _slot(self, slot: str) -> str:
        optional = slot.endswith("?") and len(slot) > 1
        body = slot.removesuffix("?").removeprefix("!")
        if body == "@":
            return r"(?<![a-z0-9'$] )"
        if body[0] == "~":
            return rf"{_FILLER}{{0,{body[1:]}}}"
        if body[0] == "*":
            return rf"(?:{_WORD}){{0,{body[1:]}}}"
        if body[0] == "^":
            return rf"(?!{'|'.join(self._phrases(body[1:]))})"
        return f"(?:{'|'.join(self._alternatives(body))}){'?' if optional else ''}"

    def _alternatives(self, body: str) -> list[str]:
        """Longest phrase first, so that "trying to" is not cut short by "trying"."""
        parts = body.split("|")
        named = [part for part in parts if part[0] == "<" and part[1:-1] in self._macros]
        macros = [self._macros[part[1:-1]] for part in named]
        words = "|".join(part for part in parts if part not in named and part != "$")
        ends = [_PAUSE_AHEAD] if "$" in parts else []
        return [*sorted(self._phrases(words), key=len, reverse=True), *macros, *ends] if words else [*macros, *ends]

    def _phrases(self, body: str) -> list[str]:
        parts = [p for part in body.split("|") for p in self._entries(part)]
        return [re.escape(part.replace("_", " ")).replace(r"\ ", " ") + " " for part in dict.fromkeys(parts)]

    def _entries(self, part: str) -> list[str]:
        if not part.startswith("<"):
            return [part]
        return [p for entry in self._words[part[1:-1]].split() for p in self._entries(entry)]

    def _first_words(self, slot: str) -> list[str]:
        parts = slot.removesuffix("?").removeprefix("!").split("|")
        return [entry.split("_")[0] for part in parts if part != "$" for entry in self._entries(part)]


class ActTable:
    """All acts of all languages, reachable by the words that can begin them."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self._always: list[Act] = []
        self._by_anchor: dict[str, list[Act]] = {}
        for act in acts:
            if not act.anchors:
                self._always.append(act)
            for anchor in act.anchors:
                self._by_anchor.setdefault(anchor, []).append(act)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Every act in the sentence, standing or not: the frames decide."""
        candidates = dict.fromkeys(self._always)
        for word in dict.fromkeys(sentence.words):
            candidates.update(dict.fromkeys(self._by_anchor.get(word, ())))
        for act in candidates:
            for match in act.pattern.finditer(sentence.padded):
                yield Found(act, match.start(), match.end())
