"""Turns the findings of the Block Kit checks into Slack's refusals, with its codes and its message form."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Fault, check_attachments, check_message_blocks, check_metadata, check_view
from .world import Json


class Refused(Exception):
    """Slack says no: `ok` false, an error name, sometimes messages and further fields."""

    def __init__(self, error: str, messages: Sequence[str] = (), **fields: object) -> None:
        self.error = error
        self.messages = list(messages)
        self.fields = fields
        super().__init__(": ".join([error, *self.messages]))

    def answer(self) -> Json:
        """The body Slack would send."""
        body: Json = {"ok": False, "error": self.error, **self.fields}
        if self.messages:
            if self.error == "invalid_blocks":
                body["errors"] = self.messages
            body["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        return body


def refuse_faults(faults: Sequence[Fault]) -> None:
    """Raises for the first fault's code, with every message of that code."""
    if faults:
        code = faults[0].code
        raise Refused(code, [str(fault) for fault in faults if fault.code == code])


def checked_blocks(blocks: object, *, sums_text: bool = True) -> list[Json]:
    """The blocks of a message. `sums_text` is off where the cap over all blocks does not hold."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise Refused("invalid_blocks_format")
    refuse_faults(check_message_blocks(blocks, sums_text=sums_text))
    return blocks


def checked_attachments(attachments: object) -> list[Json]:
    """The attachments of a message."""
    if not isinstance(attachments, list):
        raise Refused("invalid_attachments")
    refuse_faults(check_attachments(attachments))
    return attachments


def checked_metadata(metadata: object) -> Json:
    """The metadata of a message; `{}` is fine."""
    if not isinstance(metadata, dict):
        raise Refused("invalid_metadata_format")
    refuse_faults(check_metadata(metadata))
    return metadata


def checked_view(view: object, root_type: str | None) -> Json:
    """A view for views.* or for the answer to a submission."""
    if not isinstance(view, dict):
        raise Refused("invalid_arguments", ["must provide an object [json-pointer:/view]"])
    refuse_faults(check_view(view, root_type=root_type))
    return view
