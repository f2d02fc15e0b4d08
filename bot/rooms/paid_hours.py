"""What the ledger of paid hours adds to the whole: its messages, and what falls due."""

from __future__ import annotations

from bot.announcements import Announcement
from bot.paid_hours.service import SETTLED, TO_SETTLE, PaidHours
from bot.services import Services
from bot.views import paid_hours as views


def add(services: Services) -> None:
    """Plugs the room in."""
    hours = services.paid_hours = PaidHours(services.store, services.clock, services.settings, services.people)
    services.rooms.ticks.append(hours.tick)

    def to_settle(subject: str) -> Announcement | None:
        """None once everything is paid, or when somebody else sees to it now."""
        return Announcement(views.to_settle_message()) if hours.waits(subject.partition("|")[0]) else None

    def settled(entry_id: str) -> Announcement | None:
        entry = hours.find(int(entry_id))
        return Announcement(views.settled_message(entry)) if entry is not None else None

    services.announcements.add(TO_SETTLE, to_settle)
    services.announcements.add(SETTLED, settled)
