"""What the guided flows add to the whole: the windows, "start a referral" in plain words, Home, and a word about closed flows."""

from __future__ import annotations

from collections.abc import Sequence

from bot.announcements import Announcement, Attachment
from bot.intake.readiness import cards_missing, missing_of
from bot.intake.sheet import sheet_of, word_file
from bot.people.person import Person
from bot.rooms.intake_walk import Walks
from bot.services import Services, SkillRequest
from bot.views import ids, kit
from bot.views.kit import Block, Message

CHILD_LINE = "child-abuse-line"
HOTLINES = ("nat-911", "nat-nhth")
READY = "I am ready. Press the button: everything happens in a window that only you see. Never write about a person here."


def add(services: Services) -> None:
    """Plugs the flows in."""
    walks = Walks(services)
    services.rooms.walks = walks
    services.rooms.skills["refer"] = lambda request: offer(walks, services, request)
    services.rooms.home.append(lambda person: home_section(walks, person))
    services.announcements.add("intake.flow-closed", lambda code: flow_closed(services, code))
    services.announcements.add("intake.sheet", lambda code: sheet(services, code))


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


def sheet(services: Services, code: str) -> Announcement | None:
    """The blank sheet, with numbers as the directory has them today. Nothing for a flow that has none (any more)."""
    library = services.library
    protocol = library.protocols.get(code)
    if protocol is None or not protocol.file.on_paper:
        return None
    card = library.local_cards.get(CHILD_LINE)
    is_real = card is not None and not cards_missing_of((CHILD_LINE,), services)
    child = _calls(services, card.contacts) if card is not None and is_real else []
    made = sheet_of(protocol, _calls(services, HOTLINES), child[0] if child else None)
    text = f"A blank sheet for {protocol.code} “{protocol.title}”: print it before you need it, and write no person on it."
    file = Attachment(f"{protocol.code.lower()}-sheet.docx", word_file(made), made.title)
    return Announcement(kit.message(text, kit.section(kit.escape(text))), file=file)


def cards_missing_of(names: tuple[str, ...], services: Services) -> tuple[str, ...]:
    """Which of these local cards are not filled in here."""
    library = services.library
    return missing_of(names, library.local_cards, library.providers, is_sample=services.settings.app.city.is_sample)


def _calls(services: Services, names: Sequence[str]) -> list[str]:
    contacts = services.answers.contacts(tuple(names))
    return [f"{each.name} {each.numbers[0][1]}" for each in contacts if each.numbers]


def _start(code: str) -> Block:
    return kit.button(ids.ANSWER_REFER, "Start a referral", value=code, style="primary")
