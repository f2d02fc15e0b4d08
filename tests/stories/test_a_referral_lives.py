"""Ana refers somebody, Bo answers for River House, Dana coordinates. What was typed is looked for everywhere afterward."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.intake.flow import Value
from bot.shelves import Shelves
from tests.bot.intake.house import AGREED, CLINIC, NEEDED, RIVER, SAFE
from tests.town import PersonInTown, Town, words

# what somebody could type or choose, as words that stand nowhere else
CANARY = "qzvtharbor desk after two"
CHOSEN = ("bed_tonight", "mental_health", "asl", "cold_medicine", "northside")


@pytest.fixture
def town(tmp_path: Path, shelves: Shelves) -> Iterator[Town]:
    made = Town(tmp_path, shelves)
    yield made
    made.close()


def refers(town: Town, who: str, *providers: str, **other: Value) -> str:
    """Sent by the windows' last verb; the windows themselves have stories of their own."""
    services = town.services
    person = services.people.who(town.person(who).id)
    answers: dict[str, Any] = {**SAFE, **AGREED, **NEEDED, "providers": providers, **other}
    code = services.intake.send("P01", answers, providers, person, f"story {providers}").code
    town.work()
    return str(code)


def test_a_place_reads_accepts_and_says_when_the_person_has_arrived(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    bo.sees(f"Item *{code}*").presses("Open").sees("A safe place tonight").sees("together with the person")
    bo.does_not_see("Northside")
    bo.presses("We take it").sees("accepted").presses("Handed over").sees("handed over")
    town.work()
    assert f"Item {code}: place 1: handed over" in ana.direct_messages()


def test_a_place_that_cannot_says_why_and_another_is_offered(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    bo.presses("Open").chooses("We cannot", "No room").sees("cannot take it")
    town.work()
    ana.sees("cannot take it").presses("Ask another place").sees("Which place does the person choose?")
    options = ana.window["blocks"][0]["element"]["options"]  # type: ignore[index]
    ana.chooses("Which place", options[0]["text"]["text"]).presses("Send").sees("Ask the person first")
    ana.chooses("Agreement", "The person agreed").presses("Send")
    town.work()
    assert len(town.services.intake.life.referral(code).releases) == 2


def test_a_place_without_slack_is_called_from_a_sheet(town: Town, ana: PersonInTown) -> None:
    code = refers(town, "ana", CLINIC)
    ana.sees("reached by phone").presses("Open call sheet").sees("Clinic").sees("What you may say").presses("Left a message")
    ana.sees("Messages left: 1")
    ana.presses("Close")
    town.minutes_pass(20)
    ana.sees("still waits for your call").presses("Open call sheet").presses("Accepted").sees("accepted")
    assert town.services.intake.life.referral(code).releases[0].state == "accepted"


def test_ana_withdraws_with_a_command_and_the_message_at_the_place_changes(
    town: Town, ana: PersonInTown, bo: PersonInTown, dana: PersonInTown
) -> None:
    code = refers(town, "ana", RIVER, CLINIC)
    ana.goes_to("#task-force").types("/referral").sees(code)
    dana.types(f"/referral withdraw {code}").sees("not open to you")
    ana.types(f"/referral withdraw {code}").sees("is withdrawn").sees("Please call now").presses("Close")
    town.work()
    assert "Please stop, and destroy" in bo.direct_messages()
    assert f"Item *{code}* waits" not in bo.direct_messages()
    ana.goes_to("#task-force").types("/referral").sees("You have no items")


def test_after_a_withdrawal_no_message_at_the_place_asks_for_an_answer_any_more(
    town: Town, ana: PersonInTown, bo: PersonInTown
) -> None:
    code = refers(town, "ana", RIVER)
    town.minutes_pass(20, step=5)
    assert f"*{code}* still waits for your answer" in bo.direct_messages()
    ana.goes_to("#task-force").types(f"/referral withdraw {code}").sees("is withdrawn")
    town.work()
    assert "waits for your answer" not in bo.direct_messages()


def test_when_the_consent_has_ended_the_messages_at_the_place_say_so(town: Town, bo: PersonInTown) -> None:
    code = refers(town, "ana", RIVER, consent_ends=date(2026, 11, 24))
    town.until(datetime(2026, 11, 25, 5, 59, tzinfo=UTC), step=120)
    assert "waits for your answer" in bo.direct_messages()
    town.minutes_pass(10)
    assert f"Item {code}: the agreement for it has ended" in bo.direct_messages()
    assert "waits for your answer" not in bo.direct_messages()


def test_coordinators_see_clocks_and_no_more(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    town.minutes_pass(31, step=5)
    assert f"Item *{code}*: place 1 has not read" in dana.reads("#coordinators")
    dana.goes_to("#task-force").types("/referral counts").sees("Open items: &lt;11").sees(code)
    ana.goes_to("#task-force").types("/referral counts").does_not_see(code)
    dana.types(f"/referral {code}").sees("not open to you").does_not_see("tonight")


def test_nothing_that_was_typed_or_chosen_is_anywhere(town: Town, bo: PersonInTown, ana: PersonInTown, tmp_path: Path,
                                                      caplog: pytest.LogCaptureFixture) -> None:  # fmt: skip
    """Searched: the database and its log byte by byte, all Slack calls but a reader's own window, and logs at every level."""
    with caplog.at_level(logging.DEBUG):
        code = refers(town, "ana", RIVER, help_wanted=("bed_tonight", "mental_health"), access=("asl", "cold_medicine"),
                      safe_contact=CANARY, share=())  # fmt: skip
        bo.presses("Open").sees("allowed no details").presses("Close")
        town.minutes_pass(40, step=10)
        ana.goes_to("#task-force").types("/referral").sees(code)
        town.services.intake.save_draft(
            town.services.people.who(ana.id), "P01", {**SAFE, **AGREED, **NEEDED, "safe_contact": CANARY, "providers": (RIVER,)}
        )
    disk = b"".join(path.read_bytes() for path in tmp_path.glob("town.sqlite3*"))
    posted, logged = town.everything_posted(), caplog.text
    for word in (CANARY, *CHOSEN):
        assert word.encode() not in disk, word
        assert word not in logged and word not in posted, word
    assert code in posted
    with sqlite3.connect(tmp_path / "town.sqlite3") as database:
        assert database.execute("select count(*) from referrals").fetchone() == (1,)


def test_missed_clocks_come_onto_the_agenda_as_a_band_and_nothing_else(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    code = refers(town, "ana", RIVER)
    town.until(datetime(2026, 11, 25, 15, 0, tzinfo=UTC), step=720)
    agenda = next(message for message in dana.messages("#coordinating-group") if message["text"].startswith("Agenda for"))
    shown = words(agenda)
    assert "Items not read in time: &lt;11; not decided in time: " in shown, "escaped once, so that Slack shows <11"
    assert "Referral" not in shown and code not in shown and "bed" not in shown
