"""Counts without a person: one number a month, a measure and a value, written in the caller's transaction."""

from __future__ import annotations

from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.intake.records import IntakeCount, ReferralGap


def count(session: Session, month: str, measure: str, value: str, by: int = 1) -> None:
    """Adds to one number. Two processes that begin the same number at once both count."""
    keys = {"month": month, "measure": measure[:40], "value": value[:60]}
    _add(session, IntakeCount, keys, by)


def count_gap(session: Session, month: str, need: str, language: str, area: str, population: str) -> None:
    keys = {"month": month, "need": need[:60], "language": language[:40], "area": area[:40], "population": population[:40]}
    _add(session, ReferralGap, keys, 1)


def _add(session: Session, model: type[IntakeCount] | type[ReferralGap], keys: dict[str, str], by: int) -> None:
    for _ in range(2):
        same = [getattr(model, name) == value for name, value in keys.items()]
        changed = session.execute(update(model).where(*same).values(count=model.count + by).returning(model.id)).first()
        if changed is not None:
            return
        try:
            with session.begin_nested():
                session.execute(insert(model).values(**keys, count=by))
            return
        except IntegrityError:
            continue
