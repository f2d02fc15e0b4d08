"""Ana refers, Bo answers for River House, nobody answers for the clinic but the telephone."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from bot.intake.records import ReferralState, ReleaseState
from bot.intake.values import Answered, ConsentMissing
from bot.problems import PersonError
from tests.bot.intake.house import ANA, BO, CARMEN, CLINIC, DANA, RIVER, House


def test_a_referral_lives_from_sent_to_closed(house: House) -> None:
    code = house.sends(RIVER).code
    token = house.release(code).token
    assert house.release(code).state is ReleaseState.SENT

    house.minutes_pass(5)
    shown = house.intake.life.open(house.who(BO), token=token)
    assert house.release(code).state is ReleaseState.SEEN
    assert shown.answers == {"help_wanted": ("bed_tonight", "medical"), "language": "es"}, "only what the person allowed"
    assert shown.handoff == "together"

    assert house.intake.life.answer(token, ReleaseState.ACCEPTED, house.who(BO), house.key()).won
    assert house.intake.life.answer(token, ReleaseState.HANDED_OVER, house.who(BO), house.key()).won
    house.intake.life.close(code, "connected", house.who(ANA), house.key())
    assert house.item(code).state is ReferralState.CLOSED
    assert house.item(code).outcome == "connected"


def test_the_owner_hears_of_each_step_and_no_message_says_what_it_is_about(house: House) -> None:
    code = house.sends(RIVER).code
    token = house.release(code).token
    house.intake.life.open(house.who(BO), token=token)
    assert [(kind, target) for kind, target, _ in house.due("referral.answered")] == [("referral.answered-seen", ANA)]
    assert "read by a person" in house.due("referral.answered")[0][2]
    house.intake.life.answer(token, ReleaseState.DECLINED, house.who(BO), house.key(), reason="full")
    answered = house.due("referral.answered")
    assert "cannot take it" in answered[-1][2] and "Ask another place" in answered[-1][2]
    for _, _, text in house.due("referral"):
        for word in ("traffick", "bed", "shelter", "River", "Spanish", "northside", "labor"):
            assert word not in text


def test_when_two_press_at_once_the_first_answer_wins(house: House) -> None:
    code = house.sends(RIVER).code
    token, won = house.release(code).token, list[Answered]()
    start = threading.Barrier(2)

    def press(then: ReleaseState, key: str) -> None:
        start.wait()
        won.append(house.intake.life.answer(token, then, house.who(BO), key, reason="full"))

    pair = [
        threading.Thread(target=press, args=(ReleaseState.ACCEPTED, "one")),
        threading.Thread(target=press, args=(ReleaseState.DECLINED, "two")),
    ]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join()
    assert sorted(each.won for each in won) == [False, True]
    assert len({each.release.state for each in won}) == 1


def test_a_press_that_comes_twice_counts_once(house: House) -> None:
    sent = house.intake.send("P01", house.answers(RIVER), [RIVER], house.who(ANA), "same")
    again = house.intake.send("P01", house.answers(RIVER), [RIVER], house.who(ANA), "same")
    assert sent == again
    assert len(house.intake.own_referrals(house.who(ANA))) == 1
    assert len(house.outbox("referral.for-provider")) == 1


def test_withdrawal_empties_the_referral_at_once_and_tells_the_places(house: House) -> None:
    sent = house.sends(RIVER, CLINIC)
    token = house.release(sent.code).token
    house.intake.life.open(house.who(BO), token=token)
    gone = house.intake.life.withdraw(sent.code.lower().replace("-", " "), house.who(ANA), house.key())
    assert gone.told == 1 and gone.to_call == (CLINIC,)

    from bot.intake.records import Referral, Release

    with house.services.store.read() as session:
        row = session.query(Referral).one()
        assert [row.blob, row.wrapped_key, row.key_name, row.owner, row.agency, row.shares, row.consent_ends] == [None] * 7
        assert [release.provider for release in session.query(Release)] == [None, None]
    assert [(kind, target) for kind, target, _ in house.due("referral.stop")] == [("referral.stop", BO)]
    assert "destroy" in house.due("referral.stop")[0][2]
    for person in (ANA, BO):
        with pytest.raises(PersonError):
            house.intake.life.open(house.who(person), token=token)
    assert house.intake.own_referrals(house.who(ANA)) == ()


def test_nothing_waits_to_be_said_about_a_withdrawn_referral_but_to_stop(house: House) -> None:
    code = house.sends(RIVER, CLINIC).code
    house.intake.life.withdraw(code, house.who(ANA), house.key())
    house.days_pass(15)
    assert not {kind for kind, _, text in house.due("referral") if "withdrawn" not in text and "stopped" not in text}


def test_after_the_consent_has_ended_nobody_opens_it_and_nothing_goes_out(house: House) -> None:
    code = house.sends(RIVER).code
    token = house.release(code).token
    house.days_pass(28)
    for person in (ANA, BO):
        with pytest.raises(ConsentMissing):
            house.intake.life.open(house.who(person), token=token)
    with pytest.raises(ConsentMissing):
        house.intake.life.answer(token, ReleaseState.ACCEPTED, house.who(BO), house.key())
    assert house.due("referral.for-provider") == []
    assert house.due("referral.reminder") == []
    house.intake.life.withdraw(code, house.who(ANA), house.key())


def test_a_place_reached_by_phone_gets_a_call_sheet_and_three_answers(house: House) -> None:
    sent = house.sends(CLINIC)
    assert sent.by_phone == (CLINIC,)
    token = house.release(sent.code).token
    assert [(kind, target) for kind, target, _ in house.due("referral")] == [("referral.call-sheet", ANA)]
    sheet = house.intake.life.open(house.who(ANA), token=token, as_sheet=True)
    assert set(sheet.answers) == {"help_wanted", "language"}, "what may be said, and no more"

    left = house.intake.life.left_message(token, house.who(ANA), house.key())
    assert left.calls == 1 and left.waits
    house.minutes_pass(16)
    assert "referral.call-reminder" in [kind for kind, _, _ in house.due("referral")]
    assert house.intake.life.answer(token, ReleaseState.ACCEPTED, house.who(ANA), house.key()).won
    assert "referral.call-reminder" not in [kind for kind, _, _ in house.due("referral")]
    with pytest.raises(PersonError):
        house.intake.life.answer(token, ReleaseState.DECLINED, house.who(BO), house.key(), reason="full")


def test_a_missed_clock_tonight_reaches_the_coordinators_and_the_staff_member(house: House) -> None:
    code = house.sends(RIVER).code
    house.minutes_pass(16)
    assert [target for kind, target, _ in house.due("referral.reminder")] == [BO]
    house.minutes_pass(15)
    heard = {(kind, target) for kind, target, _ in house.due("referral")}
    assert ("referral.late-unseen", DANA) in heard
    assert ("referral.late-unseen", house.settings.app.channels.coordinators) in heard
    assert ("referral.no-answer", ANA) in heard
    assert "Ask another place" in house.due("referral.no-answer")[0][2]

    house.intake.life.open(house.who(BO), token=house.release(code).token)
    heard = {kind for kind, _, _ in house.due("referral")}
    assert not heard & {"referral.late-unseen", "referral.no-answer", "referral.reminder"}, "no nag about what was done"
    house.minutes_pass(90)
    assert {"referral.late-undecided", "referral.undecided"} <= {kind for kind, _, _ in house.due("referral")}


def test_a_slow_clock_is_told_weekly_and_not_at_once(house: House) -> None:
    house.sends(RIVER, how_soon="later")
    assert house.outbox("referral.late") == []
    house.days_pass(7)
    house.services.tick()
    assert [text for kind, _, text in house.due("referral.week")] and "&lt;11" in house.due("referral.week")[0][2]
    house.services.tick()
    assert len([row for row in house.outbox("referral.week") if row.subject == "2026-11-30"]) == 1


def test_another_place_is_asked_only_with_an_agreement_of_its_own(house: House) -> None:
    code = house.sends(RIVER).code
    house.intake.life.answer(house.release(code).token, ReleaseState.DECLINED, house.who(BO), house.key(), reason="full")
    offered = [match.provider.id for match in house.intake.life.other_places(code, house.who(ANA))]
    assert offered and RIVER not in offered
    with pytest.raises(ConsentMissing):
        house.intake.life.ask_another(code, offered[0], False, house.who(ANA), house.key())
    house.intake.life.ask_another(code, offered[0], True, house.who(ANA), house.key())
    assert house.release(code, 2).state is ReleaseState.SENT
    with pytest.raises(PersonError):
        house.intake.life.ask_another(code, RIVER, True, house.who(ANA), house.key())


def test_a_code_says_nothing_and_no_two_are_alike(house: House) -> None:
    codes = [house.sends(RIVER).code for _ in range(20)]
    assert len(set(codes)) == 20
    assert all(len(code) == 9 and code[4] == "-" and not set(code) & set("AEIOU01") for code in codes)


def test_a_stranger_learns_nothing_from_a_code(house: House) -> None:
    code = house.sends(RIVER).code
    with pytest.raises(PersonError) as real:
        house.intake.life.open(house.who(CARMEN), code=code)
    with pytest.raises(PersonError) as invented:
        house.intake.life.open(house.who(CARMEN), code="BBBB-BBBB")
    assert real.value.sentence == invented.value.sentence


def test_two_weeks_later_the_owner_is_asked_how_it_ended(house: House) -> None:
    code = house.sends(RIVER).code
    house.clock.advance(timedelta(days=14, minutes=1))
    assert [target for _, target, _ in house.due("referral.close-prompt")] == [ANA]
    house.intake.life.close(code, "person_declined", house.who(ANA), house.key())
    assert house.due("referral.close-prompt") == []
