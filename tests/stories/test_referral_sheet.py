"""Bo works at a relief site where phones have no signal."""

from __future__ import annotations

from tests.town import PersonInTown, Town


def test_the_first_window_offers_a_sheet_and_it_comes_as_a_message(town: Town, bo: PersonInTown) -> None:
    bo.types("/refer P12").sees("Is anyone in immediate danger").presses("Sheet to print").sees("comes as a direct message")
    bo.presses("Close").presses("No").sees("Is it safe for you")
    assert "Sheet to print" not in bo.screen, "once is enough"
    bo.presses("Close")
    town.work()
    bo.sees("A blank sheet for P12")
    files = [file["name"] for message in town.slack.read("bo", "app") for file in message.get("files", [])]
    assert len(files) == 1 and files[0].startswith("p12-sheet") and files[0].endswith(".docx")


def test_a_flow_about_a_person_offers_none(ana: PersonInTown) -> None:
    ana.types("/refer P01").sees("Is anyone in immediate danger").does_not_see("Sheet to print")
