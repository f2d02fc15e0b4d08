"""The way through a flow, window by window: reads what was answered, asks the engine, and says which window comes next.

Nothing is written before a window is shown, except the draft after consent and what somebody sends; `Step.after` holds
what may be written once Slack has its answer: counters, audit lines, a word to the coordinators.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.content.protocol import Ending, Protocol, Screen
from bot.intake import flow
from bot.intake.flow import Ended, Showing, Value
from bot.intake.journey import Journey, LostPlace, opened_journey, sealed_journey
from bot.intake.readiness import cards_missing, tell_coordinators
from bot.intake.sealed import KeyRing
from bot.people.person import Act, Person
from bot.problems import PersonError
from bot.rooms.intake_texts import Texts
from bot.services import Services
from bot.views import directory_upkeep
from bot.views import intake as views
from bot.views.intake_questions import answers_in, field_of, left_in
from bot.views.kit import Block

START = "start"
CORRECTION_FLOW = "P15"
LOST = "This window was open for too long, so I forgot the answers. Nothing was kept. Please begin again."
MOST_FLOWS_IN_A_ROW = 4


def _nothing() -> None:
    return None


@dataclass(frozen=True)
class Step:
    """What to answer: a window, or sentences beside fields. `after`: what is written once that is on its way."""

    window: Block = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    after: Callable[[], None] = _nothing


@dataclass(frozen=True)
class At:
    """Who acts, in which window, and the delivery's key."""

    person: Person
    window: str
    key: str


