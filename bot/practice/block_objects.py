"""Block Kit's small parts: text objects, options, confirmation dialogs, and the runs of a rich text."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.practice.block_rules import (
    Faults,
    Place,
    Rule,
    anything,
    boolean,
    exactly_one,
    listing,
    matching,
    one_of,
    shape,
    typed,
    whole,
    words,
)

_WEB_SCHEMES = ("http", "https")
_SLACK_ID = re.compile(r"[A-Z][A-Z0-9]{2,}")


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB_SCHEMES and bool(parts.hostname) and not re.search(r"\s", text)


def _is_link(text: str) -> bool:
    return _is_web_address(text) or bool(re.fullmatch(r"(mailto|tel):\S+", text, re.IGNORECASE))


web_address = matching(_is_web_address, "invalid url")
link_address = matching(_is_link, "invalid url")
slack_id = matching(_SLACK_ID.fullmatch, "must be a valid id", 64)


def plain(most: int = 3000) -> Rule:
    """A plain_text object of at most `most` characters."""
    return typed({"plain_text": shape({"type": anything, "text": words(most)}, {"emoji": boolean})})


def either_text(most: int = 3000) -> Rule:
    """A plain_text or mrkdwn object of at most `most` characters."""
    return typed(
        {
            "plain_text": shape({"type": anything, "text": words(most)}, {"emoji": boolean}),
            "mrkdwn": shape({"type": anything, "text": words(most)}, {"verbatim": boolean}),
        }
    )


confirm = shape(
    {"title": plain(100), "text": either_text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)

OPTION_VALUE = words(150)
menu_option = shape({"text": plain(75), "value": OPTION_VALUE}, {"description": plain(75)})
box_option = shape({"text": either_text(75), "value": OPTION_VALUE}, {"description": either_text(75)})
overflow_option = shape({"text": plain(75), "value": OPTION_VALUE}, {"description": plain(75), "url": web_address})
option_group = shape({"label": plain(75), "options": listing(menu_option, 100)})

slack_file = shape({}, {"id": slack_id, "url": web_address}, exactly_one("id", "url"))
conversation_filter = shape(
    {},
    {
        "include": listing(one_of("im", "mpim", "private", "public"), 4, distinct=True),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    lambda value, place: iter(() if value else (place.fault("must provide at least 1 items"),)),
)
dispatch_config = shape(
    {"trigger_actions_on": listing(one_of("on_enter_pressed", "on_character_entered"), 2, distinct=True)}
)

_PLAIN_STYLE = shape({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), boolean))
_MENTION_STYLE = shape(
    {}, dict.fromkeys(("bold", "italic", "strike", "highlight", "client_highlight", "unlink"), boolean)
)


def _run(required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return shape({"type": anything, **required}, optional)


_RUNS = {
    "text": _run({"text": words(12_000)}, {"style": _PLAIN_STYLE}),
    "link": _run({"url": link_address}, {"text": words(12_000), "unsafe": boolean, "style": _PLAIN_STYLE}),
    "user": _run({"user_id": slack_id}, {"style": _MENTION_STYLE}),
    "usergroup": _run({"usergroup_id": slack_id}, {"style": _MENTION_STYLE}),
    "channel": _run({"channel_id": slack_id}, {"style": _MENTION_STYLE}),
    "emoji": _run({"name": words(100)}, {"unicode": words(100), "skin_tone": whole(1, 6), "style": _PLAIN_STYLE}),
    "broadcast": _run({"range": one_of("here", "channel", "everyone")}, {"style": _PLAIN_STYLE}),
    "color": _run({"value": words(32)}),
    "date": _run(
        {"timestamp": whole(0, 9_999_999_999), "format": words(300)},
        {"url": link_address, "fallback": words(3000), "style": _PLAIN_STYLE},
    ),
}
_ANY_RUN = typed(_RUNS)
_CODE_RUN = typed({"text": _RUNS["text"], "link": _RUNS["link"]})
_SECTION = _run({"elements": listing(_ANY_RUN, 1000)})
_RICH_PARTS = typed(
    {
        "rich_text_section": _SECTION,
        "rich_text_list": _run(
            {
                "style": one_of("bullet", "ordered"),
                "elements": listing(typed({"rich_text_section": _SECTION}), 1000),
            },
            {"indent": whole(0, 8), "offset": whole(0, 10_000), "border": whole(0, 1)},
        ),
        "rich_text_quote": _run({"elements": listing(_ANY_RUN, 1000)}, {"border": whole(0, 1)}),
        "rich_text_preformatted": _run(
            {"elements": listing(_CODE_RUN, 1000)}, {"border": whole(0, 1), "language": words(64)}
        ),
    }
)
rich_parts = listing(_RICH_PARTS, 1000)
rich_text = shape({"type": anything, "elements": rich_parts}, {"block_id": words(255)})


def only_in(*surfaces: str) -> Rule:
    """The element or block may stand on these surfaces alone."""

    def check(value: Any, place: Place) -> Faults:
        if place.surface not in surfaces:
            yield place.fault(f"unsupported type: {value['type']}", "type")

    return check
