"""Brings events, commands and presses to the bot and waits for the acknowledgement.

Events that are not acknowledged come again at once, after a minute and after five; what a person did comes once, and
after three real seconds the person sees that it failed. The road itself is `sockets.py` or `http_delivery.py`.
"""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from .clock import Timetable
from .ids import Ids
from .world import Json

RETRY_AFTER = (0.0, 60.0, 300.0)
EVENTS, INTERACTIVE, COMMANDS = "events_api", "interactive", "slash_commands"


@dataclass
class Delivery:
    """One envelope on its way. `done` is set when it was acknowledged or has failed."""

    id: str
    kind: str
    payload: Json
    attempt: int = 0
    reason: str = ""
    answer: Json | None = None
    failure: str | None = None
    done: threading.Event = field(default_factory=threading.Event)
    on_answer: Callable[[Json], None] | None = None
    on_failure: Callable[[str], None] | None = None

    @property
    def event_id(self) -> str | None:
        """Only events have one."""
        return self.payload.get("event_id")


class Road(Protocol):
    """How an envelope travels. `carry` returns at once: None when under way, otherwise why it cannot leave."""

    timeout_reason: str

    def carry(self, delivery: Delivery) -> str | None:
        """Starts the journey."""


class Courier:
    """All deliveries of one workspace. Acknowledgements are matched by envelope id, whichever socket they come on."""

    def __init__(self, lock: threading.RLock, ids: Ids, timetable: Timetable, ack_seconds: float, seed: int) -> None:
        self._lock = lock
        self._ids = ids
        self._timetable = timetable
        self._ack_seconds = ack_seconds
        self._random = random.Random(seed)
        self._held: list[Delivery] = []
        self.road: Road | None = None
        self.under_way: dict[str, Delivery] = {}
        self.log: deque[Delivery] = deque(maxlen=5000)
        self.duplicates = 0.0
        self.shuffle = False
        self.last = time.monotonic()

    def send_event(self, payload: Json) -> Delivery:
        """An event; comes again until acknowledged, at most three times."""
        delivery = Delivery(self._ids.uuid("envelope"), EVENTS, payload)
        if self.shuffle and self._random.random() < 0.5:
            self._held.append(delivery)
            self._timetable.after(0.05, self._release, real=True)
            return delivery
        self._send(delivery)
        if self._random.random() < self.duplicates:
            self.again(delivery)
        return delivery

    def _release(self) -> None:
        with self._lock:
            held, self._held = self._held, []
            self._random.shuffle(held)
        for delivery in held:
            self._send(delivery)

    def again(self, delivery: Delivery) -> Delivery:
        """The same event once more, as if Slack had forgotten that it was sent."""
        copy = Delivery(self._ids.uuid("envelope"), EVENTS, delivery.payload)
        self._send(copy)
        return copy

    def send(
        self,
        kind: str,
        payload: Json,
        on_answer: Callable[[Json], None] | None = None,
        on_failure: Callable[[str], None] | None = None,
    ) -> Delivery:
        """What a person did. `on_answer` and `on_failure` run under the workspace's lock, before `done` is set."""
        delivery = Delivery(self._ids.uuid("envelope"), kind, payload, on_answer=on_answer, on_failure=on_failure)
        self._send(delivery)
        return delivery

    def _send(self, delivery: Delivery) -> None:
        with self._lock:
            self.under_way[delivery.id] = delivery
            self.log.append(delivery)
        assert self.road is not None
        reason = self.road.timeout_reason
        trouble = self.road.carry(delivery)
        if trouble:
            self.failed(delivery, "dispatch_failed", trouble)
            return
        self._timetable.after(self._ack_seconds, lambda: self.failed(delivery, "operation_timeout", reason), real=True)

    def acknowledge(self, envelope_id: str, answer: Json) -> None:
        """The bot has it. Unknown and repeated ids are ignored, as Slack does."""
        with self._lock:
            delivery = self.under_way.pop(envelope_id, None)
            if delivery is None:
                return
            delivery.answer = answer
            self.last = time.monotonic()
            if delivery.on_answer:
                delivery.on_answer(answer)
        delivery.done.set()

    def failed(self, delivery: Delivery, failure: str, reason: str, *, retry: bool = True) -> None:
        """Not acknowledged. Events are planned again; a person is shown the failure."""
        with self._lock:
            if self.under_way.pop(delivery.id, None) is None:
                return
            delivery.failure = failure
            if delivery.kind == EVENTS:
                if retry and delivery.attempt < len(RETRY_AFTER):
                    self._plan_retry(delivery, reason)
            elif delivery.on_failure:
                delivery.on_failure(failure)
        delivery.done.set()

    def _plan_retry(self, delivery: Delivery, reason: str) -> None:
        attempt = delivery.attempt + 1
        following = Delivery(self._ids.uuid("envelope"), EVENTS, delivery.payload, attempt, reason)
        self._timetable.after(RETRY_AFTER[delivery.attempt], lambda: self._send(following))

    def find_event(self, event_id: str | None) -> Delivery | None:
        """The last delivery of this event, or of any event."""
        events = (d for d in reversed(self.log) if d.kind == EVENTS)
        return next((d for d in events if event_id is None or d.event_id == event_id), None)

    @property
    def is_idle(self) -> bool:
        """Nothing is waiting for an acknowledgement."""
        return not self.under_way and not self._held
