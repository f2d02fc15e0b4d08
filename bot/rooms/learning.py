"""What the learning room adds: the tour and role starts on Home, owners' reviews, the coordinators' monthly note."""

from __future__ import annotations

from datetime import date

from bot.announcements import Announcement, Attachment
from bot.content.tour import Tour
from bot.learning.month import MonthFigures, month_figures
from bot.learning.reviews import ASKED_KIND, NEEDS_WORK_KIND
from bot.learning.service import NOTE_KIND, first_day, month_of
from bot.people.person import Act, Person
from bot.services import Services
from bot.views import learning as views
from bot.views.kit import Block
from bot.views.month import month_text, month_title
from bot.views.month_picture import month_picture

TOUR = "first-week"


def add(services: Services) -> None:
    """Plugs the room in."""
    learning, announcements = services.learning, services.announcements
    services.answers.as_confirmed = learning.reviews.as_confirmed
    services.rooms.home.append(lambda person: home_section(person, services))
    services.rooms.ticks.append(lambda: learning.tick(lambda month: figures(services, month)))
    announcements.add(ASKED_KIND, lambda subject: reviews_asked(services, subject))
    announcements.add(NEEDS_WORK_KIND, lambda entry_id: needs_work(services, entry_id))
    announcements.add(NOTE_KIND, lambda month: month_note(services, first_day(month)))


def tour_of(services: Services) -> Tour | None:
    return services.library.tours.get(TOUR)


def home_section(person: Person, services: Services) -> list[Block | None]:
    """The tour until it is put away, *I am a …*, and for coordinators how many finished, by agency."""
    if not person.may(Act.ASK):
        return []
    tour = tour_of(services)
    blocks = views.tour_section(tour, services.learning.tours.progress(person.id)) if tour is not None else []
    blocks += views.role_section([entry for entry in services.library.entries.values() if entry.theme == "roles"])
    if person.may(Act.SEE_COUNTS):
        blocks.append(views.tour_counts(finished(services)))
    return blocks


def finished(services: Services) -> tuple[tuple[str, int], ...]:
    """(agency's name, how many finished the tour)."""

    def agency_of(user: str) -> str | None:
        agency = services.settings.agency_of(user)
        return agency.name if agency else None

    return services.learning.tours.finished_by_agency(agency_of)


def figures(services: Services, month: date) -> MonthFigures:
    """One month's figures, the last minutes included."""
    services.answers.flush_counts()
    return month_figures(
        month, services.answers.counts(month_of(month)), services.library.entries, services.today(),
        finished(services), services.learning.reviews.due(),
    )  # fmt: skip


def reviews_asked(services: Services, subject: str) -> Announcement | None:
    asked = services.learning.reviews.asked(subject)
    return Announcement(views.review_message(asked)) if asked else None


def needs_work(services: Services, entry_id: str) -> Announcement | None:
    """Nothing when the entry is gone, or was confirmed or mended meanwhile."""
    entry = services.library.entries.get(entry_id)
    by = services.learning.reviews.standing(entry).needs_work_by if entry else None
    return Announcement(views.needs_work(entry, by)) if entry and by else None


def month_note(services: Services, month: date) -> Announcement | None:
    found = figures(services, month)
    if found.is_empty:
        return None
    picture = Attachment(f"asked-in-{month_of(month)}.png", month_picture(found), month_title(found))
    return Announcement(views.note_message(month_text(found)), file=picture)
