"""The Slack listeners: how Slack reaches the engine. The only package that imports Slack's libraries."""

from __future__ import annotations

from slack_bolt import App


def register(app: App) -> None:
    """Every door of the house, one line a room. The catch-alls come last."""
    from handlers import (
        action_answers, action_items, ask, coordinator_questions, directory, directory_upkeep, home, learning, leftovers,
        outbox, people,
    )  # fmt: skip

    ask.register(app)
    coordinator_questions.register(app)
    people.register(app)
    home.register(app)
    learning.register(app)
    directory.register(app)
    directory_upkeep.register(app)
    outbox.register(app)
    action_items.register(app)
    action_answers.register(app)
    leftovers.register(app)
