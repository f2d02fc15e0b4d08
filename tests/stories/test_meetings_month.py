"""A month in the life of the coordinating group: from the first item to minutes that everybody may read.

Ana brings items, Dana coordinates, Lea speaks for the Advisory Council, Bo and Carmen for their agencies.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import docx
import vobject

from bot.meetings.minutes import Edition, FileKind
from bot.meetings.quorum import Reply
from tests.town import PersonInTown, Town, words

GROUP, COORDINATORS, EVERYBODY = "#coordinating-group", "#coordinators", "#task-force"
AGENDA_DAY = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)  # five days ahead is Thanksgiving's eve, 9 AM in Chicago
TWO_DAYS_AHEAD = datetime(2026, 11, 29, 16, 30, tzinfo=UTC)
DAY_BEFORE = datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
TEN_O_CLOCK = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
CANARY = "Lodestar detail about the raid plan"


def goes_by(town: Town, moment: datetime) -> None:
    """Days go by in half days: what is due in between is said late, and still once."""
    town.until(moment, step=720)


def agenda_of(person: PersonInTown) -> dict[str, Any]:
    found = [message for message in person.messages(GROUP) if message["text"].startswith("Agenda for")]
    assert len(found) == 1, [message["text"] for message in found]
    return found[0]


def running_of(person: PersonInTown) -> str:
    return next(words(message) for message in reversed(person.messages(GROUP)) if "· running" in words(message))


def files_in(town: Town, place: str = GROUP) -> list[str]:
    return [file["name"] for message in town.slack.read("dana", place) for file in message.get("files", [])]


def files_to(town: Town, name: str) -> list[str]:
    """What the assistant has sent to one person."""
    return [file["name"] for message in town.slack.read(name, "app") for file in message.get("files", [])]


def all_texts(town: Town) -> str:
    """What lights up on locked phones: the text of everything that was posted, files' comments too."""
    said = [call["payload"] for call in town.slack.calls if call["method"].startswith(("chat.", "files.complete"))]
    return "\n".join(str(each.get("text") or each.get("initial_comment") or "") for each in said)


def hold_the_meeting(town: Town, dana: PersonInTown, ana: PersonInTown) -> None:
    """From the agenda's day to the end, with a quorum, one decision and one action item."""
    goes_by(town, AGENDA_DAY)
    for name in ("ana", "bo", "carmen"):
        town.person(name).goes_to(GROUP).presses("Coming")
    town.person("lea").goes_to(GROUP).presses("Remote")
    goes_by(town, TEN_O_CLOCK)
    dana.goes_to(GROUP).presses("Start the meeting")
    town.work()
    dana.presses("Who is here").sees("Housing seat").presses("Save")
    town.work()
    dana.presses("Discussed")
    town.work()
    dana.presses("Decided…").fills("What was decided?", "The flyer is printed in four languages.")
    dana.chooses("Moved by", "Department of Public Health").chooses("Dissent", "Office of Labor Standards")
    dana.fills("Who must be told?", "The print shop and all liaisons")
    dana.fills("Look at it again on", "2027-01-05").chooses("Who may read it?", "Public-safe").presses("Keep it")
    town.work()
    dana.presses("Action item").fills("What is to be done?", "Send the flyer to the printer").fills("Who does it?", ana.id)
    dana.fills("Until when?", "2026-12-11").presses("Keep it")
    town.work()


def approve(town: Town, name: str, *, notes: str = "") -> PersonInTown:
    """Whoever chairs reads the draft, adds a note and approves."""
    chair = town.person(name).goes_to("app")
    if notes:
        chair.presses("Edit").fills("Opening words", notes).presses("Save")
        town.work()
    chair.presses("Approve and post")
    town.work()
    return chair


