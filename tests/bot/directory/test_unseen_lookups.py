"""Look-ups as staff type them, written by somebody who saw none of the code. Never read the file while tuning."""

from __future__ import annotations

from pathlib import Path
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


def figures(path: Path, directory: Directory) -> tuple[int, int, int]:
    """Look-ups, how many begin with the wrong provider, how many show a forbidden one. No words of the file leave here."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    wrong, forbidden = judged(rows, directory)
    return len(rows), len(wrong), len(forbidden)


def test_the_first_provider_is_acceptable_in_95_of_100_unseen_lookups_and_a_forbidden_one_is_never_shown(
    directory: Directory,
) -> None:
    count, wrong, forbidden = figures(UNSEEN, directory)
    print(f"{count} look-ups: {count - wrong} acceptable, {forbidden} with a forbidden provider")
    assert forbidden == 0
    assert wrong <= 0.05 * count


def test_the_lookups_it_was_developed_with_stay_right(directory: Directory) -> None:
    count, wrong, forbidden = figures(DEVELOPED_WITH, directory)
    assert count >= 200 and forbidden == 0 and wrong <= 0.02 * count
