"""Legal holds: while counsel has one set, retention deletes nothing it covers (rules.md R23). Reads and writes in a session."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.service import note
from bot.intake.records import LegalHold

EVERYTHING = "everything"
CLASSES = (EVERYTHING, "referrals", "checklists", "concerns", "gaps")


def is_held(session: Session, covers: str) -> bool:
    """Whether a hold on this class, or on everything, stands."""
    query = select(LegalHold.id).where(LegalHold.lifted_at.is_(None), LegalHold.covers.in_((EVERYTHING, covers)))
    return session.scalars(query.limit(1)).first() is not None


def set_hold(session: Session, covers: str, by: str, now: datetime) -> None:
    """Raises ValueError for a class there is none of."""
    if covers not in CLASSES:
        raise ValueError(f"a hold covers one of: {', '.join(CLASSES)}")
    if not any(hold.covers == covers for hold in standing(session)):
        session.add(LegalHold(covers=covers, set_at=now, set_by=by[:24]))
        note(session, by[:24], "hold-set", now, what=covers)


def lift_hold(session: Session, covers: str, by: str, now: datetime) -> int:
    """How many were lifted. What waited is deleted by the next pass of retention."""
    found = [hold for hold in standing(session) if hold.covers == covers]
    for hold in found:
        hold.lifted_at = now
        note(session, by[:24], "hold-lifted", now, what=covers)
    return len(found)


def standing(session: Session) -> list[LegalHold]:
    return list(session.scalars(select(LegalHold).where(LegalHold.lifted_at.is_(None)).order_by(LegalHold.id)))
