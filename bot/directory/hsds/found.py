"""From whatever a package holds to one plain shape of a service; dirty values are dropped here, and said. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.directory.hsds.export import LANGUAGES, SCHEME
from bot.directory.hsds.reading import Package
from bot.directory.hsds.tables import Row, from_tables

PLACEHOLDERS = re.compile(r"(?i)^(n/?a|none|null|nil|tbd|tba|unknown|test|x{2,}|-+|\.+|0+|1234567890|\(?000\)?[ -]?000-?0000)$")
PRIVATE = re.compile(r"(?i)private|confidential|undisclosed|not (?:for )?public|do not (?:share|publish)")
TRUE = re.compile(r"(?i)^(yes|y|true|1|private|confidential)$")
CODES = {name.lower(): code for code, name in LANGUAGES.items()}
WEEKDAYS = {"1": "mon", "2": "tue", "3": "wed", "4": "thu", "5": "fri", "6": "sat", "7": "sun"}
BYDAY = {"MO": "mon", "TU": "tue", "WE": "wed", "TH": "thu", "FR": "fri", "SA": "sat", "SU": "sun"}


@dataclass
class Found:
    """One service as somebody sent it. `slug` is our own id, when the package came from us."""

    source: str
    organization: str
    name: str
    slug: str | None = None
    description: str = ""
    status: str = "active"
    url: str = ""
    email: str = ""
    phones: list[tuple[str, str]] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    interpretation: str = ""
    areas: list[str] = field(default_factory=list)
    openings: list[tuple[tuple[str, ...], str, str]] = field(default_factory=list)
    hours_note: str = ""
    how_to_apply: str = ""
    eligibility: str = ""
    codes: dict[str, list[str]] = field(default_factory=dict)
    age_min: int | None = None
    age_max: int | None = None
    is_private: bool = False
    dropped: list[str] = field(default_factory=list)


def found_in(package: Package) -> Iterator[Found]:
    """Every service of a package in the package's order."""
    if package.kind == "iCarol":
        yield from (_icarol(row, number) for number, row in enumerate(package.tables["icarol"], 2))
    elif package.services:
        yield from (_nested(service) for service in package.services)
    else:
        yield from _from_tables(package.tables)


def said(value: Any) -> str:
    """A value somebody meant: placeholders and blanks come back empty."""
    text = " ".join(str(value).split()) if value is not None else ""
    return "" if PLACEHOLDERS.match(text) else text


def _from_tables(tables: Mapping[str, list[Row]]) -> Iterator[Found]:
    """3.0 tables nest cleanly; older ones lack ids or name columns otherwise, so the nested shape is built with care."""
    prepared = {name: [_renamed(name, row, number) for number, row in enumerate(rows, 2)] for name, rows in tables.items()}
    _hang_onto_services(prepared)
    for service in from_tables(prepared):
        yield _nested(service)


def _renamed(table: str, row: Row, number: int) -> Row:
    found = {OLD_COLUMNS.get((table, key), OLD_COLUMNS.get(("", key), key)): value for key, value in row.items() if value != ""}
    found.setdefault("id", f"{table}-line-{number}")
    found["_line"] = number
    return found


# (table or "", column of older packages) -> column of 3.0
OLD_COLUMNS: dict[tuple[str, str], str] = {
    ("", "website"): "url", ("organizations", "url"): "website", ("services", "eligibility"): "eligibility_description",
    ("services", "how_to_apply"): "application_process", ("phones", "number_type"): "type",
    ("phones", "department"): "description",
    ("languages", "language"): "name", ("service_areas", "service_area"): "name", ("addresses", "address"): "address_1",
    ("addresses", "region"): "state_province", ("schedules", "opens"): "opens_at", ("schedules", "closes"): "closes_at",
}  # fmt: skip


def _hang_onto_services(tables: dict[str, list[Row]]) -> None:
    """Older packages hang phones and hours onto locations, and services onto locations: carry them to the service."""
    at_location: dict[str, list[str]] = {}
    for service in tables.get("services", []):
        if service.get("location_id"):
            at_location.setdefault(str(service["location_id"]), []).append(str(service["id"]))
        if not service.get("organization_id") and service.get("location_id"):
            place = next((row for row in tables.get("locations", []) if row["id"] == service["location_id"]), {})
            service["organization_id"] = place.get("organization_id", "")
    for link in tables.get("service_at_locations", []):
        at_location.setdefault(str(link.get("location_id", "")), []).append(str(link.get("service_id", "")))
    for name in ("phones", "schedules", "languages"):
        extra = []
        for row in tables.get(name, []):
            if row.get("service_id") or not row.get("location_id"):
                continue
            extra += [{**row, "id": f"{row['id']}-{service_id}", "service_id": service_id}
                      for service_id in at_location.get(str(row["location_id"]), [])]  # fmt: skip
        tables.setdefault(name, []).extend(extra)


