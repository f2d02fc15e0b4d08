"""Typed words to tokens and curated phrases. Pure; which phrase means what stands in knowledge/directory-words.yaml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.content.directory_words import DirectoryWords

LONGEST_TEXT = 400
SHORTEST_FUZZY = 5
# gender of a person is taken from these only when nothing else in the text says it
PRONOUNS = frozenset({("she",), ("her",), ("he",), ("him",), ("his",), ("ella",), ("el", "hombre")})

# as hurried people write; already in the singular
SHORTENED = {
    "hse": "house", "ctr": "center", "cntr": "center", "cntre": "center", "ofc": "office", "svc": "service", "svcs": "service",
    "dept": "department", "natl": "national", "hosp": "hospital", "atty": "attorney", "attny": "attorney", "shltr": "shelter",
    "couns": "counseling", "appt": "appointment", "emerg": "emergency", "immig": "immigration", "interp": "interpreter",
    "med": "medical", "meds": "medicine", "dntn": "downtown", "dwntwn": "downtown", "span": "spanish", "viet": "vietnamese",
    "fam": "family", "fams": "family", "vic": "victim", "adv": "advocate", "tx": "treatment",
    "preg": "pregnant", "yr": "year", "wknd": "weekend", "tonite": "tonight", "2nite": "tonight", "2night": "tonight",
    "bnk": "bank", "abt": "about", "ppl": "people", "wmn": "women", "mens": "men", "womens": "women",
}  # fmt: skip

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in the text: what it means, and which tokens it covers."""

    codes: frozenset[str]
    start: int
    end: int
    phrase: Tokens


def tokens_of(text: str) -> Tokens:
    """Lower-case words without accents, possessives and plurals. Digits stay."""
    return tuple(stem(word) for word in words_of(text))


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without accents and apostrophes, as typed otherwise."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST_TEXT].casefold().replace("ß", "ss"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"['’ʼ`´]s\b", "", plain)
    plain = re.sub(r"['’ʼ`´]", "", plain)
    return tuple(re.findall(r"[a-z]+|\d+[a-z]*", plain))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The singular, roughly; the same on both sides of a comparison is all that counts."""
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


class Lexicon:
    """Phrases of one kind (services, populations, …), found longest first and without overlap."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._codes: dict[Tokens, set[str]] = {}
        for code, said in phrases.items():
            for phrase in said:
                self._codes.setdefault(tokens_of(phrase), set()).add(code)
        self._longest = max((len(phrase) for phrase in self._codes), default=0)
        self.words = frozenset(word for phrase in self._codes for word in phrase)

    def find(self, tokens: Tokens) -> tuple[Hit, ...]:
        found: list[Hit] = []
        place = 0
        while place < len(tokens):
            hit = self._at(tokens, place)
            if hit is None:
                place += 1
            else:
                found.append(hit)
                place = hit.end
        return tuple(found)

    def _at(self, tokens: Tokens, place: int) -> Hit | None:
        for size in range(min(self._longest, len(tokens) - place), 0, -1):
            phrase = tokens[place : place + size]
            codes = self._codes.get(phrase)
            if codes:
                return Hit(frozenset(codes), place, place + size, phrase)
        return None


class Vocabulary:
    """Every known word, to mend a slip of the keyboard: one wrong letter in five to seven, two in eight and more."""

    def __init__(self, words: Iterable[str], ordinary: frozenset[str] = frozenset()) -> None:
        """`ordinary` words are right as they are, but nothing is ever mended to one of them."""
        telling = frozenset(words)
        self._known = telling | ordinary
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(telling):
            if len(word) >= SHORTEST_FUZZY - 1:
                self._by_length.setdefault(len(word), []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def mend(self, word: str) -> str:
        """The nearest known word, or the word itself when none is near enough."""
        if word in SHORTENED and word not in self._known:
            return SHORTENED[word]
        if word in self._known or len(word) < SHORTEST_FUZZY - 1 or word[0].isdigit():
            return word
        most = 1 if len(word) < 8 else 2
        near = [
            known for size in range(len(word) - most, len(word) + most + 1) for known in self._by_length.get(size, ())
        ]
        if len(word) < SHORTEST_FUZZY:
            # so short a word is mended only where a letter was left out or two were exchanged
            near = [known for known in near if len(known) > len(word) or sorted(known) == sorted(word)]
            near = [known for known in near if known[0] == word[0] and known[-1] == word[-1]]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=3)
        if not found:
            return word
        return str(min(found, key=lambda item: (item[1], item[0][0] != word[0], item[0]))[0])


class Words:
    """All curated words of the look-up, ready to be found. Build once; it never changes."""

    def __init__(self, curated: DirectoryWords) -> None:
        self.curated = curated
        self.services = Lexicon({**_by_code(curated.services), "": curated.not_services})
        self.in_passing = frozenset(tokens_of(said) for said in curated.in_passing)
        self.populations = Lexicon({**_by_code(curated.populations), "": curated.not_people})
        self.languages = Lexicon(curated.languages)
        self.areas = Lexicon(_by_code(curated.areas))
        self.times = Lexicon(_by_code(curated.times))
        self.forms = Lexicon(_by_code(curated.forms))
        self.conditions = Lexicon(_by_code(curated.conditions))
        self.police = Lexicon({"police": curated.police, "immigration": curated.immigration_enforcement})
        self.refusals = Lexicon({"refusal": curated.refusals})
        self.not_asking = Lexicon({"story": curated.not_asking})
        self.spoken_only = Lexicon({"spoken": curated.spoken_only})
        self.asks = Lexicon({"ask": curated.asks})
        self.explains = Lexicon({"explain": curated.explains})
        self.small = frozenset(word for said in curated.small_words for word in tokens_of(said))
        self.common = frozenset(word for said in curated.common_words for word in tokens_of(said))
        meant = (self.services, self.populations, self.languages, self.areas, self.times, self.forms, self.conditions,
                 self.police)  # fmt: skip
        self.meaning = frozenset(word for lexicon in meant for word in lexicon.words)
        spoken = (self.refusals, self.not_asking, self.spoken_only, self.asks, self.explains)
        self.mendable = self.meaning - frozenset(w for word in curated.small_words for w in tokens_of(word))
        self.all = self.meaning | self.small | self.common | frozenset(w for lexicon in spoken for w in lexicon.words)
        self.stands_in = {code: frozenset(others) for code, others in _by_code(curated.stands_in).items()}
        self.by_phone = {code: frozenset(others) for code, others in _by_code(curated.by_phone).items()}
        self.language_names = {
            code: next((said for said in phrases), code) for code, phrases in curated.languages.items()
        }


def _by_code(curated: Mapping[Any, Iterable[Any]]) -> dict[str, tuple[str, ...]]:
    """Codes are closed lists in the curated shape; here they are plain words."""
    return {str(code): tuple(str(item) for item in items) for code, items in curated.items()}
