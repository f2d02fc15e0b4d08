"""The meeting itself: who is in the room, which item is up, what came of it. Several people may work at once.

Every verb names the item it is about; when that item is no longer up, nothing changes and the person is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.meetings.agenda import ItemState, Origin
from bot.meetings.going_out import GoingOut
from bot.meetings.ground import AGENDA, DRAFT, RUNNING, Promise, changed_meanwhile, new_code
from bot.meetings.quorum import Reply
from bot.meetings.records import AgendaItem, Decision, Meeting, MeetingAction, SeatPresence
from bot.meetings.values import Decided, MeetingNow, MeetingState
from bot.outbox.writing import enqueue, revise
from bot.people.person import Person
from bot.problems import PersonError
from bot.store.once import first_time

STARTS_EARLY = timedelta(minutes=60)
LONGEST_NOTES = 3000


@dataclass(frozen=True)
class Motion:
    """A decision as it is typed. `moved_by` and `dissent` are agency ids."""

    words: str
    moved_by: str | None = None
    dissent: tuple[str, ...] = ()
    to_tell: str = ""
    review_on: date | None = None
    is_restricted: bool = True


class Running(GoingOut):
    """From *Start* to *End*."""

    def start(self, code: str, *, by: Person, key: str) -> MeetingNow:
        """Opens the running order. A second start changes nothing."""
        now = self._clock.now()
        before = self.meeting(code)
        around = self.look_around(before.series, before.starts)
        with self._store.write() as session:
            row = self._led(session, code, by)
            if row.state == MeetingState.RUNNING or not first_time(session, key, now):
                return self._value(session, row)
            if row.state != MeetingState.PLANNED or row.ends <= now:
                raise PersonError("This meeting is over or cancelled.")
            if now < row.starts - STARTS_EARLY:
                raise PersonError("It is too early: a meeting can be started in the hour before it begins.")
            if row.chair is None and row.note_taker is None:
                row.chair, row.note_taker = self._turn_of(session, self._series[row.series], row.planned)
            self.gather(session, row, around)
            row.state, row.started_at = MeetingState.RUNNING, now
            session.flush()
            self._take_up_next(session, row)
            enqueue(session, kind=RUNNING, subject=row.code, target=self.channel_of(self._series[row.series]), now=now,
                    key=f"meeting-running|{row.series}|{row.planned}")  # fmt: skip
            self._shown(session, row)
            return self._value(session, row)

    def attend(self, code: str, seats: Mapping[str, Reply | None], *, by: Person, key: str) -> MeetingNow:
        """Who is in the room, by seat; None: nobody. Seats that are not named stay as they are."""
        with self._store.write() as session:
            row = self._under_way(session, code, by)
            if first_time(session, key, self._clock.now()):
                known = {place.seat.id for place in self._value(session, row).table}
                for seat, how in seats.items():
                    if seat in known:
                        self._sit(session, row, seat, how)
                self._shown(session, row)
            return self._value(session, row)

    def finish(self, code: str, item_id: int, outcome: ItemState, *, by: Person, key: str) -> MeetingNow:
        """Discussed or deferred: the next item is up. Raises PersonError when the item is not up any more."""
        if outcome not in (ItemState.DISCUSSED, ItemState.DEFERRED):
            raise ValueError("a decision is recorded with its words")
        with self._store.write() as session:
            row = self._under_way(session, code, by)
            if not first_time(session, key, self._clock.now()):
                return self._value(session, row)
            item = self._up(session, row, item_id)
            item.state, item.revision = outcome, item.revision + 1
            self._stop_timer(session, row)
            if outcome is ItemState.DISCUSSED:
                self._reviewed(session, row, item)
            self._take_up_next(session, row)
            self._shown(session, row)
            return self._value(session, row)

    def take_up(self, code: str, item_id: int, *, instead_of: int | None, by: Person, key: str) -> MeetingNow:
        """Another item is up now; the one before waits on. `instead_of`: the item this person saw as current."""
        with self._store.write() as session:
            row = self._under_way(session, code, by)
            if not first_time(session, key, self._clock.now()):
                return self._value(session, row)
            if row.current != instead_of:
                raise changed_meanwhile()
            item = self._item_row(session, item_id)
            if item.meeting_id != row.id or item.state in (ItemState.MERGED, ItemState.REMOVED):
                raise PersonError("That item is not on this agenda any more.")
            self._stop_timer(session, row)
            if item.state == ItemState.DEFERRED:
                item.state = ItemState.WAITING
            self._set_current(session, row, item)
            self._shown(session, row)
            return self._value(session, row)

    def note(self, item_id: int, revision: int, notes: str, *, by: Person, key: str) -> MeetingNow:
        """What was said about one item, for the minutes. Of two who write at once, one wins and the other is told."""
        words = self.screened(notes, most=LONGEST_NOTES, needed=False)
        with self._store.write() as session:
            item = self._item_row(session, item_id)
            row = self._led(session, session.get_one(Meeting, item.meeting_id).code, by)
            if not first_time(session, key, self._clock.now()):
                return self._value(session, row)
            if row.approved_at is not None or item.revision != revision:
                raise changed_meanwhile()
            item.notes, item.revision = words, item.revision + 1
            row.minutes_revision += 1
            self._shown(session, row)
            return self._value(session, row)

    def decide(self, code: str, item_id: int, motion: Motion, *, by: Person, key: str) -> MeetingNow:
        """Records a decision on an item; when it is up, the next one follows. Without quorum it is marked as advice."""
        words, to_tell = self.screened(motion.words, most=1500), self.screened(motion.to_tell, most=500, needed=False)
        now = self._clock.now()
        with self._store.write() as session:
            row = self._under_way(session, code, by)
            if not first_time(session, key, now):
                return self._value(session, row)
            item = self._item_row(session, item_id)
            if item.meeting_id != row.id or item.state not in (ItemState.WAITING, ItemState.DISCUSSED):
                raise changed_meanwhile()
            known = dict(self.agencies_of(self._series[row.series]))
            session.add(Decision(
                code=new_code(), meeting_id=row.id, item_id=item.id, series=row.series, words=words,
                moved_by=motion.moved_by if motion.moved_by in known else None,
                dissent=" ".join(agency for agency in motion.dissent if agency in known), to_tell=to_tell,
                review_on=motion.review_on, is_restricted=motion.is_restricted or item.is_restricted,
                with_quorum=self._value(session, row).counted.is_met, by=by.id, at=now,
            ))  # fmt: skip
            item.state, item.revision = ItemState.DECIDED, item.revision + 1
            self._reviewed(session, row, item)
            if row.current == item.id:
                self._stop_timer(session, row)
                self._take_up_next(session, row)
            self._shown(session, row)
            return self._value(session, row)

    def promise(
        self, code: str, item_id: int | None, words: str, who: str, due: date | None, *, by: Person, key: str
    ) -> MeetingNow:
        """An action item made on the spot. It is kept and reminded of by the room of action items."""
        said = self.screened(words)
        meeting = self.meeting(code)
        self._refuse_unless_leading(meeting, by)
        source = f"meeting|{code}"
        kept = next((made for keep in self._ports.keep_action if (made := keep(Promise(said, who, due, source, by, key)))), None)
        with self._store.write() as session:
            row = self._under_way(session, code, by)
            if first_time(session, f"promise|{key}", self._clock.now()):
                session.add(MeetingAction(
                    meeting_id=row.id, item_id=item_id, code=kept or new_code(), words=said, who=who, due=due,
                ))  # fmt: skip
                self._shown(session, row)
            return self._value(session, row)

    def end(self, code: str, *, by: Person, key: str) -> MeetingNow:
        """Closes the running order; the draft of the minutes goes to note-taker, chair and coordinators."""
        with self._store.write() as session:
            row = self._led(session, code, by)
            if row.state == MeetingState.RUNNING and first_time(session, key, self._clock.now()):
                self._stop_timer(session, row)
                self._end(session, row)
            return self._value(session, row)

    def _led(self, session: Session, code: str, by: Person) -> Meeting:
        row = self._row(session, code, lock=True)
        self._refuse_unless_leading(self._value(session, row), by)
        return row

    def _refuse_unless_leading(self, meeting: MeetingNow, by: Person) -> None:
        if not self.may_run(by, meeting):
            raise PersonError("Coordinators, the chair and the note-taker run the meeting.")

    def _under_way(self, session: Session, code: str, by: Person) -> Meeting:
        row = self._led(session, code, by)
        if row.state != MeetingState.RUNNING:
            raise PersonError("This meeting is not running. Type /agenda to see how it stands.")
        return row

    def _up(self, session: Session, row: Meeting, item_id: int) -> AgendaItem:
        if row.current != item_id:
            raise changed_meanwhile()
        return self._item_row(session, item_id)

    def _sit(self, session: Session, row: Meeting, seat: str, how: Reply | None) -> None:
        known = session.get(SeatPresence, (row.id, seat))
        if how is None:
            if known is not None:
                session.delete(known)
        elif known is None:
            session.add(SeatPresence(meeting_id=row.id, seat=seat, how=how, at=self._clock.now()))
        else:
            known.how = how
        session.flush()

    def _stop_timer(self, session: Session, row: Meeting) -> None:
        if row.current is not None and row.current_since is not None:
            item = self._item_row(session, row.current)
            item.seconds += int((self._clock.now() - row.current_since).total_seconds())
        row.current, row.current_since = None, None
        session.flush()

    def _take_up_next(self, session: Session, row: Meeting) -> None:
        waiting = self._value(session, row).coming_up
        if waiting:
            self._set_current(session, row, self._item_row(session, waiting[0].id))

    def _set_current(self, session: Session, row: Meeting, item: AgendaItem) -> None:
        now = self._clock.now()
        row.current, row.current_since = item.id, now
        left = timedelta(minutes=item.minutes) - timedelta(seconds=item.seconds)
        session.flush()
        if left > timedelta(0):
            # when the time box runs out, the message says so
            revise(session, kind=RUNNING, subject=row.code, now=now, not_before=now + left)

    def _reviewed(self, session: Session, row: Meeting, item: AgendaItem) -> None:
        """A decision that came up for review was looked at."""
        if item.origin == Origin.DECISION and item.cause:
            decision = session.get(Decision, int(item.cause.partition("|")[2]))
            if decision is not None:
                decision.reviewed_in = row.id

    def _shown(self, session: Session, row: Meeting) -> None:
        session.flush()
        for kind in (RUNNING, DRAFT, AGENDA):
            revise(session, kind=kind, subject=row.code, now=self._clock.now())

    def decision_log(self, person: Person) -> tuple[tuple[Decided, str], ...]:
        """Every decision this person may read, newest first, each with its series' name."""
        with self._store.read() as session:
            rows = session.scalars(select(Decision).order_by(Decision.at.desc(), Decision.id.desc())).all()
            return tuple(
                (self._decided(row), series.name if (series := self._series.get(row.series)) else row.series)
                for row in rows if self._may_read(person, row)
            )  # fmt: skip

    def _may_read(self, person: Person, row: Decision) -> bool:
        series = self._series.get(row.series)
        return person.is_member and (not row.is_restricted or (series is not None and self.belongs(person, series)))
