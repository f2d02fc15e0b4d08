"""Lines nobody means well with: they end soon, say what is lacking, and leave nothing behind that cannot be stored."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.action_items.capture import LONGEST, Filled, Lack, Reader, lines_of
from bot.action_items.due import DueRules, read_due

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
READER = Reader("dana", NOW, "America/Chicago", DueRules(), {}, {"maria": "maria"}, lambda user: user, lambda text: ())


@pytest.mark.parametrize("line", [
    "@maria" + " " * 900 + "x", "@maria," * 140, "cc " * 300, "cc @maria " * 90, "(" * 1000, "@" * 1000, "by " * 330,
    "@maria " + "by fri " * 140, "<@U" * 300, "<@U0AAAAAAA|" * 80, "&amp;" * 200, "-" * 1000, "fri?" * 250, "\t\n" * 500,
    "'; DROP TABLE items; --", "<script>alert(1)</script> by fri", "=cmd|' /C calc'!A0", "${jndi:ldap://x}", "%s%n{0}",
])  # fmt: skip
def test_a_hostile_line_is_read_or_sent_back(line: str) -> None:
    draft = READER.read(line)
    assert draft.users or draft.troubles
    assert len(draft.words) <= LONGEST


@pytest.mark.parametrize("line", ["x" * (LONGEST + 1), "by fri " * 100_000])
def test_a_huge_line_is_too_long(line: str) -> None:
    assert READER.read(line).has(Lack.TOO_LONG)
    assert READER.read_window(Filled(line, when="fri")).has(Lack.TOO_LONG)


@pytest.mark.parametrize("line", ["", "   ", "\x00", "@maria", "@maria \u202e", "by fri", "- - -", ":;,."])
def test_an_empty_line_lacks_something_to_do(line: str) -> None:
    assert READER.read(line).has(Lack.NOTHING_TO_DO)
    assert READER.read_window(Filled(line, when="dec 4")).has(Lack.NOTHING_TO_DO) or line.strip("\x00 ")
    assert lines_of("\n \n") == ()


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\ud800", "\u202e", "\u2066"])
def test_signs_that_cannot_be_stored_or_that_deceive_are_left_out(sign: str) -> None:
    assert READER.read(f"@maria send{sign} it by dec 4").words == "send it"
    assert READER.read_window(Filled(f"send{sign} it", when="dec 4")).words == "send it"


@pytest.mark.parametrize("text", [
    "\ufffd fri", "fri\u202e", "fri" * 100, "by " * 5000, "9" * 5000, "1/1/" * 900, "((((fri", "fri\x00\x00", "\ud83d fri",
    "in 99999999999999999999 days", "99999999999999999999 hours", "-1 days", "1e9 days", "٣ days", "in ½ hour", "²/³", "Ⅻ/Ⅴ",
])  # fmt: skip
def test_a_hostile_phrase_is_no_date_or_one_that_lies_ahead(text: str) -> None:
    reading = read_due(text, NOW, "America/Chicago")
    assert reading.due is None or reading.due > NOW
    assert reading.why
