"""The ways through a flow: which step may follow which, and on what answer. For `check` and for drawing; no answers here.

What the answers of one person lead to is the engine's matter (bot/intake/flow.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.content.protocol import NEXT, NONE_FITS, Protocol, Rule, Screen, When

Options = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Way:
    """From a screen to a screen, an ending or another flow. `says`: the answer that leads there; empty for the usual way."""

    start: str
    goal: str
    says: str = ""


class Nowhere(LookupError):
    """A rule names a step that is not there."""


def usual_ending(protocol: Protocol) -> str | None:
    """Where the last screen leads: the flow's own last ending that creates something."""
    own = [ending.id for ending in protocol.file.endings if ending.kind == "created"]
    return own[-1] if own else None


def ways(protocol: Protocol) -> tuple[Way, ...]:
    """Every way from every screen, each once. A step that is not there is named as it is written."""
    return tuple(dict.fromkeys(way for screen in protocol.screens for way in ways_from(protocol, screen)))


def ways_from(protocol: Protocol, screen: Screen) -> Iterator[Way]:
    """The ways of one screen: what its rules say, then the usual way if any answer leaves it open."""
    for place, rule in enumerate(screen.then):
        if rule.go is not None:
            earlier = [other for other in screen.then[:place] if other.go and other.when == rule.when]
            for goal in _goals(protocol, screen, rule.go, left_by(screen, rule)):
                yield Way(screen.id, goal, _says(protocol, rule, earlier))
    left = left_over(screen)
    if all(left.values()):
        for goal in _goals(protocol, screen, screen.otherwise, left):
            yield Way(screen.id, goal, _condition(protocol, goal))


def left_over(screen: Screen) -> Options:
    """Question -> the options that no rule leads elsewhere with. A question that may stay empty always leaves a way."""
    left: Options = {}
    for question in screen.questions:
        if question.optional or not question.choices or question.kind == "choices":
            continue
        rules = [rule for rule in screen.then if rule.go and rule.when == question.id]
        left[question.id] = tuple(name for name in question.choices if not any(meets(rule, name) for rule in rules))
    return left


def left_by(screen: Screen, rule: Rule) -> Options:
    """The options a rule leads on with, when it asks about this screen."""
    question = next((item for item in screen.questions if item.id == rule.when), None)
    return {} if question is None else {question.id: tuple(name for name in question.choices if meets(rule, name))}


def meets(when: When, value: str) -> bool:
    """Whether one value fits a condition."""
    return value not in when.is_not if when.is_not else value in when.is_


def reached(protocol: Protocol, *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Every step somebody can come to from the first screen; `without` closes some screens."""
    found: set[str] = set()
    waiting = [protocol.screens[0].id]
    while waiting:
        step = waiting.pop()
        if step in found or step in without:
            continue
        found.add(step)
        screen = protocol.screen(step)
        if screen is not None:
            waiting += [way.goal for way in ways_from(protocol, screen)]
    return frozenset(found)


def _goals(protocol: Protocol, screen: Screen, target: str, left: Options) -> Iterator[str]:
    if target == NEXT:
        yield from _followers(protocol, protocol.screens.index(screen) + 1, left)
        return
    found = protocol.screen(target)
    if found is None:
        yield target
        return
    yield from _followers(protocol, protocol.screens.index(found), left)


def _followers(protocol: Protocol, place: int, left: Options) -> Iterator[str]:
    """The screens that may come from a place on: passed-over ones, until one that always comes; else the ending."""
    for screen in protocol.screens[place:]:
        if screen.only_if is None:
            yield screen.id
            return
        known = left.get(screen.only_if.when)
        fitting = None if known is None else [name for name in known if meets(screen.only_if, name)]
        if fitting is None or fitting:
            yield screen.id
        if known is not None and fitting is not None and len(fitting) == len(known):
            return
    ending = usual_ending(protocol)
    if ending is not None:
        yield ending


def _says(protocol: Protocol, when: When, earlier: Sequence[When] = ()) -> str:
    """The answers in words, without those an earlier rule has taken."""
    question = protocol.question(when.when)
    choices = dict(question.choices) if question is not None else {}
    if question is not None and question.kind == "providers":
        choices = {NONE_FITS: "None of them fits"}
    names = [name for name in choices if meets(when, name) and not any(meets(other, name) for other in earlier)]
    return " / ".join(choices[name] for name in names)


def _condition(protocol: Protocol, goal: str) -> str:
    screen = protocol.screen(goal)
    return "" if screen is None or screen.only_if is None else _says(protocol, screen.only_if)
