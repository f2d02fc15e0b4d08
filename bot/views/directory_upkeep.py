"""How keeping the directory true looks: the monthly round, a correction on its way, changing a field, saying how much room."""

from __future__ import annotations

from bot.directory.changes import FIELDS, current_value
from bot.directory.freshness import Listing, vouched
from bot.directory.service import Card
from bot.directory.told import HOW_KNOWN, WRONG_FIELDS, Correction, Round
from bot.views import ids, kit
from bot.views.directory import numbers_of
from bot.views.kit import Block, Message

ROOM_CHOICES = {"open": "Open", "limited": "A little", "waitlist": "Waiting list", "full": "Full"}
REMOVE = kit.confirm("Remove it?", "It is closed for good and leaves every look-up.", "Remove")
OUTCOMES = {
    "published": "was published", "rejected": "was not taken over", "paused": "led to a pause of the listing",
    "removed": "led to the listing being removed",
}  # fmt: skip


def round_message(found: Round, card: Card | None) -> Message:
    """The next record to dial. Pressing a button shows the one after it in the same place."""
    if card is None:
        text = "Nothing left to confirm this month. Thank you."
        return kit.message(text, kit.section(text))
    provider, count = card.provider, len(found.due)
    text = f"Directory round: {count} {'record' if count == 1 else 'records'} to confirm"
    return kit.message(
        text,
        kit.section(f"*{text}.* Please dial, then press. The most urgent first:"),
        kit.section(f"*{_safe(provider.organization)}*\n{numbers_of(provider, staff=True) or _safe(provider.web or 'no number')}"
                    f"\n{_safe(card.hours)}\n_{_safe(card.vouched)}_"),
        kit.context("Ask also: " + _safe("; ".join(provider.verify))) if provider.verify else None,
        kit.buttons(
            kit.button(ids.DIRECTORY_CONFIRM, "Still correct", value=card.listing.id, style="primary"),
            kit.button(ids.DIRECTORY_CHANGED, "Changed", value=card.listing.id),
            kit.button(ids.DIRECTORY_NOT_REACHED, "Could not reach", value=card.listing.id),
        ),
    )  # fmt: skip


def wrong_window(listing: Listing | None) -> Block:
    """P15: what is wrong with a record. Without a record the provider is searched for, or is new."""
    name = _safe(listing.provider.organization) if listing else ""
    which = (
        kit.section(f"*{name}*") if listing is not None
        else kit.input_block(ids.DIRECTORY_ENTRY, "Which provider?", _search(), optional=True,
                             hint="Leave it empty for a provider that is missing.")
    )  # fmt: skip
    return kit.modal(
        ids.DIRECTORY_WRONG_WINDOW, "Something is wrong",
        [
            which,
            kit.input_block(ids.DIRECTORY_FIELDS, "What is wrong?", kit.checkboxes(ids.DIRECTORY_FIELDS, _options(WRONG_FIELDS)),
                            optional=listing is None),
            kit.input_block(ids.DIRECTORY_VALUE, "What should it say?", kit.text_input(ids.DIRECTORY_VALUE, most=200),
                            hint="A provider's own facts only, nothing about a person.", optional=listing is not None),
            kit.input_block(ids.DIRECTORY_KNOWN, "How do you know?",
                            kit.radio(ids.DIRECTORY_KNOWN, _options(HOW_KNOWN))),
            kit.input_block(ids.DIRECTORY_URGENT, "Is it urgent?",
                            kit.radio(ids.DIRECTORY_URGENT, [kit.option("No", "no"),
                                      kit.option("Yes: a crisis line is dead, or conduct is unsafe", "yes")], "no")),
        ],
        submit="Send", close="Cancel", metadata=listing.id if listing else "",
    )  # fmt: skip


def which_is_wrong(card: Card | None) -> Message:
    """Somebody said in words that a record is wrong: the form opens from here, and knows which record is meant."""
    name = f" with {_safe(card.provider.organization)}" if card else ""
    text = f"Thank you. What is wrong{name}? Please fill in the short form."
    return kit.message(
        text, kit.section(text),
        kit.buttons(kit.button(ids.DIRECTORY_WRONG, "Something is wrong here", value=card.listing.id if card else "new")),
    )  # fmt: skip


def correction_sent(correction: Correction, is_hidden: bool) -> Message:
    text = f"Thank you. Correction {correction.code} went to the directory editors."
    hidden = " The listing is hidden until they have looked at it." if is_hidden else ""
    return kit.message(text, kit.section(text + hidden))


def correction_message(correction: Correction, card: Card | None) -> Message:
    """A correction as an editor gets it: what was said, beside what the record says."""
    if correction.state != "open":
        return correction_closed(correction)
    name = card.provider.organization if card else "A provider that is not listed"
    text = f"Correction {correction.code}: {name}"
    wrong = ", ".join(WRONG_FIELDS.get(field, field) for field in correction.fields) or "New listing"
    now = f"*Now:* {numbers_of(card.provider, staff=True)} · {_safe(card.hours)} · _{_safe(card.vouched)}_" if card else ""
    known = _safe(HOW_KNOWN.get(correction.known, ""))
    return kit.message(
        text,
        kit.section(f"*{_safe(text)}*{' :rotating_light: *urgent*' if correction.urgent else ''}\n*What:* {_safe(wrong)}"
                    f"\n*Should say:* {_safe(correction.value or 'not said')}\n*Known from:* {known}"),
        kit.section(now) if now else kit.section("A new listing is written as a file and vetted before anybody sees it."),
        kit.context(f"From <@{correction.by}>. Please decide by {correction.due:%b} {correction.due.day}."),
        kit.buttons(
            kit.button(ids.DIRECTORY_PUBLISH, "Publish a change", value=correction.code, style="primary") if card else None,
            kit.button(ids.DIRECTORY_REJECT, "Nothing to change", value=correction.code),
            kit.button(ids.DIRECTORY_PAUSE, "Pause it", value=correction.code) if card else None,
            kit.button(ids.DIRECTORY_REMOVE, "Remove it", value=correction.code, style="danger", confirm=REMOVE)
            if card else None,
        ),
    )  # fmt: skip


