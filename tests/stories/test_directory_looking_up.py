"""Ana works in outreach and looks for providers; Gus is the police liaison; Hal is a guest."""

from __future__ import annotations

from tests.town import PersonInTown, Town, links


def test_ana_finds_two_providers_with_reasons_and_dates(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider shelter tonight spanish")
    ana.sees("River House").sees("Fits:").sees("staff speak Spanish").sees("Not known:").sees("Confirmed by phone: Nov 16, 2026")


def test_a_question_in_words_brings_providers_in_the_thread(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").mentions("who takes a Spanish-speaking mother with two kids tonight?")
    ana.sees("River House").sees("families with children").sees("Example data")


def test_show_more_opens_the_whole_card_with_numbers_to_tap(ana: PersonInTown) -> None:
    ana.types("who takes a spanish speaking mother with two kids tonight").presses("Show more")
    ana.sees("How to refer").sees("The place is confidential").sees("Something is wrong here")


def test_a_number_typed_backwards_finds_its_name(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider whose number is 888 373 7888").sees("National Human Trafficking Hotline")
    ana.types("/provider 555-0199").sees("No provider in the directory has that number")


def test_nothing_fits_and_the_hotline_stands_below(ana: PersonInTown, town: Town) -> None:
    ana.goes_to("#task-force").types("/provider shelter whose staff speak mam")
    ana.sees("Nobody in the directory fits").sees("National Human Trafficking Hotline").sees("Counted as an unmet need")
    town.work()
    counted = town.services.directory.gaps("2026-Q4")
    assert [(item.gap.need, item.gap.language, item.count) for item in counted] == [("emergency_shelter", "mam", None)]


def test_police_come_up_only_when_asked_for_and_with_their_caution(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider help with housing money").does_not_see("Police Victim Services")
    ana.types("/provider police housing fund").sees("Police Victim Services Housing Fund").sees("Run by the police")


def test_the_immigration_tip_line_is_hidden_unless_it_is_sought(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider immigration lawyer").sees("Open Door").does_not_see("HSI")
    ana.types("/provider anonymous tip").does_not_see("HSI")
    ana.types("/provider HSI tip line").sees("HSI").sees("also enforces immigration law")


def test_a_confidential_shelter_has_no_address_anywhere(ana: PersonInTown, town: Town) -> None:
    ana.goes_to("#task-force").types("/provider river house").sees("The place is confidential")
    provider = town.services.directory.listing("ex-river-house").provider
    assert provider.address is None
    ana.presses("Something is wrong here").chooses("What is wrong?", "Confidentiality")
    ana.fills("What should it say?", "They are at 1420 Maple Street").chooses("How do you know?", "I called").presses("Send")
    ana.sees("can't take that detail")
    assert "Maple Street" not in town.everything_posted()


def test_a_closed_provider_says_so_and_points_on(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider old harbor counseling").sees("has closed").sees("Steady Telehealth")


def test_a_provider_that_failed_vetting_is_never_offered(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider grace farm").sees("did not pass vetting").does_not_see("555-0140")


def test_a_guest_gets_the_hotline_only(hal: PersonInTown) -> None:
    hal.goes_to("app").types("who takes a mother with two kids tonight").sees("Hotline").does_not_see("River House")


def test_filters_in_a_window(ana: PersonInTown) -> None:
    ana.goes_to("#task-force").types("/provider").presses("Search with filters")
    ana.sees("Find a provider").chooses("Help with", "Dental").presses("Find").sees("Westside Community Health Center")


def test_staff_numbers_stand_only_where_one_person_sees_them(ana: PersonInTown, bo: PersonInTown) -> None:
    ana.goes_to("#task-force").mentions("number for the City Language Bank").does_not_see("555-0136")
    ana.goes_to("#task-force").types("/provider city language bank").sees("555-0136").sees("staff only")
    bo.goes_to("#task-force").does_not_see("555-0136")


def test_hotline_numbers_of_a_card_can_be_tapped(ana: PersonInTown) -> None:
    ana.goes_to("app").types("number for rainn").sees("RAINN")
    assert any("8006564673" in link.replace("-", "") for link in links(ana.new_messages))
