"""The assistant as a process that can be killed: one warm parent forks a child for each life.

The parent only imports, so that a life begins in a moment; each child builds everything anew: database, socket, threads.
Lines on stdin are JSON orders; the answer is the child's process id.
"""

from __future__ import annotations

import gc
import importlib
import json
import logging
import mmap
import os
import signal
import struct
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.settings import Secrets, Settings, load_settings
from bot.shelves import Shelves
from bot.store.migrate import migrate
from handlers.delivery import DeliveryLoop
from handlers.serve import Assistant
from tests.faults.naive import NaiveAssistant, NaiveLoop

TICK_SECONDS = 0.3


class FileClock:
    """Real time plus an offset that the lab writes into a file, so that all processes share one day."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 8, access=mmap.ACCESS_READ)

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + struct.unpack("d", self._map[:8])[0], UTC)


def live(order: dict[str, Any], shelves: Shelves) -> None:
    """One life, until somebody kills it."""
    logging.disable(logging.CRITICAL)
    base = load_settings({}, Path(order["home"]))
    secrets = Secrets(order["bot_token"], order["app_token"], order["signing_secret"], order["keys"])
    settings = Settings(base.home, base.app, secrets, order["database_url"], order["api_url"])
    kind = NaiveAssistant if order["naive"] else Assistant
    assistant = kind(settings, clock=FileClock(Path(order["clock"])), shelves=shelves)
    # who cannot be looked up is refused, and told so: the lab counts what members were told
    while not assistant.services.people.by_typed_name():
        assistant.services.people.warm()
    loop = NaiveLoop if order["naive"] else DeliveryLoop
    loop(assistant.services, assistant.client).start()
    threading.Thread(target=_tick, args=(assistant,), daemon=True).start()
    while True:
        try:
            assistant.connect()
            break
        except Exception:
            time.sleep(0.1)
    parent = os.getppid()
    while os.getppid() == parent:  # a lab that was killed leaves nobody behind
        time.sleep(0.5)


def _warm_up(home: Path, shelves: Shelves) -> None:
    """Imports everything and makes one pass on a scratch database, so that a life does not begin with that."""
    base = load_settings({}, home)
    url = f"sqlite:///{home.parent / 'scratch.sqlite3'}"
    migrate(url)
    assistant = Assistant(Settings(home, base.app, Secrets(), url, "http://127.0.0.1:9/api/"), shelves=shelves)
    assistant.services.tick()
    assistant.services.answers.warm()
    assistant.services.store.close()
    importlib.import_module("psycopg")
    gc.collect()
    gc.freeze()


def _tick(assistant: Assistant) -> None:
    while True:
        try:
            assistant.services.tick()
        except Exception as error:
            print(f"tick: {type(error).__name__}: {error}"[:300], file=sys.stderr, flush=True)
        time.sleep(TICK_SECONDS)


def main() -> None:
    """Reads orders until stdin ends; its children are told to end with it."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    home = Path(sys.argv[1])
    shelves = Shelves(home, None, None)
    shelves.refresh()
    _warm_up(home, shelves)
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                live(json.loads(line), shelves)
            finally:
                os._exit(1)
        print(child, flush=True)


if __name__ == "__main__":
    main()
