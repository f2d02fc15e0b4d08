"""Text as Slack keeps it, from people and from apps."""

from __future__ import annotations

import pytest

from bot.practice import Channel, Person
from bot.practice.text import as_stored, as_typed, rich_text
from bot.practice.world import World


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("plain", "plain"),
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("already &amp; escaped", "already &amp; escaped"),
        ("<@U0ANA000000> and <#C0RANDOM000|random>", "<@U0ANA000000> and <#C0RANDOM000|random>"),
        ("<https://a.org?x=1&y=2|a link>", "<https://a.org?x=1&amp;y=2|a link>"),
        ("see https://a.org/x, then", "see <https://a.org/x>, then"),
        ("write to desk@example.org.", "write to <mailto:desk@example.org|desk@example.org>."),
        ("`https://a.org` stays", "`https://a.org` stays"),
        ("<!date^1764072000^{date}|then>", "<!date^1764072000^{date}|then>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("> quoted", "&gt; quoted"),
        ("done ✅", "done :white_check_mark:"),
        ("x" * 40_001, "x" * 40_000),
    ],
)
def test_what_an_app_sends_is_kept_so(sent: str, kept: str) -> None:
    assert as_stored(sent) == kept
    assert as_stored(kept) == kept, "keeping it twice changes nothing"


@pytest.mark.parametrize(
    ("typed", "kept", "in_a_command"),
    [
        ("@ana hi", "<@U0ANA000000> hi", "<@U0ANA000000|ana> hi"),
        ("in #random", "in <#C0RANDOM000|random>", "in <#C0RANDOM000|random>"),
        ("@nobody", "@nobody", "@nobody"),
        ("<!channel> & <b>", "&lt;!channel&gt; &amp; &lt;b&gt;", "&lt;!channel&gt; &amp; &lt;b&gt;"),
        ("@here", "<!here>", "<!here>"),
        ("mail ana@example.org", "mail <mailto:ana@example.org|ana@example.org>", None),
        ("<@U0ANA000000>", "<@U0ANA000000>", "<@U0ANA000000|ana>"),
        ("<@U0NOBODY000>", "&lt;@U0NOBODY000&gt;", "&lt;@U0NOBODY000&gt;"),
        ("https://a.org?b=1&c=2.", "<https://a.org?b=1&amp;c=2>.", None),
    ],
)
def test_what_a_person_types_is_kept_so(typed: str, kept: str, in_a_command: str | None) -> None:
    world = World([Person("ana")], [Channel("random")], [])
    assert as_typed(typed, world) == kept
    if in_a_command is not None:
        assert as_typed(typed, world, labels=True) == in_a_command


def test_the_rich_text_block_says_the_same() -> None:
    [block] = rich_text("Hi <@U0ANA000000>, see <https://a.org|this> &amp; <!here>", "b1")
    [part] = block["elements"]
    assert [element["type"] for element in part["elements"]] == [
        "text", "user", "text", "link", "text", "broadcast",
    ]  # fmt: skip
    assert part["elements"][4]["text"] == " & "
