"""Action items as values: what the services hand out and the views show. Nothing is looked up here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ItemState(StrEnum):
    OPEN = "open"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"


UNFINISHED = (ItemState.OPEN, ItemState.BLOCKED)


class Scope(StrEnum):
    """Which items a list is about. `nobody`: those without an owner."""

    MINE = "mine"
    AGENCY = "agency"
    ALL = "all"
    OVERDUE = "overdue"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose item it is now: the person, and the seat when they hold it by sitting there. `user` None: an empty seat."""

    user: str | None
    seat: str | None = None
    seat_name: str | None = None
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One action item as it is now. `due` is aware; `agency_name` is for people to read."""

    id: int
    code: str
    words: str
    state: ItemState
    due: datetime | None
    due_zone: str
    has_time: bool
    agency: str | None
    agency_name: str
    holders: tuple[Holder, ...]
    watchers: tuple[str, ...]
    source: str | None
    created_by: str
    created_at: datetime
    done_by: str | None = None
    done_at: datetime | None = None
    may_undo: bool = False
    blocked_because: str | None = None
    batch: str = ""

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def users(self) -> tuple[str, ...]:
        return tuple(holder.user for holder in self.holders if holder.user)

    def is_overdue(self, now: datetime) -> bool:
        return self.is_unfinished and self.due is not None and self.due < now


@dataclass(frozen=True, slots=True)
class MorningLine:
    """One line of a morning's message: the item as it is now and why it is named."""

    item: Item
    rule: str
    escalates_on: date | None = None

    @property
    def is_for_lead(self) -> bool:
        return self.rule == "escalation"

    @property
    def asks_for_date(self) -> bool:
        return self.rule == "needs-due"


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer to an item led to. `by_other`: somebody else had been faster, and this is how it stands."""

    item: Item
    by_other: bool = False


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """One bar of the weekly chart."""

    name: str
    open: int
    overdue: int
    blocked: int
    done_this_week: int


@dataclass(frozen=True, slots=True)
class Digest:
    """The week for the coordinators' channel."""

    week_of: date
    agencies: tuple[AgencyCount, ...]
    oldest: tuple[Item, ...]
    without_due: int
