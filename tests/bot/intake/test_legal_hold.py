"""Counsel holds: what is covered stays, shut as it was; each step is audited; lifted, the next pass deletes what is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.intake.holds import CLASSES, EVERYTHING
from bot.intake.records import Checklist, ChecklistStep, Concern, IntakeDraft, Referral, ReferralGap, ReferralState, Release
from bot.outbox.records import OutboxRow, State, Verb
from bot.problems import PersonError
from tests.bot.intake.house import AGREED, ANA, BO, RIVER, SAFE, House

CHILD = {**SAFE, "age_band": "under_12", "told_first": "yes", "report_made": "yes", "missing_child": "no",
         "federal_notice": "no", "family_involved": "no", "remind_me": "none"}  # fmt: skip
PLACE: dict[str, Any] = {
    "danger_now": "no", "safe_to_go_on": "yes", "child_working": "no", "visit_type": "routine", "place": "Harbor Diner",
    "place_area": ("downtown",), "plain_view": ("injuries",), "private_talk": "no", "rights_cards": "yes",
    "asked_for_help": "no", "would_displace": "no",
}  # fmt: skip
KEPT: dict[str, tuple[type, ...]] = {
    "referrals": (Referral, Release), "checklists": (Checklist, ChecklistStep), "concerns": (Concern,), "gaps": (ReferralGap,),
}  # fmt: skip


def everything_there_is(house: House) -> str:
    """One of each kind of record; the code of the referral."""
    intake, ana = house.intake, house.who(ANA)
    code = house.sends(RIVER).code
    intake.life.close(code, "connected", ana, house.key())
    intake.keep_checklist("P02", CHILD, ana, house.key())
    intake.keep_concern("P08", PLACE, ana, house.key())
    intake.note_gap("P01", {**SAFE, **AGREED, "help_wanted": ("papers",), "form": "sex", "how_soon": "week"}, ana, house.key())
    intake.save_draft(ana, "P01", house.answers(RIVER))
    return str(code)


def count(house: House, *models: type) -> list[int]:
    with house.services.store.read() as session:
        return [session.query(model).count() for model in models]


@pytest.fixture
def years_later(house: House) -> Callable[..., None]:
    """Retention passes, day after day, until everything is long overdue."""

    def passes() -> None:
        for _ in range(4):
            house.days_pass(250)
            house.intake.retention.run()

    return passes


@pytest.mark.parametrize("held", list(KEPT))
def test_a_hold_keeps_what_it_covers_and_nothing_else(house: House, years_later: Callable[[], None], held: str) -> None:
    everything_there_is(house)
    house.intake.retention.set_hold(held, "cli")
    years_later()
    for name, models in KEPT.items():
        assert all(number > 0 for number in count(house, *models)) is (name == held), name
    house.intake.retention.lift_hold(held, "cli")
    house.intake.retention.run()
    house.days_pass(100)
    house.intake.retention.run()
    assert count(house, *(model for models in KEPT.values() for model in models)) == [0] * 6


def test_a_hold_on_everything_keeps_even_a_place_somebody_left_in_a_flow(house: House, years_later: Callable[[], None]) -> None:
    code = everything_there_is(house)
    house.intake.retention.set_hold(EVERYTHING, "cli")
    years_later()
    assert all(number > 0 for number in count(house, IntakeDraft, *(model for models in KEPT.values() for model in models)))
    assert house.intake.draft(house.who(ANA)) is None, "kept, and nobody can go on with it"
    with house.services.store.read() as session:
        row = session.query(Referral).one()
        assert row.code == code and row.blob is not None and row.owner == ANA
    house.intake.retention.lift_hold(EVERYTHING, "cli")
    house.intake.retention.run()
    assert count(house, IntakeDraft, Checklist, Concern, ReferralGap) == [0, 0, 0, 0]


def test_a_withdrawn_referral_is_shut_for_everybody_at_once_and_emptied_when_the_hold_is_lifted(house: House) -> None:
    sent = house.sends(RIVER)
    house.intake.retention.set_hold("referrals", "cli")
    house.intake.life.withdraw(sent.code, house.who(ANA), house.key())
    for person in (ANA, BO):
        with pytest.raises(PersonError):
            house.intake.life.open(house.who(person), code=sent.code)
    house.days_pass(2)
    house.intake.retention.run()
    with house.services.store.read() as session:
        row = session.query(Referral).one()
        assert row.state == ReferralState.WITHDRAWN and row.blob is not None
    house.intake.retention.lift_hold("referrals", "cli")
    house.intake.retention.run()
    with house.services.store.read() as session:
        assert session.query(Referral).one().blob is None


def test_setting_and_lifting_are_audited_once_and_say_what_they_cover(house: House) -> None:
    retention = house.intake.retention
    for covers in CLASSES:
        retention.set_hold(covers, "cli")
        retention.set_hold(covers, "cli")
    assert [covers for covers, _ in retention.standing_holds()] == list(CLASSES)
    assert [retention.lift_hold(covers, "cli") for covers in CLASSES] == [1] * len(CLASSES)
    lines = [(line.act, line.what) for line in reversed(house.intake.audit.lines())]
    assert lines == [("hold-set", covers) for covers in CLASSES] + [("hold-lifted", covers) for covers in CLASSES]
    assert house.intake.audit.verify().is_whole
    with pytest.raises(ValueError, match="a hold covers one of"):
        retention.set_hold("minutes", "cli")


def test_who_was_told_stays_in_the_outbox_while_anything_is_held(house: House) -> None:
    house.sends(RIVER)
    with house.services.store.write() as session:
        session.query(OutboxRow).update({"state": State.SENT})
    house.intake.retention.set_hold("referrals", "cli")
    house.days_pass(401)
    house.services.tick()
    assert told(house) == [BO]
    house.intake.retention.lift_hold("referrals", "cli")
    house.services.tick()
    assert told(house) == []


def told(house: House) -> list[str]:
    return [row.target for row in house.outbox("referral.for-provider") if row.verb == Verb.POST]
