"""What people press on an action item, in a message, on Home or in a list: done, undo, later, not mine, blocked, due date."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.action_items.items import Told
from bot.people.person import Person
from bot.problems import PersonError
from bot.rooms.meetings_gathering import put_on_agenda
from bot.services import Services
from bot.settings import wall_time
from bot.views import action_items as views
from bot.views import action_windows as windows
from bot.views import ids
from bot.views.meeting_words import short_day
from bot.workdays import local_moment
from handlers import payload
from handlers.action_items import item_of
from handlers.home import publish_for
from handlers.payload import Json


def register(app: App) -> None:
    app.action(ids.ACTION_DONE)(done)
    app.action(ids.ACTION_UNDO)(undo)
    app.action(ids.ACTION_UNBLOCK)(unblock)
    app.action(ids.ACTION_SNOOZE)(snooze)
    app.action(ids.ACTION_NOT_MINE)(open_not_mine)
    app.action(ids.MEETING_GIVE)(open_giving)
    app.action(ids.ACTION_BLOCKED)(open_blocked)
    app.action(ids.ACTION_DUE_PICK)(open_due)
    app.action(ids.ACTION_DUE_YES)(confirm_due)
    app.view(ids.ACTION_SNOOZE_WINDOW)(snooze_until)
    app.view(ids.ACTION_NOT_MINE_WINDOW)(hand_over)
    app.view(ids.ACTION_BLOCKED_WINDOW)(block)
    app.view(ids.ACTION_DUE_WINDOW)(set_due)


def done(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    told = services.action_items.done(int(payload.pressed_value(body)), _by(body, services), payload.delivery_key(body))
    services.meetings.action_changed(told.item.code)
    ack()
    _answer(told, body, respond, client, services)


def undo(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    told = services.action_items.undo(int(payload.pressed_value(body)), _by(body, services), payload.delivery_key(body))
    ack()
    _answer(told, body, respond, client, services)


def unblock(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    told = services.action_items.unblock(int(payload.pressed_value(body)), _by(body, services), payload.delivery_key(body))
    services.meetings.action_changed(told.item.code)
    ack()
    _answer(told, body, respond, client, services)


def snooze(ack: Ack, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    """Tomorrow and next Monday at once; another day is picked in a window."""
    item_id, _, wanted = payload.pressed_value(body).partition("|")
    by = _by(body, services)
    days = services.action_items.days_to_snooze(by.id)
    if wanted not in days:
        item = services.action_items.item(int(item_id))
        client.views_open(trigger_id=payload.trigger(body), view=windows.snooze_window(item, days["tomorrow"]))
        ack()
        return
    told = services.action_items.snooze(int(item_id), days[wanted], by, payload.delivery_key(body))
    ack()
    if told.by_other:
        _answer(told, body, respond, client, services)
        return
    _whisper(f"I will ask again on {views.day_said(days[wanted])}. The due date stays.", body, respond, client, services)


def open_not_mine(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    view = windows.not_mine_window(item_of(services, body), services.action_items.seats())
    client.views_open(trigger_id=payload.trigger(body), view=view)
    ack()


def open_giving(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The same from a meeting's running order, where the button knows the item's code."""
    item = services.action_items.by_code(payload.pressed_value(body))
    if item is None:
        raise PersonError("This action item is finished.")
    client.views_open(trigger_id=payload.trigger(body), view=windows.not_mine_window(item, services.action_items.seats()))
    ack()


