"""What went wrong, where, and how to mend it: the one shape every content or settings error takes.

Also the few errors whose sentence a person may see; anything else reaches people only as a reference code.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a file or a setting. `where` is `file:line` or the name of a setting."""

    where: str
    what: str
    mend: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        head = f"{self.where}: " if self.where else ""
        level = "" if self.severity == "error" else f"{self.severity}: "
        tail = f" {self.mend}" if self.mend else ""
        return f"{head}{level}{self.what}{tail}"

    @property
    def is_error(self) -> bool:
        """False for a warning: worth mending, but no reason to refuse the content."""
        return self.severity == "error"


class ContentError(Exception):
    """Content or settings cannot be used. Carries every problem found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class PersonError(Exception):
    """A sentence that may be shown to the person who asked, as it stands. Never holds anybody's words."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


class Busy(Exception):
    """Others held the database for longer than was waited. Nothing was written; the same may be tried again."""

    sentence = "I could not write this down just now, because much is going on. Nothing was changed. Please press once more."


def reference_code() -> str:
    """A short code that ties what a person saw to one line in the log. Random: it says nothing about them."""
    alphabet = "BCDFGHJKLMNPQRSTVWXZ23456789"
    return "".join(secrets.choice(alphabet) for _ in range(6))
