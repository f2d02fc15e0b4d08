"""What the database knows over the curated records, read at once, and the index built from both. Kept until something changes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.content.directory_words import DirectoryWords, read_directory_words
from bot.content.library import Library
from bot.content.provider import Verified
from bot.directory.freshness import Overlay, Room, listing_of
from bot.directory.index import Directory
from bot.directory.records import ProviderChange, ProviderState
from bot.directory.words import Words
from bot.problems import ContentError
from bot.store.engine import Store

LOOK_AGAIN = timedelta(seconds=5)


class Curated:
    """The directory as the files say it, for the command line: no database is opened."""

    def __init__(self, library: Callable[[], Library], knowledge: Path) -> None:
        self._library, self._words = library, Words(read_directory_words(knowledge))
        self._built: tuple[Library, Directory] | None = None

    def __call__(self) -> Directory:
        library = self._library()
        if self._built is None or self._built[0] is not library:
            self._built = (library, Directory.build(library.providers.values(), self._words))
        return self._built[1]


class Overlaid:
    """The directory as it counts now. Another process's changes are seen within seconds, one's own at once."""

    def __init__(self, store: Store, clock: Clock, library: Callable[[], Library], knowledge: Path) -> None:
        self._store, self._clock, self._library, self._knowledge = store, clock, library, knowledge
        self._lock = Lock()
        self._words = Words(DirectoryWords())
        self._words_of: str | None = None
        self._built: Directory | None = None
        self._built_from: tuple[object, ...] = ()
        self._looked: datetime | None = None

    def __call__(self) -> Directory:
        library, now = self._library(), self._clock.now()
        with self._lock:
            fresh = self._looked is not None and abs(now - self._looked) < LOOK_AGAIN
            if self._built is not None and fresh and self._built_from[0] is library:
                return self._built
            mark = self._mark(library)
            if self._built is None or mark != self._built_from:
                self._built = self._build(library)
                self._built_from = mark
            self._looked = now
            return self._built

    def forget(self) -> None:
        """Something was written: look again."""
        with self._lock:
            self._looked = None

    def _mark(self, library: Library) -> tuple[object, ...]:
        with self._store.read() as session:
            states = session.execute(select(func.count(), func.max(ProviderState.changed_at))).one()
            changes = session.scalar(select(func.max(ProviderChange.id)))
        return (library, tuple(states), changes)

    def _build(self, library: Library) -> Directory:
        if self._words_of != library.digest:
            # on a bad edit the last good words stay; `taskforce check` says what is wrong with the file
            with suppress(ContentError):
                self._words = Words(read_directory_words(self._knowledge))
            self._words_of = library.digest
        with self._store.read() as session:
            found = read_overlays(session)
        listings = [listing_of(provider, found.get(provider.id)) for provider in library.providers.values()]
        return Directory.build(listings, self._words)


def read_overlays(session: Session) -> dict[str, Overlay]:
    """Every overlay by provider id."""
    changes: dict[str, list[tuple[str, str, str]]] = {}
    rows = session.scalars(select(ProviderChange).where(ProviderChange.overlays).order_by(ProviderChange.id))
    for row in rows:
        changes.setdefault(row.provider, []).append((row.field, row.before, row.after))
    states = {state.provider: state for state in session.scalars(select(ProviderState))}
    return {
        provider: _overlay(states.get(provider), tuple(changes.get(provider, ()))) for provider in {*states, *changes}
    }


def _overlay(state: ProviderState | None, changes: tuple[tuple[str, str, str], ...]) -> Overlay:
    if state is None:
        return Overlay(changes=changes)
    verified = None
    if state.verified_on is not None:
        verified = Verified.model_validate(
            {"on": state.verified_on, "by": state.verified_by or "Directory editor", "how": state.verified_how or "dialed"}
        )
    room = None
    if state.room is not None:
        room = Room(state.room, state.room_as_of, state.room_until)  # type: ignore[arg-type]  # one of Capacity, checked when it was told
    return Overlay(verified, room, changes, state.paused, state.reported)
