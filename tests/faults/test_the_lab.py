"""A slice of the fault lab: fifty kills. `make faults` runs it whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.lab import Lab, Plan
from tests.postgres import Postgres


@pytest.mark.parametrize(("workers", "database"), [(1, "sqlite"), (2, "postgres")])
def test_nothing_is_lost_or_doubled_or_made_up_however_often_it_dies(
    tmp_path: Path, request: pytest.FixtureRequest, workers: int, database: str
) -> None:
    if database == "sqlite":
        url = f"sqlite:///{tmp_path / 'lab.sqlite3'}"
    else:
        server: Postgres = request.getfixturevalue("postgres")
        url = server.fresh()
    verdict = Lab(Plan(25, url, workers), tmp_path).run()
    assert verdict.is_telling, "hardly anybody got through: the lab itself is broken"
    assert verdict.is_clean, str(verdict)


def test_the_lab_sees_what_a_naive_assistant_loses_and_doubles(tmp_path: Path) -> None:
    verdict = Lab(Plan(25, f"sqlite:///{tmp_path / 'lab.sqlite3'}", naive=True), tmp_path).run()
    assert verdict.lost and verdict.doubled, str(verdict)
