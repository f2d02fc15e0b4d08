"""Which step may follow which in a referral's life, the reasons and the outcomes there are. Pure; protocols.md 0.11."""

from __future__ import annotations

from collections.abc import Collection

from bot.content.protocol import Protocol
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
    "provider_declined": "Provider declined, with a reason",
    "other_option": "Person chose another option",
    "person_declined": "Person declined",
    "not_reconnected": "Could not reconnect",
    "no_provider": "No suitable provider (gap)",
    "mandated_report": "Handed to a mandated report",
    "withdrawn": "Withdrawn",
    "duplicate_or_test": "Duplicate or test",
}
# chosen by pressing *Withdraw*, which also deletes; never from the list
NOT_CHOSEN = frozenset({"withdrawn"})


def outcomes_of(protocol: Protocol | None) -> dict[str, str]:
    """Value -> label of everything a referral of this flow may be closed with: the same list everywhere, and the flow's own."""
    common = {name: label for name, label in OUTCOMES.items() if name not in NOT_CHOSEN}
    own = () if protocol is None else (line for line in protocol.file.outcomes if line not in OUTCOMES.values())
    return common | {value_of(line): line for line in own}


def value_of(line: str) -> str:
    """An outcome as it is kept and counted."""
    return "_".join("".join(letter if letter.isalnum() else " " for letter in line.lower()).split())[:40]


def in_words(outcome: str | None) -> str:
    """An outcome as people read it."""
    return OUTCOMES.get(outcome or "", (outcome or "ended").replace("_", " ")).lower()


def may_follow(now: ReleaseState, then: ReleaseState) -> bool:
    return then in NEXT[now]


def outcome_by_itself(states: Collection[ReleaseState]) -> str:
    """The outcome of a referral that was closed by time alone."""
    if {ReleaseState.ACCEPTED, ReleaseState.HANDED_OVER} & set(states):
        return "connected"
    if ReleaseState.WAITLISTED in states:
        return "waitlisted"
    return "provider_declined" if states and set(states) == {ReleaseState.DECLINED} else "not_reconnected"
