"""The outbox as a coordinator sees it: what is stuck and why, try again, let it be, and whether delivery is alive."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.outbox.records import Heartbeat, OutboxRow, State
from bot.outbox.values import OWN_KINDS, STALE, TROUBLE_WINDOW, Health, Trouble, Waiting, waiting_of
from bot.problems import PersonError
from bot.store.engine import Store

STALLED_AFTER = timedelta(minutes=5)
DOUBTFUL = "doubtful"
KEEP = timedelta(days=400)


class OutboxDesk:
    """Looking at the outbox and mending it. Whether a person may do so is checked by the caller (Act.SEE_DELIVERY)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def dead(self, most: int = 50) -> tuple[Waiting, ...]:
        """What was given up, newest first."""
        return self._rows(State.DEAD, most)

    def rows(self, state: State | None = None, most: int = 50) -> tuple[Waiting, ...]:
        """Rows in one state; without one, everything that is not finished and everything dead."""
        if state is not None:
            return self._rows(state, most)
        unfinished = (State.WAITING, State.SENDING, State.UNKNOWN, State.DEAD)
        return self._rows(unfinished, most)

    def retry(self, row_id: int) -> Waiting:
        """Has a dead row sent again; one that may already have been posted is looked up in history first.

        Raises PersonError when there is no dead row with this number.
        """
        now = self._clock.now()
        with self._store.write() as session:
            row = self._dead(session, row_id)
            doubtful = (row.reason or "").startswith(DOUBTFUL)
            row.state = State.UNKNOWN if doubtful else State.WAITING
            row.look_at = now if doubtful else None
            row.not_before = row.due_at = row.changed_at = now
            row.not_after, row.attempts, row.reason, row.worker, row.lease_until = None, 0, None, None, None
            return waiting_of(row)

    def dismiss(self, row_id: int) -> Waiting:
        """Lets a dead row be. Raises PersonError when there is no dead row with this number."""
        with self._store.write() as session:
            row = self._dead(session, row_id)
            row.state, row.reason, row.changed_at = State.DROPPED, "dismissed", self._clock.now()
            return waiting_of(row)

    def trouble(self, window_end: datetime) -> Trouble | None:
        """What died or came too late in one window, as things are now; None when all of it was mended meanwhile."""
        since = (OutboxRow.changed_at >= window_end - TROUBLE_WINDOW, OutboxRow.changed_at < window_end)
        theirs = OutboxRow.kind.not_like(f"{OWN_KINDS}%")
        late = (
            select(OutboxRow.kind, func.count())
            .where(OutboxRow.state == State.DROPPED, OutboxRow.reason == STALE, *since, theirs)
            .group_by(OutboxRow.kind).order_by(OutboxRow.kind)
        )  # fmt: skip
        with self._store.read() as session:
            dead = session.scalars(
                select(OutboxRow).where(OutboxRow.state == State.DEAD, *since, theirs).order_by(OutboxRow.id)
            ).all()
            stale = tuple((kind, count) for kind, count in session.execute(late))
        return Trouble(tuple(waiting_of(row) for row in dead), stale) if dead or stale else None

    def health(self) -> Health:
        """Counts and one sentence when delivery has stalled."""
        now = self._clock.now()
        overdue_since = now - STALLED_AFTER
        with self._store.read() as session:
            counts = {State(state): count for state, count in session.execute(
                select(OutboxRow.state, func.count())
                .where(OutboxRow.state.in_((State.WAITING, State.UNKNOWN, State.DEAD))).group_by(OutboxRow.state)
            )}  # fmt: skip
            late = (OutboxRow.state == State.WAITING, OutboxRow.not_before < overdue_since)
            overdue, oldest = session.execute(select(func.count(), func.min(OutboxRow.not_before)).where(*late)).one()
            beat = session.get(Heartbeat, "delivery")
        last = beat.at if beat else None
        halted = beat.halted_because if beat else None
        return Health(
            last, counts.get(State.WAITING, 0), int(overdue), oldest, counts.get(State.UNKNOWN, 0),
            counts.get(State.DEAD, 0), halted, _stalled(now, last, halted, int(overdue)),
        )  # fmt: skip

    def forget_old(self) -> int:
        """Removes rows finished more than 400 days ago. Dead ones stay until somebody decides."""
        before = self._clock.now() - KEEP
        done = (OutboxRow.state.in_((State.SENT, State.DROPPED)), OutboxRow.changed_at < before)
        with self._store.write() as session:
            ids = select(OutboxRow.id).where(*done)
            session.execute(update(OutboxRow).where(OutboxRow.revises.in_(ids)).values(revises=None))
            found = session.scalars(ids).all()
            session.execute(delete(OutboxRow).where(*done))
        return len(found)

    def _rows(self, state: State | tuple[State, ...], most: int) -> tuple[Waiting, ...]:
        wanted = (state,) if isinstance(state, State) else state
        query = select(OutboxRow).where(OutboxRow.state.in_(wanted)).order_by(OutboxRow.id.desc()).limit(most)
        with self._store.read() as session:
            return tuple(waiting_of(row) for row in session.scalars(query))

    def _dead(self, session: Session, row_id: int) -> OutboxRow:
        row = session.get(OutboxRow, row_id, with_for_update=True)
        if row is None or row.state != State.DEAD:
            sentence = f"There is no undelivered message number {row_id}. It may be retried or dismissed already."
            raise PersonError(sentence)
        return row


def _stalled(now: datetime, last: datetime | None, halted: str | None, overdue: int) -> str | None:
    if halted:
        return f"Nothing can be posted: Slack answers {halted}. Check the app's token and scopes."
    if last is None:
        return "Delivery has never run." if overdue else None
    if now - last > STALLED_AFTER:
        return f"Delivery last ran {int((now - last).total_seconds() // 60)} minutes ago. Is the assistant running?"
    if overdue:
        return f"{overdue} messages are more than 5 minutes late."
    return None
