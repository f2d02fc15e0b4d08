"""A draft entry made of an answered question: a YAML file that a coordinator finishes, and a second person reviews."""

from __future__ import annotations

from datetime import date, timedelta

from bot.content.entry import REVIEW_DAYS


def draft_entry(words: str, answer: str, today: date) -> str:
    """The text of knowledge/<theme>/<id>.yaml, with what is still to be filled in marked `TO DO`.

    It does not pass `check` before the marks are gone: a draft can never answer anybody by accident.
    """
    expires = today + timedelta(days=REVIEW_DAYS["standard"])
    return "\n".join([
        "# Draft made from a question that coordinators answered. Fill in every TO DO, then run `make check`.",
        "title: TO DO - as a person would say it",
        "kind: protocol-question",
        "audience:", "  - all-staff",
        "tier: standard",
        "jurisdiction: general",
        "short: |", *_indented(answer),
        "full:", "  - say: |", *_indented(answer, 6),
        "    asked:", f"      - {_one_line(words)}", "      - TO DO - a second way to ask", "      - TO DO - a third way to ask",
        "asked_as:", f"  - {_one_line(words)}", "  - TO DO", "  - TO DO",
        "sources:", "  - name: TO DO", "    confirmed: TO DO - how was this confirmed?",
        "owner: TO DO - a role",
        f"reviewed: {today}",
        f"expires: {expires}",
        "",
    ])  # fmt: skip


def _indented(text: str, spaces: int = 2) -> list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["TO DO"]
    return [" " * spaces + line for line in lines]


def _one_line(text: str) -> str:
    """One plain YAML line: quoted, so that no character in it means anything."""
    flat = " ".join(text.split())[:150].replace("'", "''")
    return f"'{flat}'"
