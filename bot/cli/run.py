"""Connects to Slack and stays: Socket Mode, or HTTP with --http. Content is watched, reminders are sent."""

from __future__ import annotations

import argparse
import importlib
import logging
import signal
import sys
from types import FrameType

from bot.problems import ContentError
from bot.settings import load_settings, token_problems
from bot.store.migrate import migrate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--http", action="store_true", help="serve HTTP instead of opening Socket Mode")
    parser.add_argument("--host", default="127.0.0.1", help="with --http: the address to listen on")
    parser.add_argument("--port", type=int, default=3000, help="with --http: the port to listen on")


def run(arguments: argparse.Namespace) -> int:
    # handlers and practice are named here as text: bot/ itself never imports Slack's libraries
    serve = importlib.import_module("handlers.serve")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    quiet_libraries()
    settings = load_settings()
    problems = token_problems(settings, http=arguments.http)
    if problems:
        raise ContentError(problems)
    print("bringing the database up to date", file=sys.stderr)
    migrate(settings.database_url)
    assistant = serve.Assistant(settings, progress=show_progress)
    for problem in assistant.services.shelves.problems:
        print(problem, file=sys.stderr)
    signal.signal(signal.SIGTERM, _stop)
    try:
        assistant.start_background()
        if arguments.http:
            _serve_http(serve.http_application(assistant), arguments.host, arguments.port)
        else:
            assistant.connect()
            print("connected to Slack by Socket Mode; stop with Ctrl-C", file=sys.stderr)
            assistant.wait()
    except KeyboardInterrupt:
        print("stopping", file=sys.stderr)
    finally:
        assistant.close()
    return 0


def show_progress(done: int, total: int) -> None:
    """Says how far the first reading of the knowledge base is; it happens once, the result is kept."""
    end = "\n" if done >= total else ""
    print(f"\rreading the knowledge base once: {done} of {total} sentences", end=end, file=sys.stderr, flush=True)


def quiet_libraries() -> None:
    """Libraries that log requests could log what people typed: they may only warn."""
    for name in ("slack_bolt", "slack_sdk", "httpx", "uvicorn", "uvicorn.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # these print whole payloads at DEBUG and bodies in some errors
    logging.getLogger("slack_bolt.App").setLevel(logging.ERROR)


def _serve_http(application: object, host: str, port: int) -> None:
    import uvicorn

    print(f"serving on http://{host}:{port}: /slack/events for Slack, /health for you", file=sys.stderr)
    uvicorn.run(application, host=host, port=port, log_level="warning", access_log=False)  # type: ignore[arg-type]


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
