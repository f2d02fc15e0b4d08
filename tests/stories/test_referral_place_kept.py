"""Going back, changing one answer, closing a window, coming back, and a restart of the bot in the middle."""

from __future__ import annotations

from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Walker, rows
from tests.town import PersonInTown, Town, words

UP_TO_CONSENT = {**SAFE, **GROWN, "agreed": "Yes"}
UP_TO_NEEDS = {**UP_TO_CONSENT, **AGREED}


def test_progress_says_which_of_how_many(ana: PersonInTown) -> None:
    ana.types("/refer P01").sees("1 of 7").presses("No").sees("2 of 7")


def test_back_shows_the_step_before_with_its_answers(ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("No")
    Walker(ana, SAFE).goes(most=1)
    ana.sees("Could the person be under 18?").presses("Back").sees("Is it safe for you")
    window = ana.window
    assert window is not None
    chosen = {b["block_id"]: b["element"]["initial_option"]["value"] for b in window["blocks"] if b["type"] == "input"}
    assert chosen == {"q.safe_to_go_on": "yes", "q.self_harm": "no"}
    ana.submits().sees("Could the person be under 18?")
    ana.presses("Back").presses("Back").sees("You answered: No").presses("No").sees("Could the person be under 18?")


def test_one_answer_is_changed_before_sending_and_the_others_stay(ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**UP_TO_NEEDS, **NEEDED, "providers": ["1"]}).goes()
    ana.sees("This week  _(kept sealed)_")
    window = ana.window
    assert window is not None
    button = next(b["accessory"] for b in window["blocks"] if b["type"] == "section" and "How soon?" in b["text"]["text"])
    ana.town.slack.press("ana", button["action_id"], view=window["id"])
    ana.town.slack.settle()
    ana.sees("What is needed").chooses("How soon?", "Tonight").submits()
    ana.sees("Check and go on").sees("Tonight  _(kept sealed)_").sees("Spanish").sees("Medical care")


def test_help_lies_on_top_of_a_step_and_what_was_filled_in_stays(ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("No")
    ana.chooses("Is it safe for you", "Yes").presses("Help").sees("Could somebody look at your screen")
    ana.presses("Back to the step").chooses("Is there any sign", "No").submits().sees("Could the person be under 18?")


def test_before_consent_a_closed_window_leaves_nothing(town: Town, ana: PersonInTown) -> None:
    before = rows(town)
    ana.types("/refer P01")
    Walker(ana, UP_TO_CONSENT).goes()
    ana.sees("How was consent given?").presses("Close")
    assert rows(town) == before
    ana.types("/refer").sees("What is it about?").does_not_see("on the way")


def test_after_consent_a_closed_window_keeps_its_place_for_a_while(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_NEEDS).goes()
    ana.sees("What help does the person want?").presses("Close")
    town.minutes_pass(60)
    ana.types("/refer").sees("You left General adult referral on the way").presses("Go on where I was")
    ana.sees("What help does the person want?")
    Walker(ana, {**NEEDED, "providers": ["1"]}).goes().sends()
    ana.sees("Referral sent")
    assert rows(town)["intake_drafts"] == 0


def test_a_kept_place_is_gone_after_a_day(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_NEEDS).goes()
    ana.presses("Close")
    town.minutes_pass(25 * 60, step=600)
    ana.types("/refer").sees("What is it about?").does_not_see("on the way")


def test_a_kept_place_can_be_forgotten(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_NEEDS).goes()
    ana.presses("Close").types("/refer").presses("Forget it").does_not_see("on the way")
    assert rows(town)["intake_drafts"] == 0


def test_nobody_sees_the_place_of_another(town: Town, ana: PersonInTown, carmen: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_NEEDS).goes()
    carmen.types("/refer").sees("What is it about?").does_not_see("on the way")


def test_a_restart_before_consent_loses_nothing(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("No")
    Walker(ana, SAFE).goes(most=1)
    town.restart()
    Walker(ana, {**GROWN, **AGREED, **NEEDED, "providers": ["1"]}).goes().sends()
    ana.sees("Referral sent")


def test_a_restart_after_consent_loses_nothing(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, UP_TO_NEEDS).goes()
    town.restart()
    Walker(ana, {**NEEDED, "providers": ["1"]}).goes().sends()
    ana.sees("Referral sent")


def test_a_window_left_open_for_hours_says_so_and_keeps_nothing(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01").presses("No")
    town.minutes_pass(130, step=65)
    Walker(ana, SAFE).goes(most=1)
    ana.sees("open for too long")


def test_pressing_send_twice_sends_once(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**UP_TO_NEEDS, **NEEDED, "providers": ["1"]}).goes().sends()
    ana.sees("Referral sent")
    assert rows(town)["referrals"] == 1


def test_a_window_opens_while_somebody_else_holds_the_database(town: Town, ana: PersonInTown) -> None:
    """Nothing is written before it stands: a trigger lives three seconds, a busy disk may take longer."""
    with town.services.store.write():
        ana.types("/refer P01").sees("Is anyone in immediate danger").presses("No").sees("Is it safe for you")
    assert ana.window is not None


def test_send_pressed_again_because_nobody_answered_says_the_same_code_and_sends_nothing(town: Town, ana: PersonInTown) -> None:
    ana.types("/refer P01")
    Walker(ana, {**UP_TO_NEEDS, **NEEDED, "providers": ["1"]}).goes().sends()
    window = ana.sees("Referral sent").window
    assert window is not None
    before = rows(town)
    courier = town.slack._w.courier
    pressed = next(each for each in reversed(courier.log) if each.payload.get("type") == "view_submission")
    again = courier.send(pressed.kind, pressed.payload)
    assert again.done.wait(10) and again.answer is not None
    said = words(again.answer["view"])
    assert "Referral sent" in said and "withdraw at any time" in said.casefold()
    code = said.split("Code ")[1].split()[0].strip("*")
    assert code in words(window)
    assert rows(town) == before
