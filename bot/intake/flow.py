"""The flow engine: (protocol, answers) -> the next screen, or an ending. Pure; nothing is stored, sent or looked up here.

Answers are kept by question id. Walking starts at the first screen every time, so changing one answer may lead another
way without losing the others: what was answered off the new way is simply not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.content.protocol import MOST_TEXT, NEXT, Card, Ending, Protocol, Question, Rule, Screen

Value = str | tuple[str, ...] | int | date | None
Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Showing:
    """A screen to be answered. `step` of `steps` counts screens on the way; `steps` is the longest way still open."""

    screen: Screen
    step: int
    steps: int
    cards: tuple[Card, ...] = ()
    trail: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ended:
    """The flow came to an end, or leads on to another flow (`leads_to`)."""

    ending: Ending | None
    leads_to: str | None
    trail: tuple[str, ...]
    cards: tuple[Card, ...] = ()


class BrokenProtocol(ValueError):
    """A rule leads nowhere. `check` finds this before anybody meets it."""


def walk(protocol: Protocol, answers: Answers) -> Showing | Ended:
    """Where somebody stands who has given these answers. Raises BrokenProtocol."""
    trail: list[str] = []
    cards: list[Card] = []
    screen: Screen | None = protocol.screens[0]
    while screen is not None:
        if screen.id in trail:
            raise BrokenProtocol(f"{protocol.code}: the screen `{screen.id}` comes twice on one way")
        if not is_answered(screen, answers):
            return Showing(screen, len(trail) + 1, len(trail) + longest_from(protocol, screen.id), tuple(cards), tuple(trail))
        trail.append(screen.id)
        cards += shown_cards(protocol, screen, answers)
        target = leads_to(screen, answers)
        if is_flow(target):
            return Ended(None, target, tuple(trail), tuple(cards))
        ending = protocol.ending(target)
        if ending is not None:
            return Ended(ending, ending.flow, tuple(trail), tuple(cards))
        screen = _following(protocol, screen) if target == NEXT else protocol.screen(target)
        if screen is None:
            raise BrokenProtocol(f"{protocol.code}: `{trail[-1]}` leads to `{target}`, which is not there")
    raise BrokenProtocol(f"{protocol.code}: the last screen has no ending")


def leads_to(screen: Screen, answers: Answers) -> str:
    """The first rule that fits and goes somewhere decides; else what the screen says, usually the next one."""
    return next((rule.go for rule in screen.then if rule.go and fits(rule, answers)), screen.otherwise)


def fits(rule: Rule, answers: Answers) -> bool:
    """Whether the answer is one of the rule's values; for several choices, whether any of them is."""
    value = answers.get(rule.when)
    if isinstance(value, tuple):
        return any(item in rule.is_ for item in value)
    return value is not None and str(value) in rule.is_


def shown_cards(protocol: Protocol, screen: Screen, answers: Answers) -> list[Card]:
    found = (protocol.card(rule.show) for rule in screen.then if rule.show and fits(rule, answers))
    return [card for card in found if card is not None]


def is_answered(screen: Screen, answers: Answers) -> bool:
    """A screen counts as answered when each question that must be answered is; one without any needs its own mark."""
    if not screen.questions:
        return answers.get(read_mark(screen)) == "yes"
    required = [question for question in screen.questions if not question.optional]
    if not required:
        return answers.get(read_mark(screen)) == "yes"
    return all(is_given(answers.get(question.id)) for question in required)


def read_mark(screen: Screen) -> str:
    """The answer that says a screen was read: for screens where nothing must be filled in."""
    return f"read_{screen.id.replace('-', '_')}"


def is_given(value: Value) -> bool:
    return value is not None and value != "" and value != ()


def complaints(screen: Screen, answers: Answers) -> dict[str, str]:
    """Question id -> one kind sentence, for what cannot be taken. Empty when the screen may be left."""
    return {question.id: said for question in screen.questions if (said := complaint(question, answers.get(question.id)))}


def complaint(question: Question, value: Value) -> str | None:
    if not is_given(value):
        return None if question.optional else "Please answer this one."
    if question.choices:
        chosen = value if isinstance(value, tuple) else (str(value),)
        if any(item not in question.choices for item in chosen):
            return "Please choose one of the answers."
    if question.kind == "number" and (not isinstance(value, int) or not 0 <= value <= (question.most or 20)):
        return f"Please give a number from 0 to {question.most or 20}."
    if question.kind in ("text", "place") and isinstance(value, str) and len(value) > (question.most or MOST_TEXT):
        return f"Please say it in {question.most or MOST_TEXT} characters."
    if question.kind == "providers" and isinstance(value, tuple) and len(value) > (question.most or 3):
        return f"Please choose at most {question.most or 3}."
    return None


def back(protocol: Protocol, answers: Answers) -> Screen | None:
    """The screen before the one somebody stands on; None at the first."""
    trail = walk(protocol, answers).trail
    return protocol.screen(trail[-1]) if trail else None


def reopened(protocol: Protocol, answers: Answers, screen_id: str) -> Showing | None:
    """A screen that was answered before, shown again to change an answer; its own trail ends before it."""
    state = walk(protocol, answers)
    trail = (*state.trail, state.screen.id) if isinstance(state, Showing) else state.trail
    screen = protocol.screen(screen_id)
    if screen is None or screen_id not in trail:
        return None
    before = trail[: trail.index(screen_id)]
    return Showing(screen, len(before) + 1, max(len(trail), len(before) + 1), (), before)


def on_the_way(protocol: Protocol, answers: Answers) -> dict[str, Value]:
    """Only the answers that lie on the way taken: what a record may be made of."""
    state = walk(protocol, answers)
    trail = {*state.trail, *([state.screen.id] if isinstance(state, Showing) else [])}
    asked = {question.id for screen in protocol.screens if screen.id in trail for question in screen.questions}
    return {name: value for name, value in answers.items() if name in asked}


def is_flow(target: str) -> bool:
    return len(target) == 3 and target[0] == "P" and target[1:].isdigit()


def targets(screen: Screen) -> tuple[str, ...]:
    """Everywhere a screen may lead."""
    return (*(rule.go for rule in screen.then if rule.go), screen.otherwise)


def longest_from(protocol: Protocol, screen_id: str, seen: frozenset[str] = frozenset()) -> int:
    """How many screens the longest way from here has, this one included."""
    screen = protocol.screen(screen_id)
    if screen is None or screen_id in seen:
        return 0
    lengths = [0]
    for target in targets(screen):
        following = _following(protocol, screen) if target == NEXT else protocol.screen(target)
        if following is not None:
            lengths.append(longest_from(protocol, following.id, seen | {screen_id}))
    return 1 + max(lengths)


def _following(protocol: Protocol, screen: Screen) -> Screen | None:
    place = protocol.screens.index(screen)
    return protocol.screens[place + 1] if place + 1 < len(protocol.screens) else None
