"""Is there a quorum? Counted by seat: a seat with its member or a designee in the room, or remote, counts once. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.settings import Quorum, Seat


class Reply(StrEnum):
    COMING = "coming"
    REMOTE = "remote"
    DESIGNEE = "designee"
    CANNOT = "cannot"


PRESENT = frozenset({Reply.COMING, Reply.REMOTE, Reply.DESIGNEE})


@dataclass(frozen=True)
class Count:
    """`filled` of `voting` seats; `needed` make a quorum. `missing` and `silent` are seat ids."""

    voting: int
    needed: int
    filled: int
    missing: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        return self.filled >= self.needed and self.voting > 0


def count(seats: Iterable[Seat], replies: Mapping[str, Reply], rule: Quorum) -> Count:
    """`replies` maps seat ids to the latest word about that seat."""
    voting = [seat for seat in seats if seat.voting]
    filled = [seat for seat in voting if replies.get(seat.id) in PRESENT]
    missing = tuple(seat.id for seat in voting if replies.get(seat.id) not in PRESENT)
    silent = tuple(seat.id for seat in voting if seat.id not in replies)
    return Count(len(voting), needed(len(voting), rule), len(filled), missing, silent)


def needed(voting: int, rule: Quorum) -> int:
    """More than the percentage (or exactly it, when `more_than` is no), and at least the number if one is given."""
    share = voting * rule.percent / 100
    by_share = math.floor(share) + 1 if rule.more_than else math.ceil(share)
    return min(voting, max(by_share, rule.at_least or 0)) if voting else 0
