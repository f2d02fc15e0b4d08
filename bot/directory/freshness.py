"""Whether a record may still be shown: when its numbers were confirmed, whether it is vetted, paused, closed.

Pure. The curated record is overlaid with what editors and liaisons have told since; rules.md R48, R56, R59.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from bot.content.provider import Capacity, Provider, Verified
from bot.directory.changes import overlaid

CRISIS_DAYS = (30, 90)
OTHER_DAYS = (90, 365)
# the fallback itself: what everything else points to when it is too old
NEVER_HIDDEN = frozenset({"nat-911", "nat-988"})
FALLBACK = ("nat-911", "nat-988")
CAPACITY_LASTS = timedelta(hours=24)
HOW_TOLD = {
    "dialed": "Confirmed by phone",
    "page_opened": "Confirmed on its own page",
    "stored_copy": "Read from a stored public copy, not yet dialed",
    "unconfirmed": "Written down, confirmed by nobody yet",
    "universal": "The emergency number everywhere in the country",
}

Reason = Literal[
    "closed", "paused", "temporarily-closed", "unvetted", "expired", "failed", "placeholder", "too-old", "ended", "reported",
]  # fmt: skip


@dataclass(frozen=True)
class Room:
    """How much room there is, who last said so is kept elsewhere. Older than 24 hours it is unknown (R59)."""

    state: Capacity = "unknown"
    as_of: datetime | None = None
    until: date | None = None

    def at(self, now: datetime, today: date) -> Capacity:
        if self.as_of is None or now - self.as_of > CAPACITY_LASTS or (self.until is not None and self.until < today):
            return "unknown"
        return self.state


@dataclass(frozen=True)
class Overlay:
    """What the database knows over one curated record."""

    verified: Verified | None = None
    room: Room | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    paused: str | None = None
    reported: bool = False


@dataclass(frozen=True)
class Listing:
    """A record as it counts now: curated facts, corrected, with its confirmation, its room, and whether it is held back."""

    provider: Provider
    verified: Verified | None
    room: Room = field(default_factory=Room)
    paused: str | None = None
    reported: bool = False

    @property
    def id(self) -> str:
        return self.provider.id

    @property
    def conditions(self) -> dict[str, str]:
        """Each condition as yes, no or unknown; one that is not there is unknown."""
        return {str(name): str(value) for name, value in self.provider.conditions.items()}


@dataclass(frozen=True)
class Standing:
    """May it be shown as a match, and what must be said with it. `notice` is the banner of a stale record."""

    reason: Reason | None = None
    notice: str | None = None
    days: int | None = None

    @property
    def is_shown(self) -> bool:
        return self.reason is None


def listing_of(provider: Provider, overlay: Overlay | None = None) -> Listing:
    """The curated record under what is known since. The newer confirmation counts."""
    over = overlay or Overlay()
    provider = overlaid(provider, over.changes) if over.changes else provider
    room = over.room or Room(provider.capacity, _start_of(provider.capacity_as_of))
    return Listing(provider, _newer(provider.verified, over.verified), room, over.paused, over.reported)


def standing(listing: Listing, today: date) -> Standing:
    """Why a record may not be matched, or the banner it must carry."""
    provider = listing.provider
    days = days_since_confirmed(listing, today)
    reason = _held_back(listing, today)
    if reason is None and provider.id not in NEVER_HIDDEN and (days is None or days > limits(provider)[1]):
        reason = "too-old"
    return Standing(reason, _notice(listing, days), days)


def limits(provider: Provider) -> tuple[int, int]:
    """Days until the banner, days until a record is hidden."""
    return CRISIS_DAYS if provider.is_crisis_line else OTHER_DAYS


def days_since_confirmed(listing: Listing, today: date) -> int | None:
    return None if listing.verified is None else max(0, (today - listing.verified.on).days)


def hidden_from(listing: Listing) -> date | None:
    """The first day on which a record is too old to be shown; None: never because of its age."""
    if listing.provider.id in NEVER_HIDDEN:
        return None
    if listing.verified is None:
        return date.min
    return listing.verified.on + timedelta(days=limits(listing.provider)[1] + 1)


def last_day(listing: Listing) -> date | None:
    """The last day its vetting and its own end date allow; None: no such day."""
    provider = listing.provider
    days = [day for day in (provider.vetting.expires, provider.temporary_until) if day is not None]
    return min(days) if days else None


def vouched(listing: Listing) -> str:
    """Who last confirmed the contact facts, when and how, in one line."""
    found = listing.verified
    if found is None:
        return "Nobody has confirmed this record yet"
    if found.how == "universal":
        return HOW_TOLD[found.how]
    if found.how == "unconfirmed":
        return f"{HOW_TOLD['unconfirmed']} ({found.on:%b} {found.on.day}, {found.on.year})"
    return f"{HOW_TOLD[found.how]}: {found.on:%b} {found.on.day}, {found.on.year}, by {found.by}"


def _held_back(listing: Listing, today: date) -> Reason | None:
    provider = listing.provider
    by_status: dict[str, Reason] = {"closed": "closed", "paused": "paused", "temporarily_closed": "temporarily-closed"}
    if provider.status in by_status:
        return by_status[provider.status]
    if provider.must_replace_before_use or provider.vetting.state == "placeholder":
        return "placeholder"
    forced = (provider.conditions.get("faith_participation_required"), provider.conditions.get("phone_surrender"))
    if provider.vetting.state == "failed" or "yes" in forced:
        return "failed"
    if provider.vetting.state == "expired" or (provider.vetting.expires is not None and provider.vetting.expires < today):
        return "expired"
    if provider.vetting.state == "pending":
        return "unvetted"
    if provider.temporary_until is not None and provider.temporary_until < today:
        return "ended"
    if listing.reported:
        return "reported"
    return "paused" if listing.paused else None


def _notice(listing: Listing, days: int | None) -> str | None:
    if listing.id in NEVER_HIDDEN:
        return None
    if days is None or (listing.verified is not None and listing.verified.how == "unconfirmed"):
        return "Nobody has confirmed this number yet. It may be wrong."
    if days > limits(listing.provider)[0]:
        return f"Last confirmed {days} days ago. The number may have changed."
    return None


def _newer(curated: Verified | None, told: Verified | None) -> Verified | None:
    if curated is None or told is None:
        return curated or told
    return told if told.on >= curated.on else curated


def _start_of(day: date | None) -> datetime | None:
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
