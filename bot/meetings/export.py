"""The minutes as files: Markdown, and Word by python-docx. Pure: bytes out, nothing is read."""

from __future__ import annotations

import re
from io import BytesIO

from docx import Document
from docx.shared import Pt

from bot.meetings.paper import Paper, Style

MARKED = re.compile(r"([\\`*_{}\[\]<>#|])")
PREFIX = {Style.TITLE: "# ", Style.HEADING: "## ", Style.STRONG: "### ", Style.TEXT: "", Style.BULLET: "- "}


def markdown(paper: Paper) -> bytes:
    """What people typed is escaped: it stands in the file as it was typed."""
    pieces: list[str] = []
    before = None
    for line in paper.lines:
        text = "  \n".join(MARKED.sub(r"\\\1", part) for part in line.words.splitlines())
        close_up = before is Style.BULLET and line.style is Style.BULLET
        pieces.append(("" if close_up or not pieces else "\n") + PREFIX[line.style] + text + "\n")
        before = line.style
    return "".join(pieces).encode()


def word_file(paper: Paper) -> bytes:
    """A .docx with real headings and lists, so that screen readers can walk through it."""
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    for line in paper.lines:
        words = _printable(line.words)
        match line.style:
            case Style.TITLE:
                document.core_properties.title = words[:250]
                document.add_heading(words, level=1)
            case Style.HEADING:
                document.add_heading(words, level=2)
            case Style.STRONG:
                document.add_heading(words, level=3)
            case Style.BULLET:
                document.add_paragraph(words, style="List Bullet")
            case Style.TEXT:
                document.add_paragraph(words)
    document.core_properties.author = "Task Force Assistant"
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _printable(text: str) -> str:
    """XML 1.0 cannot hold control characters."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
