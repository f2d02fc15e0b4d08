"""What the meetings room adds to the whole: its messages, what falls due, /agenda in words, Home; and what it takes from others.

Action items, counts of questions, rounds and unmet needs come onto the agenda from here: rooms do not know each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.action_items.capture import Filled
from bot.action_items.capturing import Origin as ItemOrigin
from bot.action_items.items import Item as ActionItem
from bot.action_items.items import ItemState as ActionState
from bot.action_items.items import Scope
from bot.announcements import Announcement, Attachment
from bot.learning.month import THEME, hidden_when_small
from bot.meetings import ground
from bot.meetings.agenda import Gathered, ItemKind, Origin, read_typed
from bot.meetings.decision_log import search
from bot.meetings.ground import Ports, Promise
from bot.meetings.minutes import Edition, FileKind, Meetings
from bot.meetings.values import MeetingNow, MeetingState
from bot.people.person import Act, Person, PersonKind, Role
from bot.problems import PersonError
from bot.services import Services, SkillRequest
from bot.settings import Series
from bot.views import meetings as views
from bot.views import meetings_running as running_views
from bot.views.kit import Block, Message
from bot.views.meeting_words import when

MOST_ACTIONS = 15
MOST_THEMES = 5
# lists are read on behalf of the whole group
ASSISTANT = Person("assistant", PersonKind.MEMBER, roles=frozenset({Role.COORDINATOR}))


def add(services: Services) -> None:
    """Plugs the room in."""
    ports = Ports(services.store, services.clock, services.settings, services.people, services.answers.identifiers_in)
    meetings = services.meetings = Meetings(ports)
    ports.gather.append(lambda series, _: actions_for(services, series))
    ports.gather.append(lambda series, _: counts_for(services, series))
    ports.keep_action.append(lambda promise: keep_action(services, promise))
    ports.ownerless.append(lambda: sum(not item.users for item in _unfinished(services)))
    ports.action_words.append(lambda code: next((_gathered(item) for item in _unfinished(services) if item.code == code), None))
    services.rooms.next_meeting = meetings.next_meeting
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
        return Announcement(message, file=Attachment(f"meeting-{meeting.planned.isoformat()}.ics", data, message.text))

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
    return views.overview(meeting, standing_of(services, person, meeting), others)


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


def actions_for(services: Services, series: Series) -> list[Gathered]:
    """Blocked and overdue action items: the main group sees all, a subgroup those it made in its own meetings."""
    now, is_main = services.clock.now(), services.meetings.series()[0].id == series.id
    found = [item for item in _unfinished(services) if item.state is ActionState.BLOCKED or item.is_overdue(now)]
    own = [item for item in found if _series_of(services, item) == series.id or (is_main and _series_of(services, item) is None)]
    own.sort(key=lambda item: (item.state is not ActionState.BLOCKED, item.due or now, item.id))
    return [_gathered(item) for item in own[:MOST_ACTIONS]]


def counts_for(services: Services, series: Series) -> list[Gathered]:
    """Counts for the main group: questions, records to be dialed, needs nobody met. Small ones are hidden (R62)."""
    if services.meetings.series()[0].id != series.id:
        return []
    found = [*_questions(services), *_rounds(services), *_unmet(services)]
    found += [each for counts in services.rooms.agenda_counts for each in counts()]
    return [Gathered(f"count|{cause}", words, Origin.COUNT, ItemKind.INFORM, 3) for cause, words in found]


def _questions(services: Services) -> list[tuple[str, str]]:
    services.answers.flush_counts()
    counts = services.answers.counts(f"{services.today():%Y-%m}")
    missed = sorted(
        ((topic.removeprefix(THEME), count) for (topic, outcome), count in counts.items()
         if outcome == "unsure" and topic.startswith(THEME)),
        key=lambda each: (-each[1], each[0]),
    )  # fmt: skip
    if not missed:
        return []
    said = ", ".join(f"{theme.replace('-', ' ')} {hidden_when_small(count)}" for theme, count in missed[:MOST_THEMES])
    return [("questions", f"Questions without an answer this month, by theme: {said}")]


def _rounds(services: Services) -> list[tuple[str, str]]:
    due = len(services.upkeep.round_for(ASSISTANT).due)
    return [("directory", f"Directory: {due} providers wait to be called in this month's round")] if due else []


def _unmet(services: Services) -> list[tuple[str, str]]:
    today = services.today()
    gaps = services.directory.gaps(f"{today:%Y}-Q{(today.month + 2) // 3}")
    if not gaps:
        return []
    said = ", ".join(f"{each.gap.need.replace('-', ' ')} {each.count or '<11'}" for each in gaps[:MOST_THEMES])
    return [("unmet", f"Needs nobody could meet this quarter: {said}")]


def keep_action(services: Services, promise: Promise) -> str | None:
    """An action item made in a meeting. Raises PersonError when its words may not stand there."""
    items = services.action_items
    draft = items.reader(promise.by).read_window(Filled(promise.words, (promise.who,), (), (), "", promise.due))
    kept = items.keep([draft], promise.by, ItemOrigin(promise.key, promise.source))
    return kept[0].code if kept else None


def _gathered(item: ActionItem) -> Gathered:
    blocked = item.state is ActionState.BLOCKED
    owner = next(iter(item.users), None)
    return Gathered(f"action|{item.code}", f"{'Blocked' if blocked else 'Overdue'}: {item.words}", Origin.ACTION, owner=owner)


def _unfinished(services: Services) -> tuple[ActionItem, ...]:
    return services.action_items.list(Scope.ALL, ASSISTANT, 500)


def _series_of(services: Services, item: ActionItem) -> str | None:
    """The series in whose meeting an action item was made."""
    kind, _, code = (item.source or "").partition("|")
    meeting = services.meetings.find(code) if kind == "meeting" else None
    return meeting.series.id if meeting else None