def test_from_proposal_to_the_public_edition(town: Town, ana: PersonInTown, bo: PersonInTown, dana: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/agenda add decide: Approve the outreach flyer 20 min public").sees("On the agenda for Tue, Dec 1")
    bo.goes_to(GROUP).types(f"/agenda add inform: {CANARY}").sees("Restricted")
    goes_by(town, AGENDA_DAY)
    shown = words(agenda_of(dana))
    assert "Approve the outreach flyer" in shown and "Labor lens" in shown and "0 of 7 voting seats" in shown
    assert agenda_of(dana)["text"] == "Agenda for Tue, Dec 1, 10:00 AM"
    assert [call for call in town.slack.calls if call["method"] == "pins.add"]
    hold_the_meeting(town, dana, ana)
    assert "Quorum: 4 of 7" in words(agenda_of(dana)) or "running" in running_of(dana)
    assert "Quorum: 4 of 7" in running_of(dana) and "The flyer is printed" in running_of(dana)
    assert "Send the flyer to the printer" in ana.direct_messages()
    dana.presses("End the meeting")
    town.work()

    assert "no quorum" not in dana.direct_messages()
    dana.goes_to("app").presses("Approve and post").sees("The chair of the meeting approves")
    approve(town, "ana", notes="Thanks to the print shop.")
    group = dana.reads(GROUP)
    assert "Thanks to the print shop." in group and "Dissent: Office of Labor Standards." in group and CANARY in group
    assert "The flyer is printed" not in dana.reads(EVERYBODY)

    dana.goes_to(GROUP).presses("Public edition…").sees("Check first").sees("Restricted items that stay out").does_not_see(CANARY)
    dana.sees("The flyer is printed in four languages.").does_not_see("Thanks to the print shop")
    dana.chooses("Check first", "Open-meetings law was checked").presses("Post it").sees("tick every point")
    dana.chooses("Check first", "Open-meetings law was checked", "The preview below was read").presses("Post it")
    town.work()
    public = dana.reads(EVERYBODY)
    assert "The flyer is printed in four languages." in public and CANARY not in public and "Thanks to" not in public
    assert any(name.startswith("minutes-2026-12-01-full") and name.endswith(".docx") for name in files_in(town))
    assert any(name.startswith("minutes-2026-12-01-public") for name in files_in(town, EVERYBODY))
    for place, edition in ((GROUP, "full"), (EVERYBODY, "public")):
        for button, ending in (("Word file", ".docx"), ("Markdown", ".md")):
            bo.goes_to(place).presses(button).sees("The file comes to you")
            town.work()
            assert any(edition in name and name.endswith(ending) for name in files_to(town, "bo")), (edition, ending)
    town.person("hal").goes_to(EVERYBODY).presses("Markdown").sees("Members of the task force")


def test_a_restricted_item_stays_out_of_notifications_calendar_files_and_public_papers(
    town: Town, ana: PersonInTown, dana: PersonInTown
) -> None:
    ana.goes_to(GROUP).types("/agenda add decide: Approve the outreach flyer public").sees("On the agenda")
    ana.types(f"/agenda add {CANARY}").sees("Restricted")
    hold_the_meeting(town, dana, ana)
    dana.presses("End the meeting")
    town.work()
    approve(town, "ana")
    dana.goes_to(GROUP).presses("Public edition…").chooses(
        "Check first", "Open-meetings law was checked", "The preview below was read"
    )
    dana.presses("Post it")
    town.work()
    assert CANARY in dana.reads(GROUP)
    assert CANARY not in all_texts(town)
    assert CANARY not in dana.reads(EVERYBODY)
    meetings = town.services.meetings
    code = meetings.find(meetings.latest_minutes(town.services.people.who(dana.id))[0].code).code
    public = meetings.file(code, Edition.PUBLIC, FileKind.WORD)[2]
    full = meetings.file(code, Edition.FULL, FileKind.WORD)[2]
    said = {name: "\n".join(line.text for line in docx.Document(io.BytesIO(data)).paragraphs) for name, data in
            (("public", public), ("full", full))}  # fmt: skip
    assert CANARY in said["full"] and CANARY not in said["public"] and "four languages" in said["public"]
    assert CANARY.encode() not in meetings.file(code, Edition.PUBLIC, FileKind.MARKDOWN)[2]
    ics = meetings.invitation_file(code, meetings.find(code).sequence)[1]
    assert CANARY.encode() not in ics and vobject.readOne(ics.decode()).method.value == "REQUEST"


def test_a_member_with_lived_experience_is_a_seat_like_any_other(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    """R30: nothing that is posted, kept in a file or shown marks her, and her seat counts like the others."""
    ana.goes_to(GROUP).types("/agenda add decide: Approve the outreach flyer public")
    hold_the_meeting(town, dana, ana)
    dana.presses("End the meeting")
    town.work()
    approve(town, "ana")
    everything = "\n".join(
        [dana.reads(GROUP), dana.reads(COORDINATORS), dana.direct_messages(), ana.direct_messages()]
    ).casefold()
    assert "advisory council seat" in everything
    for mark in ("survivor", "lived experience", "lived-experience", "victim"):
        assert mark not in everything
    paper = town.services.meetings.paper(town.services.meetings.latest_minutes(town.services.people.who(dana.id))[0].code)[1]
    seats = [line.words for line in paper.lines if " seat: " in line.words]
    assert "Advisory Council seat: present, remotely" in seats
    assert "lea" not in " ".join(line.words for line in paper.lines).casefold().split()


def test_minutes_name_people_as_they_are_shown_in_slack_and_the_public_edition_names_nobody(
    town: Town, ana: PersonInTown, dana: PersonInTown
) -> None:
    """Lea goes by another name in Slack, which is hers to choose: the one of her account stands nowhere."""
    lea = town.person("lea")
    town.slack.change_person("lea", display_name="Starling")
    town.slack.settle()
    lea.goes_to(GROUP).types("/agenda add discuss: Words on our posters public").sees("On the agenda")
    ana.goes_to(GROUP).types("/agenda add decide: Approve the outreach flyer public").sees("On the agenda")
    hold_the_meeting(town, dana, ana)
    meetings = town.services.meetings
    code = meetings.coming(meetings.series()[0]).code
    full, public = (meetings.file(code, edition, FileKind.MARKDOWN)[2].decode() for edition in Edition)
    assert "Brought by Starling." in full and "Brought by Ana Ruiz." in full and "(Ana Ruiz, due Dec 11, 2026)" in full
    assert "Lea" not in full and "(ana" not in full
    assert not any(name in public for name in ("Starling", "Lea", "Ana", "Ruiz"))


def test_the_day_before_only_what_is_stuck_keeps_its_time(town: Town, bo: PersonInTown, dana: PersonInTown) -> None:
    bo.goes_to(GROUP).types("/agenda add inform: Shelter intake times 10 min").sees("On the agenda")
    bo.types("/agenda add inform: Interpreter contract 10 min").sees("On the agenda")
    goes_by(town, DAY_BEFORE)
    meetings = town.services.meetings
    before = meetings.coming(meetings.series()[0]).length.boxed
    bo.goes_to("app").presses("Done")
    town.work()
    shown = words(agenda_of(dana))
    assert "No meeting time needed" in shown and f"{before - 10} of 90 minutes" in shown
    bo.presses("Stuck")
    town.work()
    assert "stuck" in words(agenda_of(dana))


def test_empty_seats_get_one_private_word_two_days_ahead(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    goes_by(town, AGENDA_DAY)
    ana.goes_to(GROUP).presses("Coming")
    bo.goes_to(GROUP).presses("Cannot come")
    town.person("dana").goes_to(GROUP).presses("Coming")
    goes_by(town, TWO_DAYS_AHEAD)
    town.minutes_pass(180)
    assert "Public Health seat*: Nobody" not in ana.direct_messages()
    assert town.person("carmen").direct_messages().count("Nobody has said yet") == 1
    assert "Its member cannot come. Can you?" in town.person("dana").direct_messages()
    assert "Housing seat*: Nobody" not in bo.direct_messages()
    dana = town.person("dana").goes_to("app")
    dana.presses("Coming")
    town.work()
    assert "Designee: Housing seat" in words(agenda_of(dana))


def test_the_quorum_is_lost_an_hour_before_and_the_coordinators_hear_of_it(town: Town, dana: PersonInTown) -> None:
    goes_by(town, AGENDA_DAY)
    for name in ("ana", "bo", "carmen", "eli"):
        person = town.person(name)
        meeting = town.services.meetings.coming(town.services.meetings.series()[0])
        town.services.meetings.reply(meeting.code, Reply.COMING, by=town.services.people.who(person.id), key="")
    goes_by(town, datetime(2026, 12, 1, 15, 0, tzinfo=UTC))
    assert "No quorum any more" not in dana.reads(COORDINATORS)
    town.person("bo").goes_to(GROUP).presses("Cannot come")
    town.work()
    said = dana.reads(COORDINATORS)
    assert "No quorum yet: 3 of 7" in said and "Housing seat" in said
    town.person("lea").goes_to(GROUP).presses("Coming")
    town.work()
    assert "Quorum: 4 of 7" in words(agenda_of(dana))
    dana.goes_to(COORDINATORS)
    assert sum("No quorum any more" in message["text"] for message in dana.messages()) == 1


def test_everything_is_announced_once_also_across_a_restart(town: Town, dana: PersonInTown) -> None:
    goes_by(town, AGENDA_DAY)
    town.restart()
    town.minutes_pass(120)
    town.restart()
    town.minutes_pass(60)
    agenda_of(dana)
    assert [name.endswith(".ics") for name in files_in(town)] == [True]
