"""Ana has her first week; Fay vouches for answers, Dana is the second pair of eyes; the coordinators read their month."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from bot.learning.records import ReviewAsked
from bot.problems import PersonError
from bot.shelves import Shelves
from bot.views.answers import answer_message
from tests.town import PersonInTown, Town, words

FIRST_OF_FEBRUARY = datetime(2027, 2, 1, 14, 0, tzinfo=UTC)  # 8 AM in Chicago, before the hour of reminders
FIRST_OF_DECEMBER = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
RIGHT_CHOICES = ("Tell him what help exists", "Who can interpret", "Act as if she were under 18")


@pytest.fixture
def february(tmp_path: Path, shelves: Shelves) -> Iterator[Town]:
    """A town on the morning when safety answers, reviewed in November, run out within the month."""
    made = Town(tmp_path, shelves, start=FIRST_OF_FEBRUARY)
    try:
        yield made
    finally:
        made.close()


def read_all_cards(person: PersonInTown, start: str = "Start the tour") -> None:
    person.opens_home().presses(start)
    for _ in range(5):
        person.presses("Next")


def answer_check(person: PersonInTown, town: Town, *choices: str) -> None:
    tour = town.services.library.tours["first-week"]
    for question, choice in zip(tour.questions, choices, strict=True):
        person.chooses(question.ask, choice)
    person.presses("Check")


def test_ana_takes_the_tour_and_home_says_that_it_is_done(town: Town, ana: PersonInTown) -> None:
    read_all_cards(ana)
    answer_check(ana, town, *RIGHT_CHOICES)
    ana.sees("That was the tour").presses("Close")
    ana.opens_home().sees("Your first week*: done")


def test_a_wrong_choice_is_explained_beside_the_question_and_nothing_is_kept(town: Town, ana: PersonInTown) -> None:
    read_all_cards(ana)
    answer_check(ana, town, RIGHT_CHOICES[0], "A client's first name", RIGHT_CHOICES[2])
    ana.sees("A first name or a place can point to one person")
    assert not town.services.learning.tours.progress(ana.id).finished


def test_the_tour_goes_on_where_ana_left_it_even_after_a_restart(town: Town, ana: PersonInTown) -> None:
    ana.opens_home().presses("Start the tour").presses("Next").presses("Next").presses("Later")
    town.restart()
    ana.opens_home().sees("2 of 5 cards read").presses("Go on").sees("Labor trafficking and sex trafficking")


def test_ana_goes_back_a_card_and_opens_the_whole_answer(ana: PersonInTown) -> None:
    ana.opens_home().presses("Start the tour").presses("Next").presses("Back").sees("Danger comes first")
    ana.presses("Open the whole answer").sees("three gates")


def test_the_tour_can_be_put_away(ana: PersonInTown) -> None:
    ana.opens_home().presses("Put it away").opens_home().does_not_see("Your first week")


def test_coordinators_see_who_finished_by_agency_and_never_a_name(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    read_all_cards(ana)
    answer_check(ana, town, *RIGHT_CHOICES)
    dana.opens_home().sees("First-week tour finished: Department of Public Health 1")
    dana.does_not_see(ana.id)
    ana.presses("Close").opens_home().does_not_see("tour finished")


def test_somebody_new_is_welcomed_with_the_tour(town: Town) -> None:
    town.slack.add_person("uma", "Uma Hale")
    town.slack.settle()
    uma = town.person("uma")
    uma.goes_to("app").presses("Start the first-week tour").sees("Danger comes first")


def test_carmen_says_what_she_is_and_reads_her_card(carmen: PersonInTown) -> None:
    carmen.opens_home().chooses("I am a …", "Restaurant and food inspector").sees("Steps").sees("My role")


def test_owners_are_asked_once_a_month_about_what_runs_out(february: Town) -> None:
    fay = february.person("fay")
    february.work()
    assert "still right" not in fay.direct_messages()
    february.minutes_pass(60)
    assert fay.direct_messages().count("Are these answers still right?") == len(batches(february, fay))
    february.minutes_pass(24 * 60, step=240)
    assert fay.direct_messages().count("Are these answers still right?") == len(batches(february, fay))


def test_a_safety_answer_keeps_its_date_until_a_second_person_confirms_it(february: Town) -> None:
    fay, dana = february.person("fay"), february.person("dana")
    february.minutes_pass(60)
    entry_id = february.services.learning.reviews.due()[0].id
    february.services.learning.reviews.say(entry_id, "right", by=fay.id, key="first")
    february.work()
    assert "Reviewed Nov 16, 2026" in card(february, entry_id)
    assert "A safety answer needs a second person" in dana.direct_messages()
    dana.goes_to("app").presses("Still right")
    february.work()
    assert "Reviewed Feb 1, 2027" in card(february, entry_id)
    assert "Still right, says" in fay.direct_messages()


def test_one_person_cannot_confirm_a_safety_answer_twice(february: Town) -> None:
    fay = february.person("fay")
    february.minutes_pass(60)
    fay.goes_to("app").presses("Still right")
    february.work()
    fay.presses("Still right").sees("needs a second person")
    assert all(entry.reviewed.year == 2026 for entry in february.services.learning.reviews.due())


def test_an_answer_that_needs_work_says_so_to_whoever_reads_it_and_to_the_coordinators(february: Town) -> None:
    fay, dana, ana = february.person("fay"), february.person("dana"), february.person("ana")
    february.minutes_pass(60)
    fay.goes_to("app").presses("Needs work")
    february.work()
    assert "needs work" in dana.reads("#coordinators")
    doubted = next(item for item in february.services.learning.reviews.due()
                   if february.services.learning.reviews.standing(item).needs_work_by)  # fmt: skip
    assert "review of this answer is overdue" in card(february, doubted.id)
    assert doubted.title not in ana.direct_messages()


def test_somebody_else_cannot_vouch_for_an_answer(february: Town) -> None:
    bo = february.person("bo")
    with pytest.raises(PersonError, match="Privacy lead"):
        february.services.learning.reviews.say("first-five-minutes", "right", by=bo.id, key="x")


def test_the_coordinators_get_their_month_as_a_picture_and_as_words(town: Town, ana: PersonInTown, dana: PersonInTown) -> None:
    for _ in range(3):
        ana.types("what is labor trafficking").sees("Reviewed")
    ana.presses("This helped")
    ana.types("my neighbor wants to know about trafficking sensors on the highway bridge")
    town.until(FIRST_OF_DECEMBER, step=12 * 60)
    note = next(post for post in dana.town.channel("#coordinators") if post.get("files"))
    assert "What was asked in November 2026" in note["text"]
    assert "Labor trafficking" in note["text"]
    assert "helped 1" in note["text"]
    assert "highway bridge" not in town.everything_posted()
    picture = Image.open(BytesIO(download(note["files"][0]["url_private"])))
    assert picture.format == "PNG"
    assert picture.size[0] == 1200


def test_a_month_without_questions_is_not_worth_a_note(town: Town, dana: PersonInTown) -> None:
    town.until(FIRST_OF_DECEMBER, step=12 * 60)
    assert not [post for post in town.channel("#coordinators") if post.get("files")]


def download(address: str) -> bytes:
    """As the browser of somebody who looks at the channel loads it."""
    request = urllib.request.Request(address, headers={"Sec-Fetch-Site": "same-origin"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return bytes(answer.read())


def batches(town: Town, person: PersonInTown) -> set[str]:
    with town.services.store.read() as session:
        return set(session.scalars(select(ReviewAsked.batch).where(ReviewAsked.person == person.id)))


def card(town: Town, entry_id: str) -> str:
    answer = town.services.answers.show(entry_id)
    return "\n".join(words(block) for block in answer_message(answer).blocks)
