"""Reads a due date as people type it, or a file with one phrase a line, and prints what would be kept."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from bot.action_items.due import DueRules, as_json, echo, read_due
from bot.clock import SystemClock
from bot.problems import ContentError, Problem
from bot.settings import AppSettings, home_folder, load_settings, wall_time
from bot.workdays import calendar_for

FIRST_YEAR, LAST_YEAR = 1970, 2199


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", help="the phrase; read from standard input when left out")
    parser.add_argument("--batch", metavar="FILE", help="a file with one phrase a line")
    parser.add_argument("--now", type=_moment, metavar="ISO", help="when it is said; the present when left out")
    parser.add_argument("--tz", type=_zone, metavar="ZONE", help="the speaker's IANA zone; the city's when left out")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    from bot.cli.ask import texts

    if arguments.text and arguments.batch:
        raise ContentError([Problem("taskforce when", "both a phrase and --batch were given.", "Give one of them.")])
    app = _app_settings()
    zone = arguments.tz or (app.city.time_zone if app else "UTC")
    now = arguments.now or SystemClock().now()
    if now.tzinfo is None:
        now = now.replace(tzinfo=ZoneInfo(zone))
    rules = due_rules(app) if app else DueRules()
    for text in texts(arguments):
        reading = read_due(text, now, zone, rules)
        print(json.dumps(as_json(reading), ensure_ascii=False) if arguments.json else echo(reading, now), flush=True)
    return 0


def due_rules(app: AppSettings) -> DueRules:
    """What app.yaml says of close of business, holidays and the closures everybody keeps."""
    return DueRules(wall_time(app.working_time.close_of_business), calendar_for(app))


def _app_settings() -> AppSettings | None:
    """app.yaml, or None where there is none; one that is unsound is said, and left out."""
    if not (home_folder() / "app.yaml").is_file():
        return None
    try:
        return load_settings().app
    except ContentError as error:
        print(f"app.yaml is left out: {error.problems[0]}", file=sys.stderr)
        return None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 2026-11-21T10:00:00-06:00") from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is not between {FIRST_YEAR} and {LAST_YEAR}, such as 2026-11-21T10:00")
    return moment


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise argparse.ArgumentTypeError(f"{text!r} is not a time zone such as America/Chicago")
    return text
