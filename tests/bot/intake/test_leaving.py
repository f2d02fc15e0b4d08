"""Somebody leaves: nothing is lost, nothing is shown to anybody else than the one who takes over, and each step is audited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.intake.records import IntakeDraft, Referral, ReferralState, ReleaseState
from bot.outbox.records import State
from bot.people.person import PersonKind
from bot.people.service import Profile
from bot.problems import PersonError
from bot.settings import Agency, RoleHolders, load_settings
from bot.shelves import Shelves
from tests.bot.intake.house import ANA, BO, CARMEN, CLINIC, DANA, ELI, GUS, NIA, RIVER, Directory, House
from tests.town import ROOT

LIAISONS = "S0RIVER0000"


class SlackWithGroups(Directory):
    """Slack's list with one user group in it."""

    def __init__(self) -> None:
        super().__init__()
        self.members = frozenset({BO})

    def group(self, group: str) -> frozenset[str]:
        if self.broken:
            raise OSError("Slack cannot be reached")
        return self.members


@pytest.fixture
def grouped_house(database_url: str, shelves: Shelves) -> Iterator[House]:
    """Who speaks for River House stands in a Slack user group."""
    app = load_settings({}, ROOT).app
    roles = app.roles.model_copy(update={"provider_liaisons": {RIVER: RoleHolders(group=LIAISONS)}})
    made = House(database_url, shelves, slack=SlackWithGroups(), app=app.model_copy(update={"roles": roles}))
    yield made
    made.services.store.close()


def leaves(house: House, user: str) -> int:
    """Slack's event says so, and the assistant acts on it."""
    house.slack.kinds[user] = PersonKind.DEACTIVATED
    house.services.people.learn(Profile(user, PersonKind.DEACTIVATED, user, "UTC"))
    return int(house.intake.leaving.somebody_left(user))


def acts(house: House) -> list[tuple[str, str, str]]:
    return [(line.who, line.act, line.what) for line in house.intake.audit.lines()]


def owner(house: House) -> Any:
    with house.services.store.read() as session:
        return session.query(Referral).one().owner


def test_open_items_go_to_the_lead_of_the_same_agency(house: House) -> None:
    """Nia leaves; Eli leads Family Services."""
    code = house.sends(RIVER, by=NIA).code
    assert leaves(house, NIA) == 1
    assert [each.code for each in house.intake.own_referrals(house.who(ELI))] == [code]
    assert house.intake.life.open(house.who(ELI), code=code).answers["language"] == "es"
    assert ("assistant", "handed-on", "to the agency's lead") in acts(house)
    said = house.due("referral.handed-on")
    assert [(kind, target) for kind, target, _ in said] == [("referral.handed-on", ELI)] and code in said[0][2]
    for user in (ANA, BO, CARMEN, DANA):
        assert house.intake.own_referrals(house.who(user)) == ()


def test_the_lead_hears_every_clock_the_leaver_would_have_heard(house: House) -> None:
    code = house.sends(RIVER, CLINIC, by=NIA).code
    leaves(house, NIA)
    kinds = {kind for kind, target, _ in house.due("referral") if target == ELI}
    assert kinds == {"referral.handed-on", "referral.call-sheet"}
    house.minutes_pass(31)
    kinds = {kind for kind, target, _ in house.due("referral") if target == ELI}
    assert {"referral.no-answer", "referral.call-reminder"} <= kinds
    house.intake.life.answer(house.release(code).token, ReleaseState.DECLINED, house.who(BO), house.key(), reason="full")
    assert ("referral.answered-declined", ELI) in {(kind, target) for kind, target, _ in house.due("referral")}
    house.days_pass(15)
    assert ("referral.close-prompt", ELI) in {(kind, target) for kind, target, _ in house.due("referral")}


def test_nothing_more_is_said_to_the_leaver_and_their_kept_place_is_gone(house: House) -> None:
    house.sends(CLINIC, by=NIA)
    house.intake.save_draft(house.who(NIA), "P01", house.answers(RIVER))
    leaves(house, NIA)
    assert {row.state for row in house.outbox("referral") if row.target == NIA} == {State.DROPPED}
    with house.services.store.read() as session:
        assert session.query(IntakeDraft).count() == 0
    with pytest.raises(PersonError):
        house.intake.life.open(house.who(NIA), code="BBBB-BBBB")


def test_where_the_lead_left_a_backup_of_the_same_agency_takes_over(house: House) -> None:
    code = house.sends(RIVER, by=ELI).code
    leaves(house, ELI)
    assert [each.code for each in house.intake.own_referrals(house.who(NIA))] == [code]


