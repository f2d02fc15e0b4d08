"""100,000 open items, 2,000 people with something due: how long is one tick before anything is sent, and how big?"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from bot.action_items.ground import MORNING, Ports
from bot.action_items.records import ActionItem, Assignment
from bot.action_items.service import ActionItems
from bot.clock import SetClock
from bot.outbox.records import OutboxRow
from bot.people.person import PersonKind
from bot.people.service import People, Profile
from bot.settings import load_settings
from bot.store.engine import Store, open_engine
from bot.store.migrate import migrate

ROOT = Path(__file__).resolve().parents[2]
ITEMS, PEOPLE, DUE_PEOPLE = 100_000, 5_000, 2_000
MORNING_HOUR = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


class Everybody:
    """Five thousand people in five zones."""

    zones = ("America/New_York", "America/Chicago", "America/Chicago", "America/Chicago", "America/New_York")

    def profile(self, user: str) -> Profile:
        return Profile(user, PersonKind.MEMBER, user, self.zones[int(user[1:]) % 5])

    def group(self, _group: str) -> frozenset[str]:
        return frozenset()

    def everybody(self) -> list[Profile]:
        return [self.profile(f"U{number:06d}") for number in range(PEOPLE)]


def fill(store: Store) -> None:
    """Items spread over the people; those of the first 2,000 have one that is looked at this morning."""
    created = MORNING_HOUR - timedelta(days=20)
    due, later = MORNING_HOUR + timedelta(hours=8), MORNING_HOUR + timedelta(days=60)
    items: list[dict[str, Any]] = []
    held: list[dict[str, Any]] = []
    for number in range(ITEMS):
        is_due = number < DUE_PEOPLE
        items.append({
            "id": number + 1, "code": f"A-{number:06d}", "batch": "x", "words": f"task {number}", "state": "open",
            "due": due if is_due else later, "due_zone": "America/Chicago", "has_time": False, "agency": "public-health",
            "created_by": "U000000", "created_at": created, "changed_at": created,
        })  # fmt: skip
        held.append({"item_id": number + 1, "user": f"U{number % PEOPLE:06d}",
                     "next_at": MORNING_HOUR - timedelta(minutes=1) if is_due else later - timedelta(days=3)})  # fmt: skip
    with store.write() as session:
        session.execute(insert(ActionItem), items)
        session.execute(insert(Assignment), held)


def run() -> list[str]:
    """One line of figures, measured in a process of its own, so that the memory is its own too."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        for step in ("fill", "measure"):
            done = subprocess.run([sys.executable, "-m", "tests.bench.action_items", step, url], capture_output=True,
                                  text=True, check=True, cwd=ROOT)  # fmt: skip
    return [done.stdout.strip()]


def main(step: str, url: str) -> int:
    if step == "fill":
        migrate(url)
        store = Store(open_engine(url))
        fill(store)
        store.close()
        return 0
    found = measure(url)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(f"{ITEMS:,} open items, {found['mornings']:.0f} people due: one tick {found['seconds']:.2f} s before sending, "
          f"an idle one {found['idle'] * 1000:.0f} ms, memory at its peak {peak:.0f} MB")  # fmt: skip
    return 0


def measure(url: str) -> dict[str, float]:
    """Seconds of the first tick and of an idle one, and how many people get a message."""
    settings = load_settings({}, ROOT)
    store = Store(open_engine(url))
    clock = SetClock(MORNING_HOUR)
    people = People(settings, Everybody(), clock)
    people.warm()
    items = ActionItems(Ports(store, clock, settings, people, lambda _text: ()))
    before = time.perf_counter()
    items.tick()
    first = time.perf_counter() - before
    before = time.perf_counter()
    items.tick()
    idle = time.perf_counter() - before
    with store.read() as session:
        mornings = len(session.scalars(select(OutboxRow.id).where(OutboxRow.kind == MORNING)).all())
    store.close()
    return {"seconds": first, "idle": idle, "mornings": mornings}


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
