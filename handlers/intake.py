"""Guided flows in Slack: where they begin, and the buttons and windows on the way. What comes next is decided in the room.

Windows open first, then things are written: a trigger lives three seconds. What somebody sends is committed before it is
acknowledged. Nothing of a flow ever appears in a channel.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.cards import card_for, looks_spanish
from bot.intake.journey import LostPlace
from bot.people.person import Person
from bot.problems import Busy, PersonError
from bot.rooms.intake_walk import LOST, At, Step, Walks
from bot.services import Services
from bot.views import answers as answer_views
from bot.views import ids, kit
from bot.views import intake as views
from bot.views.cards import safety_message
from handlers import payload
from handlers.in_time import afterward, answering, pressed
from handlers.payload import Json
from handlers.replying import direct

HOTLINES = ("nat-911", "nat-988", "nat-nhth")
# a view that changed under our hands, or was closed meanwhile: what stands there now is newer
PASSED = ("hash_conflict", "not_found", "view_not_found")


def register(app: App) -> None:
    app.command(ids.COMMAND_REFER)(refer)
    app.shortcut(ids.SHORTCUT_REFER)(start_from_message)
    app.action(ids.ANSWER_REFER)(start)
    app.action(ids.INTAKE_HOME)(start)
    app.action(re.compile(rf"^{re.escape(ids.INTAKE_START)}\.P\d\d$"))(start)
    app.action(ids.INTAKE_CONTINUE)(go_on)
    app.action(ids.INTAKE_FORGET)(forget)
    app.action(re.compile(rf"^{re.escape(ids.INTAKE_ANSWER)}\.\d$"))(press_answer)
    app.action(ids.INTAKE_DANGER)(stop)
    app.action(ids.INTAKE_BACK)(back)
    app.action(ids.INTAKE_HELP)(show_help)
    app.action(re.compile(rf"^{re.escape(ids.INTAKE_CHANGE)}\.\d+$"))(change)
    app.action(ids.INTAKE_REMIND)(remind)
    app.action(ids.INTAKE_PLACES)(show_places)
    app.action(ids.INTAKE_PLACES_FOR)(show_places_for)
    app.view(ids.INTAKE_WINDOW)(submit)
    app.view(ids.INTAKE_REVIEW_WINDOW)(send)


def refer(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """`/refer WORDS`: danger first; the words only choose the flow, and nothing of them is kept."""
    person = services.people.who(payload.person(body))
    words = payload.unescape(str(body.get("text") or "")).strip()
    reading = services.answers.read_safety(words)
    if reading.card is not None:
        card = safety_message(card_for(reading, looks_spanish(words)))
        ack(**card.as_response())
        services.answers.note_card(reading.card)
        direct(client, person.id, card)
        return
    kinds = services.answers.identifiers_in(words)
    nudge = answer_views.nudge(kinds, in_channel=False).as_response() if kinds else {}
    code = _flow_in(words, services)
    step = _first_step(person, code, services)
    if step is None:
        ack(**_refusal(person, code, services).as_response())
        services.intake.note_refusal(person, "start")
        return
    client.views_open(trigger_id=payload.trigger(body), view=step.window)
    ack(**nudge)
    afterward(step.after)


def start_from_message(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The message's text is never read: the person says which flow it should be."""
    _open(ack, body, client, services, "")


