"""What people say: messages and their edits, commands, shortcuts."""

from __future__ import annotations

from . import ids
from .delivery import COMMANDS, INTERACTIVE
from .responses import command_answered, failed_command
from .text import as_typed, escape
from .verbs import NotPossible, Result, Verbs, verb
from .world import Channel, Message, Person


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
            words = as_typed(rest.strip(), self._w.world, labels=True) if known.get("should_escape") else escape(rest.strip())
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
            on_failure=lambda code: _ignore(self._w.notice(person.id, sentence, code, channel=place.id if place else None)),
        )
        self._wait([delivery])
        return self._after(person, place, delivery.failure, sentence)


def _ignore(_: object) -> None:
    """For callbacks whose answer nobody needs."""
