"""Ana, Bo and Carmen keep, finish, put off and hand on action items; Dana coordinates."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.action_items.capture import Lack
from bot.action_items.ground import BATCH, CARD, WATCHED
from bot.action_items.items import ItemState, Scope
from bot.outbox.records import Verb
from bot.problems import PersonError

from .parts import ANA, BO, CARMEN, DANA, ELI, HAL, NIA, Room


@pytest.fixture
def room(database_url: str) -> Room:
    return Room(database_url)


def test_dana_keeps_an_item_in_one_line_and_ana_hears_of_it(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send the flyer draft by fri 3pm cc <@{CARMEN}>")
    assert item.words == "send the flyer draft" and item.users == (ANA,) and item.watchers == (CARMEN,)
    assert item.due == datetime(2026, 11, 27, 21, tzinfo=UTC) and item.agency == "public-health"
    assert [row.target for row in room.rows(BATCH)] == [ANA]


def test_the_same_delivery_again_keeps_nothing_twice_and_answers_the_same(room: Room) -> None:
    first = room.capture(f"<@{ANA}> send it by fri", key="trigger|1")
    again = room.capture(f"<@{ANA}> send it by fri", key="trigger|1")
    assert again.id == first.id
    assert len(room.items.list(Scope.ALL, room.who(DANA))) == 1 and len(room.rows(BATCH)) == 1


def test_two_people_and_a_seat_can_share_an_item(room: Room) -> None:
    item = room.capture(f"<@{ANA}> and <@{BO}>, @family-seat: prepare the room by dec 4")
    assert item.users == (ANA, BO, ELI)
    assert item.holders[2].seat_name == "Family Services seat"


def test_a_date_that_could_mean_two_days_is_asked_and_not_kept(room: Room) -> None:
    item = room.capture(f"<@{ANA}> review the list next friday")
    assert item.due is None
    draft = room.items.reader(room.who(DANA)).read("review the list next friday")
    assert draft.has(Lack.UNSURE_DATE) and draft.due is not None and draft.due.due is not None
    kept = room.items.set_due(item.id, draft.due.due, False, room.who(DANA), room.key())
    assert kept.due is not None


def test_a_missing_date_is_asked_for_in_the_creators_morning(room: Room) -> None:
    room.capture(f"<@{ANA}> look into the van")
    room.days_pass(1.5)
    (day,) = room.mornings(DANA)
    (line,) = room.items.morning_lines(DANA, date.fromisoformat(day))
    assert line.asks_for_date and room.mornings(ANA) == []


@pytest.mark.parametrize(("line", "lack"), [
    (f"<@{ANA}> by fri", Lack.NOTHING_TO_DO),
    ("@zebedee send it by fri", Lack.UNKNOWN_NAME),
    (f"<@{ANA}> call 312 555 0187 by fri", Lack.DETAILS),
    ("x" * 2000, Lack.TOO_LONG),
])  # fmt: skip
def test_a_line_that_cannot_be_kept_says_why_and_nothing_is_kept(room: Room, line: str, lack: Lack) -> None:
    assert room.refused(line).has(lack)
    assert room.items.list(Scope.ALL, room.who(DANA)) == () and room.rows() == []


def test_guests_are_refused(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by fri")
    for verb in (
        lambda: room.capture("do it by fri", by=HAL),
        lambda: room.items.done(item.id, room.who(HAL), room.key()),
        lambda: room.items.list(Scope.MINE, room.who(HAL)),
    ):
        with pytest.raises(PersonError):
            verb()


def test_done_can_be_undone_for_ten_minutes(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by fri")
    assert room.items.done(item.id, room.who(ANA), room.key()).item.may_undo
    assert room.items.undo(item.id, room.who(ANA), room.key()).item.state is ItemState.OPEN
    room.items.done(item.id, room.who(ANA), room.key())
    room.clock.advance(timedelta(minutes=11))
    with pytest.raises(PersonError):
        room.items.undo(item.id, room.who(ANA), room.key())


def test_of_two_who_press_at_once_one_wins_and_the_other_sees_who(room: Room) -> None:
    item = room.capture(f"<@{ANA}> <@{BO}> send it by fri")
    told: dict[str, object] = {}
    barrier = threading.Barrier(2)

    def press(user: str) -> None:
        barrier.wait()
        told[user] = room.items.done(item.id, room.who(user), f"press|{user}")

    people = [threading.Thread(target=press, args=(user,)) for user in (ANA, BO)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    by_other = sorted(answer.by_other for answer in told.values())  # type: ignore[attr-defined]
    assert by_other == [False, True]
    assert len({answer.item.done_by for answer in told.values()}) == 1  # type: ignore[attr-defined]


def test_the_same_press_again_answers_as_the_first_did(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by fri")
    first = room.items.done(item.id, room.who(ANA), "press|1")
    again = room.items.done(item.id, room.who(ANA), "press|1")
    assert first.by_other == again.by_other is False and again.item.state is ItemState.DONE


def test_every_message_an_item_stands_in_changes_and_again_when_undo_is_over(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by wed")
    room.days_pass(1)
    assert room.mornings(ANA) == ["2026-11-24"]
    room.items.done(item.id, room.who(ANA), room.key())
    changes = [(row.kind, row.not_before - room.clock.now()) for row in room.rows(verb=Verb.UPDATE)]
    assert {kind for kind, _ in changes} == {BATCH, "action.morning"}
    assert {wait for _, wait in changes} == {timedelta(0), timedelta(minutes=10)}
    (line,) = room.items.morning_lines(ANA, date(2026, 11, 24))
    assert line.item.state is ItemState.DONE


def test_a_morning_message_that_has_nothing_left_to_say_is_not_sent(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by wed")
    room.clock.advance(timedelta(days=1))
    room.items.tick()
    room.items.done(item.id, room.who(ANA), room.key())
    room.post()
    assert room.mornings(ANA) == []


def test_put_off_past_the_due_date_the_item_is_silent_until_then(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by wed")
    room.items.snooze(item.id, date(2026, 12, 1), room.who(ANA), room.key())
    room.days_pass(10)
    assert room.mornings(ANA)[0] == "2026-12-01"
    assert room.items.item(item.id).due == item.due, "the due date itself stays"


def test_tomorrow_and_next_monday_are_meant_on_ones_own_calendar(room: Room) -> None:
    room.lives_in(ANA, "Pacific/Auckland")
    days = room.items.days_to_snooze(ANA)
    assert days == {"tomorrow": date(2026, 11, 25), "monday": date(2026, 11, 30)}


def test_what_is_not_mine_goes_to_somebody_else_with_a_word_why(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by fri")
    told = room.items.reassign(item.id, BO, None, "Bo has the file", room.who(ANA), room.key())
    assert told.item.users == (BO,) and told.item.agency == "housing-services"
    assert [row.target for row in room.rows(CARD)] == [BO]
    with pytest.raises(PersonError):
        room.items.reassign(item.id, HAL, None, "guests have none", room.who(BO), room.key())
    with pytest.raises(PersonError):
        room.items.reassign(item.id, ELI, None, "her number is 555 0187", room.who(BO), room.key())


def test_what_is_blocked_rests_and_stands_on_the_next_agenda(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by wed")
    room.items.block(item.id, "waits for the printer", room.who(ANA), room.key())
    assert [blocked.blocked_because for blocked in room.items.blocked_for_agenda()] == ["waits for the printer"]
    room.days_pass(4)
    assert room.mornings(ANA) == []
    room.items.unblock(item.id, room.who(ANA), room.key())
    room.days_pass(4)
    assert room.mornings(ANA) != [] and room.items.blocked_for_agenda() == ()


def test_strangers_to_an_item_cannot_change_it(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by fri")
    with pytest.raises(PersonError):
        room.items.done(item.id, room.who(CARMEN), room.key())
    assert not room.items.done(item.id, room.who(DANA), room.key()).by_other


def test_members_see_what_concerns_them_and_coordinators_everything(room: Room) -> None:
    room.capture(f"<@{ANA}> one by fri")
    room.capture(f"<@{BO}> two by fri")
    room.capture("@family-seat three by fri")
    assert [item.words for item in room.items.list(Scope.MINE, room.who(ANA))] == ["one"]
    assert [item.words for item in room.items.list(Scope.MINE, room.who(ELI))] == ["three"]
    assert [item.words for item in room.items.list(Scope.AGENCY, room.who(NIA))] == ["three"]
    assert len(room.items.list(Scope.ALL, room.who(DANA))) == 3
    with pytest.raises(PersonError):
        room.items.list(Scope.ALL, room.who(ANA))
    room.clock.advance(timedelta(days=7))
    assert [item.words for item in room.items.list(Scope.OVERDUE, room.who(BO))] == ["two"]


def test_whoever_follows_an_item_hears_when_it_is_done_and_cannot_be_undone(room: Room) -> None:
    item = room.capture(f"<@{ANA}> send it by fri cc <@{CARMEN}>")
    room.items.done(item.id, room.who(ANA), room.key())
    (row,) = room.rows(WATCHED)
    assert row.target == CARMEN and row.not_before == room.clock.now() + timedelta(minutes=10)


def test_the_digest_counts_by_agency(room: Room) -> None:
    room.capture(f"<@{ANA}> one by wed")
    room.capture(f"<@{BO}> two by dec 11")
    done = room.capture(f"<@{BO}> three by dec 11")
    room.items.done(done.id, room.who(BO), room.key())
    room.clock.advance(timedelta(days=4))
    digest = room.items.digest(date(2026, 11, 23))
    counts = {count.name: (count.open, count.overdue, count.done_this_week) for count in digest.agencies}
    assert counts == {"Department of Public Health": (1, 1, 0), "Housing Services": (1, 0, 1)}
    assert [item.words for item in digest.oldest] == ["one"]
