"""The flow engine: (protocol, answers) -> the next screen, or an ending. Pure; nothing is stored, sent or looked up here.

Answers are kept by question id. Walking starts at the first screen every time, so changing one answer may lead another
way without losing the others: what was answered off the new way is simply not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.content.protocol import CONSENT_BLOCK, MOST_TEXT, NEXT, NONE_FITS, Card, Ending, Protocol, Question, Screen, When

Value = str | tuple[str, ...] | int | date | None
Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Showing:
    """A screen to be answered. `step` of `steps` counts screens on the way, if nothing unusual is answered from here.

    `cards`: what the answers of the screen before have brought up.
    """

    screen: Screen
    step: int
    steps: int
    cards: tuple[Card, ...] = ()
    trail: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ended:
    """The flow came to an end, or leads on to another flow (`leads_to`). `cards`: the last ones, and all that offer a flow."""

    ending: Ending | None
    leads_to: str | None
    trail: tuple[str, ...]
    cards: tuple[Card, ...] = ()


class BrokenProtocol(ValueError):
    """A rule leads nowhere. `check` finds this before anybody meets it."""


def walk(protocol: Protocol, answers: Answers) -> Showing | Ended:
    """Where somebody stands who has given these answers. Raises BrokenProtocol."""
    trail: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    shown: tuple[Card, ...] = ()
    screen = _or_after(protocol, protocol.screens[0], answers)
    while screen is not None:
        if screen.id in trail:
            raise BrokenProtocol(f"{protocol.code}: the screen `{screen.id}` comes twice on one way")
        if not is_answered(screen, answers):
            return Showing(screen, len(trail) + 1, len(trail) + _still_ahead(protocol, screen, answers), cards, trail)
        trail = (*trail, screen.id)
        cards = tuple(shown_cards(protocol, screen, answers))
        shown += cards
        target = leads_to(screen, answers)
        ending = protocol.ending(target)
        if ending is not None or is_flow(target):
            return Ended(ending, ending.flow if ending else target, trail, _last_cards(cards, shown))
        screen = _target(protocol, screen, target, answers)
    return Ended(_usual_ending(protocol), None, trail, _last_cards(cards, shown))


def leads_to(screen: Screen, answers: Answers) -> str:
    """The first rule that fits and goes somewhere decides; else what the screen says, usually the next one."""
    return next((rule.go for rule in screen.then if rule.go and fits(rule, answers)), screen.otherwise)


def fits(rule: When, answers: Answers) -> bool:
    """Whether the answer is one of the rule's values, or none of those it excludes; of several choices any one counts.

    An answer that was not given fits nothing: only a required answer may guard a way.
    """
    value = answers.get(rule.when)
    if not is_given(value):
        return False
    given = value if isinstance(value, tuple) else (str(value),)
    if rule.is_not:
        return not any(item in rule.is_not for item in given)
    return any(item in rule.is_ for item in given)


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


def complaints(screen: Screen, answers: Answers, today: date) -> dict[str, str]:
    """Question id -> one kind sentence, for what cannot be taken. Empty when the screen may be left."""
    found = ((question.id, complaint(question, answers.get(question.id), today)) for question in screen.questions)
    return {name: said for name, said in found if said}


def complaint(question: Question, value: Value, today: date) -> str | None:
    """What is wrong with one answer, as a kind sentence; None when it can be taken."""
    if not is_given(value):
        return None if question.optional else "Please answer this one."
    most = question.most
    if question.choices:
        chosen = value if isinstance(value, tuple) else (str(value),)
        if any(item not in question.choices for item in chosen):
            return "Please choose one of the answers."
    if question.kind == "number" and (not isinstance(value, int) or not 0 <= value <= (most or 20)):
        return f"Please give a number from 0 to {most or 20}."
    if question.kind in ("text", "place") and (not isinstance(value, str) or len(value) > (most or MOST_TEXT)):
        return f"Please say it in {most or MOST_TEXT} characters."
    if question.kind == "providers" and isinstance(value, tuple):
        if len(value) > (most or 3):
            return f"Please choose at most {most or 3}."
        if NONE_FITS in value and len(value) > 1:
            return "Please choose places, or say that none fits."
    return _date_complaint(question, value, today) if question.kind == "date" else None


def date_limits(question: Question, today: date) -> tuple[date, date]:
    """The first and the last day a date question takes."""
    span = timedelta(days=question.most if question.most is not None else 365)
    return (today - span, today) if question.past else (today, today + span)


def proposed(question: Question, today: date) -> Value:
    """What stands in the field beforehand, where the flow proposes something; None for everything else."""
    if question.kind == "date" and question.days is not None:
        return today + timedelta(days=-question.days if question.past else question.days)
    if question.kind == "number" and question.default is not None:
        return int(question.default)
    return question.default


def _date_complaint(question: Question, value: Value, today: date) -> str | None:
    first, last = date_limits(question, today)
    if isinstance(value, date) and first <= value <= last:
        return None
    return f"Please give a day from {first:%b} {first.day} to {last:%b} {last.day}."


def back(protocol: Protocol, answers: Answers) -> Screen | None:
    """The screen before the one somebody stands on; None at the first."""
    trail = walk(protocol, answers).trail
    return protocol.screen(trail[-1]) if trail else None


def reopened(protocol: Protocol, answers: Answers, screen_id: str) -> Showing | None:
    """A screen that was answered before, shown again to change an answer; None when it is not on the way taken."""
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


def carried(start: Protocol, goal: Protocol, answers: Answers) -> dict[str, Value]:
    """What goes along from one flow to another: answers on the way taken to questions of shared blocks both flows use."""
    kept = on_the_way(start, answers)
    shared = {question.id for screen in start.screens if screen.block for question in screen.questions}
    found: dict[str, Value] = {}
    for screen in goal.screens:
        for question in screen.questions:
            known = start.question(question.id)
            if screen.block and question.id in shared & kept.keys() and known is not None and known.choices == question.choices:
                found[question.id] = kept[question.id]
        if not screen.questions and answers.get(read_mark(screen)) and screen.block:
            found[read_mark(screen)] = answers[read_mark(screen)]
    return found


def has_consent(protocol: Protocol, answers: Answers) -> bool:
    """Whether the consent gate lies behind: every screen of it on the way was answered, and none led out of the flow.

    Only then may anything about a person be kept, a draft included (rules.md R7).
    """
    gate = [screen.id for screen in protocol.screens if screen.block == CONSENT_BLOCK]
    if not gate:
        return False
    state = walk(protocol, answers)
    if isinstance(state, Ended):
        return state.ending is not None and state.ending.creates == "referral"
    places = [screen.id for screen in protocol.screens]
    return places.index(state.screen.id) > places.index(gate[-1]) and any(step in gate for step in state.trail)


def counter_of(ending: Ending, answers: Answers) -> str | None:
    """What an ending counts, if these answers say so."""
    return ending.counter if ending.counter_when is None or fits(ending.counter_when, answers) else None


def owner_of(protocol: Protocol, answers: Answers) -> str:
    """Whose desk a concern is for: the first rule that fits, else the usual one."""
    found = next((rule.role for rule in protocol.file.owner_when if fits(rule, answers)), protocol.file.owner_role)
    return found or "coordinator"


def is_flow(target: str) -> bool:
    return len(target) == 3 and target[0] == "P" and target[1:].isdigit()


def targets(screen: Screen) -> tuple[str, ...]:
    """Everywhere a screen may lead."""
    return (*(rule.go for rule in screen.then if rule.go), screen.otherwise)


def _target(protocol: Protocol, screen: Screen, target: str, answers: Answers) -> Screen | None:
    if target == NEXT:
        return _following(protocol, screen, answers)
    found = protocol.screen(target)
    if found is None:
        raise BrokenProtocol(f"{protocol.code}: `{screen.id}` leads to `{target}`, which is not there")
    return _or_after(protocol, found, answers)


def _or_after(protocol: Protocol, screen: Screen, answers: Answers) -> Screen | None:
    """The screen itself, or the first after it that is not passed over."""
    return screen if screen.only_if is None or fits(screen.only_if, answers) else _following(protocol, screen, answers)


def _following(protocol: Protocol, screen: Screen, answers: Answers) -> Screen | None:
    place = protocol.screens.index(screen)
    later = protocol.screens[place + 1 :]
    return next((item for item in later if item.only_if is None or fits(item.only_if, answers)), None)


def _still_ahead(protocol: Protocol, screen: Screen, answers: Answers) -> int:
    """This screen and those after it that come unless something unusual is answered."""
    place = protocol.screens.index(screen)
    return 1 + sum(1 for item in protocol.screens[place + 1 :] if item.only_if is None or fits(item.only_if, answers))


def _usual_ending(protocol: Protocol) -> Ending:
    """Past the last screen: the flow's own created ending, the last one of the file that creates something."""
    own = [ending for ending in protocol.file.endings if ending.kind == "created"]
    if not own:
        raise BrokenProtocol(f"{protocol.code}: the last screen has no ending")
    return own[-1]


def _last_cards(last: tuple[Card, ...], shown: tuple[Card, ...]) -> tuple[Card, ...]:
    return tuple(dict.fromkeys((*last, *(card for card in shown if card.flow))))
