"""Which step may follow which in a referral's life, the reasons and the outcomes there are. Pure; protocols.md 0.11."""

from __future__ import annotations

from collections.abc import Collection

from bot.intake.records import ReleaseState

NEXT: dict[ReleaseState, frozenset[ReleaseState]] = {
    ReleaseState.SENT: frozenset({
        ReleaseState.SEEN, ReleaseState.ACCEPTED, ReleaseState.WAITLISTED, ReleaseState.DECLINED,
    }),
    ReleaseState.SEEN: frozenset({ReleaseState.ACCEPTED, ReleaseState.WAITLISTED, ReleaseState.DECLINED}),
    ReleaseState.WAITLISTED: frozenset({ReleaseState.ACCEPTED, ReleaseState.DECLINED}),
    ReleaseState.ACCEPTED: frozenset({ReleaseState.HANDED_OVER}),
    ReleaseState.HANDED_OVER: frozenset(),
    ReleaseState.DECLINED: frozenset(),
    ReleaseState.STOPPED: frozenset(),
}  # fmt: skip
REASONS = {
    "full": "No room",
    "not_our_help": "Not the help we give",
    "conditions": "Our conditions do not fit",
    "language": "Language",
    "area": "Area",
    "staff": "Nobody free to take it on",
    "other": "Another reason",
}
OUTCOMES = {
    "connected": "Connected and accepted",
    "waitlisted": "Accepted, waitlisted",
    "provider_declined": "Provider declined",
    "other_option": "Person chose another option",
    "person_declined": "Person declined",
    "not_reconnected": "Could not reconnect",
    "no_provider": "No suitable provider (gap)",
    "mandated_report": "Handed to mandated report",
    "withdrawn": "Withdrawn",
    "duplicate_or_test": "Duplicate or test",
}
# chosen by pressing *Withdraw*, which also deletes; never from the list
NOT_CHOSEN = frozenset({"withdrawn"})


def may_follow(now: ReleaseState, then: ReleaseState) -> bool:
    return then in NEXT[now]


def outcome_by_itself(states: Collection[ReleaseState]) -> str:
    """The outcome of a referral that was closed by time alone."""
    if {ReleaseState.ACCEPTED, ReleaseState.HANDED_OVER} & set(states):
        return "connected"
    if ReleaseState.WAITLISTED in states:
        return "waitlisted"
    return "provider_declined" if states and set(states) == {ReleaseState.DECLINED} else "not_reconnected"
