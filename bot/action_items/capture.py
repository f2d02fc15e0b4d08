"""One typed line becomes a draft of an action item: whose, what, until when. Pure; keeps nothing, decides nothing.

What cannot be read surely is said in `troubles`, so that a person mends it instead of the assistant guessing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.action_items.due import DueReading, DueRules, find_due, read_due
from bot.action_items.due_or_content import may_be_content
from bot.workdays import local_moment

SLACK_USER = re.compile(r"<@([UW][A-Z0-9]+)(?:\|([^>]*))?>")
NAME = r"(?:<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@[\w][\w.\-]*)"
BETWEEN = r"(?:\s*(?:&amp;|[,;&+:/])?\s*(?:\b(?:and|y)\b)?\s*)"
ADDRESS = r"(?:(?:hey|hi|ok|to|for|assigned? to|owner):?\s+)?"
LEADING = re.compile(rf"^[\s*_~]*{ADDRESS}(?P<who>{NAME}(?:{BETWEEN}{NAME})*)[*_~]*{BETWEEN}", re.I)
LISTED = r"(?:\s*(?:&amp;|[,;&+/])?\s*(?:\b(?:and|y)\b)?\s*)"
COPIED = re.compile(rf"[\s,;(]*\bcc:?\s+(?P<who>{NAME}(?:{LISTED}{NAME})*)(?:\)|\s*:)?", re.I)
# "fix the sink by wed - @maria"; without the dash only right after the due date, for "call @maria" is about her
TRAILING = re.compile(rf"(?P<dash>[-–—(>|]\s*)?(?P<who>{NAME}(?:{LISTED}{NAME})*)[\s).!]*$", re.I)
ONE = re.compile(NAME)
# what people put in front of a line of minutes
BULLET = re.compile(r"^\s*(?:[-*•–—]|\d{1,2}[.)]|\[[ xX]?\]|(?:action(?: item)?|ai|todo|to do)\s*[:\-])\s*", re.I)
LONGEST = 1000
UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SELF = ("me", "myself")


class Lack(StrEnum):
    """Why a line is no action item yet."""

    NOTHING_TO_DO = "nothing_to_do"
    NOBODY = "nobody"
    UNKNOWN_NAME = "unknown_name"
    NO_DATE = "no_date"
    UNSURE_DATE = "unsure_date"
    DETAILS = "details"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Trouble:
    """`about`: the name nobody has, or the date words that were not understood."""

    lack: Lack
    about: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a line says. `words` is unescaped text without mentions at its head and without the due phrase.

    A phrase that may be what the line is about ("cancel thursday") stays in `words`, and is asked.
    """

    words: str
    users: tuple[str, ...]
    seats: tuple[str, ...]
    watchers: tuple[str, ...]
    due: DueReading | None
    phrase: str
    troubles: tuple[Trouble, ...]

    def has(self, lack: Lack) -> bool:
        return any(trouble.lack is lack for trouble in self.troubles)

    @property
    def only_asks(self) -> bool:
        """A date was read, and all that is left is that a person says yes to it."""
        return self.due is not None and [trouble.lack for trouble in self.troubles] == [Lack.UNSURE_DATE]

    def confirmed(self) -> Draft:
        """The same after a person has said yes to the date."""
        return replace(self, troubles=()) if self.only_asks else self

    @property
    def is_ready(self) -> bool:
        """Nothing is lacking and nothing is to be asked."""
        return not self.troubles


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of the window, as they were filled in."""

    words: str
    users: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    watchers: tuple[str, ...] = ()
    when: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a line needs to know: who writes, when and where, which seats there are, what a person is called.

    `details` names the kinds of identifying details in a text (the identifier screen). `seats` maps what people may
    type after the @ to a seat's id, `people` the names Slack did not turn into a mention to user ids.
    """

    author: str
    now: datetime
    zone: str
    rules: DueRules
    seats: Mapping[str, str]
    people: Mapping[str, str]
    name_of: Callable[[str], str]
    details: Callable[[str], tuple[str, ...]]

    def read(self, line: str) -> Draft:
        """A line as Slack sends it, with `<@U…>` mentions. An item without an assignee is the author's own."""
        return self._read(line, everybody_named=False)

    def read_minutes(self, line: str) -> Draft:
        """A line of minutes: here a missing person or date is a trouble, for nobody is there to be asked."""
        draft = self._read(BULLET.sub("", line), everybody_named=True)
        if draft.due is None and not draft.has(Lack.NO_DATE):
            draft = replace(draft, troubles=(*draft.troubles, Trouble(Lack.NO_DATE)))
        return draft

    def read_window(self, filled: Filled) -> Draft:
        """What a window's fields say. Without a date in its own field one is looked for in the words, as in a line."""
        line = escape(filled.words)
        if not filled.when and filled.day is None:
            draft = self._read(line, everybody_named=False)
        else:
            draft = self._dated(filled)
        named = bool(filled.users or filled.seats)
        return replace(
            draft, users=filled.users if named else draft.users, seats=filled.seats if named else draft.seats,
            watchers=filled.watchers,
        )  # fmt: skip

    def _dated(self, filled: Filled) -> Draft:
        words = tidy(filled.words)
        if filled.day is not None:
            moment = local_moment(filled.day, self.rules.close_of_business, ZoneInfo(self.zone)).at
            warnings = self.rules.calendar.notes(filled.day)
            due: DueReading | None = DueReading(moment, False, False, warnings, "picked", "date")
            if moment <= self.now:
                due = DueReading(None, False, False, (), "that day has passed", "none")
        else:
            due = read_due(filled.when, self.now, self.zone, self.rules)
        troubles = self._about_date(due, filled.when or str(filled.day))
        if len(words) > LONGEST:
            troubles.append(Trouble(Lack.TOO_LONG))
        if not words:
            troubles.append(Trouble(Lack.NOTHING_TO_DO))
        if self.details(words):
            troubles.append(Trouble(Lack.DETAILS))
        kept = due if due is not None and due.due is not None else None
        return Draft(words, (self.author,), (), (), kept, filled.when, tuple(troubles))

    def _read(self, line: str, *, everybody_named: bool) -> Draft:
        if len(line) > LONGEST:
            return Draft("", (), (), (), None, "", (Trouble(Lack.TOO_LONG),))
        line = tidy(line)
        copied, line = _taken(COPIED, line)
        named, line = _taken(LEADING, line)
        if not named:
            named, line = _named_last(line)
        users, seats, unknown = self._who(named)
        watchers, _, unknown_too = self._who(copied)
        line = self._plain(line)
        found = find_due(line)
        words, phrase = found if found else (line, "")
        due = read_due(phrase, self.now, self.zone, self.rules) if phrase else None
        if due is not None and due.due is not None and may_be_content(line, words, phrase):
            words = line
            due = replace(due, ask=True, warnings=(*due.warnings, "read as the due date"))
        troubles = [Trouble(Lack.UNKNOWN_NAME, name) for name in (*unknown, *unknown_too)]
        if not users and not seats and not unknown:
            if everybody_named:
                troubles.append(Trouble(Lack.NOBODY))
            else:
                users = (self.author,)
        if not words.strip(" .,;:-–—"):
            troubles.append(Trouble(Lack.NOTHING_TO_DO))
        troubles += self._about_date(due, phrase)
        if self.details(words):
            troubles.append(Trouble(Lack.DETAILS))
        return Draft(words, users, seats, watchers, due if due and due.due else None, phrase, tuple(troubles))

    def _who(self, tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """(user ids, seat ids, names nobody has), each once and in order."""
        users, seats, unknown = [], [], []
        for token in tokens:
            mention = SLACK_USER.fullmatch(token)
            name = token.removeprefix("@").rstrip(".-").casefold()
            if mention:
                users.append(mention.group(1))
            elif name in SELF:
                users.append(self.author)
            elif name in self.seats:
                seats.append(self.seats[name])
            elif name in self.people:
                users.append(self.people[name])
            else:
                unknown.append(token)
        return tuple(dict.fromkeys(users)), tuple(dict.fromkeys(seats)), tuple(dict.fromkeys(unknown))

    def _plain(self, text: str) -> str:
        """Mentions inside the text become names: an item pings nobody but those whose it is."""
        named = SLACK_USER.sub(lambda found: found.group(2) or self.name_of(found.group(1)) or "somebody", text)
        return tidy(unescape(named)).strip(" ,;:-–—")

    @staticmethod
    def _about_date(due: DueReading | None, phrase: str) -> list[Trouble]:
        if due is None:
            return []
        if due.due is None:
            return [Trouble(Lack.UNSURE_DATE if due.ask else Lack.NO_DATE, phrase)]
        return [Trouble(Lack.UNSURE_DATE, phrase)] if due.ask else []


def tidy(text: str) -> str:
    """One line of what can be stored and read: without control signs, lone surrogates or signs that turn the writing round."""
    return re.sub(r"\s+", " ", UNREADABLE.sub("", text)).strip()


def unescape(text: str) -> str:
    """Slack escapes three signs in what people type."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str) -> str:
    """Typed in a window, where Slack escapes nothing: brought into the form of a message."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def lines_of(pasted: str) -> tuple[str, ...]:
    """The lines of pasted minutes that hold anything."""
    return tuple(line.strip() for line in pasted.splitlines() if BULLET.sub("", line).strip())


def _named_last(line: str) -> tuple[tuple[str, ...], str]:
    """The names after a line and its due date, and the line without them."""
    found = TRAILING.search(line)
    if found is None:
        return (), line
    before = line[: found.start()].rstrip()
    due = find_due(before)
    if not found["dash"] and (due is None or not before.endswith(due[1])):
        return (), line
    return tuple(ONE.findall(found["who"])), before


def _taken(pattern: re.Pattern[str], line: str) -> tuple[tuple[str, ...], str]:
    """The names a pattern finds, and the line without them."""
    found = pattern.search(line)
    if found is None:
        return (), line
    return tuple(ONE.findall(found["who"])), f"{line[: found.start()]} {line[found.end() :]}".strip()
