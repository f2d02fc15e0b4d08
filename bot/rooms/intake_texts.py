"""What the windows of a flow say that is not in its file: places with their numbers, the last look, what happens now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.answers.answer import Contact
from bot.content.protocol import NONE_FITS, Protocol, Question, Screen
from bot.intake import consent, flow, routing
from bot.intake.flow import Ended, Value
from bot.intake.routing import Need
from bot.intake.values import ProviderMatch, SentReferral
from bot.people.person import Person
from bot.rooms.referrals import shown_now
from bot.services import Services
from bot.views import intake as views
from bot.views import kit
from bot.views.answers import KIND_WORDS
from bot.views.intake_questions import Circumstances, Offer, in_words
from bot.views.kit import Block

FATES = {
    "never": "not kept", "matching": "helps to choose, then dropped", "record": "kept sealed", "counter": "only counted",
}  # fmt: skip
SHARED_FATE = "the places see it"
ALWAYS_SHARED = "*The places will see* a random code, how soon, and how to reach you."
HANDOFFS = {
    "together": "Call together now: put the person on the line as soon as they wish.",
    "staff_first": "You call first, then tell the person.",
    "person_calls": "The person calls. Give them the number in a way that is safe to carry.",
    "meet": "You meet at the place. Call before you go.",
}  # fmt: skip


class _Contacts(Mapping[str, Contact]):
    """The directory's contacts, looked up when a text names one."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __getitem__(self, name: str) -> Contact:
        found = self._services.answers.contacts((name,))
        if not found:
            raise KeyError(name)
        return found[0]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self._services.answers.contacts((name,)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._services.library.providers)

    def __len__(self) -> int:
        return len(self._services.library.providers)


