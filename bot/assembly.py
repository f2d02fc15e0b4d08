"""Builds the services from the settings. The only place where objects are wired together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from bot.announcements import Announcements
from bot.answers.answer import Contact
from bot.answers.encoder import Encoder, EncoderTrouble, Progress, load_encoder
from bot.answers.identifiers import find_identifiers
from bot.answers.service import Answers
from bot.clock import Clock, SystemClock
from bot.content.library import Library
from bot.directory.overlays import Curated, Overlaid
from bot.directory.service import DirectoryService
from bot.directory.upkeep import Upkeep
from bot.learning.reviews import Reviews
from bot.learning.service import Learning
from bot.learning.tours import Tours
from bot.outbox.desk import OutboxDesk
from bot.outbox.service import Outbox
from bot.people.person import Role
from bot.people.service import People, SlackDirectory
from bot.rooms import action_items as action_items_room
from bot.rooms import answers as answers_room
from bot.rooms import delivery as delivery_room
from bot.rooms import directory as directory_room
from bot.rooms import intake_flows as intake_flows_room
from bot.rooms import learning as learning_room
from bot.rooms import meetings as meetings_room
from bot.rooms import paid_hours as paid_hours_room
from bot.rooms import referrals as referrals_room
from bot.services import Services
from bot.settings import Settings, wall_time
from bot.shelves import Shelves
from bot.store.engine import Store, open_engine
from bot.workdays import calendar_for

log = logging.getLogger("taskforce")


def build_services(
    settings: Settings, directory: SlackDirectory, *, clock: Clock | None = None, progress: Progress | None = None,
    shelves: Shelves | None = None,
) -> Services:  # fmt: skip
    """Wires everything for one process. The content is loaded, or its problems are kept in `shelves.problems`."""
    time = clock or SystemClock()
    store = Store(open_engine(settings.database_url))
    if shelves is None:
        shelves = Shelves(settings.home, sentence_model(settings), settings.var / "cache", progress)
        shelves.refresh()
    people = People(settings, directory, time)

    def today() -> date:
        return time.now().astimezone(settings.zone).date()

    directory_service, upkeep = build_directory(settings, store, time, shelves, people)
    answers = Answers(
        store, time, shelves, today, directory_room.contact_finder(directory_service), settings.app.channels.coordinators,
        lambda: people.holders(Role.PRIVACY_LEAD),
    )  # fmt: skip
    outbox = Outbox(store, time, settings.app.delivery, settings.app.channels.coordinators)
    services = Services(
        settings, time, store, shelves, people, answers, Announcements(), outbox, OutboxDesk(store, time),
        build_learning(settings, store, time, lambda: shelves().library, people), directory_service, upkeep,
    )  # fmt: skip
    answers_room.add(services)
    delivery_room.add(services)
    action_items_room.add(services)
    meetings_room.add(services)
    paid_hours_room.add(services)
    learning_room.add(services)
    directory_room.add(services)
    referrals_room.add(services)
    intake_flows_room.add(services)
    return services


def build_learning(
    settings: Settings, store: Store, clock: Clock, library: Callable[[], Library], people: People | None
) -> Learning:
    """The learning room. Without `people` (on the command line) nobody can be asked, and dates can still be read."""
    coordinators = settings.app.channels.coordinators

    def owners(role: str) -> tuple[str, ...]:
        """Who answers for an owner's role: as app.yaml says, else who holds that role, else the coordinators."""
        if people is None:
            return ()
        named = next((owner.users for owner in settings.app.owners if owner.role.casefold() == role.casefold()), ())
        held = next((people.holders(kind) for kind in Role if kind.replace("-", " ") == role.casefold()), ())
        return tuple(named or held or people.holders(Role.COORDINATOR))

    reviews = Reviews(
        store, clock, settings.zone, lambda: library().entries, owners,
        lambda: people.holders(Role.COORDINATOR) if people else (), coordinators,
    )  # fmt: skip
    return Learning(
        store, clock, settings.zone, calendar_for(settings.app), wall_time(settings.app.reminders.at), Tours(store, clock),
        reviews, coordinators,
    )  # fmt: skip


def sentence_model(settings: Settings) -> Encoder | None:
    """The sentence model app.yaml names, or the installed one; None when there is none, and then words must do."""
    if not settings.app.answers.semantic:
        return None
    folder = settings.app.answers.model_folder
    try:
        return load_encoder(settings.home / folder if folder else None)
    except EncoderTrouble as trouble:
        log.warning("answers use words only: %s", trouble)
        return None


def contact_finder(shelves: Shelves, settings: Settings, clock: Clock) -> Callable[[str], Contact | None]:
    """Contacts as the files say them, for the command line: numbers from the directory and nowhere else (R48)."""
    return directory_room.contact_finder(build_offline_directory(settings, clock, lambda: shelves().library))


def build_offline_directory(settings: Settings, clock: Clock, library: Callable[[], Library]) -> DirectoryService:
    """The directory without a database: what the files say, as of now. Raises ContentError when its word list is unsound."""
    curated = Curated(library, settings.home / "knowledge")
    return DirectoryService(None, clock, curated, settings.zone, lambda: directory_room.state_line(library()))


def build_directory(
    settings: Settings, store: Store, clock: Clock, shelves: Shelves, people: People
) -> tuple[DirectoryService, Upkeep]:
    """Looking up, and keeping true: two doors to the same records."""
    overlaid = Overlaid(store, clock, lambda: shelves().library, settings.home / "knowledge")
    service = DirectoryService(store, clock, overlaid, settings.zone, lambda: directory_room.state_line(shelves().library))

    def editors() -> tuple[str, ...]:
        return people.holders(Role.DIRECTORY_EDITOR) or people.holders(Role.COORDINATOR)

    def kinds_in(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(found.kind for found in find_identifiers(text)))

    upkeep = Upkeep(
        store, clock, overlaid, settings.zone, calendar_for(settings.app), editors, people.liaisons,
        settings.app.channels.coordinators, kinds_in,
    )  # fmt: skip
    return service, upkeep
