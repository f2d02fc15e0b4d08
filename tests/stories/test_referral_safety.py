"""Danger, age and consent: what stops a flow, and that nothing is left behind when it stops."""

from __future__ import annotations

import pytest

from tests.stories.referring import AGREED, COUNTS, GROWN, NEEDED, SAFE, Walker, rows
from tests.town import PersonInTown, Town

OPEN_HERE = ("P01", "P03", "P04", "P06", "P07", "P08", "P09", "P11", "P12", "P13", "P14", "P16")
UP_TO_CONSENT = {**SAFE, **GROWN, "scene_safe": "Safe", "information_given": "Yes, in their language"}


def left_behind(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    """Tables with more rows than before, apart from counts and audit lines."""
    return {name: count - before[name] for name, count in after.items() if count != before[name] and name not in COUNTS}


def start(town: Town, code: str, who: str = "ana") -> PersonInTown:
    person = town.person(who).types(f"/refer {code}")
    if code == "P06":
        person.presses("Safe")
    return person.sees("Is anyone in immediate danger")


@pytest.mark.parametrize("code", OPEN_HERE)
def test_danger_stops_every_flow_and_nothing_is_kept(town: Town, code: str) -> None:
    ana = start(town, code)
    before = rows(town)
    ana.presses("Yes").sees("Call 911 now").does_not_see("Could the person be under 18").does_not_see("agreed")
    assert ana.window is not None and not [b for b in ana.window["blocks"] if b["type"] == "input"]
    assert left_behind(before, rows(town)) == {}


def test_danger_now_is_one_press_away_on_every_window(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    answers = {**SAFE, **GROWN, **AGREED, **NEEDED, "providers": ["1"]}
    seen = 0
    walker = Walker(ana, answers)
    for _ in range(10):
        window = ana.window
        assert window is not None
        if window["callback_id"] == "intake.shown_window":
            break
        labels = [e["text"]["text"] for b in window["blocks"] if b["type"] == "actions" for e in b["elements"]]
        assert labels[0] == "Danger now: stop"
        seen += 1
        if window["callback_id"] == "intake.review_window":
            break
        walker.answers_step(window)
    assert seen == 8
    ana.presses("Danger now: stop").sees("Call 911 now")
    assert rows(town)["intake_drafts"] == 0, "the draft is gone as well"


def test_not_sure_shows_the_list_and_still_not_sure_counts_as_yes(ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("Not sure").sees("there is a weapon").presses("Not sure").sees("Call 911 now")


def test_the_card_for_danger_has_one_button(ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("Yes").sees("Call 911 now")
    window = ana.window
    assert window is not None and not [block for block in window["blocks"] if block["type"] == "actions"]
    ana.presses("I have called")
    assert ana.window is None


def test_not_safe_now_stops_and_offers_a_neutral_reminder(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("No")
    Walker(ana, {"safe_to_go_on": "No", "self_harm": "No"}).goes(most=1)
    ana.sees("Later is fine").presses("Remind me in 30 minutes").sees("Reminder set")
    town.minutes_pass(31)
    said = ana.direct_messages()
    assert "Follow-up due" in said
    for word in ("referral", "traffick", "safe", "labor"):
        assert word not in said.split("Follow-up due")[-1].lower()


def test_a_sign_of_self_harm_shows_988_first(ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("No")
    Walker(ana, {"safe_to_go_on": "Yes", "self_harm": "Yes"}).goes(most=1)
    ana.sees("988").presses("Next").sees("Could the person be under 18?")


@pytest.mark.parametrize("answer", ["Yes", "Not sure"])
@pytest.mark.parametrize("code", ["P01", "P03", "P04", "P06", "P09", "P11", "P13", "P14", "P12"])
def test_under_18_or_not_sure_leaves_the_adult_flow(town: Town, code: str, answer: str) -> None:
    """In the sample city the child line is a placeholder: the way is closed, and still says what to do."""
    ana = start(town, code)
    before = rows(town)
    Walker(ana, {**SAFE, **GROWN, "under_18": answer}).goes()
    ana.sees("This checklist cannot run here yet").sees("call 911").sees("Childhelp is not a reporting line")
    ana.sees("Telling this assistant is not reporting").does_not_see("555-0127")
    assert left_behind(before, rows(town)) == {}


def test_the_coordinators_hear_of_a_closed_flow_once_a_day(
    town: Town, ana: PersonInTown, bo: PersonInTown, dana: PersonInTown
) -> None:
    for person in (ana, bo):
        person.types("/refer P02").sees("This checklist cannot run here yet")
    town.work()
    said = dana.reads("#coordinators")
    assert said.count("The flow P02") == 1 and "City counsel" in said
    town.minutes_pass(24 * 60, step=360)
    ana.types("/refer P02")
    town.work()
    assert dana.reads("#coordinators").count("The flow P02") == 2


def test_a_closed_disability_flow_leads_to_the_general_referral(ana: PersonInTown) -> None:
    ana.types("/refer P10").sees("cannot run here yet").presses("General adult referral").sees("Is anyone in immediate danger")


@pytest.mark.parametrize("answer", ["No", "Not asked yet"])
def test_without_agreement_places_are_shown_and_nothing_is_kept(town: Town, ana: PersonInTown, answer: str) -> None:
    ana.types("/refer P01")
    before = rows(town)
    Walker(ana, {**UP_TO_CONSENT, "agreed": answer}).goes()
    ana.sees("No record was made").presses("Show places to call").sees("Nothing is written down")
    ana.chooses("What help is wanted?", "A safe place tonight").sees("Why: ")
    assert left_behind(before, rows(town)) == {}


def test_a_companion_in_the_room_means_no_consent(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    before = rows(town)
    Walker(ana, {**UP_TO_CONSENT, **AGREED, "alone": "No"}).goes()
    ana.sees("First a private space")
    assert left_behind(before, rows(town)) == {}


def test_unexplained_limits_are_explained_before_it_goes_on(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**UP_TO_CONSENT, **AGREED, "limits_explained": "No"}).goes()
    ana.sees("Have you now explained the limits")
    assert rows(town)["intake_drafts"] == 0
    ana.presses("Yes").sees("What help does the person want?")
    assert rows(town)["intake_drafts"] == 1


def test_an_agency_under_voca_is_offered_a_written_release_only(bo: PersonInTown, carmen: PersonInTown) -> None:
    for person in (bo, carmen):
        person.types("/refer P01")
        Walker(person, {**UP_TO_CONSENT, "agreed": "Yes"}).goes()
    bo.sees("Written release on file at my agency").does_not_see("Spoken, and I was there")
    carmen.sees("Spoken, and I was there")


def test_nothing_in_the_consent_window_is_ticked_beforehand(ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**UP_TO_CONSENT, "agreed": "Yes"}).goes()
    window = ana.window
    assert window is not None
    inputs = [block for block in window["blocks"] if block["type"] == "input"]
    ticked = {block["block_id"] for block in inputs if any(key.startswith("initial") for key in block["element"])}
    assert ticked == {"q.consent_ends", "q.police"}
    police = next(b for b in window["blocks"] if b.get("block_id") == "q.police")
    assert police["element"]["initial_option"]["value"] == "no"


def test_no_police_service_is_offered_unless_the_person_asked(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    needs = {**NEEDED, "help_wanted": ["Housing later", "Advocate", "Lawyer, rights as a crime victim"]}
    Walker(ana, {**UP_TO_CONSENT, **AGREED, **needs}).goes()
    ana.sees("Which places does the person choose").does_not_see("Police")
    offered = town.services.intake.draft(town.services.people.who(ana.id))
    matched = town.services.intake.matches("P01", offered.answers)
    assert matched and not [found for found in matched if found.provider.is_police]
    asked = town.services.intake.matches("P01", {**offered.answers, "police": "asked", "help_wanted": ("other",)})
    assert [found for found in asked if found.provider.is_police]


def test_somebody_held_gets_a_lawyer_to_call_and_nothing_is_kept(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P14")
    Walker(ana, {**UP_TO_CONSENT, **AGREED, "person_asked": "Yes", "in_contact": "Yes"}).goes()
    ana.sees("Call a lawyer now").presses("Show places to call").sees("Open Door Immigration Law")
    kept = rows(town)
    assert kept["intake_drafts"] == 0 and kept["referrals"] == 0


def test_a_sentence_that_reads_as_danger_turns_the_window_into_the_911_card(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**UP_TO_CONSENT, **AGREED, **NEEDED}).goes()
    ana.fills("What must the place know", "he has a knife and she is here with me now")
    window = ana.window
    assert window is not None
    block = next(b for b in window["blocks"] if b.get("block_id", "").startswith("q.providers"))
    first = block["element"]["options"][0]["value"]
    town.slack.press("ana", block["element"]["action_id"], [first], block_id=block["block_id"], view=window["id"])
    ana.submits().sees("Call 911 now")
    assert rows(town)["intake_drafts"] == 0


def test_danger_typed_after_the_command_shows_911_and_opens_nothing(ana: PersonInTown) -> None:
    ana.types("/refer he has a knife and she is here with me now").sees("911")
    assert ana.window is None


def test_nothing_fits_is_counted_without_a_code(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**UP_TO_CONSENT, **AGREED, **NEEDED, "providers": ["None of these: note what is missing"]}).goes()
    ana.sees("Nothing fits")
    kept = rows(town)
    assert kept["referral_gaps"] == 1 and kept["referrals"] == 0 and kept["intake_drafts"] == 0


