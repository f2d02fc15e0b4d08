"""Where a referral begins, who may begin one, and that nothing of it ever stands in a channel."""

from __future__ import annotations

import pytest

from bot.people.person import Person, PersonKind, Role
from tests.stories.referring import rows
from tests.town import PersonInTown, Town

FLOWS = [f"P{number:02d}" for number in range(1, 17)]
MEMBERS = ("ana", "bo", "carmen", "dana", "eli", "nia", "lea")


def test_words_after_the_command_choose_the_flow(ana: PersonInTown) -> None:
    ana.types("/refer unpaid wages at a restaurant").sees("Worker referral")


def test_without_words_ana_chooses_and_her_own_flows_come_first(ana: PersonInTown) -> None:
    ana.types("/refer").sees("What is it about?").sees("General adult referral").sees("Supply-chain concern")
    assert ana.screen.index("Hospital and clinic") < ana.screen.index("School")
    ana.presses("Start")
    ana.sees("Is anyone in immediate danger")


def test_an_answer_and_plain_words_lead_to_the_window(ana: PersonInTown) -> None:
    ana.types("start a referral for a worker who was not paid").sees("I am ready").presses("Start a referral")
    ana.sees("Worker referral").sees("Is anyone in immediate danger")


def test_home_has_a_button(ana: PersonInTown) -> None:
    ana.opens_home().sees("Start a referral").presses("Start a referral").sees("What is it about?")


def test_the_shortcut_never_takes_a_word_of_the_message_along(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    bo.goes_to("#task-force").types("plain talk with the word zebracanary in it")
    message = town.slack.read("ana", "#task-force")[-1]
    before = len(town.slack.calls)
    ana.uses_shortcut("intake.start", {"channel": "#task-force", "ts": message["ts"]}).sees("What is it about?")
    assert "zebracanary" not in str(list(town.slack.calls)[before:])


def test_nothing_is_said_in_the_channel_where_the_command_was_typed(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    before = len(town.channel("#task-force"))
    ana.goes_to("#task-force").types("/refer P01").sees("Is anyone in immediate danger")
    assert len(town.channel("#task-force")) == before


@pytest.mark.parametrize("who", ["hal", "ivy"])
def test_guests_get_the_hotline_and_the_refusal_is_audited(town: Town, who: str) -> None:
    guest = town.person(who)
    before = rows(town)["audit"]
    guest.goes_to("#task-force" if who == "hal" else "#legal-clinic").types("/refer P01")
    guest.sees("Referrals are for members").sees("Hotline")
    assert guest.window is None and rows(town)["audit"] == before + 1


def test_a_guest_who_presses_a_button_somebody_left_is_refused_as_well(town: Town) -> None:
    """Nobody is trusted for having a button: the press is looked at like the command."""
    for kind in PersonKind:
        person = Person("U0SOMEBODY", kind=kind)
        open_to = [code for code in FLOWS if town.services.rooms.walks.refusal(person, code) is None]
        assert open_to == (FLOWS if kind is PersonKind.MEMBER else []), kind


@pytest.mark.parametrize("code", FLOWS)
def test_members_may_start_every_flow(town: Town, code: str) -> None:
    for name in MEMBERS:
        person = town.services.people.who(town.person(name).id)
        assert town.services.rooms.walks.refusal(person, code) is None, name


def test_a_police_liaison_starts_the_responder_flow_and_no_other(town: Town) -> None:
    gus = town.person("gus")
    liaison = town.services.people.who(gus.id)
    assert liaison.has(Role.POLICE_LIAISON)
    allowed = [code for code in FLOWS if town.services.rooms.walks.refusal(liaison, code) is None]
    assert allowed == ["P06", "P15"]
    gus.goes_to("#task-force").types("/refer P01").sees("responder flow")
    assert gus.window is None
    gus.types("/refer P06").sees("Is the scene safe?")


def test_the_privacy_lead_starts_no_flow_about_a_person(town: Town) -> None:
    fay = town.services.people.who(town.person("fay").id)
    assert [code for code in FLOWS if town.services.rooms.walks.refusal(fay, code) is None] == ["P15"]


def test_somebody_whom_slack_cannot_look_up_is_refused(town: Town, bo: PersonInTown) -> None:
    town.slack.advance(2 * 3600)  # what was known of Bo is old by now
    town.slack.add_fault("users.info", "unavailable", times=None)
    bo.goes_to("#task-force").types("/refer P01").sees("could not look you up")
    assert bo.window is None
    town.slack.clear_faults()
