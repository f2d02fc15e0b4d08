"""Names of people, where the sentence says that a person is meant: a role, a title, "her name is", a name with an age.

Names of colleagues, agencies and places stay: "Officer Daniels", "Harbor House", "Ana owns item 4".
"""

import re
from collections.abc import Iterator

from bot.answers.identifiers.case_talk import case_names
from bot.answers.identifiers.first_names import FIRST_NAMES, NOT_NAMES, ONLY_WITH_A_CAPITAL
from bot.answers.identifiers.given_names import MORE_GIVEN_NAMES
from bot.answers.identifiers.name_phrases import PHRASES, Phrase, Reading
from bot.answers.identifiers.reading_names import OFFICE_WORD, STAFF_BEFORE, folded
from bot.answers.identifiers.spans import Span
from bot.answers.identifiers.tongues import names_in_other_tongues

_NOT_A_PERSON_BEFORE = re.compile(
    r"(?:program|programa|formulario|form|l[ií]nea|shelter|albergue|casa|organizaci[oó]n|proyecto|tool|training|"
    r"agency|center|centro|app|system|curso|"
    r"channel|flow|document|street|school|company|business|restaurant|hotel|motel|grupo|group|campaign|the file|"
    r"provider|c[oó]mo)\s(?:is\s|que\s|'s\s)?$",
    re.IGNORECASE,
)


_WORDS = re.compile(r"[^\W\d_]{1,30}")
_DIGIT = re.compile(r"\d")


def names(text: str) -> Iterator[Span]:
    """People's names in a person's context. Texts without small letters are read by the list of given names."""
    words = frozenset(_WORDS.findall(text.lower()))
    has_capital, has_digit = not text.islower(), _DIGIT.search(text) is not None
    for phrase in PHRASES:
        can_match = (has_capital or not phrase.needs_capital) and (has_digit or not phrase.needs_digit)
        if can_match and (phrase.triggers is None or not words.isdisjoint(phrase.triggers)):
            yield from _read(text, phrase)
    yield from names_in_other_tongues(text, words)
    yield from case_names(text)


def _read(text: str, phrase: Phrase) -> Iterator[Span]:
    if phrase.reading is Reading.KNOWN:
        return _by_given_name(text, phrase.pattern)
    return _checked(text, phrase.pattern, sure_case=phrase.reading is Reading.SURE)


def _checked(text: str, pattern: re.Pattern[str], sure_case: bool) -> Iterator[Span]:
    """The context says that a name follows: any capitalized word but an everyday one; a small one if it is a given name."""
    capitals_tell = not text.isupper()
    for match in pattern.finditer(text):
        start, end = match.start("it"), match.end("it")
        word = text[start:end].split()[0]
        first = folded(word)
        if capitals_tell and word.isupper() and len(word) > 2 and first not in FIRST_NAMES:
            continue  # an acronym
        if _NOT_A_PERSON_BEFORE.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        capital = text[start].isupper() and capitals_tell
        if _is_given(word, first) or (capital and first not in NOT_NAMES):
            if not _is_an_office(text[start:end], text[end : end + 30]):
                yield Span("name", start, end)
        elif not sure_case and first not in NOT_NAMES and _owned(match.group()):
            yield Span("name", start, end)


def _by_given_name(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The context alone proves little: only where the first word is a known given name."""
    for match in pattern.finditer(text):
        group = "it" if match["it"] else "too"
        start, end = match.start(group), match.end(group)
        word = text[start:end].split()[0]
        if not _is_given(word, folded(word)) or STAFF_BEFORE.search(text[max(0, start - 30) : start]):
            continue
        if not _is_an_office(text[start:end], text[end : end + 30]):
            yield Span("name", start, end)


_OWNED = re.compile(r"^(?:her|his|their|my|su|mi)\s|^(?:su|mi) nombre", re.IGNORECASE)


def _is_given(word: str, folded: str) -> bool:
    if folded in MORE_GIVEN_NAMES:
        return True
    return folded in FIRST_NAMES and (word[0].isupper() or folded not in ONLY_WITH_A_CAPITAL)


def _owned(phrase: str) -> bool:
    return _OWNED.match(phrase) is not None


def _is_an_office(name: str, after: str) -> bool:
    """ "Rosa Parks Library", "Maria's House": a place that bears a name."""
    words = name.split()
    if OFFICE_WORD.match(after) is not None:
        return True
    return words[-1][0].isupper() and any(folded(word) in NOT_NAMES for word in words[1:] if len(word) > 3)
