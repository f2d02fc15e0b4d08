"""A laid-out flow as SVG text or PNG bytes. No outside tools; PNG needs Pillow and says so when it is missing."""

from __future__ import annotations

import io
from html import escape
from typing import Any

from bot.cli.chart_layout import LINE, PAD, Box, Picture
from bot.problems import ContentError, Problem

# fill and line of each kind; the words in a box say the same, so that nothing hangs on color alone
COLORS = {
    "screen": ("#ffffff", "#444444"), "title": ("#22313f", "#22313f"), "stop": ("#fde2e1", "#9b1c1c"),
    "information": ("#e6effc", "#1f4e9e"), "declined": ("#eeeeee", "#555555"), "created": ("#e2f4e5", "#1d6b34"),
    "other_flow": ("#fff3d6", "#8a5a00"),
}  # fmt: skip
LETTERS, HEAD = 13, 5


def as_svg(picture: Picture) -> bytes:
    """The picture as an SVG document that also reads well aloud: it has a title, and its texts are texts."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{picture.width}" height="{picture.height}" role="img" '
        f'viewBox="0 0 {picture.width} {picture.height}" font-family="Helvetica, Arial, sans-serif" font-size="{LETTERS}">',
        f"<title>{escape(picture.title)}</title>",
        '<rect width="100%" height="100%" fill="#fafafa"/>',
    ]
    for arrow in picture.arrows:
        points = " ".join(f"{x},{y}" for x, y in arrow.points)
        parts.append(f'<polyline points="{points}" fill="none" stroke="#666666" stroke-width="1.4"/>')
        parts.append(f'<polygon points="{" ".join(f"{x},{y}" for x, y in _head(arrow.points))}" fill="#666666"/>')
    parts += [_svg_box(box) for box in picture.boxes]
    for arrow in picture.arrows:
        x, y = arrow.at
        parts += [
            f'<text x="{x}" y="{y - 4 + LINE * place}" font-size="12" fill="#333333" paint-order="stroke" stroke="#fafafa" '
            f'stroke-width="4">{escape(line)}</text>'
            for place, line in enumerate(arrow.says)
        ]
    return "\n".join([*parts, "</svg>\n"]).encode()


def as_png(picture: Picture) -> bytes:
    """The picture as a PNG of twice the size, sharp on a phone. Raises ContentError without Pillow."""
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ImportError as error:
        mend = "Run `pip install pillow`, or take --svg, which needs nothing."
        raise ContentError([Problem("--png", "Pillow is not installed.", mend)]) from error
    image = Image.new("RGB", (picture.width * 2, picture.height * 2), "#fafafa")
    draw = ImageDraw.Draw(image)
    font, small = ImageFont.load_default(LETTERS * 2), ImageFont.load_default(24)
    for arrow in picture.arrows:
        draw.line([(x * 2, y * 2) for x, y in arrow.points], fill="#666666", width=3)
        draw.polygon([(x * 2, y * 2) for x, y in _head(arrow.points)], fill="#666666")
    for box in picture.boxes:
        _png_box(draw, box, font)
    for arrow in picture.arrows:
        x, y = arrow.at
        for place, line in enumerate(arrow.says):
            at = (x * 2, (y - 14 + LINE * place) * 2)
            draw.text(at, line, fill="#333333", font=small, stroke_width=4, stroke_fill="#fafafa")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _svg_box(box: Box) -> str:
    fill, line = COLORS[box.kind]
    round_ = 6 if box.kind == "screen" else 16
    words = "#ffffff" if box.kind == "title" else "#111111"
    texts = "".join(
        f'<text x="{box.x + PAD}" y="{box.y + PAD + LINE * place + 13}" fill="{words}"'
        f'{" font-weight=" + chr(34) + "bold" + chr(34) if place == 0 else ""} xml:space="preserve">{escape(text)}</text>'
        for place, text in enumerate(box.lines)
    )
    size = f'x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
    shape = f'<rect {size} rx="{round_}" fill="{fill}" stroke="{line}"/>'
    return shape + texts


def _png_box(draw: Any, box: Box, font: Any) -> None:
    fill, line = COLORS[box.kind]
    corners = (box.x * 2, box.y * 2, (box.x + box.width) * 2, (box.y + box.height) * 2)
    draw.rounded_rectangle(corners, radius=12 if box.kind == "screen" else 32, fill=fill, outline=line, width=3)
    words = "#ffffff" if box.kind == "title" else "#111111"
    for place, text in enumerate(box.lines):
        bold = 1 if place == 0 else 0
        at = ((box.x + PAD) * 2, (box.y + PAD + LINE * place - 1) * 2)
        draw.text(at, text, fill=words, font=font, stroke_width=bold, stroke_fill=words)


def _head(points: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The three corners of the arrow head at the end of a line that runs along an axis."""
    (x0, y0), (x, y) = points[-2], points[-1]
    if x0 == x:
        back = -HEAD * 2 if y > y0 else HEAD * 2
        return (x, y), (x - HEAD, y + back), (x + HEAD, y + back)
    back = -HEAD * 2 if x > x0 else HEAD * 2
    return (x, y), (x + back, y - HEAD), (x + back, y + HEAD)
