"""Providers as HSDS 3.0 services, from an allow-list of fields. Pure.

Field by field after the directory's HSDS map: what is not named here does not leave. Ids are UUIDv5 of our own ids, so the
same record has the same id in every export. Specification: openreferral/specification, tag v3.0.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.content.provider import Opening, Phone, Provider

Row = dict[str, Any]
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://taskforce-assistant.example/hsds")
STATUS = {"active": "active", "paused": "temporarily closed", "temporarily_closed": "temporarily closed", "closed": "defunct"}
DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
PHONE_TYPES = {"public": "voice", "crisis": "voice", "intake": "voice", "text": "text", "tty": "textphone", "videophone": "video"}
SERVICE_TYPES = "Task force service types"
FORMS = "Form of trafficking served"
POPULATIONS = "Population served"
SCHEME = "taskforce-assistant"
LANGUAGES = {
    "en": "English", "es": "Spanish", "vi": "Vietnamese", "zh": "Chinese", "ar": "Arabic", "fr": "French", "ht": "Haitian Creole",
    "pt": "Portuguese", "bn": "Bengali", "ase": "American Sign Language", "tl": "Tagalog", "ru": "Russian", "ko": "Korean",
    "pl": "Polish", "hi": "Hindi", "ur": "Urdu", "so": "Somali", "sw": "Swahili", "am": "Amharic", "uk": "Ukrainian",
}  # fmt: skip

ALWAYS = Opening(days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), opens="00:00", closes="24:00")


def stable_id(kind: str, *parts: str) -> str:
    """The same for the same thing in every export."""
    return str(uuid.uuid5(NAMESPACE, "|".join((kind, *parts))))


def may_leave(provider: Provider, today: date) -> bool:
    """Public, active, vetted and not expired; never a placeholder, never immigration enforcement (rules.md R26, R35, R56)."""
    vetting = provider.vetting
    return (
        provider.public_listing
        and provider.status == "active"
        and vetting.state in ("current", "national")
        and (vetting.expires is None or vetting.expires >= today)
        and not provider.must_replace_before_use
        and not provider.immigration_enforcement
        and (provider.temporary_until is None or provider.temporary_until >= today)
    )


def export(providers: Iterable[Provider], today: date) -> list[Row]:
    """Every record that may leave, in the order of our ids: valid against the 3.0 service package schema."""
    return [service_of(provider) for provider in sorted(providers, key=lambda item: item.id) if may_leave(provider, today)]


def service_of(provider: Provider) -> Row:
    service_id = stable_id("service", provider.id)
    row: Row = {
        "id": service_id,
        "organization_id": stable_id("organization", provider.organization),
        "name": provider.service_name,
        "alternate_name": "; ".join(provider.also_called),
        "description": provider.description,
        "url": provider.web,
        "email": provider.email,
        "status": STATUS[provider.status],
        "interpretation_services": provider.interpretation,
        "application_process": " ".join(provider.how_to_refer) or ", ".join(provider.intake),
        "fees_description": {"free": "Free", "sliding": "Sliding scale", "insurance": "Insurance"}.get(provider.cost),
        "eligibility_description": _eligibility(provider),
        "minimum_age": provider.age_min,
        "maximum_age": provider.age_max,
        "assured_date": provider.verified.on.isoformat() if provider.verified else None,
        "phones": [_phone(provider, phone, place) for place, phone in enumerate(provider.public_phones())],
        "schedules": _schedules(provider),
        "service_areas": [
            {"id": stable_id("service_area", provider.id, area), "service_id": service_id, "name": area} for area in provider.area
        ],
        "service_at_locations": _locations(provider),
        "languages": [
            {"id": stable_id("language", provider.id, code), "service_id": service_id, "code": code,
             "name": LANGUAGES.get(code, code)}
            for code in provider.languages_spoken
        ],
        "organization": _organization(provider),
        "cost_options": _costs(provider),
        "attributes": _attributes(provider),
    }  # fmt: skip
    return _filled(row)


def _organization(provider: Provider) -> Row:
    organization_id = stable_id("organization", provider.organization)
    return {
        "id": organization_id,
        "name": provider.organization,
        "description": f"Provides: {provider.service_name}",
        "organization_identifiers": [{
            "id": stable_id("organization_identifier", provider.id), "organization_id": organization_id,
            "identifier_scheme": SCHEME, "identifier_type": "record", "identifier": provider.id,
        }],
    }  # fmt: skip


def _phone(provider: Provider, phone: Phone, place: int) -> Row:
    return _filled({
        "id": stable_id("phone", provider.id, str(place), phone.number),
        "service_id": stable_id("service", provider.id),
        "number": phone.number,
        "type": PHONE_TYPES.get(phone.use, "voice"),
        "description": "; ".join(filter(None, (phone.use, phone.says))),
    })  # fmt: skip


def _schedules(provider: Provider) -> list[Row]:
    service_id = stable_id("service", provider.id)
    hours = provider.hours
    openings = hours.weekly or ((ALWAYS,) if hours.always else ())
    rows = [
        _filled({
            "id": stable_id("schedule", provider.id, str(place)), "service_id": service_id, "freq": "WEEKLY",
            "byday": ",".join(DAYS[day] for day in opening.days), "opens_at": opening.opens,
            "closes_at": "23:59" if opening.closes == "24:00" else opening.closes,
            "notes": f"Times in {provider.time_zone}",
            "description": "24/7" if hours.always else hours.note,
        })
        for place, opening in enumerate(openings)
    ]  # fmt: skip
    if not rows and hours.note:
        rows.append({"id": stable_id("schedule", provider.id, "note"), "service_id": service_id, "description": hours.note})
    return rows


def _locations(provider: Provider) -> list[Row]:
    """A confidential location is virtual, without a name, an address or a point on a map (R18)."""
    location_id = stable_id("location", provider.id)
    location: Row = {"id": location_id, "location_type": "virtual"}
    if provider.address is not None and not provider.confidential_location:
        address = provider.address
        location |= {
            "location_type": "physical",
            "addresses": [{
                "id": stable_id("address", provider.id), "location_id": location_id, "address_1": address.street,
                "city": address.city, "state_province": address.state, "postal_code": address.postal_code, "country": "US",
                "address_type": "physical",
            }],
        }  # fmt: skip
    return [{
        "id": stable_id("service_at_location", provider.id), "service_id": stable_id("service", provider.id),
        "location_id": location_id, "location": location,
    }]  # fmt: skip


def _costs(provider: Provider) -> list[Row]:
    if provider.cost == "unknown":
        return []
    return [{
        "id": stable_id("cost_option", provider.id), "service_id": stable_id("service", provider.id), "option": provider.cost,
    }]  # fmt: skip


def _attributes(provider: Provider) -> list[Row]:
    codes: list[tuple[str, str]] = [(SERVICE_TYPES, code) for code in provider.services]
    codes += [(FORMS, form) for form in provider.forms_served]
    codes += [(POPULATIONS, population) for population in provider.populations]
    return [_attribute(provider, taxonomy, code) for taxonomy, code in codes]


def _attribute(provider: Provider, taxonomy: str, code: str) -> Row:
    term_id, taxonomy_id = stable_id("taxonomy_term", taxonomy, code), stable_id("taxonomy", taxonomy)
    words = code.replace("_", " ")
    return {
        "id": stable_id("attribute", provider.id, taxonomy, code),
        "link_id": stable_id("service", provider.id),
        "link_entity": "service",
        "taxonomy_term_id": term_id,
        "taxonomy_term": {
            "id": term_id, "code": code, "name": words, "description": words, "taxonomy": taxonomy, "taxonomy_id": taxonomy_id,
            "taxonomy_detail": {"id": taxonomy_id, "name": taxonomy, "description": taxonomy},
        },
    }  # fmt: skip


def _eligibility(provider: Provider) -> str:
    parts = [", ".join(population.replace("_", " ") for population in provider.populations)]
    if provider.excludes:
        parts.append(f"Not for: {provider.excludes}")
    return ". ".join(parts)


def _filled(row: Row) -> Row:
    return {key: value for key, value in row.items() if value not in (None, "", [])}