def correction_closed(correction: Correction) -> Message:
    by = f" by <@{correction.decided_by}>" if correction.decided_by else ""
    text = f"Correction {correction.code} {OUTCOMES.get(correction.state, 'is open')}{by}."
    return kit.message(text, kit.section(text))


def correction_decided(correction: Correction) -> Message:
    """What the person who reported it gets."""
    text = f"Your correction {correction.code} {OUTCOMES.get(correction.state, 'is open')}. Thank you for telling us."
    return kit.message(text, kit.section(text))


def correction_overdue(correction: Correction) -> Message:
    by = f"{correction.due:%b} {correction.due.day}"
    text = f"Directory correction {correction.code} is overdue: nobody has decided it by {by}."
    return kit.message(text, kit.section(text))


def change_window(listing: Listing, correction: Correction | None = None) -> Block:
    """An editor types the new value. What stands there now is shown beside the field's name."""
    provider = listing.provider
    first, now = _likely_field(correction), _safe(current_value(provider, "hours"))
    options = [kit.option(label, field) for field, label in FIELDS.items()]
    return kit.modal(
        ids.DIRECTORY_CHANGE_WINDOW, "Change a listing",
        [
            kit.section(f"*{_safe(provider.organization)}*\n{numbers_of(provider, staff=True)}\n{now}"),
            kit.input_block(ids.DIRECTORY_FIELD, "Which field?", kit.select(ids.DIRECTORY_FIELD, options, initial=first)),
            kit.input_block(ids.DIRECTORY_VALUE, "New value", kit.text_input(ids.DIRECTORY_VALUE, most=200,
                            initial=correction.value or "" if correction else ""),
                            hint="A phone number replaces the first one; write OLD > NEW to replace another."),
        ],
        submit="Publish", close="Cancel", metadata=f"{listing.id}|{correction.code if correction else ''}",
    )  # fmt: skip


def changed_message(listing: Listing) -> Message:
    name = listing.provider.organization
    text = f"{name} is changed and shown so at once. `taskforce directory write-back` puts it into the files."
    return kit.message(text, kit.section(_safe(text)))


def room_window(listing: Listing) -> Block:
    return kit.modal(
        ids.DIRECTORY_ROOM_WINDOW, "Room",
        [
            kit.section(f"*{_safe(listing.provider.organization)}*\nIt counts for 24 hours; after that it is unknown again."),
            kit.input_block(ids.DIRECTORY_ROOM_STATE, "How much room is there?",
                            kit.radio(ids.DIRECTORY_ROOM_STATE, _options(ROOM_CHOICES))),
            kit.input_block(ids.DIRECTORY_ROOM_UNTIL, "Until", {"type": "datepicker", "action_id": ids.DIRECTORY_ROOM_UNTIL},
                            optional=True),
        ],
        submit="Save", close="Cancel", metadata=listing.id,
    )  # fmt: skip


def room_saved(listing: Listing) -> Message:
    room = ROOM_CHOICES.get(listing.room.state, listing.room.state).lower()
    text = f"{listing.provider.organization}: {room}. It counts for 24 hours."
    return kit.message(text, kit.section(_safe(text)))


def home_section(found: Round, corrections: int, held_back: int, own: tuple[Listing, ...]) -> list[Block | None]:
    """For editors: what waits for them. For liaisons: how much room their own providers have."""
    blocks: list[Block | None] = []
    if found.due or corrections or held_back:
        blocks.append(kit.section(
            f"*Directory*\n{len(found.due)} to confirm · {corrections} corrections open · {held_back} held back",
            kit.button(ids.DIRECTORY_START_ROUND, "Start confirming") if found.due else None,
        ))  # fmt: skip
    for place, listing in enumerate(own[:5]):
        button = kit.button(f"{ids.DIRECTORY_ROOM}.{place}", "Say how much room", value=listing.id)
        blocks.append(kit.section(f"*{_safe(listing.provider.organization)}*\n_{_safe(vouched(listing))}_", button))
    return [*blocks, kit.divider()] if blocks else []


def _options(choices: dict[str, str]) -> list[Block]:
    return [kit.option(label, code) for code, label in choices.items()]


def _search() -> Block:
    return {"type": "external_select", "action_id": ids.DIRECTORY_ENTRY, "min_query_length": 2,
            "placeholder": kit.plain("Type a part of its name", 150)}  # fmt: skip


def _likely_field(correction: Correction | None) -> str | None:
    known = {"phone": "phone", "hours": "hours", "language": "languages_spoken", "service": "services", "who": "populations",
             "closed": "status", "conditions": "excludes"}  # fmt: skip
    return next((known[field] for field in correction.fields if field in known), None) if correction else None


def _safe(text: str) -> str:
    return kit.escape(text)
