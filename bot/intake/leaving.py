"""When somebody leaves: open items go to a living lead, and a place nobody speaks for any more is reached by phone. R31.

Whoever cannot be looked up just now is taken for still here: nothing changes hands because Slack did not answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.audit.service import ASSISTANT, note
from bot.intake import access, sending
from bot.intake.closing import releases_of
from bot.intake.ground import Ground
from bot.intake.records import Concern, ConcernState, IntakeDraft, Referral, ReferralState, Release, ReleaseState
from bot.outbox.records import OutboxRow, State
from bot.outbox.writing import revise
from bot.people.person import Person, PersonKind, Role

EVERY = timedelta(hours=1)
# a place somebody has still to answer, or to say that the person arrived
UNFINISHED = (ReleaseState.SENT, ReleaseState.SEEN, ReleaseState.WAITLISTED, ReleaseState.ACCEPTED)
LEFT = (PersonKind.DEACTIVATED, PersonKind.GUEST, PersonKind.STRANGER, PersonKind.BOT)


class Leaving:
    """Safe to call from many threads, and to repeat. `tick` finds what no event told: a group, a setting, a missed event."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._last: datetime | None = None

    def somebody_left(self, user: str) -> int:
        """Their kept place goes, what waited to be said to them is dropped, and all they had is handed on. Returns how many."""
        now = self._ground.now()
        with self._ground.store.write() as session:
            session.execute(delete(IntakeDraft).where(IntakeDraft.person == user))
            mine = (OutboxRow.target == user, OutboxRow.state == State.WAITING)
            ours = OutboxRow.kind.like("referral.%") | OutboxRow.kind.like("concern.%") | OutboxRow.kind.like("intake.%")
            session.execute(update(OutboxRow).where(*mine, ours).values(state=State.DROPPED, reason="left", changed_at=now))
        return self._hand_on(gone=user) + self._look_at_places() + self._look_at_concerns()

    def tick(self) -> int | None:
        """One look at everybody who holds something open; None when it is not time yet."""
        now = self._ground.now()
        if self._last is not None and timedelta(0) <= now - self._last < EVERY:
            return None
        self._last = now
        return self._hand_on() + self._look_at_places() + self._look_at_concerns()

    def _hand_on(self, gone: str = "") -> int:
        """Open items of people who are not here any more, and of nobody, to the first of their agency who may have them."""
        ground = self._ground
        for_whom = select(Referral.owner, Referral.agency, Referral.flow).where(Referral.state == ReferralState.OPEN).distinct()
        with ground.store.read() as session:
            held = session.execute(for_whom).all()
        # everybody is looked up before the transaction: Slack may have to be asked
        left = {owner for owner, _, _ in held if owner == gone or owner is None or self._is_gone(owner)}
        heirs = {(agency, flow): self._heir(agency, flow, left) for owner, agency, flow in held if owner in left}
        if not left:
            return 0
        channel = ground.settings.app.channels.coordinators
        with ground.store.write() as session:
            mine = select(Referral).where(Referral.state == ReferralState.OPEN).with_for_update()
            rows = [row for row in session.scalars(mine) if row.owner in left]
            changed = [row for row in rows if self._give(session, row, heirs.get((row.agency, row.flow)), channel)]
            return len(changed)

    def _give(self, session: Session, row: Referral, heir: str | None, channel: str) -> bool:
        """Without an heir the coordinators hear of the code; nobody gets to see what it holds."""
        if row.owner == heir:
            return False
        now, row.owner = self._ground.now(), heir
        whom = "to the agency's lead" if heir else "to nobody"
        note(session, ASSISTANT, "handed-on", now, subject=row.audit_key or "", what=whom)
        if heir is None:
            sending.say(session, "referral.no-owner", row.code, [channel], now)
            return True
        sending.say(session, "referral.handed-on", row.code, [heir], now)
        sending.say(session, "referral.close-prompt", row.code, [heir], now, row.created_at + sending.CLOSE_PROMPT)
        for release in releases_of(session, row):
            if release.state in UNFINISHED:
                self._tell_clocks(session, release, heir)
        return True

    def _tell_clocks(self, session: Session, release: Release, owner: str) -> None:
        """What the owner would have heard, each at its time; at once where the time has passed and it is still true."""
        now = self._ground.now()
        if release.by_phone:
            again = now + max(timedelta(0), (release.acknowledge_by - now) / 2)
            sending.say(session, "referral.call-sheet", release.token, [owner], now)
            sending.say(session, "referral.call-reminder", release.token, [owner], now, again)
        sending.say(session, "referral.no-answer", release.token, [owner], now, release.acknowledge_by)
        sending.say(session, "referral.undecided", release.token, [owner], now, release.decide_by)

    def _look_at_places(self) -> int:
        """A place whose liaisons have all left is called by the owner; one with a new liaison tells them too."""
        ground = self._ground
        theirs = (
            Referral.state == ReferralState.OPEN, Release.state.in_(UNFINISHED), Release.by_phone.is_(False),
            Release.provider.is_not(None),
        )  # fmt: skip
        with ground.store.read() as session:
            query = select(Release.provider).join(Referral, Release.referral_id == Referral.id).where(*theirs).distinct()
            places = [str(provider) for provider in session.scalars(query)]
        living = {place: found for place in places if (found := self._liaisons(place)) is not None}
        count = 0
        with ground.store.write() as session:
            query_rows = select(Referral, Release).join(Release, Release.referral_id == Referral.id).where(*theirs)
            for row, release in session.execute(query_rows.with_for_update()).all():
                if release.provider in living:
                    count += self._tell_place(session, row, release, living[release.provider])
        return count

    def _tell_place(self, session: Session, row: Referral, release: Release, liaisons: tuple[str, ...]) -> int:
        now = self._ground.now()
        if liaisons:
            sending.say(session, "referral.for-provider", release.token, liaisons, now)
            return 0
        release.by_phone = True
        note(session, ASSISTANT, "handed-on", now, subject=row.audit_key or "", what="a place is called from now on")
        if row.owner is not None:
            self._tell_clocks(session, release, row.owner)
            revise(session, kind="referral.call-sheet", subject=release.token, now=now)
        return 1

    def _look_at_concerns(self) -> int:
        """An unopened concern is told to whoever holds the owning role now; to the coordinators where nobody does."""
        ground = self._ground
        waiting = select(Concern).where(Concern.state == ConcernState.OPEN)
        with ground.store.read() as session:
            roles = {row.owner_role for row in session.scalars(waiting)}
        holders = {role: self._here(ground.people.holders(access.OWNER_ROLES[role])) for role in roles}
        with ground.store.write() as session:
            for row in session.scalars(waiting):
                living = [user for user in holders.get(row.owner_role, ()) if user != row.reporter]
                channel = ground.settings.app.channels.coordinators
                sending.say(session, "concern.for-owner", row.code, living or [channel], ground.now())
        return 0

    def _liaisons(self, place: str) -> tuple[str, ...] | None:
        """Who speaks for a place now; None where that cannot be known just now."""
        ground = self._ground
        provider, users = ground.provider(place), ground.people.liaisons_now(place)
        if users is None or any(ground.people.who(user).kind is PersonKind.UNKNOWN for user in users):
            return None
        return ground.liaisons(provider) if provider is not None else ()

    def _heir(self, agency_id: str | None, flow: str, left: set[str | None]) -> str | None:
        """The lead, else whoever backs a seat of the same agency up: a member who may start such a flow, never the police."""
        agency = next((each for each in self._ground.settings.app.agencies if each.id == agency_id), None)
        if agency is None:
            return None
        # a seat may be backed up by somebody of another agency, whom this person's consent does not name
        backups = [seat.backup for seat in agency.seats if seat.backup in agency.members]
        found = (self._ground.people.who(user) for user in (agency.lead, *backups) if user and user not in left)
        return next((person.id for person in found if _may_have(person, flow)), None)

    def _is_gone(self, user: str) -> bool:
        return self._ground.people.who(user).kind in LEFT

    def _here(self, users: Iterable[str]) -> tuple[str, ...]:
        return tuple(user for user in users if not self._is_gone(user))


def _may_have(person: Person, flow: str) -> bool:
    return person.is_member and access.may_start(person, flow) and not person.has(Role.POLICE_LIAISON)
