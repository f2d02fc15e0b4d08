"""Ana keeps a concern about a place; Carmen's desk owns it; Gus, of the police, sees it only once Carmen lets him."""

from __future__ import annotations

from typing import Any

from tests.stories.referring import SAFE, Walker
from tests.town import PersonInTown, Town

INSPECTION: dict[str, Any] = {
    **SAFE, "child_working": "No", "visit_type": "Routine", "place": "Harbor Diner", "place_area": ["Downtown"],
    "plain_view": ["A locked exit"], "private_talk": "No", "rights_cards": "Yes", "asked_for_help": "No", "would_displace": "No",
}  # fmt: skip
HOTEL: dict[str, Any] = {
    **SAFE, "concern_kind": ["The required sign is missing"], "place": "Harbor Hotel", "place_area": ["Downtown"],
    "seen_facts": ["No sign where the law asks for one"], "part_of_day": "Evening", "known_from": "My own official visit",
    "asked_for_help": "No",
}  # fmt: skip


def keeps(person: PersonInTown, flow: str, answers: dict[str, Any]) -> str:
    """The concern is kept; its code."""
    person.types(f"/refer {flow}")
    Walker(person, answers).goes().sends("Keep the concern")
    person.sees("Concern kept").presses("Close")
    person.town.work()
    found = person.town.services.intake.concerns.own_or_owned(person.town.services.people.who(person.id))
    return str(found[0].code)


def test_the_owning_desk_opens_lets_the_police_see_the_place_and_closes(
    town: Town, ana: PersonInTown, carmen: PersonInTown
) -> None:
    gus = town.person("gus")
    code = keeps(ana, "P08", INSPECTION)
    gus.types(f"/referral {code}").sees("not open to you").does_not_see("Harbor").presses("Close")
    assert code not in gus.direct_messages()

    carmen.sees(f"Item *{code}* is for your desk").presses("Open").sees("Harbor Diner").sees("A locked exit").sees("acknowledged")
    carmen.presses("Let the police liaison open it").sees("approved for the police liaison").presses("Close")
    gus.types(f"/referral {code}").sees("Harbor Diner").does_not_see("Close with").presses("Close")

    carmen.types(f"/referral {code}").chooses("How did it end?", "Joint visit").sees(f"Item {code} is closed").presses("Close")
    town.work()
    assert f"Item {code} is closed" in carmen.direct_messages(), "the message at the desk says so, too"
    audited = [line.act for line in town.services.intake.audit.lines()]
    for act in ("concern-kept", "concern-approved", "concern-closed"):
        assert act in audited
    assert audited.count("refused") == 1 and audited.count("opened") == 4


def test_nobody_lets_out_what_they_reported_themselves(town: Town, carmen: PersonInTown) -> None:
    code = keeps(carmen, "P08", INSPECTION)
    carmen.types(f"/referral {code}").sees("Harbor Diner").does_not_see("Let the police liaison open it")


def test_whoever_kept_it_sees_it_and_cannot_end_it(town: Town, ana: PersonInTown, bo: PersonInTown) -> None:
    code = keeps(ana, "P08", INSPECTION)
    ana.types(f"/referral {code}").sees("Harbor Diner").does_not_see("Close with").presses("Close")
    bo.types(f"/referral {code}").sees("not open to you").does_not_see("Harbor")


def test_a_hotel_s_missing_sign_is_for_licensing_and_its_workers_are_for_the_labor_office(
    town: Town, ana: PersonInTown, carmen: PersonInTown
) -> None:
    sign = keeps(ana, "P07", HOTEL)
    assert sign not in carmen.direct_messages()
    work = keeps(ana, "P07", {**HOTEL, "concern_kind": ["Workers (labor)"]})
    view = town.services.intake.concerns.view
    owners = {each.owner_role for each in (view(code) for code in (sign, work, code_of_other(town, sign, work)))}
    assert owners == {"licensing", "labor"}
    carmen.sees("is for your desk").presses("Open").sees("Harbor Hotel").sees("Workers (labor)")


def code_of_other(town: Town, *known: str) -> str:
    """The newest of two concerns of one person: lists are ordered by clock, not by when they were kept."""
    found = town.services.intake.concerns.own_or_owned(town.services.people.who(town.person("ana").id))
    return next((each.code for each in found if each.code not in known), known[0])


def test_a_concern_nobody_opened_in_time_is_told_to_the_coordinators_by_its_code(
    town: Town, ana: PersonInTown, dana: PersonInTown
) -> None:
    code = keeps(ana, "P08", INSPECTION)
    town.minutes_pass(26 * 60, step=120)
    said = dana.reads("#coordinators")
    assert f"Item {code}: the desk that owns it has not opened it in time" in said and "Harbor" not in said


def test_a_disaster_site_is_for_the_coordinators_and_only_given_information_counts(
    town: Town, bo: PersonInTown, dana: PersonInTown
) -> None:
    site = {**SAFE, "under_18": "No", "site": "Shelter", "place_area": ["Downtown"], "information_given": "No",
            "site_concern": ["Papers lost or taken"], "adult_wants_help": "No"}  # fmt: skip
    code = keeps(bo, "P12", site)
    dana.sees(f"Item *{code}* is for your desk").presses("Open").sees("Papers lost or taken")
    assert counted(town, "info_given") == 0
    keeps(bo, "P12", {**site, "information_given": "Yes"})
    assert counted(town, "info_given") == 1


def counted(town: Town, name: str) -> int:
    from bot.intake.records import IntakeCount

    with town.services.store.read() as session:
        return sum(row.count for row in session.query(IntakeCount).filter_by(measure="counter", value=name))
