"""The whole directory as columns, so that thousands of records are judged at once. Pure and immutable.

Built once for each set of records; a look-up then compares columns and words out only the few records it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from bot.content.provider import Area, Condition, Population, Provider, Service
from bot.directory.freshness import Listing, hidden_from, last_day, standing
from bot.directory.hours import WEEK, spans, week_minute
from bot.directory.names import Names
from bot.directory.words import Vocabulary, Words

SERVICES: tuple[str, ...] = get_args(Service)
POPULATIONS: tuple[str, ...] = get_args(Population)
AREAS: tuple[str, ...] = get_args(Area)
CONDITIONS: tuple[str, ...] = get_args(Condition)
SLOT = 15
SLOTS = WEEK // SLOT
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Columns:
    """One row for each listing."""

    services: Flags
    day_and_night: Flags
    main: npt.NDArray[np.int16]
    populations: Flags
    areas: Flags
    not_for: Flags
    forms: Flags
    yes: dict[str, Flags]
    no: dict[str, Flags]
    open_slots: Flags
    knows_hours: Flags
    always: Flags
    zone: npt.NDArray[np.int16]
    police: Flags
    immigration: Flags
    remote: Flags
    interpreters: Flags
    signing: Flags
    age_min: npt.NDArray[np.int16]
    age_max: npt.NDArray[np.int16]
    static: Flags
    hidden_from: npt.NDArray[np.int64]
    last_day: npt.NDArray[np.int64]
    confirmed: npt.NDArray[np.int64]


class Directory:
    """All listings, their columns, their names. Never changes after `build`."""

    def __init__(self, listings: tuple[Listing, ...], words: Words) -> None:
        self.listings = listings
        self.words = words
        self.place = {listing.id: place for place, listing in enumerate(listings)}
        self.zones = tuple(sorted({listing.provider.time_zone for listing in listings})) or ("UTC",)
        self.columns = _columns(listings, self.zones)
        self.speaks = _languages(listings)
        self.names = Names([listing.provider for listing in listings], words)
        self.vocabulary = Vocabulary(words.mendable | self.names.words, words.all)

    @staticmethod
    def build(providers: Iterable[Listing | Provider], words: Words) -> Directory:
        """Takes listings, or bare curated records as they stand."""
        return Directory(tuple(item if isinstance(item, Listing) else _bare(item) for item in providers), words)

    def listing(self, provider_id: str) -> Listing | None:
        place = self.place.get(provider_id)
        return None if place is None else self.listings[place]

    def eligible(self, today: date) -> Flags:
        """Which records may be matched on a day: vetted, open for business, confirmed recently enough."""
        day, columns = today.toordinal(), self.columns
        eligible: Flags = columns.static & (columns.hidden_from > day) & (columns.last_day >= day)
        return eligible

    def speakers(self, language: str) -> Flags:
        return self.speaks.get(language, np.zeros(len(self.listings), dtype=bool))

    def open_in(self, start: datetime, end: datetime) -> Flags:
        """Open at some quarter of an hour from `start` to `end`; a look at the exact hours follows for what is shown."""
        columns = self.columns
        result = np.zeros(len(self.listings), dtype=bool)
        length = max(1, int((end - start).total_seconds() // 60))
        for number, name in enumerate(self.zones):
            first = week_minute(start, ZoneInfo(name))
            slots = np.unique(np.arange(first // SLOT, (first + length - 1) // SLOT + 1) % SLOTS)
            here = columns.zone == number
            result[here] = columns.open_slots[np.ix_(here, slots)].any(axis=1)
        return result


def service_columns(codes: Iterable[str]) -> list[int]:
    return [SERVICES.index(code) for code in codes if code in SERVICES]


def population_column(code: str) -> int:
    return POPULATIONS.index(code)


def area_columns(codes: Iterable[str]) -> list[int]:
    return [AREAS.index(code) for code in codes]


def _bare(provider: Provider) -> Listing:
    from bot.directory.freshness import listing_of

    return listing_of(provider)


def _columns(listings: Sequence[Listing], zones: tuple[str, ...]) -> Columns:
    providers = [listing.provider for listing in listings]
    zone_number = {name: number for number, name in enumerate(zones)}

    conditions = [listing.conditions for listing in listings]

    def flags(test: Any) -> Flags:
        return np.array([bool(test(provider)) for provider in providers], dtype=bool)

    def whole(value: Any, kind: Any = np.int64) -> npt.NDArray[Any]:
        return np.array([value(listing) for listing in listings], dtype=kind)

    return Columns(
        services=_table([provider.services for provider in providers], SERVICES),
        day_and_night=_table([provider.day_and_night for provider in providers], SERVICES),
        main=np.array([SERVICES.index(provider.services[0]) for provider in providers], dtype=np.int16),
        populations=_table([provider.populations for provider in providers], POPULATIONS),
        areas=_table([provider.area for provider in providers], AREAS),
        not_for=_table([provider.not_for for provider in providers], POPULATIONS),
        yes={code: np.array([known.get(code) == "yes" for known in conditions], dtype=bool) for code in CONDITIONS},
        no={code: np.array([known.get(code) == "no" for known in conditions], dtype=bool) for code in CONDITIONS},
        forms=_table([provider.forms_served for provider in providers], ("sex", "labor")),
        open_slots=_opening(providers),
        knows_hours=flags(lambda provider: provider.hours.always or provider.hours.weekly),
        always=flags(lambda provider: provider.hours.always),
        zone=whole(lambda listing: zone_number[listing.provider.time_zone], np.int16),
        police=flags(lambda provider: provider.is_police),
        immigration=flags(lambda provider: provider.immigration_enforcement),
        remote=flags(is_remote),
        interpreters=flags(lambda provider: provider.interpretation),
        signing=flags(lambda provider: "ASL" in (provider.interpretation or "")),
        age_min=whole(lambda listing: listing.provider.age_min or 0, np.int16),
        age_max=whole(lambda listing: listing.provider.age_max or 200, np.int16),
        static=np.array([_is_ever_shown(listing) for listing in listings], dtype=bool),
        hidden_from=whole(lambda listing: (hidden_from(listing) or date.max).toordinal()),
        last_day=whole(lambda listing: (last_day(listing) or date.max).toordinal()),
        confirmed=whole(lambda listing: listing.verified.on.toordinal() if listing.verified else 0),
    )


def is_remote(provider: Provider) -> bool:
    """Helps by phone, video or online, wherever the person is; a crisis line always does."""
    return provider.remote or "remote" in provider.area or "crisis_line" in provider.services


def _is_ever_shown(listing: Listing) -> bool:
    """Nothing but its age could hold it back: asked as of the day it was last confirmed, or vetted."""
    day = listing.verified.on if listing.verified else None
    limit = last_day(listing)
    if day is None or (limit is not None and day > limit):
        day = limit
    return day is not None and standing(listing, day).reason in (None, "too-old")


def _table(rows: Sequence[Iterable[str]], codes: Sequence[str]) -> Flags:
    number = {code: place for place, code in enumerate(codes)}
    table = np.zeros((len(rows), len(codes)), dtype=bool)
    for place, row in enumerate(rows):
        for code in row:
            table[place, number[code]] = True
    return table


def _opening(providers: Sequence[Provider]) -> Flags:
    table = np.zeros((len(providers), SLOTS), dtype=bool)
    known: dict[Any, Flags] = {}
    for place, provider in enumerate(providers):
        stretches = spans(provider.hours)
        row = known.get(stretches)
        if row is None:
            row = np.zeros(SLOTS, dtype=bool)
            for start, end in stretches:
                row[np.arange(start // SLOT, -(-end // SLOT)) % SLOTS] = True
            known[stretches] = row
        table[place] = row
    return table


def _languages(listings: Sequence[Listing]) -> dict[str, Flags]:
    found: dict[str, Flags] = {}
    for place, listing in enumerate(listings):
        for code in listing.provider.languages_spoken:
            found.setdefault(code, np.zeros(len(listings), dtype=bool))[place] = True
    return found
