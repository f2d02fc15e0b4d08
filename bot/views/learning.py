"""How the first-week tour, role starts and the owners' reviews look."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer
from bot.content.entry import Entry
from bot.content.tour import Tour
from bot.learning.reviews import AskedReview
from bot.learning.tours import Progress
from bot.views import ids, kit
from bot.views.answers import answer_message
from bot.views.kit import Block, Message

ALL_REVIEWED = "All of these were reviewed. Thank you."
HOW_TO_REVIEW = "Open each one and read it as somebody who acts on it tonight. Check numbers, law and links."
ROLE_NAME_ENDS = (" role (cross-training)", " role", " - one place, many services")


def tour_section(tour: Tour, progress: Progress) -> list[Block | None]:
    """The tour on somebody's own Home; nothing once they have put it away."""
    if progress.hidden:
        return []
    if progress.finished:
        return [
            kit.section(f"*{kit.escape(tour.title)}*: done."),
            kit.buttons(kit.button(ids.TOUR_OPEN, "Look again", spoken="Look at the tour again"), _put_away()),
        ]
    read, whole = progress.count(tour), len(tour.cards)
    how_far = f"{read} of {whole} cards read" if read else f"{whole} short cards and {len(tour.questions)} questions"
    label = "Go on" if read else "Start the tour"
    return [
        kit.section(f"*{kit.escape(tour.title)}*: {how_far}."),
        kit.buttons(kit.button(ids.TOUR_OPEN, label, style="primary"), _put_away()),
    ]


def tour_counts(counts: Sequence[tuple[str, int]]) -> Block | None:
    """For coordinators: how many finished, by agency and without a name."""
    said = ", ".join(f"{kit.escape(agency)} {count}" for agency, count in counts)
    return kit.context(f"First-week tour finished: {said}.") if counts else None


def role_section(roles: Sequence[Entry]) -> list[Block | None]:
    """*I am a …*: one card a role."""
    if not roles:
        return []
    options = [kit.option(role_name(entry), entry.id) for entry in sorted(roles, key=role_name)]
    return [kit.section("*I am a …* opens what to look for, what to do and whom to tell.",
                        kit.select(ids.ROLE_START, options, placeholder="I am a …"))]  # fmt: skip


def role_name(entry: Entry) -> str:
    """`Restaurant and food inspector` for the card titled “Restaurant and food inspector role”."""
    name = entry.title
    for ending in ROLE_NAME_ENDS:
        name = name.removesuffix(ending)
    return name


def role_window(answer: Answer) -> Block:
    return kit.modal(f"{ids.ROLE_START}.window", "My role", answer_message(answer, with_steps=True).blocks)


def card_window(tour: Tour, place: int) -> Block:
    """One card of the tour. *Next* keeps that it was read."""
    card = tour.cards[place]
    back = kit.button(ids.TOUR_BACK, "Back", value=str(place - 1)) if place else None
    return kit.modal(
        ids.TOUR_WINDOW, f"{place + 1} of {len(tour.cards)}",
        [
            kit.header(card.title),
            kit.section(kit.escape(card.say.strip())),
            kit.buttons(back, kit.button(ids.TOUR_SHOW, "Open the whole answer", value=card.entry)),
        ],
        submit="Next", close="Later", metadata=card.id,
    )  # fmt: skip


def check_window(tour: Tour) -> Block:
    """The self-check. What was chosen wrong is said beside the question; nothing of it is kept."""
    questions = [
        kit.input_block(
            question_block(place), question.ask,
            kit.radio(f"{ids.TOUR_QUESTION}.{place}",
                      [kit.option(choice.say, str(number)) for number, choice in enumerate(question.choices)]),
        )
        for place, question in enumerate(tour.questions)
    ]  # fmt: skip
    intro = kit.section("Three questions to check yourself. Nobody sees your answers, and you can try as often as you like.")
    return kit.modal(ids.TOUR_CHECK, "Check yourself", [intro, *questions], submit="Check", close="Later")


def question_block(place: int) -> str:
    return f"{ids.TOUR_QUESTION}.{place}"


def done_window(tour: Tour) -> Block:
    return kit.modal(f"{ids.TOUR_CHECK}.done", "Done", [kit.section(f":white_check_mark: {kit.escape(tour.done.strip())}")])


def review_message(asked: Sequence[AskedReview]) -> Message:
    """An owner's entries that are due, each with what has become of it."""
    count = sum(item.is_open for item in asked)
    text = f"Are these answers still right? {count} of {len(asked)} wait for you." if count else ALL_REVIEWED
    blocks: list[Block | None] = [kit.section(f"*{text}*\n{HOW_TO_REVIEW}" if count else text)]
    for place, item in enumerate(asked):
        blocks.append(kit.section(f"*{kit.escape(item.entry.title)}*\n{_state(item)}"))
        if item.is_open:
            blocks.append(kit.buttons(
                kit.button(f"{ids.HOME_TOPIC}.review.{place}", "Open", value=item.entry.id, spoken=f"Open {item.entry.title}"),
                kit.button(ids.REVIEW_RIGHT, "Still right", value=item.entry.id, spoken=f"Still right: {item.entry.title}"),
                kit.button(ids.REVIEW_NEEDS_WORK, "Needs work", value=item.entry.id,
                           spoken=f"Needs work: {item.entry.title}"),
            ))  # fmt: skip
    return kit.message(text, *blocks)


def needs_work(entry: Entry, person: str) -> Message:
    """For the coordinators: what to mend, and where."""
    text = f"<@{person}> says that “{kit.escape(entry.title)}” needs work."
    where = f"File: `knowledge/{entry.theme}/{entry.id}.yaml`."
    until = "Until it is mended or confirmed, its card says that the review is overdue."
    return kit.message(text, kit.section(text), kit.context(f"{where} {until}"))


def _put_away() -> Block:
    return kit.button(ids.TOUR_HIDE, "Put it away", spoken="Take the first-week tour off Home")


def _state(item: AskedReview) -> str:
    entry, standing = item.entry, item.standing
    if not item.is_open:
        by = " and ".join(f"<@{person}>" for person in standing.confirmed_by)
        next_review = f"Next review {kit.day(entry.expires)}."
        return f":white_check_mark: Still right, says {by}. {next_review}" if by else f"Reviewed in the file. {next_review}"
    said = f"{entry.tier} · reviewed {kit.day(entry.reviewed)} · due {kit.day(entry.expires)}"
    if standing.needs_work_by:
        said += f"\n:wrench: <@{standing.needs_work_by}> says it needs work."
    if standing.first_by:
        said += f"\n<@{standing.first_by}> says it is still right. A safety answer needs a second person."
    return said


def note_message(text: str) -> Message:
    """The monthly note's words; its picture is attached."""
    return kit.message(text, *kit.sections(text))
