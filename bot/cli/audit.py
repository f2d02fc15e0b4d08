"""The audit log and legal holds, for the privacy lead: prove the log, see who did what, set or lift a hold for counsel.

Note down the head that `audit verify` prints, outside the bot: `audit verify --head HASH` then also finds a cut-off end.
"""

from __future__ import annotations

import argparse

from bot.audit.service import Audit
from bot.clock import SystemClock
from bot.intake import holds
from bot.settings import load_settings
from bot.store.engine import Store, open_engine

BY = "command line"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True)
    verify = verbs.add_parser("verify", help="is the chain of the log whole?")
    verify.add_argument("--head", help="the head noted down earlier")
    show = verbs.add_parser("show", help="the newest lines: who, act, when; there is no content")
    show.add_argument("--most", type=int, default=50)
    for verb, help_line in (("hold", "stop retention for a class of records"), ("lift", "let retention go on")):
        each = verbs.add_parser(verb, help=help_line)
        each.add_argument("covers", choices=holds.CLASSES)


def run(arguments: argparse.Namespace) -> int:
    store = Store(open_engine(load_settings().database_url))
    try:
        if arguments.what == "verify":
            return _verify(Audit(store), arguments.head)
        if arguments.what == "show":
            for line in Audit(store).lines(most=arguments.most):
                print(f"{line.at:%Y-%m-%d %H:%M:%S} {line.who} {line.act} {line.subject[:8]} {line.what}".rstrip())
            return 0
        return _hold(store, arguments.what, arguments.covers)
    finally:
        store.close()


def _verify(audit: Audit, head: str | None) -> int:
    found = audit.verify(head)
    if found.is_whole:
        print(f"whole: {found.lines} lines, head {found.head}")
        return 0
    print(f"BROKEN at line {found.broken_at}: it was changed, or lines before or after it are missing. Tell counsel.")
    return 1


def _hold(store: Store, what: str, covers: str) -> int:
    now = SystemClock().now()
    with store.write() as session:
        if what == "hold":
            holds.set_hold(session, covers, BY, now)
        else:
            holds.lift_hold(session, covers, BY, now)
        standing = ", ".join(hold.covers for hold in holds.standing(session)) or "none"
    print(f"holds that stand: {standing}")
    return 0
