"""A quarterly report as a picture and as text. Only what `numbers` lets through gets here; small cells have no bar.

No meaning by color alone (rules.md R52), nothing in the picture that the text does not say, no metadata in the file (R62).
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bot.intake.numbers import Shown, Table
from bot.intake.reports import CAVEATS, GAP, Report

WIDTH, MARGIN, LABELS, ROW, BAR = 1200, 48, 600, 42, 24
BACKGROUND, INK, QUIET, RULE = "#ffffff", "#1d1c1d", "#5c5b5d", "#dddddd"
COLORS = ("#1264a3", "#b4540a", "#611f69", "#2f6b3a")
TITLES = {
    "need": "Help that was wanted", "form": "Form of exploitation", "outcome": "Outcome", "response": "First answer of a place",
    "sent": "Referrals sent, by way", GAP: "Nobody could help, 11 times or more: need, language, area, group",
    "counter": "Information and safety stops", "checklist": "Checklists for somebody under 18",
    "concern": "Concerns about places",
}  # fmt: skip
WORDS = {
    "not_known": "not known", "not_said": "prefers not to say", "danger_stop": "stopped at danger: 911",
    "info_given": "information given, no record", "connected": "connected and accepted", "waitlisted": "accepted, waitlisted",
    "provider_declined": "provider declined", "other_option": "person chose another option",
    "person_declined": "person declined", "not_reconnected": "could not reconnect", "no_provider": "no suitable provider",
    "mandated_report": "handed to mandated report",
}  # fmt: skip
ORDER = ("outcome", "form", "need", "response", "sent", GAP, "counter", "checklist", "concern")
MOST_ROWS = 12
TOO_FEW = "too few to show"


def report_text(report: Report) -> str:
    """The whole report in plain lines, for people who do not look at pictures."""
    parts = [f"Referrals, {report.period}"]
    for measure in ORDER:
        found = report.table(measure)
        lines = [f"  {word(value)}: {number}" for value, number in found.rows] or [f"  {TOO_FEW}"]
        total = f" (all together {found.total})" if isinstance(found.total, int) and found.rows else ""
        parts.append("\n".join([f"{TITLES[measure]}{total}", *lines]))
    return "\n\n".join([*parts, "\n".join(CAVEATS)])


def report_picture(report: Report) -> bytes:
    """A PNG, 1200 pixels wide, as high as it needs to be."""
    tables = [report.table(measure) for measure in ORDER]
    heights = [ROW * (2 + max(1, min(len(found.rows), MOST_ROWS))) for found in tables]
    image = Image.new("RGB", (WIDTH, MARGIN * 2 + 70 + sum(heights) + ROW * len(CAVEATS)), BACKGROUND)
    draw = ImageDraw.Draw(image)
    _write(draw, MARGIN, MARGIN - 12, f"Referrals, {report.period}", 36)
    top = MARGIN + 58
    for place, (found, height) in enumerate(zip(tables, heights, strict=True)):
        _panel(draw, found, top, COLORS[place % len(COLORS)])
        top += height
    for caveat in CAVEATS:
        _write(draw, MARGIN, top, caveat, 18, QUIET)
        top += 30
    kept = BytesIO()
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def word(value: str) -> str:
    return WORDS.get(value, value.replace("_", " "))


def _panel(draw: ImageDraw.ImageDraw, found: Table, top: int, color: str) -> None:
    draw.line((MARGIN, top, WIDTH - MARGIN, top), fill=RULE, width=2)
    _write(draw, MARGIN, top + 10, TITLES[found.measure], 26)
    top += ROW + 8
    if not found.rows:
        _write(draw, MARGIN, top, TOO_FEW, 22, QUIET)
    longest = max((number for _, number in found.rows if isinstance(number, int)), default=1)
    for value, number in found.rows[:MOST_ROWS]:
        _write(draw, MARGIN, top, word(value)[:48], 22)
        _bar(draw, number, longest, top, color)
        top += ROW


def _bar(draw: ImageDraw.ImageDraw, number: Shown, longest: int, top: int, color: str) -> None:
    left = MARGIN + LABELS
    length = 320 * number / longest if isinstance(number, int) else 0
    if length:
        draw.rectangle((left, top + 2, left + max(length, 3), top + 2 + BAR), fill=color)
    _write(draw, left + length + 12, top, str(number), 22)


def _write(draw: ImageDraw.ImageDraw, left: float, top: float, text: str, size: int, color: str = INK) -> None:
    # Pillow's own font: nothing to install, and every machine draws the same
    draw.text((left, top), text, fill=color, font=ImageFont.load_default(size))
