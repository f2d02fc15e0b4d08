"""Whose turn it is: looking ahead, swapping, noting leave, and the checklist of a new chair."""

from __future__ import annotations

import re
from datetime import date

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.people.person import Act
from bot.problems import PersonError
from bot.services import Services
from bot.views import ids
from bot.views import meeting_windows as windows
from handlers import payload
from handlers.meetings import open_or_push, series_of
from handlers.payload import Json


def register(app: App) -> None:
    app.action(ids.MEETING_TURNS)(open_turns)
    app.action(re.compile(rf"^{re.escape(ids.MEETING_SWAP)}\.\d+$"))(open_swap)
    app.view(ids.MEETING_SWAP_WINDOW)(swap)
    app.action(ids.MEETING_LEAVE)(open_leave)
    app.view(ids.MEETING_LEAVE_WINDOW)(leave)
    app.action(re.compile(rf"^{re.escape(ids.MEETING_HANDOVER)}\.\w+$"))(tick_handover)


def open_turns(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = services.people.who(payload.person(body))
    meeting = services.meetings.meeting(payload.pressed_value(body))
    if not services.meetings.belongs(by, meeting.series):
        raise PersonError("Turns are the group's own.")
    own = {by.agency} if by.agency else set()
    swappable = frozenset({"*"} if by.may(Act.RUN_MEETING) else own)
    view = windows.turns_window(meeting, services.meetings.turns(meeting.series), swappable)
    client.views_open(trigger_id=payload.trigger(body), view=view)
    ack()


def open_swap(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    series_id, planned, role = payload.pressed_value(body).split("|")
    agencies = services.meetings.agencies_of(series_of(services, series_id))
    client.views_push(
        trigger_id=payload.trigger(body), view=windows.swap_window(series_id, date.fromisoformat(planned), role, agencies)
    )
    ack()


def swap(ack: Ack, body: Json, services: Services) -> None:
    series_id, planned, role = payload.metadata(body).split("|")
    series, by = series_of(services, series_id), services.people.who(payload.person(body))
    try:
        services.meetings.swap(
            series,
            date.fromisoformat(planned),
            role,
            payload.text_value(body, ids.MEETING_AGENCY),
            by=by,
            key=payload.delivery_key(body),
        )
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_AGENCY: error.sentence})
        return
    ack(response_action="clear")


def open_leave(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = services.people.who(payload.person(body))
    series = series_of(services, payload.pressed_value(body))
    agencies = services.meetings.agencies_of(series)
    if not by.may(Act.RUN_MEETING):
        agencies = tuple(each for each in agencies if each[0] == by.agency)
    if not agencies:
        raise PersonError("Your agency has no seat in this group.")
    open_or_push(client, body, windows.leave_window(series.id, agencies))
    ack()


def leave(ack: Ack, body: Json, services: Services) -> None:
    given = payload.values(body)
    try:
        services.meetings.leave(
            series_of(services, payload.metadata(body)), str(given[ids.MEETING_AGENCY]),
            date.fromisoformat(given[ids.MEETING_DAY]),
            date.fromisoformat(given[ids.MEETING_UNTIL]),
            by=services.people.who(payload.person(body)), key=payload.delivery_key(body),
        )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_UNTIL: error.sentence})
        return
    ack(response_action="clear")


def tick_handover(ack: Ack, body: Json, services: Services) -> None:
    code, _, point = payload.pressed_value(body).partition("|")
    services.meetings.tick_handover(code, point, by=services.people.who(payload.person(body)), key=payload.delivery_key(body))
    ack()
