"""Concerns about a business or a contract: sealed, owned by one agency's role, never about a person. rules.md R36."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.service import note
from bot.content.protocol import Protocol
from bot.intake import access, clocks
from bot.intake.access import ConcernRecord, What
from bot.intake.consent import content_of
from bot.intake.counting import count
from bot.intake.flow import Answers, Value, owner_of
from bot.intake.ground import Ground
from bot.intake.records import Concern, ConcernState
from bot.intake.sealed import CannotOpen
from bot.intake.sending import ears_of, say
from bot.intake.values import ConcernView, code_of, month_of, new_code, new_token, plain_answers, restored
from bot.intake.vault import NO_KEY, put
from bot.outbox.writing import revise
from bot.people.person import Person
from bot.problems import PersonError
from bot.store.once import first_time, remember_answer, told_before


class Concerns:
    """Safe to call from many threads. Nothing here tells the police: a supervisor may let them open one place (R33, R36)."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def keep(self, protocol: Protocol, answers: Answers, by: Person, key: str) -> str:
        """Keeps one and tells the owning agency's role, code and clock only. Returns its code. Raises PersonError."""
        ground, now = self._ground, self._ground.now()
        if not ground.vault.can_seal:
            raise PersonError(NO_KEY)
        role = owner_of(protocol, answers)
        owners, ears = ground.people.holders(access.OWNER_ROLES[role]), ears_of(ground)
        _, clock = clocks.clock_of(protocol, answers)
        due = clocks.due(now, clock.acknowledge_minutes, ground.place_of(None), around_the_clock=clock.around_the_clock)
        with ground.store.write() as session:
            if not first_time(session, key, now):
                return told_before(session, key) or ""
            row = Concern(
                code=new_code(), audit_key=new_token() + new_token(),
                kind="vendor" if protocol.file.about == "vendor" else "place",
                flow=protocol.code, owner_role=role, reporter=by.id, revision=1, acknowledge_by=due,
                keep_days=protocol.file.keeps_days, created_at=now,
            )  # fmt: skip
            put(row, ground.vault.seal("concern", row.code, 1, plain_answers(content_of(protocol, answers))))
            session.add(row)
            note(session, by.id, "concern-kept", now, subject=row.audit_key, what=protocol.code)
            count(session, month_of(ground.today()), "concern", protocol.code)
            targets = [owner for owner in owners if owner != by.id] or [ears.channel]
            say(session, "concern.for-owner", row.code, targets, now)
            say(session, "concern.late", row.code, [ears.channel], now, due)
            remember_answer(session, key, row.code)
            return row.code

    def view(self, code: str) -> ConcernView | None:
        """How a concern stands, for messages: no business's name."""
        with self._ground.store.read() as session:
            row = session.scalars(select(Concern).where(Concern.code == code)).first()
            return _view(row) if row is not None else None

    def open(self, code: str, by: Person) -> tuple[ConcernView, str, Mapping[str, Value]]:
        """(how it stands, its flow, what was kept) for those who may. The owner's first opening acknowledges it.

        Raises PersonError; refusals are audited.
        """
        ground = self._ground
        try:
            with ground.store.write() as session:
                row = self._find(session, code, by, What.OPEN_CONCERN)
                note(session, by.id, "opened", ground.now(), subject=row.audit_key)
                owns = access.may_concern(by, What.CHANGE_CONCERN, _record(row))
                if owns and row.state == ConcernState.OPEN:
                    row.state, row.acknowledged_by = ConcernState.ACKNOWLEDGED, by.id
                return _view(row), row.flow, restored(ground.vault.open("concern", row))
        except (PersonError, CannotOpen) as error:
            self._refused(by, What.OPEN_CONCERN)
            if isinstance(error, CannotOpen):
                raise PersonError("This item does not open. Please tell the privacy lead.") from error
            raise

    def rights(self, code: str, by: Person) -> tuple[bool, bool]:
        """(may change it, may approve it): what the window offers this person."""
        with self._ground.store.read() as session:
            row = session.scalars(select(Concern).where(Concern.code == code_of(code))).first()
        owns = row is not None and access.may_concern(by, What.CHANGE_CONCERN, _record(row))
        return owns, owns and row is not None and row.reporter != by.id

    def approve(self, code: str, by: Person, key: str) -> ConcernView:
        """A second person of the owning role lets the place, and only the place, be opened by a police liaison.

        Raises PersonError: nobody approves what they reported themselves. Refusals are audited.
        """
        return self._or_refused(by, lambda: self._change(code, by, key, approve=True))

    def close(self, code: str, outcome: str, by: Person, key: str) -> ConcernView:
        """Closes it with one of the flow's outcomes. Raises PersonError; refusals are audited."""
        return self._or_refused(by, lambda: self._change(code, by, key, outcome=outcome))

    def own_or_owned(self, person: Person) -> tuple[ConcernView, ...]:
        """Open concerns this person reported or whose role owns them."""
        if not person.is_member:
            return ()
        query = select(Concern).where(Concern.state != ConcernState.CLOSED).order_by(Concern.acknowledge_by).limit(50)
        with self._ground.store.read() as session:
            rows = session.scalars(query).all()
        mine = (row for row in rows if row.reporter == person.id or access.may_concern(person, What.CHANGE_CONCERN, _record(row)))
        return tuple(map(_view, mine))

    def _change(self, code: str, by: Person, key: str, *, approve: bool = False, outcome: str = "") -> ConcernView:
        ground, now = self._ground, self._ground.now()
        with ground.store.write() as session:
            row = self._find(session, code, by, What.CHANGE_CONCERN)
            if not first_time(session, key, now):
                return _view(row)
            if approve and row.reporter == by.id:
                raise PersonError("Somebody else of your agency approves it: nobody approves what they reported.")
            if approve:
                row.approved_by = by.id
                note(session, by.id, "concern-approved", now, subject=row.audit_key)
            else:
                if outcome not in ground.protocol(row.flow).file.outcomes:
                    raise PersonError("Please choose an outcome.")
                row.state, row.outcome, row.closed_at = ConcernState.CLOSED, outcome[:60], now
                note(session, by.id, "concern-closed", now, subject=row.audit_key)
                count(session, month_of(ground.today()), "concern outcome", outcome)
                revise(session, kind="concern.for-owner", subject=row.code, now=now)
            return _view(row)

    def _find(self, session: Session, code: str, by: Person, what: What) -> Concern:
        row = session.scalars(select(Concern).where(Concern.code == code_of(code)).with_for_update()).first()
        if row is None or not access.may_concern(by, what, _record(row)):
            raise PersonError(access.NOT_YOURS)
        return row

    def _or_refused(self, by: Person, change: Callable[[], ConcernView]) -> ConcernView:
        try:
            return change()
        except PersonError:
            self._refused(by, What.CHANGE_CONCERN)
            raise

    def _refused(self, by: Person, what: What) -> None:
        with self._ground.store.write() as session:
            note(session, by.id[:24], "refused", self._ground.now(), what=what)


def _record(row: Concern) -> ConcernRecord:
    return ConcernRecord(row.reporter, row.owner_role, row.approved_by is not None)


def _view(row: Concern) -> ConcernView:
    return ConcernView(
        row.code, row.kind, row.owner_role, ConcernState(row.state), row.acknowledge_by, row.approved_by is not None, row.outcome
    )
