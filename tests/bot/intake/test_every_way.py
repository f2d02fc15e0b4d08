"""All ways through all sixteen flows: where they end, what was asked before, and what may be kept."""

from __future__ import annotations

import pytest

from bot.content.library import load
from bot.content.protocol import Protocol
from bot.intake import flow
from bot.intake.flow import Showing
from tests.bot.intake.ways import Path, every_path, screens_of
from tests.town import ROOT

CODES = [f"P{number:02d}" for number in range(1, 17)]
LIBRARY = load(ROOT)
WAYS: dict[str, list[Path]] = {}


@pytest.fixture(params=CODES)
def protocol(request: pytest.FixtureRequest) -> Protocol:
    return LIBRARY.protocols[request.param]


def ways(protocol: Protocol) -> list[Path]:
    if protocol.code not in WAYS:
        WAYS[protocol.code] = list(every_path(protocol))
    return WAYS[protocol.code]



def test_all_sixteen_flows_are_there() -> None:
    assert sorted(LIBRARY.protocols) == CODES


def test_every_screen_ending_and_card_is_reached_by_some_way(protocol: Protocol) -> None:
    screens = {step for path in ways(protocol) for step in path.ended.trail}
    endings = {path.ended.ending.id for path in ways(protocol) if path.ended.ending}
    assert screens == {screen.id for screen in protocol.screens}
    own = {ending.id for ending in protocol.file.endings}
    assert own <= endings
    shown = {rule.show for path in ways(protocol) for screen in screens_of(protocol, path)
             for rule in screen.then if rule.show and flow.fits(rule, path.answers)}  # fmt: skip
    assert {card.id for card in protocol.file.cards} <= shown


def test_every_way_ends_within_fifteen_screens(protocol: Protocol) -> None:
    assert all(len(path.ended.trail) <= 15 for path in ways(protocol))


def test_danger_stops_before_any_later_question(protocol: Protocol) -> None:
    if protocol.file.about == "listing":
        assert protocol.question("danger_now") is None
        return
    stopped = [path for path in ways(protocol) if path.answers.get("danger_now") == "yes"]
    assert stopped
    for path in stopped:
        assert path.ended.ending is not None and path.ended.ending.id == "danger-stop"
        assert path.ended.ending.creates == "nothing"
        assert path.ended.trail[-1] == "danger"
        assert flow.on_the_way(protocol, path.answers).keys() <= {"danger_now", "scene_safe"}


def test_still_not_sure_about_danger_is_a_yes(protocol: Protocol) -> None:
    for path in ways(protocol):
        if path.answers.get("danger_after_list") in ("yes", "not_sure"):
            assert path.ended.ending is not None and path.ended.ending.id == "danger-stop"


def test_whoever_may_be_under_18_leaves_for_the_child_flow(protocol: Protocol) -> None:
    for path in ways(protocol):
        if path.answers.get("under_18") in ("yes", "not_sure"):
            assert path.ended.leads_to == "P02"


def test_a_record_about_a_person_needs_every_answer_of_the_consent_gate(protocol: Protocol) -> None:
    for path in ways(protocol):
        if path.ended.ending is None or path.ended.ending.creates != "referral":
            continue
        kept = flow.on_the_way(protocol, path.answers)
        assert kept["agreed"] == "yes"
        assert "yes" in (kept["limits_explained"], kept.get("limits_now"))
        assert kept.get("alone", "yes") == "yes"
        assert kept["how_given"] in ("verbal", "written", "chart")
        assert kept["danger_now"] == "no" or kept["danger_after_list"] == "no"
        assert kept["under_18"] == "no"


def test_nothing_counts_as_consent_before_the_gate_is_passed(protocol: Protocol) -> None:
    """Answer by answer along one way to a record: consent is there only behind the last screen of the gate."""
    record = next((path for path in ways(protocol) if path.ended.ending and path.ended.ending.creates == "referral"), None)
    if record is None:
        assert not any(flow.has_consent(protocol, path.answers) for path in ways(protocol))
        return
    answers: dict[str, flow.Value] = {}
    gate = [screen.id for screen in protocol.screens if screen.block == "consent"]
    for screen in screens_of(protocol, record):
        assert flow.has_consent(protocol, answers) == bool(set(flow.walk(protocol, answers).trail) & set(gate)
                                                           and _past(protocol, answers, gate))  # fmt: skip
        answers.update({question.id: record.answers.get(question.id) for question in screen.questions})
        answers[flow.read_mark(screen)] = "yes"
    assert flow.has_consent(protocol, answers)


def test_where_consent_is_not_given_nothing_is_made_and_places_can_be_shown(protocol: Protocol) -> None:
    for path in ways(protocol):
        if path.answers.get("agreed") in ("no", "not_asked", "undecided"):
            assert path.ended.ending is not None
            assert path.ended.ending.creates == "nothing"
            assert "list_providers" in path.ended.ending.offers


def test_progress_never_passes_its_own_total(protocol: Protocol) -> None:
    for path in ways(protocol)[:400]:
        answers: dict[str, flow.Value] = {}
        for screen in screens_of(protocol, path):
            state = flow.walk(protocol, answers)
            assert isinstance(state, Showing) and 1 <= state.step <= state.steps
            answers.update({question.id: path.answers.get(question.id) for question in screen.questions})
            answers[flow.read_mark(screen)] = "yes"


def test_going_to_another_flow_takes_shared_answers_along_and_nothing_else() -> None:
    start, goal = LIBRARY.protocols["P01"], LIBRARY.protocols["P09"]
    path = next(path for path in ways(start) if path.ended.leads_to == "P09")
    carried = flow.carried(start, goal, path.answers)
    state = flow.walk(goal, carried)
    assert isinstance(state, Showing) and state.screen.id == "bed"
    assert carried["how_given"] == path.answers["how_given"]
    assert "which_way" not in carried


def test_a_child_takes_no_answer_about_consent_along() -> None:
    start, goal = LIBRARY.protocols["P01"], LIBRARY.protocols["P02"]
    path = next(path for path in ways(start) if path.ended.leads_to == "P02")
    carried = flow.carried(start, goal, path.answers)
    assert set(carried) <= {"danger_now", "danger_after_list", "safe_to_go_on", "self_harm", "read_lifeline"}
    state = flow.walk(goal, carried)
    assert isinstance(state, Showing) and state.screen.id == "age-band"


def _past(protocol: Protocol, answers: dict[str, flow.Value], gate: list[str]) -> bool:
    state = flow.walk(protocol, answers)
    if not isinstance(state, Showing):
        return True
    places = [screen.id for screen in protocol.screens]
    return places.index(state.screen.id) > places.index(gate[-1])
