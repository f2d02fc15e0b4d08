"""Look-ups as staff type them, written by somebody who saw none of the code. Never read the file while tuning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.directory.index import Directory
from bot.directory.lookup import look_up
from tests.bot.directory.conftest import CHICAGO, HOME, WEDNESDAY

UNSEEN = HOME / "tests" / "questions" / "providers.yaml"
HELD_OUT = HOME / "tests" / "questions" / "providers-held-out.yaml"
DEVELOPED_WITH = (HOME / "tests" / "bot" / "directory" / "lookups.yaml", HOME / "tests" / "dev-questions" / "providers.yaml")


def judged(rows: list[dict[str, Any]], directory: Directory) -> tuple[list[int], list[int]]:
    """Places of the rows whose first provider is not acceptable, and of those that show a forbidden one."""
    wrong, forbidden = [], []
    for place, row in enumerate(rows):
        shown = [match.id for match in look_up(row["q"], directory, WEDNESDAY, CHICAGO).matches]
        nothing_is_right = not row["accept"] or bool(row.get("or_none"))
        if not (shown[0] in row["accept"] if shown else nothing_is_right):
            wrong.append(place)
        if set(shown) & set(row.get("forbid") or ()):
            forbidden.append(place)
    return wrong, forbidden


def figures(path: Path, directory: Directory) -> tuple[int, int, int]:
    """Look-ups, how many begin with the wrong provider, how many show a forbidden one. No words of the file leave here."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    wrong, forbidden = judged(rows, directory)
    return len(rows), len(wrong), len(forbidden)


@pytest.mark.parametrize(("path", "floor", "allowed"), [(UNSEEN, 0.95, 0), (HELD_OUT, 0.90, 1)], ids=["unseen", "held-out"])
def test_the_first_provider_is_acceptable_in_nearly_all_unseen_lookups_and_a_forbidden_one_hardly_ever(
    path: Path, floor: float, allowed: int, directory: Directory,
) -> None:
    count, wrong, forbidden = figures(path, directory)
    print(f"{count} look-ups: {count - wrong} acceptable, {forbidden} with a forbidden provider")
    assert forbidden <= allowed
    assert wrong <= (1 - floor) * count


@pytest.mark.parametrize("path", DEVELOPED_WITH, ids=lambda path: path.stem)
def test_the_lookups_it_was_developed_with_stay_right(path: Path, directory: Directory) -> None:
    count, wrong, forbidden = figures(path, directory)
    assert count >= 100 and forbidden == 0 and wrong <= 0.02 * count


@pytest.mark.parametrize(("asked", "never"), [
    ("30 year old woman needs a bed", "ex-northgate-mens"), ("where can a trans teen stay", "ex-river-house"),
    ("23 f couch to couch", "ex-northgate-mens"), ("who can house a man and his 14 yr old son tonight", "ex-youth-shelter"),
    ("pregnant girl 17 shelter", "ex-river-house"),
])  # fmt: skip
def test_nobody_is_sent_where_they_are_not_taken(asked: str, never: str, directory: Directory) -> None:
    found = look_up(asked, directory, WEDNESDAY, CHICAGO).matches
    assert found and never not in {match.id for match in found}


@pytest.mark.parametrize("asked", ["report child abuse", "cps hotline", "linea de abuso infantil", "kid being abused, call who"])
def test_carmen_asks_about_a_child_and_is_given_a_line_for_children(asked: str, directory: Directory) -> None:
    assert look_up(asked, directory, WEDNESDAY, CHICAGO).matches[0].id == "nat-childhelp"
