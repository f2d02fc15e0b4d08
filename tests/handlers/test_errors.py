"""Something goes wrong between Ana and the assistant: nothing is lost, nothing is done twice, and she is told plainly."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.action_items.records import ActionItem
from tests.town import PersonInTown, Town

QUESTION = "what is labor trafficking"
ITEM = "action item: send the flyer draft by tomorrow"


def items(town: Town) -> int:
    with town.services.store.read() as session:
        return session.scalar(select(func.count(ActionItem.id))) or 0


def test_a_reply_that_slack_did_not_take_comes_when_slack_brings_the_question_again(town: Town, ana: PersonInTown) -> None:
    town.slack.add_fault("chat.postMessage", "server_error")
    ana.types(QUESTION)
    town.slack.settle()
    ana.sees("Labor trafficking").does_not_see("Reference")


def test_ana_is_told_when_it_fails_twice_and_answered_a_minute_later(town: Town, ana: PersonInTown) -> None:
    town.slack.add_fault("chat.postMessage", "server_error", times=2)
    ana.types(QUESTION)
    town.slack.settle()
    ana.sees("I try again in a minute").does_not_see("Labor trafficking")
    town.minutes_pass(2, step=1)
    assert "Labor trafficking" in ana.direct_messages()


def test_ana_is_told_that_it_is_over_after_the_last_attempt(town: Town, ana: PersonInTown) -> None:
    # each attempt calls once for the reply; the second one also to say that it goes on
    town.slack.add_fault("chat.postMessage", "server_error", times=5)
    ana.types(QUESTION)
    for seconds in (61, 301):
        town.slack.advance(seconds)
        town.slack.settle()
    assert "Something went wrong on my side" in ana.direct_messages()
    assert "Labor trafficking" not in ana.direct_messages()


def test_an_item_whose_reply_failed_is_kept_once(town: Town, ana: PersonInTown) -> None:
    town.slack.add_fault("chat.postMessage", "lost_before", times=2)
    ana.types(ITEM)
    town.minutes_pass(2, step=1)
    assert items(town) == 1
    assert "Kept as" in ana.direct_messages()


def test_a_window_that_does_not_open_is_said_in_the_answer_to_the_command(town: Town, ana: PersonInTown) -> None:
    town.slack.add_fault("views.open", "server_error")
    answer = town.slack.command("ana", "#task-force", "/action")
    assert answer.ok
    ana.goes_to("#task-force").sees("Something went wrong on my side").sees("Reference:")


def test_a_guest_is_refused_in_the_answer_to_the_command(town: Town) -> None:
    guest = next(person for person in town.slack.look("dana")["people"] if person["kind"] == "guest")["id"]
    answer = town.slack.command(guest, "#task-force", "/action")
    assert answer.ok
