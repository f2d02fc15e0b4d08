"""What delivery adds to the whole: the notice about trouble, a warning on Home, a sign of health, retention."""

from __future__ import annotations

from datetime import datetime

from bot.announcements import Announcement
from bot.people.person import Act, Person
from bot.services import Services
from bot.store.once import forget_old
from bot.views import outbox as views


def add(services: Services) -> None:
    """Plugs the room in."""
    desk = services.outbox_desk

    def trouble(window_end: str) -> Announcement | None:
        found = desk.trouble(datetime.fromisoformat(window_end))
        return None if found is None else Announcement(views.trouble_message(found))

    def notices(person: Person) -> list[str]:
        if not person.may(Act.SEE_DELIVERY):
            return []
        health = desk.health()
        undelivered = [f"{health.dead} messages could not be delivered."] if health.dead else []
        return ([health.stalled] if health.stalled else []) + undelivered

    def health() -> tuple[str, bool, str]:
        found = desk.health()
        return "delivery", found.stalled is None, views.health_line(found)

    def forget() -> None:
        # a row says who was told of an item: while counsel holds anything it stays (R23)
        if not services.intake.retention.standing_holds():
            desk.forget_old()
        with services.store.write() as session:
            forget_old(session, services.clock.now())

    services.announcements.add("outbox.trouble", trouble)
    services.rooms.notices.append(notices)
    services.rooms.health.append(health)
    services.rooms.ticks.append(forget)
