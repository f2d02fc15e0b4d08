"""A referral's life after it was sent: opened, answered, handed over, closed, withdrawn. One method, one transaction.

Access and consent are looked at anew in each of them. Opening writes the audit line before the seal is broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.audit.service import note
from bot.intake import access, clocks, consent, routing, sending
from bot.intake.access import Record, What
from bot.intake.closing import clear, close, releases_of, show_anew, withdraw
from bot.intake.ground import Ground
from bot.intake.holds import is_held
from bot.intake.records import Referral, ReferralState, Release, ReleaseState
from bot.intake.sealed import CannotOpen
from bot.intake.steps import REASONS, may_follow, outcomes_of
from bot.intake.values import (
    Answered,
    Clocks,
    ConsentMissing,
    Details,
    OwnReferral,
    ProviderMatch,
    ReleaseView,
    Withdrawn,
    code_of,
    restored,
)  # fmt: skip
from bot.outbox.writing import revise
from bot.people.person import Person
from bot.problems import PersonError
from bot.store.once import first_time

OVER = "The consent for this item has ended. It can be withdrawn or closed; to go on, ask the person again and start anew."
# one kind for each state: what was overtaken before it went out is not said, so nobody reads the same line twice
ANSWERED = "referral.answered-"
MOST_OWN = 20
T = TypeVar("T")
Book = Mapping[str, tuple[str, ...]]


class Life:
    """Safe to call from many threads."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def own(self, person: Person) -> tuple[OwnReferral, ...]:
        """Somebody's own referrals, newest first. There is no list of anybody else's, for nobody (R27)."""
        if not access.may(person, What.OWN_LIST, self._ground.today()):
            return ()
        query = select(Referral).where(Referral.owner == person.id, Referral.state != ReferralState.WITHDRAWN)
        with self._ground.store.read() as session:
            rows = session.scalars(query.order_by(Referral.created_at.desc()).limit(MOST_OWN)).all()
            return tuple(_own(row, releases_of(session, row)) for row in rows)

    def release(self, token: str) -> ReleaseView | None:
        """How one recipient stands, for messages: no names, no content."""
        with self._ground.store.read() as session:
            found = _release(session, token)
            return view_of(*found) if found else None

    def referral(self, code: str) -> OwnReferral | None:
        """How a referral stands, for messages about it: no names, no content."""
        with self._ground.store.read() as session:
            row = session.scalars(select(Referral).where(Referral.code == code)).first()
            return _own(row, releases_of(session, row)) if row is not None else None

    def open(self, by: Person, *, token: str = "", code: str = "", as_sheet: bool = False) -> Details:
        """What this reader may see of one referral. A recipient's first opening counts as seen.

        `as_sheet`: the owner calls a place that is reached by phone, and sees only what that place may hear.

        Raises ConsentMissing when consent has ended, PersonError when it is not open to them; refusals are audited.
        """
        ground = self._ground

        def opened(session: Session, book: Book) -> Details:
            referral, release, record = self._find(session, by, token, code, book)
            self._demand(by, What.OPEN, record)
            note(session, by.id, "opened", ground.now(), subject=referral.audit_key or "", what="call sheet" if as_sheet else "")
            is_owner = referral.owner == by.id and not as_sheet
            if as_sheet and (release is None or not release.by_phone):
                raise PersonError(access.NOT_YOURS)
            if release is not None and referral.owner != by.id and release.state == ReleaseState.SENT:
                self._see(session, referral, release, by)
            return self._details(session, referral, release, is_owner)

        return self._audited(by, What.OPEN, opened)

    def answer(
        self, token: str, then: ReleaseState, by: Person, key: str, *, reason: str | None = None
    ) -> Answered:
        """A recipient answers, or the staff member who called a place writes down its answer. The first answer wins.

        Raises ConsentMissing, PersonError.
        """
        ground = self._ground
        if then is ReleaseState.DECLINED and reason not in REASONS:
            raise PersonError("Please choose a reason.")

        def answered(session: Session, book: Book) -> Answered:
            referral, release, record = self._find(session, by, token, "", book)
            if release is None:
                raise PersonError(access.NOT_YOURS)
            self._demand(by, What.ANSWER_BY_PHONE if release.by_phone else What.ANSWER, record)
            if not first_time(session, key, ground.now()):
                return Answered(view_of(release, referral), release.answered_by == by.id)
            if not may_follow(ReleaseState(release.state), then):
                return Answered(view_of(release, referral), False)
            self._decide(session, referral, release, then, by, reason)
            owner = referral.owner if then is ReleaseState.ACCEPTED and not release.by_phone else None
            return Answered(view_of(release, referral), True, owner)

        return self._audited(by, What.ANSWER, answered)

    def left_message(self, token: str, by: Person, key: str) -> ReleaseView:
        """The staff member reached only a machine: the clock runs on, and a reminder to call again is set."""
        ground = self._ground

        def noted(session: Session, book: Book) -> ReleaseView:
            referral, release, record = self._find(session, by, token, "", book)
            if release is None:
                raise PersonError(access.NOT_YOURS)
            self._demand(by, What.ANSWER_BY_PHONE, record)
            if first_time(session, key, ground.now()) and release.state in (ReleaseState.SENT, ReleaseState.SEEN):
                release.calls += 1
                now, half = ground.now(), referral.acknowledge_minutes / 2
                place = ground.place_of(ground.provider(release.provider or ""))
                again = clocks.due(now, half, place, around_the_clock=referral.around_the_clock)
                sending.say(session, "referral.call-reminder", token, [by.id], now, again, str(release.calls))
                note(session, by.id, "left-message", now, subject=referral.audit_key or "")
                revise(session, kind="referral.call-sheet", subject=token, now=now)
            return view_of(release, referral)

        return self._audited(by, What.ANSWER_BY_PHONE, noted)

    def close(self, code: str, outcome: str, by: Person, key: str) -> OwnReferral:
        """The owner closes with one of the outcomes. Raises PersonError."""

        def closed(session: Session, book: Book) -> OwnReferral:
            referral, _, record = self._find(session, by, "", code, book)
            self._demand(by, What.CHANGE, record)
            if outcome not in outcomes_of(self._ground.protocols(referral.flow)):
                raise PersonError("Please choose an outcome.")
            if first_time(session, key, self._ground.now()) and referral.state == ReferralState.OPEN:
                close(session, self._ground, referral, outcome, by.id)
            return _own(referral, releases_of(session, referral))

        return self._audited(by, What.CHANGE, closed)

    def outcomes(self, code: str, by: Person) -> dict[str, str]:
        """Value -> label of how this may be closed. Whoever is not its owner sees the common ones: the others name the flow."""
        with self._ground.store.read() as session:
            row = session.scalars(select(Referral).where(Referral.code == code_of(code), Referral.owner == by.id)).first()
        return outcomes_of(self._ground.protocols(row.flow) if row is not None else None)

    def withdraw(self, code: str, by: Person, key: str) -> Withdrawn:
        """The person took the consent back: the details are deleted in this transaction, and recipients told to stop.

        Raises PersonError. Withdrawn before, by a redelivery: answers with nobody left to call.
        """
        ground = self._ground

        def gone(session: Session, book: Book) -> Withdrawn:
            referral, _, record = self._find(session, by, "", code, book)
            if referral.state == ReferralState.WITHDRAWN and not first_time(session, key, ground.now()):
                return Withdrawn(referral.code, 0, ())
            self._demand(by, What.CHANGE, record)
            first_time(session, key, ground.now())
            found = releases_of(session, referral)
            told = [(release, () if release.by_phone else book.get(release.provider or "", ())) for release in found]
            # a place whose liaisons have all gone since is called like one that never had any
            to_call = tuple(release.provider for release, liaisons in told if not liaisons and release.provider)
            withdraw(session, ground, referral, by.id)
            for release, liaisons in told:
                sending.say(session, "referral.stop", release.token, liaisons, ground.now())
            if not is_held(session, "referrals"):
                clear(session, referral, ground.now())
            return Withdrawn(referral.code, sum(len(liaisons) for _, liaisons in told), to_call)

        found = self._audited(by, What.CHANGE, gone)
        ground.disk.owe()
        return found

    def other_places(self, code: str, by: Person) -> tuple[ProviderMatch, ...]:
        """Places that fit and were not asked yet: the fallback after a no or no answer. Opening is audited."""
        ground = self._ground

        def found(session: Session, book: Book) -> tuple[ProviderMatch, ...]:
            referral, _, record = self._find(session, by, "", code, book)
            self._demand_owner(by, record, referral)
            note(session, by.id, "opened", ground.now(), subject=referral.audit_key or "", what="other places")
            asked = {release.provider for release in releases_of(session, referral)}
            need = routing.need_of_kept(ground.protocol(referral.flow), restored(ground.vault.open("referral", referral)))
            fitting = routing.match(need, [each for each in ground.shown() if each.id not in asked], ground.today())
            return tuple(each for each in fitting if each.provider.id not in asked)

        return self._audited(by, What.OPEN, found)

    def ask_another(self, code: str, provider_id: str, agreed: bool, by: Person, key: str) -> OwnReferral:
        """One more release, for a place the person agreed to as well; the end date stays. Raises ConsentMissing, PersonError."""
        if not agreed:
            raise ConsentMissing("Ask the person first: each place needs their agreement.")
        ground = self._ground
        offered = {match.provider.id: match.provider for match in self.other_places(code, by)}
        if provider_id not in offered:
            raise PersonError("This place cannot be asked now. Please look at the choices again.")
        to, ears = sending.recipients_of(ground, [offered[provider_id]])[0], sending.ears_of(ground)

        def asked(session: Session, book: Book) -> OwnReferral:
            referral, _, record = self._find(session, by, "", code, book)
            self._demand_owner(by, record, referral)
            found = releases_of(session, referral)
            if first_time(session, key, ground.now()) and all(release.provider != provider_id for release in found):
                sending.write_release(session, ground, referral, len(found) + 1, to, ears)
                note(session, by.id, "sent", ground.now(), subject=referral.audit_key or "", what="one more place")
            return _own(referral, releases_of(session, referral))

        return self._audited(by, What.CHANGE, asked)

    def clocks(self, by: Person) -> Clocks:
        """For coordinators: how many are open, how many clocks were missed, and the codes that wait. Raises PersonError."""
        ground, now = self._ground, self._ground.now()
        if not access.may(by, What.COUNTS, ground.today()):
            self._refused(by, What.COUNTS)
        return self.late(now)

    def late(self, now: datetime) -> Clocks:
        """The same for the weekly digest, which nobody asked for."""
        with self._ground.store.read() as session:
            whole = session.scalar(select(func.count(Referral.id)).where(Referral.state == ReferralState.OPEN)) or 0
            waiting = select(Referral.code, Release.state, Release.acknowledge_by, Release.decide_by).join(
                Release, Release.referral_id == Referral.id
            )
            waiting = waiting.where(
                Referral.state == ReferralState.OPEN, Release.state.in_((ReleaseState.SENT, ReleaseState.SEEN))
            )
            rows = session.execute(waiting).all()
        unseen = [(code, by) for code, state, by, _ in rows if state == ReleaseState.SENT and by < now]
        undecided = [(code, by) for code, _, _, by in rows if by < now]
        return Clocks(whole, len(unseen), len(undecided), tuple(sorted({*unseen, *undecided}, key=lambda item: item[1])[:20]))

    def _see(self, session: Session, referral: Referral, release: Release, by: Person) -> None:
        release.state, release.seen_at = ReleaseState.SEEN, self._ground.now()
        self._tell_owner(session, referral, release)
        note(session, by.id, "seen", self._ground.now(), subject=referral.audit_key or "")

    def _decide(
        self, session: Session, referral: Referral, release: Release, then: ReleaseState, by: Person, reason: str | None
    ) -> None:
        now = self._ground.now()
        release.seen_at = release.seen_at or now
        release.state, release.reason = then, reason if then is ReleaseState.DECLINED else None
        if then is not ReleaseState.SEEN:
            release.decided_at, release.answered_by = release.decided_at or now, by.id
        note(session, by.id, then.value.replace("_", "-"), now, subject=referral.audit_key or "")
        self._tell_owner(session, referral, release, unless=by.id)

    def _tell_owner(self, session: Session, referral: Referral, release: Release, unless: str = "") -> None:
        """Every message about the release is shown as things are now; the owner hears of each step once."""
        now = self._ground.now()
        show_anew(session, [release], now)
        if referral.owner and referral.owner != unless:
            sending.say(session, f"{ANSWERED}{release.state}", release.token, [referral.owner], now)

    def _details(self, session: Session, referral: Referral, release: Release | None, is_owner: bool) -> Details:
        content = restored(self._ground.vault.open("referral", referral))
        shares = (referral.shares or "").split(",")
        shown = content if is_owner else consent.seen_by_recipient(content, shares)
        handoff = shown.pop(consent.HANDOFF, None)
        found = releases_of(session, referral)
        if referral.consent_ends is None or referral.owner is None:
            raise CannotOpen("the record was cleared")
        return Details(
            referral.code, referral.flow, shown, str(handoff) if handoff else None, referral.owner, referral.consent_ends,
            is_owner, view_of(release, referral) if release else None, release.provider if release else None,
            tuple((each.provider or "", view_of(each, referral)) for each in found) if is_owner else (),
        )  # fmt: skip

    def _find(
        self, session: Session, by: Person, token: str, code: str, book: Book
    ) -> tuple[Referral, Release | None, Record]:
        """The referral, locked, the release in question, and what access depends on. Raises PersonError when there is none."""
        release = session.scalars(select(Release).where(Release.token == token)).first() if token else None
        query = select(Referral).where(Referral.id == release.referral_id if release else Referral.code == code_of(code))
        referral = session.scalars(query.with_for_update()).first()
        if referral is None or (token and release is None):
            raise PersonError(access.NOT_YOURS)
        if release is not None:
            session.refresh(release)  # PostgreSQL: as it is now that the referral is locked
        elif referral.owner != by.id:
            release = next((each for each in releases_of(session, referral) if by.id in book.get(each.provider or "", ())), None)
        speaks = release is not None and by.id in book.get(release.provider or "", ())
        state = ReleaseState(release.state) if release is not None else None
        record = Record(
            referral.owner, ReferralState(referral.state), referral.consent_ends, state,
            release is not None and release.by_phone, speaks and release is not None and release.provider is not None,
        )  # fmt: skip
        return referral, release, record

    def _demand(self, by: Person, what: What, record: Record) -> None:
        today = self._ground.today()
        if access.may(by, what, today, record):
            return
        ended = record.consent_ends is not None and record.consent_ends < today
        if ended and by.is_member and (record.owner == by.id or record.speaks_for):
            raise ConsentMissing(OVER)
        raise PersonError(access.why_not(by))

    def _demand_owner(self, by: Person, record: Record, referral: Referral) -> None:
        self._demand(by, What.CHANGE, record)
        self._demand(by, What.OPEN, record)
        if referral.state != ReferralState.OPEN:
            raise PersonError("This item is closed.")

    def _audited(self, by: Person, what: What, work: Callable[[Session, Book], T]) -> T:
        """Runs one transaction; a refusal rolls it back and leaves an audit line of its own.

        Who speaks for which place is looked up first: it may ask Slack, and nobody's write waits for that.
        """
        book = self._ground.people.liaison_book()
        try:
            with self._ground.store.write() as session:
                return work(session, book)
        except CannotOpen as error:
            self._note_refused(by, f"{what} cannot open")
            raise PersonError("This item does not open: it is not what was sealed. Please tell the privacy lead.") from error
        except PersonError:
            self._note_refused(by, what)
            raise

    def _refused(self, by: Person, what: What) -> None:
        self._note_refused(by, what)
        raise PersonError(access.why_not(by))

    def _note_refused(self, by: Person, what: str) -> None:
        with self._ground.store.write() as session:
            note(session, by.id[:24], "refused", self._ground.now(), what=what[:80])


def view_of(release: Release, referral: Referral) -> ReleaseView:
    return ReleaseView(
        release.token, referral.code, release.place, ReleaseState(release.state), release.by_phone, release.acknowledge_by,
        release.decide_by, referral.around_the_clock, ReferralState(referral.state), referral.consent_ends, release.calls,
        release.reason, release.seen_at, release.decided_at, clocks.is_weekly(referral.acknowledge_minutes),
    )  # fmt: skip


def _release(session: Session, token: str) -> tuple[Release, Referral] | None:
    row = session.execute(
        select(Release, Referral).join(Referral, Release.referral_id == Referral.id).where(Release.token == token)
    ).first()
    return (row[0], row[1]) if row else None


def _own(row: Referral, releases: Iterable[Release]) -> OwnReferral:
    found = tuple(view_of(release, row) for release in releases)
    return OwnReferral(row.code, ReferralState(row.state), row.created_at, row.consent_ends, row.outcome, found)
