"""While a meeting runs: start, who is here, what became of each item, notes, decisions, action items, end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.meetings.agenda import Item, ItemState
from bot.meetings.quorum import Reply
from bot.meetings.running import Motion
from bot.meetings.values import MeetingNow
from bot.problems import PersonError
from bot.services import Services
from bot.views import ids
from bot.views import meeting_windows as windows
from bot.views import meetings_running as views
from bot.views.kit import Block
from handlers import payload
from handlers.payload import Json


def register(app: App) -> None:
    app.action(ids.MEETING_START)(start)
    app.action(ids.MEETING_ATTEND)(open_attending)
    app.view(ids.MEETING_ATTEND_WINDOW)(attend)
    app.action(ids.MEETING_DISCUSSED)(discussed)
    app.action(ids.MEETING_DEFERRED)(deferred)
    app.action(ids.MEETING_TAKE_UP)(take_up)
    app.action(ids.MEETING_DECIDE)(open_deciding)
    app.view(ids.MEETING_DECIDE_WINDOW)(decide)
    app.action(ids.MEETING_NOTE)(open_note)
    app.view(ids.MEETING_NOTE_WINDOW)(note)
    app.action(ids.MEETING_PROMISE)(open_promise)
    app.view(ids.MEETING_PROMISE_WINDOW)(promise)
    app.action(ids.MEETING_END)(end)


def start(ack: Ack, body: Json, services: Services) -> None:
    by = services.people.who(payload.person(body))
    services.meetings.start(payload.pressed_value(body), by=by, key=payload.delivery_key(body))
    ack()


def end(ack: Ack, body: Json, services: Services) -> None:
    by = services.people.who(payload.person(body))
    services.meetings.end(payload.pressed_value(body), by=by, key=payload.delivery_key(body))
    ack()


def discussed(ack: Ack, body: Json, services: Services) -> None:
    _finish(ack, body, services, ItemState.DISCUSSED)


def deferred(ack: Ack, body: Json, services: Services) -> None:
    _finish(ack, body, services, ItemState.DEFERRED)


def _finish(ack: Ack, body: Json, services: Services, outcome: ItemState) -> None:
    code, _, item = payload.pressed_value(body).partition("|")
    by = services.people.who(payload.person(body))
    services.meetings.finish(code, int(item), outcome, by=by, key=payload.delivery_key(body))
    ack()


def take_up(ack: Ack, body: Json, services: Services) -> None:
    item, code, current = payload.pressed_value(body).split("|")
    by = services.people.who(payload.person(body))
    services.meetings.take_up(
        code, int(item), instead_of=int(current) if current else None, by=by, key=payload.delivery_key(body)
    )
    ack()


def open_attending(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    meeting = _led(body, services, payload.pressed_value(body))
    client.views_open(trigger_id=payload.trigger(body), view=views.attend_window(meeting))
    ack()


def attend(ack: Ack, body: Json, services: Services) -> None:
    """Only seats that were changed in this window are kept, so that two people can fill it in at once."""
    code, _, shown = payload.metadata(body).partition("|")
    before = dict(pair.split("=") for pair in shown.split(",") if pair)
    prefix = f"{ids.MEETING_SEAT}."
    chosen = {block.removeprefix(prefix): str(how) for block, how in payload.values(body).items() if block.startswith(prefix)}
    changed = {seat: None if how == views.ABSENT else Reply(how) for seat, how in chosen.items() if how != before.get(seat)}
    services.meetings.attend(code, changed, by=services.people.who(payload.person(body)), key=payload.delivery_key(body))
    ack()


def open_deciding(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    def window(meeting: MeetingNow, item: Item) -> Block:
        return views.decide_window(meeting, item, services.meetings.agencies_of(meeting.series))

    _open_for_item(ack, body, client, services, window)


def decide(ack: Ack, body: Json, services: Services) -> None:
    code, _, item = payload.metadata(body).partition("|")
    given = payload.values(body)
    day = given.get(ids.MEETING_DAY)
    motion = Motion(
        str(given.get(ids.MEETING_WORDS) or ""), given.get(ids.MEETING_AGENCY), tuple(given.get(ids.MEETING_DISSENT) or ()),
        str(given.get(ids.MEETING_TELL) or ""), date.fromisoformat(day) if day else None,
        given.get(ids.MEETING_EDITION, windows.RESTRICTED) != windows.PUBLIC,
    )  # fmt: skip
    by = services.people.who(payload.person(body))
    try:
        services.meetings.decide(code, int(item), motion, by=by, key=payload.delivery_key(body))
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_WORDS: error.sentence})
        return
    ack()


def open_note(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _open_for_item(ack, body, client, services, views.note_window)


def note(ack: Ack, body: Json, services: Services) -> None:
    _, item, revision = payload.metadata(body).split("|")
    by = services.people.who(payload.person(body))
    try:
        services.meetings.note(
            int(item), int(revision), payload.text_value(body, ids.MEETING_NOTES), by=by, key=payload.delivery_key(body)
        )
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_NOTES: error.sentence})
        return
    ack()


def open_promise(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code, _, item = payload.pressed_value(body).partition("|")
    meeting = _led(body, services, code)
    about = services.meetings.item(int(item))[0] if item else None
    client.views_open(trigger_id=payload.trigger(body), view=views.promise_window(meeting, about))
    ack()


def promise(ack: Ack, body: Json, services: Services) -> None:
    code, _, item = payload.metadata(body).partition("|")
    given = payload.values(body)
    day = given.get(ids.MEETING_DAY)
    by = services.people.who(payload.person(body))
    try:
        services.meetings.promise(
            code, int(item) if item else None, str(given.get(ids.MEETING_WORDS) or ""), str(given.get(ids.MEETING_OWNER) or ""),
            date.fromisoformat(day) if day else None, by=by, key=payload.delivery_key(body),
        )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_WORDS: error.sentence})
        return
    ack()


def _open_for_item(
    ack: Ack, body: Json, client: WebClient, services: Services, window: Callable[[MeetingNow, Item], Block]
) -> None:
    code, _, item_id = payload.pressed_value(body).partition("|")
    meeting = _led(body, services, code)
    item, _ = services.meetings.item(int(item_id))
    client.views_open(trigger_id=payload.trigger(body), view=window(meeting, item))
    ack()


def _led(body: Json, services: Services, code: str) -> MeetingNow:
    meeting = services.meetings.meeting(code)
    if not services.meetings.may_run(services.people.who(payload.person(body)), meeting):
        raise PersonError("Coordinators, the chair and the note-taker run the meeting.")
    return meeting
