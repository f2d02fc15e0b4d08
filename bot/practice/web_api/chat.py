"""chat.*: posting, changing and deleting the app's own messages, and ephemeral ones that only one person sees."""

from __future__ import annotations

from .. import ids
from ..checking import Refused, checked_attachments, checked_blocks, checked_metadata
from ..posting import Draft
from ..workspace import Workspace
from ..world import Channel, Json, Message
from .calls import Method, RateLimited, need_scope
from .doors import kept_message, place_to_post, visible_channel

MARKDOWN_TEXT = 12_000
UPDATE_TEXT = 4_000
SCHEDULE_SECONDS = 120 * 24 * 3600
_CONTENT = "text blocks:json attachments:json markdown_text parse link_names:bool as_user:bool"
_LOOKS = "username icon_emoji icon_url"


def draft_of(w: Workspace, arguments: Json, *, sums_text: bool = True, optional: bool = False) -> Draft:
    """The content of a message, checked. `no_text` when there is nothing in it."""
    blocks = checked_blocks(arguments.get("blocks") or [], sums_text=sums_text)
    attachments = checked_attachments(arguments.get("attachments") or [])
    text, markdown = arguments.get("text") or "", arguments.get("markdown_text")
    if not isinstance(text, str):
        raise Refused("invalid_arguments", ["must provide a string [json-pointer:/text]"])
    if markdown is not None:
        if text or blocks:
            raise Refused("markdown_text_conflict")
        if len(markdown) > MARKDOWN_TEXT:
            raise Refused("msg_too_long")
        text, blocks = markdown, [{"type": "markdown", "text": markdown}]
    if not (text or blocks or attachments or optional):
        raise Refused("no_text")
    metadata = checked_metadata(arguments["metadata"]) if arguments.get("metadata") is not None else None
    extra = {key: arguments[key] for key in ("username",) if arguments.get(key)}
    if any(arguments.get(key) for key in _LOOKS.split()):
        need_scope(w, "chat:write.customize")
    broadcast = bool(arguments.get("reply_broadcast"))
    return Draft(text, blocks, attachments, arguments.get("thread_ts"), broadcast, metadata, extra)


def check_thread(channel: Channel, thread_ts: str | None) -> None:
    """A thread is named by its root. Slack takes a reply's ts too and then posts oddly; here it is refused."""
    if thread_ts is None:
        return
    root = channel.messages.get(thread_ts)
    if root is None or root.ephemeral_for:
        raise Refused("thread_not_found")
    if root.is_reply:
        raise Refused("cannot_reply_to_message")


def limit_posts(w: Workspace, channel: Channel) -> None:
    """About one message a second in each channel."""
    wait = w.limits.post(channel.id)
    if wait:
        raise RateLimited(wait)


def post_message(w: Workspace, arguments: Json) -> Json:
    """A message everybody in the channel sees."""
    channel = place_to_post(w, arguments["channel"], public_scope=True)
    limit_posts(w, channel)
    draft = draft_of(w, arguments)
    check_thread(channel, draft.thread_ts)
    message = w.posting.from_app(channel, draft)
    return {"channel": channel.id, "ts": message.ts, "message": w.shown(message, all_metadata=True, profile=True)}


def post_ephemeral(w: Workspace, arguments: Json) -> Json:
    """A message one member of the channel sees."""
    channel = place_to_post(w, arguments["channel"])
    person = w.world.people.get(arguments["user"])
    if person is None or person.id not in channel.members or person.deleted:
        raise Refused("user_not_in_channel")
    draft = draft_of(w, arguments)
    check_thread(channel, draft.thread_ts)
    if len(draft.text) > 40_000:
        raise Refused("msg_too_long")
    return {"message_ts": w.posting.from_app(channel, draft, ephemeral_for=person.id).ts}


def _own_message(w: Workspace, arguments: Json, refusal: str) -> Message:
    channel = visible_channel(w, arguments["channel"])
    message = kept_message(channel, arguments["ts"])
    if message.bot_id != ids.BOT_ID:
        raise Refused(refusal)
    if channel.is_archived:
        raise Refused("is_inactive")
    return message


