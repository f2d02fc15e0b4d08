"""The library in use and the index built from it, kept together and swapped together when a file changes.

A bad edit keeps the last good pair and its problems are told to the coordinators once. Reading the same bad state twice
costs nothing.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.answers.encoder import Encoder, Progress
from bot.answers.index import Index
from bot.answers.service import Shelfful
from bot.content.finding import read_search_lists
from bot.content.library import Library, Shelf, load
from bot.problems import ContentError, Problem

log = logging.getLogger("taskforce")
LOOK_EVERY_SECONDS = 2.0


class Shelves:
    """Hands out the current pair; `refresh` looks for changes. Safe to call from many threads."""

    def __init__(self, home: Path, encoder: Encoder | None, cache: Path | None, progress: Progress | None = None) -> None:
        self._home, self._encoder, self._cache, self._progress = home, encoder, cache, progress
        self._current = Shelfful(Library(), None)
        self._shelf = Shelf(home, self._load)
        self._fresh: Shelfful | None = None
        self._stop = threading.Event()

    def __call__(self) -> Shelfful:
        return self._current

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._shelf.problems

    @property
    def uses_meaning(self) -> bool:
        return self._encoder is not None

    def refresh(self) -> bool:
        """Reads the content again if a file changed. True when a new copy came into use."""
        changed = self._shelf.refresh()
        if changed and self._fresh is not None:
            self._current = self._fresh
        return changed

    def watch(self, on_problems: Callable[[Sequence[Problem]], None]) -> threading.Thread:
        """Looks for changes every two seconds in the background. `on_problems` hears of each bad edit once."""

        def look() -> None:
            told: tuple[Problem, ...] = ()
            while not self._stop.wait(LOOK_EVERY_SECONDS):
                if self.refresh():
                    log.info("content reloaded: %d entries", len(self._current.library.entries))
                if self.problems != told:
                    told = self.problems
                    on_problems(told)

        thread = threading.Thread(target=look, name="content-watch", daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        self._stop.set()

    def _load(self, home: Path) -> Library:
        library = load(home)
        try:
            lists = read_search_lists(home / "knowledge")
            index = Index.build(library.entries, lists, self._encoder, self._cache, self._progress)
        except ContentError:
            raise
        except (ValueError, OSError) as error:
            what = f"the search could not be built ({type(error).__name__})."
            raise ContentError([Problem("knowledge/", what, "Undo the last edit, or run `taskforce check`.")]) from error
        self._fresh = Shelfful(library, index)
        return library
