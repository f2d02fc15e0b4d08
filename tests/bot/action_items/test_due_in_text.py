"""Where the due phrase stands in a line: it is taken out, and what is to be done stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.action_items.due import find_due
from bot.action_items.due_in_text import due_span


@pytest.mark.parametrize(
    ("line", "rest", "phrase"),
    [
        ("@maria send the flyer draft by fri", "send the flyer draft", "by fri"),
        ("<@U0MARIA0000> send the flyer draft by fri", "send the flyer draft", "by fri"),
        ("@ana and @bo print badges Dec 5th at 2pm", "print badges", "Dec 5th at 2pm"),
        ("send flyer friday", "send flyer", "friday"),
        ("send it eod", "send it", "eod"),
        ("Send flyer (Maria, by Fri)", "Send flyer (Maria)", "by Fri"),
        ("Send flyer (by Fri)", "Send flyer", "by Fri"),
        ("Maria - send flyer - due 12/5", "Maria - send flyer", "due 12/5"),
        ("print flyers - by Tues 12/1 10:30a - Bo", "print flyers - Bo", "by Tues 12/1 10:30a"),
        ("By Friday: send the flyer", "send the flyer", "By Friday"),
        ("send by friday the flyer draft to Ana", "send the flyer draft to Ana", "by friday"),
        ("send list (deadline 12/5) to Bo", "send list to Bo", "deadline 12/5"),
        ("send it by Friday!", "send it", "by Friday"),
        ("send it by friday thanks", "send it", "by friday thanks"),
        ("room 5 friday", "room 5", "friday"),
        ("call back by 5", "call back", "by 5"),
        ("ask each member by friday", "ask each member", "by friday"),
        ("bring it before the next meeting", "bring it", "before the next meeting"),
        ("call them after thanksgiving", "call them", "after thanksgiving"),
        ("send cards two days before christmas", "send cards", "two days before christmas"),
        ("call in 3 days", "call", "in 3 days"),
        ("reach out early next week", "reach out", "early next week"),
        ("get report done by friday", "get report done", "by friday"),
        ("finish by end of may", "finish", "by end of may"),
        ("report due diligence by 2/30", "report due diligence", "by 2/30"),
        ("approved by 2 managers before noon", "approved by 2 managers", "before noon"),
        ("enviar el volante para el viernes", "enviar el volante", "para el viernes"),
        ("enviar volante mañana", "enviar volante", "mañana"),
        ("call by monday or tuesday", "call", "by monday or tuesday"),
        ("file by yesterday", "file", "by yesterday"),
        ("by friday", "", "by friday"),
    ],
)
def test_the_due_phrase_is_split_off(line: str, rest: str, phrase: str) -> None:
    assert find_due(line) == (rest, phrase)


@pytest.mark.parametrize(
    "line",
    [
        "review the Friday report", "get materials ready before Friday meeting", "prepare slides for Friday",
        "notes from last friday", "file notes from yesterday", "move meeting to friday", "review monday and friday",
        "visitors may", "march to city hall", "we sat down", "call the shelter sat", "enjoy the sun",
        "talk to Jan", "report written by April", "finish by may", "call 911 by phone", "reduce by 5", "apt 5",
        "chapter 4.30", "split 50/50", "open 24/7", "train for 3 days", "book hotel two weeks", "plan thanksgiving",
        "work on christmas", "work on march", "schedule next meeting", "summary of the 3rd", "update Q1", "bring lunch",
        "water plants every monday", "clean fridge mondays", "finish asap", "no rush on this", "by 5 people approve",
        "stand by", "pass it by Ana", "", "   ", "the second one", "do it first", "for now", "what is next",
    ],
)  # fmt: skip
def test_what_may_be_content_stays_content(line: str) -> None:
    assert find_due(line) is None


def test_the_span_points_at_the_words_as_they_were_typed() -> None:
    line = "Maria: print (by  Fri 5PM), then call"
    span = due_span(line)
    assert span is not None
    assert line[slice(*span)] == "by  Fri 5PM"


line_of_pieces = "send the flyer by fri due 12/5 before noon ( ) , every monday @bo 5 may at next week -"
lines = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(line_of_pieces.split(" ")), max_size=25).map(" ".join))


@settings(max_examples=500, deadline=None)
@given(lines)
def test_no_line_raises_and_the_phrase_was_in_it(line: str) -> None:
    found = find_due(line)
    if found is not None:
        rest, phrase = found
        assert phrase
        assert phrase in line
        assert len(rest) <= len(line)


@pytest.mark.parametrize("line", ["by " * 1300, "x" * 40_000, "by fri " * 500, "fri " * 900, "(" * 3900, "@a " * 1300])
def test_very_long_lines_end(line: str) -> None:
    find_due(line)
