"""The shape of a guided flow: screens with questions, where each answer leads, and how it can end. Words and routes only.

A flow may `use` a shared block (protocols/shared/): danger, age and duty, consent, needs, match, child. Blocks are written
once and expanded when the library is loaded. Branching is one level deep: a rule looks at one answer and names where it leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from bot.content.entry import Audience
from bot.content.provider import Condition, Population, Service
from bot.content.shapes import Curated, Id, Line, Whole, Yes

Code = Annotated[str, StringConstraints(pattern=r"^P(0[1-9]|1[0-6])$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,38}[a-z0-9]$")]
# choice: one of the options · choices: any of them · yes_no and yes_no_unsure: the same with their options given ·
# text: one short line, screened · place: a business or site, never a person · the rest as they say
QuestionKind = Literal[
    "choice", "choices", "yes_no", "yes_no_unsure", "number", "date", "text", "place", "language", "areas", "providers"
]
Creates = Literal["nothing", "referral", "checklist", "place_concern", "vendor_concern", "change_request", "visit_count"]
EndingKind = Literal["stop", "information", "created", "other_flow", "declined"]
PoliceOption = Literal["never", "only_if_asked", "by_duty", "place_only", "counsel_decides"]
OwnerRole = Literal["labor", "licensing", "procurement", "directory_editor", "coordinator"]
PLACE_CONCERNS = frozenset({"place_concern", "vendor_concern"})
Label = Annotated[str, StringConstraints(min_length=1, max_length=75)]
WindowTitle = Annotated[str, StringConstraints(min_length=2, max_length=24)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=1500)]

GIVEN_OPTIONS: dict[str, dict[str, str]] = {
    "yes_no": {"yes": "Yes", "no": "No"},
    "yes_no_unsure": {"yes": "Yes", "no": "No", "not_sure": "Not sure"},
}
NEXT = "next"
MOST_TEXT = 120
# questions and blocks that the rules of safety and consent hang on
DANGER, UNDER_18, CONSENT_BLOCK = "danger_now", "under_18", "consent"
# among the providers to choose from: nothing fits, and the unmet need is counted
NONE_FITS = "none_fits"


def _one_or_more(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Values = Annotated[tuple[Name, ...], BeforeValidator(_one_or_more)]


class Question(Curated):
    """One thing asked. `keep` says what becomes of the answer: nothing, only while matching, or in the sealed record.

    `services`, `people`, `cannot` say what an option means for the matching: services looked for, the group of people it
    should suit, a condition the person cannot meet. `days`: a date is proposed this many days from today, `most` is the
    furthest day allowed; `past` turns both into days back. `duty` says which law makes an otherwise forbidden question needed.
    """

    id: Name
    ask: Annotated[str, StringConstraints(min_length=3, max_length=300)]
    kind: QuestionKind
    options: dict[Name, Label] = Field(default_factory=dict)
    help: Words | None = None
    optional: Yes = False
    default: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")] | None = None
    sensitive: Yes = False
    keep: Literal["never", "matching", "record", "counter"] = "never"
    most: Whole | None = None
    days: Whole | None = None
    past: Yes = False
    duty: Line | None = None
    services: dict[Name, tuple[Service, ...]] = Field(default_factory=dict)
    people: dict[Name, Population] = Field(default_factory=dict)
    cannot: dict[Name, Condition] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _options_fit(self) -> Question:
        if self.kind in ("choice", "choices") and len(self.options) < 2:
            raise ValueError(f"`{self.id}` needs at least two options")
        if self.kind not in ("choice", "choices") and self.options:
            raise ValueError(f"`{self.id}` is of kind {self.kind}, which brings its own options: remove `options:`")
        if self.kind == "number" and not (self.default or "0").isdigit():
            raise ValueError(f"the default of `{self.id}` is not a number")
        if self.choices and self.default is not None and self.default not in self.choices:
            raise ValueError(f"the default of `{self.id}` is not one of its options")
        for name in (*self.services, *self.people, *self.cannot):
            if name not in self.choices:
                raise ValueError(f"`{name}` is not one of the options of `{self.id}`")
        return self

    @property
    def choices(self) -> dict[str, str]:
        """Value -> label, in order; empty for kinds that are typed or looked up."""
        return dict(self.options or GIVEN_OPTIONS.get(self.kind, {}))


class When(Curated):
    """Whether one answer is one of these, or is none of these (`is_not`: also fits an answer nobody thought of)."""

    when: Name
    is_: Annotated[Values, Field(alias="is")] = ()
    is_not: Values = ()

    @model_validator(mode="after")
    def _looks_at_something(self) -> When:
        if bool(self.is_) == bool(self.is_not):
            raise ValueError("write either `is:` or `is_not:`")
        return self


class Rule(When):
    """When the answer fits, go there; `show` puts a card onto the next screen instead of, or besides, that."""

    go: Annotated[str, StringConstraints(pattern=r"^(next|P(0[1-9]|1[0-6])|[a-z][a-z0-9_-]*)$")] | None = None
    show: Id | None = None

    @model_validator(mode="after")
    def _does_something(self) -> Rule:
        if self.go is None and self.show is None:
            raise ValueError("a rule needs `go:` or `show:`")
        return self


class Screen(Curated):
    """One window: a few questions together. Rules are read in order; the first whose `go` fits decides, else `otherwise`.

    `only_if`: the screen is passed over unless an earlier answer fits. A screen without questions is read and left.
    """

    id: Id
    title: WindowTitle
    says: Words | None = None
    questions: Annotated[tuple[Question, ...], Field(max_length=16)] = ()
    then: tuple[Rule, ...] = ()
    otherwise: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")] = NEXT
    only_if: When | None = None
    contacts: tuple[Id, ...] = ()
    local_cards: tuple[Id, ...] = ()
    block: Id | None = None


class Use(Curated):
    """The place where a shared block stands.

    `without` leaves questions of it out, `optional` lets some stay empty, `instead` words some in the flow's own way;
    `also` and `then` ask more on its last screen, and say what follows from it.
    """

    use: Id
    without: tuple[Name, ...] = ()
    optional: tuple[Name, ...] = ()
    instead: tuple[Question, ...] = ()
    also: tuple[Question, ...] = ()
    then: tuple[Rule, ...] = ()


class Ending(Curated):
    """How a flow can end. Each stands once, so that "how does one get here?" is a search for its id.

    `counter` is counted once for each time; with `counter_when` only if the answer fits. `close`: what the button that closes
    the window says.
    """

    id: Id
    kind: EndingKind
    title: WindowTitle
    says: Words
    creates: Creates = "nothing"
    counter: Name | None = None
    counter_when: When | None = None
    contacts: tuple[Id, ...] = ()
    local_cards: tuple[Id, ...] = ()
    offers: tuple[Literal["remind_in_30_minutes", "list_providers"], ...] = ()
    flow: Code | None = None
    submit: Annotated[str, StringConstraints(min_length=2, max_length=24)] | None = None
    close: Annotated[str, StringConstraints(min_length=2, max_length=24)] | None = None


class Card(Curated):
    """A text or a set of contacts that a rule shows on the way. `flow`: another flow it offers to start."""

    id: Id
    says: Words
    contacts: tuple[Id, ...] = ()
    local_cards: tuple[Id, ...] = ()
    flow: Code | None = None


class Block(Curated):
    """A shared part of flows."""

    id: Id
    title: Line
    screens: Annotated[tuple[Screen, ...], Field(min_length=1)]
    endings: tuple[Ending, ...] = ()
    cards: tuple[Card, ...] = ()


class Clock(Curated):
    """How soon a provider answers, in the provider's own hours unless `around_the_clock`. Minutes."""

    acknowledge_minutes: Whole
    decide_minutes: Whole
    around_the_clock: Yes = False


