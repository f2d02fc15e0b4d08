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
from sqlalchemy.orm import Session, sessionmaker

BUSY_MILLISECONDS = 15_000
CHECKPOINT_MILLISECONDS = 250


def open_engine(url: str) -> Engine:
    """An engine for a `sqlite:///` or `postgresql://` address. Creates the SQLite folder if it is not there."""
    if url.startswith("sqlite"):
        return _open_sqlite(url)
    if url.startswith("postgresql://"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20)


def _open_sqlite(url: str) -> Engine:
    path = url.removeprefix("sqlite:///")
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000})

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
        """One transaction that may change things. Commits at the end of the block, rolls back on any error."""
        with self._writers.begin() as session:
            yield session

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
