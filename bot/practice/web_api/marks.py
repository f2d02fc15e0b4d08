"""reactions.*, pins.*, bookmarks.* and canvases: marks on messages and channels."""

from __future__ import annotations

import re

from .. import ids
from ..checking import Refused
from ..workspace import Workspace
from ..world import Channel, Json, Message
from .calls import Method
from .doors import joined_channel, kept_message, visible_channel

MOST_BOOKMARKS = 100
_NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def _message(w: Workspace, arguments: Json) -> tuple[Channel, Message]:
    if "channel" not in arguments or "timestamp" not in arguments:
        raise Refused("no_item_specified")
    channel = joined_channel(w, arguments["channel"])
    return channel, kept_message(channel, arguments["timestamp"])


def add_reaction(w: Workspace, arguments: Json) -> Json:
    """The app reacts."""
    channel, message = _message(w, arguments)
    if not _NAME.fullmatch(arguments["name"]):
        raise Refused("invalid_name")
    if message.subtype in ("channel_join", "channel_leave"):
        raise Refused("not_reactable")
    users = message.reactions.setdefault(arguments["name"], [])
    if ids.BOT_USER in users:
        raise Refused("already_reacted")
    users.append(ids.BOT_USER)
    w.events.reaction("reaction_added", ids.BOT_USER, arguments["name"], message, channel)
    w.changes.note("message", channel=channel.id, ts=message.ts)
    return {}


def remove_reaction(w: Workspace, arguments: Json) -> Json:
    """And takes it back."""
    channel, message = _message(w, arguments)
    users = message.reactions.get(arguments["name"], [])
    if ids.BOT_USER not in users:
        raise Refused("no_reaction")
    users.remove(ids.BOT_USER)
    message.reactions = {name: who for name, who in message.reactions.items() if who}
    w.events.reaction("reaction_removed", ids.BOT_USER, arguments["name"], message, channel)
    w.changes.note("message", channel=channel.id, ts=message.ts)
    return {}


def get_reactions(w: Workspace, arguments: Json) -> Json:
    """A message with its reactions."""
    channel, message = _message(w, arguments)
    return {"type": "message", "channel": channel.id, "message": w.shown(message, all_metadata=False)}


def add_pin(w: Workspace, arguments: Json) -> Json:
    """Pins a message."""
    channel, message = _message(w, arguments)
    if message.ts in channel.pins:
        raise Refused("already_pinned")
    channel.pins.append(message.ts)
    w.changes.note("channels", channel=channel.id)
    return {}


def remove_pin(w: Workspace, arguments: Json) -> Json:
    """Unpins it."""
    channel, message = _message(w, arguments)
    if message.ts not in channel.pins:
        raise Refused("no_pin")
    channel.pins.remove(message.ts)
    w.changes.note("channels", channel=channel.id)
    return {}


def list_pins(w: Workspace, arguments: Json) -> Json:
    """All pins of a channel."""
    channel = joined_channel(w, arguments["channel"])
    pinned = [channel.messages[ts] for ts in channel.pins]
    return {
        "items": [
            {"type": "message", "channel": channel.id, "message": w.shown(message, all_metadata=False)} for message in pinned
        ]
    }


def _link(link: str | None) -> str:
    if link is None or not re.match(r"https?://\S+$", link):
        raise Refused("invalid_link")
    return link


def add_bookmark(w: Workspace, arguments: Json) -> Json:
    """A link at the top of a channel."""
    channel = joined_channel(w, arguments["channel_id"])
    if arguments["type"] != "link":
        raise Refused("invalid_bookmark_type")
    if len(channel.bookmarks) >= MOST_BOOKMARKS:
        raise Refused("too_many_bookmarks")
    bookmark = {
        "id": w.ids.next("Bk"),
        "channel_id": channel.id,
        "title": arguments["title"],
        "link": _link(arguments.get("link")),
        "emoji": arguments.get("emoji", ""),
        "type": "link",
        "date_created": int(w.clock.now()),
        "date_updated": 0,
    }
    channel.bookmarks.append(bookmark)
    w.changes.note("channels", channel=channel.id)
    return {"bookmark": bookmark}


