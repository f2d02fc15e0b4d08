"""The verbs of the first-week tour: read a card, pass the self-check, put the tour away. Counts leave here by agency only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.content.tour import Tour
from bot.learning.records import TourCardRead, TourTaken
from bot.store.engine import Store
from bot.store.once import first_time

NO_AGENCY = "No agency"


@dataclass(frozen=True)
class Progress:
    """How far one person is."""

    read: frozenset[str] = frozenset()
    finished: bool = False
    hidden: bool = False

    def next_card(self, tour: Tour) -> int:
        """The place of the first unread card; the number of cards when only the self-check is left."""
        return next((place for place, card in enumerate(tour.cards) if card.id not in self.read), len(tour.cards))

    def count(self, tour: Tour) -> int:
        """How many of the tour's present cards are read."""
        return sum(card.id in self.read for card in tour.cards)


def mistakes(tour: Tour, chosen: Sequence[int | None]) -> dict[int, str]:
    """The self-check: which questions were not answered right, and why the other choice is the right one. Pure."""
    return {
        place: question.because
        for place, question in enumerate(tour.questions)
        if place >= len(chosen) or chosen[place] != question.answer
    }


class Tours:
    """Safe to call from many threads."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def progress(self, person: str) -> Progress:
        with self._store.read() as session:
            read = session.scalars(select(TourCardRead.card).where(TourCardRead.person == person)).all()
            taken = session.get(TourTaken, person)
            return Progress(
                frozenset(read), taken is not None and taken.finished_at is not None,
                taken is not None and taken.hidden_at is not None,
            )  # fmt: skip

    def note_read(self, person: str, card: str, *, key: str) -> None:
        """Keeps that a card was read. Reading it again changes nothing."""
        now = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                try:
                    with session.begin_nested():
                        session.execute(insert(TourCardRead).values(person=person, card=card, at=now))
                except IntegrityError:
                    return

    def finish(self, person: str, tour: Tour, chosen: Sequence[int | None], *, key: str) -> dict[int, str]:
        """Keeps that the self-check was passed when every answer is right; else says what to think about again."""
        wrong = mistakes(tour, chosen)
        if not wrong:
            now = self._clock.now()
            with self._store.write() as session:
                if first_time(session, key, now):
                    taken = _taken(session, person)
                    taken.finished_at = taken.finished_at or now
        return wrong

    def hide(self, person: str, *, key: str) -> None:
        """Takes the tour off somebody's Home. Nobody else sees that."""
        now: datetime = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                _taken(session, person).hidden_at = now

    def finished_by_agency(self, agency_of: Callable[[str], str | None]) -> tuple[tuple[str, int], ...]:
        """(agency, how many finished), the agencies by name. No person leaves this method."""
        with self._store.read() as session:
            people = session.scalars(select(TourTaken.person).where(TourTaken.finished_at.is_not(None))).all()
        return tuple(sorted(Counter(agency_of(person) or NO_AGENCY for person in people).items()))


def _taken(session: Session, person: str) -> TourTaken:
    found = session.get(TourTaken, person)
    if found is None:
        found = TourTaken(person=person, finished_at=None, hidden_at=None)
        session.add(found)
    return found
