"""Ten mistakes a stand-in for Slack could make, and that this one does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.practice import PracticeSlack

from .parts import (
    Socket,
    button,
    buttons,
    call,
    hands,
    manifest,
    meanwhile,
    members,
    post,
    raw,
    refusal,
    section,
    select,
    trigger,
    window,
)

Workspaces = Callable[..., PracticeSlack]
Sockets = Callable[[PracticeSlack], Socket]


def channel_id(slack: PracticeSlack, name: str) -> str:
    return next(c["id"] for c in slack.look("dana")["channels"] if c["name"] == name)


def test_1_it_accepts_only_blocks_and_windows_that_slack_accepts(
    slack: PracticeSlack, client: WebClient, sockets: Sockets
) -> None:
    def posting(*blocks: Any) -> Callable[[], Any]:
        return lambda: client.chat_postMessage(channel="#task-force", text="x", blocks=list(blocks))

    assert refusal(posting(*[section("x")] * 51)) == "invalid_blocks"
    assert refusal(posting(buttons(button("a", "B" * 76)))) == "invalid_blocks"
    assert refusal(posting(buttons(button("a"), button("a")))) == "invalid_blocks"
    assert refusal(posting(section("x" * 3001))) == "invalid_blocks"
    assert refusal(posting(buttons(select("s", *[str(n) for n in range(101)])))) == "invalid_blocks"
    assert refusal(posting(*[section("x" * 2900)] * 5)) == "msg_blocks_too_long"
    assert refusal(lambda: client.chat_postMessage(channel="#task-force", blocks="nonsense")) == "invalid_blocks_format"

    socket = sockets(slack)

    def opening(**changes: Any) -> Callable[[], Any]:
        view = {**window(), **changes}
        present = {key: value for key, value in view.items() if value is not None}
        return lambda: client.views_open(trigger_id=trigger(slack, socket), view=present)

    assert refusal(opening(title={"type": "plain_text", "text": "T" * 25})) == "invalid_arguments"
    assert refusal(opening(submit=None)) == "invalid_arguments"
    assert refusal(opening(blocks=[section("x" * 2999)] * 90)) == "view_too_large"


def test_1_it_accepts_only_answers_to_a_submission_that_slack_accepts(
    slack: PracticeSlack, client: WebClient, sockets: Sockets
) -> None:
    socket = sockets(slack)
    client.views_open(trigger_id=trigger(slack, socket), view=window())

    def after(answer: dict[str, Any]) -> dict[str, Any]:
        with meanwhile(lambda: slack.submit("ana", values={"why": "because"})):
            socket.ack(socket.next(), answer)
        top: dict[str, Any] = slack.look("ana")["modals"][-1]
        return top

    too_long = window(title="T" * 25)
    assert after({"response_action": "update", "view": too_long})["trouble"]
    assert after({"response_action": "errors", "errors": {"nowhere": "Wrong"}})["trouble"]
    assert [one["method"] for one in slack.refusals] == ["ack:view_submission"] * 2
    assert after({"response_action": "errors", "errors": {"why": "Say more"}})["errors"] == {"why": "Say more"}


def test_2_nothing_lives_longer_than_in_slack(workspaces: Workspaces, sockets: Sockets) -> None:
    slack = workspaces(ack_seconds=0.2)
    client, socket = hands(slack), sockets(slack)
    assert slack.command("ana", "#random", "/ask beds").error == "operation_timeout"
    assert 'failed with the error "operation_timeout"' in slack.look("ana")["notices"][-1]["text"]

    first = socket.next()["payload"]
    client.views_open(trigger_id=first["trigger_id"], view=window())
    used = refusal(lambda: client.views_open(trigger_id=first["trigger_id"], view=window()))
    assert used == "exchanged_trigger_id"
    slack.command("ana", "#random", "/ask beds")
    second = socket.next()["payload"]
    slack.advance(3.1)
    late = refusal(lambda: client.views_open(trigger_id=second["trigger_id"], view=window()))
    assert late == "expired_trigger_id"
    never = refusal(lambda: client.views_open(trigger_id="1.2.3", view=window()))
    assert never == "invalid_trigger_id"

    assert [post(second["response_url"], text=str(n)) for n in range(5)] == [(200, "ok")] * 5
    assert post(second["response_url"], text="once more") == (404, '{"ok":false,"error":"used_url"}')
    slack.advance(30 * 60)
    assert post(first["response_url"], text="late") == (404, '{"ok":false,"error":"expired_url"}')


def test_3_it_delivers_at_least_once_on_any_socket(workspaces: Workspaces, sockets: Sockets) -> None:
    slack = workspaces(ack_seconds=0.2)
    one, two = sockets(slack), sockets(slack)
    assert two.hello["num_connections"] == 2

    slack.type("ana", "#task-force", "hello")
    envelopes = [one.next(), two.next()]
    for seconds, socket in ((60, one), (300, two)):
        slack.settle(2)
        slack.advance(seconds)
        envelopes.append(socket.next())
    slack.settle(2)
    slack.advance(3600)
    assert one.is_silent() and two.is_silent()
    assert [(e["retry_attempt"], e["retry_reason"]) for e in envelopes] == [
        (0, ""),
        (1, "timeout"),
        (2, "timeout"),
        (3, "timeout"),
    ]
    assert len({e["payload"]["event_id"] for e in envelopes}) == 1
    assert len({e["envelope_id"] for e in envelopes}) == 4


def test_3_acks_count_on_any_socket_and_duplicates_keep_their_event_id(slack: PracticeSlack, sockets: Sockets) -> None:
    one = sockets(slack)
    slack.disconnect("refresh_requested")
    assert one.next()["reason"] == "refresh_requested"
    two = sockets(slack)
    slack.set_faults(duplicates=1.0)
    with meanwhile(lambda: slack.type("ana", "#task-force", "hello")):
        first, again = two.next(), two.next()
        one.ack(first)
        one.ack(again)
    assert first["payload"]["event_id"] == again["payload"]["event_id"]
    assert first["envelope_id"] != again["envelope_id"]
    assert slack.settle(2)
    assert [d["acknowledged"] for d in slack.log()["deliveries"]] == [True, True]
    many = [sockets(slack) for _ in range(8)]
    assert many[-1].hello["num_connections"] == 10
    assert Socket(slack).hello["reason"] == "too_many_websockets"


def test_4_the_app_may_do_what_its_manifest_grants_and_no_more(workspaces: Workspaces, sockets: Sockets) -> None:
    slack = workspaces(manifest(without_scope="users:read.email", without_event="message.channels"))
    client, socket = hands(slack), sockets(slack)
    missing = call(slack, "users.lookupByEmail", email="ana@example.org")
    assert (missing["error"], missing["needed"]) == ("missing_scope", "users:read.email")
    assert "users:read" in missing["provided"].split(",")
    assert "email" not in client.users_info(user="U0ANA000000")["user"]["profile"]

    slack.type("ana", "#task-force", "nobody hears this")
    assert socket.is_silent()
    assert refusal(lambda: client.chat_postMessage(channel="#random", text="x")) == "not_in_channel"
    slack.add_channel("secret", "private", ["ana"])
    assert refusal(lambda: client.conversations_info(channel="C0SECRET000")) == "channel_not_found"
    assert "C0SECRET000" not in str(client.conversations_list(types="public_channel,private_channel").data)
    assert slack.command("ana", "#random", "/leave").error == "unknown_command"
    assert slack.shortcut("ana", "unheard_of").error == "unknown_shortcut"
    mine = workspaces(manifest(without_scope="channels:history"))
    assert refusal(lambda: hands(mine).conversations_history(channel=channel_id(mine, "task-force"))) == "missing_scope"


def test_5_refusals_are_ok_false_and_only_limits_and_outages_use_the_status(
    slack: PracticeSlack, client: WebClient
) -> None:
    body = json.dumps({"channel": "C0NOWHERE00", "text": "x"}).encode()
    form = "application/json; charset=utf-8"
    status, headers, answer = raw(slack, "chat.postMessage", slack.bot_token, body, form)
    assert (status, answer) == (200, {"ok": False, "error": "channel_not_found"})
    assert "chat:write" in headers["x-oauth-scopes"]
    assert raw(slack, "chat.postMessage", None, body, form)[2]["error"] == "not_authed"
    assert raw(slack, "chat.postMessage", "xoxb-other", body, form)[2]["error"] == "invalid_auth"
    assert raw(slack, "chat.postMessage", slack.app_token, body, form)[2]["error"] == "not_allowed_token_type"
    assert raw(slack, "chat.shout", slack.bot_token, body, form)[2]["error"] == "unknown_method"

    slack.add_fault("auth.test", "ratelimited", seconds=7)
    status, headers, answer = raw(slack, "auth.test", slack.bot_token, b"", form)
    assert (status, headers["Retry-After"], answer["error"]) == (429, "7", "ratelimited")
    slack.add_fault("auth.test", "server_error")
    assert raw(slack, "auth.test", slack.bot_token, b"", form)[0] == 500

    slack.add_fault("chat.postMessage", "lost_before")
    with pytest.raises(Exception, match=r"Remote|reset|closed"):
        client.chat_postMessage(channel="#task-force", text="before")
    slack.add_fault("chat.postMessage", "lost_after")
    with pytest.raises(Exception, match=r"Remote|reset|closed"):
        client.chat_postMessage(channel="#task-force", text="after")
    assert [message["text"] for message in slack.read("ana", "#task-force")] == ["after"]
    slack.add_fault("chat.postMessage", "error:is_archived")
    assert refusal(lambda: client.chat_postMessage(channel="#task-force", text="x")) == "is_archived"


def test_6_everybody_sees_only_what_slack_would_show_them(slack: PracticeSlack, client: WebClient) -> None:
    place = channel_id(slack, "task-force")
    client.chat_postEphemeral(channel=place, user="U0ANA000000", text="for Ana alone")
    assert [m["text"] for m in slack.read("ana", place)] == ["for Ana alone"]
    assert slack.read("bo", place) == slack.read("hal", place) == []
    assert client.conversations_history(channel=place)["messages"] == []
    ts = slack.read("ana", place)[0]["ts"]
    assert refusal(lambda: client.chat_update(channel=place, ts=ts, text="x")) == "message_not_found"
    assert refusal(lambda: client.chat_delete(channel=place, ts=ts)) == "message_not_found"
    stranger_to_it = refusal(lambda: client.chat_postEphemeral(channel=place, user="U0SKY000000", text="x"))
    assert stranger_to_it == "user_not_in_channel"
    slack.reload("ana")
    assert slack.read("ana", place) == []

    slack.type("bo", "#housing-desk", "a private word")
    with pytest.raises(LookupError):
        slack.read("ana", "#housing-desk")
    slack.type("ana", "dana", "between us")
    assert [m["text"] for m in slack.read("dana", "ana")] == ["between us"]
    assert "between us" not in str(slack.log())
    with pytest.raises(LookupError):
        slack.read("ivy", "#task-force")
    assert [c["name"] for c in slack.look("ivy")["channels"]] == ["legal-clinic"]


def test_7_it_keeps_what_slack_keeps_not_what_was_sent(
    slack: PracticeSlack, client: WebClient, sockets: Sockets
) -> None:
    place = channel_id(slack, "task-force")
    kept = client.chat_postMessage(
        channel=place,
        text="Call <@U0ANA000000> & see https://example.org/a?b=1&c=2 <now> ✅",
        metadata={"event_type": "outbox", "event_payload": {"key": "abc"}},
    )
    assert kept["message"]["text"] == (
        "Call <@U0ANA000000> &amp; see <https://example.org/a?b=1&amp;c=2> &lt;now&gt; :white_check_mark:"
    )
    assert kept["message"]["blocks"][0]["type"] == "rich_text"
    [shown] = client.conversations_history(channel=place)["messages"]
    assert shown["metadata"] == {"event_type": "outbox"}
    [shown] = client.conversations_history(channel=place, include_all_metadata=True)["messages"]
    assert shown["metadata"]["event_payload"] == {"key": "abc"}

    blocks = [section("*Hello* & welcome"), buttons(button("go"), block_id="")]
    del blocks[1]["block_id"]
    client.chat_update(channel=place, ts=kept["ts"], text="Hello", blocks=blocks)
    [shown] = client.conversations_history(channel=place, include_all_metadata=True)["messages"]
    assert all(block["block_id"] for block in shown["blocks"])
    assert shown["blocks"][0]["text"] == {"type": "mrkdwn", "text": "*Hello* &amp; welcome", "verbatim": False}
    assert shown["metadata"]["event_payload"] == {"key": "abc"}
    client.chat_update(channel=place, ts=kept["ts"], text="Only words now")
    client.chat_postMessage(channel=place, text="a reply", thread_ts=kept["ts"])
    [shown] = client.conversations_history(channel=place)["messages"]
    assert [block["type"] for block in shown["blocks"]] == ["rich_text"]
    assert (shown["reply_count"], shown["thread_ts"], shown["edited"]["user"]) == (1, kept["ts"], slack.app_user)

    socket = sockets(slack)
    own = client.chat_postMessage(channel=place, text="heard by itself")
    event = socket.next()["payload"]["event"]
    assert (event["bot_id"], event["ts"], event["user"]) == (own["message"]["bot_id"], own["ts"], slack.app_user)
    client.chat_update(channel=place, ts=own["ts"], text="heard again")
    assert socket.next()["payload"]["event"]["subtype"] == "message_changed"


def test_8_it_has_limits_and_pages(workspaces: Workspaces) -> None:
    slack = workspaces(rate_limits=True)
    client, place = hands(slack), channel_id(workspaces(), "task-force")
    with pytest.raises(SlackApiError) as caught:
        for number in range(20):
            client.chat_postMessage(channel=place, text=str(number))
    assert caught.value.response.status_code == 429
    assert int(caught.value.response.headers["Retry-After"]) >= 1
    assert len(slack.read("ana", place)) < 10
    slack.advance(10)
    client.chat_postMessage(channel=place, text="later")
    with pytest.raises(SlackApiError) as caught:
        for _ in range(40):
            client.users_list()
    assert caught.value.response["error"] == "ratelimited"

    slack.set_faults(rate_limits=False)
    for number in range(30):
        slack.add_person(f"new{number}", channels=["task-force"])
    before = len(slack.calls)
    ids = [member["id"] for member in members(client)]
    assert len(ids) == len(set(ids)) == len([p for p in slack.look("ana")["people"] if p["kind"] != "stranger"])
    assert len(slack.calls) - before > len(ids) / 10
    assert refusal(lambda: client.conversations_list(limit=5000)) == "invalid_limit"
    assert refusal(lambda: client.users_list(cursor="made up")) == "invalid_cursor"


def test_9_ids_times_and_odd_fields_are_as_slack_writes_them(
    slack: PracticeSlack, client: WebClient, sockets: Sockets
) -> None:
    socket = sockets(slack)
    line = '/ask the payload & "quotes"\nand <@U0ANA000000> @ana'
    assert slack.command("ana", "#housing-desk", line).error == "channel_not_found"
    with meanwhile(lambda: slack.command("bo", "#housing-desk", line)):
        envelope = socket.next()
        socket.ack(envelope)
    sent = envelope["payload"]
    assert sent["is_enterprise_install"] == "false"
    assert sent["channel_name"] == "privategroup"
    assert sent["text"] == 'the payload &amp; "quotes"\nand <@U0ANA000000|ana> <@U0ANA000000|ana>'
    assert "thread_ts" not in sent
    assert call(slack, "users.lookupByEmail", email="nobody@example.org")["error"] == "users_not_found"
    assert set(client.conversations_open(users="U0ANA000000")["channel"]) == {"id"}
    assert client.auth_test()["bot_id"].startswith("B")
    assert (
        call(slack, "chat.postMessage", channel="#task-force", text="x", colour="red")["error"] == "invalid_arguments"
    )
    assert call(slack, "chat.postMessage", channel="#task-force", text="x", team_id="T0TASKFORCE")["ok"]
    form = raw(
        slack, "conversations.info", slack.bot_token, b"channel=C0TASKFORCE", "application/x-www-form-urlencoded"
    )
    assert form[2]["channel"]["is_member"] is True


def test_10_the_town_has_people_of_every_kind(slack: PracticeSlack, client: WebClient, sockets: Sockets) -> None:
    def flags(name: str) -> dict[str, Any]:
        user: dict[str, Any] = client.users_info(user=f"U0{name.upper():0<9}")["user"]
        return user

    assert flags("hal")["is_restricted"] and not flags("hal")["is_ultra_restricted"]
    assert flags("ivy")["is_restricted"] and flags("ivy")["is_ultra_restricted"]
    assert flags("sky")["is_stranger"] and flags("sky")["team_id"] != flags("ana")["team_id"]
    assert "email" not in flags("sky")["profile"] and "is_email_confirmed" not in flags("sky")
    assert flags("del")["deleted"] and "is_restricted" not in flags("del")
    assert flags("rob")["is_bot"]
    assert "USLACKBOT" in [member["id"] for member in members(client)]
    assert refusal(lambda: client.chat_postMessage(channel="U0ROB000000", text="x")) == "cannot_dm_bot"
    assert refusal(lambda: client.conversations_open(users="U0DEL000000")) == "user_disabled"
    assert slack.command("sky", "#partners-shared", "/ask x").error == "unknown_command"
    assert slack.type("del", "#task-force", "hello?").error == "account_inactive"
    assert slack.join("hal", "#legal-clinic").ok is False

    socket = sockets(slack)
    with meanwhile(lambda: slack.type("sky", "#partners-shared", "@assistant hello")):
        sent = [socket.next(), socket.next()]
        for envelope in sent:
            socket.ack(envelope)
    by_type = {envelope["payload"]["event"]["type"]: envelope["payload"] for envelope in sent}
    assert by_type["message"]["event"]["ts"] == by_type["app_mention"]["event"]["ts"]
    assert by_type["message"]["event_id"] != by_type["app_mention"]["event_id"]
    assert by_type["message"]["team_id"] != by_type["message"]["context_team_id"]
    assert by_type["app_mention"]["team_id"] == by_type["app_mention"]["context_team_id"]
    assert by_type["app_mention"]["event"]["user_team"] == by_type["message"]["team_id"]
    assert by_type["message"]["is_ext_shared_channel"] is True

    with meanwhile(lambda: slack.deactivate("nia")):
        envelope = socket.next()
        socket.ack(envelope)
    changed = envelope["payload"]["event"]
    assert (changed["type"], changed["user"]["deleted"]) == ("user_change", True)
    with meanwhile(lambda: slack.share("#task-force")):
        envelope = socket.next()
        socket.ack(envelope)
    assert envelope["payload"]["event"]["type"] == "channel_shared"
    assert client.conversations_info(channel="C0TASKFORCE")["channel"]["is_ext_shared"] is True
