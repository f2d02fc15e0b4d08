"""Numbers that may be shown: small cells, and what they could be worked out from, are kept back. Pure; rules.md R62.

1 to 10 becomes "<11"; further cells, or the whole table, are withheld until no small cell can be narrowed down. Which further
cells are withheld never depends on how large they are: whoever knows the rule could otherwise read a number from the choice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

SMALLEST_SHOWN = 11
SMALL = "<11"
WITHHELD = "withheld"
# withheld before others where something beside a small cell must be: what tells readers least
LEAST_TELLING = ("not_said", "not_known", "withdrawn", "no answer", "other_option", "not_reconnected", "later")
# said: stands below the table · guarded: not said, but somebody may know it · unknown: the values add up to nothing
Total = Literal["said", "guarded", "unknown"]
Shown = int | str


@dataclass(frozen=True)
class Table:
    """One measure: (value, number or `<11` or `withheld`) in a steady order, and the total if it may be said.

    No rows and a withheld total: there are too few to show any of it.
    """

    measure: str
    rows: tuple[tuple[str, Shown], ...]
    total: Shown


def table(
    measure: str, counts: Mapping[str, int], *, total: Total = "said", at_least: int = 0, lists_small: bool = True
) -> Table:
    """A table with everything kept back that must be.

    `at_least`: a reader knows that the values add up to so many or more. `lists_small` False: a value of 1 to 10 does not
    even stand there as `<11`, for its name alone would say too much about somebody; the total is not known to anybody then.
    """
    kept = {value: number for value, number in counts.items() if number}
    primary = {value for value, number in kept.items() if number < SMALLEST_SHOWN}
    hidden = complementary(kept, primary, None if total == "unknown" else sum(kept.values()), at_least)
    if hidden is None:
        return Table(measure, (), WITHHELD)
    rows = [(value, _shown(number, value in primary, value in hidden)) for value, number in kept.items()
            if lists_small or value not in primary]  # fmt: skip
    rows.sort(key=lambda row: (-row[1] if isinstance(row[1], int) else 0, row[0]))
    return Table(measure, tuple(rows), sum(kept.values()) if total == "said" else WITHHELD)


def complementary(
    counts: Mapping[str, int], primary: set[str], total: int | None, at_least: int = 0
) -> frozenset[str] | None:
    """Which other cells are withheld so that each small one may still be anything from 1 to 10.

    The reader is reckoned to know the rule: that a withheld cell is 11 or more, and in which order cells are withheld.
    None: nothing helps but to show none of it.
    """
    others = sorted((value for value in counts if value not in primary), key=_order, reverse=True)
    hidden: list[str] = []
    while primary and not (_fits_total(counts, primary, hidden, total) and _fits_bound(counts, primary, hidden, at_least)):
        if not others:
            return None
        hidden.append(others.pop())
    return frozenset(hidden)


def _order(value: str) -> tuple[int, str]:
    place = LEAST_TELLING.index(value) if value in LEAST_TELLING else len(LEAST_TELLING)
    return place, value


def _fits_total(counts: Mapping[str, int], primary: set[str], hidden: Sequence[str], total: int | None) -> bool:
    """From the total, the sum of what is kept back is known; each small cell lies between what the others leave it."""
    if total is None:
        return True
    whole = sum(counts[value] for value in (*primary, *hidden))
    lowest, highest = 1, SMALLEST_SHOWN - 1
    others = len(primary) - 1
    least_left = whole - others * lowest - len(hidden) * SMALLEST_SHOWN
    most_taken = whole - others * highest
    return least_left >= highest and (bool(hidden) or most_taken <= lowest)


def _fits_bound(counts: Mapping[str, int], primary: set[str], hidden: Sequence[str], at_least: int) -> bool:
    """With all other small cells at their most, one that is 1 must still be enough. A withheld cell may be any number."""
    shown = sum(number for value, number in counts.items() if value not in primary)
    return bool(hidden) or shown + (len(primary) - 1) * (SMALLEST_SHOWN - 1) + 1 >= at_least


def _shown(number: int, is_small: bool, is_hidden: bool) -> Shown:
    if is_small:
        return SMALL
    return WITHHELD if is_hidden else number


def quarter_of(month: str) -> str:
    """`2026-11` is in `2026-Q4`."""
    year, number = month.split("-")
    return f"{year}-Q{(int(number) - 1) // 3 + 1}"


def months_of(quarter: str) -> tuple[str, str, str]:
    year, _, number = quarter.partition("-Q")
    first = (int(number) - 1) * 3 + 1
    return (f"{year}-{first:02}", f"{year}-{first + 1:02}", f"{year}-{first + 2:02}")


def step(quarter: str, by: int) -> str:
    """So many quarters later, or earlier."""
    year, _, number = quarter.partition("-Q")
    place = int(year) * 4 + int(number) - 1 + by
    return f"{place // 4}-Q{place % 4 + 1}"
