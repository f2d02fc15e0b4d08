"""What the referrals room adds: the intake itself, what is said while a referral lives, its clocks, and deleting on time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.announcements import Announcement, Attachment
from bot.content.provider import Provider
from bot.directory.freshness import standing
from bot.directory.service import DirectoryService
from bot.intake.charts import report_picture
from bot.intake.disk import Disk
from bot.intake.ground import Ground
from bot.intake.life import ANSWERED
from bot.intake.records import ReleaseState
from bot.intake.service import Intake
from bot.intake.values import OwnReferral, ReleaseView
from bot.intake.vault import Vault
from bot.outbox.writing import enqueue
from bot.people.person import Act, Person
from bot.services import Services
from bot.settings import wall_time
from bot.views import referrals as views
from bot.views.kit import Block, Message
from bot.workdays import calendar_for, local_moment

HOTLINE = "nat-nhth"


def build_intake(services: Services) -> Intake:
    """Wires the intake, and proves the keys against the database. Raises ContentError: a wrong key must stop the start."""
    settings, directory = services.settings, services.directory
    vault = Vault(services.store, services.clock, settings.secrets.keys)
    vault.check_at_start()

    def provider(provider_id: str) -> Provider | None:
        listing = directory.listing(provider_id)
        return listing.provider if listing is not None else None

    return Intake(Ground(
        services.store, services.clock, settings, vault, services.people, calendar_for(settings.app),
        lambda code: services.library.protocols.get(code), lambda: shown_now(directory, services.clock.now()), provider,
        services.answers.identifiers_in, Disk(services.store, services.clock),
    ))  # fmt: skip


def shown_now(directory: DirectoryService, now: datetime) -> tuple[Provider, ...]:
    """Providers that may be matched: vetted, fresh, open; their room and last confirmation as they are known now."""
    today = directory.today()
    return tuple(
        listing.provider.model_copy(update={"capacity": listing.room.at(now, today), "verified": listing.verified})
        for listing in directory.listings() if standing(listing, today).is_shown
    )  # fmt: skip


def add(services: Services) -> None:
    """Plugs the room in."""
    services.intake = build_intake(services)
    _announce_to_places(services)
    _announce_to_staff(services)
    _announce_clocks(services)
    services.rooms.ticks += [services.intake.retention.tick, services.intake.leaving.tick, lambda: weekly(services)]
    services.rooms.home.append(lambda person: home_section(services, person))
    services.rooms.health += [lambda: health(services), services.intake.retention.disk.health]
    services.rooms.departures.append(services.intake.leaving.somebody_left)
    services.rooms.agenda_counts.append(lambda: agenda_counts(services))


def _announce_to_places(services: Services) -> None:
    life, zone = services.intake.life, services.settings.zone

    def for_provider(token: str) -> Announcement | None:
        """Consent is looked at again at the moment of sending: nothing goes out once it has ended."""
        found = life.release(token)
        if found is None:
            return None
        if found.waits and not consent_lives(services, found):
            return Announcement(views.consent_ended(found), is_over=True)
        return Announcement(views.for_provider(found, zone))

    def while_waiting(token: str, state: str) -> Announcement | None:
        found = life.release(token)
        if found is None:
            return None
        if not found.waits:
            return Announcement(views.for_provider(found, zone), is_over=True)
        if not consent_lives(services, found):
            return Announcement(views.consent_ended(found), is_over=True)
        return Announcement(views.reminder(found, zone), is_over=found.state != state)

    def stop(token: str) -> Announcement | None:
        found = life.release(token)
        return Announcement(views.stop(found)) if found is not None else None

    services.announcements.add("referral.for-provider", for_provider)
    services.announcements.add("referral.reminder", lambda token: while_waiting(token, "sent"))
    services.announcements.add("referral.decide-reminder", lambda token: while_waiting(token, "seen"))
    services.announcements.add("referral.stop", stop)


def _announce_to_staff(services: Services) -> None:
    life, zone = services.intake.life, services.settings.zone

    def call_sheet(token: str) -> Announcement | None:
        found = life.release(token)
        if found is None:
            return None
        if found.waits and not consent_lives(services, found):
            return Announcement(views.consent_ended(found), is_over=True)
        return Announcement(views.call_sheet_message(found, zone))

    def call_reminder(token: str) -> Announcement | None:
        found = life.release(token)
        if found is None:
            return None
        if not found.waits:
            return Announcement(views.call_sheet_message(found, zone), is_over=True)
        if not consent_lives(services, found):
            return Announcement(views.consent_ended(found), is_over=True)
        return Announcement(views.call_reminder(found, zone))

    def answered(token: str, state: ReleaseState) -> Announcement | None:
        found = life.release(token)
        return Announcement(views.answered(found)) if found is not None and found.state is state else None

    def missed(token: str, *, unseen: bool) -> Announcement | None:
        found = life.release(token)
        if found is None or not found.waits or (unseen and found.state != "sent"):
            return None
        return Announcement(views.no_answer(found, hotline(services)))

    def close_prompt(code: str) -> Announcement | None:
        found = life.referral(code)
        return Announcement(views.close_prompt(found)) if found is not None and found.state == "open" else None

    def handed_on(code: str, *, to_somebody: bool) -> Announcement | None:
        found = life.referral(code)
        fine = found is not None and found.state == "open"
        return Announcement(views.handed_on(found, to_somebody=to_somebody)) if found is not None and fine else None

    services.announcements.add("referral.call-sheet", call_sheet)
    services.announcements.add("referral.call-reminder", call_reminder)
    for state in ReleaseState:
        services.announcements.add(f"{ANSWERED}{state}", partial(answered, state=state))
    services.announcements.add("referral.no-answer", lambda token: missed(token, unseen=True))
    services.announcements.add("referral.undecided", lambda token: missed(token, unseen=False))
    services.announcements.add("referral.close-prompt", close_prompt)
    services.announcements.add("referral.handed-on", lambda code: handed_on(code, to_somebody=True))
    services.announcements.add("referral.no-owner", lambda code: handed_on(code, to_somebody=False))
    services.announcements.add("intake.reminder", lambda code: Announcement(views.follow_up(code)))


def _announce_clocks(services: Services) -> None:
    life, zone = services.intake.life, services.settings.zone

    def late(token: str, *, unseen: bool) -> Announcement | None:
        found = life.release(token)
        if found is None or not found.waits or (unseen and found.state != "sent"):
            return None
        return Announcement(views.late(found, zone, unseen=unseen))

    def week(_subject: str) -> Announcement | None:
        now = services.clock.now()
        found = life.late(now)
        gaps = services.intake.reports.gaps_since(now - timedelta(days=7))
        return Announcement(views.week(found, gaps)) if found.open or gaps else None

    def concern(code: str, *, is_late: bool) -> Announcement | None:
        found = services.intake.concerns.view(code)
        if found is None or (is_late and found.state != "open"):
            return None
        return Announcement(views.concern_message(found, zone, is_late=is_late))

    services.announcements.add("referral.late-unseen", lambda token: late(token, unseen=True))
    services.announcements.add("referral.late-undecided", lambda token: late(token, unseen=False))
    def numbers(subject: str) -> Announcement | None:
        first, _, last = subject.partition("|")
        found = services.intake.reports.released(first, last)
        if found is None:
            return None
        name = f"referrals-{found.period.lower().replace(' ', '-')}.png"
        file = Attachment(name, report_picture(found), f"Referrals, {found.period}")
        return Announcement(views.numbers_picture(found.period), may=Act.SEE_COUNTS, file=file)

    services.announcements.add("referral.week", week)
    services.announcements.add("referral.numbers", numbers)
    services.announcements.add("concern.for-owner", lambda code: concern(code, is_late=False))
    services.announcements.add("concern.late", lambda code: concern(code, is_late=True))


def consent_lives(services: Services, found: ReleaseView) -> bool:
    return found.consent_ends is not None and services.today() <= found.consent_ends


def hotline(services: Services) -> tuple[str, str] | None:
    """(what a link dials, the number as shown), from the directory."""
    card = services.directory.card(HOTLINE)
    if card is None or not card.standing.is_shown:
        return None
    phone = next((phone for phone in card.provider.public_phones() if phone.use in ("public", "crisis")), None)
    return (phone.dial, phone.number) if phone is not None else None


def weekly(services: Services) -> None:
    """One digest of slow clocks and gaps a week, on the first working day from the hour of reminders on."""
    now, zone, today = services.clock.now(), services.settings.zone, services.today()
    monday = today - timedelta(days=today.weekday())
    first = calendar_for(services.settings.app).moved_off_closures(monday)
    at = local_moment(first, wall_time(services.settings.app.reminders.at), zone).at.astimezone(UTC)
    if now < at:
        return
    channel = services.settings.app.channels.coordinators
    with services.store.read() as session:
        if services.intake.week_was_told(session, monday):
            return
    with services.store.write() as session:
        enqueue(session, kind="referral.week", subject=monday.isoformat(), target=channel, key=f"referral.week|{monday}", now=now,
                not_after=at + timedelta(days=6))  # fmt: skip


def home_section(services: Services, person: Person) -> Sequence[Block | None]:
    """Somebody's own open items; coordinators also see counts and clocks."""
    own: tuple[OwnReferral, ...] = services.intake.own_referrals(person)
    concerns = services.intake.concerns.own_or_owned(person)
    counts = services.intake.life.late(services.clock.now()) if person.may(Act.SEE_COUNTS) else None
    return views.home_section([each for each in own if each.state == "open"], concerns, counts, services.settings.zone)


def own_list(services: Services, person: Person) -> Message:
    return views.own_list(services.intake.own_referrals(person), services.settings.zone)


def agenda_counts(services: Services) -> Sequence[tuple[str, str]]:
    """For the main group's agenda: missed clocks, small numbers hidden."""
    found = services.intake.life.late(services.clock.now())
    return [("referrals", views.missed_clocks_line(found))] if found.unseen_late or found.undecided_late else []


def health(services: Services) -> tuple[str, bool, str]:
    refused = services.intake.may_record()
    return "sealing", refused is None, "referrals can be sealed" if refused is None else "no key: referrals are refused"
