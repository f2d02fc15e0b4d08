"""Whether date words in a line say when something is due, or what is to be done: "call friday", "the friday report".

Pure and careful: what is surely content is no date, and what may be either is asked. Finding the words is `due_in_text`'s.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.action_items.due_grammar import Sense
from bot.action_items.due_tokens import Token, Tokens, tokens_of
from bot.action_items.due_words import CAN_BE_A_NAME_OR_VERB, word_set

MARKERS = word_set("before by due until")
_MONTHS_THAT_ARE_NAMES = CAN_BE_A_NAME_OR_VERB | {"january"}
# After one of these a day is part of what is to be done: "notes from friday", "move it to monday", "not friday".
_BINDS = word_set(
    "a about an and are between during each every except for from is last like my not of or our per re regarding said "
    "since than that their through to versus via vs was were with your"
)
# A number after one of these counts things: "room 3", "module 12/15", "section 4-5".
_NUMBERED = word_set(
    "act annex apartment apt article bill bldg box building bus case channel chapter code draft exhibit exit ext "
    "extension figure file flight floor form gate grade highway hwy invoice item lesson level line list module no "
    "number ordinance page pages part phase pier platform policy question room route rule section session slide step "
    "suite table ticket title track unit version"
)
# A day after one of these may be the day it happens.
_HAPPENINGS = word_set(
    "appointment beginning begins breakfast briefing call celebration class clinic closed closes closing conference "
    "court dinner drill effective ending ends event expires expiring fair forum funeral gala game gathering hearing "
    "interview lunch march meeting meetup open opening opens party rally retreat runs screening series service "
    "session shift show starting starts summit tour training trial vigil visit walk webinar workshop"
)
# These begin what somebody does about a day: "cancel thursday", "book the hall friday".
_ARRANGES = word_set(
    "attend begin block book cancel celebrate close cover hold host join launch move observe open plan postpone push "
    "reschedule reserve resume rsvp schedule skip staff start visit"
)
# With one of these a line tells or asks of something else, which has a day of its own: "who was on call friday".
_TELLS = word_set(
    "are because closes did had happened happening happens has how if is meets since starts that's there's was we "
    "we're were what what's when where whether which while who who's why will"
)
_IS = word_set("are be be is it's that's they're was were what's")
_SAYS_TO_OTHERS = word_set("announce ask inform let notify remind say tell")
_DETERMINERS = word_set("a new our the their this")
_STOPS = (":", ",", ";", " -", "!", ")")
_AMOUNTS = frozenset({"day", "week", "fortnight", "month", "quarter", "year", "workday", "hour", "minute", "workhour"})
_GOES_ON = word_set("and but plus then")
_PAST_FORMS = word_set("began came gave got held left made met saw sent spoke told took went wrote")
_SAYS_DUE = word_set("antes before by deadline due no para pls")
# "cover the desk until friday": how long it lasts
_LASTS = word_set("hasta til till until")
# "drop by tuesday": to somebody's place, or before that day?
_GOES_WITH_BY = word_set("come drop go pass stand stop swing")
_MODALS = word_set("and can could couples i may might must shall should they to we who will would you")
_STREET = re.compile(r"on \d+(?:st|nd|rd|th)\W*$", re.I)
_COUNTS_FROM_NOW = word_set("a asap cob end eod in later tonight within")
_DAY_KINDS = frozenset({"weekday", "month", "pair", "iso", "triple", "ord", "holiday"})
_CHANGES_BY = word_set("cut divide down drop fall grow increase lower multiply raise reduce rise up")


def may_be_content(line: str, rest: str, phrase: str) -> bool:
    """Whether a date found in a line could as well be what the line is about, so that a person must say.

    `rest`: the line without the phrase. After `by` or `due` it is the due date, unless the line names another one.
    """
    words = [bare for word in rest.split() if (bare := plain(word))]
    if not words:
        return False
    first = plain(phrase.split()[0])
    is_marked = first in _SAYS_DUE
    if _names_a_due_day(words) or _has_another_day(rest.split(), is_marked=is_marked):
        return True
    if line.startswith(phrase) and not line[len(phrase) :].startswith(_STOPS):
        return True
    return _is_told(words, first) if is_marked else _may_happen_then(words, first, phrase)


def _is_told(words: list[str], first: str) -> bool:
    """`tell the team it's` (due friday), `announce the` (deadline friday), `drop` (by tuesday)."""
    is_clause = words[0] in _SAYS_TO_OTHERS and not _TELLS.isdisjoint(words)
    return is_clause or words[-1] in _IS or words[-1] in _DETERMINERS or (first == "by" and words[-1] in _GOES_WITH_BY)


def _may_happen_then(words: list[str], first: str, phrase: str) -> bool:
    """Without `by`: `cancel` (thursday), `cover the desk` (until 5pm), `check who called` (on monday), `people` (wed)."""
    if first in _LASTS or _STREET.match(phrase) or not _TELLS.isdisjoint(words):
        return True
    if words[-1] in _HAPPENINGS or _is_past(words[-1]):
        return True
    if plain(phrase) == "wed" and (words[-1] in _MODALS or words[-1].endswith("s")):
        return True
    return (len(words) == 1 or words[0] in _ARRANGES) and first not in _COUNTS_FROM_NOW


def plain(word: str) -> str:
    """A word without its case and the marks around it."""
    return word.casefold().strip("()[]{},;:.!?\"'*_-–—")


def _names_a_due_day(words: list[str]) -> bool:
    """`draft by wed, final` (by fri): the line has more than one due date."""
    after = (words[place + 1 : place + 3] for place, word in enumerate(words) if word in _SAYS_DUE)
    return any(_is_day(" ".join(following).removeprefix("the "), _DAY_KINDS) for following in after)


def _has_another_day(words: list[str], *, is_marked: bool) -> bool:
    """`fix the sink today and order soap` (tomorrow), but not `review the monday report` (by wed)."""
    for place, word in enumerate(words):
        before, after = plain(words[place - 1]) if place else "", words[place + 1 : place + 2]
        if before in _BINDS or before in {"the", "this"} or not _is_day(plain(word), {"weekday"}):
            continue
        if not is_marked or word[-1] in ",;." or (after and plain(after[0]) in _GOES_ON):
            return True
    return False


def _is_day(words: str, kinds: Collection[str]) -> bool:
    """Whether these words begin with the name of a day."""
    line = tokens_of(words, forgive_slips=False)
    first = line.items[0] if line is not None and line.items else None
    return first is not None and (first.kind in kinds or first.text in {"today", "tomorrow"})


def _is_past(word: str) -> bool:
    return word in _PAST_FORMS or (len(word) > 4 and word.endswith("ed") and not word.endswith("eed"))


def begins_with_a_bare_number(line: Tokens, sense: Sense) -> bool:
    """`room 5 friday`: the 5 is nobody's hour."""
    first = line.items[0]
    if first.kind == "num":
        lone = len(line.items) == 1
        bare_hour = sense.clock is not None and (sense.clock.bare or len(first.text) > 2)
        second = None if lone else line.items[1]
        follows = second is not None and (second.kind in {"month", "unit", "ampm"} or second.text == "oclock")
        return not follows and (lone or bare_hour or bool(sense.day and sense.day.hour_like) or sense.is_impossible)
    return first.kind == "dec" or (first.kind == "pair" and "-" in first.text and len(line.items) > 1)


