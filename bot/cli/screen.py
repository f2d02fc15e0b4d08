"""Names the identifying details in a text, or in a file with one text a line. The text itself is never printed back."""

from __future__ import annotations

import argparse
import json

from bot.answers.identifiers import Found, find_identifiers
from bot.cli.ask import texts


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", help="the text; read from standard input when left out")
    parser.add_argument("--batch", metavar="FILE", help="a file with one text a line")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    for line, text in enumerate(texts(arguments), start=1):
        found = find_identifiers(text)
        print(_as_json(line, found) if arguments.json else _plain(line, found), flush=True)
    return 0


def _as_json(line: int, found: tuple[Found, ...]) -> str:
    """`start` and `end` count characters from 0 in that line."""
    return json.dumps({"line": line, "found": [{"kind": f.kind, "start": f.start, "end": f.end} for f in found]})


def _plain(line: int, found: tuple[Found, ...]) -> str:
    if not found:
        return f"line {line}: nothing that points to a person"
    return f"line {line}: " + ", ".join(f"{f.kind} ({f.start + 1}-{f.end})" for f in found)
