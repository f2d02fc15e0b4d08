"""Agendas come in: `/agenda`, its window, the message shortcut, replies by seat, the round robin. Deciding happens elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.meetings.agenda import USUAL_MINUTES, ItemKind, RoundAnswer, Typed, read_typed
from bot.meetings.quorum import Reply
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.rooms import meetings as room
from bot.services import Services
from bot.settings import Series
from bot.views import ids
from bot.views import meeting_windows as windows
from bot.views import meetings as views
from bot.views.kit import Block, Message
from bot.views.meeting_words import clock, short_day
from handlers import paid_hours, payload
from handlers.payload import Json
from handlers.replying import direct

HELP = (
    "`/agenda` shows the next meeting and its agenda.\n"
    "`/agenda add decide: Approve the flyer 15 min` puts something on it; add `public` when everybody may read it. "
    "`/agenda add` opens a window.\n`/agenda decisions housing` searches the decision log.\n"
    "`/agenda hours 2.5` keeps paid hours of today, between you and the coordinator who sees to the payment."
)
COMING_SHOWN = 4
NEW, CHANGE = "new", "edit"


def register(app: App) -> None:
    app.command(ids.COMMAND_AGENDA)(command)
    app.shortcut(ids.SHORTCUT_AGENDA)(open_from_message)
    app.action(ids.MEETING_ADD)(open_new)
    app.action(re.compile(rf"^{re.escape(ids.MEETING_ITEM_EDIT)}\.\d+$"))(open_item)
    app.view(ids.MEETING_ITEM_WINDOW)(keep_item)
    app.action(ids.MEETING_FROM_ACTION)(add_action)
    app.action(ids.MEETING_SHOW)(show)
    app.action(re.compile(rf"^{re.escape(ids.MEETING_REPLY)}\.\w+$"))(reply)
    app.action(re.compile(rf"^{re.escape(ids.MEETING_ROUND)}\.[\w-]+$"))(answer_round)


def command(ack: Ack, command: Json, client: WebClient, services: Services) -> None:
    """Reads which of the few words was typed, asks the service, answers in the acknowledgement itself."""
    by = services.people.who(payload.person(command))
    text = payload.unescape(str(command.get("text") or "")).strip()
    series = services.meetings.series_for(by, payload.channel(command) or "")
    word, _, rest = text.partition(" ")
    match word.casefold():
        case "":
            ack(**room.overview(services, by, series).as_response())
        case "add" if not rest.strip():
            window = new_window(services, by, _must_be(series))
            client.views_open(trigger_id=payload.trigger(command), view=window)
            ack()
        case "add":
            item, meeting = services.meetings.add(_must_be(series), read_typed(rest), by=by, key=payload.delivery_key(command))
            ack(**views.added(meeting, item).as_response())
        case "hours":
            paid_hours.command(ack, command, rest.strip(), services)
        case "decisions" | "decision":
            ack(**room.decisions(services, by, rest.strip()).as_response())
        case _:
            ack(text=HELP)


def open_from_message(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The message is named by where it stands; its text stays there."""
    by = services.people.who(payload.person(body))
    series = services.meetings.series_for(by)
    if not by.may(Act.ADD_AGENDA_ITEM) or series is None or not services.meetings.belongs(by, series):
        ack()
        text = "Only members of the coordinating group can put something on its agenda. Ask a coordinator to do it for you."
        direct(client, by.id, Message(text))
        return
    place = f"{payload.channel(body)}|{payload.message_ts(body)}"
    client.views_open(trigger_id=payload.trigger(body), view=new_window(services, by, series, place))
    ack()


