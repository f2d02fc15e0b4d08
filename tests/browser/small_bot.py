"""A small assistant for the page tests: it says one of everything, so that the page has something to draw."""

import threading
import time

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

MANIFEST = {
    "display_information": {"name": "Task Force Assistant", "description": "Answers staff questions"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Task Force Assistant", "always_online": True},
        "shortcuts": [
            {"name": "Start a form", "type": "global", "callback_id": "start_form", "description": "Opens the form"},
            {"name": "Find the protocol", "type": "message", "callback_id": "find", "description": "Looks it up"},
        ],
        "slash_commands": [
            {"command": "/ask", "description": "Ask a question", "usage_hint": "[question]", "should_escape": True},
            {"command": "/form", "description": "Open the form", "should_escape": True},
            {"command": "/gallery", "description": "One of every block", "should_escape": True},
            {"command": "/slow", "description": "Answers too late", "should_escape": True},
        ],
        "agent_view": {
            "agent_description": "Answers staff questions",
            "suggested_prompts": [{"title": "Who do I call?", "message": "who do I call about a missing child"}],
        },
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                *("app_mentions:read", "assistant:write", "channels:history", "chat:write", "commands"),
                *("groups:history", "im:history", "im:write", "users:read"),
            ]
        }
    },
    "settings": {
        "event_subscriptions": {"bot_events": ["app_home_opened", "app_mention", "message.channels", "message.im"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def plain(text):
    return {"type": "plain_text", "text": text}


def section(text, **more):
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text, action_id, **more):
    return {"type": "button", "text": plain(text), "action_id": action_id, "value": "v", **more}


def options(*names):
    return [{"text": plain(name), "value": name.lower()} for name in names]


def answer(words):
    return [
        section(f"You asked: {words}\n*Call first*, then write. <tel:+15550100|555-0100> is open day and night."),
        {
            "type": "actions",
            "elements": [
                button("This helped", "helped", style="primary"),
                button("Delete it", "sure", style="danger", confirm=CONFIRM),
                button("Never answers", "late"),
            ],
        },
        {
            "type": "context",
            "elements": [{"type": "mrkdwn", "text": "Checked by _Bo_ on <!date^1736953200^{date}|a day>"}],
        },
    ]


CONFIRM = {
    "title": plain("Are you sure?"),
    "text": plain("It cannot be undone."),
    "confirm": plain("Yes, delete"),
    "deny": plain("Keep it"),
}


def form(more=()):
    def question(block_id, label, element, **rest):
        return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, **rest}

    typed = {
        "type": "plain_text_input",
        "action_id": "a",
        "max_length": 40,
        "placeholder": plain("As you would say it"),
    }
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A small form"),
        "submit": plain("Send"),
        "blocks": [
            section("*Three questions* and nothing leaves this machine."),
            question("name", "What happened?", typed, hint=plain("No names, please.")),
            question(
                "kind",
                "What kind?",
                {"type": "static_select", "action_id": "a", "options": options("Housing", "Legal", "Medical")},
            ),
            question("who", "Whom to tell?", {"type": "multi_users_select", "action_id": "a"}, optional=True),
            question(
                "topic",
                "Topic",
                {"type": "external_select", "action_id": "topic", "min_query_length": 1},
                optional=True,
            ),
            question("day", "When?", {"type": "datepicker", "action_id": "a", "initial_date": "2025-01-20"}, optional=True),
            question(
                "ticks",
                "Needs",
                {"type": "checkboxes", "action_id": "a", "options": options("Bed", "Doctor")},
                optional=True,
            ),
            question(
                "way",
                "How to answer",
                {"type": "radio_buttons", "action_id": "a", "options": options("Call", "Write")},
                optional=True,
            ),
            {"type": "actions", "elements": [button("One window more", "deeper")]},
            *more,
        ],
    }


RICH = {
    "type": "rich_text",
    "elements": [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "In order:", "style": {"bold": True}}]},
        {
            "type": "rich_text_list",
            "style": "ordered",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": word}]} for word in ("listen", "ask", "act")
            ],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "Nothing about us without us"}]},
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "plain as typed"}]},
    ],
}


