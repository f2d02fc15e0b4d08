"""Days counted from other days, and the one reading that joins them all: "in two weeks", "the friday before christmas",
"last working day of the month", the next meeting.

Every method yields (day, place after it); `due_grammar` keeps the reading that uses up the whole phrase.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.action_items import due_days as days
from bot.action_items.due_days import PAST, Day, no_day
from bot.action_items.due_named_days import Found, NamedDays
from bot.workdays import ONE_DAY

_DEEPEST = 2


class DayGrammar(NamedDays):
    """Reads one day from a place in the phrase, in every way it can be read."""

    def days(self, place: int, depth: int = 0) -> Found:
        """Every reading that starts here."""
        if depth > _DEEPEST or place >= len(self.items):
            return
        yield from self.numeric(place)
        yield from self.month_and_day(place)
        yield from self.weekdays(place)
        yield from self.near(place)
        yield from self.counted(place, depth)
        yield from self.neighbors(place, depth)
        yield from self.nth(place)
        yield from self.edges(place)
        yield from self.ordinals(place)
        yield from self.weeks_of(place, depth)
        yield from self.in_a_week(place, depth)
        yield from self.holidays(place)
        yield from self.meetings(place)

    def counted(self, place: int, depth: int) -> Found:
        """`in 3 days`, `5 business days`, `a week from Tuesday`, `two days before christmas`, `2 weeks ago`."""
        start = self.skip(place, "in", "within")
        for count, after, soft in self.amounts(start):
            if not self.unit(after, "day", "week", "fortnight", "month", "quarter", "year", "workday") or count == 0:
                continue
            unit, end = self.items[after].text, self.skip(after + 1, "time")
            if self.word(end, "ago"):
                yield no_day(PAST), end + 1
            yield from self._anchored(count, unit, end, depth, soft)
            day = days.later(self.here, count, unit)
            vague = soft or (start == place and self.word(after - 1, "a"))
            yield (day.asking(f"read as {days.amount(count, unit)}") if vague and day.on else day), end

    def _anchored(self, count: int, unit: str, place: int, depth: int, soft: bool) -> Found:
        """`from Tuesday`, `after the meeting`, `before christmas`, `on friday`, `today`."""
        back = self.word(place, "before")
        anchor = place + 1
        if self.word(place, "from") and self.word(anchor, "now"):
            day = days.later(self.here, count, unit)
            yield (day.asking() if soft and day.on else day), anchor + 1
            return
        if not self.word(place, "from", "after", "before", "on"):
            named = self.word(place, "today", "tomorrow") or self.kind(place, "weekday")
            if unit not in {"week", "fortnight"} or not named:
                return
            anchor = place
        for start, after in self.days(anchor, depth + 1):
            if start.on is None:
                yield start, after
                continue
            if start.weekday is not None and unit in {"week", "fortnight"} and not back:
                weeks = count * (2 if unit == "fortnight" else 1)
                yield days.weeks_after(self.here, start, weeks), after
                continue
            read = days.later(self.here, -count if back else count, unit, start.on)
            if read.on:
                ask = soft or start.ask
                read = replace(read, ask=ask, notes=start.notes, meeting=start.meeting)
            yield read, after

    def neighbors(self, place: int, depth: int) -> Found:
        """`the day after tomorrow`, `day before thanksgiving`, `monday after christmas`, `next business day`,
        `the week after thanksgiving`, `first working day after the 1st`."""
        start = self.skip(place, "the")
        counted = self.skip(start, "next", "last", "following")
        if self.kind(counted, "ord") and self.number(counted) == 1:
            counted += 1
        is_unit = self.unit(counted, "day", "workday", "week", "weekend")
        if not is_unit and not self.kind(counted, "weekday"):
            return
        relation = counted + 1
        if self.unit(counted, "workday") and self.word(start, "next", "following"):
            following = self.here.calendar.working_day_after(self.here.today)
            yield Day(following, "the next working day", "relative"), relation
        if not self.word(relation, "before", "after", "from", "following"):
            return
        if self.unit(counted, "week") and counted == place and self.word(relation, "from"):
            yield from self._anchored(1, "week", relation, depth, soft=False)
            return
        back = self.word(relation, "before")
        for anchor, after in self.days(relation + 1, depth + 1):
            yield (self._beside(counted, anchor, back) if anchor.on else anchor), after

    def _beside(self, place: int, anchor: Day, back: bool) -> Day:
        assert anchor.on is not None
        on, step = anchor.on, -ONE_DAY if back else ONE_DAY
        if self.kind(place, "weekday"):
            found = on + step
            while found.weekday() != self.number(place):
                found += step
            return replace(anchor, on=found, family="date", weekday=None, why="counted from that day")
        unit = self.items[place].text
        if unit == "workday":
            return replace(days.later(self.here, -1 if back else 1, "workday", on), ask=anchor.ask, notes=anchor.notes)
        if unit == "day":
            why = f"the day {'before' if back else 'after'} {days.spoken(on)}"
            return replace(anchor, on=on + step, family="relative", weekday=None, why=why)
        if unit == "weekend":
            sunday = days.monday_of(on) + timedelta(days=-1 if back else 6)
            return replace(anchor, on=sunday, family="period", weekday=None).asking("read as that Sunday")
        return days.week_of(self.here, replace(anchor, on=on + 7 * step))

    def nth(self, place: int) -> Found:
        """`first monday in december`, `last working day of the month`, `second week of january`, `the third friday`."""
        start = self.skip(place, "the")
        if self.kind(start, "ord"):
            number = self.number(start)
        elif self.word(start, "last"):
            number = -1
        else:
            return
        what = start + 1
        if number > 23 or not (self.kind(what, "weekday") or self.unit(what, "day", "workday", "week")):
            return
        inside = self.skip(what + 1, "of", "in")
        if inside == what + 1 and not self.kind(inside, "month"):
            if self.kind(what, "weekday") and 1 <= number <= 5:
                first = self.stretch("month", 0).first
                yield self._nth_of(number, what, first, days.last_day(first), "month").asking("of which month?"), inside
            return
        for stretch, after in self.stretches(inside):
            rolls = "month" if stretch.rolls else "" if stretch.this or self.kind(after - 1, "num") else "year"
            last = stretch.end.on or stretch.first
            if stretch.unit in {"month", "quarter", "year"} or not self.kind(what, "weekday"):
                yield self._nth_of(number, what, stretch.first, last, rolls, stretch.unit), after

    def _nth_of(self, number: int, what: int, first: date, last: date, rolls: str, unit: str = "month") -> Day:
        read = self._nth_in(number, what, first, last)
        if read.on is None or read.on >= self.here.today or not rolls:
            return read
        step = relativedelta(years=1) if rolls == "year" else {
            "week": relativedelta(weeks=1), "quarter": relativedelta(months=3), "year": relativedelta(years=1),
        }.get(unit, relativedelta(months=1))  # fmt: skip
        later_first = first + step
        later_last = later_first + (last - first) if unit == "week" else later_first + _length(first, last)
        return self._nth_in(number, what, later_first, later_last).asking("this one has passed: read as the following")

    def _nth_in(self, number: int, what: int, first: date, last: date) -> Day:
        if self.kind(what, "weekday"):
            month = first if number > 0 else last.replace(day=1)
            return days.nth_weekday(number, self.number(what), month)
        unit = self.items[what].text
        if unit == "workday":
            start = first - ONE_DAY if number > 0 else last + ONE_DAY
            return replace(days.later(self.here, number, "workday", start), family="date")
        if unit == "day":
            return Day(last if number < 0 else first + timedelta(days=number - 1), "counted in that stretch")
        inside = last if number < 0 else days.monday_of(first + timedelta(days=6)) + timedelta(weeks=number - 1)
        if number > 0 and first.weekday() <= 2:
            inside = first + timedelta(weeks=number - 1)
        return days.week_of(self.here, Day(inside, "the last working day of that week"))

    def weeks_of(self, place: int, depth: int) -> Found:
        """`week of Dec 7`, `thanksgiving week`: the last working day, asked."""
        start = self.skip(place, "the")
        if self.unit(start, "week") and self.word(start + 1, "of"):
            for inside, after in self.days(start + 2, depth + 1):
                yield days.week_of(self.here, inside), after
        for holiday, after in self.holidays(start):
            if self.unit(after, "week"):
                yield days.week_of(self.here, holiday), after + 1

    def in_a_week(self, place: int, depth: int) -> Found:
        """`monday of thanksgiving week`, `wed of the week of Dec 7`."""
        start = self.skip(place, "the")
        if self.kind(start, "weekday") and self.word(start + 1, "of", "in"):
            for week, after in self.weeks_of(start + 2, depth + 1):
                if week.on is not None:
                    on = days.monday_of(week.on) + timedelta(days=self.number(start))
                    yield Day(on, f"in the week of {days.spoken(on)}", "date"), after

    def holidays(self, place: int) -> Found:
        """A named day, with a year where one is typed."""
        start = self.skip(place, "the", "this", "next", "coming")
        if not self.kind(start, "holiday"):
            return
        if self.word(place, "next"):
            yield days.familiar_day(self.here, self.items[start].text).asking("which year?"), start + 1
        year, after = self.year(start + 1)
        if year is None and self.word(after, "next") and self.unit(after + 1, "year"):
            year, after = self.here.today.year + 1, after + 2
        yield days.familiar_day(self.here, self.items[start].text, year), after

    def meetings(self, place: int) -> Found:
        """The next meeting of the series, when there is one; the one after it is a question."""
        start = self.skip(self.skip(place, "the"), "our")
        named = self.skip(self.skip(start, "next", "coming", "following"), "our")
        if not self.word(named, "meeting"):
            return
        if self.word(named + 1, "after") and self.word(named + 2, "next"):
            yield no_day("only the next meeting is known", meeting=True), named + 3
        if self.here.next_meeting is None:
            yield no_day("no next meeting is known", meeting=True), named + 1
            return
        yield Day(self.here.next_meeting.date(), "the next meeting", "meeting", meeting=True), named + 1


def _length(first: date, last: date) -> relativedelta:
    """From a first of a month to the last day of the last month of the stretch."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return relativedelta(months=months, day=31)
