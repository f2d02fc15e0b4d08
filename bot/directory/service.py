"""The verbs people use with the directory: look somebody up, see a card, see what was missing.

Looking up changes nothing but a count of unmet needs, kept in memory and written by the next tick. Showing a card never
resets the clock of its confirmation. What editors and liaisons do stands in `upkeep`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.content.provider import Capacity, Provider
from bot.directory.freshness import FALLBACK, Listing, Standing, standing, vouched
from bot.directory.hours import at_this_moment
from bot.directory.index import Directory
from bot.directory.lookup import Gap, LookUp, look_up
from bot.directory.need import Need
from bot.directory.records import DirectoryGap
from bot.store.engine import Store

KEEP_GAPS = timedelta(days=731)
SMALLEST_SHOWN = 11


@dataclass(frozen=True)
class Card:
    """One record as it may be shown now. `instead`: whom to call when it may not be."""

    listing: Listing
    standing: Standing
    hours: str
    vouched: str
    room: Capacity = "unknown"
    instead: tuple[Listing, ...] = ()

    @property
    def provider(self) -> Provider:
        return self.listing.provider


@dataclass(frozen=True)
class GapCount:
    """An unmet need of one quarter. `count` is None where fewer than 11 were counted (R62)."""

    gap: Gap
    count: int | None


class DirectoryService:
    """Safe to call from many threads. Without a store (on the command line) nothing is counted."""

    def __init__(
        self, store: Store | None, clock: Clock, directory: Callable[[], Directory], zone: ZoneInfo,
        state_line: Callable[[], str | None],
    ) -> None:  # fmt: skip
        self._store, self._clock, self._directory, self._zone = store, clock, directory, zone
        self._state_line = state_line
        self._gaps: Counter[Gap] = Counter()
        self._lock = Lock()

    def today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    def look_up(self, asked: str | Need, *, count: bool = False) -> LookUp:
        """Who fits. With `count`, a need that nobody fits is counted: never for a text that only might be a look-up."""
        found = look_up(asked, self._directory(), self._clock.now(), self._zone)
        if count and found.gap is not None:
            with self._lock:
                self._gaps[found.gap] += 1
        return found

    def listing(self, provider_id: str) -> Listing | None:
        return self._directory().listing(provider_id)

    def listings(self) -> tuple[Listing, ...]:
        return self._directory().listings

    def card(self, provider_id: str) -> Card | None:
        """The card of one record as things are now; None when there is no such record."""
        listing = self.listing(provider_id)
        if listing is None:
            return None
        found = standing(listing, self.today())
        provider = listing.provider
        hours = at_this_moment(provider.hours, ZoneInfo(provider.time_zone), self._clock.now(), self._zone)
        if provider.hours.note and provider.hours.note not in hours:
            hours = f"{hours}. {provider.hours.note}"
        room = listing.room.at(self._clock.now(), self.today())
        return Card(listing, found, hours, vouched(listing), room, () if found.is_shown else self.fallback(provider))

    def fallback(self, provider: Provider) -> tuple[Listing, ...]:
        """Whom to show in place of a record that is held back: its successor, or 911, 988 and the state's line."""
        directory = self._directory()
        successor = directory.listing(provider.redirect_to or "")
        if successor is not None and standing(successor, self.today()).is_shown:
            return (successor,)
        if not provider.is_crisis_line:
            return ()
        wanted = (*FALLBACK, self._state_line() or "")
        found = [listing for each in wanted if each != provider.id and (listing := directory.listing(each)) is not None]
        return tuple(listing for listing in found if standing(listing, self.today()).is_shown)

    def gaps(self, quarter: str) -> tuple[GapCount, ...]:
        """Unmet needs of a quarter such as 2026-Q4, most first; fewer than 11 are not told apart."""
        if self._store is None:
            return ()
        self.flush()
        months = _months_of(quarter)
        with self._store.read() as session:
            rows = session.scalars(select(DirectoryGap).where(DirectoryGap.month.in_(months))).all()
        total: Counter[Gap] = Counter()
        for row in rows:
            total[Gap(row.need, row.language, row.area, row.population)] += row.count
        shown = [GapCount(gap, number if number >= SMALLEST_SHOWN else None) for gap, number in total.items()]
        return tuple(sorted(shown, key=lambda item: (-(item.count or 0), item.gap.need, item.gap.language)))

    def flush(self) -> None:
        """Writes the counts gathered in memory, and drops those older than 24 months."""
        with self._lock:
            waiting, self._gaps = self._gaps, Counter()
        if self._store is None:
            return
        oldest = f"{self.today() - KEEP_GAPS:%Y-%m}"
        with self._store.write() as session:
            session.execute(delete(DirectoryGap).where(DirectoryGap.month < oldest))
            for gap, number in waiting.items():
                self._add(session, gap, number)

    def _add(self, session: Session, gap: Gap, number: int) -> None:
        month = f"{self.today():%Y-%m}"
        what = (DirectoryGap.month == month, DirectoryGap.need == gap.need, DirectoryGap.language == gap.language,
                DirectoryGap.area == gap.area, DirectoryGap.population == gap.population)  # fmt: skip
        changed = session.execute(
            update(DirectoryGap).where(*what).values(count=DirectoryGap.count + number).returning(DirectoryGap.id)
        ).first()
        if changed is None:
            session.add(DirectoryGap(month=month, need=gap.need, language=gap.language, area=gap.area,
                                     population=gap.population, count=number))  # fmt: skip
            session.flush()


def _months_of(quarter: str) -> tuple[str, ...]:
    year, _, number = quarter.partition("-Q")
    first = (int(number) - 1) * 3 + 1
    return tuple(f"{year}-{month:02}" for month in range(first, first + 3))
