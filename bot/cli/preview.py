"""Shows an entry's card in the terminal, as it would be answered today."""

from __future__ import annotations

import argparse
import re
import sys

from rapidfuzz import process

from bot.answers.answer import Answer
from bot.assembly import contact_finder
from bot.clock import SystemClock
from bot.content.library import load
from bot.problems import ContentError, Problem
from bot.settings import load_settings
from bot.shelves import Shelves
from bot.views.answers import answer_message
from bot.views.kit import Block


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("entry", help="the entry's id: its file name without .yaml")


def run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    library = load(settings.home)
    entry = library.entries.get(arguments.entry)
    if entry is None:
        near = process.extractOne(arguments.entry, list(library.entries))
        raise ContentError([Problem(arguments.entry, "there is no such entry.", f"Did you mean `{near[0]}`?" if near else "")])
    shelves = Shelves(settings.home, None, None)
    shelves.refresh()
    today = SystemClock().now().astimezone(settings.zone).date()
    answer = Answer.showing(entry, library, today, contact_finder(shelves, settings, SystemClock()))
    for block in answer_message(answer, with_steps=True).blocks:
        print(as_text(block))
    return 0


def as_text(block: Block) -> str:
    """A block as a terminal shows it: bold where there is a terminal, links as name and address."""
    texts = [block["text"]["text"]] if "text" in block else []
    texts += [field["text"] for field in block.get("fields", [])]
    for element in block.get("elements", []):
        label = element["text"]["text"] if isinstance(element["text"], dict) else element["text"]
        texts.append(f"[{label}]" if element["type"] == "button" else label)
    line = ("  " if block["type"] == "actions" else "\n").join(texts)
    line = re.sub(r"<tel:[^|>]+\|([^>]+)>", r"\1", line)
    line = re.sub(r"<(https?:[^|>]+)\|([^>]+)>", r"\2 (\1)", line)
    if sys.stdout.isatty():
        line = re.sub(r"\*([^*\n]+)\*", "\033[1m\\1\033[0m", line)
    return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") + "\n"
