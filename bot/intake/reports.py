"""Quarterly numbers for the coordinators: whole finished quarters only, small cells kept back, every report remembered.

A report once given out is the same for ever; one that could be subtracted from earlier ones is refused. R62-R67.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.service import note
from bot.intake import access
from bot.intake.access import What
from bot.intake.closing import ADDING_UP
from bot.intake.ground import Ground
from bot.intake.numbers import (
    MOST_QUARTERS,
    WITHHELD,
    Published,
    Shown,
    Table,
    may_publish,
    months_of,
    quarter_of,
    step,
    table,
)  # fmt: skip
from bot.intake.records import IntakeCount, ReferralGap, ReleasedReport
from bot.intake.values import month_of
from bot.outbox.writing import enqueue
from bot.people.person import Person
from bot.problems import PersonError

GAP = "gap"
MEASURES = (*ADDING_UP, "need", "sent", "counter", "checklist", "concern")
CAVEATS = (
    "These are counts of what was referred, not of how much trafficking there is. More may mean more trust or more outreach.",
    "Both forms are shown. Zero labor usually means that labor is not being seen.",
    "A coordinator approves, and people with lived experience read, what leaves the group.",
)
REFUSED = "This period cannot be reported: together with an earlier report it would give a number below 11 away."
UNFINISHED = "Only whole quarters that are over can be reported, for example 2026-Q3."
TOO_FAR = f"Together with earlier reports this would span more than {MOST_QUARTERS} quarters. Choose a later period."
Truth = dict[str, dict[str, list[int]]]


@dataclass(frozen=True)
class Report:
    """What may be shown of one period."""

    first: str
    last: str
    tables: tuple[Table, ...]

    def table(self, measure: str) -> Table:
        return next((found for found in self.tables if found.measure == measure), Table(measure, (), WITHHELD))

    @property
    def period(self) -> str:
        return self.first if self.first == self.last else f"{self.first} to {self.last}"


class Reports:
    """Safe to call from many threads."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def report(self, first: str, last: str, by: Person) -> Report:
        """The numbers of whole quarters, first to last. Raises PersonError: not for you, not over yet, or too revealing."""
        ground = self._ground
        if not access.may(by, What.COUNTS, ground.today()):
            with ground.store.write() as session:
                note(session, by.id[:24], "refused", ground.now(), what=What.COUNTS)
            raise PersonError(access.why_not(by))
        self._demand_finished(first, last)
        with ground.store.write() as session:
            # PostgreSQL: two reports at once could each be harmless alone
            rows = session.scalars(select(ReleasedReport).order_by(ReleasedReport.id).with_for_update()).all()
            same = next((row for row in rows if (row.first_quarter, row.last_quarter) == (first, last)), None)
            if same is not None:
                return Report(first, last, _tables_from(same.published))
            found = self._made(session, first, last, rows)
            session.add(ReleasedReport(first_quarter=first, last_quarter=last, published=_written(found), at=ground.now()))
            note(session, by.id, "numbers", ground.now(), what=found.period)
            return found

    def released(self, first: str, last: str) -> Report | None:
        """A report that was given out, as it was."""
        query = select(ReleasedReport).where(ReleasedReport.first_quarter == first, ReleasedReport.last_quarter == last)
        with self._ground.store.read() as session:
            row = session.scalars(query).first()
        return Report(first, last, _tables_from(row.published)) if row is not None else None

    def send_picture(self, report: Report, to: Person) -> None:
        """The charts, by direct message to the coordinator who asked."""
        now = self._ground.now()
        with self._ground.store.write() as session:
            enqueue(session, kind="referral.numbers", subject=f"{report.first}|{report.last}", target=to.id, now=now,
                    key=f"referral.numbers|{report.first}|{report.last}|{to.id}|{now.isoformat()}")  # fmt: skip

    def last_finished(self) -> str:
        return step(quarter_of(month_of(self._ground.today())), -1)

    def gaps_since(self, moment: datetime) -> int:
        """How many gaps stand in the month of a moment: the weekly digest says only whether there are any."""
        month = month_of(moment.astimezone(self._ground.zone).date())
        with self._ground.store.read() as session:
            return sum(session.scalars(select(ReferralGap.count).where(ReferralGap.month == month)))

    def _demand_finished(self, first: str, last: str) -> None:
        try:
            in_order = step(first, 0) == first and step(last, 0) == last and first <= last <= self.last_finished()
        except (ValueError, IndexError) as error:
            raise PersonError(UNFINISHED) from error
        if not in_order:
            raise PersonError(UNFINISHED)

    def _made(self, session: Session, first: str, last: str, rows: Sequence[ReleasedReport]) -> Report:
        start, whole = _window(first, last, rows)
        truth = _truth(session, start, whole)
        low, high = _place(start, first), _place(start, last)
        counts = {
            measure: {value: sum(numbers[low : high + 1]) for value, numbers in values.items()}
            for measure, values in truth.items()
        }
        tables = tuple(table(name, counts.get(name, {}), with_total=name in ADDING_UP) for name in (*MEASURES, GAP))
        found = Report(first, last, tables)
        earlier = [
            _published(Report(row.first_quarter, row.last_quarter, _tables_from(row.published)), start, truth) for row in rows
            if _overlaps(row, start, whole)
        ]  # fmt: skip
        if not may_publish(_published(found, start, truth), earlier, truth, whole):
            raise PersonError(REFUSED)
        return found


