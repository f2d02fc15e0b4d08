"""How well are questions answered? Measures on a folder of test questions; with --fit, learns anew when to be sure."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from bot.answers.calibration import fit
from bot.answers.evaluate import Tally, evaluate, table
from bot.answers.index import Index
from bot.assembly import sentence_model
from bot.content.finding import CALIBRATION_FILE, calibration_text, read_search_lists
from bot.content.library import load
from bot.problems import ContentError, Problem
from bot.settings import Settings, load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default="tests/questions", help="where the test questions are")
    parser.add_argument("--confusions", action="store_true", help="list the questions that went wrong (never while tuning)")
    parser.add_argument("--words-only", action="store_true", help="as if the sentence model were not installed")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--fit", action="store_true", help=f"fit knowledge/{CALIBRATION_FILE} from the content, then measure")


def run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    folder = _folder(settings, arguments.folder)
    if arguments.fit:
        _fit(settings)
    index = _index(settings, arguments.words_only)
    started = time.perf_counter()
    tallies = evaluate(index, folder)
    took = time.perf_counter() - started
    if arguments.json:
        print(json.dumps([_as_json(tally, arguments.confusions) for tally in tallies], ensure_ascii=False, indent=1))
    else:
        print(table(tallies))
        print(f"{sum(tally.total for tally in tallies)} looked at in {took:.1f} s")
        if arguments.confusions:
            _list_confusions(tallies)
    return 0


def _folder(settings: Settings, named: str) -> Path:
    for folder in (Path(named), settings.home / named):
        if folder.is_dir():
            return folder
    raise ContentError([Problem(named, "there is no such folder.", "Give the folder that holds answers*.yaml.")])


def _index(settings: Settings, words_only: bool) -> Index:
    encoder = None if words_only else sentence_model(settings)
    lists = read_search_lists(settings.home / "knowledge")
    return Index.build(load(settings.home).entries, lists, encoder, settings.var / "cache", _progress)


def _fit(settings: Settings) -> None:
    knowledge = settings.home / "knowledge"
    entries = list(load(settings.home).entries.values())
    lists, encoder = read_search_lists(knowledge), sentence_model(settings)
    calibration = fit(entries, lists, encoder, settings.var / "cache", lambda line: print(line, file=sys.stderr))
    (knowledge / CALIBRATION_FILE).write_text(calibration_text(calibration), encoding="utf-8")


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total:
        print(f"reading the knowledge base once: {done} of {total} sentences", file=sys.stderr)


def _as_json(tally: Tally, confusions: bool) -> dict[str, object]:
    shares = {outcome: round(tally.share(outcome), 4) for outcome in tally.counts}
    listed = {"confusions": [vars(miss) for miss in tally.misses]} if confusions else {}
    return {"name": tally.name.strip(), "total": tally.total, **shares, **listed}


def _list_confusions(tallies: list[Tally]) -> None:
    for tally in tallies:
        for miss in tally.misses:
            print(f"{tally.name.strip()}: {miss.question!r} wanted {miss.wanted.strip()}, came {miss.came}")
