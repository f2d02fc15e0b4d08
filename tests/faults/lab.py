"""Runs lives, kills them, lets people work meanwhile, lets days pass, and asks for the verdict."""

from __future__ import annotations

import json
import logging
import mmap
import os
import random
import signal
import struct
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

import handlers
from bot.outbox.records import OutboxRow, State
from bot.practice import PracticeSlack
from bot.settings import load_settings
from bot.store.engine import Store, open_engine
from bot.store.migrate import migrate
from handlers.manifest import manifest
from tests.faults.action_items import ActionItems
from tests.faults.company import Company, Tally, Worker
from tests.faults.meetings import MORNING_ROUND, Meetings
from tests.faults.referrals import Referrals
from tests.faults.verdict import Verdict, rows_against_slack
from tests.town import ROOT, _some_keys

START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
METHODS = (
    "chat.postMessage", "chat.update", "conversations.history", "conversations.replies", "conversations.open", "users.info",
    "views.open",
)  # fmt: skip
KINDS = ("ratelimited", "server_error", "slow", "lost_before", "lost_after")
FAULTY_CALLS = 0.30
DUPLICATES = 0.20
COMPANIES: dict[str, type[ActionItems] | type[Meetings] | type[Referrals]] = {
    "action-items": ActionItems, "meetings": Meetings, "referrals": Referrals,
}  # fmt: skip
DAY_EVERY = 12
KILLED_AT_BIRTH = 0.1
LONGEST_BIRTH = 10.0
LONGEST_DRAIN = 1200.0


@dataclass(frozen=True)
class Plan:
    """How hard, on what, with how many processes at once."""

    kills: int
    database_url: str
    workers: int = 1
    naive: bool = False
    seed: int = 1
    shortest_life: float = 0.05
    longest_life: float = 1.2
    companies: tuple[str, ...] = tuple(COMPANIES)


