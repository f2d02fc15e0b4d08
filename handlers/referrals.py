"""What happens to a referral after it was sent: opened, answered, called about, closed, withdrawn. And `/referral`."""

from __future__ import annotations

import re
from collections.abc import Callable

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.intake.access import What
from bot.intake.charts import report_text
from bot.intake.records import ReleaseState
from bot.intake.values import code_of
from bot.people.person import Person
from bot.problems import Busy, PersonError
from bot.rooms import referrals as room
from bot.services import Services
from bot.views import ids, kit
from bot.views import referral_windows as windows
from bot.views import referrals as views
from bot.views.kit import Block, Message
from handlers import payload
from handlers.in_time import answering, pressed
from handlers.payload import Json

HOW = (
    "`/referral` shows your items · `/referral CODE` opens one · `/referral withdraw CODE` deletes it at once · "
    "coordinators: `/referral counts`, `/referral numbers 2026-Q3`"
)


def register(app: App) -> None:
    app.command(ids.COMMAND_REFERRAL)(typed)
    app.action(re.compile(rf"^{re.escape(ids.REFERRAL_OPEN)}(\.\d+)?$"))(open_details)
    app.action(ids.REFERRAL_SHEET)(open_sheet)
    app.action(ids.REFERRAL_ACCEPT)(accept)
    app.action(ids.REFERRAL_WAITLIST)(put_on_waiting_list)
    app.action(ids.REFERRAL_DECLINE)(decline)
    app.action(ids.REFERRAL_HANDED_OVER)(handed_over)
    app.action(ids.REFERRAL_CALL_ACCEPTED)(accept)
    app.action(ids.REFERRAL_CALL_MESSAGE)(left_message)
    app.action(ids.REFERRAL_CALL_FULL)(full)
    app.action(ids.REFERRAL_WITHDRAW)(withdraw)
    app.action(ids.REFERRAL_CLOSE)(open_close_window)
    app.view(ids.REFERRAL_CLOSE_WINDOW)(close)
    app.action(ids.REFERRAL_OTHER)(open_other_window)
    app.view(ids.REFERRAL_OTHER_WINDOW)(ask_another)
    app.action(re.compile(rf"^{re.escape(ids.CONCERN_OPEN)}(\.\d+)?$"))(open_concern)
    app.action(ids.CONCERN_APPROVE)(approve_concern)
    app.action(ids.CONCERN_CLOSE)(close_concern)


def typed(ack: Ack, body: Json, client: WebClient, respond: Respond, services: Services) -> None:
    """Answers only to the one who typed, wherever that was."""
    words = str(body.get("text") or "").split()
    first = words[0].lower() if words else ""
    if first == "withdraw" and len(words) > 1:
        code, key = "".join(words[1:]), payload.delivery_key(body)
        _show(ack, client, body, lambda: _withdrawn(services, code, _person(body, services), key))
    elif first not in ("", "counts", "numbers", "withdraw", "help"):
        _show(ack, client, body, lambda: _either(services, "".join(words), _person(body, services)))
    else:
        ack()
        said = _said(services, first, words[1:], _person(body, services))
        respond(**said.as_response(), response_type="ephemeral")


