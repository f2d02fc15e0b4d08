"""Keeping the directory true: confirmations, room, changes and corrections, each with who and when. One method, one transaction.

Nobody confirms, changes or decides about the provider they speak for (rules.md R60); they may say how much room there is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.content.provider import Capacity
from bot.directory.changes import FIELDS, apply_change, current_value, settled
from bot.directory.freshness import Listing, days_since_confirmed, limits
from bot.directory.overlays import Overlaid
from bot.directory.records import ProviderChange, ProviderCorrection, ProviderState
from bot.directory.told import Change, Correction, Decision, Round, Told, frozen_correction, new_code
from bot.outbox.writing import enqueue
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.store.engine import Store
from bot.store.once import first_time
from bot.workdays import WorkdayCalendar

CRISIS_HOURS, WORKING_DAYS = 4, 5
PAUSE_AFTER = 2
LONGEST_VALUE = 200
# what counts in a round: confirmed so long ago that the banner would come before the next round
ROUND_DAYS = 30
KEEP_WORDS = timedelta(days=180)


class Upkeep:
    """Safe to call from many threads. `screen` names the kinds of personal detail in a text."""

    def __init__(
        self, store: Store, clock: Clock, directory: Overlaid, zone: ZoneInfo, calendar: WorkdayCalendar,
        editors: Callable[[], tuple[str, ...]], liaisons: Callable[[str], tuple[str, ...]], coordinators: str,
        screen: Callable[[str], tuple[str, ...]],
    ) -> None:  # fmt: skip
        self._store, self._clock, self._directory, self._zone, self._calendar = store, clock, directory, zone, calendar
        self._editors, self._liaisons, self._coordinators, self._screen = editors, liaisons, coordinators, screen

    def today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    def round_for(self, person: Person) -> Round:
        """The records this editor should dial now. Without those they speak for, and those that are closed for good."""
        if not person.may(Act.EDIT_DIRECTORY):
            return Round(())
        found = [listing for listing in self._directory().listings if self._is_due(listing, person.id)]
        return Round(tuple(sorted(found, key=self._volatility)))

    def confirm(self, provider: str, told: Told, *, by: Person, key: str) -> Listing:
        """An editor dialed. *Still correct* starts the clock again; the second *could not reach* pauses the record."""
        self._must_edit(by, provider)
        self._known(provider)
        now = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                state = self._state(session, provider)
                if told == "still-correct":
                    self._log(session, provider, "verified", str(state.verified_on or ""), f"{self.today()} dialed", by.id)
                    state.verified_on, state.verified_by, state.verified_how = self.today(), "Directory editor", "dialed"
                    state.not_reached = 0
                    state.paused = None if state.paused == "not-reached" else state.paused
                else:
                    state.not_reached += 1
                    self._log(session, provider, "reached", "", f"not reached ({state.not_reached})", by.id)
                    if state.not_reached >= PAUSE_AFTER and state.paused is None:
                        state.paused = "not-reached"
                        self._log(session, provider, "paused", "", "not reached twice", by.id)
                state.changed_at = now
        self._directory.forget()
        return self._known(provider)

    def set_room(self, provider: str, room: str, until: date | None, *, by: Person, key: str) -> Listing:
        """A liaison of the provider, an editor or a coordinator says how much room there is. It counts for 24 hours."""
        self._known(provider)
        own = by.id in self._liaisons(provider)
        if not by.may(Act.SET_CAPACITY) or not (own or by.may(Act.EDIT_DIRECTORY)):
            raise PersonError("Only the provider's own liaison, a directory editor or a coordinator can say that.")
        if room not in get_args(Capacity):
            raise PersonError("Choose open, limited, waitlist or full.")
        if until is not None and until < self.today():
            raise PersonError("That day has passed. Choose today or a later day.")
        now = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                state = self._state(session, provider)
                self._log(session, provider, "room", state.room or "", f"{room}{f' until {until}' if until else ''}", by.id)
                state.room, state.room_as_of, state.room_until, state.changed_at = room, now, until, now
        self._directory.forget()
        return self._known(provider)

    def change(self, provider: str, field: str, value: str, *, by: Person, key: str, correction: str | None = None) -> Listing:
        """An editor changes one field. Checked as the file would be; it counts at once and waits to be written back.

        With the code of a correction, that correction is published by the same transaction.
        """
        self._must_edit(by, provider)
        listing = self._known(provider)
        self._must_be_clean(value, listing)
        if field not in FIELDS:
            raise PersonError("This field cannot be changed here.")
        try:
            apply_change(listing.provider, field, value)
        except ValueError as error:
            raise PersonError(str(error)) from error
        now = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                before, after = current_value(listing.provider, field), settled(listing.provider, field, value)
                self._log(session, provider, field, before, after, by.id, correction=correction, overlays=True)
                state = self._state(session, provider)
                state.changed_at = now
                if correction:
                    self._decide(session, correction, "published", by.id)
        self._directory.forget()
        return self._known(provider)

    def pause(self, provider: str, *, by: Person, key: str, on: bool = True) -> Listing:
        """An editor takes a record out of every look-up, or puts it back."""
        self._must_edit(by, provider)
        self._known(provider)
        now = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                state = self._state(session, provider)
                self._log(session, provider, "paused", state.paused or "", "editor" if on else "", by.id)
                state.paused, state.changed_at = ("editor" if on else None), now
                if not on:
                    state.reported, state.not_reached = False, 0
        self._directory.forget()
        return self._known(provider)

    def report(
        self, provider: str, fields: tuple[str, ...], value: str, known: str, *, urgent: bool, by: Person, key: str
    ) -> Correction:
        """Anybody says that something is wrong (P15), or, with an empty provider, that somebody is missing.

        An urgent word about a crisis line hides it at once; an urgent conduct concern pauses the record.
        Raises PersonError when the words hold a personal detail; they are not kept then.
        """
        if not by.may(Act.SUGGEST_CORRECTION):
            raise PersonError("Only members of the task force can send corrections.")
        value = value.strip()
        self._must_be_clean(value, self._known(provider) if provider else None)
        if (not fields and provider) or (not provider and not value):
            raise PersonError("Please say what is wrong." if provider else "Please name the provider.")
        now, editors = self._clock.now(), self._others(provider)
        with self._store.write() as session:
            if not first_time(session, key, now):
                return self._latest_of(session, by.id)
            row = ProviderCorrection(
                code=new_code(), provider=provider, fields=",".join(fields), value=value or None, known=known, urgent=urgent,
                by=by.id, at=now, due=self._due(provider, urgent, now), state="open",
            )  # fmt: skip
            session.add(row)
            self._hold_back(session, provider, fields, urgent, by.id, now)
            for editor in editors:
                enqueue(session, kind="directory.correction", subject=row.code, target=editor,
                        key=f"directory-correction|{row.code}|{editor}", now=now)  # fmt: skip
            session.flush()
            frozen = frozen_correction(row)
        self._directory.forget()
        return frozen

    def correction(self, code: str) -> Correction | None:
        with self._store.read() as session:
            row = self._row(session, code)
            return None if row is None else frozen_correction(row)

    def open_corrections(self) -> tuple[Correction, ...]:
        with self._store.read() as session:
            rows = session.scalars(
                select(ProviderCorrection).where(ProviderCorrection.state == "open").order_by(ProviderCorrection.due)
            )
            return tuple(frozen_correction(row) for row in rows)

    def decide(self, code: str, decision: Decision, *, by: Person, key: str) -> Correction:
        """An editor rejects a correction, pauses the record or removes it. The first decision wins.

        *Publish* goes through `change`, where the new value is typed and checked.
        """
        now, known = self._clock.now(), self.correction(code)
        if known is not None:
            self._must_edit(by, known.provider)
        with self._store.write() as session:
            row = self._row(session, code)
            if row is None or known is None:
                raise PersonError("This correction is gone: it was decided and cleared earlier.")
            if first_time(session, key, now):
                self._decide(session, code, decision, by.id)
            session.flush()
            frozen = frozen_correction(row)
        self._directory.forget()
        return frozen

    def history(self, provider: str, most: int = 20) -> tuple[Change, ...]:
        """Who changed what, newest first."""
        with self._store.read() as session:
            rows = session.scalars(
                select(ProviderChange).where(ProviderChange.provider == provider).order_by(ProviderChange.id.desc()).limit(most)
            )
            return tuple(Change(row.field, row.before, row.after, row.by, row.at) for row in rows)

    def tick(self) -> None:
        """The monthly round, overdue corrections, retention. Safe to repeat."""
        now, today = self._clock.now(), self.today()
        first_day = self._calendar.moved_off_closures(today.replace(day=1))
        editors = self._editors() if today >= first_day else ()
        with self._store.write() as session:
            if editors:
                begins = self._calendar.next_open(now, self._zone)
                for editor in editors:
                    enqueue(session, kind="directory.round", subject=f"{today:%Y-%m}|{editor}", target=editor, now=now,
                            key=f"directory-round|{today:%Y-%m}|{editor}", not_before=begins)  # fmt: skip
            for row in session.scalars(
                select(ProviderCorrection).where(ProviderCorrection.state == "open", ProviderCorrection.due < now)
            ):
                enqueue(session, kind="directory.correction-overdue", subject=row.code, target=self._coordinators,
                        key=f"directory-overdue|{row.code}", now=now)  # fmt: skip
            session.execute(
                update(ProviderCorrection)
                .where(ProviderCorrection.decided_at < now - KEEP_WORDS, ProviderCorrection.value.is_not(None))
                .values(value=None)
            )

    def _is_due(self, listing: Listing, editor: str) -> bool:
        if listing.provider.status == "closed" or listing.provider.vetting.state in ("failed", "placeholder"):
            return False
        if editor in self._liaisons(listing.id):
            return False
        days = days_since_confirmed(listing, self.today())
        how = listing.verified.how if listing.verified else "unconfirmed"
        return days is None or how == "unconfirmed" or days + ROUND_DAYS > limits(listing.provider)[0]

    def _volatility(self, listing: Listing) -> tuple[int, int, str]:
        days = days_since_confirmed(listing, self.today())
        left = -1 if days is None else limits(listing.provider)[1] - days
        return (0 if listing.provider.is_crisis_line else 1, left, listing.id)

    def _due(self, provider: str, urgent: bool, now: datetime) -> datetime:
        listing = self._directory().listing(provider) if provider else None
        if urgent and listing is not None and listing.provider.is_crisis_line:
            return now + timedelta(hours=CRISIS_HOURS)
        day = self._calendar.add_working_days(now.astimezone(self._zone).date(), WORKING_DAYS)
        return self._calendar.close_of_business(day, self._zone)

    def _hold_back(
        self, session: Session, provider: str, fields: tuple[str, ...], urgent: bool, by: str, now: datetime
    ) -> None:
        listing = self._directory().listing(provider) if provider else None
        if listing is None or not urgent:
            return
        state = self._state(session, provider)
        if "conduct" in fields:
            state.paused = state.paused or "conduct"
            self._log(session, provider, "paused", "", "conduct concern", by)
        elif listing.provider.is_crisis_line:
            state.reported = True
            self._log(session, provider, "hidden", "", "reported as not working", by)
        state.changed_at = now

    def _decide(self, session: Session, code: str, decision: Decision, by: str) -> None:
        row = self._row(session, code)
        if row is None or row.state != "open":
            return
        now = self._clock.now()
        row.state, row.decided_by, row.decided_at = decision, by, now
        if row.provider:
            state = self._state(session, row.provider)
            state.reported = False
            if decision == "paused":
                state.paused = state.paused or "editor"
            elif state.paused == "conduct" and decision in ("rejected", "published"):
                state.paused = None
            if decision == "removed":
                listing = self._directory().listing(row.provider)
                before = listing.provider.status if listing else ""
                self._log(session, row.provider, "status", before, "closed", by, correction=code, overlays=True)
            else:
                self._log(session, row.provider, "correction", code, decision, by, correction=code)
            state.changed_at = now
        enqueue(session, kind="directory.correction-decided", subject=code, target=row.by,
                key=f"directory-decided|{code}", now=now)  # fmt: skip

    def _others(self, provider: str) -> tuple[str, ...]:
        own = self._liaisons(provider) if provider else ()
        return tuple(editor for editor in self._editors() if editor not in own)

    def _must_edit(self, by: Person, provider: str) -> None:
        if not by.may(Act.EDIT_DIRECTORY):
            raise PersonError("Only directory editors and coordinators can do that.")
        if provider and by.id in self._liaisons(provider):
            raise PersonError("You speak for this provider, so another editor decides about its listing.")

    def _must_be_clean(self, value: str, listing: Listing | None) -> None:
        """A provider's own number and site are what a correction is about; people are not, nor a confidential address (R18)."""
        if len(value) > LONGEST_VALUE:
            raise PersonError(f"Please write it in at most {LONGEST_VALUE} letters.")
        fine = {"phone", "email", "url"}
        if listing is not None and not listing.provider.confidential_location:
            fine.add("address")
        kinds = [kind for kind in self._screen(value) if kind not in fine]
        if kinds:
            raise PersonError(f"I can't take that detail here ({', '.join(kinds)}). Please take it out and send again.")

    def _known(self, provider: str) -> Listing:
        listing = self._directory().listing(provider)
        if listing is None:
            raise PersonError("This provider is no longer in the directory.")
        return listing

    def _state(self, session: Session, provider: str) -> ProviderState:
        state = session.get(ProviderState, provider)
        if state is None:
            state = ProviderState(provider=provider, not_reached=0, reported=False, changed_at=self._clock.now())
            session.add(state)
            session.flush()
        return state

    def _log(
        self, session: Session, provider: str, field: str, before: str, after: str, by: str, *,
        correction: str | None = None, overlays: bool = False,
    ) -> None:  # fmt: skip
        session.add(ProviderChange(provider=provider, field=field, before=before, after=after, by=by, at=self._clock.now(),
                                   correction=correction, overlays=overlays, written=False))  # fmt: skip
        session.flush()

    def _row(self, session: Session, code: str) -> ProviderCorrection | None:
        return session.scalars(select(ProviderCorrection).where(ProviderCorrection.code == code)).first()

    def _latest_of(self, session: Session, by: str) -> Correction:
        row = session.scalars(
            select(ProviderCorrection).where(ProviderCorrection.by == by).order_by(ProviderCorrection.id.desc())
        ).first()
        if row is None:
            raise PersonError("Please send that again.")
        return frozen_correction(row)
