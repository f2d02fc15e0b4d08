"""Looks people up, remembers them for a while, and adds what app.yaml says of them: agency and roles.

Looking up is a port that `handlers` fills with Slack's users.info; when it fails, the person is UNKNOWN and is refused.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Protocol

from bot.clock import Clock
from bot.people.person import Person, PersonKind, Role
from bot.settings import RoleHolders, Settings, people_of

log = logging.getLogger(__name__)
REMEMBER = timedelta(hours=1)


@dataclass(frozen=True)
class Profile:
    """What Slack says of a person, without anything the assistant has no use for."""

    id: str
    kind: PersonKind
    name: str
    zone: str
    handle: str = ""


class SlackDirectory(Protocol):
    """Slack's own list of people. Both raise on failure; `profile` answers None for somebody who does not exist."""

    def profile(self, user: str) -> Profile | None: ...

    def group(self, group: str) -> frozenset[str]: ...

    def everybody(self) -> Iterable[Profile]: ...


class People:
    """Answers who somebody is. Safe to call from many threads."""

    def __init__(self, settings: Settings, directory: SlackDirectory, clock: Clock) -> None:
        self._settings = settings
        self._directory = directory
        self._clock = clock
        self._lock = Lock()
        self._profiles: dict[str, tuple[datetime, Profile]] = {}
        self._groups: dict[str, tuple[datetime, frozenset[str]]] = {}

    def who(self, user: str) -> Person:
        """The person behind a user id. Never raises: a failed look-up gives an UNKNOWN person, who may do nothing."""
        profile = self._profile(user)
        if profile is None:
            return Person(user)
        agency = self._settings.agency_of(user)
        return Person(
            id=user, kind=profile.kind, name=profile.name, zone=profile.zone, roles=self._roles(user),
            agency=agency.id if agency else None, agency_kind=agency.kind if agency else None,
        )  # fmt: skip

    def holders(self, role: Role) -> tuple[str, ...]:
        """The user ids that hold a role, named ones first, then the user group's."""
        return self._members(self._holders().get(role, RoleHolders()))

    def liaisons(self, provider: str) -> tuple[str, ...]:
        """Who speaks for a provider, by app.yaml."""
        return self._members(self._settings.app.roles.provider_liaisons.get(provider, RoleHolders()))

    def liaisons_now(self, provider: str) -> tuple[str, ...] | None:
        """The same; None where a user group cannot be read just now, and nobody knows who is in it."""
        held = self._settings.app.roles.provider_liaisons.get(provider, RoleHolders())
        if held.group is not None and self._read_group(held.group) is None:
            return None
        return self._members(held)

    def liaison_book(self) -> Mapping[str, tuple[str, ...]]:
        """Every provider somebody speaks for, and who. Asked before a transaction begins: a user group may be asked of Slack."""
        return {provider: self._members(held) for provider, held in self._settings.app.roles.provider_liaisons.items()}

    def colleagues(self, agency_id: str) -> frozenset[str]:
        return next((people_of(agency) for agency in self._settings.app.agencies if agency.id == agency_id), frozenset())

    def learn(self, profile: Profile) -> None:
        """Takes in what an event (team_join, user_change) has just told about a person."""
        with self._lock:
            self._profiles[profile.id] = (self._clock.now() + REMEMBER, profile)

    def by_typed_name(self) -> dict[str, str]:
        """User ids by what people type after an @ where Slack does not turn it into a mention: handle, name, first name.

        Only members, and only names that mean one person.
        """
        with self._lock:
            profiles = [profile for _, profile in self._profiles.values() if profile.kind is PersonKind.MEMBER]
        found: dict[str, set[str]] = {}
        for profile in profiles:
            name = profile.name.casefold()
            for typed in {profile.handle.casefold(), name, name.replace(" ", "."), name.replace(" ", ""), name.split(" ")[0]}:
                found.setdefault(typed, set()).add(profile.id)
        return {typed: next(iter(users)) for typed, users in found.items() if typed and len(users) == 1}

    def forget_groups(self) -> None:
        """A user group has changed: ask again when it matters."""
        with self._lock:
            self._groups.clear()

    def warm(self) -> None:
        """Learns everybody at once, so that the first question waits for no look-up. A failure only costs speed."""
        try:
            for profile in self._directory.everybody():
                self.learn(profile)
        except Exception as error:  # the list is only a shortcut; each person is looked up when needed
            log.warning("could not list people at start: %s", type(error).__name__)

    def _profile(self, user: str) -> Profile | None:
        now = self._clock.now()
        with self._lock:
            kept = self._profiles.get(user)
        if kept is not None and kept[0] > now:
            return kept[1]
        try:
            profile = self._directory.profile(user)
        except Exception as error:  # whatever failed, the answer is the same: this person is not known now
            log.warning("could not look a person up: %s", type(error).__name__)
            return None
        if profile is not None:
            self.learn(profile)
        return profile

    def _roles(self, user: str) -> frozenset[Role]:
        found = {role for role, holders in self._holders().items() if user in self._members(holders)}
        if any(user in self._members(holders) for holders in self._settings.app.roles.provider_liaisons.values()):
            found.add(Role.PROVIDER_LIAISON)
        return frozenset(found)

    def _holders(self) -> dict[Role, RoleHolders]:
        roles = self._settings.app.roles
        return {
            Role.COORDINATOR: roles.coordinators, Role.DIRECTORY_EDITOR: roles.directory_editors,
            Role.PRIVACY_LEAD: roles.privacy_lead, Role.POLICE_LIAISON: roles.police_liaisons,
            Role.LABOR_LIAISON: roles.labor_liaisons, Role.LICENSING_LIAISON: roles.licensing_liaisons,
            Role.PROCUREMENT_LIAISON: roles.procurement_liaisons, Role.NEW_MEMBER: roles.new_members,
        }  # fmt: skip

    def _members(self, holders: RoleHolders) -> tuple[str, ...]:
        if holders.group is None:
            return holders.users
        return tuple(dict.fromkeys((*holders.users, *sorted(self._group(holders.group)))))

    def _group(self, group: str) -> frozenset[str]:
        """An unreadable group grants nobody anything."""
        return self._read_group(group) or frozenset()

    def _read_group(self, group: str) -> frozenset[str] | None:
        now = self._clock.now()
        with self._lock:
            kept = self._groups.get(group)
        if kept is not None and kept[0] > now:
            return kept[1]
        try:
            members = self._directory.group(group)
        except Exception as error:  # whatever failed, nobody knows who is in it just now
            log.warning("could not read a user group: %s", type(error).__name__)
            return None
        with self._lock:
            self._groups[group] = (now + REMEMBER, members)
        return members
