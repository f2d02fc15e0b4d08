"""The verbs of the intake up to and including "send": what the windows ask for. One method, one transaction.

What becomes of a referral afterward is `life`; concerns about businesses are `concerns`; deleting is `retention`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.audit.service import Audit, note
from bot.content.protocol import PLACE_CONCERNS, Protocol
from bot.content.provider import Provider
from bot.intake import access, consent, routing, sending
from bot.intake.concerns import Concerns
from bot.intake.counting import count, count_gap
from bot.intake.flow import Answers, Ended, walk
from bot.intake.ground import Ground
from bot.intake.leaving import Leaving
from bot.intake.life import Life
from bot.intake.records import Checklist, ChecklistStep, IntakeDraft, Referral, Release
from bot.intake.reports import Reports
from bot.intake.retention import Retention
from bot.intake.sealed import CannotOpen
from bot.intake.values import (
    ConsentMissing,
    Draft,
    OwnReferral,
    ProviderMatch,
    SentReferral,
    month_of,
    new_code,
    plain_answers,
    restored,
)  # fmt: skip
from bot.intake.vault import NO_KEY, put
from bot.outbox.records import OutboxRow
from bot.outbox.writing import enqueue
from bot.people.person import Person
from bot.problems import PersonError
from bot.store.once import first_time, remember_answer, told_before

IDENTIFYING = "I can't take that detail here: it could point to one person. Nothing of it was kept. Please leave it out."
CHOOSE = "Please choose at least one place with the person, and at most {most}."
NOT_OFFERED = "One of these places cannot be sent a referral now. Please look at the choices again."
NOT_AT_THE_END = "Some questions are still open, so nothing was kept. Please go on to the last window."
REMIND_IN = {"hours_2": 120, "hours_12": 720, "hours_23": 1380}


class Intake:
    """Safe to call from many threads."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.life = Life(ground)
        self.leaving = Leaving(ground)
        self.concerns = Concerns(ground)
        self.retention = Retention(ground)
        self.reports = Reports(ground)
        self.vault = ground.vault
        self.audit = Audit(ground.store)

    def refusal(self, person: Person, what: str, protocol_code: str = "") -> str | None:
        """The sentence for somebody who may not; None when they may. `what` is a value of access.What. Writes nothing."""
        if what == access.What.START:
            fine = access.may_start(person, protocol_code)
        else:
            fine = access.may(person, access.What(what), self._ground.today())
        return None if fine else access.why_not(person)

    def note_refusal(self, person: Person, what: str) -> None:
        """A refusal leaves an audit line: who, and what they tried. No code and no content."""
        with self._ground.store.write() as session:
            note(session, person.id[:24], "refused", self._ground.now(), what=what[:80])

    def may_record(self) -> str | None:
        """None when records can be sealed on this machine; else the sentence that says they cannot."""
        return None if self._ground.vault.can_seal else NO_KEY

    def needs_written(self, person: Person, protocol_code: str) -> bool:
        """Spoken consent is not accepted from this person's agency, or in this flow."""
        return consent.needs_written(self._ground.protocol(protocol_code), self._ground.covered_by(person))

    def consent_problem(self, protocol_code: str, answers: Answers, person: Person) -> str | None:
        """What consent lacks, as a sentence; None when it passes."""
        covered = self._ground.covered_by(person)
        return consent.problem(self._ground.protocol(protocol_code), answers, covered, self._ground.today())

    def note_counter(self, name: str, key: str = "") -> None:
        """One more of something that is only counted: `danger_stop`, `info_given`. A redelivery counts once."""
        ground = self._ground
        with ground.store.write() as session:
            if first_time(session, _part(key, name), ground.now()):
                count(session, month_of(ground.today()), "counter", name)

    def count_visit(self, protocol_code: str, by: Person, key: str = "") -> None:
        """A visit, without anybody. Raises PersonError for somebody who may not start flows."""
        self._demand_start(by, protocol_code)
        self.note_counter(f"visit {protocol_code}", key)

    def save_draft(self, user: Person, protocol_code: str, answers: Answers) -> str:
        """Keeps somebody's place in a flow, sealed, one a person. Returns its code.

        Raises ConsentMissing before consent passes, PersonError for identifying details or where nothing can be sealed.
        """
        ground, now = self._ground, self._ground.now()
        protocol = ground.protocol(protocol_code)
        self._demand_consent(protocol, answers, user)
        content = plain_answers(consent.draft_of(protocol, answers))
        expires = now + timedelta(hours=ground.settings.app.retention.draft_hours)
        with ground.store.write() as session:
            row = session.get(IntakeDraft, user.id, with_for_update=True)
            if row is None or row.flow != protocol.code:
                if row is not None:
                    session.delete(row)
                    session.flush()
                row = IntakeDraft(person=user.id, code=new_code(), flow=protocol.code, revision=0)
            row.revision, row.saved_at, row.expires_at = row.revision + 1, now, expires
            put(row, ground.vault.seal("draft", row.code, row.revision, content))
            session.add(row)
            return row.code

    def draft(self, user: Person) -> Draft | None:
        """Somebody's own kept place; None when there is none, it has expired, or consent no longer passes."""
        ground = self._ground
        with ground.store.read() as session:
            row = session.get(IntakeDraft, user.id)
        if row is None or row.expires_at <= ground.now() or not user.is_member or ground.protocols(row.flow) is None:
            return None
        try:
            answers = restored(ground.vault.open("draft", row))
        except (CannotOpen, PersonError):
            return None
        if self.consent_problem(row.flow, answers, user) is not None:
            return None
        return Draft(row.code, row.flow, answers, row.saved_at, row.expires_at)

    def drop_draft(self, user: Person) -> None:
        with self._ground.store.write() as session:
            session.execute(delete(IntakeDraft).where(IntakeDraft.person == user.id))
        self._ground.disk.owe()

    def matches(self, protocol_code: str, answers: Answers, now: datetime | None = None) -> tuple[ProviderMatch, ...]:
        """Providers that fit, best first, two at least where there are two. Reads only; () means nothing fits."""
        ground = self._ground
        today = (now or ground.now()).astimezone(ground.zone).date()
        return routing.match(routing.need_of(ground.protocol(protocol_code), answers), ground.shown(), today)

    def note_gap(self, protocol_code: str, answers: Answers, by: Person, key: str = "") -> None:
        """Nothing fits: counted by need, language, area and group of people. No code, no person, told weekly."""
        self._demand_start(by, protocol_code)
        ground = self._ground
        need = routing.need_of(ground.protocol(protocol_code), answers)
        with ground.store.write() as session:
            if first_time(session, _part(key, "gap"), ground.now()):
                for each in routing.gaps_of(need):
                    count_gap(session, month_of(ground.today()), *each)

    def send(self, protocol_code: str, answers: Answers, chosen: Sequence[str], by: Person, key: str) -> SentReferral:
        """Sends a referral to the places the person chose: sealed row, releases, audit line and outbox rows at once.

        Raises ConsentMissing or PersonError, and then nothing was kept. A redelivery is told the first code again.
        """
        ground = self._ground
        protocol = ground.protocol(protocol_code)
        self._demand_consent(protocol, answers, by)
        _demand_end(protocol, answers, "referral")
        chosen_here = self._chosen(protocol, answers, chosen)
        facts, content = consent.facts(answers, ground.today()), consent.content_of(protocol, answers)
        to, ears = sending.recipients_of(ground, chosen_here), sending.ears_of(ground)
        with ground.store.write() as session:
            if not first_time(session, key, ground.now()):
                return self._sent_before(session, told_before(session, key) or "")
            row = sending.write_referral(session, ground, protocol, answers, content, facts, by)
            releases = [sending.write_release(session, ground, row, place, each, ears) for place, each in enumerate(to, 1)]
            self._count_sent(session, protocol, answers)
            session.execute(delete(IntakeDraft).where(IntakeDraft.person == by.id))
            remember_answer(session, key, row.code)
        ground.disk.owe()
        return _sent(row, releases)

    def sent_before(self, key: str) -> SentReferral | None:
        """What this very delivery was told when it came before: its draft is gone since. None: it never came through."""
        with self._ground.store.read() as session:
            code = told_before(session, key)
            return self._sent_before(session, code) if code else None

    def keep_checklist(self, protocol_code: str, answers: Answers, by: Person, key: str) -> str:
        """Which steps were taken for somebody who may be under 18, yes or no; nothing else. Returns the code.

        Sets the nudge of the flow, and the reminder the person chose (`remind_me`).
        """
        self._demand_start(by, protocol_code)
        ground, now = self._ground, self._ground.now()
        protocol = ground.protocol(protocol_code)
        _demand_end(protocol, answers, "checklist")
        with ground.store.write() as session:
            if not first_time(session, key, now):
                return told_before(session, key) or ""
            expires = now + timedelta(days=ground.settings.app.retention.checklist_days)
            row = Checklist(code=new_code(), owner=by.id, kept_at=now, expires_at=expires)
            session.add(row)
            session.flush()
            for step, answer in consent.content_of(protocol, answers).items():
                session.add(ChecklistStep(checklist_id=row.id, step=step[:40], done=answer == "yes", at=now))
            count(session, month_of(ground.today()), "checklist", protocol.code)
            self._remind_of_checklist(session, protocol, answers, by, row.code)
            remember_answer(session, key, row.code)
            return row.code

    def keep_concern(self, protocol_code: str, answers: Answers, by: Person, key: str) -> str:
        """A concern about a business or a contract. Raises PersonError for identifying details. Returns the code."""
        self._demand_start(by, protocol_code)
        protocol = self._ground.protocol(protocol_code)
        self._demand_clean(protocol, answers)
        _demand_end(protocol, answers, *PLACE_CONCERNS)
        return self.concerns.keep(protocol, answers, by, key)

    def remind_me(self, user: Person, minutes: int, key: str = "", code: str = "") -> None:
        """One neutral line to oneself later: no word of what it is about (rules.md R6)."""
        ground, now = self._ground, self._ground.now()
        with ground.store.write() as session:
            if user.is_member and first_time(session, _part(key, "remind"), now):
                _remind(session, user.id, code, now, minutes)

    def send_sheet(self, protocol_code: str, to: Person, key: str) -> None:
        """The blank sheet of a flow that has one, by direct message. Raises PersonError."""
        self._demand_start(to, protocol_code)
        now = self._ground.now()
        with self._ground.store.write() as session:
            enqueue(session, kind="intake.sheet", subject=protocol_code, target=to.id, key=f"intake.sheet|{to.id}|{key}", now=now)

    def own_referrals(self, person: Person) -> tuple[OwnReferral, ...]:
        """Somebody's own referrals: codes, states and clocks."""
        return self.life.own(person)

    def week_was_told(self, session: Session, monday: date) -> bool:
        """Whether the weekly digest of the week that began on this day was written already."""
        return session.scalars(select(OutboxRow.id).where(OutboxRow.dedupe_key == f"referral.week|{monday}")).first() is not None

    def _demand_start(self, person: Person, protocol_code: str) -> None:
        if not access.may_start(person, protocol_code):
            self.note_refusal(person, access.What.START)
            raise PersonError(access.why_not(person))

    def _demand_consent(self, protocol: Protocol, answers: Answers, by: Person) -> None:
        self._demand_start(by, protocol.code)
        if not self._ground.vault.can_seal:
            raise PersonError(NO_KEY)
        missing = consent.problem(protocol, answers, self._ground.covered_by(by), self._ground.today())
        if missing is not None:
            raise ConsentMissing(missing)
        self._demand_clean(protocol, answers)

    def _demand_clean(self, protocol: Protocol, answers: Answers) -> None:
        if any(self._ground.screen(text) for text in consent.free_texts(protocol, answers).values()):
            raise PersonError(IDENTIFYING)

    def _chosen(self, protocol: Protocol, answers: Answers, chosen: Sequence[str]) -> tuple[Provider, ...]:
        """Only places the person named, that may be shown now, and that the three doors allow."""
        wanted, most = tuple(dict.fromkeys(chosen)), protocol.file.routing.most_providers
        if not 1 <= len(wanted) <= most:
            raise PersonError(CHOOSE.format(most=most))
        named = consent.chosen_providers(answers)
        need = routing.need_of(protocol, answers)
        here = {provider.id: provider for provider in self._ground.shown()}
        fine = [each for each in wanted if each in here and each in named and routing.may_be_sent(here[each], need)]
        if len(fine) != len(wanted):
            raise PersonError(NOT_OFFERED)
        return tuple(here[each] for each in fine)

    def _count_sent(self, session: Session, protocol: Protocol, answers: Answers) -> None:
        month = month_of(self._ground.today())
        count(session, month, "sent", protocol.code)
        for measure, value in consent.counted(protocol, answers).items():
            count(session, month, measure, value)

    def _sent_before(self, session: Session, code: str) -> SentReferral:
        row = session.scalars(select(Referral).where(Referral.code == code)).first()
        if row is None:
            raise PersonError("This was sent earlier.")
        return _sent(row, session.scalars(select(Release).where(Release.referral_id == row.id)).all())

    def _remind_of_checklist(self, session: Session, protocol: Protocol, answers: Answers, by: Person, code: str) -> None:
        now, nudge = self._ground.now(), protocol.file.nudge
        if nudge is not None:
            answer = str(answers.get(nudge.when) or "")
            if (answer in nudge.is_) if nudge.is_ else (answer not in nudge.is_not):
                _remind(session, by.id, code, now, nudge.minutes)
        minutes = REMIND_IN.get(str(answers.get("remind_me") or ""))
        if minutes is not None:
            _remind(session, by.id, code, now, minutes)


def _demand_end(protocol: Protocol, answers: Answers, *creates: str) -> None:
    """Nothing is written from half a flow: the way must end where such a record is made. Raises PersonError."""
    state = walk(protocol, answers)
    if not isinstance(state, Ended) or state.ending is None or state.ending.creates not in creates:
        raise PersonError(NOT_AT_THE_END)


def _remind(session: Session, user: str, code: str, now: datetime, minutes: int) -> None:
    at = now + timedelta(minutes=max(minutes, 1))
    enqueue(session, kind="intake.reminder", subject=code, target=user, key=f"remind|{user}|{code}|{at.isoformat()}", now=now,
            not_before=at)  # fmt: skip


def _part(key: str, of: str) -> str:
    """A window's delivery may do several things: each is done once."""
    return f"{key}|{of}" if key else ""


def _sent(row: Referral, releases: Sequence[Release]) -> SentReferral:
    by_phone = tuple(release.provider for release in releases if release.by_phone and release.provider)
    return SentReferral(row.code, by_phone, min((release.acknowledge_by for release in releases), default=row.created_at))
