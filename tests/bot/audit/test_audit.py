"""The audit log: nothing is changed or taken out unnoticed, and the database itself says no."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from bot.audit.service import Audit, note
from bot.store.engine import Store, open_engine

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.fixture
def store(database_url: str) -> Store:
    made = Store(open_engine(database_url))
    with made.write() as session:
        for place in range(5):
            note(session, "U0ANA", "opened", NOW + timedelta(minutes=place), subject=f"record {place}")
    return made


def unguarded(store: Store, statement: str) -> None:
    """Somebody with the database's own password takes the guard off."""
    with store.engine.begin() as connection:
        if store.is_sqlite:
            for name in ("audit_no_update", "audit_no_delete"):
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("DROP TRIGGER audit_append_only ON audit"))
        connection.execute(text(statement))


def test_an_untouched_log_is_whole(store: Store) -> None:
    found = Audit(store).verify()
    assert found.is_whole and found.lines == 5


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = 'U0BO' WHERE id = 2", "DELETE FROM audit WHERE id = 2"])
def test_the_database_refuses_to_change_or_delete_a_line(store: Store, statement: str) -> None:
    with pytest.raises(DatabaseError), store.engine.begin() as connection:
        connection.execute(text(statement))
    assert Audit(store).verify().is_whole


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = 'U0BO' WHERE id = 3", "DELETE FROM audit WHERE id = 3"])
def test_a_line_changed_or_taken_out_by_force_is_found(store: Store, statement: str) -> None:
    unguarded(store, statement)
    assert Audit(store).verify().broken_at in (3, 4)


def test_a_cut_off_end_is_found_by_a_head_noted_earlier(store: Store) -> None:
    head = Audit(store).verify().head
    unguarded(store, "DELETE FROM audit WHERE id = 5")
    assert Audit(store).verify().is_whole, "by itself the shorter chain fits"
    assert not Audit(store).verify(known_head=head).is_whole


def test_content_does_not_fit_into_a_line(store: Store) -> None:
    with pytest.raises(ValueError, match="short words"), store.write() as session:
        note(session, "U0ANA", "opened", NOW, what="x" * 81)


def test_a_change_that_fails_leaves_no_line(store: Store) -> None:
    with pytest.raises(RuntimeError), store.write() as session:
        note(session, "U0ANA", "opened", NOW)
        raise RuntimeError("the change itself went wrong")
    assert Audit(store).count() == 5