class Texts:
    """Reads what is known now. Writes nothing."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def shelf(self) -> views.Shelf:
        return views.Shelf(_Contacts(self._services), self._services.library.local_cards)

    def circumstances(self, protocol: Protocol, screen: Screen, answers: Mapping[str, Value], person: Person) -> Circumstances:
        """What the step depends on: the day, the agency's law, and the places where they are asked for."""
        asks_places = any(question.kind == "providers" for question in screen.questions)
        offers = tuple(self.offers(protocol.code, answers)) if asks_places else ()
        return Circumstances(self._services.today(), self._services.intake.needs_written(person, protocol.code), offers)

    def offers(self, code: str, answers: Mapping[str, Value]) -> list[Offer]:
        """The places that fit, as things are now."""
        return [self._offer(found) for found in self._services.intake.matches(code, answers)]

    def offered(self, code: str, answers: Mapping[str, Value]) -> set[str]:
        return {found.provider.id for found in self._services.intake.matches(code, answers)} | {NONE_FITS}

    def chosen(self, answers: Mapping[str, Value]) -> tuple[str, ...]:
        return consent.chosen_providers(answers)

    def objection(self, text: str) -> str | None:
        """Why typed words are not taken; empty when they are fine; None when they read as present danger."""
        reading = self._services.answers.read_safety(text)
        if reading.card == "danger":
            return None
        if reading.card is not None:
            return "If there is a risk of suicide: call or text 988 together now. I did not keep what you typed."
        kinds = self._services.answers.identifiers_in(text)
        if not kinds:
            return ""
        what = " and ".join(KIND_WORDS.get(kind, kind) for kind in kinds)
        return f"I can't take that detail here ({what}). Nothing of it was kept. Please leave it out."

    def review(
        self, protocol: Protocol, state: Ended, answers: Mapping[str, Value], token: str, person: Person, complaint: str | None
    ) -> Block:
        """The last look before anything is kept or sent."""
        if state.ending is None:
            raise LookupError("a flow ended without saying how")
        creates = state.ending.creates
        shown = self._seen_by_places(protocol, answers) if creates == "referral" else frozenset()
        offers = tuple(self.offers(protocol.code, answers)) if creates == "referral" else ()
        now = Circumstances(self._services.today(), self._services.intake.needs_written(person, protocol.code), offers)
        lines = [
            (screen.id, question.ask, in_words(question, answers[question.id], now), self._fate(question, shown, creates))
            for screen in protocol.screens if screen.id in state.trail
            for question in screen.questions if flow.is_given(answers.get(question.id))
        ]  # fmt: skip
        lines.sort(key=lambda line: (line[3] == FATES["never"], line[3] != SHARED_FATE))  # what goes out comes first
        to_read = [f":warning: {kit.escape(complaint)}"] if complaint else []
        to_read.append(self._summary(protocol, creates, shown))
        return views.review_window(
            protocol, lines, state.ending, token, to_read=to_read, cards=state.cards, shelf=self.shelf()
        )

    def to_call(self, sent: SentReferral) -> list[str]:
        """What comes before all else once it is sent: the places that hear of it only when the staff member calls."""
        calls = self._services.answers.contacts(sent.by_phone)
        if not calls:
            return []
        names = kit.escape(", ".join(contact.name for contact in calls))
        said = f"*Please call now: {names}.* Nobody there has heard of it yet. What to say is on the call sheet in our messages."
        return [said, *[views.contact_text(contact) for contact in calls]]

    def sent(self, answers: Mapping[str, Value], sent: SentReferral, person: Person) -> list[str]:
        """The code, by when a human should have seen it, and how the first contact is made with the places told in Slack."""
        lines = [f"*Code {sent.code}* · acknowledged by {self.moment(sent.acknowledge_by, person)}, if all goes well."]
        how = HANDOFFS.get(str(answers.get("handoff") or ""))
        lines += [f"*First contact:* {how}"] if how else []
        told = tuple(name for name in self.chosen(answers) if name not in sent.by_phone)
        lines += [views.contact_text(contact) for contact in self._services.answers.contacts(told)]
        lines.append(f"Withdraw at any time: `/referral withdraw {sent.code}`")
        return lines

    def kept(self, code: str) -> list[str]:
        return [f"*Code {code}*"]

    def moment(self, moment: datetime, person: Person) -> str:
        """A time as this person reads it, in their own zone."""
        local = moment.astimezone(ZoneInfo(person.zone))
        hour = f"{local:%I:%M %p}".lstrip("0")
        return f"{local:%a}, {local:%b} {local.day}, {hour}"

    def places(self, code: str, option: str | None) -> tuple[dict[str, str], list[Offer]]:
        """Kinds of help to choose from, and places for one of them; read only, nothing is kept."""
        protocol = self._services.library.protocols[code]
        question = self._help_question(protocol)
        wanted = {name: question.choices[name] for name in question.services} if question is not None else {}
        services = question.services[option] if question is not None and option in wanted else protocol.file.routing.services
        need = Need(
            ((wanted.get(option or "", "Help by phone"), frozenset(services or routing.GENERAL_HELP)),), frozenset(), None,
            frozenset(), frozenset(), frozenset(protocol.file.routing.people), frozenset(), protocol.file.about == "child", False,
        )  # fmt: skip
        shown = shown_now(self._services.directory, self._services.clock.now())
        return wanted, [self._offer(found) for found in routing.match(need, shown, self._services.today())]

    def _help_question(self, protocol: Protocol) -> Question | None:
        asked = [question for question in protocol.questions() if question.services]
        named = next((question for question in asked if question.id in ("help_wanted", "support_wanted")), None)
        return named or (asked[0] if asked else None)

    def _offer(self, found: ProviderMatch) -> Offer:
        provider = found.provider
        card = self._services.directory.card(provider.id)
        contact = self._services.answers.contacts((provider.id,))
        numbers = views.contact_text(contact[0]).partition("\n")[2] if contact else ""
        return Offer(provider.id, provider.organization, found.why, found.unknown, numbers, card.hours if card else "")

    def _seen_by_places(self, protocol: Protocol, answers: Mapping[str, Value]) -> frozenset[str]:
        content = consent.content_of(protocol, answers)
        share = answers.get("share")
        return frozenset(consent.seen_by_recipient(content, share if isinstance(share, tuple) else ()))

    def _summary(self, protocol: Protocol, creates: str, shown: frozenset[str]) -> str:
        if creates == "referral":
            asked = {question.id: question.ask for question in protocol.questions()}
            more = [asked[name] for name in asked if name in shown]
            also = f" They also see the answers to:\n{kit.bullets(map(kit.escape, more))}" if more else ""
            return ALWAYS_SHARED + also
        if creates == "checklist":
            return "*Kept for 30 days:* which steps were done, yes or no, and when. Nothing about the young person."
        if creates == "visit_count":
            return "*Only a count is kept.*"
        days = protocol.file.keeps_days
        return f"*Kept sealed for {days} days* for the agency that owns it: the place and the facts, nobody's name."

    @staticmethod
    def _fate(question: Question, shown: frozenset[str], creates: str) -> str:
        if creates == "visit_count":
            return FATES["never"]
        if creates == "checklist" and question.keep == "record":
            return "kept as yes or no"
        return SHARED_FATE if question.id in shown else FATES[question.keep]
