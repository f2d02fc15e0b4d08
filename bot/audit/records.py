"""What the audit log keeps: who did which act, when, on which record. Never content, never a name of a place or a need."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class AuditEntry(Base):
    """One line of the log. The database refuses to change or delete it; `hash` covers the line and the one before."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    who: Mapped[str] = mapped_column(String(24), comment="a Slack user id, or `assistant`")
    act: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(40), comment="a record's audit key: random, and gone when the record is cleared")
    what: Mapped[str] = mapped_column(String(80), comment="a short word such as a state or a number, never content")
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
