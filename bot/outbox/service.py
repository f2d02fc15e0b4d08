"""The outbox's verbs for whoever delivers: claim, mark, reconcile, give up. One method is one transaction.

A claim is a compare-and-swap with a lease, so several processes may deliver at once on SQLite and on PostgreSQL.
Calling Slack is left to `handlers/delivery.py`; looking at the outbox as a person is left to `desk.py`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, and_, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from bot.clock import Clock
from bot.outbox.records import ChannelPace, Heartbeat, OutboxRow, State, Verb
from bot.outbox.values import (
    LONGEST_WAIT,
    OWN_KINDS,
    STALE,
    TROUBLE_KIND,
    Claim,
    Standing,
    Sweep,
    claim_of,
    trouble_window,
    wait_before,
)  # fmt: skip
from bot.outbox.writing import enqueue, pin_posted
from bot.settings import Delivery
from bot.store.engine import Store

FINISHED = (State.SENT, State.DEAD, State.DROPPED)
BEAT_EVERY = timedelta(seconds=15)
FEWEST_TRIES = 12
Also = Callable[[Session, datetime], None]


class Outbox:
    """Hands rows out to be delivered and keeps what became of them."""

    def __init__(self, store: Store, clock: Clock, rules: Delivery, coordinators: str) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._coordinators = coordinators

    @property
    def lease(self) -> timedelta:
        return timedelta(seconds=self._rules.lease_seconds)

    @property
    def settle(self) -> timedelta:
        """How long a doubtful call may still land before history is believed."""
        return timedelta(seconds=self._rules.settle_seconds)

    def sweep(self) -> Sweep:
        """Expired leases become unknown, rows past not_after are dropped, doubtful changes in place wait again."""
        now = self._clock.now()
        with self._store.write() as session:
            expired = self._expire_leases(session, now)
            again = {"state": State.WAITING, "worker": None, "not_before": now, "changed_at": now, "look_at": None}
            # to change or to pin twice is the same as once: no need to look first
            _update(session, again, OutboxRow.state == State.UNKNOWN, OutboxRow.verb != Verb.POST, self._may_look(now))
            stale = _update(
                session, {"state": State.DROPPED, "reason": STALE, "changed_at": now},
                OutboxRow.state == State.WAITING, OutboxRow.not_after < now,
            )  # fmt: skip
            if stale:
                self._tell(session, now)
        return Sweep(expired, stale)

    def due(self, most: int = 200) -> list[int]:
        """Ids of rows that may be sent now, longest due first, one for each channel and person."""
        now, earlier = self._clock.now(), aliased(OutboxRow)
        query = (
            select(OutboxRow.id, OutboxRow.target)
            .outerjoin(ChannelPace, ChannelPace.target == OutboxRow.target)
            .outerjoin(earlier, earlier.id == OutboxRow.revises)
            .where(OutboxRow.state == State.WAITING, OutboxRow.not_before <= now, _is_free(now, or_none=True))
            .where(or_(OutboxRow.revises.is_(None), earlier.state.in_(FINISHED)), ~_busy_follower())
            .order_by(OutboxRow.not_before, OutboxRow.id)
            .limit(most)
        )
        with self._store.read() as session:
            found: dict[str, int] = {}
            for row_id, target in session.execute(query):
                found.setdefault(target, row_id)
        return list(found.values())

    def held_by_pace(self) -> timedelta | None:
        """How long until the next row that is due may go, if only the pace of its channel holds it back; else None."""
        now = self._clock.now()
        soon = now + timedelta(seconds=2)
        query = (
            select(ChannelPace.free_at)
            .join(OutboxRow, OutboxRow.target == ChannelPace.target)
            .where(OutboxRow.state == State.WAITING, OutboxRow.not_before <= now, ChannelPace.free_at <= soon)
            .where(ChannelPace.free_at > now, ~_busy_follower())
            .order_by(ChannelPace.free_at).limit(1)
        )  # fmt: skip
        with self._store.read() as session:
            found = session.scalars(query).first()
        return None if found is None else found - now

    def claim(self, row_id: int) -> Claim | None:
        """Takes a waiting row before anything is sent. None: somebody else did, or its channel must wait."""
        now = self._clock.now()
        with self._store.write() as session:
            target = session.scalars(select(OutboxRow.target).where(OutboxRow.id == row_id)).first()
            if target is None or not self._take_turn(session, target, now):
                return None
            taken = {
                "state": State.SENDING, "worker": secrets.token_hex(8), "lease_until": now + self.lease,
                "attempts": OutboxRow.attempts + 1, "changed_at": now, "reason": None, "look_at": None,
            }  # fmt: skip
            waiting = (OutboxRow.id == row_id, OutboxRow.state == State.WAITING, OutboxRow.not_before <= now)
            if not _update(session, taken, *waiting, ~_busy_follower()):
                return None
            _update(session, {"first_claimed_at": now}, OutboxRow.id == row_id, OutboxRow.first_claimed_at.is_(None))
            return self._claimed(session, row_id)

    def doubtful(self, most: int = 20) -> list[Claim]:
        """Unknown rows whose settle time is over, each leased to this worker so that one process looks."""
        now = self._clock.now()
        ripe = (OutboxRow.state == State.UNKNOWN, OutboxRow.verb == Verb.POST, self._may_look(now))
        unleased = or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= now)
        with self._store.write() as session:
            ids = session.scalars(select(OutboxRow.id).where(*ripe, unleased).order_by(OutboxRow.id).limit(most)).all()
            taken = []
            for row_id in ids:
                lease = {"worker": secrets.token_hex(8), "lease_until": now + self.lease, "attempts": OutboxRow.attempts + 1}
                if _update(session, lease, OutboxRow.id == row_id, *ripe, unleased):
                    taken.append(self._claimed(session, row_id))
        return taken

    def has_time(self, claim: Claim) -> bool:
        """Half of the lease is left: a call begun now ends before anybody doubts it."""
        return self._clock.now() < claim.lease_until - self.lease / 2

    def sent(self, claim: Claim, channel: str, ts: str | None) -> None:
        """Slack has it. Right even when the lease ran out meanwhile: a fact outweighs a doubt."""
        now = self._clock.now()
        done = {"state": State.SENT, "channel": channel, "ts": ts, "reason": None, "lease_until": None}
        with self._store.write() as session:
            kept = OutboxRow.state.in_((State.SENDING, State.UNKNOWN, State.WAITING))
            if _update(session, done | {"changed_at": now}, OutboxRow.id == claim.id, kept) and claim.pin and ts:
                pin_posted(session, session.get_one(OutboxRow, claim.id), now)

    def unknown(self, claim: Claim, reason: str) -> None:
        """Nobody knows whether Slack has it: look after the settle time."""
        look_at = self._clock.now() + self.settle
        self._change(claim, {"state": State.UNKNOWN, "look_at": look_at, "lease_until": None, "reason": reason[:80]})

    def later(self, claim: Claim, reason: str, wait: timedelta | None = None, *, its_channel: bool = False) -> None:
        """Nothing was sent, and it may work later. Gives up after the time app.yaml sets, counted from when it was due.

        `its_channel`: everything else for the same channel or person waits too (Slack's Retry-After).
        """
        now = self._clock.now()
        until = now + min(wait or wait_before(claim.attempts), LONGEST_WAIT)
        back = {"state": State.WAITING, "not_before": until, "lease_until": None, "reason": reason[:80]}

        def also(session: Session, _now: datetime) -> None:
            if its_channel:
                session.execute(update(ChannelPace).where(ChannelPace.target == claim.target).values(free_at=until))

        if self._is_hopeless(claim, now):
            self.never(claim, f"gave up: {reason}")
        else:
            self._change(claim, back, also)

    def give_back(self, claim: Claim, reason: str) -> None:
        """Nothing can go out at all now (the app's own token or scopes): the row waits and loses no attempt."""
        wait = self._clock.now() + timedelta(minutes=1)
        back = {"state": State.WAITING, "not_before": wait, "lease_until": None, "attempts": claim.attempts - 1}
        self._change(claim, back | {"reason": reason[:80]})

    def never(self, claim: Claim, reason: str) -> None:
        """It will not work by itself: dead, and a coordinator hears of it."""
        gone = {"state": State.DEAD, "lease_until": None, "reason": reason[:80]}
        self._change(claim, gone, None if claim.kind.startswith(OWN_KINDS) else self._tell)

    def drop(self, claim: Claim, reason: str) -> None:
        """No longer worth sending; nobody needs to hear of it."""
        self._change(claim, {"state": State.DROPPED, "lease_until": None, "reason": reason[:80]})

    def not_there(self, claim: Claim) -> None:
        """History was read and does not hold it: it waits to be posted again, or is given up when it is too old."""
        now = self._clock.now()
        if self._is_hopeless(claim, now):
            return self.never(claim, "gave up: posted and never arrived")
        again = {"state": State.WAITING, "lease_until": None, "look_at": None, "not_before": now}
        return self._change(claim, again)

    def look_later(self, claim: Claim, reason: str, wait: timedelta | None = None) -> None:
        """History could not be read just now: look again later, and give up like any other failure."""
        now = self._clock.now()
        if self._is_hopeless(claim, now):
            self.never(claim, f"doubtful: {reason}")
        else:
            look_at = now + min(wait or wait_before(claim.attempts), LONGEST_WAIT)
            self._change(claim, {"look_at": look_at, "lease_until": None, "reason": reason[:80]})

    def beat(self, halted_because: str | None = None, name: str = "delivery") -> None:
        """Says that a pass was made, at most every 15 seconds unless something changed."""
        now = self._clock.now()
        with self._store.read() as session:
            last = session.get(Heartbeat, name)
        if last and last.halted_because == halted_because and now - BEAT_EVERY < last.at <= now:
            return
        with self._store.write() as session:
            session.merge(Heartbeat(name=name, at=now, halted_because=halted_because))

    def _change(self, claim: Claim, values: dict[str, Any], also: Also | None = None) -> None:
        """Only the worker that holds the claim may say what became of it; a late word of another one is ignored."""
        now = self._clock.now()
        changed = values | {"changed_at": now}
        with self._store.write() as session:
            mine = (OutboxRow.id == claim.id, OutboxRow.worker == claim.worker, OutboxRow.state.not_in(FINISHED))
            if _update(session, changed, *mine) and also is not None:
                also(session, now)

    def _is_hopeless(self, claim: Claim, now: datetime) -> bool:
        """Long overdue and tried often: a row that waited through an outage of ours is not given up at its first try."""
        too_old = now - claim.due_at > timedelta(hours=self._rules.give_up_after_hours)
        return too_old and claim.attempts >= FEWEST_TRIES

    def _expire_leases(self, session: Session, now: datetime) -> int:
        """A lease far in the future was written by a clock that ran ahead: it counts as expired."""
        over = or_(OutboxRow.lease_until < now, OutboxRow.lease_until > now + 2 * self.lease)
        doubt: dict[str, Any] = {"state": State.UNKNOWN, "reason": "lease expired", "worker": None, "lease_until": None}
        doubt |= {"look_at": now + self.settle, "changed_at": now}
        return _update(session, doubt, OutboxRow.state == State.SENDING, over)

    def _may_look(self, now: datetime) -> Any:
        too_far = now + self.settle + 2 * LONGEST_WAIT
        return or_(OutboxRow.look_at <= now, OutboxRow.look_at > too_far, OutboxRow.look_at.is_(None))

    def _take_turn(self, session: Session, target: str, now: datetime) -> bool:
        """The channel's next free moment, moved on by compare-and-swap."""
        gap = timedelta(seconds=1 / max(self._rules.messages_per_second_per_channel, 1))
        free = update(ChannelPace).where(ChannelPace.target == target, _is_free(now)).values(free_at=now + gap)
        if _count(session.execute(free)):
            return True
        if session.get(ChannelPace, target) is not None:
            return False
        try:
            with session.begin_nested():
                session.execute(insert(ChannelPace).values(target=target, free_at=now + gap))
        except IntegrityError:
            return False
        return True

    def _claimed(self, session: Session, row_id: int) -> Claim:
        row = session.get_one(OutboxRow, row_id, populate_existing=True)
        earlier = session.get(OutboxRow, row.revises) if row.revises else None
        standing = Standing(State(earlier.state), earlier.channel, earlier.ts) if earlier else None
        return claim_of(row, standing)

    def _tell(self, session: Session, now: datetime) -> None:
        """One notice a window of ten minutes, to the coordinators' channel; it lists what is dead when it is sent."""
        end = trouble_window(now)
        subject = end.isoformat()
        enqueue(
            session, kind=TROUBLE_KIND, subject=subject, target=self._coordinators, key=f"{TROUBLE_KIND}|{subject}",
            now=now, not_before=end,
        )  # fmt: skip


def _is_free(now: datetime, *, or_none: bool = False) -> Any:
    """A free_at far in the future was written by a clock that ran ahead."""
    free = or_(ChannelPace.free_at <= now, ChannelPace.free_at > now + 2 * LONGEST_WAIT)
    return or_(ChannelPace.free_at.is_(None), free) if or_none else free


def _busy_follower() -> Any:
    """Another change of the same message is on its way: two at once could land in the wrong order."""
    other = aliased(OutboxRow)
    in_flight = other.state.in_((State.SENDING, State.UNKNOWN))
    return select(other.id).where(and_(other.revises == OutboxRow.revises, in_flight)).correlate(OutboxRow).exists()


def _update(session: Session, values: dict[str, Any], *conditions: Any) -> int:
    statement = update(OutboxRow).where(*conditions).values(**values).execution_options(synchronize_session=False)
    return _count(session.execute(statement))


def _count(result: Any) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
