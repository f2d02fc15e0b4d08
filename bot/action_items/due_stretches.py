"""Stretches of time a phrase may name - a week, "next month", "Q1", "December 2026" - and their ends and starts.

Reads tokens and yields days. A stretch named alone is due on its last day, a week on its last working day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.action_items import due_days as days
from bot.action_items.due_days import PAST, Day, Here, no_day
from bot.action_items.due_tokens import Token
from bot.workdays import ONE_DAY


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day of it. `rolls`: unnamed ("the month"), so the following one is meant when it has gone by."""

    unit: str
    first: date
    end: Day
    rolls: bool = False
    this: bool = False


class Line:
    """A list of tokens with the few questions grammars ask of it."""

    def __init__(self, items: tuple[Token, ...], here: Here) -> None:
        self.items = items
        self.here = here

    def word(self, place: int, *words: str) -> bool:
        return place < len(self.items) and self.items[place].kind == "word" and self.items[place].text in words

    def skip(self, place: int, *words: str) -> int:
        """The place after one of the words, if one stands there."""
        return place + 1 if self.word(place, *words) else place

    def kind(self, place: int, *kinds: str) -> bool:
        return place < len(self.items) and self.items[place].kind in kinds

    def unit(self, place: int, *units: str) -> bool:
        return self.kind(place, "unit") and self.items[place].text in units

    def number(self, place: int) -> int:
        return self.items[place].number

    def year(self, place: int) -> tuple[int | None, int]:
        """A four-digit year, with or without `of` before it."""
        after_of = self.skip(place, "of")
        if self.kind(after_of, "num") and 1900 <= self.number(after_of) <= 2199:
            return self.number(after_of), after_of + 1
        return None, place