class ClockRule(When):
    """Which of the flow's clocks runs when one answer fits."""

    clock: Name


class OwnerRule(When):
    """Which role's desk owns a concern when one answer fits."""

    role: OwnerRole


class Nudge(When):
    """A neutral reminder to the person themselves, that many minutes after the checklist was kept."""

    minutes: Whole


class Routing(Curated):
    """What the matching looks for when the flow comes to it: besides, or instead of, what the answers name."""

    services: tuple[Service, ...] = ()
    people: tuple[Population, ...] = ()
    always_shows: tuple[Id, ...] = ()
    most_providers: Whole = 3


class ProtocolFile(Curated):
    """A flow as it is written: screens of its own and uses of shared blocks.

    `on_paper`: a blank sheet can be printed, for places without a signal. Never where anything about a person is asked.
    """

    id: Id
    code: Code
    title: WindowTitle
    purpose: Line
    used_by: Annotated[tuple[Audience, ...], Field(min_length=1)]
    about: Literal["adult", "child", "place", "vendor", "listing"]
    police: PoliceOption
    written_release_only: Yes = False
    forms: tuple[Literal["sex", "labor"], ...] = ("sex", "labor")
    one_form_only: Line | None = None
    needs_local_cards: tuple[Id, ...] = ()
    routing: Routing = Routing()
    clocks: dict[Name, Clock] = Field(default_factory=dict)
    clock_when: tuple[ClockRule, ...] = ()
    usual_clock: Name | None = None
    nudge: Nudge | None = None
    always_says: Line | None = None
    notifies: tuple[Literal["provider", "coordinator_counts", "directory_editor", "owning_agency", "nobody"], ...] = ("nobody",)
    owner_role: OwnerRole | None = None
    owner_when: tuple[OwnerRule, ...] = ()
    on_paper: Yes = False
    keeps_days: Whole = 30
    never_asked: tuple[Line, ...] = ()
    outcomes: tuple[Line, ...] = ()
    screens: Annotated[tuple[Use | Screen, ...], Field(min_length=1)]
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)]
    cards: tuple[Card, ...] = ()
    owner: Line
    reviewed: Line

    @model_validator(mode="after")
    def _paper_holds_no_person(self) -> ProtocolFile:
        if self.on_paper and self.about not in ("place", "vendor"):
            raise ValueError("`on_paper: yes` is for a place or a vendor only: nothing about a person is written on paper")
        return self


