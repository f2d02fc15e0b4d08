"""How an action item looks wherever it stands: a card, a morning's message, a list, Home, the weekly digest.

`text` is what a lock screen shows: it says that something is due, and a code; never what (rules.md R6).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.action_items.answering import MAY_GIVE
from bot.action_items.capture import Draft, Lack, Trouble
from bot.action_items.due import DueReading, date_said, echo
from bot.action_items.items import AgencyCount, Digest, Item, ItemState, MorningLine, Scope
from bot.views import ids, kit
from bot.views.kit import Block, Message

MOST_IN_MESSAGE = 12
MOST_IN_LIST = 20
BAR = 24
SCOPE_SAID = {
    Scope.MINE: "Your action items", Scope.AGENCY: "Your agency's action items", Scope.ALL: "All action items",
    Scope.OVERDUE: "Overdue action items", Scope.NOBODY: "Action items without an owner",
}  # fmt: skip
TROUBLE_SAID = {
    Lack.NOTHING_TO_DO: "It does not say what is to be done.",
    Lack.NOBODY: "It does not say whose it is. Begin the line with @somebody or a seat such as @health-seat.",
    Lack.NO_DATE: "No due date was understood. Write one such as `by Dec 4` or `by Fri 3pm`.",
    Lack.DETAILS: "It seems to hold a personal detail. Say it without names, numbers or addresses: "
    "“shelter intake time”, not “the woman from …”.",
    Lack.TOO_LONG: "It is too long for an action item. A sentence is enough.",
}


def card(item: Item, now: datetime, *, new: bool = False) -> Message:
    """One item with everything one can answer to it."""
    said = f"New follow-up: item {item.code}" if new else f"Follow-up: item {item.code}"
    return kit.message(said, *item_blocks(item, now))


def item_blocks(item: Item, now: datetime, *, note: str = "") -> list[Block | None]:
    """What, whose, until when; and the buttons that still make sense."""
    about = [holders(item), due_said(item, now), item.code, note]
    line = f"{_struck(item)}\n{' · '.join(part for part in about if part)}"
    if item.state is ItemState.BLOCKED:
        line += f"\nBlocked: {kit.escape(item.blocked_because or '')}"
    if item.source and item.source.startswith(("https://", "http://")):
        line += f"\n{kit.link(item.source, 'Where it came from')}"
    return [kit.section(line), answers(item)]


def answers(item: Item) -> Block | None:
    """The row of buttons, by state."""
    value = str(item.id)
    block_id = f"action.{item.id}"
    if item.state is ItemState.DONE:
        undo = kit.button(ids.ACTION_UNDO, "Undo", value=value, spoken=f"Undo: item {item.code}")
        return kit.buttons(undo if item.may_undo else None, block_id=block_id)
    if item.state is ItemState.DROPPED:
        return None
    blocked = item.state is ItemState.BLOCKED
    elements: list[Block | None] = [
        kit.button(ids.ACTION_DONE, "Done", value=value, style="primary", spoken=f"Done: item {item.code}"),
        None if blocked or item.due is None else _snooze(item),
        kit.button(ids.ACTION_NOT_MINE, "Not mine" if item.users else "Give to somebody", value=value),
        kit.button(ids.ACTION_UNBLOCK, "It goes on", value=value) if blocked
        else kit.button(ids.ACTION_BLOCKED, "Blocked", value=value),
        kit.button(ids.MEETING_FROM_ACTION, "Put on the agenda", value=item.code) if blocked else None,
        kit.button(ids.ACTION_DUE_PICK, "Set a due date", value=value) if item.due is None else None,
    ]  # fmt: skip
    return kit.buttons(*elements, block_id=block_id)


def kept(item: Item, draft_due: DueReading | None, now: datetime, *, has_card: bool) -> Message:
    """What was understood, said back; and a question where the date could mean two things."""
    blocks: list[Block | None] = [kit.section(f"Kept as {item.code}: *{kit.escape(item.words)}*\n{holders(item)}")]
    if item.due is not None and draft_due is not None:
        blocks.append(kit.section(f"Due {echo(draft_due, now).removesuffix(' OK?')}"))
        blocks.append(kit.buttons(kit.button(ids.ACTION_DUE_PICK, "Another date", value=str(item.id))))
    elif item.due is not None:
        blocks.append(kit.section(f"Due {date_said(local_due(item), now)}."))
    else:
        blocks += ask_date(item, draft_due, now)
    if not has_card:
        blocks.append(kit.context("Whoever it is for hears of it in a direct message. Change it from `/action list`."))
    return kit.message(f"Kept as {item.code}", *blocks)


def ask_date(item: Item, reading: DueReading | None, now: datetime) -> list[Block | None]:
    """The reading to confirm, and a picker; only a picker when nothing was read."""
    pick = kit.button(ids.ACTION_DUE_PICK, "Pick a date", value=str(item.id))
    if reading is None or reading.due is None:
        why = f" ({reading.why})" if reading is not None and reading.why else ""
        return [kit.section(f"When is it due? I did not find a date{why}."), kit.buttons(pick)]
    yes = kit.button(
        ids.ACTION_DUE_YES, f"Yes, {date_said(reading.due, now)}", style="primary",
        value=f"{item.id}|{reading.due.isoformat()}|{int(reading.has_time)}",
    )  # fmt: skip
    return [kit.section(f"Due {echo(reading, now)}"), kit.buttons(yes, pick)]


def not_kept(draft: Draft) -> Message:
    """Nothing was kept, and what to change."""
    lines = [trouble_said(trouble) for trouble in draft.troubles]
    example = "For example: `/action @maria send the flyer draft by fri`"
    return kit.message(
        "That was not kept.", kit.section("Nothing was kept yet.\n" + kit.bullets(lines)), kit.context(example)
    )


def trouble_said(trouble: Trouble) -> str:
    """One sentence: what is the matter and how to mend it."""
    if trouble.lack is Lack.UNKNOWN_NAME:
        name = kit.escape(trouble.about)
        return f"I know no one called {name}. Choose the person from Slack's list, or name a seat such as @health-seat."
    if trouble.lack is Lack.UNSURE_DATE:
        return f"“{kit.escape(trouble.about)}” could mean more than one day. Write the date, such as `by Dec 4`."
    if trouble.lack is Lack.NO_DATE and trouble.about:
        return f"“{kit.escape(trouble.about)}” is no date in the future that I understand. Write one such as `by Dec 4`."
    return TROUBLE_SAID[trouble.lack]


def new_for_you(items: Sequence[Item], now: datetime) -> Message:
    """What somebody else has just given this person."""
    text = f"New follow-up: item {items[0].code}" if len(items) == 1 else f"New follow-ups: {len(items)} items"
    blocks: list[Block | None] = [kit.section(f"<@{items[0].created_by}> kept this for you:")]
    return kit.message(text, *blocks, *_several(items, now))


def morning(lines: Sequence[MorningLine], now: datetime) -> Message:
    """One message a morning: what is due, what is late, what the agency lead should know."""
    own = [line for line in lines if not line.is_for_lead]
    led = [line for line in lines if line.is_for_lead]
    left = sum(line.item.is_unfinished for line in lines)
    text = "Follow-ups: all done" if not left else f"Follow-up due: {left} item{'' if left == 1 else 's'}"
    blocks: list[Block | None] = []
    if own:
        blocks.append(kit.section("*Good morning. This is due:*" if left else "*All of this is done. Thank you.*"))
    for line in own[:MOST_IN_MESSAGE]:
        blocks += item_blocks(line.item, now, note=_why(line))
    if led:
        blocks += [kit.divider(), kit.section("*For you as the agency's lead:* overdue, and the person was told you would hear.")]
    for line in led[:MOST_IN_MESSAGE]:
        blocks += item_blocks(line.item, now)
    return kit.message(text, *blocks, _more(len(own) - MOST_IN_MESSAGE))


def listing(items: Sequence[Item], scope: Scope, now: datetime) -> Message:
    """A list only the asker sees."""
    title = SCOPE_SAID[scope]
    if not items:
        return kit.message(f"{title}: nothing open", kit.section(f"*{title}*\nNothing is open."), _list_buttons(scope))
    blocks: list[Block | None] = [kit.section(f"*{title}* ({len(items)})")]
    if scope is Scope.NOBODY:
        blocks.append(kit.context(MAY_GIVE))
    for item in items[:MOST_IN_LIST]:
        blocks += item_blocks(item, now)
    return kit.message(f"{title}: {len(items)} open", *blocks, _more(len(items) - MOST_IN_LIST), _list_buttons(scope))


def home_section(items: Sequence[Item], now: datetime, overdue_everywhere: int | None) -> list[Block | None]:
    """The part of Home about this person's items; coordinators also see how many are overdue."""
    new = kit.button(ids.ACTION_NEW, "New action item")
    minutes = kit.button(ids.ACTION_MINUTES, "Paste the minutes")
    blocks: list[Block | None] = [kit.header("Action items")]
    if overdue_everywhere is not None:
        blocks.append(kit.context(f"Overdue everywhere: {overdue_everywhere}"))
    if not items:
        blocks.append(kit.section("Nothing is waiting for you."))
    for item in items:
        blocks += item_blocks(item, now)
    return [*blocks, kit.buttons(new, minutes)]


