"""What a meeting leaves is seen at once on an agenda that was announced before it ended, and never stands on two."""

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


def test_a_meeting_that_takes_place_after_all_has_its_items_again(town: Town, dana: PersonInTown) -> None:
    """Called off on the 8th, its items go to the next agenda on the 15th; on the 16th it is put on the same evening."""
    meetings, by = town.services.meetings, town.services.people.who(dana.id)
    subgroup, third = meetings.series()[1], date(2026, 12, 3)
    meetings.change(subgroup, third, cancel=False, day=date(2026, 12, 16), at=None, by=by, key="")
    for matter in ("Beds for the cold nights", "Keys for the side door"):
        meetings.add(subgroup, read_typed(matter), by=by, key="")
    town.until(datetime(2026, 12, 8, 15, 0, tzinfo=UTC), step=720)
    meetings.change(subgroup, third, cancel=True, day=None, at=None, by=by, key="")
    town.until(datetime(2026, 12, 15, 17, 0, tzinfo=UTC), step=720)
    later = meetings.coming(subgroup)
    keys = next(item for item in later.agenda if item.words.startswith("Keys"))
    meetings.edit(keys.id, keys.revision, read_typed("Keys for both doors"), owner=None, by=by, key="")
    again = meetings.change(subgroup, third, cancel=False, day=date(2026, 12, 16), at="19:00", by=by, key="")
    town.work()
    assert [item.words for item in again.agenda] == ["Beds for the cold nights"]
    assert [item.words for item in meetings.meeting(later.code).agenda] == ["Keys for both doors"]
    agenda = next(each for each in dana.messages(DESK) if each["text"].startswith("Agenda for Thu, Dec 17"))
    assert "Beds for the cold nights" not in words(agenda) and "Keys for both doors" in words(agenda)
