"""Somebody asks a question: mention, direct message, thread follow-up, `/ask`, message shortcut, Home, buttons on an answer.

Looking up, deciding and wording happen elsewhere; this file only says where each thing arrives and where the reply goes.
"""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.people.person import Act
from bot.services import Services
from bot.views import answers as views
from bot.views import ids
from bot.views.home import ask_window
from bot.views.kit import Block, Message, message, modal, section
from handlers import payload
from handlers.asking import Place, reply_to
from handlers.payload import Json, Said
from handlers.replying import direct, reply, whisper

# in a thread people also talk to each other: only what reads like a question to us is answered without a mention
FOLLOW_UP = re.compile(
    r"\?|^\W*(and|but|also|what|how|who|where|when|which|can|could|should|do|does|is|are|if"
    r"|y si|qué|que|cómo|como|quién|dónde)\b",
    re.I,
)
COPY_SENT = "I have put a copy into our direct messages, because this one disappears."


def register(app: App) -> None:
    app.event("app_mention")(mentioned)
    app.event("message")(wrote)
    app.command(ids.COMMAND_ASK)(asked_by_command)
    app.shortcut(ids.SHORTCUT_FIND)(open_find_window)
    app.view(ids.FIND_WINDOW)(find)
    app.action(ids.HOME_ASK)(open_ask_window)
    app.action(ids.ANSWER_STEPS)(show_steps)
    app.action(re.compile(rf"^{re.escape(ids.ANSWER_SHOW)}\.\d+$"))(show_entry)
    app.action(re.compile(rf"^{re.escape(ids.HOME_TOPIC)}\..+$"))(show_topic)
    app.action(ids.ANSWER_HELPED)(note_helped)
    app.action(ids.ANSWER_NOT_MEANT)(note_not_meant)


def mentioned(body: Json, client: WebClient, context: BoltContext, services: Services) -> None:
    """A mention is always answered, in its thread."""
    said = payload.said(body)
    if said.is_dm or not payload.is_plain_message(body["event"]):
        return
    text = payload.without_mention(said.text, context.bot_user_id or "")
    _answer(said, text, client, services)


def wrote(body: Json, client: WebClient, context: BoltContext, services: Services) -> None:
    """A direct message is answered; in a channel only follow-ups in our own threads are, and details are nudged about."""
    event = body["event"]
    if not payload.is_plain_message(event):
        return
    said = payload.said(body)
    if said.is_dm:
        _answer(said, said.text, client, services)
        return
    if context.bot_user_id and context.bot_user_id in payload.mentioned(said.text):
        return  # the same post arrives as app_mention too
    if said.thread_ts and FOLLOW_UP.search(said.text) and services.answers.subjects.of(said.channel, said.thread_ts)[0]:
        _answer(said, said.text, client, services)
        return
    _screen(said, client, services)


def asked_by_command(ack: Ack, command: Json, client: WebClient, services: Services) -> None:
    """Answers in the acknowledgement itself: nothing was changed, and no second call is needed."""
    asker = services.people.who(payload.person(command))
    place = Place(payload.channel(command) or "", key=payload.delivery_key(command))
    found = reply_to(str(command.get("text") or ""), asker, services, place)
    blocks = list(found.message.blocks)
    if found.keep_a_copy:
        blocks.append({"type": "context", "elements": [{"type": "mrkdwn", "text": COPY_SENT}]})
    ack(**message(found.message.text, *blocks).as_response())
    if found.keep_a_copy:
        direct(client, asker.id, found.message)
    if found.nudge is not None:
        direct(client, asker.id, found.nudge)


def open_find_window(body: Json, client: WebClient, ack: Ack, services: Services) -> None:
    """The message's text is never copied: the person says in their own words what they need."""
    if not services.people.who(payload.person(body)).may(Act.ASK):
        ack()
        _refuse(body, client, services)
        return
    client.views_open(trigger_id=payload.trigger(body), view=views.find_window())
    ack()


def open_ask_window(body: Json, client: WebClient, ack: Ack) -> None:
    client.views_open(trigger_id=payload.trigger(body), view=ask_window())
    ack()


