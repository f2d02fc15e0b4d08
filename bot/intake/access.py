"""Who may do what with a record. Pure; everything not granted is refused. rules.md section 5, R27, R29, R31.

`Person.may` holds the matrix of roles; here stands what also depends on the record: owner, recipient, living consent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.intake.records import ReferralState, ReleaseState
from bot.people.person import Act, Person, PersonKind, Role

RESPONDER_FLOW = "P06"
# what a recipient may still open: it was not declined, stopped or given back
LIVE = frozenset({
    ReleaseState.SENT, ReleaseState.SEEN, ReleaseState.ACCEPTED, ReleaseState.WAITLISTED, ReleaseState.HANDED_OVER,
})  # fmt: skip
OWNER_ROLES = {
    "labor": Role.LABOR_LIAISON, "licensing": Role.LICENSING_LIAISON, "procurement": Role.PROCUREMENT_LIAISON,
    "coordinator": Role.COORDINATOR, "directory_editor": Role.DIRECTORY_EDITOR,
}  # fmt: skip
WHY: dict[PersonKind, str] = {
    PersonKind.GUEST: "Referrals are for members of the task force. If somebody needs help: 911, or the hotline.",
    PersonKind.STRANGER: "Referrals are for members of the task force. If somebody needs help: 911, or the hotline.",
    PersonKind.UNKNOWN: "I could not look you up just now, so I cannot open this. Please try again in a minute.",
}
NOT_YOURS = "This is not open to you, or it is not here any more."


class What(StrEnum):
    """What somebody wants to do with the intake."""

    START = "start"
    OWN_LIST = "own-list"
    OPEN = "open"
    ANSWER = "answer"
    ANSWER_BY_PHONE = "answer-by-phone"
    CHANGE = "change"
    COUNTS = "counts"
    OPEN_CONCERN = "open-concern"
    CHANGE_CONCERN = "change-concern"


@dataclass(frozen=True)
class Record:
    """What access depends on. `speaks_for`: this person is a liaison of the recipient in question."""

    owner: str | None
    state: ReferralState
    consent_ends: date | None
    release: ReleaseState | None = None
    by_phone: bool = False
    speaks_for: bool = False

    def consent_lives(self, today: date) -> bool:
        return self.state is not ReferralState.WITHDRAWN and self.consent_ends is not None and today <= self.consent_ends


@dataclass(frozen=True)
class ConcernRecord:
    reporter: str
    owner_role: str
    approved: bool


def may_start(person: Person, flow: str) -> bool:
    """Members start flows; police liaisons the responder flow only, the privacy lead and new members none."""
    if person.has(Role.PRIVACY_LEAD) and not person.has(Role.COORDINATOR):
        return False
    return person.may(Act.START_FLOW) or (flow == RESPONDER_FLOW and person.may(Act.START_RESPONDER_FLOW))


def may(person: Person, what: What, today: date, record: Record | None = None) -> bool:
    """Whether this person may do this with this record today."""
    if not person.is_member:
        return False
    if what is What.COUNTS:
        return person.may(Act.SEE_COUNTS)
    if what is What.OWN_LIST:
        return True
    if record is None or record.state is ReferralState.WITHDRAWN:
        return False
    is_owner = record.owner is not None and record.owner == person.id
    if what is What.CHANGE:
        # closing and withdrawing stay possible after consent has ended, and for an item whose owner has left
        return is_owner or (record.owner is None and person.may(Act.SEE_COUNTS))
    if not record.consent_lives(today):
        return False
    if what is What.OPEN:
        return is_owner or _is_recipient(person, record)
    if what is What.ANSWER:
        # who presses after a no is told that it was answered; changing that is refused by the order of steps
        return not record.by_phone and _is_recipient(person, record, LIVE | {ReleaseState.DECLINED})
    if what is What.ANSWER_BY_PHONE:
        return record.by_phone and is_owner and record.release in LIVE | {ReleaseState.DECLINED}
    return False


def may_concern(person: Person, what: What, concern: ConcernRecord) -> bool:
    """Place concerns: the reporter and the owning agency's role; a police liaison only what a supervisor let out (R36)."""
    if not person.is_member:
        return False
    owns = person.has(OWNER_ROLES.get(concern.owner_role, Role.COORDINATOR)) and concern.owner_role in OWNER_ROLES
    if what is What.CHANGE_CONCERN:
        return owns
    if what is not What.OPEN_CONCERN:
        return False
    return owns or concern.reporter == person.id or (person.has(Role.POLICE_LIAISON) and concern.approved)


def why_not(person: Person) -> str:
    """The sentence somebody sees who may not."""
    if person.has(Role.NEW_MEMBER):
        return "Your first referrals are made together with a colleague: after the basic training you can start your own."
    if person.has(Role.POLICE_LIAISON):
        return "Police liaisons use the responder flow. For anything else a service colleague starts the referral."
    return WHY.get(person.kind, NOT_YOURS)


def _is_recipient(person: Person, record: Record, states: frozenset[ReleaseState] = LIVE) -> bool:
    """R29: police liaisons see no referral, whatever else they are."""
    if person.has(Role.POLICE_LIAISON) or record.state is not ReferralState.OPEN:
        return False
    return record.speaks_for and record.release in states
