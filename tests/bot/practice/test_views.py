"""What Slack refuses in windows, Home pages, metadata, attachments and answers, the practice workspace refuses too."""

import pytest

from bot.practice.blocks import check_attachments, check_metadata, check_options, check_submission_errors, check_view

from .block_pieces import actions, button, home, mrkdwn, option, plain, question, said, section, select, window


def test_a_window_with_every_kind_of_question_is_fine():
    questions = [
        question(
            {"type": "plain_text_input", "action_id": "x", "multiline": True, "initial_value": "Hi", "max_length": 5}
        ),
        question(
            {
                "type": "number_input",
                "is_decimal_allowed": False,
                "min_value": "1",
                "max_value": "9",
                "initial_value": "5",
            }
        ),
        question({"type": "email_text_input"}, optional=True),
        question({"type": "url_text_input", "focus_on_load": True}),
        question({"type": "file_input", "filetypes": ["pdf"], "max_files": 1}),
        question({"type": "rich_text_input"}),
        question(select(initial_option=option())),
        question({"type": "static_select", "option_groups": [{"label": plain("All"), "options": [option()]}]}),
        question(
            {"type": "multi_static_select", "options": [option(), option("2", "2")], "initial_options": [option()]}
        ),
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
    ("view", "complaint"),
    [
        (
            window(question(), submit=None),
            "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]",
        ),
        (window(section(), title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (window(section(), submit=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/submit/text]"),
        (window(section(), close=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/close/text]"),
        (
            window(section(), private_metadata="x" * 3001),
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
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
            window(
                question({"type": "number_input", "is_decimal_allowed": True, "max_value": "9", "initial_value": "10"})
            ),
            "must lie between `min_value` and `max_value` [json-pointer:/view/blocks/0/element/initial_value]",
        ),
        (
            window(
                question({"type": "multi_users_select", "max_selected_items": 1, "initial_users": ["U111", "U222"]})
            ),
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
    assert said(check_attachments([{"actions": []}])) == [
        "invalid additional property: actions [json-pointer:/attachments/0]"
    ]
    assert [fault.code for fault in check_attachments([{}] * 101)] == ["too_many_attachments"]


def test_suggestions_are_plain_options_and_at_most_a_hundred():
    assert check_options({"options": []}) == []
    assert check_options({"option_groups": [{"label": plain(), "options": [option()]}]}) == []
    assert said(check_options({"options": [option()] * 101})) == [
        "no more than 100 items allowed [json-pointer:/options]"
    ]
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
