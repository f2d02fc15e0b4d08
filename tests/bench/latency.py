"""How long a person waits for an answer, side by side with a Bolt app that only echoes, on the same pretend Slack.

Each round sends one direct message and waits until the bot's reply is in the channel. Rate: as many messages as possible
from many people at once.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler

import handlers
from bot.assembly import sentence_model
from bot.practice import Person, PracticeSlack
from bot.settings import load_settings
from bot.shelves import Shelves
from handlers.app import web_client
from handlers.manifest import manifest
from tests.town import ROOT, Town

ROUNDS = 200
BURST = 400
PEOPLE = 20
WORDS = (
    "what do i do if the boss holds a passport", "who can i call about a missing teenager", "how do i ask for consent",
    "what counts as labor trafficking", "cook sleeps in the storeroom and gets no pay", "t visa help", "signs in a hotel",
    "is it ok to post about a client here", "what happens with a referral after i send it", "police or not",
)  # fmt: skip


def run() -> list[str]:
    """The table, one line a row: median, 95th and 99th percentile in ms, highest rate held."""
    shelves = _shelves()
    lines = [f"{'direct message to reply':<34}{'p50':>8}{'p95':>8}{'p99':>8}{'answers/s':>11}"]
    with _bare() as slack:
        bare = _measure(slack, lambda place: f"echo {place}")
        lines.append(_row("bare Bolt echo", bare))
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), shelves, people=_people(), channels=[])
        try:
            fresh = _measure(town.slack, lambda place: f"{WORDS[place % len(WORDS)]} {place} times this week")
            again = _measure(town.slack, lambda place: WORDS[place % len(WORDS)])
        finally:
            town.close()
    lines.append(_row("assistant, new question", fresh))
    lines.append(_row("assistant, asked before", again))
    lines.append(f"p50 over bare: new {fresh[0] - bare[0]:+.1f} ms, asked before {again[0] - bare[0]:+.1f} ms; "
                 f"rate {fresh[3] / bare[3]:.2f} x bare (new), {again[3] / bare[3]:.2f} x bare (asked before)")  # fmt: skip
    memory = psutil.Process(os.getpid()).memory_info().rss / 1e6
    lines.append(f"resident memory {memory:.0f} MB (assistant and pretend Slack together)")
    return lines


def _shelves() -> Shelves:
    settings = load_settings({}, ROOT)
    start = time.perf_counter()
    shelves = Shelves(ROOT, sentence_model(settings), settings.var / "cache")
    shelves.refresh()
    print(f"knowledge base and index ready in {time.perf_counter() - start:.2f} s", flush=True)
    return shelves


def _people() -> list[Person]:
    return [Person(_name(place), f"Asker {place}") for place in range(PEOPLE)]


@contextmanager
def _bare() -> Iterator[PracticeSlack]:
    settings = load_settings({}, ROOT)
    slack = PracticeSlack(manifest(settings, handlers.register), people=_people(), channels=[], rate_limits=False).start()
    app = App(client=web_client(slack.bot_token, slack.api_url), signing_secret="unused", token_verification_enabled=False)

    @app.event("message")
    def echo(event: dict[str, str], say: Callable[..., object]) -> None:
        say(text=event["text"])

    handler = SocketModeHandler(app, slack.app_token, web_client=web_client(slack.app_token, slack.api_url))
    handler.connect()
    try:
        yield slack
    finally:
        handler.close()
        slack.stop()


def _measure(slack: PracticeSlack, question: Callable[[int], str]) -> tuple[float, float, float, float]:
    for place in range(PEOPLE):
        _ask(slack, _name(place), question(place))
    waits = [_ask(slack, _name(place % PEOPLE), question(place)) for place in range(ROUNDS)]
    p50, p95, p99 = np.percentile(np.array(waits) * 1000, [50, 95, 99])
    return float(p50), float(p95), float(p99), _rate(slack, question)


def _ask(slack: PracticeSlack, name: str, text: str) -> float:
    before = len(slack.calls)
    start = time.perf_counter()
    slack.type(name, "app", text)
    _wait_for(slack, before + 1)
    return time.perf_counter() - start


def _rate(slack: PracticeSlack, question: Callable[[int], str]) -> float:
    before = len(slack.calls)
    start = time.perf_counter()

    def send(person: int) -> None:
        for place in range(person, BURST, PEOPLE):
            slack.type(_name(person), "app", question(place + 1000))

    threads = [threading.Thread(target=send, args=(person,)) for person in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _wait_for(slack, before + BURST, 60)
    return BURST / (time.perf_counter() - start)


def _wait_for(slack: PracticeSlack, calls: int, seconds: float = 10) -> None:
    last = time.perf_counter() + seconds
    while len(slack.calls) < calls:
        if time.perf_counter() > last:
            raise TimeoutError(f"{len(slack.calls)} of {calls} calls came")
        time.sleep(0.0005)


def _row(name: str, figures: tuple[float, float, float, float]) -> str:
    return f"{name:<34}{figures[0]:>8.1f}{figures[1]:>8.1f}{figures[2]:>8.1f}{figures[3]:>11.0f}"


def _name(place: int) -> str:
    return f"asker{chr(ord('a') + place)}"
