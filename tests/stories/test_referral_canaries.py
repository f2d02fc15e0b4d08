"""Words typed into a flow are found nowhere afterward, and danger or details in them are never kept.

A canary is a made-up word typed into every box. It is looked for in every byte of the database and its log, in every log
line of every library, in every call to Slack, in metadata and private metadata, and in what a restart would read.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Ear, Walker, everything_kept, rows
from tests.town import PersonInTown, Town

READY = {**SAFE, **GROWN, **AGREED, **NEEDED, "providers": ["1"]}
PLACE: dict[str, Any] = {"place_area": ["Downtown"], "asked_for_help": "No"}
# flow, answers, the box, and the last press
BOXES: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("P01", READY, "safe_contact", "Send"),
    ("P07", {**SAFE, **PLACE, "concern_kind": ["Workers (labor)"], "seen_facts": ["A locked exit"], "part_of_day": "Night",
             "known_from": "Another agency"}, "place", "Keep the concern"),
    ("P08", {**SAFE, **PLACE, "child_working": "No", "visit_type": "Routine", "plain_view": ["Injuries"], "private_talk": "No",
             "rights_cards": "No", "would_displace": "No"}, "place", "Keep the concern"),
    ("P12", {**SAFE, **PLACE, "under_18": "No", "site": "Shelter", "site_concern": ["An unsafe job offer"],
             "information_given": "Yes", "adult_wants_help": "No"}, "place", "Keep the concern"),
    ("P16", {**SAFE, **PLACE, "child_labor_now": "No", "goods": "Food", "signal": ["Wages"], "evidence": ["Invoice"],
             "could_harm": "No", "federal_money": "No"}, "place", "Keep the concern"),
)  # fmt: skip
# what the identifier screen must catch, and a piece of it that must be found nowhere
DETAILS = (
    ("call her at 312-867-5309", "867-5309"), ("her A-number is A 204 817 993", "204 817 993"),
    ("born on 03/14/1999", "03/14/1999"), ("write to zebracanary@example.com", "zebracanary"),
    ("the van has plate XKT 4471", "XKT 4471"), ("her name is Zebrina Canaryfield", "Zebrina"),
)  # fmt: skip


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Hears every log line of every library, at every level."""
    listening, root = Ear(), logging.getLogger()
    before = root.level
    root.addHandler(listening)
    root.setLevel(logging.DEBUG)
    try:
        yield listening
    finally:
        root.removeHandler(listening)
        root.setLevel(before)


def is_quiet(town: Town, ear: Ear, secret: str) -> None:
    """The word stands nowhere but in what the person typed themselves."""
    assert secret.encode() not in everything_kept(town), "in the database or its log"
    assert not [line for line in ear.heard if secret in line and "taskforce" in line], "in our log"
    for call in town.slack.calls:
        if secret not in json.dumps(call, ensure_ascii=False):
            continue
        raise AssertionError(f"in a call of {call.get('method')}")


@pytest.mark.parametrize(("code", "answers", "box", "last"), BOXES)
def test_a_word_typed_into_a_box_is_sealed_and_seen_nowhere_else(
    town: Town, ana: PersonInTown, ear: Ear, code: str, answers: dict[str, Any], box: str, last: str
) -> None:
    secret = f"zebracanary{code.lower()}"
    ana.types(f"/refer {code}")
    walker = Walker(ana, {**answers, box: f"desk {secret}"}).goes()
    is_hidden_in_metadata(ana, secret)
    assert secret.encode() not in everything_kept(town)
    calls = len(town.slack.calls)
    walker.sends(last)
    assert ana.window is not None and ana.window["callback_id"] == "intake.shown_window", ana.screen
    town.minutes_pass(30)
    assert secret.encode() not in everything_kept(town)
    assert secret not in json.dumps(list(town.slack.calls)[calls:], ensure_ascii=False)
    assert not [line for line in ear.heard if secret in line and not is_the_practice(line)]


def is_hidden_in_metadata(person: PersonInTown, secret: str) -> None:
    window = person.window
    assert window is not None and secret not in window["private_metadata"] and len(window["private_metadata"]) <= 3000


def is_the_practice(line: str) -> bool:
    """The pretend Slack and the WebSocket client carry payloads; at their own debug level they print them."""
    return any(name in line for name in ("websocket", "> TEXT", "< TEXT", "on_message", "A new message", "payload"))


@pytest.mark.parametrize(("typed", "piece"), DETAILS)
def test_a_detail_about_a_person_is_refused_beside_its_field_and_kept_nowhere(
    town: Town, ana: PersonInTown, ear: Ear, typed: str, piece: str
) -> None:
    ana.types("/refer P01")
    Walker(ana, {**SAFE, **GROWN, **AGREED, **NEEDED}).goes()
    before = rows(town)
    window = ana.window
    assert window is not None
    places = next(block for block in window["blocks"] if block.get("block_id", "").startswith("q.providers"))
    first = places["element"]["options"][0]["value"]
    town.slack.press("ana", places["element"]["action_id"], [first], block_id=places["block_id"], view=window["id"])
    ana.fills("What must the place know", typed).submits().sees("I can't take that detail here")
    assert rows(town) == before
    is_quiet(town, ear, piece)


def test_words_after_the_command_are_kept_nowhere(town: Town, ana: PersonInTown, ear: Ear) -> None:
    ana.types("/refer zebracanary adult referral").sees("Is anyone in immediate danger")
    is_quiet(town, ear, "zebracanary")


def test_another_person_cannot_use_the_place_sealed_in_a_window(town: Town, ana: PersonInTown) -> None:
    from bot.intake.journey import LostPlace
    from bot.rooms.intake_walk import At

    ana.types("/refer P01").presses("No")
    window = ana.window
    assert window is not None
    walks, people = town.services.rooms.walks, town.services.people
    mine = At(people.who(ana.id), window["id"], "k1")
    assert walks.back(mine, window["private_metadata"]).window
    for stolen in (At(people.who(town.person("bo").id), window["id"], "k2"), At(people.who(ana.id), "V0OTHER", "k3")):
        with pytest.raises(LostPlace):
            walks.back(stolen, window["private_metadata"])
    with pytest.raises(LostPlace):
        walks.back(mine, window["private_metadata"][:-8] + "AAAAAAAA")
