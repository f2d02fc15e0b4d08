"""What a person reads when something went wrong, or is not for them. Errors blame the system (rules.md R75)."""

from __future__ import annotations

from bot.views import kit
from bot.views.kit import Block


def went_wrong(code: str) -> str:
    """One kind sentence and the code that finds the trace in the log."""
    return f"Something went wrong on my side. Please look whether it was done, and if not, try again. Reference: {code}"


def trying_again(code: str) -> str:
    """Said once while Slack goes on bringing what failed."""
    return (
        "That has not gone through yet. I try again in a minute. If somebody is in danger, call and do not wait for me. "
        f"Reference: {code}"
    )


def window(sentence: str) -> Block:
    """The same sentence in place of an open window."""
    return kit.modal("trouble.window", "Please try again", [kit.section(kit.escape(sentence))])
