"""Eli edits the directory; Ana reports; Dana coordinates. Numbers grow old, and are confirmed, corrected or paused."""

from __future__ import annotations

from datetime import timedelta

from tests.town import PersonInTown, Town

CRISIS = "ex-harbor-light-crisis"


def test_eli_confirms_a_record_from_the_monthly_round_and_the_next_one_stands_there(town: Town, eli: PersonInTown) -> None:
    town.work()
    eli.goes_to("app").sees("Directory round:")
    first = town.services.upkeep.round_for(town.services.people.who(eli.id)).first.id
    eli.presses("Still correct")
    listing = town.services.directory.listing(first)
    assert listing.verified.on == town.services.today() and listing.verified.how == "dialed"
    assert town.services.upkeep.round_for(town.services.people.who(eli.id)).first.id != first


def test_the_round_comes_once_a_month(town: Town, eli: PersonInTown) -> None:
    town.work()
    town.minutes_pass(60)
    assert eli.direct_messages().count("Directory round:") == 1
    town.slack.advance(timedelta(days=30).total_seconds())
    town.minutes_pass(60)
    assert eli.direct_messages().count("Directory round:") == 2


def test_could_not_reach_twice_pauses_the_record(town: Town, eli: PersonInTown) -> None:
    town.work()
    eli.goes_to("app")
    first = town.services.upkeep.round_for(town.services.people.who(eli.id)).first.id
    eli.presses("Could not reach")
    assert town.services.directory.card(first).standing.is_shown
    eli.opens_home().presses("Start confirming")
    eli.goes_to("app").sees("Directory round:").presses("Could not reach")
    assert town.services.directory.card(first).standing.reason == "paused"


def test_ana_reports_a_wrong_number_and_eli_publishes_the_new_one(town: Town, ana: PersonInTown, eli: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider puentes").sees("555-0114").presses("Something is wrong here")
    ana.chooses("What is wrong?", "Phone number").fills("What should it say?", "555-0191").chooses("How do you know?", "I called")
    ana.presses("Send")
    assert "went to the directory editors" in ana.direct_messages()
    town.work()
    eli.goes_to("app").sees("Puentes Worker Center").sees("555-0191").presses("Publish a change")
    eli.sees("Phone number").presses("Publish")
    town.work()
    assert "was published" in ana.direct_messages()
    ana.goes_to("#task-force").types("/provider puentes").sees("555-0191").does_not_see("555-0114")


def test_an_urgent_word_about_a_crisis_line_hides_it_at_once(town: Town, ana: PersonInTown, eli: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider harbor light").sees("555-0101").presses("Something is wrong here")
    ana.chooses("What is wrong?", "Phone number").chooses("How do you know?", "I called")
    ana.chooses("Is it urgent?", "Yes: a crisis line is dead, or conduct is unsafe").presses("Send")
    assert "hidden until they have looked" in ana.direct_messages()
    ana.types("/provider harbor light").sees("is hidden").sees("988").does_not_see("555-0101")
    town.work()
    eli.goes_to("app").sees("urgent").presses("Nothing to change")
    ana.types("/provider harbor light").sees("555-0101")


def test_a_stale_crisis_line_carries_a_banner_and_is_hidden_after_ninety_days(town: Town, ana: PersonInTown) -> None:
    town.slack.advance(timedelta(days=32).total_seconds())
    ana.goes_to("#task-force").types("/provider harbor light").sees("Last confirmed 39 days ago").sees("555-0101")
    town.slack.advance(timedelta(days=60).total_seconds())
    ana.types("/provider harbor light").sees("nobody has confirmed its number").sees("911").does_not_see("555-0101")


def test_showing_a_card_never_resets_the_clock(town: Town, ana: PersonInTown) -> None:
    before = town.services.directory.listing(CRISIS).verified
    ana.goes_to("#task-force").types("/provider harbor light").sees("555-0101")
    assert town.services.directory.listing(CRISIS).verified == before


def test_room_is_known_for_a_day_and_then_unknown_again(town: Town, eli: PersonInTown, ana: PersonInTown) -> None:
    eli.goes_to("#task-force").types("/provider dental downtown westside").presses("Something is wrong here").presses("Cancel")
    town.services.upkeep.set_room("ex-river-house", "full", None, by=town.services.people.who(eli.id), key="")
    ana.goes_to("#task-force").types("/provider river house").sees("full")
    town.slack.advance(timedelta(hours=25).total_seconds())
    assert town.services.directory.card("ex-river-house").room == "unknown"


def test_ana_may_not_confirm_records(town: Town, ana: PersonInTown) -> None:
    ana.opens_home().does_not_see("Start confirming")


def test_an_overdue_correction_is_told_to_the_coordinators(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider harbor light").presses("Something is wrong here")
    ana.chooses("What is wrong?", "Phone number").chooses("How do you know?", "I called")
    ana.chooses("Is it urgent?", "Yes: a crisis line is dead, or conduct is unsafe").presses("Send")
    town.minutes_pass(5 * 60, step=60)
    assert "is overdue" in dana.reads("#coordinators")
