"""Looking providers up, correcting them, and the round of those who confirm them. Deciding happens in the services."""

from __future__ import annotations

from datetime import date
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.directory.explaining import service_name
from bot.directory.need import Need
from bot.directory.service import Card
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.rooms.directory import message_of
from bot.services import Services
from bot.views import answers as answer_views
from bot.views import directory as views
from bot.views import directory_upkeep as upkeep_views
from bot.views import ids
from handlers import payload
from handlers.in_time import answering
from handlers.payload import Json
from handlers.replying import direct

HOTLINES = ("nat-911", "nat-988", "nat-nhth")
MOST_SUGGESTED = 25


def register(app: App) -> None:
    app.command(ids.COMMAND_PROVIDER)(look_up)
    app.action(ids.DIRECTORY_FILTER)(open_filters)
    app.view(ids.DIRECTORY_FILTER_WINDOW)(find)
    for place in range(5):
        app.action(f"{ids.DIRECTORY_CARD}.{place}")(show_card)
        app.action(f"{ids.DIRECTORY_ROOM}.{place}")(open_room_window)
    app.action(ids.DIRECTORY_ROOM)(open_room_window)
    app.view(ids.DIRECTORY_ROOM_WINDOW)(save_room)
    app.action(ids.DIRECTORY_WRONG)(open_wrong_window)
    app.options(ids.DIRECTORY_ENTRY)(suggest_entries)
    app.view(ids.DIRECTORY_WRONG_WINDOW)(send_correction)


