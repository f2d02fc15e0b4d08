"""Deleting what is due: rules.md section 4. Runs daily by the assistant's clock, says what it did, and empties the disk.

Nothing a legal hold covers is touched. That what was deleted is gone from the disk too is seen to by `disk`.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from bot.audit.service import ASSISTANT, note
from bot.intake import holds
from bot.intake.closing import clear, close, releases_of
from bot.intake.ground import Ground
from bot.intake.records import (
    Checklist,
    ChecklistStep,
    Concern,
    IntakeDraft,
    Referral,
    ReferralGap,
    ReferralState,
    Release,
    ReleaseState,
)  # fmt: skip
from bot.intake.steps import outcome_by_itself

log = logging.getLogger("taskforce")
EVERY = timedelta(hours=24)


@dataclass(frozen=True)
class Pass:
    """What one pass did."""

    drafts: int = 0
    closed: int = 0
    cleared: int = 0
    forgotten: int = 0
    checklists: int = 0
    concerns: int = 0
    gaps: int = 0

    def __str__(self) -> str:
        said = [f"{field.name} {getattr(self, field.name)}" for field in fields(self) if getattr(self, field.name)]
        return ", ".join(said) or "nothing due"


class Retention:
    """`tick` may be called at any time: drafts go when they expire, the rest once a day."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._last: datetime | None = None
        self.disk = ground.disk

    def tick(self) -> Pass | None:
        """One daily pass, or None when none is due. A clock that was set back does not stop it for ever."""
        now = self._ground.now()
        if self._last is not None and timedelta(0) <= now - self._last < EVERY:
            self._expired(now)
            self.disk.settle()
            return None
        self._last = now
        return self.run()

    def run(self) -> Pass:
        """Everything that is due now. Safe to repeat, and to interrupt."""
        ground = self._ground
        drafts = self._drafts()
        closed = self._close_by_time()
        cleared, forgotten = self._clear(), self._forget()
        with ground.store.write() as session:
            checklists, concerns, gaps = self._checklists(session), self._concerns(session), self._gaps(session)
            done = Pass(drafts, closed, cleared, forgotten, checklists, concerns, gaps)
            note(session, ASSISTANT, "retention", ground.now(), what=str(done)[:80])
        log.info("retention: %s", done)
        self.disk.owe()
        self.disk.settle()
        return done

    def set_hold(self, covers: str, by: str) -> None:
        """Raises ValueError. Counsel decides; the privacy lead sets it from the command line."""
        with self._ground.store.write() as session:
            holds.set_hold(session, covers, by, self._ground.now())

    def lift_hold(self, covers: str, by: str) -> int:
        with self._ground.store.write() as session:
            return holds.lift_hold(session, covers, by, self._ground.now())

    def standing_holds(self) -> tuple[tuple[str, datetime], ...]:
        with self._ground.store.read() as session:
            return tuple((hold.covers, hold.set_at) for hold in holds.standing(session))

    def _expired(self, now: datetime) -> None:
        with self._ground.store.read() as session:
            due = session.scalars(select(IntakeDraft.person).where(IntakeDraft.expires_at <= now).limit(1)).first()
        if due is not None and self._drafts():
            self.disk.owe()

    def _drafts(self) -> int:
        """A place kept in a flow is nobody's record yet: only a hold on everything keeps it, and nobody can go on with it."""
        with self._ground.store.write() as session:
            if holds.is_held(session, holds.EVERYTHING):
                return 0
            return _count(session.execute(delete(IntakeDraft).where(IntakeDraft.expires_at <= self._ground.now())))

    def _close_by_time(self) -> int:
        """Open for so long that nobody will close it: closed with the outcome its releases tell."""
        ground = self._ground
        before = ground.now() - timedelta(days=ground.settings.app.retention.close_referral_days)
        count = 0
        for row_id in self._ids(Referral.state == ReferralState.OPEN, Referral.created_at <= before):
            with ground.store.write() as session:
                row = session.get(Referral, row_id, with_for_update=True)
                if row is not None and row.state == ReferralState.OPEN:
                    states = [ReleaseState(release.state) for release in releases_of(session, row)]
                    close(session, ground, row, outcome_by_itself(states), ASSISTANT)
                    count += 1
        return count

    def _clear(self) -> int:
        """Closed long enough, or withdrawn while a hold stood: everything about the person and the owner is emptied."""
        ground = self._ground
        before = ground.now() - timedelta(days=ground.settings.app.retention.clear_referral_days)
        due = or_(
            (Referral.state == ReferralState.CLOSED) & (Referral.closed_at <= before),
            Referral.state == ReferralState.WITHDRAWN,
        )
        count = 0
        for row_id in self._ids(due, Referral.audit_key.is_not(None)):
            with ground.store.write() as session:
                if holds.is_held(session, "referrals"):
                    return count
                row = session.get(Referral, row_id, with_for_update=True)
                # PostgreSQL: somebody may have emptied it while this waited
                if row is not None and row.audit_key is not None:
                    note(session, ASSISTANT, "cleared", ground.now(), subject=row.audit_key)
                    clear(session, row, ground.now())
                    count += 1
        return count

    def _forget(self) -> int:
        """An emptied row is only a code and a state; that goes too, a while later."""
        ground = self._ground
        before = ground.now() - timedelta(days=2 * ground.settings.app.retention.clear_referral_days)
        due = select(Referral.id).where(Referral.audit_key.is_(None), Referral.closed_at <= before)
        with ground.store.write() as session:
            if holds.is_held(session, "referrals"):
                return 0
            session.execute(delete(Release).where(Release.referral_id.in_(due)))
            return _count(session.execute(delete(Referral).where(Referral.id.in_(due))))

    def _checklists(self, session: Session) -> int:
        if holds.is_held(session, "checklists"):
            return 0
        due = select(Checklist.id).where(Checklist.expires_at <= self._ground.now())
        session.execute(delete(ChecklistStep).where(ChecklistStep.checklist_id.in_(due)))
        return _count(session.execute(delete(Checklist).where(Checklist.expires_at <= self._ground.now())))

    def _concerns(self, session: Session) -> int:
        """A place: so many days after it was kept. A vendor: so many after it was closed, for its contract runs on."""
        if holds.is_held(session, "concerns"):
            return 0
        now, count = self._ground.now(), 0
        for row in session.scalars(select(Concern)):
            start = row.closed_at if row.kind == "vendor" else row.created_at
            if start is not None and start + timedelta(days=row.keep_days) <= now:
                session.delete(row)
                count += 1
        return count

    def _gaps(self, session: Session) -> int:
        if holds.is_held(session, "gaps"):
            return 0
        oldest = _months_back(self._ground.today(), self._ground.settings.app.retention.gap_months)
        return _count(session.execute(delete(ReferralGap).where(ReferralGap.month < oldest)))

    def _ids(self, *conditions: object) -> Sequence[int]:
        with self._ground.store.read() as session:
            return session.scalars(select(Referral.id).where(*conditions)).all()  # type: ignore[arg-type]


def _months_back(today: date, months: int) -> str:
    whole = today.year * 12 + today.month - 1 - months
    return f"{whole // 12:04}-{whole % 12 + 1:02}"


def _count(result: object) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
