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
from bot.action_items.due_tokens import Token, Tokens, tokens_of
from bot.action_items.due_words import CAN_BE_A_NAME_OR_VERB, NO_DATE, RECURRING, word_set
from bot.workdays import WorkdayCalendar

_LONGEST_PHRASE = 12
_MOST_MARKERS = 20
_MOST_CHARACTERS = 4000
_MARKERS = word_set("by due before until")
_EMBEDDED_MARKERS = word_set("by due before deadline")
_MONTHS_THAT_ARE_NAMES = CAN_BE_A_NAME_OR_VERB | {"january"}
# After one of these a day is part of what is to be done: "notes from friday", "move it to monday", "not friday".
_BINDS = word_set(
    "for from of about re regarding since between and or to a an our my your their last every each not except than "
    "with vs versus per like during is was are were said that through via"
)
_CHANGES_BY = word_set("increase reduce divide multiply cut raise up down grow drop rise fall lower")
# What may stand after a due phrase in the middle of a line without belonging to it.
_FOLLOWS = word_set(
    "to the for with and so via from in at a an on that but then please if because since through using about into as "
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
    words = [_Word(found.start(), found.end(), _plain(found[0])) for found in re.finditer(r"\S+", text)]
    span = _at_the_end(text, words) or next(_in_the_middle(text, words), None)
    if span is None:
        return None
    phrase = text[span[0] : span[1]]
    kept = phrase.rstrip(_EDGES + ")]}?")
    return span[1] - len(phrase.lstrip(_EDGES)), span[0] + len(kept)


def _plain(word: str) -> str:
    return word.casefold().strip("()[]{},;:.!?\"'*_-–—")


def _at_the_end(text: str, words: list[_Word]) -> tuple[int, int] | None:
    for first in range(max(0, len(words) - _LONGEST_PHRASE), len(words)):
        phrase = text[words[first].start :]
        if words[first].plain in RECURRING and _repeats(words[first + 1 :], text):
            return None
        line = _known(phrase)
        if line is None or words[first].plain in _NEVER_FIRST or line.plain in NO_DATE:
            continue
        sense = sense_of(line, _ANY_DAY)
        if sense is None or _begins_with_a_bare_number(line, sense):
            continue
        before = words[first - 1].plain if first else ""
        return (words[first].start, len(text.rstrip())) if _means_due(line, sense, before) else None
    return None


def _repeats(rest: list[_Word], text: str) -> bool:
    """`every monday`: the word that repeats and nothing but a day after it."""
    if not rest:
        return True
    line = _known(text[rest[0].start :])
    return line is not None and sense_of(line, _ANY_DAY) is not None


def _known(phrase: str) -> Tokens | None:
    line = tokens_of(phrase, forgive_slips=False)
    return line if line is not None and line.items else None


def _begins_with_a_bare_number(line: Tokens, sense: Sense) -> bool:
    """`room 5 friday`: the 5 is nobody's hour."""
    first = line.items[0]
    if first.kind == "num":
        lone = len(line.items) == 1
        bare_hour = sense.clock is not None and (sense.clock.bare or len(first.text) > 2)
        second = None if lone else line.items[1]
        follows = second is not None and (second.kind in {"month", "unit", "ampm"} or second.text == "oclock")
        return not follows and (lone or bare_hour or bool(sense.day and sense.day.hour_like) or sense.is_impossible)
    return first.kind == "dec" or (first.kind == "pair" and "-" in first.text and len(line.items) > 1)


def _means_due(line: Tokens, sense: Sense, before: str) -> bool:
    """Whether an understood phrase at the end of a line says when, rather than what."""
    items = line.items
    first = items[0]
    if first.kind == "word" and first.text in _MARKERS:
        return _marked(items, before)
    if before in _BINDS or sense.is_impossible:
        return False
    if first.kind == "word":
        return _begins_like_a_date(items, sense)
    if first.kind in {"num", "ord"}:
        second = items[1] if len(items) > 1 else first
        return second.kind in {"month", "ampm"} or second.text == "oclock" or _is_anchored(items)
    if first.kind == "weekday":
        return len(items) > 1 or line.plain not in CAN_BE_A_NAME_OR_VERB
    if first.kind == "month":
        return len(items) > 1 and items[1].kind in {"num", "ord"}
    if first.kind == "named":
        return len(items) > 1 or first.text in {"eod", "cob", "noon", "midnight"}
    if first.kind == "unit":
        return _is_anchored(items)
    return first.kind in {"iso", "triple", "instant", "clock"} or (first.kind == "pair" and "/" in first.text)


def _marked(items: tuple[Token, ...], before: str) -> bool:
    """`by march` may be a person's name, `cut by 5` an amount: those stay in the text."""
    rest = [token for token in items if token.text not in _MARKERS and token.text != "the"]
    if len(rest) == 1 and rest[0].kind == "month" and rest[0].text in _MONTHS_THAT_ARE_NAMES:
        return False
    return not (before in _CHANGES_BY and len(rest) == 1 and rest[0].kind == "num")


def _is_anchored(items: tuple[Token, ...]) -> bool:
    """`two days before christmas`, `a week from friday`, `week of dec 7`."""
    return any(token.kind == "word" and token.text in {"before", "after", "from"} for token in items[1:-1])


def _has_of(items: tuple[Token, ...]) -> bool:
    return any(token.kind == "word" and token.text == "of" for token in items)


def _begins_like_a_date(items: tuple[Token, ...], sense: Sense) -> bool:
    first, second = items[0], items[1] if len(items) > 1 else None
    if first.text in {"today", "tomorrow", "tonight"}:
        return True
    if second is None:
        return False
    if first.text in {"this", "next", "coming", "following"}:
        return second.text != "meeting" and second.kind != "holiday"
    if first.text == "the":
        is_number = second.kind == "ord" and second.text[:1].isdigit()
        return is_number or (len(items) > 2 and (_is_anchored(items) or _has_of(items)))
    if first.text == "on":
        return second.kind not in {"month", "holiday", "unit"} or len(items) > 2
    if first.text == "at":
        return sense.clock is not None or bool(sense.day and sense.day.meeting)
    if first.text in {"last", "a"}:
        return _is_anchored(items) or (first.text == "last" and _has_of(items))
    return first.text in {"in", "within", "end", "beginning", "mid", "early", "late", "later", "after"}


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
            if _names_a_time(sense) and _marked(line.items, "") and _ends_cleanly(text, words, last):
                yield word.start, words[last].end
            break


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
