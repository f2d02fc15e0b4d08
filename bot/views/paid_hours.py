"""How paid hours look: one's own list, the window to record some, and the coordinator's window. Messages name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.paid_hours.hours import said
from bot.paid_hours.service import Entry
from bot.views import ids, kit
from bot.views.kit import Block, Message

PRIVATE = "Seen by you and by the one coordinator who sees to the payment. Nothing says what the hours were for."


def own_message(entries: Sequence[Entry]) -> Message:
    """Only the asker sees it."""
    blocks: list[Block | None] = [kit.section("*Your paid hours*" if entries else "*Your paid hours*\nNone are recorded.")]
    for entry in entries:
        back = kit.button(ids.HOURS_TAKE_BACK, "Take back", value=str(entry.id), spoken=f"Take back {said(entry.minutes)}")
        state = "paid" if entry.is_settled else "not paid yet"
        blocks.append(kit.section(f"{kit.day(entry.on)} · {said(entry.minutes)} · {state}", None if entry.is_settled else back))
    blocks += [kit.context(PRIVATE), kit.buttons(kit.button(ids.HOURS_NEW, "Record hours"))]
    return kit.message("Your hours", *blocks)


def new_window(today: date) -> Block:
    return kit.modal(
        ids.HOURS_WINDOW, "Record hours",
        [
            kit.context(PRIVATE),
            kit.input_block(ids.HOURS_SPENT, "How long?", kit.text_input(f"{ids.HOURS_SPENT}.input", most=20),
                            hint="For example 2.5 or 2 h 30. Preparing, traveling and following up count too."),
            kit.input_block(ids.HOURS_DAY, "On which day?", {
                "type": "datepicker", "action_id": f"{ids.HOURS_DAY}.input", "initial_date": today.isoformat()}),
        ],
        submit="Record", close="Cancel",
    )  # fmt: skip


def kept_window(entry: Entry) -> Block:
    text = f"Recorded: {said(entry.minutes)} on {kit.day(entry.on)}. You hear when it is paid."
    return kit.modal(f"{ids.HOURS_WINDOW}.kept", "Record hours", [kit.section(text), kit.context(PRIVATE)])


def to_settle_message() -> Message:
    """To the coordinator: that something waits, and nothing more."""
    text = "Follow-up: hours to pay"
    return kit.message(text, kit.section("There are hours to pay."), kit.buttons(kit.button(ids.HOURS_OPEN, "Open")))


def settle_window(entries: Sequence[Entry]) -> Block:
    blocks: list[Block | None] = [kit.section("Nothing is left to pay.")] if not entries else []
    for entry in entries:
        paid = kit.button(f"{ids.HOURS_PAID}.{entry.id}", "Paid", value=str(entry.id), spoken=f"Paid: {kit.day(entry.on)}")
        blocks.append(kit.section(f"<@{entry.user}> · {kit.day(entry.on)} · {said(entry.minutes)}", paid))
    blocks.append(kit.context("Only you and the person see this. Whoever presses *Paid* says that the payment has been made."))
    return kit.modal(ids.HOURS_LIST_WINDOW, "Hours to pay", blocks)


def settled_message(entry: Entry) -> Message:
    return kit.message("A note about your hours", kit.section(f"Marked as paid: {said(entry.minutes)} on {kit.day(entry.on)}."))