def open_new(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = services.people.who(payload.person(body))
    meeting = services.meetings.meeting(payload.pressed_value(body))
    window = new_window(services, by, meeting.series, planned=meeting.planned)
    open_or_push(client, body, window)
    ack()


def open_item(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    item, _ = services.meetings.item(int(payload.pressed_value(body)))
    open_or_push(client, body, windows.item_window(f"{CHANGE}|{item.id}|{item.revision}", item=item))
    ack()


def keep_item(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """A new item, or a changed one. What is the matter with the words is said beside them."""
    by = services.people.who(payload.person(body))
    given = payload.values(body)
    what, _, rest = payload.metadata(body).partition("|")
    first, _, second = rest.partition("|")
    minutes = str(given.get(ids.MEETING_MINUTES) or "").strip()
    if not minutes.isdigit():
        ack(response_action="errors", errors={ids.MEETING_MINUTES: "Write a whole number of minutes, such as 10."})
        return
    try:
        if what == CHANGE:
            _change_item(services, by, given, int(first), int(second), payload.delivery_key(body))
            ack()
            return
        link = permalink(client, first, second) if first else None
        series, planned = _chosen(services, given)
        item, meeting = services.meetings.add(
            series, typed_of(given), by=by, key=payload.delivery_key(body), owner=given.get(ids.MEETING_OWNER),
            link=link, planned=planned,
        )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_WORDS: error.sentence})
        return
    ack()
    direct(client, by.id, views.added(meeting, item))


def _change_item(services: Services, by: Person, given: Mapping[str, Any], item_id: int, revision: int, key: str) -> None:
    if windows.REMOVE in (given.get(ids.MEETING_WHAT) or ()):
        services.meetings.remove(item_id, by=by, key=key)
        return
    services.meetings.edit(item_id, revision, typed_of(given), owner=given.get(ids.MEETING_OWNER), by=by, key=key)


def typed_of(given: Mapping[str, Any]) -> Typed:
    kind = ItemKind(given.get(ids.MEETING_KIND) or ItemKind.DISCUSS)
    return Typed(
        str(given.get(ids.MEETING_WORDS) or ""), kind, int(given.get(ids.MEETING_MINUTES) or USUAL_MINUTES[kind]),
        given.get(ids.MEETING_EDITION) != windows.PUBLIC,
    )  # fmt: skip


def add_action(ack: Ack, body: Json, client: WebClient, services: Services, respond: Respond) -> None:
    """The button on a blocked action item; its value is the item's code. On Home the answer has nowhere else to stand."""
    by = services.people.who(payload.person(body))
    item, meeting = services.meetings.add_action(payload.pressed_value(body), by=by, key=payload.delivery_key(body))
    ack()
    if payload.channel(body) is None:
        direct(client, by.id, views.added(meeting, item))
        return
    respond(**views.added(meeting, item).as_response(), replace_original=False, response_type="ephemeral")


def show(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The whole agenda in a direct message: from Home there is nowhere else to show it."""
    by = services.people.who(payload.person(body))
    message = room.overview(services, by, services.meetings.meeting(payload.pressed_value(body)).series)
    ack()
    direct(client, by.id, message)


def reply(ack: Ack, body: Json, services: Services, respond: Respond) -> None:
    said = Reply(payload.action_id(body).rpartition(".")[2])
    by = services.people.who(payload.person(body))
    code, _, seat = payload.pressed_value(body).partition("|")
    meeting, place = services.meetings.reply(code, said, by=by, key=payload.delivery_key(body), seat=seat or None)
    ack()
    respond(**views.reply_kept(meeting, place).as_response(), replace_original=False, response_type="ephemeral")


def answer_round(ack: Ack, body: Json, services: Services, respond: Respond) -> None:
    """One tap; the message shows what was said of each item."""
    by = services.people.who(payload.person(body))
    answer = RoundAnswer(payload.action_id(body).rpartition(".")[2])
    meeting = services.meetings.answer_round(int(payload.pressed_value(body)), answer, by=by, key=payload.delivery_key(body))
    ack()
    items = [item for item in meeting.agenda if item.owner == by.id and (item.joins_round or item.round)]
    respond(**views.round_message(meeting, items).as_response(), replace_original=True)


def new_window(services: Services, by: Person, series: Series, place: str = "|", planned: date | None = None) -> Block:
    """An empty window, with the meetings this person may add to; nothing a person typed before is carried along."""
    meetings = services.meetings
    if not by.may(Act.ADD_AGENDA_ITEM) or not meetings.belongs(by, series):
        raise PersonError("Only members of this group can put something on its agenda. Ask a coordinator to do it for you.")
    which: list[tuple[str, str]] = []
    for each in sorted(meetings.series(), key=lambda one: one.id != series.id):
        if meetings.belongs(by, each):
            soon = [
                (one.planned, f"{short_day(one.starts)}, {clock(one.starts)}", one.cancelled)
                for one in meetings.upcoming(each, COMING_SHOWN)
            ]
            which += windows.choices(each.id, each.name, [one for one in soon if not one[2]])
    initial = f"{series.id}|{planned.isoformat()}" if planned else next((value for value, _ in which), "")
    return windows.item_window(f"{NEW}|{place}", owner=by.id, which=which, initial=initial, is_from_message=place != "|")


def open_or_push(client: WebClient, body: Json, window: Block) -> None:
    """On top of the window that is open, or as a window of its own."""
    if (body.get("view") or {}).get("type") == "modal":
        client.views_push(trigger_id=payload.trigger(body), view=window)
    else:
        client.views_open(trigger_id=payload.trigger(body), view=window)


def permalink(client: WebClient, channel: str, ts: str) -> str | None:
    try:
        return str(client.chat_getPermalink(channel=channel, message_ts=ts)["permalink"])
    except SlackApiError:
        # a message that is gone, or a channel the assistant is not in: the item stands without a link
        return None


def series_of(services: Services, series_id: str) -> Series:
    found = next((each for each in services.meetings.series() if each.id == series_id), None)
    if found is None:
        raise PersonError("There is no such group any more.")
    return found


def _chosen(services: Services, given: Mapping[str, Any]) -> tuple[Series, date | None]:
    series_id, _, planned = str(given.get(ids.MEETING_WHICH) or "").partition("|")
    return series_of(services, series_id), date.fromisoformat(planned) if planned else None


def _must_be(series: Series | None) -> Series:
    if series is None:
        raise PersonError("No meeting is planned. A coordinator can add one to app.yaml.")
    return series