def update(w: Workspace, arguments: Json) -> Json:
    """New content for a message of the app. Text without blocks removes the old blocks."""
    message = _own_message(w, arguments, "cant_update_message")
    if len(arguments.get("text") or "") > UPDATE_TEXT:
        raise Refused("msg_too_long")
    w.posting.rewrite(message, draft_of(w, arguments, optional="metadata" in arguments))
    shown = w.shown(message, all_metadata=True)
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": shown}


def delete(w: Workspace, arguments: Json) -> Json:
    """A message of the app is gone."""
    message = _own_message(w, arguments, "cant_delete_message")
    w.posting.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def permalink(w: Workspace, arguments: Json) -> Json:
    """An address for a message."""
    channel = visible_channel(w, arguments["channel"])
    message = kept_message(channel, arguments["message_ts"])
    thread = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.is_reply else ""
    address = f"https://{ids.TEAM_DOMAIN}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}{thread}"
    return {"channel": channel.id, "permalink": address}


def schedule(w: Workspace, arguments: Json) -> Json:
    """Posted later, by the workspace's clock."""
    channel = place_to_post(w, arguments["channel"], public_scope=True)
    wait = arguments["post_at"] - w.clock.now()
    if wait <= 0:
        raise Refused("time_in_past")
    if wait > SCHEDULE_SECONDS:
        raise Refused("time_too_far")
    draft = draft_of(w, arguments)
    check_thread(channel, draft.thread_ts)
    number = w.ids.next("Q")
    w.scheduled[number] = {"id": number, "channel_id": channel.id, "post_at": arguments["post_at"], "text": draft.text}

    def post() -> None:
        with w.lock:
            if w.scheduled.pop(number, None) and ids.BOT_USER in channel.members and not channel.is_archived:
                w.posting.from_app(channel, draft)

    w.timetable.after(wait, post)
    shown = {"text": draft.text, "bot_id": ids.BOT_ID, "type": "delayed_message", "subtype": "bot_message"}
    return {"channel": channel.id, "scheduled_message_id": number, "post_at": arguments["post_at"], "message": shown}


def unschedule(w: Workspace, arguments: Json) -> Json:
    """Not posted after all."""
    planned = w.scheduled.get(arguments["scheduled_message_id"])
    if planned is None or planned["channel_id"] != arguments["channel"]:
        raise Refused("invalid_scheduled_message_id")
    del w.scheduled[planned["id"]]
    return {}


def list_scheduled(w: Workspace, arguments: Json) -> Json:
    """What is still to come."""
    wanted = arguments.get("channel")
    found = [planned for planned in w.scheduled.values() if wanted in (None, planned["channel_id"])]
    return {"scheduled_messages": found, "response_metadata": {"next_cursor": ""}}


_UNFURL = "unfurl_links:bool unfurl_media:bool"
_POST = f"{_CONTENT} {_LOOKS} {_UNFURL} thread_ts:ts reply_broadcast:bool mrkdwn:bool metadata:json"
METHODS = {
    "chat.postMessage": Method(post_message, f"channel! container_id {_POST}", ("chat:write",), tier=0),
    "chat.postEphemeral": Method(post_ephemeral, f"channel! user! {_CONTENT} {_LOOKS} thread_ts:ts", ("chat:write",), tier=4),
    "chat.update": Method(
        update, f"channel! ts:ts! {_CONTENT} file_ids:list reply_broadcast:bool metadata:json", ("chat:write",)
    ),
    "chat.delete": Method(delete, "channel! ts:ts! as_user:bool", ("chat:write",)),
    "chat.getPermalink": Method(permalink, "channel! message_ts:ts!", tier=5),
    "chat.scheduleMessage": Method(schedule, f"channel! post_at:int! {_POST}", ("chat:write",)),
    "chat.deleteScheduledMessage": Method(unschedule, "channel! scheduled_message_id! as_user:bool", ("chat:write",)),
    "chat.scheduledMessages.list": Method(list_scheduled, "channel cursor latest oldest limit:int"),
}
