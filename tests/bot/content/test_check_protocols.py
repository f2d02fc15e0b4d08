"""Flows broken on purpose: each fault is found, with its file and line."""

# ruff: noqa: E501  (the faults are a table: one edit a line)
from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.check_protocols import check_protocols
from bot.content.library import Library, load
from bot.content.protocol import Block, ProtocolFile, expand
from bot.content.source import model_from, read_text
from bot.problems import Problem
from tests.town import ROOT

LIBRARY = load(ROOT)

# file, what stands there, what somebody writes instead, what `check` says
FAULTS: tuple[tuple[str, str, str, str], ...] = (
    ("p01-general-adult-referral", "  - use: danger\n", "", "nobody is asked about danger"),
    ("p01-general-adult-referral", "  - use: consent\n", "", "`agreed` is not asked"),
    ("p01-general-adult-referral", "  - use: age-and-duty\n", "", "leads a child to P02"),
    ("p01-general-adult-referral", "        go: P09", "        go: shelterr", "neither a step of P01 nor a flow"),
    ("p01-general-adult-referral", "        kind: text", "        kind: text\n        most: 400", "at most 120 characters"),
    ("p01-general-adult-referral", "clock: week", "clock: weekly", "there is no clock `weekly`"),
    ("p01-general-adult-referral", "    submit: Send\n", "", "names the button that keeps it"),
    ("p01-general-adult-referral", "      - id: met_at\n        ask: Where did you meet?\n        kind: choice",
     "      - id: second_box\n        ask: Anything else?\n        kind: text\n      - id: met_at\n        ask: Where did you meet?\n"
     "        kind: choice", "more than one box to type in"),
    ("p03-worker-referral", "one_form_only:", "# one_form_only:", "only one form is served"),
    ("p03-worker-referral", "        ask: Kind of work", "        ask: What is the worker's immigration status?", "asks for immigration status"),
    ("p03-worker-referral", "        ask: Kind of work", "        ask: Which country do they come from?", "asks for a country"),
    ("p03-worker-referral", "          construction: Construction", "          construction: Their phone number", "a way to find the person"),
    ("p03-worker-referral", "    - worker_center\n    - labor", "    - lead_investigative_unit\n    - labor", "is looked for by default"),
    ("p03-worker-referral", "      - nat-osha", "      - nat-hsi", "law enforcement"),
    ("p07-hotel-concern", "        go: P02", "        show: help-apart", "leads a child to P02"),
    ("p07-hotel-concern", "      - id: place\n        ask: Business, by its public name\n        kind: place",
     "      - id: place\n        ask: What happened there?\n        kind: place", "asks for the story"),
    ("p02-under-18", "needs_local_cards:\n  - child-abuse-line\n  - mandated-reporters\n", "", "must not start without the local lines"),
    ("p02-under-18", "      - nat-ncmec", "      - nat-ncmek", "there is no provider"),
    ("p08-inspection-concern", "        is_not: no\n        go: P02", "        is: yes\n        go: P02", "does not lead to P02 like a yes"),
    ("p14-immigration-help", "        go: not-asked", "        go: sent", "no answer leads to this ending"),
    ("p16-supply-chain", "        show: counsel", "        show: counsell", "there is no card"),
    ("p16-supply-chain", "      Federal money: ask", "      Call 312-555-2368: ask", "a phone number stands in the text"),
    ("p16-supply-chain", "Workers first: make a plan", "Rescue workers: make a plan", "is not how we speak"),
    ("p05-school", "          nurse: Nurse", "          nurse: The nurse's family name", "a name"),
    ("shared/danger", "      - when: danger_now\n        is_not: no", "      - when: danger_now\n        is: not_sure", "does not stop the flow"),
    ("shared/danger", "        is_not: no\n        go: danger-stop\n  - id: safe-now", "        is: yes\n        go: danger-stop\n  - id: safe-now",
     "answered with “not_sure” does not stop"),
    ("shared/danger", "        kind: yes_no_unsure\n        help: |\n          Danger now", "        kind: yes_no_unsure\n        default: no\n"
     "        help: |\n          Danger now", "is answered beforehand"),
    ("shared/age-and-duty", "        is_not: no\n        go: P02", "        is: yes\n        go: P02", "does not lead to P02 like a yes"),
    ("shared/consent", "        is_not: yes\n        go: providers-only", "        is: no\n        go: providers-only", "goes on as if it were a yes"),
    ("shared/consent", "      - id: alone # C3\n        ask: Was the person alone", "      - id: agreed\n        ask: Was the person alone",
     "stands twice"),
    ("shared/consent", "        default: no", "        default: asked", "the police are proposed"),
    ("shared/consent", "        ask: How was consent given?\n        kind: choice", "        ask: How was consent given?\n        kind: choice\n"
     "        default: verbal", "is answered beforehand"),
    ("shared/consent", "        kind: yes_no\n        help: |\n          A companion", "        kind: yes_no\n        optional: yes\n        help: |\n"
     "          A companion", "may stay empty"),
    ("shared/needs", "        ask: Language the person prefers", "        ask: Person's full name", "asks for a name"),
    ("shared/child", "        duty: 22 USC", "        # duty: 22 USC", "asks for immigration status"),
)  # fmt: skip


