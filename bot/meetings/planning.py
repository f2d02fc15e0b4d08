"""The agenda before a meeting: adding, editing, ordering, deferring, merging, and what an owner says of it the day before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.meetings.agenda import LONGEST_WORDS, Gathered, Item, ItemState, Origin, RoundAnswer, Typed
from bot.meetings.gathering import Gathering
from bot.meetings.ground import changed_meanwhile, item_value, new_code
from bot.meetings.records import AgendaItem, Meeting
from bot.meetings.values import MeetingNow, MeetingState
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.settings import Series
from bot.store.once import first_time

MOST_MINUTES = 480
MOST_OWN_WAITING = 30


class Planning(Gathering):
    """Everybody in the group adds; who owns an item changes it; coordinators and the chair arrange the whole."""

    def add(
        self, series: Series, typed: Typed, *, by: Person, key: str, owner: str | None = None, link: str | None = None,
        planned: date | None = None, gathered: Gathered | None = None,
    ) -> tuple[Item, MeetingNow]:  # fmt: skip
        """Puts an item on the agenda of the next meeting, or of the one planned for a day. Raises PersonError."""
        if not by.may(Act.ADD_AGENDA_ITEM) or not self.belongs(by, series):
            raise PersonError("Only members of this group can put something on its agenda. Ask a coordinator to do it for you.")
        words, minutes = self.screened(typed.words), self._minutes(typed.minutes)
        cause = (gathered.cause if gathered else f"typed|{key}")[:120] if gathered or key else None
        with self._store.write() as session:
            row = self._meant(session, series, planned)
            known = session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == row.id, AgendaItem.cause == cause)).first()
            if cause and known is not None:
                if known.state == ItemState.REMOVED:
                    known.state, known.revision = ItemState.WAITING, known.revision + 1
                    self._changed(session, row)
                return item_value(known), self._value(session, row)
            if not first_time(session, key, self._clock.now()):
                raise PersonError("This is on the agenda already.")
            own = session.scalars(
                select(AgendaItem.id).where(AgendaItem.added_by == by.id, AgendaItem.meeting_id == row.id)
            ).all()
            if len(own) >= MOST_OWN_WAITING:
                raise PersonError("You have put a great deal on this agenda. Please merge or remove something first.")
            item = AgendaItem(
                code=new_code(), meeting_id=row.id, words=words, kind=typed.kind, minutes=minutes, owner=owner or by.id,
                is_restricted=typed.is_restricted, place=self._last_place(session, row.id) + 10, state=ItemState.WAITING,
                origin=gathered.origin if gathered else Origin.MEMBER, cause=cause, link=link, added_by=by.id,
                added_at=self._clock.now(),
            )  # fmt: skip
            session.add(item)
            self._changed(session, row)
            return item_value(item), self._value(session, row)

    def edit(self, item_id: int, revision: int, typed: Typed, *, owner: str | None, by: Person, key: str) -> MeetingNow:
        """Raises PersonError when somebody was faster, or the words may not stand there."""
        words, minutes = self.screened(typed.words), self._minutes(typed.minutes)
        with self._store.write() as session:
            item, row = self._mine(session, item_id, by)
            if not first_time(session, key, self._clock.now()):
                return self._value(session, row)
            if item.revision != revision:
                raise changed_meanwhile()
            item.words, item.minutes, item.kind, item.is_restricted = words, minutes, typed.kind, typed.is_restricted
            item.owner, item.revision = owner or item.owner, item.revision + 1
            self._changed(session, row)
            return self._value(session, row)

    def remove(self, item_id: int, *, by: Person, key: str) -> MeetingNow:
        """Takes a waiting item off."""
        with self._store.write() as session:
            item, row = self._mine(session, item_id, by)
            if first_time(session, key, self._clock.now()) and item.state == ItemState.WAITING:
                item.state, item.revision = ItemState.REMOVED, item.revision + 1
                self._changed(session, row)
            return self._value(session, row)

    def shift(self, code: str, revision: int, item_id: int, step: int, *, by: Person, key: str) -> MeetingNow:
        """One place up (-1) or down (1). `revision` is the order this person looked at: of two at once, one wins."""
        with self._store.write() as session:
            row = self._arranged(session, code, by)
            if not first_time(session, key, self._clock.now()):
                return self._value(session, row)
            if row.revision != revision:
                raise changed_meanwhile()
            shown = [item.id for item in self._value(session, row).agenda]
            at = shown.index(item_id) if item_id in shown else -1
            if at < 0 or not 0 <= at + step < len(shown):
                return self._value(session, row)
            shown[at], shown[at + step] = shown[at + step], shown[at]
            self._number(session, shown)
            self._changed(session, row)
            return self._value(session, row)

    def defer(self, item_id: int, *, by: Person, key: str) -> MeetingNow:
        """Moves a waiting item to the meeting after. Returns the meeting it leaves."""
        with self._store.write() as session:
            item, row = self._mine(session, item_id, by)
            if not first_time(session, key, self._clock.now()) or item.state != ItemState.WAITING:
                return self._value(session, row)
            later = self._after(session, row)
            self._copy(session, item, later)
            item.state, item.revision = ItemState.REMOVED, item.revision + 1
            self._changed(session, row)
            self._changed(session, later)
            return self._value(session, row)

    def merge(self, item_id: int, into: int, *, by: Person, key: str) -> MeetingNow:
        """One item takes the other in: the other's words stand below it, the longer time box counts."""
        with self._store.write() as session:
            item, target = self._item_row(session, item_id), self._item_row(session, into)
            row = session.get_one(Meeting, item.meeting_id)
            self._arranged(session, row.code, by)
            if item.id == target.id or target.meeting_id != item.meeting_id or target.state != ItemState.WAITING:
                raise PersonError("These two cannot be merged. Both must wait on the same agenda.")
            if first_time(session, key, self._clock.now()) and item.state == ItemState.WAITING:
                item.state, item.merged_into, item.revision = ItemState.MERGED, target.id, item.revision + 1
                target.minutes, target.revision = max(item.minutes, target.minutes), target.revision + 1
                target.is_restricted = target.is_restricted or item.is_restricted
                for earlier in session.scalars(select(AgendaItem).where(AgendaItem.merged_into == item.id)):
                    earlier.merged_into = target.id
                self._changed(session, row)
            return self._value(session, row)

    def add_action(self, action: str, *, by: Person, key: str) -> tuple[Item, MeetingNow]:
        """Puts an action item on its group's next agenda, once however often. Raises PersonError when it is there no more."""
        found = self._action(action)
        series = self._series.get(found.series or "", next(iter(self.series()), None)) if found else None
        if found is None or series is None:
            raise PersonError("There is no such action item any more.")
        typed = Typed(found.words[:LONGEST_WORDS], found.kind, found.minutes, found.is_restricted)
        return self.add(series, typed, by=by, key=key, owner=found.owner, gathered=found)

    def item(self, item_id: int) -> tuple[Item, MeetingNow]:
        with self._store.read() as session:
            row = session.get(AgendaItem, item_id)
            if row is None:
                raise PersonError("There is no such agenda item any more.")
            return item_value(row), self._value(session, session.get_one(Meeting, row.meeting_id))

    def answer_round(self, item_id: int, answer: RoundAnswer, *, by: Person, key: str) -> MeetingNow:
        """Done, on track or stuck, the day before: only what is stuck takes meeting time."""
        with self._store.write() as session:
            item = self._item_row(session, item_id)
            row = session.get_one(Meeting, item.meeting_id)
            if by.id != item.owner and not by.may(Act.RUN_MEETING):
                raise PersonError("Only who owns this item can say how it stands.")
            if first_time(session, key, self._clock.now()) and item.state == ItemState.WAITING:
                item.round, item.revision = answer, item.revision + 1
                self._changed(session, row)
            return self._value(session, row)

    def _meant(self, session: Session, series: Series, planned: date | None) -> Meeting:
        if planned is not None:
            occurrence = self._calendar(series, session).occurrence(planned)
            if occurrence is None or occurrence.cancelled or occurrence.ends <= self._clock.now():
                raise PersonError("There is no meeting on that day any more. Type /agenda to see the next one.")
            return self._ensure(session, occurrence)
        coming = self._next(series, session)
        if coming is None:
            raise PersonError("This group has no coming meeting. A coordinator can plan one in app.yaml.")
        return self._ensure(session, coming)

    def _after(self, session: Session, row: Meeting) -> Meeting:
        """The meeting after this one."""
        later = self._calendar(self._series[row.series], session).next_after(max(row.ends, self._clock.now()))
        if later is None:
            raise PersonError("There is no later meeting in the calendar.")
        return self._ensure(session, later)

    def _mine(self, session: Session, item_id: int, by: Person) -> tuple[AgendaItem, Meeting]:
        item = self._item_row(session, item_id)
        row = session.get_one(Meeting, item.meeting_id)
        own = by.is_member and by.id in (item.owner, item.added_by)
        if not own and not self.may_run(by, self._value(session, row)):
            raise PersonError("Coordinators, the chair, and who brought an item can change it.")
        if row.state not in (MeetingState.PLANNED, MeetingState.RUNNING):
            raise PersonError("This meeting is over: its agenda stays as it was.")
        return item, row

    def _arranged(self, session: Session, code: str, by: Person) -> Meeting:
        row = self._row(session, code, lock=True)
        if not self.may_run(by, self._value(session, row)):
            raise PersonError("Coordinators and the chair arrange the agenda.")
        return row

    def _number(self, session: Session, ids: Sequence[int]) -> None:
        """Hands the places that are in use out anew, in this order."""
        rows = {row.id: row for row in session.scalars(select(AgendaItem).where(AgendaItem.id.in_(ids)))}
        places = sorted(row.place for row in rows.values())
        steps = [place + number for number, place in enumerate(places)] if len(set(places)) < len(places) else places
        for place, item_id in zip(steps, ids, strict=True):
            rows[item_id].place = place

    @staticmethod
    def _minutes(minutes: int) -> int:
        if not 0 <= minutes <= MOST_MINUTES:
            raise PersonError("A time box is between 0 and 480 minutes.")
        return minutes

    def items_of(self, person: Person) -> tuple[tuple[Item, MeetingNow], ...]:
        """What this person owns on coming agendas."""
        now = self._clock.now()
        with self._store.read() as session:
            rows = session.execute(
                select(AgendaItem, Meeting).join(Meeting, Meeting.id == AgendaItem.meeting_id).where(
                    AgendaItem.owner == person.id, AgendaItem.state == ItemState.WAITING, Meeting.ends > now,
                    Meeting.state.in_((MeetingState.PLANNED, MeetingState.RUNNING)),
                ).order_by(Meeting.starts, AgendaItem.place)
            ).all()  # fmt: skip
            meetings: dict[int, MeetingNow] = {}
            for _, row in rows:
                if row.id not in meetings:
                    meetings[row.id] = self._value(session, row)
            return tuple((item_value(item), meetings[row.id]) for item, row in rows)
