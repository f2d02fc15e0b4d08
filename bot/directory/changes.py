"""Changing one field of a curated record, as an editor types it. Pure; a change that makes no sense raises ValueError."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from bot.content.provider import Provider
from bot.directory.hours import read_hours, week_text

# field -> what it is called on the editor's screen
FIELDS = {
    "phone": "Phone number", "hours": "Hours (Mon-Fri 9-17; Sat 10-14, or 24/7)", "status": "Status (active, paused, closed)",
    "languages_spoken": "Languages staff speak (ISO codes, comma between)", "interpretation": "Interpretation",
    "services": "Services (codes, comma between)", "populations": "Who is served (codes, comma between)",
    "excludes": "Whom it leaves out", "area": "Area (codes, comma between)", "web": "Web address",
    "after_hours": "After hours", "service_name": "Name of the service", "caution": "What to know first",
}  # fmt: skip
LISTS = frozenset({"languages_spoken", "services", "populations", "area"})


def apply_change(provider: Provider, field: str, value: str) -> Provider:
    """The record with one field changed and checked whole. Raises ValueError with a sentence for the editor."""
    value = value.strip()
    data = provider.model_dump()
    if field == "phone":
        data["phones"] = _phones(provider, value)
    elif field == "hours":
        hours = read_hours(value)
        if hours is None:
            raise ValueError("Write hours like Mon-Fri 9-17; Sat 10-14, or 24/7.")
        data["hours"] = hours.model_dump()
    elif field in LISTS:
        data[field] = tuple(part.strip() for part in value.split(",") if part.strip())
    elif field in FIELDS:
        data[field] = value or None
    else:
        raise ValueError("This field cannot be changed here.")
    try:
        return Provider.model_validate(data)
    except ValidationError as error:
        raise ValueError(_sentence(error)) from error


def current_value(provider: Provider, field: str) -> str:
    """The field as an editor would type it."""
    if field == "phone":
        phone = main_phone(provider)
        return phone or ""
    if field == "hours":
        return week_text(provider.hours)
    value: Any = getattr(provider, field, "")
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def main_phone(provider: Provider) -> str | None:
    """The number that stands first on the card."""
    return next((phone.number for phone in provider.phones), None)


def overlaid(provider: Provider, changes: Iterable[tuple[str, str, str]]) -> Provider:
    """The record under (field, before, after), oldest first.

    A change counts only while the file still says what it replaced: a newer edit of the file wins, and so does a file that
    holds the new value already.
    """
    for field, before, after in changes:
        if field != "phone" and current_value(provider, field) != before:
            continue
        with suppress(ValueError):
            provider = apply_change(provider, field, after)
    return provider


def settled(provider: Provider, field: str, value: str) -> str:
    """The change as it is kept: for a phone always `OLD > NEW`, so that it can only ever replace that number."""
    if field != "phone" or ">" in value:
        return value.strip()
    return f"{main_phone(provider)} > {value.strip()}"


def _phones(provider: Provider, value: str) -> list[dict[str, Any]]:
    """`NEW` replaces the first number; `OLD > NEW` replaces that one."""
    old, _, new = value.rpartition(">")
    wanted = re.sub(r"\D", "", old or main_phone(provider) or "")
    phones = [phone.model_dump() for phone in provider.phones]
    digits = re.sub(r"\D", "", new)
    if len(digits) not in (3, 5, 6, 7, 10, 11):
        raise ValueError("A phone number has 7 or 10 digits, or is a short code.")
    found = False
    for phone in phones:
        if re.sub(r"\D", "", phone["number"]) == wanted:
            phone["number"], found = new.strip(), True
    if not found:
        raise ValueError("That old number does not stand in the record.")
    return phones


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return str(first["msg"]).removeprefix("Value error, ")[:200] + "."
