"""The engine without Slack and without a database, for the verbs that only read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from bot.answers.answer import Question, answer_of
from bot.answers.identifiers import find_identifiers
from bot.answers.safety import read_safety
from bot.answers.skills import SkillFound
from bot.assembly import build_offline_directory, sentence_model
from bot.clock import SystemClock
from bot.content.library import Library
from bot.directory.lookup import Match
from bot.directory.service import DirectoryService
from bot.problems import ContentError
from bot.rooms.directory import contact_finder, how_surely
from bot.services import LOOKS_LIKE_A_LOOKUP
from bot.settings import Settings, load_settings
from bot.shelves import Shelves

MOST_CANDIDATES = 10


@dataclass(frozen=True)
class Offline:
    """What `ask` needs: safety, the index and the directory."""

    settings: Settings
    shelves: Shelves
    directory: DirectoryService

    @property
    def library(self) -> Library:
        return self.shelves().library

    def read(self, text: str, audience: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Everything the assistant makes of a text, as the `ask --json` contract shapes it."""
        reading = read_safety(text)
        empty: dict[str, Any] = {
            "question": text, "card": reading.card, "answer": None, "confidence": 0.0, "candidates": [], "skill": None,
            "providers": [],
        }  # fmt: skip
        shelf = self.shelves()
        if reading.card is not None or shelf.index is None or not text.strip():
            return empty
        ranking = shelf.index.search(text[:3000], audience=audience)
        kinds = tuple(dict.fromkeys(found.kind for found in find_identifiers(text)))
        today = SystemClock().now().astimezone(self.settings.zone).date()
        answer = answer_of(Question(text), ranking, shelf.library, kinds, today, contact_finder(self.directory))
        candidates = [
            {"id": found.id, "title": found.title, "score": round(found.score, 4)}
            for found in ranking.candidates[:MOST_CANDIDATES]
        ]
        skill = shelf.index.find_skill(text)
        return empty | {
            "skill": skill_json(skill) if skill else None,
            "answer": answer.entry.id if answer.entry else None,
            "confidence": round(ranking.confidence, 4),
            "candidates": candidates,
            "providers": [match.id for match in self.providers(text[:3000])],
        }

    def providers(self, text: str) -> tuple[Match, ...]:
        """Those a look-up would show beside the answer; none when the text does not look like one."""
        found = self.directory.look_up(text)
        return found.matches if how_surely(found) >= LOOKS_LIKE_A_LOOKUP else ()


def skill_json(found: SkillFound) -> dict[str, Any]:
    """A skill as the contract shapes it: `protocol` only where one is meant."""
    protocol = {"protocol": found.protocol} if found.protocol else {}
    return {"skill": found.skill, **protocol, "args": dict(found.args)}


def offline_services() -> Offline:
    """Loads settings and content. Raises ContentError with every problem when either is unsound."""
    settings = load_settings()

    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty() or done == total:
            print(f"reading the knowledge base once: {done} of {total} sentences", file=sys.stderr)

    shelves = Shelves(settings.home, sentence_model(settings), settings.var / "cache", progress)
    shelves.refresh()
    if shelves.problems:
        raise ContentError(shelves.problems)
    directory = build_offline_directory(settings, SystemClock(), lambda: shelves().library)
    return Offline(settings, shelves, directory)
