"""Where in a line the due phrase stands: "@maria send the flyer draft by fri" -> "send the flyer draft", "by fri".

Careful rather than keen: words that may be content stay content, and the person is offered a date picker instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.action_items.due_days import Here
from bot.action_items.due_grammar import Sense, sense_of
from bot.action_items.due_or_content import begins_with_a_bare_number, marked, means_due, plain
from bot.action_items.due_tokens import Tokens, tokens_of
from bot.action_items.due_words import NO_DATE, RECURRING, word_set
from bot.workdays import WorkdayCalendar

_LONGEST_PHRASE = 12
_MOST_MARKERS = 20
_MOST_CHARACTERS = 4000
_EMBEDDED_MARKERS = word_set("by due before deadline")
_NEAR = frozenset({"today", "tomorrow", "tonight"})
_CUTS = word_set("by due deadline para")
# What may stand after a due phrase in the middle of a line without belonging to it.
_FOLLOWS = word_set(
    "to the for with w/ and so via from in at a an on that but then please if because since through using about into as "
    "para con el la los las"
)
_NEVER_FIRST = word_set(
    "it its is need needed done finished finish complete completed submit submitted deliver delivered be must target "
    "eta say how what lets"
)
_LEADING_MENTIONS = re.compile(r"^(?:\s*(?:<[@!][^>\s]{1,80}>|@[\w.\-]{1,80})[\s,:;&+]*(?:and\s+(?=[<@]))?)+")
_EDGES = " \t\r\n,;:.!-–—([{"
_NOW, _MEETING = datetime(2026, 3, 4, 10, tzinfo=UTC), datetime(2026, 3, 18, 10, tzinfo=UTC)
_ANY_DAY = Here(_NOW, WorkdayCalendar(country=None), False, None, _MEETING)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    plain: str


def find_due(text: str) -> tuple[str, str] | None:
    """(the line without it, the due phrase), or None. Leading mentions are taken off the line too.

    The longest phrase at the end wins; in the middle only one that begins with by, due, before or deadline. The phrase
    is for `read_due`, which may still find it impossible or past and say so. Linear in the text; never raises.
    """
    span = due_span(text)
    if span is None:
        return None
    start, end = span
    after = text[end:]
    rest = _LEADING_MENTIONS.sub("", text[:start] + " " + (after if after.strip(_EDGES + "?") else ""))
    rest = re.sub(r"[(\[{]\s*[)\]}]", " ", rest)
    rest = re.sub(r"\s+", " ", rest)
    rest = re.sub(r"[\s,;:–—-]+(?=[)\]}])", "", rest)
    rest = re.sub(r"(?:(?<=\s)[-–—,;:]\s+)+(?=[-–—,;:])", "", rest)
    return rest.strip(" ,;:-–—"), text[start:end]


def due_span(text: str) -> tuple[int, int] | None:
    """Where the due phrase begins and ends in the text, or None."""
    if len(text) > _MOST_CHARACTERS:
        return None
    words = [_Word(found.start(), found.end(), plain(found[0])) for found in re.finditer(r"\S+", text)]
    span = _at_the_end(text, words) or next(_in_the_middle(text, words), None) or _at_the_head(words)
    if span is None:
        return None
    phrase = text[span[0] : span[1]]
    kept = phrase.rstrip(_EDGES + ")]}")
    return span[1] - len(phrase.lstrip(_EDGES)), span[0] + len(kept)


def _at_the_end(text: str, words: list[_Word]) -> tuple[int, int] | None:
    for first in range(max(0, len(words) - _LONGEST_PHRASE), len(words)):
        phrase = text[words[first].start :]
        if words[first].plain in RECURRING and _repeats(words[first + 1 :], text):
            return None
        line = _known(phrase)
        if line is None or words[first].plain in _NEVER_FIRST or line.plain in NO_DATE:
            continue
        sense = sense_of(line, _ANY_DAY)
        if sense is None or begins_with_a_bare_number(line, sense) or _is_cut_by_a_marker(text, words[first:]):
            continue
        before = words[first - 1].plain if first else ""
        return (words[first].start, len(text.rstrip())) if means_due(line, sense, before) else None
    return None


def _is_cut_by_a_marker(text: str, phrase: list[_Word]) -> bool:
    """`form 12/3 by thurs`: what stands before `by` and a day is no part of the due date."""
    if phrase[0].plain in _CUTS:
        return False
    for word in phrase[1:]:
        line = _known(text[word.start :]) if word.plain in _CUTS else None
        sense = sense_of(line, _ANY_DAY) if line is not None else None
        if sense is not None and sense.day is not None:
            return True
    return False


def _repeats(rest: list[_Word], text: str) -> bool:
    """`every monday`: the word that repeats and nothing but a day after it."""
    if not rest:
        return True
    line = _known(text[rest[0].start :])
    return line is not None and sense_of(line, _ANY_DAY) is not None


def _known(phrase: str) -> Tokens | None:
    line = tokens_of(phrase, forgive_slips=False)
    return line if line is not None and line.items else None


def _in_the_middle(text: str, words: list[_Word]) -> Iterator[tuple[int, int]]:
    places = [place for place, word in enumerate(words) if word.plain in _EMBEDDED_MARKERS]
    for first in places[:_MOST_MARKERS]:
        word = words[first]
        for last in range(min(first + _LONGEST_PHRASE, len(words)) - 1, first, -1):
            phrase = text[word.start : words[last].end]
            line = _known(phrase)
            sense = sense_of(line, _ANY_DAY) if line is not None else None
            if line is None or sense is None:
                continue
            if _names_a_time(sense) and marked(line.items, "") and (first == 0 or _ends_cleanly(text, words, last)):
                yield word.start, words[last].end
            break


def _at_the_head(words: list[_Word]) -> tuple[int, int] | None:
    """`tomorrow call the shelter`: one of the words that can be nothing but a day."""
    line = _known(words[0].plain) if len(words) > 1 and words[0].plain.isalpha() else None
    if line is None or line.items[0].text not in _NEAR or len(line.items) > 1:
        return None
    return words[0].start, words[0].end


def _names_a_time(sense: Sense) -> bool:
    """A day, or an hour nobody could take for a number."""
    if sense.day is not None:
        return sense.day.on is not None and not sense.day.hour_like
    return sense.moment is not None or (sense.clock is not None and not sense.clock.bare)


def _ends_cleanly(text: str, words: list[_Word], last: int) -> bool:
    if text[words[last].end - 1] in ",;:.)]-–—" or last + 1 == len(words):
        return True
    following = words[last + 1]
    return following.plain in _FOLLOWS or not following.plain or text[following.start] in "@<(["
