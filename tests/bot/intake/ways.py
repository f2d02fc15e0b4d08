"""Every way through a flow, generated: all answers that can change where it leads or what is shown, none left out.

Answers with the same effect are one: of three options that no rule tells apart, the first is taken. Of several choices the
empty one (where it may be), each alone, and all together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from bot.content.protocol import NONE_FITS, Protocol, Question, Screen, When
from bot.intake.flow import Ended, Showing, Value, fits, read_mark, walk

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Path:
    answers: dict[str, Value]
    ended: Ended


def every_path(protocol: Protocol) -> Iterator[Path]:
    """Depth first over all answers with a different effect, screen by screen."""
    yield from _from(protocol, {}, _conditions(protocol))


def _from(protocol: Protocol, answers: dict[str, Value], conditions: dict[str, list[When]]) -> Iterator[Path]:
    state = walk(protocol, answers)
    if isinstance(state, Ended):
        yield Path(answers, state)
        return
    for given in answers_to(state.screen, conditions):
        yield from _from(protocol, {**answers, **given}, conditions)


def answers_to(screen: Screen, conditions: dict[str, list[When]]) -> Iterator[dict[str, Value]]:
    mark = {read_mark(screen): "yes"}
    ids = [question.id for question in screen.questions]
    for combination in product(*(values(question, conditions.get(question.id, [])) for question in screen.questions)):
        yield {**dict(zip(ids, combination, strict=True)), **mark}


def values(question: Question, conditions: list[When]) -> list[Value]:
    """One value for each effect the question's answers can have."""
    found: dict[tuple[bool, ...], Value] = {}
    for value in _possible(question):
        effect = tuple(fits(condition, {question.id: value}) for condition in conditions)
        found.setdefault(effect, value)
    return list(found.values())


def _possible(question: Question) -> list[Value]:
    if question.kind == "choices":
        alone: list[Value] = [(name,) for name in question.choices]
        return [*alone, tuple(question.choices), *([()] if question.optional else [])]
    if question.choices:
        listed: list[Value] = list(question.choices)
        return [*listed, None] if question.optional else listed
    if question.kind == "providers":
        return [("ex-river-house",), (NONE_FITS,)]
    simple: dict[str, Value] = {
        "number": 1, "language": "es", "areas": ("downtown",), "text": "call my desk after 2 pm", "place": "Harbor Diner",
        "date": TODAY + timedelta(days=-1 if question.past else 20),
    }  # fmt: skip
    return [simple[question.kind]]


def _conditions(protocol: Protocol) -> dict[str, list[When]]:
    found: dict[str, list[When]] = {}
    for screen in protocol.screens:
        for condition in (*screen.then, *([screen.only_if] if screen.only_if else [])):
            found.setdefault(condition.when, []).append(condition)
    return found


def screens_of(protocol: Protocol, path: Path) -> list[Screen]:
    return [screen for step in path.ended.trail if (screen := protocol.screen(step)) is not None]


def first_showing(protocol: Protocol) -> Showing:
    state = walk(protocol, {})
    assert isinstance(state, Showing)
    return state
