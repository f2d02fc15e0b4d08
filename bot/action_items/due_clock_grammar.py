"""Which tokens name an hour: `3pm`, `16:00`, `half past 3`, `noon`, `close of business`, with a time zone after it.

A bare hour is read inside business hours and asked. Hours only: the day belongs to `due_day_grammar`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from bot.action_items.due_stretches import Line

Clocks = Iterator[tuple["Clock", int]]
_QUARTER = 15
_DAYPART_HOURS = {"morning": range(12), "afternoon": range(12, 19), "evening": range(15, 24), "night": range(17, 24)}


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of some day. `named` for those a setting decides; `bare` when the phrase left a.m. or p.m. open.

    `written` is the hour and minute as typed, before any choice. `next_day`: midnight, which ends the day named.
    """

    at: time | None = None
    named: str | None = None
    ask: bool = False
    notes: tuple[str, ...] = ()
    bare: bool = False
    written: tuple[int, int] = (0, 0)
    next_day: bool = False
    zone: str | None = None


class ClockGrammar(Line):
    """Reads one clock time from a place in the phrase, in every way it can be read."""

    def clocks(self, place: int, *, after_a_word: bool) -> Clocks:
        """Every reading that starts here. A lone number is an hour only after a word such as `at` or after a day."""
        start = self.skip(place, "at", "by", "before", "until")
        marked = after_a_word or start > place
        for clock, after in self._hours(start, marked):
            yield from self._zoned(clock, after)
        for clock, after in self._ranges(place):
            yield from self._zoned(clock, after)

    def _zoned(self, clock: Clock, place: int) -> Clocks:
        if not self.kind(place, "zone"):
            yield clock, place
            return
        name, after = self.items[place].text, place + 1
        if name in {"utc", "gmt"} and self.word(after, "+", "-") and self.kind(after + 1, "num", "clock"):
            hours, minutes = (*self.items[after + 1].numbers, 0)[:2]
            if hours <= 14 and minutes < 60:
                yield replace(clock, zone=f"{self.items[after].text}{hours:02}:{minutes:02}"), after + 2
            return
        yield replace(clock, zone=name), self.skip(after, "time")

    def _hours(self, place: int, marked: bool) -> Clocks:
        if self.kind(place, "named"):
            yield named(self.items[place].text), place + 1
        elif self.kind(place, "hours"):
            hour, minute = (*self.items[place].numbers, 0)[:2]
            if (clock := day_hours(hour, minute)) is not None:
                yield clock, place + 1
        elif self.kind(place, "clock"):
            hour, minute = self.items[place].numbers[:2]
            yield from self._with_half_day(hour, minute, place + 1, self.items[place].text)
        elif self.kind(place, "dec"):
            yield from self._with_dot(place, marked)
        elif self.kind(place, "num"):
            yield from self._numbers(place, marked)
        yield from self._spoken(place)

    def _with_half_day(self, hour: int, minute: int, after: int, text: str) -> Clocks:
        if self.kind(after, "ampm"):
            doubled = day_hours(hour, minute) if 12 < hour < 24 and self.number(after) == 12 else None
            if (clock := twelve_hours(hour, minute, self.number(after))) is not None:
                yield clock, after + 1
            elif doubled is not None:
                yield replace(doubled, ask=True), after + 1
        elif text.startswith("0") or hour > 12 or hour == 0:
            if (clock := day_hours(hour, minute)) is not None:
                yield clock, self.skip_hours_word(after)
        elif (clock := business_hours(hour, minute)) is not None:
            yield clock, after

    def skip_hours_word(self, place: int) -> int:
        """`16:00 hrs`."""
        return place + 1 if self.unit(place, "hour") else place

    def _with_dot(self, place: int, marked: bool) -> Clocks:
        token = self.items[place]
        if len(token.text.split(".")[1]) == 2 and (marked or self.kind(place + 1, "ampm")):
            yield from self._with_half_day(token.numbers[0], token.numbers[1], place + 1, token.text)

    def _numbers(self, place: int, marked: bool) -> Clocks:
        token, after = self.items[place], place + 1
        digits = token.text if token.text.isdigit() else ""
        if len(digits) >= 3:
            hour, minute = int(digits[:-2]), int(digits[-2:])
            yield from self._digits(hour, minute, after, digits, marked)
            return
        yield from self._words_for_minutes(place)
        if self.kind(after, "ampm"):
            if (clock := twelve_hours(token.number, 0, self.number(after))) is not None:
                yield clock, after + 1
        elif self.unit(after, "hour") and len(digits) == 2 and marked and token.number > 12:
            if (clock := day_hours(token.number, 0)) is not None:
                yield clock, after + 1
        elif self.word(after, "oclock"):
            half = after + 1
            if self.kind(half, "ampm") and (clock := twelve_hours(token.number, 0, self.number(half))):
                yield clock, half + 1
            elif clock := business_hours(token.number, 0):
                yield clock, half
        elif marked and (clock := business_hours(token.number, 0)):
            yield clock, after
        elif self.word(place - 1, "at") and (clock := day_hours(token.number, 0)):
            yield replace(clock, ask=True), after

    def _words_for_minutes(self, place: int) -> Clocks:
        """`nine thirty am`, in words only."""
        words = [item for item in self.items[place : place + 2] if item.kind == "num" and not item.text[:1].isdigit()]
        if len(words) == 2 and 10 <= words[1].number < 60:
            yield from self._with_half_day(words[0].number, words[1].number, place + 2, "in words")

    def _digits(self, hour: int, minute: int, after: int, digits: str, marked: bool) -> Clocks:
        """`330pm`, `1600`, `0900 hrs`. A number that could be a year is left alone unless it says hours."""
        if self.kind(after, "ampm"):
            if (clock := twelve_hours(hour, minute, self.number(after))) is not None:
                yield clock, after + 1
        elif len(digits) == 4 and (clock := day_hours(hour, minute)):
            if self.unit(after, "hour"):
                yield clock, after + 1
            elif not 1900 <= int(digits) <= 2199:
                sure = marked and len(self.items) > 1 and (digits.startswith("0") or hour > 12)
                yield (clock if sure else replace(clock, ask=True)), after

    def _spoken(self, place: int) -> Clocks:
        """`half past 3`, `quarter to five`, `ten to 4 pm`."""
        minutes, after = 0, self.skip(place, "a")
        if self.word(after, "half"):
            minutes = 30
        elif self.unit(after, "quarter"):
            minutes = _QUARTER
        elif self.kind(after, "num") and 0 < self.number(after) < 30:
            minutes = self.number(after)
            after = after + 1 if self.unit(after + 1, "minute") else after
        past = self.word(after + 1, "past", "after") and minutes <= 30
        to = self.word(after + 1, "to", "before") and minutes < 30
        hour_at = after + 2
        if not minutes or not (past or to) or not self.kind(hour_at, "num") or not 1 <= self.number(hour_at) <= 12:
            return
        hour = self.number(hour_at) if past else (self.number(hour_at) - 2) % 12 + 1
        minute = minutes if past else 60 - minutes
        end = self.skip(hour_at + 1, "oclock")
        if self.kind(end, "ampm"):
            if (clock := twelve_hours(hour, minute, self.number(end))) is not None:
                yield clock, end + 1
        elif clock := business_hours(hour, minute):
            yield clock, end

    def _ranges(self, place: int) -> Clocks:
        """`2-3pm`, `between 2 and 3pm`, `10am - noon`: due at its end, asked."""
        start = self.skip(self.skip(place, "between", "from", "at"), "the")
        if self.kind(start, "pair") and "-" in self.items[start].text and self.kind(start + 1, "ampm"):
            if (clock := twelve_hours(self.items[start].numbers[1], 0, self.number(start + 1))) is not None:
                yield _ends(clock), start + 2
            return
        first_end = start + 1 if self.kind(start, "num", "clock", "named") else start
        first_end = first_end + 1 if self.kind(first_end, "ampm") else first_end
        if first_end > start and self.word(first_end, "-", "to", "and", "until"):
            if self.word(first_end, "and") and not self.word(place, "between"):
                return
            for clock, after in self._hours(first_end + 1, True):
                if self.word(place, "between", "from") or self.kind(after - 1, "ampm", "named", "clock"):
                    yield _ends(clock), after


