"""What the bot answers outside the Web API: posts to response addresses, messages in the acks of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .checking import Refused
from .triggers import ResponseAddress
from .world import Channel, Json, Message

if TYPE_CHECKING:
    from .posting import Draft
    from .workspace import Workspace

_KNOWN = {
    "text", "blocks", "attachments", "response_type", "replace_original", "delete_original", "thread_ts", "metadata",
    "mrkdwn", "unfurl_links", "unfurl_media", "markdown_text", "link_names", "parse", "username", "icon_emoji",
    "icon_url",
}  # fmt: skip


def _draft(w: Workspace, body: Json) -> Draft:
    from .web_api.chat import draft_of

    unknown = [name for name in body if name not in _KNOWN]
    if unknown:
        raise Refused("invalid_arguments", [f"unknown argument: {name}" for name in unknown])
    if body.get("response_type", "ephemeral") not in ("ephemeral", "in_channel"):
        raise Refused("invalid_arguments", ["response_type must be ephemeral or in_channel"])
    return draft_of(w, body, sums_text=False)


def respond(w: Workspace, address: ResponseAddress, body: Json) -> None:
    """One post to a response address. Raises Refused; the use has been counted before."""
    channel = w.world.channels[address.channel]
    original = channel.messages.get(address.message_ts or "")
    replaceable = original if address.kind == "actions" else None
    if body.get("delete_original"):
        if replaceable is None:
            raise Refused("cant_delete_message")
        w.posting.remove(replaceable)
        return
    draft = _draft(w, body)
    in_channel = body.get("response_type") == "in_channel"
    if replaceable is not None and body.get("replace_original", not in_channel):
        _replace(w, replaceable, draft, in_channel=in_channel)
        return
    if address.kind == "actions" and original is None and body.get("replace_original"):
        raise Refused("message_not_found")
    _add(w, address, channel, draft, in_channel=in_channel)


def _replace(w: Workspace, original: Message, draft: Draft, *, in_channel: bool) -> None:
    if original.ephemeral_for and in_channel:
        raise Refused("invalid_arguments", ["an ephemeral message cannot become one that everybody sees"])
    w.posting.rewrite(original, draft)


def _add(w: Workspace, address: ResponseAddress, channel: Channel, draft: Draft, *, in_channel: bool) -> None:
    if not in_channel:
        draft.metadata = None
    w.posting.from_app(channel, draft, ephemeral_for=None if in_channel else address.user)


def command_answered(w: Workspace, user: str, channel: Channel, line: str, answer: Json) -> None:
    """The message in a command's acknowledgement. One for everybody also shows what was typed."""
    if not answer:
        return
    try:
        draft = _draft(w, answer)
        in_channel = answer.get("response_type") == "in_channel"
        if in_channel:
            w.posting.typed_command(user, channel, line)
        w.posting.from_app(channel, draft, ephemeral_for=None if in_channel else user)
    except Refused as refused:
        w.recorder.refuse("ack:slash_commands", refused)
        failed_command(w, user, channel, line.split()[0], "dispatch_unknown_error")


def failed_command(w: Workspace, user: str, channel: Channel, command: str, code: str) -> str:
    """What the person sees when a command came to nothing; answers the sentence."""
    sentence = f'{command} failed with the error "{code}"'
    w.notice(user, sentence, code, channel=channel.id)
    return sentence
