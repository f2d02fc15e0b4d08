"""Pieces the practice tests are made of: blocks, raw calls, a socket without any Slack library."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.sync.client import ClientConnection, connect

from bot.practice import PracticeSlack

Json = dict[str, Any]
BOT_SCOPES = [
    "app_mentions:read", "assistant:write", "bookmarks:write", "canvases:write", "channels:history",
    "channels:join", "channels:read", "chat:write", "commands", "files:read", "files:write", "groups:history",
    "groups:read",
    "im:history", "im:read", "im:write", "pins:read", "pins:write", "reactions:read", "reactions:write", "team:read",
    "usergroups:read", "users:read", "users:read.email",
]  # fmt: skip
BOT_EVENTS = [
    "app_context_changed", "app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_rename",
    "channel_shared", "file_shared", "member_joined_channel", "message.channels", "message.groups", "message.im",
    "reaction_added", "subteam_members_changed", "team_join", "tokens_revoked", "user_change",
]  # fmt: skip


def manifest(without_scope: str = "", without_event: str = "", **features: Any) -> Json:
    """An app that may do much, less one grant."""
    return {
        "display_information": {"name": "Practice Assistant"},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
            "bot_user": {"display_name": "Practice Assistant", "always_online": True},
            "shortcuts": [
                {"name": "Ask", "type": "global", "callback_id": "ask_anything", "description": "Ask"},
                {"name": "Find it", "type": "message", "callback_id": "find_protocol", "description": "Find"},
            ],
            "slash_commands": [{"command": "/ask", "description": "Ask", "should_escape": True}],
            "agent_view": {
                "agent_description": "Answers",
                "suggested_prompts": [{"title": "Beds", "message": "Where are beds?"}],
            },
            **features,
        },
        "oauth_config": {"scopes": {"bot": [scope for scope in BOT_SCOPES if scope != without_scope]}},
        "settings": {
            "event_subscriptions": {"bot_events": [event for event in BOT_EVENTS if event != without_event]},
            "interactivity": {"is_enabled": True},
            "socket_mode_enabled": True,
        },
    }


def hands(slack: PracticeSlack) -> WebClient:
    """The client of a bot that never tries twice by itself."""
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


def bolt_app(slack: PracticeSlack) -> App:
    """A plain Bolt app that talks to this workspace."""
    return App(client=hands(slack), signing_secret=slack.signing_secret)


def hang_up(slack: PracticeSlack, handler: SocketModeHandler) -> None:
    """Slack's client waits up to three seconds in a read; a socket that is cut off ends that at once."""
    handler.client.auto_reconnect_enabled = False
    slack.kill_sockets()
    handler.close()


def wait_until(happened: Callable[[], object], seconds: float = 8.0) -> None:
    """Fails when it does not happen in time."""
    last = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < last, "It did not happen in time."
        time.sleep(0.01)


def raw(slack: PracticeSlack, method: str, token: str | None, body: bytes, kind: str) -> tuple[int, Any, Json]:
    """One call without any library: status, headers, body."""
    request = urllib.request.Request(f"{slack.api_url}{method}", body, {"Content-Type": kind})
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.headers, json.loads(response.read())
    except urllib.error.HTTPError as error:
        return error.code, error.headers, json.loads(error.read() or b"{}")


def call(slack: PracticeSlack, method: str, **arguments: Any) -> Json:
    """One call with the bot's token and a JSON body."""
    return raw(slack, method, slack.bot_token, json.dumps(arguments).encode(), "application/json; charset=utf-8")[2]


def post(address: str, **body: Any) -> tuple[int, str]:
    """A post to a response address."""
    request = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


class Socket:
    """One Socket Mode connection that acknowledges only when told to."""

    def __init__(self, slack: PracticeSlack) -> None:
        opened = raw(slack, "apps.connections.open", slack.app_token, b"", "application/json; charset=utf-8")[2]
        self.connection: ClientConnection = connect(opened["url"], compression=None, proxy=None, legacy=True)
        self.hello = self.next()

    def next(self, seconds: float = 5.0) -> Json:
        """The next frame."""
        frame: Json = json.loads(self.connection.recv(timeout=seconds))
        return frame

    def is_silent(self, seconds: float = 0.15) -> bool:
        """Nothing comes for a moment."""
        try:
            self.connection.recv(timeout=seconds)
        except TimeoutError:
            return True
        return False

    def ack(self, envelope: Json, payload: Json | None = None) -> None:
        """Acknowledges an envelope, whichever socket brought it."""
        answer = {"envelope_id": envelope["envelope_id"], **({"payload": payload} if payload is not None else {})}
        self.connection.send(json.dumps(answer))

    def close(self) -> None:
        """Hangs up."""
        self.connection.close()


@contextmanager
def meanwhile(deed: Callable[[], Any]) -> Iterator[Future[Any]]:
    """Somebody does something that waits for the bot; the body of the block is the bot. Ends when both are done."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(deed)
        yield future
        future.result(timeout=10)


def trigger(slack: PracticeSlack, socket: Socket, user: str = "ana") -> str:
    """A fresh trigger id: somebody starts a global shortcut."""
    with meanwhile(lambda: slack.shortcut(user, "ask_anything")):
        envelope = socket.next()
        socket.ack(envelope)
    return str(envelope["payload"]["trigger_id"])


def members(client: WebClient) -> list[Json]:
    """Everybody users.list knows, page by page."""
    found: list[Json] = []
    cursor = ""
    while True:
        page = client.users_list(limit=10, cursor=cursor)
        found += page["members"]
        cursor = page["response_metadata"]["next_cursor"]
        if not cursor:
            return found


def refusal(deed: Callable[[], Any]) -> str:
    """The error Slack answers a call with; fails when there is none."""
    try:
        deed()
    except SlackApiError as error:
        return str(error.response["error"])
    raise AssertionError("Slack refused nothing.")


def section(text: str, **more: Any) -> Json:
    """A block of text."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str, label: str = "Go", **more: Any) -> Json:
    """One button."""
    return {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": label}, **more}


def buttons(*elements: Json, block_id: str = "row") -> Json:
    """A row of elements."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def options(*values: str) -> list[Json]:
    """Options whose label is their value."""
    return [{"text": {"type": "plain_text", "text": value.capitalize()}, "value": value} for value in values]


def select(action_id: str, *values: str, kind: str = "static_select") -> Json:
    """A menu."""
    return {"type": kind, "action_id": action_id, "options": options(*values)}


def labeled(block_id: str, element: Json, *, optional: bool = False, **more: Any) -> Json:
    """An input block."""
    label = {"type": "plain_text", "text": block_id.capitalize()}
    return {"type": "input", "block_id": block_id, "label": label, "optional": optional, "element": element, **more}


def text_input(block_id: str, *, optional: bool = False, **more: Any) -> Json:
    """An input for words."""
    return labeled(block_id, {"type": "plain_text_input", "action_id": "words", **more}, optional=optional)


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
