"""Is this Block Kit? Every message, view, option list and metadata the bot sends is held to Slack's written limits.

Pure, and stricter than Slack wherever its own pages disagree: block types newer than 2026 are refused. Which method
answers with which fault, and everything about who may post where, is left to the server.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.practice.block_elements import IMAGE, IN_ACTIONS, IN_CONTEXT_ACTIONS, IN_INPUT, IN_SECTION
from bot.practice.block_objects import (
    either_text,
    menu_option,
    only_in,
    option_group,
    plain,
    rich_parts,
    rich_text,
    slack_file,
    web_address,
)
from bot.practice.block_rules import (
    HOME,
    MESSAGE,
    MODAL,
    Fault,
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

__all__ = [
    "Fault",
    "check_attachments",
    "check_message_blocks",
    "check_metadata",
    "check_options",
    "check_submission_errors",
    "check_view",
]

MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
MESSAGE_TEXT = 12_000
MARKDOWN_TEXT = 12_000
VIEW_BYTES = 250 * 1024
METADATA_BYTES = 8 * 1024


def _block(required: dict[str, Rule], optional: dict[str, Rule] | None = None, *further: Rule) -> Rule:
    return shape({"type": anything, **required}, {"block_id": words(255), **(optional or {})}, *further)


def _inside(block: str, rule: Rule) -> Rule:
    return lambda value, place: rule(value, replace(place, block=block))


def _text_or_fields(block: Any, place: Place) -> Faults:
    if "text" not in block and "fields" not in block:
        yield place.fault("missing required field: text")


def _nullable(rule: Rule) -> Rule:
    return lambda value, place: iter(()) if value is None else rule(value, place)


_COLUMN = shape({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})
_CELL = typed({"raw_text": shape({"type": anything, "text": words(3000)}), "rich_text": rich_text})
_CONTEXT_PART: Rule = typed({"image": IMAGE, "plain_text": either_text(), "mrkdwn": either_text()})

BLOCKS: Mapping[str, Rule] = {
    "actions": _block({"elements": listing(_inside("actions", IN_ACTIONS), 25)}),
    "context": _block({"elements": listing(_CONTEXT_PART, 10)}),
    "context_actions": _block({"elements": listing(IN_CONTEXT_ACTIONS, 5)}, None, only_in(MESSAGE)),
    "divider": _block({}),
    "header": _block({"text": plain(150)}, {"level": whole(1, 4)}),
    "image": _block(
        {"alt_text": words(2000)},
        {"title": plain(2000), "image_url": web_address, "slack_file": slack_file},
        exactly_one("image_url", "slack_file"),
    ),
    "input": _block(
        {"label": plain(2000), "element": _inside("input", IN_INPUT)},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "markdown": _block({"text": words(MARKDOWN_TEXT)}, None, only_in(MESSAGE)),
    "rich_text": _block({"elements": rich_parts}),
    "section": _block(
        {},
        {
            "text": either_text(),
            "fields": listing(either_text(2000), 10),
            "accessory": _inside("section", IN_SECTION),
            "expand": boolean,
        },
        _text_or_fields,
    ),
    "table": _block(
        {"rows": listing(listing(_CELL, 20), 100)},
        {"column_settings": listing(_nullable(_COLUMN), 20)},
        only_in(MESSAGE),
    ),
}
_ANY_BLOCK = typed(BLOCKS)

_SHARED_VIEW: dict[str, Rule] = {
    "private_metadata": words(3000, least=0),
    "callback_id": words(255, least=0),
    "external_id": words(255, least=0),
}
_VIEWS: Mapping[str, Rule] = {
    MODAL: shape(
        {"type": anything, "title": plain(24), "blocks": anything},
        {
            **_SHARED_VIEW,
            "submit": _nullable(plain(24)),
            "close": _nullable(plain(24)),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
        },
    ),
    HOME: shape({"type": anything, "blocks": anything}, _SHARED_VIEW),
}


def check_message_blocks(blocks: Any, *, pointer: str = "/blocks", sums_text: bool = True) -> list[Fault]:
    """What Slack would refuse in the `blocks` of a message; empty if nothing. An empty list, "no blocks", is fine.

    `sums_text` is off for a response_url, where the cap of 12,000 characters over all blocks does not hold.
    """
    faults = list(_check_blocks(blocks, Place(pointer, MESSAGE, "invalid_blocks"), MESSAGE_BLOCKS, least=0))
    if not faults and sums_text and _text_length(blocks) > MESSAGE_TEXT:
        wording = f"must be less than {MESSAGE_TEXT + 1} characters in all blocks"
        faults.append(Fault(wording, pointer, "msg_blocks_too_long"))
    return faults


def check_view(view: Any, *, root_type: str | None = None, pointer: str = "/view") -> list[Fault]:
    """What Slack would refuse in a modal or Home view; empty if nothing.

    `root_type` is the type the view must have: that of the view it is pushed onto or replaces, `modal` for views.open,
    `home` for views.publish.
    """
    place = Place(pointer, MODAL, "invalid_arguments")
    faults = list(typed(_VIEWS)(view, place))
    if isinstance(view, dict) and view.get("type") in tuple(_VIEWS):
        place = replace(place, surface=view["type"])
        if root_type is not None and view["type"] != root_type:
            wording = "must match the `type` of the root view whose stack we're pushing onto"
            faults.append(place.fault(wording, "type"))
        if "blocks" in view:
            faults += _check_blocks(view["blocks"], place.at("blocks"), VIEW_BLOCKS, least=1)
        faults += _input_needs_submit(view, place)
    if len(json.dumps(view, ensure_ascii=False, default=str).encode("utf-8", "replace")) > VIEW_BYTES:
        faults.append(Fault("must be less than 250 kilobytes", pointer, "view_too_large"))
    return faults


def _check_blocks(blocks: Any, place: Place, most: int, least: int) -> Faults:
    yield from listing(_ANY_BLOCK, most, least)(blocks, place)
    if isinstance(blocks, list):
        sound = [(index, block) for index, block in enumerate(blocks) if isinstance(block, dict)]
        yield from _ids_are_unique(sound, place)
        yield from _once_in_a_payload(sound, place)


def _ids_are_unique(blocks: list[tuple[int, dict[str, Any]]], place: Place) -> Faults:
    seen: set[str] = set()
    for index, block in blocks:
        name = block.get("block_id")
        if isinstance(name, str) and block.get("type") != "markdown":
            if name in seen:
                yield place.fault(f'`block_id` "{name}" already exists', index, "block_id")
            seen.add(name)
        used: set[str] = set()
        for steps, element in _elements(block):
            action = element.get("action_id")
            if isinstance(action, str):
                if action in used:
                    yield place.fault(f'`action_id` "{action}" already exists', index, *steps, "action_id")
                used.add(action)


def _once_in_a_payload(blocks: list[tuple[int, dict[str, Any]]], place: Place) -> Faults:
    tables = [index for index, block in blocks if block.get("type") == "table"]
    for index in tables[1:]:
        yield replace(place, code="invalid_attachments").fault("only_one_table_allowed", index)
    written = [block.get("text") for _, block in blocks if block.get("type") == "markdown"]
    if sum(slack_length(text) for text in written if isinstance(text, str)) > MARKDOWN_TEXT and len(written) > 1:
        yield place.fault(f"must be less than {MARKDOWN_TEXT + 1} characters in all markdown blocks")
    focused = [
        (index, *steps)
        for index, block in blocks
        for steps, element in _elements(block)
        if element.get("focus_on_load") is True
    ]
    for steps in focused[1:]:
        yield place.fault("`focus_on_load` may be true for one element only", *steps, "focus_on_load")


def _elements(block: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            yield (name,), block[name]
    listed = block.get("elements")
    for index, element in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(element, dict):
            yield ("elements", index), element


def _input_needs_submit(view: dict[str, Any], place: Place) -> Faults:
    blocks = view.get("blocks")
    if view["type"] == MODAL and not view.get("submit") and isinstance(blocks, list):
        for index, block in enumerate(blocks):
            if isinstance(block, dict) and block.get("type") == "input":
                yield place.fault("must define `submit` to use an `input` block in modals", "blocks", index, "input")


def _text_length(node: Any) -> int:
    """All the words a person would read, wherever they stand."""
    if isinstance(node, list):
        return sum(map(_text_length, node))
    if not isinstance(node, dict):
        return 0
    return sum(
        slack_length(value) if isinstance(value, str) else _text_length(value)
        for name, value in node.items()
        if not isinstance(value, str) or name in ("text", "alt_text", "fallback")
    )


_PLAIN_VALUE = (str, int, float, bool)


def _event_payload(payload: Any, place: Place) -> Faults:
    if not isinstance(payload, dict):
        yield place.fault("must provide an object")
        return
    for name, value in payload.items():
        inner = value if isinstance(value, list) else [value]
        for item in inner:
            members = item.values() if isinstance(item, dict) else [item]
            if not all(isinstance(member, _PLAIN_VALUE) for member in members):
                yield place.fault("must provide a string, a number, a boolean, or one object of these", name)
                break


_METADATA = shape(
    {
        "event_type": matching(re.compile(r"[A-Za-z0-9_]+").fullmatch, "must be alphanumeric", 255),
        "event_payload": _event_payload,
    }
)


def check_metadata(metadata: Any) -> list[Fault]:
    """What Slack would refuse in a message's `metadata`; `{}` clears it on an update and is fine."""
    if metadata == {}:
        return []
    faults = list(_METADATA(metadata, Place("/metadata", MESSAGE, "invalid_metadata_format")))
    if not faults and len(json.dumps(metadata, default=str).encode()) > METADATA_BYTES:
        faults.append(Fault("must be less than 8 kilobytes", "/metadata", "metadata_too_large"))
    return faults


