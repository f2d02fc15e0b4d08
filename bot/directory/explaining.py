"""Why a provider was matched, what is not known about the fit, and whom it leaves out: said in words. Pure."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.content.provider import Provider
from bot.directory.freshness import Listing
from bot.directory.hours import at_this_moment
from bot.directory.need import Need

BED = frozenset({"emergency_shelter", "youth_shelter", "hotel_placement", "transitional_housing"})
SERVICE_NAMES = {
    "labor_standards_enforcement": "labor standards", "food_basic_needs": "food and basic needs",
    "lead_investigative_unit": "investigations", "child_abuse_report_line": "child-abuse reporting line",
    "legal_immigration": "immigration lawyers", "legal_record_relief": "record relief", "municipal_id": "city ID",
    "legal_civil_wage": "civil and wage claims", "sourcing_tools": "sourcing tools",
    "legal_family": "family law", "legal_victim_rights": "crime-victim rights", "missing_children": "missing children",
    "employment_training": "jobs and training", "tip_line": "tips", "emergency": "911",
}  # fmt: skip
PEOPLE_NAMES = {
    "trans_nonbinary": "trans and non-binary people", "lgbtq": "LGBTQ people", "under_18": "people under 18",
    "age_18_24": "ages 18 to 24", "families_with_children": "families with children", "native": "Native people",
    "deaf_hoh": "Deaf and hard-of-hearing people", "disabilities": "people with disabilities", "older_adults": "older adults",
    "people_with_pets": "people with pets", "people_with_records": "people with records",
}  # fmt: skip
CONDITION_NAMES = {
    "requires_id": ("asks for no ID", "whether an ID is asked for"),
    "requires_police_report": ("asks for no police report", "whether a police report is asked for"),
    "requires_sobriety": ("sobriety is not required", "whether sobriety is required"),
    "accepts_pets": ("takes pets", "whether pets may come"),
    "teen_boys": ("takes teenage boys", "whether teenage boys may come"),
    "accepts_children": ("takes children", "whether children may come"),
}
AREA_NAMES = {
    "county-wide": "the county", "tri-county": "three counties", "statewide": "the whole state", "citywide": "the whole city",
    "national": "the whole country", "remote": "anywhere, by phone or online",
}  # fmt: skip


def service_name(code: str) -> str:
    return SERVICE_NAMES.get(code, code.replace("_", " "))


def people_name(code: str) -> str:
    return PEOPLE_NAMES.get(code, code)


def area_name(code: str) -> str:
    return AREA_NAMES.get(code, code.replace("-", " "))


def reasons(listing: Listing, need: Need, now: datetime, zone: ZoneInfo, language_names: dict[str, str]) -> tuple[str, ...]:
    """What of the need this provider covers, the weightiest first."""
    provider = listing.provider
    found = [service_name(code) for code in provider.services if any(code in asked for asked in need.services)]
    said = [", ".join(found)] if found else []
    if need.services and not found:
        others = ", ".join(service_name(code) for code in provider.services[:2])
        said.append(f"may know a place: {others}" if "crisis_line" in provider.services else f"may stand in: {others}")
    for code in need.languages:
        name = language_names.get(code, code).title() if code != "ase" else "ASL"
        if code in provider.languages_spoken:
            said.append(f"staff speak {name}" if code != "ase" else "staff sign ASL")
        elif _interprets(provider, code):
            said.append(f"{name} through an interpreter ({provider.interpretation})")
    people = [people_name(code) for code in sorted(need.populations) if code in provider.populations]
    if people:
        said.append(f"for {', '.join(people)}")
    said += [CONDITION_NAMES[code][0] for code in sorted(need.conditions) if _is_met(listing, code)]
    near = [area_name(area) for area in provider.area if area in need.areas]
    if near:
        said.append(f"covers {', '.join(near)}")
    elif need.areas:
        said.append(f"covers {area_name(_widest(provider))}")
    asked = {code for each in need.services for code in each}
    if need.when and asked & set(provider.day_and_night):
        said.append("open day and night for this")
    elif need.when:
        moment = at_this_moment(provider.hours, ZoneInfo(provider.time_zone), now, zone)
        if provider.hours.always or provider.hours.weekly:
            said.append(moment[0].lower() + moment[1:])
    return tuple(said)


def unknowns(listing: Listing, need: Need, now: datetime, today: date, language_names: dict[str, str]) -> tuple[str, ...]:
    """What somebody should ask before relying on the match."""
    provider = listing.provider
    said = []
    for code in need.languages:
        if code not in provider.languages_spoken and not _interprets(provider, code):
            name = "ASL" if code == "ase" else language_names.get(code, code).title()
            said.append(f"whether {name} can be interpreted")
    general = {"adults", "women", "men", "age_18_24", "workers", "immigrants"}
    serves_many = bool({"adults", "workers"} & set(provider.populations))
    strangers = sorted(need.populations - set(provider.populations) - (general if serves_many else set()))
    said += [f"how well it fits {people_name(code)}" for code in strangers]
    open_questions = [code for code in sorted(need.conditions) if listing.conditions.get(code, "unknown") == "unknown"]
    said += [CONDITION_NAMES[code][1] for code in open_questions if code in CONDITION_NAMES]
    if BED & set(provider.services) and listing.room.at(now, today) == "unknown":
        said.append("whether there is room now" + _last_known(listing))
    if need.when and not (provider.hours.always or provider.hours.weekly):
        said.append("when it is open")
    if "disabilities" in need.populations and not provider.accessibility:
        said.append("whether the place is step-free")
    return tuple(dict.fromkeys(said))


def limits(provider: Provider) -> tuple[str, ...]:
    """Whom it leaves out (R58)."""
    said = []
    if provider.excludes:
        said.append(provider.excludes)
    if provider.age_min is not None or provider.age_max is not None:
        said.append(ages(provider))
    if len(provider.forms_served) == 1 and "staff" not in provider.populations:
        said.append(f"{provider.forms_served[0]} trafficking only")
    return tuple(said)


def ages(provider: Provider) -> str:
    if provider.age_min is None:
        return f"up to age {provider.age_max}"
    return f"ages {provider.age_min} to {provider.age_max}" if provider.age_max is not None else f"from age {provider.age_min}"


def _interprets(provider: Provider, code: str) -> bool:
    if not provider.interpretation:
        return False
    return code != "ase" or "ASL" in provider.interpretation


def _is_met(listing: Listing, code: str) -> bool:
    wanted = "no" if code.startswith("requires") else "yes"
    return code in CONDITION_NAMES and listing.conditions.get(code) == wanted


def _widest(provider: Provider) -> str:
    order = ("national", "statewide", "tri-county", "county-wide", "citywide", "remote")
    return next((area for area in order if area in provider.area), provider.area[0])


def _last_known(listing: Listing) -> str:
    room = listing.room
    if room.as_of is None or room.state == "unknown":
        return ""
    return f" ({room.state} on {room.as_of:%b} {room.as_of.day})"
