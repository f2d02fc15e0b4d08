"""Whether consent passes, what it covers, and which answers each reader may see. Pure; rules.md R7-R10, R13, block C.

Nothing here is configurable in chat, and there is no override.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.content.protocol import NONE_FITS, Protocol, Question
from bot.intake.flow import Answers, Value, on_the_way

USUAL_DAYS, MOST_DAYS = 30, 90
# 34 USC 12291(b)(2), 42 USC 10406(c)(5), 28 CFR 94.115: an agency paid by these needs a written, time-limited release
WRITTEN_LAWS = frozenset({"VAWA", "FVPSA", "VOCA"})
WRITTEN = "written"
# which kept answers each category of C4 lets a recipient see; what stands nowhere here only the owner sees
SHARED: dict[str, frozenset[str]] = {
    "needs": frozenset({
        "help_wanted", "bed", "preference", "transport", "work_problem", "wants_to", "before_leaving", "discharge",
        "services_today", "record_where", "court", "other_issues", "deadline",
    }),
    "language": frozenset({"language", "interpreter_needed"}),
    "area": frozenset({"areas"}),
    "household": frozenset({"adults", "children_0_5", "children_6_12", "children_13_17", "teen_boys"}),
    "access": frozenset({"access"}),
    "call_back": frozenset({"safe_contact"}),
}  # fmt: skip
HANDOFF = "handoff"
# columns of their own, or said otherwise: not in the sealed content
OUTSIDE = frozenset({"share", "how_given", "consent_ends", "providers"})


@dataclass(frozen=True)
class Consent:
    """The facts of one consent: what may be shared, how it was given, and its last day."""

    shares: tuple[str, ...]
    how_given: str
    ends: date

    def lives_on(self, today: date) -> bool:
        return today <= self.ends


def needs_written(protocol: Protocol, covered_by: Collection[str] | None) -> bool:
    """Spoken consent is not accepted. `covered_by` None: nobody knows which laws cover the agency, so the strictest."""
    return protocol.file.written_release_only or covered_by is None or bool(WRITTEN_LAWS & set(covered_by))


def problem(protocol: Protocol, answers: Answers, covered_by: Collection[str] | None, today: date) -> str | None:
    """The first thing consent lacks, as a sentence; None when it passes. Looks only at answers on the way taken."""
    way = on_the_way(protocol, answers)
    asked = {question.id for question in protocol.questions()}
    return _gates(protocol, way, asked) or _agreement(way, asked) or _form(protocol, way, covered_by) or _end(way, today)


def facts(answers: Answers, today: date) -> Consent:
    """The consent these answers give. Call it only after `problem` found none."""
    shares = _several(answers.get("share"))
    return Consent(tuple(item for item in shares if item in SHARED), str(answers["how_given"]), _ends(answers, today))


def content_of(protocol: Protocol, answers: Answers) -> dict[str, Value]:
    """What a record is made of: answers on the way taken whose question says `keep: record`. Preferences are dropped."""
    way = on_the_way(protocol, answers)
    kept = {question.id: question for question in protocol.questions() if question.keep == "record"}
    return {name: value for name, value in way.items() if name in kept and name not in OUTSIDE and value not in (None, "", ())}


def draft_of(protocol: Protocol, answers: Answers) -> dict[str, Value]:
    """What a draft keeps. A sensitive answer that is never kept (self-harm, being held) goes in as "no": whoever gave
    another answer has seen its card, and the draft says nothing of it."""
    silent = {q.id for q in protocol.questions() if q.sensitive and q.keep == "never" and "no" in q.choices}
    given = {name: value for name, value in answers.items() if value not in (None, "", ())}
    return {name: "no" if name in silent else value for name, value in given.items()}


def counted(protocol: Protocol, answers: Answers) -> dict[str, str]:
    """Answers that are only counted, by question id."""
    way = on_the_way(protocol, answers)
    return {
        question.id: str(way[question.id]) for question in protocol.questions()
        if question.keep == "counter" and isinstance(way.get(question.id), str)
    }  # fmt: skip


def seen_by_recipient(content: Mapping[str, Value], shares: Collection[str]) -> dict[str, Value]:
    """The part a recipient may see. How the first contact is made is about the staff member and always there."""
    allowed = frozenset({HANDOFF}).union(*(SHARED.get(category, frozenset()) for category in shares))
    return {name: value for name, value in content.items() if name in allowed}


def free_texts(protocol: Protocol, answers: Answers) -> dict[str, str]:
    """Everything somebody typed, by question id: to be screened before anything is kept."""
    typed: dict[str, Question] = {q.id: q for q in protocol.questions() if q.kind in ("text", "place")}
    return {name: value for name, value in answers.items() if name in typed and isinstance(value, str) and value}


def _gates(protocol: Protocol, way: Mapping[str, Value], asked: Collection[str]) -> str | None:
    """Danger and age come first in every flow; a record must not exist when they were passed by."""
    danger = way.get("danger_after_list", way.get("danger_now"))
    if "danger_now" in asked and danger != "no":
        return "First the question about danger: 911 comes before everything else."
    if protocol.file.about == "adult" and way.get("under_18") != "no":
        return "First the question about age. Not sure means under 18, and then the checklist is the way."
    return None


def _agreement(way: Mapping[str, Value], asked: Collection[str]) -> str | None:
    if way.get("agreed") != "yes":
        return "Without the person's agreement nothing is kept. You can still show places to call."
    if way.get("limits_explained") != "yes" and way.get("limits_now") != "yes":
        return "First the limits of confidentiality are explained to the person."
    if "alone" in asked and way.get("alone") != "yes":
        return "Consent counts only when the person was alone with you, or with an interpreter of their choice."
    if not way.get("may_withdraw"):
        return "First the person hears that they can take the consent back."
    return None


def _form(protocol: Protocol, way: Mapping[str, Value], covered_by: Collection[str] | None) -> str | None:
    """R10: nobody but the adult can sign; a guardian or supporter who may be the concern never counts as agreement."""
    how = way.get("how_given")
    question = protocol.question("how_given")
    if question is None or how not in question.choices:
        return "How consent was given is missing."
    if needs_written(protocol, covered_by) and how != WRITTEN:
        return "Your agency needs a written release on file before anything is kept. Spoken consent is not enough here."
    return None


def _end(way: Mapping[str, Value], today: date) -> str | None:
    ends = _ends(way, today)
    if not today <= ends <= today + timedelta(days=MOST_DAYS):
        return f"The consent ends today or later, and within {MOST_DAYS} days."
    return None


def _ends(answers: Answers, today: date) -> date:
    """The chosen last day; the usual one where the flow does not ask."""
    value = answers.get("consent_ends")
    if isinstance(value, str):
        return date.fromisoformat(value)
    return value if isinstance(value, date) else today + timedelta(days=USUAL_DAYS)


def _several(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def chosen_providers(answers: Answers) -> tuple[str, ...]:
    """C5 as answered, without the option that nothing fits."""
    return tuple(item for item in _several(answers.get("providers")) if item != NONE_FITS)