class Lab:
    """One run. Everything it starts it also ends, by process id."""

    def __init__(self, plan: Plan, folder: Path, say: Callable[[str], None] = lambda _: None) -> None:
        self.plan, self._folder, self._say = plan, folder, say
        self._random = random.Random(plan.seed)
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # it tells of every caller that is killed
        self._home = _home(folder)
        self._clock_file = folder / "clock"
        self._clock_file.write_bytes(struct.pack("d", 0.0))
        self._clock_map = mmap.mmap(os.open(self._clock_file, os.O_RDWR), 8)
        self.tally = Tally()
        base = load_settings({}, self._home)
        self.slack = PracticeSlack(manifest(base, handlers.register), start=START, rate_limits=False).start()
        # a run's verdict reads every envelope, not only the latest
        self.slack._w.courier.log = deque(maxlen=1_000_000)
        self.companies: list[Company] = [COMPANIES[name](self.slack, self.tally, self._now) for name in plan.companies]
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.bot", str(self._home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, cwd=ROOT, env=_environment(),
        )  # fmt: skip
        assert self._parent.stdout and self._parent.stdout.readline().strip() == "ready"
        self._alive: list[int] = []
        self._resting = threading.Event()
        self._over = threading.Event()
        self._set_clock()

    def run(self) -> Verdict:
        """The whole run: kills, then a quiet time in which everything must come to its end."""
        migrate(self.plan.database_url)
        hands = [worker for company in self.companies for worker in company.workers()]
        people = [threading.Thread(target=self._work, args=(hand, n), daemon=True) for n, hand in enumerate(hands)]
        try:
            self._set_faults()
            self.slack.set_faults(duplicates=DUPLICATES, shuffle=True)
            for person in people:
                person.start()
            self._kill_many()
            self._over.set()
            for person in people:
                person.join(timeout=30)
            return self._drain_and_judge()
        finally:
            self.close()

    def close(self) -> None:
        self._over.set()
        for pid in self._alive:
            _kill(pid)
        if self._parent.stdin:
            self._parent.stdin.close()
        self._parent.wait(timeout=10)
        self.slack.stop()

    def _kill_many(self) -> None:
        for number in range(1, self.plan.kills + 1):
            while len(self._alive) < self.plan.workers:
                self._alive.append(self._begin_life())
            self._let_live()
            victim = self._alive.pop(self._random.randrange(len(self._alive)))
            before = self.slack.connections
            _kill(victim)
            self._until_noticed(before)
            if number % DAY_EVERY == 0:
                self._time_passes()
            if number % 50 == 0:
                self._say(f"{number} kills, {self.tally.deeds} deeds, {self.tally.told_yes} acknowledged")

    def _until_noticed(self, before: int) -> None:
        """Slack sees that the connection is gone, so that the next life is not taken for one that stands already."""
        last = time.monotonic() + 1.0
        while before and self.slack.connections >= before and time.monotonic() < last:
            time.sleep(0.005)

    def _let_live(self) -> None:
        """Most are killed at work, at a random moment after they are connected; some while they are being born."""
        if self._random.random() < KILLED_AT_BIRTH:
            time.sleep(self._random.uniform(0.0, 0.5))
            return
        last = time.monotonic() + LONGEST_BIRTH
        while not self.slack.connections and time.monotonic() < last:
            time.sleep(0.01)
        time.sleep(self._random.uniform(self.plan.shortest_life, self.plan.longest_life))

    def _time_passes(self, hours: float = 12) -> None:
        """While nobody lives, so that no call is under way when the clock jumps."""
        self._resting.set()
        for pid in self._alive:
            _kill(pid)
        self._alive.clear()
        time.sleep(0.6)
        self.slack.advance(hours * 3600)
        self._set_clock()
        self._resting.clear()

    def _drain_and_judge(self) -> Verdict:
        """No kills and no faults any more: a life of its own brings everything to its end."""
        self.slack.clear_faults()
        store = Store(open_engine(self.plan.database_url))
        for _ in range(4):
            self._time_passes(hours=1.1)  # no row waits longer than an hour for its next attempt
            while len(self._alive) < self.plan.workers:
                self._alive.append(self._begin_life())
            self._until_quiet(store)
        self.slack.settle()
        for pid in self._alive:
            _kill(pid)
        self._alive.clear()
        verdict = Verdict(kills=self.plan.kills)
        rows_against_slack(verdict, store, self.slack)
        for company in self.companies:
            company.judge(verdict, store)
        verdict.deeds, verdict.told_yes = self.tally.deeds, self.tally.told_yes
        store.close()
        return verdict

    def _until_quiet(self, store: Store) -> None:
        last = time.monotonic() + LONGEST_DRAIN / 4
        steady: tuple[Any, ...] | None = None
        since = time.monotonic()
        while time.monotonic() < last:
            time.sleep(0.5)
            found = self._left_to_do(store)
            if found[0] or found != steady:
                steady, since = found, time.monotonic()
            elif time.monotonic() - since > 2:
                break

    def _left_to_do(self, store: Store) -> tuple[Any, ...]:
        now, earlier = self._now(), aliased(OutboxRow)
        # a change of a message that is planned for later still waits for that message
        later = (earlier.state == State.WAITING, earlier.not_before > now)
        is_held = select(earlier.id).where(earlier.id == OutboxRow.revises, *later)
        with store.read() as session:
            due = or_(OutboxRow.state.in_((State.SENDING, State.UNKNOWN)),
                      (OutboxRow.state == State.WAITING) & (OutboxRow.not_before <= now) & ~is_held.exists())  # fmt: skip
            left = session.scalar(select(func.count(OutboxRow.id)).where(due))
            total = session.scalar(select(func.count(OutboxRow.id)))
        return left, total

    def _begin_life(self) -> int:
        order = {
            "home": str(self._home), "database_url": self.plan.database_url, "api_url": self.slack.api_url,
            "bot_token": self.slack.bot_token, "app_token": self.slack.app_token,
            "signing_secret": self.slack.signing_secret, "keys": _some_keys(), "clock": str(self._clock_file),
            "naive": self.plan.naive,
        }  # fmt: skip
        assert self._parent.stdin and self._parent.stdout
        self._parent.stdin.write(json.dumps(order) + "\n")
        self._parent.stdin.flush()
        return int(self._parent.stdout.readline())

    def _set_faults(self) -> None:
        each = 1 - (1 - FAULTY_CALLS) ** (1 / len(KINDS))
        for method in METHODS:
            for kind in KINDS:
                self.slack.add_fault(method, kind, times=None, seconds=0.3 if kind == "slow" else 1.0, chance=each)

    def _work(self, next_deed: Worker, number: int) -> None:
        """One pair of hands: rests while days pass, and mostly waits while nobody is there."""
        mine = random.Random(f"{self.plan.seed}|{number}")
        while not self._over.is_set():
            nobody_there = not self.slack.connections and mine.random() > 0.05
            if self._resting.is_set() or nobody_there:
                time.sleep(0.03)
                continue
            with suppress(LookupError):
                next_deed(mine)
            time.sleep(mine.uniform(0.0, 0.15))

    def _now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + struct.unpack("d", self._clock_map[:8])[0], UTC)

    def _set_clock(self) -> None:
        shift = self.slack.now().timestamp() - time.time()
        self._clock_map[:8] = struct.pack("d", shift)


def _home(folder: Path) -> Path:
    """The sample city with short leases, so that a run does not wait minutes after each kill."""
    home = folder / "home"
    home.mkdir()
    settings = yaml.safe_load((ROOT / "app.yaml").read_text())
    text = (ROOT / "app.yaml").read_text()
    assert "delivery" in settings
    text = text.replace("delivery:\n  settle_seconds: 90", (
        "delivery:\n  settle_seconds: 2\n  lease_seconds: 4\n  poll_seconds: 1\n  messages_per_second_per_channel: 50\n"
        "  give_up_after_hours: 20000"  # days pass here between two attempts: giving up is tried elsewhere
    ))  # fmt: skip
    text = text.replace("semantic: yes", "semantic: no") + MORNING_ROUND
    (home / "app.yaml").write_text(text)
    for name in ("knowledge", "protocols"):
        if (ROOT / name).exists():
            (home / name).symlink_to(ROOT / name)
    return home


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV") if name in os.environ}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"}


def _kill(pid: int) -> None:
    """SIGKILL, and waits until it is gone. Only for process ids this lab began."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    for _ in range(500):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.002)
