"""A coordinator retries or dismisses what could not be delivered, from the notice about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, Respond

from bot.people.person import Act
from bot.problems import PersonError
from bot.services import Services
from bot.views import ids
from handlers import payload


def register(app: App) -> None:
    app.action(ids.OUTBOX_RETRY)(retry)
    app.action(ids.OUTBOX_DISMISS)(dismiss)


def retry(ack: Ack, body: dict[str, Any], respond: Respond, services: Services) -> None:
    _mend(body, services, services.outbox_desk.retry)
    ack()
    respond(text="It goes out again now.", response_type="ephemeral", replace_original=False)


def dismiss(ack: Ack, body: dict[str, Any], respond: Respond, services: Services) -> None:
    _mend(body, services, services.outbox_desk.dismiss)
    ack()
    respond(text="Dismissed: it will not be sent.", response_type="ephemeral", replace_original=False)


def _mend(body: dict[str, Any], services: Services, verb: Callable[[int], object]) -> None:
    if not services.people.who(payload.person(body)).may(Act.SEE_DELIVERY):
        raise PersonError("Only coordinators look after delivery.")
    verb(int(payload.pressed_value(body)))
