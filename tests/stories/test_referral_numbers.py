"""Dana asks for the numbers of a quarter that is over; what is small is not told, in words or in the picture."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from bot.intake.counting import count, count_gap
from tests.town import PersonInTown, Town


def a_summer(town: Town) -> None:
    """A hundred and four closed referrals, and people nobody could help."""
    with town.services.store.write() as session:
        for outcome, number in (("connected", 60), ("person_declined", 40), ("mandated_report", 4)):
            count(session, "2026-08", "outcome", outcome, number)
        for form, number in (("labor", 52), ("sex", 52)):
            count(session, "2026-08", "form", form, number)
        count(session, "2026-08", "response", "within 2 hours", 104)
        count(session, "2026-07", "need", "bed_tonight", 90)
        count(session, "2026-09", "need", "medical", 30)
        count(session, "2026-09", "need", "peers", 3)
        for _ in range(12):
            count_gap(session, "2026-08", "Housing later", "es", "southside", "anyone")
        for _ in range(2):
            count_gap(session, "2026-08", "ID", "vi", "eastside", "anyone")


def test_a_coordinator_reads_the_quarter_and_gets_the_charts(town: Town, dana: PersonInTown) -> None:
    a_summer(town)
    dana.goes_to("#task-force").types("/referral numbers")
    dana.sees("Referrals, 2026-Q3").sees("mandated report: &lt;11").sees("connected and accepted: withheld")
    dana.sees("person declined: 40").sees("labor: 52").sees("bed tonight: 90").sees("peers: &lt;11")
    dana.sees("Housing later · es · southside · anyone: 12").sees("not of how much trafficking there is")
    dana.does_not_see("vi · eastside").does_not_see("report: 4").does_not_see("peers: 3").does_not_see(": 60")
    town.work()
    assert "Referrals, 2026-Q3: the charts" in dana.direct_messages()
    files = [file["name"] for message in town.slack.read("dana", "app") for file in message.get("files", [])]
    assert len(files) == 1 and files[0].startswith("referrals-2026-q3") and files[0].endswith(".png")
    shown = town.services.announcements.render("referral.numbers", "2026-Q3|2026-Q3")
    picture = Image.open(BytesIO(shown.file.data))
    assert picture.width == 1200 and not picture.info


def test_nobody_reads_it_over_her_shoulder_and_nobody_else_may_ask(town: Town, dana: PersonInTown, ana: PersonInTown) -> None:
    a_summer(town)
    dana.goes_to("#task-force").types("/referral numbers 2026-Q3").sees("Referrals, 2026-Q3")
    assert "2026-Q3" not in ana.reads("#task-force"), "in a channel only the one who typed sees it"
    for person in (ana, town.person("gus")):
        person.goes_to("#task-force").types("/referral numbers 2026-Q3").does_not_see("Referrals, 2026-Q3").does_not_see("52")


def test_one_more_referral_in_a_month_that_is_over_moves_no_number(town: Town, dana: PersonInTown) -> None:
    a_summer(town)
    first = dana.goes_to("#task-force").types("/referral numbers 2026-Q3").sees("Referrals, 2026-Q3").screen
    with town.services.store.write() as session:
        for measure, value in (("outcome", "connected"), ("form", "labor"), ("response", "within 2 hours"), ("need", "peers")):
            count(session, "2026-08", measure, value)
    assert dana.types("/referral numbers 2026-Q3").sees("Referrals, 2026-Q3").screen == first
    dana.types("/referral numbers 2026-Q2 2026-Q3").sees("2026-Q3 was given out before").does_not_see("labor:")
    dana.types("/referral numbers 2026-Q4").sees("Only whole quarters that are over")
    dana.types("/referral numbers august").sees("Only whole quarters that are over")


def test_of_what_is_open_she_sees_bands_and_codes_that_wait(town: Town, dana: PersonInTown) -> None:
    dana.opens_home().does_not_see("Open items")
    dana.goes_to("#task-force").types("/referral counts").sees("Open items: 0").sees("No clock was missed")