def test_without_anybody_the_coordinators_hear_a_code_and_see_nothing_of_it(house: House) -> None:
    """Ana is alone in her agency, and Bo's seat is backed up by somebody of another one."""
    for user in (ANA, BO):
        code = house.sends(RIVER, by=user, how_given="written").code
        assert leaves(house, user) >= 1
        heard = {target for kind, target, text in house.due("referral.no-owner") if code in text}
        assert heard == {house.settings.app.channels.coordinators}
        with pytest.raises(PersonError):
            house.intake.life.open(house.who(DANA), code=code)
        assert leaves(house, user) == 0, "told again, it changes nothing"
        house.intake.life.withdraw(code, house.who(DANA), house.key())


def test_an_item_nobody_could_take_goes_to_the_lead_as_soon_as_there_is_one(house: House) -> None:
    code = house.sends(RIVER, by=NIA).code
    for user in (ELI, NIA):
        leaves(house, user)
    assert owner(house) is None
    house.slack.kinds[ELI] = PersonKind.MEMBER
    house.services.people.learn(Profile(ELI, PersonKind.MEMBER, ELI, "UTC"))
    house.minutes_pass(61)
    house.services.tick()
    assert [each.code for each in house.intake.own_referrals(house.who(ELI))] == [code]


def test_a_police_lead_gets_nobody_s_referral(database_url: str, shelves: Shelves) -> None:
    """R29: whoever leads that agency, a liaison of the police opens no referral of somebody else."""
    app = load_settings({}, ROOT).app
    others = [agency for agency in app.agencies if agency.id != "family-services"]
    agencies = (Agency(id="mixed", name="Mixed", lead=GUS, members=(NIA,)), *others)
    made = House(database_url, shelves, app=app.model_copy(update={"agencies": agencies}))
    made.sends(RIVER, by=NIA, how_given="written")
    leaves(made, NIA)
    assert owner(made) is None and made.intake.own_referrals(made.who(GUS)) == ()
    made.services.store.close()


def test_a_leaver_whom_no_event_told_of_is_found_within_the_hour(house: House) -> None:
    house.sends(RIVER, by=NIA)
    house.services.tick()
    house.slack.kinds[NIA] = PersonKind.GUEST
    house.minutes_pass(61)
    house.services.tick()
    assert owner(house) == ELI


def test_when_slack_does_not_answer_nothing_changes_hands(grouped_house: House) -> None:
    house = grouped_house
    code = house.sends(RIVER, by=NIA).code
    house.slack.broken = True
    house.minutes_pass(61)
    house.services.people.forget_groups()
    house.services.tick()
    assert owner(house) == NIA and not house.release(code).by_phone


def test_a_place_whose_liaison_left_is_called_by_the_staff_member(house: House) -> None:
    code = house.sends(RIVER).code
    token = house.release(code).token
    house.intake.life.open(house.who(BO), token=token)
    leaves(house, BO)
    assert house.release(code).by_phone and house.release(code).state is ReleaseState.SEEN
    assert ("referral.call-sheet", ANA) in {(kind, target) for kind, target, _ in house.due("referral")}
    assert ("assistant", "handed-on", "a place is called from now on") in acts(house)
    sheet = house.intake.life.open(house.who(ANA), token=token, as_sheet=True)
    assert set(sheet.answers) == {"help_wanted", "language"}, "what the place may hear, and no more"
    assert house.intake.life.answer(token, ReleaseState.ACCEPTED, house.who(ANA), house.key()).won


def test_the_liaisons_who_are_left_and_new_ones_hear_of_what_waits(grouped_house: House) -> None:
    house = grouped_house
    code = house.sends(RIVER).code
    house.slack.members = frozenset({CARMEN})
    house.services.people.forget_groups()
    leaves(house, BO)
    assert not house.release(code).by_phone
    told = [target for kind, target, _ in house.due("referral.for-provider")]
    assert told.count(CARMEN) == 1 and told.count(BO) <= 1
    assert house.intake.life.open(house.who(CARMEN), token=house.release(code).token).answers


def test_what_is_closed_or_withdrawn_is_left_alone(house: House) -> None:
    closed, gone = house.sends(RIVER, by=NIA).code, house.sends(RIVER, by=NIA).code
    house.intake.life.close(closed, "connected", house.who(NIA), house.key())
    house.intake.life.withdraw(gone, house.who(NIA), house.key())
    assert leaves(house, NIA) == 0
    assert {house.item(code).state for code in (closed, gone)} == {ReferralState.CLOSED, ReferralState.WITHDRAWN}
