"""What Slack refuses, the practice workspace refuses, in Slack's words and at the right place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.practice.blocks import (
    check_attachments,
    check_message_blocks,
    check_metadata,
    check_options,
    check_submission_errors,
    check_view,
)


def plain(text="Words"):
    return {"type": "plain_text", "text": text}


def mrkdwn(text="Words"):
    return {"type": "mrkdwn", "text": text}


def section(text="Words", **more):
    return {"type": "section", "text": mrkdwn(text), **more}


def button(text="Press", **more):
    return {"type": "button", "text": plain(text), "action_id": "press", **more}


def actions(*elements):
    return {"type": "actions", "elements": list(elements)}


def option(text="One", value="one", **more):
    return {"text": plain(text), "value": value, **more}


def select(**more):
    return {"type": "static_select", "action_id": "pick", "options": [option()], **more}


def question(element=None, **more):
    element = element or {"type": "plain_text_input", "action_id": "typed"}
    return {"type": "input", "label": plain("Your name"), "element": element, **more}


def window(*blocks, **more):
    return {"type": "modal", "title": plain("A window"), "submit": plain("Send"), "blocks": list(blocks), **more}


def home(*blocks, **more):
    return {"type": "home", "blocks": list(blocks), **more}


def said(faults):
    return [str(fault) for fault in faults]


EVERY_BLOCK = [
    section("Hello *Ana*", accessory=button(style="primary", value="1"), block_id="greeting"),
    {"type": "section", "fields": [mrkdwn(), plain()]},
    {"type": "section", "text": plain(), "accessory": {"type": "image", "alt_text": "A map", "image_url": "https://x.org/a.png"}},
    actions(
        button(url="https://example.org", accessibility_label="Opens the site", action_id="a"),
        {"type": "overflow", "action_id": "b", "options": [option(url="https://example.org"), option("Two", "two")]},
        {"type": "datepicker", "action_id": "c", "initial_date": "2026-02-28", "placeholder": plain()},
        {"type": "timepicker", "action_id": "d", "initial_time": "23:59", "timezone": "America/Chicago"},
        {"type": "datetimepicker", "action_id": "e", "initial_date_time": 1764072000},
        {"type": "users_select", "action_id": "f", "initial_user": "U04ANNA1B2C"},
        {"type": "conversations_select", "action_id": "g", "filter": {"include": ["im", "private"]}},
        {"type": "multi_channels_select", "action_id": "h", "initial_channels": ["C04HELP9XYZ"], "max_selected_items": 2},
        {"type": "external_select", "action_id": "i", "min_query_length": 0},
    ),
    {"type": "context", "elements": [mrkdwn(), {"type": "image", "alt_text": "Seal", "image_url": "https://x.org/s.png"}]},
    {"type": "divider"},
    {"type": "header", "text": plain("Tonight")},
    {"type": "image", "alt_text": "A map", "slack_file": {"id": "F06FILE1234"}, "title": plain("The map")},
    {"type": "markdown", "text": "# A heading\n\n| a | b |"},
    {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "bold", "style": {"bold": True}}]},
            {
                "type": "rich_text_list",
                "style": "ordered",
                "indent": 1,
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U04ANNA1B2C"}]},
                    {"type": "rich_text_section", "elements": [{"type": "link", "url": "tel:988", "text": "988"}]},
                ],
            },
            {"type": "rich_text_quote", "elements": [{"type": "emoji", "name": "wave"}]},
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "code"}]},
        ],
    },
    {
        "type": "table",
        "column_settings": [{"align": "right"}, None],
        "rows": [[{"type": "raw_text", "text": "Name"}, {"type": "raw_text", "text": "Phone"}]],
    },
    question(dispatch_action=True, hint=plain()),
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "fb",
                "positive_button": {"text": plain("Good"), "value": "y"},
                "negative_button": {"text": plain("Bad"), "value": "n"},
            },
            {"type": "icon_button", "icon": "trash", "text": plain("Delete"), "action_id": "bin"},
        ],
    },
]


def test_a_message_with_one_of_every_block_is_fine():
    assert said(check_message_blocks(EVERY_BLOCK)) == []


def test_a_window_with_every_kind_of_question_is_fine():
    questions = [
        question({"type": "plain_text_input", "action_id": "x", "multiline": True, "initial_value": "Hi", "max_length": 5}),
        question({"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "9", "initial_value": "5"}),
        question({"type": "email_text_input"}, optional=True),
        question({"type": "url_text_input", "focus_on_load": True}),
        question({"type": "file_input", "filetypes": ["pdf"], "max_files": 1}),
        question({"type": "rich_text_input"}),
        question(select(initial_option=option())),
        question({"type": "static_select", "option_groups": [{"label": plain("All"), "options": [option()]}]}),
        question({"type": "multi_static_select", "options": [option(), option("2", "2")], "initial_options": [option()]}),
        question({"type": "checkboxes", "options": [{"text": mrkdwn("*Yes*"), "value": "y"}]}),
        question({"type": "radio_buttons", "options": [option(description=plain("More"))]}),
        question({"type": "channels_select", "response_url_enabled": True}),
        question({"type": "datetimepicker"}),
    ]
    view = window(*questions, private_metadata="x" * 3000, callback_id="c", notify_on_close=True, clear_on_close=False)
    assert said(check_view(view, root_type="modal")) == []


def test_a_home_page_is_fine_without_a_title():
    assert said(check_view(home(section(), actions(button())), root_type="home")) == []


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
        ([{"type": "section", "fields": [plain()] * 11}], "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
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
        ([{"type": "header", "text": plain("x" * 151)}], "must be less than 151 characters [json-pointer:/blocks/0/text/text]"),
        ([actions()], "must provide at least 1 items [json-pointer:/blocks/0/elements]"),
        (
            [actions(*(button(action_id=str(n)) for n in range(26)))],
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
        ),
        ([actions(button("x" * 76))], "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"),
        ([actions(button(value="x" * 2001))], "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"),
        ([actions(button(style="default"))], "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]"),
        ([actions(button(disabled=True))], "invalid additional property: disabled [json-pointer:/blocks/0/elements/0]"),
        ([actions(button(url="javascript:alert(1)"))], "invalid url [json-pointer:/blocks/0/elements/0/url]"),
        ([actions({"type": "workflow_button"})], "unsupported type: workflow_button [json-pointer:/blocks/0/elements/0/type]"),
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
            [actions(button(confirm={"title": plain("x" * 101), "text": plain(), "confirm": plain(), "deny": plain()}))],
            "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]",
        ),
        (
            [actions(button(confirm={"title": plain(), "text": plain(), "confirm": plain()}))],
            "missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]",
        ),
        ([{"type": "context", "elements": [plain()] * 11}], "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
        ([{"type": "context", "elements": [button()]}], "unsupported type: button [json-pointer:/blocks/0/elements/0/type]"),
        (
            [{"type": "image", "image_url": "https://x.org/a.png"}],
            "missing required field: alt_text [json-pointer:/blocks/0]",
        ),
        (
            [{"type": "image", "alt_text": "a", "image_url": "https://x.org/a", "slack_file": {"id": "F123"}}],
            "invalid additional property: slack_file [json-pointer:/blocks/0]",
        ),
        ([{"type": "file", "external_id": "x", "source": "remote"}], "unsupported type: file [json-pointer:/blocks/0/type]"),
        ([{"type": "carousel", "elements": []}], "unsupported type: carousel [json-pointer:/blocks/0/type]"),
        ([{"type": "markdown", "text": "x" * 12_001}], "must be less than 12001 characters [json-pointer:/blocks/0/text]"),
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


@pytest.mark.parametrize(
    ("view", "complaint"),
    [
        (window(question(), submit=None), "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]"),
        (window(section(), title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (window(section(), submit=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/submit/text]"),
        (window(section(), close=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/close/text]"),
        (window(section(), private_metadata="x" * 3001), "must be less than 3001 characters [json-pointer:/view/private_metadata]"),
        (window(section(), callback_id="x" * 256), "must be less than 256 characters [json-pointer:/view/callback_id]"),
        (window(section(), external_id="x" * 256), "must be less than 256 characters [json-pointer:/view/external_id]"),
        (window(), "must provide at least 1 items [json-pointer:/view/blocks]"),
        (window(*[section()] * 101), "no more than 100 items allowed [json-pointer:/view/blocks]"),
        (window({"type": "table", "rows": []}), "must provide at least 1 items [json-pointer:/view/blocks/0/rows]"),
        (window({"type": "markdown", "text": "x"}), "unsupported type: markdown [json-pointer:/view/blocks/0/type]"),
        (window({"type": "alert", "text": "x"}), "unsupported type: alert [json-pointer:/view/blocks/0/type]"),
        (window(section(), state={}), "invalid additional property: state [json-pointer:/view]"),
        (
            window(question({"type": "plain_text_input", "initial_value": "Carmen", "max_length": 3})),
            "must be less than 4 characters [json-pointer:/view/blocks/0/element/initial_value]",
        ),
        (
            window(question({"type": "plain_text_input", "max_length": 3001})),
            "must be less than 3001 [json-pointer:/view/blocks/0/element/max_length]",
        ),
        (
            window(question({"type": "number_input"})),
            "missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]",
        ),
        (
            window(question({"type": "number_input", "is_decimal_allowed": True, "max_value": "9", "initial_value": "10"})),
            "must lie between `min_value` and `max_value` [json-pointer:/view/blocks/0/element/initial_value]",
        ),
        (
            window(question({"type": "multi_users_select", "max_selected_items": 1, "initial_users": ["U111", "U222"]})),
            "no more than 1 items allowed [json-pointer:/view/blocks/0/element/initial_users]",
        ),
        (home(section(), title=plain()), "invalid additional property: title [json-pointer:/view]"),
        (
            home(actions({"type": "datetimepicker"})),
            "unsupported type: datetimepicker [json-pointer:/view/blocks/0/elements/0/type]",
        ),
        ({"type": "workflow_step"}, "unsupported type: workflow_step [json-pointer:/view/type]"),
        ("a window", "must provide an object [json-pointer:/view]"),
    ],
)
def test_a_view_breaking_one_rule_is_refused_in_slacks_words(view, complaint):
    assert complaint in said(check_view(view))


def test_a_home_page_cannot_be_pushed_onto_a_window():
    complaint = "must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]"
    assert complaint in said(check_view(home(section()), root_type="modal"))


def test_a_view_is_weighed_as_a_whole():
    heavy = window(*[section("\u00e9" * 2900) for _ in range(50)])
    assert [fault.code for fault in check_view(heavy)] == ["view_too_large"]


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


def test_metadata_names_an_event_and_carries_flat_values():
    assert check_metadata({"event_type": "outbox_post", "event_payload": {"key": "4f1c", "again": [{"n": 1}]}}) == []
    assert check_metadata({}) == []
    assert said(check_metadata({"event_type": "outbox post", "event_payload": {}})) == [
        "must be alphanumeric [json-pointer:/metadata/event_type]"
    ]
    assert [fault.code for fault in check_metadata({"event_type": "x"})] == ["invalid_metadata_format"]
    nested = {"event_type": "x", "event_payload": {"a": {"b": {"c": 1}}}}
    assert [fault.pointer for fault in check_metadata(nested)] == ["/metadata/event_payload/a"]
    heavy = {"event_type": "x", "event_payload": {"a": "b" * 9000}}
    assert [fault.code for fault in check_metadata(heavy)] == ["metadata_too_large"]


def test_attachments_hold_their_blocks_to_the_same_rules():
    assert check_attachments([{"color": "#2eb67d", "blocks": [section()], "fallback": "Words"}]) == []
    assert said(check_attachments([{"blocks": [section("")]}])) == [
        "must be more than 0 characters [json-pointer:/attachments/0/blocks/0/text/text]"
    ]
    assert said(check_attachments([{"actions": []}])) == ["invalid additional property: actions [json-pointer:/attachments/0]"]
    assert [fault.code for fault in check_attachments([{}] * 101)] == ["too_many_attachments"]


def test_suggestions_are_plain_options_and_at_most_a_hundred():
    assert check_options({"options": []}) == []
    assert check_options({"option_groups": [{"label": plain(), "options": [option()]}]}) == []
    assert said(check_options({"options": [option()] * 101})) == ["no more than 100 items allowed [json-pointer:/options]"]
    assert said(check_options({"options": [{"text": mrkdwn(), "value": "x"}]})) == [
        "unsupported type: mrkdwn [json-pointer:/options/0/text/type]"
    ]
    assert check_options([]) != []


def test_an_error_beside_a_field_must_name_a_question_of_the_window():
    view = window(question(block_id="name"), section(block_id="intro"))
    assert check_submission_errors({"name": "Please write a name."}, view) == []
    assert [fault.pointer for fault in check_submission_errors({"intro": "No."}, view)] == ["/errors/intro"]
    assert [fault.pointer for fault in check_submission_errors({"nobody": "No."}, view)] == ["/errors/nobody"]
    assert check_submission_errors({}, view) != []


anything_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["type", "text", "elements", "blocks", "options", "block_id", "element", "title", "initial_option"])
        | st.text(max_size=5),
        st.sampled_from(["section", "actions", "modal", "static_select", "plain_text", "rich_text"]) | inner,
        max_size=6,
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
    blocks = json.loads(json.dumps([block for block in EVERY_BLOCK]))
    node = data.draw(st.sampled_from(blocks))
    while inner := [value for value in (node.values() if isinstance(node, dict) else node) if isinstance(value, (dict, list))]:
        step = data.draw(st.none() | st.sampled_from(inner))
        if step is None and isinstance(node, dict):
            break
        node = step if step is not None else inner[0]
    if isinstance(node, dict):
        node["surprise"] = True
        assert any("surprise" in fault.message for fault in check_message_blocks(blocks))