def _bookmark(w: Workspace, arguments: Json) -> tuple[Channel, Json]:
    channel = joined_channel(w, arguments["channel_id"])
    found = next((one for one in channel.bookmarks if one["id"] == arguments["bookmark_id"]), None)
    if found is None:
        raise Refused("not_found")
    return channel, found


def edit_bookmark(w: Workspace, arguments: Json) -> Json:
    """New title or link."""
    channel, bookmark = _bookmark(w, arguments)
    if "link" in arguments:
        bookmark["link"] = _link(arguments["link"])
    bookmark |= {key: arguments[key] for key in ("title", "emoji") if key in arguments}
    bookmark["date_updated"] = int(w.clock.now())
    w.changes.note("channels", channel=channel.id)
    return {"bookmark": bookmark}


def remove_bookmark(w: Workspace, arguments: Json) -> Json:
    """Gone."""
    channel, bookmark = _bookmark(w, arguments)
    channel.bookmarks.remove(bookmark)
    w.changes.note("channels", channel=channel.id)
    return {}


def list_bookmarks(w: Workspace, arguments: Json) -> Json:
    """All of a channel."""
    return {"bookmarks": list(visible_channel(w, arguments["channel_id"]).bookmarks)}


def _document(arguments: Json) -> Json:
    document = arguments.get("document_content") or {"type": "markdown", "markdown": ""}
    if not isinstance(document, dict) or document.get("type") != "markdown" or "markdown" not in document:
        raise Refused("invalid_arguments", ["must provide type and markdown [json-pointer:/document_content]"])
    return document


def create_canvas(w: Workspace, arguments: Json) -> Json:
    """A document of its own."""
    canvas_id = w.ids.next("F")
    w.canvases[canvas_id] = {"title": arguments.get("title", ""), **_document(arguments)}
    return {"canvas_id": canvas_id}


def create_channel_canvas(w: Workspace, arguments: Json) -> Json:
    """The one document of a channel."""
    channel = joined_channel(w, arguments["channel_id"])
    if channel.canvas is not None:
        raise Refused("channel_canvas_already_exists")
    channel.canvas = create_canvas(w, arguments)["canvas_id"]
    return {"canvas_id": channel.canvas}


_REACT = "channel timestamp:ts name!"
METHODS = {
    "reactions.add": Method(add_reaction, _REACT, ("reactions:write",)),
    "reactions.remove": Method(remove_reaction, f"{_REACT} file file_comment", ("reactions:write",)),
    "reactions.get": Method(get_reactions, "channel timestamp:ts full:bool file file_comment", ("reactions:read",)),
    "pins.add": Method(add_pin, "channel! timestamp:ts", ("pins:write",), tier=2),
    "pins.remove": Method(remove_pin, "channel! timestamp:ts", ("pins:write",), tier=2),
    "pins.list": Method(list_pins, "channel!", ("pins:read",), tier=2),
    "bookmarks.add": Method(
        add_bookmark, "channel_id! title! type! link emoji entity_id parent_id", ("bookmarks:write",), tier=2
    ),
    "bookmarks.edit": Method(edit_bookmark, "bookmark_id! channel_id! title link emoji", ("bookmarks:write",), tier=2),
    "bookmarks.remove": Method(remove_bookmark, "bookmark_id! channel_id!", ("bookmarks:write",), tier=2),
    "bookmarks.list": Method(list_bookmarks, "channel_id!", ("bookmarks:read",)),
    "canvases.create": Method(create_canvas, "title document_content:json channel_id", ("canvases:write",), tier=2),
    "conversations.canvases.create": Method(
        create_channel_canvas, "channel_id! document_content:json title", ("canvases:write",), tier=2
    ),
}
