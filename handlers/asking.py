"""What comes of a question, on every surface: safety, then what the person wants done, then the reviewed answer.

Who may see what is decided here once: members get answers, everybody else the public hotline card and nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer, Question
from bot.answers.cards import card_for, looks_spanish
from bot.people.person import Act, Person
from bot.services import LOOKS_LIKE_A_LOOKUP, SURELY_A_LOOKUP, Services, Shown, SkillRequest
from bot.views import answers as views
from bot.views import skills
from bot.views.cards import safety_message
from bot.views.kit import Message, both
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


@dataclass(frozen=True)
class Place:
    """Where something was asked. `key` is the delivery's, for the few requests that change something."""

    channel: str = ""
    in_channel: bool = False
    key: str = ""


def reply_to(text: str, asker: Person, services: Services, place: Place = Place(), subject: str | None = None) -> Reply:
    """The whole decision for one question. Nothing of the text is kept or logged; only a request (\"make an action item\")
    may change something, and its room screens the words first."""
    in_channel = place.in_channel
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
    done = _done(text, asker, services, place)
    if done is not None:
        return Reply(done, nudge=_nudge(words, asker, services, in_channel))
    answer = services.answers.ask(Question(words, audience=_audience(asker), subject=subject))
    nudge = views.nudge(answer.identifiers, in_channel=in_channel) if answer.identifiers else None
    return _shown(answer, _providers(words, asker, services), nudge)


def _done(text: str, asker: Person, services: Services, place: Place) -> Message | None:
    """What comes of a request to do something; None when the text is a question."""
    found = services.answers.skill(text)
    if found is None:
        return None
    if found.skill == "help":
        return skills.help_message()
    room = services.rooms.skills.get(found.skill)
    if room is None:
        return skills.coming(found.skill)
    return room(SkillRequest(
        asker, payload.unescape(text).strip(), found.skill, found.protocol, found.args, place.channel, place.key,
        is_private=not place.in_channel,
    ))  # fmt: skip


def _providers(words: str, asker: Person, services: Services) -> Shown | None:
    return services.rooms.providers(words, asker) if services.rooms.providers is not None else None


def _shown(answer: Answer, providers: Shown | None, nudge: Message | None) -> Reply:
    """The answer, the providers that fit, or both: a look-up stands alone unless an entry is surely meant as well."""
    entry = answer.entry
    safety_tier = entry is not None and entry.tier == "safety"
    message = views.answer_message(answer, with_steps=safety_tier)
    if providers is not None and providers.strength >= LOOKS_LIKE_A_LOOKUP:
        if entry is None or (providers.strength >= SURELY_A_LOOKUP and not safety_tier):
            return Reply(providers.message, nudge=nudge)
        message = both(message, providers.message)
    return Reply(message, subject=entry.id if entry else None, keep_a_copy=safety_tier, nudge=nudge)


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
