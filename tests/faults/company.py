"""What every company of people in the lab shares: who works, what they were told, and how it is held against the rest."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from itertools import islice
from typing import Any, Protocol

from bot.practice import PracticeSlack
from bot.store.engine import Store
from tests.faults.verdict import Verdict

CHANNEL = "#task-force"
Worker = Callable[[random.Random], None]


class Company(Protocol):
    """People who do one kind of work. What they were told is kept here, and judged against the database and Slack."""

    def workers(self) -> list[Worker]:
        """One function for each pair of hands: each call is the next deed."""
        ...

    def judge(self, verdict: Verdict, store: Store) -> None:
        """Adds what is lost, doubled, made up or unfinished."""
        ...


class Tally:
    """How much was tried and how much of it was acknowledged. Written by many people at once."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.deeds = 0
        self.told_yes = 0

    def note(self, told_yes: bool) -> None:
        with self.lock:
            self.deeds += 1
            self.told_yes += told_yes


def acknowledged_with(slack: PracticeSlack, words: str) -> str:
    """What the answer to the latest command with these words said; empty where there was none."""
    with slack._w.lock:
        for delivery in reversed(slack._w.courier.log):
            if words in str(delivery.payload.get("text") or ""):
                return str(delivery.answer or "")
    return ""


def latest(slack: PracticeSlack, name: str, most: int = 30) -> list[dict[str, Any]]:
    """The newest messages of somebody's conversation with the assistant, as that person sees them, oldest first.

    `read` shows all of them, which takes longer and longer in a run of many weeks.
    """
    with slack._w.lock:
        me = slack._w.world.person(name)
        messages = slack._w.app_channel(me.id).messages
        return [slack._shown_message(me, each) for each in reversed(list(islice(reversed(messages.values()), most)))]


def window_of(slack: PracticeSlack, name: str) -> dict[str, Any] | None:
    """The window somebody looks at."""
    with slack._w.lock:
        top = slack._w.windows.top(slack._w.world.person(name).id)
        return top.seen() if top else None
