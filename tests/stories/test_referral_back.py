"""Going back keeps what stands in the fields: nothing of it is stored, it rides in the window, sealed like the answers."""

from __future__ import annotations

from typing import Any

from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Walker, everything_kept, rows
from tests.town import PersonInTown, Town

UP_TO_NEEDS = {**SAFE, **GROWN, **AGREED}
UP_TO_MATCH = {**UP_TO_NEEDS, **NEEDED}


def filled(person: PersonInTown) -> dict[str, Any]:
    """What stands in the fields of the open window, by question."""
    window = person.window
    assert window is not None
    found: dict[str, Any] = {}
    for block in window["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            one = element.get("initial_option", {}).get("value")
            several = [option["value"] for option in element.get("initial_options", [])]
            found[block["block_id"].removeprefix("q.")] = one or several or element.get("initial_value")
    return found


def test_before_consent_what_was_chosen_is_there_again_and_nothing_was_stored(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("No").chooses("Is there any sign", "Yes")
    before = rows(town)
    ana.presses("Back").sees("Is anyone in immediate danger").presses("No").sees("Is it safe for you")
    assert filled(ana) == {"safe_to_go_on": None, "self_harm": "yes"}
    ana.presses("Back").presses("No")
    assert filled(ana)["self_harm"] == "yes", "it stays however often somebody goes back"
    assert rows(town) == before


def test_after_consent_a_half_filled_step_is_there_again(ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_NEEDS).goes()
    ana.chooses("What help does the person want?", "Medical care").chooses("want? (more)", "Money")
    ana.chooses("Which form", "Labor").fills("Adults", "3")
    ana.presses("Back").sees("Consent is for named places").submits().sees("What help does the person want?")
    found = filled(ana)
    assert (found["help_wanted.0"], found["help_wanted.1"]) == (["medical"], ["money"])
    assert (found["form"], found["adults"], found["how_soon"]) == ("labor", "3", None)


def test_what_was_typed_is_there_again_but_never_a_detail_that_points_to_somebody(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_MATCH).goes()
    ana.fills("What must the place know", "call my desk after two").presses("Back").submits()
    assert filled(ana)["safe_contact"] == "call my desk after two"
    ana.fills("What must the place know", "call her at 312-555-0187").presses("Back").submits()
    assert filled(ana)["safe_contact"] is None
    assert b"call my desk" not in everything_kept(town) and "0187" not in town.everything_posted()


def test_danger_typed_and_left_by_going_back_shows_911(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_MATCH).goes()
    ana.fills("What must the place know", "he has a knife and she is here with me now").presses("Back").sees("Call 911 now")
    assert rows(town)["intake_drafts"] == 0


def test_a_change_that_was_not_sent_comes_once_more_before_the_way_goes_on(ana: PersonInTown) -> None:
    """Ana goes back two steps; what she changed on the way is neither lost nor taken without her."""
    ana.types("/refer P01")
    Walker(ana, UP_TO_MATCH).goes()
    ana.presses("Back").sees("What is needed").chooses("How soon?", "Tonight").presses("Back").sees("Consent is for named places")
    ana.submits().sees("What is needed")
    assert filled(ana)["how_soon"] == "tonight"
    ana.submits().sees("The person chooses").presses("Back")
    assert filled(ana)["how_soon"] == "tonight"


def test_a_place_concern_keeps_its_business_while_ana_looks_back(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P08").presses("No")
    Walker(ana, {"safe_to_go_on": "Yes"}).goes(most=1)
    ana.presses("No").fills("Business or site", "Harbor Diner").chooses("Kind of visit", "Routine").presses("Back").presses("No")
    found = filled(ana)
    assert (found["place"], found["visit_type"]) == ("Harbor Diner", "routine")
    assert b"Harbor" not in everything_kept(town)
