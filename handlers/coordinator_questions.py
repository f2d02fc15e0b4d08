"""*Ask a coordinator*: a window shows what will be sent, a coordinator answers in another, the asker gets a direct message."""

from __future__ import annotations

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.people.person import Act
from bot.problems import PersonError
from bot.services import Services
from bot.views import answers as views
from bot.views import ids
from handlers import payload
from handlers.payload import Json
from handlers.replying import direct


def register(app: App) -> None:
    app.action(ids.ANSWER_ASK_COORDINATOR)(open_question_window)
    app.view(ids.QUESTION_WINDOW)(send_question)
    app.action(ids.QUESTION_REPLY)(open_reply_window)
    app.view(ids.REPLY_WINDOW)(send_reply)
    app.action(ids.QUESTION_DRAFT)(make_draft)


def open_question_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The window is empty: nothing a person typed before is carried along."""
    if not services.people.who(payload.person(body)).may(Act.ASK_COORDINATOR):
        ack()
        direct(client, payload.person(body), views.hotline_only(services.answers.contacts(("nat-911", "nat-nhth"))))
        return
    window = views.question_window("", payload.pressed_value(body))
    if body.get("view") and body["view"].get("type") == "modal":
        client.views_push(trigger_id=payload.trigger(body), view=window)
    else:
        client.views_open(trigger_id=payload.trigger(body), view=window)
    ack()


def send_question(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = payload.person(body)
    if not services.people.who(by).may(Act.ASK_COORDINATOR):
        raise PersonError("Only members of the task force can send questions to the coordinators.")
    try:
        code = services.answers.send_to_coordinator(
            payload.text_value(body, ids.QUESTION_WORDS), nearest=payload.metadata(body) or None, by=by,
            key=payload.delivery_key(body),
        )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.QUESTION_WORDS: error.sentence})
        return
    ack(response_action="clear")
    direct(client, by, views.question_sent(code))


def open_reply_window(ack: Ack, body: Json, client: WebClient, services: Services, respond: Respond) -> None:
    question = services.answers.question(payload.pressed_value(body))
    if not services.people.who(payload.person(body)).may(Act.ANSWER_QUESTION) or question is None:
        ack()
        respond(text="Coordinators answer these questions.", replace_original=False, response_type="ephemeral")
        return
    if question.state != "open":
        ack()
        respond(**views.question_closed(question).as_response(), replace_original=False, response_type="ephemeral")
        return
    client.views_open(trigger_id=payload.trigger(body), view=views.reply_window(question))
    ack()


def send_reply(ack: Ack, body: Json, services: Services) -> None:
    """The first coordinator's answer wins; a second one sees who answered, and nothing is sent twice."""
    by = payload.person(body)
    if not services.people.who(by).may(Act.ANSWER_QUESTION):
        raise PersonError("Coordinators answer these questions.")
    try:
        question = services.answers.answer_question(
            payload.metadata(body), payload.text_value(body, ids.REPLY_WORDS), by=by, key=payload.delivery_key(body)
        )
    except PersonError as error:
        ack(response_action="errors", errors={ids.REPLY_WORDS: error.sentence})
        return
    if question.answered_by != by:
        ack(response_action="errors", errors={ids.REPLY_WORDS: "Another coordinator has just answered this question."})
        return
    ack()


def make_draft(ack: Ack, body: Json, services: Services) -> None:
    """A draft entry as a YAML file, to the coordinator who asked for it. A person reviews it before it answers anybody."""
    by = payload.person(body)
    if not services.people.who(by).may(Act.ANSWER_QUESTION):
        raise PersonError("Coordinators make draft entries.")
    services.answers.ask_for_draft(payload.pressed_value(body), by=by, key=payload.delivery_key(body))
    ack()
