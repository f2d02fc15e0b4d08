"""The intake with real services and a real database, without Slack: people, providers' liaisons, a clock to move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.assembly import build_services
from bot.clock import SetClock
from bot.intake.flow import Value
from bot.intake.sealed import new_key
from bot.intake.values import OwnReferral, ReleaseView, SentReferral
from bot.outbox.records import OutboxRow, Verb
from bot.people.person import Person, PersonKind
from bot.people.service import Profile
from bot.settings import AppSettings, Secrets, Settings, load_settings
from bot.shelves import Shelves
from tests.town import ROOT

MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 9 AM in Chicago
ANA, BO, CARMEN, DANA = "U0ANA000000", "U0BO0000000", "U0CARMEN000", "U0DANA00000"
ELI, FAY, GUS, NIA, LEA = "U0ELI000000", "U0FAY000000", "U0GUS000000", "U0NIA000000", "U0LEA000000"
RIVER, LABOR, CLINIC = "ex-river-house", "ex-office-labor", "ex-hope-clinic"
SAFE: dict[str, Value] = {
    "danger_now": "no", "safe_to_go_on": "yes", "self_harm": "no", "under_18": "no", "protected_adult": "no",
    "duty_to_report": "no",
}  # fmt: skip
AGREED: dict[str, Value] = {
    "agreed": "yes", "limits_explained": "yes", "alone": "yes", "share": ("needs", "language"), "how_given": "verbal",
    "consent_ends": date(2026, 12, 20), "police": "no", "may_withdraw": "yes",
}  # fmt: skip
NEEDED: dict[str, Value] = {
    "help_wanted": ("bed_tonight", "medical"), "form": "labor", "language": "es", "areas": ("northside",), "adults": 1,
    "children_0_5": 1, "fit": ("women",), "how_soon": "tonight", "which_way": "stay", "handoff": "together", "met_at": "clinic",
    "safe_contact": "call my desk after 2 pm",
}  # fmt: skip


class Directory:
    """Slack's list of people, for tests: everybody is a member unless said otherwise; it can be out of order."""

    def __init__(self) -> None:
        self.kinds: dict[str, PersonKind] = {}
        self.broken = False

    def profile(self, user: str) -> Profile | None:
        if self.broken:
            raise OSError("Slack cannot be reached")
        return Profile(user, self.kinds.get(user, PersonKind.MEMBER), user, "America/Chicago")

    def group(self, group: str) -> frozenset[str]:
        if self.broken:
            raise OSError("Slack cannot be reached")
        return frozenset()

    def everybody(self) -> Iterable[Profile]:
        return ()


class House:
    """One day at the task force."""

    def __init__(
        self, url: str, shelves: Shelves, keys: str = "", *, start: datetime = MONDAY, slack: Directory | None = None,
        app: AppSettings | None = None,
    ) -> None:  # fmt: skip
        base = load_settings({}, ROOT)
        self.keys = keys or new_key("first")
        self.settings = Settings(ROOT, app or base.app, Secrets(keys=self.keys), url)
        self.slack, self.clock, self.shelves = slack or Directory(), SetClock(start), shelves
        self.services = build_services(self.settings, self.slack, clock=self.clock, shelves=shelves)
        self._presses = 0

    @property
    def intake(self) -> Any:
        return self.services.intake

    def restarted(self, keys: str) -> House:
        """Another process on the same database, perhaps with other keys."""
        return House(self.settings.database_url, self.shelves, keys, start=self.clock.now())

    def who(self, user: str) -> Person:
        return self.services.people.who(user)

    def with_roles(self, user: str, *roles: Any) -> Person:
        return replace(self.who(user), roles=frozenset(roles))

    def key(self) -> str:
        """The key of a press that was not seen before."""
        self._presses += 1
        return f"press {id(self)} {self._presses}"

    def answers(self, *providers: str, **other: Value) -> dict[str, Value]:
        return {**SAFE, **AGREED, **NEEDED, "providers": providers or (RIVER,), **other}

    def sends(self, *providers: str, by: str = ANA, flow: str = "P01", **other: Value) -> SentReferral:
        chosen = providers or (RIVER,)
        return self.intake.send(flow, self.answers(*chosen, **other), chosen, self.who(by), self.key())

    def item(self, code: str) -> OwnReferral:
        found = self.intake.life.referral(code)
        assert found is not None
        return found

    def release(self, code: str, place: int = 1) -> ReleaseView:
        return self.item(code).releases[place - 1]

    def outbox(self, kind: str = "") -> list[OutboxRow]:
        """Rows by kind, without those that wait for the day after the consent's last one (`planned`)."""
        planned = {row.id for row in self.planned()}
        return [row for row in self._rows() if row.kind.startswith(kind) and row.id not in planned]

    def planned(self) -> list[OutboxRow]:
        """What will be shown anew once the consent has ended."""
        return [row for row in self._rows() if row.verb == Verb.UPDATE and row.not_before > row.created_at]

    def _rows(self) -> list[OutboxRow]:
        with self.services.store.read() as session:
            return session.query(OutboxRow).order_by(OutboxRow.id).all()

    def said(self, row: OutboxRow) -> str | None:
        """What a row says now; None when it is no longer worth saying."""
        found = self.services.announcements.render(row.kind, row.subject)
        is_dropped = found is None or (found.is_over and row.verb == Verb.POST)
        return None if is_dropped or found is None else str(found.message.as_dict())

    def due(self, kind: str = "") -> list[tuple[str, str, str]]:
        """(kind, target, text) of everything that would be said by now."""
        now = self.clock.now()
        rows = [row for row in self.outbox(kind) if row.not_before <= now]
        return [(row.kind, row.target, text) for row in rows if (text := self.said(row)) is not None]

    def days_pass(self, days: float) -> None:
        self.clock.advance(timedelta(days=days))

    def minutes_pass(self, minutes: float) -> None:
        self.clock.advance(timedelta(minutes=minutes))
