"""What is remembered of action items: the item, whose it is, who follows it, what happened, what was said to whom."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class ActionItem(Base):
    """Something somebody has promised to do. Its words passed the identifier screen."""

    __tablename__ = "action_items"
    __table_args__ = (
        Index("ix_action_items_state_due", "state", "due"),
        Index("ix_action_items_agency_state", "agency", "state"),
        Index("ix_action_items_batch", "batch"),
        Index("ix_action_items_ask_at", "state", "ask_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True, comment="random; what notifications say")
    batch: Mapped[str] = mapped_column(String(12), comment="items kept in one go, such as pasted minutes")
    words: Mapped[str] = mapped_column(Text, comment="what is to be done, as typed by a member")
    state: Mapped[str] = mapped_column(String(10), comment="open, blocked, done, dropped")
    due: Mapped[datetime | None] = mapped_column(Moment)
    due_zone: Mapped[str] = mapped_column(String(60), comment="IANA zone the due day was agreed in")
    has_time: Mapped[bool] = mapped_column(default=False)
    ask_at: Mapped[datetime | None] = mapped_column(Moment, comment="no due date yet: when to ask the creator")
    agency: Mapped[str | None] = mapped_column(String(60))
    source: Mapped[str | None] = mapped_column(String(400), comment="permalink, or id of an agenda item or decision")
    created_by: Mapped[str] = mapped_column(String(24))
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    done_by: Mapped[str | None] = mapped_column(String(24))
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    state_before: Mapped[str | None] = mapped_column(String(10), comment="what undo goes back to")
    blocked_because: Mapped[str | None] = mapped_column(Text)


class Assignment(Base):
    """Whose item it is: a person, or a seat that outlives whoever sits on it."""

    __tablename__ = "action_assignments"
    __table_args__ = (Index("ix_action_assignments_next_at", "next_at"), Index("ix_action_assignments_user", "user"))

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("action_items.id"), index=True)
    user: Mapped[str | None] = mapped_column(String(24))
    seat: Mapped[str | None] = mapped_column(String(60), index=True)
    snoozed_until: Mapped[date | None] = mapped_column(Date)
    warned_on: Mapped[date | None] = mapped_column(Date, comment="told that the agency lead will hear of it")
    next_at: Mapped[datetime | None] = mapped_column(Moment, comment="when to look at it again; null: never")


class Watcher(Base):
    """Somebody who wants to know how it ends."""

    __tablename__ = "action_watchers"

    item_id: Mapped[int] = mapped_column(ForeignKey("action_items.id"), primary_key=True)
    user: Mapped[str] = mapped_column(String(24), primary_key=True)


class ReminderLine(Base):
    """One line of one morning's message. Its key says that this was said, so it is never said twice."""

    __tablename__ = "action_reminder_lines"
    __table_args__ = (Index("ix_action_reminder_lines_morning", "user", "said_on"),)

    item_id: Mapped[int] = mapped_column(ForeignKey("action_items.id"), primary_key=True)
    user: Mapped[str] = mapped_column(String(24), primary_key=True)
    rule: Mapped[str] = mapped_column(String(40), primary_key=True)
    on: Mapped[date] = mapped_column(Date, primary_key=True)
    said_on: Mapped[date] = mapped_column(Date, comment="local day of the message it stands in")
    escalates_on: Mapped[date | None] = mapped_column(Date)


class Happening(Base):
    """What was done to an item, by whom and when. `word` is what the person gave as a reason."""

    __tablename__ = "action_happenings"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("action_items.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    by: Mapped[str] = mapped_column(String(24))
    what: Mapped[str] = mapped_column(String(20))
    word: Mapped[str | None] = mapped_column(Text)
