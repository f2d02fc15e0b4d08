"""What people were told about meetings, held against the database; and what was announced, held against channels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.action_items.records import ActionItem
from bot.meetings import ground
from bot.meetings.agenda import ItemState, Origin
from bot.meetings.records import AgendaItem, Decision, Meeting, MeetingAction, SeatPresence, SeatReply
from bot.meetings.values import MeetingState
from bot.outbox.records import OutboxRow, State, Verb
from bot.practice import PracticeSlack
from bot.settings import AppSettings
from bot.store.engine import Store
from bot.views import ids
from bot.views.meeting_windows import CANCEL, STANDS
from bot.views.meeting_words import MOST_SHOWN
from bot.views.meetings_running import REST_IN_FILE
from bot.workdays import calendar_for
from tests.faults.verdict import Verdict

LIVELY = 15
FIRST_DAY = date(2026, 11, 23)
# the sample city's own meetings in the weeks a run may last
FIXED = {
    "coordinating-group": (date(2026, 12, 1), date(2027, 1, 5)),
    "shelter-subgroup": (date(2026, 12, 3), date(2026, 12, 17), date(2026, 12, 31), date(2027, 1, 14)),
}
# an item that was carried on stays in the record of the meeting that left it
LEFT = (ItemState.WAITING, ItemState.DEFERRED)
ENDS_AS = {
    ids.MEETING_DISCUSSED: {ItemState.DISCUSSED, ItemState.DECIDED},
    ids.MEETING_DEFERRED: {ItemState.DEFERRED},
    ids.MEETING_DECIDE: {ItemState.DECIDED},
}
ONCE = re.compile(r"Agenda for .*|Minutes of .*|The meeting of .* is (running|over)")


@dataclass
class Deed:
    """Something one person did about a meeting. `told`: they were told, by the answer alone, that it is done."""

    what: str
    code: str
    by: str
    at: datetime
    subject: str = ""
    told: bool = False


@dataclass
class Record:
    """Everything that was tried. What was written is found by its words; `deeds` are in the order of their beginning."""

    matters: dict[str, Deed] = field(default_factory=dict)
    decisions: dict[str, Deed] = field(default_factory=dict)
    promises: dict[str, Deed] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)


class Judge:
    """One look at everything a company of meetings has done."""

    def __init__(self, record: Record, app: AppSettings, slack: PracticeSlack, verdict: Verdict, now: datetime) -> None:
        self._record, self._app, self._slack, self._verdict, self._now = record, app, slack, verdict, now
        self._seats = {seat.member: seat.id for agency in app.agencies for seat in agency.seats}
        self._agency_of = {member: agency.id for agency in app.agencies for member in agency.members}

    def look(self, store: Store) -> None:
        with store.read() as session:
            self._meetings = {row.code: row for row in session.scalars(select(Meeting))}
            self._items = {row.id: row for row in session.scalars(select(AgendaItem))}
            self._decided = list(session.scalars(select(Decision)))
            posts = select(OutboxRow).where(OutboxRow.kind.like("meeting.%"), OutboxRow.verb == Verb.POST)
            self._rows = list(session.scalars(posts))
            self._matters()
            self._written(session)
            self._finished()
            self._acts()
            self._replies(session)
            self._changes()
        self._due()
        for meeting in self._meetings.values():
            self._announced(meeting)
            self._shown(meeting)
        self._said_once()

    def _matters(self) -> None:
        """Each item stands once: where it was put, or where it was carried to."""
        brought = Counter(item.words for item in self._items.values() if item.origin == Origin.MEMBER)
        carried = {item.cause for item in self._items.values() if item.origin == Origin.CARRIED}
        stands = Counter(
            item.words for item in self._items.values()
            if item.state != ItemState.REMOVED and not (item.state in LEFT and f"carried|{item.id}" in carried)
        )  # fmt: skip
        self._verdict.agenda_items += sum(brought.values())
        self._once("an agenda", brought, self._record.matters)
        for words in brought:
            if stands[words] != 1:
                where = self._verdict.doubled if stands[words] else self._verdict.lost
                where.append(f"{words!r} stands {stands[words]} times on agendas")

    def _written(self, session: Session) -> None:
        self._once("the decision log", Counter(each.words for each in self._decided), self._record.decisions)
        promised = Counter(session.scalars(select(MeetingAction.words)))
        self._once("the meetings' action items", promised, self._record.promises)
        kept = Counter(words for words in session.scalars(select(ActionItem.words)) if words.startswith("errand "))
        self._once("the action items", kept, self._record.promises)

    def _once(self, where: str, kept: Counter[str], deeds: dict[str, Deed]) -> None:
        for words, deed in deeds.items():
            if deed.told and not kept[words]:
                self._verdict.lost.append(f"{deed.by} was told that {words!r} is in {where}, and it is not")
        self._verdict.doubled += [f"{words!r} is {count} times in {where}" for words, count in kept.items() if count > 1]
        self._verdict.phantom += [f"nobody ever wrote {words!r} into {where}" for words in kept if words not in deeds]

    def _finished(self) -> None:
        deeds = [*self._record.deeds, *self._record.decisions.values()]
        for deed in deeds:
            if deed.told and deed.what in ENDS_AS:
                item = self._items.get(int(deed.subject))
                state = item.state if item else "gone"
                if state not in ENDS_AS[deed.what]:
                    self._verdict.lost.append(f"{deed.by} was told {deed.what} of item {deed.subject}, which is {state}")

    def _acts(self) -> None:
        for deed in self._record.deeds:
            meeting = self._meetings.get(deed.code)
            if not deed.told or deed.what not in ("start", "end", "approve"):
                continue
            if meeting is None:
                self._verdict.lost.append(f"{deed.by} was told {deed.what} of a meeting that is gone")
                continue
            chairs = meeting.chair == self._agency_of.get(self._id(deed.by)) or (meeting.chair is None and deed.by == "dana")
            done = {"start": meeting.started_at, "end": meeting.ended_at, "approve": meeting.approved_at or not chairs}
            if not done[deed.what]:
                self._verdict.lost.append(f"{deed.by} was told {deed.what} of {meeting.series} {meeting.planned}: it is not so")

    def _replies(self, session: Session) -> None:
        kept = {(row.meeting_id, row.seat): row.reply for row in session.scalars(select(SeatReply))}
        present = {(row.meeting_id, row.seat): row.how for row in session.scalars(select(SeatPresence))}
        for what, states in (("reply", kept), ("attend", present)):
            for (code, subject), deeds in _grouped(self._record.deeds, what).items():
                meeting = self._meetings[code]
                seat = self._seats[self._id(subject)] if what == "reply" else subject
                self._latest(f"the {what} of {seat} at {meeting.series} {meeting.planned}", states.get((meeting.id, seat)), deeds)

    def _changes(self) -> None:
        by_day = {f"{row.series}|{row.planned}": row for row in self._meetings.values()}
        for (which, _), deeds in _grouped(self._record.deeds, "change").items():
            row = by_day.get(which)
            state = None if row is None else CANCEL if row.is_called_off else row.moved_at or STANDS
            self._latest(f"the day of {which}", state, deeds)

    def _latest(self, what: str, state: str | None, deeds: list[Deed]) -> None:
        """The last that was acknowledged is what is kept, unless something later has gone unanswered and counts as well."""
        last = max((number for number, deed in enumerate(deeds) if deed.told), default=None)
        if last is None:
            return
        allowed = {deed.what.partition(" ")[2] for deed in deeds[last:]}
        if state not in allowed:
            self._verdict.lost.append(f"{what} is {state}, but somebody was told {allowed}")

    def _due(self) -> None:
        """Every meeting whose day has come was announced, whether somebody led it or not.

        On a machine so busy that hardly any life lasts to its first look around, a whole day may pass with nobody there.
        """
        today = self._now.date() - timedelta(days=1)
        calendar = calendar_for(self._app)
        days = [FIRST_DAY + timedelta(days=number) for number in range((today - FIRST_DAY).days + 1)]
        due = {("morning-round", day) for day in days if not calendar.holiday(day) and not calendar.closure(day)}
        due |= {(series, day) for series, fixed in FIXED.items() for day in fixed if day <= today}
        known = {(row.series, row.planned): row for row in self._meetings.values()}
        for series, day in sorted(due):
            row = known.get((series, day))
            is_missing = row is None or (row.agenda_out_at is None and not row.is_called_off)
            if is_missing and self._was_there(day):
                self._verdict.lost.append(f"{series} of {day} was never announced")

    def _was_there(self, day: date) -> bool:
        """The assistant lived enough on the day before a meeting and on its own to have said yes to people, again and again."""
        deeds = [*self._record.deeds, *self._record.matters.values()]
        return sum(deed.told and deed.at.date() in (day, day - timedelta(days=1)) for deed in deeds) >= LIVELY

    def _announced(self, row: Meeting) -> None:
        name = f"{row.series} {row.planned}"
        if row.agenda_out_at:
            self._row(f"the agenda of {name}", ground.AGENDA, row.code)
        if row.started_at:
            self._row(f"the running order of {name}", ground.RUNNING, row.code)
        if row.approved_at:
            self._row(f"the minutes of {name}", ground.MINUTES, row.code)
        if row.invited_as:
            for sequence in range(row.sequence + 1):
                self._row(f"the calendar file {sequence} of {name}", ground.INVITATION, f"{row.code}|{sequence}",
                          may_be_stale=sequence < row.sequence)  # fmt: skip

    def _row(self, what: str, kind: str, subject: str, *, may_be_stale: bool = False) -> None:
        rows = [row for row in self._rows if row.kind == kind and row.subject == subject]
        if len(rows) > 1:
            self._verdict.doubled.append(f"{what} is {len(rows)} times in the outbox")
        if not rows:
            self._verdict.lost.append(f"{what} was never put into the outbox")
            return
        row = rows[0]
        too_late = row.not_after is not None and row.changed_at >= row.not_after
        if row.state != State.SENT and not (row.state == State.DROPPED and (too_late or may_be_stale)):
            self._verdict.lost.append(f"{what} was not posted: {row.state}, {row.reason}")

    def _shown(self, row: Meeting) -> None:
        """Messages that were posted show at the end how things are."""
        items = [item for item in self._items.values() if item.meeting_id == row.id]
        listed = [item for item in items if item.state not in (ItemState.REMOVED, ItemState.MERGED)]
        agenda, running = self._text(ground.AGENDA, row.code), self._text(ground.RUNNING, row.code)
        if agenda and row.state == MeetingState.ENDED and "This meeting is over" not in agenda:
            self._verdict.unfinished.append(f"the agenda of {row.series} {row.planned} still stands as if it came")
        if agenda and row.state != MeetingState.CANCELLED and len(listed) <= MOST_SHOWN:
            missing = [item.words for item in listed if item.words not in agenda]
            if missing:
                self._verdict.unfinished.append(f"the agenda of {row.series} {row.planned} does not show {missing[:3]}")
        if running and row.state == MeetingState.ENDED and "is over" not in running:
            self._verdict.unfinished.append(f"the running order of {row.series} {row.planned} still runs")
        minutes = self._text(ground.MINUTES, row.code)
        if minutes and REST_IN_FILE not in minutes:
            absent = [each.words for each in self._decided if each.meeting_id == row.id and each.words not in minutes]
            self._verdict.lost += [f"{words!r} is not in the minutes of {row.series} {row.planned}" for words in absent]

    def _text(self, kind: str, subject: str) -> str:
        row = next((row for row in self._rows if row.kind == kind and row.subject == subject and row.state == State.SENT), None)
        channel = self._slack._w.world.channels.get(row.channel or "") if row else None
        message = channel.messages.get(row.ts or "") if channel and row else None
        return f"{message.text}\n{message.blocks}" if message else ""

    def _said_once(self) -> None:
        """Seen from the channels alone: nobody was told twice of one meeting."""
        said = Counter(
            (channel.name, message.text)
            for channel in self._slack._w.world.channels.values() if not channel.is_dm
            for message in channel.messages.values()
            if message.bot_id and message.ephemeral_for is None and ONCE.fullmatch(message.text)
        )  # fmt: skip
        self._verdict.doubled += [f"{text!r} stands {count} times in {name}" for (name, text), count in said.items() if count > 1]

    def _id(self, name: str) -> str:
        return self._slack._w.world.person(name).id


def _grouped(deeds: Iterable[Deed], what: str) -> dict[tuple[str, str], list[Deed]]:
    found: dict[tuple[str, str], list[Deed]] = {}
    for deed in deeds:
        if deed.what.partition(" ")[0] == what:
            found.setdefault((deed.code, deed.subject), []).append(deed)
    return found
