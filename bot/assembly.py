"""Builds the services from the settings. The only place where objects are wired together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from bot.announcements import Announcements
from bot.answers.answer import Contact
from bot.answers.encoder import Encoder, EncoderTrouble, Progress, load_encoder
from bot.answers.service import Answers
from bot.clock import Clock, SystemClock
from bot.content.provider import Provider
from bot.outbox.desk import OutboxDesk
from bot.outbox.service import Outbox
from bot.people.person import Role
from bot.people.service import People, SlackDirectory
from bot.rooms import answers as answers_room
from bot.rooms import delivery as delivery_room
from bot.services import Services
from bot.settings import Settings
from bot.shelves import Shelves
from bot.store.engine import Store, open_engine

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

    answers = Answers(
        store, time, shelves, today, contact_finder(shelves, today), settings.app.channels.coordinators,
        lambda: people.holders(Role.PRIVACY_LEAD),
    )  # fmt: skip
    outbox = Outbox(store, time, settings.app.delivery, settings.app.channels.coordinators)
    services = Services(
        settings, time, store, shelves, people, answers, Announcements(), outbox, OutboxDesk(store, time),
    )  # fmt: skip
    answers_room.add(services)
    delivery_room.add(services)
    return services


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


def contact_finder(shelves: Shelves, today: Callable[[], date]) -> Callable[[str], Contact | None]:
    """A provider's card as an answer shows it: numbers from the directory record and nowhere else (R48)."""
    del today

    def find(provider_id: str) -> Contact | None:
        provider = shelves().library.providers.get(provider_id)
        return None if provider is None else contact_of(provider)

    return find


def contact_of(provider: Provider) -> Contact:
    numbers = tuple((phone.dial, phone.number, phone.says or "") for phone in provider.public_phones() if phone.use != "tty")
    return Contact(provider.id, provider.organization, numbers, caution=provider.caution, web=provider.web)


