"""The look-up: words or filters in, the providers that fit out, each with why and with what is not known. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.content.provider import Provider
from bot.directory.choosing import MOST_MATCHES, Asked, choose
from bot.directory.explaining import limits, reasons, unknowns
from bot.directory.freshness import Listing, Reason, Standing, standing
from bot.directory.index import Directory
from bot.directory.names import Named, Number
from bot.directory.need import Need, read_need
from bot.directory.strength import number_strength, strength
from bot.directory.words import tokens_of

HOTLINE = "nat-nhth"
ANYTHING = Need()
# who is asking is not what is asked for: "I'm a nurse", "as a police officer"
SPEAKER = re.compile(
    r"\b(?:i am|i['’]?m|im|as|soy|this is|we are)\s+(?:an?\s+|the\s+|una?\s+)?(?:\w+\s+){0,2}?"
    r"(?:nurse|doctor|social worker|case manager|case ?worker|teacher|counselor|officer|cop|lawyer|attorney|advocate|"
    r"librarian|inspector|clerk|paramedic|dispatcher|prosecutor|therapist|enfermer[ao]|trabajadora social|maestr[ao])\b",
    re.IGNORECASE,
)
AREA_BANDS = {"county-wide": "county", "tri-county": "county", "statewide": "state", "national": "elsewhere", "remote": "remote"}


@dataclass(frozen=True)
class Match:
    """A provider that fits. `limits` says who is left out (R58)."""

    listing: Listing
    reasons: tuple[str, ...]
    unknowns: tuple[str, ...]
    limits: tuple[str, ...]
    score: float
    standing: Standing

    @property
    def provider(self) -> Provider:
        return self.listing.provider

    @property
    def id(self) -> str:
        return self.listing.id


@dataclass(frozen=True)
class Gap:
    """A need nothing fits, in the few broad words that may be counted (R61): no place, no date, no person."""

    need: str
    language: str = ""
    area: str = ""
    population: str = ""


@dataclass(frozen=True)
class LookUp:
    """What came of a look-up.

    `named`: the record somebody named when it may not be shown (`named_reason` says why) or when a name or number was
    asked for. `strength`: 0 to 1, how much the text looks like a look-up at all.
    """

    matches: tuple[Match, ...] = ()
    need: Need = ANYTHING
    named: Listing | None = None
    named_reason: Reason | None = None
    redirect: Listing | None = None
    by_number: bool = False
    asked_for_police: bool = False
    gap: Gap | None = None
    caution: str | None = None
    strength: float = 0.0

    @property
    def unknown_number(self) -> bool:
        """A number was asked for that stands in no record."""
        return self.by_number and self.named is None


def look_up(asked: str | Need, directory: Directory, now: datetime, zone: ZoneInfo) -> LookUp:
    """Finds who fits. `zone` is the city's: what `today` and `tonight` mean. Never raises for anything typed."""
    moment = now.astimezone(zone)
    if isinstance(asked, Need):
        return _by_need(Asked(directory, asked, moment, zone), Named(), 1.0)
    numbers = directory.names.numbers(asked)
    if numbers:
        return _by_number(directory, numbers, moment, zone, number_strength(tokens_of(asked), directory.words))
    asked = SPEAKER.sub(" ", asked)
    tokens = tuple(directory.vocabulary.mend(token) for token in tokens_of(asked))
    reading = read_need(asked, tokens, directory.words)
    named = _shown_names(directory, directory.names.named(tokens), reading.need)
    need = _with_needs_of(directory, reading.need, named)
    look = Asked(directory, need, moment, zone, frozenset(named.perhaps), named.without, reading.asked_at <= named.covered)
    how_strong = strength(tokens, directory.words, reading.covered | named.covered, need, named)
    if named.surely:
        return _by_name(look, named, how_strong)
    return _by_need(look, named, how_strong)


def gap_of(need: Need) -> Gap:
    """The need as it may be counted: one service, one language, a broad band of area, one group of people."""
    service = next((min(asked) for asked in need.services), "any")
    area = next((AREA_BANDS.get(area, "city") for area in sorted(need.areas)), "")
    people = next(iter(sorted(need.populations)), "")
    return Gap(service, need.languages[0] if need.languages else "", area, people)


