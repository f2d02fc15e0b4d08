"""Hours as people type them."""

from __future__ import annotations

import pytest

from bot.paid_hours.hours import minutes_in, said


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("2.5", 150), ("2,25", 135), ("3", 180), ("3 hours", 180), ("2h30", 150), ("2 h 30 min", 150), ("1:15", 75),
     ("90 min", 90), ("1 hour and 5 minutes", 65), ("24", 1440)],
)  # fmt: skip
def test_a_stretch_of_time_is_read_as_it_is_meant(typed: str, minutes: int) -> None:
    assert minutes_in(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "0.0", "25", "2h75", "-2", "two", "2 for the Tuesday meeting", "1441 min"])
def test_what_is_no_stretch_of_one_day_is_not_guessed(typed: str) -> None:
    assert minutes_in(typed) is None


def test_it_is_said_in_hours_and_minutes() -> None:
    assert [said(minutes) for minutes in (150, 120, 45)] == ["2 h 30 min", "2 h", "45 min"]
