"""What the outbox hands out: frozen values, never live rows. And how long to wait before trying again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.outbox.records import OutboxRow, State, Verb

TROUBLE_KIND = "outbox.trouble"
# rows of these kinds tell about delivery itself; their own failure is never told through the outbox again
OWN_KINDS = "outbox."
STALE = "stale"
TROUBLE_WINDOW = timedelta(minutes=10)
LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True)
class Standing:
    """The message an update or a pin is about, as it is known now."""

    state: State
    channel: str | None
    ts: str | None


@dataclass(frozen=True)
class Claim:
    """One row, taken by one worker until `lease_until`. `worker` is a token made for this claim alone."""

    id: int
    verb: Verb
    kind: str
    subject: str
    target: str
    thread_ts: str | None
    update_ts: str | None
    pin: bool
    marker: str
    worker: str
    attempts: int
    due_at: datetime
    first_claimed_at: datetime
    lease_until: datetime
    standing: Standing | None = None

    @property
    def is_direct(self) -> bool:
        """To a person rather than a channel."""
        return self.target.startswith(("U", "W"))


@dataclass(frozen=True)
class Waiting:
    """A row for the eyes of a coordinator: no content, there is none."""

    id: int
    kind: str
    target: str
    state: State
    reason: str
    due_at: datetime
    changed_at: datetime
    attempts: int


@dataclass(frozen=True)
class Trouble:
    """What went wrong with delivery in one window of ten minutes."""

    dead: tuple[Waiting, ...]
    stale_by_kind: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Health:
    """How delivery is doing. `stalled` is a sentence, or None when all is well."""

    last_pass: datetime | None
    waiting: int
    overdue: int
    oldest_overdue: datetime | None
    unknown: int
    dead: int
    halted_because: str | None
    stalled: str | None


@dataclass(frozen=True)
class Sweep:
    """What one sweep changed."""

    expired: int
    stale: int


def claim_of(row: OutboxRow, standing: Standing | None) -> Claim:
    """A claimed row as a value. Raises ValueError for a row nobody has claimed."""
    if row.worker is None or row.lease_until is None or row.first_claimed_at is None:
        raise ValueError(f"outbox row {row.id} is not claimed")
    return Claim(
        row.id, Verb(row.verb), row.kind, row.subject, row.target, row.thread_ts, row.update_ts, row.pin, row.marker,
        row.worker, row.attempts, row.due_at, row.first_claimed_at, row.lease_until, standing,
    )  # fmt: skip


def waiting_of(row: OutboxRow) -> Waiting:
    return Waiting(
        row.id, row.kind, row.target, State(row.state), row.reason or "", row.due_at, row.changed_at, row.attempts
    )


def wait_before(attempts: int) -> timedelta:
    """5 s, 10 s, 20 s … at most an hour: for failures that may pass by themselves."""
    return min(timedelta(seconds=5 * 2 ** min(max(attempts - 1, 0), 12)), LONGEST_WAIT)


def trouble_window(moment: datetime) -> datetime:
    """The end of the ten-minute window a moment lies in; one notice is written for each."""
    minutes = int(TROUBLE_WINDOW.total_seconds() // 60)
    start = moment.astimezone(UTC).replace(second=0, microsecond=0)
    return start - timedelta(minutes=start.minute % minutes) + TROUBLE_WINDOW
