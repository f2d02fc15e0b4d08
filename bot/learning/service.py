"""The learning room as a whole: its verbs by subject, and what falls due once a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.learning.month import MonthFigures
from bot.learning.once_a_month import claim
from bot.learning.reviews import Reviews
from bot.learning.tours import Tours
from bot.outbox.writing import enqueue
from bot.store.engine import Store
from bot.workdays import WorkdayCalendar, local_moment

NOTE_KIND = "learning.month"
# a note that could not be posted for so long is history
NOTE_LASTS = timedelta(days=14)


class Learning:
    """`tours` and `reviews` hold the verbs people use; `tick` is called often and does each month's work once."""

    def __init__(
        self, store: Store, clock: Clock, zone: ZoneInfo, calendar: WorkdayCalendar, at: time, tours: Tours, reviews: Reviews,
        coordinators: str,
    ) -> None:  # fmt: skip
        self.tours, self.reviews = tours, reviews
        self._store, self._clock, self._zone, self._calendar, self._at = store, clock, zone, calendar, at
        self._coordinators = coordinators
        self._done: set[tuple[str, str]] = set()

    def tick(self, figures: Callable[[date], MonthFigures]) -> None:
        """From the first working day of a month on: asks owners, and posts the note about the month before.

        `figures` is asked only when a note may be due.
        """
        self.reviews.refresh()
        now = self._clock.now().astimezone(self._zone)
        if now < self.begins(now.date()):
            return
        this, before = month_of(now.date()), month_of(now.date().replace(day=1) - timedelta(days=1))
        if (this, "reviews") not in self._done and self.reviews.has_entries:
            self.reviews.ask_owners(this)
            self._done.add((this, "reviews"))
        if (before, "note") not in self._done:
            if not figures(first_day(before)).is_empty:
                self._post_note(before, now)
            self._done.add((before, "note"))

    def begins(self, day: date) -> datetime:
        """When the work of a month begins: the hour of reminders on its first working day."""
        return local_moment(self._calendar.moved_off_closures(day.replace(day=1)), self._at, self._zone).at

    def _post_note(self, month: str, now: datetime) -> None:
        with self._store.write() as session:
            if claim(session, month, "note", 0, now):
                enqueue(session, kind=NOTE_KIND, subject=month, target=self._coordinators, key=f"month-note|{month}",
                        now=now, not_after=now + NOTE_LASTS)  # fmt: skip


def month_of(day: date) -> str:
    return f"{day:%Y-%m}"


def first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
