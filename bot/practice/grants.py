"""What the app was allowed and what it asked to hear: read from its own manifest, as Slack does at installation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .world import Json

EVENT_SCOPES: dict[str, tuple[str, ...]] = {
    "app_mention": ("app_mentions:read",),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "team_join": ("users:read",),
    "user_change": ("users:read",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "file_shared": ("files:read",),
    "pin_added": ("pins:read",),
    "pin_removed": ("pins:read",),
}
EVENT_FAMILY_SCOPES = {"subteam_": "usergroups:read", "channel_": "channels:read", "group_": "groups:read"}
FREE_EVENTS = ("app_home_opened", "tokens_revoked", "app_uninstalled", "app_rate_limited", "app_context_changed")


@dataclass(frozen=True)
class Grants:
    """The parts of a manifest that decide what reaches the app and what it may do."""

    name: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: Mapping[str, Json]
    shortcuts: tuple[Json, ...]
    home_tab: bool
    messages_tab: bool
    read_only: bool
    agent: Json | None
    interactivity: bool
    socket_mode: bool
    event_url: str | None
    interactivity_url: str | None
    options_url: str | None

    def hears(self, subscription: str) -> bool:
        """Subscribed to it and holding a scope that goes with it."""
        if subscription not in self.events:
            return False
        if subscription in FREE_EVENTS:
            return subscription != "app_context_changed" or self.agent is not None
        needed = EVENT_SCOPES.get(subscription)
        if needed is None:
            needed = tuple(scope for start, scope in EVENT_FAMILY_SCOPES.items() if subscription.startswith(start))
        return any(scope in self.scopes for scope in needed)

    def shortcut(self, callback_id: str, kind: str) -> Json | None:
        """The shortcut of this kind (`global` or `message`), if the app has it."""
        return next((s for s in self.shortcuts if s["callback_id"] == callback_id and s["type"] == kind), None)


def read_manifest(manifest: Mapping[str, Any]) -> Grants:
    """A manifest as a dictionary, in the shape Slack takes. Anything left out is not granted."""
    features, settings = manifest.get("features") or {}, manifest.get("settings") or {}
    home = features.get("app_home") or {}
    interactivity = settings.get("interactivity") or {}
    subscriptions = settings.get("event_subscriptions") or {}
    scopes = frozenset(((manifest.get("oauth_config") or {}).get("scopes") or {}).get("bot") or ())
    may_command = "commands" in scopes
    return Grants(
        name=(features.get("bot_user") or {}).get("display_name") or manifest["display_information"]["name"],
        scopes=scopes,
        events=frozenset(subscriptions.get("bot_events") or ()),
        commands={c["command"]: c for c in features.get("slash_commands") or ()} if may_command else {},
        shortcuts=tuple(features.get("shortcuts") or ()) if may_command else (),
        home_tab=bool(home.get("home_tab_enabled")),
        messages_tab=bool(home.get("messages_tab_enabled")),
        read_only=bool(home.get("messages_tab_read_only_enabled")),
        agent=features.get("agent_view"),
        interactivity=bool(interactivity.get("is_enabled")),
        socket_mode=bool(settings.get("socket_mode_enabled")),
        event_url=subscriptions.get("request_url"),
        interactivity_url=interactivity.get("request_url"),
        options_url=interactivity.get("message_menu_options_url"),
    )
