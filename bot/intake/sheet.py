"""A flow as a blank sheet for a place without a signal: its questions, boxes to tick, and whom to call. Pure; no person's data.

Only flows about a place have one. What is about a child or an adult who wants help is not written on paper at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.shared import Inches, Pt

from bot.content.protocol import Protocol, Question

BOX, LINE = "☐", "_" * 46
TO_WRITE = {"place": "A place or a company only: ", "text": "No detail about a person: ", "language": "", "areas": "Broadly: ",
            "date": "Day: ", "number": ""}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """`lines`: (words, is a question or heading). `title` is the document's."""

    title: str
    lines: tuple[tuple[str, bool], ...]


def sheet_of(protocol: Protocol, calls: Sequence[str], child_line: str | None) -> Sheet:
    """`calls`: names and numbers from the directory. `child_line`: the local line for a child; None where it is not set."""
    asked = [question for screen in protocol.screens if screen.block is None for question in screen.questions]
    lines: list[tuple[str, bool]] = [
        (f"{protocol.file.purpose}. The place only. For when there is no signal; the assistant asks the same.", False),
        ("Danger now, or not sure: 911, or the radio of the site, before anything else.", True),
        ("A child, or perhaps under 18: write nothing down. Call at once: "
         f"{child_line or 'the state child-abuse line (write its number here before you need it) ' + LINE[:24]}", True),
        (f"Never on this sheet: {'; '.join(protocol.file.never_asked)}. No looks, no origin, no story.", True),
    ]  # fmt: skip
    for question in asked:
        lines += [(question.ask, True), (_to_fill(question), False)]
    lines += [
        ("An adult wants help: not on this sheet. With their consent, in the assistant, as soon as there is a signal.", True),
        (f"Numbers: {'; '.join(calls)}" if calls else "", False),
        (f"With a signal again: /refer {protocol.code}, enter it, then destroy this sheet. Until then keep it on you.", True),
    ]
    return Sheet(f"{protocol.code}. {protocol.title}", tuple((words, strong) for words, strong in lines if words))


def word_file(sheet: Sheet) -> bytes:
    """One page as .docx, letter size; real headings, nothing but the text in it."""
    document = Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = Inches(0.8)
    section.top_margin = section.bottom_margin = Inches(0.6)
    normal = document.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(10), Pt(3)
    document.add_heading(sheet.title, level=1)
    for words, strong in sheet.lines:
        document.add_paragraph().add_run(words).bold = strong
    document.core_properties.title, document.core_properties.author = sheet.title, "Task Force Assistant"
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _to_fill(question: Question) -> str:
    if question.choices:
        return "   ".join(f"{BOX} {label}" for label in question.choices.values())
    return f"{TO_WRITE.get(question.kind, '')}{LINE}"
