"""The control API: what the page and outside tests see and do, over HTTP."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from slack_sdk import WebClient

from bot.practice import PracticeSlack
from bot.practice.control import ACTS, TOWN

from .parts import Json, Socket, button, buttons, meanwhile, section, wait_until


def ask(slack: PracticeSlack, path: str, body: Json | None = None, kind: str = "application/json") -> tuple[int, Json]:
    """GET, or POST when there is a body."""
    content = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{slack.url}/practice/{path}", content, {"Content-Type": kind} if content else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def act(slack: PracticeSlack, verb: str, **given: Any) -> Json:
    status, answer = ask(slack, f"act/{verb}", given)
    assert (status, answer["ok"]) == (200, True), answer
    result: Json = answer["result"]
    return result


def test_ana_types_and_everybody_in_the_channel_reads_it(slack: PracticeSlack) -> None:
    written = act(slack, "type", user="ana", channel="#random", text="hello @bo")
    assert (written["ok"], written["channel"]) == (True, "C0RANDOM000")
    for reader in ("ana", "bo"):
        _, answer = ask(slack, f"messages?as={reader}&channel={quote('#random')}")
        [message] = answer["messages"]
        assert (message["text"], message["author"], message["is_ephemeral"]) == ("hello <@U0BO0000000>", "Ana Ruiz", False)
    status, answer = ask(slack, f"messages?as=ivy&channel={quote('#random')}")
    assert (status, answer["ok"]) == (400, False)


def test_the_state_is_what_one_person_sees(slack: PracticeSlack, client: WebClient) -> None:
    client.views_publish(user_id="U0ANA000000", view={"type": "home", "blocks": [section("Hello Ana")]})
    _, ana = ask(slack, "state?as=ana")
    _, hal = ask(slack, "state?as=hal")
    assert {"seq", "now", "me", "people", "channels", "browsable", "app", "home", "modals", "notices", "faults"} <= set(ana)
    assert "coordinating-group" in [channel["name"] for channel in ana["channels"]]
    assert [channel["name"] for channel in hal["channels"]] == ["task-force", "random", "partners-shared"]
    assert (ana["home"]["type"], hal["home"]) == ("home", None)
    assert [channel["name"] for channel in ana["browsable"]] == ["legal-clinic"]
    assert hal["browsable"] == []
    assert ana["app"]["commands"] == [{"command": "/ask", "description": "Ask", "usage_hint": ""}]
    assert {person["kind"] for person in ana["people"]} == {
        "member", "guest", "single_channel_guest", "stranger", "bot", "app", "slackbot",
    }  # fmt: skip


def test_what_slack_would_refuse_is_a_result_and_not_an_error(slack: PracticeSlack) -> None:
    refused = act(slack, "type", user="hal", channel="#housing-desk", text="x")
    assert (refused["ok"], refused["error"]) == (False, "channel_not_found")
    assert "not a valid command" in act(slack, "command", user="ana", channel="#random", text="/dance")["shown"]
    in_thread = act(slack, "type", user="ana", channel="#random", text="/ask x", thread_ts="1700000000.000001")
    assert in_thread["error"] == "command_in_thread"


@pytest.mark.parametrize(
    ("path", "body", "kind", "word"),
    [
        ("act/type", {"user": "nobody", "channel": "#random", "text": "x"}, "application/json", "nobody"),
        ("act/type", {"user": "ana", "words": "x"}, "application/json", "CONTROL.md"),
        ("act/type", {"user": "ana", "channel": "#random", "text": "x"}, "text/plain", "JSON"),
        ("town/add_person", {"name": "ana"}, "application/json", "already"),
        ("town/add_person", {"name": "zoe", "kind": "wizard"}, "application/json", "kind"),
        ("faults/add", {"method": "*", "kind": "earthquake"}, "application/json", "no kind of fault"),
        ("clock/advance", {"seconds": -1}, "application/json", "forward"),
        ("socket/disconnect", {"reason": "boredom"}, "application/json", "refresh_requested"),
    ],
)
def test_a_mistaken_call_is_told_how_to_mend_it(slack: PracticeSlack, path: str, body: Json, kind: str, word: str) -> None:
    status, answer = ask(slack, path, body, kind)
    assert (status, answer["ok"]) == (400, False)
    assert word in answer["error"]


def test_every_verb_of_the_api_is_documented(slack: PracticeSlack) -> None:
    from bot.practice.control import PAGE

    page = (PAGE.parent / "CONTROL.md").read_text(encoding="utf-8")
    assert [verb for verb in (*ACTS, *TOWN) if f"`{verb}`" not in page] == []


def test_time_trouble_and_people_change_over_http(slack: PracticeSlack) -> None:
    _, before = ask(slack, "state?as=ana")
    _, advanced = ask(slack, "clock/advance", {"seconds": 86_400})
    assert advanced["result"]["now_ts"] >= before["now_ts"] + 86_400
    ask(slack, "faults/set", {"rate_limits": True, "latency": 0.01})
    ask(slack, "faults/add", {"method": "chat.postMessage", "kind": "server_error", "times": 2})
    _, state = ask(slack, "state?as=ana")
    assert (state["faults"]["latency"], state["faults"]["planned"][0]["times"]) == (0.01, 2)
    ask(slack, "faults/clear", {})
    _, added = ask(slack, "town/add_person", {"name": "zoe", "channels": ["random"]})
    assert added["result"]["person"] == "U0ZOE000000"
    assert act(slack, "type", user="zoe", channel="#random", text="I am new")["ok"]
    ask(slack, "town/deactivate", {"user": "zoe"})
    assert act(slack, "type", user="zoe", channel="#random", text="again")["error"] == "account_inactive"
    assert ask(slack, "settle", {"seconds": 5})[1]["result"] == {"quiet": True}
    _, log = ask(slack, "log")
    assert set(log) == {"calls", "refusals", "deliveries"}


class Watcher:
    """Reads server-sent events on a thread."""

    def __init__(self, slack: PracticeSlack, query: str) -> None:
        self.seen: list[Json] = []
        self._response = urllib.request.urlopen(f"{slack.url}/practice/changes?{query}", timeout=10)
        assert self._response.headers["Content-Type"].startswith("text/event-stream")
        self._response.readline()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            for line in self._response:
                if line.startswith(b"data: "):
                    self.seen.append(json.loads(line[6:]))
        except (OSError, ValueError, AttributeError):
            return

    def kinds(self) -> list[str]:
        return [change["kind"] for change in self.seen]


@pytest.fixture
def watch(slack: PracticeSlack) -> Iterator[Callable[[str], Watcher]]:
    yield lambda query: Watcher(slack, query)


def test_pages_hear_of_changes_that_concern_them_and_of_no_others(
    slack: PracticeSlack, client: WebClient, watch: Callable[[str], Watcher]
) -> None:
    ana, bo = watch("as=ana"), watch("as=bo")
    client.chat_postEphemeral(channel="#task-force", user="U0ANA000000", text="for Ana")
    slack.type("dana", "#coordinators", "not for them")
    slack.type("dana", "#task-force", "for all")
    wait_until(lambda: bo.seen and len(ana.seen) >= 2)
    assert ana.kinds() == ["message", "message"]
    assert [change["channel"] for change in bo.seen] == ["C0TASKFORCE"]


def test_a_page_that_was_away_gets_what_it_missed(slack: PracticeSlack, watch: Callable[[str], Watcher]) -> None:
    slack.type("dana", "#task-force", "one")
    seq = slack.look("ana")["seq"]
    slack.type("dana", "#task-force", "two")
    back = watch(f"as=ana&since={seq}")
    wait_until(lambda: back.seen)
    assert [change["seq"] for change in back.seen] == [seq + 1]
    lost = watch("as=ana&since=999999")
    wait_until(lambda: lost.seen)
    assert lost.kinds() == ["everything"]


def test_ana_presses_a_button_over_http(
    slack: PracticeSlack, client: WebClient, sockets: Callable[[PracticeSlack], Socket]
) -> None:
    ts = client.chat_postMessage(channel="#task-force", text="x", blocks=[buttons(button("go", value="7"))])["ts"]
    socket = sockets(slack)
    with meanwhile(lambda: act(slack, "press", user="ana", channel="#task-force", ts=ts, action_id="go")) as done:
        envelope = socket.next()
        socket.ack(envelope)
    assert envelope["payload"]["actions"][0]["value"] == "7"
    assert done.result()["ok"] is True


def test_the_server_answers_only_by_its_loopback_names(slack: PracticeSlack) -> None:
    request = urllib.request.Request(f"{slack.url}/practice/state?as=ana", headers={"Host": "example.org"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=5)
    assert refused.value.code == 400
    assert slack.url.startswith("http://127.0.0.1:")
