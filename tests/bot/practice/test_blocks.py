"""What Slack refuses in a message, the practice workspace refuses, in Slack's words and at the right place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.practice.blocks import check_attachments, check_message_blocks, check_metadata, check_options, check_view

from .block_pieces import EVERY_BLOCK, actions, button, mrkdwn, option, plain, question, said, section, select


def test_a_message_with_one_of_every_block_is_fine():
    assert said(check_message_blocks(EVERY_BLOCK)) == []


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ([section()] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
        ("[]", "must provide an array [json-pointer:/blocks]"),
        ([None], "must provide an object [json-pointer:/blocks/0]"),
        ([{}], "missing required field: type [json-pointer:/blocks/0]"),
        ([section("x" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        ([section(7)], "must provide a string [json-pointer:/blocks/0/text/text]"),
        ([{"type": "section"}], "missing required field: text [json-pointer:/blocks/0]"),
        ([section(colour="red")], "invalid additional property: colour [json-pointer:/blocks/0]"),
        ([section(block_id="x" * 256)], "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
        (
            [{"type": "section", "fields": [plain()] * 11}],
            "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
        ),
        ([{"type": "section", "fields": []}], "must provide at least 1 items [json-pointer:/blocks/0/fields]"),
        (
            [{"type": "section", "fields": [plain("x" * 2001)]}],
            "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
        ),
        (
            [{"type": "section", "text": {**mrkdwn(), "emoji": True}}],
            "invalid additional property: emoji [json-pointer:/blocks/0/text]",
        ),
        ([{"type": "header", "text": mrkdwn()}], "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]"),
        (
            [{"type": "header", "text": plain("x" * 151)}],
            "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
        ),
        ([actions()], "must provide at least 1 items [json-pointer:/blocks/0/elements]"),
        (
            [actions(*(button(action_id=str(n)) for n in range(26)))],
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
        ),
        ([actions(button("x" * 76))], "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"),
        (
            [actions(button(value="x" * 2001))],
            "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
        ),
        ([actions(button(style="default"))], "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]"),
        ([actions(button(disabled=True))], "invalid additional property: disabled [json-pointer:/blocks/0/elements/0]"),
        ([actions(button(url="javascript:alert(1)"))], "invalid url [json-pointer:/blocks/0/elements/0/url]"),
        (
            [actions({"type": "workflow_button"})],
            "unsupported type: workflow_button [json-pointer:/blocks/0/elements/0/type]",
        ),
        (
            [actions({"type": "plain_text_input"})],
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
        ),
        (
            [section(accessory={"type": "datetimepicker"})],
            "unsupported type: datetimepicker [json-pointer:/blocks/0/accessory/type]",
        ),
        (
            [question({"type": "button", "text": plain()})],
            "unsupported type: button [json-pointer:/blocks/0/element/type]",
        ),
        (
            [question({"type": "email_text_input"})],
            "unsupported type: email_text_input [json-pointer:/blocks/0/element/type]",
        ),
        ([actions(select(options=[]))], "must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]"),
        (
            [actions(select(options=[option(str(n), str(n)) for n in range(101)]))],
            "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
        ),
        (
            [actions(select(options=[option("x" * 76)]))],
            "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]",
        ),
        (
            [actions(select(options=[option(value="x" * 151)]))],
            "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]",
        ),
        (
            [actions(select(options=[option(url="https://example.org")]))],
            "invalid additional property: url [json-pointer:/blocks/0/elements/0/options/0]",
        ),
        (
            [actions(select(initial_option=option("Uno")))],
            "`initial_option` must match one of the options [json-pointer:/blocks/0/elements/0/initial_option]",
        ),
        (
            [actions({"type": "overflow", "options": [option()] * 6})],
            "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]",
        ),
        (
            [actions({"type": "checkboxes", "options": [option(str(n), str(n)) for n in range(11)]})],
            "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]",
        ),
        (
            [actions({"type": "datepicker", "initial_date": "2026-02-30"})],
            "must be a valid date in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]",
        ),
        (
            [actions({"type": "timepicker", "initial_time": "24:00"})],
            "must be a valid time in the format HH:mm [json-pointer:/blocks/0/elements/0/initial_time]",
        ),
        (
            [actions({"type": "datetimepicker", "initial_date_time": 17640720001})],
            "must be less than 10000000000 [json-pointer:/blocks/0/elements/0/initial_date_time]",
        ),
        (
            [actions({"type": "conversations_select", "response_url_enabled": True})],
            "invalid additional property: response_url_enabled [json-pointer:/blocks/0/elements/0]",
        ),
        (
            [actions(button(), button())],
            '`action_id` "press" already exists [json-pointer:/blocks/0/elements/1/action_id]',
        ),
        (
            [section(block_id="same"), section(block_id="same")],
            '`block_id` "same" already exists [json-pointer:/blocks/1/block_id]',
        ),
        (
            [
                actions(
                    button(confirm={"title": plain("x" * 101), "text": plain(), "confirm": plain(), "deny": plain()})
                )
            ],
            "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]",
        ),
        (
            [actions(button(confirm={"title": plain(), "text": plain(), "confirm": plain()}))],
            "missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]",
        ),
        (
            [{"type": "context", "elements": [plain()] * 11}],
            "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            [{"type": "context", "elements": [button()]}],
            "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
        ),
        (
            [{"type": "image", "image_url": "https://x.org/a.png"}],
            "missing required field: alt_text [json-pointer:/blocks/0]",
        ),
        (
            [{"type": "image", "alt_text": "a", "image_url": "https://x.org/a", "slack_file": {"id": "F123"}}],
            "invalid additional property: slack_file [json-pointer:/blocks/0]",
        ),
        (
            [{"type": "file", "external_id": "x", "source": "remote"}],
            "unsupported type: file [json-pointer:/blocks/0/type]",
        ),
        ([{"type": "carousel", "elements": []}], "unsupported type: carousel [json-pointer:/blocks/0/type]"),
        (
            [{"type": "markdown", "text": "x" * 12_001}],
            "must be less than 12001 characters [json-pointer:/blocks/0/text]",
        ),
        (
            [{"type": "markdown", "text": "x" * 6_001}, {"type": "markdown", "text": "x" * 6_000}],
            "must be less than 12001 characters in all markdown blocks [json-pointer:/blocks]",
        ),
        (
            [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]] * 101}],
            "no more than 100 items allowed [json-pointer:/blocks/0/rows]",
        ),
        (
            [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}] * 2,
            "only_one_table_allowed [json-pointer:/blocks/1]",
        ),
        (
            [{"type": "table", "rows": [[{"type": "raw_text", "text": ""}]]}],
            "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]",
        ),
        (
            [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text"}]}]}],
            "missing required field: text [json-pointer:/blocks/0/elements/0/elements/0]",
        ),
        (
            [actions(select(focus_on_load=True), select(action_id="other", focus_on_load=True))],
            "`focus_on_load` may be true for one element only [json-pointer:/blocks/0/elements/1/focus_on_load]",
        ),
    ],
)
def test_a_message_breaking_one_rule_is_refused_in_slacks_words(blocks, complaint):
    assert complaint in said(check_message_blocks(blocks))


def test_every_fault_says_which_error_the_call_is_answered_with():
    assert {fault.code for fault in check_message_blocks([{"type": "nonsense"}])} == {"invalid_blocks"}
    assert {fault.code for fault in check_view({"type": "nonsense"})} == {"invalid_arguments"}


def test_many_legal_blocks_may_together_be_too_long_for_a_message_but_not_for_a_response_url():
    long = [section("x" * 2500) for _ in range(5)]
    assert [fault.code for fault in check_message_blocks(long)] == ["msg_blocks_too_long"]
    assert check_message_blocks(long, sums_text=False) == []
    assert check_message_blocks([section("x" * 2400) for _ in range(5)]) == []


def test_umlauts_count_once_and_emoji_twice():
    assert check_message_blocks([section("\u00fc" * 3000)]) == []
    assert check_message_blocks([section("\N{WAVING HAND SIGN}" * 1500)]) == []
    assert check_message_blocks([section("\N{WAVING HAND SIGN}" * 1501)]) != []


def test_an_empty_list_of_blocks_clears_a_message():
    assert check_message_blocks([]) == []


anything_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "text", "elements", "blocks", "options", "block_id", "element", "title", "initial_option"]
            )
            | st.text(max_size=5),
            st.sampled_from(["section", "actions", "modal", "static_select", "plain_text", "rich_text"]) | inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None)
@given(anything_json)
def test_whatever_arrives_gets_a_verdict_and_never_a_crash(arrived):
    for check in (check_message_blocks, check_view, check_metadata, check_attachments, check_options):
        assert all(fault.message and fault.code for fault in check(arrived))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_taking_away_any_required_word_or_adding_an_unknown_one_is_noticed(data):
    """Walk to a random object of a sound message, add a property Slack does not know there, and expect a refusal."""
    blocks = json.loads(json.dumps(EVERY_BLOCK))
    node = data.draw(st.sampled_from(blocks))
    while inner := [
        value for value in (node.values() if isinstance(node, dict) else node) if isinstance(value, (dict, list))
    ]:
        step = data.draw(st.none() | st.sampled_from(inner))
        if step is None and isinstance(node, dict):
            break
        node = step if step is not None else inner[0]
    if isinstance(node, dict):
        node["surprise"] = True
        assert any("surprise" in fault.message for fault in check_message_blocks(blocks))
