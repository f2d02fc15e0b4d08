"""Slack's app manifest, generated from the registered listeners, the Web API methods in use and app.yaml. Never kept by hand.

Scopes follow docs.slack.dev: each method page's bot scope, each event page's required scope.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from bot.settings import Settings
from bot.views import ids

CREATE_APP = "https://api.slack.com/apps?new_app=1&manifest_json="

# what each command and shortcut says of itself; a registered one without words fails the manifest
COMMANDS: dict[str, tuple[str, str]] = {
    ids.COMMAND_PROVIDER: ("Find a provider; only you see it", "shelter tonight spanish"),
    ids.COMMAND_ACTION: ("Keep an action item, or list them", "@maria send the flyer draft by fri"),
    ids.COMMAND_AGENDA: ("The next meeting and its agenda", "add decide: Approve the flyer 15 min"),
    ids.COMMAND_REFER: ("Start a referral in a window; only you see it", "shelter tonight"),
    ids.COMMAND_REFERRAL: ("Your items, their clocks; open, close or withdraw one", "withdraw K7QM-3FXD"),
    ids.COMMAND_ASK: ("Ask a question; only you see the answer", "where can someone sleep tonight"),
}
SHORTCUTS: dict[str, tuple[str, str, str]] = {
    ids.SHORTCUT_ACTION: ("message", "Make an action item", "A link is kept; the message is not copied"),
    ids.SHORTCUT_AGENDA: ("message", "Put on the agenda", "A link is kept; the message is not copied"),
    ids.SHORTCUT_REFER: ("message", "Start a referral", "Opens a window; the message is never read or copied"),
    ids.SHORTCUT_FIND: ("message", "Find the protocol", "Look up what to do; the message is not copied"),
}
PROMPTS = (
    ("First five minutes", "What do I do in the first five minutes?"),
    ("A bed tonight", "Who has a bed tonight for a woman with two children?"),
    ("Consent", "How do I ask for consent before a referral?"),
    ("Someone under 18", "What do I do if the person may be under 18?"),
)

EVENT_SCOPES = {
    "app_mention": "app_mentions:read", "message.im": "im:history", "message.channels": "channels:history",
    "message.groups": "groups:history", "team_join": "users:read", "user_change": "users:read",
    "subteam_members_changed": "usergroups:read", "app_home_opened": None, "app_context_changed": None,
    "member_joined_channel": "channels:read",
}  # fmt: skip
METHOD_SCOPES: dict[str, tuple[str, ...]] = {
    "chat_postMessage": ("chat:write",), "chat_postEphemeral": ("chat:write",), "chat_update": ("chat:write",),
    "chat_delete": ("chat:write",), "chat_getPermalink": (), "conversations_open": ("im:write",),
    "conversations_history": ("channels:history", "groups:history", "im:history"),
    "conversations_replies": ("channels:history", "groups:history", "im:history"),
    "conversations_info": ("channels:read", "groups:read"), "conversations_members": ("channels:read", "groups:read"),
    "users_info": ("users:read",), "users_list": ("users:read",), "usergroups_users_list": ("usergroups:read",),
    "views_open": (), "views_push": (), "views_update": (), "views_publish": (), "auth_test": (),
    "files_getUploadURLExternal": ("files:write",), "files_completeUploadExternal": ("files:write",),
    "files_upload_v2": ("files:write",), "pins_add": ("pins:write",), "pins_remove": ("pins:write",),
    "assistant_threads_setSuggestedPrompts": ("assistant:write",),
}  # fmt: skip
# the methods handlers call; a test compares this with their source
USED_METHODS = (
    "chat_postMessage", "chat_postEphemeral", "users_info", "users_list", "usergroups_users_list", "views_open",
    "views_push", "views_update", "views_publish", "chat_update", "conversations_open", "conversations_history",
    "conversations_replies", "pins_add", "chat_getPermalink", "files_getUploadURLExternal", "files_completeUploadExternal",
)  # fmt: skip


@dataclass
class Doors:
    """Stands in for the Bolt app while `register` runs, and only writes down what is registered."""

    events: set[str] = field(default_factory=set)
    commands: set[str] = field(default_factory=set)
    shortcuts: set[str] = field(default_factory=set)

    def event(self, name: Any) -> Callable[[Any], Any]:
        return self._note(self.events, name)

    def command(self, name: Any) -> Callable[[Any], Any]:
        return self._note(self.commands, name)

    def shortcut(self, name: Any) -> Callable[[Any], Any]:
        return self._note(self.shortcuts, name)

    def action(self, _name: Any) -> Callable[[Any], Any]:
        return lambda listener: listener

    view = view_closed = options = action

    @staticmethod
    def _note(place: set[str], name: Any) -> Callable[[Any], Any]:
        if isinstance(name, str):
            place.add(name)
        return lambda listener: listener


def doors(register: Callable[[Any], None]) -> Doors:
    """Everything Slack can reach, read off the registration itself."""
    found = Doors()
    register(found)
    return found


def manifest(settings: Settings, register: Callable[[Any], None], request_url: str | None = None) -> dict[str, Any]:
    """The manifest for Socket Mode, or for HTTP when a request address is given."""
    found = doors(register)
    url = {"url": request_url} if request_url else {}
    events = sorted(_subscriptions(found.events))
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": "Task Force Assistant",
            "description": f"Answers, referrals and meetings for {settings.app.city.name}"[:140],
            "background_color": "#1f4e5f",
        },
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
            "bot_user": {"display_name": "taskforce", "always_online": True},
            "shortcuts": [_shortcut(name) for name in sorted(found.shortcuts)],
            "slash_commands": [_command(name, url) for name in sorted(found.commands)],
            "agent_view": {
                "agent_description": "Answers from reviewed entries. Nobody watches this chat: in danger call 911.",
                "suggested_prompts": [{"title": title, "message": text} for title, text in PROMPTS],
            },
        },
        "oauth_config": {"scopes": {"bot": scopes(events)}},
        "settings": {
            "event_subscriptions": {"bot_events": events, **({"request_url": request_url} if request_url else {})},
            "interactivity": {"is_enabled": True, **({"request_url": request_url} if request_url else {})},
            "org_deploy_enabled": False,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }


def create_link(made: dict[str, Any]) -> str:
    """An address that opens Slack's *Create an app* page with the manifest filled in."""
    return CREATE_APP + quote(json.dumps(made, separators=(",", ":")))


def scopes(events: list[str]) -> list[str]:
    """Every bot scope an event, a method in use or a feature needs; nothing else."""
    wanted = {"commands", "assistant:write"}
    wanted.update(scope for name in events if (scope := EVENT_SCOPES[name]))
    wanted.update(scope for method in USED_METHODS for scope in METHOD_SCOPES[method])
    return sorted(wanted)


def _subscriptions(events: set[str]) -> set[str]:
    plain = {name for name in events if name != "message"}
    return plain | {"message.im", "message.channels", "message.groups"} if "message" in events else plain


def _command(name: str, url: dict[str, str]) -> dict[str, Any]:
    description, hint = COMMANDS[name]
    return {"command": name, "description": description, "usage_hint": hint, "should_escape": True, **url}


def _shortcut(name: str) -> dict[str, str]:
    kind, title, description = SHORTCUTS[name]
    return {"name": title, "type": kind, "callback_id": name, "description": description}
