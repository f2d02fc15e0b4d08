"""What the answers room remembers: counts without words, and questions somebody chose to send to a coordinator."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class TopicCount(Base):
    """How often an entry was shown, helped, or was not what somebody meant, in one month. No words, no people."""

    __tablename__ = "topic_counts"
    __table_args__ = (UniqueConstraint("month", "topic", "outcome", name="uq_topic_counts_month_topic_outcome"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7), comment="year-month, the smallest period kept")
    topic: Mapped[str] = mapped_column(String(80), comment="entry id, or a theme for what nobody could answer")
    outcome: Mapped[str] = mapped_column(String(20), comment="shown, helped, not-meant, unsure, off-topic, card")
    count: Mapped[int] = mapped_column(Integer, default=0)


class CoordinatorQuestion(Base):
    """Words a member pressed Send on, after the identifier screen. Cleared 30 days after it was answered."""

    __tablename__ = "coordinator_questions"
    __table_args__ = (Index("ix_coordinator_questions_state", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True, comment="random; the only thing a message carries")
    asked_by: Mapped[str] = mapped_column(String(24))
    words: Mapped[str | None] = mapped_column(Text, comment="as sent by the member; null after retention")
    nearest: Mapped[str | None] = mapped_column(String(80), comment="the entry that came nearest")
    state: Mapped[str] = mapped_column(String(12), comment="open, answered, closed")
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[str | None] = mapped_column(String(24))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)


class ThreadSubject(Base):
    """Which entry a thread is about, so that a follow-up keeps its subject after a restart. Forgotten after a day."""

    __tablename__ = "thread_subjects"

    place: Mapped[str] = mapped_column(String(60), primary_key=True, comment="channel id and thread ts")
    entry: Mapped[str | None] = mapped_column(String(80), comment="entry id; null when nothing was found yet")
    at: Mapped[datetime] = mapped_column(Moment, index=True)
