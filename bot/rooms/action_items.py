"""What the action items room adds to the whole: its messages, what falls due, its part of Home, what can be asked in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.action_items import files
from bot.action_items.capture import Draft
from bot.action_items.capturing import Origin
from bot.action_items.ground import BATCH, CARD, DIGEST, EXPORT, MORNING, REROUTED, WATCHED, Ports
from bot.action_items.items import ItemState, Scope
from bot.action_items.service import ActionItems
from bot.announcements import Announcement, Attachment
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.services import Services, SkillRequest
from bot.views import action_items as views
from bot.views import kit
from bot.views.kit import Block, Message

ON_HOME = 5
MOST_IN_FILE = 5000


def add(services: Services) -> None:
    """Plugs the room in."""
    items = services.action_items = ActionItems(Ports(
        services.store, services.clock, services.settings, services.people, services.answers.identifiers_in,
        lambda: services.rooms.next_meeting() if services.rooms.next_meeting else None,
        lambda person, source: services.rooms.leads_meeting is not None and services.rooms.leads_meeting(person, source),
    ))  # fmt: skip
    _announce(services, items)
    services.rooms.ticks.append(items.tick)
    services.rooms.departures.append(items.somebody_left)
    services.rooms.skills["action-add"] = lambda request: _add_in_words(request, services)
    services.rooms.skills["action-list"] = lambda request: _list_in_words(request, services)

    def home(person: Person) -> Sequence[Block | None]:
        if not person.may(Act.POST_ACTION):
            return []
        sees_all = person.may(Act.SEE_ALL_ACTIONS)
        overdue = len(items.list(Scope.OVERDUE, person)) if sees_all else None
        return views.home_section(items.mine(person, ON_HOME), services.clock.now(), overdue)

    services.rooms.home.append(home)


def _announce(services: Services, items: ActionItems) -> None:
    now = services.clock.now
    announcements = services.announcements

    def card(item_id: str) -> Announcement | None:
        return Announcement(views.card(items.item(int(item_id)), now(), new=True))

    def batch(subject: str) -> Announcement | None:
        found = items.of_batch(*subject.split("|"))
        return Announcement(views.new_for_you(found, now())) if found else None

    def morning(subject: str) -> Announcement | None:
        user, day = subject.split("|")
        lines = items.morning_lines(user, date.fromisoformat(day))
        return Announcement(views.morning(lines, now())) if lines else None

    def watched(subject: str) -> Announcement | None:
        item = items.item(int(subject.partition("|")[0]))
        return Announcement(views.watched(item)) if item.state is ItemState.DONE else None

    def export(subject: str) -> Announcement | None:
        user, scope, form, code = subject.split("|")
        return _file(services, services.people.who(user), Scope(scope), form, code)

    announcements.add(CARD, card)
    announcements.add(BATCH, batch)
    announcements.add(MORNING, morning)
    announcements.add(WATCHED, watched)
    announcements.add(EXPORT, export)
    announcements.add(REROUTED, lambda subject: Announcement(views.rerouted(*items.rerouted(subject))))
    announcements.add(DIGEST, lambda monday: Announcement(views.digest(items.digest(date.fromisoformat(monday)), now())))


def _file(services: Services, person: Person, scope: Scope, form: str, code: str) -> Announcement | None:
    """The list as the person may see it when it is sent, not when it was asked for."""
    try:
        found = services.action_items.list(scope, person, MOST_IN_FILE)
    except PersonError:
        return None
    if form == "csv":
        data = files.as_csv(found, lambda user: services.people.who(user).name or user)
    else:
        data = files.as_ics(found, services.clock.now())
    name = f"action-items-{code.lower()}.{form}"
    return Announcement(kit.message("Here is the list you asked for."), file=Attachment(name, data, "Action items"))


def _add_in_words(request: SkillRequest, services: Services) -> Message:
    """"Action item: @maria send the flyer by fri", said in a mention or a direct message."""
    words = request.args.get("text", "")
    if not words:
        return kit.message("What is to be done?", kit.section(
            "Say it in one line: `action item: @maria send the flyer draft by fri`. Or type `/action` for a window."
        ))  # fmt: skip
    line = f"{request.args.get('assignees', '')} {words}".strip()
    place = None if request.is_private else request.channel
    found = services.action_items.capture_text(line, request.person, Origin(request.key, channel=place))
    if isinstance(found, Draft):
        return views.not_kept(found)
    due = services.action_items.reader(request.person).read(line).due
    return views.kept(found, due, services.clock.now(), has_card=place is not None)


def _list_in_words(request: SkillRequest, services: Services) -> Message:
    """In a channel everybody reads along: there only the number is said."""
    scope = Scope.OVERDUE if "overdue" in request.text.casefold() else Scope.MINE
    found = services.action_items.list(scope, request.person)
    if not request.is_private:
        return kit.message(f"{len(found)} open. `/action list` shows them to you alone.")
    return views.listing(found, scope, services.clock.now())
