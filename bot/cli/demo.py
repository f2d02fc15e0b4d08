"""Starts the practice workspace with the real assistant in it, and prints one address to open in a browser."""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import signal
import sys
import webbrowser
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import FrameType

from bot.cli.run import quiet_libraries, show_progress
from bot.practice import PracticeSlack
from bot.problems import ContentError, Problem
from bot.settings import Secrets, Settings, load_settings
from bot.store.migrate import migrate


class PracticeTime:
    """The assistant's clock follows the practice workspace's, so that a day can be skipped on the page."""

    def __init__(self, slack: PracticeSlack) -> None:
        self._slack = slack

    def now(self) -> datetime:
        return self._slack.now()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8080, help="the page's port (default 8080; 0 takes any free one)")
    parser.add_argument("--record", metavar="FILE", help="write each call the assistant makes, one JSON object a line")
    parser.add_argument("--no-browser", action="store_true", help="do not open the page")


def run(arguments: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    quiet_libraries()
    handlers = importlib.import_module("handlers")
    serve = importlib.import_module("handlers.serve")
    maker = importlib.import_module("handlers.manifest")
    base = load_settings(_without_slack())
    slack = _started(maker.manifest(base, handlers.register), arguments)
    settings = _practice_settings(base, slack)
    signal.signal(signal.SIGTERM, _stop)
    assistant = None
    try:
        print("preparing the database", flush=True)
        migrate(settings.database_url)
        print("loading the knowledge base", flush=True)
        assistant = serve.Assistant(settings, clock=PracticeTime(slack), progress=show_progress)
        for problem in assistant.services.shelves.problems:
            print(problem, file=sys.stderr)
        assistant.start_background()
        assistant.connect()
        print(f"\nOpen {slack.url}/ and ask something. Stop with Ctrl-C.", flush=True)
        if not arguments.no_browser:
            webbrowser.open(f"{slack.url}/")
        assistant.wait()
    except KeyboardInterrupt:
        print("\nstopping")
    finally:
        if assistant is not None:
            assistant.close()
        slack.stop()
    return 0


def _started(manifest: dict[str, object], arguments: argparse.Namespace) -> PracticeSlack:
    record = Path(arguments.record) if arguments.record else None
    try:
        return PracticeSlack(manifest, port=arguments.port, record=record).start()
    except OSError as error:
        what = f"port {arguments.port} cannot be used ({error.strerror or 'in use'})."
        raise ContentError([Problem("--port", what, "Close what uses it, or choose another: --port 8081.")]) from error


def _practice_settings(base: Settings, slack: PracticeSlack) -> Settings:
    """Tokens of the pretend Slack, keys made for the demo, and a database of its own."""
    keys = base.secrets.keys or _demo_keys(base)
    secrets = Secrets(slack.bot_token, slack.app_token, slack.signing_secret, keys)
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{(base.var / 'demo.sqlite3').as_posix()}"
    return replace(base, secrets=secrets, slack_api_url=slack.api_url, database_url=url)


def _demo_keys(base: Settings) -> str:
    """A key for sealing in the demo, kept beside its database: good enough for invented people only."""
    import base64

    base.var.mkdir(parents=True, exist_ok=True)
    path = base.var / "demo.keys"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text("demo:" + base64.urlsafe_b64encode(os.urandom(32)).decode() + "\n", encoding="ascii")
    return path.read_text(encoding="ascii").strip()


def _without_slack() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
