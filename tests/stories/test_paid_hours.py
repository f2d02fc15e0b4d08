"""Lea is paid by the hour; Dana sees to it. Nobody else can see that she is, or how much (rules.md R30, R71)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.problems import PersonError
from bot.shelves import Shelves
from tests.town import MONDAY_MORNING, PersonInTown, Town


@pytest.fixture
def town(tmp_path: Path, shelves: Shelves, database_url: str) -> Iterator[Town]:
    """On both kinds of database."""
    made = Town(tmp_path, shelves, database_url=database_url)
    yield made
    made.slack.settle()
    assert made.slack.refusals == made.expected_refusals
    made.close()


def test_lea_records_hours_dana_pays_and_nobody_else_sees_any_of_it(town: Town, dana: PersonInTown, ana: PersonInTown) -> None:
    lea = town.person("lea").goes_to("#coordinating-group")
    lea.types("/agenda hours 2.5").sees("Nov 23, 2026 · 2 h 30 min · not paid yet").sees("Seen by you and by the one coordinator")
    lea.presses("Record hours").fills("How long?", "soon").presses("Record").sees("such as 2.5")
    lea.fills("How long?", "45 min").fills("On which day?", "2026-11-20").presses("Record").sees("Recorded: 45 min")
    lea.presses("Close")
    town.work()
    assert dana.direct_messages().count("There are hours to pay.") == 1, "one word a day, however many entries"

    dana.goes_to("app").presses("Open").sees("<@U0LEA000000> · Nov 20, 2026 · 45 min").presses("Paid")
    dana.sees("2 h 30 min").does_not_see("45 min").presses("Paid").sees("Nothing is left to pay").presses("Close")
    town.work()
    assert "Marked as paid: 45 min on Nov 20, 2026." in lea.direct_messages()
    lea.goes_to("#coordinating-group").types("/agenda hours").sees("2 h 30 min · paid").does_not_see("not paid yet")

    ana.goes_to("#coordinating-group").types("/agenda hours").sees("None are recorded")
    with pytest.raises(PersonError, match="one coordinator"):
        town.services.paid_hours.to_settle(town.services.people.who(ana.id))
    posted = "\n".join(str(call["payload"]) for call in town.slack.calls if call["method"] == "chat.postMessage"
                       and "Marked as paid" not in str(call["payload"]))  # fmt: skip
    assert "30 min" not in posted and lea.id not in posted.replace(f"'channel': '{lea.id}'", "")


def test_dana_is_reminded_each_week_until_it_is_paid_and_then_no_more(town: Town, dana: PersonInTown) -> None:
    lea = town.person("lea").goes_to("#coordinating-group").types("/agenda hours 3")
    town.until(MONDAY_MORNING + timedelta(days=6), step=1440)
    assert dana.direct_messages().count("There are hours to pay.") == 1
    town.until(datetime(2026, 12, 1, 18, 0, tzinfo=UTC), step=720)
    assert dana.direct_messages().count("There are hours to pay.") == 2
    dana.goes_to("app").presses("Open").presses("Paid").presses("Close")
    town.until(datetime(2026, 12, 9, 18, 0, tzinfo=UTC), step=1440)
    assert dana.direct_messages().count("There are hours to pay.") == 2
    assert all("hour" not in text or text == "Follow-up: hours to pay" for text in (m["text"] for m in dana.messages("app")))
    lea.types("/agenda hours").sees("3 h · paid")


def test_hours_can_be_taken_back_before_they_are_paid_and_paid_ones_are_deleted_in_time(town: Town, dana: PersonInTown) -> None:
    lea = town.person("lea").goes_to("#coordinating-group")
    lea.types("/agenda hours 8").presses("Take back").sees("None are recorded")
    town.work()
    assert "hours to pay" not in dana.direct_messages(), "nothing was left to pay when the word would have gone out"
    lea.types("/agenda hours 2").sees("2 h")
    hours, by = town.services.paid_hours, town.services.people.who(dana.id)
    hours.settle(hours.to_settle(by)[0].id, by=by, key="")
    with pytest.raises(PersonError, match="as long as they are not paid"):
        hours.take_back(hours.own(town.services.people.who(lea.id))[0].id, by=town.services.people.who(lea.id), key="")
    town.slack.advance(91 * 86400)
    hours.tick()
    assert hours.own(town.services.people.who(lea.id)) == ()


def test_a_guest_records_nothing(town: Town, hal: PersonInTown) -> None:
    hal.goes_to("#task-force").types("/agenda hours 2").sees("Paid hours are for members")
