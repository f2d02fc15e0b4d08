"""What people did in the lab and what they were told; afterwards this is held against the database and against Slack."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field


@dataclass
class Task:
    """One item somebody tried to keep. `kept`: they were told so. `states`: what it may be by now."""

    words: str
    by: str
    for_whom: str
    kept: bool
    states: set[str] = field(default_factory=lambda: {"open"})


class Ledger:
    """Written by many people at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self.tasks: dict[str, Task] = {}
        self.deeds = 0
        self.told_yes = 0

    def new_words(self) -> str:
        with self._lock:
            self._number += 1
            return f"task {self._number:06d}"

    def wrote(self, words: str, by: str, for_whom: str, told_yes: bool) -> None:
        """Somebody typed it. `told_yes`: the assistant acknowledged, so it must be kept from now on."""
        with self._lock:
            self.deeds += 1
            self.told_yes += told_yes
            self.tasks[words] = Task(words, by, for_whom, told_yes)

    def pressed_done(self, words: str, told_yes: bool) -> None:
        """Somebody pressed Done. When nobody answered, both are possible."""
        with self._lock:
            self.deeds += 1
            self.told_yes += told_yes
            task = self.tasks[words]
            task.states = {"done"} if told_yes else task.states | {"done"}
