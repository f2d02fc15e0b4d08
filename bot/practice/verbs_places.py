"""What people do around their words: files, reactions, joining and leaving, what is on their own screen."""

from __future__ import annotations

import base64 as base64_module
import mimetypes

from . import ids
from .text import as_typed
from .verbs import NotPossible, Result, Verbs, verb
from .world import Channel, File, Person


class PlaceVerbs(Verbs):
    """Each verb answers when the bot has acknowledged what it caused, or has not done so in time."""

    def _keep_file(self, person: Person, name: str, text: str | None, base64: str | None) -> File:
        content = base64_module.b64decode(base64) if base64 is not None else (text or "").encode()
        kept = File(
            self._w.ids.next("F"),
            name,
            person.id,
            content,
            title=name,
            mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
            created=int(self._w.clock.now()),
            length=len(content),
            received=True,
            complete=True,
        )
        self._w.world.files[kept.id] = kept
        return kept

    @verb
    def upload_file(self, user: str, name: str, text: str | None = None, base64: str | None = None) -> Result:
        """Uploads without posting: what choosing a file in a window does."""
        with self._w.lock:
            return Result(file=self._keep_file(self._person(user), name, text, base64).id)

    @verb
    def upload(
        self,
        user: str,
        channel: str,
        name: str,
        text: str | None = None,
        base64: str | None = None,
        comment: str = "",
        thread_ts: str | None = None,
    ) -> Result:
        """Posts a file."""
        with self._w.lock:
            person = self._person(user)
            place = self._place_to_write(person, channel)
            kept = self._keep_file(person, name, text, base64)
            kept.channels.append(place.id)
            self._w.begin()
            stored = as_typed(comment, self._w.world)
            message = self._w.posting.from_person(person.id, place, stored, thread_ts=thread_ts, files=[kept.id])
            self._w.events.simple("file_shared", place, file_id=kept.id, user_id=person.id, channel_id=place.id)
            caused = self._w.caused()
        self._wait(caused)
        return Result(ts=message.ts, channel=place.id, file=kept.id)

    def _react(self, user: str, channel: str, ts: str, name: str, *, add: bool) -> Result:
        with self._w.lock:
            person = self._person(user)
            place = self._place(person, channel)
            message = self._message(person, place, ts)
            reacted = message.reactions.setdefault(name.strip(":"), [])
            if (person.id in reacted) is add:
                raise NotPossible("already_reacted" if add else "no_reaction", "Nothing to change.")
            self._w.begin()
            (reacted.append if add else reacted.remove)(person.id)
            message.reactions = {one: users for one, users in message.reactions.items() if users}
            kind = "reaction_added" if add else "reaction_removed"
            self._w.events.reaction(kind, person.id, name.strip(":"), message, place)
            self._w.changes.note("message", channel=place.id, ts=ts)
            caused = self._w.caused()
        self._wait(caused)
        return Result(ts=ts, channel=place.id)

    @verb
    def react(self, user: str, channel: str, ts: str, name: str) -> Result:
        """Adds an emoji to a message."""
        return self._react(user, channel, ts, name, add=True)

    @verb
    def unreact(self, user: str, channel: str, ts: str, name: str) -> Result:
        """Takes it away again."""
        return self._react(user, channel, ts, name, add=False)

    @verb
    def join(self, user: str, channel: str) -> Result:
        """Full members join public channels; guests are invited."""
        with self._w.lock:
            person = self._person(user)
            place = self._place(person, channel)
            if place.kind != "public" or person.is_guest or person.kind == "stranger" or place.is_archived:
                raise NotPossible("restricted_action", f"You can't join #{place.name} by yourself.")
        return self._enter(person, place, None)

    @verb
    def invite(self, user: str, channel: str, who: str) -> Result:
        """A member brings somebody in, the assistant too."""
        with self._w.lock:
            inviter = self._person(user)
            place = self._place_to_write(inviter, channel)
            guest = self._w.world.person(ids.BOT_USER if who == "app" else who)
            if place.is_dm or inviter.is_guest or guest.deleted:
                raise NotPossible("restricted_action", "You can't invite this person here.")
        return self._enter(guest, place, inviter.id)

    def _enter(self, person: Person, place: Channel, inviter: str | None) -> Result:
        with self._w.lock:
            self._w.begin()
            if person.id not in place.members:
                place.members.append(person.id)
                self._w.posting.system(place, person.id, "channel_join", f"<@{person.id}> has joined the channel")
                self._w.events.membership("member_joined_channel", person.id, place, inviter)
                self._w.changes.note("channels")
            caused = self._w.caused()
        self._wait(caused)
        return Result(channel=place.id)

    @verb
    def leave(self, user: str, channel: str) -> Result:
        """Goes out of a channel."""
        with self._w.lock:
            person = self._person(user)
            place = self._place(person, channel)
            if place.is_dm or person.id not in place.members:
                raise NotPossible("not_in_channel", "You are not in this channel.")
            self._w.begin()
            self._w.events.membership("member_left_channel", person.id, place)
            place.members.remove(person.id)
            self._w.posting.system(place, person.id, "channel_leave", f"<@{person.id}> has left the channel")
            self._w.changes.note("channels")
            caused = self._w.caused()
        self._wait(caused)
        return Result(channel=place.id)

    @verb
    def open_dm(self, user: str, with_: str) -> Result:
        """Opens a DM; nothing is sent to anybody."""
        with self._w.lock:
            person = self._person(user)
            place = self._place(person, with_)
            self._w.changes.note("channels", user=person.id)
            return Result(channel=place.id)

    @verb
    def dismiss(self, user: str, notice: int) -> Result:
        """Forgets a red line."""
        with self._w.lock:
            person = self._w.world.person(user)
            kept = self._w.notices.get(person.id, [])
            self._w.notices[person.id] = [one for one in kept if one.id != notice]
            self._w.changes.note("notices", user=person.id)
            return Result()

    @verb
    def reload(self, user: str) -> Result:
        """Loads the page anew: what Slack does not keep is gone."""
        with self._w.lock:
            person = self._w.world.person(user)
            self._w.posting.forget_ephemerals(person.id)
            self._w.windows.clear(person.id)
            self._w.notices.pop(person.id, None)
            self._w.changes.note("notices", user=person.id)
            return Result()
