"""Whole-library checks: what no single file can know. Every problem at once, as file:line, what, and how to mend it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import phonenumbers

from bot.clock import SystemClock
from bot.content import wording
from bot.content.check_protocols import check_protocols
from bot.content.check_providers import check_providers
from bot.content.directory_words import read_directory_words
from bot.content.entry import Entry, LocalCard
from bot.content.library import Library, load
from bot.content.source import Source, ValuePath
from bot.problems import ContentError, Problem
from bot.settings import load_settings

Check = Callable[[Library, date], Iterator[Problem]]
MOST_TITLE = 75
MOST_FACT = 420
GRADE_WARNING = 10.5
LABOR = re.compile(r"\blabor\b|\bwage|\bwork(?:er|place|site)|\bjob\b", re.I)
SEX = re.compile(r"\bsex\b|\bsexual", re.I)
# rules.md R50: entries on these kinds name both forms
BOTH_FORMS_KINDS = frozenset({"indicator", "role-card", "data"})
POLICE = re.compile(r"\bpolice\b|\b911\b|law enforcement|\bHSI\b|\bFBI\b", re.I)


def check_everything(home: Path, today: date | None = None) -> list[Problem]:
    """Settings, content, and everything that hangs together between files; errors before warnings of the same file."""
    problems: list[Problem] = []
    try:
        load_settings({}, home)
    except ContentError as error:
        problems.extend(error.problems)
    try:
        library = load(home)
    except ContentError as error:
        return sorted({*problems, *error.problems})
    try:
        read_directory_words(home / "knowledge")
    except ContentError as error:
        problems.extend(error.problems)
    day = today or SystemClock().now().date()
    for check in _checks():
        problems.extend(check(library, day))
    return sorted(set(problems))


def _checks() -> tuple[Check, ...]:
    return (dangling_links, reviews, both_forms, non_police_steps, phone_numbers, forbidden_words, lengths, reading_grade,
            repeated_phrasings, skills_have_protocols, tours, guided_flows, providers)  # fmt: skip


def providers(library: Library, today: date) -> Iterator[Problem]:
    """The directory's own checks."""
    yield from check_providers(library, today)


def dangling_links(library: Library, _: date) -> Iterator[Problem]:
    """Ids that lead nowhere: related entries, contacts, local cards."""
    for entry, source in _entries(library):
        yield from _missing(source, "related", entry.related, library.entries, "entry")
        yield from _missing(source, "contacts", entry.contacts, library.providers, "provider")
        yield from _missing(source, "local_cards", entry.local_cards, library.local_cards, "local card")
    for card, source in _cards(library):
        yield from _missing(source, "contacts", card.contacts, library.providers, "provider")


def reviews(library: Library, today: date) -> Iterator[Problem]:
    """Reviews that are overdue, and local cards nobody has set."""
    for entry, source in _entries(library):
        if entry.is_stale(today):
            severity = "error" if entry.is_withheld(today) else "warning"
            what = f"the review of this {entry.tier} entry was due on {entry.expires}."
            yield source.problem(("expires",), what, f"Ask {entry.owner} to read it again and set new dates.", severity)
    for card, source in _cards(library):
        if not card.is_set:
            yield source.problem((), f"the local card “{card.title}” is not set.", f"To be set by: {card.set_by}.", "warning")


def both_forms(library: Library, _: date) -> Iterator[Problem]:
    """R50: whatever speaks of signs, reports, training or campaigns names labor and sex, or says why not."""
    for entry, source in _entries(library):
        if entry.kind not in BOTH_FORMS_KINDS or entry.one_form_only:
            continue
        text = _text(entry)
        for name, pattern in (("labor", LABOR), ("sex", SEX)):
            if not pattern.search(text):
                mend = f"Add the {name} side, or say why not under `one_form_only:`."
                yield source.problem(("full",), f"nothing is said about {name} trafficking.", mend)


def non_police_steps(library: Library, _: date) -> Iterator[Problem]:
    """R51: whatever tells people what to do offers a step that is not the police."""
    for entry, source in _entries(library):
        if not entry.steps or entry.no_non_police_step:
            continue
        if all(POLICE.search(step.say) for step in entry.steps):
            mend = "Add a service, a line or a person to call."
            yield source.problem(("steps",), "no step leads anywhere but to the police.", mend)


def phone_numbers(library: Library, _: date) -> Iterator[Problem]:
    """R48: numbers stand in directory records and nowhere else."""
    for entry, source in _entries(library):
        for path, text in _pieces(entry):
            if any(True for _ in phonenumbers.PhoneNumberMatcher(text, "US")) or re.search(r"\b555-01\d\d\b", text):
                mend = "Take it out and name the provider under `contacts:`."
                yield source.problem(path, "a phone number stands in the text.", mend)


def forbidden_words(library: Library, _: date) -> Iterator[Problem]:
    """rules.md section 12, over everything people read; questions people type may hold any word."""
    for entry, source in _entries(library):
        for path, text in _pieces(entry):
            for found in wording.forbidden(text):
                yield source.problem(path, f"“{found.word}” is not how we speak.", found.mend)


