"""A whole phrase, every token used: day and hour in any order, with the small words around them.

What comes out is a `Sense`: what the words say. Whether that lies in the past, and the minute it is due, is `due`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.action_items.due_clock_grammar import Clock, ClockGrammar, in_daypart
from bot.action_items.due_day_grammar import DayGrammar
from bot.action_items.due_days import PAST, Day, Here, no_day, spoken
from bot.action_items.due_tokens import Token, Tokens
from bot.workdays import ONE_DAY

_OPENERS = ("by", "due", "on", "until", "for", "at", "it", "is", "in", "within", "-", "the")
_JOINS = ("at", "by", "on", "in", "the", "-", "of", "for", "due")
_EXACTNESS = ("weekday", "relative", "holiday", "ordinal", "date", "iso")
_LONGEST_OPENING = 4
_LONGEST_JOIN = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase says: a day, an hour, a part of the day, or an exact moment."""

    day: Day | None = None
    clock: Clock | None = None
    daypart: str | None = None
    moment: datetime | None = None
    ask: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_impossible(self) -> bool:
        return self.day is not None and self.day.on is None


def sense_of(line: Tokens, here: Here) -> Sense | None:
    """The best reading that uses every token, or None. A possible one is preferred to an impossible one."""
    return _one_sense(line, here) or _either_or(line, here)


def _one_sense(line: Tokens, here: Here) -> Sense | None:
    fallback: Sense | None = None
    for sense in _senses(line, here):
        if not sense.is_impossible:
            return sense
        fallback = fallback or sense
    return fallback


def _either_or(line: Tokens, here: Here) -> Sense | None:
    """`12/5 or 12/6`: every side is understood, so there is a choice to be made, and it is not ours."""
    sides: list[list[Token]] = [[]]
    for token in line.items:
        if token.kind == "word" and token.text in {"or", "/", "and"}:
            sides.append([])
        else:
            sides[-1].append(token)
    if len(sides) == 1 or not all(sides):
        return None
    if all(_one_sense(replace(line, items=tuple(side)), here) for side in sides):
        return Sense(no_day("more than one day is named", ask=True))
    return None


def _senses(line: Tokens, here: Here) -> Iterator[Sense]:
    grammar = _Phrase(line, here)
    start = 0
    while start <= min(_LONGEST_OPENING, len(line.items)):
        yield from grammar.whole(start)
        lasts = grammar.word(start, "for") and grammar.kind(start + 1, "num")
        if lasts or not grammar.word(start, *_OPENERS):
            return
        start += 1


