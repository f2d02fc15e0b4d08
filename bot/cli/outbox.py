"""What could not be delivered: list it, try it again, or let it be. Shows kinds and error names; there is no content."""

from __future__ import annotations

import argparse
import sys

from bot.clock import SystemClock
from bot.outbox.desk import OutboxDesk
from bot.outbox.records import State
from bot.outbox.values import Waiting
from bot.problems import PersonError
from bot.settings import Settings, load_settings
from bot.store.engine import Store, open_engine
from bot.store.migrate import migrate
from bot.views.outbox import health_line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = verbs.add_parser("list", help="what waits, is doubtful or was given up")
    listing.add_argument("--state", choices=[str(state) for state in State], help="only rows in this state")
    listing.add_argument("--most", type=int, default=50)
    for verb, help_line in (("retry", "send a dead row again"), ("dismiss", "let a dead row be")):
        verbs.add_parser(verb, help=help_line).add_argument("numbers", type=int, nargs="+", metavar="NUMBER")


def run(arguments: argparse.Namespace) -> int:
    """0: done. 1: a number was not that of a dead row."""
    settings = load_settings()
    migrate(settings.database_url)
    store = Store(open_engine(settings.database_url))
    desk = OutboxDesk(store, SystemClock())
    try:
        if arguments.action == "list":
            return _list(desk, settings, arguments)
        return _mend(desk, arguments)
    finally:
        store.close()


def _list(desk: OutboxDesk, settings: Settings, arguments: argparse.Namespace) -> int:
    rows = desk.rows(State(arguments.state) if arguments.state else None, arguments.most)
    for row in rows:
        print(_line(row, settings))
    print(health_line(desk.health()))
    return 0


def _mend(desk: OutboxDesk, arguments: argparse.Namespace) -> int:
    verb = desk.retry if arguments.action == "retry" else desk.dismiss
    failed = 0
    for number in arguments.numbers:
        try:
            row = verb(number)
            print(f"{row.id}: {'goes out again' if arguments.action == 'retry' else 'dismissed'}")
        except PersonError as error:
            print(error.sentence, file=sys.stderr)
            failed = 1
    return failed


def _line(row: Waiting, settings: Settings) -> str:
    due = row.due_at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
    return f"{row.id:>7}  {row.state:<8}  {row.kind:<24}  {row.target:<12}  due {due}  tries {row.attempts}  {row.reason}"
