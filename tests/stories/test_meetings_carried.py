"""What a meeting leaves is seen at once on an agenda that was announced before it ended."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.meetings.agenda import read_typed
from tests.town import PersonInTown, Town, words

DESK = "#housing-desk"
BOTH_ARE_OUT = datetime(2026, 12, 16, 20, 0, tzinfo=UTC)  # the 3rd's meeting was moved to the 16th, a day before the next one


def test_what_was_left_stands_on_the_next_agenda_at_once(town: Town, dana: PersonInTown) -> None:
    meetings, by = town.services.meetings, town.services.people.who(dana.id)
    subgroup = meetings.series()[1]
    moved = meetings.change(subgroup, date(2026, 12, 3), cancel=False, day=date(2026, 12, 16), at=None, by=by, key="")
    meetings.add(subgroup, read_typed("Beds for the cold nights"), by=by, key="")
    town.until(BOTH_ARE_OUT, step=720)
    town.work()
    meetings.start(moved.code, by=by, key="")
    meetings.end(moved.code, by=by, key="")
    town.work()
    agenda = next(each for each in dana.messages(DESK) if each["text"].startswith("Agenda for Thu, Dec 17"))
    assert "Beds for the cold nights" in words(agenda)
