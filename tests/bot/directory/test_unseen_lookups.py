"""Look-ups as staff type them, written by somebody who saw none of the code. Never read the file while tuning."""

from __future__ import annotations

from typing import Any

import yaml

from bot.directory.index import Directory
from bot.directory.lookup import look_up
from tests.bot.directory.conftest import CHICAGO, HOME, WEDNESDAY

UNSEEN = HOME / "tests" / "questions" / "providers.yaml"
DEVELOPED_WITH = HOME / "tests" / "bot" / "directory" / "lookups.yaml"


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


def test_the_first_provider_is_acceptable_in_95_of_100_unseen_lookups_and_a_forbidden_one_is_never_shown(
    directory: Directory,
) -> None:
    rows = yaml.safe_load(UNSEEN.read_text(encoding="utf-8"))
    wrong, forbidden = judged(rows, directory)
    print(f"{len(rows)} look-ups: {len(rows) - len(wrong)} acceptable, {len(forbidden)} with a forbidden provider")
    assert not forbidden, f"{len(forbidden)} look-ups show a forbidden provider"
    assert len(wrong) <= 0.05 * len(rows), f"{len(wrong)} of {len(rows)} look-ups begin with the wrong provider"


def test_the_lookups_it_was_developed_with_stay_right(directory: Directory) -> None:
    rows = yaml.safe_load(DEVELOPED_WITH.read_text(encoding="utf-8"))
    wrong, forbidden = judged(rows, directory)
    assert not forbidden, [rows[place]["q"] for place in forbidden]
    assert len(wrong) <= 3, [rows[place]["q"] for place in wrong]
