"""How long writers wait for each other. A listener that answers Slack has three seconds; background work has more time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy.exc import OperationalError, SQLAlchemyError, TimeoutError

from bot.problems import Busy

NOT_WRITTEN = (Busy, SQLAlchemyError)
# a lock of zero milliseconds means for ever on PostgreSQL
LEAST_MILLISECONDS = 50
# lock not available, deadlock, serialization failure: PostgreSQL has undone everything
UNDONE = frozenset({"55P03", "40P01", "40001"})
# the low byte of SQLite's result codes: busy, locked
TAKEN = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)


@contextmanager
def hurry(seconds: float) -> Iterator[None]:
    """Within the block, transactions of this thread wait for others only until so many seconds from now; then Busy."""
    before = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(before)


def milliseconds_left() -> int | None:
    """How long a transaction that begins now may wait for a lock; None: as long as is usual."""
    deadline = _deadline.get()
    return None if deadline is None else max(LEAST_MILLISECONDS, int((deadline - time.monotonic()) * 1000))


def is_busy(error: OperationalError | TimeoutError) -> bool:
    """Whether others stood in the way. Then nothing was written."""
    if isinstance(error, TimeoutError):
        return True  # no connection was free
    code = getattr(error.orig, "sqlite_errorcode", None)
    return (code is not None and code & 0xFF in TAKEN) or getattr(error.orig, "sqlstate", None) in UNDONE
