"""Slack's own list of people, as the engine asks for it; and the events that change it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.people.person import PersonKind
from bot.people.service import Profile
from bot.services import Services


class SlackPeople:
    """users.info, users.list and usergroups.users.list behind the engine's port."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def profile(self, user: str) -> Profile | None:
        try:
            answer = self._client.users_info(user=user)
        except SlackApiError as error:
            if error.response.get("error") in ("user_not_found", "user_not_visible"):
                return None
            raise
        return profile_of(answer["user"])

    def group(self, group: str) -> frozenset[str]:
        return frozenset(self._client.usergroups_users_list(usergroup=group)["users"])

    def everybody(self) -> Iterator[Profile]:
        for page in self._client.users_list(limit=200):
            yield from (profile_of(user) for user in page["members"])


def profile_of(user: dict[str, Any]) -> Profile:
    """A Slack user object as the engine wants it. A deleted user has lost most flags, so that comes first."""
    shown = user.get("profile") or {}
    name = shown.get("display_name") or user.get("real_name") or shown.get("real_name") or user.get("name") or ""
    return Profile(str(user["id"]), _kind(user), str(name), str(user.get("tz") or "UTC"), str(user.get("name") or ""))


def _kind(user: dict[str, Any]) -> PersonKind:
    if user.get("deleted"):
        return PersonKind.DEACTIVATED
    if user.get("is_bot") or user.get("id") == "USLACKBOT":
        return PersonKind.BOT
    if user.get("is_stranger"):
        return PersonKind.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return PersonKind.GUEST
    return PersonKind.MEMBER


def register(app: App) -> None:
    app.event("user_change")(somebody_changed)
    app.event("subteam_members_changed")(a_group_changed)


def somebody_changed(body: dict[str, Any], services: Services) -> None:
    profile = profile_of(body["event"]["user"])
    services.people.learn(profile)
    if profile.kind is PersonKind.DEACTIVATED:
        for hand_on in services.rooms.departures:
            hand_on(profile.id)


def a_group_changed(services: Services) -> None:
    services.people.forget_groups()
