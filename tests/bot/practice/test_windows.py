"""Windows as Slack shows them: a stack of three, hashes, what typing survives, what Slack complains about by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.practice import PracticeSlack

from .parts import (
    Json,
    Socket,
    button,
    buttons,
    labeled,
    meanwhile,
    options,
    refusal,
    section,
    select,
    text_input,
    trigger,
    window,
)

Open = Callable[..., Json]


@pytest.fixture
def socket(slack: PracticeSlack, sockets: Callable[[PracticeSlack], Socket]) -> Socket:
    return sockets(slack)


@pytest.fixture
def open_window(slack: PracticeSlack, client: WebClient, socket: Socket) -> Open:
    """Opens a window for Ana and answers its view."""

    def open_it(*blocks: Json, **more: Any) -> Json:
        view: Json = client.views_open(trigger_id=trigger(slack, socket), view=window(*blocks, **more))["view"]
        return view

    return open_it


def pressed(slack: PracticeSlack, socket: Socket, action_id: str) -> Json:
    """Ana presses something in her window; answers the payload, acknowledged."""
    with meanwhile(lambda: slack.press("ana", action_id)):
        envelope = socket.next()
        socket.ack(envelope)
    payload: Json = envelope["payload"]
    return payload


def submitted(slack: PracticeSlack, socket: Socket, answer: Json | None, **values: Any) -> tuple[Any, Json]:
    """Ana submits; the bot answers so. Answers the result and the payload."""
    with meanwhile(lambda: slack.submit("ana", values=values)) as done:
        envelope = socket.next()
        socket.ack(envelope, answer)
    return done.result(), envelope["payload"]


def titles(slack: PracticeSlack) -> list[str]:
    return [view["title"]["text"] for view in slack.look("ana")["modals"]]


def test_three_windows_stack_and_a_fourth_is_refused(
    slack: PracticeSlack, client: WebClient, socket: Socket, open_window: Open
) -> None:
    more = buttons(button("more"))
    root = open_window(more, title="One")
    for title in ("Two", "Three"):
        client.views_push(trigger_id=pressed(slack, socket, "more")["trigger_id"], view=window(more, title=title))
    assert titles(slack) == ["One", "Two", "Three"]
    top = slack.look("ana")["modals"][-1]
    assert (top["root_view_id"], top["previous_view_id"]) == (root["id"], slack.look("ana")["modals"][1]["id"])
    fourth = pressed(slack, socket, "more")["trigger_id"]
    assert refusal(lambda: client.views_push(trigger_id=fourth, view=window(more))) == "push_limit_reached"
    slack.close("ana")
    assert titles(slack) == ["One", "Two"]
    slack.close("ana", all=True)
    assert titles(slack) == []
    assert refusal(lambda: client.views_update(view_id=root["id"], view=window())) == "not_found"


def test_a_window_can_be_pushed_only_from_inside_a_window(slack: PracticeSlack, client: WebClient, socket: Socket) -> None:
    assert refusal(lambda: client.views_push(trigger_id=trigger(slack, socket), view=window())) == "not_found"


def test_what_was_typed_survives_an_update_where_both_ids_stay(
    slack: PracticeSlack, client: WebClient, open_window: Open
) -> None:
    view = open_window(text_input("kept"), text_input("renamed"))
    slack.fill("ana", "kept", "still here")
    slack.fill("ana", "renamed", "gone")
    client.views_update(view_id=view["id"], view=window(text_input("kept"), text_input("other")))
    values = slack.look("ana")["modals"][0]["state"]["values"]
    assert values == {
        "kept": {"words": {"type": "plain_text_input", "value": "still here"}},
        "other": {"words": {"type": "plain_text_input", "value": None}},
    }


def test_an_old_hash_is_a_conflict(slack: PracticeSlack, client: WebClient, open_window: Open) -> None:
    view = open_window()
    newer = client.views_update(view_id=view["id"], hash=view["hash"], view=window(title="New"))["view"]
    assert newer["hash"] != view["hash"]
    late = refusal(lambda: client.views_update(view_id=view["id"], hash=view["hash"], view=window()))
    assert late == "hash_conflict"
    home = {"type": "home", "blocks": [section("Hello")]}
    first = client.views_publish(user_id="U0ANA000000", view=home)["view"]
    client.views_publish(user_id="U0ANA000000", view=home, hash=first["hash"])
    again = refusal(lambda: client.views_publish(user_id="U0ANA000000", view=home, hash=first["hash"]))
    assert again == "hash_conflict"


def test_a_window_can_be_found_by_its_external_id_which_is_unique(
    slack: PracticeSlack, client: WebClient, socket: Socket, open_window: Open
) -> None:
    open_window(external_id="intake-7")
    client.views_update(external_id="intake-7", view=window(title="Found", external_id="intake-7"))
    assert titles(slack) == ["Found"]
    others = trigger(slack, socket, "bo")
    twice = refusal(lambda: client.views_open(trigger_id=others, view=window(external_id="intake-7")))
    assert twice == "duplicate_external_id"


def test_a_submission_can_close_push_update_or_clear(slack: PracticeSlack, socket: Socket, open_window: Open) -> None:
    open_window(title="One")
    submitted(slack, socket, {"response_action": "push", "view": window(title="Two")}, why="because")
    assert titles(slack) == ["One", "Two"]
    submitted(slack, socket, {"response_action": "update", "view": window(title="Three")}, why="because")
    assert titles(slack) == ["One", "Three"]
    submitted(slack, socket, None, why="because")
    assert titles(slack) == ["One"]
    submitted(slack, socket, {"response_action": "push", "view": window(title="Four")}, why="because")
    done, _ = submitted(slack, socket, {"response_action": "clear"}, why="because")
    assert (done.ok, titles(slack)) == (True, [])


def test_a_submission_nobody_answers_shows_trouble_and_keeps_the_window(workspaces: Any, sockets: Any) -> None:
    slack = workspaces(ack_seconds=0.2)
    socket = sockets(slack)
    from .parts import hands

    view = hands(slack).views_open(trigger_id=trigger(slack, socket), view=window())["view"]
    failed = slack.submit("ana", values={"why": "because"})
    assert (failed.ok, failed.error, failed.shown) == (
        False,
        "operation_timeout",
        "We had some trouble connecting. Try again?",
    )
    assert failed.view["id"] == view["id"]
    assert failed.view["state"]["values"]["why"]["words"]["value"] == "because"


def test_only_who_asked_to_hears_of_a_closed_window(slack: PracticeSlack, socket: Socket, open_window: Open) -> None:
    open_window()
    slack.close("ana")
    assert socket.is_silent()
    open_window(notify_on_close=True)
    with meanwhile(lambda: slack.close("ana", all=True)):
        envelope = socket.next()
        socket.ack(envelope)
    assert (envelope["payload"]["type"], envelope["payload"]["is_cleared"]) == ("view_closed", True)


def number(**more: Any) -> Json:
    return {"type": "number_input", "action_id": "n", "is_decimal_allowed": False, **more}


@pytest.mark.parametrize(
    ("block", "value", "complaint"),
    [
        (text_input("x"), None, "required"),
        (text_input("x"), "", "required"),
        (text_input("x", min_length=5), "four", "lengthen"),
        (text_input("x", max_length=3), "four", "shorten"),
        (labeled("x", number()), "2.5", "whole number"),
        (labeled("x", number(min_value="3")), "2", "at least 3"),
        (labeled("x", number(max_value="3")), "4", "at most 3"),
        (labeled("x", {"type": "email_text_input", "action_id": "e"}), "ana at home", "email"),
        (labeled("x", {"type": "url_text_input", "action_id": "u"}), "home", "URL"),
        (labeled("x", {"type": "checkboxes", "action_id": "c", "options": options("a")}), [], "required"),
        (labeled("x", {"type": "datepicker", "action_id": "d"}), None, "required"),
    ],
)
def test_slack_complains_before_the_bot_hears_of_it(
    slack: PracticeSlack, socket: Socket, open_window: Open, block: Json, value: Any, complaint: str
) -> None:
    open_window(block)
    result = slack.submit("ana", values={"x": value})
    assert (result.ok, result.error) == (False, "invalid_input")
    assert complaint in result.errors["x"]
    assert socket.is_silent()


def test_every_kind_of_input_arrives_in_its_own_shape(slack: PracticeSlack, socket: Socket, open_window: Open) -> None:
    many = {"type": "multi_static_select", "action_id": "a", "options": options("urgent", "late")}
    inputs: dict[str, tuple[Json, Any, Json]] = {
        "kind": (select("a", "vac", "sick"), "vac", {"selected_option": {**options("vac")[0]}}),
        "tags": (many, ["late"], {"selected_options": options("late")}),
        "who": ({"type": "users_select", "action_id": "a"}, "bo", {"selected_user": "U0BO0000000"}),
        "whos": (
            {"type": "multi_users_select", "action_id": "a"},
            ["bo", "@ana"],
            {"selected_users": ["U0BO0000000", "U0ANA000000"]},
        ),
        "conv": ({"type": "conversations_select", "action_id": "a"}, "#random", {"selected_conversation": "C0RANDOM000"}),
        "chan": ({"type": "channels_select", "action_id": "a"}, "#random", {"selected_channel": "C0RANDOM000"}),
        "from": ({"type": "datepicker", "action_id": "a"}, "2026-12-01", {"selected_date": "2026-12-01"}),
        "at": ({"type": "timepicker", "action_id": "a"}, "14:30", {"selected_time": "14:30"}),
        "when": ({"type": "datetimepicker", "action_id": "a"}, 1764590400, {"selected_date_time": 1764590400}),
        "paid": ({"type": "radio_buttons", "action_id": "a", "options": options("paid")}, "paid", {}),
        "days": (number(), "2", {"value": "2"}),
        "link": ({"type": "url_text_input", "action_id": "a"}, "https://example.com", {"value": "https://example.com"}),
        "empty": ({"type": "datepicker", "action_id": "a"}, None, {"selected_date": None}),
        "none": (many, None, {"selected_options": []}),
    }
    open_window(*(labeled(name, element, optional=True) for name, (element, _, _) in inputs.items()))
    given = {name: value for name, (_, value, _) in inputs.items()}
    _, payload = submitted(slack, socket, None, **given)
    state = payload["view"]["state"]["values"]
    for name, (element, _, expected) in inputs.items():
        [kept] = state[name].values()
        assert kept["type"] == element["type"]
        shown = {key: _plain(value) for key, value in kept.items() if key in expected}
        assert shown == expected, name


def _plain(value: Any) -> Any:
    """Options without the defaults Slack fills in."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict) and "text" in value:
        return {**value, "text": {key: kept for key, kept in value["text"].items() if key != "emoji"}}
    return value