class _Phrase(DayGrammar, ClockGrammar):
    """Joins the grammars of days and hours."""

    def whole(self, start: int) -> Iterator[Sense]:
        """Every reading from here to the end of the phrase."""
        yield from (sense for sense, after in self.moments(start) if after == len(self.items))
        if self.word(start, "before"):
            yield from self._before(start + 1)
        if self.word(start, "after"):
            yield from self._after(start + 1)
        if start and self.word(start - 1, "by"):
            yield from self._by_a_stretch(start)
        yield from self.ranges_of_days(start)
        yield from self.agreed(start)

    def agreed(self, start: int) -> Iterator[Sense]:
        """Readings whose hour and part of the day do not contradict each other."""
        for sense in self.parts(start, Sense()):
            if (checked := _agreeing(sense)) is not None:
                yield checked

    def parts(self, place: int, so_far: Sense) -> Iterator[Sense]:
        """Day, hour and part of the day, each at most once (a day may be named twice), joined by small words."""
        if place == len(self.items):
            if so_far != Sense():
                yield so_far
            return
        yield from self._one_part(place, so_far)
        last = place
        while so_far != Sense() and last - place < _LONGEST_JOIN and self.word(last, *_JOINS):
            last += 1
            yield from self._one_part(last, so_far)

    def _one_part(self, place: int, so_far: Sense) -> Iterator[Sense]:
        if place >= len(self.items):
            return
        for day, after in self.days(place):
            if (both := same_day(so_far.day, day)) is not None:
                yield from self.parts(after, replace(so_far, day=both, daypart=so_far.daypart or day.daypart))
        if so_far.clock is None:
            marked = self._hour_is_expected(place)
            for clock, after in self.clocks(place, after_a_word=so_far.day is not None or marked):
                yield from self.parts(after, replace(so_far, clock=clock))
            yield from self._soft_hours(place, so_far)
        if so_far.daypart is None and self.kind(place, "daypart"):
            yield from self.parts(place + 1, replace(so_far, daypart=self.items[place].text))
        bare_number = self.kind(place - 1, "num") and so_far.day is not None and so_far.day.family == "ordinal"
        if self.kind(place, "ampm") and so_far.day and not so_far.clock and not so_far.daypart and not bare_number:
            yield from self.parts(place + 1, replace(so_far, daypart="afternoon" if self.number(place) else "morning"))

    def _hour_is_expected(self, place: int) -> bool:
        """A lone number is an hour after `by` or `at`, before a day or a part of one, or when nothing else is said."""
        after = self.skip(self.skip(place + 1, "at", "in", "on"), "the", "this")
        named = self.kind(after, "weekday", "daypart") or self.word(after, "today", "tomorrow", "tonight")
        marked = place > 0 and self.word(place - 1, "by", "at", "until", "before")
        return marked or named or len(self.items) == 1

    def _soft_hours(self, place: int, so_far: Sense) -> Iterator[Sense]:
        """`early friday`, `late tomorrow afternoon`, `end of friday`, `end of the week of Dec 7`."""
        if self.word(place, "early", "late"):
            clock = Clock(named="opening" if self.word(place, "early") else "cob", ask=True)
            after = place + 2 if self.kind(place + 1, "daypart") else place + 1
            yield from self.parts(after, replace(so_far, clock=clock))
        if so_far == Sense() and self.word(place, "end", "beginning") and self.word(place + 1, "of"):
            clock = Clock(named="eod" if self.word(place, "end") else "opening")
            for day, after in self.days(place + 2):
                if day.family != "period":
                    yield from self.parts(after, Sense(day, clock))
            for day, after in self.weeks_of(place + 2, 0):
                if self.word(place, "end"):
                    yield from self.parts(after, Sense(day))

    def moments(self, place: int) -> Iterator[tuple[Sense, int]]:
        """`in 2 hours`, `within 48 hours`, `half an hour`, `in 1.5 hours`, `an hour before the meeting`."""
        start = self.skip(place, "in", "within")
        for minutes, unit, after, vague in self._lengths(start):
            if self.word(after, "before", "from") and not self.word(after + 1, "now"):
                for day, end in self.meetings(after + 1):
                    yield self._beside_meeting(day, minutes if self.word(after, "before") else -minutes), end
            after = after + 2 if self.word(after, "from") and self.word(after + 1, "now") else self.skip(after, "time")
            if minutes <= 0:
                continue
            ask = vague or (start == place and unit == "hour" and 13 * 60 <= minutes <= 23 * 60)
            yield Sense(moment=self._later(minutes, unit), ask=ask), after

    def _later(self, minutes: float, unit: str) -> datetime:
        zone = self.here.now.tzinfo
        if unit == "workhour" and isinstance(zone, ZoneInfo):
            return self.here.calendar.add_working_hours(self.here.now, minutes / 60, zone)
        return (self.here.now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)

    def _beside_meeting(self, day: Day, minutes: float) -> Sense:
        if self.here.next_meeting is None or day.on is None:
            return Sense(day)
        moment = self.here.next_meeting.astimezone(UTC) - timedelta(minutes=minutes)
        return Sense(day, moment=moment.astimezone(self.here.now.tzinfo))

    def _lengths(self, place: int) -> Iterator[tuple[float, str, int, bool]]:
        """(minutes, unit, place after, vague)."""
        half = self.skip(place, "a")
        if self.word(half, "half") and self.unit(self.skip(half + 1, "a"), "hour"):
            yield 30, "hour", self.skip(half + 1, "a") + 1, False
        soon = self.skip(self.skip(place, "the"), "next", "coming")
        if soon > place and self.unit(soon, "hour"):
            yield 60, "hour", soon + 1, True
        if start_hours := self._written_hours(place):
            yield start_hours, "hour", place + 1, False
        if self.unit(half, "quarter") and self.unit(self.skip(self.skip(half + 1, "of"), "a"), "hour"):
            yield 15, "hour", self.skip(self.skip(half + 1, "of"), "a") + 1, False
        if self.kind(place, "dec") and self.unit(place + 1, "hour", "workhour"):
            yield float(self.items[place].text) * 60, self.items[place + 1].text, place + 2, False
        for count, after, vague in self.amounts(place):
            if self.unit(after, "hour", "minute", "workhour"):
                unit = self.items[after].text
                yield from self._with_minutes(count * (1 if unit == "minute" else 60), unit, after + 1, vague)

    def _written_hours(self, place: int) -> int:
        """`in 16h30`, in minutes; alone, `16h30` is a time of day."""
        if not self.kind(place, "hours") or not self.word(place - 1, "in", "within"):
            return 0
        hours, minutes = (*self.items[place].numbers, 0)[:2]
        return hours * 60 + minutes

    def _with_minutes(self, minutes: int, unit: str, after: int, vague: bool) -> Iterator[tuple[float, str, int, bool]]:
        """`an hour and a half`, `1 hour 30 minutes`, `1h30`."""
        more = self.skip(after, "and")
        if unit == "hour" and more > after and self.word(self.skip(more, "a"), "half"):
            yield minutes + 30, unit, self.skip(more, "a") + 1, vague
        is_last = more == after == len(self.items) - 1
        if unit == "hour" and is_last and self.kind(after, "num") and self.number(after) < 60:
            yield minutes + self.number(after), unit, after + 1, vague
        if unit == "hour" and self.kind(more, "num") and self.unit(more + 1, "minute") and self.number(more) < 60:
            yield minutes + self.number(more), unit, more + 2, vague
        yield minutes, unit, after, vague

    def _before(self, place: int) -> Iterator[Sense]:
        """`before friday` is the day before, asked; with an hour, an end or a meeting it is what it says."""
        for stretch, after in self.stretches(place):
            if after == len(self.items):
                yield Sense(self._day_before(stretch.first, whole_working_day=True))
        for _, after in self.weekends(place):
            if after == len(self.items):
                yield Sense(self._before_weekend())
        for sense in self.agreed(place):
            day = sense.day
            if day is None or day.on is None or day.meeting or sense.clock or self.word(self.skip(place, "the"), "end"):
                yield sense
            elif sense.daypart:
                yield replace(sense, daypart=None, clock=Clock(named="opening", ask=True))
            else:
                yield Sense(self._day_before(day.on, conflict=day.conflict))

    def _by_a_stretch(self, place: int) -> Iterator[Sense]:
        """`by december`, `by 2027`: when it begins. `by the weekend`: the working day before it. Asked."""
        if self.kind(place, "month", "num"):
            for stretch, after in self.stretches(place):
                if after == len(self.items) and stretch.first > self.here.today:
                    day = Day(stretch.first, "the day it begins", "period")
                    yield Sense(day.asking(f"read as {spoken(stretch.first)}"))
        if self.word(place, "the", "this") or self.unit(place, "weekend"):
            for _, after in self.weekends(place):
                if after == len(self.items) and not self.word(place + 1, "end"):
                    yield Sense(self._before_weekend())

    def _before_weekend(self) -> Day:
        today = self.here.today
        saturday = today + timedelta(days=(5 - today.weekday()) % 7)
        if self.here.is_weekend:
            saturday += timedelta(days=7) if saturday <= today else timedelta(0)
        return self._day_before(saturday, whole_working_day=True)

    def _day_before(self, edge: date, *, whole_working_day: bool = False, conflict: bool = False) -> Day:
        on = edge - ONE_DAY
        worked = self.here.calendar.working_day_before(edge)
        if whole_working_day and worked >= self.here.today:
            on = worked
        if on < self.here.today:
            return no_day(PAST)
        day = Day(on, f"before {spoken(edge)}", "relative", conflict=conflict)
        return day.asking(f"read as before {spoken(edge)}")

    def _after(self, place: int) -> Iterator[Sense]:
        """`after thanksgiving` is the next working day, asked. After an hour there is no last moment: no date."""
        for sense in self.agreed(place):
            if sense.clock or sense.daypart or sense.day is None:
                yield Sense(no_day("it says when to begin, not when it is due", ask=True))
            elif sense.day.on is None:
                yield sense
            else:
                said_today = sense.day.weekday == self.here.today.weekday()
                edge = self.here.today if said_today else sense.day.on
                following = self.here.calendar.working_day_after(edge)
                note = f"read as the working day after {spoken(edge)}"
                yield Sense(replace(sense.day, on=following, weekday=None, notes=(), family="relative").asking(note))

    def ranges_of_days(self, place: int) -> Iterator[Sense]:
        """`mon-wed`, `dec 5 to dec 7`, `between monday and friday`: due at the end, asked."""
        start = self.skip(place, "between", "from")
        if self.word(start, "now") and self.word(start + 1, "and", "to", "until"):
            yield from self.agreed(start + 2)
        joins = ("-", "to", "through", "until", *(["and"] if self.word(place, "between") else []))
        for first, after in self.days(start):
            if first.on is None or first.family == "period" or not self.word(after, *joins):
                continue
            for last, end in self.days(after + 1):
                if end == len(self.items) and last.on is not None and last.family == first.family:
                    on = last.on if last.on > first.on or last.weekday is None else last.on + timedelta(days=7)
                    if on > first.on:
                        read = replace(last, on=on, weekday=None, notes=())
                        yield Sense(read.asking("a range: read as its last day"))


