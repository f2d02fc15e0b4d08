"""One process does a month's work, once, whatever else starts at the same moment."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.learning.records import LearningMonth


def claim(session: Session, month: str, what: str, entries: int, now: datetime) -> bool:
    """Takes the month's work inside the caller's transaction. False: it is done, or being done, elsewhere."""
    if session.get(LearningMonth, (month, what)) is not None:
        return False
    try:
        with session.begin_nested():
            session.execute(insert(LearningMonth).values(month=month, what=what, entries=entries, at=now))
    except IntegrityError:
        return False
    return True
