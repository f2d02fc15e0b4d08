"""One month in figures: what is asked, what helps, what is missed, what is stale. Pure, and without a word anybody typed.

Topic counts hold no people and are shown as they are; how often a safety card was shown is about people, so 1 to 10 is
"<11" (rules.md R62).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.content.entry import Entry

MOST_ASKED = 10
MOST_MISSED = 8
SMALL = 10
# how the answers room names the theme that a question came nearest to when nothing was sure
THEME = "theme:"
Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class TopicFigure:
    """One entry in one month."""

    title: str
    shown: int
    helped: int
    not_meant: int


@dataclass(frozen=True)
class MonthFigures:
    """`missed`: (theme, how often nothing sure was found near it). `cards`: a count or "<11"."""

    month: date
    shown: int
    helped: int
    not_meant: int
    asked: tuple[TopicFigure, ...]
    doubted: tuple[TopicFigure, ...]
    missed: tuple[tuple[str, int], ...]
    off_topic: int
    cards: str
    overdue: tuple[str, ...]
    due_soon: int
    tour: tuple[tuple[str, int], ...]

    @property
    def is_empty(self) -> bool:
        return not (self.shown or self.missed or self.off_topic or self.cards != "0")


def month_figures(
    month: date, counts: Counts, entries: Mapping[str, Entry], today: date, tour: Sequence[tuple[str, int]] = (),
    due: Iterable[Entry] = (),
) -> MonthFigures:  # fmt: skip
    """`counts`: (topic, outcome) -> how often, as the answers room keeps them. `due`: with the dates that count."""
    topics = [_topic(entry, counts) for entry in entries.values()]
    asked = sorted((topic for topic in topics if topic.shown), key=lambda topic: (-topic.shown, topic.title))
    doubted = sorted((topic for topic in topics if topic.not_meant), key=lambda topic: (-topic.not_meant, topic.title))
    missed = [(topic.removeprefix(THEME), count) for (topic, outcome), count in counts.items()
              if outcome == "unsure" and topic.startswith(THEME)]  # fmt: skip
    listed = list(due)
    return MonthFigures(
        month=month,
        shown=sum(topic.shown for topic in topics),
        helped=sum(topic.helped for topic in topics),
        not_meant=sum(topic.not_meant for topic in topics),
        asked=tuple(asked[:MOST_ASKED]),
        doubted=tuple(doubted[:3]),
        missed=tuple(sorted(missed, key=lambda item: (-item[1], item[0]))[:MOST_MISSED]),
        off_topic=_sum(counts, "off-topic"),
        cards=hidden_when_small(_sum(counts, "card")),
        overdue=tuple(entry.title for entry in listed if entry.is_stale(today)),
        due_soon=sum(not entry.is_stale(today) for entry in listed),
        tour=tuple(tour),
    )


def hidden_when_small(count: int) -> str:
    """A count about people: 1 to 10 is "<11"."""
    return f"<{SMALL + 1}" if 0 < count <= SMALL else str(count)


def _topic(entry: Entry, counts: Counts) -> TopicFigure:
    shown, helped, not_meant = (counts.get((entry.id, outcome), 0) for outcome in ("shown", "helped", "not-meant"))
    return TopicFigure(entry.title, shown, helped, not_meant)


def _sum(counts: Counts, wanted: str) -> int:
    return sum(count for (_, outcome), count in counts.items() if outcome == wanted)
