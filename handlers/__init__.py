"""The Slack listeners: how Slack reaches the engine. The only package that imports Slack's libraries."""

from __future__ import annotations

from slack_bolt import App


def register(app: App) -> None:
    """Every door of the house, one line a room. The catch-alls come last."""
    from handlers import (
        action_answers,
        action_items,
        ask,
        coordinator_questions,
        directory,
        directory_upkeep,
        home,
        intake,
        intake_sheet,
        learning,
        leftovers,
        meetings,
        meetings_arranging,
        meetings_minutes,
        meetings_running,
        meetings_turns,
        outbox,
        paid_hours,
        people,
        referrals,
    )  # fmt: skip

    ask.register(app)
    coordinator_questions.register(app)
    people.register(app)
    home.register(app)
    learning.register(app)
    directory.register(app)
    directory_upkeep.register(app)
    outbox.register(app)
    intake.register(app)
    intake_sheet.register(app)
    referrals.register(app)
    action_items.register(app)
    action_answers.register(app)
    meetings.register(app)
    meetings_arranging.register(app)
    meetings_turns.register(app)
    meetings_running.register(app)
    meetings_minutes.register(app)
    paid_hours.register(app)
    leftovers.register(app)