def _nested(service: Mapping[str, Any]) -> Found:
    organization = service.get("organization") or {}
    name = said(service.get("name"))
    found = Found(
        source=f"services line {service['_line']}" if "_line" in service else f"service {service.get('id', '?')}",
        organization=said(organization.get("name")) if isinstance(organization, Mapping) else "",
        name=name, description=said(service.get("description")), status=said(service.get("status")) or "active",
        url=said(service.get("url")), email=said(service.get("email")),
        interpretation=said(service.get("interpretation_services")), how_to_apply=said(service.get("application_process")),
        eligibility=said(service.get("eligibility_description")),
    )  # fmt: skip
    found.slug = _own_id(organization)
    found.age_min, found.age_max = _number(service.get("minimum_age")), _number(service.get("maximum_age"))
    for phone in _rows(service, "phones"):
        _add_phone(found, phone.get("number"), said(phone.get("type")), said(phone.get("description")))
    for language in _rows(service, "languages"):
        _add_language(found, said(language.get("code")) or said(language.get("name")))
    spoken = service.get("languages")
    for name in re.split(r"[,;|]", spoken) if isinstance(spoken, str) else ():
        _add_language(found, said(name))
    found.areas = [said(area.get("name")) for area in _rows(service, "service_areas") if said(area.get("name"))]
    for schedule in _rows(service, "schedules"):
        _add_schedule(found, schedule)
    for attribute in _rows(service, "attributes"):
        term = attribute.get("taxonomy_term") or {}
        if isinstance(term, Mapping) and term.get("code"):
            taxonomy = said(term.get("taxonomy")) or said((term.get("taxonomy_detail") or {}).get("name"))
            found.codes.setdefault(taxonomy, []).append(str(term["code"]))
    found.is_private = _is_private(service)
    return found


def _icarol(row: Mapping[str, str], number: int) -> Found:
    """iCarol's resource export: one row an agency, program or site."""
    agency = said(row.get("agencyname") or row.get("parentagency"))
    name = said(row.get("publicname"))
    found = Found(
        source=f"line {number}", organization=agency or name, name=name, description=said(row.get("agencydescription")),
        status="active" if said(row.get("agencystatus") or "active").lower() == "active" else "inactive",
        url=said(row.get("websiteaddress")), email=said(row.get("emailaddressmain")),
        how_to_apply=said(row.get("applicationprocess")),
        eligibility=said(row.get("eligibility")), hours_note=said(row.get("hoursofoperation") or row.get("hours")),
    )  # fmt: skip
    for place in range(1, 11):
        if TRUE.match(row.get(f"phone{place}isprivate", "")):
            continue
        _add_phone(found, row.get(f"phone{place}number"), said(row.get(f"phone{place}type")), said(row.get(f"phone{place}name")))
    for key in ("phonenumberhotline", "phonetollfree", "phonenumberbusinessline", "phonetty", "phonenumberafterhours"):
        _add_phone(found, row.get(key), "tty" if "tty" in key else "voice", "")
    for language in re.split(r"[,;|]", row.get("languagesoffered", "")):
        _add_language(found, said(language))
    found.areas = [said(area) for area in re.split(r"[;|]", row.get("coveragearea", "") or row.get("coverage", "")) if said(area)]
    found.is_private = any(TRUE.match(row.get(key, "")) for key in row if "private" in key and "address" in key)
    return found


def _own_id(organization: Any) -> str | None:
    for identifier in _rows(organization, "organization_identifiers") if isinstance(organization, Mapping) else ():
        if identifier.get("identifier_scheme") == SCHEME:
            return str(identifier.get("identifier"))
    return None


def _add_phone(found: Found, number: Any, kind: str, description: str) -> None:
    text = said(number)
    if not text:
        if number is not None and str(number).strip():
            found.dropped.append("a phone that is only a placeholder")
        return
    if not re.fullmatch(r"[0-9+() .\-/x]{3,30}(?:(?:ext|x)\.? ?\d+)?", text, re.I):
        found.dropped.append("a phone that is not a number")
    elif text not in [known for known, _ in found.phones]:
        found.phones.append((text, kind.lower() or description))


def _add_language(found: Found, language: str) -> None:
    code = CODES.get(language.lower()) or (language.lower() if re.fullmatch(r"[a-zA-Z]{2,3}", language) else "")
    if code and code not in found.languages:
        found.languages.append(code)
    elif language and not code:
        found.dropped.append(f"the language “{language[:30]}”, which has no code here")


def _add_schedule(found: Found, row: Mapping[str, Any]) -> None:
    days = tuple(BYDAY[day.strip()[-2:]] for day in str(row.get("byday") or "").split(",") if day.strip()[-2:] in BYDAY)
    weekday = str(row.get("weekday") or "").strip()
    if not days and weekday:
        days = (WEEKDAYS.get(weekday) or weekday.lower()[:3],)
    opens, closes = _wall(row.get("opens_at")), _wall(row.get("closes_at"))
    if days and opens and closes and opens < closes and all(day in WEEKDAYS.values() for day in days):
        found.openings.append((days, opens, closes))
    elif said(row.get("description")):
        found.hours_note = said(row.get("description"))
    elif opens or closes:
        found.dropped.append("hours that do not make sense")


def _wall(value: Any) -> str:
    match = re.match(r"(?i)^\s*(\d{1,2})[:.]?(\d{2})?(?::\d{2})?\s*(am|pm)?", str(value or ""))
    if match is None:
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "pm" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def _is_private(service: Mapping[str, Any]) -> bool:
    for link in _rows(service, "service_at_locations"):
        place = link.get("location") or {}
        texts = [said(place.get(key)) for key in ("name", "description", "transportation")]
        flags = [str(place.get(key, "")) for key in ("is_private", "private", "confidential", "address_private")]
        if any(PRIVATE.search(text) for text in texts) or any(TRUE.match(flag) for flag in flags):
            return True
    return False


def _rows(item: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    value = item.get(key)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _number(value: Any) -> int | None:
    text = said(value)
    return int(float(text)) if re.fullmatch(r"\d{1,3}(\.0+)?", text) else None
