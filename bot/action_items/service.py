"""Action items: everything people and the clock do with them, in one object. Each method is one transaction."""

from __future__ import annotations

from bot.action_items.answering import Answering
from bot.action_items.capturing import Capturing
from bot.action_items.listing import Listing
from bot.action_items.reminding import Reminding


class ActionItems(Capturing, Answering, Reminding, Listing):
    """The verbs of the room; see the four files they stand in."""

    def tick(self) -> None:
        """One pass of everything that falls due here. Safe to repeat at any time, by several processes."""
        self.remind()
        self.ask_for_dates()
        self.weekly()
