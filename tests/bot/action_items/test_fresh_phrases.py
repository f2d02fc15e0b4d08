"""Due dates nobody wrote a rule for: read right, asked, or not read, and never kept silently wrong."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest

from bot.action_items.capture import Draft, Reader
from bot.action_items.due import DueReading, DueRules, read_due
from tests.bot.action_items.fresh import Case, Half, Verdict, judged, lines, phrases

SEATS = {"health-seat": "health-seat", "police-seat": "police-seat"}
PEOPLE = {name: name for name in ("maria", "bo", "ana")}
ALL_PHRASES, ALL_LINES = list(phrases()), list(lines())
KNOWN_PHRASES = [case for case in ALL_PHRASES if case.half == "known"]
KNOWN_LINES = [case for case in ALL_LINES if case.half == "known"]


def drafted(case: Case) -> Draft:
    name_of = partial(str.removeprefix, "U0")
    return Reader("dana", case.now, case.zone, DueRules(), SEATS, PEOPLE, name_of, lambda text: ()).read(case.text)


def said_by(draft: Draft, case: Case) -> DueReading | None:
    """A draft keeps no reading without a date; its phrase still says why there is none."""
    return draft.due or (read_due(draft.phrase, case.now, case.zone) if draft.phrase else None)


def of_phrases(half: Half) -> Counter[Verdict]:
    cases = (case for case in ALL_PHRASES if case.half == half)
    return Counter(judged(case.wanted, read_due(case.text, case.now, case.zone)) for case in cases)


def of_lines(half: Half) -> Counter[Verdict]:
    return Counter(judged(case.wanted, said_by(drafted(case), case)) for case in ALL_LINES if case.half == half)


@pytest.mark.parametrize("case", KNOWN_PHRASES, ids=str)
def test_a_known_phrase_reads_as_a_careful_coordinator_wants(case: Case) -> None:
    assert judged(case.wanted, read_due(case.text, case.now, case.zone)) == "right"


@pytest.mark.parametrize("case", KNOWN_LINES, ids=str)
def test_a_known_line_splits_into_who_what_and_when(case: Case) -> None:
    draft = drafted(case)
    assert judged(case.wanted, said_by(draft, case)) == "right"
    wanted = tuple(tuple(case.wanted.get(key, ())) for key in ("users", "seats", "cc"))
    assert (draft.users, draft.seats, draft.watchers) == wanted
    assert case.wanted.get("any_words") or draft.words == case.wanted["words"]
    assert "lack" not in case.wanted or case.wanted["lack"] in [trouble.lack for trouble in draft.troubles]


@pytest.mark.parametrize("case", [*ALL_PHRASES, *ALL_LINES], ids=str)
def test_nothing_is_kept_silently_wrong(case: Case) -> None:
    reading = said_by(drafted(case), case) if case in ALL_LINES else read_due(case.text, case.now, case.zone)
    assert judged(case.wanted, reading) not in ("silently wrong", "warns too little")


def test_what_a_line_may_be_about_stays_in_its_words() -> None:
    now = ALL_LINES[0].now
    for line, words in [
        ("@maria cancel thursday", "cancel thursday"),
        ("@maria draft by wed, final by fri", "draft by wed, final by fri"),
        ("@maria attend the hearing dec 4", "attend the hearing dec 4"),
    ]:
        draft = drafted(Case(line, now, "America/Chicago", {}))
        assert draft.words == words and draft.only_asks
        assert draft.due is not None and "read as the due date" in draft.due.warnings


def test_the_halves_are_of_a_size_and_the_list_is_long() -> None:
    for cases, known in ((ALL_PHRASES, KNOWN_PHRASES), (ALL_LINES, KNOWN_LINES)):
        assert 0.4 < len(known) / len(cases) < 0.6
    assert len(ALL_PHRASES) > 800 and len(ALL_LINES) > 250


def test_the_held_out_half_is_read_as_well() -> None:
    for found in (of_phrases("held out"), of_lines("held out")):
        assert found["right"] >= 0.98 * found.total()
