"""Numbers and concerns: every kind of person and every role tries every verb. Who may not is refused, and that is noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.intake.records import ConcernState, ReferralState
from bot.people.person import Person, PersonKind, Role
from bot.problems import PersonError
from bot.settings import RoleHolders, load_settings
from bot.shelves import Shelves
from bot.store.migrate import migrate
from tests.bot.intake.house import ANA, BO, CARMEN, DANA, ELI, GUS, RIVER, Directory, House
from tests.town import ROOT

QUARTER = "2026-Q3"
# about workers: the labor desk owns it
PLACE = {
    "danger_now": "no", "safe_to_go_on": "yes", "concern_kind": ("workers",), "place": "Harbor Diner",
    "place_area": ("downtown",), "seen_facts": ("locked_exit",), "seen_on": date(2026, 11, 20), "part_of_day": "night",
    "known_from": "other_agency", "asked_for_help": "no",
}  # fmt: skip
# everybody there is: each kind without a role and with all of them, and members with each role
EVERYBODY = [
    *[(kind, roles) for kind in PersonKind if kind is not PersonKind.MEMBER for roles in ((), tuple(Role))],
    (PersonKind.MEMBER, ()), *[(PersonKind.MEMBER, (role,)) for role in Role],
]  # fmt: skip


def somebody(kind: PersonKind, roles: tuple[Role, ...]) -> Person:
    return Person("U0SOMEBODY0", kind, roles=frozenset(roles))


def refused(house: House) -> int:
    return len([line for line in house.intake.audit.lines(most=5000) if line.act == "refused"])


def is_allowed(house: House, act: Callable[[], object]) -> bool:
    """Whether it was done. A refusal leaves one line in the audit log, and something done leaves none."""
    before = refused(house)
    try:
        act()
    except PersonError:
        assert refused(house) == before + 1, "a refusal that nobody can see"
        return False
    assert refused(house) == before
    return True


def concern(house: House, by: str = CARMEN) -> str:
    """One about a place, which the labor desk owns."""
    return str(house.intake.keep_concern("P07", PLACE, house.who(by), house.key()))


@pytest.mark.parametrize(("kind", "roles"), EVERYBODY)
def test_only_coordinators_see_numbers_and_clocks(small_house: House, kind: PersonKind, roles: tuple[Role, ...]) -> None:
    house, person = small_house, somebody(kind, roles)
    fine = kind is PersonKind.MEMBER and Role.COORDINATOR in roles
    assert is_allowed(house, lambda: house.intake.reports.report(QUARTER, QUARTER, person)) == fine
    assert is_allowed(house, lambda: house.intake.life.clocks(person)) == fine


@pytest.mark.parametrize(("kind", "roles"), EVERYBODY)
def test_who_opens_approves_and_closes_a_concern(small_house: House, kind: PersonKind, roles: tuple[Role, ...]) -> None:
    house, person, concerns = small_house, somebody(kind, roles), small_house.intake.concerns
    code = concern(house)
    owns = kind is PersonKind.MEMBER and Role.LABOR_LIAISON in roles
    police = kind is PersonKind.MEMBER and Role.POLICE_LIAISON in roles
    assert is_allowed(house, lambda: concerns.open(code, person)) == owns
    assert is_allowed(house, lambda: concerns.approve(code, person, house.key())) == owns
    assert concerns.view(code).approved == owns
    concerns.approve(code, house.with_roles(ELI, Role.LABOR_LIAISON), house.key())
    assert is_allowed(house, lambda: concerns.open(code, person)) == (owns or police)
    assert is_allowed(house, lambda: concerns.close(code, outcome_of(house), person, house.key())) == owns
    assert (concerns.view(code).state is ConcernState.CLOSED) == owns


def outcome_of(house: House) -> str:
    return str(house.services.library.protocols["P07"].file.outcomes[0])


def test_nobody_approves_what_they_reported_and_the_try_is_noted(small_house: House) -> None:
    house, code = small_house, concern(small_house)
    carmen = house.who(CARMEN)
    assert carmen.has(Role.LABOR_LIAISON)
    assert not is_allowed(house, lambda: house.intake.concerns.approve(code, carmen, house.key()))
    assert not is_allowed(house, lambda: house.intake.concerns.open(code, house.who(GUS)))


@pytest.mark.parametrize(("kind", "roles"), EVERYBODY)
def test_whoever_may_not_start_writes_nothing(small_house: House, kind: PersonKind, roles: tuple[Role, ...]) -> None:
    house, person = small_house, somebody(kind, roles)
    fine = kind is PersonKind.MEMBER and not {Role.POLICE_LIAISON, Role.PRIVACY_LEAD, Role.NEW_MEMBER} & set(roles)
    answers = house.answers(RIVER, how_given="written")
    verbs: list[Callable[[], object]] = [
        lambda: house.intake.save_draft(person, "P01", answers),
        lambda: house.intake.send("P01", answers, [RIVER], person, house.key()),
        lambda: house.intake.keep_concern("P07", PLACE, person, house.key()),
        lambda: house.intake.count_visit("P11", person, house.key()),
        lambda: house.intake.note_gap("P01", answers, person, house.key()),
    ]
    assert [is_allowed(house, verb) for verb in verbs] == [fine] * len(verbs)
    assert bool(house.outbox()) == fine


def test_when_slack_cannot_be_asked_numbers_and_concerns_stay_shut(small_house: House) -> None:
    house = small_house
    code = concern(house, by=ANA)
    house.slack.broken = True
    house.minutes_pass(61)
    dana, carmen = house.who(DANA), house.who(CARMEN)
    assert dana.kind is carmen.kind is PersonKind.UNKNOWN
    assert dana.has(Role.COORDINATOR) is False
    assert not is_allowed(house, lambda: house.intake.reports.report(QUARTER, QUARTER, dana))
    assert not is_allowed(house, lambda: house.intake.life.clocks(dana))
    for act in (house.intake.concerns.approve, lambda c, who, key: house.intake.concerns.close(c, outcome_of(house), who, key)):
        assert not is_allowed(house, lambda act=act: act(code, carmen, house.key()))  # type: ignore[misc]
    assert not is_allowed(house, lambda: house.intake.concerns.open(code, carmen))


class NoGroups(Directory):
    """People can be looked up, user groups cannot."""

    def group(self, group: str) -> frozenset[str]:
        raise OSError("Slack cannot be reached")


def test_a_role_by_a_group_that_cannot_be_read_is_nobodys(tmp_path: Path, shelves: Shelves) -> None:
    url = f"sqlite:///{(tmp_path / 'groups.sqlite3').as_posix()}"
    migrate(url)
    app, held = load_settings({}, ROOT).app, RoleHolders(group="S0UNREADABLE")
    roles = app.roles.model_copy(update={
        "coordinators": held, "labor_liaisons": held, "provider_liaisons": {RIVER: held},
    })  # fmt: skip
    house = House(url, shelves, slack=NoGroups(), app=app.model_copy(update={"roles": roles}))
    sent, code = house.sends(RIVER), concern(house, by=ANA)
    token = house.release(sent.code).token
    assert sent.by_phone == (RIVER,), "a place whose liaisons are not known now is called"
    for user in (DANA, CARMEN, BO):
        person = house.who(user)
        assert person.is_member and not person.roles & {Role.COORDINATOR, Role.LABOR_LIAISON, Role.PROVIDER_LIAISON}
        assert not is_allowed(house, lambda person=person: house.intake.life.open(person, token=token))  # type: ignore[misc]
        assert not is_allowed(house, lambda person=person: house.intake.life.clocks(person))  # type: ignore[misc]
        assert not is_allowed(house, lambda person=person: house.intake.concerns.open(code, person))  # type: ignore[misc]
    assert house.item(sent.code).state is ReferralState.OPEN
    house.services.store.close()


def test_two_roles_do_not_add_up_to_more(small_house: House) -> None:
    """A place's liaison who is a coordinator and a police liaison as well sees counts and opens no referral."""
    house = small_house
    token = house.release(house.sends(RIVER).code).token
    both = replace(house.who(BO), roles=frozenset({Role.PROVIDER_LIAISON, Role.POLICE_LIAISON, Role.COORDINATOR}))
    assert not is_allowed(house, lambda: house.intake.life.open(both, token=token))
    assert is_allowed(house, lambda: house.intake.life.clocks(both))
