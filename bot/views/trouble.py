"""What a person reads when something went wrong, or is not for them. Errors blame the system (rules.md R75)."""

from __future__ import annotations

from bot.views import kit
from bot.views.kit import Block


def went_wrong(code: str) -> str:
    """One kind sentence and the code that finds the trace in the log."""
    return f"Something went wrong on my side, and nothing you typed was kept. Please try again. Reference: {code}"


def window(sentence: str) -> Block:
    """The same sentence in place of an open window."""
    return kit.modal("trouble.window", "Please try again", [kit.section(kit.escape(sentence))])
