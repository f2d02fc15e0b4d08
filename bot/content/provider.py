"""The shape of one directory record: who helps, with what, when, and how to reach them.

Codes and fields follow the task force's directory design; what goes out as Open Referral HSDS is decided in `directory`.
A confidential location has no address field to fill in: the shape refuses it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import Field, StringConstraints, model_validator

from bot.content.shapes import Curated, Day, Id, Line, Text, WebAddress, Whole, Yes

Service = Literal[
    "crisis_line", "emergency_shelter", "hotel_placement", "transitional_housing", "rapid_rehousing",
    "permanent_housing_support", "housing_fund", "case_management", "victim_advocacy", "family_justice_center",
    "safety_planning", "medical_care", "forensic_exam", "dental", "mental_health", "psychiatric",
    "substance_use_treatment", "peer_support", "legal_immigration", "legal_record_relief", "legal_civil_wage",
    "legal_family", "legal_victim_rights", "labor_standards_enforcement", "worker_center", "wage_recovery",
    "youth_drop_in", "youth_shelter", "child_advocacy_center", "child_abuse_report_line", "school_support",
    "disability_services", "deaf_services", "interpretation", "food_basic_needs", "transport", "childcare",
    "employment_training", "financial_assistance", "municipal_id", "benefits_navigation", "disaster_services",
    "prevention_education", "survivor_leadership", "police_victim_services", "lead_investigative_unit",
    "emergency", "tip_line", "missing_children", "technical_assistance", "training", "awareness_materials", "sourcing_tools",
]  # fmt: skip
Population = Literal[
    "adults", "women", "men", "trans_nonbinary", "lgbtq", "under_18", "age_18_24", "families_with_children", "workers",
    "immigrants", "native", "deaf_hoh", "disabilities", "older_adults", "people_with_pets", "people_with_records",
    "veterans", "staff",
]  # fmt: skip
Area = Literal[
    "citywide", "downtown", "northside", "southside", "eastside", "westside", "harborfront", "airport-corridor",
    "county-wide", "tri-county", "statewide", "national", "remote",
]  # fmt: skip
Status = Literal["active", "paused", "temporarily_closed", "closed"]
Vetting = Literal["current", "pending", "expired", "failed", "placeholder", "national"]
Intake = Literal["phone_warm_handoff", "phone_self", "walk_in", "online_form", "provider_portal", "appointment", "text", "chat"]
PhoneUse = Literal["public", "crisis", "intake", "staff", "text", "tty", "videophone"]
LawEnforcement = Literal["none", "reports_when_required", "is_law_enforcement", "unknown"]
Police = Literal["never_without_written_release", "only_legal_duty", "co_located_separate_records", "is_police", "unknown"]
Condition = Literal[
    "requires_id", "requires_police_report", "requires_sobriety", "requires_certification_letter",
    "requires_residency_proof", "curfew", "phone_surrender", "accepts_pets", "accepts_children", "teen_boys",
    "faith_participation_required",
]  # fmt: skip
Known = Literal["yes", "no", "unknown"]
Capacity = Literal["open", "limited", "waitlist", "full", "unknown"]
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Wall = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")]


class Phone(Curated):
    """A way to call or text. `number` is as people dial it; staff numbers are never shown outside the bot."""

    number: Annotated[str, StringConstraints(min_length=3, max_length=20, pattern=r"^[0-9+() .-]+$")]
    use: PhoneUse = "public"
    says: Line | None = Field(default=None, description="letters on the keypad, a keyword to text, a menu choice")

    @property
    def dial(self) -> str:
        """What a `tel:` link holds: digits, with a leading plus where it was written."""
        digits = re.sub(r"\D", "", self.number)
        return f"+{digits}" if self.number.startswith("+") or len(digits) == 11 else digits


class Opening(Curated):
    """The same opening hours on several days; `closes` may be 24:00, and past midnight is written as the next day."""

    days: Annotated[tuple[DayName, ...], Field(min_length=1)]
    opens: Wall
    closes: Wall

    @model_validator(mode="after")
    def _in_order(self) -> Opening:
        if self.opens >= self.closes:
            raise ValueError(f"opens {self.opens} is not before closes {self.closes}; write hours past midnight on the next day")
        return self


class Hours(Curated):
    always: Yes = False
    weekly: tuple[Opening, ...] = ()
    note: Line | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Hours:
        if self.always and self.weekly:
            raise ValueError("write either `always: yes` or `weekly:`, not both")
        return self


class Address(Curated):
    street: Line
    city: Line
    state: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    postal_code: Annotated[str, StringConstraints(pattern=r"^\d{5}(-\d{4})?$")]


How = Literal["dialed", "page_opened", "stored_copy", "unconfirmed", "universal"]


class Verified(Curated):
    """When the contact facts were last confirmed, by which role and how. Showing a card never changes this.

    `stored_copy`: a saved copy of the provider's public page was read, nothing was dialed. `unconfirmed`: only the day the
    record was written down; nobody has confirmed it, and its card says so from the first day. `universal`: 911 alone.
    """

    on: Day
    by: Line
    how: How = "dialed"


class Vetted(Curated):
    state: Vetting
    by: Line
    on: Day | None = None
    expires: Day | None = None
    passed: tuple[Line, ...] = ()
    failed: tuple[Line, ...] = ()


class Provider(Curated):
    """One provider or program. The file's name is its id."""

    id: Id
    example: Yes = False
    national: Yes = False
    organization: Annotated[str, StringConstraints(min_length=2, max_length=120)]
    service_name: Line
    also_called: tuple[Line, ...] = ()
    asked_as: tuple[Line, ...] = ()
    description: Text | None = None
    operator: Line | None = None
    status: Status
    redirect_to: Id | None = None
    type: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$", max_length=40)]
    services: tuple[Service, ...] = ()
    forms_served: tuple[Literal["sex", "labor"], ...] = ()
    populations: tuple[Population, ...] = ()
    excludes: Line | None = None
    not_for: tuple[Population, ...] = ()
    age_min: Whole | None = None
    age_max: Whole | None = None
    languages_spoken: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")], ...] = ()
    interpretation: Line | None = None
    area: tuple[Area, ...] = ()
    hours: Hours
    day_and_night: tuple[Service, ...] = ()
    time_zone: str = "America/Chicago"
    after_hours: Line | None = None
    intake: tuple[Intake, ...] = ()
    how_to_refer: tuple[Line, ...] = ()
    phones: tuple[Phone, ...] = ()
    web: WebAddress | None = None
    chat: WebAddress | None = None
    report_web: WebAddress | None = None
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$", max_length=120)] | None = None
    when_to_use: Text | None = None
    caution: Text | None = None
    immigration_note: Text | None = None
    cost: Literal["free", "sliding", "insurance", "unknown"] = "unknown"
    accessibility: tuple[Line, ...] = ()
    capacity: Capacity = "unknown"
    capacity_as_of: Day | None = None
    conditions: dict[Condition, Known] = Field(default_factory=dict)
    max_stay_days: Whole | None = None
    asks_immigration_status: Literal["never", "legal_service_only", "benefit_eligibility", "unknown"] = "unknown"
    law_enforcement: LawEnforcement
    immigration_enforcement: Yes = False
    shares_with_police: Police = "unknown"
    mandated_reporter: Literal["children", "children_and_vulnerable_adults", "no", "unknown"] = "unknown"
    covered_by: tuple[Literal["VAWA", "FVPSA", "VOCA", "HIPAA", "FERPA", "Part2"], ...] = ()
    confidential_location: Yes
    address: Address | None = None
    public_listing: Yes
    remote: Yes = False
    vetting: Vetted
    verified: Verified | None = None
    confirmed_from: Line | None = None
    verify: tuple[Line, ...] = ()
    temporary_until: Day | None = None
    must_replace_before_use: Yes = False
    funded_by: Line | None = None
    notes_staff: Text | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Provider:
        """Only a record that still waits for vetting, such as an imported one, may leave these open."""
        if self.vetting.state != "pending":
            for key in ("services", "forms_served", "populations", "area"):
                if not getattr(self, key):
                    raise ValueError(f"`{key}` is missing: name at least one")
            if self.law_enforcement == "unknown":
                raise ValueError("`law_enforcement` must be known before a record is vetted")
        return self

    @model_validator(mode="after")
    def _holds_together(self) -> Provider:
        if self.confidential_location and self.address is not None:
            raise ValueError("a confidential location has no address anywhere: remove `address`")
        if self.time_zone not in available_timezones():
            raise ValueError(f"`{self.time_zone}` is not a time zone such as America/Chicago")
        if self.age_min is not None and self.age_max is not None and self.age_min > self.age_max:
            raise ValueError("age_min is above age_max")
        if set(self.day_and_night) - set(self.services):
            raise ValueError("day_and_night names a service that is not under `services`")
        if self.example and not self.organization.endswith("(example)"):
            raise ValueError("an example record's organization ends with (example)")
        return self

    @property
    def is_crisis_line(self) -> bool:
        """Crisis lines go stale after 30 days and are hidden after 90; others after 90 and 365 (rules.md R48)."""
        return "crisis_line" in self.services or self.type in ("hotline", "crisis", "crisis_line", "emergency")

    @property
    def is_police(self) -> bool:
        return self.law_enforcement == "is_law_enforcement" or self.shares_with_police == "is_police"

    def public_phones(self) -> tuple[Phone, ...]:
        return tuple(phone for phone in self.phones if phone.use != "staff")

    def days_since_verified(self, today: date) -> int | None:
        return None if self.verified is None else (today - self.verified.on).days
