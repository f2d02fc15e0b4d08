"""The small words every view is built from. The only file that knows Slack's lengths and how text is escaped and cut.

Lengths: docs.slack.dev block and view references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Block = dict[str, Any]

SECTION_TEXT = 3000
FIELD_TEXT = 2000
HEADER_TEXT = 150
BUTTON_TEXT = 75
BUTTON_VALUE = 2000
OPTION_TEXT = 75
OPTION_VALUE = 150
VIEW_TITLE = 24
LABEL_TEXT = 2000
PLACEHOLDER_TEXT = 150
METADATA_TEXT = 3000
MESSAGE_TEXT = 4000
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
# the undocumented cap on one message's text over all blocks, with room to spare (bolt-js #2509, #2867: 11,341 failed)
MESSAGE_TOTAL_TEXT = 10_000
FIELDS_IN_SECTION = 10
BUTTONS_IN_ROW = 25


@dataclass(frozen=True)
class Message:
    """What is posted: `text` is the notification and what a screen reader says, `blocks` is what is seen."""

    text: str
    blocks: tuple[Block, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Arguments for chat.postMessage, respond() and their like. Everything is cut to Slack's limits."""
        return {"text": cut(self.text, MESSAGE_TEXT), "blocks": _fit(self.blocks), "unfurl_links": False, "unfurl_media": False}

    def as_response(self) -> dict[str, Any]:
        """Arguments for a response_url, which knows no unfurl switches for ephemerals."""
        return {"text": cut(self.text, MESSAGE_TEXT), "blocks": _fit(self.blocks)}


def escape(text: str) -> str:
    """Text somebody typed, made safe: it can neither mention, link nor ping. (`&`, `<`, `>`: Slack's own three.)"""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, most: int) -> str:
    """At most `most` characters, ending in an ellipsis at a word's end where something was cut away."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    # never leave half an escape such as `&am` behind, nor an open <link
    head = re.sub(r"&[a-z]*$", "", head)
    if head.rfind("<") > head.rfind(">"):
        head = head[: head.rfind("<")]
    space = head.rfind(" ")
    return (head[:space] if space > most * 0.6 else head).rstrip() + "…"


def section(text: str, accessory: Block | None = None, block_id: str | None = None) -> Block:
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": cut(text, SECTION_TEXT) or " "}}
    if accessory is not None:
        block["accessory"] = accessory
    return _named(block, block_id)


def fields(*texts: str | None) -> Block:
    """Two columns of short texts; at most ten."""
    kept = [text for text in texts if text][:FIELDS_IN_SECTION]
    return {"type": "section", "fields": [{"type": "mrkdwn", "text": cut(text, FIELD_TEXT)} for text in kept]}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, HEADER_TEXT)}


def context(*texts: str | None) -> Block:
    kept = [text for text in texts if text][:10]
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": cut(text, FIELD_TEXT)} for text in kept]}


def divider() -> Block:
    return {"type": "divider"}


def plain(text: str, most: int) -> Block:
    return {"type": "plain_text", "text": cut(text, most) or " ", "emoji": True}


def button(
    action_id: str, label: str, *, value: str = "", style: str | None = None, url: str | None = None,
    confirm: Block | None = None, spoken: str | None = None,
) -> Block:  # fmt: skip
    """`spoken` is what a screen reader says when the label alone would not tell."""
    block: Block = {"type": "button", "action_id": action_id, "text": plain(label, BUTTON_TEXT)}
    if value:
        block["value"] = value[:BUTTON_VALUE]
    if style:
        block["style"] = style
    if url:
        block["url"] = url
    if confirm:
        block["confirm"] = confirm
    if spoken:
        block["accessibility_label"] = cut(spoken, BUTTON_TEXT)
    return block


def buttons(*items: Block | None, block_id: str | None = None) -> Block | None:
    """A row of buttons without those that are None; None when nothing is left."""
    kept = [item for item in items if item][:BUTTONS_IN_ROW]
    return _named({"type": "actions", "elements": kept}, block_id) if kept else None


def confirm(title: str, text: str, yes: str, no: str = "Cancel") -> Block:
    return {"title": plain(title, 100), "text": plain(text, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}


def option(label: str, value: str, description: str | None = None) -> Block:
    block: Block = {"text": plain(label, OPTION_TEXT), "value": value[:OPTION_VALUE]}
    if description:
        block["description"] = plain(description, OPTION_TEXT)
    return block


def select(
    action_id: str, options: Sequence[Block], *, placeholder: str = "Choose", initial: str | None = None, multi: bool = False
) -> Block:
    """A menu of at most 100 options; `initial` is the value chosen beforehand."""
    kept = list(options)[:100]
    block: Block = {
        "type": "multi_static_select" if multi else "static_select", "action_id": action_id,
        "placeholder": plain(placeholder, PLACEHOLDER_TEXT), "options": kept,
    }  # fmt: skip
    first = next((item for item in kept if item["value"] == initial), None)
    if first is not None:
        block["initial_options" if multi else "initial_option"] = [first] if multi else first
    return block


def radio(action_id: str, options: Sequence[Block], initial: str | None = None) -> Block:
    block: Block = {"type": "radio_buttons", "action_id": action_id, "options": list(options)[:10]}
    first = next((item for item in block["options"] if item["value"] == initial), None)
    return block | ({"initial_option": first} if first else {})


def checkboxes(action_id: str, options: Sequence[Block], initial: Iterable[str] = ()) -> Block:
    block: Block = {"type": "checkboxes", "action_id": action_id, "options": list(options)[:10]}
    wanted = set(initial)
    ticked = [item for item in block["options"] if item["value"] in wanted]
    return block | ({"initial_options": ticked} if ticked else {})


def text_input(
    action_id: str, *, initial: str = "", multiline: bool = False, most: int = 3000, placeholder: str = ""
) -> Block:
    block: Block = {"type": "plain_text_input", "action_id": action_id, "multiline": multiline, "max_length": min(most, 3000)}
    if initial:
        block["initial_value"] = initial[: block["max_length"]]
    if placeholder:
        block["placeholder"] = plain(placeholder, PLACEHOLDER_TEXT)
    return block


def input_block(
    block_id: str, label: str, element: Block, *, hint: str | None = None, optional: bool = False, dispatch: bool = False
) -> Block:
    block: Block = {
        "type": "input", "block_id": block_id, "label": plain(label, LABEL_TEXT), "element": element, "optional": optional,
    }  # fmt: skip
    if hint:
        block["hint"] = plain(hint, LABEL_TEXT)
    if dispatch:
        block["dispatch_action"] = True
    return block


def modal(
    callback_id: str, title: str, blocks: Iterable[Block | None], *, submit: str | None = None, close: str = "Close",
    metadata: str = "", notify_on_close: bool = False,
) -> Block:  # fmt: skip
    """A window. `metadata` travels in every payload and is no place for anybody's words."""
    view: Block = {
        "type": "modal", "callback_id": callback_id, "title": plain(title, VIEW_TITLE), "close": plain(close, VIEW_TITLE),
        "blocks": [block for block in blocks if block][:VIEW_BLOCKS], "private_metadata": metadata[:METADATA_TEXT],
        "notify_on_close": notify_on_close,
    }  # fmt: skip
    if submit:
        view["submit"] = plain(submit, VIEW_TITLE)
    return view


