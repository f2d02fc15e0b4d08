"""Sockets are refreshed and cut, requests are signed, calls get lost: a real Bolt app comes through it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from bot.practice import PracticeSlack

from .parts import Socket, button, buttons, call, hands, manifest, wait_until

Workspaces = Callable[..., PracticeSlack]


def answering(slack: PracticeSlack, secret: str = "") -> tuple[App, list[str]]:
    """A Bolt app that answers `/ask` and notes what it heard."""
    app, heard = App(client=hands(slack), signing_secret=secret or slack.signing_secret), list[str]()

    @app.command("/ask")
    def ask(ack: Any, command: dict[str, Any]) -> None:
        heard.append(command["text"])
        ack("Here you are")

    @app.event("app_mention")
    def mention(event: dict[str, Any]) -> None:
        heard.append(event["text"])

    @app.action("go")
    def go(ack: Any, body: dict[str, Any]) -> None:
        heard.append(body["actions"][0]["value"])
        ack()

    @app.event("message")
    def others() -> None:
        """Everything else needs an acknowledgement too."""

    return app, heard


@pytest.mark.parametrize("trouble", ["refresh", "killed"])
def test_the_bot_comes_back_after_its_socket_is_gone(slack: PracticeSlack, connect: Any, trouble: str) -> None:
    app, heard = answering(slack)
    handler = connect(slack, app)
    first = handler.client.session_id()
    if trouble == "refresh":
        slack.disconnect("refresh_requested")
    else:
        slack.kill_sockets()
    wait_until(lambda: handler.client.session_id() != first and slack.connections)
    assert slack.command("ana", "#random", "/ask again").ok
    assert heard == ["again"]


def test_events_wait_for_a_bot_that_starts_late(workspaces: Workspaces, connect: Any) -> None:
    slack = workspaces()
    assert slack.command("ana", "#random", "/ask early").error == "dispatch_failed"
    slack.type("ana", "#task-force", "@assistant early")
    app, heard = answering(slack)
    connect(slack, app)
    assert heard == []
    slack.advance(60)
    wait_until(lambda: heard)
    assert heard == [f"<@{slack.app_user}> early"]


def test_the_same_event_can_be_delivered_again_by_hand(slack: PracticeSlack, connect: Any) -> None:
    app, heard = answering(slack)
    connect(slack, app)
    slack.type("ana", "#task-force", "@assistant once")
    mention = next(d for d in slack.log()["deliveries"] if d["what"] == "app_mention")
    assert slack.deliver_again(mention["event_id"])["acknowledged"]
    slack.settle()
    assert len(heard) == 2


def test_a_ticket_opens_one_socket_only(slack: PracticeSlack) -> None:
    first = Socket(slack)
    assert first.hello["type"] == "hello"
    first.close()
    assert call(slack, "apps.connections.open")["error"] == "not_allowed_token_type"
    slack.disconnect("link_disabled")
    with pytest.raises(KeyError):
        Socket(slack)


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def serve() -> Iterator[Callable[[Any], str]]:
    """Serves WSGI applications on free ports and stops them at the end."""
    servers = []

    def start(application: Any, server: Any = None) -> str:
        server = server or make_server("127.0.0.1", 0, application, handler_class=_Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/slack/events"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def over_http(workspaces: Workspaces, serve: Callable[..., str], secret: str = "") -> tuple[PracticeSlack, list[str]]:
    """A workspace without Socket Mode, and a Bolt app behind its request address."""
    server = make_server("127.0.0.1", 0, None, handler_class=_Quiet)
    address = f"http://127.0.0.1:{server.server_port}/slack/events"
    slack = workspaces(request_url=address)
    app, heard = answering(slack, secret)
    server.set_app(SlackRequestHandler(app))
    serve(None, server)
    return slack, heard


def test_over_http_requests_are_signed_and_answered(workspaces: Workspaces, serve: Any) -> None:
    slack, heard = over_http(workspaces, serve)
    assert slack.verify_request_url()
    assert slack.command("ana", "#random", "/ask beds & 'quotes'").ok
    assert [m["text"] for m in slack.read("ana", "#random")] == ["Here you are"]
    slack.type("ana", "#task-force", "@assistant hello")
    posted = call(slack, "chat.postMessage", channel="#task-force", text="x", blocks=[buttons(button("go", value="7"))])
    assert slack.press("ana", "go", channel="#task-force", ts=posted["ts"]).ok
    slack.settle()
    assert sorted(heard) == ["7", f"<@{slack.app_user}> hello", "beds &amp; 'quotes'"]
    assert call(slack, "apps.connections.open")["ok"] is False


def test_over_http_a_wrong_signature_is_a_failed_command(workspaces: Workspaces, serve: Any) -> None:
    slack, heard = over_http(workspaces, serve, secret="of another app")
    failed = slack.command("ana", "#random", "/ask x")
    assert (failed.error, heard) == ("dispatch_unknown_error", [])


def test_over_http_failed_events_come_again_unless_the_bot_forbids_it(workspaces: Workspaces, serve: Any) -> None:
    seen: list[tuple[str | None, str | None]] = []
    answers = iter([("500 Broken", []), ("500 Broken", [("X-Slack-No-Retry", "1")]), ("200 OK", [])])

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.append((environ.get("HTTP_X_SLACK_RETRY_NUM"), environ.get("HTTP_X_SLACK_RETRY_REASON")))
        start_response(*next(answers))
        return [b""]

    slack = workspaces(manifest(without_event="app_mention"), request_url=serve(application))
    slack.type("ana", "#task-force", "hello")
    slack.settle(3)
    slack.advance(3600)
    slack.settle(3)
    assert seen == [(None, None), ("1", "http_error")]


def test_slow_answers_and_outages_can_be_had_on_request(slack: PracticeSlack) -> None:
    slack.set_faults(latency=0.05)
    assert call(slack, "auth.test")["ok"]
    slack.set_faults(latency=0.0)
    slack.add_fault("*", "error:fatal_error", times=None, chance=0.5)
    answers = {call(slack, "auth.test")["ok"] for _ in range(30)}
    assert answers == {True, False}
    slack.clear_faults()
    assert call(slack, "auth.test")["ok"]
    with pytest.raises(ValueError, match="no kind of fault"):
        slack.add_fault("*", "earthquake")


def test_events_can_come_out_of_order(
    slack: PracticeSlack, client: WebClient, sockets: Callable[[PracticeSlack], Socket]
) -> None:
    socket = sockets(slack)
    slack.set_faults(shuffle=True)
    words = [str(number) for number in range(12)]
    for word in words:
        client.chat_postMessage(channel="#task-force", text=word)
    heard = []
    for _ in words:
        envelope = socket.next()
        socket.ack(envelope)
        heard.append(envelope["payload"]["event"]["text"])
    assert sorted(heard) == sorted(words)
    assert heard != words
