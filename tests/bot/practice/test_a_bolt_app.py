"""A real Bolt app lives in the practice workspace: everything it can be asked reaches it, and it can answer."""

from __future__ import annotations

from typing import Any

import pytest
from slack_bolt import App

from bot.practice import PracticeSlack

from .parts import bolt_app, button, buttons, text_input, window


@pytest.fixture
def app(slack: PracticeSlack, connect: Any) -> App:
    """Answers mentions in their thread, echoes DMs with a button, opens a window, thanks for what is submitted."""
    app = bolt_app(slack)

    @app.event("app_mention")
    def answer(event: dict[str, Any], say: Any) -> None:
        say(text="Here is the answer", thread_ts=event["ts"])

    @app.event("message")
    def echo(event: dict[str, Any], say: Any) -> None:
        if event.get("channel_type") == "im" and "subtype" not in event:
            say(text=f"You said {event['text']}", blocks=[buttons(button("start"))])

    @app.command("/ask")
    def ask(ack: Any, command: dict[str, Any]) -> None:
        ack(text=f"You asked: {command['text']}")

    @app.action("start")
    def start(ack: Any, body: dict[str, Any], client: Any) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=window(text_input("name")))
        ack()

    @app.view("window")
    def submitted(ack: Any, body: dict[str, Any], view: dict[str, Any], client: Any) -> None:
        name = view["state"]["values"]["name"]["words"]["value"]
        if len(name) < 2:
            return ack(response_action="errors", errors={"name": "Too short"})
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text=f"Thank you, {name}")
        return None

    connect(slack, app)
    return app


def texts(slack: PracticeSlack, user: str, channel: str, thread_ts: str | None = None) -> list[str]:
    return [message["text"] for message in slack.read(user, channel, thread_ts)]


def test_ana_mentions_the_assistant_and_reads_the_answer_in_the_thread(slack: PracticeSlack, app: App) -> None:
    asked = slack.type("ana", "#task-force", "@assistant where are beds?")
    slack.settle()
    assert texts(slack, "ana", "#task-force", asked.ts)[-1] == "Here is the answer"
    assert texts(slack, "ana", "#task-force") == [f"<@{slack.app_user}> where are beds?"]


def test_ana_presses_a_button_fills_the_window_in_and_is_thanked_in_her_dm(slack: PracticeSlack, app: App) -> None:
    slack.type("ana", "app", "hello")
    slack.settle()
    answer = slack.read("ana", "app")[-1]
    assert slack.press("ana", "start", channel="app", ts=answer["ts"]).view["title"]["text"] == "A window"

    assert slack.submit("ana").errors == {"name": "Please complete this required field."}
    assert slack.submit("ana", values={"name": "A"}).errors == {"name": "Too short"}
    done = slack.submit("ana", values={"name": "Ana"})
    slack.settle()
    assert (done.ok, done.view) == (True, None)
    assert texts(slack, "ana", "app")[-1] == "Thank you, Ana"
    assert slack.refusals == []


def test_a_command_is_answered_to_its_user_only(slack: PracticeSlack, app: App) -> None:
    assert slack.command("ana", "#random", "/ask where & with @bo").ok
    [line] = slack.read("ana", "#random")
    assert line["is_ephemeral"]
    assert line["text"] == "You asked: where &amp; with <@U0BO0000000|bo>"
    assert slack.read("bo", "#random") == []


def test_a_command_nobody_handles_ends_as_an_error_on_the_screen(workspaces: Any, connect: Any) -> None:
    slack = workspaces(ack_seconds=0.3)
    connect(slack, bolt_app(slack))
    failed = slack.command("ana", "#random", "/ask anything")
    assert (failed.ok, failed.error) == (False, "operation_timeout")
    assert slack.look("ana")["notices"][-1]["text"] == '/ask failed with the error "operation_timeout"'
    assert slack.look("bo")["notices"] == []


def test_settling_waits_for_a_bot_that_thinks_between_two_calls(slack: PracticeSlack, connect: Any) -> None:
    app = bolt_app(slack)

    @app.event("message")
    def think_and_answer(event: dict[str, Any], say: Any) -> None:
        if event.get("channel_type") == "im":
            say(text=f"{sum(number % 7 for number in range(6_000_000)) % 2} is the answer")

    connect(slack, app)
    slack.type("ana", "app", "think")
    assert slack.settle()
    assert "answer" in texts(slack, "ana", "app")[-1]


def test_settling_waits_for_whatever_else_the_caller_knows(slack: PracticeSlack) -> None:
    still = [True, True, True]
    slack.also_wait_for(lambda: bool(still and still.pop()))
    assert slack.settle()
    assert still == []
    slack.also_wait_for(lambda: True)
    assert not slack.settle(seconds=0.1)
