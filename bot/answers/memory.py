"""Which entry each thread is about: remembered at once, written a little later, so that no disk delays an answer."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import delete

from bot.answers.records import ThreadSubject
from bot.clock import Clock
from bot.store.engine import Store

KEEP = timedelta(days=1)
MOST_REMEMBERED = 5_000


class Subjects:
    """Safe to call from many threads. A place is a channel and the thread's root, or a direct message channel."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._known: OrderedDict[str, tuple[datetime, str | None]] = OrderedDict()
        self._unwritten: dict[str, tuple[datetime, str | None]] = {}
        self._lock = Lock()

    def remember(self, channel: str, thread: str | None, entry: str | None) -> None:
        """This thread is about that entry now; None: the assistant answered here but knew no entry."""
        place, now = _place(channel, thread), self._clock.now()
        with self._lock:
            self._known[place] = self._unwritten[place] = (now, entry)
            self._known.move_to_end(place)
            while len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)

    def of(self, channel: str, thread: str | None) -> tuple[bool, str | None]:
        """Whether the assistant has answered in this thread within a day, and about what."""
        place = _place(channel, thread)
        with self._lock:
            known = self._known.get(place)
        if known is None:
            known = self._read(place)
        if known is None or known[0] < self._clock.now() - KEEP:
            return False, None
        return True, known[1]

    def flush(self) -> None:
        """Writes what was remembered since the last time, and forgets what is older than a day."""
        with self._lock:
            unwritten, self._unwritten = self._unwritten, {}
        if not unwritten:
            return
        with self._store.write() as session:
            for place, (at, entry) in unwritten.items():
                session.merge(ThreadSubject(place=place, entry=entry, at=at))
            session.execute(delete(ThreadSubject).where(ThreadSubject.at < self._clock.now() - KEEP))

    def _read(self, place: str) -> tuple[datetime, str | None] | None:
        with self._store.read() as session:
            row = session.get(ThreadSubject, place)
            found = None if row is None else (row.at, row.entry)
        if found is not None:
            with self._lock:
                self._known[place] = found
        return found


def _place(channel: str, thread: str | None) -> str:
    return f"{channel}|{thread or ''}"
