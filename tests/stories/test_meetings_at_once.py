"""Two people are the first to put something on an agenda, at the same moment: the meeting is made once, and both items stand."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

from bot.meetings.agenda import read_typed
from bot.shelves import Shelves
from tests.postgres import Postgres
from tests.town import Town

DAYS = (date(2026, 12, 1), date(2027, 1, 5), date(2027, 2, 2), date(2027, 3, 2), date(2027, 4, 6))


@pytest.fixture
def town(tmp_path: Path, shelves: Shelves, postgres: Postgres) -> Iterator[Town]:
    made = Town(tmp_path, shelves, database_url=postgres.fresh())
    yield made
    made.close()


def test_two_who_add_the_first_item_of_a_meeting_both_succeed(town: Town) -> None:
    meetings = town.services.meetings
    group, both = meetings.series()[0], Barrier(2)

    def add(name: str, day: date) -> str:
        by = town.services.people.who(town.person(name).id)
        both.wait()
        return meetings.add(group, read_typed(f"From {name}"), by=by, key="", planned=day)[1].code

    with ThreadPoolExecutor(2) as pool:
        for day in DAYS:
            codes = set(pool.map(add, ("ana", "bo"), (day, day)))
            assert len(codes) == 1
            assert {"From ana", "From bo"} <= {item.words for item in meetings.meeting(codes.pop()).agenda}
