"""Messages come, change and go: kept, threaded, told to watchers and to the bot. Who may do it, the caller decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import ids
from .text import as_stored, blocks_as_stored, rich_text
from .world import Channel, Json, Message

if TYPE_CHECKING:
    from .workspace import Workspace


@dataclass
class Draft:
    """What an app wants to say, already checked."""

    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    broadcast: bool = False
    metadata: Json | None = None
    extra: Json = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


class Posting:
    """All writing of messages goes through here."""

    def __init__(self, workspace: Workspace) -> None:
        self._w = workspace

    def _ts(self) -> str:
        return self._w.ids.ts(self._w.clock.now())

    def _note(self, message: Message) -> None:
        thread = message.thread_ts if message.is_reply else None
        self._w.changes.note("message", channel=message.channel, ts=message.ts, thread_ts=thread, user=message.ephemeral_for)

    def _add(self, channel: Channel, message: Message) -> Message:
        channel.messages[message.ts] = message
        root = channel.messages.get(message.thread_ts or "")
        if root is not None and message.is_reply and not message.ephemeral_for:
            root.replies.append(message.ts)
        self._note(message)
        self._w.events.posted(message, channel)
        return message

    def from_person(
        self,
        user: str,
        channel: Channel,
        stored_text: str,
        *,
        thread_ts: str | None = None,
        broadcast: bool = False,
        files: list[str] | None = None,
    ) -> Message:
        """Somebody wrote; the text is already in its stored form."""
        blocks = rich_text(stored_text, self._w.new_block_id()) if stored_text else []
        subtype = "file_share" if files else "thread_broadcast" if broadcast and thread_ts else None
        person = self._w.world.people[user]
        message = Message(
            self._ts(),
            user,
            stored_text,
            channel.id,
            blocks=blocks,
            thread_ts=thread_ts,
            broadcast=broadcast,
            subtype="bot_message" if person.kind == "bot" else subtype,
            bot_id=f"B{person.id[1:]}" if person.kind == "bot" else None,
            client_msg_id=self._w.ids.uuid("client message"),
            files=files or [],
        )
        return self._add(channel, message)

    def from_app(self, channel: Channel, draft: Draft, *, ephemeral_for: str | None = None) -> Message:
        """The assistant wrote. Text alone gets a rich_text block, as in Slack."""
        text = as_stored(draft.text)
        blocks = blocks_as_stored(draft.blocks, self._w.new_block_id)
        if not blocks and text:
            blocks = rich_text(text, self._w.new_block_id())
        message = Message(
            self._ts(),
            ids.BOT_USER,
            text,
            channel.id,
            blocks=blocks,
            attachments=draft.attachments,
            thread_ts=draft.thread_ts,
            broadcast=draft.broadcast,
            subtype="thread_broadcast" if draft.broadcast and draft.thread_ts else None,
            bot_id=ids.BOT_ID,
            metadata=draft.metadata,
            files=draft.files,
            ephemeral_for=ephemeral_for,
            extra=draft.extra,
        )
        if draft.thread_ts:
            self._w.clear_status(channel.id, draft.thread_ts)
        return self._add(channel, message)

    def from_slackbot(self, user: str, channel: Channel, text: str) -> Message:
        """A line of Slack's own that only one person sees."""
        blocks = rich_text(text, self._w.new_block_id())
        message = Message(self._ts(), ids.SLACKBOT, text, channel.id, blocks=blocks, ephemeral_for=user)
        return self._add(channel, message)

    def typed_command(self, user: str, channel: Channel, line: str) -> Message:
        """A command whose answer everybody sees is shown too. The bot hears nothing of it."""
        message = Message(self._ts(), user, line, channel.id, blocks=rich_text(line, self._w.new_block_id()))
        channel.messages[message.ts] = message
        self._note(message)
        return message

    def system(self, channel: Channel, user: str, subtype: str, text: str) -> Message:
        """`Ana has joined the channel` and the like."""
        return self._add(channel, Message(self._ts(), user, text, channel.id, subtype=subtype))

    def rewrite(self, message: Message, draft: Draft, *, keep_metadata: bool = True) -> None:
        """The app's own message, or an ephemeral one, gets new content. Without blocks the old blocks are gone."""
        channel = self._w.world.channels[message.channel]
        before = self._w.shown(message, all_metadata=False)
        message.text = as_stored(draft.text)
        message.blocks = blocks_as_stored(draft.blocks, self._w.new_block_id)
        if not message.blocks and message.text:
            message.blocks = rich_text(message.text, self._w.new_block_id())
        message.attachments = draft.attachments
        if draft.metadata is not None:
            message.metadata = draft.metadata or None
        elif not keep_metadata:
            message.metadata = None
        self._changed(message, before, channel)

    def reword(self, message: Message, stored_text: str) -> None:
        """A person edits what they wrote."""
        channel = self._w.world.channels[message.channel]
        before = self._w.shown(message, all_metadata=False)
        message.text = stored_text
        message.blocks = rich_text(stored_text, self._w.new_block_id())
        self._changed(message, before, channel)

    def _changed(self, message: Message, before: Json, channel: Channel) -> None:
        if not message.ephemeral_for:
            message.edited = {"user": message.user, "ts": self._ts()}
            self._w.events.changed(message, before, channel)
        self._note(message)

    def remove(self, message: Message) -> None:
        """Gone for everybody; a reply leaves its thread. The root of a thread leaves a tombstone in its place."""
        channel = self._w.world.channels[message.channel]
        before = self._w.shown(message, all_metadata=False)
        if message.ts in channel.pins:
            channel.pins.remove(message.ts)
        if message.replies:
            self._bury(message, channel, before)
            return
        channel.messages.pop(message.ts, None)
        root = channel.messages.get(message.thread_ts or "")
        if root is not None and message.ts in root.replies:
            root.replies.remove(message.ts)
        self._note(message)
        if not message.ephemeral_for:
            self._w.events.deleted(before, channel)

    def _bury(self, message: Message, channel: Channel, before: Json) -> None:
        message.user, message.text, message.subtype = ids.SLACKBOT, "This message was deleted.", "tombstone"
        message.bot_id = message.metadata = message.client_msg_id = message.edited = None
        message.blocks, message.attachments, message.files, message.extra = [], [], [], {"hidden": True}
        message.reactions = {}
        self._note(message)
        self._w.events.changed(message, before, channel)

    def forget_ephemerals(self, user: str) -> None:
        """What a reload of the page loses."""
        for channel in self._w.world.channels.values():
            for message in [m for m in channel.messages.values() if m.ephemeral_for == user]:
                del channel.messages[message.ts]
                self._note(message)
