"""A practice workspace for each test. Ana, Bo and the others are those of the sample town."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.practice import PracticeSlack

from .parts import Socket, hands, hang_up, manifest, wait_until


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """slack_sdk would send loopback traffic through a proxy if one is set."""
    for name in list(os.environ):
        if name.lower() in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def workspaces() -> Iterator[Callable[..., PracticeSlack]]:
    """Starts workspaces and stops them at the end."""
    started: list[PracticeSlack] = []

    def start(granted: dict[str, Any] | None = None, **choices: Any) -> PracticeSlack:
        started.append(PracticeSlack(granted or manifest(), **{"rate_limits": False, **choices}).start())
        return started[-1]

    yield start
    for slack in started:
        slack.stop()


@pytest.fixture
def slack(workspaces: Callable[..., PracticeSlack]) -> PracticeSlack:
    """The sample town, without rate limits; people lose patience sooner than in Slack."""
    return workspaces(ack_seconds=1.0)


@pytest.fixture
def client(slack: PracticeSlack) -> WebClient:
    """The bot's hands."""
    return hands(slack)


@pytest.fixture
def sockets() -> Iterator[Callable[[PracticeSlack], Socket]]:
    """Opens bare sockets and closes them at the end."""
    opened: list[Socket] = []

    def open_socket(slack: PracticeSlack) -> Socket:
        opened.append(Socket(slack))
        return opened[-1]

    yield open_socket
    for socket in opened:
        socket.close()


@pytest.fixture
def connect() -> Iterator[Callable[[PracticeSlack, App], SocketModeHandler]]:
    """Connects Bolt apps by Socket Mode and disconnects them at the end."""
    handlers: list[tuple[PracticeSlack, SocketModeHandler]] = []

    def connect_app(slack: PracticeSlack, app: App) -> SocketModeHandler:
        handler = SocketModeHandler(app, slack.app_token, ping_interval=0.5)
        already = slack.connections
        handler.connect()
        wait_until(lambda: slack.connections > already)
        handlers.append((slack, handler))
        return handler

    yield connect_app
    for slack, handler in handlers:
        hang_up(slack, handler)