def digest(week: Digest, now: datetime) -> Message:
    """The week by agency with a small chart, and what is oldest."""
    overdue = sum(count.overdue for count in week.agencies)
    unfinished = sum(count.open for count in week.agencies)
    done = sum(count.done_this_week for count in week.agencies)
    text = f"Follow-ups this week: {unfinished} open, {overdue} overdue, {done} done"
    blocks: list[Block | None] = [
        kit.header(f"Action items, week of {kit.day(week.week_of)}"),
        kit.section(f"{unfinished} open, {overdue} overdue, {done} done in the last seven days."),
    ]
    if week.agencies:
        blocks.append(kit.section(chart(week.agencies)))
        blocks.append(kit.context("█ overdue  ▓ blocked  ░ open and in time"))
    if week.without_due:
        blocks.append(kit.section(f"{week.without_due} have no due date yet; whoever kept them is asked on Mondays."))
    if week.oldest:
        lines = [f"{_struck(item)} · {holders(item)} · {due_said(item, now)}" for item in week.oldest]
        blocks.append(kit.section("*Waiting longest*\n" + kit.bullets(lines)))
    return kit.message(text, *blocks)


def chart(agencies: Sequence[AgencyCount]) -> str:
    """A bar a line in a fixed-width block: readable in any client and by a screen reader, for the counts stand beside."""
    widest = max(max(count.open for count in agencies), 1)
    longest = min(max(len(count.name) for count in agencies), 26)
    lines = []
    for count in agencies[:20]:
        late, stuck = (_scaled(part, widest) for part in (count.overdue, count.blocked))
        rest = max(_scaled(count.open, widest) - late - stuck, 0)
        bar = "█" * late + "▓" * stuck + "░" * rest
        said = f"{count.open} open, {count.overdue} overdue, {count.done_this_week} done"
        lines.append(f"{kit.cut(count.name, longest):<{longest}} {bar:<{BAR}} {said}")
    return "```\n" + kit.escape("\n".join(lines)) + "\n```"


