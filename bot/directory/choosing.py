"""Which of the ranked records are shown: two at least where two fit, one of them remote, each thing asked for once. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.directory.fitting import people_allowed
from bot.directory.index import Directory
from bot.directory.need import POLICE_SERVICES, Need
from bot.directory.ranking import STANDS_IN, STRICT_TIMES, Ranked, rank

MOST_MATCHES = 3
NEAR_THE_BEST = 0.6


@dataclass(frozen=True)
class Asked:
    """One look-up at one moment in one city. `by_name`: the kind of help was named only as a part of somebody's name."""

    directory: Directory
    need: Need
    now: datetime
    zone: ZoneInfo
    boosted: frozenset[int] = frozenset()
    without: frozenset[int] = frozenset()
    by_name: bool = False


@dataclass(frozen=True)
class Chosen:
    places: tuple[int, ...]
    ranked: Ranked


def choose(asked: Asked) -> Chosen:
    """Best first. Empty when nothing offers what was asked for."""
    ranked = rank(asked.directory, asked.need, asked.now, asked.zone, asked.now.date(), asked.boosted, by_name=asked.by_name)
    order = tuple(place for place in ranked.order if place not in asked.without)
    kept = _kept(asked, ranked, order)
    return Chosen(tuple(_with_remote(asked, ranked, order, kept)) if kept else (), ranked)


def _kept(asked: Asked, ranked: Ranked, order: tuple[int, ...]) -> list[int]:
    order = _of_the_kind(asked, order)
    exact = [place for place in order if ranked.exact[place] or place in asked.boosted]
    others = [place for place in order if not ranked.exact[place] and place not in asked.boosted]
    if not exact and asked.need.when not in STRICT_TIMES:
        exact, others = [place for place in others if ranked.share[place] >= STANDS_IN / 2], []
    if asked.need.when in ("now", "tonight") or asked.need.hour is not None:
        exact = [place for place in exact if _is_open(asked, ranked, place)] or exact
    if not exact:
        return []
    best = float(ranked.scores[exact[0]])
    kept = [place for place in exact if ranked.scores[place] >= best * NEAR_THE_BEST][:MOST_MATCHES]
    kept = _each_thing(ranked, exact, kept)
    if len(kept) < 2:
        spare = [place for place in (*exact, *others) if place not in kept and ranked.share[place] >= STANDS_IN / 2]
        kept += spare[: 2 - len(kept)]
    return kept


def _of_the_kind(asked: Asked, order: tuple[int, ...]) -> tuple[int, ...]:
    """Who asks for immigration enforcement or for police by kind gets that kind and nothing else."""
    columns, need = asked.directory.columns, asked.need
    if need.immigration:
        return tuple(place for place in order if columns.immigration[place])
    if need.police and all(each & (POLICE_SERVICES | {"tip_line"}) for each in need.services):
        return tuple(place for place in order if columns.police[place])
    return order


def _each_thing(ranked: Ranked, exact: list[int], kept: list[int]) -> list[int]:
    """Where several things were asked for, the best provider of each is among those shown."""
    if len(ranked.covers) < 2:
        return kept
    firsts = [next((place for place in exact if cover[place]), None) for cover in ranked.covers]
    leading = dict.fromkeys(place for place in (kept[0], *firsts) if place is not None)
    return list(dict.fromkeys((*leading, *kept)))[:MOST_MATCHES]


def _with_remote(asked: Asked, ranked: Ranked, order: tuple[int, ...], kept: list[int]) -> list[int]:
    """The third of those shown is one that helps from afar, where none of the first three does."""
    remote = asked.directory.columns.remote
    if any(remote[place] for place in kept[:3]) or asked.need.police or asked.need.immigration:
        return kept
    found = next((place for place in order if remote[place] and ranked.exact[place] and _is_open(asked, ranked, place)), None)
    if found is None:
        found = _by_phone(asked)
    if found is None:
        return kept
    rest = [place for place in kept if place != found]
    return [*rest[:2], found, *rest[2:]][:MOST_MATCHES]


def _by_phone(asked: Asked) -> int | None:
    words = asked.directory.words
    codes = {code for each in asked.need.services for one in each for code in words.by_phone.get(one, ())} - asked.need.without
    if not codes:
        return None
    # a line for everybody, not one for dating abuse because the caller is young; but none that is for others only
    wider = replace(asked.need, services=(frozenset(codes),), populations=frozenset(), strict_time=False)
    ranked = rank(asked.directory, wider, asked.now, asked.zone, asked.now.date(), frozenset())
    fits = asked.directory.columns.remote & people_allowed(asked.directory, asked.need)
    for place in ranked.order:
        if fits[place] and place not in asked.without and _is_open(asked, ranked, place):
            return place
    return None


def _is_open(asked: Asked, ranked: Ranked, place: int) -> bool:
    """Open when it is needed, as far as that is known; always true where no time was named."""
    if asked.need.when not in ("now", "tonight") and asked.need.hour is None:
        return True
    return bool(ranked.open_then[place] or not asked.directory.columns.knows_hours[place])
