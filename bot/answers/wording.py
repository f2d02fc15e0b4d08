"""From what somebody typed to what is searched: spelling mended, abbreviations spelled out, Spanish turned into English.

Holds the curated word lists; scores nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import snowballstemmer

from bot.answers import text as words_of
from bot.answers.spelling import Speller
from bot.content.synonyms import SpanishWords, Synonyms

LONGEST_PHRASE = 4
MEANING_WEIGHT = 0.6
_spanish_stem = lru_cache(maxsize=20_000)(snowballstemmer.stemmer("spanish").stemWord)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question made ready. `weights`: word -> how much it counts (meanings of abbreviations count half)."""

    words: tuple[str, ...]
    sentence: str
    weights: tuple[tuple[str, float], ...]
    is_spanish: bool = False
    original: tuple[str, ...] = ()

    @staticmethod
    def of(words: Sequence[str], is_spanish: bool = False, original: tuple[str, ...] = ()) -> Asked:
        """Each word counts as often as it stands there; Spanish words as typed count half beside their English."""
        weights: dict[str, float] = {}
        for word in words:
            weights[word] = weights.get(word, 0.0) + 1.0
        for word in original:
            weights.setdefault(word, MEANING_WEIGHT)
        return Asked(tuple(words), " ".join(words), tuple(weights.items()), is_spanish, original)

    @property
    def is_empty(self) -> bool:
        return not self.words


class Phrasebook:
    """Finds the longest listed phrases in a row of words."""

    def __init__(self, entries: Mapping[str, Sequence[str]]) -> None:
        self._entries = {tuple(words_of.tokens(words_of.clean(said))): tuple(means) for said, means in entries.items()}
        self._longest = max((len(said) for said in self._entries), default=0)

    def __contains__(self, word: str) -> bool:
        return (word,) in self._entries

    def single_words(self) -> frozenset[str]:
        return frozenset(word for said in self._entries for word in said)

    def find(self, words: Sequence[str]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """(the words as typed, their meanings) from left to right; no meanings where nothing is listed."""
        place = 0
        while place < len(words):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                said = tuple(words[place : place + length])
                if said in self._entries:
                    yield said, self._entries[said]
                    break
            else:
                length = 1
                yield (words[place],), ()
            place += length


class Spanish:
    """Tells Spanish from English, and gives the English words of a Spanish question."""

    def __init__(self, glossary: SpanishWords) -> None:
        phrases = {said: (english,) for said, english in glossary.words.items()}
        self._phrases = Phrasebook(phrases)
        self._small = frozenset(word for item in glossary.small_words for word in words_of.tokens(item))
        self._stems: dict[str, str] = {}
        for said, english in glossary.words.items():
            bare = words_of.tokens(said)
            if len(bare) == 1:
                self._stems.setdefault(_spanish_stem(bare[0]), english)

    def is_spanish(self, words: Sequence[str], english: frozenset[str], mended: Callable[[str], str]) -> bool:
        """True when words that are only Spanish are at least as many as words that are only English.

        A word that is nearly English is a slip of the finger; only then its Spanish stem counts (`techer` is no `techo`).
        """
        only_spanish = only_english = both = 0
        for word in words:
            listed = word in self._small or word in self._phrases
            if word in english:
                both += listed
                only_english += not listed
            elif listed:
                only_spanish += 1
            elif mended(word) != word:
                only_english += 1
            else:
                only_spanish += _spanish_stem(word) in self._stems
        return only_spanish > 0 and only_spanish + 0.5 * both >= max(1.0, float(only_english))

    def in_english(self, words: Sequence[str]) -> list[str]:
        """English words for each phrase found; small words fall away, unknown words (names, cognates) stay."""
        result: list[str] = []
        for said, means in self._phrases.find(words):
            if means:
                result += means[0].split()
            elif said[0] not in self._small:
                result += self._stems.get(_spanish_stem(said[0]), said[0]).split()
        return result


class Wording:
    """Makes questions and curated phrasings comparable. Built once with the knowledge base."""

    def __init__(self, synonyms: Synonyms, spanish: SpanishWords, speller: Speller, english: frozenset[str]) -> None:
        self._meanings = Phrasebook(synonyms.means)
        self._spanish = Spanish(spanish)
        self._speller = speller
        self._english = english
        self.known = speller.known

    def question(self, typed: str) -> Asked:
        """What somebody typed, any length, any language; empty when there is no word in it."""
        typed_words = words_of.tokens(words_of.clean(typed))
        if self._spanish.is_spanish(typed_words, self._english, self._speller.mend_word):
            english = self._spanish.in_english(typed_words) or typed_words
            return self._explained(Asked.of(english, is_spanish=True, original=tuple(typed_words)))
        return self._explained(Asked.of(self._speller.mend(typed_words)))

    def phrasing(self, curated: str, is_spanish: bool = False) -> Asked:
        """A curated text, taken as it stands: nothing is mended or explained."""
        words = words_of.curated(curated)
        if is_spanish:
            return Asked.of(self._spanish.in_english(words) or words, is_spanish=True, original=tuple(words))
        return Asked.of(words)

    def _explained(self, asked: Asked) -> Asked:
        """With the meanings of its abbreviations; the sentence names only those that no model can know."""
        weights, spoken = dict(asked.weights), list[str]()
        for said, means in self._meanings.find(asked.words):
            spoken += said
            for meaning in means:
                for word in words_of.tokens(meaning):
                    weights[word] = max(weights.get(word, 0.0), MEANING_WEIGHT)
            if means and _is_abbreviation(said):
                spoken += means[0].split()
        return replace(asked, sentence=" ".join(spoken), weights=tuple(weights.items()))


def _is_abbreviation(said: Sequence[str]) -> bool:
    # the sentence model knows everyday words better than any list; what it cannot know is our abbreviations
    joined = "".join(said)
    return len(joined) <= 4 or not joined.isalpha() or not set(joined) & set("aeiouy")
