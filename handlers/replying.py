"""Where a reply goes: in the thread of a mention, plain in a direct message, only to the asker for a command."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.views.kit import Message
from handlers.payload import Said


def reply(client: WebClient, said: Said, message: Message) -> str:
    """Posts the reply to something somebody wrote. Returns the new message's ts."""
    thread = said.thread_ts if said.is_dm else said.thread
    answer = client.chat_postMessage(channel=said.channel, thread_ts=thread, **message.as_dict())
    return str(answer["ts"])


def whisper(client: WebClient, said: Said, message: Message) -> None:
    """Only the author sees this: ephemeral in a channel, a plain message in a direct message."""
    if said.is_dm:
        reply(client, said, message)
        return
    client.chat_postEphemeral(channel=said.channel, user=said.user, thread_ts=said.thread_ts, **message.as_response())


def direct(client: WebClient, user: str, message: Message) -> None:
    """A direct message to one person."""
    client.chat_postMessage(channel=user, **message.as_dict())
