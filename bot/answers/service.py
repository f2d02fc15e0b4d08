"""The verbs people use with answers: ask, say whether it helped, send a question to a coordinator, answer one.

Asking writes nothing: what was shown is counted in memory and kept later, so that no disk stands between a person and
an answer. Counts hold no words and no people (rules.md R22).
"""

from __future__ import annotations

import logging
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from threading import Lock

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.answers.answer import Answer, Contact, Question, answer_of
from bot.answers.identifiers import find_identifiers
from bot.answers.index import Index, Ranking
from bot.answers.known_contacts import KnownContacts, known_contacts
from bot.answers.memory import Subjects
from bot.answers.records import CoordinatorQuestion, TopicCount
from bot.answers.safety import SafetyReading, read_safety
from bot.answers.skills import SkillFound
from bot.clock import Clock
from bot.content.entry import Entry
from bot.content.library import Library
from bot.outbox.writing import enqueue, revise
from bot.problems import PersonError
from bot.store.engine import Store
from bot.store.once import first_time

log = logging.getLogger(__name__)
KEEP_WORDS = timedelta(days=30)
LONGEST_QUESTION = 3000
CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"


@dataclass(frozen=True)
class Shelfful:
    """A library and the index built from it: always used together, swapped together."""

    library: Library
    index: Index | None

    @cached_property
    def known(self) -> KnownContacts:
        """What anybody may type of the directory, gathered once for each copy of the content."""
        return known_contacts(self.library.providers.values())


@dataclass(frozen=True)
class SentQuestion:
    """A question on its way between a member and the coordinators, as it stands now."""

    code: str
    asked_by: str
    words: str | None
    nearest: str | None
    state: str
    answer: str | None
    answered_by: str | None


