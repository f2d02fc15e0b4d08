"""The blank sheet of a flow, for places without a signal: asked for in a window, sent as a direct message."""

from __future__ import annotations

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.services import Services
from bot.views import ids
from bot.views import intake as views
from handlers import payload
from handlers.in_time import afterward, pressed
from handlers.payload import Json

ON_ITS_WAY = "The sheet comes as a direct message. Print it before you need it. It is blank: nothing of this window stands on it."


def register(app: App) -> None:
    app.action(ids.INTAKE_SHEET)(send_sheet)


def send_sheet(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """On top of the step, so that nothing filled in is lost."""
    person, code = services.people.who(payload.person(body)), payload.pressed_value(body)
    refused = services.intake.refusal(person, "start", code)
    client.views_push(trigger_id=payload.trigger(body), view=views.said_window("Sheet to print", refused or ON_ITS_WAY))
    if refused is None:
        pressed(ack, lambda: services.intake.send_sheet(code, person, payload.delivery_key(body)))
        return
    ack()
    afterward(lambda: services.intake.note_refusal(person, "sheet"))
