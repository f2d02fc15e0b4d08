"""What comes of a question, on every surface: safety, then what the person wants done, then the reviewed answer.

Who may see what is decided here once: members get answers, everybody else the public hotline card and nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer, Question
from bot.answers.cards import card_for, looks_spanish
from bot.services import Services
from bot.people.person import Act, Person
from bot.views import answers as views
from bot.views.cards import safety_message
from bot.views.kit import Message
from handlers import payload

LONGEST = 3000
HOTLINES = ("nat-911", "nat-988", "nat-nhth")


@dataclass(frozen=True)
class Reply:
    """The message, the entry it is about (for follow-ups), and whether it must not exist only as an ephemeral."""

    message: Message
    subject: str | None = None
    keep_a_copy: bool = False
    nudge: Message | None = None
    skill: str | None = None


def reply_to(text: str, asker: Person, services: Services, *, subject: str | None = None, in_channel: bool = False) -> Reply:
    """The whole decision for one question. Reads only; nothing of the text is kept or logged."""
    words = payload.unescape(text).strip()
    safety = _safety(words, services)
    if safety is not None:
        return Reply(safety, keep_a_copy=True, nudge=_nudge(words, asker, services, in_channel))
    if not asker.may(Act.ASK):
        return Reply(views.hotline_only(services.answers.contacts(HOTLINES)))
    if not words:
        return Reply(views.hello())
    if len(words) > LONGEST:
        return Reply(views.too_long())
    answer = services.answers.ask(Question(words, audience=_audience(asker), subject=subject))
    nudge = views.nudge(answer.identifiers, in_channel=in_channel) if answer.identifiers else None
    return _shown(answer, nudge)


def _shown(answer: Answer, nudge: Message | None) -> Reply:
    entry = answer.entry
    safety_tier = entry is not None and entry.tier == "safety"
    return Reply(
        views.answer_message(answer, with_steps=safety_tier), subject=entry.id if entry else None,
        keep_a_copy=safety_tier, nudge=nudge,
    )  # fmt: skip


def _safety(words: str, services: Services) -> Message | None:
    reading = services.answers.read_safety(words)
    if reading.card is None:
        return None
    spanish = looks_spanish(words)
    services.answers.note_card(reading.card)
    return safety_message(card_for(reading, spanish))


def _nudge(words: str, asker: Person, services: Services, in_channel: bool) -> Message | None:
    # a survivor must not feel corrected (rules.md R4)
    if not asker.is_member or services.answers.read_safety(words).card == "survivor":
        return None
    kinds = services.answers.identifiers_in(words)
    return views.nudge(kinds, in_channel=in_channel) if kinds else None


def _audience(asker: Person) -> frozenset[str]:
    found = {asker.agency_kind} if asker.agency_kind else set()
    return frozenset({*found, *(role.value for role in asker.roles)})
