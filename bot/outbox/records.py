"""What is remembered of each thing to be said: its kind and subject, never its words. And when delivery last ran."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class State(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DEAD = "dead"
    DROPPED = "dropped"


class Verb(StrEnum):
    POST = "post"
    UPDATE = "update"
    PIN = "pin"


class OutboxRow(Base):
    """Something to be posted. Rendered when it is sent, as things are then."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_state_not_before", "state", "not_before"),
        Index("ix_outbox_subject", "kind", "subject"),
        Index("ix_outbox_revises", "revises", "state"),
        Index("ix_outbox_state_changed_at", "state", "changed_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(200), unique=True, comment="rule, subject and local date")
    verb: Mapped[str] = mapped_column(String(10), default=Verb.POST)
    kind: Mapped[str] = mapped_column(String(60), comment="which announcement renders it")
    subject: Mapped[str] = mapped_column(String(120), comment="id of what it is about")
    target: Mapped[str] = mapped_column(String(40), comment="a channel id, or a user id for a direct message")
    thread_ts: Mapped[str | None] = mapped_column(String(24))
    update_ts: Mapped[str | None] = mapped_column(String(24), comment="set: change this message instead of posting")
    revises: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), comment="the row whose message it is about")
    pin: Mapped[bool] = mapped_column(default=False, comment="pin the message once it is posted")
    marker: Mapped[str] = mapped_column(String(32), unique=True, comment="opaque random key in message metadata")
    state: Mapped[str] = mapped_column(String(10), default=State.WAITING)
    not_before: Mapped[datetime] = mapped_column(Moment)
    not_after: Mapped[datetime | None] = mapped_column(Moment)
    due_at: Mapped[datetime] = mapped_column(Moment, comment="the first not_before: giving up is counted from here")
    first_claimed_at: Mapped[datetime | None] = mapped_column(Moment, comment="history is read from here on")
    lease_until: Mapped[datetime | None] = mapped_column(Moment)
    look_at: Mapped[datetime | None] = mapped_column(Moment, comment="unknown: when history is read")
    worker: Mapped[str | None] = mapped_column(String(40), comment="one random token a claim")
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    reason: Mapped[str | None] = mapped_column(String(80), comment="Slack's error code or our own, never content")
    channel: Mapped[str | None] = mapped_column(String(24))
    ts: Mapped[str | None] = mapped_column(String(24))
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class ChannelPace(Base):
    """When the next message may go to a channel or person; shared by every process that delivers."""

    __tablename__ = "outbox_pace"

    target: Mapped[str] = mapped_column(String(40), primary_key=True)
    free_at: Mapped[datetime] = mapped_column(Moment)


class Heartbeat(Base):
    """That a background task is alive, and what stops it if it is stopped."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    halted_because: Mapped[str | None] = mapped_column(String(80), comment="Slack's error code")
