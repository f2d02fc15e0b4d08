"""Around the meetings: moves and cancellations, arranging by two at once, turns and a swap, the decision log."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
import vobject

from bot.meetings.agenda import ItemState, read_typed
from bot.meetings.quorum import Reply
from bot.meetings.running import Motion
from bot.people.person import Person
from bot.problems import PersonError
from bot.views import ids
from tests.stories.test_meetings_month import AGENDA_DAY, GROUP, TEN_O_CLOCK, agenda_of, files_in, goes_by
from tests.town import PersonInTown, Town, words


def who(town: Town, name: str) -> Person:
    person: Person = town.services.people.who(town.person(name).id)
    return person


def test_an_unknown_word_after_agenda_gets_help_and_a_guest_gets_nothing(ana: PersonInTown, hal: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/agenda flurb").sees("searches the decision log")
    hal.goes_to("#task-force").types("/agenda").sees("members of the task force").does_not_see("City Hall")


def test_somebody_outside_a_group_cannot_add_and_a_detail_of_a_person_bounces_privately(town: Town, ana: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/agenda add call Maria Gonzalez at 312-867-5309 about her bed").sees("I can't take that detail")
    assert "867-5309" not in town.everything_posted()
    subgroup = town.services.meetings.series()[1]
    with pytest.raises(PersonError, match="Only members of this group"):
        town.services.meetings.add(subgroup, read_typed("Beds"), by=who(town, "carmen"), key="")


def test_put_on_the_agenda_keeps_the_link_and_not_the_text(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    bo.goes_to(GROUP).types("we should really talk about the kitchen rota")
    message = next(each for each in ana.messages(GROUP) if "kitchen" in each["text"])
    ana.goes_to(GROUP).uses_shortcut(ids.SHORTCUT_AGENDA, message).sees("Its text is not copied").does_not_see("kitchen")
    ana.fills("What is it about?", "Who cooks when").presses("Add")
    meetings = town.services.meetings
    item = next(each for each in meetings.coming(meetings.series()[0]).agenda if each.words == "Who cooks when")
    assert item.link and "archives" in item.link and item.owner == ana.id


def test_home_and_agenda_show_the_same_next_meeting_and_ones_own_items(ana: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/agenda add Interpreter contract").sees("On the agenda")
    ana.types("/agenda").sees("Tue, Dec 1, 10:00 AM").sees("Your items").sees("Interpreter contract")
    ana.opens_home().sees("Tue, Dec 1, 10:00 AM").sees("Interpreter contract")


def test_asked_in_plain_words_an_item_is_kept_and_not_repeated_in_the_channel(town: Town, ana: PersonInTown) -> None:
    ana.goes_to(GROUP).mentions("put the winter shelter plan on the agenda").sees("On the agenda for Tue, Dec 1")
    assert all("winter shelter plan" not in words(each) for each in ana.messages() if each["user"] != ana.id)
    meetings = town.services.meetings
    assert any("winter shelter plan" in item.words for item in meetings.coming(meetings.series()[0]).agenda)


def test_a_cancelled_meeting_says_so_once_and_its_calendar_entry_is_taken_back(town: Town, dana: PersonInTown) -> None:
    goes_by(town, AGENDA_DAY)
    dana.goes_to(GROUP).types("/agenda").presses("Move or cancel").chooses("What about it?", "Cancel it").presses("Do it")
    town.work()
    town.minutes_pass(30)
    assert "Cancelled" in words(agenda_of(dana)) and "Add an item" not in words(agenda_of(dana))
    assert sum(each["text"].startswith("Cancelled: meeting") for each in dana.messages(GROUP)) == 1
    assert len(files_in(town)) == 2
    meetings = town.services.meetings
    assert meetings.coming(meetings.series()[0]).planned == date(2027, 1, 5)


def test_a_moved_meeting_keeps_its_uid_and_its_agenda(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/agenda add Interpreter contract").sees("On the agenda")
    goes_by(town, AGENDA_DAY)
    meetings = town.services.meetings
    before = meetings.coming(meetings.series()[0])
    first = vobject.readOne(meetings.invitation_file(before.code, 0)[1].decode()).vevent
    meetings.change(before.series, before.planned, cancel=False, day=date(2026, 12, 3), at="14:30", by=who(town, "dana"), key="k")
    town.work()
    after = meetings.coming(meetings.series()[0])
    second = vobject.readOne(meetings.invitation_file(after.code, 1)[1].decode()).vevent
    assert (first.uid.value, first.sequence.value, second.sequence.value) == (second.uid.value, "0", "1")
    assert after.starts.date() == date(2026, 12, 3) and after.starts.time() == time(14, 30)
    assert "Thu, Dec 3, 2:30 PM" in words(agenda_of(dana)) and "Interpreter contract" in words(agenda_of(dana))
    assert "is now on Thu, Dec 3" in "\n".join(each["text"] for each in dana.messages(GROUP))


def test_of_two_coordinators_at_once_one_wins_and_the_other_sees_it(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    for number in range(3):
        ana.goes_to(GROUP).types(f"/agenda add Matter number {number + 1}").sees("On the agenda")
    meetings, dana, fay = town.services.meetings, who(town, "dana"), who(town, "fay")
    meeting = meetings.coming(meetings.series()[0])
    items = [item for item in meeting.agenda if item.words.startswith("Matter")]
    meetings.shift(meeting.code, meeting.revision, items[2].id, -1, by=dana, key="dana-1")
    with pytest.raises(PersonError, match="Somebody else"):
        meetings.shift(meeting.code, meeting.revision, items[2].id, 1, by=dana, key="dana-2")
    order = [item.words for item in meetings.meeting(meeting.code).agenda if item.words.startswith("Matter")]
    assert order == ["Matter number 1", "Matter number 3", "Matter number 2"]
    with pytest.raises(PersonError, match="arrange"):
        meetings.shift(meeting.code, meeting.revision + 1, items[0].id, 1, by=fay, key="fay-1")
    goes_by(town, TEN_O_CLOCK)
    running = meetings.start(meeting.code, by=dana, key="s")
    current = running.now_discussed
    meetings.finish(meeting.code, current.id, ItemState.DISCUSSED, by=dana, key="f1")
    with pytest.raises(PersonError, match="Somebody else"):
        meetings.finish(meeting.code, current.id, ItemState.DEFERRED, by=who(town, "ana"), key="f2")
    assert meetings.item(current.id)[0].state is ItemState.DISCUSSED


def test_items_merge_move_on_and_are_carried_over_once(town: Town, ana: PersonInTown) -> None:
    for text in ("Winter beds", "Beds in January 30 min", "Interpreter contract", "Flyer"):
        ana.goes_to(GROUP).types(f"/agenda add {text}").sees("On the agenda")
    meetings, dana = town.services.meetings, who(town, "dana")
    meeting = meetings.coming(meetings.series()[0])
    named = {item.words: item for item in meeting.agenda}
    meetings.merge(named["Winter beds"].id, named["Beds in January"].id, by=dana, key="m")
    meetings.defer(named["Flyer"].id, by=dana, key="d")
    left = [item.words for item in meetings.meeting(meeting.code).agenda]
    assert "Winter beds" not in left and "Flyer" not in left and "Beds in January" in left
    goes_by(town, TEN_O_CLOCK)
    meetings.start(meeting.code, by=dana, key="s")
    meetings.end(meeting.code, by=dana, key="e")
    coming = meetings.coming(meetings.series()[0])
    assert coming.planned == date(2027, 1, 5), "the meeting that was ended before its time is over"
    assert meetings.upcoming(meetings.series()[0], 1)[0].planned == date(2027, 1, 5)
    left = [line.words for line in meetings.paper(meeting.code)[1].lines]
    assert "Interpreter contract" in left and any(words.startswith("Not reached") for words in left)
    goes_by(town, datetime(2027, 1, 4, 18, 0, tzinfo=UTC))
    january = [item.words for item in meetings.coming(meetings.series()[0]).agenda]
    for words_of_item in ("Flyer", "Interpreter contract", "Beds in January"):
        assert january.count(words_of_item) == 1


def test_turns_are_swapped_and_the_agenda_and_the_new_chair_hear_of_it(
    town: Town, dana: PersonInTown, carmen: PersonInTown
) -> None:
    goes_by(town, AGENDA_DAY)
    assert "Chair: Department of Public Health" in words(agenda_of(dana))
    ana = town.person("ana").goes_to(GROUP)
    ana.presses("Turns").sees("Chair: *Department of Public Health*").presses("Swap").chooses(
        "Who steps in?", "Office of Labor"
    ).presses("Swap")
    town.work()
    assert "Chair: Office of Labor Standards" in words(agenda_of(dana))
    assert "Your agency chairs" in carmen.direct_messages()
    meetings = town.services.meetings
    turns = [turn for turn in meetings.turns(meetings.series()[0]) if turn.role == "chair"]
    assert turns[0].is_swap and turns[1].agency == "public-health"


def test_leave_keeps_an_agency_out_and_the_next_chair_gets_a_checklist(town: Town) -> None:
    meetings, dana = town.services.meetings, who(town, "dana")
    group = meetings.series()[0]
    meetings.leave(group, "housing-services", date(2027, 1, 1), date(2027, 2, 28), by=who(town, "bo"), key="l")
    chairs = [(turn.planned, turn.agency) for turn in meetings.turns(group, 4) if turn.role == "chair"]
    assert all(agency != "housing-services" for planned, agency in chairs if planned < date(2027, 3, 1))
    with pytest.raises(PersonError, match="agency itself"):
        meetings.leave(group, "police", date(2027, 1, 1), date(2027, 2, 28), by=who(town, "bo"), key="l2")
    goes_by(town, datetime(2026, 12, 31, 16, 0, tzinfo=UTC))
    january = meetings.coming(group)
    handover = meetings.handover(january.code)
    assert (
        handover is not None
        and handover.from_name == "Department of Public Health"
        and january.chair not in (None, "public-health")
    )
    meetings.tick_handover(january.code, "access", by=dana, key="t")
    assert [point.id for point in meetings.handover(january.code).points if point.done_by] == ["access"]


def test_decisions_are_found_by_words_and_restricted_ones_only_by_the_group(town: Town, ana: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/agenda add decide: Winter housing plan public").sees("On the agenda")
    ana.types("/agenda add decide: Hotline overlap").sees("On the agenda")
    goes_by(town, TEN_O_CLOCK)
    meetings, dana = town.services.meetings, who(town, "dana")
    meeting = meetings.start(meetings.coming(meetings.series()[0]).code, by=dana, key="s")
    meetings.attend(meeting.code, {place.seat.id: Reply.COMING for place in meeting.table[:5]}, by=dana, key="a")
    named = {item.words: item for item in meeting.agenda}
    public = Motion("Two houses stay open until April.", "housing-services", is_restricted=False, review_on=date(2027, 1, 5))
    meetings.decide(meeting.code, named["Winter housing plan"].id, public, by=dana, key="d1")
    meetings.decide(meeting.code, named["Hotline overlap"].id, Motion("The night line rings at two desks."), by=dana, key="d2")
    meetings.end(meeting.code, by=dana, key="e")
    ana.types("/agenda decisions housing").sees("Two houses stay open").does_not_see("night line")
    ana.types("/agenda decisions night line").sees("rings at two desks")
    nobody = Person("U0X", who(town, "ana").kind, agency=None)
    assert [each.words for each, _ in meetings.decision_log(nobody)] == ["Two houses stay open until April."]
    goes_by(town, datetime(2027, 1, 4, 18, 0, tzinfo=UTC))
    assert any("Look again at decision" in item.words for item in meetings.coming(meetings.series()[0]).agenda)