class Answers:
    """Safe to call from many threads."""

    def __init__(
        self, store: Store, clock: Clock, shelf: Callable[[], Shelfful], today: Callable[[], date],
        contacts: Callable[[str], Contact | None], coordinators: str, privacy_leads: Callable[[], Sequence[str]],
    ) -> None:  # fmt: skip
        self._store, self._clock, self._shelf, self._today = store, clock, shelf, today
        self._contacts, self._coordinators, self._privacy_leads = contacts, coordinators, privacy_leads
        self._counts: Counter[tuple[str, str]] = Counter()
        self._lock = Lock()
        self.subjects = Subjects(store, clock)
        # which review dates count: the learning room puts its own here
        self.as_confirmed: Callable[[Entry], Entry] = lambda entry: entry

    def read_safety(self, text: str) -> SafetyReading:
        """Does this text read as danger, self-harm, or a survivor speaking? Works without any knowledge base."""
        return read_safety(text)

    def identifiers_in(self, text: str) -> tuple[str, ...]:
        """Which kinds of identifying detail stand in the text, past what the directory shows to all. The text goes no further."""
        known = self._shelf().known
        return tuple(dict.fromkeys(found.kind for found in find_identifiers(text, known.numbers, known.emails)))

    def ask(self, question: Question) -> Answer:
        """Safety first, then the index. Reads only; never raises for anything a person can type."""
        reading = read_safety(question.text)
        kinds = self.identifiers_in(question.text)
        if reading.card is not None:
            self.note_card(reading.card)
            return Answer(outcome="card", card=reading.card, also=tuple(reading.also), identifiers=kinds, question=question)
        shelf = self._shelf()
        if shelf.index is None:
            return Answer(outcome="unavailable", identifiers=kinds, question=question)
        ranking = self._search(shelf.index, question)
        answer = answer_of(question, ranking, shelf.library, kinds, self._today(), self._contacts, self.as_confirmed)
        self._note(topic_of(answer, shelf.library), "shown" if answer.entry else answer.outcome)
        return answer

    def warm(self) -> None:
        """Does once what is slow the first time, so that nobody's first question waits for it. Counts nothing."""
        text = "what do i do first when somebody asks for help"
        read_safety(text)
        self.identifiers_in(text)
        index = self._shelf().index
        if index is not None:
            index.search(text)
            index.find_skill(text)

    def show(self, entry_id: str) -> Answer | None:
        """One entry by id, as if it had been asked for; None when it is not in the library any more."""
        library = self._shelf().library
        entry = library.entries.get(entry_id)
        if entry is None:
            return None
        self._note(entry.id, "shown")
        return Answer.showing(entry, library, self._today(), self._contacts, self.as_confirmed)

    def near(self, entry_id: str) -> Answer:
        """What else might have been meant by somebody who was shown this entry: its related ones, then the most alike."""
        shelf = self._shelf()
        entry = shelf.library.entries.get(entry_id)
        if entry is None or shelf.index is None:
            return Answer(outcome="unsure")
        alike = [found for found in shelf.index.search(entry.title).candidates if found.id != entry_id]
        alike.sort(key=lambda found: found.id not in entry.related)
        return Answer(outcome="unsure", candidates=tuple(alike[:3]))

    def skill(self, text: str) -> SkillFound | None:
        """Whether the text asks the assistant to do something, rather than to answer."""
        shelf = self._shelf()
        return None if shelf.index is None else shelf.index.find_skill(text)

    def contacts(self, provider_ids: Sequence[str]) -> tuple[Contact, ...]:
        """Directory records by id, as an answer shows them; unknown ones are left out."""
        return tuple(contact for identifier in provider_ids if (contact := self._contacts(identifier)))

    def note_card(self, card: str) -> None:
        """Counts that a safety card was shown. Nothing else is kept of such a message."""
        self._note(card, "card")

    def note_helped(self, entry_id: str, *, helped: bool, key: str) -> None:
        """Counts a press of *This helped* or *Not what I meant*, once for each press."""
        with self._store.write() as session:
            if first_time(session, key, self._clock.now()):
                self._add(session, entry_id, "helped" if helped else "not-meant", 1)

    def send_to_coordinator(self, words: str, *, nearest: str | None, by: str, key: str) -> str:
        """Keeps a question a member chose to send, and tells the coordinators. Returns its code.

        Raises PersonError when the words hold an identifying detail, or nothing at all. The words are not kept then.
        """
        words = words.strip()
        if not words:
            raise PersonError("Please write your question first.")
        if len(words) > LONGEST_QUESTION:
            raise PersonError("Please shorten the question: it is longer than a coordinator can read on a phone.")
        if kinds := self.identifiers_in(words):
            raise PersonError(f"I can't take that detail here ({', '.join(kinds)}). Please take it out and send again.")
        now = self._clock.now()
        code = _new_code()
        with self._store.write() as session:
            if not first_time(session, key, now):
                row = session.scalars(
                    select(CoordinatorQuestion).where(CoordinatorQuestion.asked_by == by).order_by(CoordinatorQuestion.id.desc())
                ).first()
                return row.code if row else code
            session.add(CoordinatorQuestion(
                code=code, asked_by=by, words=words, nearest=nearest, state="open", asked_at=now,
            ))  # fmt: skip
            enqueue(session, kind="question.to-coordinators", subject=code, target=self._coordinators,
                    key=f"question|{code}", now=now)  # fmt: skip
        return code

    def question(self, code: str) -> SentQuestion | None:
        with self._store.read() as session:
            row = session.scalars(select(CoordinatorQuestion).where(CoordinatorQuestion.code == code)).first()
            return None if row is None else _frozen(row)

    def answer_question(self, code: str, words: str, *, by: str, key: str) -> SentQuestion:
        """A coordinator's answer: kept, sent to the asker by DM, shown on the coordinators' message.

        The first answer wins; somebody later gets the question back with who answered. Raises PersonError on bad input.
        """
        words = words.strip()
        if not words:
            raise PersonError("Please write an answer first.")
        if kinds := self.identifiers_in(words):
            raise PersonError(f"I can't take that detail here ({', '.join(kinds)}). Please take it out and send again.")
        now = self._clock.now()
        with self._store.write() as session:
            row = session.scalars(select(CoordinatorQuestion).where(CoordinatorQuestion.code == code)).first()
            if row is None:
                raise PersonError("This question is gone: it was answered and cleared earlier.")
            fresh = first_time(session, key, now)
            if not fresh or row.state != "open":
                return _frozen(row)
            row.state, row.answer, row.answered_by, row.answered_at = "answered", words, by, now
            enqueue(session, kind="question.answered", subject=code, target=row.asked_by,
                    key=f"question-answered|{code}", now=now)  # fmt: skip
            revise(session, kind="question.to-coordinators", subject=code, now=now)
            return _frozen(row)

    def ask_for_draft(self, code: str, *, by: str, key: str) -> None:
        """Sends a coordinator a draft entry made of an answered question, as a file."""
        now = self._clock.now()
        with self._store.write() as session:
            if first_time(session, key, now):
                enqueue(session, kind="question.draft", subject=code, target=by, key=f"question-draft|{code}|{by}", now=now)

    def note_slip(self, channel: str) -> None:
        """Tells the privacy leads that a detail was posted in a channel: once a day a channel, without a word of it (R19)."""
        now, today = self._clock.now(), self._today()
        with self._store.write() as session:
            for lead in self._privacy_leads():
                enqueue(session, kind="privacy.slip", subject=channel, target=lead,
                        key=f"privacy-slip|{channel}|{lead}|{today}", now=now)  # fmt: skip

    def open_questions(self) -> tuple[SentQuestion, ...]:
        with self._store.read() as session:
            rows = session.scalars(select(CoordinatorQuestion).where(CoordinatorQuestion.state == "open")
                                   .order_by(CoordinatorQuestion.id))  # fmt: skip
            return tuple(_frozen(row) for row in rows)

    def clear_old_words(self) -> int:
        """Takes the words out of questions answered 30 days ago. Returns how many were cleared."""
        limit = self._clock.now() - KEEP_WORDS
        with self._store.write() as session:
            found = session.execute(
                update(CoordinatorQuestion)
                .where(CoordinatorQuestion.answered_at < limit, CoordinatorQuestion.words.is_not(None))
                .values(words=None, answer=None)
                .returning(CoordinatorQuestion.id)
            )
            return len(found.all())

    def popular(self, most: int = 5) -> tuple[str, ...]:
        """Ids of the entries shown most in this month and the last one, most first."""
        months = _two_months(self._today())
        with self._store.read() as session:
            rows = session.execute(
                select(TopicCount.topic, TopicCount.count)
                .where(TopicCount.month.in_(months), TopicCount.outcome == "shown")
            ).all()
        total: Counter[str] = Counter()
        for topic, count in rows:
            total[topic] += count
        return tuple(topic for topic, _ in total.most_common(most))

    def counts(self, month: str) -> dict[tuple[str, str], int]:
        """(topic, outcome) -> how often in a month such as 2026-11. Flush first to include the last minutes."""
        with self._store.read() as session:
            rows = session.scalars(select(TopicCount).where(TopicCount.month == month)).all()
            return {(row.topic, row.outcome): row.count for row in rows}

    def flush_counts(self) -> None:
        """Writes the counts gathered in memory. Called in the background; a crash loses at most the last minute of them."""
        self.subjects.flush()
        with self._lock:
            waiting, self._counts = self._counts, Counter()
        if not waiting:
            return
        with self._store.write() as session:
            for (topic, outcome), count in waiting.items():
                self._add(session, topic, outcome, count)

    def _search(self, index: Index, question: Question) -> Ranking:
        return index.search(question.text, audience=question.audience, subject=question.subject)

    def _note(self, topic: str, outcome: str) -> None:
        with self._lock:
            self._counts[(topic, outcome)] += 1

    def _add(self, session: Session, topic: str, outcome: str, count: int) -> None:
        month = f"{self._today():%Y-%m}"
        changed = session.execute(
            update(TopicCount)
            .where(TopicCount.month == month, TopicCount.topic == topic, TopicCount.outcome == outcome)
            .values(count=TopicCount.count + count)
            .returning(TopicCount.id)
        ).first()
        if changed is None:
            session.add(TopicCount(month=month, topic=topic, outcome=outcome, count=count))
            session.flush()


def topic_of(answer: Answer, library: Library) -> str:
    """What is counted for an answer: its entry; the nearest entry's theme when nothing was sure; else the outcome."""
    if answer.entry is not None:
        return answer.entry.id
    nearest = library.entries.get(answer.candidates[0].id) if answer.candidates else None
    return f"theme:{nearest.theme}" if nearest is not None and answer.outcome in ("unsure", "close") else answer.outcome


def _frozen(row: CoordinatorQuestion) -> SentQuestion:
    return SentQuestion(row.code, row.asked_by, row.words, row.nearest, row.state, row.answer, row.answered_by)


def _new_code() -> str:
    return "Q-" + "".join(secrets.choice(CODE_LETTERS) for _ in range(6))


def _two_months(today: date) -> tuple[str, str]:
    earlier = today.replace(day=1) - timedelta(days=1)
    return f"{today:%Y-%m}", f"{earlier:%Y-%m}"
