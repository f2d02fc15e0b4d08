"""What is remembered of paid hours: whose, which day, how long, and whether they are paid. Not for what, and no word typed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class HoursEntry(Base):
    """Some hours of one day. Anybody may be paid by the hour: to stand here says nothing else about a person (R30)."""

    __tablename__ = "paid_hours"
    __table_args__ = (Index("ix_paid_hours_user", "user"), Index("ix_paid_hours_settled_at", "settled_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(String(24))
    on: Mapped[date] = mapped_column(Date, comment="the day that was worked")
    minutes: Mapped[int] = mapped_column()
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment, comment="marked as paid; deleted some time after")
