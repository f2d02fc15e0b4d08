"""Action items and meetings: what is blocked, late or nobody's comes onto the agenda once, and leaves it when it goes on."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.action_items.items import Scope
from bot.meetings.agenda import Item
from bot.meetings.ground import Promise
from bot.people.person import Person
from bot.rooms.meetings_gathering import keep_action
from tests.stories.test_meetings_month import AGENDA_DAY, GROUP, TEN_O_CLOCK, agenda_of, goes_by, running_of
from tests.town import PersonInTown, Town, words

LINE = "/action @bo repair the intake phone by nov 24"
WORDS = "repair the intake phone"


def on_agenda(town: Town, text: str = WORDS, series: int = 0) -> list[Item]:
    meetings = town.services.meetings
    return [item for item in meetings.coming(meetings.series()[series]).agenda if text in item.words]


def blocks(town: Town, person: PersonInTown, why: str = "the spare part is on order") -> PersonInTown:
    """Says in the direct messages that the newest item cannot go on."""
    person.goes_to("app").presses("Blocked").fills("What does it wait for?", why).presses("It is blocked")
    person.presses("Close")
    town.work()
    return person


def test_what_bo_says_is_blocked_stands_on_the_agenda_at_once_and_only_once(
    town: Town, ana: PersonInTown, bo: PersonInTown
) -> None:
    ana.goes_to(GROUP).types(LINE).sees(WORDS)
    town.work()
    bo.goes_to("app").presses("Blocked").fills("What does it wait for?", "the spare part is on order").presses("It is blocked")
    bo.sees("it stands on the agenda for Tue, Dec 1").presses("Close")
    town.work()
    assert "Blocked: the spare part is on order" in bo.direct_messages()
    assert [item.words for item in on_agenda(town)] == [f"Blocked: {WORDS}"]
    bo.presses("Put on the agenda").sees("On the agenda for Tue, Dec 1")
    bo.presses("Put on the agenda").sees("On the agenda for Tue, Dec 1")
    goes_by(town, AGENDA_DAY)
    (item,) = on_agenda(town)
    assert item.owner == bo.id and item.is_restricted and words(agenda_of(ana)).count(WORDS) == 1


def test_the_button_on_a_list_and_on_home_puts_back_what_was_taken_off(town: Town, bo: PersonInTown) -> None:
    bo.goes_to("#task-force").types(LINE).sees(WORDS)
    town.work()
    bo.presses("Blocked").fills("What does it wait for?", "a spare part").presses("It is blocked").presses("Close")
    town.work()
    meetings = town.services.meetings
    for press in (lambda: bo.goes_to("#task-force").types("/action list"), bo.opens_home):
        meetings.remove(on_agenda(town)[0].id, by=town.services.people.who(bo.id), key="")
        assert on_agenda(town) == []
        press()
        bo.presses("Put on the agenda")
        assert len(on_agenda(town)) == 1
    assert "On the agenda for Tue, Dec 1" in bo.direct_messages()


def test_what_goes_on_again_leaves_the_agenda_and_can_come_back(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    ana.goes_to(GROUP).types("/action @bo repair the intake phone by dec 20").sees(WORDS)
    goes_by(town, AGENDA_DAY)
    assert on_agenda(town) == []
    blocks(town, bo)
    assert f"Blocked: {WORDS}" in words(agenda_of(ana))
    bo.goes_to("app").presses("It goes on")
    goes_by(town, AGENDA_DAY.replace(day=26))
    assert on_agenda(town) == [] and WORDS not in words(agenda_of(ana))
    blocks(town, bo, "it broke again")
    assert len(on_agenda(town)) == 1
    bo.goes_to("app").presses("Done")
    town.work()
    assert on_agenda(town) == [] and WORDS not in words(agenda_of(ana))


def test_what_is_overdue_comes_by_itself_and_says_so(town: Town, ana: PersonInTown) -> None:
    ana.goes_to(GROUP).types(LINE).sees(WORDS)
    goes_by(town, AGENDA_DAY)
    (item,) = on_agenda(town)
    assert item.words == f"Overdue: {WORDS}" and item.owner == town.person("bo").id


def test_an_action_item_nobody_took_in_the_meeting_is_given_to_carmen(
    town: Town, ana: PersonInTown, bo: PersonInTown, carmen: PersonInTown, dana: PersonInTown
) -> None:
    goes_by(town, TEN_O_CLOCK)
    dana.goes_to(GROUP).presses("Start the meeting")
    town.work()
    dana.presses("Action item").fills("What is to be done?", WORDS).presses("Keep it")
    town.work()
    assert f"{WORDS} · no owner" in running_of(dana) and WORDS not in dana.direct_messages()
    dana.presses("End the meeting")
    town.work()
    assert f"Action: {WORDS}, no owner yet" in dana.direct_messages()

    assert [item.words for item in town.services.action_items.list(Scope.NOBODY, _who(town, "ana"))] == [WORDS]
    assert town.services.action_items.list(Scope.NOBODY, _who(town, "gus")) == ()
    bo.goes_to(GROUP).types("/action list nobody").sees("Nothing is open")
    ana.goes_to(GROUP).types("/action list nobody").sees("without an owner").sees("the agency in the chair")
    ana.presses("Give to somebody").fills("Whose is it?", carmen.id).presses("Hand it over").sees("It is with")
    town.work()
    assert WORDS in carmen.direct_messages()
    ana.presses("Close").types("/action list nobody").sees("Nothing is open")


def test_an_ownerless_item_comes_onto_the_agenda_and_is_given_away_in_the_running_order(
    town: Town, ana: PersonInTown, bo: PersonInTown, dana: PersonInTown
) -> None:
    keep_action(town.services, Promise(WORDS, "", None, "", _who(town, "dana"), "from an earlier meeting"))
    goes_by(town, AGENDA_DAY)
    assert [(item.words, item.owner) for item in on_agenda(town)] == [(f"No owner: {WORDS}", None)]
    goes_by(town, TEN_O_CLOCK)
    dana.goes_to(GROUP).presses("Start the meeting")
    town.work()
    meetings = town.services.meetings
    meeting = meetings.coming(meetings.series()[0])
    meetings.take_up(
        meeting.code, on_agenda(town)[0].id, instead_of=meeting.current, by=_who(town, "ana"), key="take it up"
    )  # fmt: skip
    town.work()
    town.person("gus").goes_to(GROUP).presses("Give to somebody").fills("Whose is it?", dana.id).presses("Hand it over")
    town.person("gus").sees("An item without an owner is given to somebody by coordinators")
    dana.presses("Give to somebody").sees("the agency in the chair").fills("Whose is it?", bo.id)
    dana.presses("Hand it over").sees("It is with <@U0BO0000000> now").presses("Close")
    town.work()
    assert WORDS in bo.direct_messages() and "Give to somebody" not in running_of(dana)
    assert [(item.words, item.owner) for item in on_agenda(town)] == [(WORDS, bo.id)]


def test_the_new_chair_finds_ownerless_items_in_the_handover(town: Town, dana: PersonInTown) -> None:
    """Ana's agency has the first turn, so Bo's or another is new in January; the chair's agency may give items away."""
    keep_action(town.services, Promise(WORDS, "", None, "", _who(town, "dana"), "from an earlier meeting"))
    goes_by(town, datetime(2026, 12, 31, 16, 0, tzinfo=UTC))
    meetings = town.services.meetings
    meeting = meetings.coming(meetings.series()[0])
    chair = next(person for name in ("bo", "carmen", "eli", "fay", "dana", "lea")
                 if (person := town.person(name)).id in meetings.heads(meeting.chair))  # fmt: skip
    assert "1 action item has no owner" in chair.direct_messages()
    chair.goes_to("app").presses("Give them to somebody").sees(WORDS).presses("Give to somebody")
    chair.fills("Or which seat's?", "Labor").presses("Hand it over").sees("Labor Standards seat")


def _who(town: Town, name: str) -> Person:
    person: Person = town.services.people.who(town.person(name).id)
    return person