class Walks:
    """Safe to call from many threads: all state is in the window or in the draft."""

    def __init__(self, services: Services) -> None:
        self._services = services
        keys = services.settings.secrets.keys
        # without keys nothing can be kept, but danger, age and the child's checklist can still be walked until a restart
        self._ring = KeyRing.parse(keys) if keys.strip() else KeyRing({"process": os.urandom(32)})
        self.texts = Texts(services)

    def flows_for(self, person: Person) -> list[Protocol]:
        """The flows this person may start: those made for their agency first, then everybody's, then the others."""
        flows = sorted(self._services.library.protocols.values(), key=lambda flow: flow.code)
        mine = [flow for flow in flows if self.refusal(person, flow.code) is None]
        return sorted(mine, key=lambda flow: (person.agency_kind not in flow.file.used_by, "all-staff" not in flow.file.used_by))

    def refusal(self, person: Person, code: str) -> str | None:
        """The sentence for somebody who may not start this flow; None when they may. Reads only."""
        if code == CORRECTION_FLOW and person.may(Act.SUGGEST_CORRECTION):
            return None
        return self._services.intake.refusal(person, START, code)

    def begin(self, person: Person, code: str, window: str = "") -> Step:
        """The first window of a flow. Nothing is read from the database and nothing is written."""
        protocol = self._protocol(code)
        said = self.refusal(person, code)
        if said is not None:
            return Step(views.said_window("Not open to you", said), after=lambda: self._note_refusal(person))
        if code == CORRECTION_FLOW:
            return Step(directory_upkeep.wrong_window(None))
        closed = self._closed(protocol)
        return closed or self._shown(Journey(code), {}, person, window)

    def choose(self, person: Person) -> Step:
        """The window that asks which flow it should be, with the place that is kept, if there is one."""
        draft = self._services.intake.draft(person)
        kept = None
        if draft is not None:
            kept = (self._protocol(draft.protocol).title, self.texts.moment(draft.expires_at, person))
        return Step(views.chooser_window(self.flows_for(person), kept))

    def go_on(self, at: At) -> Step:
        """The place somebody left, from the draft."""
        draft = self._services.intake.draft(at.person)
        if draft is None:
            return Step(views.said_window("Not here any more", LOST))
        return self._advance(Journey(draft.protocol, draft=draft.code), draft.answers, at)

    def answered(self, at: At, token: str, values: Mapping[str, Any]) -> Step:
        """A submitted step: sentences beside its fields, or what comes next."""
        journey, answers, showing = self._standing(at, token)
        screen = showing.screen
        given = answers_in(screen, values)
        wrong = self._wrong(journey, screen, {**answers, **given})
        if wrong is None:
            return self.stop(at, journey.flow)
        if wrong:
            by_id = {question.id: question for question in screen.questions}
            return Step(errors={field_of(by_id[name]): said for name, said in wrong.items()})
        return self._advance(_sent(journey, screen), {**answers, **given, flow.read_mark(screen): "yes"}, at)

    def pressed(self, at: At, token: str, value: str) -> Step:
        """An answer that is a button."""
        journey, answers, showing = self._standing(at, token)
        if len(showing.screen.questions) != 1 or value not in showing.screen.questions[0].choices:
            return self._shown(journey, answers, at.person, at.window)
        question = showing.screen.questions[0]
        found = {**answers, question.id: value, flow.read_mark(showing.screen): "yes"}
        return self._advance(_sent(journey, showing.screen), found, at)

    def back(self, at: At, token: str, values: Mapping[str, Any] | None = None) -> Step:
        """The step before, with what was answered there. `values`: what stands in the fields of the step that is left.

        It is there again when the person comes back to that step; what reads as danger stops the flow here as well.
        """
        journey, answers, showing = self._standing(at, token)
        unsent = self._unsent(journey, answers, showing.screen, values or {})
        if unsent is None:
            return self.stop(at, journey.flow)
        journey = replace(journey, unsent={**_sent(journey, showing.screen).unsent, **unsent})
        if not showing.trail:
            return self._shown(journey, answers, at.person, at.window)
        return self._shown(replace(journey, editing=showing.trail[-1]), answers, at.person, at.window)

    def change(self, at: At, token: str, screen: str) -> Step:
        """One answer again, from the last look before sending. The others stay."""
        journey, answers, _ = self._standing(at, token)
        return self._shown(replace(journey, editing=screen), answers, at.person, at.window)

    def stop(self, at: At, code: str) -> Step:
        """Danger: 911, and nothing of the way is kept but a count."""
        protocol = self._protocol(code)
        ending = protocol.ending("danger-stop") or self._protocol("P01").ending("danger-stop")
        if ending is None:
            raise LookupError("no flow says what to do in danger")
        return Step(views.stop_window(ending, self.texts.shelf(), code), after=lambda: self._after_ending(ending, at, code, {}))

    def help(self, at: At, token: str, screen: str) -> Block:
        """Why a step asks what it asks. The database is not asked, so it opens whatever else goes on. Raises LostPlace."""
        journey = opened_journey(self._ring, token, at.person.id, at.window, self._services.clock.now())
        found = self._protocol(journey.flow).screen(screen)
        if found is None:
            raise LostPlace
        return views.help_window(found)

    def again(self, at: At, token: str, complaint: str) -> Step:
        """The same window once more, with a sentence on top. Raises LostPlace."""
        journey, answers = self._opened(at, token)
        return self._shown(journey, answers, at.person, at.window, complaint)

    def send(self, at: At, token: str) -> Step:
        """The last press: kept or sent in one transaction, then the window says what happens now. Raises PersonError.

        Pressed again because nobody answered the first time, it says the same code: the draft went when it was sent.
        """
        try:
            journey, answers = self._opened(at, token)
        except LostPlace:
            sent = self._services.intake.sent_before(at.key)
            if sent is None:
                raise
            return Step(views.sent_before_window([*self.texts.to_call(sent), *self.texts.sent({}, sent, at.person)]))
        protocol = self._protocol(journey.flow)
        state = flow.walk(protocol, answers)
        if not isinstance(state, Ended) or state.ending is None or state.ending.creates == "nothing":
            return self._advance(journey, answers, at)
        first, more = self._keep(protocol, state.ending, answers, at)
        ending = state.ending
        window = views.ending_window(
            ending.title, ending.says, self.texts.shelf(), flow=protocol.code, contacts=ending.contacts,
            local_cards=ending.local_cards, cards=[card for card in state.cards if card.flow], offers=ending.offers, first=first,
            more=more, always=protocol.file.always_says,
        )  # fmt: skip
        counter = flow.counter_of(ending, answers)
        return Step(window, after=lambda: self._count(counter, at) if counter else None)

    def _keep(
        self, protocol: Protocol, ending: Ending, answers: Mapping[str, Value], at: At
    ) -> tuple[list[str], list[str]]:
        """Writes what the ending creates; returns what the person does at once, and the other lines about it."""
        intake = self._services.intake
        if ending.creates == "referral":
            sent = intake.send(protocol.code, answers, self.texts.chosen(answers), at.person, at.key)
            return self.texts.to_call(sent), self.texts.sent(answers, sent, at.person)
        if ending.creates == "checklist":
            return [], self.texts.kept(intake.keep_checklist(protocol.code, answers, at.person, at.key))
        if ending.creates in ("place_concern", "vendor_concern"):
            return [], self.texts.kept(intake.keep_concern(protocol.code, answers, at.person, at.key))
        intake.count_visit(protocol.code, at.person, at.key)
        return [], []

    def _advance(self, journey: Journey, answers: Mapping[str, Value], at: At) -> Step:
        """Where these answers lead: the next step, another flow, the last look, or an end."""
        for _ in range(MOST_FLOWS_IN_A_ROW):
            protocol = self._protocol(journey.flow)
            state = flow.walk(protocol, answers)
            if isinstance(state, Showing) or state.leads_to is None:
                kept = journey.unsent if protocol.code == journey.flow else {}
                return self._settled(Journey(protocol.code, draft=journey.draft, unsent=kept), answers, state, at)
            goal = self._protocol(state.leads_to)
            said = self.refusal(at.person, goal.code)
            if said is not None and goal.file.about != "child":
                return Step(views.said_window("Not open to you", said), after=lambda: self._note_refusal(at.person))
            closed = self._closed(goal)
            if closed is not None:
                return self._left_for(closed, journey, at)
            answers = flow.carried(protocol, goal, answers)
            journey = Journey(goal.code, draft=journey.draft)
        raise LookupError("flows lead from one to another without an end")

    def _settled(self, journey: Journey, answers: Mapping[str, Value], state: Showing | Ended, at: At) -> Step:
        protocol = self._protocol(journey.flow)
        if isinstance(state, Ended) and state.ending is not None and state.ending.creates == "nothing":
            return self._ended(protocol, state, answers, at, kept=journey.draft is not None)
        if flow.has_consent(protocol, answers):
            try:
                draft = self._services.intake.save_draft(at.person, protocol.code, answers)
            except PersonError as error:
                again = Journey(protocol.code, answers, journey.draft, "consent", journey.unsent)
                return self._shown(again, answers, at.person, at.window, complaint=error.sentence)
            return self._shown(Journey(protocol.code, draft=draft, unsent=journey.unsent), answers, at.person, at.window)
        return self._shown(Journey(protocol.code, unsent=journey.unsent), answers, at.person, at.window)

    def _shown(
        self, journey: Journey, answers: Mapping[str, Value], person: Person, window: str, complaint: str | None = None
    ) -> Step:
        """The window of the step somebody stands on, or the last look before sending."""
        protocol = self._protocol(journey.flow)
        if journey.editing is None:
            journey = replace(journey, editing=_left_open(protocol, answers, journey))
        state: Showing | Ended | None = None
        if journey.editing is not None:
            state = flow.reopened(protocol, answers, journey.editing)
        state = state or flow.walk(protocol, answers)
        token = self._sealed(replace(journey, answers={} if journey.draft else answers), person, window)
        if isinstance(state, Ended):
            return Step(self.texts.review(protocol, state, answers, token, person, complaint))
        now, filled = self.texts.circumstances(protocol, state.screen, answers, person), {**answers, **journey.unsent}
        return Step(views.screen_window(protocol, state, filled, token, now, self.texts.shelf(), complaint=complaint))

    def _sealed(self, journey: Journey, person: Person, window: str) -> str:
        """What was not sent yet gives way where a window cannot carry it as well."""
        now = self._services.clock.now()
        try:
            return sealed_journey(self._ring, journey, person.id, window, now)
        except ValueError:
            if not journey.unsent:
                raise
            return sealed_journey(self._ring, replace(journey, unsent={}), person.id, window, now)

    def _unsent(
        self, journey: Journey, answers: Mapping[str, Value], screen: Screen, values: Mapping[str, Any]
    ) -> dict[str, Value] | None:
        """What a step that is left holds; None when it reads as present danger.

        A detail that could point to somebody does not come back (R14), nor a number that the field itself would not take.
        """
        left = left_in(screen, values, answers, self._services.today())
        wrong = self._wrong(journey, screen, {**answers, **left})
        if wrong is None:
            return None
        refused = {q.id for q in screen.questions if q.id in wrong and q.kind in ("text", "place", "number")}
        return {name: value for name, value in left.items() if name not in refused}

    def _ended(self, protocol: Protocol, state: Ended, answers: Mapping[str, Value], at: At, *, kept: bool) -> Step:
        ending = state.ending
        if ending is None:
            raise LookupError("a flow ended without saying how")
        window = views.stop_window(ending, self.texts.shelf(), protocol.code) if ending.kind == "stop" else views.ending_window(
            ending.title, ending.says, self.texts.shelf(), flow=protocol.code, contacts=ending.contacts,
            local_cards=ending.local_cards, cards=state.cards, offers=ending.offers, always=protocol.file.always_says,
            close=ending.close,
        )  # fmt: skip
        held = dict(answers)
        return Step(window, after=lambda: self._after_ending(ending, at, protocol.code, held, kept=kept))

    def _after_ending(
        self, ending: Ending, at: At, code: str, answers: Mapping[str, Value], *, kept: bool = True
    ) -> None:
        """A count, the gap, and the draft gone: whoever stopped here left nothing behind."""
        if kept:
            self._services.intake.drop_draft(at.person)
        counter = flow.counter_of(ending, answers)
        if counter == "gap":
            self._services.intake.note_gap(code, answers, at.person, at.key)
        elif counter is not None:
            self._count(counter, at)

    def _left_for(self, closed: Step, journey: Journey, at: At) -> Step:
        """The way leads to a flow that cannot run here: nothing of the way is kept either."""

        def after() -> None:
            closed.after()
            if journey.draft is not None:
                self._services.intake.drop_draft(at.person)

        return Step(closed.window, after=after)

    def _closed(self, protocol: Protocol) -> Step | None:
        """R44: a flow whose local lines are not real here refuses to start, helps all the same, and says who must act."""
        services, library = self._services, self._services.library
        missing = cards_missing(
            protocol, library.local_cards, library.providers, is_sample=services.settings.app.city.is_sample
        )
        if not missing:
            return None
        cards = [library.local_cards[name] for name in missing if name in library.local_cards]

        def tell() -> None:
            channel, day = services.settings.app.channels.coordinators, services.today().isoformat()
            tell_coordinators(services.store, protocol.code, channel, services.clock.now(), day)

        return Step(views.closed_flow_window(protocol, cards, self.texts.shelf()), after=tell)

    def _wrong(self, journey: Journey, screen: Screen, answers: Mapping[str, Value]) -> dict[str, str] | None:
        """Question -> a kind sentence; None when what was typed reads as present danger."""
        found = flow.complaints(screen, answers, self._services.today())
        for question in screen.questions:
            value = answers.get(question.id)
            if question.kind in ("text", "place") and isinstance(value, str) and value:
                said = self.texts.objection(value)
                if said is None:
                    return None
                found |= {question.id: said} if said else {}
            if question.kind == "providers" and question.id not in found:
                offered = self.texts.offered(journey.flow, answers)
                if isinstance(value, tuple) and not set(value) <= offered:
                    found[question.id] = "These places are not all open now. Please choose again."
        return found

    def _standing(self, at: At, token: str) -> tuple[Journey, Mapping[str, Value], Showing]:
        """Journey, answers, and the step that is shown; behind the last step, the last one. Raises LostPlace."""
        journey, answers = self._opened(at, token)
        protocol = self._protocol(journey.flow)
        if journey.editing is not None:
            again = flow.reopened(protocol, answers, journey.editing)
            if again is not None:
                return journey, answers, again
        state = flow.walk(protocol, answers)
        if isinstance(state, Showing):
            return journey, answers, state
        screen = protocol.screen(state.trail[-1])
        if screen is None:
            raise LostPlace
        return journey, answers, Showing(screen, len(state.trail), len(state.trail), (), state.trail)

    def _opened(self, at: At, token: str) -> tuple[Journey, Mapping[str, Value]]:
        journey = opened_journey(self._ring, token, at.person.id, at.window, self._services.clock.now())
        if self._services.library.protocols.get(journey.flow) is None:
            raise LostPlace
        if journey.draft is None:
            return journey, journey.answers
        draft = self._services.intake.draft(at.person)
        if draft is None or draft.code != journey.draft or draft.protocol != journey.flow:
            raise LostPlace
        return journey, draft.answers

    def _protocol(self, code: str) -> Protocol:
        found = self._services.library.protocols.get(code)
        if found is None:
            raise PersonError("This way is not available just now. Please ask the coordinator. In danger call 911.")
        return found

    def _count(self, counter: str, at: At) -> None:
        self._services.intake.note_counter(counter, at.key)

    def _note_refusal(self, person: Person) -> None:
        self._services.intake.note_refusal(person, START)


def _sent(journey: Journey, screen: Screen) -> Journey:
    """The journey without what was left in the fields of a step: now it is answered."""
    asked = {question.id for question in screen.questions}
    return replace(journey, unsent={name: value for name, value in journey.unsent.items() if name not in asked})


def _left_open(protocol: Protocol, answers: Mapping[str, Value], journey: Journey) -> str | None:
    """The first step behind somebody whose fields were changed and not sent: it comes once more before the way goes on."""
    trail = (protocol.screen(name) for name in (flow.walk(protocol, answers).trail if journey.unsent else ()))
    return next((each.id for each in trail if each and any(q.id in journey.unsent for q in each.questions)), None)
