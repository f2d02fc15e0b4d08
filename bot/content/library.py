"""Everything curated, loaded whole and swapped whole: a bad edit never replaces the last good copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TypeVar

from pydantic import BaseModel

from bot.content.entry import Entry, LocalCard
from bot.content.protocol import Block, Protocol, ProtocolFile, expand
from bot.content.provider import Provider
from bot.content.source import Source, model_from, read_file
from bot.content.tour import Tour
from bot.problems import ContentError, Problem

Model = TypeVar("Model", bound=BaseModel)
# folders below knowledge/ that hold something other than entries
NOT_THEMES = frozenset({"providers", "local", "tour"})


@dataclass(frozen=True)
class Library:
    """One consistent copy of the curated content. `sources` keeps the lines, for messages about them."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    providers: Mapping[str, Provider] = field(default_factory=dict)
    local_cards: Mapping[str, LocalCard] = field(default_factory=dict)
    protocols: Mapping[str, Protocol] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    digest: str = ""
    tours: Mapping[str, Tour] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.entries


def load(home: Path) -> Library:
    """Reads knowledge/ and protocols/ below `home`. Raises ContentError with the problems of every file at once."""
    reader = _Reader(home)
    entries = {entry.id: entry for entry in reader.entries()}
    providers = {provider.id: provider for provider in reader.providers()}
    cards = {card.id: card for card in reader.local_cards()}
    tours = {tour.id: tour for tour in reader.tours()}
    protocols = {protocol.code: protocol for protocol in reader.protocols()}
    if not (home / "knowledge").is_dir():
        mend = "Set TASKFORCE_HOME to the folder that holds app.yaml and knowledge/."
        reader.problems.append(Problem("knowledge/", "the folder does not exist.", mend))
    if reader.problems:
        raise ContentError(sorted(reader.problems))
    return Library(entries, providers, cards, protocols, reader.sources, fingerprint(home), tours)


def read_providers(home: Path) -> Library:
    """Only the directory's records. Raises ContentError with the problems of every provider file at once."""
    reader = _Reader(home)
    providers = {provider.id: provider for provider in reader.providers()}
    if reader.problems:
        raise ContentError(sorted(reader.problems))
    return Library(providers=providers, sources=reader.sources)


def curated_files(home: Path) -> tuple[Path, ...]:
    """Every YAML file below knowledge/ and protocols/, in a steady order."""
    found = [path for folder in ("knowledge", "protocols") for path in (home / folder).rglob("*.yaml")]
    return tuple(sorted(path for path in found if path.is_file()))


def fingerprint(home: Path) -> str:
    """Changes whenever a curated file changes: names, sizes and modification times, no content read."""
    digest = hashlib.sha256()
    for path in curated_files(home):
        try:
            status = path.stat()
        except OSError:
            continue
        digest.update(f"{path.relative_to(home).as_posix()}|{status.st_size}|{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class Shelf:
    """Holds the library in use. `refresh` swaps it whole, or keeps the last good one and says what is wrong."""

    def __init__(self, home: Path, loader: Callable[[Path], Library] = load) -> None:
        self._home = home
        self._loader = loader
        self._lock = Lock()
        self._library = Library()
        self._seen = ""
        self.problems: tuple[Problem, ...] = ()

    @property
    def library(self) -> Library:
        return self._library

    def refresh(self) -> bool:
        """Looks whether anything changed and reads it. True when a new copy came into use.

        On a bad edit the old copy stays, `problems` says why, and the same bad state is not read twice.
        """
        with self._lock:
            print_now = fingerprint(self._home)
            if print_now == self._seen:
                return False
            self._seen = print_now
            try:
                library = self._loader(self._home)
            except ContentError as error:
                self.problems = error.problems
                return False
            self.problems = ()
            self._library = library
            return True


class _Reader:
    def __init__(self, home: Path) -> None:
        self.home = home
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self._places: dict[tuple[str, str], str] = {}

    def entries(self) -> Iterator[Entry]:
        root = self.home / "knowledge"
        for path in sorted(root.glob("*/*.yaml")):
            if path.parent.name not in NOT_THEMES:
                yield from self._one(Entry, path, {"theme": path.parent.name})

    def providers(self) -> Iterator[Provider]:
        for path in sorted((self.home / "knowledge" / "providers").glob("*/*.yaml")):
            yield from self._one(Provider, path, {})

    def local_cards(self) -> Iterator[LocalCard]:
        for path in sorted((self.home / "knowledge" / "local").glob("*.yaml")):
            yield from self._one(LocalCard, path, {})

    def protocols(self) -> Iterator[Protocol]:
        """Every flow with its shared blocks in place. Sources are kept under `ProtocolFile:` and `Block:`."""
        blocks: dict[str, Block] = {}
        for path in sorted((self.home / "protocols" / "shared").glob("*.yaml")):
            blocks.update({block.id: block for block in self._one(Block, path, {})})
        for path in sorted((self.home / "protocols").glob("*.yaml")):
            for file in self._one(ProtocolFile, path, {}):
                try:
                    yield expand(file, blocks)
                except KeyError as missing:
                    mend = f"Known: {', '.join(sorted(blocks))}."
                    source = self.sources[f"ProtocolFile:{file.id}"]
                    self.problems.append(source.problem(("screens",), f"there is no shared block {missing}.", mend))

    def tours(self) -> Iterator[Tour]:
        for path in sorted((self.home / "knowledge" / "tour").glob("*.yaml")):
            yield from self._one(Tour, path, {})

    def _one(self, kind: type[Model], path: Path, extra: dict[str, str]) -> Iterator[Model]:
        try:
            source = read_file(path, self.home)
            model = model_from(kind, source, {"id": path.stem, **extra})
        except ContentError as error:
            self.problems.extend(error.problems)
            return
        name = f"{kind.__name__}:{path.stem}"
        first = self._places.setdefault((kind.__name__, path.stem), source.name)
        if first != source.name:
            mend = "Rename one of the two files: a file's name is its id."
            self.problems.append(source.problem((), f"the id `{path.stem}` is taken by {first}.", mend))
            return
        self.sources[name] = source
        yield model
