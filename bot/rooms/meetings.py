"""What the meetings room adds to the whole: its messages, what falls due, /agenda in words, Home.

What comes onto the agenda from other rooms is in `meetings_gathering.py`: rooms do not know each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.announcements import Announcement, Attachment
from bot.meetings import ground
from bot.meetings.agenda import read_typed
from bot.meetings.decision_log import search
from bot.meetings.ground import Ports
from bot.meetings.minutes import Edition, FileKind, Meetings
from bot.meetings.values import MeetingNow, MeetingState
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.rooms import meetings_gathering as gathering
from bot.services import Services, SkillRequest
from bot.settings import Series
from bot.views import meetings as views
from bot.views import meetings_running as running_views
from bot.views.kit import Block, Message
from bot.views.meeting_words import when


def add(services: Services) -> None:
    """Plugs the room in."""
    ports = Ports(services.store, services.clock, services.settings, services.people, services.answers.identifiers_in)
    meetings = services.meetings = Meetings(ports)
    ports.gather.append(lambda series, _: gathering.actions_for(services, series))
    ports.gather.append(lambda series, _: gathering.counts_for(services, series))
    ports.keep_action.append(lambda promise: gathering.keep_action(services, promise))
    ports.ownerless.append(lambda: gathering.ownerless(services))
    ports.action_words.append(lambda code: gathering.action_for_agenda(services, code))
    services.rooms.next_meeting = meetings.next_meeting
    services.rooms.leads_meeting = lambda person, source: meetings.leads(person, gathering.series_of(services, source))
    services.rooms.ticks.append(meetings.tick)
    services.rooms.home.append(lambda person: home(services, person))
    services.rooms.skills["agenda-add"] = lambda request: add_in_words(services, request)
    services.rooms.skills["agenda-show"] = lambda request: show_in_words(services, request)
    services.rooms.skills["meeting-next"] = lambda request: show_in_words(services, request)
    _announce(services, meetings)
    _announce_minutes(services, meetings)


def _announce(services: Services, meetings: Meetings) -> None:
    announcements = services.announcements

    def agenda(code: str) -> Announcement | None:
        meeting = meetings.find(code)
        return Announcement(views.agenda_message(meeting)) if meeting else None

    def invitation(subject: str) -> Announcement | None:
        code, _, sequence = subject.partition("|")
        found = meetings.invitation_file(code, int(sequence))
        if found is None:
            return None
        meeting, data = found
        message = running_views.invitation_message(meeting)
        return Announcement(message, file=Attachment(f"meeting-{meeting.starts.date().isoformat()}.ics", data, message.text))

    def missing(subject: str) -> Announcement | None:
        found = meetings.seat_to_ask(*subject.split("|"))
        return Announcement(views.seat_missing(*found)) if found else None

    def round_robin(subject: str) -> Announcement | None:
        code, _, owner = subject.partition("|")
        meeting = meetings.find(code)
        if meeting is None or meeting.state is not MeetingState.PLANNED:
            return None
        items = [item for item in meeting.agenda if item.owner == owner and (item.joins_round or item.round)]
        return Announcement(views.round_message(meeting, items)) if items else None

    def turn(subject: str) -> Announcement | None:
        code, role, user = subject.split("|")
        meeting = meetings.find(code)
        if meeting is None or meeting.state is not MeetingState.PLANNED:
            return None
        if user not in meetings.heads(meeting.chair if role == "chair" else meeting.note_taker):
            return None
        return Announcement(views.turn_message(meeting, role))

    def handover(code: str) -> Announcement | None:
        found = meetings.handover(code)
        return Announcement(views.handover_message(found)) if found else None

    def lost(code: str) -> Announcement | None:
        meeting = meetings.lost_quorum(code)
        return Announcement(views.quorum_lost(meeting)) if meeting else None

    def changed(subject: str) -> Announcement | None:
        code, starts, state = subject.split("|")
        meeting = meetings.find(code)
        if meeting is None or meeting.state != state or meeting.starts != datetime.fromisoformat(starts):
            return None
        return Announcement(views.changed_message(meeting))

    announcements.add(ground.AGENDA, agenda)
    announcements.add(ground.INVITATION, invitation)
    announcements.add(ground.MISSING, missing)
    announcements.add(ground.ROUND, round_robin)
    announcements.add(ground.TURN, turn)
    announcements.add(ground.HANDOVER, handover)
    announcements.add(ground.LOST, lost)
    announcements.add(ground.CHANGED, changed)


def _announce_minutes(services: Services, meetings: Meetings) -> None:
    announcements = services.announcements

    def running(code: str) -> Announcement | None:
        meeting = meetings.find(code)
        return Announcement(running_views.running_message(meeting, services.clock.now())) if meeting else None

    def draft(code: str) -> Announcement | None:
        found = meetings.paper(code)
        return Announcement(running_views.draft_message(*found)) if found else None

    def minutes(code: str) -> Announcement | None:
        found = meetings.paper(code)
        return Announcement(running_views.minutes_message(*found)) if found else None

    def export(subject: str) -> Announcement | None:
        code, edition, kind = subject.split("|")
        made = meetings.file(code, Edition(edition), FileKind(kind))
        if made is None:
            return None
        meeting, name, data = made
        message = running_views.file_message(meeting)
        return Announcement(message, file=Attachment(name, data, message.text))

    def public(subject: str) -> Announcement | None:
        code, _, what = subject.partition("|")
        found = meetings.paper(code, Edition.PUBLIC)
        if found is None:
            return None
        meeting, paper = found
        return Announcement(running_views.public_minutes(meeting, paper) if what == "minutes" else views.public_agenda(meeting))

    announcements.add(ground.RUNNING, running)
    announcements.add(ground.DRAFT, draft)
    announcements.add(ground.MINUTES, minutes)
    announcements.add(ground.EXPORT, export)
    announcements.add(ground.PUBLIC, public)


def public_preview(services: Services, code: str, what: str) -> Sequence[Block]:
    """The public edition whole, to be read before it is posted. Raises PersonError when there is no such meeting."""
    found = services.meetings.paper(code, Edition.PUBLIC)
    if found is None:
        raise PersonError("There is no such meeting any more.")
    meeting, paper = found
    if what == "minutes":
        return running_views.paper_blocks(paper, running_views.PAPER_READ)
    return views.public_agenda(meeting).blocks


def standing_of(services: Services, person: Person, meeting: MeetingNow) -> views.Standing:
    """What this person may do with this meeting, and what is theirs in it."""
    meetings = services.meetings
    own = tuple(item for item, where in meetings.items_of(person) if where.series.id == meeting.series.id)
    seats = meeting.seats_of(person.id, person.agency) if person.is_member else ()
    of_group = meetings.belongs(person, meeting.series)
    return views.Standing(
        of_group and person.may(Act.ADD_AGENDA_ITEM), meetings.may_run(person, meeting), person.may(Act.RUN_MEETING),
        of_group, own,
        seats[0] if seats else None,
    )  # fmt: skip


def overview(services: Services, person: Person, series: Series | None) -> Message:
    """`/agenda`. Raises PersonError for guests and strangers."""
    if not person.is_member:
        raise PersonError("Agendas are for members of the task force.")
    meeting = services.meetings.coming(series) if series is not None else None
    if meeting is None:
        return views.overview(None, views.Standing(False, False, False, False))
    others = [
        (each.name, when(soon)) for each in services.meetings.series()
        if each.id != meeting.series.id and (soon := services.meetings.coming(each)) is not None
    ]  # fmt: skip
    return views.overview(meeting, standing_of(services, person, meeting), others, services.meetings.skipped_before(meeting))


def home(services: Services, person: Person) -> Sequence[Block | None]:
    series = services.meetings.series_for(person)
    if series is None or not services.meetings.belongs(person, series):
        return []
    meeting = services.meetings.coming(series)
    if meeting is None:
        return []
    turns = [turn for turn in services.meetings.turns(series) if turn.agency == person.agency]
    return views.home_section(meeting, standing_of(services, person, meeting), turns)


def decisions(services: Services, person: Person, asked: str) -> Message:
    """The decision log, as far as this person may read it."""
    if not person.is_member:
        raise PersonError("The decision log is for members of the task force.")
    log = services.meetings.decision_log(person)
    found = search(asked, [(each, f"{each[0].code} {each[0].words} {each[0].to_tell} {each[1]}") for each in log])
    return views.decisions_message(asked, found, len(log))


def add_in_words(services: Services, request: SkillRequest) -> Message:
    """`Put the flyer on the agenda`: kept at once; the reply says nothing of what it is."""
    series = services.meetings.series_for(request.person, request.channel)
    text = request.args.get("text") or request.args.get("rest") or ""
    if series is None:
        raise PersonError("No meeting is planned. A coordinator can add one to app.yaml.")
    if not text:
        raise PersonError("Say what it is about, for example: put the flyer on the agenda. Or type /agenda add …")
    item, meeting = services.meetings.add(series, read_typed(text), by=request.person, key=request.key)
    return views.added(meeting, item)


def show_in_words(services: Services, request: SkillRequest) -> Message:
    """The agenda, where only this person reads it; in a channel, where to look."""
    series = services.meetings.series_for(request.person, request.channel)
    if request.is_private:
        return overview(services, request.person, series)
    meeting = services.meetings.coming(series) if series is not None and request.person.is_member else None
    text = f"The next meeting: {when(meeting)}. Type /agenda to see what stands on it." if meeting else "No meeting is planned."
    return Message(text)
