"""Opens the database and hands out transactions.

SQLite runs with WAL, synchronous=FULL and BEGIN IMMEDIATE, so a commit that was acknowledged survives a kill and two
writers wait for each other instead of failing. PostgreSQL needs nothing special.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError, TimeoutError
from sqlalchemy.orm import Session, sessionmaker

from bot.problems import Busy
from bot.store.hurry import is_busy, milliseconds_left

BUSY_MILLISECONDS = 15_000
CHECKPOINT_MILLISECONDS = 250
# more connections than listeners and background threads together: reading never waits for those who wait to write.
# What people typed stays out of errors and of SQLAlchemy's own log lines.
POOL: dict[str, Any] = {"pool_size": 20, "max_overflow": 20, "pool_timeout": 5, "hide_parameters": True}


def open_engine(url: str) -> Engine:
    """An engine for a `sqlite:///` or `postgresql://` address. Creates the SQLite folder if it is not there."""
    if url.startswith("sqlite"):
        return _open_sqlite(url)
    if url.startswith("postgresql://"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5}, **POOL)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        if (most := milliseconds_left()) is not None:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {most}")

    return engine


def _open_sqlite(url: str) -> Engine:
    path = url.removeprefix("sqlite:///")
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    busy = {"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000}
    engine = create_engine(url, connect_args=busy, **(POOL if ":memory:" not in url else {}))

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN itself, below
        cursor = connection.cursor()
        for line in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_MILLISECONDS}",
                     "secure_delete=ON"):  # fmt: skip
            cursor.execute(f"PRAGMA {line}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        mode = connection.get_execution_options().get("taskforce_begin", "IMMEDIATE")
        connection.exec_driver_sql(f"PRAGMA busy_timeout={milliseconds_left() or BUSY_MILLISECONDS}")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


class Store:
    """Transactions on one engine. A write block commits as a whole or leaves nothing behind."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writers = sessionmaker(engine, expire_on_commit=False)
        self._readers = sessionmaker(engine.execution_options(taskforce_begin="DEFERRED"), expire_on_commit=False)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction that may change things. Commits at the end of the block, rolls back on any error.

        Raises Busy when others held the database for longer than may be waited; nothing was written then.
        """
        try:
            with self._writers.begin() as session:
                yield session
        except (OperationalError, TimeoutError) as error:
            if is_busy(error):
                raise Busy from error
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A look that takes no write lock."""
        with self._readers() as session:
            yield session

    def checkpoint(self) -> bool:
        """Empties SQLite's write-ahead log into the file, so that deleted rows are gone from disk. True: it is empty.

        False: a reader needs an older state, or a writer is at work; try again later. Always True elsewhere.
        """
        if not self.is_sqlite:
            return True
        # past SQLAlchemy: it says BEGIN before every statement, and SQLite empties no log inside a transaction
        raw = self.engine.raw_connection()
        try:
            cursor = raw.cursor()
            # while SQLite waits for a reader here, nobody can write
            cursor.execute(f"PRAGMA busy_timeout={CHECKPOINT_MILLISECONDS}")
            try:
                busy, _pages, _copied = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
            return not busy
        finally:
            raw.close()

    def close(self) -> None:
        self.engine.dispose()
