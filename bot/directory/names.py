"""Which provider somebody names: by name, nickname, abbreviation, misspelt, or by a phone number. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.content.provider import Provider
from bot.directory.words import Tokens, Words, tokens_of

PHONE = re.compile(r"\+?\d[\d\s().\-–]*\d")
ENDING = re.compile(
    r"\b(?:end(?:s|ing)?(?:\s+in|\s+with)?|last\s+(?:four|4)(?:\s+digits)?(?:\s+(?:is|are))?|whose\s+(?:number|phone|line)(?:\s+is)?|"
    r"(?:who|what)\s+(?:is|has)(?:\s+at)?(?:\s+(?:number|extension|ext\.?))?|termina\s+en)\s+[#.x…-]{0,3}(\d{4})\b(?![-.]\d)",
    re.IGNORECASE,
)
LETTERED = re.compile(r"(?<!\d)1?[-\s.]?(8\d\d)[-\s.]((?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9-]{6,9})\b")
KEYPAD = {letter: str(digit) for digit, letters in enumerate(
    ("", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz")) for letter in letters}  # fmt: skip
RARE = 2
# a name is left out of a look-up when one of these follows it: "River House is full"
TURNED_AWAY = frozenset({"full", "turned", "declined", "rejected", "lleno", "llena", "said"})
EXCEPT = frozenset({"besides", "beside", "except", "than", "instead", "not"})


@dataclass(frozen=True)
class Named:
    """Providers named in a text. `surely`: nothing else can be meant; `perhaps`: the words also mean a kind of help."""

    surely: tuple[int, ...] = ()
    perhaps: tuple[int, ...] = ()
    without: frozenset[int] = frozenset()
    covered: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Number:
    """A phone number in a text: the digits, and the records that hold it."""

    digits: str
    holders: tuple[int, ...]


class Names:
    """Every name and number of a directory. Build once; places are positions in the list it was built from."""

    def __init__(self, providers: Sequence[Provider], words: Words) -> None:
        self._words = words
        self._aliases: dict[Tokens, list[int]] = {}
        self._official: set[Tokens] = set()
        self._alone: dict[str, set[int]] = {}
        self._phones: dict[str, list[int]] = {}
        seen_in: Counter[str] = Counter()
        for place, provider in enumerate(providers):
            official = {tokens_of(name) for name in names_of(provider)} - {()}
            aliases = official | ({tokens_of(name) for name in provider.asked_as} - {()})
            self._official |= official
            for alias in aliases:
                self._aliases.setdefault(alias, []).append(place)
            seen_in.update({word for alias in aliases for word in alias})
            # only of a name: the first of the words one asks with ("abused child") is nobody's name alone
            for word in {alias[0] for alias in official}:
                self._alone.setdefault(word, set()).add(place)
            for phone in provider.phones:
                if phone.use != "tty":
                    for form in _forms(phone.number):
                        self._phones.setdefault(form, []).append(place)
        # written apart or together: "bridge way", "riverhouse"
        self._joined = {"".join(alias): alias for alias in self._aliases if len("".join(alias)) >= 7}
        self._longest = max((len(alias) for alias in self._aliases), default=0)
        self.words = frozenset(seen_in)
        self._rare = {
            word for word, places in self._alone.items()
            if len(places) <= RARE and seen_in[word] <= 2 * RARE and len(word) >= 4 and word not in words.all
        }  # fmt: skip
        self._long_aliases = _by_word((alias for alias in self._aliases if len(alias) >= 3), seen_in)

    def named(self, tokens: Tokens) -> Named:
        surely: list[int] = []
        perhaps: list[int] = []
        without: set[int] = set()
        covered: set[int] = set()
        place = 0
        while place < len(tokens):
            found, size, is_sure = self._at(tokens, place)
            if not found:
                place += 1
                continue
            if _is_left_out(tokens, place, place + size):
                without |= set(found)
            else:
                (surely if is_sure else perhaps).extend(found)
            covered |= set(range(place, place + size))
            place += size
        if not surely and not perhaps:
            near = self._nearly(tokens)
            perhaps.extend(near)
        return Named(tuple(dict.fromkeys(surely)), tuple(dict.fromkeys(perhaps)), frozenset(without), frozenset(covered))

    def numbers(self, text: str) -> tuple[Number, ...]:
        """Phone numbers in a text, in any formatting. Short codes only when somebody here answers them."""
        found = [Number(match[1], self._ending(match[1])) for match in ENDING.finditer(text)]
        if found:
            return tuple(found)
        for raw in [*(match[0] for match in PHONE.finditer(text)), *_spelled(text)]:
            digits = re.sub(r"\D", "", raw)
            holders = next((self._phones[form] for form in _forms(digits) if form in self._phones), [])
            if not holders and len(digits) == 7:
                holders = list(self._ending(digits))
            if holders or len(digits) in (7, 10, 11):
                found.append(Number(digits, tuple(dict.fromkeys(holders))))
        return tuple(found)

    def _ending(self, digits: str) -> tuple[int, ...]:
        holders = [place for form, places in self._phones.items() if form.endswith(digits) for place in places]
        return tuple(dict.fromkeys(holders))

    def _at(self, tokens: Tokens, place: int) -> tuple[list[int], int, bool]:
        for size in range(min(self._longest, len(tokens) - place), 0, -1):
            alias = tokens[place : place + size]
            holders = self._aliases.get(alias)
            if holders and not (size == 1 and alias[0] in self._words.small):
                return holders, size, self._is_sure(alias)
        for size in (2, 1):
            alias = self._joined.get("".join(tokens[place : place + size]), ())
            if alias:
                return self._aliases[alias], min(size, len(tokens) - place), True
        word = tokens[place]
        if word in self._rare:
            return sorted(self._alone[word]), 1, True
        return [], 0, False

    def _is_sure(self, alias: Tokens) -> bool:
        """A name of its own, rather than words that also say what is needed."""
        if alias not in self._official:
            return False
        ordinary = self._words.meaning | self._words.small
        if len(alias) == 1:
            return alias[0] not in self._words.all
        return len(alias) >= 3 or any(word not in ordinary for word in alias)

    def _nearly(self, tokens: Tokens) -> list[int]:
        """A name of three words and more, of which all but one are there."""
        present = set(tokens)
        counts = Counter(alias for word in present for alias in self._long_aliases.get(word, ()))
        near = [alias for alias in counts if len(set(alias) - present) <= 1 and counts[alias] >= 2]
        if not near:
            return []
        best = max(len(set(alias) & present) for alias in near)
        holders = [place for alias in near if len(set(alias) & present) == best for place in self._aliases[alias]]
        return holders if best >= 3 and len(set(holders)) <= RARE else []


def names_of(provider: Provider) -> Iterable[str]:
    """What a record is called: its name without brackets, an abbreviation in brackets, its other names."""
    bare = re.sub(r"\([^)]*\)", " ", provider.organization)
    yield bare
    for inner in re.findall(r"\(([^)]*)\)", provider.organization):
        if inner.isupper():
            yield inner
    yield from provider.also_called


def _forms(number: str) -> tuple[str, ...]:
    """The ways one number may be typed: with and without the country's 1, and the last seven digits of a local one."""
    digits = re.sub(r"\D", "", number)
    bare = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    local = (bare[-7:],) if len(bare) == 10 and bare[3:6] == "555" else ()
    return tuple(dict.fromkeys((bare, digits, *local)))


def _spelled(text: str) -> Iterable[str]:
    for match in LETTERED.finditer(text):
        letters = match[2].replace("-", "").casefold()
        yield match[1] + "".join(KEYPAD.get(letter, letter) for letter in letters)[:7]


def _is_left_out(tokens: Tokens, start: int, end: int) -> bool:
    before = tokens[max(0, start - 2) : start]
    after = tokens[end : end + 3]
    return bool(EXCEPT & set(before)) or bool(TURNED_AWAY & set(after))


def _by_word(aliases: Iterable[Tokens], seen_in: Counter[str]) -> dict[str, list[Tokens]]:
    found: dict[str, list[Tokens]] = {}
    for alias in aliases:
        for word in set(alias):
            # words that half of all names share would cost time and tell nothing
            if seen_in[word] <= 200:
                found.setdefault(word, []).append(alias)
    return found
