"""After a meeting: the draft is edited in a window, approved by the chair, and had as a file."""

from __future__ import annotations

import re

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.meetings.minutes import Edition, FileKind, NotesEdit
from bot.problems import PersonError
from bot.services import Services
from bot.views import ids
from bot.views import meetings_running as views
from handlers import payload
from handlers.payload import Json


def register(app: App) -> None:
    app.action(ids.MEETING_MINUTES_EDIT)(open_minutes)
    app.view(ids.MEETING_MINUTES_WINDOW)(keep_minutes)
    app.action(ids.MEETING_APPROVE)(approve)
    app.action(re.compile(rf"^{re.escape(ids.MEETING_FILE)}\.\w+$"))(ask_for_file)


def open_minutes(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    meeting = services.meetings.meeting(payload.pressed_value(body))
    if not services.meetings.may_run(services.people.who(payload.person(body)), meeting):
        raise PersonError("Coordinators, the chair and the note-taker edit the minutes.")
    if meeting.is_approved:
        raise PersonError("These minutes are approved: they stay as they are.")
    client.views_open(trigger_id=payload.trigger(body), view=views.minutes_window(meeting))
    ack()


def keep_minutes(ack: Ack, body: Json, services: Services) -> None:
    """Of two who edit at once, the second keeps the window open and reads that somebody was faster."""
    code, _, revision = payload.metadata(body).partition("|")
    given, prefix = payload.values(body), f"{ids.MEETING_NOTES}."
    notes = {int(block.removeprefix(prefix)): str(words or "") for block, words in given.items() if block.startswith(prefix)}
    edit = NotesEdit(str(given.get(ids.MEETING_OPENING) or ""), notes)
    by = services.people.who(payload.person(body))
    try:
        services.meetings.edit_minutes(code, int(revision), edit, by=by, key=payload.delivery_key(body))
    except PersonError as error:
        ack(response_action="errors", errors={ids.MEETING_OPENING: error.sentence})
        return
    ack()


def approve(ack: Ack, body: Json, services: Services) -> None:
    code, _, revision = payload.pressed_value(body).partition("|")
    by = services.people.who(payload.person(body))
    services.meetings.approve(code, int(revision), by=by, key=payload.delivery_key(body))
    ack()


def ask_for_file(ack: Ack, body: Json, services: Services, respond: Respond) -> None:
    code, edition, kind = payload.pressed_value(body).split("|")
    by = services.people.who(payload.person(body))
    services.meetings.ask_for_file(code, Edition(edition), FileKind(kind), by=by, key=payload.delivery_key(body))
    ack()
    respond(text="The file comes to you in a direct message.", replace_original=False, response_type="ephemeral")
