"""docs/privacy.md says where everything is kept: a table, a duration or a hold that is not in it is found here."""

from __future__ import annotations

import re
from dataclasses import fields

from bot.intake.holds import CLASSES
from bot.intake.retention import Pass
from bot.settings import load_settings
from bot.store.models import Base
from tests.town import ROOT

PAGE = (ROOT / "docs" / "privacy.md").read_text()


def test_every_table_of_the_database_is_named() -> None:
    section = PAGE.partition("## Every table")[2]
    named = set(re.findall(r"`([a-z_]+)`", section))
    tables = set(Base.metadata.tables)
    assert tables - named == set(), "tables nobody says anything about"
    assert named - tables == {"alembic_version"}, "tables that are not there (any more)"


def test_the_times_are_those_of_the_settings() -> None:
    kept = load_settings({}, ROOT).app.retention
    for words in (
        f"{kept.draft_hours} hours (P)",
        f"{kept.clear_referral_days} days after it is closed (P)",
        f"{2 * kept.clear_referral_days} days after it was closed or withdrawn",
        f"{kept.gap_months} months (P)",
        f"open after {kept.close_referral_days} days (P)",
    ):
        assert words in PAGE, words


def test_every_hold_is_named() -> None:
    hold = PAGE.partition("**Legal hold.**")[2].partition("## Keys")[0]
    assert all(covers in hold for covers in CLASSES)
    assert {field.name for field in fields(Pass)} >= {"drafts", "cleared", "checklists", "concerns", "gaps"}
