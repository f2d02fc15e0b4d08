"""assistant.threads.* and streamed messages: the agent panel's status line, prompts and titles. Also workflow steps."""

from __future__ import annotations

from typing import Any

from .. import ids
from ..checking import Refused, checked_blocks, checked_metadata
from ..posting import Draft
from ..text import as_stored, blocks_as_stored, rich_text
from ..workspace import STATUS_SECONDS, Workspace
from ..world import Json, Message
from .calls import Method
from .chat import MARKDOWN_TEXT, check_thread, limit_posts
from .doors import joined_channel, kept_message, place_to_post

MOST_PROMPTS = 4
MOST_LOADING_MESSAGES = 10


def _thread(w: Workspace, arguments: Json) -> tuple[str, str]:
    channel = joined_channel(w, arguments["channel_id"])
    message = channel.messages.get(arguments["thread_ts"])
    if message is None or message.is_reply or message.ephemeral_for:
        raise Refused("invalid_thread_ts")
    return channel.id, message.ts


def set_status(w: Workspace, arguments: Json) -> Json:
    """A line such as "is looking it up…"; gone with the next post or after two minutes."""
    channel, thread_ts = _thread(w, arguments)
    if len(arguments.get("loading_messages") or []) > MOST_LOADING_MESSAGES:
        raise Refused("invalid_arguments", ["no more than 10 items allowed [json-pointer:/loading_messages]"])
    w.panel(channel, thread_ts).status = arguments.get("status", "")
    w.changes.note("status", channel=channel, thread_ts=thread_ts)

    def expire() -> None:
        with w.lock:
            w.clear_status(channel, thread_ts)

    w.timetable.after(STATUS_SECONDS, expire)
    return {}


def _prompts(given: Any) -> list[Json]:
    if not isinstance(given, list) or not 1 <= len(given) <= MOST_PROMPTS:
        raise Refused("invalid_arguments", ["must provide 1 to 4 items [json-pointer:/prompts]"])
    for number, prompt in enumerate(given):
        if not isinstance(prompt, dict) or set(prompt) != {"title", "message"}:
            raise Refused("invalid_arguments", [f"must provide title and message [json-pointer:/prompts/{number}]"])
    return given


def set_prompts(w: Workspace, arguments: Json) -> Json:
    """Up to four things to try."""
    channel, thread_ts = _thread(w, arguments)
    panel = w.panel(channel, thread_ts)
    panel.prompts, panel.prompts_title = _prompts(arguments["prompts"]), arguments.get("title")
    w.changes.note("status", channel=channel, thread_ts=thread_ts)
    return {}


def set_title(w: Workspace, arguments: Json) -> Json:
    """The thread's name in the panel."""
    channel, thread_ts = _thread(w, arguments)
    w.panel(channel, thread_ts).title = arguments["title"]
    return {}


def start_stream(w: Workspace, arguments: Json) -> Json:
    """A reply that grows while it is written."""
    channel = place_to_post(w, arguments["channel"])
    limit_posts(w, channel)
    check_thread(channel, arguments["thread_ts"])
    if not channel.is_dm and not arguments.get("recipient_user_id"):
        raise Refused("missing_recipient_user_id")
    draft = Draft(arguments.get("markdown_text", ""), thread_ts=arguments["thread_ts"])
    message = w.posting.from_app(channel, draft)
    message.streaming = True
    return {"channel": channel.id, "ts": message.ts}


def _stream(w: Workspace, arguments: Json) -> Message:
    message = kept_message(joined_channel(w, arguments["channel"]), arguments["ts"])
    if message.bot_id != ids.BOT_ID:
        raise Refused("message_not_owned_by_app")
    if not message.streaming:
        raise Refused("message_not_in_streaming_state")
    return message


def _grow(w: Workspace, message: Message, more: str) -> None:
    message.text = as_stored(message.text + more)
    if len(message.text) > MARKDOWN_TEXT:
        raise Refused("msg_too_long")
    message.blocks = rich_text(message.text, w.new_block_id())
    w.changes.note("message", channel=message.channel, ts=message.ts, thread_ts=message.thread_ts)


def append_stream(w: Workspace, arguments: Json) -> Json:
    """More of it."""
    message = _stream(w, arguments)
    _grow(w, message, arguments["markdown_text"])
    return {"channel": message.channel, "ts": message.ts}


def stop_stream(w: Workspace, arguments: Json) -> Json:
    """It is complete."""
    message = _stream(w, arguments)
    blocks = checked_blocks(arguments.get("blocks") or [])
    _grow(w, message, arguments.get("markdown_text", ""))
    message.blocks += blocks_as_stored(blocks, w.new_block_id)
    if arguments.get("metadata"):
        message.metadata = checked_metadata(arguments["metadata"])
    message.streaming = False
    return {"channel": message.channel, "ts": message.ts, "message": w.shown(message, all_metadata=True)}


def finish_function(_w: Workspace, _: Json) -> Json:
    """This workspace runs no workflows, so no step is ever under way."""
    raise Refused("execution_not_in_running_state")


_LOOKS = "username icon_emoji icon_url"
METHODS = {
    "assistant.threads.setStatus": Method(
        set_status,
        f"channel_id! thread_ts:ts! status loading_messages:list {_LOOKS}",
        ("chat:write", "assistant:write"),
        tier=5,
    ),
    "assistant.threads.setSuggestedPrompts": Method(
        set_prompts, "channel_id! thread_ts:ts! title prompts:json!", ("assistant:write",)
    ),
    "assistant.threads.setTitle": Method(set_title, "channel_id! thread_ts:ts! title!", ("assistant:write",)),
    "chat.startStream": Method(
        start_stream,
        f"channel! thread_ts:ts! markdown_text recipient_team_id recipient_user_id {_LOOKS}",
        ("chat:write",),
        tier=2,
    ),
    "chat.appendStream": Method(append_stream, "channel! ts:ts! markdown_text!", ("chat:write",), tier=4),
    "chat.stopStream": Method(stop_stream, "channel! ts:ts! markdown_text blocks:json metadata:json", ("chat:write",), tier=2),
    "functions.completeSuccess": Method(finish_function, "function_execution_id! outputs:json!"),
    "functions.completeError": Method(finish_function, "function_execution_id! error!"),
}