def named(name: str) -> Clock:
    """Hours with a name: noon and midnight are fixed, `lunch` is asked, the others are settings."""
    if name == "noon":
        return Clock(time(12))
    if name == "midnight":
        return Clock(time(0), next_day=True)
    if name == "lunch":
        return Clock(time(12), ask=True, notes=("lunchtime read as noon",))
    return Clock(named=name)


def twelve_hours(hour: int, minute: int, half: int) -> Clock | None:
    """`3`, `30`, 12 (pm) is 15:30."""
    if not 1 <= hour <= 12 or not 0 <= minute < 60:
        return None
    return Clock(time(hour % 12 + half, minute), written=(hour, minute))


def day_hours(hour: int, minute: int) -> Clock | None:
    """A 24-hour clock; 24:00 is the midnight that ends the day."""
    if (hour, minute) == (24, 0):
        return Clock(time(0), next_day=True)
    return Clock(time(hour, minute), written=(hour, minute)) if 0 <= hour < 24 and 0 <= minute < 60 else None


def business_hours(hour: int, minute: int) -> Clock | None:
    """A bare hour as office workers mean it: 7 to 11 in the morning, 12 to 6 in the afternoon. Asked."""
    if not 1 <= hour <= 12 or not 0 <= minute < 60:
        return None
    at = time(hour + 12 if hour < 7 else hour, minute)
    half = "PM" if at.hour >= 12 else "AM"
    return Clock(at, ask=True, notes=(f"read as {half}",), bare=True, written=(hour, minute))


def in_daypart(clock: Clock, daypart: str) -> Clock | None:
    """A clock time beside `morning` or `evening`: it settles a bare hour; None when the two contradict."""
    if clock.named or clock.at is None:
        return clock
    hours = _DAYPART_HOURS[daypart]
    if clock.bare:
        hour, minute = clock.written
        fitting = [each for each in (hour % 12, hour % 12 + 12) if each in hours]
        return Clock(time(fitting[0], minute), zone=clock.zone, written=clock.written) if fitting else None
    if daypart == "night" and clock.at.hour == 0:
        return replace(clock, next_day=True)
    return clock if clock.at.hour in hours else None


def _ends(clock: Clock) -> Clock:
    return replace(clock, ask=True, notes=(*clock.notes, "a range: read as its end"))
