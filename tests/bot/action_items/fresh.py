"""How a reading of a fresh phrase is judged against what a careful coordinator would want."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import yaml

from bot.action_items.due import DueReading

HERE = Path(__file__).parent
Verdict = Literal["right", "asks needlessly", "proposes another day", "finds no date", "warns too little", "silently wrong"]
Half = Literal["known", "held out"]


@dataclass(frozen=True, slots=True)
class Case:
    """One phrase or line, when and where it is said, and what is wanted of it (see the head of fresh_phrases.yaml)."""

    text: str
    now: datetime
    zone: str
    wanted: dict[str, Any]

    @property
    def half(self) -> Half:
        """A checksum decides, so that nobody chooses which phrases are held out."""
        return "known" if zlib.crc32(self.text.encode()) % 2 else "held out"

    def __str__(self) -> str:
        return self.text.encode("unicode_escape").decode()


def phrases() -> Iterator[Case]:
    for group in yaml.safe_load((HERE / "fresh_phrases.yaml").read_text(encoding="utf-8"))["groups"]:
        for wanted in group["phrases"]:
            yield Case(wanted["p"], datetime.fromisoformat(group["said"]), group["zone"], wanted)


def lines() -> Iterator[Case]:
    sheet = yaml.safe_load((HERE / "fresh_lines.yaml").read_text(encoding="utf-8"))
    for wanted in sheet["lines"]:
        yield Case(wanted["p"], datetime.fromisoformat(sheet["said"]), sheet["zone"], wanted)


def judged(wanted: dict[str, Any], reading: DueReading | None) -> Verdict:
    """What a reading is worth; None stands for "no date words were found"."""
    kind = wanted["kind"]
    if reading is None or reading.due is None:
        if kind == "meeting":
            return "right" if reading is not None and reading.kind == "meeting" else "finds no date"
        return "right" if kind in ("none", "unsure", "conflict") else "finds no date"
    if "expect" not in wanted:
        return ("proposes another day" if kind == "none" else "right") if reading.ask else "silently wrong"
    said = reading.due.strftime("%Y-%m-%dT%H:%M")
    asking = wanted.get("ask", False)
    if said.startswith(wanted["expect"]):
        if asking is True and not reading.ask:
            return "silently wrong"
        if wanted.get("warn", "").casefold() not in " ".join(reading.warnings).casefold():
            return "warns too little"
        return "asks needlessly" if reading.ask and not asking else "right"
    if not reading.ask:
        return "silently wrong"
    return "right" if any(said.startswith(day) for day in wanted.get("accept", ())) else "proposes another day"
