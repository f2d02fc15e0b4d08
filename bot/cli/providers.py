"""Looks providers up from the files, without Slack and without a database: one text, or a file with one a line."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bot.assembly import build_offline_directory
from bot.cli.ask import texts
from bot.clock import SystemClock
from bot.content.library import read_providers
from bot.directory.lookup import LookUp
from bot.directory.service import DirectoryService
from bot.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", help="what is needed, a name or a number; read from standard input when left out")
    parser.add_argument("--batch", metavar="FILE", help="a file with one look-up a line")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    library = read_providers(settings.home)
    directory = build_offline_directory(settings, SystemClock(), lambda: library)
    for text in texts(arguments):
        found = directory.look_up(text)
        print(json.dumps(as_json(text, found), ensure_ascii=False) if arguments.json else as_text(found, directory), flush=True)
    return 0


def as_json(text: str, found: LookUp) -> dict[str, Any]:
    """A look-up as the `providers --json` contract shapes it. `providers` are those that are shown, best first."""
    return {
        "question": text,
        "providers": [match.id for match in found.matches],
        "matches": [
            {"id": match.id, "why": list(match.reasons), "unknown": list(match.unknowns), "limits": list(match.limits)}
            for match in found.matches
        ],
        "caution": found.caution,
        "named": found.named.id if found.named else None,
        "held_back": found.named_reason,
        "gap": found.gap.need if found.gap else None,
        "strength": found.strength,
    }


def as_text(found: LookUp, directory: DirectoryService) -> str:
    """A look-up as a terminal shows it."""
    lines = [f"! {found.caution}"] if found.caution else []
    if found.unknown_number:
        return "No provider in the directory has that number.\n"
    if found.named is not None and found.named_reason is not None:
        lines.append(f"{found.named.provider.organization}: not shown ({found.named_reason})")
    for match in found.matches:
        card = directory.card(match.id)
        numbers = ", ".join(phone.number for phone in match.provider.public_phones()) or match.provider.web or "no public number"
        lines.append(f"{match.provider.organization} ({match.id})\n  {numbers} · {card.hours if card else ''}")
        lines += [f"  fits: {'; '.join(match.reasons)}"] if match.reasons else []
        lines += [f"  not known: {'; '.join(match.unknowns)}"] if match.unknowns else []
        lines += [f"  not for everybody: {'; '.join(match.limits)}"] if match.limits else []
        lines += [f"  {match.standing.notice}"] if match.standing.notice else []
        lines += [f"  {card.vouched}"] if card else []
    if not found.matches:
        lines.append("Nobody in the directory fits all of that.")
    return "\n".join(lines) + "\n"
