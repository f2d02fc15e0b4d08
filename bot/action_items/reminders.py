"""Which reminders an item calls for at a given moment, and when to look at it again. Pure: nothing is sent here.

Reminders count calendar days from the due day as it was agreed, and are said in the person's own zone, in the morning,
inside working hours. One that falls on a closed day moves: earlier before the due time, later after it. The due time
itself never moves. Whoever calls this keeps the key of what was said, so that nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from bot.workdays import ONE_DAY, WorkdayCalendar, local_moment

if TYPE_CHECKING:
    from bot.settings import Reminding

ItemState = Literal["open", "blocked", "done", "dropped"]
Hearer = Literal["assignee", "agency_lead"]
_NEARBY = 4


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """When to speak. Days are calendar days from the due day; `at` is a wall time, kept inside working hours.

    `escalate_after_days` 0 means never. `notice_days`: how long before it the person is told, if not told sooner.
    """

    days_before: tuple[int, ...] = (3, 1)
    overdue_days: tuple[int, ...] = (1, 3)
    then_every_days: int = 7
    at: time = time(8, 30)
    escalate_after_days: int = 7
    notice_days: int = 2


@dataclass(frozen=True, slots=True)
class DueItem:
    """What is known of an item. `due` is aware; `zone` is the IANA zone its due day was agreed in.

    `snoozed_until` is the day the person wants to hear of it again. `warned_on`: the day they were last told that it
    will go to the agency lead; None while nobody has said so.
    """

    due: datetime
    zone: str
    created: datetime
    state: ItemState = "open"
    snoozed_until: date | None = None
    warned_on: date | None = None

    @property
    def due_on(self) -> date:
        """The calendar day people agreed on."""
        return self.due.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Person:
    """Where somebody is and when they work: their own zone, their agency's calendar."""

    zone: str
    calendar: WorkdayCalendar


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to say. `key` is (rule, local date) and stays the same when closures change or the person moves.

    `at` is the earliest moment, in the person's zone. `escalates_on`: the day the agency lead will hear of it, to be
    said in this reminder; recording it as `warned_on` is what lets the escalation happen.
    """

    rule: str
    on: date
    at: datetime
    to: Hearer = "assignee"
    escalates_on: date | None = None

    @property
    def key(self) -> tuple[str, date]:
        return self.rule, self.on


def reminder_rules(settings: Reminding) -> ReminderRules:
    """The rules app.yaml gives."""
    from bot.settings import wall_time

    return ReminderRules(
        tuple(settings.days_before), tuple(settings.overdue_days), settings.then_every_days, wall_time(settings.at),
        settings.escalate_after_days,
    )  # fmt: skip


def due_reminders(item: DueItem, person: Person, rules: ReminderRules, now: datetime) -> tuple[Reminder, ...]:
    """What may be said now: at most one reminder to the person, and the escalation once it is due.

    Of several that were missed only the latest is said. Empty outside the person's working hours, while the item is
    snoozed, and for an item that is blocked, done or dropped. Asked again it answers the same: compare keys.
    """
    return due_and_next(item, person, rules, now)[0]


def due_and_next(
    item: DueItem, person: Person, rules: ReminderRules, now: datetime
) -> tuple[tuple[Reminder, ...], Reminder | None]:
    """Both answers at once, for those who look at thousands: what may be said now, and the first one after now."""
    if item.state != "open":
        return (), None
    around = _all_around(item, person, rules, now)
    coming = [reminder for reminder in around if reminder.at > now.astimezone(UTC)]
    following = [each for each in coming if each.at == coming[0].at][-1] if coming else None
    is_open = person.calendar.is_open(now, ZoneInfo(person.zone))
    return (_sayable(around, now) if is_open else ()), following


def _sayable(around: list[Reminder], now: datetime) -> tuple[Reminder, ...]:
    said = [reminder for reminder in around if reminder.at <= now.astimezone(UTC)]
    to_person = [reminder for reminder in said if reminder.to == "assignee"]
    to_lead = [reminder for reminder in said if reminder.to == "agency_lead"]
    return (*to_person[-1:], *to_lead[-1:])


def next_reminder(item: DueItem, person: Person, rules: ReminderRules, after: datetime) -> Reminder | None:
    """The first reminder later than `after`, or None when there will be none: when to look at the item again."""
    if item.state != "open":
        return None
    coming = [reminder for reminder in _all_around(item, person, rules, after) if reminder.at > after.astimezone(UTC)]
    return [each for each in coming if each.at == coming[0].at][-1] if coming else None


def morning(person: Person, rules: ReminderRules, day: date) -> datetime:
    """When the person is spoken to on a day, worked or not."""
    opens, closes = person.calendar.opens, person.calendar.closes
    return local_moment(day, rules.at if opens <= rules.at < closes else opens, ZoneInfo(person.zone)).at


def _all_around(item: DueItem, person: Person, rules: ReminderRules, moment: datetime) -> list[Reminder]:
    """Every reminder that counts near a moment, in order; of those on one morning the most pressing stands last."""
    voice = _Voice(item, person, rules)
    around = max(moment.astimezone(ZoneInfo(person.zone)).date(), item.snoozed_until or date.min)
    found = [reminder for reminder in voice.reminders(around) if reminder.at > item.created.astimezone(UTC)]
    if (awake := voice.awake()) is not None:
        found = [reminder for reminder in found if reminder.at >= awake.at]
    return sorted(found, key=lambda reminder: reminder.at)


@dataclass(frozen=True, slots=True)
class _Voice:
    """The reminders of one item for one person."""

    item: DueItem
    person: Person
    rules: ReminderRules

    def reminders(self, around: date) -> Iterator[Reminder]:
        """The least pressing first; of the endless repeats those within a few of `around`."""
        due_on = self.item.due_on
        yield from self._notice()
        if (awake := self.awake()) is not None:
            yield awake
        for count in sorted(set(self.rules.days_before), reverse=True):
            yield self._before(f"before-{count}", due_on - timedelta(days=count))
        yield self._before("due", due_on)
        for count in sorted({*self.rules.overdue_days, *self._repeats(around)}):
            yield self._overdue(f"overdue-{count}", due_on + timedelta(days=count))
        yield from self._escalation()

    def awake(self) -> Reminder | None:
        """The morning the snooze ends."""
        day = self.item.snoozed_until
        if day is None:
            return None
        at = morning(self.person, self.rules, self.person.calendar.moved_off_closures(day))
        overdue = at > self.item.due.astimezone(UTC)
        return Reminder("snooze-over", day, at, escalates_on=self._announced(at.date()) if overdue else None)

    def _repeats(self, around: date) -> Iterator[int]:
        first, step = max(self.rules.overdue_days, default=0), self.rules.then_every_days
        if step < 1:
            return
        nearest = ((around - self.item.due_on).days - first) // step
        for count in range(max(1, nearest - _NEARBY), max(1, nearest + 1) + _NEARBY):
            yield first + count * step

    def _before(self, rule: str, on: date) -> Reminder:
        """Moved earlier off closed days, and always ahead of the due time."""
        day = self.person.calendar.moved_off_closures(on, -1)
        at = morning(self.person, self.rules, day)
        while at >= self.item.due.astimezone(UTC):
            day = self.person.calendar.working_day_before(day)
            at = morning(self.person, self.rules, day)
        return Reminder(rule, on, at)

    def _overdue(self, rule: str, on: date) -> Reminder:
        """Moved later off closed days, and always behind the due time."""
        day = self.person.calendar.moved_off_closures(on)
        at = morning(self.person, self.rules, day)
        while at <= self.item.due.astimezone(UTC):
            day = self.person.calendar.working_day_after(day)
            at = morning(self.person, self.rules, day)
        return Reminder(rule, on, at, escalates_on=self._announced(day))

    def _notice(self) -> Iterator[Reminder]:
        """Where no other reminder has told the person, one that does; the escalation waits for it."""
        if self.rules.escalate_after_days >= 1 and self.item.warned_on is None:
            yield self._overdue("escalation-notice", self._escalation_day() - timedelta(days=self.rules.notice_days))

    def _escalation(self) -> Iterator[Reminder]:
        """Nobody is surprised: the lead hears of it only after the person was told, and a working day later."""
        if self.rules.escalate_after_days < 1 or self.item.warned_on is None:
            return
        day = self._escalation_after(self.item.warned_on)
        if self.item.snoozed_until is not None:
            day = max(day, self._escalation_after(self.person.calendar.moved_off_closures(self.item.snoozed_until)))
        at = morning(self.person, self.rules, day)
        yield Reminder("escalation", self._escalation_day(), at, to="agency_lead")

    def _escalation_day(self) -> date:
        return self.item.due_on + timedelta(days=self.rules.escalate_after_days)

    def _escalation_after(self, told: date) -> date:
        calendar = self.person.calendar
        return max(calendar.moved_off_closures(self._escalation_day()), calendar.working_day_after(told))

    def _announced(self, day: date) -> date | None:
        """What to say on that day: when the lead will hear of it. Nothing once they have."""
        if self.rules.escalate_after_days < 1:
            return None
        warned = self.item.warned_on
        if warned is not None and self.item.snoozed_until is None:
            planned = self._escalation_after(warned)
            return planned if planned > day else None
        return self._escalation_after(max(day, self.item.due_on + ONE_DAY))
