"""A question of a flow as Slack's inputs, and what stands in those inputs as answers. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from bot.content.protocol import MOST_TEXT, NONE_FITS, Question, Screen
from bot.content.provider import Area
from bot.directory.explaining import area_name
from bot.intake.flow import Value, proposed
from bot.views import ids, kit
from bot.views.directory import LANGUAGES, language_name
from bot.views.kit import Block

RADIO, BOXES = 10, 10
MOST_BUTTONS = 5
BUTTON_KINDS = ("choice", "yes_no", "yes_no_unsure")
PREFIX = "q."
OTHER_LANGUAGE = "other"
WIDE_AREAS = ("statewide", "national", "remote")
PLACES = tuple(name for name in get_args(Area) if name not in WIDE_AREAS)
WHOLE_AREAS = ("citywide", "county-wide", "tri-county")


@dataclass(frozen=True)
class Offer:
    """A place as the window offers it: who, why, what nobody knows, how to reach it."""

    id: str
    name: str
    why: tuple[str, ...]
    unknown: tuple[str, ...]
    contact: str
    hours: str = ""


@dataclass(frozen=True)
class Circumstances:
    """What a screen depends on besides the answers."""

    today: date
    written_only: bool = False
    offers: tuple[Offer, ...] = ()


def options_of(question: Question, now: Circumstances) -> dict[str, str]:
    """Value -> label, as this person may choose. Where only a written release counts, no other is offered."""
    if question.id == "how_given" and now.written_only:
        return {"written": "Written release on file at my agency"}
    if question.kind == "language":
        spoken = sorted(LANGUAGES, key=lambda code: (code not in ("en", "es"), language_name(code)))
        return {code: language_name(code) for code in spoken} | {OTHER_LANGUAGE: "Another language"}
    if question.kind == "areas":
        names = [name for name in PLACES if name not in WHOLE_AREAS] if question.id.startswith("avoid") else list(PLACES)
        offered = {name: area_name(name).replace("-", " ").capitalize() for name in names}
        return offered if question.id.startswith("avoid") else offered | {"remote": "By phone or online"}
    if question.kind == "providers":
        return {offer.id: offer.name for offer in now.offers} | {NONE_FITS: "None of these: note what is missing"}
    return question.choices


def is_pressed(screen: Screen) -> bool:
    """One question with a few answers: its answers are buttons, and pressing one goes on."""
    if len(screen.questions) != 1:
        return False
    only = screen.questions[0]
    return only.kind in BUTTON_KINDS and not only.optional and len(only.choices) <= MOST_BUTTONS


def answer_buttons(question: Question, chosen: Value) -> list[Block | None]:
    """The question and its answers to press. `chosen`: what was answered before."""
    row = [
        kit.button(f"{ids.INTAKE_ANSWER}.{place}", label, value=name, style="primary" if chosen == name else None)
        for place, (name, label) in enumerate(question.choices.items())
    ]
    earlier = question.choices.get(str(chosen)) if chosen else None
    return [
        kit.section(f"*{kit.escape(question.ask)}*"),
        kit.buttons(*row),
        kit.context(f"You answered: {earlier}. Press to keep or to change.") if earlier else None,
    ]


def input_blocks(question: Question, given: Mapping[str, Value], now: Circumstances) -> list[Block]:
    """One input, or two where Slack takes no more than ten boxes."""
    value = given[question.id] if question.id in given else proposed(question, now.today)
    options = options_of(question, now)
    if question.kind in ("choices", "providers"):
        return _boxes(question, options, value)
    return [_input(question, _element(question, options, value), f"{PREFIX}{question.id}", question.ask)]


def answers_in(screen: Screen, values: Mapping[str, Any]) -> dict[str, Value]:
    """The answers of one submitted window, by question id; what was left empty is None."""
    found: dict[str, Value] = {}
    for question in screen.questions:
        parts = [values[name] for name in values if _is_of(name, question.id)]
        found[question.id] = _value(question, parts)
    return found


def left_in(screen: Screen, values: Mapping[str, Any], given: Mapping[str, Value], today: date) -> dict[str, Value]:
    """What stands in the fields of a window that was not sent, where it is something else than what stood there at first."""
    here = [question for question in screen.questions if any(_is_of(name, question.id) for name in values)]
    found = answers_in(screen.model_copy(update={"questions": tuple(here)}), values)
    first = {question.id: given.get(question.id, proposed(question, today)) for question in here}
    return {name: value for name, value in found.items() if (value or None) != (first[name] or None)}


def field_of(question: Question) -> str:
    """The block an error stands beside."""
    split = question.kind in ("choices", "providers")
    return f"{PREFIX}{question.id}.0" if split else f"{PREFIX}{question.id}"


def in_words(question: Question, value: Value, now: Circumstances) -> str:
    """An answer as people read it."""
    if isinstance(value, date):
        return kit.day(value)
    options = options_of(question, now) | question.choices
    if isinstance(value, tuple):
        return ", ".join(options.get(item, area_name(item)) for item in value)
    if value is None:
        return ""
    return options.get(str(value), str(value)) if options else str(value)


def _boxes(question: Question, options: Mapping[str, str], value: Value) -> list[Block]:
    """Boxes to tick, ten at a time; every part may stay empty, and the whole is checked when it comes back."""
    named = list(options.items())
    ticked = value if isinstance(value, tuple) else ()
    parts = [named[start : start + BOXES] for start in range(0, len(named), BOXES)]
    blocks = []
    for place, part in enumerate(parts):
        element = kit.checkboxes(ids.INTAKE_TYPED, [kit.option(label, name) for name, label in part], ticked)
        label = question.ask if place == 0 else f"{question.ask} (more)"
        only = len(parts) == 1 and not question.optional
        block = _input(question, element, f"{PREFIX}{question.id}.{place}", label, with_hint=place == 0)
        blocks.append(block | {"optional": not only})
    return blocks


def _element(question: Question, options: Mapping[str, str], value: Value) -> Block:
    listed = [kit.option(label, name) for name, label in options.items()]
    initial = str(value) if value is not None and not isinstance(value, tuple) else None
    if question.kind == "date":
        first = value if isinstance(value, date) else None
        return {"type": "datepicker", "action_id": ids.INTAKE_TYPED} | ({"initial_date": first.isoformat()} if first else {})
    if question.kind == "number":
        number: Block = {
            "type": "number_input", "action_id": ids.INTAKE_TYPED, "is_decimal_allowed": False, "min_value": "0",
            "max_value": str(question.most or 20),
        }  # fmt: skip
        return number | ({"initial_value": initial} if initial is not None else {})
    if question.kind in ("text", "place"):
        return kit.text_input(ids.INTAKE_TYPED, initial=initial or "", most=question.most or MOST_TEXT)
    if question.kind == "areas":
        ticked = [item for item in listed if isinstance(value, tuple) and item["value"] in value]
        menu = kit.select(ids.INTAKE_TYPED, listed, placeholder="Choose areas", multi=True)
        return menu | ({"initial_options": ticked} if ticked else {})
    if len(listed) <= RADIO:
        return kit.radio(ids.INTAKE_TYPED, listed, initial)
    return kit.select(ids.INTAKE_TYPED, listed, initial=initial)


def _input(question: Question, element: Block, block_id: str, label: str, *, with_hint: bool = True) -> Block:
    hint = _hint(question) if with_hint else None
    return kit.input_block(block_id, label, element, hint=hint, optional=question.optional)


def _hint(question: Question) -> str | None:
    """Beside a box to type in stands what it is for; other helps stand behind the Help button."""
    if question.kind in ("text", "place"):
        return question.help
    return None


def _is_of(block_id: str, question: str) -> bool:
    return block_id == f"{PREFIX}{question}" or block_id.startswith(f"{PREFIX}{question}.")


def _value(question: Question, parts: Sequence[Any]) -> Value:
    if question.kind in ("choices", "providers", "areas"):
        return tuple(str(item) for part in parts for item in part or ())
    given = parts[0] if parts else None
    if given in (None, ""):
        return None
    if question.kind == "number":
        return int(given) if str(given).isdigit() else str(given)
    if question.kind == "date":
        return date.fromisoformat(str(given))
    return " ".join(str(given).split()) if question.kind in ("text", "place") else str(given)

