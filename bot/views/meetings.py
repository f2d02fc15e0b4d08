"""How meetings look before they begin: the agenda and its replies, /agenda, Home, and the private words around them.

Texts of notifications name neither the group nor any item: they may light up on a lock screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.meetings.agenda import Item
from bot.meetings.quorum import Reply
from bot.meetings.values import AtTable, Decided, Handover, MeetingNow, MeetingState, Turn
from bot.views import ids, kit
from bot.views.kit import Block, Message
from bot.views.meeting_words import (
    REPLIES,
    ROUND,
    SEAT_SAYS,
    agenda_lines,
    clock,
    head,
    item_line,
    led_by,
    length_line,
    merged_items,
    quorum_line,
    seat_lines,
    short_day,
    when,
)  # fmt: skip

ROLES = {"chair": "chair", "note-taker": "take notes"}


@dataclass(frozen=True)
class Standing:
    """Who looks at it: what they may do and read, and their own items."""

    may_add: bool
    may_arrange: bool
    may_change: bool
    is_of_group: bool
    own: tuple[Item, ...] = ()
    seat: AtTable | None = None


def agenda_message(meeting: MeetingNow) -> Message:
    """The agenda in the group's channel: items, time, seats, and the buttons to reply."""
    text = f"Agenda for {short_day(meeting.starts)}, {clock(meeting.starts)}"
    if meeting.state is MeetingState.CANCELLED:
        return kit.message(f"Agenda for {short_day(meeting.starts)}, cancelled", *head(meeting))
    is_open = meeting.state is MeetingState.PLANNED
    return kit.message(
        text,
        *head(meeting),
        kit.context(led_by(meeting)) if led_by(meeting) else None,
        *agenda_blocks(meeting),
        kit.divider(),
        kit.section(f"{quorum_line(meeting.expected)}\n{seat_lines(meeting)}") if is_open else None,
        reply_buttons(meeting) if is_open else None,
        kit.buttons(
            kit.button(ids.MEETING_ADD, "Add an item", value=meeting.code),
            kit.button(ids.MEETING_ARRANGE, "Arrange", value=meeting.code) if is_open else None,
            kit.button(ids.MEETING_TURNS, "Turns", value=meeting.code) if is_open else None,
            kit.button(ids.MEETING_START, "Start the meeting", value=meeting.code) if is_open else None,
        ) if meeting.state is not MeetingState.ENDED else kit.context("This meeting is over."),
    )  # fmt: skip


def agenda_blocks(meeting: MeetingNow, items: Sequence[Item] | None = None) -> list[Block | None]:
    shown = [item for item in (meeting.agenda if items is None else items) if not item.is_settled]
    settled = [item for item in (meeting.agenda if items is None else items) if item.is_settled]
    lines = agenda_lines(shown, merged_items(meeting), meeting.overruns)
    rest = [f"• {kit.escape(kit.cut(item.words, 150))}: {ROUND[item.round].lower()}" for item in settled if item.round]
    return [
        *kit.sections("*Agenda*\n" + ("\n".join(lines) or "Nothing yet.")),
        kit.section("*No meeting time needed*\n" + "\n".join(rest)) if rest else None,
        kit.context(length_line(meeting)),
    ]


def reply_buttons(meeting: MeetingNow, seat: str = "") -> Block | None:
    """`seat`: the one that is asked about; without it, whoever presses speaks for their own."""
    return kit.buttons(*[
        kit.button(f"{ids.MEETING_REPLY}.{reply}", label, value=f"{meeting.code}|{seat}",
                   style="primary" if reply is Reply.COMING else None)
        for reply, label in REPLIES.items()
    ])  # fmt: skip


def reply_kept(meeting: MeetingNow, place: AtTable) -> Message:
    said = meeting.said_of(place.seat.id)
    word = SEAT_SAYS[said] if said else "no word yet"
    text = f"Kept: {kit.escape(place.seat.name)}, {word}. You can change it until the meeting begins."
    return kit.message(text, kit.section(text))