class Protocol(Curated):
    """A flow with its blocks expanded: what the engine walks through."""

    file: ProtocolFile
    screens: tuple[Screen, ...]
    endings: tuple[Ending, ...]
    cards: tuple[Card, ...]

    @property
    def code(self) -> str:
        return self.file.code

    @property
    def title(self) -> str:
        return self.file.title

    def screen(self, screen_id: str) -> Screen | None:
        return next((screen for screen in self.screens if screen.id == screen_id), None)

    def ending(self, ending_id: str) -> Ending | None:
        return next((ending for ending in self.endings if ending.id == ending_id), None)

    def card(self, card_id: str) -> Card | None:
        return next((card for card in self.cards if card.id == card_id), None)

    def questions(self) -> Iterator[Question]:
        for screen in self.screens:
            yield from screen.questions

    def question(self, question_id: str) -> Question | None:
        return next((question for question in self.questions() if question.id == question_id), None)

    @property
    def makes_person_record(self) -> bool:
        return any(ending.creates == "referral" for ending in self.endings)


def expand(file: ProtocolFile, blocks: dict[str, Block]) -> Protocol:
    """Puts the shared blocks in their places. Raises KeyError naming a block that does not exist."""
    screens: list[Screen] = []
    endings: dict[str, Ending] = {ending.id: ending for ending in file.endings}
    cards: dict[str, Card] = {card.id: card for card in file.cards}
    for part in file.screens:
        if isinstance(part, Screen):
            screens.append(part)
            continue
        block = blocks[part.use]
        screens.extend(_used(block, part))
        for ending in block.endings:
            endings.setdefault(ending.id, ending)  # a flow may word an ending of a block in its own way
        for card in block.cards:
            cards.setdefault(card.id, card)
    return Protocol(file=file, screens=tuple(screens), endings=tuple(endings.values()), cards=tuple(cards.values()))


def _used(block: Block, use: Use) -> list[Screen]:
    """The block's screens as a flow uses them: a screen that lost all its questions, or its reason to come, is left out."""
    kept = [screen for screen in block.screens if screen.only_if is None or screen.only_if.when not in use.without]
    shortened = [_shortened(screen, use, block.id) for screen in kept]
    left = [new for new, old in zip(shortened, kept, strict=True) if new.questions or not old.questions]
    if left:
        questions, rules = (*left[-1].questions, *use.also), (*left[-1].then, *use.then)
        left[-1] = left[-1].model_copy(update={"questions": questions, "then": rules})
    return left


def _shortened(screen: Screen, use: Use, block: str) -> Screen:
    own = {question.id: question for question in use.instead}
    kept = (own.get(question.id, question) for question in screen.questions if question.id not in use.without)
    questions = tuple(item.model_copy(update={"optional": True}) if item.id in use.optional else item for item in kept)
    rules = tuple(rule for rule in screen.then if rule.when not in use.without)
    return screen.model_copy(update={"questions": questions, "then": rules, "block": block})
