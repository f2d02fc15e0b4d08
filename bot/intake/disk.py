"""Deleted, and gone from the disk as well: whether that is still owed, since when, and trying again until it is done."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import text

from bot.clock import Clock
from bot.store.engine import Store

log = logging.getLogger("taskforce")
# the tables whose rows are deleted or emptied; PostgreSQL returns the space, and the bytes, only by a VACUUM
TABLES = ("referrals", "releases", "intake_drafts", "checklists", "checklist_steps", "concerns", "referral_gaps", "outbox")
# a reader that stays longer than any report or backup of such a database takes
TOO_LONG = timedelta(hours=1)
READER = "something else reads the database, such as a backup or a viewer"


class Disk:
    """Safe to call from many threads. Begins as owing: what a killed process deleted may not be gone yet."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._lock = Lock()
        self._owes = store.is_sqlite
        self._since: datetime | None = None

    def owe(self) -> None:
        """Something was deleted. The next `settle` empties the disk of it."""
        with self._lock:
            self._owes = True

    def settle(self) -> bool:
        """Empties the disk if that is owed. False: a reader stands in the way; the next call tries again."""
        with self._lock:
            if not self._owes:
                return True
            self._owes = False  # a deletion from here on owes anew
        done = self._empty()
        with self._lock:
            self._owes = self._owes or not done
            waited, self._since = self._since, None if done else self._since or self._clock.now()
        if not done and waited is None:
            log.warning("deleted rows still stand in the write-ahead log: %s; tried again at each tick", READER)
        if done and waited is not None:
            log.info("the write-ahead log is empty now; it had waited since %s", f"{waited:%Y-%m-%d %H:%M} UTC")
        return done

    def health(self) -> tuple[str, bool, str]:
        """For the health page: bad only when it has waited for very long."""
        since = self._since
        if since is None:
            return "disk", True, "what was deleted is gone from the disk"
        fine = self._clock.now() - since < TOO_LONG
        return "disk", fine, f"deleted rows wait in the write-ahead log since {since:%Y-%m-%d %H:%M} UTC: {READER}"

    def _empty(self) -> bool:
        """SQLite: the log goes into the file, where freed pages are zeroed. PostgreSQL: dead rows are vacuumed."""
        if self._store.is_sqlite:
            return self._store.checkpoint()
        with self._store.engine.connect() as connection:
            plain = connection.execution_options(isolation_level="AUTOCOMMIT")
            for table in TABLES:
                plain.execute(text(f"VACUUM {table}"))
        return True
