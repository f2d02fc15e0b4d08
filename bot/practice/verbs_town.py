"""How the town itself changes: people come and go, channels are made, shared and archived, the app loses its token."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import ids
from .delivery import Delivery
from .verbs import Verbs
from .world import Channel, Json, Person, UserGroup


class TownVerbs(Verbs):
    """What an administrator does. LookupError or ValueError for what cannot be; otherwise waits for the bot's acks."""

    def _done(self, deliveries: list[Delivery], **result: Any) -> Json:
        self._wait(deliveries)
        return result

    def add_person(
        self,
        name: str,
        real_name: str = "",
        kind: str = "member",
        tz: str = "America/Chicago",
        title: str = "",
        email: str | None = None,
        channels: Iterable[str] = (),
    ) -> Json:
        """Somebody new; the bot hears team_join, and member_joined_channel for each channel it is in too."""
        with self._w.lock:
            if self._w.world.find_person(name) is not None:
                raise ValueError(f"There is already somebody called {name!r}. Choose another handle.")
            person = Person(name, real_name, kind, tz, title, email)
            places = [self._channel(ref) for ref in channels]
            self._w.begin()
            self._w.world.people[person.id] = person
            self._w.events.person("team_join", person)
            for place in places:
                place.members.append(person.id)
                self._w.events.membership("member_joined_channel", person.id, place)
            self._w.changes.note("people")
            caused = self._w.caused()
        return self._done(caused, person=person.id)

    def _channel(self, ref: str) -> Channel:
        channel = self._w.world.find_channel(ref)
        if channel is None:
            raise LookupError(f"There is no channel {ref!r}.")
        return channel

    def deactivate(self, user: str) -> Json:
        """Somebody's account ends."""
        return self._change(user, deleted=True)

    def reactivate(self, user: str) -> Json:
        """And begins again."""
        return self._change(user, deleted=False)

    def change_person(
        self,
        user: str,
        real_name: str | None = None,
        tz: str | None = None,
        title: str | None = None,
        is_admin: bool | None = None,
        kind: str | None = None,
        display_name: str | None = None,
    ) -> Json:
        """New facts about somebody, also another kind (a member becomes a guest)."""
        given = {
            "real_name": real_name, "tz": tz, "title": title, "is_admin": is_admin, "kind": kind, "display_name": display_name,
        }  # fmt: skip
        return self._change(user, **{key: value for key, value in given.items() if value is not None})

    def _change(self, user: str, **facts: Any) -> Json:
        with self._w.lock:
            person = self._w.world.person(user)
            self._w.begin()
            for name, value in facts.items():
                setattr(person, name, value)
            person.updated = int(self._w.clock.now())
            if person.deleted:
                self._w.windows.clear(person.id)
            self._w.events.person("user_change", person)
            self._w.changes.note("people")
            caused = self._w.caused()
        return self._done(caused, person=person.id)

    def add_channel(self, name: str, kind: str = "public", members: Iterable[str] = ()) -> Json:
        """A new channel with these people in it."""
        with self._w.lock:
            if self._w.world.find_channel(name) is not None:
                raise ValueError(f"There is already a channel #{name}. Choose another name.")
            in_it = [self._w.world.person(member) for member in members]
            channel = Channel(name, kind, [person.id for person in in_it], created=int(self._w.clock.now()))
            self._w.world.channels[channel.id] = channel
            self._w.begin()
            for person in in_it:
                self._w.events.membership("member_joined_channel", person.id, channel)
            self._w.changes.note("channels")
            caused = self._w.caused()
        return self._done(caused, channel=channel.id)

    def archive(self, channel: str) -> Json:
        """Nobody writes there any more."""
        with self._w.lock:
            place = self._channel(channel)
            self._w.begin()
            place.is_archived = True
            kind = "channel_archive" if place.kind == "public" else "group_archive"
            self._w.events.simple(kind, place, channel=place.id, user=ids.SLACKBOT)
            self._w.changes.note("channels")
            caused = self._w.caused()
        return self._done(caused)

    def unarchive(self, channel: str) -> Json:
        """Open again. As in Slack, the bot is no longer in it."""
        with self._w.lock:
            place = self._channel(channel)
            self._w.begin()
            place.is_archived = False
            if ids.BOT_USER in place.members:
                place.members.remove(ids.BOT_USER)
            kind = "channel_unarchive" if place.kind == "public" else "group_unarchive"
            self._w.events.simple(kind, None, channel=place.id, user=ids.SLACKBOT)
            self._w.changes.note("channels")
            caused = self._w.caused()
        return self._done(caused)

    def rename(self, channel: str, name: str) -> Json:
        """A new name; the id stays."""
        with self._w.lock:
            place = self._channel(channel)
            self._w.begin()
            place.name = name
            kind = "channel_rename" if place.kind == "public" else "group_rename"
            renamed = {"id": place.id, "name": name, "created": place.created}
            self._w.events.simple(kind, place, channel=renamed)
            self._w.changes.note("channels")
            caused = self._w.caused()
        return self._done(caused)

    def share(self, channel: str) -> Json:
        """Becomes a Slack Connect channel that another organization is in."""
        with self._w.lock:
            place = self._channel(channel)
            self._w.begin()
            place.is_ext_shared = True
            self._w.events.simple("channel_shared", place, channel=place.id, connected_team_id=ids.OTHER_TEAM)
            self._w.changes.note("channels")
            caused = self._w.caused()
        return self._done(caused)

    def set_group(self, handle: str, users: Iterable[str], name: str = "") -> Json:
        """Makes a user group, or changes who is in it."""
        with self._w.lock:
            members = [self._w.world.person(user).id for user in users]
            group = next((g for g in self._w.world.groups.values() if g.handle == handle), None)
            if group is None:
                group = UserGroup(handle, members, name)
                self._w.world.groups[group.id] = group
            before, group.users = group.users, members
            group.updated = int(self._w.clock.now())
            self._w.begin()
            self._w.events.simple(
                "subteam_members_changed",
                subteam_id=group.id,
                team_id=ids.TEAM,
                date_update=group.updated,
                added_users=[user for user in members if user not in before],
                removed_users=[user for user in before if user not in members],
            )
            caused = self._w.caused()
        return self._done(caused, group=group.id)

    def revoke_tokens(self) -> Json:
        """The app's token stops working; it still hears so."""
        with self._w.lock:
            self._w.token_trouble = "token_revoked"
            self._w.begin()
            self._w.events.simple("tokens_revoked", tokens={"oauth": [], "bot": [ids.BOT_USER]})
            caused = self._w.caused()
        return self._done(caused)

    def uninstall(self) -> Json:
        """The app is gone from the workspace: nothing reaches it after this."""
        with self._w.lock:
            self._w.token_trouble = "account_inactive"
            self._w.begin()
            self._w.events.simple("app_uninstalled")
            self._w.installed = False
            self._w.changes.note("app")
            caused = self._w.caused()
        return self._done(caused)
