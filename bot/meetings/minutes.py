"""Minutes: a draft from what was recorded, edited, approved by the chair, posted; the public edition; files of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from bot.meetings.export import markdown, word_file
from bot.meetings.ground import DRAFT, EXPORT, MINUTES, PUBLIC, changed_meanwhile
from bot.meetings.paper import Paper, minutes_paper, public_paper
from bot.meetings.records import AgendaItem, Meeting
from bot.meetings.running import LONGEST_NOTES, Running
from bot.meetings.values import MeetingNow, MeetingState
from bot.outbox.writing import enqueue, revise
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.store.once import first_time


class Edition(StrEnum):
    FULL = "full"
    PUBLIC = "public"


class FileKind(StrEnum):
    MARKDOWN = "md"
    WORD = "docx"


@dataclass(frozen=True)
class NotesEdit:
    """What a window holds: opening words and the notes of each item, by item id."""

    opening: str
    notes: Mapping[int, str]


class Meetings(Running):
    """The whole room: everything people do about meetings, one method a transaction."""

    def edit_minutes(self, code: str, revision: int, edit: NotesEdit, *, by: Person, key: str) -> MeetingNow:
        """Saves the draft. Raises PersonError when somebody else saved meanwhile, or words may not stand there."""
        opening = self.screened(edit.opening, most=LONGEST_NOTES, needed=False)
        notes = {item: self.screened(words, most=LONGEST_NOTES, needed=False) for item, words in edit.notes.items()}
        with self._store.write() as session:
            row = self._led(session, code, by)
            if not first_time(session, key, self._clock.now()):
                return self._value(session, row)
            if row.state != MeetingState.ENDED or row.approved_at is not None:
                raise PersonError("The minutes can be edited after the meeting and until they are approved.")
            if row.minutes_revision != revision:
                raise changed_meanwhile()
            row.opening, row.minutes_revision = opening, revision + 1
            for item in session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == row.id)):
                if item.id in notes:
                    item.notes = notes[item.id]
            session.flush()
            revise(session, kind=DRAFT, subject=code, now=self._clock.now())
            return self._value(session, row)

    def approve(self, code: str, revision: int, *, by: Person, key: str) -> MeetingNow:
        """The chair approves what they have read: the minutes are fixed and posted, once. Raises PersonError."""
        now = self._clock.now()
        with self._store.write() as session:
            row = self._row(session, code, lock=True)
            meeting = self._value(session, row)
            if not self.may_approve(by, meeting):
                raise PersonError("The chair of the meeting approves its minutes.")
            if not first_time(session, key, now) or row.approved_at is not None:
                return meeting
            if row.state != MeetingState.ENDED:
                raise PersonError("The minutes can be approved once the meeting has ended.")
            if row.minutes_revision != revision:
                raise changed_meanwhile()
            row.paper = minutes_paper(meeting, self.name_of).as_json()
            row.public_paper = public_paper(meeting, self.name_of).as_json()
            row.approved_by, row.approved_at = by.id, now
            session.flush()
            target = self.channel_of(meeting.series)
            enqueue(
                session, kind=MINUTES, subject=code, target=target, key=f"meeting-minutes|{row.series}|{row.planned}", now=now
            )
            enqueue(session, kind=EXPORT, subject=f"{code}|{Edition.FULL}|{FileKind.WORD}", target=target, now=now,
                    key=f"meeting-minutes-file|{row.series}|{row.planned}")  # fmt: skip
            revise(session, kind=DRAFT, subject=code, now=now)
            return self._value(session, row)

    def publish(self, code: str, what: str, *, checked: bool, by: Person, key: str) -> MeetingNow:
        """Posts the public edition of agenda or minutes in the general channel. R72: only after the open-meetings check."""
        if what not in ("agenda", "minutes"):
            raise ValueError(what)
        if not by.may(Act.RUN_MEETING):
            raise PersonError("Coordinators post public editions.")
        if not checked:
            raise PersonError("Please make the open-meetings check first, and tick every point of it.")
        general = self._settings.app.channels.general
        if general is None:
            raise PersonError("No general channel is named in app.yaml, so there is nowhere to post it.")
        now = self._clock.now()
        with self._store.write() as session:
            row = self._row(session, code, lock=True)
            meeting = self._value(session, row)
            if what == "minutes" and row.approved_at is None:
                raise PersonError("The minutes are not approved yet.")
            if first_time(session, key, now):
                if what == "minutes":
                    row.opened_by = by.id
                fresh = enqueue(session, kind=PUBLIC, subject=f"{code}|{what}", target=general, now=now,
                                key=f"meeting-public|{row.series}|{row.planned}|{what}")  # fmt: skip
                if not fresh:
                    revise(session, kind=PUBLIC, subject=f"{code}|{what}", now=now)
                elif what == "minutes":
                    enqueue(session, kind=EXPORT, subject=f"{code}|{Edition.PUBLIC}|{FileKind.WORD}", target=general, now=now,
                            key=f"meeting-public-file|{row.series}|{row.planned}")  # fmt: skip
                session.flush()
            return meeting

    def ask_for_file(self, code: str, edition: Edition, kind: FileKind, *, by: Person, key: str) -> None:
        """Sends the minutes as a file to the person who asks."""
        meeting = self.meeting(code)
        if edition is Edition.FULL and not self.belongs(by, meeting.series):
            raise PersonError("Members of the group can have the full minutes.")
        if not by.is_member or (meeting.opened_by is None and not self.belongs(by, meeting.series)):
            raise PersonError("Members of the task force can have the public edition as a file, once it is posted.")
        if meeting.state is not MeetingState.ENDED:
            raise PersonError("There are no minutes before the meeting has ended.")
        now = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                enqueue(
                    session,
                    kind=EXPORT,
                    subject=f"{code}|{edition}|{kind}",
                    target=by.id,
                    now=now,
                    key=f"meeting-file|{key}|{kind}",
                )

    def paper(self, code: str, edition: Edition = Edition.FULL) -> tuple[MeetingNow, Paper] | None:
        """The approved paper; before approval, the draft as it stands. None when there is no such meeting."""
        with self._store.read() as session:
            row = session.scalars(select(Meeting).where(Meeting.code == code)).first()
            if row is None:
                return None
            meeting = self._value(session, row)
            kept = row.paper if edition is Edition.FULL else row.public_paper
        if kept:
            return meeting, Paper.from_json(kept)
        make = minutes_paper if edition is Edition.FULL else public_paper
        return meeting, make(meeting, self.name_of)

    def file(self, code: str, edition: Edition, kind: FileKind) -> tuple[MeetingNow, str, bytes] | None:
        """The meeting, a file name and its bytes."""
        found = self.paper(code, edition)
        if found is None:
            return None
        meeting, paper = found
        data = markdown(paper) if kind is FileKind.MARKDOWN else word_file(paper)
        draft = "" if meeting.is_approved else "-draft"
        return meeting, f"minutes-{meeting.starts.date().isoformat()}-{edition}{draft}.{kind}", data

    def name_of(self, user: str) -> str:
        """A person's name as Slack has it; empty when they cannot be looked up."""
        return self._people.who(user).name

    def latest_minutes(self, person: Person, count: int = 5) -> tuple[MeetingNow, ...]:
        """Approved minutes this person may read, newest first."""
        with self._store.read() as session:
            rows = session.scalars(
                select(Meeting).where(Meeting.approved_at.is_not(None)).order_by(Meeting.starts.desc()).limit(count * 4)
            ).all()
            found = [self._value(session, row) for row in rows]
        return tuple(each for each in found if self.belongs(person, each.series))[:count]
