"""conversations.*: which channels there are, who is in them and what was said, as far as the app may know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import ids, stored
from ..checking import Refused
from ..workspace import Workspace
from ..world import Channel, Json, Message
from .calls import Method, need_scope
from .doors import CHANNEL_TYPES, dm_with, joined_channel, page, visible_channel

MOST = 999
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_FAMILY = {"public_channel": "channels", "private_channel": "groups", "im": "im", "mpim": "mpim"}


def shown_channel(channel: Channel) -> Json:
    """The object of a channel or DM."""
    return stored.dm(channel) if channel.is_dm else stored.channel(channel, ids.BOT_USER in channel.members)


def channels_of_types(w: Workspace, arguments: Json, among: Iterable[Channel]) -> list[Channel]:
    """The wanted types, each of which needs its scope."""
    types = arguments.get("types") or ["public_channel"]
    if not set(types) <= set(CHANNEL_TYPES):
        raise Refused("invalid_types")
    for one in types:
        need_scope(w, f"{_FAMILY[one]}:read")
    kinds = {CHANNEL_TYPES[one] for one in types}
    found = [channel for channel in among if channel.kind in kinds]
    return [channel for channel in found if not (arguments.get("exclude_archived") and channel.is_archived)]


def open_dm(w: Workspace, arguments: Json) -> Json:
    """The app's DM with one person. Group DMs are not offered here."""
    if "channel" in arguments:
        channel = joined_channel(w, arguments["channel"])
        return {"no_op": True, "already_open": True, "channel": _opened(channel, arguments)}
    users = arguments.get("users")
    if not users:
        raise Refused("users_list_not_supplied")
    if len(users) > 8:
        raise Refused("too_many_users")
    if len(users) > 1:
        need_scope(w, "mpim:write")
        raise Refused("invalid_user_combination")
    known = w.world.dm(users[0], ids.BOT_USER)
    channel = dm_with(w, users[0])
    already = {"no_op": True, "already_open": True} if known else {}
    return {**already, "channel": _opened(channel, arguments)}


def _opened(channel: Channel, arguments: Json) -> Json:
    return shown_channel(channel) if arguments.get("return_im") else {"id": channel.id}


def list_channels(w: Workspace, arguments: Json) -> Json:
    """Channels the app could see: all public ones, and the others it is in."""
    visible = (c for c in w.world.channels.values() if c.kind == "public" or ids.BOT_USER in c.members)
    found = channels_of_types(w, arguments, visible)
    some, cursor = page(w, found, arguments, default=100, most=MOST)
    return {"channels": [shown_channel(c) for c in some], "response_metadata": {"next_cursor": cursor}}


def info(w: Workspace, arguments: Json) -> Json:
    """One channel."""
    channel = visible_channel(w, arguments["channel"], "read")
    count = {"num_members": len(channel.members)} if arguments.get("include_num_members") else {}
    return {"channel": {**shown_channel(channel), **count}}


def members(w: Workspace, arguments: Json) -> Json:
    """Who is in a channel."""
    channel = visible_channel(w, arguments["channel"], "read")
    some, cursor = page(w, channel.members, arguments, default=100, most=MOST)
    return {"members": some, "response_metadata": {"next_cursor": cursor}}


def _in_time(messages: Iterable[Message], arguments: Json) -> list[Message]:
    oldest, latest = arguments.get("oldest", "0"), arguments.get("latest")
    inclusive = bool(arguments.get("inclusive"))
    for name, bound in (("oldest", oldest), ("latest", latest or "0")):
        if not bound.replace(".", "", 1).isdigit():
            raise Refused(f"invalid_ts_{name}")

    def inside(ts: str) -> bool:
        if inclusive and ts in (oldest, latest):
            return True
        return _after(ts, oldest) and (latest in (None, "0", "now") or _after(latest, ts))

    return [message for message in messages if inside(message.ts)]


def _after(one: str, other: str) -> bool:
    return _exact(one) > _exact(other)


def _exact(ts: str) -> tuple[int, str]:
    whole, _, part = ts.partition(".")
    return int(whole or 0), part.ljust(6, "0")


def _shown(w: Workspace, some: list[Message], arguments: Json) -> list[Json]:
    return [w.shown(m, all_metadata=bool(arguments.get("include_all_metadata"))) for m in some]


def history(w: Workspace, arguments: Json) -> Json:
    """Roots and broadcasts, newest first; never an ephemeral message."""
    channel = joined_channel(w, arguments["channel"], "history")
    visible = (m for m in channel.messages.values() if not m.ephemeral_for and (not m.is_reply or m.broadcast))
    found = sorted(_in_time(visible, arguments), key=lambda m: _exact(m.ts), reverse=True)
    some, cursor = page(w, found, arguments, default=100, most=MOST)
    return {
        "messages": _shown(w, some, arguments),
        "has_more": bool(cursor),
        "pin_count": len(channel.pins),
        "channel_actions_ts": None,
        "channel_actions_count": 0,
        **_next(cursor),
    }


def replies(w: Workspace, arguments: Json) -> Json:
    """A thread, its root first, then oldest first."""
    channel = joined_channel(w, arguments["channel"], "history")
    named = channel.messages.get(arguments["ts"])
    if named is None or named.ephemeral_for:
        raise Refused("thread_not_found")
    root_ts = named.thread_ts if named.is_reply else named.ts
    thread = [m for m in channel.messages.values() if not m.ephemeral_for and root_ts in (m.ts, m.thread_ts)]
    found = _in_time(thread, arguments)
    root = channel.messages.get(root_ts or "")
    if root is not None and root not in found:
        found.insert(0, root)
    some, cursor = page(w, found, arguments, default=1000, most=1000)
    return {"messages": _shown(w, some, arguments), "has_more": bool(cursor), **_next(cursor)}


def _next(cursor: str) -> dict[str, Any]:
    return {"response_metadata": {"next_cursor": cursor}} if cursor else {}


def join(w: Workspace, arguments: Json) -> Json:
    """The app goes into a public channel."""
    channel = visible_channel(w, arguments["channel"])
    if channel.kind != "public":
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    if ids.BOT_USER in channel.members:
        warning = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
        return {"channel": shown_channel(channel), **warning}
    channel.members.append(ids.BOT_USER)
    w.posting.system(channel, ids.BOT_USER, "channel_join", f"<@{ids.BOT_USER}> has joined the channel")
    w.events.membership("member_joined_channel", ids.BOT_USER, channel)
    w.changes.note("channels")
    return {"channel": shown_channel(channel)}


_PAGE = "cursor limit:int"
_TIME = "latest oldest inclusive:bool include_all_metadata:bool"
METHODS = {
    "conversations.open": Method(open_dm, "channel users:list return_im:bool prevent_creation:bool", ("im:write", "mpim:write")),
    "conversations.list": Method(list_channels, f"types:list exclude_archived:bool {_PAGE}", _READ, tier=2),
    "conversations.info": Method(info, "channel! include_locale:bool include_num_members:bool", _READ),
    "conversations.members": Method(members, f"channel! {_PAGE}", _READ, tier=4),
    "conversations.history": Method(history, f"channel! {_PAGE} {_TIME}", _HISTORY),
    "conversations.replies": Method(replies, f"channel! ts:ts! {_PAGE} {_TIME}", _HISTORY),
    "conversations.join": Method(join, "channel!", ("channels:join",)),
}
