"""The minutes as a paper: what was recorded, in order, as headings and lines; and without what is restricted. Pure.

How it becomes Markdown, a Word file or a Slack message is `export.py` and the views.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.meetings.agenda import Item, ItemState, Origin, RoundAnswer
from bot.meetings.quorum import PRESENT, Reply
from bot.meetings.values import Decided, MeetingNow, Promised

NameOf = Callable[[str], str]


class Style(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Line:
    style: Style
    words: str


@dataclass(frozen=True)
class Paper:
    """What the minutes say, in order."""

    lines: tuple[Line, ...]

    def as_json(self) -> str:
        return json.dumps([[line.style, line.words] for line in self.lines], ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Paper:
        return cls(tuple(Line(Style(style), words) for style, words in json.loads(text)))


OUTCOMES = {
    ItemState.WAITING: "Not reached", ItemState.DISCUSSED: "Discussed", ItemState.DECIDED: "Decided",
    ItemState.DEFERRED: "Deferred to the next meeting",
}  # fmt: skip
ROUND = {RoundAnswer.DONE: "Reported as done", RoundAnswer.ON_TRACK: "Reported as on track", RoundAnswer.STUCK: "Stuck"}
HOW = {Reply.COMING: "present", Reply.REMOTE: "present, remotely", Reply.DESIGNEE: "present, by designee"}


def minutes_paper(meeting: MeetingNow, name_of: NameOf) -> Paper:
    """Everything that was recorded."""
    return Paper(tuple(_lines(meeting, meeting.agenda, meeting.decisions, meeting.promises, name_of)))


def public_paper(meeting: MeetingNow, name_of: NameOf) -> Paper:
    """Only public-safe items and their public decisions and promises. Restricted ones leave no trace, not even a number.

    Nobody's name stands in it: owners and who promised are agencies' business, and the opening words are the group's.
    """
    del name_of
    items = tuple(item for item in meeting.agenda if not item.is_restricted)
    shown = {item.id for item in items}
    decisions = tuple(each for each in meeting.decisions if not each.is_restricted and each.item_id in shown)
    promises = tuple(each for each in meeting.promises if each.item_id in shown)
    return Paper(tuple(_lines(meeting, items, decisions, promises, lambda _: "", is_public=True)))


def _lines(
    meeting: MeetingNow, items: tuple[Item, ...], decisions: tuple[Decided, ...], promises: tuple[Promised, ...], name_of: NameOf,
    *, is_public: bool = False,
) -> Iterator[Line]:  # fmt: skip
    yield Line(
        Style.TITLE, f"{meeting.series.name}: minutes of {meeting.starts:%A, %B} {meeting.starts.day}, {meeting.starts.year}"
    )
    ended = meeting.ended_at.astimezone(meeting.starts.tzinfo) if meeting.ended_at else meeting.ends
    began = meeting.started_at.astimezone(meeting.starts.tzinfo) if meeting.started_at else meeting.starts
    yield Line(Style.TEXT, f"{_clock(began)} to {_clock(ended)}. {meeting.series.place or ''}".strip())
    led = [
        f"Chair: {meeting.chair_name}" if meeting.chair else "",
        f"Notes: {meeting.note_taker_name}" if meeting.note_taker else "",
    ]
    if any(led):
        yield Line(Style.TEXT, ". ".join(filter(None, led)) + ".")
    if meeting.opening and not is_public:
        yield Line(Style.TEXT, meeting.opening)
    yield from _attendance(meeting)
    yield Line(Style.HEADING, "Agenda")
    for item in items:
        yield from _item(meeting, item, decisions, promises, name_of, is_public)
    yield from _summary(decisions, promises, name_of, is_public)


def _attendance(meeting: MeetingNow) -> Iterator[Line]:
    count = meeting.counted
    yield Line(Style.HEADING, "Attendance by seat")
    for place in meeting.table:
        how = meeting.present.get(place.seat.id)
        yield Line(
            Style.BULLET,
            f"{place.seat.name}: {HOW[how] if how in PRESENT else 'absent'}{'' if place.seat.voting else ' (no vote)'}",
        )
    verdict = "a quorum" if count.is_met else "no quorum"
    yield Line(Style.TEXT, f"{count.filled} of {count.voting} voting seats, {count.needed} needed: {verdict}.")


def _item(
    meeting: MeetingNow,
    item: Item,
    decisions: tuple[Decided, ...],
    promises: tuple[Promised, ...],
    name_of: NameOf,
    is_public: bool,
) -> Iterator[Line]:
    yield Line(Style.STRONG, item.words)
    merged = [other.words for other in meeting.items if other.merged_into == item.id and not (is_public and other.is_restricted)]
    if merged:
        yield Line(Style.TEXT, "Together with: " + "; ".join(merged))
    owner = name_of(item.owner) if item.owner else ""
    said = ROUND[item.round] if item.round and item.state is ItemState.WAITING else OUTCOMES[item.state]
    how = "With" if item.origin is Origin.ACTION else "Brought by"
    yield Line(Style.TEXT, f"{said}.{f' {how} {owner}.' if owner else ''}")
    if item.notes:
        yield Line(Style.TEXT, item.notes)
    for decision in decisions:
        if decision.item_id == item.id:
            yield from _decision(decision)
    for promise in promises:
        if promise.item_id == item.id:
            yield Line(Style.BULLET, _promise(promise, name_of))


def _decision(decision: Decided) -> Iterator[Line]:
    binding = "" if decision.with_quorum else " (no quorum: advice only)"
    yield Line(Style.BULLET, f"Decision {decision.code}{binding}: {decision.words}")
    told = [
        f"Moved by {decision.moved_by}." if decision.moved_by else "",
        f"Dissent: {', '.join(decision.dissent)}." if decision.dissent else "No dissent.",
        f"To be told: {decision.to_tell}." if decision.to_tell else "",
        f"To be looked at again on {decision.review_on:%B} {decision.review_on.day}, {decision.review_on.year}."
        if decision.review_on else "",
    ]  # fmt: skip
    yield Line(Style.TEXT, " ".join(filter(None, told)))


def _summary(decisions: tuple[Decided, ...], promises: tuple[Promised, ...], name_of: NameOf, is_public: bool) -> Iterator[Line]:
    if decisions:
        yield Line(Style.HEADING, "Decisions")
        for decision in decisions:
            yield Line(Style.BULLET, f"{decision.code}: {decision.words}")
    if promises:
        yield Line(Style.HEADING, "Action items")
        for promise in promises:
            yield Line(Style.BULLET, _promise(promise, name_of).removeprefix("Action: "))
    if is_public:
        yield Line(Style.TEXT, "This is the public edition.")


def _promise(promise: Promised, name_of: NameOf) -> str:
    who = name_of(promise.who) if promise.who else ""
    due = f", due {promise.due:%b} {promise.due.day}, {promise.due.year}" if promise.due else ""
    nobody = "" if promise.who else ", no owner yet"
    return f"Action: {promise.words}{f' ({who}{due})' if who else f'{nobody}{due}'}"


def _clock(moment: object) -> str:
    text = f"{moment:%I:%M %p}"
    return text.lstrip("0")