def rerouted(left: str, to: str | None, count: int) -> Message:
    """Somebody was deactivated and their items have gone to somebody else."""
    what = f"{count} follow-up{'' if count == 1 else 's'}"
    goes = f"now with <@{to}>" if to else "with nobody: please give them to somebody"
    return kit.message(f"{what} moved", kit.section(f"<@{left}> is no longer active: {what} {goes}."))


def watched(item: Item) -> Message:
    """For somebody who follows an item: it is done."""
    return kit.message(
        f"Followed item {item.code}: done", kit.section(f"Done by <@{item.done_by}>: *{kit.escape(item.words)}*")
    )


def outcome(item: Item, *, by_other: bool) -> str:
    """One sentence to the person who pressed."""
    if by_other and item.state is ItemState.DONE and item.done_by and item.done_at:
        return f"<@{item.done_by}> marked this done at {_clock(item.done_at, item.due_zone)}. Nothing was changed."
    if by_other:
        return f"Somebody was faster: this item is {item.state} now. Nothing was changed."
    return f"Item {item.code}: {item.state}."


def due_said(item: Item, now: datetime) -> str:
    if item.due is None:
        return "no due date yet"
    said = f"due {date_said(local_due(item), now)}"
    return f"*overdue*, {said}" if item.is_overdue(now) else said


