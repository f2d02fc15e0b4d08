"""What is remembered of meetings: each meeting, its agenda, who comes and came, what was decided, whose turn it was."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class Meeting(Base):
    """One meeting of a series. `series` and `planned` name it for ever, also when it is moved."""

    __tablename__ = "meetings"
    __table_args__ = (
        UniqueConstraint("series", "planned", name="uq_meetings_series_planned"),
        Index("ix_meetings_state_ends", "state", "ends"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True, comment="random; what messages and buttons carry")
    series: Mapped[str] = mapped_column(String(60), comment="id in app.yaml")
    planned: Mapped[date] = mapped_column(Date, comment="the local day the rule gives")
    starts: Mapped[datetime] = mapped_column(Moment)
    ends: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(10), comment="planned, running, ended, cancelled")
    note: Mapped[str] = mapped_column(String(200), comment="why it stands on another day")
    is_called_off: Mapped[bool] = mapped_column(default=False, comment="a coordinator cancelled it")
    moved_day: Mapped[date | None] = mapped_column(Date, comment="a coordinator moved it to this day")
    moved_at: Mapped[str | None] = mapped_column(String(5), comment="and to this wall time")
    revision: Mapped[int] = mapped_column(default=0, comment="of the agenda's order: two coordinators, one wins")
    sequence: Mapped[int] = mapped_column(default=0, comment="of the invitation; grows with every change")
    invited_as: Mapped[str | None] = mapped_column(String(64), comment="digest of what the last invitation says")
    agenda_out_at: Mapped[datetime | None] = mapped_column(Moment)
    gathered_on: Mapped[date | None] = mapped_column(Date, comment="local day on which items were last gathered")
    chair: Mapped[str | None] = mapped_column(String(60), comment="agency id, fixed when the agenda goes out")
    note_taker: Mapped[str | None] = mapped_column(String(60))
    had_quorum: Mapped[bool] = mapped_column(default=False, comment="by the replies, to notice when it is lost")
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    current: Mapped[int | None] = mapped_column(comment="id of the agenda item under discussion")
    current_since: Mapped[datetime | None] = mapped_column(Moment)
    opening: Mapped[str] = mapped_column(Text, default="", comment="opening words of the minutes")
    minutes_revision: Mapped[int] = mapped_column(default=0)
    approved_by: Mapped[str | None] = mapped_column(String(24))
    approved_at: Mapped[datetime | None] = mapped_column(Moment)
    paper: Mapped[str | None] = mapped_column(Text, comment="the approved minutes, JSON of bot/meetings/paper.py")
    public_paper: Mapped[str | None] = mapped_column(Text, comment="the same without restricted items")
    opened_by: Mapped[str | None] = mapped_column(String(24), comment="who made the open-meetings check of the minutes")


class AgendaItem(Base):
    """Something to be spoken about. Its words passed the identifier screen."""

    __tablename__ = "agenda_items"
    __table_args__ = (UniqueConstraint("meeting_id", "cause", name="uq_agenda_items_meeting_id_cause"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    words: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(10), comment="inform, discuss, decide")
    minutes: Mapped[int] = mapped_column(default=0, comment="time box")
    owner: Mapped[str | None] = mapped_column(String(24), index=True)
    is_restricted: Mapped[bool] = mapped_column(default=True, comment="stays out of everything public")
    place: Mapped[int] = mapped_column(comment="order on the agenda")
    state: Mapped[str] = mapped_column(String(10), comment="waiting, discussed, decided, deferred, merged, removed")
    round: Mapped[str | None] = mapped_column(String(10), comment="done, on-track or stuck, said the day before")
    origin: Mapped[str] = mapped_column(String(12), comment="member, standing, carried, action, decision, count")
    cause: Mapped[str | None] = mapped_column(String(120), comment="what it was gathered from, once a meeting")
    link: Mapped[str | None] = mapped_column(String(400), comment="permalink of the message it is about")
    notes: Mapped[str] = mapped_column(Text, default="", comment="what was said, for the minutes")
    seconds: Mapped[int] = mapped_column(default=0, comment="how long it was spoken about")
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"))
    revision: Mapped[int] = mapped_column(default=0)
    added_by: Mapped[str] = mapped_column(String(24))
    added_at: Mapped[datetime] = mapped_column(Moment)


class SeatReply(Base):
    """The latest word about one seat before a meeting."""

    __tablename__ = "meeting_replies"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(String(60), primary_key=True)
    reply: Mapped[str] = mapped_column(String(10))
    by: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(Moment)


class SeatPresence(Base):
    """Who is in the room, by seat and never by person."""

    __tablename__ = "meeting_presence"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(String(60), primary_key=True)
    how: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(Moment)


class Decision(Base):
    """What the group decided, to be found again."""

    __tablename__ = "meeting_decisions"
    __table_args__ = (Index("ix_meeting_decisions_series_review_on", "series", "review_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    series: Mapped[str] = mapped_column(String(60))
    words: Mapped[str] = mapped_column(Text)
    moved_by: Mapped[str | None] = mapped_column(String(60), comment="agency id")
    dissent: Mapped[str] = mapped_column(String(600), default="", comment="agency ids, separated by spaces")
    to_tell: Mapped[str] = mapped_column(Text, default="", comment="who must be told, as typed")
    review_on: Mapped[date | None] = mapped_column(Date)
    reviewed_in: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    is_restricted: Mapped[bool] = mapped_column(default=True)
    with_quorum: Mapped[bool] = mapped_column(default=False)
    by: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(Moment)


class MeetingAction(Base):
    """A promise made in a meeting, as the minutes say it. Reminding is the action items' work."""

    __tablename__ = "meeting_actions"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"))
    code: Mapped[str] = mapped_column(String(12), comment="of the action item")
    words: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(String(24))
    due: Mapped[date | None] = mapped_column(Date)


class TurnSwap(Base):
    """Another agency steps in for one turn."""

    __tablename__ = "meeting_swaps"

    series: Mapped[str] = mapped_column(String(60), primary_key=True)
    planned: Mapped[date] = mapped_column(Date, primary_key=True)
    role: Mapped[str] = mapped_column(String(12), primary_key=True)
    agency: Mapped[str] = mapped_column(String(60))
    by: Mapped[str] = mapped_column(String(24))


class TurnLeave(Base):
    """An agency takes no turn between two days, both included."""

    __tablename__ = "meeting_leaves"

    id: Mapped[int] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(String(60), index=True)
    agency: Mapped[str] = mapped_column(String(60))
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    by: Mapped[str] = mapped_column(String(24))


class HandoverTick(Base):
    """One point of the handover to the next chair is done."""

    __tablename__ = "meeting_handovers"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    point: Mapped[str] = mapped_column(String(40), primary_key=True)
    by: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(Moment)
