"""A town to tell stories in: the real Bolt app, real services, a real database, and the pretend Slack over HTTP and WebSocket.

People do what people do: type, press what a button says, fill in a field by its label, and read. Only Slack and the clock
are pretended.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn

import handlers
from bot.practice import PracticeSlack
from bot.settings import Secrets, Settings, load_settings
from bot.shelves import Shelves
from handlers.manifest import manifest
from handlers.serve import Assistant, http_application
from tests.person_in_town import PATIENCE, PersonInTown, links, words

__all__ = ["MONDAY_MORNING", "PATIENCE", "ROOT", "PersonInTown", "PracticeTime", "Town", "links", "words"]

ROOT = Path(__file__).resolve().parents[1]
MONDAY_MORNING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 9 AM in Chicago


class PracticeTime:
    """The bot's clock follows the workspace's."""

    def __init__(self, slack: PracticeSlack) -> None:
        self._slack = slack

    def now(self) -> datetime:
        return self._slack.now()


class CountingPool(ThreadPoolExecutor):
    """Knows whether a listener is still at work, so that a story waits for it and no longer."""

    def __init__(self, max_workers: int) -> None:
        super().__init__(max_workers=max_workers)
        self.busy = 0
        self._lock = threading.Lock()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        with self._lock:
            self.busy += 1
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self._done)
        return future

    def _done(self, _future: Future[Any]) -> None:
        with self._lock:
            self.busy -= 1


class HttpServer:
    """The assistant in HTTP mode, served on a port of its own."""

    def __init__(self, assistant: Assistant, port: int) -> None:
        config = uvicorn.Config(http_application(assistant), host="127.0.0.1", port=port, log_level="error")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        last = time.monotonic() + PATIENCE
        while not self._server.started and time.monotonic() < last:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=PATIENCE)


class Town:
    """One afternoon: a workspace, a database of its own, and an assistant connected by Socket Mode."""

    def __init__(
        self, folder: Path, shelves: Shelves | None = None, *, start: datetime = MONDAY_MORNING, home: Path = ROOT,
        database_url: str | None = None, record: Path | None = None, http: bool = False, **choices: Any,
    ) -> None:  # fmt: skip
        base = load_settings({}, home)
        self.request_url = f"http://127.0.0.1:{_free_port()}/slack/events" if http else None
        self.slack = PracticeSlack(
            manifest(base, handlers.register, self.request_url), start=start, frozen=True, rate_limits=False, record=record,
            **({"request_url": self.request_url} if http else {}), **choices,
        ).start()  # fmt: skip
        secrets = Secrets(self.slack.bot_token, self.slack.app_token, self.slack.signing_secret, _some_keys())
        url = database_url or f"sqlite:///{(folder / 'town.sqlite3').as_posix()}"
        self.settings = Settings(home, base.app, secrets, url, self.slack.api_url)
        self._shelves = shelves
        self.expected_refusals: list[Any] = []
        self.assistant = self._new_assistant()

    def _new_assistant(self) -> Assistant:
        from bot.store.migrate import migrate

        migrate(self.settings.database_url)
        assistant = Assistant(self.settings, clock=PracticeTime(self.slack), shelves=self._shelves)
        # as when it is started for good: what is slow the first time outlived a trigger's three seconds on a busy machine
        assistant.services.people.warm()
        assistant.services.answers.warm()
        pool = CountingPool(max_workers=20)
        assistant.app.listener_runner.listener_executor = pool
        self.slack.also_wait_for(lambda: pool.busy > 0)
        if self.request_url is None:
            before = self.slack.connections
            assistant.connect()
            # connecting returns before the socket stands; on a busy machine the first command came too early
            last = time.monotonic() + PATIENCE
            while self.slack.connections <= before and time.monotonic() < last:
                time.sleep(0.01)
        else:
            self._server = HttpServer(assistant, urlsplit(self.request_url).port or 0)
        return assistant

    @property
    def services(self) -> Any:
        return self.assistant.services

    def person(self, name: str) -> PersonInTown:
        return PersonInTown(self, name)

    def restart(self) -> None:
        """The assistant's process ends and another one begins on the same database."""
        self.assistant.close()
        self.assistant = self._new_assistant()

    def minutes_pass(self, minutes: float, step: float = 15) -> None:
        """Time goes by in steps; at each step what is due is said."""
        left = minutes
        while left > 0:
            part = min(step, left)
            self.slack.advance(part * 60)
            self.work()
            left -= part

    def until(self, moment: datetime, step: float = 30) -> None:
        """Time goes by until a moment."""
        self.minutes_pass((moment - self.slack.now()).total_seconds() / 60, step)

    def work(self) -> None:
        """One pass of what is due, and everything that waits is delivered."""
        from handlers.delivery import deliver_all

        self.services.tick()
        deliver_all(self.services, self.assistant.client, wait=self.slack.advance)
        self.slack.settle()

    def channel(self, name: str) -> list[dict[str, Any]]:
        """Everything in a channel, as a coordinator who sees all of it would."""
        return self.slack.read("dana", name)

    def everything_posted(self) -> str:
        """Every call the assistant made, as one text: for canary searches."""
        return json.dumps(self.slack.calls, ensure_ascii=False)

    def close(self) -> None:
        if self.request_url is not None:
            self._server.stop()
        self.assistant.close()
        self.slack.stop()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _some_keys() -> str:
    """Keys for sealing in tests: made up here, worth nothing anywhere else."""
    import base64

    return "test:" + base64.urlsafe_b64encode(bytes(range(32))).decode()
