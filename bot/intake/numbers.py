"""Numbers that may be shown: small cells, and what they could be worked out from, are kept back. Pure; rules.md R62, R63.

1 to 10 becomes "<11"; further cells, or the total, are withheld until no small cell can be narrowed down. A report that,
together with earlier ones, would fix a small number by subtraction is refused as a whole.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SMALLEST_SHOWN = 11
SMALL = "<11"
WITHHELD = "withheld"
# every way to combine quarters is tried, so there are not too many of them: three years
MOST_QUARTERS = 12
Shown = int | str
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Table:
    """One measure: (value, number or `<11` or `withheld`) in a steady order, and the total if it may be said.

    No rows and a withheld total: there are too few to show any of it.
    """

    measure: str
    rows: tuple[tuple[str, Shown], ...]
    total: Shown


@dataclass(frozen=True)
class Published:
    """The numbers of one report that were shown: measure -> value -> number, zeros too. `totals`: measures whose sum is known."""

    first: int
    last: int
    cells: Mapping[str, Mapping[str, int]]
    totals: frozenset[str]


def table(measure: str, counts: Mapping[str, int], *, with_total: bool = True) -> Table:
    """A table with everything kept back that must be. `with_total` False: the values do not add up to anything known."""
    kept = {value: number for value, number in counts.items() if number}
    primary = {value for value, number in kept.items() if number < SMALLEST_SHOWN}
    total = sum(kept.values())
    hidden = complementary(kept, primary) if with_total and primary else frozenset[str]()
    if hidden is None:
        return Table(measure, (), WITHHELD)
    rows = [(value, _shown(number, value in primary, value in hidden)) for value, number in kept.items()]
    rows.sort(key=lambda row: (-row[1] if isinstance(row[1], int) else 0, row[0]))
    return Table(measure, tuple(rows), total if with_total else WITHHELD)


def complementary(counts: Mapping[str, int], primary: set[str]) -> frozenset[str] | None:
    """Which other cells are withheld so that, knowing the total, each small one may still be anything from 1 to 10.

    The reader is reckoned to know the rule: that a withheld cell is 11 or more. None: nothing helps but to show none of it.
    """
    others = sorted((number, value) for value, number in counts.items() if value not in primary)
    hidden: list[str] = []
    while not _all_open(counts, primary, hidden):
        if not others:
            return None
        hidden.append(others.pop(0)[1])
    return frozenset(hidden)


def _all_open(counts: Mapping[str, int], primary: set[str], hidden: Sequence[str]) -> bool:
    """From the total, the sum of what is kept back is known; each small cell lies between what the others leave it."""
    whole = sum(counts[value] for value in (*primary, *hidden))
    lowest, highest = 1, SMALLEST_SHOWN - 1
    others = len(primary) - 1
    least_left = whole - others * lowest - len(hidden) * SMALLEST_SHOWN
    most_taken = whole - others * highest
    return least_left >= highest and (bool(hidden) or most_taken <= lowest)


def may_publish(
    new: Published, earlier: Sequence[Published], truth: Mapping[str, Mapping[str, Sequence[int]]], quarters: int
) -> bool:
    """Whether a small number stays hidden once `new` is known besides everything published earlier.

    `truth`: measure -> value -> the real number of each of the `quarters`. Every union of quarters of every value is tried:
    if its number can be worked out by adding and subtracting what was published, it must be 0 or at least 11.
    """
    if quarters > MOST_QUARTERS:
        raise ValueError(f"at most {MOST_QUARTERS} quarters can be looked at together")
    masks = np.array([mask for mask in itertools.product((0, 1), repeat=quarters) if any(mask)], dtype=float)
    return all(_measure_is_safe(measure, values, new, earlier, masks) for measure, values in truth.items())


def _measure_is_safe(
    measure: str, values: Mapping[str, Sequence[int]], new: Published, earlier: Sequence[Published], masks: Numbers
) -> bool:
    reports, names = (*earlier, new), sorted(values)
    if any(measure in report.totals for report in reports):
        return _values_are_safe(measure, names, values, reports, masks)
    # nothing ties the values together: each is looked at alone
    return all(_values_are_safe(measure, [name], values, reports, masks) for name in names)


def _values_are_safe(
    measure: str, names: Sequence[str], values: Mapping[str, Sequence[int]], reports: Sequence[Published], masks: Numbers
) -> bool:
    quarters = masks.shape[1]
    known = [row for report in reports for row in _equations(report, measure, names, quarters)]
    if not known:
        return True
    basis = _row_space(np.array(known))
    for place, name in enumerate(names):
        targets = np.zeros((len(masks), len(names) * quarters))
        targets[:, place * quarters : (place + 1) * quarters] = masks
        fixed = np.abs(targets - (targets @ basis.T) @ basis).max(axis=1) < 1e-6
        sums = masks @ np.array(values[name], dtype=float)
        if bool(np.any(fixed & (sums > 0.5) & (sums < SMALLEST_SHOWN - 0.5))):
            return False
    return True


def _equations(report: Published, measure: str, names: Sequence[str], quarters: int) -> list[Numbers]:
    """Each number shown is a sum over cells: one row of ones and zeros."""
    span = np.zeros(quarters)
    span[report.first : report.last + 1] = 1
    rows: list[Numbers] = []
    for place, name in enumerate(names):
        if name in report.cells.get(measure, {}):
            row = np.zeros(len(names) * quarters)
            row[place * quarters : (place + 1) * quarters] = span
            rows.append(row)
    if measure in report.totals and len(names) > 0:
        rows.append(np.tile(span, len(names)))
    return rows


def _row_space(rows: Numbers) -> Numbers:
    """An orthonormal basis of everything that can be worked out from these sums."""
    _, strength, basis = np.linalg.svd(rows, full_matrices=False)
    return np.asarray(basis[strength > 1e-9])


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
