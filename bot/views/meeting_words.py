"""The small words every view of a meeting shares: when it is, what stands on its agenda, how its quorum stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.meetings.agenda import Item, ItemKind, ItemState, Origin, RoundAnswer
from bot.meetings.quorum import Count, Reply
from bot.meetings.values import MeetingNow, MeetingState
from bot.views import kit
from bot.views.kit import Block

KINDS = {ItemKind.INFORM: "to inform", ItemKind.DISCUSS: "to discuss", ItemKind.DECIDE: "to decide"}
KIND_CHOICES = {ItemKind.INFORM: "Inform", ItemKind.DISCUSS: "Discuss", ItemKind.DECIDE: "Decide"}
REPLIES = {Reply.COMING: "Coming", Reply.REMOTE: "Remote", Reply.DESIGNEE: "Sending a designee", Reply.CANNOT: "Cannot come"}
SEAT_SAYS = {Reply.COMING: "coming", Reply.REMOTE: "remote", Reply.DESIGNEE: "designee", Reply.CANNOT: "cannot come"}
ROUND = {RoundAnswer.DONE: "Done", RoundAnswer.ON_TRACK: "On track", RoundAnswer.STUCK: "Stuck"}
ORIGINS = {Origin.CARRIED: "carried over", Origin.ACTION: "action item", Origin.DECISION: "review", Origin.COUNT: "count"}
OUTCOMES = {ItemState.DISCUSSED: "discussed", ItemState.DECIDED: "decided", ItemState.DEFERRED: "deferred"}
MOST_SHOWN = 25
LONGEST_SHOWN = 220


def short_day(moment: datetime | date) -> str:
    """`Tue, Dec 1`."""
    return f"{moment:%a, %b} {moment.day}"


def clock(moment: datetime) -> str:
    """`10:00 AM`."""
    return f"{moment:%I:%M %p}".lstrip("0")


def when(meeting: MeetingNow) -> str:
    """`Tue, Dec 1, 10:00 AM to 11:30 AM (CST)`: wall time of the series' own zone."""
    starts, ends = meeting.starts, meeting.ends
    return f"{short_day(starts)}, {clock(starts)} to {clock(ends)} ({starts:%Z})"


def where(meeting: MeetingNow) -> str:
    link = kit.link(meeting.series.link, "Join") if meeting.series.link else ""
    return " · ".join(filter(None, (kit.escape(meeting.series.place or ""), link)))


def head(meeting: MeetingNow) -> list[Block | None]:
    """Title, time and place; that it is cancelled or moved."""
    title = f"*{kit.escape(meeting.series.name)}*\n"
    if meeting.state is MeetingState.CANCELLED:
        return [kit.section(f"{title}:no_entry_sign: *Cancelled*: ~{when(meeting)}~")]
    lines = [when(meeting), where(meeting)]
    if meeting.note:
        lines.append(f"_{kit.escape(meeting.note[0].upper() + meeting.note[1:])}_")
    return [kit.section(title + "\n".join(filter(None, lines)))]


def led_by(meeting: MeetingNow) -> str | None:
    led = [f"Chair: {kit.escape(meeting.chair_name)}" if meeting.chair else "",
           f"Notes: {kit.escape(meeting.note_taker_name)}" if meeting.note_taker else ""]  # fmt: skip
    return " · ".join(filter(None, led)) or None


def agenda_lines(
    items: Sequence[Item], merged: Sequence[Item] = (), late: Iterable[int] = (), *, with_marks: bool = True
) -> list[str]:
    """One line an item, numbered; what was merged into it below."""
    over, lines = frozenset(late), []
    for number, item in enumerate(items[:MOST_SHOWN], 1):
        lines.append(f"{number}. {item_line(item, is_late=item.id in over, with_marks=with_marks)}")
        lines += [f"with: {kit.escape(kit.cut(other.words, 120))}" for other in merged if other.merged_into == item.id]
    if len(items) > MOST_SHOWN:
        lines.append(f"… and {len(items) - MOST_SHOWN} more")
    return lines


def item_line(item: Item, *, is_late: bool = False, with_marks: bool = True) -> str:
    words = kit.escape(kit.cut(item.words, LONGEST_SHOWN))
    if item.origin is Origin.STANDING:
        said = f"{words} · {item.takes} min"
    else:
        parts = [KINDS[item.kind], f"{item.takes} min"]
        if item.owner and with_marks:
            parts.append(f"<@{item.owner}>")
        if item.origin in ORIGINS:
            parts.append(ORIGINS[item.origin])
        if item.is_restricted and with_marks:
            parts.append("restricted")
        if item.round and with_marks:
            parts.append(f"{ROUND[item.round].lower()}")
        if item.link and with_marks:
            parts.append(kit.link(item.link, "message"))
        said = f"*{words}*\n{' · '.join(parts)}"
    if item.state in OUTCOMES:
        said = f"{said} · _{OUTCOMES[item.state]}_"
    return f"{said} · :warning: past the end" if is_late and item.is_waiting else said


def length_line(meeting: MeetingNow) -> str:
    """How the time boxes stand against the length of the meeting."""
    found = meeting.length
    said = f"{found.boxed} of {found.available} minutes planned"
    return f":warning: {said}: *{found.over} minutes too many*" if found.over else said


def quorum_line(count: Count) -> str:
    if not count.voting:
        return "No voting seats."
    sign = ":white_check_mark: Quorum" if count.is_met else ":hourglass_flowing_sand: No quorum yet"
    return f"{sign}: {count.filled} of {count.voting} voting seats, {count.needed} needed"


def seat_lines(meeting: MeetingNow) -> str:
    """Each seat and what was said about it. Seats, not people: nobody is counted by name."""
    groups: dict[str, list[str]] = {}
    for place in meeting.table:
        said = meeting.said_of(place.seat.id)
        groups.setdefault(SEAT_SAYS[said] if said else "no word yet", []).append(kit.escape(place.seat.name))
    order = [*SEAT_SAYS.values(), "no word yet"]
    return "\n".join(f"{each[0].upper() + each[1:]}: {', '.join(groups[each])}" for each in order if each in groups)


def merged_items(meeting: MeetingNow) -> tuple[Item, ...]:
    return tuple(item for item in meeting.items if item.state is ItemState.MERGED)
