"""Days by name or number: `12/5`, `Dec 5th`, `the 3rd`, `next friday`, `friday week`, `today`.

Every method yields (day, place after it). Days counted from other days are `due_day_grammar`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from bot.action_items import due_days as days
from bot.action_items.due_days import PAST, Day, Here, no_day
from bot.action_items.due_stretches import Stretches
from bot.action_items.due_tokens import Tokens
from bot.workdays import DAY_NAMES, ONE_DAY

Found = Iterator[tuple[Day, int]]


class NamedDays(Stretches):
    """Reads a day that is named outright."""

    def __init__(self, line: Tokens, here: Here) -> None:
        super().__init__(line.items, here)
        self.spanish = line.spanish

    def numeric(self, place: int) -> Found:
        """`2026-12-05`, `12/5/26`, `12/5`, `12-05`, `12.5`: month first, day first only when nothing else fits."""
        hours = self.kind(place, "dec", "pair") and self.kind(place + 1, "ampm") and "/" not in self.items[place].text
        if hours or not self.kind(place, "iso", "triple", "pair", "dec"):
            return
        token = self.items[place]
        if token.kind == "iso":
            year, month, day = token.numbers
            yield days.calendar_date(self.here, month, day, year, "iso"), place + 1
            return
        first, second = token.numbers[:2]
        year_or_none = token.numbers[2] if token.kind == "triple" else None
        read = self._month_first(first, second, year_or_none, dotted="." in token.text)
        after = place + 1
        to = self.skip(after, "-", "to", "through")
        if token.kind == "pair" and to > after and self.kind(to, "num") and second < self.number(to) <= 31:
            yield _range(self._month_first(first, self.number(to), None)), to + 1
        if year_or_none is None and (found := self.year(after))[0] is not None:
            read, after = self._month_first(first, second, found[0]), found[1]
        if "." in token.text and read.on and not read.ask:
            read = read.asking("read as month and day")
        if token.kind == "pair" and "-" in token.text and len(token.text) == 3 and read.on:
            read = read.asking("could be a range: read as month and day")
        yield read, after

    def _month_first(self, first: int, second: int, year: int | None, *, dotted: bool = False) -> Day:
        if first > 12 and 1 <= second <= 12:
            read = days.calendar_date(self.here, second, first, year)
            return read.asking("read with the day first") if read.on else read
        read = days.calendar_date(self.here, first, second, year)
        if (dotted or self.spanish) and read.on and read.on < self.here.today:
            swapped = days.calendar_date(self.here, second, first, year)
            if swapped.on and swapped.on >= self.here.today:
                return swapped.asking("read with the day first: the other way round it has passed")
        if self.spanish and read.on and second <= 12 and first != second:
            return read.asking("read with the month first")
        return read

    def month_and_day(self, place: int) -> Found:
        """`Dec 5th`, `the 5th of December 2026`, `5 Dec`, and ranges `Dec 5-7`, due at their end and asked."""
        start = self.skip(place, "the")
        if self.kind(start, "month"):
            yield from self._day_after_month(start)
        if self.kind(start, "num", "ord", "pair"):
            month = self.skip(self.skip(start + 1, "-", "day"), "of")
            if self.kind(month, "month"):
                yield from self._dated(month, start, month + 1)
        if self.kind(start, "num", "ord") and self.word(start + 1, "-", "to", "through", "and"):
            month = self.skip(start + 3, "of")
            if self.kind(start + 2, "num", "ord") and self.kind(month, "month"):
                for day, after in self._dated(month, start + 2, month + 1):
                    yield _range(day), after

    def _day_after_month(self, month: int) -> Found:
        day = self.skip(self.skip(month + 1, "-"), "the")
        if not self.kind(day, "num", "ord", "pair"):
            return
        to = self.skip(day + 1, "-", "to", "through", "and")
        last = self.skip(to, "the")
        if to > day + 1 and self.kind(last, "num", "ord") and 0 < self.number(last) <= 31:
            for read, after in self._dated(month, last, last + 1):
                yield _range(read), after
        yield from self._dated(month, day, day + 1)

    def _dated(self, month: int, day: int, after: int) -> Found:
        token = self.items[day]
        if token.kind == "pair" and "-" not in token.text:
            return
        number = token.numbers[-1]
        if number > 31:
            return
        year, after_year = self.year(after)
        if year is None and self.word(after, "next") and self.unit(after + 1, "year"):
            year, after_year = self.here.today.year + 1, after + 2
        read = days.calendar_date(self.here, self.number(month), number, year)
        short_year = self.kind(after, "num") and len(self.items[after].text) == 2 and 24 <= self.number(after) <= 60
        if year is None and short_year:
            named = days.calendar_date(self.here, self.number(month), number, self.number(after))
            yield (named.asking("read as a year") if named.on else named), after + 1
        yield (_range(read) if token.kind == "pair" else read), after_year

    def ordinals(self, place: int) -> Found:
        """`the 3rd`, `15th of next month`, `by the 15`, and a lone 13 to 31, which is asked."""
        yield from self._next_month_then_ordinal(place)
        start = self.skip(place, "the")
        if not self.kind(start, "ord", "num"):
            return
        token, after = self.items[start], start + 1
        number = token.number
        if token.kind == "num" and self.word(start - 1, "at"):
            return
        is_word = not token.text[:1].isdigit()
        of = self.skip(after, "of", "in")
        scope = self.skip(self.skip(of, "the"), "this", "next")
        if of > after and self.unit(scope, "year") and number == 1 and self.word(scope - 1, "the", "next"):
            yield days.calendar_date(self.here, 1, 1, self.here.today.year + 1), scope + 1
        if of > after and self.unit(scope, "month"):
            yield self._in_month(number, self.word(scope - 1, "next"), self.word(scope - 1, "this")), scope + 1
        if token.kind == "ord" and (start > place or not is_word):
            yield days.day_of_month(self.here, number), after
        elif token.kind == "num" and not is_word and len(token.text) < 3 and number <= 31:
            day = days.day_of_month(self.here, number)
            if start > place and number >= 1:
                yield day, after
            elif number >= 13:
                read = replace(day.asking("read as a day of the month"), hour_like=number <= 23)
                yield (read if day.on else day), after

    def _next_month_then_ordinal(self, place: int) -> Found:
        """`next month on the 15th`."""
        if self.word(place, "next", "this") and self.unit(place + 1, "month"):
            number = self.skip(self.skip(place + 2, "on"), "the")
            if self.kind(number, "ord"):
                is_next = self.word(place, "next")
                yield self._in_month(self.number(number), is_next, not is_next), number + 1

    def _in_month(self, number: int, is_next: bool, is_this: bool) -> Day:
        if not (is_next or is_this):
            return days.day_of_month(self.here, number)
        first = self.here.today.replace(day=1) + relativedelta(months=int(is_next))
        if not days.valid(first.year, first.month, number):
            return no_day(f"that month has no day {number}")
        return Day(first.replace(day=number), f"day {number} of that month", "ordinal")

    def weekdays(self, place: int) -> Found:
        """`friday`, `this friday`, `next friday`, `friday week`, `friday after next`, `friday next week`."""
        start = self.skip(place, "the")
        if self.word(start, "last", "past") and self.kind(start + 1, "weekday"):
            yield no_day(PAST), start + 2
        for week, after in self._week_then_weekday(start):
            yield week, after
        named = self.skip(start, "this", "next", "coming", "following")
        if not self.kind(named, "weekday"):
            return
        weekday, after = self.number(named), named + 1
        if named > start:
            yield self._qualified(self.items[start].text, weekday), after
            if self.word(start, "next") and self.unit(after, "week"):
                yield days.weeks_after(self.here, self._qualified("next", weekday), 1).asking(), after + 1
            return
        yield from self._followed(weekday, after)
        yield days.plain_weekday(self.here, weekday), after

    def _qualified(self, word: str, weekday: int) -> Day:
        if word == "this":
            return days.this_weekday(self.here, weekday)
        if word == "next":
            return days.next_weekday(self.here, weekday)
        read = days.plain_weekday(self.here, weekday)
        if word == "following":
            return read.asking()
        return replace(read, ask=False, notes=())

    def _week_then_weekday(self, start: int) -> Found:
        """`next week friday`, `this week on thursday`."""
        if not (self.word(start, "this", "next") and self.unit(start + 1, "week")):
            return
        weekday = self.skip(start + 2, "on", "-")
        if self.kind(weekday, "weekday"):
            yield self._in_week(self.number(weekday), self.word(start, "next")), weekday + 1

    def _in_week(self, weekday: int, is_next: bool) -> Day:
        if is_next:
            return days.weekday_of_next_week(self.here, weekday)
        on = days.monday_of(self.here.today) + timedelta(days=weekday)
        gone = on < self.here.today
        return days.this_weekday(self.here, weekday) if gone else Day(on, "in this week", "weekday", weekday=weekday)

    def _followed(self, weekday: int, after: int) -> Found:
        """What may follow a weekday and change it."""
        plain = days.plain_weekday(self.here, weekday)
        if self.word(after, "after") and self.word(after + 1, "next"):
            read = days.weeks_after(self.here, replace(plain, notes=()), 1)
            yield read.asking("read as one week after the coming one"), after + 2
        if self.unit(after, "week", "fortnight"):
            yield days.weeks_after(self.here, plain, 1 if self.items[after].text == "week" else 2), after + 1
        if self.word(after, "coming"):
            yield self._qualified("coming", weekday), after + 1
        if self.word(after, "next"):
            yield days.next_weekday(self.here, weekday), after + 1
        if self.word(after, "past"):
            yield no_day(PAST), after + 1
        week = self.skip(self.skip(after, "of", "in"), "the")
        if self.word(week, "this", "next", "coming") and self.unit(week + 1, "week"):
            yield self._in_week(weekday, not self.word(week, "this")), week + 2
        if self.unit(week, "week") and self.word(week + 1, "after") and self.word(week + 2, "next"):
            yield days.weekday_of_next_week(self.here, weekday, 2).asking(), week + 3
        for count, unit, amount_end, _ in self._in_amount(after):
            if unit == "week":
                read = days.weekday_of_next_week(self.here, weekday, count)
                yield read.asking(f"read as the {DAY_NAMES[weekday]} of that week"), amount_end

    def _in_amount(self, place: int) -> Iterator[tuple[int, str, int, bool]]:
        if self.word(place, "in"):
            for count, after, soft in self.amounts(place + 1):
                if self.kind(after, "unit"):
                    yield count, self.items[after].text, self.skip(after + 1, "time"), soft

    def near(self, place: int) -> Found:
        """`today`, `tomorrow`, `tonight`, `this afternoon`, `later today`, `tomorrow week`, and what has gone by."""
        today = Day(self.here.today, "today", "relative")
        if self.word(place, "late", "later") and self.word(place + 1, "today"):
            yield today.asking(), place + 2
        if self.word(place, "tonight"):
            yield replace(today, daypart="night"), place + 1
        if self.word(place, "this") and self.kind(place + 1, "daypart"):
            yield replace(today, daypart=self.items[place + 1].text), place + 2
        if self.word(place, "today", "tomorrow"):
            day = today if self.word(place, "today") else Day(self.here.today + ONE_DAY, "tomorrow", "relative")
            yield day, place + 1
            if self.unit(place + 1, "week"):
                yield days.weeks_after(self.here, day, 1), place + 2
        if self.word(place, "yesterday"):
            yield no_day(PAST), place + 1
        if self.word(place, "last", "past") and self.kind(place + 1, "unit", "daypart", "month"):
            yield no_day(PAST), place + 2

    def amounts(self, place: int) -> Iterator[tuple[int, int, bool]]:
        """(how many, place after it, whether it is vague): `3`, `a`, `a couple of`, `a few`, `2-3`, `2 or 3`."""
        start = self.skip(place, "the")
        coming = self.skip(start, "next", "coming")
        article = self.skip(coming, "a")
        if self.word(article, "couple", "few", "several"):
            count = 2 if self.word(article, "couple") else 3
            yield count, self.skip(article + 1, "of"), True
        elif self.kind(coming, "num") and self.number(coming) < 1000 and not self.items[coming].text.startswith("0"):
            number, after = self.number(coming), coming + 1
            if self.word(after, "or", "to", "-") and self.kind(after + 1, "num") and self.number(after + 1) > number:
                yield self.number(after + 1), after + 2, True
            yield number, after, False
        elif self.kind(coming, "pair") and "-" in self.items[coming].text:
            low, high = self.items[coming].numbers
            if low < high:
                yield high, coming + 1, True
        elif article > coming:
            yield 1, article, False


def _range(day: Day) -> Day:
    return day.asking("a range: read as its last day") if day.on else day
