"""The keys that seal referrals: make one, see what each wraps, wrap everything with the current one.

To change keys: `keys new NAME`; put the new key before the old one into TASKFORCE_KEYS of every process and restart them;
`keys rotate` while they run; `keys status` says when the old key may go.
"""

from __future__ import annotations

import argparse
import os
import re

from bot.clock import SystemClock
from bot.intake.sealed import new_key
from bot.intake.vault import Vault
from bot.problems import ContentError, Problem
from bot.settings import load_settings
from bot.store.engine import Store, open_engine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True)
    new = verbs.add_parser("new", help="print a new key for TASKFORCE_KEYS; it is kept nowhere")
    new.add_argument("name", nargs="?", help="a name that was not used before, for example 2027-01")
    verbs.add_parser("status", help="how many records each key wraps")
    verbs.add_parser("rotate", help="wrap every record with the current key, while the bot runs")


def run(arguments: argparse.Namespace) -> int:
    if arguments.what == "new":
        return _new(arguments.name or f"{SystemClock().now():%Y-%m-%d}")
    settings = load_settings()
    store = Store(open_engine(settings.database_url))
    try:
        vault = Vault(store, SystemClock(), settings.secrets.keys)
        if not vault.can_seal:
            mend = "Make one with `taskforce keys new` and put it into the environment."
            raise ContentError([Problem("TASKFORCE_KEYS", "holds no key, so referrals cannot be sealed.", mend)])
        vault.check_at_start()
        return _rotate(vault) if arguments.what == "rotate" else _status(vault)
    finally:
        store.close()


def _new(name: str) -> int:
    used = [part.partition(":")[0].strip() for part in os.environ.get("TASKFORCE_KEYS", "").split(",")]
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,38}", name) or name in used:
        what = "is in use already." if name in used else "is no name for a key."
        raise ContentError([Problem("keys new", f"`{name}` {what}", "Small letters, digits and dashes, a new name each time.")])
    print(new_key(name))
    return 0


def _status(vault: Vault) -> int:
    found = vault.status()
    print(f"current: {found.current}")
    for name, count in sorted(found.wraps.items()):
        print(f"{name}: wraps {count} records")
    waiting = found.to_rewrap
    print(f"{waiting} records wait for `taskforce keys rotate`" if waiting else "nothing waits: keys that wrap nothing may go")
    return 0


def _rotate(vault: Vault) -> int:
    print(f"{vault.rewrap_all()} records wrapped with the current key")
    return _status(vault)
