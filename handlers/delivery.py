"""Outbox to Slack: claims what is due, has it sent, says what became of it, and looks doubtful ones up in history.

The rules of the outbox are `bot/outbox/service.py`; the calls themselves are `sending.py` and `history.py`.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from slack_sdk import WebClient

from bot.announcements import Announcement, UnknownKind
from bot.outbox.records import State, Verb
from bot.outbox.values import Claim
from bot.people.person import PersonKind
from bot.services import Services
from handlers.history import find_posted
from handlers.sending import CallFailed, Sender
from handlers.slack_errors import Failure, Fate

log = logging.getLogger("taskforce.delivery")


@dataclass
class Summary:
    """What one pass did. `halted_because` is Slack's error when nothing can go out at all."""

    counts: Counter[str] = field(default_factory=Counter)
    halted_because: str | None = None

    @property
    def sent(self) -> int:
        return self.counts["sent"]

    @property
    def did_something(self) -> bool:
        return self.counts.total() > 0

    def __str__(self) -> str:
        said = ", ".join(f"{count} {what}" for what, count in sorted(self.counts.items())) or "nothing due"
        return f"{said}; halted: {self.halted_because}" if self.halted_because else said


class Delivery:
    """Delivers for one process. May be used by several threads, and by several processes at once."""

    def __init__(self, services: Services, client: WebClient) -> None:
        self._services = services
        self._outbox = services.outbox
        self._sender = Sender(client)
        self._client = client

    def once(self, stop: Callable[[], bool] = lambda: False) -> Summary:
        """Everything that may go out now, one message a channel and round. Raises nothing that Slack did."""
        summary = Summary()
        swept = self._outbox.sweep()
        summary.counts.update({name: count for name, count in vars(swept).items() if count})
        for claim in self._outbox.doubtful():
            summary.counts[self._look(claim)] += 1
        while not stop() and summary.halted_because is None:
            claims = 0
            for row_id in self._outbox.due():
                if stop() or summary.halted_because:
                    break
                taken = self._outbox.claim(row_id)
                if taken is not None:
                    claims += 1
                    self._deliver(taken, summary)
            if not claims:
                break
        self._outbox.beat(summary.halted_because)
        return summary

    def _deliver(self, claim: Claim, summary: Summary) -> None:
        try:
            summary.counts[self._try(claim)] += 1
        except CallFailed as failed:
            summary.counts[self._note(claim, failed.failure)] += 1
            if failed.failure.fate is Fate.HALT:
                summary.halted_because = failed.failure.reason

    def _try(self, claim: Claim) -> str:
        """Renders as things are now, checks the person, sends. Answers what became of it."""
        if claim.standing is not None and claim.standing.state is not State.SENT:
            return self._end(self._outbox.drop, claim, "nothing to change")
        if claim.verb is Verb.PIN:
            delivered = self._sender.pin(claim)
            self._outbox.sent(claim, delivered.channel, delivered.ts)
            return "pinned"
        try:
            announcement = self._services.announcements.render(claim.kind, claim.subject)
        except UnknownKind:
            return self._end(self._outbox.never, claim, "no renderer for this kind")
        except Exception as error:
            log.error("could not render row %s of kind %s: %s", claim.id, claim.kind, type(error).__name__)
            return self._end(self._outbox.later, claim, f"rendering: {type(error).__name__}")
        if announcement is None or (announcement.is_over and claim.verb is Verb.POST):
            return self._end(self._outbox.drop, claim, "no longer worth sending")
        if claim.is_direct and (refusal := self._check_person(claim, announcement)):
            return refusal
        if not self._outbox.has_time(claim):
            self._outbox.later(claim, "too slow to send in time", timedelta(0))
            return "later"
        delivered = self._sender.send(claim, announcement)
        self._outbox.sent(claim, delivered.channel, delivered.ts)
        return "sent"

    def _check_person(self, claim: Claim, announcement: Announcement) -> str | None:
        """What became of the row when this person must not get it; None when they may."""
        person = self._services.people.who(claim.target)
        if person.kind is PersonKind.UNKNOWN:
            return self._end(self._outbox.later, claim, "person could not be looked up")
        if person.kind is PersonKind.DEACTIVATED:
            return self._end(self._outbox.never, claim, "person is deactivated")
        if not announcement.suits(person):
            return self._end(self._outbox.never, claim, f"not for a {person.kind}")
        return None

    def _note(self, claim: Claim, failure: Failure) -> str:
        """Keeps what a failed call means for the row."""
        match failure.fate:
            case Fate.NEVER:
                self._outbox.never(claim, failure.reason)
            case Fate.GONE:
                self._outbox.drop(claim, failure.reason)
            case Fate.HALT:
                self._outbox.give_back(claim, failure.reason)
            case Fate.UNKNOWN:
                self._outbox.unknown(claim, failure.reason)
            case Fate.LATER:
                self._outbox.later(claim, failure.reason, failure.wait, its_channel=failure.its_channel)
        log.info("row %s of kind %s: %s (%s)", claim.id, claim.kind, failure.fate, failure.reason)
        return str(failure.fate)

    def _look(self, claim: Claim) -> str:
        """Adopts a message that landed after all, or has it posted again; where history is closed, a person looks."""
        try:
            found = find_posted(self._client, claim, self._sender.place(claim))
        except CallFailed as failed:
            failure = failed.failure
            if failure.fate is Fate.LATER:
                self._outbox.look_later(claim, failure.reason, failure.wait)
                return "look later"
            self._outbox.never(claim, f"doubtful: {failure.reason}")
            return "unreadable"
        if found is None:
            self._outbox.not_there(claim)
            return "not there"
        self._outbox.sent(claim, found.channel, found.ts)
        return "adopted"

    @staticmethod
    def _end(verb: Callable[[Claim, str], None], claim: Claim, reason: str) -> str:
        verb(claim, reason)
        return {"never": "never", "later": "later", "drop": "dropped"}[verb.__name__]