def open_blocked(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    client.views_open(trigger_id=payload.trigger(body), view=windows.blocked_window(item_of(services, body)))
    ack()


def open_due(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = _by(body, services)
    tomorrow = services.clock.now().astimezone(_zone(by)).date() + timedelta(days=1)
    note = f"In your time zone, {by.zone}. Without a time it is due at close of business."
    client.views_open(trigger_id=payload.trigger(body), view=windows.due_window(item_of(services, body), tomorrow, note))
    ack()


def confirm_due(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    """*Yes* to the date that was said back."""
    item_id, due, has_time = payload.pressed_value(body).split("|")
    by = _by(body, services)
    item = services.action_items.set_due(
        int(item_id), datetime.fromisoformat(due), has_time == "1", by, payload.delivery_key(body)
    )
    ack()
    respond(**views.kept(item, None, services.clock.now(), has_card=True).as_response(), replace_original=True)


def snooze_until(ack: Ack, body: Json, services: Services) -> None:
    day = date.fromisoformat(payload.text_value(body, ids.ACTION_DAY))
    by = _by(body, services)
    if day < services.action_items.days_to_snooze(by.id)["tomorrow"]:
        ack(response_action="errors", errors={ids.ACTION_DAY: "Choose a day after today."})
        return
    told = services.action_items.snooze(int(payload.metadata(body)), day, by, payload.delivery_key(body))
    said = f"I will ask again on {views.day_said(day)}. The due date stays."
    ack(response_action="update", view=windows.said_window("Remind me later", _said(told) if told.by_other else said))


def hand_over(ack: Ack, body: Json, services: Services) -> None:
    given = payload.values(body)
    user, seat = given.get(ids.ACTION_WHO), given.get(ids.ACTION_SEATS)
    if bool(user) == bool(seat):
        ack(response_action="errors", errors={ids.ACTION_WHO: "Choose a person or a seat, one of the two."})
        return
    told = services.action_items.reassign(
        int(payload.metadata(body)), user, seat, str(given.get(ids.ACTION_WHY) or ""), _by(body, services),
        payload.delivery_key(body),
    )  # fmt: skip
    services.meetings.action_changed(told.item.code)
    said = _said(told) if told.by_other else f"It is with {views.holders(told.item)} now."
    ack(response_action="update", view=windows.said_window("Handed over", said))


def block(ack: Ack, body: Json, services: Services) -> None:
    told = services.action_items.block(
        int(payload.metadata(body)), payload.text_value(body, ids.ACTION_WHY), _by(body, services), payload.delivery_key(body)
    )
    key = payload.delivery_key(body)
    meeting = None if told.by_other else put_on_agenda(services, told.item.code, _by(body, services), key)
    where = f"it stands on the agenda for {short_day(meeting.starts)}" if meeting else "it goes onto the next agenda"
    said = _said(told) if told.by_other else f"It is blocked. Reminders rest, and {where}."
    ack(response_action="update", view=windows.said_window("Blocked", said))


def set_due(ack: Ack, body: Json, services: Services) -> None:
    by = _by(body, services)
    given = payload.values(body)
    clock = given.get(ids.ACTION_TIME)
    at = time.fromisoformat(clock) if clock else wall_time(services.settings.app.working_time.close_of_business)
    due = local_moment(date.fromisoformat(str(given[ids.ACTION_DAY])), at, _zone(by)).at
    if due <= services.clock.now():
        ack(response_action="errors", errors={ids.ACTION_DAY: "That has passed already. Choose a later day or time."})
        return
    item = services.action_items.set_due(int(payload.metadata(body)), due, bool(clock), by, payload.delivery_key(body))
    ack(response_action="update", view=windows.said_window("Due date", f"Item {item.code}: {views.due_said(item, due)}."))


def _by(body: Json, services: Services) -> Person:
    return services.people.who(payload.person(body))


def _zone(by: Person) -> ZoneInfo:
    return ZoneInfo(by.zone)


def _said(told: Told) -> str:
    return views.outcome(told.item, by_other=told.by_other)


def _answer(told: Told, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    """Messages change where they stand, by delivery; a word is said only where that is not to be seen."""
    on_home = (body.get("view") or {}).get("type") == "home"
    if on_home or told.by_other or payload.is_ephemeral(body):
        _whisper(_said(told), body, respond, client, services)


def _whisper(said: str, body: Json, respond: Respond, client: WebClient, services: Services) -> None:
    """Only to the person who pressed; on Home the page itself shows it."""
    if (body.get("view") or {}).get("type") == "home":
        publish_for(payload.person(body), client, services)
        return
    respond(text=said, response_type="ephemeral", replace_original=False)
