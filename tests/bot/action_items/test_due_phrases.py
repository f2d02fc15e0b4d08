"""Every phrase of due_phrases.yaml reads as a careful person would read it, at the moment it is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.action_items.due import DueReading, read_due

PHRASES = Path(__file__).with_name("due_phrases.yaml")


def _cases() -> Iterator[Any]:
    for group in yaml.safe_load(PHRASES.read_text(encoding="utf-8"))["groups"]:
        for case in group["phrases"]:
            name = f"{group['name']}: {case['p']}".encode("unicode_escape").decode()
            yield pytest.param(case, datetime.fromisoformat(group["said"]), group["zone"], id=name)


def _said(reading: DueReading) -> str | None:
    if reading.due is None:
        return None
    return reading.due.strftime("%Y-%m-%dT%H:%M" if reading.kind == "datetime" else "%Y-%m-%d")


@pytest.mark.parametrize(("case", "now", "zone"), list(_cases()))
def test_a_phrase_reads_as_a_careful_person_would_read_it(case: dict[str, Any], now: datetime, zone: str) -> None:
    reading = read_due(case["p"], now, zone)

    found = {"expect": _said(reading), "kind": reading.kind, "ask": reading.ask}
    assert found == {"expect": case["expect"], "kind": case["kind"], "ask": case.get("ask", False)}
    assert reading.due is None or reading.due > now
    assert reading.why


def test_the_list_holds_each_phrase_once_a_moment() -> None:
    groups = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))["groups"]
    said = [(group["said"], case["p"]) for group in groups for case in group["phrases"]]
    assert len(said) == len(set(said)) > 1000
