"""Proofs over what every flow says and asks: nothing forbidden, both forms, no police by default, Slack's lengths, our words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import phonenumbers

from bot.content import wording
from bot.content.check_protocols import Flow
from bot.content.never_asked import forbidden_in
from bot.content.provider import Service
from bot.problems import Problem

# Slack: radio buttons 10, menus 100; a screen longer than this nobody reads on a phone
MOST_OPTIONS = 100
MOST_ASK = 150
MOST_SAYS = 900
NEVER_BY_DEFAULT: frozenset[Service] = frozenset({"lead_investigative_unit", "police_victim_services", "tip_line"})
# 911 is everybody's; these are shown by legal duty for a child (R33, R42)
LAW_ENFORCEMENT_SHOWN = frozenset({"nat-911", "nat-ncmec"})
CHILD_CARDS = frozenset({"child-abuse-line", "mandated-reporters"})
LABOR = re.compile(r"\blabor\b|\bwage|\bwork(?:er|place|site|s)?\b|\bjob\b", re.I)
SEX = re.compile(r"\bsex\b|\bsexual", re.I)


def never_asked(flow: Flow) -> Iterator[Problem]:
    """R34 and 0.7: nothing that identifies, no status, no story, in questions, options and helps."""
    for question in flow.protocol.questions():
        for where, what in forbidden_in(question):
            mend = "Ask for what is needed to help, in broad words."
            yield flow.problem("question", question.id, f"`{question.id}` asks for {what}.", mend, key=where)
        if question.duty and (flow.protocol.file.about != "child" or question.keep != "never"):
            what = f"`{question.id}` claims a duty, which only an unkept question about a child can have."
            yield flow.problem("question", question.id, what, "Remove `duty:`.", key="duty")
    if flow.protocol.file.about != "listing" and not flow.protocol.file.never_asked:
        yield flow.source.problem((), "the flow does not say what is never asked.", "Add `never_asked:`.")


def both_forms(flow: Flow) -> Iterator[Problem]:
    """R50: labor and sex trafficking both, or a reason why not."""
    file = flow.protocol.file
    if file.one_form_only:
        return
    if len(file.forms) < 2:
        yield flow.source.problem(("forms",), "only one form is served.", "Say why under `one_form_only:`.")
    text = " ".join(text for _, _, text in said(flow))
    for name, pattern in (("labor", LABOR), ("sex", SEX)):
        if not pattern.search(f"{file.purpose} {text}"):
            mend = "Name it, or say why not under `one_form_only:`."
            yield flow.source.problem((), f"nothing is said about {name} trafficking.", mend)


def no_police_default(flow: Flow) -> Iterator[Problem]:
    """R33: the police come in by three doors only, none of which opens by itself."""
    file = flow.protocol.file
    for service in file.routing.services:
        if service in NEVER_BY_DEFAULT:
            yield flow.source.problem(("routing", "services"), f"`{service}` is looked for by default.", "Take it out.")
    for question in flow.protocol.questions():
        if "police" in question.id and question.default not in (None, "no"):
            yield flow.problem("question", question.id, "the police are proposed.", "Let the default be `no`.", key="default")
        for option, services in question.services.items():
            if NEVER_BY_DEFAULT & set(services):
                what = f"“{question.choices[option]}” looks for the police."
                yield flow.problem("question", question.id, what, "Police services come only from the question about police.")
    for part, name, contacts in _contacts(flow):
        for contact in contacts:
            provider = flow.library.providers.get(contact)
            if provider is not None and provider.is_police and contact not in LAW_ENFORCEMENT_SHOWN:
                yield flow.problem(part, name, f"`{contact}` is law enforcement and is shown to everybody.", "Take it out.")
    asked = flow.protocol.question("police")
    if asked is not None and file.police in ("never", "place_only", "counsel_decides"):
        mend = "Use consent without `police`."
        yield flow.source.problem(("police",), "the flow never shows police, but asks about them.", mend)


def links_to_content(flow: Flow) -> Iterator[Problem]:
    """Contacts and local cards are there; a card nobody has set means that the flow cannot start."""
    for part, name, contacts in _contacts(flow):
        for contact in contacts:
            if contact not in flow.library.providers:
                yield flow.problem(part, name, f"there is no provider `{contact}`.", "Add it, or take the id out.")
    for part, name, cards in _local_cards(flow):
        for card in cards:
            if card not in flow.library.local_cards:
                yield flow.problem(part, name, f"there is no local card `{card}`.", "Add it, or take the id out.")
    yield from _needed_cards(flow)


def our_words(flow: Flow) -> Iterator[Problem]:
    """Our own way of speaking (rules.md section 12), and no number outside the directory (R48)."""
    for part, name, text in said(flow):
        for found in wording.forbidden(text):
            yield flow.problem(part, name, f"“{found.word}” is not how we speak.", found.mend)
        if any(True for _ in phonenumbers.PhoneNumberMatcher(text, "US")):
            yield flow.problem(part, name, "a phone number stands in the text.", "Name the provider under `contacts:`.")


def lengths(flow: Flow) -> Iterator[Problem]:
    """What Slack takes, and what a phone shows."""
    for question in flow.protocol.questions():
        if len(question.choices) > MOST_OPTIONS:
            yield flow.problem("question", question.id, f"a menu takes at most {MOST_OPTIONS} options.", "Make groups of them.")
        if len(question.ask) > MOST_ASK:
            what = f"the question has {len(question.ask)} characters."
            yield flow.problem("question", question.id, what, f"Ask it in {MOST_ASK}.", key="ask")
    for part, name, text in said(flow):
        if len(text) > MOST_SAYS:
            yield flow.problem(part, name, f"this text has {len(text)} characters.", f"Say it in {MOST_SAYS}.")
    for ending in flow.protocol.file.endings:
        if (ending.creates != "nothing") != (ending.submit is not None):
            what = "an ending that keeps something, and no other, names the button that keeps it."
            yield flow.problem("ending", ending.id, what, "Add `submit: Send`, or remove it.")


def said(flow: Flow) -> Iterator[tuple[str, str, str]]:
    """(part, name, text) of everything a flow shows."""
    for screen in flow.protocol.screens:
        if screen.says:
            yield "screen", screen.id, screen.says
        for question in screen.questions:
            yield "question", question.id, question.ask
            yield from (("question", question.id, label) for label in question.options.values())
            if question.help:
                yield "question", question.id, question.help
    yield from (("ending", ending.id, ending.says) for ending in flow.protocol.endings)
    yield from (("card", card.id, card.says) for card in flow.protocol.cards)


def _needed_cards(flow: Flow) -> Iterator[Problem]:
    file = flow.protocol.file
    missing = CHILD_CARDS - set(file.needs_local_cards) if file.about == "child" else frozenset()
    for card in sorted(missing):
        what = "a flow about a child must not start without the local lines (R44)."
        yield flow.source.problem(("needs_local_cards",), what, f"Add `{card}` under `needs_local_cards:`.")
    for place, name in enumerate(file.needs_local_cards):
        card_found = flow.library.local_cards.get(name)
        if card_found is None:
            yield flow.source.problem(("needs_local_cards", place), f"there is no local card `{name}`.", "Add it.")
            continue
        contacts = [flow.library.providers[item] for item in card_found.contacts if item in flow.library.providers]
        if not card_found.is_set or not contacts or any(item.must_replace_before_use for item in contacts):
            what = f"{file.code} refuses to start: the local card `{name}` is not set, or its contact is a placeholder."
            yield flow.source.problem(("needs_local_cards", place), what, f"To be set by: {card_found.set_by}.", "warning")


def _contacts(flow: Flow) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from (("screen", screen.id, screen.contacts) for screen in flow.protocol.screens)
    yield from (("ending", ending.id, ending.contacts) for ending in flow.protocol.endings)
    yield from (("card", card.id, card.contacts) for card in flow.protocol.cards)
    yield "routing", "routing", flow.protocol.file.routing.always_shows


def _local_cards(flow: Flow) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from (("screen", screen.id, screen.local_cards) for screen in flow.protocol.screens)
    yield from (("ending", ending.id, ending.local_cards) for ending in flow.protocol.endings)
    yield from (("card", card.id, card.local_cards) for card in flow.protocol.cards)


WORD_CHECKS: tuple[Callable[[Flow], Iterator[Problem]], ...] = (
    never_asked, both_forms, no_police_default, links_to_content, our_words, lengths,
)  # fmt: skip
