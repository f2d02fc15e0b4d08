"""What the directory room adds: look-ups beside answers, the monthly round, corrections, a section of Home, contacts."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from sqlalchemy.exc import DatabaseError

from bot.announcements import Announcement
from bot.answers.answer import Contact
from bot.content.library import Library
from bot.directory.freshness import standing
from bot.directory.lookup import HOTLINE, LookUp
from bot.directory.service import Card, DirectoryService
from bot.people.person import Act, Person
from bot.services import SURELY_A_LOOKUP, Services, Shown, SkillRequest
from bot.views import directory as views
from bot.views import directory_upkeep as upkeep_views
from bot.views.kit import Block, Message

log = logging.getLogger("taskforce")
STATE_LINE_CARD = "state-hotline"
NAMED_AND_LITTLE_ELSE = 0.4


def add(services: Services) -> None:
    """Plugs the room in."""
    directory, upkeep, announcements = services.directory, services.upkeep, services.announcements

    def providers(text: str, person: Person) -> Shown | None:
        if not person.may(Act.ASK):
            return None
        found = directory.look_up(text)
        if not found.matches and found.named is None and not found.by_number and found.gap is None:
            return None
        return Shown(message_of(services, found), how_surely(found), tuple(match.id for match in found.matches))

    def round_of(subject: str) -> Announcement | None:
        person = services.people.who(subject.rpartition("|")[2])
        found = upkeep.round_for(person)
        if found.first is None:
            return None
        return Announcement(upkeep_views.round_message(found, directory.card(found.first.id)), may=Act.EDIT_DIRECTORY)

    def correction(code: str) -> Announcement | None:
        found = upkeep.correction(code)
        if found is None:
            return None
        return Announcement(upkeep_views.correction_message(found, directory.card(found.provider)), may=Act.EDIT_DIRECTORY)

    def decided(code: str) -> Announcement | None:
        found = upkeep.correction(code)
        return None if found is None else Announcement(upkeep_views.correction_decided(found))

    def overdue(code: str) -> Announcement | None:
        found = upkeep.correction(code)
        return Announcement(upkeep_views.correction_overdue(found)) if found is not None and found.state == "open" else None

    warm(services)
    announcements.add("directory.round", round_of)
    announcements.add("directory.correction", correction)
    announcements.add("directory.correction-decided", decided)
    announcements.add("directory.correction-overdue", overdue)
    services.rooms.providers = providers
    services.rooms.home.append(lambda person: home_section(services, person))
    services.rooms.ticks += [upkeep.tick, directory.flush]
    services.rooms.skills["provider-correct"] = lambda request: correct_by_words(services, request)
    services.rooms.health.append(lambda: health(services))


def warm(services: Services) -> None:
    """Builds the index before the first look-up has to wait for it. A database that is not set up yet only costs that."""
    try:
        services.directory.listings()
    except DatabaseError as error:
        log.warning("the directory was not read at start: %s", type(error).__name__)


def how_surely(found: LookUp) -> float:
    """How surely a look-up was meant: a provider asked for by name or number is, when little else was said."""
    meant = (found.named is not None or found.by_number) and found.strength >= NAMED_AND_LITTLE_ELSE
    return max(found.strength, SURELY_A_LOOKUP) if meant else found.strength


def message_of(services: Services, found: LookUp, *, staff: bool = False) -> Message:
    """A look-up as a message, with the cards of everybody it names."""
    ids = [match.id for match in found.matches] + ([found.named.id] if found.named else [])
    cards = {each: card for each in ids if (card := services.directory.card(each)) is not None}
    return views.lookup_message(found, cards, services.directory.card(HOTLINE), staff=staff)


def home_section(services: Services, person: Person) -> Sequence[Block | None]:
    """Editors see what waits for them; liaisons their own providers; everybody else nothing."""
    own = tuple(
        listing for provider in services.settings.app.roles.provider_liaisons
        if person.id in services.people.liaisons(provider) and (listing := services.directory.listing(provider)) is not None
    )  # fmt: skip
    if not person.may(Act.EDIT_DIRECTORY):
        return upkeep_views.home_section(services.upkeep.round_for(person), 0, 0, own) if own else ()
    today = services.today()
    held_back = sum(not standing(listing, today).is_shown for listing in services.directory.listings())
    corrections = len(services.upkeep.open_corrections())
    return upkeep_views.home_section(services.upkeep.round_for(person), corrections, held_back, own)


def correct_by_words(services: Services, request: SkillRequest) -> Message:
    """`The number of River House is wrong`: the card, whose button opens the form. Nothing is kept from the words."""
    found = services.directory.look_up(request.text)
    named = found.named or (found.matches[0].listing if found.matches else None)
    card = services.directory.card(named.id) if named is not None else None
    return upkeep_views.which_is_wrong(card)


def health(services: Services) -> tuple[str, bool, str]:
    today = services.today()
    listings = services.directory.listings()
    shown = sum(standing(listing, today).is_shown for listing in listings)
    return "directory", True, f"{shown} of {len(listings)} providers shown"


def state_line(library: Library) -> str | None:
    """The provider id of the state's own hotline, where its local card names one."""
    card = library.local_cards.get(STATE_LINE_CARD)
    return next(iter(card.contacts), None) if card is not None else None


def contact_finder(directory: DirectoryService) -> Callable[[str], Contact | None]:
    """A provider's card as an answer shows it: numbers from the directory and nowhere else, stale rules included (R48)."""

    def find(provider_id: str) -> Contact | None:
        card = directory.card(provider_id)
        return None if card is None else contact_of(card)

    return find


def contact_of(card: Card) -> Contact:
    """The contact of one card. A record that is held back keeps its name and shows whom to call instead."""
    provider = card.provider
    if card.standing.is_shown:
        numbers = tuple((phone.dial, phone.number, phone.says or "") for phone in provider.public_phones() if phone.use != "tty")
        notice = card.standing.notice
        return Contact(provider.id, provider.organization, numbers, provider.caution, provider.web, card.hours, notice)
    reason = card.standing.reason
    notice = f"{views.WHY_NOT[reason]}." if reason else None
    instead = tuple(
        (phone.dial, phone.number, listing.provider.organization)
        for listing in card.instead for phone in listing.provider.public_phones() if phone.use in ("crisis", "public", "intake")
    )  # fmt: skip
    return Contact(provider.id, provider.organization, instead, notice=notice and notice[0].upper() + notice[1:])
