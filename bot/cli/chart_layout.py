"""Where the parts of a drawn flow stand: screens one below the other, and beside each what leads away from it. Pure.

Steps that are passed over get an arrow along the left side. Sizes are in pixels; texts are measured roughly.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import Literal

from bot.content.protocol import Protocol, Screen
from bot.content.protocol_ways import Way, ways_from

Kind = Literal["screen", "stop", "information", "declined", "created", "other_flow", "title"]
LEFT, WIDTH, GAP, LINE, PAD = 150, 460, 34, 18, 10
CHIP_LEFT = LEFT + WIDTH + 190
CHIP_WIDTH = 230
LETTERS_A_LINE, CHIP_LETTERS, LABEL_LETTERS = 62, 30, 24
MOST_QUESTIONS = 9


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True)
class Arrow:
    """A line through points, an arrow head at its end; `says` stands at `at`."""

    points: tuple[tuple[int, int], ...]
    says: tuple[str, ...] = ()
    at: tuple[int, int] = (0, 0)


@dataclass
class Picture:
    width: int
    height: int
    title: str
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)


def picture(protocol: Protocol) -> Picture:
    """The whole flow on one sheet."""
    drawn = Picture(CHIP_LEFT + CHIP_WIDTH + 30, 0, f"{protocol.code} {protocol.title}")
    drawn.boxes.append(Box(LEFT, 20, WIDTH, 2 * PAD + LINE, (drawn.title,), "title"))
    top = 20 + 2 * PAD + LINE + GAP
    boxes: dict[str, Box] = {}
    exits: dict[str, list[Way]] = {}
    on_the_way = {screen.id for screen in protocol.screens}
    for screen in protocol.screens:
        found = list(ways_from(protocol, screen))
        exits[screen.id] = [way for way in found if way.goal not in on_the_way]
        box = _screen_box(screen, top, len(exits[screen.id]))
        boxes[screen.id] = box
        drawn.boxes.append(box)
        top = box.y + box.height + GAP
    first = boxes[protocol.screens[0].id]
    drawn.arrows.append(Arrow(((LEFT + WIDTH // 2, first.y - GAP), (LEFT + WIDTH // 2, first.y))))
    for screen in protocol.screens:
        _chips(drawn, protocol, boxes[screen.id], exits[screen.id])
    _forward(drawn, protocol, boxes)
    drawn.height = top + 20
    return drawn


def _screen_box(screen: Screen, top: int, exits: int) -> Box:
    lines = [screen.title]
    asked = [f"- {question.ask}" for question in screen.questions[:MOST_QUESTIONS]]
    if len(screen.questions) > MOST_QUESTIONS:
        asked.append(f"- and {len(screen.questions) - MOST_QUESTIONS} more")
    for text in asked or ["(to read)"]:
        lines += textwrap.wrap(text, LETTERS_A_LINE, subsequent_indent="   ")
    height = max(2 * PAD + LINE * len(lines), exits * (2 * PAD + 2 * LINE + 6))
    return Box(LEFT, top, WIDTH, height, tuple(lines), "screen")


def _chips(drawn: Picture, protocol: Protocol, box: Box, exits: list[Way]) -> None:
    """What leads out of the flow, to the right of its screen: the answer on the arrow, where it leads in the chip."""
    top = box.y
    for way in exits:
        ending = protocol.ending(way.goal)
        lines = textwrap.wrap(ending.title if ending else f"to flow {way.goal}", CHIP_LETTERS)
        height = 2 * PAD + LINE * len(lines)
        drawn.boxes.append(Box(CHIP_LEFT, top, CHIP_WIDTH, height, tuple(lines), ending.kind if ending else "other_flow"))
        middle = top + height // 2
        says = tuple(textwrap.wrap(way.says, LABEL_LETTERS)[:3])
        drawn.arrows.append(Arrow(((box.x + box.width, middle), (CHIP_LEFT, middle)), says, (box.x + box.width + 8, middle)))
        top += max(height, LINE * len(says)) + 12


def _forward(drawn: Picture, protocol: Protocol, boxes: dict[str, Box]) -> None:
    order = [screen.id for screen in protocol.screens]
    lane = 0
    for screen in protocol.screens:
        for way in ways_from(protocol, screen):
            if way.goal not in boxes:
                continue
            start, goal = boxes[way.start], boxes[way.goal]
            says = tuple(textwrap.wrap(way.says, LABEL_LETTERS)[:2])
            if order.index(way.goal) == order.index(way.start) + 1:
                middle = LEFT + WIDTH // 2
                points = ((middle, start.y + start.height), (middle, goal.y))
                drawn.arrows.append(Arrow(points, says[:1], (middle + 8, start.y + start.height + GAP // 2)))
                continue
            lane = (lane + 1) % 4
            side = LEFT - 25 - 24 * lane
            low, high = start.y + start.height - 12, goal.y + 14
            drawn.arrows.append(Arrow(((LEFT, low), (side, low), (side, high), (LEFT, high)), says, (side + 5, low + 22)))
