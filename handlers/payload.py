"""Slack's nested dictionaries to plain values. The only file that walks `state["values"]`, events and actions."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


@dataclass(frozen=True)
class Said:
    """A message somebody wrote, wherever it was written. `text` is as Slack sends it, escaped."""

    text: str
    user: str
    channel: str
    ts: str
    thread_ts: str | None
    is_dm: bool
    event_id: str

    @property
    def thread(self) -> str:
        """The root of the thread this message belongs to, or would start."""
        return self.thread_ts or self.ts


def said(body: Json) -> Said:
    """A message or mention event as a plain value."""
    event = body["event"]
    return Said(
        text=str(event.get("text") or ""), user=str(event.get("user") or ""), channel=str(event.get("channel") or ""),
        ts=str(event.get("ts") or ""), thread_ts=event.get("thread_ts"), event_id=str(body.get("event_id") or ""),
        is_dm=event.get("channel_type") == "im" or str(event.get("channel", "")).startswith("D"),
    )  # fmt: skip


def is_plain_message(event: Json) -> bool:
    """A person's own new words: no edit, join, bot or system message."""
    if event.get("bot_id") or not event.get("user"):
        return False
    return event.get("subtype") in (None, "file_share", "thread_broadcast", "me_message")


def person(body: Json) -> str:
    """Who pressed, typed or opened something."""
    if "user_id" in body:
        return str(body["user_id"])
    user = body.get("user") or (body.get("event") or {}).get("user") or ""
    return str(user.get("id", "")) if isinstance(user, dict) else str(user)


def trigger(body: Json) -> str:
    return str(body["trigger_id"])


def action(body: Json) -> Json:
    """The one element that was used."""
    actions = body.get("actions") or [{}]
    found: Json = actions[0]
    return found


def pressed_value(body: Json) -> str:
    """What the pressed button, the chosen option or the picked date carries."""
    used = action(body)
    for key in ("value", "selected_date", "selected_user", "selected_time", "selected_conversation", "selected_channel"):
        if used.get(key):
            return str(used[key])
    if used.get("selected_date_time"):
        return str(used["selected_date_time"])
    chosen = used.get("selected_option") or {}
    return str(chosen.get("value", ""))


def action_id(body: Json) -> str:
    return str(action(body).get("action_id", ""))


def channel(body: Json) -> str | None:
    """Where a button stood, or a shortcut or command was used; None in a window or on Home."""
    if body.get("channel_id"):
        return str(body["channel_id"])
    place = body.get("channel") or {}
    container = body.get("container") or {}
    return place.get("id") or container.get("channel_id")


def message_ts(body: Json) -> str | None:
    """The message a button stands in, or a shortcut was used on."""
    message = body.get("message") or {}
    container = body.get("container") or {}
    found = message.get("ts") or container.get("message_ts")
    return str(found) if found else None


def message_thread(body: Json) -> str | None:
    """The root of the thread a pressed message stands in; its own ts when it is a root."""
    message = body.get("message") or {}
    container = body.get("container") or {}
    found = message.get("thread_ts") or container.get("thread_ts") or message.get("ts") or container.get("message_ts")
    return str(found) if found else None


def is_ephemeral(body: Json) -> bool:
    return bool((body.get("container") or {}).get("is_ephemeral"))


def metadata(body: Json) -> str:
    """The private metadata of the window something happened in."""
    return str((body.get("view") or {}).get("private_metadata") or "")


def values(body: Json) -> dict[str, Any]:
    """What stands in a window, by block id: text, a chosen value, a list of chosen values, or None."""
    state = ((body.get("view") or {}).get("state") or body.get("state") or {}).get("values") or {}
    return {block_id: _one(next(iter(elements.values()), {})) for block_id, elements in state.items()}


def text_value(body: Json, block_id: str) -> str:
    """What was typed into one input; empty when nothing was."""
    return str(values(body).get(block_id) or "")


def delivery_key(body: Json) -> str:
    """What makes this delivery the same one when it comes again.

    event_id; view id and hash; user, action and its time; trigger of a command or shortcut.
    """
    if body.get("event_id"):
        return f"event|{body['event_id']}"
    kind = body.get("type")
    if kind in ("view_submission", "view_closed"):
        view = body["view"]
        # the hash alone stays the same while somebody corrects a window that came back with errors
        typed = hashlib.sha256(repr(values(body)).encode()).hexdigest()[:12]
        return f"{kind}|{view['id']}|{view.get('hash', '')}|{typed}"
    if kind == "block_actions":
        return f"action|{person(body)}|{action_id(body)}|{action(body).get('action_ts', '')}"
    return f"trigger|{body.get('trigger_id', '')}"


def without_mention(text: str, user: str) -> str:
    """The text without the mention of the assistant itself."""
    return re.sub(rf"<@{re.escape(user)}(?:\|[^>]*)?>", " ", text).strip() if user else text.strip()


def unescape(text: str) -> str:
    """Typed text as it was typed: Slack escapes `&`, `<` and `>`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def mentioned(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(MENTION.findall(text)))


def _one(state: Json) -> Any:
    kind = state.get("type", "")
    if "selected_options" in state:
        return [chosen["value"] for chosen in state["selected_options"] or []]
    for key in ("selected_users", "selected_conversations", "selected_channels"):
        if key in state:
            return list(state[key] or [])
    if "selected_option" in state:
        return (state["selected_option"] or {}).get("value")
    for key in ("value", "selected_date", "selected_time", "selected_date_time", "selected_user",
                "selected_conversation", "selected_channel"):  # fmt: skip
        if key in state:
            return state[key]
    return state.get("files") if kind == "file_input" else None