def local_due(item: Item) -> datetime:
    """The due time in the zone it was agreed in. Raises ValueError without a due date."""
    if item.due is None:
        raise ValueError(f"item {item.code} has no due date")
    return item.due.astimezone(ZoneInfo(item.due_zone))


def holders(item: Item) -> str:
    """`<@U1>, Housing seat (<@U2>)`; `no owner` where nobody holds it."""
    said = []
    for holder in item.holders:
        person = f"<@{holder.user}>" if holder.user else ""
        if holder.seat_name:
            said.append(f"{kit.escape(holder.seat_name)} ({person or 'empty'})")
        elif person:
            said.append(person)
    return ", ".join(said) or "*no owner*"


def _struck(item: Item) -> str:
    words = kit.escape(kit.cut(item.words, 600))
    if item.state is ItemState.DONE:
        return f"~{words.replace('~', '-')}~\nDone by <@{item.done_by}>"
    return f"*{words.replace('*', '')}*"


def _several(items: Sequence[Item], now: datetime) -> list[Block | None]:
    blocks = [block for item in items[:MOST_IN_MESSAGE] for block in item_blocks(item, now)]
    return [*blocks, _more(len(items) - MOST_IN_MESSAGE)]


def _more(count: int) -> Block | None:
    return kit.context(f"And {count} more: `/action list` shows them.") if count > 0 else None


def _why(line: MorningLine) -> str:
    """What a reminder adds: when the agency lead will hear of it."""
    if line.asks_for_date:
        return "when is it due?"
    if line.escalates_on is not None and line.item.is_unfinished:
        return f"your agency's lead hears of it on {line.escalates_on:%a %b} {line.escalates_on.day}"
    return ""


def _snooze(item: Item) -> Block:
    options = [
        kit.option("Tomorrow", f"{item.id}|tomorrow"), kit.option("Next Monday", f"{item.id}|monday"),
        kit.option("Pick a day", f"{item.id}|pick"),
    ]  # fmt: skip
    return kit.select(ids.ACTION_SNOOZE, options, placeholder="Remind me later")


def _list_buttons(scope: Scope) -> Block | None:
    shown = [(Scope.MINE, "Mine"), (Scope.AGENCY, "My agency"), (Scope.OVERDUE, "Overdue")]
    others = [kit.button(f"{ids.ACTION_SHOW}.{other}", name, value=other) for other, name in shown if other is not scope]
    return kit.buttons(*others, kit.button(ids.ACTION_NEW, "New action item"))


def _scaled(count: int, widest: int) -> int:
    return 0 if count <= 0 else max(1, round(count * BAR / widest))


def _clock(moment: datetime, zone: str) -> str:
    here = moment.astimezone(ZoneInfo(zone))
    return f"{here.hour % 12 or 12}:{here:%M} {'AM' if here.hour < 12 else 'PM'}"


def day_said(day: date) -> str:
    return f"{day:%a %b} {day.day}"
