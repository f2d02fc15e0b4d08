"""The windows of action items: a new one, pasted minutes and their review, later, not mine, blocked, due date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.action_items.answering import MAY_GIVE
from bot.action_items.capture import Draft
from bot.action_items.due import echo
from bot.action_items.items import Item
from bot.views import ids, kit
from bot.views.action_items import holders, trouble_said
from bot.views.kit import Block

MOST_LINES = 40
LONGEST_PASTE = 3000
LEAVE_OUT = "leave_out"
WHEN_EXAMPLES = "by Fri 3pm, Dec 4, before the next meeting"


@dataclass(frozen=True)
class Line:
    """One line under review: as it was typed, and what was read in it."""

    typed: str
    draft: Draft


def new_window(seats: Sequence[tuple[str, str]], me: str, metadata: str = "", *, from_message: bool = False) -> Block:
    """Everything about one item. `metadata` says which message it came from, never what it said."""
    note = kit.context("The message itself is not copied: say in your own words what is to be done. A link to it is kept.")
    seat_menu = kit.select(f"{ids.ACTION_SEATS}.menu", [kit.option(name, one) for one, name in seats],
                           placeholder="A seat, whoever sits there", multi=True)  # fmt: skip
    return kit.modal(
        ids.ACTION_WINDOW, "New action item",
        [
            note if from_message else None,
            kit.input_block(ids.ACTION_WORDS, "What is to be done?",
                            kit.text_input(f"{ids.ACTION_WORDS}.input", multiline=True, most=600),
                            hint="Without names or details of people served."),
            kit.input_block(ids.ACTION_WHO, "Who?", _people(ids.ACTION_WHO, [me]), optional=True),
            kit.input_block(ids.ACTION_SEATS, "Or a seat", seat_menu, optional=True) if seats else None,
            kit.input_block(ids.ACTION_WHEN, "Until when?",
                            kit.text_input(f"{ids.ACTION_WHEN}.input", most=100, placeholder=WHEN_EXAMPLES), optional=True),
            kit.input_block(ids.ACTION_DAY, "Or pick the day", _day(ids.ACTION_DAY), optional=True),
            kit.input_block(ids.ACTION_WATCHERS, "Who wants to know when it is done?", _people(ids.ACTION_WATCHERS, []),
                            optional=True),
            None if from_message else kit.input_block(
                ids.ACTION_LINK, "Link to the agenda item or decision",
                kit.text_input(f"{ids.ACTION_LINK}.input", most=400), optional=True),
        ],
        submit="Keep", close="Cancel", metadata=metadata,
    )  # fmt: skip


def minutes_window() -> Block:
    return kit.modal(
        ids.ACTION_MINUTES_WINDOW, "Paste the minutes",
        [
            kit.section("One line an item: who, what, until when. Nothing is kept before you have seen how it was read.\n"
                        "`@maria send the flyer draft by Dec 4`"),
            kit.input_block(ids.ACTION_PASTED, "Lines",
                            kit.text_input(f"{ids.ACTION_PASTED}.input", multiline=True, most=LONGEST_PASTE)),
        ],
        submit="Read them", close="Cancel",
    )  # fmt: skip


def review_window(lines: Sequence[Line], now: datetime, round_number: int, seen: str) -> Block:
    """Each line with what was read in it; every one can be mended. `seen` is a digest of what is shown, not the words."""
    bad = sum(not line.draft.is_ready and not _only_asks(line.draft) for line in lines)
    head = f"{len(lines) - bad} of {len(lines)} lines are ready." + (" Mend the others, or leave them out." if bad else "")
    blocks: list[Block | None] = [kit.section(head)]
    for number, line in enumerate(lines[:MOST_LINES]):
        element = kit.text_input(f"{ids.ACTION_LINE}.input", initial=line.typed, most=1000)
        block_id = f"{ids.ACTION_LINE}.{round_number}.{number}"
        blocks += [kit.input_block(block_id, f"Line {number + 1}", element, optional=True), kit.context(_read_as(line, now))]
    if bad:
        blocks.append(kit.input_block(
            f"{ids.ACTION_LEAVE_OUT}.{round_number}", "Lines that are not ready",
            kit.checkboxes(f"{ids.ACTION_LEAVE_OUT}.input", [kit.option("Leave them out and keep the others", LEAVE_OUT)]),
            optional=True,
        ))  # fmt: skip
    metadata = f"{round_number}|{seen}"
    return kit.modal(ids.ACTION_REVIEW_WINDOW, "Is this right?", blocks, submit="Keep", close="Cancel", metadata=metadata)


def kept_window(items: Sequence[Item]) -> Block:
    lines = [f"{item.code} · {kit.escape(item.words)} · {holders(item)}" for item in items[:MOST_LINES]]
    said = f"{len(items)} action item{'' if len(items) == 1 else 's'} kept."
    return kit.modal(f"{ids.ACTION_REVIEW_WINDOW}.kept", "Kept", [kit.section(said), *kit.sections(kit.bullets(lines))])


def said_window(title: str, text: str) -> Block:
    return kit.modal(f"{ids.ACTION_WINDOW}.said", title, [kit.section(text)])


def snooze_window(item: Item, earliest: date) -> Block:
    element = _day(ids.ACTION_DAY, earliest)
    return kit.modal(
        ids.ACTION_SNOOZE_WINDOW, "Remind me later",
        [kit.section(f"*{kit.escape(item.words)}*"), kit.input_block(ids.ACTION_DAY, "Remind me on", element)],
        submit="Remind me", close="Cancel", metadata=str(item.id),
    )  # fmt: skip


def due_window(item: Item, suggested: date, zone_note: str) -> Block:
    clock = {"type": "timepicker", "action_id": f"{ids.ACTION_TIME}.input"}
    return kit.modal(
        ids.ACTION_DUE_WINDOW, "Due date",
        [
            kit.section(f"*{kit.escape(item.words)}*"),
            kit.input_block(ids.ACTION_DAY, "Day", _day(ids.ACTION_DAY, suggested)),
            kit.input_block(ids.ACTION_TIME, "Time", clock, optional=True, hint=zone_note),
        ],
        submit="Set it", close="Cancel", metadata=str(item.id),
    )  # fmt: skip


def not_mine_window(item: Item, seats: Sequence[tuple[str, str]]) -> Block:
    """Somebody else takes it; an item without an owner is given to somebody."""
    person = {"type": "users_select", "action_id": f"{ids.ACTION_WHO}.input", "placeholder": kit.plain("A person", 150)}
    seat_menu = kit.select(f"{ids.ACTION_SEATS}.menu", [kit.option(name, one) for one, name in seats], placeholder="A seat")
    is_nobodys = not item.users
    return kit.modal(
        ids.ACTION_NOT_MINE_WINDOW, "Give to somebody" if is_nobodys else "Not mine",
        [
            kit.section(f"*{kit.escape(item.words)}*"),
            kit.context(MAY_GIVE) if is_nobodys else None,
            kit.input_block(ids.ACTION_WHO, "Whose is it?", person, optional=True),
            kit.input_block(ids.ACTION_SEATS, "Or which seat's?", seat_menu, optional=True) if seats else None,
            kit.input_block(ids.ACTION_WHY, "A word why", kit.text_input(f"{ids.ACTION_WHY}.input", most=500),
                            optional=is_nobodys),
        ],
        submit="Hand it over", close="Cancel", metadata=str(item.id),
    )  # fmt: skip


def blocked_window(item: Item) -> Block:
    element = kit.text_input(f"{ids.ACTION_WHY}.input", most=500, multiline=True)
    return kit.modal(
        ids.ACTION_BLOCKED_WINDOW, "Blocked",
        [
            kit.section(f"*{kit.escape(item.words)}*"),
            kit.input_block(ids.ACTION_WHY, "What does it wait for?", element, hint="It goes onto the next agenda."),
        ],
        submit="It is blocked", close="Cancel", metadata=str(item.id),
    )  # fmt: skip


def _read_as(line: Line, now: datetime) -> str:
    draft = line.draft
    if _only_asks(draft) and draft.due is not None:
        return f"Is this right? {_who(draft)} · {kit.escape(draft.words)} · {echo(draft.due, now)}"
    if draft.troubles:
        return "Not ready. " + " ".join(trouble_said(trouble) for trouble in draft.troubles)
    due = echo(draft.due, now).removesuffix(" OK?") if draft.due else "no due date"
    return f"Ready: {_who(draft)} · {kit.escape(draft.words)} · {due}"


def _only_asks(draft: Draft) -> bool:
    """All that is the matter is a date that a person confirms by keeping the line as it is shown."""
    return draft.only_asks


def _who(draft: Draft) -> str:
    return ", ".join([*(f"<@{user}>" for user in draft.users), *(f"@{seat}" for seat in draft.seats)])


def _people(name: str, chosen: Sequence[str]) -> Block:
    block: Block = {"type": "multi_users_select", "action_id": f"{name}.input", "placeholder": kit.plain("People", 150)}
    return block | ({"initial_users": list(chosen)} if chosen else {})


def _day(name: str, first: date | None = None) -> Block:
    block: Block = {"type": "datepicker", "action_id": f"{name}.input"}
    return block | ({"initial_date": first.isoformat()} if first else {})
