"""Proofs over every guided flow: each step reached, each path ends, danger and age first, consent before any record.

What a flow says and asks is looked at in check_flow_words.py; here only where it leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.content.library import Library
from bot.content.protocol import CONSENT_BLOCK, DANGER, MOST_TEXT, NEXT, NONE_FITS, UNDER_18, Protocol, Question, When
from bot.content.protocol_ways import left_over, meets, reached, usual_ending, ways, ways_from
from bot.content.source import Source, ValuePath
from bot.problems import Problem

TYPED = ("text", "place")
# asked in the consent block; without any of them there is no consent (rules.md R8)
CONSENT_NEEDS = ("agreed", "limits_explained", "share", "how_given", "may_withdraw")
MAY_BE_PROPOSED = {"consent_ends": None, "police": "no"}
GATES = ("danger", "age-and-duty", "consent")


@dataclass(frozen=True)
class Flow:
    """One flow with its library, and the lines its parts stand on: its own file first, then the shared blocks."""

    library: Library
    protocol: Protocol

    @property
    def source(self) -> Source:
        return self.library.sources[f"ProtocolFile:{self.protocol.file.id}"]

    def problem(self, part: str, name: str, what: str, mend: str = "", *, key: str = "", severity: str = "error") -> Problem:
        """A problem at a screen, question, ending or card, wherever it is written down."""
        source, path = self.place(part, name)
        return source.problem((*path, key) if key else path, what, mend, severity)

    def place(self, part: str, name: str) -> tuple[Source, ValuePath]:
        blocks = [item["use"] for item in self.source.value.get("screens", []) if isinstance(item, dict) and "use" in item]
        sources = [self.source, *(self.library.sources[f"Block:{block}"] for block in blocks)]
        for source in sources:
            path = next(_found(source.value, part, name), None)
            if path is not None:
                return source, path
        return self.source, ()

    def place_of(self, question: str) -> int:
        """On which screen a question stands, counted from 0; -1 when it is not asked."""
        screens = enumerate(self.protocol.screens)
        return next((place for place, screen in screens if any(item.id == question for item in screen.questions)), -1)


def check_protocols(library: Library) -> Iterator[Problem]:
    """Every problem of every flow, with file and line. The same fault of a shared block comes once for each flow using it."""
    from bot.content.check_flow_words import WORD_CHECKS

    for protocol in library.protocols.values():
        flow = Flow(library, protocol)
        broken = [*names_once(flow), *links(flow)]
        yield from broken
        if broken:
            continue  # the ways cannot be walked before every name is right
        for check in (*WAY_CHECKS, *WORD_CHECKS):
            yield from check(flow)


def names_once(flow: Flow) -> Iterator[Problem]:
    """Screens and questions have names of their own: answers are kept by them."""
    for part, names in (
        ("screen", [screen.id for screen in flow.protocol.screens]),
        ("question", [question.id for question in flow.protocol.questions()]),
    ):
        for name in sorted({name for name in names if names.count(name) > 1}):
            what = f"the {part} `{name}` stands twice in {flow.protocol.code}."
            yield flow.problem(part, name, what, "Give one of them another id, or leave it out with `without:`.")


def links(flow: Flow) -> Iterator[Problem]:
    """Everything named is there: steps, cards, flows, questions, options, clocks."""
    protocol = flow.protocol
    steps = {NEXT, *(screen.id for screen in protocol.screens), *(ending.id for ending in protocol.endings)}
    for screen in protocol.screens:
        for target in (*(rule.go for rule in screen.then if rule.go), screen.otherwise):
            if target not in steps and target not in flow.library.protocols:
                yield flow.problem("screen", screen.id, f"`{target}` is neither a step of {protocol.code} nor a flow.",
                                   f"Known: {', '.join(sorted(steps))}.")  # fmt: skip
        for rule in screen.then:
            if rule.show and protocol.card(rule.show) is None:
                yield flow.problem("screen", screen.id, f"there is no card `{rule.show}`.", "Add it under `cards:`.")
        conditions: list[When] = [*screen.then, *([screen.only_if] if screen.only_if else [])]
        for condition in conditions:
            yield from _condition(flow, "screen", screen.id, condition, protocol.screens.index(screen))
    for card in protocol.cards:
        if card.flow and card.flow not in flow.library.protocols:
            yield flow.problem("card", card.id, f"there is no flow {card.flow}.", "Name one of P01 to P16.", key="flow")
    yield from _clocks(flow)


def steps_reached(flow: Flow) -> Iterator[Problem]:
    """Nobody writes a screen, an ending or a card that no answer leads to."""
    found = reached(flow.protocol)
    for screen in flow.protocol.screens:
        if screen.id not in found:
            yield flow.problem("screen", screen.id, "no answer leads to this screen.", "Name it in a rule, or take it out.")
    for ending in flow.protocol.file.endings:
        if ending.id not in found:
            yield flow.problem("ending", ending.id, "no answer leads to this ending.", "Name it in a rule, or take it out.")
    shown = {rule.show for screen in flow.protocol.screens for rule in screen.then}
    for card in flow.protocol.file.cards:
        if card.id not in shown:
            yield flow.problem("card", card.id, "no rule shows this card.", "Add `show:` to a rule, or take it out.")


def paths_end(flow: Flow) -> Iterator[Problem]:
    """Every way goes forward and comes to an ending or to another flow."""
    order = {screen.id: place for place, screen in enumerate(flow.protocol.screens)}
    if usual_ending(flow.protocol) is None:
        yield flow.source.problem(("endings",), "the last screen leads nowhere.", "Add an ending of kind `created`.")
    for way in ways(flow.protocol):
        if way.goal in order and order[way.goal] <= order[way.start]:
            what = f"this screen leads back to `{way.goal}`, so a way may never end."
            yield flow.problem("screen", way.start, what, "Lead forward only; going back is a button of its own.")
    for screen in flow.protocol.screens:
        if not list(ways_from(flow.protocol, screen)):
            yield flow.problem("screen", screen.id, "nothing follows this screen.", "Say where it leads under `otherwise:`.")


def danger_first(flow: Flow) -> Iterator[Problem]:
    """R1: danger comes before everything, a yes stops the flow, and no free text is asked before danger and age."""
    protocol = flow.protocol
    if protocol.file.about == "listing":
        return
    at = flow.place_of(DANGER)
    if at < 0:
        yield flow.source.problem(("screens",), "nobody is asked about danger.", "Begin with `- use: danger`.")
        return
    for answer in ("yes", "not_sure"):
        if any(meets_all_the_way(flow, at, answer)):
            what = f"danger answered with “{answer}” does not stop the flow."
            yield flow.problem("question", DANGER, what, "Lead it to an ending of kind `stop`.")
    for place, screen in enumerate(protocol.screens[:at]):
        for question in screen.questions:
            if question.kind not in ("choice", "yes_no", "yes_no_unsure") or question.keep != "never" or place:
                yield flow.problem("question", question.id, "this is asked before danger.", "Move it behind `- use: danger`.")
    yield from _text_after_the_gates(flow, at)


def meets_all_the_way(flow: Flow, at: int, answer: str) -> Iterator[bool]:
    """True for each way by which this answer to the danger question comes past the danger screens."""
    screen = flow.protocol.screens[at]
    rule = next((rule for rule in screen.then if rule.when == DANGER and rule.go and meets(rule, answer)), None)
    goal = None if rule is None else rule.go
    ending = flow.protocol.ending(goal or "")
    if ending is not None and ending.kind == "stop":
        return
    again = flow.protocol.screen(goal or "")
    if answer == "not_sure" and again is not None and len(again.questions) == 1:
        left = left_over(again)[again.questions[0].id]
        yield left != ("no",)
        return
    yield True


def minors_leave(flow: Flow) -> Iterator[Problem]:
    """R40: whoever may be under 18 takes the child flow, and 'not sure' is not a no."""
    protocol = flow.protocol
    if protocol.file.about in ("child", "listing"):
        return
    doors = [rule for screen in protocol.screens for rule in screen.then if rule.go == "P02"]
    if not doors:
        yield flow.source.problem(("screens",), "no answer leads a child to P02.", "Ask about age, and lead there.")
    if protocol.file.about == "adult" and flow.place_of(UNDER_18) < 0:
        yield flow.source.problem(("screens",), "the person's age is not asked.", "Add `- use: age-and-duty`.")
    for rule in doors:
        question = protocol.question(rule.when)
        if question is not None and question.kind == "yes_no_unsure" and not meets(rule, "not_sure"):
            what = "“not sure” does not lead to P02 like a yes."
            yield flow.problem("question", rule.when, what, "Write `is_not: no` in the rule.")


def consent_first(flow: Flow) -> Iterator[Problem]:
    """R7: a record about a person is only made behind the consent gate, whose every question stands."""
    protocol = flow.protocol
    records = [ending.id for ending in protocol.endings if ending.creates == "referral"]
    if not records:
        return
    gate = [screen for screen in protocol.screens if screen.block == CONSENT_BLOCK]
    asked = {question.id for screen in gate for question in screen.questions}
    for name in CONSENT_NEEDS:
        if name not in asked:
            yield flow.source.problem(("screens",), f"a record is made, but `{name}` is not asked.", "Add `- use: consent`.")
    always = [screen.id for screen in gate if screen.only_if is None]
    for step in always:
        passed = reached(protocol, without=frozenset({step}))
        for ending in records:
            if ending in passed:
                what = f"a record can be made past the consent screen `{step}`."
                yield flow.problem("ending", ending, what, "Let every way go through `- use: consent`.")
    yield from _consent_answers(flow)


def nothing_ticked(flow: Flow) -> Iterator[Problem]:
    """Danger, age and consent are answered by a person: nothing is chosen beforehand (rules.md section 13, 16)."""
    for screen in flow.protocol.screens:
        if screen.block not in GATES:
            continue
        for question in screen.questions:
            allowed = question.id in MAY_BE_PROPOSED and question.default == MAY_BE_PROPOSED[question.id]
            if question.default is not None and not allowed:
                what = f"`{question.id}` is answered beforehand."
                yield flow.problem("question", question.id, what, "Remove `default:`.", key="default")
            if question.optional and question.id != "share":
                yield flow.problem("question", question.id, f"`{question.id}` may stay empty.", "Remove `optional:`.")


def guards_answered(flow: Flow) -> Iterator[Problem]:
    """A question that decides where to go is answered: an empty answer fits no rule and would slip by."""
    for screen in flow.protocol.screens:
        for rule in screen.then:
            question = flow.protocol.question(rule.when)
            if rule.go and question is not None and question.optional:
                what = f"`{question.id}` decides the way, but may stay empty."
                yield flow.problem("question", question.id, what, "Remove `optional:`.")


def _text_after_the_gates(flow: Flow, danger: int) -> Iterator[Problem]:
    typed = [question for question in flow.protocol.questions() if question.kind in TYPED]
    for question in typed[1:]:
        what = f"{flow.protocol.code} has more than one box to type in."
        yield flow.problem("question", question.id, what, "Make it a choice, or leave it out.")
    doors = (place for place, screen in enumerate(flow.protocol.screens) if any(rule.go == "P02" for rule in screen.then))
    door = next(doors, -1)
    for question in typed:
        place = flow.place_of(question.id)
        if (question.most or MOST_TEXT) > MOST_TEXT:
            yield flow.problem("question", question.id, f"a box takes at most {MOST_TEXT} characters.", "Lower `most:`.")
        if place <= danger or (flow.protocol.file.about != "child" and not 0 <= door < place):
            what = "somebody can type here before danger and age are answered."
            yield flow.problem("question", question.id, what, "Move the box behind both.")
        if flow.protocol.file.about == "child":
            yield flow.problem("question", question.id, "nothing is ever typed about a child (R43).", "Make it a choice.")


def _consent_answers(flow: Flow) -> Iterator[Problem]:
    """Anything but a yes ends the flow, or at least asks again."""
    for name in ("agreed", "limits_explained", "alone"):
        question = flow.protocol.question(name)
        if question is None:
            continue
        at = flow.place_of(name)
        guarded = [rule for rule in flow.protocol.screens[at].then if rule.when == name and rule.go]
        again = [screen for screen in flow.protocol.screens if screen.only_if and screen.only_if.when == name]
        for option in question.choices:
            stops = any(meets(rule, option) and _makes_nothing(flow, rule.go or "") for rule in guarded)
            asks = any(screen.only_if and meets(screen.only_if, option) for screen in again)
            if option != "yes" and not stops and not asks:
                what = f"“{question.choices[option]}” goes on as if it were a yes."
                yield flow.problem("question", name, what, "Add a rule with `is_not: yes`.")


def _makes_nothing(flow: Flow, target: str) -> bool:
    ending = flow.protocol.ending(target)
    return ending is not None and ending.creates == "nothing"


def _condition(flow: Flow, part: str, name: str, condition: When, place: int) -> Iterator[Problem]:
    question = flow.protocol.question(condition.when)
    if question is None:
        what = f"`{condition.when}` is not asked in {flow.protocol.code}."
        yield flow.problem(part, name, what, "Name a question of the flow.")
        return
    if place < flow.place_of(question.id):
        yield flow.problem(part, name, f"`{question.id}` is asked only later.", "Look at an answer that was given before.")
    for value in (*condition.is_, *condition.is_not):
        if value not in _values(question):
            mend = f"Its options: {', '.join(_values(question)) or 'none'}."
            yield flow.problem(part, name, f"`{value}` is no answer to `{question.id}`.", mend)


def _values(question: Question) -> tuple[str, ...]:
    return (NONE_FITS,) if question.kind == "providers" else tuple(question.choices)


def _clocks(flow: Flow) -> Iterator[Problem]:
    file = flow.protocol.file
    for rule in file.clock_when:
        yield from _condition(flow, "clock", rule.clock, rule, len(flow.protocol.screens))
    for name in (*(rule.clock for rule in file.clock_when), *([file.usual_clock] if file.usual_clock else [])):
        if name not in file.clocks:
            yield flow.source.problem(("clocks",), f"there is no clock `{name}`.", f"Known: {', '.join(file.clocks)}.")
    if file.usual_clock is None and any(ending.creates not in ("nothing", "checklist") for ending in flow.protocol.endings):
        yield flow.source.problem((), "no clock says when somebody must answer.", "Add `usual_clock:`.")
    if file.nudge is not None:
        yield from _condition(flow, "nudge", "nudge", file.nudge, len(flow.protocol.screens))
    for owner in file.owner_when:
        yield from _condition(flow, "owner", owner.role, owner, len(flow.protocol.screens))
    for ending in flow.protocol.endings:
        if ending.counter_when is not None:
            yield from _condition(flow, "ending", ending.id, ending.counter_when, len(flow.protocol.screens))


def _found(value: object, part: str, name: str, path: ValuePath = ()) -> Iterator[ValuePath]:
    """Paths of the mappings with this id, in lists that hold such parts."""
    lists = {"screen": ("screens",), "question": ("questions", "instead", "also"), "ending": ("endings",), "card": ("cards",)}
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in lists.get(part, ()) and isinstance(inner, list):
                for place, item in enumerate(inner):
                    if isinstance(item, dict) and item.get("id") == name:
                        yield (*path, key, place)
            yield from _found(inner, part, name, (*path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _found(item, part, name, (*path, place))


WAY_CHECKS: tuple[Callable[[Flow], Iterator[Problem]], ...] = (
    steps_reached, paths_end, danger_first, minors_leave, consent_first, nothing_ticked, guards_answered,
)  # fmt: skip
