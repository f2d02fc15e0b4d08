"""Measures the assistant on questions it was not made from: who is found first, who is in the first three, who is left.

Reads folders shaped like tests/questions (its README tells the keys). Counts only; wrong ones are listed when asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.answers.index import Index
from bot.answers.safety import read_safety
from bot.problems import ContentError, Problem

Row = dict[str, Any]


@dataclass(frozen=True)
class Miss:
    """A question, what was wanted, and what came instead."""

    question: str
    wanted: str
    came: str


@dataclass
class Tally:
    """One line of the report: `counts` hold how many of `total` had each outcome."""

    name: str
    total: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def add(self, **outcomes: bool) -> None:
        self.total += 1
        for outcome, happened in outcomes.items():
            self.counts[outcome] = self.counts.get(outcome, 0) + bool(happened)

    def share(self, outcome: str) -> float:
        """0..1; 0 where nothing was counted."""
        return self.counts.get(outcome, 0) / self.total if self.total else 0.0


def evaluate(index: Index, folder: Path) -> list[Tally]:
    """Every measure the folder has questions for. Raises ContentError when a file is not a list of mappings."""
    tallies = [
        *_answers(index, folder), _found(index, "Spanish", _rows(folder, "spanish*.yaml")), *_off_topic(index, folder),
        _follow_ups(index, folder), *_danger(folder), *_skills(index, folder),
    ]  # fmt: skip
    return [tally for tally in tallies if tally.total]


def table(tallies: Iterable[Tally]) -> str:
    """The report for the terminal."""
    lines = []
    for tally in tallies:
        shares = "  ".join(f"{outcome} {tally.share(outcome):6.1%}" for outcome in tally.counts)
        lines.append(f"{tally.name:34} {tally.total:5}  {shares}")
    return "\n".join(lines)


def _answers(index: Index, folder: Path) -> list[Tally]:
    rows = _rows(folder, "answers*.yaml")
    styles = list(dict.fromkeys(str(row.get("style", "question")) for row in rows))
    whole = _found(index, "all questions", rows)
    by_style = [_found(index, f"  {style}", [row for row in rows if row.get("style", "question") == style]) for style in styles]
    for tally in by_style:
        tally.misses.clear()
    return [whole, *by_style]


def _found(index: Index, name: str, rows: Sequence[Row]) -> Tally:
    tally = Tally(name)
    for row in rows:
        ranking = index.search(str(row["q"]))
        ids = [candidate.id for candidate in ranking.candidates]
        _place(tally, row, ids, sure=ranking.verdict == "sure", called_off_topic=ranking.is_off_topic)
    return tally


def _place(tally: Tally, row: Row, ids: Sequence[str], sure: bool, called_off_topic: bool) -> None:
    wanted = {str(row["entry"]), *map(str, row.get("also") or ())}
    first = bool(ids) and ids[0] in wanted
    tally.add(first=first, three=bool(wanted.intersection(ids[:3])), sure=sure, sure_and_wrong=sure and not first,
              called_off_topic=called_off_topic)  # fmt: skip
    if not first:
        tally.misses.append(Miss(str(row.get("q") or row.get("then")), str(row["entry"]), ids[0] if ids else "nothing"))


def _off_topic(index: Index, folder: Path) -> list[Tally]:
    tallies = {"all": Tally("off topic")}
    for row in _rows(folder, "off-topic*.yaml"):
        ranking = index.search(str(row["q"]))
        answered = ranking.verdict == "sure"
        kind = str(row.get("kind", "far"))
        for tally in (tallies["all"], tallies.setdefault(kind, Tally(f"  {kind}"))):
            tally.add(answered=answered, named_off_topic=ranking.is_off_topic)
        if answered:
            tallies["all"].misses.append(Miss(str(row["q"]), "no answer", ranking.candidates[0].id))
    return list(tallies.values())


def _follow_ups(index: Index, folder: Path) -> Tally:
    tally = Tally("follow-ups")
    for row in _rows(folder, "follow-ups*.yaml"):
        before = index.search(str(row["first"])).first
        ranking = index.search(str(row["then"]), subject=before.id if before else None)
        ids = [candidate.id for candidate in ranking.candidates]
        _place(tally, row, ids, sure=ranking.verdict == "sure", called_off_topic=ranking.is_off_topic)
    return tally


def _danger(folder: Path) -> list[Tally]:
    caught, quiet = Tally("danger: card shown"), Tally("look-alikes: no card")
    for row in _rows(folder, "danger*.yaml"):
        card = str(row["card"])
        shown = read_safety(str(row["q"])).card
        if card == "none":
            quiet.add(right=shown is None)
        else:
            caught.add(any_card=shown is not None, right=shown == card)
        if (shown or "none") != card:
            (quiet if card == "none" else caught).misses.append(Miss(str(row["q"]), card, shown or "none"))
    return [caught, quiet]


def _skills(index: Index, folder: Path) -> list[Tally]:
    asked, quiet = Tally("skills: recognized"), Tally("skills: only a question")
    for row in _rows(folder, "skills*.yaml"):
        found = index.find_skill(str(row["q"]))
        wanted, came = row.get("skill"), found.skill if found else None
        right = came == wanted
        if wanted is None:
            quiet.add(right=right)
        else:
            flow = row.get("protocol")
            asked.add(right=right, right_flow=right and (not flow or (found is not None and found.protocol == flow)))
            right = right and (not flow or (found is not None and found.protocol == flow))
        if not right:
            came_as = f"{came} {found.protocol or ''}".strip() if found else "none"
            (asked if wanted else quiet).misses.append(Miss(str(row["q"]), f"{wanted} {row.get('protocol') or ''}", came_as))
    return [asked, quiet]


def _rows(folder: Path, pattern: str) -> list[Row]:
    return [row for path in sorted(folder.glob(pattern)) for row in _read(path)]


def _read(path: Path) -> list[Row]:
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        what = f"cannot be read ({type(error).__name__})."
        raise ContentError([Problem(path.name, what, "It must be a YAML list of `{q: …}` lines.")]) from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ContentError([Problem(path.name, "is not a list of questions.", "Write one `- {q: …}` a line.")])
    return rows
