"""The small language of the Block Kit tables: a rule looks at one value and yields what Slack would refuse.

Knows no block and no element; `block_objects.py`, `block_elements.py` and `blocks.py` hold the tables.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

MESSAGE, MODAL, HOME = "message", "modal", "home"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing Slack refuses. `message` is Slack's wording, `pointer` a JSON pointer such as `/blocks/0/text`, `code`
    the `error` with which the whole call is answered (`invalid_blocks`, `invalid_arguments`, ...)."""

    message: str
    pointer: str
    code: str

    def __str__(self) -> str:
        return f"{self.message} [json-pointer:{self.pointer}]"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a payload a rule is looking, on which surface, inside which block."""

    pointer: str
    surface: str
    code: str
    block: str = ""

    def at(self, *keys: str | int) -> "Place":
        """The same place, further in."""
        steps = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)
        return replace(self, pointer=self.pointer + steps)

    def fault(self, message: str, *keys: str | int) -> Fault:
        """A fault here, or at `keys` below here."""
        return Fault(message, self.at(*keys).pointer, self.code)


Faults = Iterator[Fault]
Rule = Callable[[Any, Place], Faults]


def slack_length(text: str) -> int:
    """Characters as the strictest reading of Slack counts them: an emoji outside the basic plane counts as two."""
    return len(text) + sum(character > "\uffff" for character in text)


def words(most: int, least: int = 1) -> Rule:
    """A string of `least` to `most` characters."""

    def check(value: Any, place: Place) -> Faults:
        if not isinstance(value, str):
            yield place.fault("must provide a string")
        elif slack_length(value) < least:
            yield place.fault(f"must be more than {least - 1} characters")
        elif slack_length(value) > most:
            yield place.fault(f"must be less than {most + 1} characters")

    return check


def matching(fits: Callable[[str], object], wording: str, most: int = 3000) -> Rule:
    """A string for which `fits` is true; `wording` is what Slack says otherwise."""
    length = words(most)

    def check(value: Any, place: Place) -> Faults:
        found = list(length(value, place))
        yield from found
        if not found and not fits(value):
            yield place.fault(wording)

    return check


def boolean(value: Any, place: Place) -> Faults:
    """true or false, nothing that merely looks like it."""
    if not isinstance(value, bool):
        yield place.fault("must provide a boolean")


def whole(least: int, most: int) -> Rule:
    """A whole number between two bounds, both allowed."""

    def check(value: Any, place: Place) -> Faults:
        if isinstance(value, bool) or not isinstance(value, int):
            yield place.fault("must provide an integer")
        elif value < least:
            yield place.fault(f"must be greater than {least - 1}")
        elif value > most:
            yield place.fault(f"must be less than {most + 1}")

    return check


def one_of(*allowed: str) -> Rule:
    """One of a few words."""

    def check(value: Any, place: Place) -> Faults:
        if not isinstance(value, str) or value not in allowed:
            yield place.fault("must be a valid enum value")

    return check


def listing(rule: Rule, most: int, least: int = 1, *, distinct: bool = False) -> Rule:
    """An array of `least` to `most` items which all keep `rule`."""

    def check(value: Any, place: Place) -> Faults:
        if not isinstance(value, list):
            yield place.fault("must provide an array")
            return
        if len(value) < least:
            yield place.fault(f"must provide at least {least} items")
        if len(value) > most:
            yield place.fault(f"no more than {most} items allowed")
        if distinct and any(item in value[:index] for index, item in enumerate(value)):
            yield place.fault("must not contain duplicate items")
        for index, item in enumerate(value):
            yield from rule(item, place.at(index))

    return check


def shape(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None, *further: Rule) -> Rule:
    """An object with exactly these properties. `further` rules see the object only once its properties are sound."""
    known = {**(optional or {}), **required}

    def check(value: Any, place: Place) -> Faults:
        if not isinstance(value, dict):
            yield place.fault("must provide an object")
            return
        found = [place.fault(f"missing required field: {name}") for name in required if name not in value]
        found += [place.fault(f"invalid additional property: {name}") for name in value if name not in known]
        for name, rule in known.items():
            if name in value:
                found += rule(value[name], place.at(name))
        yield from found
        if not found:
            for rule in further:
                yield from rule(value, place)

    return check


def typed(rules: Mapping[str, Rule]) -> Rule:
    """An object whose `type` names the rule it must keep."""

    def check(value: Any, place: Place) -> Faults:
        if not isinstance(value, dict):
            yield place.fault("must provide an object")
        elif "type" not in value:
            yield place.fault("missing required field: type")
        elif not isinstance(value["type"], str) or value["type"] not in rules:
            yield place.fault(f"unsupported type: {value['type']}", "type")
        else:
            yield from rules[value["type"]](value, place)

    return check


def exactly_one(*names: str) -> Rule:
    """Exactly one of these properties stands in the object."""

    def check(value: Any, place: Place) -> Faults:
        given = [name for name in names if name in value]
        if not given:
            yield place.fault(f"missing required field: {names[0]}")
        elif len(given) > 1:
            yield place.fault(f"invalid additional property: {given[1]}")

    return check


def anything(_value: Any, _place: Place) -> Faults:
    """Whatever it is, another rule has looked at it."""
    yield from ()
