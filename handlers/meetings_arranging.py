"""Coordinators and the chair arrange an agenda, move or cancel a meeting, and post public editions."""

from __future__ import annotations

import re
from datetime import date

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.people.person import Act
from bot.problems import PersonError
from bot.rooms import meetings as room
from bot.services import Services
from bot.views import ids
from bot.views import meeting_windows as windows
from bot.views.meeting_words import clock, short_day
from handlers import payload
from handlers.meetings import CHANGE, open_or_push, series_of
from handlers.payload import Json

EXCEPTIONS_SHOWN = 8


def register(app: App) -> None:
    app.action(ids.MEETING_ARRANGE)(open_arranging)
    app.action(re.compile(rf"^{re.escape(ids.MEETING_ARRANGE_ITEM)}\.\d+$"))(arrange)
    app.view(ids.MEETING_MERGE_WINDOW)(merge)
    app.action(ids.MEETING_EXCEPTION)(open_exception)
    app.view(ids.MEETING_EXCEPTION_WINDOW)(keep_exception)
    app.action(ids.MEETING_PUBLISH)(open_publishing)
    app.view(ids.MEETING_PUBLISH_WINDOW)(publish)


def open_arranging(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    meeting = services.meetings.meeting(payload.pressed_value(body))
    if not services.meetings.may_run(services.people.who(payload.person(body)), meeting):
        raise PersonError("Coordinators and the chair arrange the agenda. You can add an item.")
    client.views_open(trigger_id=payload.trigger(body), view=windows.arrange_window(meeting))
    ack()


def arrange(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """One menu choice. The window shows the order as it is then; somebody who came second sees it, and is told."""
    by, key = services.people.who(payload.person(body)), payload.delivery_key(body)
    what, item_id, code, revision = payload.pressed_value(body).split("|")
    meetings, item = services.meetings, int(item_id)
    match what:
        case windows.EDIT:
            found, _ = meetings.item(item)
            client.views_push(trigger_id=payload.trigger(body),
                              view=windows.item_window(f"{CHANGE}|{found.id}|{found.revision}", item=found))  # fmt: skip
            ack()
            return
        case windows.MERGE:
            found, meeting = meetings.item(item)
            client.views_push(trigger_id=payload.trigger(body), view=windows.merge_window(meeting, found))
            ack()
            return
    try:
        if what == windows.LATER:
            meeting = meetings.defer(item, by=by, key=key)
        else:
            meeting = meetings.shift(code, int(revision), item, -1 if what == windows.UP else 1, by=by, key=key)
    except PersonError:
        ack()
        client.views_update(view_id=body["view"]["id"], view=windows.arrange_window(meetings.meeting(code)))
        raise
    ack()
    client.views_update(view_id=body["view"]["id"], view=windows.arrange_window(meeting))


def merge(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _, _, item = payload.metadata(body).partition("|")
    by = services.people.who(payload.person(body))
    try:
        meeting = services.meetings.merge(
            int(item), int(payload.text_value(body, ids.MEETING_WHICH)), by=by, key=payload.delivery_key(body)
        )
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_WHICH: error.sentence})
        return
    ack()
    if below := body["view"].get("previous_view_id"):
        client.views_update(view_id=below, view=windows.arrange_window(meeting))


def open_exception(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    meeting = services.meetings.meeting(payload.pressed_value(body))
    if not services.people.who(payload.person(body)).may(Act.RUN_MEETING):
        raise PersonError("Coordinators move and cancel meetings.")
    coming = services.meetings.upcoming(meeting.series, EXCEPTIONS_SHOWN)
    which = windows.choices(
        meeting.series.id, meeting.series.name,
        [(one.planned, f"{short_day(one.starts)}, {clock(one.starts)}", one.cancelled) for one in coming],
    )  # fmt: skip
    initial = f"{meeting.series.id}|{meeting.planned.isoformat()}"
    open_or_push(client, body, windows.exception_window(meeting.code, which, initial))
    ack()


def keep_exception(ack: Ack, body: Json, services: Services) -> None:
    given = payload.values(body)
    series_id, _, planned = str(given.get(ids.MEETING_WHICH)).partition("|")
    what, day, at = given.get(ids.MEETING_WHAT), given.get(ids.MEETING_DAY), given.get(ids.MEETING_TIME)
    if what == windows.MOVE and not day and not at:
        ack(response_action="errors", errors={ids.MEETING_DAY: "Choose a new day, or a new time below."})
        return
    moved = what == windows.MOVE
    try:
        services.meetings.change(
            series_of(services, series_id), date.fromisoformat(planned), cancel=what == windows.CANCEL,
            day=date.fromisoformat(day) if day and moved else None, at=str(at) if at and moved else None,
            by=services.people.who(payload.person(body)), key=payload.delivery_key(body),
        )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_WHICH: error.sentence})
        return
    ack()


def open_publishing(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code, _, what = payload.pressed_value(body).partition("|")
    if not services.people.who(payload.person(body)).may(Act.RUN_MEETING):
        raise PersonError("Coordinators post public editions.")
    window = windows.publish_window(services.meetings.meeting(code), what, room.public_preview(services, code, what))
    client.views_open(trigger_id=payload.trigger(body), view=window)
    ack()


def publish(ack: Ack, body: Json, services: Services) -> None:
    """R72: both points of the check are ticked, or nothing is posted."""
    code, _, what = payload.metadata(body).partition("|")
    ticked = set(payload.values(body).get(ids.MEETING_CHECKED) or ())
    try:
        services.meetings.publish(
            code,
            what,
            checked={"law", "read"} <= ticked,
            by=services.people.who(payload.person(body)),
            key=payload.delivery_key(body),
        )
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_CHECKED: error.sentence})
        return
    ack()
