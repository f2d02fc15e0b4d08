"""Law enforcement comes in by three doors only: danger, legal duty, the adult's own wish. And nobody is offered one place."""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.library import load
from bot.intake import routing
from bot.intake.flow import Value
from tests.bot.intake.house import AGREED, NEEDED, SAFE, House
from tests.town import ROOT

LIBRARY = load(ROOT)
ADULT = sorted(code for code, flow in LIBRARY.protocols.items() if flow.makes_person_record)
TODAY = date(2026, 11, 23)
POLICE = [provider for provider in LIBRARY.providers.values() if provider.is_police]
ENFORCEMENT = [provider for provider in LIBRARY.providers.values() if provider.immigration_enforcement]
WIDE: dict[str, Value] = {"form": "not_known", "language": "en", "areas": (), "adults": 1}


def given(code: str, **other: Value) -> dict[str, Value]:
    """Everything that can be wanted in a flow, wanted at once."""
    wanted: dict[str, Value] = {q.id: tuple(q.services) if q.kind == "choices" else next(iter(q.services))
                                for q in LIBRARY.protocols[code].questions() if q.services}  # fmt: skip
    return {**SAFE, **AGREED, **NEEDED, **WIDE, **wanted, "fit": (), "access": (), **other}


def matched(code: str, **other: Value) -> list[str]:
    need = routing.need_of_kept(LIBRARY.protocols[code], given(code, **other))
    return [found.provider.id for found in routing.match(need, LIBRARY.providers.values(), TODAY)]


def test_there_are_police_and_enforcement_to_be_kept_out() -> None:
    assert POLICE and ENFORCEMENT


@pytest.mark.parametrize("code", ADULT)
@pytest.mark.parametrize("answer", [None, "no", "undecided", "asked"])
def test_police_are_offered_to_an_adult_who_asked_and_where_the_flow_allows_it_at_all(code: str, answer: str | None) -> None:
    need = routing.need_of_kept(LIBRARY.protocols[code], given(code, police=answer))
    open_door = answer == "asked" and LIBRARY.protocols[code].file.police == "only_if_asked"
    assert any(routing.may_be_sent(provider, need) for provider in POLICE) is open_door
    assert not any(routing.may_be_sent(provider, need) for provider in ENFORCEMENT), "R35, whatever was asked"


def test_worker_record_and_immigration_flows_never_open_that_door() -> None:
    assert {code for code in ADULT if LIBRARY.protocols[code].file.police == "never"} == {"P03", "P13", "P14"}
    assert not [code for code in LIBRARY.protocols if LIBRARY.protocols[code].file.police not in
                ("never", "only_if_asked", "by_duty", "place_only", "counsel_decides")]  # fmt: skip


def test_nothing_tells_the_police_by_itself(small_house: House) -> None:
    """Whatever is sent or kept, no line of the outbox goes to a police liaison."""
    house = small_house
    liaisons = set(house.settings.app.roles.police_liaisons.users)
    house.sends("ex-river-house", police="asked")
    assert liaisons and not {row.target for row in house.outbox()} & liaisons


@pytest.mark.parametrize("code", ADULT)
def test_at_least_two_places_to_choose_from_and_one_of_them_from_afar(code: str) -> None:
    found = matched(code)
    assert len(found) >= 2, found
    from_afar = [p for p in found if LIBRARY.providers[p].remote or {"remote", "national"} & set(LIBRARY.providers[p].area)]
    assert from_afar or code == "P14"


@pytest.mark.parametrize("code", ADULT)
def test_each_single_wish_gets_two_places_or_is_a_gap(code: str) -> None:
    for question in LIBRARY.protocols[code].questions():
        for option in question.services:
            found = matched(code, **{question.id: (option,) if question.kind == "choices" else option})
            assert len(found) != 1, (question.id, option, found)