def gallery():
    cells = [["Line", "Open"], ["Shelter line", "24/7"], ["Legal desk", "9 to 5"]]
    menu = {"type": "overflow", "action_id": "menu", "options": options("Edit", "Copy")}
    return [
        {"type": "header", "text": plain("One of everything :wave:")},
        section("With an overflow menu", accessory=menu),
        {
            "type": "section",
            "fields": [{"type": "mrkdwn", "text": text} for text in ("*Phone*\n555-0100", "*Open*\nnow")],
        },
        {"type": "divider"},
        {
            "type": "actions",
            "elements": [
                {
                    "type": "static_select",
                    "action_id": "pick",
                    "placeholder": plain("Pick one"),
                    "options": options("One", "Two"),
                },
                {"type": "datepicker", "action_id": "day", "initial_date": "2025-01-20"},
                {"type": "timepicker", "action_id": "time", "initial_time": "08:30"},
                {"type": "channels_select", "action_id": "where", "placeholder": plain("A channel")},
            ],
        },
        {"type": "image", "alt_text": "A map of the harbor", "image_url": "https://images.example.org/map.png"},
        RICH,
        {
            "type": "markdown",
            "text": "## A heading\n- first\n- **second**\n\n| Line | Open |\n|---|---|\n| Shelter | now |",
        },
        {"type": "table", "rows": [[{"type": "raw_text", "text": cell} for cell in row] for row in cells]},
        section("`code` ~gone~ _leaning_ <https://example.org|a link>\n> quoted\n```fenced```\n<!here> and <@U0NOBODY000>"),
    ]


def listen(app):
    @app.command("/ask")
    def ask(ack, command, respond):
        ack()
        respond(text="An answer", blocks=answer(command["text"] or "nothing"))

    @app.command("/form")
    def open_form(ack, command, client):
        client.views_open(trigger_id=command["trigger_id"], view=form())
        ack()

    @app.command("/gallery")
    def show(ack, command, client):
        ack()
        client.chat_postMessage(channel=command["channel_id"], text="One of everything", blocks=gallery())

    @app.command("/slow")
    def slow(ack):
        time.sleep(1.5)
        ack()

    @app.action("helped")
    def helped(ack, respond):
        ack()
        respond(text="Glad it helped.", replace_original=True)

    @app.action("sure")
    def deleted(ack, respond):
        ack()
        respond(delete_original=True)

    @app.action("late")
    def late(ack):
        time.sleep(1.5)
        ack()

    for name in ("menu", "pick", "day", "time", "where"):

        @app.action(name)
        def chosen(ack, action, client, body):
            ack()
            words = [action.get(key) for key in ("selected_date", "selected_time", "selected_channel")]
            picked = next(filter(None, words), None) or action["selected_option"]["value"]
            client.chat_postMessage(channel=body["channel"]["id"], text=f"{action['action_id']} is {picked}")

    @app.action("deeper")
    def deeper(ack, body, client):
        depth = 2 if not body["view"]["previous_view_id"] else 3
        more = {"type": "actions", "elements": [button("One window more", "deeper")]}
        blocks = [section(f"This is window {depth}."), *([more] if depth == 2 else [])]
        view = {"type": "modal", "title": plain(f"Window {depth}"), "close": plain("Back"), "blocks": blocks}
        client.views_push(trigger_id=body["trigger_id"], view=view)
        ack()

    @app.options("topic")
    def topics(ack, payload):
        ack(options=[one for one in options("Visas", "Shelter", "Wages") if payload["value"].lower() in one["value"]])

    @app.view("form")
    def sent(ack, view, client, body):
        words = view["state"]["values"]["name"]["a"]["value"]
        if len(words) < 5:
            return ack(response_action="errors", errors={"name": "Please say a little more."})
        ack()
        kind = view["state"]["values"]["kind"]["a"]["selected_option"]["value"]
        return client.chat_postMessage(channel=body["user"]["id"], text=f"Received: {words} ({kind})")

    @app.shortcut("start_form")
    @app.shortcut("find")
    def shortcut(ack, shortcut, client):
        client.views_open(trigger_id=shortcut["trigger_id"], view=form())
        ack()

    @app.event("app_mention")
    def mentioned(event, client):
        client.chat_postMessage(
            channel=event["channel"],
            thread_ts=event.get("thread_ts", event["ts"]),
            text="In the thread",
            blocks=answer("in public"),
        )

    @app.event("app_home_opened")
    def home(event, client):
        if event["tab"] == "home":
            blocks = [section("*Welcome home*"), {"type": "actions", "elements": [button("Refresh", "refresh")]}]
            client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.action("refresh")
    def refresh(ack, body, client):
        ack()
        client.views_publish(user_id=body["user"]["id"], view={"type": "home", "blocks": [section("Fresh as of now")]})

    @app.event("message")
    def message(event, client):
        if event.get("channel_type") == "im" and not event.get("subtype"):
            client.chat_postMessage(channel=event["channel"], text=f"You wrote: {event['text']}")


def start(slack):
    """A connected bot; returns the function that stops it."""
    client = WebClient(token=slack.bot_token, base_url=slack.api_url)
    app = App(client=client, signing_secret=slack.signing_secret)
    listen(app)
    handler = SocketModeHandler(app, slack.app_token)
    handler.connect()

    def stop():
        # Closing waits for the client's threads; nobody needs to wait with it.
        handler.client.auto_reconnect_enabled = False
        threading.Thread(target=handler.close, daemon=True).start()

    return stop
