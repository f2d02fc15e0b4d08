"""What the intake hands out: frozen values, never live rows."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.content.provider import Provider
from bot.intake.flow import Value
from bot.intake.records import ConcernState, ReferralState, ReleaseState
from bot.problems import PersonError

# no vowels, no letters or digits that are mistaken for one another over the phone
ALPHABET = "BCDFGHJKLMNPQRSTVWXZ2346789"


class ConsentMissing(PersonError):
    """Consent does not pass (any more). The sentence says what is missing."""


@dataclass(frozen=True)
class Draft:
    """A place kept in a flow."""

    code: str
    protocol: str
    answers: Mapping[str, Value]
    saved_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class ProviderMatch:
    """A provider that fits, why, and what nobody knows about it."""

    provider: Provider
    why: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class SentReferral:
    """`by_phone`: providers nobody speaks for in Slack, whom the staff member calls. `acknowledge_by`: the nearest clock."""

    code: str
    by_phone: tuple[str, ...]
    acknowledge_by: datetime


@dataclass(frozen=True)
class ReleaseView:
    """One recipient of a referral, as messages and lists may show it: no provider's name."""

    token: str
    code: str
    place: int
    state: ReleaseState
    by_phone: bool
    acknowledge_by: datetime
    decide_by: datetime
    around_the_clock: bool
    referral_state: ReferralState
    consent_ends: date | None
    calls: int = 0
    reason: str | None = None
    seen_at: datetime | None = None
    decided_at: datetime | None = None
    weekly: bool = False

    @property
    def waits(self) -> bool:
        """Neither accepted nor declined yet."""
        return self.state in (ReleaseState.SENT, ReleaseState.SEEN) and self.referral_state is ReferralState.OPEN


@dataclass(frozen=True)
class OwnReferral:
    """One line of somebody's own list: a code, states and clocks."""

    code: str
    state: ReferralState
    created_at: datetime
    consent_ends: date | None
    outcome: str | None
    releases: tuple[ReleaseView, ...]


@dataclass(frozen=True)
class Details:
    """What an opened referral shows to one reader: only what this reader may see. `provider`: whom this release is for."""

    code: str
    protocol: str
    answers: Mapping[str, Value]
    handoff: str | None
    owner: str
    consent_ends: date
    is_owner: bool
    release: ReleaseView | None = None
    provider: str | None = None
    providers: tuple[tuple[str, ReleaseView], ...] = ()


@dataclass(frozen=True)
class Answered:
    """What became of an answer. `won` is False when somebody else's came first; `release` shows how it stands.

    `owner`: whom a place that took it reaches for the handover.
    """

    release: ReleaseView
    won: bool
    owner: str | None = None


@dataclass(frozen=True)
class Withdrawn:
    """How many liaisons are told in Slack, and which places the staff member calls to say: stop, and destroy."""

    code: str
    told: int
    to_call: tuple[str, ...]


@dataclass(frozen=True)
class Clocks:
    """For coordinators: counts and missed clocks. No owner, need, language or area."""

    open: int
    unseen_late: int
    undecided_late: int
    waiting: tuple[tuple[str, datetime], ...]


@dataclass(frozen=True)
class ConcernView:
    """A concern about a business, as a list or a message may show it."""

    code: str
    kind: str
    owner_role: str
    state: ConcernState
    acknowledge_by: datetime
    approved: bool
    outcome: str | None


def new_code() -> str:
    """`K7QM-3FXD`: 40 bits of chance, made of nothing and linked to nothing (rules.md R25)."""
    letters = [secrets.choice(ALPHABET) for _ in range(8)]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def new_token() -> str:
    return secrets.token_hex(8)


def code_of(text: str) -> str:
    """A code as people type it, tidied: lower case, spaces and a missing dash are forgiven."""
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    return f"{plain[:4]}-{plain[4:]}"


def plain_answers(answers: Mapping[str, Value]) -> dict[str, object]:
    """Answers as JSON keeps them; `restored` reads them back."""
    return {name: {"day": value.isoformat()} if isinstance(value, date) else value for name, value in answers.items()}


def restored(kept: Mapping[str, object]) -> dict[str, Value]:
    """Tuples and days come back as they were."""
    found: dict[str, Value] = {}
    for name, value in kept.items():
        if isinstance(value, dict):
            found[name] = date.fromisoformat(str(value["day"]))
        elif isinstance(value, list):
            found[name] = tuple(str(item) for item in value)
        elif value is None or isinstance(value, str | int):
            found[name] = value
    return found


def month_of(day: date) -> str:
    return f"{day:%Y-%m}"
