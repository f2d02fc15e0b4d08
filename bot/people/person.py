"""A person as the assistant sees them, and what each kind and role may do. Pure: nothing is looked up here.

The matrix follows rules.md section 5. Everything not granted is refused, and so is everybody who could not be looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PersonKind(StrEnum):
    MEMBER = "member"
    GUEST = "guest"
    STRANGER = "stranger"
    BOT = "bot"
    DEACTIVATED = "deactivated"
    UNKNOWN = "unknown"


class Role(StrEnum):
    COORDINATOR = "coordinator"
    DIRECTORY_EDITOR = "directory-editor"
    PRIVACY_LEAD = "privacy-lead"
    POLICE_LIAISON = "police-liaison"
    PROVIDER_LIAISON = "provider-liaison"
    LABOR_LIAISON = "labor-liaison"
    LICENSING_LIAISON = "licensing-liaison"
    PROCUREMENT_LIAISON = "procurement-liaison"
    NEW_MEMBER = "new-member"


class Act(StrEnum):
    ASK = "ask"
    ASK_COORDINATOR = "ask-coordinator"
    ANSWER_QUESTION = "answer-question"
    START_FLOW = "start-flow"
    START_RESPONDER_FLOW = "start-responder-flow"
    SEE_COUNTS = "see-counts"
    SUGGEST_CORRECTION = "suggest-correction"
    EDIT_DIRECTORY = "edit-directory"
    SET_CAPACITY = "set-capacity"
    POST_ACTION = "post-action"
    SEE_ALL_ACTIONS = "see-all-actions"
    ADD_AGENDA_ITEM = "add-agenda-item"
    RUN_MEETING = "run-meeting"
    SEE_STAFF_PHONES = "see-staff-phones"
    SEE_LEAD_UNIT = "see-lead-unit"
    SEE_DELIVERY = "see-delivery"
    READ_AUDIT = "read-audit"


MEMBER_ACTS = frozenset({
    Act.ASK, Act.ASK_COORDINATOR, Act.START_FLOW, Act.SUGGEST_CORRECTION, Act.POST_ACTION, Act.ADD_AGENDA_ITEM,
    Act.SEE_STAFF_PHONES,
})  # fmt: skip
ROLE_ACTS: dict[Role, frozenset[Act]] = {
    Role.COORDINATOR: frozenset({
        Act.ANSWER_QUESTION, Act.SEE_COUNTS, Act.EDIT_DIRECTORY, Act.SET_CAPACITY, Act.SEE_ALL_ACTIONS, Act.RUN_MEETING,
        Act.SEE_DELIVERY,
    }),
    Role.DIRECTORY_EDITOR: frozenset({Act.EDIT_DIRECTORY, Act.SET_CAPACITY}),
    Role.PRIVACY_LEAD: frozenset({Act.READ_AUDIT, Act.SEE_DELIVERY}),
    Role.PROVIDER_LIAISON: frozenset({Act.SET_CAPACITY}),
    Role.POLICE_LIAISON: frozenset({Act.SEE_LEAD_UNIT, Act.START_RESPONDER_FLOW}),
}  # fmt: skip
# R29: police liaisons start only the responder flow. New members start a flow with a buddy (role table, "P").
ROLE_REFUSALS: dict[Role, frozenset[Act]] = {
    Role.POLICE_LIAISON: frozenset({Act.START_FLOW}),
    Role.NEW_MEMBER: frozenset({Act.START_FLOW}),
}


@dataclass(frozen=True)
class Person:
    """Somebody in the workspace. `zone` is an IANA name; `agency` an id of app.yaml or None."""

    id: str
    kind: PersonKind = PersonKind.UNKNOWN
    name: str = ""
    zone: str = "UTC"
    agency: str | None = None
    agency_kind: str | None = None
    roles: frozenset[Role] = frozenset()

    def may(self, act: Act) -> bool:
        """Defaults to refusal: only members act at all, and a role's refusal outweighs a member's right."""
        if self.kind is not PersonKind.MEMBER:
            return False
        granted = MEMBER_ACTS.union(*(ROLE_ACTS.get(role, frozenset()) for role in self.roles))
        refused = frozenset[Act]().union(*(ROLE_REFUSALS.get(role, frozenset()) for role in self.roles))
        return act in granted and act not in refused

    @property
    def is_member(self) -> bool:
        return self.kind is PersonKind.MEMBER

    def has(self, role: Role) -> bool:
        return role in self.roles