def same_day(first: Day | None, second: Day) -> Day | None:
    """Two names of one day made one. They conflict when they differ; None when they cannot stand side by side."""
    if first is None:
        return second
    if first.on is None or second.on is None:
        return first if first.on is None else second
    if "period" in {first.family, second.family} or "meeting" in {first.family, second.family}:
        return None
    loose, exact = sorted((first, second), key=lambda day: _EXACTNESS.index(day.family))
    assert exact.on is not None and loose.on is not None
    if loose.family == exact.family and loose.on != exact.on:
        return None
    agrees = exact.on.weekday() == loose.weekday if loose.weekday is not None else exact.on == loose.on
    if agrees:
        settled = exact.family == "ordinal" and not exact.hour_like and loose.family == "weekday"
        return replace(exact, ask=False, notes=()) if settled else exact
    named = loose.weekday is not None
    note = f"{exact.on:%b} {exact.on.day} is a {exact.on:%A}" if named else f"not {spoken(loose.on)}"
    return replace(exact, conflict=True).asking(note)


def _agreeing(sense: Sense) -> Sense | None:
    """The hour fitted to the part of the day; None when they contradict."""
    if sense.clock is None or sense.daypart is None:
        return sense
    clock = in_daypart(sense.clock, sense.daypart)
    return None if clock is None else replace(sense, clock=clock, daypart=None)
