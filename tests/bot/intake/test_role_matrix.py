"""Every kind of person, every role, every act: what is not granted is refused, and a failed look-up grants nothing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from bot.intake.access import ConcernRecord, Record, What, may, may_concern, may_start
from bot.intake.records import ReferralState, ReleaseState
from bot.people.person import Person, PersonKind, Role
from bot.problems import PersonError
from tests.bot.intake.house import ANA, BO, CARMEN, DANA, FAY, GUS, LEA, RIVER, House

TODAY = date(2026, 11, 23)
FLOWS = tuple(f"P{number:02}" for number in range(1, 17))
OWNED = Record("UOWNER", ReferralState.OPEN, TODAY, ReleaseState.SENT, by_phone=False, speaks_for=False)
# who may do what with somebody else's referral: nobody, whatever their role
OTHERS = tuple(What)
STARTS = {
    None: set(FLOWS), Role.COORDINATOR: set(FLOWS), Role.DIRECTORY_EDITOR: set(FLOWS), Role.PRIVACY_LEAD: set(),
    Role.POLICE_LIAISON: {"P06"}, Role.PROVIDER_LIAISON: set(FLOWS), Role.LABOR_LIAISON: set(FLOWS),
    Role.LICENSING_LIAISON: set(FLOWS), Role.PROCUREMENT_LIAISON: set(FLOWS), Role.NEW_MEMBER: set(),
}  # fmt: skip


def person(kind: PersonKind = PersonKind.MEMBER, *roles: Role, id: str = "UOTHER") -> Person:
    return Person(id, kind, roles=frozenset(roles))


@pytest.mark.parametrize("kind", [kind for kind in PersonKind if kind is not PersonKind.MEMBER])
def test_nobody_but_members_does_anything_whatever_roles_they_hold(kind: PersonKind) -> None:
    for roles in ((), tuple(Role)):
        somebody = person(kind, *roles, id="UOWNER")
        records = [replace(OWNED, speaks_for=speaks, by_phone=phone) for speaks in (True, False) for phone in (True, False)]
        assert not any(may(somebody, what, TODAY, record) for what in What for record in (None, *records))
        assert not any(may_start(somebody, flow) for flow in FLOWS)
        concern = ConcernRecord("UOWNER", "labor", True)
        assert not any(may_concern(somebody, what, concern) for what in What)


@pytest.mark.parametrize("role", [None, *Role])
def test_who_starts_which_flow(role: Role | None) -> None:
    somebody = person(PersonKind.MEMBER, *([role] if role else []))
    assert {flow for flow in FLOWS if may_start(somebody, flow)} == STARTS[role]


@pytest.mark.parametrize("roles", [(), *[(role,) for role in Role], *itertools.combinations(Role, 2)])
def test_no_role_opens_somebody_elses_referral(roles: tuple[Role, ...]) -> None:
    somebody = person(PersonKind.MEMBER, *roles)
    for state in ReleaseState:
        record = replace(OWNED, release=state)
        allowed = {what for what in What if may(somebody, what, TODAY, record)}
        assert allowed <= {What.OWN_LIST, What.COUNTS}
        assert (What.COUNTS in allowed) == (Role.COORDINATOR in roles)


def test_a_chosen_places_liaison_opens_and_answers_while_consent_lives() -> None:
    bo = person(PersonKind.MEMBER, Role.PROVIDER_LIAISON)
    sent = replace(OWNED, speaks_for=True)
    assert may(bo, What.OPEN, TODAY, sent) and may(bo, What.ANSWER, TODAY, sent)
    assert not may(bo, What.CHANGE, TODAY, sent)
    over = [
        replace(sent, consent_ends=date(2026, 11, 22)), replace(sent, consent_ends=None),
        replace(sent, state=ReferralState.CLOSED),
        replace(sent, state=ReferralState.WITHDRAWN), replace(sent, release=ReleaseState.STOPPED), replace(sent, by_phone=True),
    ]  # fmt: skip
    assert not any(may(bo, What.ANSWER, TODAY, record) for record in over)
    assert not may(bo, What.OPEN, TODAY, replace(sent, release=ReleaseState.DECLINED))


def test_a_police_liaison_opens_no_referral_even_as_a_places_liaison() -> None:
    gus = person(PersonKind.MEMBER, Role.POLICE_LIAISON, Role.PROVIDER_LIAISON)
    sent = replace(OWNED, speaks_for=True)
    assert not any(may(gus, what, TODAY, sent) for what in (What.OPEN, What.ANSWER, What.CHANGE))


def test_the_owner_opens_and_changes_their_own() -> None:
    ana = person(id="UOWNER")
    assert may(ana, What.OPEN, TODAY, OWNED) and may(ana, What.CHANGE, TODAY, OWNED)
    assert not may(ana, What.ANSWER, TODAY, OWNED)
    ended = replace(OWNED, consent_ends=date(2026, 11, 22))
    assert not may(ana, What.OPEN, TODAY, ended) and may(ana, What.CHANGE, TODAY, ended)


def test_an_orphaned_referral_can_be_withdrawn_by_a_coordinator_and_opened_by_nobody() -> None:
    dana, orphan = person(PersonKind.MEMBER, Role.COORDINATOR), replace(OWNED, owner=None)
    assert may(dana, What.CHANGE, TODAY, orphan) and not may(dana, What.OPEN, TODAY, orphan)
    assert not may(person(), What.CHANGE, TODAY, orphan)


@pytest.mark.parametrize("role", list(Role))
def test_a_concern_is_open_to_its_desk_and_its_reporter(role: Role) -> None:
    labor = ConcernRecord("UREPORTER", "labor", approved=False)
    somebody = person(PersonKind.MEMBER, role)
    owns = role is Role.LABOR_LIAISON
    assert may_concern(somebody, What.OPEN_CONCERN, labor) == owns
    assert may_concern(somebody, What.CHANGE_CONCERN, labor) == owns
    approved = replace(labor, approved=True)
    assert may_concern(somebody, What.OPEN_CONCERN, approved) == (owns or role is Role.POLICE_LIAISON)
    assert may_concern(replace(somebody, id="UREPORTER"), What.OPEN_CONCERN, labor)


def test_in_the_whole_house_everybody_else_is_refused_and_it_is_noted(small_house: House) -> None:
    house = small_house
    code = house.sends(RIVER).code
    token = house.release(code).token
    tried = 0
    for user in (CARMEN, DANA, FAY, GUS, LEA, "U0NOBODY000"):
        for attempt in (
            lambda who: house.intake.life.open(who, code=code), lambda who: house.intake.life.open(who, token=token),
            lambda who: house.intake.life.answer(token, ReleaseState.ACCEPTED, who, house.key()),
            lambda who: house.intake.life.withdraw(code, who, house.key()),
            lambda who: house.intake.life.close(code, "connected", who, house.key()),
            lambda who: house.intake.life.other_places(code, who), lambda who: house.intake.life.left_message(token, who, ""),
        ):  # fmt: skip
            with pytest.raises(PersonError):
                attempt(house.who(user))
            tried += 1
    lines = [line for line in house.intake.audit.lines(most=500) if line.act == "refused"]
    assert len(lines) == tried and all(line.subject == "" for line in lines)
    assert house.release(code).state is ReleaseState.SENT


def test_when_slack_cannot_be_asked_nobody_gets_in(small_house: House) -> None:
    house = small_house
    code = house.sends(RIVER).code
    token = house.release(code).token
    house.slack.broken = True
    house.days_pass(1)  # what was remembered of people has run out
    for user in (ANA, BO, DANA):
        assert house.who(user).kind is PersonKind.UNKNOWN
        with pytest.raises(PersonError):
            house.intake.life.open(house.who(user), token=token)
        assert house.intake.own_referrals(house.who(user)) == ()
        assert house.intake.refusal(house.who(user), "start", "P01") is not None
        with pytest.raises(PersonError):
            house.sends(RIVER, by=user)
