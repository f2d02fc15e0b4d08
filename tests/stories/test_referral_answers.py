"""Ana sends a referral; Bo's house and a clinic without Slack answer it in every way they can."""

from __future__ import annotations

from bot.intake.records import IntakeCount, ReferralGap
from tests.bot.intake.house import CLINIC, RIVER
from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Walker
from tests.stories.test_a_referral_lives import refers
from tests.town import PersonInTown, Town


def test_a_warm_handoff_from_the_last_window_to_the_arrival(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    """Ana and the person call together; Bo sees whom to reach when he takes it; both hear that the person arrived."""
    ana.types("/refer P01")
    needs = {**NEEDED, "help_wanted": ["A safe place tonight"], "which_way": "Stay with the general referral",
             "how_soon": "Tonight", "handoff": "We call together now"}  # fmt: skip
    Walker(ana, {**SAFE, **GROWN, **AGREED, **needs}).goes()
    ana.chooses("Which places does the person choose", "River House").submits().sees("Check and go on").presses("Send")
    ana.sees("Call together now: put the person on the line").sees("River House").presses("Close")
    town.work()
    bo.presses("Open").sees("wants to call you together with the person").presses("We take it")
    bo.sees(f"Reach <@{ana.id}> now").presses("Close")
    town.work()
    assert "accepted" in ana.direct_messages()
    bo.presses("Open").presses("Handed over").sees("handed over")
    town.work()
    assert "handed over" in ana.direct_messages()


def test_the_consent_is_taken_back_after_a_place_has_read_it(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    bo.presses("Open").sees("A safe place tonight")
    ana.types(f"/referral withdraw {code}").sees("is withdrawn").sees("Told in Slack to stop and destroy: 1").presses("Close")
    town.work()
    bo.presses("We take it").sees("not open to you").presses("Close")
    said = bo.direct_messages()
    assert "Please stop, and destroy everything you noted" in said and "waits for your answer" not in said
    for person in (ana, bo):
        person.types(f"/referral {code}").sees("not open to you").does_not_see("safe place").presses("Close")
    with town.services.store.read() as session:
        counted = {(row.measure, row.value): row.count for row in session.query(IntakeCount)}
    assert counted["outcome", "withdrawn"] == 1 and not any(measure == "need" for measure, _ in counted)


def test_a_clinic_on_the_phone_is_full_and_another_place_is_asked(town: Town, ana: PersonInTown) -> None:
    code = refers(town, "ana", CLINIC)
    ana.presses("Open call sheet").sees("Accepted").sees("Left a message").sees("Full").presses("Full").sees("cannot take it")
    ana.presses("Close").types(f"/referral {code}").presses("Ask another place").sees("Which place does the person choose?")
    ana.chooses("Which place", "River House").chooses("Agreement", "The person agreed").presses("Send")
    town.work()
    states = [release.state for release in town.services.intake.life.referral(code).releases]
    assert states == ["declined", "sent"]
    assert f"Item *{code}* waits for your answer" in town.person("bo").direct_messages()


def test_a_clinic_that_took_it_by_phone_can_still_be_marked_handed_over_later(town: Town, ana: PersonInTown) -> None:
    code = refers(town, "ana", CLINIC)
    ana.presses("Open call sheet").presses("Accepted").sees("accepted").presses("Close")
    town.minutes_pass(90)
    ana.sees(f"Item {code}, place 1: accepted").presses("Open call sheet").presses("Handed over").sees("handed over")


def test_both_answers_of_a_place_that_says_no_twice_count_once(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    refers(town, "ana", RIVER)
    bo.presses("Open").chooses("We cannot", "Language").sees("cannot take it").presses("Close")
    bo.presses("Open").does_not_see("We take it")
    town.work()
    assert ana.direct_messages().count("cannot take it") == 1


def test_ana_closes_with_an_outcome_of_the_flow_and_what_nobody_could_meet_is_a_gap(town: Town, ana: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    ana.types(f"/referral {code}").presses("Close it").sees("Provider declined, with a reason").does_not_see("Withdrawn")
    ana.chooses("How did it end?", "No suitable provider (gap)").presses("Close it")
    town.work()
    with town.services.store.read() as session:
        gaps = {(row.need, row.language, row.area): row.count for row in session.query(ReferralGap)}
    assert gaps == {("A safe place tonight", "es", "northside"): 1, ("Medical care", "es", "northside"): 1}
    ana.goes_to("#task-force").types("/referral").sees("closed, no suitable provider (gap)")


def test_a_bed_that_was_found_is_an_outcome_of_the_housing_flow_only(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    bo.types("/refer P09")
    bed = {"bed": "A bed tonight", "teen_boys": "No", "transport": "Has a way to get there", "providers": ["1"]}
    Walker(bo, {**SAFE, **GROWN, **AGREED, **NEEDED, **bed}).goes().sends()
    town.work()
    code = town.services.intake.own_referrals(town.services.people.who(bo.id))[0].code
    bo.presses("Close").types(f"/referral {code}").presses("Close it").chooses("How did it end?", "Bed found").presses("Close it")
    assert town.services.intake.life.referral(code).outcome == "bed_found"
    bo.goes_to("#task-force").types("/referral").sees("closed, bed found")
    other = refers(town, "ana", RIVER)
    ana.types(f"/referral {other}").presses("Close it").does_not_see("Bed found")
