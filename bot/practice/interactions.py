"""The payloads of commands, presses, submissions, closings, shortcuts and suggestions, shaped as Slack sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import elements, ids
from .elements import Place
from .windows import Window
from .world import Channel, Json, Message, Person

if TYPE_CHECKING:
    from .workspace import Workspace


class Interactions:
    """Builds; sends nothing. Trigger ids and response addresses are issued here, at the moment of the deed."""

    def __init__(self, workspace: Workspace) -> None:
        self._w = workspace

    def _address(self, kind: str, user: str, channel: str, message_ts: str | None = None) -> str:
        return self._w.base_url + self._w.triggers.address(kind, user, channel, message_ts)

    def _common(self, kind: str, person: Person, *, with_name: bool = True) -> Json:
        user = {"id": person.id, "username": person.name, "team_id": person.team_id}
        return {
            "type": kind,
            "user": {**user, "name": person.name} if with_name else user,
            "token": ids.VERIFICATION_TOKEN,
            "team": {"id": ids.TEAM, "domain": ids.TEAM_DOMAIN},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _action_ts(self) -> str:
        return self._w.ids.ts(self._w.clock.now())

    @staticmethod
    def _channel(channel: Channel) -> Json:
        names = {"im": "directmessage", "private": "privategroup"}
        return {"id": channel.id, "name": names.get(channel.kind, channel.name)}

    def command(self, person: Person, channel: Channel, command: str, text: str) -> Json:
        """A slash command; every value is a string, `is_enterprise_install` too."""
        return {
            "token": ids.VERIFICATION_TOKEN,
            "team_id": ids.TEAM,
            "team_domain": ids.TEAM_DOMAIN,
            "channel_id": channel.id,
            "channel_name": self._channel(channel)["name"],
            "user_id": person.id,
            "user_name": person.name,
            "command": command,
            "text": text,
            "api_app_id": ids.APP_ID,
            "is_enterprise_install": "false",
            "response_url": self._address("commands", person.id, channel.id),
            "trigger_id": self._w.triggers.issue(person.id),
        }

    def pressed_in_message(self, person: Person, message: Message, place: Place, state: Json | None, value: object) -> Json:
        """block_actions of a message. An ephemeral one is not sent along."""
        channel = self._w.world.channels[message.channel]
        container: Json = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": message.ephemeral_for is not None,
        }
        if message.is_reply:
            container["thread_ts"] = message.thread_ts
        shown = {} if message.ephemeral_for else {"message": self._w.shown(message, all_metadata=True)}
        return {
            **self._common("block_actions", person),
            "api_app_id": ids.APP_ID,
            "container": container,
            "trigger_id": self._w.triggers.issue(person.id),
            "channel": self._channel(channel),
            **shown,
            "state": {"values": elements.whole_state(message.blocks, message.values.get(person.id, {}))},
            "response_url": self._address("actions", person.id, channel.id, message.ts),
            "actions": [elements.action(place, state, value, self._action_ts())],
        }

    def pressed_in_window(self, person: Person, window: Window, place: Place, state: Json | None, value: object) -> Json:
        """block_actions of a modal or Home tab: no channel, no response address."""
        modal = window.body["type"] == "modal"
        return {
            **self._common("block_actions", person),
            "api_app_id": ids.APP_ID,
            "container": {"type": "view", "view_id": window.id},
            "trigger_id": self._w.triggers.issue(person.id, window.id if modal else None),
            "view": window.shown(with_state=True),
            "actions": [elements.action(place, state, value, self._action_ts())],
        }

    def submitted(self, person: Person, window: Window) -> Json:
        """view_submission."""
        return {
            **self._common("view_submission", person),
            "api_app_id": ids.APP_ID,
            "trigger_id": self._w.triggers.issue(person.id, window.id),
            "view": window.shown(with_state=True),
            "response_urls": self._response_urls(person, window),
        }

    def _response_urls(self, person: Person, window: Window) -> list[Json]:
        found = []
        state = elements.whole_state(window.blocks, window.touched)
        for place in elements.places(window.blocks):
            if place.is_input and place.element.get("response_url_enabled"):
                kept = state[place.block_id][place.action_id]
                channel = kept.get("selected_conversation") or kept.get("selected_channel")
                if channel in self._w.world.channels:
                    found.append(
                        {
                            "block_id": place.block_id,
                            "action_id": place.action_id,
                            "channel_id": channel,
                            "response_url": self._address("app", person.id, channel),
                        }
                    )
        return found

    def closed(self, person: Person, window: Window, *, is_cleared: bool) -> Json:
        """view_closed: what was typed is not in it."""
        return {
            **self._common("view_closed", person),
            "api_app_id": ids.APP_ID,
            "view": window.shown(with_state=False),
            "is_cleared": is_cleared,
        }

    def suggestion(self, person: Person, place: Place, value: str, where: Window | Message) -> Json:
        """block_suggestion: neither a trigger id nor a response address."""
        if isinstance(where, Window):
            container: Json = {"type": "view", "view_id": where.id}
            shown: Json = {"view": where.shown(with_state=False)}
        else:
            container = {
                "type": "message",
                "message_ts": where.ts,
                "channel_id": where.channel,
                "is_ephemeral": where.ephemeral_for is not None,
            }
            shown = {"channel": self._channel(self._w.world.channels[where.channel])}
            if not where.ephemeral_for:
                shown["message"] = self._w.shown(where, all_metadata=True)
        return {
            **self._common("block_suggestion", person),
            "container": container,
            "api_app_id": ids.APP_ID,
            "action_id": place.action_id,
            "block_id": place.block_id,
            "value": value,
            **shown,
        }

    def shortcut(self, person: Person, callback_id: str) -> Json:
        """A global shortcut knows no channel."""
        return {
            **self._common("shortcut", person, with_name=False),
            "action_ts": self._action_ts(),
            "callback_id": callback_id,
            "trigger_id": self._w.triggers.issue(person.id),
        }

    def message_shortcut(self, person: Person, callback_id: str, message: Message) -> Json:
        """A message shortcut; its type is message_action."""
        channel = self._w.world.channels[message.channel]
        return {
            **self._common("message_action", person),
            "action_ts": self._action_ts(),
            "channel": self._channel(channel),
            "callback_id": callback_id,
            "trigger_id": self._w.triggers.issue(person.id),
            "message_ts": message.ts,
            "message": self._w.shown(message, all_metadata=True),
            "response_url": self._address("app", person.id, channel.id, message.ts),
        }
