"""What a referral writes when it is sent: the sealed row, a release for each recipient, and everything that is to be said.

All reminders and escalations are put into the outbox in the same transaction. Each is rendered as things are when it is
due, and vanishes when it is no longer true; so no clock is lost when the bot is killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.audit.service import note
from bot.content.protocol import Clock, Protocol
from bot.content.provider import Provider
from bot.intake import clocks
from bot.intake.consent import Consent
from bot.intake.flow import Answers, Value
from bot.intake.ground import Ground
from bot.intake.records import Referral, Release
from bot.intake.values import month_of, new_code, new_token, plain_answers
from bot.intake.vault import put
from bot.outbox.writing import enqueue, revise
from bot.people.person import Person, Role

CLOSE_PROMPT = timedelta(days=14)

# messages that ask for an answer, and stop asking when there is none to give any more
ASKING = (
    "referral.for-provider", "referral.reminder", "referral.decide-reminder", "referral.call-sheet", "referral.call-reminder",
)  # fmt: skip


@dataclass(frozen=True)
class Recipient:
    """One chosen provider, and who speaks for it in Slack; nobody: the staff member calls."""

    provider: Provider
    liaisons: tuple[str, ...]


@dataclass(frozen=True)
class Ears:
    """Who hears of missed clocks: the coordinators' channel, and each coordinator where it cannot wait."""

    channel: str
    coordinators: tuple[str, ...]


def recipients_of(ground: Ground, chosen: Iterable[Provider]) -> tuple[Recipient, ...]:
    """Looks liaisons up. Done before the transaction: it may ask Slack."""
    return tuple(Recipient(provider, ground.liaisons(provider)) for provider in chosen)


def ears_of(ground: Ground) -> Ears:
    return Ears(ground.settings.app.channels.coordinators, ground.people.holders(Role.COORDINATOR))


def write_referral(
    session: Session, ground: Ground, protocol: Protocol, answers: Answers, content: Mapping[str, Value], consent: Consent,
    by: Person,
) -> Referral:  # fmt: skip
    """The sealed row. Its audit line is written with it."""
    now, code = ground.now(), new_code()
    name, clock = clocks.clock_of(protocol, answers)
    row = Referral(
        code=code, audit_key=new_token() + new_token(), flow=protocol.code, month=month_of(ground.today()), clock=name,
        acknowledge_minutes=clock.acknowledge_minutes, decide_minutes=clock.decide_minutes,
        around_the_clock=clock.around_the_clock, owner=by.id, agency=by.agency, revision=1, consent_given_at=now,
        how_given=consent.how_given, shares=",".join(consent.shares), consent_ends=consent.ends, created_at=now,
    )  # fmt: skip
    put(row, ground.vault.seal("referral", code, 1, plain_answers(content)))
    session.add(row)
    session.flush()
    note(session, by.id, "sent", now, subject=row.audit_key or "", what=protocol.code)
    enqueue(session, kind="referral.close-prompt", subject=code, target=by.id, key=f"referral|{code}|close-prompt", now=now,
            not_before=now + CLOSE_PROMPT)  # fmt: skip
    return row


def write_release(session: Session, ground: Ground, referral: Referral, place: int, to: Recipient, ears: Ears) -> Release:
    """One release, and all that will be said about it."""
    if referral.consent_ends is None or referral.owner is None:
        raise ValueError("a cleared referral is sent to nobody")
    now = ground.now()
    found = clocks.rings(now, clock_from(referral), ground.place_of(to.provider))
    row = Release(
        token=new_token(), referral_id=referral.id, place=place, provider=to.provider.id, by_phone=not to.liaisons,
        given_at=now, ends_on=referral.consent_ends, acknowledge_by=found.acknowledge_by, decide_by=found.decide_by,
    )  # fmt: skip
    session.add(row)
    session.flush()
    _to_recipient(session, row, referral.owner, to, found, now)
    show_end(session, row, ground)
    _if_missed(session, row, referral, ears, found, now)
    return row


def show_end(session: Session, row: Release, ground: Ground) -> None:
    """On the day after the consent's last one, messages that still ask for an answer say that it has ended."""
    end = datetime.combine(row.ends_on + timedelta(days=1), time(), ground.zone).astimezone(UTC)
    for kind in ASKING:
        revise(session, kind=kind, subject=row.token, now=ground.now(), not_before=end)


def clock_from(referral: Referral) -> Clock:
    return Clock(
        acknowledge_minutes=referral.acknowledge_minutes, decide_minutes=referral.decide_minutes,
        around_the_clock=referral.around_the_clock,
    )  # fmt: skip


def say(
    session: Session, kind: str, token: str, targets: Sequence[str], now: datetime, at: datetime | None = None, mark: str = ""
) -> None:
    """One row for each target; the same kind about the same release is said once to each (`mark` tells repeats apart)."""
    for target in targets:
        enqueue(session, kind=kind, subject=token, target=target, key=f"{kind}|{token}|{target}|{mark}", now=now, not_before=at)


def _to_recipient(
    session: Session, row: Release, owner: str, to: Recipient, found: clocks.Rings, now: datetime
) -> None:
    if row.by_phone:
        say(session, "referral.call-sheet", row.token, [owner], now)
        say(session, "referral.call-reminder", row.token, [owner], now, found.remind)
        return
    say(session, "referral.for-provider", row.token, to.liaisons, now)
    say(session, "referral.reminder", row.token, to.liaisons, now, found.remind)
    say(session, "referral.decide-reminder", row.token, to.liaisons, now, found.decide_soon)


def _if_missed(
    session: Session, row: Release, referral: Referral, ears: Ears, found: clocks.Rings, now: datetime
) -> None:
    """0.10: tonight, the people on call and the staff member at once; otherwise the coordinators; slow ones weekly."""
    owner = [referral.owner] if referral.owner else []
    say(session, "referral.no-answer", row.token, owner, now, found.acknowledge_by)
    say(session, "referral.undecided", row.token, owner, now, found.decide_by)
    if clocks.is_weekly(referral.acknowledge_minutes):
        return
    for kind, at in (("referral.late-unseen", found.acknowledge_by), ("referral.late-undecided", found.decide_by)):
        say(session, kind, row.token, [ears.channel], now, at)
        if referral.around_the_clock:
            say(session, kind, row.token, ears.coordinators, now, at)
