"""The outbox keeps its promises whatever dies in between, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SetClock
from bot.outbox.desk import OutboxDesk
from bot.outbox.records import OutboxRow, State, Verb
from bot.outbox.service import Outbox
from bot.outbox.values import Claim, wait_before
from bot.outbox.writing import enqueue, revise
from bot.problems import PersonError
from bot.settings import Delivery
from bot.store.engine import Store, open_engine

NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
CHANNEL = "C0COORDGRP0"


class Office:
    """An outbox with a clock that stands still until it is moved."""

    def __init__(self, url: str) -> None:
        self.clock = SetClock(NOON)
        self.store = Store(open_engine(url))
        self.outbox = Outbox(self.store, self.clock, Delivery(), "C0COORDINAT")
        self.desk = OutboxDesk(self.store, self.clock)

    def write(self, key: str, target: str = CHANNEL, **more: object) -> bool:
        with self.store.write() as session:
            return enqueue(session, kind="note", subject=key, target=target, key=key, now=self.clock.now(), **more)  # type: ignore[arg-type]

    def claim_one(self) -> Claim:
        claims = [claim for claim in map(self.outbox.claim, self.outbox.due()) if claim]
        assert len(claims) == 1
        return claims[0]

    def row(self, key: str) -> OutboxRow:
        with self.store.read() as session:
            return session.query(OutboxRow).filter_by(dedupe_key=key).one()

    def states(self) -> list[str]:
        with self.store.read() as session:
            return [row.state for row in session.query(OutboxRow).order_by(OutboxRow.id)]

    def later(self, **step: float) -> None:
        self.clock.advance(timedelta(**step))


@pytest.fixture
def office(database_url: str) -> Office:
    return Office(database_url)


def test_the_same_key_is_written_once(office: Office) -> None:
    assert office.write("reminder|7|2026-11-23")
    assert not office.write("reminder|7|2026-11-23")
    assert len(office.states()) == 1


def test_what_a_change_that_failed_wanted_to_say_is_never_said(office: Office) -> None:
    with pytest.raises(RuntimeError), office.store.write() as session:
        enqueue(session, kind="note", subject="1", target=CHANNEL, key="1", now=NOON)
        raise RuntimeError("the change fails")
    assert office.outbox.due() == []


def test_of_eight_workers_one_gets_the_row(office: Office) -> None:
    office.write("one")
    (row_id,) = office.outbox.due()
    won: list[Claim] = []

    def work() -> None:
        if claim := office.outbox.claim(row_id):
            won.append(claim)

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(won) == 1


def test_a_row_waits_for_its_time(office: Office) -> None:
    office.write("later", not_before=NOON + timedelta(hours=1))
    assert office.outbox.due() == []
    office.later(hours=1)
    assert len(office.outbox.due()) == 1


def test_a_channel_gets_one_message_a_second_and_others_need_not_wait(office: Office) -> None:
    for number in range(3):
        office.write(f"a{number}")
    office.write("b", target="C0TASKFORCE")
    assert len([claim for claim in map(office.outbox.claim, office.outbox.due()) if claim]) == 2
    assert office.outbox.due() == []
    office.later(seconds=1)
    assert len(office.outbox.due()) == 1


def test_a_worker_that_dies_leaves_a_doubt_and_not_a_loss(office: Office) -> None:
    office.write("one")
    office.claim_one()
    office.later(seconds=61)
    assert office.outbox.sweep().expired == 1
    assert office.states() == [State.UNKNOWN]
    assert office.outbox.doubtful() == [], "the call may still land: it is too early to look"
    office.later(seconds=91)
    (claim,) = office.outbox.doubtful()
    assert office.outbox.doubtful() == [], "one process looks"
    office.outbox.not_there(claim)
    office.outbox.sent(office.claim_one(), CHANNEL, "1.000001")
    assert office.states() == [State.SENT]


def test_history_is_read_from_the_first_attempt_on(office: Office) -> None:
    office.write("one")
    first = office.claim_one()
    office.outbox.unknown(first, "timeout")
    office.later(minutes=5)
    (looked,) = office.outbox.doubtful()
    office.outbox.not_there(looked)
    office.later(minutes=5)
    assert office.claim_one().first_claimed_at == first.first_claimed_at


def test_that_slack_has_it_counts_even_when_the_lease_ran_out_meanwhile(office: Office) -> None:
    office.write("one")
    slow = office.claim_one()
    office.later(seconds=61)
    office.outbox.sweep()
    office.outbox.sent(slow, CHANNEL, "1.000001")
    office.later(seconds=200)
    assert office.outbox.doubtful() == []
    assert office.states() == [State.SENT]


def test_a_late_word_of_a_worker_that_lost_its_claim_is_ignored(office: Office) -> None:
    office.write("one")
    slow = office.claim_one()
    office.later(seconds=61)
    office.outbox.sweep()
    office.later(seconds=91)
    (looked,) = office.outbox.doubtful()
    office.outbox.not_there(looked)
    office.outbox.sent(office.claim_one(), CHANNEL, "1.000001")
    office.outbox.never(slow, "channel_not_found")
    assert office.states() == [State.SENT]


def test_retry_after_holds_that_channel_back_and_no_other(office: Office) -> None:
    office.write("a1")
    office.write("a2")
    office.write("b", target="C0TASKFORCE")
    claims = {claim.target: claim for claim in map(office.outbox.claim, office.outbox.due()) if claim}
    office.outbox.later(claims[CHANNEL], "ratelimited", timedelta(seconds=30), its_channel=True)
    office.outbox.sent(claims["C0TASKFORCE"], "C0TASKFORCE", "1.000001")
    office.later(seconds=29)
    assert office.outbox.due() == []
    office.later(seconds=2)
    assert len(office.outbox.due()) == 1


def test_what_never_will_work_is_told_to_the_coordinators_once_in_ten_minutes(office: Office) -> None:
    for target in ("C0AAA", "C0BBB", "C0CCC"):
        office.write(target, target=target)
    for claim in [claim for claim in map(office.outbox.claim, office.outbox.due()) if claim]:
        office.outbox.never(claim, "channel_not_found")
    assert len(office.desk.dead()) == 3
    assert office.states().count(State.WAITING) == 1, "one notice for all three"
    office.later(minutes=11)
    notice = office.claim_one()
    assert notice.kind == "outbox.trouble"
    trouble = office.desk.trouble(datetime.fromisoformat(notice.subject))
    assert trouble is not None and len(trouble.dead) == 3


def test_trouble_with_the_notice_itself_is_not_told_by_another_notice(office: Office) -> None:
    office.write("one")
    office.outbox.never(office.claim_one(), "is_archived")
    office.later(minutes=11)
    office.outbox.never(office.claim_one(), "is_archived")
    assert office.states() == [State.DEAD, State.DEAD]


def test_what_comes_too_late_is_dropped_and_becomes_a_line(office: Office) -> None:
    office.write("one", not_after=NOON + timedelta(hours=2))
    office.later(hours=3)
    assert office.outbox.sweep().stale == 1
    office.later(minutes=11)
    notice = office.claim_one()
    trouble = office.desk.trouble(datetime.fromisoformat(notice.subject))
    assert trouble is not None and trouble.stale_by_kind == (("note", 1),)


def test_a_failure_that_may_pass_is_given_up_after_three_days(office: Office) -> None:
    office.write("one")
    for _ in range(74):
        if office.row("one").state == State.WAITING:
            office.outbox.later(office.claim_one(), "team_added_to_org")
        office.later(hours=1, seconds=1)
    assert office.row("one").reason == "gave up: team_added_to_org"
    assert office.row("one").state == State.DEAD


def test_what_waited_through_an_outage_of_ours_is_not_given_up_at_its_first_try(office: Office) -> None:
    office.write("one")
    office.later(days=5)
    office.outbox.later(office.claim_one(), "ratelimited", timedelta(seconds=30))
    assert office.row("one").state == State.WAITING
    office.later(seconds=31)
    office.outbox.unknown(office.claim_one(), "timeout")
    office.later(seconds=91)
    office.outbox.look_later(office.outbox.doubtful()[0], "internal_error")
    assert office.row("one").state == State.UNKNOWN


def test_the_waits_grow_to_an_hour() -> None:
    waits = [wait_before(attempts).total_seconds() for attempts in range(1, 20)]
    assert waits[:4] == [5, 10, 20, 40] and waits == sorted(waits) and waits[-1] == 3600


def test_a_dead_row_is_sent_again_when_a_coordinator_says_so(office: Office) -> None:
    office.write("one", not_after=NOON + timedelta(hours=1))
    office.outbox.never(office.claim_one(), "not_in_channel")
    office.later(days=3)
    dead = office.desk.dead()[0]
    office.desk.retry(dead.id)
    office.outbox.sweep()
    assert office.row("one").state == State.WAITING, "a person's word outweighs not_after"
    with pytest.raises(PersonError):
        office.desk.retry(dead.id)


def test_a_doubtful_row_is_looked_up_before_it_is_sent_again(office: Office) -> None:
    office.write("one")
    office.outbox.never(office.claim_one(), "doubtful: not_in_channel")
    office.desk.retry(office.desk.dead()[0].id)
    assert office.row("one").state == State.UNKNOWN
    assert len(office.outbox.doubtful()) == 1


def test_a_dismissed_row_is_gone(office: Office) -> None:
    office.write("one")
    office.outbox.never(office.claim_one(), "not_in_channel")
    office.desk.dismiss(office.desk.dead()[0].id)
    assert office.desk.dead() == ()


def test_a_message_that_stands_is_changed_and_one_that_waits_is_not(office: Office) -> None:
    office.write("one")
    office.outbox.sent(office.claim_one(), CHANNEL, "1.000001")
    with office.store.write() as session:
        assert revise(session, kind="note", subject="one", now=NOON) == 1
        assert revise(session, kind="note", subject="one", now=NOON) == 0, "one change that waits is enough"
        assert revise(session, kind="note", subject="other", now=NOON) == 0
    office.later(seconds=1)
    claim = office.claim_one()
    assert claim.verb is Verb.UPDATE and claim.standing is not None and claim.standing.ts == "1.000001"


def test_two_changes_of_one_message_never_race(office: Office) -> None:
    office.write("one")
    office.outbox.sent(office.claim_one(), CHANNEL, "1.000001")
    for _ in range(2):
        office.later(seconds=1)
        with office.store.write() as session:
            revise(session, kind="note", subject="one", now=office.clock.now())
        claims = [claim for claim in map(office.outbox.claim, office.outbox.due()) if claim]
    assert claims == [], "the first change is still on its way"


def test_a_doubtful_change_in_place_is_simply_made_again(office: Office) -> None:
    office.write("one")
    office.outbox.sent(office.claim_one(), CHANNEL, "1.000001")
    office.later(seconds=1)
    with office.store.write() as session:
        revise(session, kind="note", subject="one", now=office.clock.now())
    office.outbox.unknown(office.claim_one(), "timeout")
    office.later(seconds=91)
    office.outbox.sweep()
    assert office.claim_one().verb is Verb.UPDATE


def test_a_change_waits_until_its_message_is_there(office: Office) -> None:
    office.write("one")
    claim = office.claim_one()
    with office.store.write() as session:
        revise(session, kind="note", subject="one", now=NOON)
    office.later(seconds=5)
    assert office.outbox.due() == []
    office.outbox.sent(claim, CHANNEL, "1.000001")
    assert len(office.outbox.due()) == 1


def test_a_message_to_be_pinned_is_pinned_after_it_is_posted(office: Office) -> None:
    office.write("one", pin=True)
    office.outbox.sent(office.claim_one(), CHANNEL, "1.000001")
    office.later(seconds=1)
    assert office.claim_one().verb is Verb.PIN


def test_when_nothing_can_go_out_at_all_no_attempt_is_lost(office: Office) -> None:
    office.write("one")
    office.outbox.give_back(office.claim_one(), "token_revoked")
    office.outbox.beat("token_revoked")
    assert office.row("one").attempts == 0
    health = office.desk.health()
    assert health.halted_because == "token_revoked" and health.stalled and "token_revoked" in health.stalled


def test_delivery_that_sleeps_is_noticed(office: Office) -> None:
    office.outbox.beat()
    assert office.desk.health().stalled is None
    office.later(minutes=6)
    assert "6 minutes ago" in (office.desk.health().stalled or "")


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1)])
def test_a_clock_that_was_wrong_by_a_day_holds_nothing_up(office: Office, jump: timedelta) -> None:
    office.clock.advance(jump)
    office.write("one", not_before=NOON - timedelta(days=2))
    office.claim_one()
    office.clock.advance(-jump + timedelta(seconds=61))
    office.outbox.sweep()
    assert office.states() == [State.UNKNOWN]
    office.later(seconds=91)
    assert len(office.outbox.doubtful()) == 1


def test_old_rows_are_forgotten_and_dead_ones_are_not(office: Office) -> None:
    office.write("one", pin=True)
    office.outbox.sent(office.claim_one(), CHANNEL, "1.000001")
    office.write("two", target="C0TASKFORCE")
    office.outbox.never(office.claim_one(), "is_archived")
    office.later(days=401)
    office.desk.forget_old()
    assert State.SENT not in office.states() and State.DEAD in office.states()
