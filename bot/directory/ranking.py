"""Which records fit a need, in which order. Pure; follows rules.md R56 to R59 and protocol rule 0.8. Nobody's funding counts.

Order: need covered, language spoken, population, area, open, room, recently confirmed. Each step weighs more than all
that follow it together could make up for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from bot.directory.fitting import (
    area_allowed,
    forms_allowed,
    is_welcome,
    people_allowed,
    police_allowed,
    refused_by_need,
    speaks_to,
)
from bot.directory.hours import coming_days, evening
from bot.directory.index import Directory, Flags, Numbers, area_columns, population_column, service_columns
from bot.directory.need import Need

NEED, LANGUAGE, PEOPLE, AREA, OPEN, RECENT = 1000.0, 200.0, 60.0, 30.0, 14.0, 3.0
# a word that also names a provider: less than offering what was asked for, more than speaking the language
LIFT = 300.0
# offers also what was only mentioned
PASSING = 120.0
# ties: who can help with more, and the line that is for trafficking rather than for something near it
BREADTH, TRAFFICKING_LINE = 0.5, 2.0
# offered, but not the first thing the provider does; something else that may do instead
ALSO, STANDS_IN = 0.96, 0.45
STRICT_TIMES = frozenset({"weekend", "always", "mon", "tue", "wed", "thu", "fri", "sat", "sun"})
# populations whose services are made for them alone; nobody is sent there who did not say so
SPECIAL = ("lgbtq", "native", "deaf_hoh", "disabilities", "under_18", "immigrants", "staff")
FOR_THE_YOUNG = frozenset({"youth_shelter", "youth_drop_in"})
FOR_STAFF = frozenset({"technical_assistance", "training", "awareness_materials", "sourcing_tools", "survivor_leadership"})
NEARNESS = {
    "citywide": 0.8, "downtown": 0.75, "county-wide": 0.7, "tri-county": 0.6, "statewide": 0.4, "national": 0.1, "remote": 0.3,
}  # fmt: skip


@dataclass(frozen=True)
class Ranked:
    """Places in the directory, best first; `exact` marks those that offer a thing that was asked for itself."""

    order: tuple[int, ...]
    scores: Numbers
    share: Numbers
    exact: Flags
    covers: tuple[Flags, ...]
    open_then: Flags


def rank(directory: Directory, need: Need, now: datetime, zone: ZoneInfo, today: date, boosted: frozenset[int],
         *, by_name: bool = False) -> Ranked:  # fmt: skip
    """Judges every record. `boosted` are places somebody named in words that may also mean a kind of help."""
    columns = directory.columns
    count = len(directory.listings)
    fits = directory.eligible(today) & police_allowed(directory, need) & people_allowed(directory, need)
    lift = np.zeros(count)
    lift[list(boosted)] = 1.0
    fits |= directory.eligible(today) & (lift > 0) & ~columns.immigration
    fits &= area_allowed(directory, need) & ~refused_by_need(directory, need) & forms_allowed(directory, need)
    covers = tuple(_covers(directory, asked, need) for asked in need.services)
    covered = sum(covers, np.zeros(count)) / max(1, len(covers))
    spoken = _language(directory, need)
    if covers:
        # whoever is there for other people only does not stand in for what was asked
        fits &= ~(_for_others(directory, need) & (covered < ALSO)) | (lift > 0)
    if covers:
        fits &= (covered > 0) | (lift > 0)
    else:
        fits &= (speaks_to(directory, need, spoken) if need.is_enough else False) | (lift > 0)
    fits &= spoken > 0 if need.spoken_only and need.languages else np.ones(count, dtype=bool)
    open_then = _open(directory, need, now, zone)
    if need.when in STRICT_TIMES or need.strict_time:
        fits &= open_then | (~columns.knows_hours & (need.when != "always"))
    exact = np.logical_or.reduce([cover >= ALSO for cover in covers]) if covers else np.ones(count, dtype=bool)
    scores = (
        NEED * covered + (2 * NEED if by_name else LIFT) * lift + PASSING * _passing(directory, need)
        + LANGUAGE * spoken + PEOPLE * _people(directory, need) + AREA * _area(directory, need)
        + OPEN * open_then + RECENT * _recent(directory, today)
        + BREADTH * columns.services.sum(axis=1)
        + 2 * NEED * ((need.police & columns.police) | (need.immigration & columns.immigration))
    )  # fmt: skip
    if (hotline := directory.place.get("nat-nhth")) is not None:
        scores[hotline] += TRAFFICKING_LINE
    places = np.flatnonzero(fits)
    order = places[np.argsort(-scores[places], kind="stable")]
    share = covered if covers else np.ones(count)
    return Ranked(tuple(int(place) for place in order), scores, share, exact & fits, tuple(c > 0 for c in covers), open_then)


def _passing(directory: Directory, need: Need) -> Numbers:
    score = np.zeros(len(directory.listings))
    for mentioned in need.passing:
        score += directory.columns.services[:, service_columns(mentioned)].any(axis=1) / len(need.passing)
    return score


def _covers(directory: Directory, asked: frozenset[str], need: Need) -> Numbers:
    """1 where a thing asked for is offered, less where something stands in for it."""
    table = directory.columns.services
    exact = table[:, service_columns(asked)].any(axis=1)
    others = frozenset().union(*(directory.words.stands_in.get(code, frozenset()) for code in asked)) - asked - need.without
    if not need.populations & {"under_18", "age_18_24"}:
        others -= FOR_THE_YOUNG
    stand = table[:, service_columns(others)].any(axis=1) if others else np.zeros(len(table), dtype=bool)
    # a member network that only staff can use is no bed or lawyer by itself
    for_staff = directory.columns.populations[:, population_column("staff")] & (directory.columns.populations.sum(axis=1) == 1)
    asked_of_staff = bool(asked & FOR_STAFF)
    is_main = np.isin(directory.columns.main, service_columns(asked))
    result: Numbers = np.where(exact, np.where(is_main, 1.0, ALSO), np.where(stand, STANDS_IN, 0.0))
    return result if asked_of_staff else np.where(for_staff, result * 0.2, result)


def _language(directory: Directory, need: Need) -> Numbers:
    """1 where staff speak it, 0.4 where interpreters are known, 0 otherwise; the mean over the languages named."""
    count = len(directory.listings)
    if not need.languages:
        return np.zeros(count)
    interprets = directory.columns.interpreters
    if any("interpretation" in asked for asked in need.services):
        only = directory.columns.services[:, service_columns(["interpretation"])].any(axis=1)
        interpreted: Numbers = np.where(only & interprets, 0.95, np.where(interprets, 0.4, 0.0))
    else:
        interpreted = np.where(interprets, 0.4, 0.0)
    total = np.zeros(count)
    for language in need.languages:
        by_hand = interpreted
        if language == "ase":
            by_hand = np.where(directory.columns.signing, 0.5, 0.0)
        spoken = directory.speakers(language)
        total += np.where(spoken, 1.0, 0.0 if need.spoken_only else by_hand)
    return total / len(need.languages)


def _for_others(directory: Directory, need: Need) -> Flags:
    """Made for people of one kind (children, Deaf people, staff, …) who were not named."""
    table = directory.columns.populations
    many = table[:, [population_column(code) for code in ("adults", "workers", "families_with_children")]].any(axis=1)
    unasked = [code for code in SPECIAL if code not in need.populations and code != "immigrants"]
    named = table[:, [population_column(code) for code in need.populations]].any(axis=1) if need.populations else False
    return np.asarray(table[:, [population_column(code) for code in unasked]].any(axis=1) & ~many & ~np.asarray(named))


def _people(directory: Directory, need: Need) -> Numbers:
    table = directory.columns.populations
    codes = (*SPECIAL, "adults", "families_with_children", *need.populations)
    listed = {code: table[:, population_column(code)] for code in codes}
    open_to_all = table[:, [population_column(code) for code in ("adults", "workers", "immigrants")]].any(axis=1)
    score = np.zeros(len(table))
    for code in need.populations:
        general = open_to_all if code not in ("under_18", "families_with_children") else np.zeros(len(table), dtype=bool)
        score += np.where(listed[code], 1.0, np.where(general, 0.4, 0.0))
    if need.populations:
        score /= len(need.populations)
    for code in need.conditions:
        met = directory.columns.yes[code] if is_welcome(code) else directory.columns.no[code]
        score += met / len(need.conditions)
    open_to_many = table[:, [population_column(code) for code in ("adults", "workers", "families_with_children")]].any(axis=1)
    asked_for = np.zeros(len(table), dtype=bool)
    for code in need.populations:
        asked_for |= listed[code]
    for code in SPECIAL:
        if code == "staff" and any(asked & FOR_STAFF for asked in need.services):
            continue
        if code not in need.populations and not (code == "deaf_hoh" and "ase" in need.languages):
            score -= np.where(listed[code] & ~open_to_many & ~asked_for, 0.8, 0.0)
        elif code in need.populations:
            score += np.where(listed[code] & ~listed["adults"], 0.0 if code == "under_18" else 0.3, 0.0)
    return score


def _area(directory: Directory, need: Need) -> Numbers:
    """Near beats far: a record of the district that was named, else one of the city, else one of the county and so on."""
    table = directory.columns.areas
    score = np.zeros(len(table))
    for area, value in NEARNESS.items():
        score = np.maximum(score, table[:, area_columns([area])].any(axis=1) * value)
    local = ["northside", "southside", "eastside", "westside", "harborfront", "airport-corridor"]
    score = np.maximum(score, table[:, area_columns(local)].any(axis=1) * 0.72)
    if need.areas:
        score = np.where(table[:, area_columns(need.areas)].any(axis=1), 1.2, score)
    if "remote" in need.areas:
        score = np.where(directory.columns.remote, 1.2 + score * 0.3, score * 0.5)
    return np.asarray(score)


def _open(directory: Directory, need: Need, now: datetime, zone: ZoneInfo) -> Flags:
    """Open when it is needed; a door that is closed at night may still hold beds or an emergency room."""
    columns = directory.columns
    asked = service_columns({code for each in need.services for code in each})
    return _doors_open(directory, need, now, zone) | columns.day_and_night[:, asked].any(axis=1)


def _doors_open(directory: Directory, need: Need, now: datetime, zone: ZoneInfo) -> Flags:
    if need.hour is not None:
        start = _coming_hour(need, now, zone)
        return directory.open_in(start, start + timedelta(minutes=15))
    if need.when == "always":
        return directory.columns.always
    if need.when == "tonight":
        start, end = evening(now, zone)
    elif need.when == "weekend":
        start, end = coming_days(now, zone, ("sat", "sun"))
    elif need.when in STRICT_TIMES:
        start, end = coming_days(now, zone, (need.when,))  # type: ignore[arg-type]
    else:
        start = end = now
    return directory.open_in(start, end)


def _coming_hour(need: Need, now: datetime, zone: ZoneInfo) -> datetime:
    """The next time the clock shows the hour that was named, on the day that was named."""
    day = now.astimezone(zone)
    if need.when in STRICT_TIMES - {"always"}:
        days = ("sat", "sun") if need.when == "weekend" else (need.when,)
        day = coming_days(now, zone, days)[0]  # type: ignore[arg-type]
    start = day.replace(hour=need.hour or 0, minute=0, second=0, microsecond=0)
    return start if start >= now or need.when in STRICT_TIMES else start + timedelta(days=1)


def _recent(directory: Directory, today: date) -> Numbers:
    age = np.clip(today.toordinal() - directory.columns.confirmed, 0, 365)
    result: Numbers = 1.0 - age / 365.0
    return result
