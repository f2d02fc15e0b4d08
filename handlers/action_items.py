"""Action items come in: `/action`, its windows, the message shortcut, pasted minutes, lists. Deciding happens elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.action_items.capture import Draft, Filled, Lack, escape, lines_of
from bot.action_items.capturing import FOR_MEMBERS, Origin
from bot.action_items.items import Item, Scope
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.services import Services
from bot.views import action_items as views
from bot.views import action_windows as windows
from bot.views import ids
from bot.views.kit import Block, Message
from handlers import payload
from handlers.payload import Json
from handlers.replying import direct

LIST = re.compile(r"^list(?:\s+(?P<scope>mine|agency|all|overdue|nobody))?(?:\s+(?P<form>csv|ics))?$", re.I)
HELP = (
    "`/action @maria send the flyer draft by fri` keeps an item (several people, `@health-seat`, `cc @somebody`).\n"
    "`/action` opens a window. `/action minutes` reads pasted minutes.\n"
    "`/action list` shows yours; `list agency`, `list overdue`, `list all`; `list nobody` shows items without an owner. "
    "Add `csv` or `ics` for a file."
)


def register(app: App) -> None:
    app.command(ids.COMMAND_ACTION)(command)
    app.shortcut(ids.SHORTCUT_ACTION)(open_from_message)
    app.action(ids.ACTION_NEW)(open_new)
    app.action(ids.ACTION_MINUTES)(open_minutes)
    app.action(re.compile(rf"^{re.escape(ids.ACTION_SHOW)}\..+$"))(show_list)
    app.view(ids.ACTION_WINDOW)(keep_from_window)
    app.view(ids.ACTION_MINUTES_WINDOW)(read_minutes)
    app.view(ids.ACTION_REVIEW_WINDOW)(keep_reviewed)


def command(ack: Ack, command: Json, client: WebClient, services: Services) -> None:
    """Reads, asks the service, and answers in the acknowledgement itself."""
    by = _member(services, command)
    text = str(command.get("text") or "").strip()
    if not text or text.casefold() == "minutes":
        window = windows.minutes_window() if text else windows.new_window(services.action_items.seats(), by.id)
        client.views_open(trigger_id=payload.trigger(command), view=window)
        ack()
    elif text.casefold() == "help":
        ack(text=HELP)
    elif listed := LIST.match(text):
        ack(**_list(listed, by, payload.delivery_key(command), services).as_response())
    else:
        origin = Origin(payload.delivery_key(command), channel=_card_place(payload.channel(command), services))
        ack(**capture(text, by, origin, services).as_response())


def capture(text: str, by: Person, origin: Origin, services: Services) -> Message:
    """One typed line, kept or sent back with what to mend. Says back how it was read."""
    found = services.action_items.capture_text(text, by, origin)
    if isinstance(found, Draft):
        return views.not_kept(found)
    draft = services.action_items.reader(by).read(text)
    return views.kept(found, draft.due, services.clock.now(), has_card=origin.channel is not None)


def open_new(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = _member(services, body)
    client.views_open(trigger_id=payload.trigger(body), view=windows.new_window(services.action_items.seats(), by.id))
    ack()


def open_minutes(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _member(services, body)
    client.views_open(trigger_id=payload.trigger(body), view=windows.minutes_window())
    ack()


def open_from_message(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The message is named by where it stands; its text stays there."""
    by = services.people.who(payload.person(body))
    if not by.may(Act.POST_ACTION):
        ack()
        direct(client, by.id, Message(FOR_MEMBERS))
        return
    place = f"{payload.channel(body)}|{payload.message_ts(body)}|{payload.message_thread(body)}"
    window = windows.new_window(services.action_items.seats(), by.id, place, from_message=True)
    client.views_open(trigger_id=payload.trigger(body), view=window)
    ack()


def keep_from_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    by = _member(services, body)
    given = payload.values(body)
    day = given.get(ids.ACTION_DAY)
    filled = Filled(
        str(given.get(ids.ACTION_WORDS) or ""), tuple(given.get(ids.ACTION_WHO) or ()),
        tuple(given.get(ids.ACTION_SEATS) or ()), tuple(given.get(ids.ACTION_WATCHERS) or ()),
        str(given.get(ids.ACTION_WHEN) or ""), date.fromisoformat(day) if day else None,
    )  # fmt: skip
    draft = services.action_items.reader(by).read_window(filled)
    if draft.troubles:
        ack(response_action="errors", errors=_errors(draft))
        return
    channel, _, rest = payload.metadata(body).partition("|")
    ts, _, thread = rest.partition("|")
    source = _permalink(client, channel, ts) if channel else _https(str(given.get(ids.ACTION_LINK) or ""))
    origin = Origin(payload.delivery_key(body), source, _card_place(channel, services), thread or None)
    (item,) = services.action_items.keep([draft], by, origin)
    ack(response_action="update", view=windows.kept_window([item]))


