"""What people tell about a record, frozen: a correction, a change, a month's round. And the choices of protocol P15."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.directory.freshness import Listing
from bot.directory.records import ProviderCorrection

Told = Literal["still-correct", "could-not-reach"]
Decision = Literal["published", "rejected", "paused", "removed"]
# P15, question 2
WRONG_FIELDS = {
    "phone": "Phone number", "hours": "Hours", "language": "Language", "service": "Service", "who": "Who they serve",
    "conditions": "Conditions", "closed": "It has closed", "confidentiality": "Confidentiality", "conduct": "Conduct concern",
}  # fmt: skip
HOW_KNOWN = {
    "called": "I called", "told": "The provider told me", "website": "Their website",
    "experience": "A client's experience (no details)",
}  # fmt: skip
CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"


@dataclass(frozen=True)
class Correction:
    """What somebody said is wrong, and where it stands."""

    code: str
    provider: str
    fields: tuple[str, ...]
    value: str | None
    known: str
    urgent: bool
    by: str
    at: datetime
    due: datetime
    state: str
    decided_by: str | None

    @property
    def is_new_listing(self) -> bool:
        return not self.provider


@dataclass(frozen=True)
class Change:
    """One line of a record's history."""

    field: str
    before: str
    after: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Round:
    """What an editor has still to confirm this month, most volatile first."""

    due: tuple[Listing, ...]

    @property
    def first(self) -> Listing | None:
        return self.due[0] if self.due else None

    def without(self, provider: str) -> Round:
        """The round with one record set aside for now."""
        return Round(tuple(listing for listing in self.due if listing.id != provider))


def frozen_correction(row: ProviderCorrection) -> Correction:
    """A row as a value that outlives its session."""
    fields = tuple(part for part in row.fields.split(",") if part)
    return Correction(row.code, row.provider, fields, row.value, row.known, row.urgent, row.by, row.at, row.due, row.state,
                      row.decided_by)  # fmt: skip


def new_code() -> str:
    """Random: it says nothing about anybody."""
    return "D-" + "".join(secrets.choice(CODE_LETTERS) for _ in range(6))
