"""What is due is deleted, by the assistant's clock, and is gone from the disk; unless counsel has set a hold."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.intake.records import (
    Checklist,
    ChecklistStep,
    IntakeCount,
    IntakeDraft,
    Referral,
    ReferralGap,
    ReferralState,
    Release,
)
from bot.intake.values import ConsentMissing
from bot.problems import PersonError
from tests.bot.intake.house import AGREED, ANA, BO, CLINIC, RIVER, SAFE, House


def bytes_on_disk(house: House) -> bytes:
    base = Path(house.settings.database_url.removeprefix("sqlite:///"))
    files = [path for path in sorted(base.parent.glob(f"{base.name}*")) if not path.name.endswith("-shm")]
    return b"".join(path.read_bytes() for path in files)  # the -shm file holds locks and an index of pages, no rows


def rows(house: House, *models: type) -> list[int]:
    with house.services.store.read() as session:
        return [session.query(model).count() for model in models]


@pytest.mark.parametrize("missing", [
    {"agreed": "no"}, {"agreed": "not_asked"}, {"limits_explained": "no"}, {"alone": "no"}, {"how_given": None},
    {"may_withdraw": None}, {"under_18": "not_sure"}, {"danger_now": "yes"},
])  # fmt: skip
def test_without_consent_there_is_no_record_no_draft_and_nothing_to_say(small_house: House, missing: dict[str, str]) -> None:
    house = small_house
    before = bytes_on_disk(house)
    answers = house.answers(RIVER, **missing)
    with pytest.raises(ConsentMissing):
        house.intake.send("P01", answers, [RIVER], house.who(ANA), "k")
    with pytest.raises(ConsentMissing):
        house.intake.save_draft(house.who(ANA), "P01", answers)
    assert rows(house, Referral, Release, IntakeDraft, IntakeCount) == [0, 0, 0, 0]
    assert house.outbox() == [] and bytes_on_disk(house) == before


@pytest.mark.parametrize("missing", ["consent_ends", "handoff", "how_soon", "self_harm"])
def test_a_flow_that_is_not_walked_to_its_end_sends_nothing(small_house: House, missing: str) -> None:
    with pytest.raises(PersonError):
        small_house.sends(RIVER, **{missing: None})
    assert rows(small_house, Referral, Release) == [0, 0]


def test_a_covered_agency_needs_a_written_release(small_house: House) -> None:
    with pytest.raises(ConsentMissing, match="written release"):
        small_house.sends(CLINIC, by=BO)
    assert small_house.sends(CLINIC, by=BO, how_given="written").code
    with pytest.raises(ConsentMissing, match="written release"):
        small_house.sends(CLINIC, by="U0NOAGENCY0")


def test_a_draft_is_gone_after_a_day(house: House) -> None:
    house.intake.save_draft(house.who(ANA), "P01", house.answers(RIVER))
    house.days_pass(1.01)
    assert house.intake.draft(house.who(ANA)) is None
    house.services.tick()
    assert rows(house, IntakeDraft) == [0]


def test_a_referral_is_closed_by_time_then_emptied_then_forgotten(house: House) -> None:
    code = house.sends(RIVER).code
    house.days_pass(30.1)
    assert house.intake.retention.run().closed == 1
    assert house.item(code).outcome == "not_reconnected"
    house.days_pass(30.1)
    assert house.intake.retention.run().cleared == 1
    with house.services.store.read() as session:
        row = session.query(Referral).one()
        assert (row.blob, row.owner, row.audit_key) == (None, None, None)
    house.days_pass(30.1)
    assert house.intake.retention.run().forgotten == 1
    assert rows(house, Referral, Release) == [0, 0]
    with house.services.store.read() as session:
        counted = {(row.measure, row.value): row.count for row in session.query(IntakeCount)}
    assert counted["outcome", "not_reconnected"] == 1 and counted["form", "labor"] == 1 and counted["need", "medical"] == 1


def test_the_pass_runs_once_a_day_and_leaves_a_line(small_house: House) -> None:
    house = small_house
    assert house.intake.retention.tick() is not None
    assert house.intake.retention.tick() is None
    house.days_pass(1)
    assert house.intake.retention.tick() is not None
    assert [line.act for line in house.intake.audit.lines()] == ["retention", "retention"]


def test_what_was_deleted_is_not_in_the_bytes_of_the_file(small_house: House) -> None:
    house = small_house
    code = house.sends(RIVER).code
    token = house.release(code).token
    with house.services.store.read() as session:
        row = session.query(Referral).one()
        kept = [row.blob[:60], row.wrapped_key, row.audit_key.encode(), RIVER.encode()]  # type: ignore[index, union-attr]
    assert all(piece in bytes_on_disk(house) for piece in kept)  # type: ignore[operator]
    house.intake.life.withdraw(code, house.who(ANA), house.key())
    house.intake.retention.tick()
    left = bytes_on_disk(house)
    assert kept[0] not in left and kept[1] not in left and kept[3] not in left  # type: ignore[operator]
    assert token.encode() in left, "the empty row still answers for its messages"


def test_a_reader_delays_the_emptying_of_the_disk_which_is_seen_and_made_up_for(
    small_house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    house = small_house
    caplog.set_level("INFO", "taskforce")
    code = house.sends(RIVER).code
    house.intake.retention.tick()
    with house.services.store.read() as session:
        row = session.query(Referral).one()
        kept = [row.blob[:60], row.wrapped_key]  # type: ignore[index]
    path = house.settings.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as viewer:
        viewer.execute("BEGIN")
        viewer.execute("SELECT count(*) FROM referrals").fetchone()
        house.intake.life.withdraw(code, house.who(ANA), house.key())
        house.intake.retention.tick()
        assert all(piece in bytes_on_disk(house) for piece in kept), "the viewer still sees what was there when it began"
        name, fine, says = house.intake.retention.disk.health()
        assert (name, fine) == ("disk", True) and "wait in the write-ahead log since 2026-11-23 15:00 UTC" in says
        assert says in str(house.services.health()["disk"])
        assert doctor_on(house, monkeypatch, capsys) == (False, "deleted rows may still stand")
        house.minutes_pass(61)
        house.intake.retention.tick()
        assert house.intake.retention.disk.health()[1] is False, "nothing reads a small database for an hour"
    house.intake.retention.tick()
    left = bytes_on_disk(house)
    assert not any(piece in left for piece in kept) and Path(f"{path}-wal").stat().st_size == 0
    assert house.intake.retention.disk.health() == ("disk", True, "what was deleted is gone from the disk")
    assert doctor_on(house, monkeypatch, capsys) == (True, "the write-ahead log is empty")
    said = [line.message for line in caplog.records if "write-ahead log" in line.message]
    assert len(said) == 2, "once when it begins to wait, once when it is over"


def doctor_on(house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[bool, str]:
    """What `taskforce doctor` finds about the disk: is it fine, and the first words."""
    monkeypatch.setenv("DATABASE_URL", house.settings.database_url)
    capsys.readouterr()
    main(["doctor", "--json"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    disk = next(each for each in found if each["what"] == "disk")
    wanted = ("deleted rows may still stand", "the write-ahead log is empty")
    return disk["ok"], next(words for words in wanted if words in disk["says"])


def test_what_a_killed_process_deleted_is_emptied_by_the_next_one(small_house: House) -> None:
    house = small_house
    code = house.sends(RIVER).code
    with house.services.store.read() as session:
        piece = session.query(Referral).one().wrapped_key
    house.intake.life.withdraw(code, house.who(ANA), house.key())
    assert piece in bytes_on_disk(house)  # type: ignore[operator]
    house.restarted(house.keys).services.tick()
    assert piece not in bytes_on_disk(house)  # type: ignore[operator]


def test_a_hold_keeps_everything_shut_and_undeleted_until_it_is_lifted(small_house: House) -> None:
    house = small_house
    code = house.sends(RIVER).code
    house.intake.retention.set_hold("referrals", "cli")
    house.intake.life.withdraw(code, house.who(ANA), house.key())
    house.days_pass(100)
    house.intake.retention.run()
    with house.services.store.read() as session:
        row = session.query(Referral).one()
        assert row.state == ReferralState.WITHDRAWN and row.blob is not None
    house.intake.retention.lift_hold("referrals", "cli")
    assert house.intake.retention.run().cleared == 1
    with house.services.store.read() as session:
        left = session.query(Referral).one_or_none()
        assert left is None or left.blob is None


def test_a_childs_checklist_keeps_steps_only_and_goes_after_thirty_days(house: House) -> None:
    answers = {**SAFE, "age_band": "under_12", "told_first": "yes", "report_made": "will_now", "missing_child": "no",
               "federal_notice": "no_information", "family_involved": "yes", "support_wanted": ("food",), "remind_me": "hours_2"}
    code = house.intake.keep_checklist("P02", answers, house.who(ANA), house.key())
    with house.services.store.read() as session:
        steps = {step.step: step.done for step in session.query(ChecklistStep)}
    assert steps == {"told_first": True, "report_made": False}
    house.minutes_pass(61)
    reminded = [(target, f"Follow-up due on item {code}." in text) for _, target, text in house.due("intake.reminder")]
    assert reminded == [(ANA, True)]
    house.days_pass(30)
    assert house.intake.retention.run().checklists == 1
    assert rows(house, Checklist, ChecklistStep) == [0, 0]


def test_gaps_are_counted_without_a_code_and_go_after_two_years(house: House) -> None:
    answers = {**SAFE, **AGREED, "help_wanted": ("papers",), "form": "sex", "language": "vi", "how_soon": "week"}
    house.intake.note_gap("P01", answers, house.who(ANA), "k")
    house.intake.note_gap("P01", answers, house.who(ANA), "k")
    with house.services.store.read() as session:
        gap = session.query(ReferralGap).one()
        assert (gap.need, gap.language, gap.count) == ("ID", "vi", 1)
    house.days_pass(760)
    assert house.intake.retention.run().gaps == 1