def read_minutes(ack: Ack, body: Json, services: Services) -> None:
    by = _member(services, body)
    typed = lines_of(payload.text_value(body, ids.ACTION_PASTED))
    if not typed or len(typed) > windows.MOST_LINES:
        problem = f"At most {windows.MOST_LINES} lines at once." if typed else "There is no line in it."
        ack(response_action="errors", errors={ids.ACTION_PASTED: problem})
        return
    ack(response_action="update", view=_review(typed, by, services, 1))


def keep_reviewed(ack: Ack, body: Json, services: Services) -> None:
    """Keeps what was shown; what was changed since is shown again first."""
    by = _member(services, body)
    given = payload.values(body)
    number, _, seen = payload.metadata(body).partition("|")
    round_number = int(number)
    prefix = f"{ids.ACTION_LINE}.{round_number}."
    typed = tuple(str(given[block]).strip() for block in sorted(given, key=_place) if block.startswith(prefix) and given[block])
    lines = _read(typed, by, services)
    leave_out = windows.LEAVE_OUT in (given.get(f"{ids.ACTION_LEAVE_OUT}.{round_number}") or ())
    ready = [line.draft.confirmed() for line in lines if line.draft.confirmed().is_ready]
    shown = _digest(lines) == seen
    if not typed or not ready or not shown or (len(ready) < len(lines) and not leave_out):
        ack(response_action="update", view=_review(typed, by, services, round_number + 1))
        return
    items = services.action_items.keep(ready, by, Origin(payload.delivery_key(body)))
    ack(response_action="update", view=windows.kept_window(items))


def show_list(ack: Ack, body: Json, respond: Respond, services: Services) -> None:
    by = _member(services, body)
    scope = Scope(payload.pressed_value(body))
    ack()
    items = services.action_items.list(scope, by)
    respond(**views.listing(items, scope, services.clock.now()).as_response(), replace_original=payload.is_ephemeral(body))


def _list(listed: re.Match[str], by: Person, key: str, services: Services) -> Message:
    scope = Scope((listed["scope"] or "mine").casefold())
    if listed["form"]:
        services.action_items.ask_for_export(scope, listed["form"].casefold(), by, key)
        return Message("The file comes in a direct message.")
    return views.listing(services.action_items.list(scope, by), scope, services.clock.now())


def _review(typed: Sequence[str], by: Person, services: Services, round_number: int) -> Block:
    lines = _read(typed, by, services)
    return windows.review_window(lines, services.clock.now(), round_number, _digest(lines))


def _read(typed: Sequence[str], by: Person, services: Services) -> list[windows.Line]:
    reader = services.action_items.reader(by)
    return [windows.Line(line, reader.read_minutes(escape(line))) for line in typed]


def _digest(lines: Sequence[windows.Line]) -> str:
    read = [(line.typed, line.draft.due.due.isoformat() if line.draft.due and line.draft.due.due else "") for line in lines]
    return hashlib.sha256(repr(read).encode()).hexdigest()[:16]


def _errors(draft: Draft) -> dict[str, str]:
    """Each trouble below the field it is about."""
    errors: dict[str, str] = {}
    for trouble in draft.troubles:
        field = ids.ACTION_WHEN if trouble.lack in (Lack.NO_DATE, Lack.UNSURE_DATE) else ids.ACTION_WORDS
        errors.setdefault(field, views.trouble_said(trouble).replace("`", ""))
    return errors


def _place(block_id: str) -> tuple[str, int]:
    head, _, tail = block_id.rpartition(".")
    return head, int(tail) if tail.isdigit() else 0


def _permalink(client: WebClient, channel: str, ts: str) -> str | None:
    """A link is kept where one can be had; without it the item is still worth keeping."""
    try:
        return str(client.chat_getPermalink(channel=channel, message_ts=ts)["permalink"])
    except (SlackApiError, OSError):
        return None


def _https(link: str) -> str | None:
    return link.strip() if link.strip().startswith("https://") else None


def _card_place(channel: str | None, services: Services) -> str | None:
    """Cards stand only in the task force's own channels, where the assistant surely is."""
    own = services.settings.app.channels
    return channel if channel and channel in (own.group, own.coordinators, own.general) else None


def _member(services: Services, body: Json) -> Person:
    by = services.people.who(payload.person(body))
    if not by.may(Act.POST_ACTION):
        raise PersonError(FOR_MEMBERS)
    return by


def item_of(services: Services, body: Json) -> Item:
    return services.action_items.item(int(payload.metadata(body) or payload.pressed_value(body).partition("|")[0]))
