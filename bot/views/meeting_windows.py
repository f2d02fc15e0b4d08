"""The windows around an agenda: an item, arranging, merging, moving a meeting, turns and leave. Dictionaries only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.meetings.agenda import LONGEST_WORDS, Item, ItemKind, Origin
from bot.meetings.rotation import CHAIR, NOTES
from bot.meetings.values import MeetingNow, Turn
from bot.views import ids, kit
from bot.views.kit import Block
from bot.views.meeting_words import KIND_CHOICES, item_line, length_line, short_day, when

ROLE_NAMES = {CHAIR: "Chair", NOTES: "Notes"}
RESTRICTED, PUBLIC = "restricted", "public"
MOVE, CANCEL, STANDS = "move", "cancel", "stands"
UP, DOWN, EDIT, LATER, MERGE = "up", "down", "edit", "later", "merge"
ARRANGING = ((UP, "Move up"), (DOWN, "Move down"), (EDIT, "Edit or take off"), (LATER, "To the next meeting"), (MERGE, "Merge"))
REMOVE = "remove"


def item_window(
    metadata: str, *, item: Item | None = None, words: str = "", kind: ItemKind = ItemKind.DISCUSS, minutes: int = 10,
    owner: str = "",
    which: Sequence[tuple[str, str]] = (), initial: str = "", is_from_message: bool = False,
) -> Block:  # fmt: skip
    """A new item, or one to be changed. `which`: (value, label) of the meetings it may go to."""
    if item is not None:
        words, kind, minutes, owner = item.words, item.kind, item.minutes, item.owner or owner
    restricted = item is None or item.is_restricted
    kinds = [kit.option(label, value) for value, label in KIND_CHOICES.items()]
    users: Block = {"type": "users_select", "action_id": f"{ids.MEETING_OWNER}.input", "placeholder": kit.plain("A person", 150)}
    if owner:
        users["initial_user"] = owner
    off = [kit.option("Take it off the agenda", REMOVE)]
    return kit.modal(
        ids.MEETING_ITEM_WINDOW, "Agenda item",
        [
            kit.context("A link to the message is kept. Its text is not copied: say in your own words what it is about.")
            if is_from_message else None,
            kit.input_block(ids.MEETING_WORDS, "What is it about?",
                            kit.text_input(f"{ids.MEETING_WORDS}.input", initial=words, most=LONGEST_WORDS, multiline=True),
                            hint="The matter, not a person: “Shelter intake time”."),
            kit.input_block(ids.MEETING_KIND, "What should the group do?", kit.radio(f"{ids.MEETING_KIND}.input", kinds, kind)),
            kit.input_block(ids.MEETING_MINUTES, "Minutes",
                            kit.text_input(f"{ids.MEETING_MINUTES}.input", initial=str(minutes), most=3)),
            kit.input_block(ids.MEETING_OWNER, "Who brings it?", users, optional=True),
            edition_input(restricted),
            kit.input_block(ids.MEETING_WHICH, "Which meeting?", kit.select(
                f"{ids.MEETING_WHICH}.input", [kit.option(label, value) for value, label in which], initial=initial,
            )) if item is None and which else None,
            kit.input_block(ids.MEETING_WHAT, "Or", kit.checkboxes(f"{ids.MEETING_WHAT}.input", off), optional=True)
            if item is not None else None,
        ],
        submit="Save" if item else "Add", close="Cancel", metadata=metadata,
    )  # fmt: skip


def arrange_window(meeting: MeetingNow) -> Block:
    """Everything on the agenda with what can be done about it. Its buttons carry the order this person looks at."""
    blocks: list[Block | None] = [
        kit.section(f"*{kit.escape(meeting.series.name)}*\n{when(meeting)}"),
        kit.context(length_line(meeting)),
    ]
    for number, item in enumerate(meeting.agenda[:40], 1):
        text = f"{number}. {item_line(item, is_late=item.id in meeting.overruns)}"
        blocks.append(kit.section(text, _arranging(meeting, item) if item.is_waiting else None))
    blocks.append(kit.buttons(kit.button(ids.MEETING_ADD, "Add an item", value=meeting.code)))
    return kit.modal(ids.MEETING_ARRANGE_WINDOW, "Arrange the agenda", blocks, metadata=f"{meeting.code}|{meeting.revision}")


def _arranging(meeting: MeetingNow, item: Item) -> Block:
    kept = [(what, label) for what, label in ARRANGING if item.origin is not Origin.STANDING or what not in (LATER, MERGE)]
    return {
        "type": "overflow", "action_id": f"{ids.MEETING_ARRANGE_ITEM}.{item.id}",
        "options": [kit.option(label, f"{what}|{item.id}|{meeting.code}|{meeting.revision}") for what, label in kept],
    }  # fmt: skip


def merge_window(meeting: MeetingNow, item: Item) -> Block:
    others = [each for each in meeting.agenda if each.is_waiting and each.id != item.id and each.origin is not Origin.STANDING]
    if not others:
        return kit.modal(ids.MEETING_MERGE_WINDOW, "Merge", [kit.section("There is nothing on this agenda to merge it with.")])
    options = [kit.option(each.words, str(each.id)) for each in others]
    return kit.modal(
        ids.MEETING_MERGE_WINDOW, "Merge",
        [
            kit.section(f"*{kit.escape(item.words)}*"),
            kit.input_block(ids.MEETING_WHICH, "Becomes part of", kit.select(f"{ids.MEETING_WHICH}.input", options)),
            kit.context("The longer time box counts. If one of the two is restricted, both are."),
        ],
        submit="Merge", close="Cancel", metadata=f"{meeting.code}|{item.id}",
    )  # fmt: skip


def exception_window(metadata: str, which: Sequence[tuple[str, str]], initial: str) -> Block:
    """Move or cancel one meeting of a series."""
    what = [
        kit.option("Move it", MOVE, "Choose a day, a time, or both below"), kit.option("Cancel it", CANCEL),
        kit.option("It takes place as planned", STANDS, "Takes back a move or a cancellation"),
    ]  # fmt: skip
    return kit.modal(
        ids.MEETING_EXCEPTION_WINDOW, "Move or cancel",
        [
            kit.input_block(ids.MEETING_WHICH, "Which meeting?", kit.select(
                f"{ids.MEETING_WHICH}.input", [kit.option(label, value) for value, label in which], initial=initial)),
            kit.input_block(ids.MEETING_WHAT, "What about it?", kit.radio(f"{ids.MEETING_WHAT}.input", what, MOVE)),
            kit.input_block(ids.MEETING_DAY, "New day", day_input(ids.MEETING_DAY), optional=True),
            kit.input_block(ids.MEETING_TIME, "New time",
                            {"type": "timepicker", "action_id": f"{ids.MEETING_TIME}.input"}, optional=True),
            kit.context("The channel is told, the agenda is changed in place, and a new calendar file replaces the old one."),
        ],
        submit="Do it", close="Cancel", metadata=metadata,
    )  # fmt: skip


def turns_window(meeting: MeetingNow, turns: Sequence[Turn], swappable: frozenset[str]) -> Block:
    """Coming turns. `swappable`: ids of agencies whose turns this person may hand over; `*` for all."""
    blocks: list[Block | None] = [kit.section(f"*{kit.escape(meeting.series.name)}*: who chairs, and who takes notes")]
    for place, turn in enumerate(turns):
        swapped = " (swapped)" if turn.is_swap else ""
        text = f"{short_day(turn.starts)} · {ROLE_NAMES[turn.role]}: *{kit.escape(turn.agency_name)}*{swapped}"
        allowed = "*" in swappable or turn.agency in swappable
        value = f"{meeting.series.id}|{turn.planned.isoformat()}|{turn.role}"
        spoken = f"Swap {ROLE_NAMES[turn.role].lower()} of {short_day(turn.starts)}"
        blocks.append(
            kit.section(text, kit.button(f"{ids.MEETING_SWAP}.{place}", "Swap", value=value, spoken=spoken) if allowed else None)
        )
    blocks.append(kit.buttons(kit.button(ids.MEETING_LEAVE, "Note leave", value=meeting.series.id)) if swappable else None)
    blocks.append(
        kit.context("Whoever had the turn least often comes next. Leave keeps an agency out; a swap counts for who steps in.")
    )
    return kit.modal(ids.MEETING_TURNS_WINDOW, "Turns", blocks, metadata=meeting.code)


def swap_window(series: str, planned: date, role: str, agencies: Sequence[tuple[str, str]]) -> Block:
    options = [kit.option(name, agency) for agency, name in agencies]
    return kit.modal(
        ids.MEETING_SWAP_WINDOW, "Swap a turn",
        [
            kit.section(f"{ROLE_NAMES.get(role, role)} of {short_day(planned)}"),
            kit.input_block(ids.MEETING_AGENCY, "Who steps in?", kit.select(f"{ids.MEETING_AGENCY}.input", options)),
        ],
        submit="Swap", close="Cancel", metadata=f"{series}|{planned.isoformat()}|{role}",
    )  # fmt: skip


def leave_window(series: str, agencies: Sequence[tuple[str, str]]) -> Block:
    options = [kit.option(name, agency) for agency, name in agencies]
    initial = agencies[0][0] if len(agencies) == 1 else None
    return kit.modal(
        ids.MEETING_LEAVE_WINDOW, "Note leave",
        [
            kit.input_block(ids.MEETING_AGENCY, "Which agency?",
                            kit.select(f"{ids.MEETING_AGENCY}.input", options, initial=initial)),
            kit.input_block(ids.MEETING_DAY, "No turns from", day_input(ids.MEETING_DAY)),
            kit.input_block(ids.MEETING_UNTIL, "until", day_input(ids.MEETING_UNTIL)),
        ],
        submit="Save", close="Cancel", metadata=series,
    )  # fmt: skip


def publish_window(meeting: MeetingNow, what: str, preview: Sequence[Block]) -> Block:
    """R72: the open-meetings check before anything goes where the public may read it. `preview`: all that will be posted."""
    points = [
        kit.option("Open-meetings law was checked", "law", "Notice, timing, what must and must not be public"),
        kit.option("The preview below was read", "read", "Nothing in it points to a person, a place or a case"),
    ]
    shown = [item for item in meeting.agenda if not item.is_restricted]
    return kit.modal(
        ids.MEETING_PUBLISH_WINDOW, "Public edition",
        [
            kit.section(f"*Public edition of the {what}*, {when(meeting)}\nIt is posted in the general channel."),
            kit.input_block(ids.MEETING_CHECKED, "Check first", kit.checkboxes(f"{ids.MEETING_CHECKED}.input", points)),
            kit.context(f"Restricted items that stay out: {len(meeting.agenda) - len(shown)}. All that will be posted:"),
            kit.divider(),
            *preview,
        ],
        submit="Post it", close="Cancel", metadata=f"{meeting.code}|{what}",
    )  # fmt: skip


def choices(series: str, name: str, occurrences: Sequence[tuple[date, str, bool]]) -> list[tuple[str, str]]:
    """(value, label) of coming meetings for a menu: planned day, when, is it cancelled."""
    return [
        (f"{series}|{planned.isoformat()}", f"{soon}{' (cancelled)' if off else ''}, {name}")
        for planned, soon, off in occurrences
    ]


def edition_input(restricted: bool) -> Block:
    options = [
        kit.option("Restricted", RESTRICTED, "Only this group reads it"),
        kit.option("Public-safe", PUBLIC, "May stand in a public edition"),
    ]
    initial = RESTRICTED if restricted else PUBLIC
    return kit.input_block(ids.MEETING_EDITION, "Who may read it?", kit.radio(f"{ids.MEETING_EDITION}.input", options, initial))


def day_input(name: str, first: date | None = None) -> Block:
    block: Block = {"type": "datepicker", "action_id": f"{name}.input"}
    return block | ({"initial_date": first.isoformat()} if first else {})
