"""Every flow from its first window to its last, as Ana, Carmen, Gus and Nia walk them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.shelves import Shelves
from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Walker, city_with_child_lines, rows
from tests.town import PersonInTown, Town, words

PLACE: dict[str, Any] = {"place": "Harbor Diner", "place_area": ["Downtown"], "asked_for_help": "Yes"}
CHILD: dict[str, Any] = {
    "age_band": "16 or 17", "told_first": "No", "report_made": "I will make it now", "missing_child": "Not sure",
    "federal_notice": "No information", "family_involved": "Yes", "support_wanted": ["Food"], "remind_me": "In 2 hours",
}  # fmt: skip
PLACES = {"providers": ["1"]}
COMMON = {**SAFE, **GROWN, **AGREED, **NEEDED, **PLACES}
# flow, who walks it, what they answer, the last press, and the title of the last window
PEOPLE: tuple[tuple[str, str, dict[str, Any], str, str], ...] = (
    ("P01", "ana", COMMON, "Send", "Referral sent"),
    ("P03", "carmen", {**COMMON, "work_problem": ["Unpaid, short pay, deductions"], "free_to_leave": "No", "threatened": "Unsure",
                       "sector": "Restaurant", "wants_to": ["Get their pay"], "retaliation": "Much", "place_concern": "Yes"},
     "Send", "Referral sent"),
    ("P04", "ana", {**COMMON, "discharge": "Today", "seen_alone": "Yes", "approach": "The person raised it",
                    "before_leaving": ["An advocate"], "made_private": "Yes"}, "Send", "Referral sent"),
    ("P06", "ana", {**COMMON, "scene_safe": "Safe", "information_given": "Yes, in their language", "agreed": "Yes",
                    "help_wanted": ["Advocate"]}, "Send", "Call together now"),
    ("P09", "bo", {**COMMON, "bed": "A bed tonight", "teen_boys": "No", "transport": "Has a way to get there"},
     "Send", "Beds asked for"),
    ("P11", "bo", {**COMMON, "services_today": ["Advocate"], "off_site": "Yes"}, "Send", "Desks asked"),
    ("P11", "bo", {**COMMON, "services_today": ["Advocate"], "off_site": "No"}, "Count the visit", "Visit counted"),
    ("P13", "ana", {**COMMON, "record_where": ["Federal"], "court": "A date within 14 days", "other_issues": ["Immigration"]},
     "Send", "Referral sent"),
    ("P14", "ana", {**COMMON, "person_asked": "Yes", "in_contact": "No", "deadline": "Within 3 days", "remote_ok": "Yes"},
     "Send", "Referral sent"),
    ("P07", "ana", {**SAFE, **PLACE, "concern_kind": ["Workers (labor)"], "seen_facts": ["A locked exit"],
                    "part_of_day": "Evening", "known_from": "My own official visit"}, "Keep the concern", "Concern kept"),
    ("P08", "carmen", {**SAFE, **PLACE, "child_working": "No", "visit_type": "Routine", "plain_view": ["Injuries"],
                       "private_talk": "Yes", "rights_cards": "Yes", "would_displace": "Not sure"},
     "Keep the concern", "Concern kept"),
    ("P12", "bo", {**SAFE, **PLACE, "under_18": "No", "site": "Shelter", "site_concern": ["An unsafe job offer"],
                   "information_given": "Yes", "adult_wants_help": "Yes"}, "Keep the concern", "Concern kept"),
    ("P16", "carmen", {**SAFE, **PLACE, "child_labor_now": "No", "goods": "Food", "signal": ["Papers held"],
                       "evidence": ["Payroll"], "could_harm": "Yes", "federal_money": "Not sure"},
     "Keep the concern", "Concern kept"),
)  # fmt: skip


@pytest.fixture(scope="module")
def real_lines(tmp_path_factory: pytest.TempPathFactory, shelves: Shelves) -> Path:
    """A city whose child lines are real."""
    return city_with_child_lines(tmp_path_factory.mktemp("content"))


@pytest.fixture
def ready_town(tmp_path: Path, real_lines: Path) -> Iterator[Town]:
    shelves = Shelves(real_lines, None, None)
    shelves.refresh()
    assert not shelves.problems
    made = Town(tmp_path, shelves, home=real_lines)
    try:
        yield made
    finally:
        made.close()


@pytest.mark.parametrize(("code", "who", "answers", "last", "title"), PEOPLE)
def test_a_flow_is_walked_to_its_end(town: Town, code: str, who: str, answers: dict[str, Any], last: str, title: str) -> None:
    person = town.person(who).types(f"/refer {code}")
    Walker(person, answers).goes().sends(last)
    assert person.window is not None and words(person.window["title"]) == title, person.screen
    assert not town.slack.look(who)["notices"]


@pytest.mark.parametrize(("code", "extra"), [
    ("P02", {}),
    ("P05", {"student_adult": "Not sure", "trained_person": "Nurse", "safe_to_leave": "Not sure", "online_images": "Yes"}),
])  # fmt: skip
def test_a_checklist_for_a_child_keeps_steps_and_nothing_else(ready_town: Town, code: str, extra: dict[str, Any]) -> None:
    nia = ready_town.person("nia").types(f"/refer {code}")
    before = rows(ready_town)
    walker = Walker(nia, {**SAFE, **CHILD, **extra}).goes()
    assert rows(ready_town) == before, "nothing is kept before the last press"
    walker.sends("Keep the checklist")
    nia.sees("Checklist kept")
    after = rows(ready_town)
    assert after["checklists"] == before["checklists"] + 1
    assert after["referrals"] == before["referrals"]


def test_every_window_for_a_child_says_that_this_is_not_reporting(ready_town: Town) -> None:
    nia = ready_town.person("nia").types("/refer P02")
    for given in ({"danger_now": "No"}, SAFE, CHILD):
        nia.sees("Telling this assistant is not reporting")
        window = nia.window
        assert window is not None
        Walker(nia, given).answers_step(window)


def test_the_disability_flow_runs_where_the_lines_are_real(ready_town: Town) -> None:
    ana = ready_town.person("ana").types("/refer P10")
    answers = {**COMMON, "communication": ["Speech"], "support_person": "No", "support_is_concern": "No",
               "concern_type": ["Care withheld"]}  # fmt: skip
    Walker(ana, answers).goes().sends()
    ana.sees("Referral sent")


def test_a_general_adult_referral_takes_at_most_eight_windows_and_25_presses(ana: PersonInTown) -> None:
    """A menu counts as two presses: open and choose."""
    ana.types("/refer general adult referral")
    walker = Walker(ana, COMMON).goes().sends()
    ana.sees("Referral sent")
    assert walker.screens <= 8 and walker.presses <= 25, (walker.screens, walker.presses)


def test_a_bed_leads_from_the_general_referral_to_the_housing_flow_without_asking_again(bo: PersonInTown) -> None:
    bo.types("/refer P01")
    answers = {**COMMON, "help_wanted": ["A safe place tonight", "Lawyer, family"], "which_way": "Shelter or housing",
               "bed": "A bed tonight", "teen_boys": "No", "transport": "Has a way to get there"}  # fmt: skip
    walker = Walker(bo, answers)
    walker.goes(most=7)
    bo.sees("Shelter or housing").sees("What is needed?").does_not_see("agreed to a referral")
    walker.goes().sends()
    bo.sees("Beds asked for")


def test_a_student_of_age_takes_the_general_referral(ready_town: Town) -> None:
    nia = ready_town.person("nia").types("/refer P05")
    Walker(nia, {**SAFE, "student_adult": "Yes"}).goes()
    nia.sees("General adult referral").sees("Could the person be under 18?")


def test_two_flows_that_follow_one_another_are_not_linked(town: Town, carmen: PersonInTown) -> None:
    """The inspection concern after a worker's referral begins anew, with nothing of the worker in it."""
    answers = next(given for code, _, given, _, _ in PEOPLE if code == "P03")
    carmen.types("/refer P03")
    Walker(carmen, answers).goes().sends()
    carmen.sees("Referral sent").presses("Start P08").sees("Inspection concern").sees("Is anyone in immediate danger")


def test_p15_opens_the_directory_s_own_window(ana: PersonInTown) -> None:
    ana.types("/refer P15")
    assert ana.window is not None and ana.window["callback_id"].startswith("directory.")
