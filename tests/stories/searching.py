"""Made-up words, typed into boxes, and every place they are looked for afterward."""

from __future__ import annotations

import io
import json
import logging
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.postgres import Postgres
from tests.town import Town

WORD = re.compile(rb"zq[a-z0-9]+kestrel")
# the pretend Slack and its network: what a person types passes through them, as it does through Slack
PRETENDED = ("websockets", "uvicorn", "bot.practice", "http.client")
# what a window or message carries unseen; nobody reads it, so nothing typed may be in it
UNSEEN = ("private_metadata", "callback_id", "external_id", "block_id", "action_id", "value", "metadata", "event_payload")
EVERYBODY = ("ana", "bo", "carmen", "dana", "eli", "fay", "gus", "nia", "lea")


def words_in(found: bytes | str) -> set[str]:
    """The made-up words in a text or in bytes, also where bytes are written as hexadecimal digits."""
    data = found.encode() if isinstance(found, str) else found
    unhexed = b"".join(bytes.fromhex(run.decode()) for run in re.findall(rb"(?:[0-9a-f]{2}){12,}", data))
    return {word.decode() for word in WORD.findall(data) + WORD.findall(unhexed)}


@dataclass
class Words:
    """Hands out words, and remembers which box and which fate each was for."""

    given: dict[str, str] = field(default_factory=dict)

    def new(self, what: str) -> str:
        word = f"zq{re.sub('[^a-z0-9]', '', what.lower())}{len(self.given)}kestrel"
        self.given[word] = what
        return word


class Ear(logging.Handler):
    """Every log line of every library at every level, with its trace; the pretend Slack's own lines apart."""

    def __init__(self) -> None:
        super().__init__(level=0)
        self.heard: list[str] = []
        self.libraries: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(PRETENDED):
            self.libraries.add(record.name.split(".")[0])
            self.heard.append(f"{record.levelname} {record.name} {self.format(record)}")


@contextmanager
def listening() -> Iterator[Ear]:
    """All loggers at DEBUG, also those that were made before."""
    ear, root = Ear(), logging.getLogger()
    names = [name for name in logging.root.manager.loggerDict if name.startswith(("slack", "sqlalchemy", "taskforce", "bot"))]
    before = {name: logging.getLogger(name).level for name in names}
    level = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        yield ear
    finally:
        root.removeHandler(ear)
        root.setLevel(level)
        for name, old in before.items():
            logging.getLogger(name).setLevel(old)


@dataclass
class Reader:
    """Keeps count of who was shown what: calls to Slack made while somebody who may read was reading."""

    town: Town
    allowed: list[tuple[int, int, set[str]]] = field(default_factory=list)

    @contextmanager
    def reads(self, *words: str) -> Iterator[None]:
        """Within the block, windows may show these words, as text and in no other way."""
        before = len(self.town.slack.calls)
        yield
        self.town.slack.settle()
        self.allowed.append((before, len(self.town.slack.calls), set(words)))

    def strays(self) -> dict[int, tuple[str, set[str]]]:
        """Calls that hold a word nobody was reading then, or that are no window: place -> (method, words)."""
        found = {}
        for place, call in enumerate(self.town.slack.calls):
            here = words_in(json.dumps(call, ensure_ascii=False))
            fine = {word for start, end, words in self.allowed if start <= place < end for word in words}
            if not call["method"].startswith("views.") or call["method"] == "views.publish":
                fine = set()
            if here - fine:
                found[place] = (call["method"], here - fine)
        return found


def unseen_words(node: Any, inside: bool = False) -> set[str]:
    """Words in what is carried along unseen: metadata, ids, the values of buttons and options."""
    if isinstance(node, dict):
        return set().union(*(unseen_words(value, inside or key in UNSEEN) for key, value in node.items()))
    if isinstance(node, (list, tuple)):
        return set().union(*(unseen_words(each, inside) for each in node))
    if isinstance(node, str) and not inside and node[:1] in "{[" and node[-1:] in "}]":
        try:  # a view goes to Slack as JSON within JSON
            return unseen_words(json.loads(node))
        except ValueError:
            return words_in(node)
    return words_in(node) if isinstance(node, str) and inside else set()


def unseen_anywhere(town: Town) -> set[str]:
    """In everything sent to Slack, and in the windows people have open."""
    open_now = [modal for name in EVERYBODY for modal in town.slack.look(name)["modals"]]
    kept = [{key: value for key, value in modal.items() if key in (*UNSEEN, "blocks")} for modal in open_now]
    return unseen_words([call["payload"] for call in town.slack.calls]) | unseen_words(kept)


def in_the_database(town: Town, server: Postgres | None) -> set[str]:
    """In every byte of every file, and in every value of every row."""
    return words_in(_rows(town)) | _in_files(town, server)


def _in_files(town: Town, server: Postgres | None) -> set[str]:
    if server is None:
        base = Path(town.settings.database_url.removeprefix("sqlite:///"))
        files = sorted(base.parent.glob(f"{base.name}*"))
        assert {file.name.removeprefix(base.name) for file in files} == {"", "-wal", "-shm"}
        return set().union(*(words_in(file.read_bytes()) for file in files))
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        folder = Path(str(connection.execute("SHOW data_directory").fetchone()[0]))  # type: ignore[index]
    files = [file for file in folder.rglob("*") if file.is_file()] + [folder.parent / "log"]
    return {word.decode() for file in files for word in WORD.findall(file.read_bytes())}


def _rows(town: Town) -> str:
    url = town.settings.database_url
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as base:
            tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return "\n".join(str(row) for table in tables for row in base.execute(f'SELECT * FROM "{table}"'))
    with psycopg.connect(url) as base:
        tables = [row[0] for row in base.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        return "\n".join(str(row[0]) for table in tables for row in base.execute(f'SELECT t::text FROM "{table}" t'))  # type: ignore[arg-type]


def in_files_sent(town: Town) -> tuple[set[str], set[str]]:
    """(words in every file that was ever uploaded, unpacked; the kinds of file there were)."""
    files = list(town.slack._w.world.files.values())
    found = set().union(*(words_in(_unpacked(file.content)) | words_in(f"{file.name} {file.title}") for file in files))
    return found, {file.name.rpartition(".")[2] for file in files if file.complete}


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())
