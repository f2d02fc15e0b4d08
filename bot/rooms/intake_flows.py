"""What the guided flows add to the whole: the windows, "start a referral" in plain words, Home, and a word about closed flows."""

from __future__ import annotations

from collections.abc import Sequence

from bot.announcements import Announcement
from bot.intake.readiness import cards_missing
from bot.people.person import Person
from bot.rooms.intake_walk import Walks
from bot.services import Services, SkillRequest
from bot.views import ids, kit
from bot.views.kit import Block, Message

READY = "I am ready. Press the button: everything happens in a window that only you see. Never write about a person here."


def add(services: Services) -> None:
    """Plugs the flows in."""
    walks = Walks(services)
    services.rooms.walks = walks
    services.rooms.skills["refer"] = lambda request: offer(walks, services, request)
    services.rooms.home.append(lambda person: home_section(walks, person))
    services.announcements.add("intake.flow-closed", lambda code: flow_closed(services, code))


def offer(walks: Walks, services: Services, request: SkillRequest) -> Message:
    """A button, for a window opens only after a press. The words chose the flow and are not kept."""
    code = request.protocol if request.protocol and request.protocol in services.library.protocols else ""
    said = walks.refusal(request.person, code or "P01")
    if said is not None and (code or not walks.flows_for(request.person)):
        return kit.message(said, kit.section(kit.escape(said)))
    title = services.library.protocols[code].title if code else ""
    text = f"*{title}.* {READY}" if title else READY
    return kit.message(text, kit.section(text), kit.buttons(_start(code)))


def home_section(walks: Walks, person: Person) -> Sequence[Block | None]:
    """One button for those who may start a flow."""
    if not walks.flows_for(person):
        return ()
    return (kit.section("*Referrals*\nA window leads you through: danger, age, consent, needs. Only you see it."),
            kit.buttons(kit.button(ids.INTAKE_HOME, "Start a referral", style="primary")))  # fmt: skip


def flow_closed(services: Services, code: str) -> Announcement | None:
    """For the coordinators' channel: which flow somebody could not start, and who fills in what. Nothing once it is mended."""
    library = services.library
    protocol = library.protocols.get(code)
    if protocol is None:
        return None
    missing = cards_missing(protocol, library.local_cards, library.providers, is_sample=services.settings.app.city.is_sample)
    if not missing:
        return None
    text = f"The flow {protocol.code} “{protocol.title}” refuses to start: local cards it needs are not filled in."
    cards = [library.local_cards[name] for name in missing if name in library.local_cards]
    lines = kit.bullets(f"*{kit.escape(card.title)}*: to be set by {kit.escape(card.set_by)}" for card in cards)
    where = kit.context("They stand in knowledge/local/. A contact that is a placeholder counts as not set.")
    return Announcement(kit.message(text, kit.section(kit.escape(text)), kit.section(lines) if lines else None, where))


def _start(code: str) -> Block:
    return kit.button(ids.ANSWER_REFER, "Start a referral", value=code, style="primary")