def broken(name: str, there: str, instead: str) -> Library:
    """The library with one file edited, as if a coordinator had."""
    path = f"protocols/{name}.yaml"
    text = (ROOT / path).read_text()
    assert there in text, f"{there!r} does not stand in {path}"
    source = read_text(path, text.replace(there, instead, 1))
    sources = dict(LIBRARY.sources)
    identifier = name.split("/")[-1]
    kind = Block if name.startswith("shared/") else ProtocolFile
    sources[f"{kind.__name__}:{identifier}"] = source
    files = {protocol.file.id: protocol.file for protocol in LIBRARY.protocols.values()}
    blocks = {key.removeprefix("Block:"): model_from(Block, kept, {"id": key.removeprefix("Block:")})
              for key, kept in sources.items() if key.startswith("Block:")}  # fmt: skip
    if kind is ProtocolFile:
        files[identifier] = model_from(ProtocolFile, source, {"id": identifier})
    return replace(LIBRARY, sources=sources, protocols={file.code: expand(file, blocks) for file in files.values()})


def errors(library: Library) -> list[Problem]:
    return [problem for problem in check_protocols(library) if problem.is_error]


def test_the_sixteen_flows_have_no_fault() -> None:
    assert [str(problem) for problem in errors(LIBRARY)] == []


def test_flows_that_refuse_to_start_in_the_sample_city_are_named_as_warnings() -> None:
    warned = {problem.where.split(":")[0] for problem in check_protocols(LIBRARY) if not problem.is_error}
    assert warned == {"protocols/p02-under-18.yaml", "protocols/p05-school.yaml", "protocols/p10-disability-office.yaml"}


@pytest.mark.parametrize(("name", "there", "instead", "said"), FAULTS)
def test_a_broken_flow_is_found_with_file_and_line(name: str, there: str, instead: str, said: str) -> None:
    found = [problem for problem in errors(broken(name, there, instead)) if said in problem.what]
    assert found, f"nothing says {said!r}"
    for problem in found:
        file, line = problem.where.rsplit(":", 1)
        assert file.startswith("protocols/") and int(line) >= 1 and problem.mend


def test_the_line_is_the_line_of_the_question() -> None:
    problem = next(p for p in errors(broken("p03-worker-referral", "        ask: Kind of work", "        ask: Date of birth")) if "birth" in p.what)
    text = (ROOT / "protocols/p03-worker-referral.yaml").read_text().splitlines()
    assert problem.where == f"protocols/p03-worker-referral.yaml:{text.index('        ask: Kind of work') + 1}"


def test_a_way_that_turns_back_is_found() -> None:
    library = broken("p07-hotel-concern", "        go: P02", "        go: danger")
    assert any("leads back" in problem.what for problem in errors(library))


def test_a_screen_nobody_reaches_is_found() -> None:
    library = broken("p08-inspection-concern", "  - id: visit\n", "    otherwise: kept\n  - id: visit\n")
    assert any("no answer leads to this screen" in problem.what for problem in errors(library))
