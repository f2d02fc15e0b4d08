"""What every verb of the intake stands on, and the few questions all of them ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.content.protocol import Protocol
from bot.content.provider import Provider
from bot.intake.clocks import Place
from bot.intake.disk import Disk
from bot.intake.vault import Vault
from bot.people.person import Person, Role
from bot.people.service import People
from bot.problems import PersonError
from bot.settings import Settings
from bot.store.engine import Store
from bot.workdays import WorkdayCalendar

NOT_HERE = "This way is not available just now. Please ask the coordinator."


@dataclass(frozen=True)
class Ground:
    """`shown`: providers that may be matched now, with what is known of their room. `provider`: any, by id.

    `screen`: the kinds of identifying detail in a text.
    """

    store: Store
    clock: Clock
    settings: Settings
    vault: Vault
    people: People
    calendar: WorkdayCalendar
    protocols: Callable[[str], Protocol | None]
    shown: Callable[[], Sequence[Provider]]
    provider: Callable[[str], Provider | None]
    screen: Callable[[str], tuple[str, ...]]
    disk: Disk

    @property
    def zone(self) -> ZoneInfo:
        return self.settings.zone

    def now(self) -> datetime:
        return self.clock.now()

    def today(self) -> date:
        """The local day in the city."""
        return self.clock.now().astimezone(self.zone).date()

    def protocol(self, code: str) -> Protocol:
        """Raises PersonError for a flow that is not in the library (any more)."""
        found = self.protocols(code)
        if found is None:
            raise PersonError(NOT_HERE)
        return found

    def covered_by(self, person: Person) -> tuple[str, ...] | None:
        """The laws that cover this person's agency; None when nobody knows which agency that is."""
        agency = next((agency for agency in self.settings.app.agencies if agency.id == person.agency), None)
        return None if agency is None else tuple(agency.covered_by)

    def place_of(self, provider: Provider | None) -> Place:
        """Where a recipient's clock runs."""
        if provider is None:
            return Place(None, self.zone, self.calendar, self.zone)
        return Place(provider.hours, ZoneInfo(provider.time_zone), self.calendar, self.zone)

    def liaisons(self, provider: Provider) -> tuple[str, ...]:
        """Who gets a word about a referral in Slack: never the police (0.12), and nobody who is not a member."""
        if provider.is_police:
            return ()
        found = (self.people.who(user) for user in self.people.liaisons(provider.id))
        return tuple(person.id for person in found if person.is_member and not person.has(Role.POLICE_LIAISON))
