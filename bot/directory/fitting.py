"""Whom a provider may be shown to at all: police, age, gender, area, conditions, form. Pure; rules.md R33, R35, R56, R58.

Each function answers one flag for every record; what is not said of a record never excludes it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bot.directory.index import Directory, Flags, Numbers, area_columns, population_column, service_columns
from bot.directory.need import POLICE_SERVICES, Need

GENERAL = frozenset({"adults", "women", "men"})
BEDS = ("emergency_shelter", "hotel_placement", "transitional_housing", "rapid_rehousing", "permanent_housing_support")
EVERYBODY_ELSE = (
    "adults", "age_18_24", "workers", "immigrants", "families_with_children", "lgbtq", "native", "women", "men", "staff",
)  # fmt: skip
WIDER = {
    "citywide": ("citywide", "county-wide", "tri-county", "statewide", "national", "remote"),
    "county-wide": ("county-wide", "tri-county", "statewide", "national", "remote"),
    "tri-county": ("tri-county", "statewide", "national", "remote"),
    "statewide": ("statewide", "national", "remote"),
    "national": ("national", "remote"),
    "remote": ("remote", "statewide", "national"),
}


def police_allowed(directory: Directory, need: Need) -> Flags:
    columns = directory.columns
    emergency = columns.services[:, service_columns(["emergency"])].any(axis=1)
    wanted = any("emergency" in asked for asked in need.services)
    by_kind = any(asked <= POLICE_SERVICES for asked in need.services)
    police_ok = np.full(len(columns.police), need.police or by_kind)
    allowed: Flags = ~columns.police | (emergency & wanted) | (police_ok & ~columns.immigration & ~emergency)
    allowed |= columns.immigration & need.immigration
    allowed &= ~columns.immigration | need.immigration
    return allowed


def people_allowed(directory: Directory, need: Need) -> Flags:
    """Drops records that are plainly for other people. What is not said stays in, and is called unknown."""
    columns = directory.columns
    table = columns.populations
    wanted = need.populations

    def has(*codes: str) -> Flags:
        return np.asarray(table[:, [population_column(code) for code in codes]].any(axis=1))

    allowed = np.ones(len(table), dtype=bool)
    families = "families_with_children" in wanted
    for code, other in (("men", "women"), ("women", "men")):
        if code in wanted and "under_18" not in wanted:
            gendered = has("women", "men") & ~has("adults")
            both = has(code) & has(other) if other in wanted else has(code)
            allowed &= ~gendered | both | _as_family_or_trans(has, wanted)
    if families:
        allowed &= has("families_with_children", "adults") | ~has("women", "men")
    if "under_18" in wanted:
        young = has("under_18", "age_18_24") if "age_18_24" in wanted and need.age is None else has("under_18")
        # a clinic for families sees their children; a bed for families is none for a child alone
        by_day = has("families_with_children") & ~columns.services[:, service_columns(BEDS)].any(axis=1)
        allowed &= young | by_day | ~has("adults", "women", "men", "age_18_24", "families_with_children")
    elif wanted & {"adults", "women", "men", "workers", "age_18_24", "older_adults"} and not families:
        young_only = has("under_18") & ~has(*EVERYBODY_ELSE)
        allowed &= ~young_only
    if need.age is not None:
        allowed &= (columns.age_min <= need.age) & (columns.age_max >= need.age)
    elif wanted & {"adults", "women", "men", "older_adults"} and not wanted & {"under_18", "age_18_24"} and not families:
        allowed &= columns.age_max >= 18
    if wanted:
        allowed &= ~columns.not_for[:, [population_column(code) for code in wanted]].any(axis=1)
    return allowed


def _as_family_or_trans(has: Callable[..., Flags], wanted: frozenset[str]) -> Flags:
    """Gender keeps nobody out of a place that takes families, or trans people, when that is who needs it."""
    codes = tuple({"families_with_children", "trans_nonbinary"} & wanted)
    return has(*codes) if codes else has()


def area_allowed(directory: Directory, need: Need) -> Flags:
    if not need.areas:
        return np.ones(len(directory.listings), dtype=bool)
    columns = directory.columns
    wide = {wider for area in need.areas for wider in (area, *WIDER.get(area, WIDER["citywide"]))}
    fits: Flags = columns.areas[:, area_columns(wide)].any(axis=1) | columns.remote
    return fits


def refused_by_need(directory: Directory, need: Need) -> Flags:
    columns = directory.columns
    refused = np.zeros(len(directory.listings), dtype=bool)
    if need.without:
        kept = {code for asked in need.services for code in asked}
        unwanted = columns.services[:, service_columns(need.without)].any(axis=1)
        wanted = columns.services[:, service_columns(kept)].any(axis=1) if kept else np.zeros(len(columns.police), dtype=bool)
        refused |= unwanted & ~wanted
    for code in need.conditions:
        refused |= columns.no[code] if is_welcome(code) else columns.yes[code]
    return refused


def is_welcome(condition: str) -> bool:
    """True for conditions that are good to have (`accepts_pets`), False for those that keep people out."""
    return condition.startswith("accepts") or condition == "teen_boys"


def forms_allowed(directory: Directory, need: Need) -> Flags:
    if not need.forms:
        return np.ones(len(directory.listings), dtype=bool)
    numbers = [("sex", "labor").index(form) for form in need.forms]
    result: Flags = np.asarray(directory.columns.forms[:, numbers].any(axis=1))
    return result


def speaks_to(directory: Directory, need: Need, spoken: Numbers) -> Flags:
    """Where no kind of help was named: those whose staff speak the language and who serve the people that were."""
    table = directory.columns.populations
    fits: Flags = np.full(len(table), bool(need.languages or need.populations))
    if need.languages:
        fits &= np.asarray(spoken > 0.4)
    if need.populations:
        told = need.populations - GENERAL or need.populations
        fits &= np.asarray(table[:, [population_column(code) for code in told]].all(axis=1))
    return fits
