"""What the learning room remembers: who read which tour card, who vouched for which entry, and which month was told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class TourCardRead(Base):
    """One person has read one card of the tour."""

    __tablename__ = "tour_cards_read"
    __table_args__ = (UniqueConstraint("person", "card", name="uq_tour_cards_read_person_card"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(String(24), index=True)
    card: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime] = mapped_column(Moment)


class TourTaken(Base):
    """Where one person stands with the tour. No score and no attempt is kept."""

    __tablename__ = "tours_taken"

    person: Mapped[str] = mapped_column(String(24), primary_key=True)
    finished_at: Mapped[datetime | None] = mapped_column(Moment, comment="when the self-check was right")
    hidden_at: Mapped[datetime | None] = mapped_column(Moment, comment="when the person put it away from Home")


class ReviewAsked(Base):
    """An owner was asked in one month whether an entry is still right. `batch` names the message it stands in."""

    __tablename__ = "reviews_asked"
    __table_args__ = (UniqueConstraint("month", "person", "entry", name="uq_reviews_asked_month_person_entry"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7), comment="year-month")
    person: Mapped[str] = mapped_column(String(24))
    batch: Mapped[str] = mapped_column(String(12), comment="a number, or second: asked as the second person")
    entry: Mapped[str] = mapped_column(String(80), index=True)


class ReviewSaid(Base):
    """What somebody said of an entry as it was worded then. It lasts until the dates are in the file."""

    __tablename__ = "reviews_said"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry: Mapped[str] = mapped_column(String(80), index=True)
    said_by: Mapped[str] = mapped_column(String(24))
    verdict: Mapped[str] = mapped_column(String(12), comment="right or needs-work")
    wording: Mapped[str] = mapped_column(String(32), comment="digest of the entry without its dates")
    at: Mapped[datetime] = mapped_column(Moment)


class LearningMonth(Base):
    """A month whose round of reviews, or whose note, has been written into the outbox."""

    __tablename__ = "learning_months"

    month: Mapped[str] = mapped_column(String(7), primary_key=True, comment="year-month")
    what: Mapped[str] = mapped_column(String(12), primary_key=True, comment="reviews or note")
    entries: Mapped[int] = mapped_column(Integer, default=0, comment="how many were due then")
    at: Mapped[datetime] = mapped_column(Moment)
