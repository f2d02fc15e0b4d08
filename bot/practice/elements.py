"""Buttons, selects and inputs in use: where an element is, what was chosen in it, and the action it sends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from .text import rich_text
from .world import File, Json, State, World

ONE_OPTION = ("static_select", "external_select", "radio_buttons", "overflow")
MANY_OPTIONS = ("multi_static_select", "multi_external_select", "checkboxes")
ONE_ID = {
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
}
MANY_IDS = {f"multi_{kind}": f"{key}s" for kind, key in ONE_ID.items()}
TEXTS = ("plain_text_input", "number_input", "email_text_input", "url_text_input")
PICKERS = {"datepicker": "selected_date", "timepicker": "selected_time", "datetimepicker": "selected_date_time"}
STATEFUL = (*ONE_OPTION, *MANY_OPTIONS, *ONE_ID, *MANY_IDS, *TEXTS, *PICKERS, "rich_text_input", "file_input")
WITHOUT_STATE = ("overflow",)


class CannotChoose(Exception):
    """A value that this element does not offer. The sentence says which would do."""


@dataclass(frozen=True)
class Place:
    """One element and the block it stands in."""

    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        """Always there: blocks get one when they are kept."""
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        """Always there for elements one can use."""
        return str(self.element["action_id"])

    @property
    def is_input(self) -> bool:
        """In an input block."""
        return bool(self.block["type"] == "input")


def places(blocks: list[Json]) -> Iterator[Place]:
    """Every element with an action_id, in reading order."""
    for block in blocks:
        found = [block.get("accessory"), block.get("element"), *block.get("elements", []), *block.get("actions", [])]
        for element in found:
            if isinstance(element, dict) and "action_id" in element:
                yield Place(block, element)
        for child in block.get("children", []) if block["type"] == "container" else []:
            yield from places([child])


def find(blocks: list[Json], action_id: str | None, block_id: str | None) -> Place | None:
    """By both ids, or by one of them when that is enough."""
    for place in places(blocks):
        if block_id in (None, place.block_id) and action_id in (None, place.action_id):
            return place
    return None


def initial(element: Json) -> Json:
    """The state before anybody touched it."""
    kind = element["type"]
    if kind in ONE_OPTION:
        return {"type": kind, "selected_option": element.get("initial_option")}
    if kind in MANY_OPTIONS:
        return {"type": kind, "selected_options": element.get("initial_options", [])}
    if kind in ONE_ID:
        key = ONE_ID[kind]
        return {"type": kind, key: element.get(key.replace("selected_", "initial_"))}
    if kind in MANY_IDS:
        key = MANY_IDS[kind]
        return {"type": kind, key: element.get(key.replace("selected_", "initial_"), [])}
    if kind in PICKERS:
        key = PICKERS[kind]
        return {"type": kind, key: element.get(key.replace("selected_", "initial_"))}
    if kind == "rich_text_input":
        return {"type": kind, "rich_text_value": element.get("initial_value")}
    if kind == "file_input":
        return {"type": kind, "files": []}
    return {"type": kind, "value": element.get("initial_value")}


def whole_state(blocks: list[Json], touched: State) -> State:
    """State of every element that has one, touched or not: what interactions carry."""
    state: State = {}
    for place in places(blocks):
        if place.element["type"] in STATEFUL and place.element["type"] not in WITHOUT_STATE:
            kept = touched.get(place.block_id, {}).get(place.action_id)
            same_kind = kept is not None and kept["type"] == place.element["type"]
            value = kept if kept is not None and same_kind else initial(place.element)
            state.setdefault(place.block_id, {})[place.action_id] = value
    return state


def _options(element: Json) -> list[Json]:
    groups = element.get("option_groups") or []
    return [*element.get("options", []), *(option for group in groups for option in group["options"])]


def _option(element: Json, value: Any, offered: list[Json]) -> Json:
    wanted = value["value"] if isinstance(value, dict) else value
    found = next((option for option in [*_options(element), *offered] if option.get("value") == wanted), None)
    if found is None:
        known = ", ".join(repr(option.get("value")) for option in [*_options(element), *offered])
        raise CannotChoose(f"There is no option {wanted!r}. Offered: {known or 'nothing yet (use suggest first)'}.")
    return found


def _id(kind: str, value: str, world: World) -> str:
    found = world.find_person(value) if "users" in kind else world.find_channel(value)
    if found is None and "conversations" in kind:
        found = world.find_person(value)
    if found is None:
        raise CannotChoose(f"{value!r} is neither a person nor a channel that can be picked here.")
    return found.id


def _several(value: Any, element: Json) -> list[Any]:
    several = value if isinstance(value, list) else [] if value is None else [value]
    most = element.get("max_selected_items") or element.get("max_files")
    if most is not None and len(several) > most:
        raise CannotChoose(f"At most {most} can be chosen here.")
    return several


def _picked(kind: str, value: Any) -> Any:
    try:
        if kind == "datepicker":
            return date.fromisoformat(value).isoformat()
        if kind == "timepicker":
            return time.fromisoformat(value).strftime("%H:%M")
        return int(value)
    except (ValueError, TypeError):
        form = {"datepicker": "2025-01-31", "timepicker": "14:30"}.get(kind, "epoch seconds, e.g. 1736953200")
        raise CannotChoose(f"{value!r} cannot be picked. Write it like this: {form}.") from None


def _file(file_id: str, world: World, base_url: str) -> Json:
    kept: File | None = world.files.get(file_id)
    if kept is None:
        raise CannotChoose(f"There is no file {file_id!r}. Upload it first.")
    address = f"{base_url}/files/{kept.id}/{kept.name}"
    return {"id": kept.id, "name": kept.name, "mimetype": kept.mimetype, "size": kept.length, "url_private": address}


def chosen(element: Json, value: Any, world: World, offered: list[Json], base_url: str) -> Json:
    """The state after somebody chose `value`. Raises CannotChoose for what a person could not have chosen."""
    kind = element["type"]
    if kind in ONE_OPTION:
        return {"type": kind, "selected_option": None if value is None else _option(element, value, offered)}
    if kind in MANY_OPTIONS:
        several = _several(value, element)
        return {"type": kind, "selected_options": [_option(element, one, offered) for one in several]}
    if kind in ONE_ID:
        return {"type": kind, ONE_ID[kind]: None if value is None else _id(kind, value, world)}
    if kind in MANY_IDS:
        return {"type": kind, MANY_IDS[kind]: [_id(kind, one, world) for one in _several(value, element)]}
    if kind in PICKERS:
        return {"type": kind, PICKERS[kind]: None if value in (None, "") else _picked(kind, value)}
    if kind == "rich_text_input":
        made = rich_text(value, "typed")[0] if isinstance(value, str) and value else value or None
        return {"type": kind, "rich_text_value": {k: v for k, v in made.items() if k != "block_id"} if made else None}
    if kind == "file_input":
        return {"type": kind, "files": [_file(one, world, base_url) for one in _several(value, element)]}
    return {"type": kind, "value": str(value) if value not in (None, "") else None}


def action(place: Place, state: Json | None, value: Any, action_ts: str) -> Json:
    """`actions[0]` of a block_actions payload."""
    element = place.element
    sent = {"type": element["type"], "action_id": place.action_id, "block_id": place.block_id}
    sent |= {key: kept for key, kept in element.items() if key.startswith("initial_") or key == "placeholder"}
    if element["type"] == "button":
        sent |= {key: element[key] for key in ("text", "value", "style", "url") if key in element}
    elif state is not None:
        sent |= state
    elif value is not None:
        sent["value"] = value
    return {**sent, "action_ts": action_ts}


_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def complaint(place: Place, state: Json) -> str | None:
    """What Slack itself says about an input before it sends a window, or None."""
    element, kind = place.element, place.element["type"]
    kept = next((value for key, value in state.items() if key != "type"), None)
    if kept in (None, [], ""):
        return None if place.block.get("optional") else "Please complete this required field."
    if kind == "plain_text_input":
        least, most = element.get("min_length", 0), element.get("max_length", 3000)
        if len(kept) < least:
            return f"Please lengthen this to {least} or more characters (you are currently using {len(kept)} characters)."
        if len(kept) > most:
            return f"Please shorten this to {most} or fewer characters (you are currently using {len(kept)} characters)."
    if kind == "number_input":
        return _number_complaint(element, kept)
    if kind == "email_text_input" and not _EMAIL.fullmatch(kept):
        return "Please enter a valid email address."
    if kind == "url_text_input" and not re.fullmatch(r"https?://\S+\.\S+|https?://localhost\S*", kept):
        return "Please enter a valid URL."
    return None


def _number_complaint(element: Json, kept: str) -> str | None:
    pattern = r"-?\d+(\.\d+)?" if element.get("is_decimal_allowed") else r"-?\d+"
    if not re.fullmatch(pattern, kept):
        return "Please enter a number." if element.get("is_decimal_allowed") else "Please enter a whole number."
    if "min_value" in element and float(kept) < float(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}."
    if "max_value" in element and float(kept) > float(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}."
    return None
