"""The Web API, family by family: what it answers a bot, and what it refuses."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.practice import PracticeSlack
from bot.practice.web_api import METHODS

from .parts import (
    Socket,
    button,
    buttons,
    call,
    hands,
    manifest,
    meanwhile,
    post,
    raw,
    refusal,
    section,
    wait_until,
)

ANA, BO, TASK_FORCE, RANDOM = "U0ANA000000", "U0BO0000000", "C0TASKFORCE", "C0RANDOM000"


def texts(slack: PracticeSlack, user: str, channel: str, thread_ts: str | None = None) -> list[str]:
    return [message["text"] for message in slack.read(user, channel, thread_ts)]


def test_a_thread_is_named_by_its_root(slack: PracticeSlack, client: WebClient) -> None:
    root = slack.type("ana", "#task-force", "a question").ts
    reply = client.chat_postMessage(channel=TASK_FORCE, thread_ts=root, text="an answer")["ts"]
    client.chat_postMessage(channel=TASK_FORCE, thread_ts=root, text="for all", reply_broadcast=True)
    wrong = refusal(lambda: client.chat_postMessage(channel=TASK_FORCE, thread_ts=reply, text="x"))
    assert wrong == "cannot_reply_to_message"
    nowhere = refusal(lambda: client.chat_postMessage(channel=TASK_FORCE, thread_ts="1700000000.000001", text="x"))
    assert nowhere == "thread_not_found"
    assert texts(slack, "ana", "#task-force") == ["a question", "for all"]
    assert texts(slack, "ana", "#task-force", root) == ["a question", "an answer", "for all"]
    thread = client.conversations_replies(channel=TASK_FORCE, ts=root)["messages"]
    assert [message["text"] for message in thread] == ["a question", "an answer", "for all"]
    assert thread[0]["reply_count"] == 2
    assert refusal(lambda: client.conversations_replies(channel=TASK_FORCE, ts="1700000000.000001")) == "thread_not_found"


def test_only_the_apps_own_messages_can_be_changed(slack: PracticeSlack, client: WebClient) -> None:
    hers = slack.type("ana", "#task-force", "mine").ts
    assert refusal(lambda: client.chat_update(channel=TASK_FORCE, ts=hers, text="x")) == "cant_update_message"
    assert refusal(lambda: client.chat_delete(channel=TASK_FORCE, ts=hers)) == "cant_delete_message"
    own = client.chat_postMessage(channel=TASK_FORCE, text="x")["ts"]
    assert refusal(lambda: client.chat_update(channel=TASK_FORCE, ts=own, text="x" * 4001)) == "msg_too_long"
    client.chat_delete(channel=TASK_FORCE, ts=own)
    assert refusal(lambda: client.chat_delete(channel=TASK_FORCE, ts=own)) == "message_not_found"
    assert client.chat_getPermalink(channel=TASK_FORCE, message_ts=hers)["permalink"].endswith(hers.replace(".", ""))


def test_history_can_be_read_between_two_times(slack: PracticeSlack, client: WebClient) -> None:
    times = [slack.type("ana", "#task-force", word).ts for word in ("one", "two", "three")]
    between = client.conversations_history(channel=TASK_FORCE, oldest=times[0], latest=times[2])["messages"]
    assert [message["text"] for message in between] == ["two"]
    with_edges = client.conversations_history(channel=TASK_FORCE, oldest=times[0], latest=times[2], inclusive=True)
    assert [message["text"] for message in with_edges["messages"]] == ["three", "two", "one"]
    first = client.conversations_history(channel=TASK_FORCE, limit=1)
    assert (first["messages"][0]["text"], first["has_more"]) == ("three", True)
    assert refusal(lambda: client.conversations_history(channel=RANDOM)) == "not_in_channel"
    assert refusal(lambda: client.conversations_history(channel=TASK_FORCE, limit=1000)) == "invalid_limit"


def test_a_message_can_be_planned_and_comes_when_its_time_is_there(workspaces: Any) -> None:
    slack = workspaces(frozen=True)
    client, now = hands(slack), int(slack.now().timestamp())
    planned = client.chat_scheduleMessage(channel=TASK_FORCE, post_at=now + 3600, text="an hour later")
    dropped = client.chat_scheduleMessage(channel=TASK_FORCE, post_at=now + 3600, text="not after all")
    client.chat_deleteScheduledMessage(channel=TASK_FORCE, scheduled_message_id=dropped["scheduled_message_id"])
    assert refusal(lambda: client.chat_scheduleMessage(channel=TASK_FORCE, post_at=now - 1, text="x")) == "time_in_past"
    late = now + 121 * 24 * 3600
    assert refusal(lambda: client.chat_scheduleMessage(channel=TASK_FORCE, post_at=late, text="x")) == "time_too_far"
    assert [one["id"] for one in client.chat_scheduledMessages_list()["scheduled_messages"]] == [planned["scheduled_message_id"]]
    assert texts(slack, "ana", "#task-force") == []
    slack.advance(3601)
    wait_until(lambda: texts(slack, "ana", "#task-force") == ["an hour later"])


def test_a_dm_is_opened_by_writing_to_a_person(slack: PracticeSlack, client: WebClient) -> None:
    posted = client.chat_postMessage(channel=ANA, text="hello")
    assert posted["channel"].startswith("D")
    assert client.conversations_open(users=[ANA])["channel"]["id"] == posted["channel"]
    assert client.conversations_open(users=[ANA])["already_open"] is True
    info = client.conversations_info(channel=posted["channel"])["channel"]
    assert (info["is_im"], info["user"]) == (True, ANA)
    assert texts(slack, "ana", "app") == ["hello"]
    slack.open_dm("ana", "bo")
    between = next(c["id"] for c in slack.look("ana")["channels"] if c["with"] == BO)
    assert refusal(lambda: client.chat_postMessage(channel=between, text="x")) == "channel_not_found"
    assert refusal(lambda: client.chat_update(channel=ANA, ts=posted["ts"], text="x")) == "channel_not_found"


def test_without_a_messages_tab_nobody_writes_in_the_apps_dm(workspaces: Any) -> None:
    slack = workspaces(manifest(app_home={"home_tab_enabled": False, "messages_tab_enabled": False}))
    assert refusal(lambda: hands(slack).chat_postMessage(channel=ANA, text="x")) == "messages_tab_disabled"
    assert slack.type("ana", "app", "hello").error == "messages_tab_disabled"
    home = {"type": "home", "blocks": [section("x")]}
    assert refusal(lambda: hands(slack).views_publish(user_id=ANA, view=home)) == "not_enabled"
    assert slack.open_home("ana").error == "not_enabled"


def test_the_app_joins_public_channels_only(slack: PracticeSlack, client: WebClient) -> None:
    client.conversations_join(channel=RANDOM)
    client.chat_postMessage(channel=RANDOM, text="here now")
    assert client.conversations_join(channel=RANDOM)["warning"] == "already_in_channel"
    private = refusal(lambda: client.conversations_join(channel="C0COORDINAT"))
    assert private in ("channel_not_found", "method_not_supported_for_channel_type")
    slack.archive("#random")
    assert refusal(lambda: client.chat_postMessage(channel=RANDOM, text="x")) == "is_archived"
    types = client.conversations_list(exclude_archived=True, types="public_channel")["channels"]
    assert RANDOM not in [channel["id"] for channel in types]


def test_people_groups_and_their_channels_can_be_looked_up(slack: PracticeSlack, client: WebClient) -> None:
    assert client.users_lookupByEmail(email="ana@example.org")["user"]["id"] == ANA
    assert refusal(lambda: client.users_info(user="U0NOBODY000")) == "user_not_found"
    groups = client.usergroups_list(include_users=True)["usergroups"]
    assert next(g for g in groups if g["handle"] == "coordinators")["users"] == ["U0DANA00000", "U0FAY000000"]
    slack.set_group("coordinators", ["dana"])
    group = next(g["id"] for g in groups if g["handle"] == "coordinators")
    assert client.usergroups_users_list(usergroup=group)["users"] == ["U0DANA00000"]
    assert refusal(lambda: client.usergroups_users_list(usergroup="S0NOTHING00")) == "no_such_subteam"
    known = client.users_conversations(user="U0IVY000000")["channels"]
    assert [channel["name"] for channel in known] == ["legal-clinic"]
    assert refusal(lambda: client.users_profile_get(user=ANA)) == "missing_scope"


def test_a_file_is_uploaded_in_three_steps_and_shared_a_moment_later(slack: PracticeSlack, client: WebClient) -> None:
    done = client.files_upload_v2(channel=TASK_FORCE, filename="beds.csv", content="shelter,beds", initial_comment="Here")
    assert done["file"]["shares"] == {}
    wait_until(lambda: slack.read("ana", "#task-force"))
    [message] = slack.read("ana", "#task-force")
    assert (message["text"], message["files"][0]["name"]) == ("Here", "beds.csv")
    assert refusal(lambda: client.files_completeUploadExternal(files=[{"id": "F0"}])) == "file_not_found"

    hers = slack.upload("ana", "#task-force", "note.txt", text="hello").file
    address = client.files_info(file=hers)["file"]["url_private"]
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {slack.bot_token}"})
    with urllib.request.urlopen(request, timeout=5) as response:
        assert response.read() == b"hello"
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(urllib.request.Request(address, headers={"Authorization": "Bearer other"}), timeout=5)


def test_marks_can_be_made_once(slack: PracticeSlack, client: WebClient) -> None:
    ts = slack.type("ana", "#task-force", "mark me").ts
    client.reactions_add(channel=TASK_FORCE, timestamp=ts, name="eyes")
    twice = refusal(lambda: client.reactions_add(channel=TASK_FORCE, timestamp=ts, name="eyes"))
    assert twice == "already_reacted"
    odd = refusal(lambda: client.reactions_add(channel=TASK_FORCE, timestamp=ts, name="two words"))
    assert odd == "invalid_name"
    assert client.reactions_get(channel=TASK_FORCE, timestamp=ts)["message"]["reactions"][0]["count"] == 1
    client.reactions_remove(channel=TASK_FORCE, timestamp=ts, name="eyes")
    client.pins_add(channel=TASK_FORCE, timestamp=ts)
    assert refusal(lambda: client.pins_add(channel=TASK_FORCE, timestamp=ts)) == "already_pinned"
    assert len(client.pins_list(channel=TASK_FORCE)["items"]) == 1
    client.pins_remove(channel=TASK_FORCE, timestamp=ts)
    client.bookmarks_add(channel_id=TASK_FORCE, title="Beds", type="link", link="https://example.org")
    bad = refusal(lambda: client.bookmarks_add(channel_id=TASK_FORCE, title="x", type="link", link="beds"))
    assert bad == "invalid_link"
    assert slack.look("ana")["channels"][0]["bookmarks"] == [{"title": "Beds", "link": "https://example.org"}]
    document = {"type": "markdown", "markdown": "# Agenda"}
    client.conversations_canvases_create(channel_id=TASK_FORCE, document_content=document)
    second = refusal(lambda: client.conversations_canvases_create(channel_id=TASK_FORCE, document_content=document))
    assert second == "channel_canvas_already_exists"
    assert refusal(lambda: client.reminders_add(text="x", time="tomorrow")) == "not_allowed_token_type"


def test_the_agent_panel_shows_status_and_prompts_of_a_thread(slack: PracticeSlack, client: WebClient) -> None:
    asked = slack.type("ana", "app", "where are beds?")
    place = {"channel_id": asked.channel, "thread_ts": asked.ts}
    client.assistant_threads_setStatus(**place, status="is looking it up…")
    prompts = [{"title": "Beds", "message": "Where are beds?"}]
    client.assistant_threads_setSuggestedPrompts(**place, title="Try", prompts=prompts)
    app = slack.look("ana")["app"]
    assert app["status"] == {asked.ts: "is looking it up…"}
    assert app["thread_prompts"][asked.ts] == {"title": "Try", "prompts": prompts}
    five = refusal(lambda: client.assistant_threads_setSuggestedPrompts(**place, prompts=prompts * 5))
    assert five == "invalid_arguments"
    client.chat_postMessage(channel=asked.channel, thread_ts=asked.ts, text="Here")
    assert slack.look("ana")["app"]["status"] == {}
    client.assistant_threads_setStatus(**place, status="is looking again…")
    slack.advance(121)
    wait_until(lambda: slack.look("ana")["app"]["status"] == {})


def test_a_reply_can_grow_while_it_is_written(slack: PracticeSlack, client: WebClient) -> None:
    asked = slack.type("ana", "app", "tell me")
    stream = client.chat_startStream(channel=asked.channel, thread_ts=asked.ts, markdown_text="One")
    client.chat_appendStream(channel=asked.channel, ts=stream["ts"], markdown_text=", two")
    client.chat_stopStream(channel=asked.channel, ts=stream["ts"], markdown_text=", three")
    assert texts(slack, "ana", "app", asked.ts)[-1] == "One, two, three"
    late = refusal(lambda: client.chat_appendStream(channel=asked.channel, ts=stream["ts"], markdown_text="!"))
    assert late == "message_not_in_streaming_state"


@pytest.fixture
def pressed(slack: PracticeSlack, client: WebClient, sockets: Callable[[PracticeSlack], Socket]) -> Callable[..., str]:
    """Ana presses a button and the bot gets a response address."""
    socket = sockets(slack)

    def press(*, ephemeral: bool) -> str:
        row = [buttons(button("go"))]
        if ephemeral:
            client.chat_postEphemeral(channel=TASK_FORCE, user=ANA, text="before", blocks=row)
        else:
            client.chat_postMessage(channel=TASK_FORCE, text="before", blocks=row)
            socket.ack(socket.next())
        ts = slack.read("ana", "#task-force")[-1]["ts"]
        with meanwhile(lambda: slack.press("ana", "go", channel="#task-force", ts=ts)):
            envelope = socket.next()
            socket.ack(envelope)
        return str(envelope["payload"]["response_url"])

    return press


def test_a_response_address_replaces_adds_or_deletes(slack: PracticeSlack, pressed: Callable[..., str]) -> None:
    address = pressed(ephemeral=False)
    assert post(address, text="after", replace_original=True) == (200, "ok")
    assert texts(slack, "bo", "#task-force") == ["after"]
    assert post(address, text="only Ana", replace_original=False) == (200, "ok")
    assert (texts(slack, "ana", "#task-force"), texts(slack, "bo", "#task-force")) == (["after", "only Ana"], ["after"])
    assert post(address, text="everybody", response_type="in_channel", replace_original=False) == (200, "ok")
    assert texts(slack, "bo", "#task-force") == ["after", "everybody"]
    assert post(address, delete_original=True) == (200, "ok")
    assert texts(slack, "bo", "#task-force") == ["everybody"]


def test_an_ephemeral_message_changes_only_through_its_address_and_stays_private(
    slack: PracticeSlack, pressed: Callable[..., str]
) -> None:
    address = pressed(ephemeral=True)
    assert post(address, text="for Ana", replace_original=True) == (200, "ok")
    assert texts(slack, "ana", "#task-force") == ["for Ana"]
    status, body = post(address, text="for all", replace_original=True, response_type="in_channel")
    assert (status, json.loads(body)["ok"]) == (200, False)
    bad = post(address, text="x", blocks=[section("x" * 3001)])
    assert json.loads(bad[1])["error"] == "invalid_blocks"
    assert texts(slack, "bo", "#task-force") == []
    assert [one["method"] for one in slack.refusals] == ["response_url"] * 2


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.postMessage", {"text": "x"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": TASK_FORCE}, "no_text"),
        ("chat.postMessage", {"channel": TASK_FORCE, "text": 7}, "invalid_arguments"),
        ("chat.postMessage", {"channel": TASK_FORCE, "text": "x", "thread_ts": 1700000000.1}, "invalid_arguments"),
        ("chat.postMessage", {"channel": TASK_FORCE, "text": "x", "username": "Boss"}, "missing_scope"),
        ("chat.postMessage", {"channel": TASK_FORCE, "text": "x", "metadata": {"a": 1}}, "invalid_metadata_format"),
        ("chat.postMessage", {"channel": TASK_FORCE, "text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ("chat.postMessage", {"channel": "U0DEL000000", "text": "x"}, "user_disabled"),
        ("conversations.open", {}, "users_list_not_supplied"),
        ("conversations.list", {"types": "secret"}, "invalid_types"),
        ("users.info", {}, "invalid_arguments"),
        ("views.publish", {"user_id": "U0DEL000000", "view": {"type": "home", "blocks": []}}, "invalid_arguments"),
        ("views.open", {"trigger_id": "1.2.3", "view": "{"}, "invalid_arguments"),
        ("functions.completeSuccess", {"function_execution_id": "Fx1", "outputs": {}}, "execution_not_in_running_state"),
    ],
)
def test_a_wrong_argument_is_refused(slack: PracticeSlack, method: str, arguments: dict[str, Any], error: str) -> None:
    assert call(slack, method, **arguments)["error"] == error


def test_blocks_can_be_checked_without_a_token(slack: PracticeSlack) -> None:
    assert call(slack, "blocks.validate", blocks=[section("x")]) == {"ok": True}
    [fault] = call(slack, "blocks.validate", blocks=[section("x" * 3001)])["errors"]
    assert fault["pointer"] == "/blocks/0/text/text"


def test_a_lost_token_stops_everything(slack: PracticeSlack, client: WebClient) -> None:
    slack.revoke_tokens()
    assert refusal(client.auth_test) == "token_revoked"
    slack.uninstall()
    assert refusal(client.auth_test) == "account_inactive"
    assert slack.command("ana", "#random", "/ask x").error == "unknown_command"


def test_every_call_can_be_written_to_a_file(workspaces: Any, tmp_path: Path) -> None:
    slack = workspaces(record=tmp_path / "calls.jsonl")
    hands(slack).chat_postMessage(channel=TASK_FORCE, text="hello", blocks=[section("hello")])
    lines = [json.loads(line) for line in (tmp_path / "calls.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == [
        {"method": "chat.postMessage", "payload": {"channel": TASK_FORCE, "text": "hello", "blocks": [section("hello")]}}
    ]
    assert slack.bot_token not in (tmp_path / "calls.jsonl").read_text(encoding="utf-8")


def test_a_deleted_root_leaves_a_tombstone_so_that_its_thread_stays(slack: PracticeSlack, client: WebClient) -> None:
    root = slack.type("ana", "#task-force", "never mind").ts
    client.chat_postMessage(channel=TASK_FORCE, thread_ts=root, text="an answer")
    slack.delete("ana", "#task-force", root)
    [stone] = client.conversations_history(channel=TASK_FORCE)["messages"]
    assert (stone["subtype"], stone["text"], stone["user"]) == ("tombstone", "This message was deleted.", "USLACKBOT")
    client.chat_postMessage(channel=TASK_FORCE, thread_ts=root, text="still here")
    assert "never mind" not in str(client.conversations_replies(channel=TASK_FORCE, ts=root).data)


JUNK = [None, "", "x", "C0TASKFORCE", 7, -1, 1.5, True, [], ["x"], [7], {}, {"type": "modal"}, [{"id": 5}], "[", "²", "9.9.9"]


def test_nonsense_is_refused_and_never_an_outage(slack: PracticeSlack) -> None:
    for name, method in METHODS.items():
        token = slack.app_token if method.token == "app" else slack.bot_token
        rows = [
            {argument: JUNK[(row + shift) % len(JUNK)] for shift, argument in enumerate(method.kinds)} for row in range(len(JUNK))
        ]
        for arguments in [*rows, {}, {"nonsense": 1}]:
            body = json.dumps(arguments).encode()
            status, _, answer = raw(slack, name, token, body, "application/json; charset=utf-8")
            assert (status, type(answer["ok"])) == (200, bool), (name, arguments)
