"""How answers look: the short answer first, whom to call, who vouches for it since when, and what to press next."""

from __future__ import annotations

from bot.answers.answer import Answer, Contact
from bot.answers.service import SentQuestion
from bot.content.entry import Entry, LocalCard, Said
from bot.views import ids, kit
from bot.views.kit import Block, Message

MOST_CONTACTS = 4
NOT_ADVICE = "This is general information, not legal advice. Ask counsel before you rely on it."
BEING_CHECKED = "_(being checked)_"


def answer_message(answer: Answer, *, with_steps: bool = False) -> Message:
    """Whatever came of a question, as one message."""
    if answer.outcome == "withheld":
        return _withheld(answer)
    if answer.entry is not None:
        return _entry(answer, answer.entry, with_steps=with_steps)
    if answer.outcome == "several":
        return _several(answer)
    if answer.outcome == "close":
        return _close(answer)
    if answer.outcome == "unsure":
        return _unsure(answer)
    if answer.outcome == "unavailable":
        return _unavailable()
    return off_topic()


def off_topic() -> Message:
    text = (
        "That is outside what I know. I answer questions about recognizing trafficking, referrals, providers and the task force."
    )
    return kit.message(text, kit.section(text), kit.buttons(_ask_coordinator("")))


def hello() -> Message:
    """Somebody mentioned the assistant and asked nothing."""
    text = "Ask me in your own words, for example: *what do I do if a worker's passport is being held?*"
    return kit.message(text, kit.section(text))


def too_long() -> Message:
    text = "That is longer than I can read. Please ask it in a sentence or two, without details about a person."
    return kit.message(text, kit.section(text))


def hotline_only(contacts: tuple[Contact, ...]) -> Message:
    """All that guests and people from outside the workspace get: the public hotline, and nothing else."""
    text = "I work for task force members only. These lines are open to everybody, day and night."
    return kit.message(text, kit.section(text), *[_contact(contact) for contact in contacts])


def nudge(kinds: tuple[str, ...], *, in_channel: bool) -> Message:
    """A private word to the author of an identifying detail. Quotes nothing (rules.md R14, R19)."""
    what = " and ".join(KIND_WORDS.get(kind, kind) for kind in kinds) or "a detail about a person"
    how = "Open the message's menu (three dots) and choose Delete message." if in_channel else "You can delete your message."
    text = (
        f"It looks as if that message holds {what}. I did not keep or repeat it. "
        f"Slack itself keeps messages, and others may read them. {how} Ask again without the detail."
    )
    return kit.message(text, kit.section(text))


def entry_blocks(answer: Answer, entry: Entry, *, with_steps: bool) -> list[Block | None]:
    """The card of one entry, without the buttons: also used by preview and by Home."""
    blocks: list[Block | None] = []
    if answer.is_spanish and entry.in_spanish:
        blocks.append(kit.section(f"*En español*\n{_safe(entry.in_spanish)}"))
    blocks.append(kit.section(f"*{_safe(entry.title)}*\n{_safe(entry.short)}"))
    if with_steps:
        blocks += _details(entry)
    blocks += [_contact(contact) for contact in answer.contacts[:MOST_CONTACTS]]
    blocks += [_local_card(card) for card in answer.local_cards]
    if answer.is_stale:
        overdue = ":hourglass: The review of this answer is overdue. Check with the owner before you rely on it."
        blocks.append(kit.context(overdue))
    if entry.tier == "legal":
        blocks.append(kit.context(NOT_ADVICE))
    blocks.append(kit.context(_vouched(entry), _sources(entry)))
    return blocks


def question_window(words: str, nearest: str, kinds: tuple[str, ...] = ()) -> Block:
    """Shows exactly what will be sent to the coordinators. Nothing is sent before Send is pressed."""
    warning = f":warning: Please take out: {', '.join(kinds)}." if kinds else None
    return kit.modal(
        ids.QUESTION_WINDOW,
        "Ask a coordinator",
        [
            kit.section("Exactly these words go to the coordinators, with your name. Leave out every detail about a person."),
            kit.context(warning) if warning else None,
            kit.input_block(ids.QUESTION_WORDS, "Your question",
                            kit.text_input(ids.QUESTION_WORDS, initial=words, multiline=True, most=1500)),
        ],
        submit="Send", close="Cancel", metadata=nearest,
    )  # fmt: skip


