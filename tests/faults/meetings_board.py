"""What somebody finds in a channel: agendas, running orders, drafts, and what only they were told. Each message is read once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.practice import PracticeSlack
from bot.practice.world import Message

# what an assistant that did as it was asked says to one person in a channel
WELL = ("Kept", "On the agenda", "Next meeting")


@dataclass
class _Place:
    last: str = ""
    posts: list[Message] = field(default_factory=list)
    whispers: dict[str, Message] = field(default_factory=dict)
    refusals: Counter[str] = field(default_factory=Counter)


class Board:
    """Written by many people at once: everything here holds the workspace's lock."""

    def __init__(self, slack: PracticeSlack) -> None:
        self._slack = slack
        self._places: dict[str, _Place] = defaultdict(_Place)

    def posts(self, channel: str, beginning: str) -> list[Message]:
        """The assistant's messages in a channel whose text begins so by now, oldest first."""
        return [each for each in self._look(channel).posts if each.text.startswith(beginning)]

    def whisper(self, channel: str, name: str) -> Message | None:
        """The latest thing only this person was told there."""
        return self._look(channel).whispers.get(self._slack._w.world.person(name).id)

    def refusals(self, channel: str, name: str) -> int:
        """How often this person was told there that something did not happen."""
        return self._look(channel).refusals[self._slack._w.world.person(name).id]

    def conversation(self, name: str) -> str:
        """The id of somebody's conversation with the assistant."""
        with self._slack._w.lock:
            return self._slack._w.app_channel(self._slack._w.world.person(name).id).id

    def _look(self, channel: str) -> _Place:
        with self._slack._w.lock:
            place, fresh = self._places[channel], []
            for message in reversed(self._slack._w.world.channels[channel].messages.values()):
                if message.ts == place.last:
                    break
                fresh.append(message)
            for message in reversed(fresh):
                place.last = message.ts
                if message.bot_id is None:
                    continue
                if message.ephemeral_for is None:
                    place.posts.append(message)
                    continue
                place.whispers[message.ephemeral_for] = message
                place.refusals[message.ephemeral_for] += not message.text.startswith(WELL)
            return place


def elements_of(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        yield from block.get("elements", [])
        if block.get("accessory"):
            yield block["accessory"]


def value_of(message: Message, action_id: str) -> str | None:
    """What the button with this action id carries; None when the message has no such button now."""
    return next((str(each.get("value", "")) for each in elements_of(message.blocks) if each.get("action_id") == action_id), None)
