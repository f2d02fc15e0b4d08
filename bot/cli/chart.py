"""Draws a guided flow: as Mermaid text, or as a picture for people (SVG or PNG), made without outside tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rapidfuzz import process

from bot.cli.chart_drawing import as_png, as_svg
from bot.cli.chart_layout import picture
from bot.content.library import Library, load
from bot.content.protocol import Protocol
from bot.content.protocol_ways import ways
from bot.problems import ContentError, Problem
from bot.settings import home_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("flow", help="P01 to P16, or the file's name: p03-worker-referral, worker-referral")
    parser.add_argument("--svg", metavar="FILE", help="write a picture as SVG")
    parser.add_argument("--png", metavar="FILE", help="write a picture as PNG")


def run(arguments: argparse.Namespace) -> int:
    protocol = find_flow(load(home_folder()), arguments.flow)
    if not arguments.svg and not arguments.png:
        print(mermaid(protocol))
        return 0
    drawn = picture(protocol)
    for name, make in ((arguments.svg, as_svg), (arguments.png, as_png)):
        if name:
            Path(name).write_bytes(make(drawn))
            print(f"wrote {name}", file=sys.stderr)
    return 0


def find_flow(library: Library, wanted: str) -> Protocol:
    """By code (p3, P03), by file name, or by the end of it. Raises ContentError naming what is nearest."""
    named = {protocol.file.id: protocol for protocol in library.protocols.values()}
    asked = wanted.lower().removesuffix(".yaml").rsplit("/", 1)[-1]
    for identifier, protocol in named.items():
        if asked in (protocol.code.lower(), f"p{int(protocol.code[1:])}", identifier, identifier.partition("-")[2]):
            return protocol
    near = process.extractOne(asked, [*named, *(name.partition("-")[2] for name in named)], score_cutoff=50)
    mend = f"Did you mean `{near[0]}`?" if near else f"Known: {', '.join(sorted(library.protocols))}."
    raise ContentError([Problem(wanted, "there is no such flow.", mend)])


def mermaid(protocol: Protocol) -> str:
    """The flow as a Mermaid flowchart: screens are boxes, endings are rounded, other flows are hexagons."""
    lines = ["flowchart TD", f'    start(["{_plain(f"{protocol.code} {protocol.title}")}"]) --> {_node(protocol.screens[0].id)}']
    for screen in protocol.screens:
        asks = "<br/>".join(_plain(question.ask) for question in screen.questions)
        lines.append(f'    {_node(screen.id)}["<b>{_plain(screen.title)}</b>{"<br/>" + asks if asks else ""}"]')
    lines += [f'    {_node(ending.id)}(["{_plain(ending.title)}"]):::{ending.kind}' for ending in protocol.endings]
    found = ways(protocol)
    known = {screen.id for screen in protocol.screens} | {ending.id for ending in protocol.endings}
    lines += [f"    {_node(code)}{{{{{code}}}}}:::other_flow" for code in sorted({way.goal for way in found} - known)]
    for way in found:
        arrow = f'-- "{_plain(way.says)}" -->' if way.says else "-->"
        lines.append(f"    {_node(way.start)} {arrow} {_node(way.goal)}")
    lines += [f"    classDef {kind} {style}" for kind, style in STYLES.items()]
    return "\n".join(lines)


STYLES = {
    "stop": "fill:#fde2e1,stroke:#9b1c1c", "information": "fill:#e6effc,stroke:#1f4e9e",
    "declined": "fill:#eeeeee,stroke:#555555", "created": "fill:#e2f4e5,stroke:#1d6b34",
    "other_flow": "fill:#fff3d6,stroke:#8a5a00",
}  # fmt: skip


def _node(identifier: str) -> str:
    # `end` is a word of Mermaid's own
    return "s_" + identifier.replace("-", "_")


def _plain(text: str) -> str:
    return text.replace('"', "'").replace("<", "(").replace(">", ")").replace("\n", " ").strip()
