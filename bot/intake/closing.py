"""How a referral ends: counted once, its recipients told, and emptied of everything that belongs to a person.

Works inside the caller's transaction; `life` and `retention` decide when.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.audit.service import note
from bot.intake.counting import count, count_gap
from bot.intake.flow import Value
from bot.intake.ground import Ground
from bot.intake.records import Referral, ReferralState, Release, ReleaseState
from bot.intake.routing import gaps_of, need_of_kept
from bot.intake.sealed import CannotOpen
from bot.intake.sending import ASKING
from bot.intake.values import month_of, restored
from bot.outbox.records import OutboxRow, State
from bot.outbox.writing import revise
from bot.problems import PersonError

BANDS = (
    (timedelta(minutes=30), "within 30 minutes"), (timedelta(hours=2), "within 2 hours"), (timedelta(days=1), "within a day"),
    (timedelta(days=3), "within 3 days"),
)  # fmt: skip
# measures in which every closed referral stands exactly once
ADDING_UP = ("outcome", "form", "response")
FINISHED = (State.SENT, State.DEAD, State.DROPPED)


def releases_of(session: Session, referral: Referral) -> Sequence[Release]:
    return session.scalars(select(Release).where(Release.referral_id == referral.id).order_by(Release.place)).all()


def close(session: Session, ground: Ground, referral: Referral, outcome: str, who: str) -> None:
    """Sets the outcome, counts the referral, and has every message about it shown as closed."""
    now = ground.now()
    referral.state, referral.outcome, referral.closed_at = ReferralState.CLOSED, outcome, now
    found = releases_of(session, referral)
    count_closed(session, ground, referral, found)
    note(session, who, "closed", now, subject=referral.audit_key or "", what=outcome)
    show_anew(session, found, now)


def withdraw(session: Session, ground: Ground, referral: Referral, who: str) -> None:
    """Empties the referral at once and counts only that it was withdrawn. Under a legal hold it is stopped and kept shut."""
    now = ground.now()
    found = releases_of(session, referral)
    if referral.state == ReferralState.OPEN:
        # in each table alike, so that no table can be subtracted from another to find it
        for measure in ADDING_UP:
            count(session, month_of(ground.today()), measure, "withdrawn")
    note(session, who, "withdrawn", now, subject=referral.audit_key or "")
    referral.state, referral.outcome, referral.closed_at = ReferralState.WITHDRAWN, "withdrawn", now
    for release in found:
        release.state = ReleaseState.STOPPED
    show_anew(session, found, now)


def clear(session: Session, referral: Referral, now: datetime) -> None:
    """Empties every column that belongs to the person or the staff member, and what the outbox still ties to them."""
    found = releases_of(session, referral)
    referral.blob = referral.wrapped_key = referral.key_name = None
    referral.audit_key = referral.owner = referral.agency = None
    referral.consent_given_at = referral.how_given = referral.shares = referral.consent_ends = None
    for release in found:
        release.provider = release.answered_by = release.reason = None
    forget_said(session, [referral.code, *(release.token for release in found)], now)


def forget_said(session: Session, subjects: Sequence[str], now: datetime) -> None:
    """Outbox rows that are done name whom a referral was told to: they go when the referral is emptied.

    So does what would be shown anew on the day the consent ends: there is nothing left to end.
    """
    planned = (OutboxRow.state == State.WAITING, OutboxRow.revises.is_not(None), OutboxRow.not_before > now)
    session.execute(delete(OutboxRow).where(OutboxRow.subject.in_(subjects), OutboxRow.attempts == 0, *planned))
    done = select(OutboxRow.id).where(
        OutboxRow.subject.in_(subjects), OutboxRow.kind.like("referral.%"), OutboxRow.state.in_(FINISHED)
    )
    ids = set(session.scalars(done))
    followed = set(session.scalars(select(OutboxRow.revises).where(OutboxRow.revises.in_(ids), OutboxRow.id.not_in(ids))))
    free = ids - {each for each in followed if each is not None}
    for followers_first in (OutboxRow.revises.is_not(None), OutboxRow.revises.is_(None)):
        session.execute(delete(OutboxRow).where(OutboxRow.id.in_(free), followers_first))


def show_anew(session: Session, releases: Sequence[Release], now: datetime) -> None:
    for release in releases:
        for kind in ASKING:
            revise(session, kind=kind, subject=release.token, now=now)


def count_closed(session: Session, ground: Ground, referral: Referral, releases: Sequence[Release]) -> None:
    """Need, form, outcome and response time, once, in the month of closing. Nothing ties the four together."""
    month = month_of(ground.today())
    if referral.outcome == "duplicate_or_test":
        count(session, month, "left_out", "duplicate_or_test")
        return
    count(session, month, "outcome", referral.outcome or "")
    count(session, month, "response", response_of(referral, releases))
    try:
        content = restored(ground.vault.open("referral", referral))
    except (CannotOpen, PersonError):
        count(session, month, "form", "not_known")
        return
    form = content.get("form")
    count(session, month, "form", form if isinstance(form, str) else _form_of_flow(ground, referral.flow))
    if referral.outcome == "no_provider":
        _count_gaps(session, ground, referral, content)
    needs = content.get("help_wanted")
    for need in needs if isinstance(needs, tuple) and needs else (f"flow {referral.flow}",):
        count(session, month, "need", need)


def _count_gaps(session: Session, ground: Ground, referral: Referral, content: Mapping[str, Value]) -> None:
    """Nobody could help: counted like a need for which nothing was found at once, without a code."""
    protocol = ground.protocols(referral.flow)
    if protocol is not None:
        for each in gaps_of(need_of_kept(protocol, content)):
            count_gap(session, month_of(ground.today()), *each)


def response_of(referral: Referral, releases: Sequence[Release]) -> str:
    """How soon the first place decided, as a band."""
    decided = [release.decided_at for release in releases if release.decided_at is not None]
    if not decided:
        return "no answer"
    waited = min(decided) - referral.created_at
    return next((name for most, name in BANDS if waited <= most), "later")


def _form_of_flow(ground: Ground, flow: str) -> str:
    protocol = ground.protocols(flow)
    return protocol.file.forms[0] if protocol is not None and len(protocol.file.forms) == 1 else "not_known"
