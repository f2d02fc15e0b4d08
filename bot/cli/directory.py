"""How the directory stands, and writing what was told back into the files: `directory status`, `directory write-back`."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from bot.clock import SystemClock
from bot.content.library import load, read_providers
from bot.directory.overlays import Overlaid
from bot.directory.status import Line, report, write_back
from bot.settings import Settings, load_settings
from bot.store.engine import Store, open_engine
from bot.store.migrate import is_current


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("status", "write-back"))
    parser.add_argument("--json", action="store_true", help="one JSON object a record (status)")
    parser.add_argument("--dry-run", action="store_true", help="say which files would change (write-back)")


def run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    return _status(settings, as_json=arguments.json) if arguments.what == "status" else _write_back(settings, arguments.dry_run)


def _status(settings: Settings, *, as_json: bool) -> int:
    clock = SystemClock()
    library = read_providers(settings.home)
    if is_current(settings.database_url):
        store = Store(open_engine(settings.database_url))
        listings = Overlaid(store, clock, lambda: library, settings.home / "knowledge")().listings
    else:
        from bot.directory.freshness import listing_of

        print("The database is not set up yet (`taskforce migrate`): this is what the files say.", file=sys.stderr)
        listings = tuple(listing_of(provider) for provider in library.providers.values())
    lines = report(listings, clock.now().astimezone(settings.zone).date())
    if as_json:
        for line in lines:
            print(json.dumps(asdict(line), ensure_ascii=False))
    else:
        print(as_text(lines))
    return 0


def as_text(lines: tuple[Line, ...]) -> str:
    """The report: what is held back, what carries a banner, what nobody has dialed, and every fact still to be checked."""
    held = [line for line in lines if line.reason]
    stale = [line for line in lines if line.notice and not line.reason]
    undialed = [line for line in lines if line.never_dialed and not line.reason]
    open_facts = [line for line in lines if line.verify]
    said = [f"{len(lines)} records, {len(lines) - len(held)} shown, {len(held)} held back", ""]
    said += _part("Held back", [f"{line.id}: {line.reason}" for line in held])
    said += _part("With a banner", [f"{line.id}: {line.notice}" for line in stale])
    said += _part("Never dialed: do that before go-live", [f"{line.id}: {line.vouched}" for line in undialed])
    said += _part("Facts to check", [f"{line.id}: {fact}" for line in open_facts for fact in line.verify])
    return "\n".join(said)


def _part(title: str, lines: list[str]) -> list[str]:
    return [f"{title} ({len(lines)})", *[f"  {line}" for line in lines], ""] if lines else []


def _write_back(settings: Settings, dry: bool) -> int:
    if not is_current(settings.database_url):
        print("The database is not set up yet: run `taskforce migrate` first.", file=sys.stderr)
        return 1
    store = Store(open_engine(settings.database_url))
    done = write_back(store, load(settings.home), settings.home, dry=dry)
    for name in done.files:
        print(f"{'would change' if dry else 'changed'} {name}")
    for problem in done.problems:
        print(problem, file=sys.stderr)
    print(f"{len(done.files)} files. Review them with git before you commit." if done.files else "Nothing to write back.")
    return 1 if any(problem.is_error for problem in done.problems) else 0
