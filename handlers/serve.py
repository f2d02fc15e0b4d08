"""Runs the assistant: Socket Mode or HTTP in front, and the background work that both need."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any
from urllib.parse import parse_qsl

from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import handlers
from bot.assembly import build_services
from bot.clock import Clock
from bot.problems import Problem
from bot.services import Services
from bot.settings import Settings
from bot.shelves import Shelves
from handlers.app import build_app, web_client
from handlers.delivery import DeliveryLoop
from handlers.people import SlackPeople

log = logging.getLogger("taskforce")
LISTENER_THREADS = 20
COUNTS_EVERY_SECONDS = 30.0
TICK_EVERY_SECONDS = 30.0
Progress = Callable[[int, int], None]


class Assistant:
    """One running assistant: services, the Bolt app, and its background threads. Stop it with `close`."""

    def __init__(
        self, settings: Settings, *, clock: Clock | None = None, progress: Progress | None = None, shelves: Shelves | None = None
    ) -> None:
        self.client: WebClient = web_client(settings.secrets.bot_token, settings.slack_api_url)
        self.services: Services = build_services(
            settings, SlackPeople(self.client), clock=clock, progress=progress, shelves=shelves
        )
        self.app: App = build_app(self.services, self.client, handlers.register)
        self._widen_pool()
        self._stack = ExitStack()
        self._stopped = threading.Event()

    def _widen_pool(self) -> None:
        # 5 threads are Bolt's default; at 100 ms a Web API call 20 hold 180 requests a second (measured, see docs)
        pool = ThreadPoolExecutor(max_workers=LISTENER_THREADS, thread_name_prefix="listener")
        for runner in (self.app.listener_runner,):
            runner.listener_executor = pool
            runner.lazy_listener_runner.executor = pool  # type: ignore[attr-defined]

    def start_background(self) -> None:
        """Watching the content, writing counts, delivering, and what is due. Each stops with `close`."""
        self.services.people.warm()
        self.services.answers.warm()
        self.services.shelves.watch(self._tell_problems)
        self._stack.callback(self.services.shelves.stop)
        self._every(COUNTS_EVERY_SECONDS, "counts", self.services.answers.flush_counts)
        self._every(TICK_EVERY_SECONDS, "tick", self.services.tick)
        self._stack.callback(DeliveryLoop(self.services, self.client).start().stop)

    def connect(self) -> SocketModeHandler:
        """Opens Socket Mode and returns at once."""
        secrets = self.services.settings.secrets
        handler = SocketModeHandler(self.app, secrets.app_token, web_client=self._socket_client())
        handler.connect()  # type: ignore[no-untyped-call]  # slack_bolt leaves it untyped
        self._stack.callback(_close_in_time, handler)
        return handler

    def close(self) -> None:
        """Stops the background work and writes the last counts."""
        self._stopped.set()
        self._stack.close()
        self.services.answers.flush_counts()
        self.services.store.close()

    def wait(self) -> None:
        """Blocks until `close` is called from elsewhere or the process is interrupted."""
        while not self._stopped.wait(3600):
            pass

    def _socket_client(self) -> WebClient:
        settings = self.services.settings
        return web_client(settings.secrets.app_token, settings.slack_api_url)

    def _every(self, seconds: float, name: str, work: Callable[[], object]) -> None:
        def loop() -> None:
            while not self._stopped.wait(seconds):
                try:
                    work()
                except Exception as error:  # one bad pass must not end the thread; the next one tries again
                    log.error("background work %s failed: %s", name, type(error).__name__, exc_info=_quiet(error))

        threading.Thread(target=loop, name=name, daemon=True).start()

    def _tell_problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems:
            log.error("content: %s", problem)
        self.services.note_content_problems(problems)


def _close_in_time(handler: SocketModeHandler, seconds: float = 5.0) -> None:
    """slack_sdk 3.47 joins its reader thread without a limit and was seen to wait for ever: the process ends anyway."""
    closing = threading.Thread(target=handler.close, name="close-socket", daemon=True)
    closing.start()
    closing.join(timeout=seconds)


def http_application(assistant: Assistant) -> Starlette:
    """The same assistant over HTTP: `/slack/events` for Slack, `/health` for whoever watches the machine."""

    async def slack(request: Request) -> Response:
        raw = (await request.body()).decode("utf-8", "replace")
        bolt_request = _bolt_request(raw, dict(request.headers), str(request.url.query))
        answer = await run_in_threadpool(assistant.app.dispatch, bolt_request)
        headers = {name: values[0] for name, values in answer.headers.items()}
        return Response(answer.body, answer.status, headers)

    async def health(_request: Request) -> Response:
        report = await run_in_threadpool(assistant.services.health)
        return JSONResponse(report, 200 if report["ok"] else 503)

    return Starlette(routes=[Route("/slack/events", slack, methods=["POST"]), Route("/health", health)])


def _bolt_request(raw: str, headers: dict[str, str], query: str) -> BoltRequest:
    """A Bolt request whose form body is parsed here.

    slack_bolt 1.30.0 takes any form that holds the word "payload" for an interaction and loses a command such as
    `/ask what is a payload`. The signature is still checked against the body as it came.
    """
    if raw and not raw.startswith("{"):
        form: dict[str, Any] = dict(parse_qsl(raw, keep_blank_values=True))
        if "payload" not in form:
            request = BoltRequest(body=json.dumps(form), query=query, headers=headers)  # type: ignore[arg-type]
            request.raw_body = raw
            return request
    return BoltRequest(body=raw, query=query, headers=headers)  # type: ignore[arg-type]


def _quiet(error: Exception) -> Any:
    from handlers.app import _trace

    return _trace(error)
