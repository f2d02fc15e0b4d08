"""What stories about referrals share: a person answering windows by their labels, a city with real child lines, canaries."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.town import ROOT, PersonInTown, Town, words

SAFE = {"danger_now": "No", "safe_to_go_on": "Yes", "self_harm": "No"}
GROWN = {"under_18": "No", "protected_adult": "No", "duty_to_report": "No"}
AGREED: dict[str, Any] = {
    "agreed": "Yes", "limits_explained": "Yes", "alone": "Yes", "share": ["What help is wanted", "Language"],
    "how_given": "written", "may_withdraw": "Yes",
}  # fmt: skip
NEEDED: dict[str, Any] = {
    "help_wanted": ["Medical care"], "form": "Sex", "language": "Spanish", "how_soon": "This week", "adults": None,
}  # fmt: skip


@dataclass
class Walker:
    """Answers window after window from a list by question id; counts windows and presses as a person makes them."""

    person: PersonInTown
    answers: dict[str, Any]
    screens: int = 0
    presses: int = 0

    def goes(self, most: int = 25) -> Walker:
        """On through the windows as long as there is something to answer."""
        for _ in range(most):
            window = self.person.window
            if window is None or window["callback_id"] not in ("intake.window",):
                return self
            self.screens += 1
            before = window["hash"]
            if not self.answers_step(window):
                return self
            after = self.person.window
            if after is not None and after["hash"] == before and after.get("errors"):
                raise AssertionError(f"the window does not take it: {after['errors']}")
        return self

    def answers_step(self, window: dict[str, Any]) -> bool:
        """One window; False when the story has no answer for a question on it."""
        rows = [block["elements"] for block in window["blocks"] if block["type"] == "actions"]
        pressed = [element for row in rows for element in row if "intake.answer." in element["action_id"]]
        if pressed:
            return self._press(window, pressed)
        for block in window["blocks"]:
            if block["type"] == "input" and not self._fill(block):
                return False
        self.presses += 1
        self.person.submits()
        return True

    def sends(self, label: str = "Send") -> Walker:
        """The last look, and the last press."""
        window = self.person.window
        assert window is not None and window["callback_id"] == "intake.review_window", words(window)
        self.screens += 1
        self.presses += 1
        self.person.presses(label)
        return self

    def _press(self, window: dict[str, Any], buttons: list[dict[str, Any]]) -> bool:
        labels = [button["text"]["text"] for button in buttons]
        for wanted in self._wanted_for(window):
            if wanted in labels:
                self.presses += 1
                self.person.presses(wanted)
                return True
        return False

    def _wanted_for(self, window: dict[str, Any]) -> list[str]:
        """The answer the story gives to the question asked on a window of buttons."""
        asked = words(window)
        protocols = self.person.town.services.library.protocols.values()
        questions = {q.ask: q for protocol in protocols for q in protocol.questions()}
        return [str(self.answers[q.id]) for ask, q in questions.items() if ask in asked and q.id in self.answers]

    def _fill(self, block: dict[str, Any]) -> bool:
        name = block["block_id"].removeprefix("q.").split(".")[0]
        element = block["element"]
        if name not in self.answers:
            prefilled = any(key.startswith("initial") for key in element)
            return bool(block.get("optional") or prefilled)
        wanted = self.answers[name]
        if wanted is None:
            return True
        slack, me = self.person.town.slack, self.person.name
        if element["type"] in ("checkboxes", "multi_static_select"):
            labels = {o["text"]["text"]: o["value"] for o in element["options"]}
            values = [labels[label] for label in wanted if label in labels]
            if name == "providers":
                values = [o["value"] for o in element["options"]][: int(wanted[0])] if str(wanted[0]).isdigit() else values
            if values:
                slack.press(me, element["action_id"], values, block_id=block["block_id"], view=self.person.window["id"])
                self.presses += len(values) + (1 if element["type"].startswith("multi") else 0)
            return True
        if "options" in element:
            found = [o for o in element["options"] if str(wanted).lower() in o["text"]["text"].lower()]
            exact = [o for o in found if o["text"]["text"].lower() == str(wanted).lower()] or found
            value = exact[0]["value"] if exact else element["options"][0]["value"]
            slack.press(me, element["action_id"], value, block_id=block["block_id"], view=self.person.window["id"])
            self.presses += 1 if element["type"] == "radio_buttons" else 2
            return True
        slack.press(me, element["action_id"], wanted, block_id=block["block_id"], view=self.person.window["id"])
        self.presses += 1
        return True


def city_with_child_lines(folder: Path) -> Path:
    """The sample city as it would be after the coordinator has entered a real line: no placeholder any more."""
    home = folder / "city"
    for name in ("knowledge", "protocols"):
        shutil.copytree(ROOT / name, home / name)
    shutil.copy(ROOT / "app.yaml", home / "app.yaml")
    line = home / "knowledge/providers/sample-city/ex-child-line.yaml"
    text = line.read_text().replace("must_replace_before_use: yes\n", "").replace("state: placeholder", "state: current")
    line.write_text(text)
    return home


def rows(town: Town) -> dict[str, int]:
    """How many rows each table has. Rows that only say 'this delivery was seen' are left out."""
    path = town.settings.database_url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as base:
        names = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names if name not in UNCOUNTED}


UNCOUNTED = ("handled_deliveries", "alembic_version", "sqlite_sequence")
# what a danger stop, a refusal or a lost conversation may leave: counts and audit lines, nothing about anybody
COUNTS = ("intake_counts", "audit_log", "audit_entries", "topic_counts", "outbox", "outbox_rows")


def everything_kept(town: Town) -> bytes:
    """Every byte of the database, its log and whatever else lies beside it."""
    path = Path(town.settings.database_url.removeprefix("sqlite:///"))
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))


class Ear(logging.Handler):
    """Hears every log line of every library, at every level."""

    def __init__(self) -> None:
        super().__init__(level=0)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(self.format(record))
