"""The audit log: append-only, each line chained to the one before, so that a changed or missing line is found.

`note` writes inside the caller's transaction: what is read or changed and the line about it are committed together.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from bot.audit.records import AuditEntry
from bot.store.engine import Store

ASSISTANT = "assistant"
FIRST = "0" * 64
# any fixed number: writers wait for each other on PostgreSQL, so that the chain never forks
LOCK = 7_304_118


@dataclass(frozen=True)
class Line:
    """One line as it may be shown to the privacy lead."""

    id: int
    at: datetime
    who: str
    act: str
    subject: str
    what: str


@dataclass(frozen=True)
class Verified:
    """How many lines there are, the hash of the last, and the first line that does not fit (None: all fit)."""

    lines: int
    head: str
    broken_at: int | None

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


def note(session: Session, who: str, act: str, now: datetime, *, subject: str = "", what: str = "") -> None:
    """Appends one line. Raises ValueError for anything longer than its column: content does not belong here."""
    if max(len(who) - 24, len(act) - 40, len(subject) - 40, len(what) - 80) > 0:
        raise ValueError("an audit line holds ids and short words only")
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    previous = session.scalars(select(AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)).first() or FIRST
    found = hash_of(previous, now, who, act, subject, what)
    session.add(AuditEntry(at=now, who=who, act=act, subject=subject, what=what, previous=previous, hash=found))
    session.flush()


def hash_of(previous: str, at: datetime, who: str, act: str, subject: str, what: str) -> str:
    """SHA-256 over the line and the hash before it."""
    line = json.dumps([previous, at.astimezone(UTC).isoformat(timespec="microseconds"), who, act, subject, what])
    return hashlib.sha256(line.encode()).hexdigest()


class Audit:
    """Reading and proving the log."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def verify(self, known_head: str | None = None) -> Verified:
        """Walks the whole chain. With `known_head`, a hash noted down earlier, a cut-off end is found as well."""
        previous, count, seen = FIRST, 0, known_head is None or known_head == FIRST
        with self._store.read() as session:
            for row in session.scalars(select(AuditEntry).order_by(AuditEntry.id).execution_options(yield_per=1000)):
                fits = row.previous == previous and row.hash == hash_of(
                    previous, row.at, row.who, row.act, row.subject, row.what
                )
                if not fits:
                    return Verified(count, previous, row.id)
                previous, count = row.hash, count + 1
                seen = seen or previous == known_head
        return Verified(count, previous, None if seen else count + 1)

    def lines(self, subject: str | None = None, most: int = 100) -> tuple[Line, ...]:
        """The newest lines first; of one record when its audit key is given."""
        query = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(most)
        if subject is not None:
            query = query.where(AuditEntry.subject == subject)
        with self._store.read() as session:
            return tuple(Line(row.id, row.at, row.who, row.act, row.subject, row.what) for row in session.scalars(query))

    def count(self) -> int:
        with self._store.read() as session:
            return session.scalar(select(func.count(AuditEntry.id))) or 0
