"""Going back, changing one answer, and finding the others as they were."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.library import load
from bot.content.protocol import NONE_FITS, Protocol, Question
from bot.intake import flow
from bot.intake.flow import Ended, Showing, Value
from tests.bot.intake.ways import TODAY
from tests.town import ROOT

LIBRARY = load(ROOT)
CODES = sorted(LIBRARY.protocols)


def some_value(draw: st.DrawFn, question: Question) -> Value:
    if question.optional and draw(st.booleans()):
        return None
    if question.kind == "choices":
        return tuple(draw(st.lists(st.sampled_from(list(question.choices)), min_size=1, unique=True)))
    if question.choices:
        return draw(st.sampled_from(list(question.choices)))
    if question.kind == "providers":
        return draw(st.sampled_from([("ex-river-house",), (NONE_FITS,)]))
    if question.kind == "number":
        return draw(st.integers(0, question.most or 9))
    if question.kind == "date":
        return TODAY + timedelta(days=draw(st.integers(0, 30)) * (-1 if question.past else 1))
    return ("downtown",) if question.kind == "areas" else "es" if question.kind == "language" else "Harbor Diner"


@st.composite
def walks(draw: st.DrawFn) -> tuple[Protocol, dict[str, Value]]:
    """Somebody answers one screen after the other, some way along."""
    protocol = LIBRARY.protocols[draw(st.sampled_from(CODES))]
    answers: dict[str, Value] = {}
    for _ in range(draw(st.integers(1, 14))):
        state = flow.walk(protocol, answers)
        if isinstance(state, Ended):
            break
        for question in state.screen.questions:
            answers[question.id] = some_value(draw, question)
        answers[flow.read_mark(state.screen)] = "yes"
    return protocol, answers


@given(walks())
@settings(max_examples=200, deadline=None)
def test_going_back_and_on_again_leads_to_the_same_place(made: tuple[Protocol, dict[str, Value]]) -> None:
    protocol, answers = made
    before = flow.walk(protocol, answers)
    earlier = flow.back(protocol, answers)
    if earlier is None:
        assert before.trail == ()
        return
    shown = flow.reopened(protocol, answers, earlier.id)
    assert shown is not None and shown.screen == earlier
    assert flow.walk(protocol, answers) == before


@given(walks(), st.data())
@settings(max_examples=200, deadline=None)
def test_changing_one_answer_loses_none_of_the_others(made: tuple[Protocol, dict[str, Value]], data: st.DataObject) -> None:
    protocol, answers = made
    state = flow.walk(protocol, answers)
    asked = [q for step in state.trail if (screen := protocol.screen(step)) for q in screen.questions]
    if not asked:
        return
    question = data.draw(st.sampled_from(asked))
    changed = {**answers, question.id: some_value(data.draw, question)}
    if not question.optional and not flow.is_given(changed[question.id]):
        return
    again = flow.walk(protocol, changed)
    kept = flow.on_the_way(protocol, changed)
    assert all(kept[name] == value for name, value in changed.items() if name in kept)
    # and changed back, everything stands as it stood
    assert flow.walk(protocol, {**changed, question.id: answers.get(question.id)}) == state
    assert isinstance(again, Showing | Ended)


@given(walks())
@settings(max_examples=200, deadline=None)
def test_what_lies_off_the_way_is_never_part_of_a_record(made: tuple[Protocol, dict[str, Value]]) -> None:
    protocol, answers = made
    state = flow.walk(protocol, answers)
    open_screen = state.screen.id if isinstance(state, Showing) else ""
    on_it = {q.id for step in (*state.trail, open_screen) if (screen := protocol.screen(step)) for q in screen.questions}
    assert flow.on_the_way(protocol, answers).keys() <= on_it


def test_a_date_too_far_ahead_is_refused_with_the_days_that_can_be_taken() -> None:
    ends = LIBRARY.protocols["P01"].question("consent_ends")
    assert ends is not None
    assert flow.complaint(ends, TODAY + timedelta(days=90), TODAY) is None
    said = flow.complaint(ends, TODAY + timedelta(days=91), TODAY)
    assert said is not None and "Nov 23" in said and "Feb 21" in said
    assert flow.complaint(ends, TODAY - timedelta(days=1), TODAY) is not None
    assert flow.proposed(ends, TODAY) == TODAY + timedelta(days=30)


def test_a_visit_lies_in_the_past() -> None:
    seen = LIBRARY.protocols["P07"].question("seen_on")
    assert seen is not None
    assert flow.complaint(seen, TODAY, TODAY) is None
    assert flow.complaint(seen, TODAY + timedelta(days=1), TODAY) is not None


def test_places_and_none_fits_cannot_both_be_chosen() -> None:
    places = LIBRARY.protocols["P01"].question("providers")
    assert places is not None
    assert flow.complaint(places, ("ex-river-house", NONE_FITS), TODAY) is not None
    assert flow.complaint(places, ("a-a", "b-b", "c-c", "d-d"), TODAY) is not None
    assert flow.complaint(places, (NONE_FITS,), TODAY) is None