def reply_window(question: SentQuestion) -> Block:
    return kit.modal(
        ids.REPLY_WINDOW,
        "Answer a question",
        [
            kit.section(f"*Question {question.code}*\n{kit.escape(question.words or '(cleared)')}"),
            kit.input_block(ids.REPLY_WORDS, "Your answer",
                            kit.text_input(ids.REPLY_WORDS, multiline=True, most=2500),
                            hint="It goes to the person who asked, by direct message, with your name."),
        ],
        submit="Send", close="Cancel", metadata=question.code,
    )  # fmt: skip


def find_window(words: str = "") -> Block:
    """Opened from a message's menu. The message's text is not copied."""
    return kit.modal(
        ids.FIND_WINDOW, "Find the protocol",
        [
            kit.section("Say in a few words what you need, without details about a person. I never copy the message itself."),
            kit.input_block(ids.FIND_WORDS, "What do you need?", kit.text_input(ids.FIND_WORDS, initial=words, most=300)),
        ],
        submit="Find",
    )  # fmt: skip


def found_window(answer: Answer) -> Block:
    """The answer in the window that asked for it."""
    return kit.modal(ids.FIND_WINDOW + ".found", "Find the protocol", answer_message(answer, with_steps=True).blocks)


def question_sent(code: str) -> Message:
    text = f"Sent to the coordinators as {code}. The answer comes to you as a direct message."
    return kit.message(text, kit.section(text))


def question_for_coordinators(question: SentQuestion, title: str | None) -> Message:
    """The question as the coordinators' channel shows it; its words were screened and sent on purpose."""
    if question.state != "open":
        return question_closed(question)
    text = f"Question {question.code} from a member"
    return kit.message(
        text,
        kit.section(f"*{text}* <@{question.asked_by}>\n>{_quoted(question.words or '(cleared)')}"),
        kit.context(f"Nearest entry: {_safe(title)}") if title else None,
        kit.buttons(kit.button(ids.QUESTION_REPLY, "Answer", value=question.code, style="primary")),
    )


def question_closed(question: SentQuestion) -> Message:
    text = f"Question {question.code} was answered by <@{question.answered_by}>."
    return kit.message(
        text, kit.section(text),
        kit.buttons(kit.button(ids.QUESTION_DRAFT, "Make a draft entry", value=question.code)),
    )  # fmt: skip


def question_answered(question: SentQuestion) -> Message:
    """The answer as the asker gets it."""
    text = f"<@{question.answered_by}> answered your question {question.code}."
    return kit.message(text, kit.section(text), *kit.sections(">" + _quoted(question.answer or "(cleared)")))


def draft_made(code: str) -> Message:
    text = f"A draft entry made of {code}. Fill in every TO DO, have a second person review it, then add it to knowledge/."
    return kit.message(text, kit.section(text))


def slip(channel: str) -> Message:
    """For the privacy lead: that it happened and where; never what (rules.md R19)."""
    text = f"A message in <#{channel}> may hold a detail about a person. Its author was told privately. I kept nothing of it."
    return kit.message("A message in a channel needs a look.", kit.section(text))


def bad_edit(problems: list[str], count: int) -> Message:
    text = f"The last edit of the knowledge base has {count} problems. The last good copy keeps answering."
    return kit.message(text, kit.section(text), kit.section("```" + kit.escape("\n".join(problems)).replace("`", "'") + "```"))


def thanks() -> Message:
    text = "Thank you. That is counted, without your name."
    return kit.message(text, kit.section(text))


def _entry(answer: Answer, entry: Entry, *, with_steps: bool) -> Message:
    blocks = entry_blocks(answer, entry, with_steps=with_steps)
    others = [item for item in answer.several if item.id != entry.id][:3]
    if others:
        blocks.append(kit.context("You asked about more than one thing. Also:"))
        blocks.append(kit.buttons(*[_title_button(item.id, item.title, place) for place, item in enumerate(others)]))
    blocks.append(_entry_buttons(entry, with_steps=with_steps))
    spoken = f"{entry.title}. {entry.short}"
    return kit.message(spoken, *blocks)


def _entry_buttons(entry: Entry, *, with_steps: bool) -> Block | None:
    return kit.buttons(
        None if with_steps else kit.button(ids.ANSWER_STEPS, "Show steps" if entry.steps else "Show more", value=entry.id),
        kit.button(ids.ANSWER_REFER, "Start a referral", value=entry.protocol or "") if entry.does == "refer" else None,
        kit.button(ids.ANSWER_HELPED, "This helped", value=entry.id),
        kit.button(ids.ANSWER_NOT_MEANT, "Not what I meant", value=entry.id),
        _ask_coordinator(entry.id),
    )