def deliver_once(services: Services, client: WebClient) -> Summary:
    """One pass over what may go out now: what `tick` does after the rooms' own work."""
    return Delivery(services, client).once()


def deliver_all(services: Services, client: WebClient, wait: Callable[[float], object] = time.sleep) -> Summary:
    """Passes until nothing is left that only its channel's pace holds back. `wait` lets seconds go by."""
    delivery, total = Delivery(services, client), Summary()
    while True:
        summary = delivery.once()
        total.counts.update(summary.counts)
        total.halted_because = summary.halted_because
        pause = services.outbox.held_by_pace()
        if pause is None or summary.halted_because:
            return total
        wait(max(pause.total_seconds(), 0.01))


class DeliveryLoop:
    """Delivers in the background until it is stopped."""

    def __init__(self, services: Services, client: WebClient, *, threads: int = 2) -> None:
        self._services = services
        self._delivery = Delivery(services, client)
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._deliver, name=f"delivery-{number}", daemon=True) for number in range(threads)
        ]

    def start(self) -> DeliveryLoop:
        for thread in self._threads:
            thread.start()
        return self

    def stop(self, seconds: float = 15.0) -> None:
        """Lets the call under way end; what is left is delivered by the next process."""
        self._stop.set()
        for thread in self._threads:
            thread.join(timeout=seconds)

    def _deliver(self) -> None:
        rest = max(self._services.settings.app.delivery.poll_seconds, 1)
        while not self._stop.is_set():
            self._stop.wait(0.2 if self._pass() else rest)

    def _pass(self) -> bool:
        """True when there was something to do. A pass that fails is logged by its kind of error and made again."""
        try:
            return self._delivery.once(self._stop.is_set).did_something
        except Exception as error:
            place = traceback.format_tb(error.__traceback__)[-1].strip()
            log.error("a pass failed: %s, %s", type(error).__name__, place)
            return False
