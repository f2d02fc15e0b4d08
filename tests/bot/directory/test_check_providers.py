"""What `check` says of records: with the line, and how to mend it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.content.check_providers import check_providers, is_language
from bot.content.library import read_providers
from bot.problems import ContentError, Problem
from tests.bot.directory.conftest import HOME

TODAY = date(2026, 11, 21)
Edit = Callable[[str, str, str], list[Problem]]


@pytest.fixture
def after(tmp_path: Path) -> Edit:
    """The problems once one text was replaced in one record."""
    shutil.copytree(HOME / "knowledge" / "providers", tmp_path / "knowledge" / "providers")

    def edit(provider: str, old: str, new: str) -> list[Problem]:
        path = next((tmp_path / "knowledge" / "providers").glob(f"*/{provider}.yaml"))
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
        try:
            return [problem for problem in check_providers(read_providers(tmp_path), TODAY) if provider in problem.where]
        except ContentError as error:
            return list(error.problems)

    return edit


def test_the_shipped_records_have_no_errors() -> None:
    assert [str(found) for found in check_providers(read_providers(HOME), TODAY) if found.is_error] == []


@pytest.mark.parametrize(
    ("provider", "old", "new", "said"),
    [
        ("nat-rainn", "1-800-656-4673", "1-800-656-467", "no valid phone number"),
        ("nat-rainn", "1-800-656-4673", "312-555-0114", "invented one"),
        ("ex-telecare", "555-0122", "312-867-5309", "as an example's must be"),
        ("ex-telecare", "  - pt", "  - qq", "not an ISO 639"),
        ("ex-telecare", "expires: 2027-03-02", "expires: 2026-11-01", "ran out on 2026-11-01"),
        ("ex-telecare", "expires: 2027-03-02", "expires: 2028-03-02", "longer than a year"),
        ("ex-telecare", "on: 2026-11-16", "on: 2026-12-16", "in the future"),
        ("ex-telecare", "on: 2026-11-16", "on: 2026-05-16", "last confirmed"),
        ("ex-telecare", "opens: 08:00", "opens: 23:00", "is not before closes"),
        ("ex-telecare", "  - mental_health", "  - mental_helth", "mental_health"),
        ("ex-grace-farm", "state: failed", "state: current", "fails vetting"),
        ("ex-river-house", "Staff arrange the meeting point; the address is never given out.", "It is at 12 Maple Street.",
         "address of a confidential place"),
        ("ex-safe-harbor-old", "redirect_to: ex-telecare", "redirect_to: ex-nobody", "is not a provider"),
        ("nat-fbi", "law_enforcement: is_law_enforcement\n", "law_enforcement: none\nimmigration_enforcement: yes\n",
         "not marked as law enforcement"),
    ],
)  # fmt: skip
def test_a_fault_in_a_record_is_named(after: Edit, provider: str, old: str, new: str, said: str) -> None:
    problems = after(provider, old, new)
    assert any(said in str(problem) for problem in problems), [str(problem) for problem in problems]
    assert all(problem.where.startswith("knowledge/providers/") and ".yaml:" in problem.where for problem in problems)


def test_a_confidential_place_cannot_be_given_an_address(after: Edit) -> None:
    address = "confidential_location: yes\naddress:\n  street: 12 Maple\n  city: Sample City\n  state: IL\n  postal_code: 60601\n"
    problems = after("ex-river-house", "confidential_location: yes\n", address)
    assert any("has no address anywhere" in problem.what for problem in problems)


def test_overlapping_hours_are_named(after: Edit) -> None:
    more = "      closes: 22:00\n    - days:\n        - mon\n      opens: 21:00\n      closes: 23:00\n"
    assert any("overlap" in problem.what for problem in after("ex-telecare", "      closes: 22:00\n", more))


@pytest.mark.parametrize(
    ("code", "known"),
    [("es", True), ("ase", True), ("quc", True), ("mam", True), ("xx", False), ("qqq", False)],
)
def test_language_codes(code: str, known: bool) -> None:
    assert is_language(code) is known