def test_ana_cannot_choose_what_is_not_offered(slack: PracticeSlack, open_window: Open) -> None:
    open_window(labeled("kind", select("a", "vac", "sick")))
    wrong = slack.fill("ana", "kind", "holiday")
    assert (wrong.ok, wrong.error) == (False, "cannot_choose")
    assert "'vac', 'sick'" in wrong.shown
    assert slack.fill("ana", "elsewhere", "x").error == "element_not_found"


def test_a_file_chosen_in_a_window_reaches_the_bot(slack: PracticeSlack, socket: Socket, open_window: Open) -> None:
    open_window(labeled("proof", {"type": "file_input", "action_id": "f"}))
    file = slack.upload_file("ana", "note.txt", text="hello").file
    _, payload = submitted(slack, socket, None, proof=[file])
    [sent] = payload["view"]["state"]["values"]["proof"]["f"]["files"]
    assert (sent["id"], sent["name"], sent["size"]) == (file, "note.txt", 5)


def test_suggestions_are_offered_and_can_then_be_chosen(slack: PracticeSlack, socket: Socket, open_window: Open) -> None:
    open_window(labeled("ext", {"type": "external_select", "action_id": "find", "min_query_length": 2}))
    assert slack.suggest("ana", "find", "p").options == []
    with meanwhile(lambda: slack.suggest("ana", "find", "par")) as asked:
        socket.ack(socket.next(), {"options": options("parks", "parole")})
    assert [one["value"] for one in asked.result().options] == ["parks", "parole"]
    _, payload = submitted(slack, socket, None, ext="parole")
    assert payload["view"]["state"]["values"]["ext"]["find"]["selected_option"]["value"] == "parole"


def test_suggestions_slack_would_not_show_are_refused(slack: PracticeSlack, socket: Socket, open_window: Open) -> None:
    open_window(labeled("ext", {"type": "external_select", "action_id": "find", "min_query_length": 1}))
    with meanwhile(lambda: slack.suggest("ana", "find", "par")) as asked:
        socket.ack(socket.next(), {"options": options(*[str(n) for n in range(101)])})
    assert not asked.result().ok
    assert [one["method"] for one in slack.refusals] == ["ack:block_suggestion"]