def overview(
    meeting: MeetingNow | None, standing: Standing, others: Sequence[tuple[str, str]] = (),
    skipped: Sequence[tuple[date, str]] = (),
) -> Message:  # fmt: skip
    """`/agenda`: the next meeting, the agenda so far, and the asker's own items.

    `others`: (series, when it meets). `skipped`: (day without a meeting, why) until then.
    """
    if meeting is None:
        text = "No meeting is planned. A coordinator can add one to app.yaml."
        return kit.message(text, kit.section(text))
    visible = [item for item in meeting.agenda if standing.is_of_group or not item.is_restricted]
    running = meeting.state is MeetingState.RUNNING
    own = [f"• {item_line(item)}" for item in standing.own]
    said = meeting.said_of(standing.seat.seat.id) if standing.seat else None
    seat = (
        f"Your seat ({kit.escape(standing.seat.seat.name)}): {SEAT_SAYS[said] if said else 'no word yet'}"
        if standing.seat
        else None
    )
    return kit.message(
        f"Next meeting: {when(meeting)}",
        *head(meeting),
        kit.context("\n".join(f"No meeting on {short_day(day)}: {kit.escape(why)}" for day, why in skipped)) if skipped else None,
        kit.context("*Running now*" if running else led_by(meeting) or quorum_line(meeting.expected)),
        *agenda_blocks(meeting, visible),
        kit.section("*Your items*\n" + "\n".join(own)) if own else None,
        kit.context(" · ".join(filter(None, (quorum_line(meeting.expected), seat)))),
        reply_buttons(meeting) if standing.seat and not running else None,
        kit.buttons(
            kit.button(ids.MEETING_ADD, "Add an item", value=meeting.code) if standing.may_add else None,
            *[kit.button(f"{ids.MEETING_ITEM_EDIT}.{item.id}", f"Edit “{kit.cut(item.words, 40)}”", value=str(item.id))
              for item in standing.own[:3]],
            kit.button(ids.MEETING_ARRANGE, "Arrange", value=meeting.code) if standing.may_arrange and not running else None,
            kit.button(ids.MEETING_START, "Start the meeting", value=meeting.code)
            if standing.may_arrange and not running else None,
            kit.button(ids.MEETING_TURNS, "Turns", value=meeting.code) if standing.is_of_group else None,
            kit.button(ids.MEETING_EXCEPTION, "Move or cancel", value=meeting.code) if standing.may_change else None,
            kit.button(ids.MEETING_PUBLISH, "Public edition", value=f"{meeting.code}|agenda")
            if standing.may_change and meeting.series.public_edition else None,
        ),
        kit.context("\n".join(f"{kit.escape(name)}: {soon}" for name, soon in others)) if others else None,
        kit.context("`/agenda add decide: Approve the flyer 15 min` · `/agenda decisions housing`"),
    )  # fmt: skip


def home_section(meeting: MeetingNow, standing: Standing, turns: Sequence[Turn]) -> list[Block | None]:
    """The same on Home, shorter."""
    visible = [item for item in meeting.agenda if standing.is_of_group or not item.is_restricted]
    lines = agenda_lines(visible[:8], (), meeting.overruns)
    own = [f"• {item_line(item)}" for item in standing.own]
    turn = "\n".join(f"Your agency's turn to {ROLES[each.role]}: {short_day(each.starts)}" for each in turns[:3])
    return [
        kit.section(f"*Next meeting*: {kit.escape(meeting.series.name)}\n{when(meeting)}"),
        *(kit.sections("\n".join(lines)) if lines else []),
        kit.section("*Your items*\n" + "\n".join(own)) if own else None,
        kit.context(turn) if turn else None,
        kit.buttons(
            kit.button(ids.MEETING_ADD, "Add an item", value=meeting.code) if standing.may_add else None,
            kit.button(ids.MEETING_SHOW, "Whole agenda", value=meeting.code),
        ),
        kit.divider(),
    ]  # fmt: skip


def added(meeting: MeetingNow, item: Item) -> Message:
    """Says nothing of what the item is: the reply may stand where everybody reads."""
    text = f"On the agenda for {short_day(meeting.starts)} ({item.code})."
    scope = "Restricted: it stays out of the public edition." if item.is_restricted else "Public-safe."
    return kit.message(
        text, kit.section(f"{text} {item.minutes} min. {scope}"),
        kit.buttons(kit.button(f"{ids.MEETING_ITEM_EDIT}.{item.id}", "Change it", value=str(item.id))),
    )  # fmt: skip


def changed_message(meeting: MeetingNow) -> Message:
    if meeting.state is MeetingState.CANCELLED:
        text = f"Cancelled: meeting of {short_day(meeting.planned)}"
    elif meeting.starts.date() != meeting.planned or meeting.note:
        text = (
            f"The meeting planned for {short_day(meeting.planned)} is now on {short_day(meeting.starts)}, {clock(meeting.starts)}"
        )
    else:
        text = f"The meeting of {short_day(meeting.starts)} takes place: {clock(meeting.starts)}"
    return kit.message(text, *head(meeting))


def seat_missing(meeting: MeetingNow, place: AtTable) -> Message:
    text = f"A reply is wanted: meeting on {short_day(meeting.starts)}"
    said = meeting.said_of(place.seat.id)
    why = "Its member cannot come. Can you?" if said is Reply.CANNOT else "Nobody has said yet whether it will be filled."
    return kit.message(
        text,
        *head(meeting),
        kit.section(f"*{kit.escape(place.seat.name)}*: {why}\n{quorum_line(meeting.expected)}"),
        reply_buttons(meeting, place.seat.id),
    )


