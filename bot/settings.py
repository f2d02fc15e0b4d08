"""app.yaml and the environment, read once at the door into frozen Settings. Every bad setting is reported at once.

app.yaml holds what a coordinator decides and no secret; tokens, keys and the database address come from the environment.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, Field, StringConstraints

from bot.content.provider import DayName, Wall
from bot.content.shapes import Curated, Day, Id, Line, WebAddress, Whole, Yes
from bot.content.source import Source, model_from, read_file
from bot.problems import ContentError, Problem

UserId = Annotated[str, StringConstraints(pattern=r"^[UW][A-Z0-9]{2,20}$")]
GroupId = Annotated[str, StringConstraints(pattern=r"^S[A-Z0-9]{2,20}$")]
ChannelId = Annotated[str, StringConstraints(pattern=r"^[CG][A-Z0-9]{2,20}$")]


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(f"`{value}` is not a time zone; write one such as America/Chicago")
    return value


Zone = Annotated[str, AfterValidator(_zone)]


def _recurrence(value: str) -> str:
    try:
        rrulestr(value, dtstart=datetime(2026, 1, 1))  # noqa: DTZ001 - days only
    except ValueError as error:
        raise ValueError(f"`{value}` is not a recurrence; write one such as FREQ=MONTHLY;BYDAY=1TU") from error
    return value


class City(Curated):
    name: Line
    task_force: Line
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "US"
    state: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    time_zone: Zone
    is_sample: Yes = False


class Seat(Curated):
    """A chair at the table that outlives whoever sits on it."""

    id: Id
    name: Line
    member: UserId | None = None
    backup: UserId | None = None
    voting: Yes = True


class Agency(Curated):
    id: Id
    name: Line
    kind: Line | None = None
    lead: UserId | None = None
    covered_by: tuple[Literal["VAWA", "FVPSA", "VOCA", "HIPAA", "FERPA", "Part2"], ...] = ()
    members: tuple[UserId, ...] = ()
    seats: tuple[Seat, ...] = ()


class RoleHolders(Curated):
    """Who holds a role: people by user id, a Slack user group, or both."""

    users: tuple[UserId, ...] = ()
    group: GroupId | None = None


class Roles(Curated):
    coordinators: RoleHolders
    directory_editors: RoleHolders = RoleHolders()
    privacy_lead: RoleHolders = RoleHolders()
    police_liaisons: RoleHolders = RoleHolders()
    provider_liaisons: dict[Id, RoleHolders] = Field(default_factory=dict)
    labor_liaisons: RoleHolders = RoleHolders()
    licensing_liaisons: RoleHolders = RoleHolders()
    procurement_liaisons: RoleHolders = RoleHolders()
    new_members: RoleHolders = RoleHolders()


class Channels(Curated):
    group: ChannelId
    coordinators: ChannelId
    general: ChannelId | None = None


class WorkingTime(Curated):
    days: tuple[DayName, ...] = ("mon", "tue", "wed", "thu", "fri")
    opens: Wall = "09:00"
    closes: Wall = "17:00"
    close_of_business: Wall = "17:00"
    public_holidays: Yes = True


class Closure(Curated):
    """Days on which an agency, or everybody when none is named, does not work."""

    name: Line
    first: Day
    last: Day | None = None
    agencies: tuple[Id, ...] = ()

    @property
    def last_day(self) -> date:
        return self.last or self.first


class Answers(Curated):
    model_folder: Line | None = None
    semantic: Yes = True


class Delivery(Curated):
    settle_seconds: Whole = 90
    lease_seconds: Whole = 60
    poll_seconds: Whole = 2
    messages_per_second_per_channel: Whole = 1
    give_up_after_hours: Whole = 72


class Reminding(Curated):
    days_before: tuple[Whole, ...] = (3, 1)
    overdue_days: tuple[Whole, ...] = (1, 3)
    then_every_days: Whole = 7
    at: Wall = "08:30"
    escalate_after_days: Whole = 7
    undo_minutes: Whole = 10


class AgendaPart(Curated):
    """A standing part of every agenda: its name and how many minutes it may take.

    `holds_items`: here the group's own items stand; its minutes are what they should need together.
    """

    name: Line
    minutes: Whole
    holds_items: Yes = False


class Quorum(Curated):
    """How many voting seats must be filled: a share in percent, a number, or both (then the larger)."""

    percent: Whole = 50
    more_than: Yes = True
    at_least: Whole | None = None


class Series(Curated):
    """A meeting that comes again. `rule` is an RFC 5545 RRULE; the wall time stays when clocks change."""

    id: Id
    name: Line
    rule: Annotated[
        str,
        StringConstraints(pattern=r"^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$"),
        AfterValidator(_recurrence),
    ]
    first: Day
    at: Wall
    minutes: Whole
    time_zone: Zone | None = None
    place: Line | None = None
    link: WebAddress | None = None
    channel: ChannelId | None = None
    agencies: tuple[Id, ...] = ()
    quorum: Quorum = Quorum()
    rotate_chair: Yes = True
    rotate_note_taker: Yes = True
    agenda: tuple[AgendaPart, ...] = ()
    agenda_days_ahead: Whole = 5
    remind_hours_ahead: Whole = 48
    on_closure: Literal["skip", "next_open_weekday"] = "next_open_weekday"
    public_edition: Yes = False


class Owner(Curated):
    """Who answers for the entries that name this role as `owner:`. Entries of roles not listed go to the coordinators."""

    role: Line
    users: Annotated[tuple[UserId, ...], Field(min_length=1)]


class Retention(Curated):
    """How long the intake keeps what. Proposed defaults: the group confirms them with counsel (docs/privacy.md)."""

    draft_hours: Whole = 24
    checklist_days: Whole = 30
    close_referral_days: Whole = 30
    clear_referral_days: Whole = 30
    gap_months: Whole = 24
    paid_hours_days: Whole = 90


class PaidHours(Curated):
    """`coordinator`: the one who sees recorded hours and sees to their payment; without one, the first coordinator."""

    coordinator: UserId | None = None


class AppSettings(Curated):
    """The shape of app.yaml."""

    city: City
    agencies: Annotated[tuple[Agency, ...], Field(min_length=1)]
    roles: Roles
    channels: Channels
    working_time: WorkingTime = WorkingTime()
    closures: tuple[Closure, ...] = ()
    answers: Answers = Answers()
    delivery: Delivery = Delivery()
    reminders: Reminding = Reminding()
    retention: Retention = Retention()
    paid_hours: PaidHours = PaidHours()
    owners: tuple[Owner, ...] = ()
    meetings: tuple[Series, ...] = ()


@dataclass(frozen=True, repr=False)
class Secrets:
    """What must never be in a file of the project. Its repr shows nothing."""

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    keys: str = ""

    def __repr__(self) -> str:
        return "Secrets(…)"


@dataclass(frozen=True)
class Settings:
    """Everything the assistant is told from outside, checked."""

    home: Path
    app: AppSettings
    secrets: Secrets
    database_url: str
    slack_api_url: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.app.city.time_zone)

    @property
    def var(self) -> Path:
        """Where caches and the embedded database live: never in git."""
        return self.home / "var"

    def agency_of(self, user: str) -> Agency | None:
        """The agency a person sits in, by its members, its lead or its seats."""
        return next((agency for agency in self.app.agencies if user in people_of(agency)), None)


def people_of(agency: Agency) -> frozenset[str]:
    seats = {person for seat in agency.seats for person in (seat.member, seat.backup) if person}
    return frozenset({*agency.members, *seats, *([agency.lead] if agency.lead else [])})


def wall_time(value: str) -> time:
    """`HH:MM` as a time; 24:00 is the last minute of the day."""
    return time(23, 59) if value == "24:00" else time.fromisoformat(value)


def home_folder(environment: Mapping[str, str] | None = None) -> Path:
    """TASKFORCE_HOME, or the current folder."""
    values = os.environ if environment is None else environment
    return Path(values.get("TASKFORCE_HOME") or ".").resolve()


def load_settings(environment: Mapping[str, str] | None = None, home: Path | None = None) -> Settings:
    """Reads app.yaml below the home folder and the environment. Raises ContentError with every problem."""
    values = os.environ if environment is None else environment
    place = home or home_folder(values)
    problems: list[Problem] = []
    app: AppSettings | None = None
    try:
        source = read_file(place / "app.yaml", place)
        app = model_from(AppSettings, source)
        problems.extend(_cross_checks(app, source))
    except ContentError as error:
        problems.extend(error.problems)
    problems.extend(_environment_problems(values))
    if problems or app is None:
        raise ContentError(sorted(problems))
    secrets = Secrets(
        values.get("SLACK_BOT_TOKEN", ""), values.get("SLACK_APP_TOKEN", ""),
        values.get("SLACK_SIGNING_SECRET", ""), values.get("TASKFORCE_KEYS", ""),
    )  # fmt: skip
    url = values.get("DATABASE_URL") or f"sqlite:///{(place / 'var' / 'taskforce.sqlite3').as_posix()}"
    return Settings(place, app, secrets, url, values.get("SLACK_API_URL") or None)


def token_problems(settings: Settings, *, http: bool) -> list[Problem]:
    """What is missing before the assistant can connect to a workspace."""
    secrets = settings.secrets
    wanted = [("SLACK_BOT_TOKEN", secrets.bot_token, "xoxb-", "OAuth & Permissions")]
    if http:
        wanted.append(("SLACK_SIGNING_SECRET", secrets.signing_secret, "", "Basic Information"))
    else:
        wanted.append(("SLACK_APP_TOKEN", secrets.app_token, "xapp-", "Basic Information, App-Level Tokens"))
    found = []
    for name, value, prefix, page in wanted:
        if not value:
            found.append(Problem(name, "is not set.", f"Copy it from the app's page, {page}, into the environment."))
        elif not value.startswith(prefix):
            found.append(Problem(name, f"does not begin with {prefix}.", f"Copy it again from {page}."))
    return found


def _environment_problems(values: Mapping[str, str]) -> Iterator[Problem]:
    api = values.get("SLACK_API_URL")
    if api and not (api.startswith(("http://", "https://")) and api.endswith("/api/")):
        yield Problem("SLACK_API_URL", "is not a base address ending in /api/.", "Write for example https://slack.com/api/.")
    url = values.get("DATABASE_URL")
    if url and not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        mend = "Use sqlite:///path or postgresql://user@host/name."
        yield Problem("DATABASE_URL", "is neither SQLite nor PostgreSQL.", mend)


def _cross_checks(app: AppSettings, source: Source) -> Iterator[Problem]:
    if not app.roles.coordinators.users and app.roles.coordinators.group is None:
        mend = "Name at least one user id or a user group: questions nobody can answer go to them."
        yield source.problem(("roles", "coordinators"), "nobody is a coordinator.", mend)
    seen: dict[str, int] = {}
    for place, agency in enumerate(app.agencies):
        if agency.id in seen:
            mend = "Give each agency its own id."
            yield source.problem(("agencies", place, "id"), f"the agency `{agency.id}` stands here twice.", mend)
        seen[agency.id] = place
    for place, closure in enumerate(app.closures):
        if closure.last_day < closure.first:
            yield source.problem(("closures", place, "last"), "the closure ends before it begins.", "Swap the days.")
        for agency_id in closure.agencies:
            if agency_id not in seen:
                what = f"`{agency_id}` is not an agency of this file."
                yield source.problem(("closures", place, "agencies"), what, f"Known: {', '.join(sorted(seen))}.")
    yield from _meeting_checks(app, source, frozenset(seen))


def _meeting_checks(app: AppSettings, source: Source, agencies: frozenset[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, series in enumerate(app.meetings):
        if series.id in seen:
            mend = "Give each series its own id."
            yield source.problem(("meetings", place, "id"), f"the meeting `{series.id}` stands here twice.", mend)
        seen.add(series.id)
        if series.minutes < 1:
            yield source.problem(("meetings", place, "minutes"), "a meeting lasts at least a minute.", "Write for example 60.")
        for agency_id in series.agencies:
            if agency_id not in agencies:
                what = f"`{agency_id}` is not an agency of this file."
                yield source.problem(("meetings", place, "agencies"), what, f"Known: {', '.join(sorted(agencies))}.")
