"""What the app may see and where it may write: shared by every family of methods."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from .. import ids
from ..checking import Refused
from ..workspace import Workspace
from ..world import Channel, Json, Message, Person
from .calls import need_scope

_FAMILY = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}
CHANNEL_TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}


def visible_channel(w: Workspace, channel_id: str, right: str = "") -> Channel:
    """A channel by its id. What the app is not in and could not browse does not exist. `right`: read or history."""
    channel = w.world.channels.get(channel_id)
    if channel is None or (channel.kind != "public" and ids.BOT_USER not in channel.members):
        raise Refused("channel_not_found")
    if right:
        need_scope(w, f"{_FAMILY[channel.kind]}:{right}")
    return channel


def joined_channel(w: Workspace, channel_id: str, right: str = "") -> Channel:
    """The same, for a channel the app must be in."""
    channel = visible_channel(w, channel_id, right)
    if ids.BOT_USER not in channel.members:
        raise Refused("not_in_channel")
    return channel


def dm_with(w: Workspace, user_id: str) -> Channel:
    """The app's DM with somebody it may write to."""
    person = visible_person(w, user_id)
    if person.is_bot or person.kind == "slackbot":
        raise Refused("cannot_dm_bot")
    if person.deleted:
        raise Refused("user_disabled")
    return w.app_channel(person.id)


def visible_person(w: Workspace, user_id: str) -> Person:
    """Strangers are visible only where the app shares a channel with them."""
    person = w.world.people.get(user_id)
    if person is None:
        raise Refused("user_not_found")
    if person.kind == "stranger" and not any(ids.BOT_USER in c.members for c in w.world.channels_of(person.id)):
        raise Refused("user_not_visible")
    return person


def place_to_post(w: Workspace, ref: str, *, public_scope: bool = False) -> Channel:
    """Where chat.postMessage posts: a channel, its name, or somebody's DM."""
    if ref in w.world.people:
        channel = dm_with(w, ref)
    else:
        found = w.world.find_channel(ref)
        channel = visible_channel(w, found.id if found else ref)
    if ids.BOT_USER not in channel.members and not (public_scope and "chat:write.public" in w.grants.scopes):
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    if channel.is_dm:
        other = w.world.people[channel.other(ids.BOT_USER)]
        if other.deleted:
            raise Refused("user_disabled")
        if not w.grants.messages_tab:
            raise Refused("messages_tab_disabled")
    return channel


def kept_message(channel: Channel, ts: str) -> Message:
    """A message everybody in the channel can see; ephemeral ones cannot be found."""
    message = channel.messages.get(ts)
    if message is None or message.ephemeral_for:
        raise Refused("message_not_found")
    return message


def page(w: Workspace, items: Sequence[Any], arguments: Json, *, default: int, most: int) -> tuple[list[Any], str]:
    """One page and the cursor of the next ("" at the end). Pages may be shorter than asked for, also in the middle."""
    limit = arguments.get("limit") or default
    if limit > most:
        raise Refused("invalid_limit")
    start = _read_cursor(arguments.get("cursor"))
    left = len(items) - start
    if w.setup.short_pages and min(limit, left) >= 4 and w.random.random() < 0.25:
        limit = w.random.randint(2, min(limit, left) - 1)
    end = start + limit
    return list(items[start:end]), _cursor(end) if end < len(items) else ""


def _cursor(start: int) -> str:
    return base64.b64encode(f"next:{start}".encode()).decode()


def _read_cursor(cursor: str | None) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word != "next":
            raise ValueError(cursor)
        return int(number)
    except (ValueError, binascii.Error):
        raise Refused("invalid_cursor") from None
