"""Ana works in outreach; Dana coordinates; Hal is a guest, Sky comes from another workspace. They ask."""

from __future__ import annotations

from tests.town import PersonInTown, Town, links

BED = "what do I do if a worker's passport is being held by the boss?"


def test_ana_mentions_the_assistant_and_reads_the_answer_in_the_thread(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").mentions("how do I ask for consent before a referral?")
    ana.sees("Reviewed")
    assert [message["thread_ts"] for message in ana.messages()][-1] == ana.thread


def test_ana_asks_in_a_direct_message_and_unfolds_the_steps(ana: PersonInTown) -> None:
    ana.types("what is a t visa").sees("T visa").presses("Show steps").sees("What to know")


def test_ask_is_answered_to_the_asker_only(ana: PersonInTown, bo: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/ask what is labor trafficking").sees("labor")
    bo.goes_to("#task-force").does_not_see("Reviewed")


def test_present_danger_shows_911_and_nothing_else(ana: PersonInTown) -> None:
    ana.types("he has a knife and she is here with me now").sees("911").does_not_see("Reviewed")


def test_a_danger_card_after_ask_also_stands_in_the_direct_messages(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/ask he has a knife and she is here with me now")
    ana.goes_to("app").sees("911")


def test_an_off_topic_question_gets_one_kind_line(ana: PersonInTown) -> None:
    ana.types("what is the best pizza in town").sees("outside what I know")


def test_a_guest_gets_the_public_hotline_and_nothing_else(hal: PersonInTown) -> None:
    hal.types("how do referrals work").sees("task force members only").sees("Hotline").does_not_see("Reviewed")


def test_hotline_numbers_can_be_tapped(hal: PersonInTown) -> None:
    hal.types("hello").sees("Hotline")
    assert "tel:18883737888" in [link.replace("+", "").replace("-", "") for link in links(hal.new_messages)]


def test_ana_asks_a_coordinator_and_gets_the_answer_by_direct_message(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    ana.types("what is the best pizza in town").presses("Ask a coordinator")
    ana.sees("Exactly these words").fills("Your question", "Is there a pizza budget for outreach nights?").presses("Send")
    town.work()
    dana.goes_to("#coordinators").sees("pizza budget").presses("Answer")
    dana.fills("Your answer", "Yes, ask the funding committee.").presses("Send")
    town.work()
    assert "funding committee" in ana.direct_messages()
    assert "was answered" in dana.reads("#coordinators")


def test_a_phone_number_in_a_question_to_coordinators_is_refused_beside_the_field(ana: PersonInTown, town: Town) -> None:
    ana.types("what is the best pizza in town").presses("Ask a coordinator")
    ana.fills("Your question", "Can you call her at 312-867-5309?").presses("Send").sees("can't take that detail")
    town.work()
    assert "867-5309" not in town.everything_posted()


def test_not_what_i_meant_offers_the_runners_up(ana: PersonInTown) -> None:
    ana.types("how do I ask for consent before a referral?").presses("Not what I meant").sees("Then perhaps one of these")


def test_home_shows_topics_and_opens_one(ana: PersonInTown) -> None:
    ana.opens_home().sees("Often asked").presses("Open")
    assert ana.window is not None
