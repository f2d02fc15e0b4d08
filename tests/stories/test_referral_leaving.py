"""Nia sent a referral and leaves; Eli leads her agency. Bo answers for River House and leaves as well."""

from __future__ import annotations

from tests.bot.intake.house import RIVER
from tests.stories.test_a_referral_lives import refers
from tests.town import PersonInTown, Town


def test_the_lead_takes_over_the_same_day(town: Town, eli: PersonInTown, bo: PersonInTown, dana: PersonInTown) -> None:
    code = refers(town, "nia", RIVER)
    town.slack.deactivate("nia")
    town.slack.settle()
    town.work()
    eli.sees(f"Item *{code}* is open, and its owner has left").presses("Open").sees("River House").presses("Close")
    assert code not in dana.reads("#coordinators")
    bo.presses("Open").sees(f"<@{eli.id}>").presses("We take it").sees("accepted")
    town.work()
    assert f"Item {code}: place 1: accepted" in eli.direct_messages()


def test_a_place_whose_liaison_left_is_called(town: Town, ana: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    town.slack.deactivate("bo")
    town.slack.settle()
    town.work()
    ana.sees(f"Item *{code}*: place 1 is reached by phone").presses("Open call sheet").sees("River House")
    ana.sees("What you may say").presses("Accepted").sees("accepted")
    assert town.services.intake.life.referral(code).releases[0].state == "accepted"


def test_an_agency_without_a_lead_leaves_a_code_for_the_coordinators(town: Town, dana: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    town.slack.deactivate("ana")
    town.slack.settle()
    town.work()
    said = dana.reads("#coordinators")
    assert f"Item *{code}* is open, its owner has left" in said
    for word in ("River", "safe place", "Medical", "Northside", "Spanish"):
        assert word not in said
    dana.goes_to("#task-force").types(f"/referral {code}").sees("not open to you").presses("Close")
    dana.types(f"/referral withdraw {code}").sees("is withdrawn")