def _details(entry: Entry) -> list[Block | None]:
    blocks: list[Block | None] = []
    if entry.steps:
        blocks += kit.sections("*Steps*\n" + kit.numbered(_said(step) for step in entry.steps))
    blocks += kit.sections("*What to know*\n" + kit.bullets(_said(fact) for fact in entry.full))
    if entry.links:
        blocks.append(kit.section(kit.bullets(kit.link(item.address, item.name) for item in entry.links)))
    return blocks


def _close(answer: Answer) -> Message:
    text = "Do you mean one of these?"
    return _choices(answer, text, 2)


def _unsure(answer: Answer) -> Message:
    text = "I don't have a reviewed answer to that. The nearest I know:"
    return _choices(answer, text, 3)


def _several(answer: Answer) -> Message:
    text = "You asked about more than one thing. The most urgent first:"
    row = [_title_button(item.id, item.title, place) for place, item in enumerate(answer.several[:4])]
    return kit.message(text, kit.section(text), kit.buttons(*row), kit.buttons(_ask_coordinator("")))


def choices(answer: Answer) -> Message:
    """The runners-up, after *Not what I meant*."""
    return _choices(answer, "Then perhaps one of these:", 3)


def _choices(answer: Answer, text: str, most: int) -> Message:
    shown = answer.candidates[:most]
    spoken = f"{text} {'; '.join(candidate.title for candidate in shown)}"
    nearest = shown[0].id if shown else ""
    return kit.message(
        spoken, kit.section(text),
        kit.buttons(*[_title_button(candidate.id, candidate.title, place) for place, candidate in enumerate(shown)]),
        kit.buttons(_ask_coordinator(nearest)),
    )  # fmt: skip


def _withheld(answer: Answer) -> Message:
    title = answer.entry.title if answer.entry else "This answer"
    text = f"“{_safe(title)}” is under review and not shown now. Please call a person:"
    return kit.message(text, kit.section(text), *[_contact(contact) for contact in answer.contacts[:MOST_CONTACTS]],
                       kit.buttons(_ask_coordinator(answer.entry.id if answer.entry else "")))  # fmt: skip


def _unavailable() -> Message:
    text = "My answers are being loaded. If anyone is in danger call 911. Otherwise please ask again in a minute."
    return kit.message(text, kit.section(text))


def _title_button(entry_id: str, title: str, place: int) -> Block:
    return kit.button(f"{ids.ANSWER_SHOW}.{place}", title, value=entry_id)


def _ask_coordinator(nearest: str) -> Block:
    return kit.button(ids.ANSWER_ASK_COORDINATOR, "Ask a coordinator", value=nearest)


def _contact(contact: Contact) -> Block:
    numbers = " · ".join(
        f"{kit.telephone(dial, shown)}{f' ({_safe(says)})' if says else ''}" for dial, shown, says in contact.numbers
    )
    lines = [f"*{_safe(contact.name)}*", numbers or (kit.link(contact.web, contact.web) if contact.web else "")]
    if contact.hours:
        lines.append(_safe(contact.hours))
    if contact.notice:
        lines.append(f":warning: {_safe(contact.notice)}")
    if contact.caution:
        lines.append(f"_{_safe(contact.caution)}_")
    return kit.section("\n".join(line for line in lines if line))


def _local_card(card: LocalCard | str) -> Block:
    if isinstance(card, str):
        return kit.context(f"Local card “{_safe(card)}” is missing. A coordinator must add it.")
    if not card.is_set:
        return kit.context(f"*{_safe(card.title)}*: not set for this city yet. To be set by: {_safe(card.set_by)}.")
    mark = " _(example)_" if card.example else ""
    return kit.section(f"*{_safe(card.title)}*{mark}\n{_safe(card.say or '')}")


def _said(item: Said) -> str:
    return f"{_safe(item.say.strip())} {BEING_CHECKED}" if item.verify else _safe(item.say.strip())


def _vouched(entry: Entry) -> str:
    checking = " · parts are being checked" if entry.being_checked() else ""
    return f"Reviewed {kit.day(entry.reviewed)} by {_safe(entry.owner)} · {entry.jurisdiction}{checking}"


def _sources(entry: Entry) -> str:
    return "Source: " + "; ".join(_safe(source.name) for source in entry.sources[:3])


def _safe(text: str) -> str:
    return kit.escape(text)


def _quoted(text: str) -> str:
    return kit.escape(text).replace("\n", "\n>")


KIND_WORDS = {
    "phone": "a phone number", "email": "an e-mail address", "ssn": "a Social Security number", "a-number": "an A-number",
    "date-of-birth": "a date of birth", "address": "a street address", "plate": "a license plate", "handle": "a social handle",
    "name": "a person's name", "id-number": "an ID or case number",
}  # fmt: skip