def open_details(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    wanted = payload.pressed_value(body)
    _show(ack, client, body, lambda: _details(services, wanted, _person(body, services)))


def open_sheet(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    token = payload.pressed_value(body)
    _show(ack, client, body, lambda: _sheet(services, token, _person(body, services)))


def accept(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _answer(ack, body, client, services, ReleaseState.ACCEPTED)


def put_on_waiting_list(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _answer(ack, body, client, services, ReleaseState.WAITLISTED)


def handed_over(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _answer(ack, body, client, services, ReleaseState.HANDED_OVER)


def full(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    _answer(ack, body, client, services, ReleaseState.DECLINED, reason="full")


def decline(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    token, _, reason = payload.pressed_value(body).partition("|")
    _answer(ack, body, client, services, ReleaseState.DECLINED, token=token, reason=reason)


def left_message(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    token, person, key = payload.pressed_value(body), _person(body, services), payload.delivery_key(body)
    _press(ack, body, client, lambda: windows.called_window(
        services.intake.life.left_message(token, person, key), services.settings.zone
    ))  # fmt: skip


def withdraw(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code, person, key = payload.pressed_value(body), _person(body, services), payload.delivery_key(body)
    _press(ack, body, client, lambda: _withdrawn(services, code, person, key))


def open_close_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code = payload.pressed_value(body)
    window = windows.close_window(code, services.intake.life.outcomes(code, _person(body, services)))
    if body.get("view", {}).get("type") == "modal":
        client.views_push(trigger_id=payload.trigger(body), view=window)
    else:
        client.views_open(trigger_id=payload.trigger(body), view=window)
    ack()


def close(ack: Ack, body: Json, services: Services) -> None:
    outcome = str(payload.values(body).get(ids.REFERRAL_OUTCOME) or "")
    person = _person(body, services)
    with answering():
        services.intake.life.close(payload.metadata(body), outcome, person, payload.delivery_key(body))
    ack(response_action="clear")


def open_other_window(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code = payload.pressed_value(body)
    _show(ack, client, body, lambda: windows.other_window(
        code, services.intake.life.other_places(code, _person(body, services))
    ))  # fmt: skip


def ask_another(ack: Ack, body: Json, services: Services) -> None:
    values, person = payload.values(body), _person(body, services)
    try:
        with answering():
            services.intake.life.ask_another(
                payload.metadata(body), str(values.get(ids.REFERRAL_PLACE) or ""),
                "yes" in (values.get(ids.REFERRAL_AGREED) or []), person, payload.delivery_key(body),
            )  # fmt: skip
    except PersonError as error:
        ack(response_action="errors", errors={ids.REFERRAL_AGREED: error.sentence})
        return
    ack(response_action="clear")


def open_concern(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code = payload.pressed_value(body)
    _show(ack, client, body, lambda: _concern(services, code, _person(body, services)))


def approve_concern(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code, person, key = payload.pressed_value(body), _person(body, services), payload.delivery_key(body)

    def approved() -> Block:
        services.intake.concerns.approve(code, person, key)
        return _concern(services, code, person)

    _press(ack, body, client, approved)


def close_concern(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    code, outcome, person = payload.metadata(body), payload.pressed_value(body), _person(body, services)

    def closed() -> Block:
        services.intake.concerns.close(code, outcome, person, payload.delivery_key(body))
        return windows.sentence(f"Item {code} is closed.")

    _press(ack, body, client, closed)


def _answer(
    ack: Ack, body: Json, client: WebClient, services: Services, then: ReleaseState, *, token: str = "", reason: str | None = None
) -> None:
    """Written first, then acknowledged; the first answer wins, and the second person sees how it stands."""
    token, person, key = token or payload.pressed_value(body), _person(body, services), payload.delivery_key(body)
    _press(ack, body, client, lambda: windows.answered_window(
        services.intake.life.answer(token, then, person, key, reason=reason)
    ))  # fmt: skip


def _press(ack: Ack, body: Json, client: WebClient, change: Callable[[], Block]) -> None:
    """A change pressed in a window: written, then acknowledged, then shown; a refusal is shown in the same place."""
    _replace(client, body, pressed(ack, lambda: _or_why_not(change)))


def _show(ack: Ack, client: WebClient, body: Json, make: Callable[[], Block]) -> None:
    """A window at once, its content a moment later: Slack's trigger lives three seconds, a busy database may take longer.

    The window never stays empty: when the content cannot be had, it says so.
    """
    in_window = body.get("view", {}).get("type") == "modal"
    show = client.views_push if in_window else client.views_open
    opened = show(trigger_id=payload.trigger(body), view=windows.opening())
    view = windows.sentence("This could not be opened just now. Please try again in a minute.")
    try:
        view = pressed(ack, lambda: _or_why_not(make))
    except Busy as busy:
        view = windows.sentence(busy.sentence)
    finally:
        client.views_update(view_id=opened["view"]["id"], view=view)


def _or_why_not(make: Callable[[], Block]) -> Block:
    try:
        return make()
    except PersonError as error:
        return windows.sentence(error.sentence)


def _replace(client: WebClient, body: Json, view: Block) -> None:
    """In the window where something was pressed; nothing where it was pressed in a message, which is revised by itself."""
    if body.get("view", {}).get("type") == "modal":
        client.views_update(view_id=body["view"]["id"], view=view)


def _either(services: Services, code: str, person: Person) -> Block:
    """A code may be a referral's or a concern's; who may open neither reads the same sentence for both."""
    is_concern = services.intake.concerns.view(code_of(code)) is not None
    return _concern(services, code, person) if is_concern else _details(services, code, person)


def _details(services: Services, wanted: str, person: Person) -> Block:
    is_token = "-" not in wanted and len(wanted) == 16
    found = services.intake.life.open(person, token=wanted if is_token else "", code="" if is_token else wanted)
    names = {provider: _name(services, provider) for provider, _ in found.providers}
    protocol = services.library.protocols[found.protocol]
    return windows.details_window(found, protocol, services.today(), services.settings.zone, names)


def _sheet(services: Services, token: str, person: Person) -> Block:
    found = services.intake.life.open(person, token=token, as_sheet=True)
    listing = services.directory.listing(found.provider or "")
    if listing is None:
        raise PersonError("This place is no longer in the directory. Please choose another one.")
    protocol = services.library.protocols[found.protocol]
    return windows.call_sheet(found, listing.provider, protocol, services.today(), services.settings.zone)


def _concern(services: Services, code: str, person: Person) -> Block:
    view, flow, kept = services.intake.concerns.open(code, person)
    owns, may_approve = services.intake.concerns.rights(code, person)
    protocol = services.library.protocols[flow]
    return windows.concern_window(view, protocol, kept, services.today(), owns=owns, may_approve=may_approve)


def _withdrawn(services: Services, code: str, person: Person, key: str) -> Block:
    found = services.intake.life.withdraw(code, person, key)
    listings = (services.directory.listing(provider) for provider in found.to_call)
    return windows.withdrawn_window(found, [listing.provider for listing in listings if listing is not None])


def _name(services: Services, provider: str) -> str:
    listing = services.directory.listing(provider)
    return listing.provider.organization if listing is not None else provider


def _said(services: Services, first: str, rest: list[str], person: Person) -> Message:
    """Lists, counts and numbers, for the one who typed."""
    try:
        if first == "counts":
            return views.counts_message(services.intake.life.clocks(person), services.settings.zone)
        if first == "numbers":
            return _numbers(services, rest, person)
    except PersonError as error:
        return kit.message(error.sentence, kit.section(error.sentence))
    if first in ("withdraw", "help"):
        return kit.message(HOW, kit.section(HOW))
    refused = services.intake.refusal(person, What.OWN_LIST)
    if refused is not None:
        services.intake.note_refusal(person, What.OWN_LIST)
        return kit.message(refused, kit.section(refused))
    return room.own_list(services, person)


def _numbers(services: Services, rest: list[str], person: Person) -> Message:
    """As text here, and as a picture by direct message. `numbers`, `numbers 2026-Q3`, `numbers 2026-Q1 2026-Q3`."""
    last_one = services.intake.reports.last_finished()
    first, last = (rest[0], rest[-1]) if rest else (last_one, last_one)
    report = services.intake.reports.report(first.upper(), last.upper(), person)
    services.intake.reports.send_picture(report, person)
    text = report_text(report)
    return kit.message(f"Referrals, {report.period}.", *kit.sections(kit.escape(text)))


def _person(body: Json, services: Services) -> Person:
    return services.people.who(payload.person(body))
