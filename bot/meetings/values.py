"""Meetings as values: what the services hand out and the views show. Nothing is looked up here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.meetings import quorum
from bot.meetings.agenda import Item, Length, length, on_agenda, overruns
from bot.meetings.quorum import PRESENT, Count, Reply
from bot.settings import Seat, Series


class MeetingState(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class AtTable:
    """A seat and the agency it belongs to."""

    seat: Seat
    agency: str
    agency_name: str


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision. `dissent` and `moved_by` are agency names; `with_quorum` false: advice, not a decision that binds."""

    id: int
    code: str
    item_id: int
    series: str
    words: str
    moved_by: str | None
    dissent: tuple[str, ...]
    to_tell: str
    review_on: date | None
    is_restricted: bool
    with_quorum: bool
    on: date


@dataclass(frozen=True, slots=True)
class Promised:
    """An action item made in the meeting."""

    code: str
    item_id: int | None
    words: str
    who: str
    due: date | None


@dataclass(frozen=True)
class MeetingNow:
    """One meeting as it is now, with everything its messages show. `zone` is an IANA name."""

    id: int
    code: str
    series: Series
    zone: str
    channel: str
    planned: date
    starts: datetime
    ends: datetime
    state: MeetingState
    note: str
    revision: int
    sequence: int
    is_out: bool
    chair: str | None
    chair_name: str
    note_taker: str | None
    note_taker_name: str
    started_at: datetime | None
    ended_at: datetime | None
    current: int | None
    current_since: datetime | None
    opening: str
    minutes_revision: int
    approved_by: str | None
    is_approved: bool
    opened_by: str | None
    table: tuple[AtTable, ...] = ()
    items: tuple[Item, ...] = ()
    replies: Mapping[str, Reply] = field(default_factory=dict)
    present: Mapping[str, Reply] = field(default_factory=dict)
    decisions: tuple[Decided, ...] = ()
    promises: tuple[Promised, ...] = ()

    @property
    def agenda(self) -> tuple[Item, ...]:
        return on_agenda(self.items)

    @property
    def length(self) -> Length:
        return length(self.items, self.series.minutes)

    @property
    def overruns(self) -> frozenset[int]:
        return overruns(self.items, self.series.minutes)

    @property
    def seats(self) -> tuple[Seat, ...]:
        return tuple(place.seat for place in self.table)

    @property
    def expected(self) -> Count:
        """The quorum by what was replied."""
        return quorum.count(self.seats, self.replies, self.series.quorum)

    @property
    def counted(self) -> Count:
        """The quorum by who is in the room."""
        return quorum.count(self.seats, self.present, self.series.quorum)

    @property
    def now_discussed(self) -> Item | None:
        return next((item for item in self.items if item.id == self.current), None)

    @property
    def coming_up(self) -> tuple[Item, ...]:
        """Waiting items that take meeting time, the current one left out."""
        return tuple(item for item in self.agenda if item.is_waiting and not item.is_settled and item.id != self.current)

    def seats_of(self, user: str, agency: str | None) -> tuple[AtTable, ...]:
        """The seats a person may speak for: their own, those they stand in for, else those of their agency."""
        own = tuple(place for place in self.table if place.seat.member == user)
        stand_in = tuple(place for place in self.table if place.seat.backup == user)
        return own or stand_in or tuple(place for place in self.table if agency and place.agency == agency)

    def said_of(self, seat: str) -> Reply | None:
        return self.replies.get(seat)

    def is_in_room(self, seat: str) -> bool:
        return self.present.get(seat) in PRESENT


@dataclass(frozen=True)
class Turn:
    """Whose turn it will be, for a view."""

    planned: date
    starts: datetime
    role: str
    agency: str
    agency_name: str
    is_swap: bool


@dataclass(frozen=True)
class HandoverPoint:
    id: str
    words: str
    done_by: str | None


@dataclass(frozen=True)
class Handover:
    """The checklist from one chair to the next."""

    meeting: MeetingNow
    from_name: str
    points: tuple[HandoverPoint, ...]
    ownerless: int
