"""Which answers are due for review, and what their owners said; `write-back` puts confirmed dates into the files."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.assembly import build_learning
from bot.clock import SystemClock
from bot.content.entry import Entry
from bot.content.library import load
from bot.content.source import model_from, read_text
from bot.learning.reviews import Reviews
from bot.learning.writeback import with_dates
from bot.problems import ContentError, Problem
from bot.settings import load_settings
from bot.store.engine import Store, open_engine
from bot.store.migrate import migrate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=("list", "write-back"), default="list")


def run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    library = load(settings.home)
    migrate(settings.database_url)
    store = Store(open_engine(settings.database_url))
    try:
        reviews = build_learning(settings, store, SystemClock(), lambda: library, None).reviews
        return _write_back(reviews, settings.home) if arguments.what == "write-back" else _list(reviews)
    finally:
        store.close()


def _list(reviews: Reviews) -> int:
    for entry in reviews.due():
        standing = reviews.standing(entry)
        said = " · needs work" if standing.needs_work_by else " · one of two has confirmed" if standing.first_by else ""
        print(f"{entry.expires}  {entry.tier:8}  {entry.theme}/{entry.id}  ({entry.owner}){said}")
    confirmed = len(reviews.confirmed())
    print(f"{len(reviews.due())} due, {confirmed} confirmed and not yet in the files")
    return 0


def _write_back(reviews: Reviews, home: Path) -> int:
    confirmed = reviews.confirmed()
    for entry in confirmed:
        path = home / "knowledge" / entry.theme / f"{entry.id}.yaml"
        replace_dates(path, home, entry)
        print(f"{path.relative_to(home).as_posix()}: reviewed {entry.reviewed}, next by {entry.expires}")
    print(f"{len(confirmed)} files changed" + ("; read the difference, then commit it" if confirmed else ""))
    return 0


def replace_dates(path: Path, home: Path, entry: Entry) -> None:
    """Swaps the file whole once its new text reads as exactly this entry. Raises ContentError, and then nothing changed."""
    name = path.relative_to(home).as_posix()
    try:
        text = with_dates(path.read_text(encoding="utf-8"), entry.reviewed, entry.expires)
    except (OSError, ValueError) as error:
        raise ContentError([Problem(name, f"the dates could not be changed ({error}).", "Change them by hand.")]) from error
    if model_from(Entry, read_text(name, text), {"id": entry.id, "theme": entry.theme}) != entry:
        raise ContentError([Problem(name, "the file changed meanwhile.", "Run the command again.")])
    fresh = path.with_suffix(".yaml.part")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