class Stretches(Line):
    """Reads stretches and their edges."""

    def stretches(self, place: int) -> Iterator[tuple[Stretch, int]]:
        """`the week`, `next month`, `this quarter`, `december 2026`, `q1`, `2026`, `fiscal year`."""
        start = self.skip(place, "the")
        this, coming = self.word(start, "this"), self.word(start, "next", "coming", "following")
        after = start + (this or coming)
        yield from self._units(after, ahead=int(coming), this=this)
        yield from self._named_months(after, this_or_next=this or coming)
        yield from self._quarters(after)
        yield from self._numbered_months(start)
        yield from self._years(start)

    def _units(self, place: int, *, ahead: int, this: bool) -> Iterator[tuple[Stretch, int]]:
        if self.word(place, "fiscal"):
            end = days.fiscal_year_end(self.here, ahead)
            year_word = place + 2 if self.unit(place + 1, "year") else place + 1
            if end.on:
                yield Stretch("year", end.on - relativedelta(years=1) + ONE_DAY, end), year_word
        if not self.unit(place, "week", "month", "quarter", "year"):
            return
        unit, after = self.items[place].text, place + 1
        if unit == "month" and self.kind(self.skip(after, "of"), "month"):
            yield from self._named_months(self.skip(after, "of"), this_or_next=False)
        if unit == "year":
            yield from self._years(after)
        if self.word(after, "after") and self.word(after + 1, "next"):
            ahead, after = 2, after + 2
        elif self.word(after, "coming"):
            ahead, after = 1, after + 1
        yield self.stretch(unit, ahead, this=this), after

    def stretch(self, unit: str, ahead: int, *, this: bool = False) -> Stretch:
        """The week, month, quarter or year so many ahead of this one."""
        today, rolls = self.here.today, ahead == 0 and not this
        if unit == "week":
            first = days.monday_of(today) + timedelta(weeks=ahead)
            return Stretch(unit, first, self._end_of_week(ahead), rolls, this)
        if unit == "month":
            first = today.replace(day=1) + relativedelta(months=ahead)
            return Stretch(unit, first, days.month_end(self.here, ahead), rolls, this)
        if unit == "quarter":
            end = days.quarter_end(self.here, None, ahead=ahead)
            return Stretch(unit, _first_of(end, 2), end, rolls, this)
        year = today.year + ahead
        end = Day(date(year, 12, 31), "the last day of the year", "period")
        return Stretch(unit, date(year, 1, 1), end, rolls, this)

    def _end_of_week(self, ahead: int) -> Day:
        if ahead == 0:
            return days.this_week(self.here)
        end = replace(days.weeks_ahead(self.here, ahead), ask=False, notes=())
        return end.asking("said on a weekend: which week is next?") if self.here.is_weekend else end

    def _numbered_months(self, place: int) -> Iterator[tuple[Stretch, int]]:
        """`2026-12`, `12/2026`."""
        if not (self.kind(place, "num") and self.word(place + 1, "-", "/") and self.kind(place + 2, "num")):
            return
        first, second = self.number(place), self.number(place + 2)
        year, month = (first, second) if self.word(place + 1, "-") else (second, first)
        if 1900 <= year <= 2199 and 1 <= month <= 12:
            begins = date(year, month, 1)
            end = Day(days.last_of_month(year, month), f"the last day of {begins:%B %Y}", "period")
            yield Stretch("month", begins, end), place + 3

    def _named_months(self, place: int, *, this_or_next: bool) -> Iterator[tuple[Stretch, int]]:
        if not self.kind(place, "month"):
            return
        month = self.number(place)
        year, after = self.year(place + 1)
        chosen = days.month_year(self.here, month, year)
        if year is None and self.word(after, "next") and self.unit(after + 1, "year"):
            chosen, after = self.here.today.year + 1, after + 2
        first = date(chosen, month, 1)
        end = Day(days.last_of_month(chosen, month), f"the last day of {first:%B %Y}", "period")
        yield Stretch("month", first, end.asking("which year?") if this_or_next else end), after

    def _quarters(self, place: int) -> Iterator[tuple[Stretch, int]]:
        number, after = 0, place
        if self.kind(place, "q"):
            number, after = self.number(place), place + 1
        elif self.kind(place, "ord") and self.unit(place + 1, "quarter"):
            number, after = self.number(place), place + 2
        elif self.unit(place, "quarter") and self.kind(place + 1, "num"):
            number, after = self.number(place + 1), place + 2
        if not 1 <= number <= 4:
            return
        year, after = self.year(after)
        end = days.quarter_end(self.here, number, year)
        yield Stretch("quarter", _first_of(end, 2), end), after

    def _years(self, place: int) -> Iterator[tuple[Stretch, int]]:
        if self.word(place + 1, "-", "/") and self.kind(place + 2, "num"):
            return
        if self.kind(place, "num") and len(self.items[place].text) == 4 and 1900 <= self.number(place) <= 2199:
            year = self.number(place)
            end = Day(date(year, 12, 31), f"the last day of {year}", "period")
            yield Stretch("year", date(year, 1, 1), end), place + 1

    def edges(self, place: int) -> Iterator[tuple[Day, int]]:
        """`end of next week`, `mid december`, `beginning of the month`, `early next week`, or the bare stretch."""
        start = self.skip(place, "the")
        if self.word(start, "end", "beginning", "mid", "early", "late", "later"):
            edge = self.items[start].text
            inside = self.skip(self.skip(start + 1, "of", "in"), "of")
            for stretch, after in self.stretches(inside):
                yield self._edge(edge, stretch), after
                yield from self._weekend_edge(after, edge, stretch)
        for stretch, after in self.stretches(place):
            if not self.unit(place, "week", "month", "quarter", "year") or after > place + 1:
                yield bare(stretch), after
        yield from self.weekends(place)

    def _weekend_edge(self, after: int, edge: str, stretch: Stretch) -> Iterator[tuple[Day, int]]:
        """`end of week friday`: a weekday beside the end of a week, when they agree."""
        named = edge == "end" and stretch.unit == "week" and self.kind(after, "weekday")
        if named and stretch.end.on and stretch.end.on.weekday() == self.number(after):
            yield stretch.end, after + 1

    def _edge(self, edge: str, stretch: Stretch) -> Day:
        if edge == "end":
            return stretch.end
        if edge in {"late", "later"}:
            return bare(stretch)
        found = _middle(stretch) if edge == "mid" else _beginning(self.here, stretch)
        if found < self.here.today:
            if not stretch.rolls and stretch.unit != "week":
                return no_day(PAST, ask=True)
            following = self.stretch(stretch.unit, 1)
            found = _middle(following) if edge == "mid" else _beginning(self.here, following)
        return Day(found, f"{edge} in that {stretch.unit}", "period").asking(f"read as {days.spoken(found)}")

    def weekends(self, place: int) -> Iterator[tuple[Day, int]]:
        """`this weekend`, `the weekend`, `next weekend`: its Sunday, always asked."""
        start = self.skip(place, "the")
        named = self.skip(start, "this", "next", "coming", "end")
        named = self.skip(named, "of") if self.word(start, "end") else named
        named = self.skip(named, "the", "this", "next", "coming") if self.word(start, "end") else named
        if not self.unit(named, "weekend"):
            return
        sunday = days.monday_of(self.here.today) + 6 * ONE_DAY
        is_next = any(self.word(index, "next") for index in range(start, named))
        if is_next and self.here.is_weekend:
            sunday += timedelta(weeks=1)
        day = Day(sunday, "the last day of that weekend", "period")
        other = f"could also mean {days.spoken(sunday + timedelta(weeks=1))}"
        yield day.asking(*([other] if is_next else [])), named + 1


def bare(stretch: Stretch) -> Day:
    """A stretch named alone: its end, asked."""
    return stretch.end if stretch.end.ask else stretch.end.asking(f"read as the end of that {stretch.unit}")


def _first_of(end: Day, months_before: int) -> date:
    assert end.on is not None
    return end.on.replace(day=1) - relativedelta(months=months_before)


def _beginning(here: Here, stretch: Stretch) -> date:
    return here.calendar.moved_off_closures(stretch.first) if stretch.unit == "week" else stretch.first


def _middle(stretch: Stretch) -> date:
    if stretch.unit == "week":
        return stretch.first + 2 * ONE_DAY
    if stretch.unit == "month":
        return stretch.first.replace(day=15)
    if stretch.unit == "quarter":
        return stretch.first.replace(day=15) + relativedelta(months=1)
    return stretch.first + relativedelta(months=6)
