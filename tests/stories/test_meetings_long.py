"""Minutes longer than a message: the chair can still approve them, and the whole stands in the file."""

from __future__ import annotations

import io

import docx

from bot.meetings.agenda import ItemState, read_typed
from bot.meetings.minutes import Edition, FileKind
from bot.views.meetings_running import REST_IN_FILE
from tests.stories.test_meetings_month import AGENDA_DAY, GROUP, TEN_O_CLOCK, files_in, goes_by
from tests.town import PersonInTown, Town

NOTES = "The group spoke about beds, interpreters and the night line at length. " * 40
ITEMS = 6


def test_the_chair_approves_minutes_that_no_message_can_hold(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    meetings, by = town.services.meetings, town.services.people.who(dana.id)
    for number in range(ITEMS):
        meetings.add(meetings.series()[0], read_typed(f"Matter number {number}"), by=by, key="")
    goes_by(town, AGENDA_DAY)
    goes_by(town, TEN_O_CLOCK)
    code = meetings.start(meetings.coming(meetings.series()[0]).code, by=by, key="").code
    while (up := meetings.meeting(code).now_discussed) is not None:
        meetings.note(up.id, up.revision, NOTES, by=by, key="")
        meetings.finish(code, up.id, ItemState.DISCUSSED, by=by, key="")
    meetings.end(code, by=by, key="")
    town.work()
    ana.goes_to("app").sees(REST_IN_FILE).presses("Approve and post")
    town.work()
    assert REST_IN_FILE in dana.reads(GROUP)
    assert any(name.endswith(".docx") for name in files_in(town))
    whole = docx.Document(io.BytesIO(meetings.file(code, Edition.FULL, FileKind.WORD)[2]))
    assert "\n".join(line.text for line in whole.paragraphs).count(NOTES.strip()) >= ITEMS
