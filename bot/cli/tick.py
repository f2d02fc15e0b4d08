"""One pass of everything that is due, and of delivery: for a scheduler such as cron instead of `taskforce run`."""

from __future__ import annotations

import argparse
import importlib

from bot.cli.run import quiet_libraries, show_progress
from bot.problems import ContentError
from bot.settings import load_settings, token_problems
from bot.store.migrate import migrate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-delivery", action="store_true", help="write down what is due, and send nothing")


def run(arguments: argparse.Namespace) -> int:
    """0: done. 1: Slack lets nothing through."""
    serve = importlib.import_module("handlers.serve")
    delivery = importlib.import_module("handlers.delivery")
    quiet_libraries()
    settings = load_settings()
    problems = [problem for problem in token_problems(settings, http=False) if problem.where == "SLACK_BOT_TOKEN"]
    if problems:
        raise ContentError(problems)
    migrate(settings.database_url)
    assistant = serve.Assistant(settings, progress=show_progress)
    try:
        assistant.services.people.warm()
        assistant.services.tick()
        assistant.services.outbox.beat(name="tick")
        if arguments.no_delivery:
            print("written down; nothing was sent")
            return 0
        summary = delivery.deliver_all(assistant.services, assistant.client)
        print(f"delivery: {summary}")
        return 1 if summary.halted_because else 0
    finally:
        assistant.close()
