"""A flow as a picture: every step of it is there, in text, in SVG and in PNG."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.cli.chart import find_flow, mermaid
from bot.cli.chart_drawing import as_svg
from bot.cli.chart_layout import picture
from bot.content.library import load
from bot.content.protocol import Protocol
from bot.problems import ContentError
from tests.town import ROOT

LIBRARY = load(ROOT)


@pytest.fixture(params=sorted(LIBRARY.protocols))
def protocol(request: pytest.FixtureRequest) -> Protocol:
    return LIBRARY.protocols[request.param]


def test_the_text_names_every_screen_and_ending_and_only_steps_that_are_there(protocol: Protocol) -> None:
    text = mermaid(protocol)
    nodes = set(re.findall(r"^ {4}(s_\w+)[\[({]", text, re.M))
    for step in (*protocol.screens, *protocol.endings):
        assert "s_" + step.id.replace("-", "_") in nodes
    for start, goal in re.findall(r"^ {4}(s_\w+) (?:-- \".*\" )?--> (s_\w+)$", text, re.M):
        assert {start, goal} <= nodes


def test_the_picture_is_good_xml_and_nothing_lies_outside_or_on_top_of_another(protocol: Protocol) -> None:
    drawn = picture(protocol)
    ElementTree.fromstring(as_svg(drawn))
    for box in drawn.boxes:
        assert box.x >= 0 and box.x + box.width <= drawn.width and box.y + box.height <= drawn.height
    for place, one in enumerate(drawn.boxes):
        for other in drawn.boxes[place + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y, (one.lines, other.lines)


def test_pictures_are_written_where_asked(tmp_path: Path) -> None:
    assert main(["chart", "worker-referral", "--svg", str(tmp_path / "a.svg"), "--png", str(tmp_path / "a.png")]) == 0
    assert (tmp_path / "a.svg").read_text().startswith("<svg")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_flow_is_found_by_code_file_and_name() -> None:
    for name in ("P03", "p3", "p03-worker-referral", "worker-referral", "protocols/p03-worker-referral.yaml"):
        assert find_flow(LIBRARY, name).code == "P03"


def test_an_unknown_flow_names_the_nearest() -> None:
    with pytest.raises(ContentError) as caught:
        find_flow(LIBRARY, "worker-referal")
    assert "worker-referral" in str(caught.value)
