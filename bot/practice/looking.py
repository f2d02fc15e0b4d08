"""What one person sees of the workspace: channels, messages, the Home tab, windows, red lines."""

from __future__ import annotations

from typing import Any

from . import elements, ids
from .verbs import NotPossible, Verbs
from .world import Channel, Json, Message, Person


class Looking(Verbs):
    """Reading only. Nobody sees here what Slack would not show them."""

    def look(self, user: str) -> Json:
        """Everything around the messages, as CONTROL.md describes `State`."""
        with self._w.lock:
            me = self._w.world.person(user)
            channels = [c for c in self._w.world.channels_of(me.id) if not me.deleted]
            home = self._w.windows.homes.get(me.id)
            return {
                "seq": self._w.changes.seq,
                "now": self._w.clock.datetime().isoformat().replace("+00:00", "Z"),
                "now_ts": self._w.clock.now(),
                "me": self._shown_person(me),
                "people": [self._shown_person(person) for person in self._w.world.people.values()],
                "channels": [self._shown_channel(me, channel) for channel in channels],
                "browsable": self._browsable(me),
                "app": self._app(me),
                "home": home.seen() if home else None,
                "modals": [window.seen() for window in self._w.windows.stack(me.id)],
                "notices": [dict(vars(notice)) for notice in self._w.notices.get(me.id, [])],
                "faults": self._faults(),
            }

    def read(self, user: str, channel: str, thread_ts: str | None = None) -> list[Json]:
        """A channel's messages (roots and broadcasts) or a thread's, oldest first. LookupError if not to be seen."""
        with self._w.lock:
            me = self._w.world.person(user)
            try:
                place = self._place(me, channel)
            except NotPossible as refused:
                raise LookupError(refused.shown) from None
            visible = [m for m in place.messages.values() if m.ephemeral_for in (None, me.id)]
            return [self._shown_message(me, m) for m in visible if _belongs(m, thread_ts)]

    def _browsable(self, me: Person) -> list[Json]:
        joined = {channel.id for channel in self._w.world.channels_of(me.id)}
        public = (c for c in self._w.world.channels.values() if c.kind == "public" and c.id not in joined)
        return [self._shown_channel(me, c) for c in public if self._w.world.may_see(me.id, c) and not c.is_archived]

    @staticmethod
    def _shown_person(person: Person) -> Json:
        keys = ("id", "name", "real_name", "title", "tz", "kind", "deleted", "is_admin", "color")
        return {key: getattr(person, key) for key in keys}

    def _shown_channel(self, me: Person, channel: Channel) -> Json:
        visible = [m.ts for m in channel.messages.values() if m.ephemeral_for in (None, me.id)]
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "is_member": me.id in channel.members,
            "is_archived": channel.is_archived,
            "is_ext_shared": channel.is_ext_shared,
            "topic": channel.topic,
            "purpose": channel.purpose,
            "with": channel.other(me.id) if channel.is_dm else None,
            "members": list(channel.members),
            "pins": list(channel.pins),
            "bookmarks": [{"title": b["title"], "link": b["link"]} for b in channel.bookmarks],
            "last_ts": visible[-1] if visible else None,
            "is_app": channel.is_dm and ids.BOT_USER in channel.members,
        }

    def _shown_message(self, me: Person, message: Message) -> Json:
        author = self._w.world.people.get(message.user)
        return {
            **self._w.shown(message, all_metadata=True),
            "channel": message.channel,
            "author": message.extra.get("username") or (author.real_name if author else message.user),
            "is_ephemeral": message.ephemeral_for is not None,
            "values": elements.whole_state(message.blocks, message.values.get(me.id, {})),
        }

    def _app(self, me: Person) -> Json:
        grants, channel = self._w.grants, self._w.world.dm(me.id, ids.BOT_USER)
        prompts = list((grants.agent or {}).get("suggested_prompts") or [])
        panels = {ts: panel for (place, ts), panel in self._w.panels.items() if channel and place == channel.id}
        return {
            "user": ids.BOT_USER,
            "bot": ids.BOT_ID,
            "name": grants.name,
            "connected": self._w.is_connected,
            "connections": self._w.sockets.count,
            "channel": channel.id if channel else None,
            "home_tab": grants.home_tab,
            "messages_tab": grants.messages_tab,
            "read_only": grants.read_only,
            "agent": grants.agent is not None,
            "prompts": prompts,
            "prompts_title": None,
            "thread_prompts": {
                ts: {"title": panel.prompts_title, "prompts": panel.prompts} for ts, panel in panels.items() if panel.prompts
            },
            "status": {ts: panel.status for ts, panel in panels.items() if panel.status},
            "commands": [_part(c, "command", "description", "usage_hint") for c in grants.commands.values()],
            "shortcuts": [_part(s, "name", "type", "callback_id", "description") for s in grants.shortcuts],
        }

    def _faults(self) -> Json:
        return {
            "rate_limits": self._w.limits.enabled,
            "latency": self._w.faults.latency,
            "planned": [fault.shown() for fault in self._w.faults.planned],
            "duplicates": self._w.courier.duplicates,
            "shuffle": self._w.courier.shuffle,
        }

    def log(self) -> Json:
        """What the bot called, what was refused, what was sent to it."""
        with self._w.lock:
            deliveries = [
                {
                    "kind": d.kind,
                    "attempt": d.attempt,
                    "event_id": d.event_id,
                    "what": (d.payload.get("event") or d.payload).get("type") or d.payload.get("command"),
                    "acknowledged": d.answer is not None,
                    "failure": d.failure,
                }
                for d in self._w.courier.log
            ]
            calls, refusals = list(self._w.recorder.calls), list(self._w.recorder.refusals)
        return {"calls": calls, "refusals": refusals, "deliveries": deliveries}


def _belongs(message: Message, thread_ts: str | None) -> bool:
    if thread_ts is not None:
        return thread_ts in (message.ts, message.thread_ts)
    return not message.is_reply or message.broadcast


def _part(whole: Json, *keys: str) -> dict[str, Any]:
    return {key: whole.get(key, "") for key in keys}
