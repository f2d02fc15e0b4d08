"""Catch-alls, registered last: in Socket Mode a request that no listener takes is never acknowledged, so Slack sends it again."""

from __future__ import annotations

import re

from slack_bolt import Ack, App

ANYTHING = re.compile(r".*")


def register(app: App) -> None:
    app.event(ANYTHING)(nothing_to_do)
    app.action(ANYTHING)(only_acknowledge)
    app.view(ANYTHING)(only_acknowledge)
    app.view_closed(ANYTHING)(only_acknowledge)
    app.options(ANYTHING)(no_options)
    app.shortcut(ANYTHING)(only_acknowledge)
    app.command(ANYTHING)(unknown_command)


def nothing_to_do() -> None:
    """An event nobody needs."""


def only_acknowledge(ack: Ack) -> None:
    """A link button, an old message's button, a window that was closed."""
    ack()


def no_options(ack: Ack) -> None:
    ack(options=[])


def unknown_command(ack: Ack) -> None:
    ack("I don't know that command. Try `/ask` and a question.")
