"""Once only: the key of a Slack delivery is kept in the transaction of its effect, so that it takes effect once.

The key is, after house.md: event_id; view id + hash; action user + ts; command trigger.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import String, Text, delete, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.store.types import Base, Moment

KEEP = timedelta(days=7)


class HandledDelivery(Base):
    """A delivery whose effect is committed, and what it was told."""

    __tablename__ = "handled_deliveries"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    told: Mapped[str | None] = mapped_column(Text, comment="a short code of the first answer, never anybody's words")
    at: Mapped[datetime] = mapped_column(Moment, index=True)


def first_time(session: Session, key: str, now: datetime) -> bool:
    """Claims a delivery key inside the caller's transaction. False: it was handled before, so change nothing.

    An empty key (a call that did not come from Slack) is always the first time.
    """
    if not key:
        return True
    try:
        with session.begin_nested():
            session.execute(insert(HandledDelivery).values(key=key[:200], at=now))
    except IntegrityError:
        return False
    return True


def remember_answer(session: Session, key: str, told: str) -> None:
    """Keeps what the first delivery was told, for a redelivery to be told the same."""
    row = session.get(HandledDelivery, key[:200]) if key else None
    if row is not None:
        row.told = told


def told_before(session: Session, key: str) -> str | None:
    row = session.get(HandledDelivery, key[:200])
    return None if row is None else row.told


def forget_old(session: Session, now: datetime) -> None:
    """Slack redelivers within the hour at most a day; a week is kept."""
    session.execute(delete(HandledDelivery).where(HandledDelivery.at < now - KEEP))
