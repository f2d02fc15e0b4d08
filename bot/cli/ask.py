"""Asks a question, or a file with one question a line, and prints what the assistant would make of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.cli.offline import Offline, offline_services
from bot.problems import ContentError, Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", help="the question; read from standard input when left out")
    parser.add_argument("--batch", metavar="FILE", help="a file with one question a line")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--role", default="", help="the asker's kind of agency, for example hospital")


def run(arguments: argparse.Namespace) -> int:
    offline = offline_services()
    audience = frozenset({arguments.role}) if arguments.role else frozenset[str]()
    for text in texts(arguments):
        found = offline.read(text, audience)
        print(json.dumps(found, ensure_ascii=False) if arguments.json else _plain(found, offline), flush=True)
    return 0


def texts(arguments: argparse.Namespace) -> Iterator[str]:
    """The texts a verb was given: as words, as a batch file, or on standard input. Raises ContentError."""
    if arguments.batch:
        path = Path(arguments.batch)
        try:
            lines = path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
        except OSError as error:
            what = f"cannot be read ({error.strerror})."
            raise ContentError([Problem(str(path), what, "Give a text file with one text a line.")]) from error
        # every line is a text, also an empty one, so that answers and lines can be laid side by side
        yield from (line.rstrip("\r") for line in (lines[:-1] if lines and lines[-1] == "" else lines))
    elif arguments.text:
        yield " ".join(arguments.text)
    else:
        yield sys.stdin.read().strip()


def _plain(found: dict[str, Any], offline: Offline) -> str:
    if found["card"]:
        return f"[{found['card']} card]"
    lines = []
    if found["skill"]:
        lines.append(f"does: {found['skill']['skill']} {found['skill'].get('protocol') or ''}".rstrip())
    entry = offline.library.entries.get(found["answer"] or "")
    if entry is not None:
        lines.append(f"{entry.title}\n{entry.short.strip()}")
    elif found["candidates"]:
        lines.append("I don't have a sure answer. Nearest:")
        lines += [f"  - {candidate['title']} ({candidate['id']})" for candidate in found["candidates"][:3]]
    else:
        lines.append("That is outside what I know.")
    if found["providers"]:
        lines.append("Providers: " + ", ".join(found["providers"]))
    return "\n".join(lines) + "\n"
