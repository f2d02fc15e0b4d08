"""Writing within the three seconds that Slack waits: written first, then acknowledged, and never too late to be."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeVar

from slack_bolt import Ack

from bot.problems import Busy
from bot.store.hurry import NOT_WRITTEN, hurry

log = logging.getLogger("taskforce")
# of Slack's three; the rest is for the way there and back, and for looking people up
SECONDS = 1.5
T = TypeVar("T")


def answering() -> AbstractContextManager[None]:
    """For a window that was submitted: whoever waits longer for the database gives up with Busy, and the window stays."""
    return hurry(SECONDS)


def pressed(ack: Ack, work: Callable[[], T]) -> T:
    """Does what a press asks for, then acknowledges it.

    Where others hold the database for longer than Slack waits, it is acknowledged and done with more patience: the window
    goes on showing what was until it is done, so nobody believes what did not happen. Raises Busy when that fails too.
    """
    try:
        with answering():
            found = work()
    except Busy:
        ack()
        return work()
    ack()
    return found


def afterward(work: Callable[[], object]) -> None:
    """What is only counted or noted once the person has their window. It never takes the window away again."""
    try:
        work()
    except NOT_WRITTEN as error:
        log.error("what follows a window was not written: %s", type(error).__name__)
