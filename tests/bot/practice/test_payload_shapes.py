"""What reaches the bot has the fields Slack sends, no more and no fewer: payload_shapes.json lists them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.practice import PracticeSlack

from .parts import Json, Socket, button, buttons, labeled, meanwhile, options, select, text_input, trigger, window

SHAPES: Json = json.loads((Path(__file__).parent / "payload_shapes.json").read_text(encoding="utf-8"))
Sockets = Callable[[PracticeSlack], Socket]


def shape(value: Any) -> Any:
    """The fields of a payload without what stands in them."""
    if isinstance(value, dict):
        contents = {"blocks": "list", "values": "object"}
        return {key: contents.get(key) or shape(inner) for key, inner in sorted(value.items())}
    if isinstance(value, list):
        return [shape(value[0])] if value and isinstance(value[0], dict) else "list"
    names = {type(None): "null", bool: "true or false", int: "number", float: "number", str: "text"}
    return names[type(value)]


@pytest.fixture
def socket(slack: PracticeSlack, sockets: Sockets) -> Socket:
    return sockets(slack)


Caught = Callable[[Callable[[], Any]], list[Json]]


@pytest.fixture
def caught(slack: PracticeSlack, socket: Socket) -> Caught:
    """Does something and answers the payloads it caused, each acknowledged."""

    def catch(deed: Callable[[], Any]) -> list[Json]:
        payloads = []
        with meanwhile(deed) as done:
            while not (done.done() and socket_is_idle(slack)):
                try:
                    envelope = socket.next(0.05)
                except TimeoutError:
                    continue
                payloads.append(envelope["payload"])
                socket.ack(envelope)
        return payloads

    return catch


def socket_is_idle(slack: PracticeSlack) -> bool:
    return all(delivery["acknowledged"] for delivery in slack.log()["deliveries"])


def test_events_have_slacks_fields(slack: PracticeSlack, client: WebClient, caught: Caught) -> None:
    both = caught(lambda: slack.type("ana", "#task-force", "@assistant hello"))
    assert shape(next(p for p in both if p["event"]["type"] == "app_mention")) == SHAPES["app_mention"]
    assert shape(caught(lambda: slack.type("ana", "app", "hello"))[0]) == SHAPES["message.im"]

    [own] = caught(lambda: client.chat_postMessage(channel="#task-force", text="You have 12 days."))
    in_channel = SHAPES["message_own_bot"]
    assert shape(own) == in_channel
    [reply] = caught(lambda: slack.type("ana", "#task-force", "and?", thread_ts=own["event"]["ts"]))
    assert shape(reply) == SHAPES["message_thread"]
    mine = slack.read("ana", "app")[0]["ts"]
    [edited] = caught(lambda: slack.edit("ana", "app", mine, "hello again"))
    without_blocks_and_id = SHAPES["message_changed"]
    for name in ("message", "previous_message"):
        for key in ("blocks", "client_msg_id"):
            edited["event"][name].pop(key)
    assert shape(edited) == without_blocks_and_id
    [reaction] = caught(lambda: slack.react("ana", "#task-force", own["event"]["ts"], "eyes"))
    assert shape(reaction) == SHAPES["reaction_added"]


def test_events_about_people_and_places_have_slacks_fields(
    slack: PracticeSlack, client: WebClient, caught: Caught
) -> None:
    client.views_publish(user_id="U0ANA000000", view={"type": "home", "blocks": [{"type": "divider"}]})
    [opened] = caught(lambda: slack.open_home("ana"))
    assert shape(opened) == SHAPES["app_home_opened"]
    panel = caught(lambda: slack.open_agent("ana", "#task-force"))
    assert [p["event"]["type"] for p in panel] == ["app_home_opened", "app_context_changed"]
    assert shape(panel[1]) == SHAPES["app_context_changed"]
    joined, told = caught(lambda: slack.invite("ana", "#task-force", slack.add_person("kim")["person"]))[-2:]
    assert joined["event"]["subtype"] == "channel_join"
    assert shape(told) == SHAPES["member_joined_channel"]
    [hello] = caught(lambda: slack.add_person("nico", "Nico Weber"))
    assert shape(hello) == SHAPES["team_join"]
    [gone] = caught(lambda: slack.deactivate("nico"))
    assert shape(gone) == SHAPES["user_change"]
    [revoked] = caught(slack.revoke_tokens)
    assert shape(revoked) == SHAPES["tokens_revoked"]


def test_commands_and_shortcuts_have_slacks_fields(slack: PracticeSlack, caught: Caught) -> None:
    [command] = caught(lambda: slack.command("ana", "#random", "/ask beds"))
    assert shape(command) == SHAPES["slash_command"]
    [shortcut] = caught(lambda: slack.shortcut("ana", "ask_anything"))
    assert shape(shortcut) == SHAPES["shortcut"]
    said = slack.type("nia", "#random", "What is the notice period?")
    [on_message] = caught(lambda: slack.message_shortcut("ana", "find_protocol", "#random", said.ts))
    assert shape(on_message) == SHAPES["message_action"]


def test_presses_have_slacks_fields(slack: PracticeSlack, client: WebClient, socket: Socket, caught: Caught) -> None:
    row = [buttons(button("go", style="primary", value="1"))]
    posted = client.chat_postMessage(channel="#task-force", text="Leave request", blocks=row)
    caught(lambda: None)
    [pressed] = caught(lambda: slack.press("ana", "go", channel="#task-force", ts=posted["ts"]))
    assert shape(pressed) == SHAPES["block_actions_message"]

    client.chat_postEphemeral(channel="#task-force", user="U0ANA000000", text="for Ana", blocks=row)
    alone = slack.read("ana", "#task-force")[-1]
    [pressed] = caught(lambda: slack.press("ana", "go", channel="#task-force", ts=alone["ts"]))
    assert "message" not in pressed
    assert pressed["container"]["is_ephemeral"] is True

    typed = text_input("reason")
    typed["dispatch_action"] = True
    close = {"type": "plain_text", "text": "Cancel"}
    outer = {"type": "external_select", "action_id": "out", "min_query_length": 1}
    view = window(typed, labeled("ext", outer, optional=True), close=close, notify_on_close=True)
    client.views_open(trigger_id=trigger(slack, socket), view=view)
    [dispatched] = caught(lambda: slack.press("ana", "words", "moving house", enter=True))
    assert shape(dispatched) == SHAPES["block_actions_view"]
    assert dispatched["view"]["state"]["values"]["reason"]["words"]["value"] == "moving house"
    [suggestion] = caught(lambda: slack.suggest("ana", "out", "par"))
    assert shape(suggestion) == SHAPES["block_suggestion"]
    [submitted] = caught(lambda: slack.submit("ana"))
    assert shape(submitted) == SHAPES["view_submission"]

    client.views_open(trigger_id=trigger(slack, socket), view=view)
    [closed] = caught(lambda: slack.close("ana"))
    assert shape(closed) == SHAPES["view_closed"]
    assert closed["view"]["state"] == {"values": {}}


PICK = {"placeholder": {"type": "plain_text", "text": "Pick"}}
ELEMENTS: dict[str, tuple[Json, Any]] = {
    "button": (button("go", style="primary", value="1"), None),
    "overflow": (select("more", "edit", "cancel", kind="overflow"), "cancel"),
    "static_select": ({**select("kind", "vacation", "sick"), **PICK}, "sick"),
    "multi_static_select": ({**select("tags", "urgent", "late", kind="multi_static_select"), **PICK}, ["urgent"]),
    "users_select": ({"type": "users_select", "action_id": "who", **PICK}, "bo"),
    "datepicker": ({"type": "datepicker", "action_id": "from", "initial_date": "2026-11-30", **PICK}, "2026-12-01"),
    "checkboxes": ({"type": "checkboxes", "action_id": "half", "options": options("half")}, ["half"]),
    "radio_buttons": ({"type": "radio_buttons", "action_id": "paid", "options": options("paid", "unpaid")}, "paid"),
}


@pytest.mark.parametrize("kind", ELEMENTS)
def test_each_element_sends_slacks_fields(kind: str, slack: PracticeSlack, client: WebClient, caught: Caught) -> None:
    element, value = ELEMENTS[kind]
    posted = client.chat_postMessage(channel="#task-force", text="x", blocks=[buttons(element)])
    caught(lambda: None)
    [pressed] = caught(lambda: slack.press("ana", value=value, block_id="row", channel="#task-force", ts=posted["ts"]))
    assert shape(pressed["actions"][0]) == SHAPES[f"actions[0].{kind}"]


def test_an_envelope_has_slacks_fields(slack: PracticeSlack, socket: Socket) -> None:
    with meanwhile(lambda: slack.type("rob", "#task-force", "@assistant poll")):
        envelope = socket.next()
        socket.ack(envelope)
    assert set(envelope) == set(SHAPES["socket_envelope_event"])
    with meanwhile(lambda: slack.command("ana", "#random", "/ask x")):
        envelope = socket.next()
        socket.ack(envelope)
    assert set(envelope) == {"envelope_id", "type", "payload", "accepts_response_payload"}
    assert envelope["accepts_response_payload"] is True
