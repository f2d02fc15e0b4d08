"""How a guided flow looks: one window after the other, with the danger stop always one press away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.answer import Contact
from bot.content.entry import LocalCard
from bot.content.protocol import Card, Ending, Protocol, Screen
from bot.intake.flow import Showing, Value
from bot.views import ids, kit
from bot.views.intake_questions import Circumstances, Offer, answer_buttons, input_blocks, is_pressed
from bot.views.kit import Block

DANGER_LABEL = "Danger now: stop"
# a window of so many blocks is longer than a screen: the stop at its head is out of sight when one is at its foot
LONG = 8
EMERGENCY = "nat-911"
NOT_WATCHED = "Nobody watches this chat. In danger call 911."
EXAMPLE = " _(example)_"


@dataclass(frozen=True)
class Shelf:
    """What texts refer to: contacts from the directory, and local cards as the city has set them."""

    contacts: Mapping[str, Contact]
    cards: Mapping[str, LocalCard]


def screen_window(
    protocol: Protocol, showing: Showing, given: Mapping[str, Value], token: str, now: Circumstances, shelf: Shelf,
    *, complaint: str | None = None,
) -> Block:  # fmt: skip
    """One step. `given`: answers from before, which stand in the fields. `token`: the sealed place of the person."""
    screen = showing.screen
    pressed, on_paper = is_pressed(screen), protocol.file.on_paper and not showing.trail
    blocks: list[Block | None] = [
        kit.context(f"{protocol.title} · {showing.step} of {showing.steps}"),
        kit.buttons(
            kit.button(ids.INTAKE_DANGER, DANGER_LABEL, value=protocol.code, style="danger"),
            kit.button(ids.INTAKE_BACK, "Back") if showing.trail else None,
            kit.button(ids.INTAKE_HELP, "Help", value=screen.id) if _has_help(screen) else None,
            kit.button(ids.INTAKE_SHEET, "Sheet to print", value=protocol.code) if on_paper else None,
        ),
        kit.section(f":warning: {kit.escape(complaint)}") if complaint else None,
    ]
    for card in showing.cards:
        blocks += card_blocks(card, shelf)
    blocks += [kit.section(_safe(screen.says))] if screen.says else []
    blocks += _references(screen.contacts, screen.local_cards, shelf)
    blocks += _asked(screen, given, now, pressed=pressed)
    if any(question.kind == "providers" for question in screen.questions):
        blocks += _references(protocol.file.routing.always_shows, (), shelf)
    blocks.append(kit.context(kit.escape(protocol.file.always_says)) if protocol.file.always_says else None)
    blocks += _stop_again(protocol, blocks)
    submit = None if pressed else "Next"
    return kit.modal(ids.INTAKE_WINDOW, screen.title, blocks, submit=submit, metadata=token)


def review_window(
    protocol: Protocol, lines: Sequence[tuple[str, str, str, str]], ending: Ending, token: str, *,
    to_read: Sequence[str], cards: Sequence[Card], shelf: Shelf,
) -> Block:  # fmt: skip
    """Everything once more before it is kept or sent. `lines`: (screen, question, answer, what becomes of it)."""
    blocks: list[Block | None] = [
        kit.context(f"{protocol.title} · check before you go on"),
        kit.buttons(
            kit.button(ids.INTAKE_DANGER, DANGER_LABEL, value=protocol.code, style="danger"), kit.button(ids.INTAKE_BACK, "Back")
        ),
        *[kit.section(text) for text in to_read],
    ]
    for card in cards:
        blocks += card_blocks(card, shelf, with_button=False)
    for place, (screen, question, answer, fate) in enumerate(lines):
        change = kit.button(f"{ids.INTAKE_CHANGE}.{place}", "Change", value=screen, spoken=f"Change: {question}")
        blocks.append(kit.section(f"*{kit.escape(question)}*\n{kit.escape(answer)}  _({fate})_", change))
    blocks.append(kit.context(kit.escape(protocol.file.always_says)) if protocol.file.always_says else None)
    blocks += _stop_again(protocol, blocks)
    return kit.modal(
        ids.INTAKE_REVIEW_WINDOW, "Check and go on", blocks, submit=ending.submit or "Go on", metadata=token
    )


def ending_window(
    title: str, says: str, shelf: Shelf, *, flow: str, contacts: Sequence[str] = (), local_cards: Sequence[str] = (),
    cards: Sequence[Card] = (), offers: Sequence[str] = (), more: Sequence[str] = (), always: str | None = None,
    close: str | None = None, first: Sequence[str] = (),
) -> Block:  # fmt: skip
    """How it ended, and what can be done from here. `first`: what somebody in a hurry must read before anything else."""
    said: list[Block | None] = [*kit.sections(_safe(says)), *[kit.section(text) for text in more]]
    references = _references(contacts, local_cards, shelf)
    blocks = [*[kit.section(text) for text in first], *said, *references]
    for card in cards:
        blocks += card_blocks(card, shelf)
    blocks.append(
        kit.buttons(
            kit.button(ids.INTAKE_REMIND, "Remind me in 30 minutes", value=flow) if "remind_in_30_minutes" in offers else None,
            kit.button(ids.INTAKE_PLACES, "Show places to call", value=flow) if "list_providers" in offers else None,
        )
    )
    blocks += [kit.context(kit.escape(always)) if always else None, kit.context(NOT_WATCHED)]
    return kit.modal(ids.INTAKE_SHOWN_WINDOW, title, blocks, close=close or "Close")


def stop_window(ending: Ending, shelf: Shelf, flow: str) -> Block:
    """Danger: one thing to do, and nothing beside it. Where that is a call to 911, the number stands before any text."""
    is_emergency = EMERGENCY in ending.contacts[:1] and EMERGENCY in shelf.contacts
    emergency = [f":telephone_receiver: {contact_text(shelf.contacts[EMERGENCY])}"] if is_emergency else []
    others = ending.contacts[1:] if emergency else ending.contacts
    return ending_window(
        ending.title, ending.says, shelf, flow=flow, contacts=others, local_cards=ending.local_cards, close=ending.close,
        first=emergency, offers=ending.offers,
    )  # fmt: skip


def closed_flow_window(protocol: Protocol, missing: Sequence[LocalCard], shelf: Shelf) -> Block:
    """A flow that must not start here: what to do now all the same, and who was told (R44)."""
    child = protocol.file.about == "child"
    now = (
        "*This checklist cannot run here yet: the local lines it needs have not been filled in.* The coordinators are told.\n"
        "• Danger now: call 911.\n"
        "• Make the report yourself, usually at once, to your state's child-abuse line. Your supervisor or your agency's "
        "written procedure has its number.\n"
        "• *Telling this assistant is not reporting.* Childhelp is not a reporting line; it can tell you which line is yours.\n"
        "• Ask the young person no questions about what happened, and promise nothing you cannot keep."
        if child
        else "*This way cannot run here yet: the local lines it needs have not been filled in.* The coordinators are told.\n"
        "• Danger now: call 911.\n"
        "• Your supervisor or counsel can say whether you must report.\n"
        "• The person can get help all the same: begin the general referral."
    )
    waiting = kit.bullets(f"{kit.escape(card.title)}, to be set by {kit.escape(card.set_by)}" for card in missing)
    blocks: list[Block | None] = [kit.section(now), kit.context(f"Not set: {waiting}") if missing else None]
    blocks += _references((EMERGENCY, "nat-childhelp", "nat-nhth") if child else (EMERGENCY, "nat-nhth"), (), shelf)
    if not child:
        blocks.append(kit.buttons(kit.button(f"{ids.INTAKE_START}.P01", "General adult referral", value="P01")))
    return kit.modal(ids.INTAKE_SHOWN_WINDOW, "Not open here yet", [*blocks, kit.context(NOT_WATCHED)])


def chooser_window(flows: Sequence[Protocol], kept: tuple[str, str] | None) -> Block:
    """Which flow? `kept`: title of a flow somebody left on the way, and until when its place is kept."""
    blocks: list[Block | None] = []
    if kept is not None:
        blocks += [
            kit.section(f"*You left {kit.escape(kept[0])} on the way.* Your place is kept until {kept[1]}."),
            kit.buttons(
                kit.button(ids.INTAKE_CONTINUE, "Go on where I was", style="primary"),
                kit.button(ids.INTAKE_FORGET, "Forget it"),
            ),
            kit.divider(),
        ]
    blocks.append(kit.section("*What is it about?* In danger: 911 first. Never write anything about a person here."))
    for flow in flows:
        start = kit.button(f"{ids.INTAKE_START}.{flow.code}", "Start", value=flow.code, spoken=f"Start {flow.title}")
        blocks.append(kit.section(f"*{kit.escape(flow.title)}*\n{kit.escape(flow.file.purpose)}", start))
    return kit.modal(ids.INTAKE_SHOWN_WINDOW, "Start a referral", blocks)


def help_window(screen: Screen) -> Block:
    """Why each thing is asked, on top of the step: closing it leads back, and nothing filled in is lost."""
    texts = [
        kit.section(f"*{kit.escape(question.ask)}*\n{_safe(question.help)}") for question in screen.questions if question.help
    ]
    return kit.modal(ids.INTAKE_SHOWN_WINDOW, "Help", [*texts, kit.context(NOT_WATCHED)], close="Back to the step")


def places_window(flow: str, wanted: Mapping[str, str], chosen: str | None, offers: Sequence[Offer], shelf: Shelf) -> Block:
    """Places to show or read out; nothing is stored. `wanted`: kinds of help to choose from."""
    kinds = [kit.option(label, name) for name, label in wanted.items()]
    menu = kit.select(ids.INTAKE_PLACES_FOR, kinds, placeholder="What help?", initial=chosen)
    blocks: list[Block | None] = [
        kit.section("Places to pass on. Nothing is written down, whatever you choose."),
        kit.section("*What help is wanted?*", menu) if wanted else None,
        *[offer_block(offer) for offer in offers],
        kit.section("Nothing in the directory fits this.") if not offers else None,
        *_references(("nat-nhth",), (), shelf),
        kit.context(NOT_WATCHED),
    ]
    return kit.modal(ids.INTAKE_SHOWN_WINDOW, "Places to call", blocks, metadata=flow)


def sent_before_window(lines: Sequence[str]) -> Block:
    """The last press came twice: once it was kept, and this is what was said of it."""
    return kit.modal(
        ids.INTAKE_SHOWN_WINDOW, "Referral sent", [*[kit.section(line) for line in lines], kit.context(NOT_WATCHED)]
    )


def said_window(title: str, text: str) -> Block:
    return kit.modal(ids.INTAKE_SHOWN_WINDOW, title, [kit.section(kit.escape(text)), kit.context(NOT_WATCHED)])


def offer_block(offer: Offer) -> Block:
    """One place: why, what nobody knows, and how to reach it."""
    lines = [f"*{kit.escape(offer.name)}*", "Why: " + kit.escape("; ".join(offer.why))]
    if offer.unknown:
        lines.append("Not known: " + kit.escape("; ".join(offer.unknown)))
    lines += [kit.escape(offer.hours)] if offer.hours else []
    lines += [offer.contact] if offer.contact else []
    return kit.section("\n".join(lines))


def card_blocks(card: Card, shelf: Shelf, *, with_button: bool = True) -> list[Block | None]:
    """A card on the way. Where it offers another flow, a button starts that one; the two are never linked."""
    blocks: list[Block | None] = [kit.section(f":information_source: {_safe(card.says)}")]
    blocks += _references(card.contacts, card.local_cards, shelf)
    if card.flow and with_button:
        blocks.append(kit.buttons(kit.button(f"{ids.INTAKE_START}.{card.flow}", f"Start {card.flow}", value=card.flow)))
    return blocks


def contact_text(contact: Contact) -> str:
    """Name and numbers to tap, from the directory record (R48)."""
    numbers = " · ".join(
        kit.telephone(dial, shown) + (f" ({kit.escape(says)})" if says else "") for dial, shown, says in contact.numbers
    )
    lines = [f"*{kit.escape(contact.name)}*", numbers or (kit.link(contact.web, contact.web) if contact.web else "")]
    lines += [f":warning: {kit.escape(contact.notice)}"] if contact.notice else []
    return "\n".join(line for line in lines if line)


def _asked(screen: Screen, given: Mapping[str, Value], now: Circumstances, *, pressed: bool) -> list[Block | None]:
    if pressed:
        return answer_buttons(screen.questions[0], given.get(screen.questions[0].id))
    blocks: list[Block | None] = []
    for question in screen.questions:
        if question.kind == "providers":
            blocks += [offer_block(offer) for offer in now.offers]
            blocks.append(kit.section("Nothing in the directory fits.") if not now.offers else None)
        blocks += input_blocks(question, given, now)
    return blocks


def _references(contacts: Sequence[str], cards: Sequence[str], shelf: Shelf) -> list[Block | None]:
    blocks: list[Block | None] = []
    for name in cards:
        card = shelf.cards.get(name)
        if card is None or not card.is_set:
            blocks.append(kit.context(f"{kit.escape(card.title if card else name)}: not set for this city yet."))
            continue
        mark = EXAMPLE if card.example else ""
        blocks.append(kit.section(f"*{kit.escape(card.title)}*{mark}\n{_safe(card.say or '')}"))
        contacts = (*contacts, *card.contacts)
    known = [shelf.contacts[name] for name in dict.fromkeys(contacts) if name in shelf.contacts]
    return [*blocks, *[kit.section(contact_text(contact)) for contact in known]]


def _stop_again(protocol: Protocol, blocks: Sequence[Block | None]) -> list[Block | None]:
    if sum(block is not None for block in blocks) < LONG:
        return []
    return [kit.buttons(kit.button(ids.INTAKE_DANGER, DANGER_LABEL, value=protocol.code, style="danger"))]


def _has_help(screen: Screen) -> bool:
    return any(question.help for question in screen.questions)


def _safe(text: str | None) -> str:
    return kit.escape((text or "").strip())

