"""Builds the services from the settings. The only place where objects are wired together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.answers.answer import Contact
from bot.answers.encoder import Encoder, EncoderTrouble, Progress, load_encoder
from bot.answers.service import Answers
from bot.clock import Clock, SystemClock
from bot.content.library import Library
from bot.content.provider import Provider
from bot.people.person import Role
from bot.people.service import People, SlackDirectory
from bot.settings import Settings
from bot.shelves import Shelves
from bot.store.engine import Store, open_engine

log = logging.getLogger("taskforce")


@dataclass
class Services:
    """Everything a listener may ask of the engine."""

    settings: Settings
    clock: Clock
    store: Store
    shelves: Shelves
    people: People
    answers: Answers

    @property
    def library(self) -> Library:
        return self.shelves().library

    def today(self) -> date:
        """The local day in the city."""
        return self.clock.now().astimezone(self.settings.zone).date()


def build_services(
    settings: Settings, directory: SlackDirectory, *, clock: Clock | None = None, progress: Progress | None = None,
    encoder: Encoder | None = None,
) -> Services:  # fmt: skip
    """Wires everything for one process. The content is loaded, or its problems are kept in `shelves.problems`."""
    time = clock or SystemClock()
    store = Store(open_engine(settings.database_url))
    shelves = Shelves(settings.home, encoder or sentence_model(settings), settings.var / "cache", progress)
    shelves.refresh()
    people = People(settings, directory, time)

    def today() -> date:
        return time.now().astimezone(settings.zone).date()

    answers = Answers(
        store, time, shelves, today, contact_finder(shelves, today), settings.app.channels.coordinators,
        lambda: people.holders(Role.PRIVACY_LEAD),
    )  # fmt: skip
    return Services(settings, time, store, shelves, people, answers)


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


def contact_finder(shelves: Callable[[], object], today: Callable[[], date]) -> Callable[[str], Contact | None]:
    """A provider's card as an answer shows it: numbers from the directory record and nowhere else (R48)."""
    del today

    def find(provider_id: str) -> Contact | None:
        library: Library = shelves().library  # type: ignore[attr-defined]
        provider = library.providers.get(provider_id)
        return None if provider is None else contact_of(provider)

    return find


def contact_of(provider: Provider) -> Contact:
    numbers = tuple((phone.dial, phone.number, phone.says or "") for phone in provider.public_phones() if phone.use != "tty")
    return Contact(provider.id, provider.organization, numbers, caution=provider.caution, web=provider.web)


def var_folder(settings: Settings) -> Path:
    settings.var.mkdir(parents=True, exist_ok=True)
    return settings.var
