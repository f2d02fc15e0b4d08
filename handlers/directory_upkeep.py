"""Directory editors at work: the monthly round, and corrections to decide. Every press is written before it is acknowledged."""

from __future__ import annotations

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.directory.told import Decision, Told
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.services import Services
from bot.views import directory_upkeep as views
from bot.views import ids
from handlers import payload
from handlers.payload import Json
from handlers.replying import direct


def register(app: App) -> None:
    app.action(ids.DIRECTORY_START_ROUND)(start_round)
    app.action(ids.DIRECTORY_CONFIRM)(still_correct)
    app.action(ids.DIRECTORY_NOT_REACHED)(could_not_reach)
    app.action(ids.DIRECTORY_CHANGED)(open_change_window)
    app.view(ids.DIRECTORY_CHANGE_WINDOW)(publish_change)
    app.action(ids.DIRECTORY_PUBLISH)(open_publish_window)
    app.action(ids.DIRECTORY_REJECT)(reject)
    app.action(ids.DIRECTORY_PAUSE)(pause)
    app.action(ids.DIRECTORY_REMOVE)(remove)


def start_round(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    ack()
    editor = _editor(body, services)
    found = services.upkeep.round_for(editor)
    card = services.directory.card(found.first.id) if found.first else None
    direct(client, editor.id, views.round_message(found, card))


def still_correct(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    _confirm(ack, body, respond, services, "still-correct")


def could_not_reach(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    _confirm(ack, body, respond, services, "could-not-reach")


def open_change_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _editor(body, services)
    listing = services.directory.listing(payload.pressed_value(body))
    if listing is None:
        raise PersonError("This provider is no longer in the directory.")
    client.views_open(trigger_id=payload.trigger(body), view=views.change_window(listing))
    ack()


def open_publish_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _editor(body, services)
    correction = services.upkeep.correction(payload.pressed_value(body))
    listing = services.directory.listing(correction.provider) if correction else None
    if correction is None or listing is None:
        raise PersonError("This correction is gone: it was decided and cleared earlier.")
    if correction.state != "open":
        raise PersonError(f"Correction {correction.code} was decided already.")
    client.views_open(trigger_id=payload.trigger(body), view=views.change_window(listing, correction))
    ack()


def publish_change(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    editor = _editor(body, services)
    provider, _, code = payload.metadata(body).partition("|")
    try:
        listing = services.upkeep.change(
            provider, payload.text_value(body, ids.DIRECTORY_FIELD), payload.text_value(body, ids.DIRECTORY_VALUE),
            by=editor, key=payload.delivery_key(body), correction=code or None,
        )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.DIRECTORY_VALUE: error.sentence})
        return
    ack(response_action="clear")
    direct(client, editor.id, views.changed_message(listing))


def reject(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    _decide(ack, body, respond, services, "rejected")


def pause(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    _decide(ack, body, respond, services, "paused")


def remove(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    _decide(ack, body, respond, services, "removed")


def _confirm(ack: Ack, body: Json, respond: Respond, services: Services, told: Told) -> None:
    """Written first, then acknowledged; the message then shows the next record."""
    editor = _editor(body, services)
    key = payload.delivery_key(body)
    services.upkeep.confirm(payload.pressed_value(body), told, by=editor, key=key)
    ack()
    found = services.upkeep.round_for(editor)
    if told == "could-not-reach":
        # the one that was not reached stands at the end now, not at the top again
        skipped = payload.pressed_value(body)
        found = found.without(skipped)
    card = services.directory.card(found.first.id) if found.first else None
    respond(**views.round_message(found, card).as_response(), replace_original=True)


def _decide(ack: Ack, body: Json, respond: Respond, services: Services, decision: Decision) -> None:
    editor = _editor(body, services)
    correction = services.upkeep.decide(payload.pressed_value(body), decision, by=editor, key=payload.delivery_key(body))
    ack()
    respond(**views.correction_closed(correction).as_response(), replace_original=True)


def _editor(body: Json, services: Services) -> Person:
    person = services.people.who(payload.person(body))
    if not person.may(Act.EDIT_DIRECTORY):
        raise PersonError("Only directory editors and coordinators can do that.")
    return person
