"""Meetings on days when nobody works: one moves to the next open weekday, one is skipped, one moves after it was announced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar

from bot.settings import Settings, load_settings
from bot.shelves import Shelves
from tests.stories.test_meetings_month import AGENDA_DAY, GROUP, agenda_of, files_in, goes_by
from tests.town import ROOT, PersonInTown, Town, words

SUBGROUP = "#housing-desk"
Start = Callable[[datetime], Town]


@pytest.fixture
def town_from(tmp_path: Path, shelves: Shelves) -> Iterator[Start]:
    """A town whose story begins on another day."""
    made: list[Town] = []

    def begin(start: datetime) -> Town:
        made.append(Town(tmp_path, shelves, start=start))
        return made[-1]

    yield begin
    for town in made:
        town.close()


def agendas(person: PersonInTown, place: str = GROUP) -> list[str]:
    return [message["text"] for message in person.messages(place) if message["text"].startswith("Agenda for")]


def test_the_july_meeting_falls_on_independence_day_and_is_held_a_day_later(town_from: Start) -> None:
    """The first Tuesday of July 2028 is the Fourth."""
    town = town_from(datetime(2028, 6, 28, 15, 0, tzinfo=UTC))
    dana, ana = town.person("dana"), town.person("ana")
    ana.goes_to(GROUP).types("/agenda").sees("Wed, Jul 5, 10:00 AM").sees("Moved: Independence Day")
    goes_by(town, datetime(2028, 6, 30, 15, 0, tzinfo=UTC))
    shown = words(agenda_of(dana))
    assert agendas(dana) == ["Agenda for Wed, Jul 5, 10:00 AM"] and "Moved: Independence Day" in shown

    meetings = town.services.meetings
    meeting = meetings.coming(meetings.series()[0])
    data = meetings.invitation_file(meeting.code, 0)[1]
    event = vobject.readOne(data.decode()).vevent
    (other,) = Calendar.from_ical(data).walk("VEVENT")
    assert event.dtstart.value == other["dtstart"].dt == meeting.starts
    assert meeting.planned == date(2028, 7, 4) and "2028-07-04" in event.uid.value
    assert event.description.value == (
        "Planned for Tuesday, July 4; moved: Independence Day. The agenda is in the group's channel."
    )
    assert [name.startswith("meeting-2028-07-05") and name.endswith(".ics") for name in files_in(town)] == [True]

    goes_by(town, datetime(2028, 7, 4, 23, 0, tzinfo=UTC))
    ana.goes_to("app")
    assert "on Wed, Jul 5" in ana.direct_messages() and "on Tue, Jul 4" not in ana.direct_messages()
    goes_by(town, datetime(2028, 7, 5, 15, 0, tzinfo=UTC))
    assert meetings.start(meeting.code, by=town.services.people.who(dana.id), key="").state == "running"
    goes_by(town, datetime(2028, 7, 7, 15, 0, tzinfo=UTC))
    assert agendas(dana) == ["Agenda for Wed, Jul 5, 10:00 AM"], "nothing was announced for the holiday itself"


def test_the_subgroup_skips_thanksgiving_and_says_so(town_from: Start) -> None:
    """Every other Thursday is Thanksgiving in 2030; app.yaml says `on_closure: skip`."""
    town = town_from(datetime(2030, 11, 25, 15, 0, tzinfo=UTC))
    bo = town.person("bo")
    bo.goes_to(SUBGROUP).types("/agenda").sees("Thu, Dec 12, 2:00 PM").sees("No meeting on Thu, Nov 28: Thanksgiving")
    goes_by(town, datetime(2030, 11, 29, 15, 0, tzinfo=UTC))
    assert agendas(bo, SUBGROUP) == []
    goes_by(town, datetime(2030, 12, 10, 16, 0, tzinfo=UTC))
    assert agendas(bo, SUBGROUP) == ["Agenda for Thu, Dec 12, 2:00 PM"]
    bo.types("/agenda").sees("Thu, Dec 12").does_not_see("No meeting on")


def test_a_closure_declared_after_the_agenda_went_out_moves_the_meeting_and_everybody_hears_once(
    town: Town, tmp_path: Path, dana: PersonInTown
) -> None:
    goes_by(town, AGENDA_DAY)
    home = tmp_path / "city"
    home.mkdir()
    text = (ROOT / "app.yaml").read_text(encoding="utf-8")
    (home / "app.yaml").write_text(text.replace("closures:\n", "closures:\n  - name: Snow day\n    first: 2026-12-01\n"), "utf-8")
    now = town.settings
    town.settings = Settings(ROOT, load_settings({}, home).app, now.secrets, now.database_url, now.slack_api_url)
    town.restart()
    town.work()
    town.minutes_pass(60)
    assert "Wed, Dec 2, 10:00 AM" in words(agenda_of(dana)) and "Moved: Snow day" in words(agenda_of(dana))
    said = [message["text"] for message in dana.messages(GROUP) if "is now on" in message["text"]]
    assert said == ["The meeting planned for Tue, Dec 1 is now on Wed, Dec 2, 10:00 AM"]
    meetings = town.services.meetings
    meeting = meetings.coming(meetings.series()[0])
    event = vobject.readOne(meetings.invitation_file(meeting.code, 1)[1].decode()).vevent
    assert event.sequence.value == "1" and event.dtstart.value.date() == date(2026, 12, 2)
    assert "Snow day" in event.description.value
