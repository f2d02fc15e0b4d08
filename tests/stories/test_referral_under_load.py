"""The database is held by others: windows open all the same, nothing is late, nothing is lost and nothing is told too early.

The pretend Slack takes no trigger that is older than three seconds and no answer that comes later, as Slack does.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.problems import Busy
from bot.shelves import Shelves
from tests.bot.intake.house import RIVER
from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Walker
from tests.stories.test_a_referral_lives import refers
from tests.town import PersonInTown, Town

READY = {**SAFE, **GROWN, **AGREED, **NEEDED, "providers": ["1"]}
# everything a referral writes; reading stays possible, and so it is with SQLite's one writer
WRITTEN = "referrals, releases, intake_drafts, intake_counts, audit, handled_deliveries, outbox, provider_corrections"
EVERYBODY = ("ana", "bo", "carmen", "dana", "eli", "nia", "lea")


@pytest.fixture(params=["sqlite", "postgres"])
def town(request: pytest.FixtureRequest, tmp_path: Path, shelves: Shelves) -> Iterator[Town]:
    url = request.getfixturevalue("postgres").fresh() if request.param == "postgres" else None
    made = Town(tmp_path, shelves, database_url=url)
    try:
        yield made
        made.slack.settle()
        assert made.slack.refusals == []
        assert failures(made) == []
    finally:
        made.close()


def failures(town: Town) -> list[str]:
    """What Slack told people about answers that came too late or not at all."""
    return [each["failure"] for each in town.slack.log()["deliveries"] if each["failure"]]


@contextmanager
def taken(town: Town) -> Iterator[None]:
    """Somebody else writes, and does not come to an end."""
    url = town.settings.database_url
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=20)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
    else:
        with psycopg.connect(url) as other:
            other.execute(f"LOCK TABLE {WRITTEN} IN EXCLUSIVE MODE")
            yield
            other.rollback()


def presses(person: PersonInTown, label: str) -> None:
    """Until Slack has its answer, and no longer: what the assistant does afterward may wait for the database."""
    where, block, element = person._find(lambda item: item.get("text", {}).get("text") == label, label)
    person.town.slack.press(person.name, element["action_id"], None, block_id=block.get("block_id"), **where)


def submits(person: PersonInTown) -> None:
    person.town.slack.submit(person.name)


def referrals(town: Town) -> int:
    return len(town.services.intake.own_referrals(town.services.people.who(town.person("ana").id)))


def test_a_flow_goes_on_and_says_where_it_cannot_write(town: Town, ana: PersonInTown) -> None:
    with taken(town):
        ana.types("/refer").sees("What is it about?").presses("Close")
        ana.types("/refer P01").presses("Help").sees("Back to the step").presses("Back to the step")
        Walker(ana, {**SAFE, **GROWN, "agreed": "Yes"}).goes()
        walker = Walker(ana, READY)
        assert ana.window is not None
        for block in ana.window["blocks"]:
            assert block["type"] != "input" or walker._fill(block)
        submits(ana)
        ana.sees(Busy.sentence)
    ana.submits().does_not_see(Busy.sentence)
    walker.goes()
    ana.sees("check before you go on")
    with taken(town):
        submits(ana)
        ana.sees(Busy.sentence).sees("check before you go on")
    assert referrals(town) == 0
    ana.submits().sees("Referral sent")
    assert referrals(town) == 1


def test_the_danger_stop_never_waits(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**SAFE, **GROWN, **AGREED}).goes()
    with taken(town):
        presses(ana, "Danger now: stop")
        ana.sees("911")
        assert "Danger now: stop" not in ana.screen
    town.slack.settle()
    assert town.services.intake.draft(town.services.people.who(ana.id)) is None


def test_bo_opens_and_answers(town: Town, bo: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    with taken(town):
        presses(bo, "Open")
        bo.sees("Opening.")
    town.slack.settle()
    bo.sees("A safe place tonight")
    with taken(town):
        presses(bo, "We take it")
        bo.sees("A safe place tonight")
        assert town.services.intake.life.referral(code).releases[0].state == "seen"
    town.slack.settle()
    bo.sees("accepted")
    assert town.services.intake.life.referral(code).releases[0].state == "accepted"


def test_ana_withdraws_by_command(town: Town, ana: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    with taken(town):
        town.slack.command("ana", "#random", f"/referral withdraw {code}")
        ana.sees("One moment")
    town.slack.settle()
    ana.sees("Withdrawn")
    assert town.services.intake.life.referral(code).state == "withdrawn"


def test_ana_closes_and_the_window_keeps_what_she_chose(town: Town, ana: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    ana.types(f"/referral {code}").presses("Close it").chooses("How did it end", "Connected")
    with taken(town):
        submits(ana)
        ana.sees(Busy.sentence)
    ana.submits()
    assert town.services.intake.life.referral(code).outcome == "connected"


def test_a_directory_correction_keeps_what_was_typed(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P15").fills("What should it say?", "A new drop-in on Pine").chooses("How do you know?", "I called")
    with taken(town):
        submits(ana)
        ana.sees(Busy.sentence)
    ana.submits()
    assert [found.value for found in town.services.upkeep.open_corrections()] == ["A new drop-in on Pine"]


@contextmanager
def crowded(town: Town) -> Iterator[None]:
    """Others write nearly all the time, and many connections are open."""
    url, over = town.settings.database_url, threading.Event()
    make: Callable[[], Any] = (
        (lambda: sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=20, check_same_thread=False))
        if url.startswith("sqlite") else (lambda: psycopg.connect(url, autocommit=True))
    )  # fmt: skip
    lock = "BEGIN IMMEDIATE" if url.startswith("sqlite") else f"BEGIN; LOCK TABLE {WRITTEN} IN EXCLUSIVE MODE"
    idle = [make() for _ in range(40)]

    def write() -> None:
        with closing(make()) as other:
            while not over.is_set():
                other.execute(lock)
                over.wait(0.2)
                other.execute("ROLLBACK")
                over.wait(0.05)

    with ThreadPoolExecutor(1) as pool:
        busy = pool.submit(write)
        try:
            yield
        finally:
            over.set()
            busy.result()
            for each in idle:
                each.close()


class PatientWalker(Walker):
    """Presses once more where a window asks for it, as people do."""

    def answers_step(self, window: dict[str, Any]) -> bool:
        answered = super().answers_step(window)
        while answered and Busy.sentence in self.person.screen:
            self.person.submits()
        return answered

    def sends(self, label: str = "Send") -> Walker:
        super().sends(label)
        while Busy.sentence in self.person.screen:
            self.person.presses(label)
        return self


def test_everybody_begins_at_once_and_one_of_them_gets_to_the_end(town: Town, ana: PersonInTown) -> None:
    with crowded(town):
        with ThreadPoolExecutor(len(EVERYBODY)) as pool:
            list(pool.map(lambda name: town.slack.command(name, "#random", "/refer P01"), EVERYBODY))
        for name in EVERYBODY:
            town.person(name).sees("Is anyone in immediate danger")
        PatientWalker(ana, READY).goes().sends()
        ana.sees("Referral sent")
    assert referrals(town) == 1
