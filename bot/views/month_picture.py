"""The monthly note as a picture: bars with their numbers beside them. Says nothing that `month_text` does not say.

No meaning by color alone (rules.md R52): every bar carries its words and its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bot.learning.month import MonthFigures
from bot.views.month import month_title, theme_name

WIDTH = 1200
MARGIN = 48
LABELS = 560
ROW = 44
BAR = 24
BACKGROUND, INK, QUIET, RULE = "#ffffff", "#1d1c1d", "#5c5b5d", "#dddddd"
ASKED, DOUBTED, MISSED, STALE = "#1264a3", "#b4540a", "#611f69", "#6b6b6b"
TITLE_SIZE, HEAD_SIZE, TEXT_SIZE, SMALL_SIZE = 38, 26, 22, 18
# rules.md R64
CAVEAT = "Counts of topics, without people or words. Not a measure of how much trafficking there is."


@dataclass(frozen=True)
class Panel:
    """One heading and its bars: (label, value, words beside the number)."""

    heading: str
    color: str
    rows: tuple[tuple[str, int, str], ...]

    @property
    def height(self) -> int:
        return ROW + 12 + ROW * max(len(self.rows), 1) + 20


def month_picture(figures: MonthFigures) -> bytes:
    """A PNG, 1200 pixels wide, as high as it needs to be."""
    panels = _panels(figures)
    height = MARGIN + 2 * ROW + 30 + sum(panel.height for panel in panels) + ROW
    image = Image.new("RGB", (WIDTH, height), BACKGROUND)
    pen = _Pen(ImageDraw.Draw(image))
    pen.write(MARGIN, MARGIN - 12, month_title(figures), TITLE_SIZE)
    pen.write(MARGIN, MARGIN + 40, _summary(figures), TEXT_SIZE, QUIET)
    top = MARGIN + 2 * ROW + 10
    for panel in panels:
        pen.panel(panel, top)
        top += panel.height
    pen.write(MARGIN, top, CAVEAT, SMALL_SIZE, QUIET)
    kept = BytesIO()
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _panels(figures: MonthFigures) -> list[Panel]:
    asked = [(topic.title, topic.shown, f"helped {topic.helped}, not meant {topic.not_meant}") for topic in figures.asked]
    doubted = [(topic.title, topic.not_meant, f"of {topic.shown}") for topic in figures.doubted]
    missed = [(theme_name(theme), count, "") for theme, count in figures.missed]
    stale = [("Review overdue", len(figures.overdue), ""), ("Due soon", figures.due_soon, "")]
    tour = [(agency, count, "") for agency, count in figures.tour]
    panels = [
        Panel("Asked most", ASKED, tuple(asked)),
        Panel("Not what was meant", DOUBTED, tuple(doubted)),
        Panel("Asked and not found, by theme", MISSED, tuple(missed)),
        Panel("Reviews of entries", STALE, tuple(stale)),
    ]
    return [*panels, Panel("First-week tour finished", ASKED, tuple(tour))] if tour else panels


def _summary(figures: MonthFigures) -> str:
    return (
        f"{figures.shown} answers shown · {figures.helped} helped · {figures.not_meant} not meant · "
        f"{figures.off_topic} off topic · {figures.cards} safety cards"
    )


class _Pen:
    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def write(self, left: float, top: float, text: str, size: int, color: str = INK) -> None:
        # Pillow's own font: nothing to install, and every machine draws the same
        self._draw.text((left, top), text, fill=color, font=ImageFont.load_default(size))

    def panel(self, panel: Panel, top: float) -> None:
        self._draw.line((MARGIN, top, WIDTH - MARGIN, top), fill=RULE, width=2)
        self.write(MARGIN, top + 12, panel.heading, HEAD_SIZE)
        top += ROW + 12
        if not panel.rows:
            self.write(MARGIN, top, "none", TEXT_SIZE, QUIET)
        longest = max((value for _, value, _ in panel.rows), default=0)
        for label, value, beside in panel.rows:
            self._row(panel.color, label, value, beside, longest, top)
            top += ROW

    def _row(self, color: str, label: str, value: int, beside: str, longest: int, top: float) -> None:
        self.write(MARGIN, top, self._cut(label, LABELS - 20), TEXT_SIZE)
        left, most = MARGIN + LABELS, 240
        length = most * value / longest if longest else 0
        if length:
            self._draw.rectangle((left, top + 2, left + max(length, 3), top + 2 + BAR), fill=color)
        said = f"{value}  {beside}".rstrip()
        self.write(left + length + 12, top, said, TEXT_SIZE, INK)

    def _cut(self, text: str, width: int) -> str:
        font = ImageFont.load_default(TEXT_SIZE)
        if self._draw.textlength(text, font=font) <= width:
            return text
        while text and self._draw.textlength(f"{text}…", font=font) > width:
            text = text[:-1]
        return f"{text.rstrip()}…"

