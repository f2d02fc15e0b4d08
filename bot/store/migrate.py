"""Brings a database to the current shape, on SQLite and PostgreSQL, with as many processes starting as like.

For people who change records: `python -m bot.store.migrate --new "what changes"` (see migrations/README.md).
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.store.engine import open_engine

MIGRATIONS = Path(__file__).parent / "migrations"
# any fixed number: the name of the lock two starting processes wait for on PostgreSQL
LOCK = 7_304_117


def migrate(url: str) -> None:
    """Takes the database through every step it has not had, all or none. Safe to call at each start."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            command.upgrade(_config(connection), "head")
    finally:
        engine.dispose()


def is_current(url: str) -> bool:
    """Has the database had every step there is?"""
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return found == newest_step()


def newest_step() -> str | None:
    """The revision a current database is at."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def differences(url: str) -> list[object]:
    """What the records say and a migrated database does not, or the other way round. Empty: they agree."""
    from bot.store.models import Base

    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            return list(compare_metadata(context, Base.metadata))
    finally:
        engine.dispose()


def write_step(message: str, only: str = "") -> Path:
    """Writes the next step from what the records have and the steps so far have not.

    `only`: just the tables whose names begin so.
    """
    number = len(list((MIGRATIONS / "versions").glob("[0-9]*.py"))) + 1
    words = re.sub(r"[^a-z0-9]+", "_", message.lower()).strip("_")[:40]
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/steps.sqlite3")
        with engine.begin() as connection:
            command.upgrade(_config(connection), "head")
        with engine.begin() as connection:
            config = _config(connection)
            config.attributes["only"] = only
            script = command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04d}")
        engine.dispose()
    written = script[0] if isinstance(script, list) else script
    if written is None:
        raise RuntimeError("alembic wrote no file")
    return Path(written.path).rename(MIGRATIONS / "versions" / f"{number:04d}_{words}.py")


def write_first() -> Path:
    """Writes the one and only step anew from the records. Only while nothing is deployed anywhere."""
    steps = list((MIGRATIONS / "versions").glob("[0-9]*.py"))
    if len(steps) > 1:
        raise SystemExit("There is more than one step: add another with --new instead.")
    for step in steps:
        step.unlink()
    return write_step("first release")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s")
    config.attributes["connection"] = connection
    return config


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.store.migrate", description=__doc__)
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--new", metavar="MESSAGE", help="write the next step from the records")
    choice.add_argument("--first", action="store_true", help="write step 0001 anew; only while nothing is deployed")
    parser.add_argument("--only", metavar="PREFIX", default="", help="with --new: just tables whose names begin so")
    given = parser.parse_args(words)
    path = write_first() if given.first else write_step(given.new, given.only)
    print(f"wrote {path.name}: read it before you commit it")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