def means_due(line: Tokens, sense: Sense, before: str) -> bool:
    """Whether an understood phrase at the end of a line says when, rather than what."""
    items = line.items
    first = items[0]
    if first.kind == "word" and first.text in MARKERS:
        return marked(items, before)
    numbers = first.kind in {"num", "ord", "pair", "dec", "triple"}
    if before in _BINDS or sense.is_impossible or (numbers and before in _NUMBERED):
        return False
    if first.kind == "word":
        return _begins_like_a_date(items, sense)
    if first.kind in {"num", "ord"}:
        second = items[1] if len(items) > 1 else first
        return second.kind in {"month", "ampm"} or second.text == "oclock" or _is_anchored(items)
    if first.kind == "weekday":
        return len(items) > 1 or line.plain not in {"sat", "sun"}
    if first.kind == "month":
        return len(items) > 1 and items[1].kind in {"num", "ord"}
    if first.kind == "named":
        return len(items) > 1 or first.text in {"eod", "cob", "noon", "midnight"}
    if first.kind == "unit":
        return _is_anchored(items)
    return first.kind in {"iso", "triple", "instant", "clock"} or (first.kind == "pair" and "/" in first.text)


def marked(items: tuple[Token, ...], before: str) -> bool:
    """`by march` may be a person's name, `cut by 5` an amount: those stay in the text."""
    rest = [token for token in items if token.text not in MARKERS and token.text != "the"]
    if len(rest) == 1 and rest[0].kind == "month" and rest[0].text in _MONTHS_THAT_ARE_NAMES:
        return False
    if items[-1].kind == "unit" and items[-1].text in _AMOUNTS and any(token.text == "by" for token in items):
        return len(rest) > 2 or (len(rest) == 2 and rest[0].text in {"next", "this"})
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
    if first.text == "in" and items[2 if second.text == "the" and len(items) > 2 else 1].kind == "weekday":
        return False
    if first.text == "on":
        return second.kind not in {"month", "holiday", "unit"} or len(items) > 2
    if first.text == "at":
        return sense.clock is not None or bool(sense.day and sense.day.meeting)
    if first.text in {"last", "a"}:
        return _is_anchored(items) or (first.text == "last" and _has_of(items))
    return first.text in {"in", "within", "end", "beginning", "mid", "early", "late", "later", "after"}
