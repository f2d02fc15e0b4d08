"""A practice workspace with a real Bolt app in it. Ana, Bo and the others are those of the sample town."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.practice import PracticeSlack

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "Practice Assistant"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Practice Assistant", "always_online": True},
        "shortcuts": [
            {"name": "Ask", "type": "global", "callback_id": "ask_anything", "description": "Ask"},
            {"name": "Find the protocol", "type": "message", "callback_id": "find_protocol", "description": "Find"},
        ],
        "slash_commands": [{"command": "/ask", "description": "Ask", "usage_hint": "question", "should_escape": True}],
        "agent_view": {
            "agent_description": "Answers",
            "suggested_prompts": [{"title": "Beds", "message": "Where are beds?"}],
        },
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "app_mentions:read", "assistant:write", "bookmarks:write", "canvases:write", "channels:history",
                "channels:join", "channels:read", "chat:write", "commands", "files:read", "files:write",
                "groups:history", "groups:read", "im:history", "im:read", "im:write", "pins:write", "reactions:read",
                "reactions:write", "team:read", "usergroups:read", "users:read", "users:read.email",
            ]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_context_changed", "app_home_opened", "app_mention", "app_uninstalled", "channel_archive",
                "channel_rename", "channel_shared", "file_shared", "member_joined_channel", "message.channels",
                "message.groups", "message.im", "reaction_added", "subteam_members_changed", "team_join",
                "tokens_revoked", "user_change",
            ]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}  # fmt: skip


def without(manifest: Json, *, scope: str = "", event: str = "") -> Json:
    """The manifest with one grant less."""
    scopes = [one for one in manifest["oauth_config"]["scopes"]["bot"] if one != scope]
    events = [one for one in manifest["settings"]["event_subscriptions"]["bot_events"] if one != event]
    settings = {**manifest["settings"], "event_subscriptions": {"bot_events": events}}
    return {**manifest, "oauth_config": {"scopes": {"bot": scopes}}, "settings": settings}


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

    def start(manifest: Json = MANIFEST, **choices: Any) -> PracticeSlack:
        started.append(PracticeSlack(manifest, **choices).start())
        return started[-1]

    yield start
    for slack in started:
        slack.stop()


@pytest.fixture
def slack(workspaces: Callable[..., PracticeSlack]) -> PracticeSlack:
    """The sample town, without rate limits."""
    return workspaces(rate_limits=False)


@pytest.fixture
def client(slack: PracticeSlack) -> WebClient:
    """The bot's hands."""
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture
def connect() -> Iterator[Callable[[PracticeSlack, App], SocketModeHandler]]:
    """Connects Bolt apps by Socket Mode and disconnects them at the end."""
    handlers: list[tuple[PracticeSlack, SocketModeHandler]] = []

    def connect_app(slack: PracticeSlack, app: App) -> SocketModeHandler:
        handler = SocketModeHandler(app, slack.app_token)
        already = slack.connections
        handler.connect()
        wait_until(lambda: slack.connections > already)
        handlers.append((slack, handler))
        return handler

    yield connect_app
    for slack, handler in handlers:
        hang_up(slack, handler)


def hang_up(slack: PracticeSlack, handler: SocketModeHandler) -> None:
    """Slack's client waits up to three seconds in a read; a socket that is cut off ends that at once."""
    handler.client.auto_reconnect_enabled = False
    slack.kill_sockets()
    handler.close()


def bolt_app(slack: PracticeSlack) -> App:
    """A plain Bolt app that talks to this workspace."""
    hands = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    return App(client=hands, signing_secret=slack.signing_secret)


def wait_until(happened: Callable[[], object], seconds: float = 8.0) -> None:
    """Fails when it does not happen in time."""
    last = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < last, "It did not happen in time."
        time.sleep(0.01)


def section(text: str, **more: Any) -> Json:
    """A block of text."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str, label: str = "Go", **more: Any) -> Json:
    """One button."""
    return {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": label}, **more}


def buttons(*elements: Json, block_id: str = "row") -> Json:
    """A row of buttons."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def text_input(block_id: str, label: str = "Why", *, optional: bool = False, **more: Any) -> Json:
    """An input for words."""
    element = {"type": "plain_text_input", "action_id": "words", **more}
    label_text = {"type": "plain_text", "text": label}
    return {"type": "input", "block_id": block_id, "label": label_text, "optional": optional, "element": element}


def window(*blocks: Json, callback_id: str = "window", title: str = "A window", **more: Any) -> Json:
    """A modal view with a submit button."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": list(blocks) or [text_input("why")],
        **more,
    }
