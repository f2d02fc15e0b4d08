"""Ana asks in her own words; the search finds the entry, or knows that there is none."""

from __future__ import annotations

import threading

import pytest

from bot.answers.index import Index
from tests.bot.answers.conftest import ENTRIES, LISTS


def first(index: Index, question: str, **how: object) -> str:
    found = index.search(question, **how).first  # type: ignore[arg-type]
    return found.id if found else ""


BOTH = pytest.mark.parametrize("which", ["index", "words_index"])


@BOTH
@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("where can a mother and two kids sleep tonight", "bed-tonight"),
        ("emergancy sheltr", "bed-tonight"),
        ("WHAT IF I'M NOT SURE ABOUT HER AGE??", "young-person"),
        ("the boss never paid my client", "unpaid-wages"),
        ("WHD complaint", "unpaid-wages"),
        ("apt for a survivor", "long-housing"),
        ("no le pagan su sueldo", "unpaid-wages"),
        ("donde puede dormir esta noche", "bed-tonight"),
        ("dónde puede dormir esta noche", "bed-tonight"),
    ],
)
def test_ana_finds_the_entry_in_her_own_words(which: str, question: str, wanted: str, request: pytest.FixtureRequest) -> None:
    assert first(request.getfixturevalue(which), question) == wanted


@BOTH
def test_the_verdict_is_sure_for_ours_and_never_for_what_nobody_answers(which: str, request: pytest.FixtureRequest) -> None:
    index = request.getfixturevalue(which)
    assert index.search("she needs a bed tonight").verdict == "sure"
    for stranger in ("what is the weather tomorrow", "will it rain", "good pizza places", "xyzzy plugh"):
        assert index.search(stranger).verdict in ("unsure", "off-topic"), stranger


@BOTH
def test_nothing_typed_finds_nothing(which: str, request: pytest.FixtureRequest) -> None:
    index = request.getfixturevalue(which)
    for empty in ("", "   ", "???", ":wave:", "<@U123>", "\u200b\u200b", "\x00\x01"):
        assert index.search(empty).candidates == ()
        assert index.search(empty).is_off_topic


def test_the_askers_agency_breaks_a_tie(index: Index) -> None:
    question = "what should my staff look for"
    assert first(index, question, audience=frozenset({"hospital"})) == "hospital-role"
    assert first(index, question, audience=frozenset({"school"})) == "school-role"


def test_the_askers_agency_does_not_outweigh_the_question(index: Index) -> None:
    assert first(index, "unpaid wages who to call", audience=frozenset({"school"})) == "unpaid-wages"


def test_a_follow_up_keeps_the_subject(index: Index) -> None:
    assert first(index, "and if she is 16?", subject="bed-tonight") == "young-person"
    assert first(index, "can i tell her the address?", subject="bed-tonight") == "bed-tonight"
    assert first(index, "and what about longer?", subject="bed-tonight") in ("long-housing", "bed-tonight")


def test_a_new_question_in_a_thread_is_not_taken_for_a_follow_up(index: Index) -> None:
    assert (
        first(index, "which agency takes a complaint about wages that were never paid", subject="bed-tonight") == "unpaid-wages"
    )


def test_a_subject_that_no_longer_exists_is_ignored(index: Index) -> None:
    assert first(index, "and who pays?", subject="gone-entry") == first(index, "and who pays?")


def test_of_several_things_the_safest_comes_first(index: Index) -> None:
    found = index.search("worker was not paid, who to call? also she needs a bed tonight")
    assert found.several == ("bed-tonight", "unpaid-wages")
    assert found.candidates[0].id == "bed-tonight"
    assert found.verdict == "sure"


def test_one_question_with_an_and_in_it_stays_one(index: Index) -> None:
    assert index.search("a bed for a mother and two kids tonight").several == ()


def test_a_list_shows_safety_entries_on_top_whatever_their_likeness(index: Index) -> None:
    shown = index.search("transitional housing or a bed").as_list(3)
    tiers = [candidate.is_safety for candidate in shown]
    assert tiers == sorted(tiers, reverse=True)


def test_a_candidate_tells_which_fact_fits(index: Index) -> None:
    found = index.search("can i tell her the shelter address").first
    assert found is not None
    assert (found.id, found.passage, found.part) == ("bed-tonight", "question", 1)


def test_the_same_question_is_answered_from_memory_whatever_its_case_and_marks(index: Index) -> None:
    assert index.search("Emergency  shelter?") is index.search("emergency shelter")


def test_memory_does_not_mix_threads_or_agencies(index: Index) -> None:
    plain = index.search("what about the age")
    assert index.search("what about the age", subject="bed-tonight") is not plain
    assert index.search("what about the age", audience=frozenset({"school"})) is not plain


@BOTH
def test_hostile_text_is_answered_calmly(which: str, request: pytest.FixtureRequest) -> None:
    index = request.getfixturevalue(which)
    for text in ("a" * 40_000, "bed " * 10_000, "\u202ebed\u0000tonight", "<!channel> <https://x.example|bed> tonight",
                 "🛏️" * 5_000,
                 "' OR 1=1 --", "{{7*7}}", "\ud800 bed tonight"):  # fmt: skip
        assert len(index.search(text).candidates) <= 10


def test_slack_markup_and_invisible_letters_do_not_hide_a_question(index: Index) -> None:
    assert first(index, "<@U0BOT> *emergency* _shelter_ :bed: <#C1|help>\u200b") == "bed-tonight"


def test_many_people_may_ask_at_once(index: Index) -> None:
    questions = [f"place to sleep tonight number {number}" for number in range(12)]
    found: list[str] = []
    threads = [threading.Thread(target=lambda q=question: found.append(first(index, q))) for question in questions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["bed-tonight"] * 12


def test_an_empty_knowledge_base_finds_nothing() -> None:
    assert Index.build((), LISTS).search("she needs a bed").candidates == ()


def test_entries_may_come_as_a_mapping() -> None:
    index = Index.build({entry.id: entry for entry in ENTRIES}, LISTS)
    assert first(index, "emergency shelter") == "bed-tonight"
    assert not index.uses_meaning
