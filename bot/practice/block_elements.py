"""Block Kit's interactive elements: one row each, what they must and may have, and where they may stand."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.practice.block_objects import (
    box_option,
    confirm,
    conversation_filter,
    dispatch_config,
    menu_option,
    only_in,
    option_group,
    overflow_option,
    plain,
    rich_text,
    slack_file,
    slack_id,
    web_address,
)
from bot.practice.block_rules import (
    HOME,
    MESSAGE,
    MODAL,
    Faults,
    Place,
    Rule,
    anything,
    boolean,
    exactly_one,
    listing,
    matching,
    one_of,
    shape,
    slack_length,
    typed,
    whole,
    words,
)

NAMED: dict[str, Rule] = {"action_id": words(255)}
CONFIRMED = {**NAMED, "confirm": confirm}
FOCUSED = {**CONFIRMED, "focus_on_load": boolean}
CHOSEN = {**FOCUSED, "placeholder": plain(150)}
TYPED = {
    **NAMED,
    "focus_on_load": boolean,
    "placeholder": plain(150),
    "dispatch_action_config": dispatch_config,
}


def _element(required: dict[str, Rule], optional: dict[str, Rule], *further: Rule) -> Rule:
    return shape({"type": anything, **required}, optional, *further)


def _offered(element: dict[str, Any]) -> list[Any]:
    groups: Iterable[dict[str, Any]] = element.get("option_groups", ())
    return [*element.get("options", ()), *(option for group in groups for option in group["options"])]


def _initial_among_options(element: Any, place: Place) -> Faults:
    offered = _offered(element)
    if "initial_option" in element and element["initial_option"] not in offered:
        yield place.fault("`initial_option` must match one of the options", "initial_option")
    for index, option in enumerate(element.get("initial_options", ())):
        if option not in offered:
            yield place.fault("`initial_options` must match the options", "initial_options", index)


def _within_selection_limit(element: Any, place: Place) -> Faults:
    most = element.get("max_selected_items")
    for name in [name for name in element if name.startswith("initial_") and most is not None]:
        if len(element[name]) > most:
            yield place.fault(f"no more than {most} items allowed", name)


def _initial_text_fits(element: Any, place: Place) -> Faults:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if least > most:
        yield place.fault("`min_length` must not be more than `max_length`", "min_length")
    if "initial_value" in element:
        length = slack_length(element["initial_value"])
        if length > most:
            yield place.fault(f"must be less than {most + 1} characters", "initial_value")
        elif length < least:
            yield place.fault(f"must be more than {least - 1} characters", "initial_value")


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _number_in_range(element: Any, place: Place) -> Faults:
    bounds = {name: _decimal(element[name]) for name in ("min_value", "max_value", "initial_value") if name in element}
    if not element["is_decimal_allowed"]:
        for name, number in bounds.items():
            if number is not None and number != number.to_integral_value():
                yield place.fault("must be a whole number", name)
    low, high, start = (bounds.get(name) for name in ("min_value", "max_value", "initial_value"))
    if low is not None and high is not None and low > high:
        yield place.fault("`min_value` must not be more than `max_value`", "min_value")
    if start is not None and ((low is not None and start < low) or (high is not None and start > high)):
        yield place.fault("must lie between `min_value` and `max_value`", "initial_value")


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _only_in_modal_input(element: Any, place: Place) -> Faults:
    if "response_url_enabled" in element and (place.surface, place.block) != (MODAL, "input"):
        yield place.fault("invalid additional property: response_url_enabled")


day = matching(_is_date, "must be a valid date in the format YYYY-MM-DD")
time_of_day = matching(re.compile(r"([01]\d|2[0-3]):[0-5]\d").fullmatch, "must be a valid time in the format HH:mm")
number_text = matching(lambda text: _decimal(text) is not None, "must be a valid number", 64)

_OPTIONS: dict[str, Rule] = {"options": listing(menu_option, 100), "option_groups": listing(option_group, 100)}
_QUERY: dict[str, Rule] = {"min_query_length": whole(0, 1000)}
_CONVERSATIONS: dict[str, Rule] = {"filter": conversation_filter, "default_to_current_conversation": boolean}
_REPLIES: dict[str, Rule] = {"response_url_enabled": boolean}
_MANY = {**CHOSEN, "max_selected_items": whole(1, 1000)}
_BOXES: dict[str, Rule] = {"options": listing(box_option, 10)}
_IDS = listing(slack_id, 1000, distinct=True)
_GIVEN_OPTIONS = listing(menu_option, 100, distinct=True)
_FEEDBACK_BUTTON = shape({"text": plain(75), "value": words(2000)}, {"accessibility_label": words(75)})
_IMAGE_SOURCES: dict[str, Rule] = {"image_url": web_address, "slack_file": slack_file}

IMAGE = _element({"alt_text": words(2000)}, _IMAGE_SOURCES, exactly_one("image_url", "slack_file"))

_SELECTS: dict[str, Rule] = {
    "static_select": _element(
        {},
        {**CHOSEN, **_OPTIONS, "initial_option": menu_option},
        exactly_one("options", "option_groups"),
        _initial_among_options,
    ),
    "external_select": _element({}, {**CHOSEN, **_QUERY, "initial_option": menu_option}),
    "users_select": _element({}, {**CHOSEN, "initial_user": slack_id}),
    "conversations_select": _element(
        {}, {**CHOSEN, **_CONVERSATIONS, **_REPLIES, "initial_conversation": slack_id}, _only_in_modal_input
    ),
    "channels_select": _element({}, {**CHOSEN, **_REPLIES, "initial_channel": slack_id}, _only_in_modal_input),
}
_MULTI_SELECTS: dict[str, Rule] = {
    "multi_static_select": _element(
        {},
        {**_MANY, **_OPTIONS, "initial_options": _GIVEN_OPTIONS},
        exactly_one("options", "option_groups"),
        _initial_among_options,
        _within_selection_limit,
    ),
    "multi_external_select": _element(
        {}, {**_MANY, **_QUERY, "initial_options": _GIVEN_OPTIONS}, _within_selection_limit
    ),
    "multi_users_select": _element({}, {**_MANY, "initial_users": _IDS}, _within_selection_limit),
    "multi_conversations_select": _element(
        {}, {**_MANY, **_CONVERSATIONS, "initial_conversations": _IDS}, _within_selection_limit
    ),
    "multi_channels_select": _element({}, {**_MANY, "initial_channels": _IDS}, _within_selection_limit),
}
_SHARED: dict[str, Rule] = {
    **_SELECTS,
    **_MULTI_SELECTS,
    "checkboxes": _element(
        _BOXES, {**FOCUSED, "initial_options": listing(box_option, 10, distinct=True)}, _initial_among_options
    ),
    "radio_buttons": _element(_BOXES, {**FOCUSED, "initial_option": box_option}, _initial_among_options),
    "datepicker": _element({}, {**CHOSEN, "initial_date": day}),
    "timepicker": _element({}, {**CHOSEN, "initial_time": time_of_day, "timezone": words(64)}),
}
_PRESSED: dict[str, Rule] = {
    "button": _element(
        {"text": plain(75)},
        {
            **CONFIRMED,
            "value": words(2000),
            "url": web_address,
            "style": one_of("primary", "danger"),
            "accessibility_label": words(75),
        },
    ),
    "overflow": _element({"options": listing(overflow_option, 5)}, CONFIRMED),
}
_DATETIME = _element({}, {**FOCUSED, "initial_date_time": whole(1_000_000_000, 9_999_999_999)}, only_in(MESSAGE, MODAL))
_RICH_TEXT_INPUT = _element({}, {**TYPED, "initial_value": rich_text}, only_in(MODAL, HOME))
_TYPED_IN: dict[str, Rule] = {
    "plain_text_input": _element(
        {},
        {
            **TYPED,
            "initial_value": words(3000, least=0),
            "multiline": boolean,
            "min_length": whole(0, 3000),
            "max_length": whole(1, 3000),
        },
        _initial_text_fits,
    ),
    "number_input": _element(
        {"is_decimal_allowed": boolean},
        {**TYPED, "initial_value": number_text, "min_value": number_text, "max_value": number_text},
        only_in(MODAL),
        _number_in_range,
    ),
    "email_text_input": _element({}, {**TYPED, "initial_value": words(3000)}, only_in(MODAL)),
    "url_text_input": _element({}, {**TYPED, "initial_value": words(3000)}, only_in(MODAL)),
    "file_input": _element(
        {}, {**NAMED, "filetypes": listing(words(32), 100), "max_files": whole(1, 10)}, only_in(MODAL)
    ),
    "rich_text_input": _RICH_TEXT_INPUT,
}

IN_SECTION = typed({**_SHARED, **_PRESSED, "image": IMAGE})
IN_ACTIONS = typed({**_SHARED, **_PRESSED, "datetimepicker": _DATETIME, "rich_text_input": _RICH_TEXT_INPUT})
IN_INPUT = typed({**_SHARED, **_TYPED_IN, "datetimepicker": _DATETIME})
IN_CONTEXT_ACTIONS = typed(
    {
        "feedback_buttons": _element({"positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON}, NAMED),
        "icon_button": _element(
            {"icon": one_of("trash"), "text": plain(75)},
            {
                **CONFIRMED,
                "value": words(2000),
                "accessibility_label": words(75),
                "visible_to_user_ids": listing(slack_id, 10, distinct=True),
            },
        ),
    }
)
