"""What the directory remembers over the curated files: confirmations, corrections, room, changes and unmet needs.

No row is about a person who is helped. Staff ids stand only where somebody answers for a change.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Boolean, Date, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class ProviderState(Base):
    """What is known of a record now. One row a provider, made when first something is told about it."""

    __tablename__ = "provider_states"

    provider: Mapped[str] = mapped_column(String(80), primary_key=True, comment="the curated record's id")
    verified_on: Mapped[date | None] = mapped_column(Date)
    verified_by: Mapped[str | None] = mapped_column(String(60), comment="a role, never a person")
    verified_how: Mapped[str | None] = mapped_column(String(20))
    not_reached: Mapped[int] = mapped_column(Integer, default=0, comment="in a row; the second one pauses the record")
    paused: Mapped[str | None] = mapped_column(String(40), comment="why it is not shown: not-reached, conduct, editor")
    reported: Mapped[bool] = mapped_column(Boolean, default=False, comment="hidden until an editor has looked at it")
    room: Mapped[str | None] = mapped_column(String(12), comment="open, limited, waitlist, full, unknown")
    room_as_of: Mapped[datetime | None] = mapped_column(Moment)
    room_until: Mapped[date | None] = mapped_column(Date)
    written_on: Mapped[date | None] = mapped_column(Date, comment="the confirmation that stands in the file already")
    changed_at: Mapped[datetime] = mapped_column(Moment, index=True)


class ProviderChange(Base):
    """The change log: which field became what, by whom, when. The newest change of a field counts."""

    __tablename__ = "provider_changes"
    __table_args__ = (Index("ix_provider_changes_provider", "provider"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    provider: Mapped[str] = mapped_column(String(80))
    field: Mapped[str] = mapped_column(String(60))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(24), comment="staff id")
    at: Mapped[datetime] = mapped_column(Moment)
    correction: Mapped[str | None] = mapped_column(String(12), comment="code of the correction it came from")
    overlays: Mapped[bool] = mapped_column(Boolean, default=False, comment="counts over the file until written back")
    written: Mapped[bool] = mapped_column(Boolean, default=False, comment="stands in the file by now")


class ProviderCorrection(Base):
    """Somebody said that something is wrong (protocol P15). The words passed the identifier screen."""

    __tablename__ = "provider_corrections"
    __table_args__ = (Index("ix_provider_corrections_state", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True, comment="random; the only thing a message carries")
    provider: Mapped[str] = mapped_column(String(80), comment="empty for a new listing")
    fields: Mapped[str] = mapped_column(String(200), comment="what is wrong, comma between")
    value: Mapped[str | None] = mapped_column(Text, comment="what it should be; cleared with retention")
    known: Mapped[str] = mapped_column(String(20), comment="called, told, website, experience")
    urgent: Mapped[bool] = mapped_column(Boolean, default=False)
    by: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(Moment)
    due: Mapped[datetime] = mapped_column(Moment, comment="4 hours for a crisis line, else 5 working days")
    state: Mapped[str] = mapped_column(String(12), comment="open, published, rejected, paused, removed")
    decided_by: Mapped[str | None] = mapped_column(String(24))
    decided_at: Mapped[datetime | None] = mapped_column(Moment)


class DirectoryGap(Base):
    """How often a need found nobody in one month: broad words only, no code, no day, no person."""

    __tablename__ = "directory_gaps"
    __table_args__ = (UniqueConstraint("month", "need", "language", "area", "population", name="uq_directory_gaps_what"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7))
    need: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(8), default="")
    area: Mapped[str] = mapped_column(String(12), default="", comment="city, county, state, elsewhere or remote")
    population: Mapped[str] = mapped_column(String(30), default="")
    count: Mapped[int] = mapped_column(Integer, default=0)
