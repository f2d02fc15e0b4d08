"""The verbs of reviewing: ask owners once a month, hear *Still right* and *Needs work*, and say which dates count now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.content.entry import Entry
from bot.learning.once_a_month import claim
from bot.learning.records import ReviewAsked, ReviewSaid
from bot.learning.standing import Standing, Verdict, Word, as_confirmed, due, standing_of, wording_of
from bot.outbox.writing import enqueue, revise
from bot.problems import PersonError
from bot.store.engine import Store
from bot.store.once import first_time

ASKED_KIND = "review.asked"
NEEDS_WORK_KIND = "review.needs-work"
SECOND = "second"
# longer than any review lasts: what was said before then counts for nothing
KEEP = timedelta(days=400)
# two blocks an entry: well inside what one message holds
IN_ONE_MESSAGE = 12
Entries = Callable[[], Mapping[str, Entry]]


@dataclass(frozen=True)
class AskedReview:
    """One entry in an owner's message. `entry` carries the dates that count."""

    entry: Entry
    standing: Standing
    is_open: bool


class Reviews:
    """`owners`: who answers for a role; `seconds`: who may be the second pair of eyes. Safe to call from many threads."""

    def __init__(
        self, store: Store, clock: Clock, zone: ZoneInfo, entries: Entries, owners: Callable[[str], Sequence[str]],
        seconds: Callable[[], Sequence[str]], coordinators: str,
    ) -> None:  # fmt: skip
        self._store, self._clock, self._zone, self._entries = store, clock, zone, entries
        self._owners, self._seconds, self._coordinators = owners, seconds, coordinators
        self._words: Mapping[str, tuple[Word, ...]] | None = None

    def refresh(self) -> None:
        """Reads what was said, also through other processes. Between two reads an answer asks no disk."""
        with self._store.read() as session:
            self._words = self._read(session)

    def standing(self, entry: Entry) -> Standing:
        return standing_of(entry, self._said().get(entry.id, ()))

    def as_confirmed(self, entry: Entry) -> Entry:
        """The entry with the dates that count: the file's own, or those of what was said since."""
        return as_confirmed(entry, self.standing(entry)) if entry.id in self._said() else entry

    def confirmed(self) -> tuple[Entry, ...]:
        """Every entry whose dates have moved on from the file's by a confirmation, for writing them back."""
        moved = ((entry, self.as_confirmed(entry)) for entry in self._entries().values())
        return tuple(now for entry, now in moved if now.reviewed != entry.reviewed)

    @property
    def has_entries(self) -> bool:
        """False while no content is loaded: nobody is asked then."""
        return bool(self._entries())

    def due(self) -> tuple[Entry, ...]:
        """Entries due for review now, the most pressing first."""
        return tuple(due((self.as_confirmed(entry) for entry in self._entries().values()), self._today()))

    def ask_owners(self, month: str) -> int:
        """Writes one round of questions into the outbox; a second call for the same month changes nothing."""
        entries = self.due()
        now = self._clock.now()
        by_person: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for person in self._owners(entry.owner):
                by_person[person].append(entry)
        with self._store.write() as session:
            if not claim(session, month, "reviews", len(entries), now):
                return 0
            session.execute(delete(ReviewSaid).where(ReviewSaid.at < now - KEEP))
            session.execute(delete(ReviewAsked).where(ReviewAsked.month < f"{self._today() - KEEP:%Y-%m}"))
            for person, theirs in by_person.items():
                for place, entry in enumerate(theirs):
                    batch = str(place // IN_ONE_MESSAGE)
                    session.add(ReviewAsked(month=month, person=person, batch=batch, entry=entry.id))
                    subject = f"{month}|{person}|{batch}"
                    enqueue(session, kind=ASKED_KIND, subject=subject, target=person, key=f"review|{subject}", now=now)
        return len(entries)

    def asked(self, subject: str) -> tuple[AskedReview, ...]:
        """What one message asks about, as it stands now. Entries that are gone are left out."""
        month, person, batch = subject.split("|")
        with self._store.read() as session:
            ids = session.scalars(
                select(ReviewAsked.entry)
                .where(ReviewAsked.month == month, ReviewAsked.person == person, ReviewAsked.batch == batch)
                .order_by(ReviewAsked.id)
            ).all()
            words = self._read(session)
        today, entries = self._today(), self._entries()
        found = []
        for entry in (entries[entry_id] for entry_id in ids if entry_id in entries):
            standing = standing_of(entry, words.get(entry.id, ()))
            found.append(AskedReview(as_confirmed(entry, standing), standing, standing.is_due(today)))
        return tuple(found)

    def say(self, entry_id: str, verdict: Verdict, *, by: str, key: str) -> Standing:
        """One press of *Still right* or *Needs work*. Raises PersonError when it is not theirs to say, or comes twice."""
        entry = self._entries().get(entry_id)
        if entry is None:
            raise PersonError("This entry is not in the knowledge base any more.")
        if by not in self._askable(entry):
            raise PersonError(f"This answer belongs to the {entry.owner}. Only its owners and the coordinators review it.")
        now = self._clock.now()
        with self._store.write() as session:
            fresh = first_time(session, key, now)
            before = standing_of(entry, self._read(session).get(entry.id, ()))
            if not fresh:
                return before
            if verdict == "right" and before.first_by == by:
                raise PersonError("You have confirmed this one. A safety answer needs a second person.")
            session.add(ReviewSaid(entry=entry.id, said_by=by, verdict=verdict, wording=wording_of(entry), at=now))
            session.flush()
            after = standing_of(entry, self._read(session).get(entry.id, ()))
            if verdict == "needs-work":
                enqueue(session, kind=NEEDS_WORK_KIND, subject=entry.id, target=self._coordinators,
                        key=f"needs-work|{entry.id}|{by}|{self._today()}", now=now)  # fmt: skip
            if after.first_by is not None:
                self._ask_second(session, entry, after.first_by, now)
            for subject in self._messages_about(session, entry.id):
                revise(session, kind=ASKED_KIND, subject=subject, now=now)
        self.refresh()
        return after

    def _askable(self, entry: Entry) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._owners(entry.owner), *self._seconds())))

    def _ask_second(self, session: Session, entry: Entry, first: str, now: datetime) -> None:
        """Asks for a second pair of eyes where nobody but the first has been asked about this entry this month."""
        month = f"{self._today():%Y-%m}"
        asked = session.scalars(select(ReviewAsked.person).where(ReviewAsked.month == month, ReviewAsked.entry == entry.id))
        known = set(asked)
        if known - {first}:
            return
        for person in self._askable(entry):
            if person != first:
                session.add(ReviewAsked(month=month, person=person, batch=SECOND, entry=entry.id))
                subject = f"{month}|{person}|{SECOND}"
                enqueue(session, kind=ASKED_KIND, subject=subject, target=person, key=f"review|{subject}", now=now)
        session.flush()

    def _messages_about(self, session: Session, entry_id: str) -> Iterable[str]:
        newest = select(ReviewAsked.month).where(ReviewAsked.entry == entry_id).order_by(ReviewAsked.month.desc()).limit(1)
        rows = session.execute(
            select(ReviewAsked.month, ReviewAsked.person, ReviewAsked.batch)
            .where(ReviewAsked.entry == entry_id, ReviewAsked.month == newest.scalar_subquery())
            .distinct()
        ).all()
        return [f"{month}|{person}|{batch}" for month, person, batch in rows]

    def _said(self) -> Mapping[str, tuple[Word, ...]]:
        if self._words is None:
            self.refresh()
        return self._words or {}

    def _read(self, session: Session) -> Mapping[str, tuple[Word, ...]]:
        words: defaultdict[str, list[Word]] = defaultdict(list)
        for row in session.scalars(select(ReviewSaid).order_by(ReviewSaid.id)):
            verdict: Verdict = "right" if row.verdict == "right" else "needs-work"
            words[row.entry].append(Word(row.said_by, verdict, row.wording, row.at.astimezone(self._zone).date()))
        return {entry_id: tuple(said) for entry_id, said in words.items()}

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()
