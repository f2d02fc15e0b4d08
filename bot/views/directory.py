"""How providers look: a list of those that fit with why, one card with everything, and the window with filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.content.provider import Provider
from bot.directory.explaining import ages, area_name, limits, people_name, service_name
from bot.directory.freshness import Reason
from bot.directory.hours import week_text
from bot.directory.lookup import LookUp, Match
from bot.directory.service import Card
from bot.views import ids, kit
from bot.views.kit import Block, Message

MOST_LISTED = 3
PERSON_CHOOSES = "Offer the choice: the person decides. Call before you send anyone; what is not known, ask."
EXAMPLE = "Example data: these are not real providers. Replace them before use."
WHY_NOT: dict[Reason, str] = {
    "closed": "has closed", "paused": "is paused and not shown now", "temporarily-closed": "is closed for the time being",
    "unvetted": "has not been vetted yet", "expired": "is not shown: its vetting has run out",
    "failed": "did not pass vetting; please do not refer anybody there",
    "placeholder": "is only a placeholder: the real contact has not been entered yet",
    "too-old": "is not shown: nobody has confirmed its number for too long", "ended": "was there for a time only, which is over",
    "reported": "is hidden: somebody reported that it does not work, and an editor is checking",
}  # fmt: skip
USES = {"text": "text", "tty": "TTY", "videophone": "videophone", "staff": "staff only, not for the public"}
# the flow that a referral to this kind of help begins with
FLOWS = {
    "emergency_shelter": "P09", "hotel_placement": "P09", "youth_shelter": "P02", "youth_drop_in": "P02",
    "child_advocacy_center": "P02",
    "wage_recovery": "P03", "worker_center": "P03", "legal_civil_wage": "P03", "labor_standards_enforcement": "P03",
    "legal_record_relief": "P13", "legal_immigration": "P14", "family_justice_center": "P11", "deaf_services": "P10",
    "disability_services": "P10", "disaster_services": "P12",
}  # fmt: skip


def lookup_message(found: LookUp, cards: Mapping[str, Card], hotline: Card | None, *, staff: bool = False) -> Message:
    """What came of a look-up: the few that fit, or that nobody does; the national hotline stands below either.

    `staff`: the reader alone sees it, so a single card may hold staff numbers.
    """
    if found.unknown_number:
        text = "No provider in the directory has that number. I can't say whose it is."
        return kit.message(text, kit.section(text), kit.buttons(_filter_button()))
    if len(found.matches) == 1 and found.matches[0].id in cards:
        return _single(found, cards[found.matches[0].id], staff=staff)
    if not found.matches:
        return _nobody(found, cards, hotline)
    shown = found.matches[:MOST_LISTED]
    head = _headline(found, f"{_count(len(shown))} that may fit")
    blocks: list[Block | None] = [kit.section(f"*{head}*")]
    if found.caution:
        blocks.append(kit.section(f":warning: {_safe(found.caution)}"))
    blocks += [_listed(match, cards[match.id], place) for place, match in enumerate(shown) if match.id in cards]
    if hotline is not None and hotline.standing.is_shown and all(match.id != hotline.listing.id for match in shown):
        blocks.append(kit.context(f"Always open: {_safe(hotline.provider.organization)} {numbers_of(hotline.provider)}"))
    example = EXAMPLE if any(match.provider.example for match in shown) else None
    blocks.append(kit.context(PERSON_CHOOSES, example))
    blocks.append(kit.buttons(_filter_button()))
    spoken = f"{head}: {'; '.join(match.provider.organization for match in shown)}"
    return kit.message(spoken, *blocks)


def card_blocks(card: Card, *, staff: bool = False) -> list[Block | None]:
    """The card without buttons. A record that is held back shows why and whom to call instead, never its numbers."""
    provider = card.provider
    if not card.standing.is_shown:
        return _held_back(card)
    head = f"*{_safe(provider.organization)}*\n{_safe(provider.service_name)}\n{_safe(card.hours)}"
    blocks: list[Block | None] = [kit.section(head)]
    if provider.is_police and provider.caution:
        blocks.append(kit.section(f":warning: {_safe(provider.caution)}"))
    blocks.append(kit.section(_contact_lines(provider, staff=staff)))
    if card.standing.notice:
        blocks.append(kit.section(f":hourglass: *{_safe(card.standing.notice)}*"))
    if provider.description:
        blocks.append(kit.section(_safe(provider.description)))
    blocks.append(kit.fields(*_facts(card)))
    if provider.how_to_refer:
        blocks.append(kit.section("*How to refer*\n" + kit.numbered(_safe(line) for line in provider.how_to_refer)))
    if provider.when_to_use:
        blocks.append(kit.section(f"*When*\n{_safe(provider.when_to_use)}"))
    cautions = [provider.caution if not provider.is_police else None, provider.immigration_note]
    blocks += [kit.section(f":warning: {_safe(caution)}") for caution in cautions if caution]
    left_out = limits(provider)
    if left_out:
        blocks.append(kit.section(f"*Not for everybody:* {_safe('; '.join(left_out))}"))
    checking = [f"Being checked: {_safe('; '.join(provider.verify))}"] if provider.verify else []
    blocks.append(kit.context(_safe(card.vouched), *checking, EXAMPLE if provider.example else None))
    return blocks


def card_buttons(card: Card, *, may_say_room: bool = False) -> Block | None:
    provider = card.provider
    refers = card.standing.is_shown and not provider.is_police and "staff" not in provider.populations
    return kit.buttons(
        kit.button(ids.ANSWER_REFER, "Start a referral", value=_flow(provider), style="primary") if refers else None,
        kit.button(ids.DIRECTORY_WRONG, "Something is wrong here", value=card.listing.id),
        kit.button(ids.DIRECTORY_ROOM, "Say how much room there is", value=card.listing.id) if may_say_room else None,
    )


def card_window(card: Card, *, staff: bool = True, may_say_room: bool = False) -> Block:
    """The card in a window: only the person who opened it sees it."""
    return kit.modal(ids.DIRECTORY_CARD + ".window", "Provider",
                     [*card_blocks(card, staff=staff), card_buttons(card, may_say_room=may_say_room)])  # fmt: skip


def filter_window(services: Sequence[str], languages: Mapping[str, str], people: Sequence[str], areas: Sequence[str]) -> Block:
    """Look providers up without typing. Everything is optional but one thing must be chosen."""

    def menu(block_id: str, label: str, options: list[Block]) -> Block:
        return kit.input_block(block_id, label, kit.select(block_id, options), optional=True)

    return kit.modal(
        ids.DIRECTORY_FILTER_WINDOW, "Find a provider",
        [
            kit.input_block(ids.DIRECTORY_WORDS, "In your words", kit.text_input(ids.DIRECTORY_WORDS, most=200,
                            placeholder="shelter tonight spanish"), hint="Without details about a person.", optional=True),
            menu(ids.DIRECTORY_SERVICE, "Help with", [kit.option(service_name(code).capitalize(), code) for code in services]),
            menu(ids.DIRECTORY_LANGUAGE, "Language", [kit.option(name, code) for code, name in languages.items()]),
            menu(ids.DIRECTORY_PEOPLE, "For", [kit.option(people_name(code).capitalize(), code) for code in people]),
            menu(ids.DIRECTORY_AREA, "Area", [kit.option(area_name(code).capitalize(), code) for code in areas]),
            kit.input_block(ids.DIRECTORY_OPEN, "When", kit.checkboxes(ids.DIRECTORY_OPEN, [kit.option("Open now", "now")]),
                            optional=True),
        ],
        submit="Find",
    )  # fmt: skip


def found_window(message: Message) -> Block:
    return kit.modal(ids.DIRECTORY_FILTER_WINDOW + ".found", "Find a provider", message.blocks)


def how_to_look_up() -> Message:
    text = "Say what is needed, for example `/provider shelter tonight spanish`, a provider's name, or a phone number."
    return kit.message(text, kit.section(text), kit.buttons(_filter_button()))


def numbers_of(provider: Provider, *, staff: bool = False) -> str:
    """Numbers one can tap, with what each is for."""
    shown = []
    for phone in provider.phones:
        if phone.use == "staff" and not staff:
            continue
        use = USES.get(phone.use, "")
        notes = ", ".join(note for note in (use if use not in (phone.says or "") else "", phone.says or "") if note)
        shown.append(f"{kit.telephone(phone.dial, phone.number)}{f' ({_safe(notes)})' if notes else ''}")
    return " · ".join(shown)


def _single(found: LookUp, card: Card, *, staff: bool) -> Message:
    """One provider alone is shown whole; what was known of the fit stands above it."""
    match = found.matches[0]
    head = _headline(found, "") if found.named_reason else ""
    fit = "; ".join(_safe(reason) for reason in match.reasons)
    return kit.message(
        _spoken(card), kit.section(head) if head else None, *card_blocks(card, staff=staff),
        kit.context(f"Fits: {fit}" if fit else None, f"Not known: {_safe('; '.join(match.unknowns))}" if match.unknowns else None)
        if fit or match.unknowns else None,
        card_buttons(card),
    )  # fmt: skip


def _nobody(found: LookUp, cards: Mapping[str, Card], hotline: Card | None) -> Message:
    named = cards.get(found.named.id) if found.named else None
    if named is not None and found.named_reason is not None:
        return kit.message(_spoken(named), *_held_back(named), _hotline(hotline), kit.buttons(_filter_button()))
    text = "Nobody in the directory fits all of that."
    counted = kit.context("Counted as an unmet need, without any detail.") if found.gap is not None else None
    return kit.message(
        text, kit.section(f"*{text}* Try fewer words, or call the national hotline: it knows services elsewhere."),
        _hotline(hotline), counted, kit.buttons(_filter_button()),
    )  # fmt: skip


def _hotline(card: Card | None) -> Block | None:
    if card is None or not card.standing.is_shown:
        return None
    return kit.section(f"*{_safe(card.provider.organization)}*\n{numbers_of(card.provider)}\n{_safe(card.hours)}")


def _listed(match: Match, card: Card, place: int) -> Block:
    provider = match.provider
    lines = [f"*{_safe(provider.organization)}* · {_safe(provider.service_name)}"]
    numbers = numbers_of(provider)
    reach = numbers or _web(provider) or "Number for staff: press Show more"
    lines.append(f"{reach} · {_safe(card.hours)}")
    if match.reasons:
        lines.append(f"Fits: {_safe('; '.join(match.reasons))}")
    if match.unknowns:
        lines.append(f"Not known: {_safe('; '.join(match.unknowns))}")
    if match.limits:
        lines.append(f"Not for everybody: {_safe('; '.join(match.limits))}")
    if match.standing.notice:
        lines.append(f":hourglass: {_safe(match.standing.notice)}")
    lines.append(f"_{_safe(card.vouched)}_")
    spoken = f"Show more about {provider.organization}"
    more = kit.button(f"{ids.DIRECTORY_CARD}.{place}", "Show more", value=match.id, spoken=spoken)
    return kit.section("\n".join(lines), more)


def _held_back(card: Card) -> list[Block | None]:
    """Why a record is not shown, and whom to call instead. Its own numbers are not said."""
    reason = card.standing.reason
    text = f"*{_safe(card.provider.organization)}* {WHY_NOT[reason] if reason else ''}."
    blocks: list[Block | None] = [kit.section(text)]
    blocks += [
        kit.section(f"*{_safe(listing.provider.organization)}*\n{numbers_of(listing.provider)}") for listing in card.instead
    ]
    return blocks


def _facts(card: Card) -> list[str]:
    provider = card.provider
    spoken = ", ".join(language_name(code) for code in provider.languages_spoken) or "not known"
    interpreters = f"; interpreters: {provider.interpretation}" if provider.interpretation else ""
    who = ", ".join(people_name(code) for code in provider.populations)
    facts = [
        f"*Languages*\n{_safe(spoken)}{_safe(interpreters)}",
        f"*For*\n{_safe(who)}{f' ({ages(provider)})' if provider.age_min is not None or provider.age_max is not None else ''}",
        f"*Area*\n{_safe(', '.join(area_name(code) for code in provider.area))}",
        f"*Open*\n{_safe(week_text(provider.hours))}",
    ]
    if provider.cost != "unknown":
        facts.append(f"*Cost*\n{ {'free': 'Free', 'sliding': 'By income', 'insurance': 'Insurance'}[provider.cost] }")
    if card.room != "unknown":
        facts.append(f"*Room*\n{card.room}{f' until {card.listing.room.until}' if card.listing.room.until else ''}")
    forms = " and ".join(provider.forms_served)
    return [*facts, f"*Trafficking for*\n{forms}"]


def _contact_lines(provider: Provider, *, staff: bool) -> str:
    lines = [numbers_of(provider, staff=staff) or ("Number for staff: press Show more" if provider.phones else "")]
    lines += [_web(provider), kit.link(f"mailto:{provider.email}", provider.email) if provider.email else ""]
    if provider.chat and provider.chat != provider.web:
        lines.append(kit.link(provider.chat, "Chat"))
    if provider.address is not None:
        place = provider.address
        lines.append(_safe(f"{place.street}, {place.city}"))
    if provider.confidential_location:
        lines.append("The place is confidential: call, never send anyone to look for it.")
    return "\n".join(line for line in lines if line) or "No contact is known yet."


def language_name(code: str) -> str:
    """The English name of an ISO 639 code our records use; the code itself for any other."""
    return LANGUAGES.get(code, code)


def _web(provider: Provider) -> str:
    return kit.link(provider.web, provider.web.removeprefix("https://")) if provider.web else ""


def _headline(found: LookUp, otherwise: str) -> str:
    if found.named is not None and found.named_reason is not None:
        why = f"{_safe(found.named.provider.organization)} {WHY_NOT[found.named_reason]}."
        return f"{why} Instead:" if found.matches else why
    return otherwise


def _spoken(card: Card) -> str:
    return f"{card.provider.organization}. {card.hours}"


def _flow(provider: Provider) -> str:
    return next((FLOWS[code] for code in provider.services if code in FLOWS), "P01")


def _count(number: int) -> str:
    return {1: "One provider", 2: "Two providers", 3: "Three providers"}.get(number, f"{number} providers")


def _filter_button() -> Block:
    return kit.button(ids.DIRECTORY_FILTER, "Search with filters")


def _safe(text: str) -> str:
    return kit.escape(text)


LANGUAGES = {
    "en": "English", "es": "Spanish", "zh": "Chinese", "vi": "Vietnamese", "tl": "Tagalog", "ar": "Arabic", "fr": "French",
    "ht": "Haitian Creole", "pt": "Portuguese", "bn": "Bengali", "quc": "K'iche'", "mam": "Mam", "ase": "ASL", "ru": "Russian",
    "uk": "Ukrainian", "ko": "Korean", "ja": "Japanese", "hi": "Hindi", "ur": "Urdu", "pa": "Punjabi", "ne": "Nepali",
    "th": "Thai", "km": "Khmer", "lo": "Lao", "my": "Burmese", "so": "Somali", "am": "Amharic", "ti": "Tigrinya",
    "sw": "Swahili", "fa": "Persian", "ps": "Pashto",
    "pl": "Polish", "ro": "Romanian", "de": "German", "it": "Italian", "tr": "Turkish", "id": "Indonesian",
    "mn": "Mongolian", "hmn": "Hmong", "kjb": "Q'anjob'al", "yua": "Yucatec Maya", "mix": "Mixtec", "nah": "Nahuatl",
    "zap": "Zapotec", "qu": "Quechua",
}  # fmt: skip