_FIELD = shape({}, {"title": words(3000, 0), "value": words(3000, 0), "short": boolean})
_ATTACHMENT_WORDS = (
    "fallback color pretext author_name author_link author_icon title title_link text image_url thumb_url "
    "footer footer_icon"
)
_ATTACHMENT = shape(
    {},
    {
        **dict.fromkeys(_ATTACHMENT_WORDS.split(), words(40_000, least=0)),
        "fields": listing(_FIELD, 100, least=0),
        "mrkdwn_in": listing(one_of("text", "pretext", "fields"), 3, least=0),
        "ts": whole(0, 9_999_999_999),
        "blocks": anything,
    },
)


def check_attachments(attachments: Any) -> list[Fault]:
    """What Slack would refuse in a message's `attachments`: at most 100, Block Kit in them held to the same rules."""
    place = Place("/attachments", MESSAGE, "invalid_attachments")
    if isinstance(attachments, list) and len(attachments) > 100:
        return [replace(place, code="too_many_attachments").fault("no more than 100 items allowed")]
    faults = list(listing(_ATTACHMENT, 100, least=0)(attachments, place))
    for index, attachment in enumerate(attachments if isinstance(attachments, list) else ()):
        if isinstance(attachment, dict) and "blocks" in attachment:
            inside = check_message_blocks(attachment["blocks"], pointer=place.at(index, "blocks").pointer)
            faults += [replace(fault, code="invalid_attachments") for fault in inside]
    return faults


_SUGGESTIONS = shape(
    {},
    {"options": listing(menu_option, 100, least=0), "option_groups": listing(option_group, 100, least=0)},
    exactly_one("options", "option_groups"),
)


def check_options(answer: Any) -> list[Fault]:
    """What Slack would refuse in the answer to a block_suggestion; an empty list of options is fine."""
    return list(_SUGGESTIONS(answer, Place("", MODAL, "invalid_arguments")))


def check_submission_errors(errors: Any, view: Mapping[str, Any]) -> list[Fault]:
    """What Slack would refuse in the `errors` answered to a submission: each key must be an input block of `view`."""
    place = Place("/errors", MODAL, "invalid_arguments")
    if not isinstance(errors, dict) or not errors:
        return [place.fault("must provide an object")]
    inputs = {block.get("block_id") for block in view.get("blocks", ()) if block.get("type") == "input"}
    faults = [place.fault("must name an `input` block of the view", name) for name in errors if name not in inputs]
    for name, sentence in errors.items():
        faults += words(2000)(sentence, place.at(name))
    return faults