def quorum_lost(meeting: MeetingNow) -> Message:
    text = f"No quorum any more: meeting on {short_day(meeting.starts)}, {clock(meeting.starts)}"
    names = {place.seat.id: place.seat.name for place in meeting.table}
    missing = ", ".join(kit.escape(names[seat]) for seat in meeting.expected.missing)
    return kit.message(
        text,
        *head(meeting),
        kit.section(f"{quorum_line(meeting.expected)}\nMissing: {missing}"),
        kit.context("The group can still talk; decisions without a quorum are kept as advice. Or move the meeting."),
        kit.buttons(
            kit.button(ids.MEETING_SHOW, "Whole agenda", value=meeting.code),
            kit.button(ids.MEETING_EXCEPTION, "Move or cancel", value=meeting.code),
        ),
    )  # fmt: skip


def round_message(meeting: MeetingNow, items: Sequence[Item]) -> Message:
    """One tap an item, the day before."""
    text = f"How do your items stand? Meeting on {short_day(meeting.starts)}"
    blocks: list[Block | None] = [kit.section(f"*{text}*\nOnly what is stuck takes meeting time.")]
    for item in items[:12]:
        said = f" · _{ROUND[item.round].lower()}_" if item.round else ""
        blocks += [
            kit.section(f"*{kit.escape(kit.cut(item.words, 300))}*{said}"),
            kit.buttons(*[
                kit.button(f"{ids.MEETING_ROUND}.{answer}", label, value=str(item.id),
                           spoken=f"{label}: {kit.cut(item.words, 50)}")
                for answer, label in ROUND.items()
            ]),
        ]  # fmt: skip
    return kit.message(text, *blocks)


def turn_message(meeting: MeetingNow, role: str) -> Message:
    what = "chairs" if role == "chair" else "takes the notes"
    text = f"Your agency {what}: meeting on {short_day(meeting.starts)}"
    start = (
        "You start it from the agenda in the channel."
        if role == "chair"
        else "You can write notes while it runs; the draft comes to you."
    )
    return kit.message(
        text, *head(meeting), kit.section(f"{text}. {start}"),
        kit.buttons(kit.button(ids.MEETING_TURNS, "Swap or note leave", value=meeting.code),
                    kit.button(ids.MEETING_ARRANGE, "Arrange the agenda", value=meeting.code)),
    )  # fmt: skip


def handover_message(handover: Handover) -> Message:
    meeting = handover.meeting
    text = f"Handover before {short_day(meeting.starts)}"
    blocks: list[Block | None] = [
        kit.section(f"*{text}*\nFrom {kit.escape(handover.from_name)} to {kit.escape(meeting.chair_name)}."),
        _ownerless(handover.ownerless) if handover.ownerless else None,
    ]
    for point in handover.points:
        if point.done_by:
            blocks.append(kit.section(f":white_check_mark: ~{point.words}~ · <@{point.done_by}>"))
            continue
        value = f"{meeting.code}|{point.id}"
        done = kit.button(f"{ids.MEETING_HANDOVER}.{point.id}", "Done", value=value, spoken=f"Done: {kit.cut(point.words, 60)}")
        blocks.append(kit.section(point.words, done))
    return kit.message(text, *blocks)


def _ownerless(count: int) -> Block:
    said = "1 action item has no owner" if count == 1 else f"{count} action items have no owner"
    show = kit.button(f"{ids.ACTION_SHOW}.nobody", "Give them to somebody", value="nobody")
    return kit.section(f"{said} at the moment.", show)


def decisions_message(asked: str, found: Sequence[tuple[Decided, str]], total: int) -> Message:
    """What the decision log holds on some words; only the asker sees it."""
    if not found:
        text = f"No decision on “{kit.escape(asked)}”. The log holds {total}." if asked else "The decision log is empty."
        return kit.message(text, kit.section(text))
    title = f"Decisions on “{kit.escape(asked)}”" if asked else "Latest decisions"
    return kit.message(title, kit.section(f"*{title}*"), *[kit.section(_decision(each, series)) for each, series in found[:10]])


def _decision(each: Decided, series: str) -> str:
    facts = [
        f"{kit.escape(series)}, {kit.day(each.on)}",
        f"moved by {kit.escape(each.moved_by)}" if each.moved_by else "",
        f"dissent: {kit.escape(', '.join(each.dissent))}" if each.dissent else "",
        f"to be told: {kit.escape(each.to_tell)}" if each.to_tell else "",
        f"look again {kit.day(each.review_on)}" if each.review_on else "",
        "" if each.with_quorum else "advice only (no quorum)",
        "restricted" if each.is_restricted else "",
    ]
    return f"*{each.code}* {kit.escape(each.words)}\n_{' · '.join(filter(None, facts))}_"


def public_agenda(meeting: MeetingNow) -> Message:
    """The agenda for everybody: restricted items leave no trace, and nobody is named."""
    items = [item for item in meeting.agenda if not item.is_restricted]
    lines = agenda_lines(items, [item for item in merged_items(meeting) if not item.is_restricted], with_marks=False)
    text = f"Agenda for {short_day(meeting.starts)}"
    return kit.message(
        text, *head(meeting), *kit.sections("*Agenda* (public edition)\n" + ("\n".join(lines) or "No public items."))
    )