def home(blocks: Iterable[Block | None]) -> Block:
    return {"type": "home", "blocks": [block for block in blocks if block][:VIEW_BLOCKS]}


def message(text: str, *blocks: Block | None) -> Message:
    """A message without the blocks that are None."""
    return Message(text, tuple(block for block in blocks if block))


def both(first: Message, second: Message) -> Message:
    """Two messages as one, a line between them."""
    return Message(f"{first.text} {second.text}", (*first.blocks, divider(), *second.blocks))


def day(value: date) -> str:
    """`Nov 21, 2026`: short, and never read as another order of day and month."""
    return f"{value:%b} {value.day}, {value.year}"


def telephone(dial: str, shown: str) -> str:
    """A number one can tap to call."""
    return f"<tel:{dial}|{escape(shown)}>"


def link(address: str, name: str) -> str:
    return f"<{address}|{escape(name).replace('|', '/')}>"


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)


def numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))


def sections(text: str) -> list[Block]:
    """Long text as several sections, broken between lines."""
    blocks: list[Block] = []
    piece = ""
    for line in text.split("\n"):
        if piece and len(piece) + len(line) + 1 > SECTION_TEXT:
            blocks.append(section(piece))
            piece = ""
        piece = f"{piece}\n{line}" if piece else line
    return [*blocks, section(piece)] if piece else blocks


def _named(block: Block, block_id: str | None) -> Block:
    return block | {"block_id": block_id} if block_id else block


def _fit(blocks: Sequence[Block]) -> list[Block]:
    """Keeps whole blocks while they fit into one message, then says that the rest is left out."""
    kept: list[Block] = []
    size = 0
    for block in blocks[:MESSAGE_BLOCKS]:
        size += _text_size(block)
        if size > MESSAGE_TOTAL_TEXT or len(kept) == MESSAGE_BLOCKS - 1 < len(blocks) - 1:
            kept.append(context("There is more than one message can hold. Ask about one part of it."))
            break
        kept.append(block)
    return kept


def _text_size(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_text_size(item) for item in value.values())
    if isinstance(value, list | tuple):
        return sum(_text_size(item) for item in value)
    return len(value) if isinstance(value, str) else 0
