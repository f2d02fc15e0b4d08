"""Blobs that were changed, swapped or put back do not open; a wrong key stops the start; keys change while people read."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from sqlalchemy import insert, select, text

from bot.intake.records import Concern, IntakeDraft, Referral, SealCheck
from bot.intake.sealed import KeyRing, new_key
from bot.intake.vault import Vault
from bot.problems import ContentError, PersonError
from tests.bot.intake.house import ANA, BO, CARMEN, CLINIC, MONDAY, RIVER, House

MANY = 10_000


def test_what_is_sealed_is_not_readable_in_the_row(house: House) -> None:
    house.sends(RIVER)
    with house.services.store.read() as session:
        row = session.query(Referral).one()
    assert row.blob is not None
    assert b"bed_tonight" not in row.blob and b"desk" not in row.blob
    assert len(row.blob) % 1024 == 28, "padded: the size of a blob tells nothing"


@pytest.mark.parametrize("column", ["blob", "wrapped_key", "key_name", "revision"])
def test_a_referral_whose_row_was_tampered_with_does_not_open(house: House, column: str) -> None:
    code, other = house.sends(RIVER).code, house.sends(CLINIC).code
    with house.services.store.write() as session:
        first, second = (session.scalars(select(Referral).where(Referral.code == each)).one() for each in (code, other))
        changed = {"blob": second.blob, "wrapped_key": second.wrapped_key, "key_name": "another", "revision": 7}
        setattr(first, column, changed[column])
    with pytest.raises(PersonError, match="does not open"):
        house.intake.life.open(house.who(ANA), code=code)
    assert house.intake.life.open(house.who(ANA), code=other).code == other


def test_one_flipped_bit_is_noticed_and_noted(house: House) -> None:
    code = house.sends(RIVER).code
    with house.services.store.write() as session:
        row = session.query(Referral).one()
        assert row.blob is not None
        row.blob = row.blob[:40] + bytes([row.blob[40] ^ 1]) + row.blob[41:]
    with pytest.raises(PersonError):
        house.intake.life.open(house.who(ANA), code=code)
    with house.services.store.read() as session:
        assert session.execute(text("select count(*) from audit where what = 'open cannot open'")).scalar() == 1


def test_an_older_revision_of_a_draft_that_is_put_back_does_not_open(house: House) -> None:
    house.intake.save_draft(house.who(ANA), "P01", house.answers(RIVER))
    with house.services.store.read() as session:
        old = session.query(IntakeDraft).one()
    house.intake.save_draft(house.who(ANA), "P01", house.answers(CLINIC))
    assert house.intake.draft(house.who(ANA)).answers["providers"] == (CLINIC,)
    with house.services.store.write() as session:
        row = session.query(IntakeDraft).one()
        row.blob, row.wrapped_key = old.blob, old.wrapped_key
    assert house.intake.draft(house.who(ANA)) is None


def test_a_wrong_key_of_the_same_name_stops_the_start(house: House) -> None:
    house.sends(RIVER)
    with pytest.raises(ContentError, match="not the one that sealed"):
        house.restarted(new_key("first"))


def test_a_missing_key_stops_the_start(house: House) -> None:
    house.sends(RIVER)
    with pytest.raises(ContentError, match="which is not here"):
        house.restarted(new_key("second"))


def test_without_any_key_nothing_is_kept_and_everything_else_works(house: House) -> None:
    bare = House(house.settings.database_url, house.shelves, " ")
    assert bare.intake.may_record() is not None
    with pytest.raises(PersonError, match="no key"):
        bare.sends(RIVER)
    assert bare.intake.matches("P01", bare.answers(RIVER))
    with bare.services.store.read() as session:
        assert session.query(Referral).count() == 0


def test_keys_are_changed_in_three_steps_and_every_record_stays_open(house: House) -> None:
    code = house.sends(RIVER).code
    house.intake.save_draft(house.who(ANA), "P01", house.answers(RIVER))
    new = new_key("second")
    both = house.restarted(f"{new},{house.keys}")
    assert both.intake.life.open(both.who(ANA), code=code).code == code
    later = both.sends(CLINIC).code
    vault = Vault(both.services.store, both.clock, both.keys)
    assert dict(vault.status().wraps) == {"first": 1, "second": 1}
    assert vault.rewrap_all() == 1
    assert vault.status().to_rewrap == 0
    alone = both.restarted(new)
    assert [alone.intake.life.open(alone.who(ANA), code=each).code for each in (code, later)] == [code, later]
    with alone.services.store.read() as session:
        assert [row.key_name for row in session.query(SealCheck)] == ["second"]


def test_ten_thousand_keys_are_wrapped_anew_while_others_read(small_house: House) -> None:
    """Readers hold both keys, as they do while keys are changed; not one reading may fail."""
    house, new = small_house, new_key("second")
    old_ring = KeyRing.parse(house.keys)
    rows = []
    for number in range(MANY):
        sealed = old_ring.seal(f"referral:{number:04}-TEST"[:18], 1, {"number": number})
        rows.append({
            "code": f"{number:04}-TEST"[:9], "audit_key": f"{number}", "flow": "P01", "month": "2026-11", "state": "open",
            "clock": "tonight", "acknowledge_minutes": 30, "decide_minutes": 120, "around_the_clock": True, "owner": ANA,
            "revision": 1, "blob": sealed.blob, "wrapped_key": sealed.wrapped_key, "key_name": sealed.key_name,
            "consent_ends": date(2026, 12, 20), "created_at": MONDAY,
        })  # fmt: skip
    with house.services.store.write() as session:
        session.execute(insert(Referral), rows)
    keys = f"{new},{house.keys}"
    vault, reader = (Vault(house.services.store, house.clock, keys) for _ in range(2))
    errors: list[Exception] = []
    readings, done = [0], threading.Event()

    def read_on() -> None:
        place = 0
        while not done.is_set():
            place = (place + 7919) % MANY
            try:
                with house.services.store.read() as session:
                    row = session.scalars(select(Referral).where(Referral.code == f"{place:04}-TEST")).one()
                assert reader.open("referral", row) == {"number": place}
                readings[0] += 1
                done.wait(0.002)
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=read_on) for _ in range(2)]
    for thread in threads:
        thread.start()
    count = vault.rewrap_all()
    done.set()
    for thread in threads:
        thread.join()
    assert count == MANY and not errors and readings[0] > 100
    assert vault.status().to_rewrap == 0
    alone = Vault(house.services.store, house.clock, new)
    with house.services.store.read() as session:
        for row in session.scalars(select(Referral).limit(50)):
            alone.open("referral", row)


def test_a_concern_is_about_a_place_and_sealed_and_its_desk_opens_it(house: House) -> None:
    answers = {"danger_now": "no", "safe_to_go_on": "yes", "concern_kind": ("workers",), "place": "Harbor Diner",
               "place_area": ("downtown",), "seen_facts": ("locked_exit",), "seen_on": date(2026, 11, 20),
               "part_of_day": "night", "known_from": "own_visit", "asked_for_help": "no", "visit_type": "routine",
               "plain_view": ("injuries",), "private_talk": "yes", "rights_cards": "yes", "would_displace": "no",
               "child_working": "no"}  # fmt: skip
    code = house.intake.keep_concern("P08", answers, house.who(ANA), house.key())
    with house.services.store.read() as session:
        assert b"Harbor" not in session.query(Concern).one().blob
    assert [target for kind, target, _ in house.due("concern")] == [CARMEN]
    view, flow, kept = house.intake.concerns.open(code, house.who(CARMEN))
    assert (flow, kept["place"], view.state.value) == ("P08", "Harbor Diner", "acknowledged")
    with pytest.raises(PersonError):
        house.intake.concerns.open(code, house.who(BO))
