"""Block Kit as the tests of the validator write it: short words for its parts, and one of every block."""


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
    {
        "type": "section",
        "text": plain(),
        "accessory": {"type": "image", "alt_text": "A map", "image_url": "https://x.org/a.png"},
    },
    actions(
        button(url="https://example.org", accessibility_label="Opens the site", action_id="a"),
        {"type": "overflow", "action_id": "b", "options": [option(url="https://example.org"), option("Two", "two")]},
        {"type": "datepicker", "action_id": "c", "initial_date": "2026-02-28", "placeholder": plain()},
        {"type": "timepicker", "action_id": "d", "initial_time": "23:59", "timezone": "America/Chicago"},
        {"type": "datetimepicker", "action_id": "e", "initial_date_time": 1764072000},
        {"type": "users_select", "action_id": "f", "initial_user": "U04ANNA1B2C"},
        {"type": "conversations_select", "action_id": "g", "filter": {"include": ["im", "private"]}},
        {
            "type": "multi_channels_select",
            "action_id": "h",
            "initial_channels": ["C04HELP9XYZ"],
            "max_selected_items": 2,
        },
        {"type": "external_select", "action_id": "i", "min_query_length": 0},
    ),
    {
        "type": "context",
        "elements": [mrkdwn(), {"type": "image", "alt_text": "Seal", "image_url": "https://x.org/s.png"}],
    },
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