def find(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The answer replaces the window; a safety card also goes to the direct messages, where it stays."""
    asker = services.people.who(payload.person(body))
    found = reply_to(payload.text_value(body, ids.FIND_WORDS), asker, services, Place(key=payload.delivery_key(body)))
    ack(response_action="update", view=_window(found.message))
    if found.keep_a_copy:
        direct(client, asker.id, found.message)


def show_steps(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    """Unfolds the answer where it stands."""
    ack()
    answer = services.answers.show(payload.pressed_value(body))
    if answer is not None:
        _put(views.answer_message(answer, with_steps=True), body, respond, client, replace=True)


def show_entry(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    """One of the titles offered was meant."""
    ack()
    answer = services.answers.show(payload.pressed_value(body))
    if answer is None or answer.entry is None:
        return
    channel, thread = payload.channel(body), payload.message_thread(body)
    if channel and not payload.is_ephemeral(body):
        services.answers.subjects.remember(channel, None if channel.startswith("D") else thread, answer.entry.id)
    _put(views.answer_message(answer, with_steps=answer.entry.tier == "safety"), body, respond, client, replace=False)


def show_topic(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """A topic opened from Home appears in a window."""
    answer = services.answers.show(payload.pressed_value(body))
    if answer is not None and services.people.who(payload.person(body)).may(Act.ASK):
        client.views_open(trigger_id=payload.trigger(body), view=views.found_window(answer))
    ack()


def note_helped(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    services.answers.note_helped(payload.pressed_value(body), helped=True, key=payload.delivery_key(body))
    ack()
    _tell(views.thanks(), body, respond, client)


def note_not_meant(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    """Counts it and offers what is near."""
    entry_id = payload.pressed_value(body)
    services.answers.note_helped(entry_id, helped=False, key=payload.delivery_key(body))
    ack()
    near = services.answers.near(entry_id)
    _tell(views.choices(near) if near.candidates else views.off_topic(), body, respond, client)


def _answer(said: Said, text: str, client: WebClient, services: Services) -> None:
    asker = services.people.who(said.user)
    thread = said.thread_ts if said.is_dm else said.thread
    subject = services.answers.subjects.of(said.channel, thread)[1]
    place = Place(said.channel, in_channel=not said.is_dm, key=f"message|{said.channel}|{said.ts}")
    found = reply_to(text, asker, services, place, subject)
    reply(client, said, found.message)
    if asker.is_member:
        services.answers.subjects.remember(said.channel, thread, found.subject or subject)
    if found.nudge is not None:
        whisper(client, said, found.nudge)
        _note_slip(said, services)


def _screen(said: Said, client: WebClient, services: Services) -> None:
    """Case talk in a channel: danger gets its card, a detail gets a private nudge; all else is left alone."""
    words = payload.unescape(said.text)
    kinds = services.answers.identifiers_in(words)
    if kinds and services.people.who(said.user).is_member:
        whisper(client, said, views.nudge(kinds, in_channel=True))
        _note_slip(said, services)


def _note_slip(said: Said, services: Services) -> None:
    if not said.is_dm:
        services.answers.note_slip(said.channel)


def _window(shown: Message) -> Block:
    return modal(ids.FIND_WINDOW + ".found", "Find the protocol", shown.blocks)


def _put(shown: Any, body: Json, respond: Respond, client: WebClient, *, replace: bool) -> None:
    """Changes the pressed message, or adds below it; in a window the view is what changes."""
    if body.get("view"):
        client.views_update(view_id=body["view"]["id"], view=_window(shown))
        return
    if payload.is_ephemeral(body) or replace:
        respond(**shown.as_response(), replace_original=replace)
        return
    channel = payload.channel(body) or ""
    thread = None if channel.startswith("D") else payload.message_thread(body)
    client.chat_postMessage(channel=channel, thread_ts=thread, **shown.as_dict())


def _tell(shown: Any, body: Json, respond: Respond, client: WebClient) -> None:
    """A word to the person who pressed only."""
    if body.get("view"):
        direct(client, payload.person(body), shown)
        return
    respond(**shown.as_response(), replace_original=False, response_type="ephemeral")


def _refuse(body: Json, client: WebClient, services: Services) -> None:
    hotline = views.hotline_only(services.answers.contacts(("nat-911", "nat-988", "nat-nhth")))
    direct(client, payload.person(body), message(hotline.text, section(hotline.text), *hotline.blocks[1:]))
