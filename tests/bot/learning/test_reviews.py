"""Fay answers for the privacy lead, Carmen for labor standards, Dana coordinates. On SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.content.entry import Entry
from bot.learning.month import month_figures
from bot.learning.reviews import Reviews
from bot.learning.service import Learning
from bot.learning.tours import Tours
from bot.outbox.records import OutboxRow
from bot.problems import PersonError
from bot.store.engine import Store, open_engine
from bot.workdays import WorkdayCalendar
from tests.bot.learning.test_standing import entry

CHICAGO = ZoneInfo("America/Chicago")
OWNERS = {"Privacy lead": ("U0FAY",), "Labor standards liaison": ("U0CARMEN",)}
BED = entry(id="bed", title="A bed tonight")
WAGES = entry("standard", id="wages", title="Wages", owner="Labor standards liaison", expires=date(2027, 2, 20))
NOBODYS = entry("standard", id="nobodys", title="Nobody's", owner="Weather office", expires=date(2027, 1, 1))
FAR = entry("standard", id="far", title="Far away")


class Clock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self.time = datetime(2027, 2, 1, 15, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(open_engine(database_url))
    yield made
    made.close()


@pytest.fixture
def entries() -> dict[str, Entry]:
    return {item.id: item for item in (BED, WAGES, NOBODYS, FAR)}


@pytest.fixture
def reviews(store: Store, clock: Clock, entries: dict[str, Entry]) -> Reviews:
    return Reviews(
        store, clock, CHICAGO, lambda: entries, lambda role: OWNERS.get(role, ("U0DANA",)), lambda: ("U0DANA",), "C0COORD"
    )


def sent(store: Store) -> list[tuple[str, str, str]]:
    with store.read() as session:
        return [(row.kind, row.subject, row.target) for row in session.scalars(select(OutboxRow).order_by(OutboxRow.id))]


def test_each_owner_gets_one_message_and_what_nobody_owns_goes_to_the_coordinators(reviews: Reviews, store: Store) -> None:
    assert reviews.ask_owners("2027-02") == 3
    assert {(subject, target) for _, subject, target in sent(store)} == {
        ("2027-02|U0FAY|0", "U0FAY"), ("2027-02|U0CARMEN|0", "U0CARMEN"), ("2027-02|U0DANA|0", "U0DANA"),
    }  # fmt: skip
    assert [item.entry.id for item in reviews.asked("2027-02|U0FAY|0")] == ["bed"]


def test_processes_that_begin_the_month_together_ask_once(reviews: Reviews, store: Store) -> None:
    threads = [threading.Thread(target=reviews.ask_owners, args=("2027-02",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sent(store)) == 3


def test_more_than_one_message_holds_is_spread_over_several(
    reviews: Reviews, store: Store, entries: dict[str, Entry]
) -> None:
    entries.update({f"bed-{number}": entry(id=f"bed-{number}", title=f"Bed {number}") for number in range(20)})
    reviews.ask_owners("2027-02")
    assert [subject for _, subject, target in sent(store) if target == "U0FAY"] == ["2027-02|U0FAY|0", "2027-02|U0FAY|1"]


def test_a_press_that_slack_delivers_twice_counts_once(reviews: Reviews, store: Store) -> None:
    reviews.say("bed", "right", by="U0FAY", key="press-1")
    assert reviews.say("bed", "right", by="U0FAY", key="press-1").first_by == "U0FAY"
    assert [target for _, _, target in sent(store)] == ["U0DANA"]


def test_the_second_person_closes_a_safety_answer_and_its_new_date_counts_at_once(reviews: Reviews) -> None:
    reviews.say("bed", "right", by="U0FAY", key="1")
    assert reviews.as_confirmed(BED).reviewed == BED.reviewed
    reviews.say("bed", "right", by="U0DANA", key="2")
    assert reviews.as_confirmed(BED).reviewed == date(2027, 2, 1)
    assert [item.id for item in reviews.confirmed()] == ["bed"]
    assert not any(item.is_open for item in reviews.asked("2027-02|U0DANA|second"))


def test_another_process_sees_it_after_its_next_look(
    reviews: Reviews, store: Store, clock: Clock, entries: dict[str, Entry]
) -> None:
    other = Reviews(store, clock, CHICAGO, lambda: entries, lambda role: ("U0CARMEN",), lambda: (), "C0COORD")
    assert other.as_confirmed(WAGES) == WAGES
    reviews.say("wages", "right", by="U0CARMEN", key="1")
    other.refresh()
    assert other.as_confirmed(WAGES).reviewed == date(2027, 2, 1)


def test_only_owners_and_coordinators_vouch(reviews: Reviews) -> None:
    with pytest.raises(PersonError, match="Labor standards liaison"):
        reviews.say("wages", "right", by="U0FAY", key="1")
    with pytest.raises(PersonError, match="second person"):
        reviews.say("bed", "right", by="U0FAY", key="2")
        reviews.say("bed", "right", by="U0FAY", key="3")
    with pytest.raises(PersonError, match="not in the knowledge base"):
        reviews.say("gone", "right", by="U0DANA", key="4")


def test_needs_work_reaches_the_coordinators_once_a_day(reviews: Reviews, store: Store, clock: Clock) -> None:
    reviews.say("wages", "needs-work", by="U0CARMEN", key="1")
    reviews.say("wages", "needs-work", by="U0CARMEN", key="2")
    assert [target for kind, _, target in sent(store) if kind == "review.needs-work"] == ["C0COORD"]
    assert reviews.as_confirmed(WAGES).is_stale(date(2027, 2, 1))


def test_what_was_said_long_ago_is_forgotten(reviews: Reviews, clock: Clock) -> None:
    reviews.say("wages", "needs-work", by="U0CARMEN", key="1")
    clock.time += timedelta(days=401)
    reviews.ask_owners("2028-03")
    reviews.refresh()
    assert reviews.standing(WAGES).needs_work_by is None


def test_a_month_begins_on_its_first_working_day(store: Store, clock: Clock, reviews: Reviews) -> None:
    learning = Learning(
        store, clock, CHICAGO, WorkdayCalendar("US", "IL"), time(8, 30), Tours(store, clock), reviews, "C0COORD"
    )
    assert learning.begins(date(2027, 1, 20)) == datetime(2027, 1, 4, 8, 30, tzinfo=CHICAGO)
    clock.time = datetime(2027, 1, 4, 8, 29, tzinfo=CHICAGO)
    learning.tick(lambda month: month_figures(month, {("bed", "shown"): 1}, {"bed": BED}, month))
    assert sent(store) == []
    clock.time += timedelta(minutes=1)
    learning.tick(lambda month: month_figures(month, {("bed", "shown"): 1}, {"bed": BED}, month))
    learning.tick(lambda month: month_figures(month, {("bed", "shown"): 1}, {"bed": BED}, month))
    assert [(kind, subject) for kind, subject, target in sent(store) if target == "C0COORD"] == [("learning.month", "2026-12")]


def test_a_card_read_twice_is_one_card(store: Store, clock: Clock) -> None:
    tours = Tours(store, clock)
    for key in ("a", "b", "b"):
        tours.note_read("U0ANA", "danger-first", key=key)
    assert tours.progress("U0ANA").read == {"danger-first"}
    assert tours.finished_by_agency(lambda person: None) == ()
