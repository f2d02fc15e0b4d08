"""Events as Slack words them, and whether the app gets to hear them: subscription, scope, membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import ids, stored
from .world import Channel, Json, Message, Person

if TYPE_CHECKING:
    from .workspace import Workspace

_SUBSCRIPTION = {"public": "message.channels", "private": "message.groups", "im": "message.im", "mpim": "message.mpim"}


class Events:
    """Builds and sends. Each method sends nothing if the app does not hear such events."""

    def __init__(self, workspace: Workspace) -> None:
        self._w = workspace

    def _hears(self, subscription: str, channel: Channel | None = None) -> bool:
        if not self._w.installed or not self._w.grants.hears(subscription):
            return False
        return channel is None or ids.BOT_USER in channel.members

    def _send(self, event: Json, channel: Channel | None = None, team: str = ids.TEAM) -> None:
        number = self._w.ids.number("event")
        payload = {
            "token": ids.VERIFICATION_TOKEN,
            "team_id": team,
            "context_team_id": ids.TEAM,
            "context_enterprise_id": None,
            "api_app_id": ids.APP_ID,
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev{number:010d}",
            "event_time": int(float(event["event_ts"])),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": ids.TEAM,
                    "user_id": ids.BOT_USER,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": bool(channel and channel.is_ext_shared),
            "event_context": f"4-practice{number:010d}",
        }
        if self._w.limits.take_event():
            self._w.deliver(payload)

    def _ts(self) -> str:
        return self._w.ids.ts(self._w.clock.now())

    def posted(self, message: Message, channel: Channel) -> None:
        """A new message: as `message`, and as `app_mention` too when the assistant is named."""
        if message.ephemeral_for:
            return
        shown = self._w.shown(message, all_metadata=False, profile=True)
        event = {**shown, "channel": channel.id, "event_ts": message.ts}
        team = self._team_of(message.user)
        if self._hears(_SUBSCRIPTION[channel.kind], channel):
            self._send({**event, "channel_type": channel.event_kind}, channel, team)
        named = f"<@{ids.BOT_USER}>" in message.text and message.user != ids.BOT_USER
        if named and message.subtype is None and not channel.is_dm and self._hears("app_mention", channel):
            from_outside = {"user_team": team, "source_team": team} if team != ids.TEAM else {}
            self._send({**event, "type": "app_mention", **from_outside}, channel)

    def _team_of(self, user: str) -> str:
        person = self._w.world.people.get(user)
        return person.team_id if person else ids.TEAM

    def changed(self, message: Message, before: Json, channel: Channel) -> None:
        """An edit, of the text or the blocks."""
        now = self._ts()
        if not self._hears(_SUBSCRIPTION[channel.kind], channel):
            return
        event = {
            "type": "message",
            "subtype": "message_changed",
            "message": self._w.shown(message, all_metadata=False),
            "previous_message": before,
            "channel": channel.id,
            "hidden": True,
            "ts": now,
            "event_ts": now,
            "channel_type": channel.event_kind,
        }
        self._send(event, channel, self._team_of(message.user))

    def deleted(self, before: Json, channel: Channel) -> None:
        """A message is gone."""
        now = self._ts()
        if not self._hears(_SUBSCRIPTION[channel.kind], channel):
            return
        event = {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": before,
            "deleted_ts": before["ts"],
            "channel": channel.id,
            "hidden": True,
            "ts": now,
            "event_ts": now,
            "channel_type": channel.event_kind,
        }
        self._send(event, channel, self._team_of(before["user"]))

    def home_opened(self, user: str, channel: str, tab: str, view: Json | None) -> None:
        """`view` only if one was published before."""
        if self._hears("app_home_opened"):
            event: Json = {"type": "app_home_opened", "user": user, "channel": channel, "tab": tab}
            self._send({**event, **({"view": view} if view else {}), "event_ts": self._ts()})

    def context_changed(self, user: str, channel: str, looking_at: str | None) -> None:
        """The agent panel is open beside another channel."""
        if self._hears("app_context_changed"):
            entity = {"type": "slack#/types/channel_id", "value": looking_at, "team_id": ids.TEAM}
            context = {"entities": [entity] if looking_at else []}
            event = {"type": "app_context_changed", "channel": channel, "user": user, "context": context}
            self._send({**event, "event_ts": self._ts()})

    def membership(self, kind: str, user: str, channel: Channel, inviter: str | None = None) -> None:
        """`kind` is member_joined_channel or member_left_channel."""
        scope = "channels:read" if channel.kind == "public" else "groups:read"
        about_itself = user == ids.BOT_USER
        if scope in self._w.grants.scopes and self._hears(kind, None if about_itself else channel):
            event: Json = {
                "type": kind,
                "user": user,
                "channel": channel.id,
                "channel_type": "C" if channel.kind == "public" else "G",
                "team": ids.TEAM,
                **({"inviter": inviter} if inviter else {}),
                "event_ts": self._ts(),
            }
            self._send(event, channel)

    def person(self, kind: str, person: Person) -> None:
        """`kind` is team_join or user_change."""
        if self._hears(kind):
            now = self._w.clock.now()
            user = stored.user(person, now, with_email="users:read.email" in self._w.grants.scopes)
            self._send({"type": kind, "user": user, "cache_ts": int(now), "event_ts": self._ts()})

    def reaction(self, kind: str, user: str, name: str, message: Message, channel: Channel) -> None:
        """`kind` is reaction_added or reaction_removed."""
        if self._hears(kind, channel):
            item = {"type": "message", "channel": channel.id, "ts": message.ts}
            event = {"type": kind, "user": user, "reaction": name, "item": item, "item_user": message.user}
            self._send({**event, "event_ts": self._ts()}, channel)

    def simple(self, kind: str, place: Channel | None = None, /, **fields: object) -> None:
        """Events with few fields: channel_archive, channel_rename, subteam_members_changed, tokens_revoked …"""
        if self._hears(kind, place):
            self._send({"type": kind, **fields, "event_ts": self._ts()}, place)
