"""What the intake remembers. Whatever a person wants or needs is sealed; what is open here are codes, clocks and states.

The columns of a referral and its releases that belong to a person, and the owner, are emptied when it is cleared.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Index, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.types import Base, Moment


class ReferralState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ReleaseState(StrEnum):
    SENT = "sent"
    SEEN = "seen"
    ACCEPTED = "accepted"
    WAITLISTED = "waitlisted"
    DECLINED = "declined"
    HANDED_OVER = "handed_over"
    STOPPED = "stopped"


class ConcernState(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


class Referral(Base):
    """One referral of one adult who agreed. Nothing links it to any other."""

    __tablename__ = "referrals"
    __table_args__ = (Index("ix_referrals_state_created_at", "state", "created_at"), Index("ix_referrals_owner", "owner"))

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True, comment="random, 4 and 4; never derived from anything")
    audit_key: Mapped[str | None] = mapped_column(String(32), comment="what audit lines call this record; emptied with it")
    flow: Mapped[str] = mapped_column(String(3))
    month: Mapped[str] = mapped_column(String(7), comment="year-month, for reports")
    state: Mapped[str] = mapped_column(String(10), default=ReferralState.OPEN)
    clock: Mapped[str] = mapped_column(String(40), comment="which of the flow's clocks runs")
    acknowledge_minutes: Mapped[int]
    decide_minutes: Mapped[int]
    around_the_clock: Mapped[bool]
    owner: Mapped[str | None] = mapped_column(String(24), comment="the staff member; emptied when cleared")
    agency: Mapped[str | None] = mapped_column(String(80))
    revision: Mapped[int] = mapped_column(Integer, default=1)
    blob: Mapped[bytes | None] = mapped_column(LargeBinary, comment="sealed: needs, language, area, counts")
    wrapped_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    key_name: Mapped[str | None] = mapped_column(String(40), index=True)
    consent_given_at: Mapped[datetime | None] = mapped_column(Moment)
    how_given: Mapped[str | None] = mapped_column(String(20))
    shares: Mapped[str | None] = mapped_column(String(120), comment="categories the person allowed, joined by commas")
    consent_ends: Mapped[date | None] = mapped_column(Date, comment="the last day on which it may be opened or sent")
    created_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[str | None] = mapped_column(String(40))


class Release(Base):
    """One consent for one recipient, and what became of it there. Declined by one place says nothing to another."""

    __tablename__ = "releases"
    __table_args__ = (UniqueConstraint("referral_id", "place", name="uq_releases_referral_id_place"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(16), unique=True, comment="random; what messages and buttons carry")
    referral_id: Mapped[int] = mapped_column(ForeignKey("referrals.id", ondelete="CASCADE"), index=True)
    place: Mapped[int] = mapped_column(Integer, comment="1, 2, …: what messages call the recipient")
    provider: Mapped[str | None] = mapped_column(String(80), comment="emptied when cleared or withdrawn")
    purpose: Mapped[str] = mapped_column(String(20), default="services")
    by_phone: Mapped[bool] = mapped_column(comment="nobody speaks for the place in Slack: the owner calls")
    state: Mapped[str] = mapped_column(String(12), default=ReleaseState.SENT)
    reason: Mapped[str | None] = mapped_column(String(20), comment="a category, where declined")
    given_at: Mapped[datetime] = mapped_column(Moment, comment="when the consent for this recipient was given")
    ends_on: Mapped[date] = mapped_column(Date)
    acknowledge_by: Mapped[datetime] = mapped_column(Moment, index=True)
    decide_by: Mapped[datetime] = mapped_column(Moment)
    calls: Mapped[int] = mapped_column(Integer, default=0, comment="messages left by phone")
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_by: Mapped[str | None] = mapped_column(String(24))


class IntakeDraft(Base):
    """A place kept in a flow after consent: sealed, one a person, for a day."""

    __tablename__ = "intake_drafts"

    person: Mapped[str] = mapped_column(String(24), primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    flow: Mapped[str] = mapped_column(String(3))
    revision: Mapped[int]
    blob: Mapped[bytes] = mapped_column(LargeBinary)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    key_name: Mapped[str] = mapped_column(String(40), index=True)
    saved_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)


class Checklist(Base):
    """Which steps a staff member took for somebody who may be under 18. Nothing about the child."""

    __tablename__ = "checklists"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    owner: Mapped[str] = mapped_column(String(24))
    kept_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)


class ChecklistStep(Base):
    """One step, done or not, and when that was said."""

    __tablename__ = "checklist_steps"
    __table_args__ = (UniqueConstraint("checklist_id", "step", name="uq_checklist_steps_checklist_id_step"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklists.id", ondelete="CASCADE"))
    step: Mapped[str] = mapped_column(String(40), comment="the question's id in the flow")
    done: Mapped[bool]
    at: Mapped[datetime] = mapped_column(Moment)


class Concern(Base):
    """A concern about a business or a contract, never about a person. Sealed, and owned by one agency's role."""

    __tablename__ = "concerns"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    audit_key: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(6), comment="place or vendor")
    flow: Mapped[str] = mapped_column(String(3))
    owner_role: Mapped[str] = mapped_column(String(24))
    reporter: Mapped[str] = mapped_column(String(24))
    state: Mapped[str] = mapped_column(String(12), default=ConcernState.OPEN)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    blob: Mapped[bytes] = mapped_column(LargeBinary)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    key_name: Mapped[str] = mapped_column(String(40), index=True)
    acknowledge_by: Mapped[datetime] = mapped_column(Moment)
    acknowledged_by: Mapped[str | None] = mapped_column(String(24))
    approved_by: Mapped[str | None] = mapped_column(String(24), comment="who let the place go beyond the owning agency")
    outcome: Mapped[str | None] = mapped_column(String(60))
    keep_days: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(Moment, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class IntakeCount(Base):
    """How often something happened in one month. No code, no person, no day."""

    __tablename__ = "intake_counts"
    __table_args__ = (UniqueConstraint("month", "measure", "value", name="uq_intake_counts_month_measure_value"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7))
    measure: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(String(60))
    count: Mapped[int]


class ReferralGap(Base):
    """A need nobody in the directory could meet, counted by month. No code, no person."""

    __tablename__ = "referral_gaps"
    __table_args__ = (UniqueConstraint("month", "need", "language", "area", "population", name="uq_referral_gaps_all"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7), index=True)
    need: Mapped[str] = mapped_column(String(60))
    language: Mapped[str] = mapped_column(String(40))
    area: Mapped[str] = mapped_column(String(40))
    population: Mapped[str] = mapped_column(String(40))
    count: Mapped[int]


class ReleasedReport(Base):
    """Numbers that were given out once, remembered so that no later report can be subtracted from them."""

    __tablename__ = "released_reports"
    __table_args__ = (UniqueConstraint("first_quarter", "last_quarter", name="uq_released_reports_quarters"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    first_quarter: Mapped[str] = mapped_column(String(7))
    last_quarter: Mapped[str] = mapped_column(String(7))
    published: Mapped[str] = mapped_column(Text, comment="JSON: the numbers as they were shown")
    at: Mapped[datetime] = mapped_column(Moment)


class LegalHold(Base):
    """While one stands, retention deletes nothing it covers. Set and lifted by the privacy lead for counsel."""

    __tablename__ = "legal_holds"

    id: Mapped[int] = mapped_column(primary_key=True)
    covers: Mapped[str] = mapped_column(String(20), comment="everything, or one class of records")
    set_at: Mapped[datetime] = mapped_column(Moment)
    set_by: Mapped[str] = mapped_column(String(24))
    lifted_at: Mapped[datetime | None] = mapped_column(Moment)


class SealCheck(Base):
    """A sealed constant for each outside key in use: it tells a wrong key before anything is written with it."""

    __tablename__ = "seal_checks"

    key_name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(Moment)
