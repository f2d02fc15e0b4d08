"""Quarterly numbers for the coordinators: whole finished quarters only, small cells kept back, every report remembered.

Each quarter is given out in one report and never in another, so there are no two to subtract; that report stays the same
for ever. rules.md R62-R67.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.audit.service import note
from bot.intake import access
from bot.intake.access import What
from bot.intake.closing import ADDING_UP
from bot.intake.ground import Ground
from bot.intake.numbers import WITHHELD, Shown, Table, months_of, quarter_of, step, table
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
GIVEN_OUT = (
    "{period} was given out before, and shares a quarter with this. A quarter is given out once only: two reports could be "
    "subtracted to find a number below 11. `/referral numbers {period}` shows the first one again."
)
UNFINISHED = "Only whole quarters that are over can be reported, for example 2026-Q3."
Counts = dict[str, dict[str, int]]


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
            _one_at_a_time(session)
            rows = session.scalars(select(ReleasedReport).order_by(ReleasedReport.id)).all()
            same = next((row for row in rows if (row.first_quarter, row.last_quarter) == (first, last)), None)
            if same is not None:
                return Report(first, last, _tables_from(same.published))
            other = next((row for row in rows if row.first_quarter <= last and first <= row.last_quarter), None)
            if other is not None:
                raise PersonError(GIVEN_OUT.format(period=_period(other.first_quarter, other.last_quarter)))
            found = Report(first, last, made(_counted(session, first, last)))
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


def made(counts: Mapping[str, Mapping[str, int]]) -> tuple[Table, ...]:
    """Every table of a report. `counts`: measure -> value -> the real number."""
    closed = sum(counts.get("outcome", {}).values()) - counts.get("outcome", {}).get("withdrawn", 0)
    return (
        *(table(name, counts.get(name, {})) for name in ADDING_UP),
        # whoever was closed wanted something: the needs add up to the closed referrals at least
        table("need", counts.get("need", {}), total="unknown", at_least=closed),
        # in a time that begins and ends with nothing open, as many were sent as ended
        table("sent", counts.get("sent", {}), total="guarded"),
        *(table(name, counts.get(name, {}), total="unknown") for name in ("counter", "checklist", "concern")),
        # need, language and area together say too much about somebody where there are few of them (R15)
        table(GAP, counts.get(GAP, {}), total="unknown", lists_small=False),
    )


def _one_at_a_time(session: Session) -> None:
    """PostgreSQL: two reports at once could each find that the other is not there. SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE released_reports IN SHARE ROW EXCLUSIVE MODE"))


def _counted(session: Session, first: str, last: str) -> Counts:
    found: Counts = defaultdict(lambda: defaultdict(int))
    low, high = months_of(first)[0], months_of(last)[2]
    counts = select(IntakeCount).where(IntakeCount.month.between(low, high), IntakeCount.measure.in_(MEASURES))
    for row in session.scalars(counts):
        found[row.measure][row.value] += row.count
    for gap in session.scalars(select(ReferralGap).where(ReferralGap.month.between(low, high))):
        found[GAP][" · ".join((gap.need, gap.language, gap.area, gap.population))] += gap.count
    return {measure: dict(values) for measure, values in found.items()}


def _period(first: str, last: str) -> str:
    return first if first == last else f"{first} {last}"


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