def lengths(library: Library, _: date) -> Iterator[Problem]:
    """What a phone shows at once."""
    for entry, source in _entries(library):
        for place, fact in enumerate(entry.full):
            if len(fact.say) > MOST_FACT:
                what = f"this fact has {len(fact.say)} characters."
                yield source.problem(("full", place), what, f"Say it in {MOST_FACT}, or make two of it.", "warning")
            least = 5 if entry.tier == "safety" else 3
            if len(fact.asked) < least:
                what = f"only {len(fact.asked)} questions lead to this fact."
                yield source.problem(("full", place), what, f"Write at least {least}, as staff would type them.", "warning")


def reading_grade(library: Library, _: date) -> Iterator[Problem]:
    """R52: about grade 8. The figure is Flesch-Kincaid's; law names push it up, so it only warns."""
    for entry, source in _entries(library):
        grade = wording.reading_grade(" ".join(item.say for item in entry.said()))
        if grade > GRADE_WARNING:
            what = f"reads like grade {grade:.0f}; about 8 is the aim."
            yield source.problem(("full",), what, "Use shorter sentences and everyday words.", "warning")


def repeated_phrasings(library: Library, _: date) -> Iterator[Problem]:
    """The same question under two entries can only be answered by luck."""
    seen: defaultdict[str, list[tuple[Source, ValuePath, str]]] = defaultdict(list)
    for entry, source in _entries(library):
        for path, text in questions_of(entry):
            seen[_plain(text)].append((source, path, entry.id))
    for places in seen.values():
        owners = {owner for _, _, owner in places}
        if len(owners) > 1:
            source, path, owner = places[-1]
            others = ", ".join(sorted(owners - {owner}))
            yield source.problem(path, f"the same question also leads to {others}.", "Keep it where it fits best.")


def guided_flows(library: Library, _: date) -> Iterator[Problem]:
    """Every promise about the flows in protocols/, proven from the files alone."""
    yield from check_protocols(library)


def skills_have_protocols(library: Library, _: date) -> Iterator[Problem]:
    for entry, source in _entries(library):
        if entry.protocol and entry.does not in ("refer", "provider-correct"):
            mend = "Add `does: refer`, or remove `protocol:`."
            yield source.problem(("protocol",), "a protocol without `does: refer` is never started.", mend)


def tours(library: Library, today: date) -> Iterator[Problem]:
    """Each card of a tour leads to an entry, its words are ours, and somebody has looked at it lately."""
    for tour in library.tours.values():
        source = library.sources[f"Tour:{tour.id}"]
        yield from _missing(source, "cards", tuple(card.entry for card in tour.cards), library.entries, "entry")
        said = [(("cards", place), f"{card.title} {card.say}") for place, card in enumerate(tour.cards)]
        said += [(("questions", place), f"{item.ask} {item.because}") for place, item in enumerate(tour.questions)]
        for path, text in said:
            for found in wording.forbidden(text):
                yield source.problem(path, f"“{found.word}” is not how we speak.", found.mend)
        if today > tour.expires:
            mend = f"Ask {tour.owner} to read it again and set new dates."
            yield source.problem(("expires",), f"the review of this tour was due on {tour.expires}.", mend, "warning")


def _entries(library: Library) -> Iterator[tuple[Entry, Source]]:
    for entry in library.entries.values():
        yield entry, library.sources[f"Entry:{entry.id}"]


def _cards(library: Library) -> Iterator[tuple[LocalCard, Source]]:
    for card in library.local_cards.values():
        yield card, library.sources[f"LocalCard:{card.id}"]


def _missing(source: Source, key: str, wanted: tuple[str, ...], known: object, what: str) -> Iterator[Problem]:
    from rapidfuzz import process

    names = list(known)  # type: ignore[call-overload]
    for place, name in enumerate(wanted):
        if name not in names:
            near = process.extractOne(name, names, score_cutoff=70)
            mend = f"Did you mean `{near[0]}`?" if near else f"Add the {what}, or take the id out."
            yield source.problem((key, place), f"there is no {what} `{name}`.", mend)


def _pieces(entry: Entry) -> Iterator[tuple[ValuePath, str]]:
    yield ("title",), entry.title
    yield ("short",), entry.short
    for key, items in (("full", entry.full), ("steps", entry.steps)):
        for place, item in enumerate(items):
            yield (key, place, "say"), item.say


def questions_of(entry: Entry) -> Iterator[tuple[ValuePath, str]]:
    """Everything an entry is asked by, with the path it stands on."""
    for key, listed in (("asked_as", entry.asked_as), ("asked_in_spanish", entry.asked_in_spanish)):
        for place, text in enumerate(listed):
            yield (key, place), text
    for key, items in (("full", entry.full), ("steps", entry.steps)):
        for place, item in enumerate(items):
            for number, text in enumerate(item.asked):
                yield (key, place, "asked", number), text


def _text(entry: Entry) -> str:
    return " ".join(text for _, text in _pieces(entry))


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
