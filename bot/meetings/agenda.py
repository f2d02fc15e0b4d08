"""What stands on an agenda and how long it takes: order, sums, what is public, what somebody typed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

USUAL_MINUTES = {"inform": 5, "discuss": 10, "decide": 15}
LONGEST_WORDS = 300
# places leave room: standing parts before the group's items, the items, standing parts after them
FIRST_PART, FIRST_ITEM, LAST_PART = 0, 10_000, 1_000_000


class ItemKind(StrEnum):
    INFORM = "inform"
    DISCUSS = "discuss"
    DECIDE = "decide"


class ItemState(StrEnum):
    WAITING = "waiting"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    DEFERRED = "deferred"
    MERGED = "merged"
    REMOVED = "removed"


class Origin(StrEnum):
    """Where an item comes from; `count` items hold only suppressed counts."""

    MEMBER = "member"
    STANDING = "standing"
    CARRIED = "carried"
    ACTION = "action"
    DECISION = "decision"
    COUNT = "count"


class RoundAnswer(StrEnum):
    DONE = "done"
    ON_TRACK = "on-track"
    STUCK = "stuck"


ON_AGENDA = frozenset({ItemState.WAITING, ItemState.DISCUSSED, ItemState.DECIDED, ItemState.DEFERRED})
SETTLED = frozenset({RoundAnswer.DONE, RoundAnswer.ON_TRACK})


@dataclass(frozen=True, slots=True)
class Item:
    """One item as it is now. `minutes` is its time box; `seconds` how long it was spoken about so far."""

    id: int
    code: str
    words: str
    kind: ItemKind
    minutes: int
    owner: str | None
    is_restricted: bool
    state: ItemState
    round: RoundAnswer | None
    origin: Origin
    cause: str | None
    link: str | None
    notes: str
    seconds: int
    revision: int
    added_by: str
    merged_into: int | None = None

    @property
    def is_waiting(self) -> bool:
        return self.state is ItemState.WAITING

    @property
    def is_settled(self) -> bool:
        """Its owner said the day before that it needs no meeting time."""
        return self.round in SETTLED

    @property
    def joins_round(self) -> bool:
        """Reports join the round robin; what is to be discussed or decided takes its time anyway."""
        is_report = self.origin is Origin.ACTION or (self.origin is not Origin.STANDING and self.kind is ItemKind.INFORM)
        return self.is_waiting and self.owner is not None and is_report

    @property
    def action(self) -> str | None:
        """Code of the action item it is about."""
        return action_code(self.cause)

    @property
    def takes(self) -> int:
        """Minutes it takes of the meeting."""
        return 0 if self.is_settled else self.minutes


@dataclass(frozen=True, slots=True)
class Gathered:
    """An item that puts itself on the agenda. `cause` names what it comes from and stays the same from day to day.

    `series`: whose agenda it belongs on, None for the main group's. `is_spare`: it stays when somebody has put it there, but
    does not come by itself.
    """

    cause: str
    words: str
    origin: Origin
    kind: ItemKind = ItemKind.DISCUSS
    minutes: int = 5
    owner: str | None = None
    is_restricted: bool = True
    series: str | None = None
    is_spare: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """How the time boxes stand against the length of the meeting, in minutes."""

    boxed: int
    available: int

    @property
    def over(self) -> int:
        return max(0, self.boxed - self.available)


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed after `/agenda add`."""

    words: str
    kind: ItemKind
    minutes: int
    is_restricted: bool


_KIND = re.compile(r"^(inform|discuss|decide)\s*[:,-]\s*", re.IGNORECASE)
_MINUTES = re.compile(r"[\s,(]*\b(\d{1,3})\s*(?:min|mins|minutes)\b\)?\s*$", re.IGNORECASE)
_PUBLIC = re.compile(r"[\s,(]+public\)?\s*$", re.IGNORECASE)


def action_code(cause: str | None) -> str | None:
    """`action|A-7F3KQ2` is about that action item."""
    what, _, code = (cause or "").partition("|")
    return code if what == Origin.ACTION else None


def read_typed(text: str) -> Typed:
    """`decide: Approve the flyer 15 min public`: kind in front, minutes and `public` at the end, all optional.

    Without `public` an item is restricted: to forget the word must never publish anything.
    """
    words, kind, minutes, restricted = " ".join(text.split()), ItemKind.DISCUSS, None, True
    if found := _KIND.match(words):
        kind, words = ItemKind(found.group(1).lower()), words[found.end() :]
    for _ in range(2):
        if restricted and (found := _PUBLIC.search(words)):
            restricted, words = False, words[: found.start()]
        if minutes is None and (found := _MINUTES.search(words)):
            minutes, words = int(found.group(1)), words[: found.start()]
    words = words.strip(" ,;-")
    return Typed(words, kind, USUAL_MINUTES[kind] if minutes is None else minutes, restricted)


def on_agenda(items: Iterable[Item]) -> tuple[Item, ...]:
    """Without what was merged or taken off."""
    return tuple(item for item in items if item.state in ON_AGENDA)


def length(items: Iterable[Item], available: int) -> Length:
    return Length(sum(item.takes for item in on_agenda(items)), available)


def overruns(items: Iterable[Item], available: int) -> frozenset[int]:
    """Ids of the items that would begin or end after the meeting's end, when everything takes its time box."""
    late, clock = set[int](), 0
    for item in on_agenda(items):
        clock += item.takes
        if item.takes and clock > available:
            late.add(item.id)
    return frozenset(late)


def public(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if not item.is_restricted)