def _window(first: str, last: str, rows: Sequence[ReleasedReport]) -> tuple[str, int]:
    """The quarters that must be looked at together: the asked ones and those of every report that touches them."""
    low, high, grew = first, last, True
    while grew:
        near = [row for row in rows if row.first_quarter <= high and row.last_quarter >= low]
        wider = (min([low, *(row.first_quarter for row in near)]), max([high, *(row.last_quarter for row in near)]))
        grew, (low, high) = wider != (low, high), wider
    whole = _place(low, high) + 1
    if whole > MOST_QUARTERS:
        raise PersonError(TOO_FAR)
    return low, whole


def _overlaps(row: ReleasedReport, start: str, whole: int) -> bool:
    return start <= row.first_quarter and row.last_quarter <= step(start, whole - 1)


def _place(start: str, quarter: str) -> int:
    year, _, number = quarter.partition("-Q")
    first_year, _, first_number = start.partition("-Q")
    return (int(year) - int(first_year)) * 4 + int(number) - int(first_number)


def _truth(session: Session, start: str, whole: int) -> Truth:
    found: Truth = defaultdict(lambda: defaultdict(lambda: [0] * whole))
    months = {month: place for place in range(whole) for month in months_of(step(start, place))}
    counts = select(IntakeCount).where(IntakeCount.month.in_(months), IntakeCount.measure.in_(MEASURES))
    for row in session.scalars(counts):
        found[row.measure][row.value][months[row.month]] += row.count
    for gap in session.scalars(select(ReferralGap).where(ReferralGap.month.in_(months))):
        found[GAP][" · ".join((gap.need, gap.language, gap.area, gap.population))][months[gap.month]] += gap.count
    return {measure: dict(values) for measure, values in found.items()}


def _published(report: Report, start: str, truth: Truth) -> Published:
    """What a reader of the report knows: the numbers, that what is not listed was zero, and the sum if any table tells it."""
    cells: dict[str, dict[str, int]] = {}
    for each in report.tables:
        if not each.rows and each.measure in ADDING_UP and any(any(n) for n in truth.get(each.measure, {}).values()):
            continue  # too few to show any: nothing is known, not even what is zero
        listed = dict(each.rows)
        shown = {value: number for value, number in listed.items() if isinstance(number, int)}
        zeros = {value: 0 for value in truth.get(each.measure, {}) if value not in listed}
        cells[each.measure] = {**shown, **zeros}
    tells = any(isinstance(report.table(measure).total, int) for measure in ADDING_UP)
    totals = frozenset(ADDING_UP) if tells else frozenset[str]()
    return Published(_place(start, report.first), _place(start, report.last), cells, totals)


def _written(report: Report) -> str:
    return json.dumps([{"measure": each.measure, "rows": each.rows, "total": each.total} for each in report.tables])


def _tables_from(text: str) -> tuple[Table, ...]:
    found: list[Mapping[str, object]] = json.loads(text)
    return tuple(_table_from(each) for each in found)


def _table_from(kept: Mapping[str, object]) -> Table:
    rows, total = kept["rows"], kept["total"]
    if not isinstance(rows, list):
        raise ValueError("a report in the database cannot be read")
    pairs = tuple((str(value), _shown_from(number)) for value, number in rows)
    return Table(str(kept["measure"]), pairs, _shown_from(total))


def _shown_from(number: object) -> Shown:
    return number if isinstance(number, int) else str(number)
