"""What the coordinators read of a month: counts of topics, and nothing that points to a person."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from bot.learning.month import hidden_when_small, month_figures
from bot.learning.tours import mistakes
from bot.shelves import Shelves
from bot.views.month import month_text
from bot.views.month_picture import month_picture

NOVEMBER = date(2026, 11, 1)
COUNTS = {
    ("first-five-minutes", "shown"): 12, ("first-five-minutes", "helped"): 4, ("indicators-general", "shown"): 30,
    ("indicators-general", "not-meant"): 2, ("theme:referrals", "unsure"): 3, ("theme:referrals", "close"): 9,
    ("off-topic", "off-topic"): 5, ("self-harm", "card"): 2,
}  # fmt: skip


def test_the_most_asked_comes_first_and_every_count_is_said_in_words(shelves: Shelves) -> None:
    figures = month_figures(NOVEMBER, COUNTS, shelves().library.entries, NOVEMBER)
    assert [topic.shown for topic in figures.asked] == [30, 12]
    assert (figures.shown, figures.helped, figures.not_meant, figures.off_topic) == (42, 4, 2, 5)
    text = month_text(figures)
    for words in ("November 2026", "(helped 4)", "2 of 30", "Referrals: 3", "off topic 5"):
        assert words in text


def test_a_small_count_about_people_is_hidden(shelves: Shelves) -> None:
    figures = month_figures(NOVEMBER, COUNTS, shelves().library.entries, NOVEMBER)
    assert figures.cards == "<11"
    assert "safety cards <11" in month_text(figures)


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (1, "<11"), (10, "<11"), (11, "11")])
def test_one_to_ten_is_less_than_eleven(count: int, shown: str) -> None:
    assert hidden_when_small(count) == shown


def test_entries_that_are_gone_are_not_counted(shelves: Shelves) -> None:
    assert month_figures(NOVEMBER, {("long-gone", "shown"): 9}, shelves().library.entries, NOVEMBER).is_empty


def test_what_is_overdue_is_named_and_what_is_soon_due_is_counted(shelves: Shelves) -> None:
    entries = shelves().library.entries
    late = date(2027, 2, 20)
    listed = [entry for entry in entries.values() if entry.tier == "safety"]
    figures = month_figures(NOVEMBER, COUNTS, entries, late, due=listed)
    assert len(figures.overdue) == len(listed)
    assert f"and {len(listed) - 8} more" in month_text(figures)


def test_the_picture_grows_with_what_it_shows(shelves: Shelves) -> None:
    entries = shelves().library.entries
    few = Image.open(BytesIO(month_picture(month_figures(NOVEMBER, COUNTS, entries, NOVEMBER))))
    tour = [("Department of Public Health", 3), ("Housing Services", 1)]
    more = Image.open(BytesIO(month_picture(month_figures(NOVEMBER, COUNTS, entries, NOVEMBER, tour))))
    assert few.format == "PNG"
    assert few.width == more.width == 1200
    assert more.height > few.height


def test_the_self_check_explains_each_wrong_or_missing_answer(shelves: Shelves) -> None:
    tour = shelves().library.tours["first-week"]
    right = [question.answer for question in tour.questions]
    assert mistakes(tour, right) == {}
    assert mistakes(tour, [right[0], None]) == {1: tour.questions[1].because, 2: tour.questions[2].because}
