"""The Home tab and the words a newcomer reads first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.entry import Entry
from bot.views import ids, kit
from bot.views.kit import Block, Message

TRY_THESE = (
    "what do I do if a worker's passport is being held?",
    "who takes a Spanish-speaking mother with two kids tonight?",
    "how do I ask for consent before a referral?",
)


def home_tab(
    name: str, popular: Sequence[Entry], recent: Sequence[Entry], notices: Sequence[str], more: Sequence[Block | None] = ()
) -> Block:
    """`more`: sections other rooms add (action items, meetings, directory)."""
    return kit.home([
        kit.section(f"*Hello {kit.escape(name)}.* Ask me anything about recognizing trafficking, referrals and our task force."),
        kit.buttons(kit.button(ids.HOME_ASK, "Ask a question", style="primary")),
        *[kit.section(f":warning: {kit.escape(notice)}") for notice in notices],
        kit.divider(),
        *more,
        kit.section("*Often asked*") if popular else None,
        *_topics(popular, "popular"),
        kit.section("*New or reviewed lately*") if recent else None,
        *_topics(recent, "recent"),
        kit.divider(),
        kit.section(HELP),
        kit.context(HONEST),
    ])  # fmt: skip


HELP = (
    "*How to reach me*\n"
    "• Write to me here or mention me in a channel.\n"
    "• `/ask` answers only you.\n"
    "• On a message: More actions, *Find the protocol*.\n"
    "• If I don't know, press *Ask a coordinator*."
)
# rules.md R20: stated honestly
HONEST = (
    "Nobody watches this chat: in danger call 911. Workspace admins and exports may see messages, edits and deletions may "
    "persist, and city records may be public. Never write details about a person."
)


def guests_home(text: str) -> Block:
    return kit.home([kit.section(kit.escape(text))])


def welcome() -> Message:
    """The first direct message to a new member: three things to try, and the one rule."""
    text = "Welcome. I answer questions about recognizing trafficking, referrals and the task force."
    tries = kit.bullets(f"“{kit.escape(line)}”" for line in TRY_THESE)
    tour = kit.buttons(kit.button(ids.TOUR_OPEN, "Start the first-week tour"))
    return kit.message(text, kit.section(text), kit.section(f"*Three things to try*\n{tries}"), tour, kit.context(HONEST))


def ask_window() -> Block:
    return kit.modal(
        ids.FIND_WINDOW, "Ask a question",
        [kit.input_block(ids.FIND_WORDS, "Your question", kit.text_input(ids.FIND_WORDS, most=300),
                         hint="Without details about a person.")],
        submit="Ask",
    )  # fmt: skip


def _topics(entries: Sequence[Entry], row: str) -> list[Block | None]:
    return [
        kit.section(kit.escape(entry.title), kit.button(f"{ids.HOME_TOPIC}.{row}.{place}", "Open", value=entry.id,
                                                        spoken=f"Open {entry.title}"))
        for place, entry in enumerate(entries)
    ]  # fmt: skip
