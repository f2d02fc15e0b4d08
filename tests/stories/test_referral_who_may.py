"""Numbers and a place's concern, as everybody in the town tries them: by command and by button."""

from __future__ import annotations

from datetime import date

import pytest

from tests.town import PersonInTown, Town

EVERYBODY = ("ana", "bo", "carmen", "dana", "eli", "fay", "gus", "nia", "lea", "hal", "ivy")
PLACE = {
    "danger_now": "no", "safe_to_go_on": "yes", "concern_kind": ("workers",), "place": "Harbor Diner",
    "place_area": ("downtown",), "seen_facts": ("locked_exit",), "seen_on": date(2026, 11, 20), "part_of_day": "night",
    "known_from": "other_agency", "asked_for_help": "no",
}  # fmt: skip


def refused(town: Town) -> int:
    return len([line for line in town.services.intake.audit.lines(most=1000) if line.act == "refused"])


def concern(town: Town, by: PersonInTown) -> str:
    code = town.services.intake.keep_concern("P07", PLACE, town.services.people.who(by.id), "story")
    town.work()
    return str(code)


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize(("words", "shown"), [("numbers 2026-Q3", "Referrals, 2026-Q3"), ("counts", "Open items: 0")])
def test_numbers_and_counts_are_the_coordinators(town: Town, name: str, words: str, shown: str) -> None:
    person = town.person(name).goes_to("#legal-clinic" if name == "ivy" else "#task-force")
    before = refused(town)
    person.types(f"/referral {words}")
    if name == "dana":
        person.sees(shown)
        assert refused(town) == before
    else:
        person.does_not_see(shown)
        assert refused(town) == before + 1


def test_the_desk_lets_the_police_liaison_open_one_place_and_nobody_else_does(town: Town, ana: PersonInTown) -> None:
    code = concern(town, by=ana)
    gus, carmen = town.person("gus"), town.person("carmen")
    for name in ("bo", "dana", "eli", "fay", "gus", "nia", "lea"):
        before = refused(town)
        town.person(name).types(f"/referral {code}").sees("not open to you").does_not_see("Harbor Diner")
        assert refused(town) > before, name
    ana.types(f"/referral {code}").sees("Harbor Diner").does_not_see("Let the police liaison open it")
    carmen.types(f"/referral {code}").sees("Harbor Diner").presses("Let the police liaison open it")
    carmen.sees("approved for the police liaison")
    gus.presses("Close").types(f"/referral {code}").sees("Harbor Diner").does_not_see("Close with")
    town.person("dana").presses("Close").types(f"/referral {code}").sees("not open to you")


def test_carmen_does_not_approve_what_she_reported(town: Town, carmen: PersonInTown) -> None:
    code = concern(town, by=carmen)
    carmen.types(f"/referral {code}").sees("Harbor Diner").does_not_see("Let the police liaison open it")


def test_nobody_gets_numbers_while_slack_cannot_say_who_they_are(town: Town, dana: PersonInTown) -> None:
    town.slack.advance(2 * 3600)
    town.slack.add_fault("users.info", "unavailable", times=None)
    before = refused(town)
    dana.goes_to("#task-force").types("/referral numbers 2026-Q3").sees("could not look you up")
    town.slack.clear_faults()
    assert refused(town) == before + 1
