"""Reads everything curated and says, file by file and line by line, what is wrong and how to mend it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from bot.content.check import check_everything
from bot.content.finding import read_search_lists
from bot.content.library import load
from bot.problems import Problem
from bot.settings import home_folder, load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", help="only problems of these files or folders")
    parser.add_argument("--json", action="store_true", help="one JSON object a problem")
    parser.add_argument("--finding", action="store_true", help="also ask every phrasing: does it lead home? (10 to 20 seconds)")
    parser.add_argument("--errors-only", action="store_true", help="leave warnings out")


def run(arguments: argparse.Namespace) -> int:
    home = home_folder()
    problems = check_everything(home)
    if arguments.finding and not any(problem.is_error for problem in problems):
        problems = sorted({*problems, *_finding(home)})
    if arguments.paths:
        wanted = [_inside(Path(path), home) for path in arguments.paths]
        problems = [problem for problem in problems if any(problem.where.startswith(place) for place in wanted)]
    if arguments.errors_only:
        problems = [problem for problem in problems if problem.is_error]
    for problem in problems:
        if arguments.json:
            print(json.dumps({"where": problem.where, "what": problem.what, "mend": problem.mend, "severity": problem.severity}))
        else:
            print(problem)
    errors = sum(problem.is_error for problem in problems)
    print(f"{errors} errors, {len(problems) - errors} warnings", file=sys.stderr)
    return 1 if errors else 0


def _finding(home: Path) -> list[Problem]:
    # thousands of small products: with two threads they took 36 s of CPU, with one 10 s. Read when numpy is first imported
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # only here: the search and its model take a second to load, and a plain check needs neither
    from bot.assembly import sentence_model
    from bot.cli.check_finding import finding_problems

    settings = load_settings(home=home)
    lists = read_search_lists(home / "knowledge")
    return finding_problems(load(home), lists, sentence_model(settings), settings.var / "cache")


def _inside(path: Path, home: Path) -> str:
    whole = path.resolve()
    return whole.relative_to(home).as_posix() if whole.is_relative_to(home) else path.as_posix()
