"""A month in the life of the coordinating group: from the first item to minutes that everybody may read.

Ana brings an item, Dana coordinates, Gus sits at the table without a vote, Lea speaks for the Advisory Council.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.town import PersonInTown, Town, words

GROUP, COORDINATORS = "#coordinating-group", "#coordinators"
AGENDA_DAY = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)  # Thanksgiving is five days ahead: the day before, 9 AM in Chicago
TWO_DAYS_AHEAD = datetime(2026, 11, 29, 16, 30, tzinfo=UTC)
DAY_BEFORE = datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
TEN_O_CLOCK = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)


def agenda_of(person: PersonInTown) -> dict[str, Any]:
    return next(message for message in person.messages(GROUP) if message["text"].startswith(("Agenda for", "Cancelled")))


def running_of(person: PersonInTown) -> str:
    return next(words(message) for message in reversed(person.messages(GROUP)) if "· running" in words(message))


def files_in(town: Town, place: str = GROUP) -> list[str]:
    return [file["name"] for message in town.slack.read("dana", place) for file in message.get("files", [])]


def member(town: Town, name: str) -> PersonInTown:
    return town.person(name).goes_to(GROUP)


def test_from_proposal_to_approved_minutes(town: Town, ana: PersonInTown, bo: PersonInTown, dana: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/agenda add decide: Approve the outreach flyer 20 min public").sees("On the agenda for Tue, Dec 1")
    bo.goes_to(GROUP).types("/agenda add inform: Shelter intake times").sees("On the agenda")
    town.until(AGENDA_DAY)
    shown = words(agenda_of(dana))
    assert "Approve the outreach flyer" in shown and "Labor lens" in shown and "0 of 7 voting seats" in shown
    assert agenda_of(dana)["text"] == "Agenda for Tue, Dec 1, 10:00 AM"

    for name in ("ana", "bo", "carmen"):
        member(town, name).presses("Coming")
    member(town, "lea").presses("Remote")
    town.work()
    assert "Quorum: 4 of 7" in words(agenda_of(dana))

    town.until(TEN_O_CLOCK)
    dana.goes_to(GROUP).presses("Start the meeting")
    town.work()
    assert "is running" in dana.messages()[-1]["text"]
    dana.presses("Who is here").sees("Housing seat").presses("Save")
    town.work()
    assert "Quorum: 4 of 7" in running_of(dana)
    dana.presses("Discussed")
    town.work()
    dana.presses("Decided…").fills("What was decided?", "The flyer is printed in four languages.")
    dana.chooses("Moved by", "Department of Public Health").chooses("Dissent", "Office of Labor Standards")
    dana.fills("Look at it again on", "2027-01-05").chooses("Who may read it?", "Public-safe").presses("Keep it")
    town.work()
    dana.presses("Action item").fills("What is to be done?", "Send the flyer to the printer").fills("Who does it?", ana.id)
    dana.fills("Until when?", "2026-12-11").presses("Keep it")
    town.work()
    assert "Send the flyer to the printer" in ana.direct_messages()
    dana.presses("End the meeting")
    town.work()

    assert "Draft minutes of Tue, Dec 1" in dana.direct_messages() + words(town.slack.read("dana", "app"))
    print(dana.direct_messages())