def _by_number(
    directory: Directory, numbers: tuple[Number, ...], moment: datetime, zone: ZoneInfo, how_strong: float
) -> LookUp:
    holders = [directory.listings[place] for number in numbers for place in number.holders]
    if not holders:
        return LookUp(by_number=True, strength=how_strong)
    look = Asked(directory, Need(), moment, zone)
    kept = tuple(match for listing in holders if (match := _match(look, listing, 0.0)).standing.is_shown)
    reason = standing(holders[0], moment.date()).reason
    return LookUp(
        matches=kept[:MOST_MATCHES], named=holders[0], named_reason=reason, by_number=True, strength=how_strong,
        redirect=_redirect(look, holders[0]) if reason else None, caution=_caution(kept),
        asked_for_police=any(match.provider.is_police for match in kept),
    )  # fmt: skip


def _by_name(look: Asked, named: Named, how_strong: float) -> LookUp:
    first = look.directory.listings[named.surely[0]]
    kept = [match for place in named.surely if (match := _match(look, look.directory.listings[place], 0.0)).standing.is_shown]
    reason = standing(first, look.now.date()).reason
    redirect = _redirect(look, first) if reason else None
    if reason and redirect is not None:
        kept.append(_match(look, redirect, 0.0))
    elif reason and look.need.services:
        kept += _by_need(replace(look, without=look.without | set(named.surely)), Named(), how_strong).matches
    matches = tuple({match.id: match for match in kept}.values())[:MOST_MATCHES]
    return LookUp(
        matches=matches, need=look.need, named=first, named_reason=reason, redirect=redirect, strength=how_strong,
        asked_for_police=any(match.provider.is_police for match in matches), caution=_caution(matches),
    )  # fmt: skip


def _by_need(look: Asked, named: Named, how_strong: float) -> LookUp:
    need, listings = look.need, look.directory.listings
    if not need.is_enough and not look.boosted:
        return LookUp(need=need, strength=how_strong)
    chosen = choose(look)
    if not chosen.places and need.languages and not need.services and not need.spoken_only:
        # nobody's staff speak it: then an interpreter is what helps
        return _by_need(replace(look, need=replace(need, services=(frozenset({"interpretation"}),))), named, how_strong)
    matches = tuple(_match(look, listings[place], float(chosen.ranked.scores[place])) for place in chosen.places)
    # words that say what is needed may also be somebody's name; that it is held back matters only where nothing else was meant
    held = next((listings[place] for place in named.perhaps if place not in chosen.places and not need.services), None)
    reason = standing(held, look.now.date()).reason if held else None
    redirect = _redirect(look, held) if held and reason else None
    if redirect is not None:
        rest = [match for match in matches if match.id != redirect.id]
        matches = (_match(look, redirect, 0.0), *rest)[:3]
    return LookUp(
        matches=matches, need=need, named=held if reason else None, named_reason=reason,
        redirect=redirect, strength=how_strong,
        asked_for_police=need.police or need.immigration, caution=_caution(matches),
        gap=gap_of(need) if need.is_enough and not matches else None,
    )  # fmt: skip


def _match(look: Asked, listing: Listing, score: float) -> Match:
    names = look.directory.words.language_names
    return Match(
        listing, reasons(listing, look.need, look.now, look.zone, names),
        unknowns(listing, look.need, look.now, look.now.date(), names), limits(listing.provider), round(score, 1),
        standing(listing, look.now.date()),
    )  # fmt: skip


def _shown_names(directory: Directory, named: Named, need: Need) -> Named:
    """Without police and immigration enforcement where the words only touch their name (R33, R35)."""

    def may(place: int, *, surely: bool) -> bool:
        provider = directory.listings[place].provider
        if provider.immigration_enforcement:
            return need.immigration or (surely and "awareness_materials" in provider.services)
        return not provider.is_police or not need.not_police

    surely = tuple(place for place in named.surely if may(place, surely=True))
    perhaps = tuple(place for place in named.perhaps if may(place, surely=False))
    return replace(named, surely=surely, perhaps=perhaps)


def _with_needs_of(directory: Directory, need: Need, named: Named) -> Need:
    """`River House is full, where else`: what the full one offers is what is looked for."""
    if need.services or not named.without:
        return need
    provider = directory.listings[min(named.without)].provider
    people = need.populations or frozenset(provider.populations) & {"women", "men", "under_18", "lgbtq", "native", "deaf_hoh"}
    return replace(need, services=(frozenset({provider.services[0]}),), populations=people)


def _redirect(look: Asked, listing: Listing) -> Listing | None:
    found = look.directory.listing(listing.provider.redirect_to or "")
    return found if found is not None and standing(found, look.now.date()).is_shown else None


def _caution(matches: tuple[Match, ...]) -> str | None:
    """What must be read before any police or immigration contact is used."""
    return next((match.provider.caution for match in matches if match.provider.is_police and match.provider.caution), None)
