"""Checks of the directory's records: what the shape of one record cannot know. Every problem with its line and mending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import phonenumbers
from iso639 import Language, LanguageNotFoundError

from bot.content.library import Library
from bot.content.provider import Phone, Provider
from bot.content.source import Source
from bot.problems import Problem

CRISIS_WARN, OTHER_WARN = 30, 90
SHORT_CODES = frozenset({"911", "988", "211", "311", "711"})
EXAMPLE_NUMBER = re.compile(r"^(?:\d{3})?55501\d\d$")
# words that stand before a house number's street in what must never be written about a confidential place
STREET = re.compile(
    r"\b\d{1,5}\s+(?:[NSEW]\.?\s+)?[A-Z][a-z]+\s+(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl)\b"
)
FORCED = ("faith_participation_required", "phone_surrender")


def check_providers(library: Library, today: date) -> list[Problem]:
    """Everything wrong with the directory on a day. Errors block; warnings are worth mending before go-live."""
    problems: list[Problem] = []
    for provider in library.providers.values():
        source = library.sources.get(f"Provider:{provider.id}", Source(f"knowledge/providers/{provider.id}.yaml", {}))
        for check in (_phones, _languages, _vetting, _confirmed, _hours, _confidential, _police, _reach):
            problems += check(provider, source, today)
        problems += _redirect(provider, source, library)
    problems += _word_list(library)
    return sorted(set(problems))


def _phones(provider: Provider, source: Source, _: date) -> Iterator[Problem]:
    for place, phone in enumerate(provider.phones):
        fault = _fault_of(phone, provider.example)
        if fault:
            what = f"the number `{phone.number}` {fault}."
            yield source.problem(("phones", place, "number"), what, "Dial it, then write what you dialed.")


def _fault_of(phone: Phone, is_example: bool) -> str | None:
    digits = re.sub(r"\D", "", phone.number)
    if is_example:
        return None if EXAMPLE_NUMBER.match(digits) else "is not one of 555-0100 to 555-0199, as an example's must be"
    if digits in SHORT_CODES or (phone.use == "text" and len(digits) in (5, 6)):
        return None
    if EXAMPLE_NUMBER.match(digits):
        return "is an invented one (555-01xx) in a real record"
    try:
        parsed = phonenumbers.parse(phone.number, "US")
    except phonenumbers.NumberParseException:
        return "cannot be read as a phone number"
    return None if phonenumbers.is_valid_number(parsed) else "is no valid phone number"


def _languages(provider: Provider, source: Source, _: date) -> Iterator[Problem]:
    for place, code in enumerate(provider.languages_spoken):
        if not is_language(code):
            yield source.problem(("languages_spoken", place), f"`{code}` is not an ISO 639 language code.",
                                 "Use the code of the language, such as es, ase or quc.")  # fmt: skip


def is_language(code: str) -> bool:
    """Whether ISO 639-1 or 639-3 has this code."""
    try:
        Language.from_part1(code) if len(code) == 2 else Language.from_part3(code)
    except LanguageNotFoundError:
        return False
    return True


def _vetting(provider: Provider, source: Source, today: date) -> Iterator[Problem]:
    vetting = provider.vetting
    mend = f"Ask {vetting.by} to vet it again, or set the state to expired."
    if vetting.state == "current" and vetting.expires is None:
        what = "vetted without a date on which that runs out."
        yield source.problem(("vetting",), what, "Add `expires:`, at most a year later.")
    if vetting.state == "current" and vetting.expires is not None and vetting.expires < today:
        yield source.problem(("vetting", "expires"), f"the vetting ran out on {vetting.expires}; it is not matched.", mend)
    if vetting.state == "expired" and provider.status == "active":
        yield source.problem(("vetting", "state"), "the vetting has run out; it is not matched.", mend, "warning")
    if vetting.on is not None and vetting.expires is not None and (vetting.expires - vetting.on).days > 366:
        yield source.problem(("vetting", "expires"), "vetting lasts longer than a year.", "Set an earlier day.")
    forced = [name for name in FORCED if provider.conditions.get(name) == "yes"]  # type: ignore[call-overload]
    if forced and vetting.state == "current":
        what = f"{', '.join(forced).replace('_', ' ')} fails vetting (rules.md R56)."
        yield source.problem(("vetting", "state"), what, "Set the state to failed.")
    if provider.must_replace_before_use:
        yield source.problem(("must_replace_before_use",), "this placeholder must be replaced before go-live.",
                             "Enter the real contact.", "warning")  # fmt: skip


def _confirmed(provider: Provider, source: Source, today: date) -> Iterator[Problem]:
    if provider.status != "active" or provider.vetting.state in ("failed", "placeholder"):
        return
    if provider.verified is None:
        what = "nobody has confirmed the contact facts; it is not matched."
        yield source.problem((), what, "Dial, then add `verified:`.", "warning")
        return
    days, most = (today - provider.verified.on).days, CRISIS_WARN if provider.is_crisis_line else OTHER_WARN
    if days < 0:
        yield source.problem(("verified", "on"), "the day of confirmation lies in the future.", "Write the day somebody dialed.")
    if days > most:
        yield source.problem(("verified", "on"), f"last confirmed {days} days ago.", "Dial it and run write-back.", "warning")


def _hours(provider: Provider, source: Source, _: date) -> Iterator[Problem]:
    seen: dict[str, list[tuple[str, str]]] = {}
    for place, opening in enumerate(provider.hours.weekly):
        for day in opening.days:
            for opens, closes in seen.get(day, []):
                if opening.opens < closes and opens < opening.closes:
                    yield source.problem(("hours", "weekly", place), f"the hours of {day} overlap.", "Write each stretch once.")
            seen.setdefault(day, []).append((opening.opens, opening.closes))
    if not (provider.hours.always or provider.hours.weekly or provider.hours.note):
        yield source.problem(("hours",), "says nothing about when it is open.", "Add always, weekly or a note.")


def _confidential(provider: Provider, source: Source, _: date) -> Iterator[Problem]:
    if not provider.confidential_location:
        return
    texts = {
        "description": provider.description, "when_to_use": provider.when_to_use, "caution": provider.caution,
        "after_hours": provider.after_hours, "notes_staff": provider.notes_staff, "confirmed_from": provider.confirmed_from,
    }  # fmt: skip
    for place, line in enumerate(provider.how_to_refer):
        texts[f"how_to_refer.{place}"] = line
    for key, text in texts.items():
        if text and STREET.search(text):
            what = "this looks like the address of a confidential place."
            yield source.problem((key.split(".")[0],), what, "Remove it (rules.md R18).")


def _police(provider: Provider, source: Source, _: date) -> Iterator[Problem]:
    if provider.is_police and not provider.caution:
        yield source.problem(("law_enforcement",), "police without a caution.", "Add `caution:`: what staff must know first.")
    if provider.immigration_enforcement and not provider.is_police:
        what = "immigration enforcement that is not marked as law enforcement."
        yield source.problem(("immigration_enforcement",), what, "Set law_enforcement to is_law_enforcement.")


def _reach(provider: Provider, source: Source, _: date) -> Iterator[Problem]:
    if provider.status == "active" and not (provider.phones or provider.web or provider.email):
        yield source.problem((), "there is no way to reach it.", "Add a phone, a web address or an e-mail.")


def _redirect(provider: Provider, source: Source, library: Library) -> Iterator[Problem]:
    if provider.redirect_to and provider.redirect_to not in library.providers:
        what = f"`{provider.redirect_to}` is not a provider."
        yield source.problem(("redirect_to",), what, "Write the id of a record that exists.")


def _word_list(library: Library) -> Iterator[Problem]:
    """A provider whose other name is nothing but an ordinary word would come up for every look-up."""
    for provider in library.providers.values():
        source = library.sources.get(f"Provider:{provider.id}")
        for place, name in enumerate(provider.also_called):
            if source is not None and len(re.sub(r"\W", "", name)) < 3:
                what = f"`{name}` is too short to be a name."
                yield source.problem(("also_called", place), what, "Write at least three letters.")
