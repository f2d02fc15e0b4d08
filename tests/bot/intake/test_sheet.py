"""The blank sheet for a relief site without a signal: one page, whom to call, and no place for anything about a person."""

from __future__ import annotations

from io import BytesIO
from math import ceil

import pytest
from docx import Document
from pydantic import ValidationError

from bot.content.library import load
from bot.content.protocol import ProtocolFile
from bot.intake.sheet import sheet_of, word_file
from tests.bot.intake.house import ANA, FAY, House
from tests.town import ROOT

LIBRARY = load(ROOT)
P12 = LIBRARY.protocols["P12"]
# at 10 points on a letter page with these margins, counted generously
LETTERS_A_LINE, LINES_A_PAGE = 105, 54


def text_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


def test_the_sheet_asks_what_the_window_asks_after_danger_and_age() -> None:
    lines = text_of(word_file(sheet_of(P12, ["Emergency 911"], None)))
    asked = [question for screen in P12.screens if screen.block is None for question in screen.questions]
    assert lines[0] == "P12. Disaster site"
    assert "911" in lines[2] and "write nothing down" in lines[3], "danger and age stand on top"
    for question in asked:
        assert question.ask in lines
        for label in question.choices.values():
            assert any(f"☐ {label}" in line for line in lines)
    assert lines[-1].startswith("With a signal again: /refer P12")


def test_it_fits_one_page() -> None:
    calls = ["National Human Trafficking Hotline 1-888-373-7888", "Emergency 911"]
    lines = text_of(word_file(sheet_of(P12, calls, "State child-abuse line 1-800-555-0100")))
    assert sum(ceil(len(line) / LETTERS_A_LINE) for line in lines) + 2 <= LINES_A_PAGE


def test_a_flow_about_a_person_can_have_no_sheet() -> None:
    for code in ("P01", "P02"):
        given = LIBRARY.protocols[code].file
        with pytest.raises(ValidationError, match="on_paper"):
            ProtocolFile.model_validate({**given.model_dump(by_alias=True), "on_paper": "yes"})
    assert [code for code, found in LIBRARY.protocols.items() if found.file.on_paper] == ["P12"]


def test_ana_gets_it_as_a_message_with_numbers_from_the_directory(small_house: House) -> None:
    house = small_house
    house.intake.send_sheet("P12", house.who(ANA), "k")
    house.intake.send_sheet("P12", house.who(ANA), "k")
    rows = house.outbox("intake.sheet")
    assert [row.target for row in rows] == [ANA]
    said = house.services.announcements.render("intake.sheet", "P12")
    assert said is not None and said.file is not None and said.file.name == "p12-sheet.docx"
    words = "\n".join(text_of(said.file.data))
    assert "1-888-373-7888" in words
    assert "555-0127" not in words, "a placeholder line is not printed"
    assert house.services.announcements.render("intake.sheet", "P01") is None


def test_it_is_for_those_who_may_start_the_flow(small_house: House) -> None:
    from bot.problems import PersonError

    with pytest.raises(PersonError):
        small_house.intake.send_sheet("P12", small_house.who(FAY), "k")
