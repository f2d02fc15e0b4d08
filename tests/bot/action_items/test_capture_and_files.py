"""What a typed line, a window and pasted minutes say; and what a spreadsheet or calendar gets. No database."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.action_items.capture import Filled, Lack, Reader, lines_of
from bot.action_items.due import DueRules
from bot.action_items.files import as_csv, as_ics, harmless
from bot.action_items.items import Holder, Item, ItemState

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
READER = Reader(
    "U0DANA00000", NOW, "America/Chicago", DueRules(), {"health-seat": "health-seat"}, {"maria": "U0MARIA00"},
    lambda user: {"U0BO0000000": "Bo"}.get(user, ""), lambda text: ("phone",) if "555" in text else (),
)  # fmt: skip


@pytest.mark.parametrize(("line", "words", "users", "seats", "watchers"), [
    ("<@U0ANA000000> send the flyer by fri", "send the flyer", ("U0ANA000000",), (), ()),
    ("<@U0ANA000000>, <@U0BO0000000> and @health-seat: book it by dec 4", "book it",
     ("U0ANA000000", "U0BO0000000"), ("health-seat",), ()),
    ("@maria send it tomorrow cc <@U0BO0000000>", "send it", ("U0MARIA00",), (), ("U0BO0000000",)),
    ("@me tidy up by fri", "tidy up", ("U0DANA00000",), (), ()),
    ("tidy up by fri", "tidy up", ("U0DANA00000",), (), ()),
    ("<@U0ANA000000> ask <@U0BO0000000> for the list by fri", "ask Bo for the list", ("U0ANA000000",), (), ()),
    ("<@U0ANA000000|ana> read Smith &amp; Sons &lt;draft&gt; by fri", "read Smith & Sons <draft>", ("U0ANA000000",), (), ()),
])  # fmt: skip
def test_a_line_says_who_what_and_who_follows(
    line: str, words: str, users: tuple[str, ...], seats: tuple[str, ...], watchers: tuple[str, ...]
) -> None:
    draft = READER.read(line)
    assert (draft.words, draft.users, draft.seats, draft.watchers) == (words, users, seats, watchers)
    assert draft.is_ready and draft.due is not None


def test_minutes_need_a_person_and_a_date() -> None:
    assert READER.read_minutes("3) send it by dec 4").has(Lack.NOBODY)
    assert READER.read_minutes("- @maria send it").has(Lack.NO_DATE)
    assert READER.read_minutes("[ ] @maria: send it by dec 4").is_ready
    assert READER.read_minutes("Action: @maria send it next friday").only_asks


def test_blank_lines_and_bare_bullets_are_no_lines() -> None:
    assert lines_of("\n - \n* one\n\n2. two\n") == ("* one", "2. two")


def test_the_window_prefers_its_own_fields() -> None:
    draft = READER.read_window(Filled("send it by fri", ("U0BO0000000",), day=date(2026, 12, 4)))
    assert draft.words == "send it by fri" and draft.users == ("U0BO0000000",)
    assert draft.due is not None and draft.due.due == datetime(2026, 12, 4, 23, 0, tzinfo=UTC)
    assert READER.read_window(Filled("send it by fri")).words == "send it"
    assert READER.read_window(Filled("send it", when="whenever")).has(Lack.NO_DATE)
    assert READER.read_window(Filled("send it", day=date(2026, 11, 2))).has(Lack.NO_DATE)


@given(st.text(max_size=300))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    for draft in (READER.read(text), READER.read_minutes(text), READER.read_window(Filled(text))):
        assert draft.users or draft.seats or draft.troubles
        assert "<@U" not in draft.words or "<@U" in text


def item(**other: object) -> Item:
    given: dict[str, object] = {
        "id": 1, "code": "A-BCDFGH", "words": "send the flyer", "state": ItemState.OPEN,
        "due": datetime(2026, 11, 27, 23, 0, tzinfo=UTC), "due_zone": "America/Chicago", "has_time": False,
        "agency": None, "agency_name": "No agency", "holders": (Holder("U0BO0000000"),), "watchers": (), "source": None,
        "created_by": "U0DANA00000", "created_at": NOW,
    }  # fmt: skip
    return Item(**(given | other))  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_a_spreadsheet_runs_nothing_that_somebody_typed(cell: str) -> None:
    assert harmless(cell).startswith("'")
    row = next(row for row in csv.DictReader(io.StringIO(as_csv([item(words=cell)], str).decode("utf-8-sig"))))
    assert row["what"].startswith("'")


def test_the_spreadsheet_says_everything_in_local_time() -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv([item()], lambda user: {"U0BO0000000": "Bo"}[user]).decode("utf-8-sig")))
    assert (row["who"], row["due"], row["state"]) == ("Bo", "2026-11-27 17:00 CST", "open")


def test_the_calendar_file_is_read_back_by_a_calendar() -> None:
    data = as_ics([item(), item(id=2, code="A-2", due=None)], NOW)
    (todo,) = icalendar.Calendar.from_ical(data).walk("VTODO")
    assert todo.decoded("due") == datetime(2026, 11, 27, 23, 0, tzinfo=UTC) and todo["status"] == "NEEDS-ACTION"