def start(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """A button on an answer, a card, Home, the chooser, or another flow's ending. Two flows are never linked."""
    _open(ack, body, client, services, payload.pressed_value(body))


def go_on(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _in_window(ack, body, client, services, lambda walks, at: walks.go_on(at))


def forget(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The kept place is deleted, then the chooser stands without it."""

    def forgotten(walks: Walks, at: At) -> Step:
        services.intake.drop_draft(at.person)
        return walks.choose(at.person)

    _in_window(ack, body, client, services, forgotten)


def press_answer(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    token, value = payload.metadata(body), payload.pressed_value(body)
    _in_window(ack, body, client, services, lambda walks, at: walks.pressed(at, token, value))


def stop(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """Danger: the window turns into the 911 card, whatever else is going on."""
    code = payload.pressed_value(body)
    _in_window(ack, body, client, services, lambda walks, at: walks.stop(at, code))


def back(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """What stands in the fields goes along: Slack hands it over with the press, and forgets it when the window changes."""
    token, values = payload.metadata(body), payload.values(body)
    _in_window(ack, body, client, services, lambda walks, at: walks.back(at, token, values))


def change(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    token, screen = payload.metadata(body), payload.pressed_value(body)
    _in_window(ack, body, client, services, lambda walks, at: walks.change(at, token, screen))


def show_help(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """On top of the step, so that nothing filled in is lost."""
    try:
        window = walks_of(services).help(_at(body, services), payload.metadata(body), payload.pressed_value(body))
    except LostPlace:
        window = views.said_window("Not here any more", LOST)
    client.views_push(trigger_id=payload.trigger(body), view=window)
    ack()


def remind(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """A neutral line in half an hour (R6)."""
    at = _at(body, services)
    pressed(ack, lambda: services.intake.remind_me(at.person, 30, at.key))
    text = "In half an hour I will send you one line: “Follow-up due”. It says nothing else."
    _show(client, body, views.said_window("Reminder set", text))


def show_places(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """A list to read out; nothing is stored."""
    walks, code = walks_of(services), payload.pressed_value(body)
    wanted, offers = walks.texts.places(code, None)
    window = views.places_window(code, wanted, None, offers, walks.texts.shelf())
    client.views_push(trigger_id=payload.trigger(body), view=window)
    ack()


def show_places_for(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    ack()
    walks, code, chosen = walks_of(services), payload.metadata(body), payload.pressed_value(body)
    wanted, offers = walks.texts.places(code, chosen)
    _show(client, body, views.places_window(code, wanted, chosen, offers, walks.texts.shelf()))


def submit(ack: Ack, body: Json, services: Services) -> None:
    """A step was filled in: sentences beside its fields, or the next window."""
    at, token, values = _at(body, services), payload.metadata(body), payload.values(body)
    with answering():
        step = _guarded(lambda: walks_of(services).answered(at, token, values))
    if step.errors:
        ack(response_action="errors", errors=dict(step.errors))
        return
    ack(response_action="update", view=step.window)
    afterward(step.after)


def send(ack: Ack, body: Json, services: Services) -> None:
    """Committed first, then acknowledged: what the window says was sent, was sent.

    When others hold the database for too long, the last look stands there again and says that nothing was sent.
    """
    at, token, walks = _at(body, services), payload.metadata(body), walks_of(services)
    try:
        with answering():
            step = _guarded(lambda: walks.send(at, token))
    except Busy:
        step = _guarded(lambda: walks.again(at, token, Busy.sentence))
    ack(response_action="update", view=step.window)
    afterward(step.after)


def walks_of(services: Services) -> Walks:
    """The room's one walk-through of windows, made where the room was plugged in."""
    found = services.rooms.walks
    if not isinstance(found, Walks):
        raise TypeError("the intake room is not plugged in")
    return found


def _open(ack: Ack, body: Json, client: WebClient, services: Services, code: str) -> None:
    person = services.people.who(payload.person(body))
    in_modal = (body.get("view") or {}).get("type") == "modal"
    window_id = str(body["view"]["id"]) if in_modal else ""
    step = _first_step(person, code, services, window_id)
    if step is None:
        ack()
        direct(client, person.id, _refusal(person, code, services))
        services.intake.note_refusal(person, "start")
        return
    if in_modal:
        ack()
        _show(client, body, step.window)
    else:
        client.views_open(trigger_id=payload.trigger(body), view=step.window)
        ack()
    afterward(step.after)


def _first_step(person: Person, code: str, services: Services, window: str = "") -> Step | None:
    """None for somebody who may not start this, or any, flow."""
    walks = walks_of(services)
    if code:
        return walks.begin(person, code, window) if walks.refusal(person, code) is None else None
    return walks.choose(person) if walks.flows_for(person) else None


def _in_window(
    ack: Ack, body: Json, client: WebClient, services: Services, decide: Callable[[Walks, At], Step]
) -> None:
    at = _at(body, services)
    step = pressed(ack, lambda: _guarded(lambda: decide(walks_of(services), at)))
    _show(client, body, step.window)
    afterward(step.after)


def _guarded(decide: Callable[[], Step]) -> Step:
    """A window that lost its place, or may not go on, says so in place; nothing of it was kept."""
    try:
        return decide()
    except LostPlace:
        return Step(views.said_window("Not here any more", LOST))
    except PersonError as error:
        return Step(views.said_window("Not sent", error.sentence))


def _at(body: Json, services: Services) -> At:
    return At(services.people.who(payload.person(body)), str(body["view"]["id"]), payload.delivery_key(body))


def _show(client: WebClient, body: Json, window: kit.Block) -> None:
    view = body["view"]
    try:
        client.views_update(view_id=view["id"], hash=view.get("hash"), view=window)
    except SlackApiError as error:
        if error.response.get("error") not in PASSED:
            raise


def _flow_in(words: str, services: Services) -> str:
    """The flow the words name; empty when they leave it open."""
    if not words:
        return ""
    for text in (words, f"start a referral for {words}"):
        found = services.answers.skill(text)
        if found is not None and found.skill == "refer" and found.protocol and found.protocol in services.library.protocols:
            return found.protocol
    return ""


def _refusal(person: Person, code: str, services: Services) -> kit.Message:
    """Kind, short, and with the lines that are open to everybody."""
    walks = walks_of(services)
    sentence = walks.refusal(person, code or "P01") or "Referrals are for members of the task force."
    hotline = answer_views.hotline_only(services.answers.contacts(HOTLINES))
    return kit.message(sentence, kit.section(kit.escape(sentence)), *hotline.blocks[1:])

