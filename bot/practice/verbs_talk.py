"""What people say: messages, edits, commands, shortcuts, files, reactions, joining and leaving."""

from __future__ import annotations

import base64 as base64_module
import mimetypes

from . import ids
from .delivery import COMMANDS, INTERACTIVE
from .responses import command_answered, failed_command
from .text import as_typed, escape
from .verbs import NotPossible, Result, Verbs, verb
from .world import Channel, File, Message, Person


class TalkVerbs(Verbs):
    """Each verb answers when the bot has acknowledged what it caused, or has not done so in time."""

    @verb
    def type(self, user: str, channel: str, text: str, thread_ts: str | None = None, broadcast: bool = False) -> Result:
        """Writes a message; a line that begins with / is run as a command, except in a thread, where Slack has none."""
        if text.startswith("/"):
            if thread_ts:
                raise NotPossible("command_in_thread", f"{text.split()[0]} is not supported in threads. Sorry!")
            return self.command(user, channel, text)
        with self._w.lock:
            person = self._person(user)
            place = self._place_to_write(person, channel)
            if not text.strip():
                raise NotPossible("no_text", "There is nothing to send.")
            if thread_ts is not None:
                root = self._message(person, place, thread_ts)
                thread_ts = root.thread_ts if root.is_reply else root.ts
            self._w.begin()
            stored = as_typed(text, self._w.world)
            message = self._w.posting.from_person(person.id, place, stored, thread_ts=thread_ts, broadcast=broadcast)
            self._warn_of_absent_assistant(person, place, message)
            caused = self._w.caused()
        self._wait(caused)
        return Result(ts=message.ts, channel=place.id)

    def _warn_of_absent_assistant(self, person: Person, place: Channel, message: Message) -> None:
        if f"<@{ids.BOT_USER}>" in message.text and ids.BOT_USER not in place.members:
            name = self._w.grants.name
            self._w.posting.from_slackbot(person.id, place, f"You mentioned {name}, but it is not in this channel.")

    def _own(self, person: Person, channel: str, ts: str, error: str) -> Message:
        message = self._message(person, self._place(person, channel), ts)
        if message.user != person.id:
            raise NotPossible(error, "You can only do this with your own messages.")
        return message

    @verb
    def edit(self, user: str, channel: str, ts: str, text: str) -> Result:
        """Changes one's own message."""
        with self._w.lock:
            message = self._own(self._person(user), channel, ts, "cant_update_message")
            self._w.begin()
            self._w.posting.reword(message, as_typed(text, self._w.world))
            caused = self._w.caused()
        self._wait(caused)
        return Result(ts=ts, channel=message.channel)

    @verb
    def delete(self, user: str, channel: str, ts: str) -> Result:
        """Takes one's own message back."""
        with self._w.lock:
            message = self._own(self._person(user), channel, ts, "cant_delete_message")
            self._w.begin()
            self._w.posting.remove(message)
            caused = self._w.caused()
        self._wait(caused)
        return Result(ts=ts, channel=message.channel)

    @verb
    def command(self, user: str, channel: str, text: str) -> Result:
        """Runs a slash command, e.g. `/ask where …`."""
        command, _, rest = text.strip().partition(" ")
        with self._w.lock:
            person = self._person(user)
            place = self._place(person, channel)
            known = self._w.grants.commands.get(command)
            if known is None or person.kind == "stranger" or not self._w.installed:
                raise NotPossible(
                    "unknown_command",
                    f'{command} is not a valid command. In Slack, all messages that start with the "/" character are '
                    "interpreted as commands.",
                )
            if person.id not in place.members:
                raise NotPossible("not_in_channel", f"You are viewing #{place.name}. Join it to run commands there.")
            words = (
                as_typed(rest.strip(), self._w.world, labels=True)
                if known.get("should_escape")
                else escape(rest.strip())
            )
            delivery = self._w.courier.send(
                COMMANDS,
                self._payloads.command(person, place, command, words),
                on_answer=lambda answer: command_answered(self._w, person.id, place, text.strip(), answer),
                on_failure=lambda code: _ignore(failed_command(self._w, person.id, place, command, code)),
            )
        self._wait([delivery])
        return self._after(person, place, delivery.failure, f'{command} failed with the error "{delivery.failure}"')

    def _after(self, person: Person, place: Channel | None, failure: str | None, sentence: str) -> Result:
        with self._w.lock:
            result = Result(channel=place.id if place else None, view=self._view_after(person))
        if failure:
            result.ok, result.error, result.shown = False, failure, sentence
        return result

    def _find_shortcut(self, person: Person, callback_id: str, kind: str) -> None:
        if self._w.grants.shortcut(callback_id, kind) is None or person.kind == "stranger" or not self._w.installed:
            raise NotPossible("unknown_shortcut", "There is no such shortcut.")

    @verb
    def shortcut(self, user: str, callback_id: str) -> Result:
        """Starts a global shortcut."""
        with self._w.lock:
            person = self._person(user)
            self._find_shortcut(person, callback_id, "global")
            payload = self._payloads.shortcut(person, callback_id)
        return self._run_shortcut(person, None, payload)

    @verb
    def message_shortcut(self, user: str, callback_id: str, channel: str, ts: str) -> Result:
        """Starts a message shortcut from the menu of a message."""
        with self._w.lock:
            person = self._person(user)
            self._find_shortcut(person, callback_id, "message")
            place = self._place(person, channel)
            message = self._message(person, place, ts)
            if message.ephemeral_for:
                raise NotPossible("message_not_found", "This message has no shortcuts: only you can see it.")
            payload = self._payloads.message_shortcut(person, callback_id, message)
        return self._run_shortcut(person, place, payload)

    def _run_shortcut(self, person: Person, place: Channel | None, payload: dict[str, object]) -> Result:
        sentence = "This shortcut didn't work. Try again."
        delivery = self._w.courier.send(
            INTERACTIVE,
            payload,
            on_failure=lambda code: _ignore(
                self._w.notice(person.id, sentence, code, channel=place.id if place else None)
            ),
        )
        self._wait([delivery])
        return self._after(person, place, delivery.failure, sentence)

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


def _ignore(_: object) -> None:
    """For callbacks whose answer nobody needs."""