def look_up(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    """`/provider WORDS`: only the asker sees what comes of it."""
    ack()
    asker = services.people.who(payload.person(body))
    words = payload.unescape(str(body.get("text") or "")).strip()
    if not asker.may(Act.ASK):
        respond(**answer_views.hotline_only(services.answers.contacts(HOTLINES)).as_response())
        return
    if not words:
        respond(**views.how_to_look_up().as_response())
        return
    found = services.directory.look_up(words, count=True)
    respond(**message_of(services, found, staff=asker.may(Act.SEE_STAFF_PHONES)).as_response())


def open_filters(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _member(body, services)
    listings = services.directory.listings()
    codes = {code for listing in listings for code in listing.provider.services}
    spoken = {code for listing in listings for code in listing.provider.languages_spoken}
    people = {code for listing in listings for code in listing.provider.populations} - {"staff"}
    areas = list(dict.fromkeys(code for listing in listings for code in listing.provider.area))
    languages = {code: views.language_name(code) for code in sorted(spoken, key=views.language_name)}
    window = views.filter_window(sorted(codes, key=service_name), languages, sorted(people), areas)
    _open(client, body, window)
    ack()


def find(ack: Ack, body: Json, services: Services) -> None:
    _member(body, services)
    values = payload.values(body)
    words = str(values.get(ids.DIRECTORY_WORDS) or "").strip()
    need = _need_of(values)
    if not words and not need.is_enough:
        ack(response_action="errors", errors={ids.DIRECTORY_WORDS: "Please write or choose what is needed."})
        return
    asked: str | Need = need if not words else " ".join([words, *_in_words(values)])
    found = services.directory.look_up(asked, count=True)
    ack(response_action="update", view=views.found_window(message_of(services, found)))


def show_card(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """*Show more*: in a window, so that only the person who pressed sees numbers for staff. Changes nothing."""
    person = _member(body, services)
    card = _card(services, payload.pressed_value(body))
    staff, room = person.may(Act.SEE_STAFF_PHONES), _may_say_room(person, card, services)
    _open(client, body, views.card_window(card, staff=staff, may_say_room=room))
    ack()


def open_wrong_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    if not _member(body, services).may(Act.SUGGEST_CORRECTION):
        raise PersonError("Only members of the task force can send corrections.")
    _open(client, body, upkeep_views.wrong_window(services.directory.listing(payload.pressed_value(body))))
    ack()


def suggest_entries(ack: Ack, body: Json, services: Services) -> None:
    typed = str(body.get("value") or "").casefold()
    found = [
        listing.provider for listing in services.directory.listings()
        if services.people.who(payload.person(body)).is_member and typed in listing.provider.organization.casefold()
    ][:MOST_SUGGESTED]  # fmt: skip
    ack(options=[{"text": {"type": "plain_text", "text": each.organization[:75]}, "value": each.id} for each in found])


def send_correction(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    person = _member(body, services)
    values = payload.values(body)
    provider = payload.metadata(body) or str(values.get(ids.DIRECTORY_ENTRY) or "")
    fields: Any = values.get(ids.DIRECTORY_FIELDS) or []
    value, known = payload.text_value(body, ids.DIRECTORY_VALUE), payload.text_value(body, ids.DIRECTORY_KNOWN)
    try:
        with answering():
            sent = services.upkeep.report(
                provider, tuple(fields), value, known, urgent=values.get(ids.DIRECTORY_URGENT) == "yes", by=person,
                key=payload.delivery_key(body),
            )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.DIRECTORY_VALUE: error.sentence})
        return
    ack(response_action="clear")
    card = services.directory.card(provider)
    is_hidden = card is not None and card.standing.reason in ("reported", "paused")
    direct(client, person.id, upkeep_views.correction_sent(sent, is_hidden))


def open_room_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    person = _member(body, services)
    card = _card(services, payload.pressed_value(body))
    if not _may_say_room(person, card, services):
        raise PersonError("Only the provider's own liaison, a directory editor or a coordinator can say that.")
    _open(client, body, upkeep_views.room_window(card.listing))
    ack()


def save_room(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    person = _member(body, services)
    values = payload.values(body)
    until = values.get(ids.DIRECTORY_ROOM_UNTIL)
    try:
        listing = services.upkeep.set_room(
            payload.metadata(body), str(values.get(ids.DIRECTORY_ROOM_STATE) or ""),
            date.fromisoformat(str(until)) if until else None, by=person, key=payload.delivery_key(body),
        )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.DIRECTORY_ROOM_STATE: error.sentence})
        return
    ack(response_action="clear")
    direct(client, person.id, upkeep_views.room_saved(listing))


def _need_of(values: Json) -> Need:
    service, language = values.get(ids.DIRECTORY_SERVICE), values.get(ids.DIRECTORY_LANGUAGE)
    people, area = values.get(ids.DIRECTORY_PEOPLE), values.get(ids.DIRECTORY_AREA)
    now = bool(values.get(ids.DIRECTORY_OPEN))
    return Need(
        services=(frozenset({str(service)}),) if service else (), languages=(str(language),) if language else (),
        populations=frozenset({str(people)}) if people else frozenset(), areas=frozenset({str(area)}) if area else frozenset(),
        when="now" if now else None, strict_time=now, police=service in ("police_victim_services", "lead_investigative_unit"),
    )  # fmt: skip


def _in_words(values: Json) -> list[str]:
    """Menus beside typed words, said as words: one look-up then reads them all."""
    said = [service_name(str(values[ids.DIRECTORY_SERVICE]))] if values.get(ids.DIRECTORY_SERVICE) else []
    if values.get(ids.DIRECTORY_LANGUAGE):
        said.append(views.language_name(str(values[ids.DIRECTORY_LANGUAGE])))
    said += [str(values[key]).replace("_", " ") for key in (ids.DIRECTORY_PEOPLE, ids.DIRECTORY_AREA) if values.get(key)]
    return [*said, "open now"] if values.get(ids.DIRECTORY_OPEN) else said


def _card(services: Services, provider: str) -> Card:
    card = services.directory.card(provider)
    if card is None:
        raise PersonError("This provider is no longer in the directory.")
    return card


def _may_say_room(person: Person, card: Card, services: Services) -> bool:
    own = person.id in services.people.liaisons(card.listing.id)
    return person.may(Act.SET_CAPACITY) and (own or person.may(Act.EDIT_DIRECTORY))


def _member(body: Json, services: Services) -> Person:
    person = services.people.who(payload.person(body))
    if not person.may(Act.ASK):
        raise PersonError("The directory is for members of the task force. The national hotline is open to everybody.")
    return person


def _open(client: WebClient, body: Json, window: Json) -> None:
    """A window, or one on top of the window something was pressed in."""
    if (body.get("view") or {}).get("type") == "modal":
        client.views_push(trigger_id=payload.trigger(body), view=window)
    else:
        client.views_open(trigger_id=payload.trigger(body), view=window)
