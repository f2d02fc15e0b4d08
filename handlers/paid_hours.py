"""Paid hours: `/agenda hours`, the window to record some, and the coordinator's window. Nothing is posted where others read."""

from __future__ import annotations

import re
from datetime import date

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.problems import PersonError
from bot.services import Services
from bot.views import ids
from bot.views import paid_hours as views
from handlers import payload
from handlers.payload import Json


def register(app: App) -> None:
    app.action(ids.HOURS_NEW)(open_new)
    app.view(ids.HOURS_WINDOW)(keep)
    app.action(ids.HOURS_TAKE_BACK)(take_back)
    app.action(ids.HOURS_OPEN)(open_list)
    app.action(re.compile(rf"^{re.escape(ids.HOURS_PAID)}\.\d+$"))(settle)


def command(ack: Ack, command: Json, typed: str, services: Services) -> None:
    """`/agenda hours` shows one's own; `/agenda hours 2.5` keeps today's."""
    by = services.people.who(payload.person(command))
    if typed:
        services.paid_hours.record(typed, None, by=by, key=payload.delivery_key(command))
    ack(**views.own_message(services.paid_hours.own(by)).as_response())


def open_new(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    client.views_open(trigger_id=payload.trigger(body), view=views.new_window(services.today()))
    ack()


def keep(ack: Ack, body: Json, services: Services) -> None:
    given = payload.values(body)
    day = given.get(ids.HOURS_DAY)
    by = services.people.who(payload.person(body))
    try:
        entry = services.paid_hours.record(
            str(given.get(ids.HOURS_SPENT) or ""), date.fromisoformat(day) if day else None, by=by, key=payload.delivery_key(body)
        )
    except PersonError as error:
        ack(response_action="errors", errors={ids.HOURS_SPENT: error.sentence})
        return
    ack(response_action="update", view=views.kept_window(entry))


def take_back(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    by = services.people.who(payload.person(body))
    services.paid_hours.take_back(int(payload.pressed_value(body)), by=by, key=payload.delivery_key(body))
    ack()
    respond(**views.own_message(services.paid_hours.own(by)).as_response(), replace_original=True)


def open_list(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    entries = services.paid_hours.to_settle(services.people.who(payload.person(body)))
    client.views_open(trigger_id=payload.trigger(body), view=views.settle_window(entries))
    ack()


def settle(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = services.people.who(payload.person(body))
    left = services.paid_hours.settle(int(payload.pressed_value(body)), by=by, key=payload.delivery_key(body))
    ack()
    client.views_update(view_id=body["view"]["id"], view=views.settle_window(left))
