"""What somebody who is frightened and in a hurry sees first: the number to press, whom to call, and the stop everywhere."""

from __future__ import annotations

from typing import Any

from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Walker
from tests.town import PersonInTown, Town, words

STOP = "Danger now: stop"
READY: dict[str, Any] = {
    **SAFE, **GROWN, **AGREED, **NEEDED, "help_wanted": ["A safe place tonight", "Medical care"],
    "which_way": "Stay with the general referral",
}  # fmt: skip
RIVER, CLINIC = "River House Shelter (example)", "Hospital HOPE Clinic (example)"


def blocks(person: PersonInTown) -> list[dict[str, Any]]:
    assert person.window is not None
    return list(person.window["blocks"])


def sends(ana: PersonInTown, *places: str) -> list[str]:
    ana.types("/refer P01")
    Walker(ana, {**READY, "providers": list(places)}).goes().sends()
    return [words(block) for block in ana.sees("Referral sent").window["blocks"]]  # type: ignore[index]


def test_the_number_to_press_stands_before_any_text(ana: PersonInTown) -> None:
    for answer in ("Yes", STOP):
        ana.types("/refer P01").presses(answer).sees("Call 911 now")
        assert "tel:911" in words(blocks(ana)[0])
        ana.presses("I have called")


def test_in_a_long_window_the_stop_stands_at_the_foot_as_well(ana: PersonInTown) -> None:
    ana.types("/refer P01")
    walker, long = Walker(ana, {**READY, "providers": ["1"]}), 0
    while ana.window is not None and ana.window["callback_id"] in ("intake.window", "intake.review_window"):
        here = blocks(ana)
        stops = [place for place, block in enumerate(here) if block["type"] == "actions" and STOP in words(block)]
        if len(here) > 9:
            assert stops == [1, len(here) - 1], words(ana.window)
            long += 1
        else:
            assert stops[0] == 1
        if ana.window["callback_id"] == "intake.review_window":
            break
        walker.answers_step(ana.window)
    assert long >= 3, "consent, the places and the last look are long"


def test_the_last_look_begins_with_what_the_places_see(ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**READY, "providers": [RIVER]}).goes()
    fates = [words(block).rpartition("_(")[2] for block in blocks(ana) if "_(" in words(block)]
    ranks = [("the places see it" not in fate) + ("not kept" in fate) for fate in fates]
    assert ranks == sorted(ranks) and set(ranks) == {0, 1, 2}


def test_a_place_that_is_called_is_never_said_to_have_been_told(town: Town, ana: PersonInTown) -> None:
    shown = sends(ana, CLINIC)
    assert shown[0].startswith("*Please call now: Hospital HOPE Clinic") and "Nobody there has heard of it yet" in shown[0]
    assert "tel:" in shown[1]
    ana.presses("Close")
    shown = sends(ana, RIVER)
    assert not any("Please call now" in text for text in shown) and any("River House" in text for text in shown)
    ana.presses("Close")
    shown = sends(ana, RIVER, CLINIC)
    assert "Hospital HOPE" in shown[0] and "River House" not in shown[0]
