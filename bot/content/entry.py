"""The shape of one curated answer, and of a local card that a city fills in. Words only; nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from bot.content.shapes import Curated, Day, Id, Line, Text, WebAddress

Audience = Literal[
    "all-staff", "new-staff", "coordinator", "outreach", "police", "hospital", "housing-shelter", "labor-standards",
    "courts-prosecution", "school", "child-welfare", "procurement", "public-health", "behavioral-health",
    "restaurant-inspector", "fire", "disability-office", "licensing", "victim-advocate",
]  # fmt: skip
Kind = Literal[
    "protocol-question", "indicator", "program", "policy", "provider", "coordination", "data", "how-to", "role-card"
]
Tier = Literal["safety", "legal", "standard"]
Jurisdiction = Literal["federal", "state", "local", "general"]
SkillName = Literal[
    "refer", "agenda-add", "agenda-show", "action-add", "action-list", "meeting-next", "provider-correct", "digest", "help"
]
Title = Annotated[str, StringConstraints(min_length=3, max_length=75)]
Short = Annotated[str, StringConstraints(min_length=20, max_length=600)]
Asked = Annotated[str, StringConstraints(min_length=2, max_length=160)]

# outline.yaml: safety is looked at again after 90 days, legal after 180, everything else after a year
REVIEW_DAYS: dict[str, int] = {"safety": 90, "legal": 180, "standard": 365}
# rules.md R55: a safety entry this long past its review stops answering
KILL_SWITCH_DAYS = 90


class Said(Curated):
    """One fact or one step: the words, and the questions it answers as staff type them."""

    say: Text
    asked: tuple[Asked, ...] = ()
    verify: Line | None = Field(default=None, description="what is still being checked; people see 'being checked'")


class Link(Curated):
    name: Line
    address: WebAddress


class SourceOfFact(Curated):
    """Where the entry's facts come from, and how that was confirmed."""

    name: Line
    confirmed: Line


class Entry(Curated):
    """One reviewed answer. The file's name is its id, its folder is its theme."""

    id: Id
    theme: Id
    title: Title
    kind: Kind
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    tier: Tier
    jurisdiction: Jurisdiction
    short: Short
    full: Annotated[tuple[Said, ...], Field(min_length=1)]
    steps: tuple[Said, ...] = ()
    asked_as: Annotated[tuple[Asked, ...], Field(min_length=3)]
    asked_in_spanish: tuple[Asked, ...] = ()
    in_spanish: Short | None = None
    contacts: tuple[Id, ...] = ()
    local_cards: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    related: tuple[Id, ...] = ()
    sources: Annotated[tuple[SourceOfFact, ...], Field(min_length=1)]
    verify: tuple[Line, ...] = ()
    one_form_only: Line | None = None
    no_non_police_step: Line | None = None
    does: SkillName | None = None
    protocol: Annotated[str, StringConstraints(pattern=r"^P(0[1-9]|1[0-6])$")] | None = None
    owner: Line
    reviewed: Day
    expires: Day

    @model_validator(mode="after")
    def _dates_in_order(self) -> Entry:
        longest = REVIEW_DAYS[self.tier]
        if self.expires <= self.reviewed:
            raise ValueError("`expires` must be later than `reviewed`")
        if self.expires > self.reviewed + timedelta(days=longest):
            raise ValueError(f"tier {self.tier} is looked at again within {longest} days: bring `expires` nearer")
        return self

    def said(self) -> Iterator[Said]:
        """Every fact, then every step."""
        yield from self.full
        yield from self.steps

    def being_checked(self) -> tuple[str, ...]:
        """What is flagged as not yet confirmed, in this entry or in one of its facts."""
        return (*self.verify, *(item.verify for item in self.said() if item.verify))

    def is_stale(self, today: date) -> bool:
        return today > self.expires

    def is_withheld(self, today: date) -> bool:
        """R55: a safety entry too long past its review answers 'under review' and a human contact instead."""
        return self.tier == "safety" and today > self.expires + timedelta(days=KILL_SWITCH_DAYS)


class LocalCard(Curated):
    """What is state or local law or practice, filled in by the city. `say` missing means: nobody has set it yet."""

    id: Id
    title: Title
    needed_for: Line
    set_by: Line
    say: Text | None = None
    contacts: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    example: bool = False
    confirmed: Line | None = None
    reviewed: Day | None = None

    @property
    def is_set(self) -> bool:
        return self.say is not None
