"""The monthly note as text: the same figures as in the picture, for screen readers and for phones."""

from __future__ import annotations

from bot.learning.month import MonthFigures, TopicFigure
from bot.views import kit

MOST_OVERDUE = 8


def month_title(figures: MonthFigures) -> str:
    return f"What was asked in {figures.month:%B %Y}"


def month_text(figures: MonthFigures) -> str:
    """Every figure of the picture. Counts of topics: nobody's name, nobody's words."""
    pieces = [
        f"*{month_title(figures)}*",
        f"Answers shown {figures.shown}, helped {figures.helped}, not what was meant {figures.not_meant}, "
        f"off topic {figures.off_topic}, safety cards {figures.cards}.",
        _listed("Asked most", [_topic(topic) for topic in figures.asked]),
        _listed("Not what was meant", [f"{topic.title}: {topic.not_meant} of {topic.shown}" for topic in figures.doubted]),
        _listed("Asked and not found, by theme", [f"{theme_name(theme)}: {count}" for theme, count in figures.missed]),
        _listed("Review overdue", _overdue(figures)),
        f"Due for review soon: {figures.due_soon}." if figures.due_soon else "",
        _listed("First-week tour finished", [f"{agency}: {count}" for agency, count in figures.tour]),
        "_Counts of topics only. They show what members asked here, not how much trafficking there is._",
    ]
    return "\n".join(piece for piece in pieces if piece)


def theme_name(theme: str) -> str:
    """The folder's name as a word."""
    return theme.replace("-", " ").capitalize()


def _topic(topic: TopicFigure) -> str:
    more = [f"helped {topic.helped}"] if topic.helped else []
    more += [f"not meant {topic.not_meant}"] if topic.not_meant else []
    return f"{topic.title}: {topic.shown}" + (f" ({', '.join(more)})" if more else "")


def _overdue(figures: MonthFigures) -> list[str]:
    more = len(figures.overdue) - MOST_OVERDUE
    return [*figures.overdue[:MOST_OVERDUE], *([f"and {more} more"] if more > 0 else [])]


def _listed(title: str, lines: list[str]) -> str:
    return f"*{title}*\n{kit.bullets(kit.escape(line) for line in lines)}" if lines else ""
