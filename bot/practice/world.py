"""What exists in the practice workspace: people, channels, messages, files, windows. Plain records and plain questions.

How they look to the bot is `stored.py`; who may do what is decided where it is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from . import ids

Json = dict[str, Any]
State = dict[str, dict[str, Json]]

MEMBER_KINDS = ("member", "guest", "single_channel_guest")
PERSON_KINDS = (*MEMBER_KINDS, "stranger", "bot", "app", "slackbot")
CHANNEL_KINDS = ("public", "private", "im", "mpim")


@dataclass
class Person:
    """Somebody with an account. `kind` is one of `PERSON_KINDS`; a stranger comes from another workspace.

    `display_name` is empty until somebody chooses one, as in Slack; until then their real name is shown.
    """

    name: str
    real_name: str = ""
    kind: str = "member"
    tz: str = "America/Chicago"
    title: str = ""
    email: str | None = None
    is_admin: bool = False
    deleted: bool = False
    id: str = ""
    team_id: str = ""
    color: str = "9f69e7"
    updated: int = 1_700_000_000
    display_name: str = ""

    def __post_init__(self) -> None:
        if self.kind not in PERSON_KINDS:
            raise ValueError(f"{self.kind!r} is no kind of person. Use one of {', '.join(PERSON_KINDS)}.")
        self.real_name = self.real_name or self.name.title()
        self.id = self.id or ids.named("U", self.name)
        self.team_id = self.team_id or (ids.OTHER_TEAM if self.kind == "stranger" else ids.TEAM)
        if self.email is None and self.kind in MEMBER_KINDS:
            self.email = f"{self.name}@example.org"

    @property
    def is_guest(self) -> bool:
        """Both kinds of guest."""
        return self.kind in ("guest", "single_channel_guest")

    @property
    def is_bot(self) -> bool:
        """Apps; Slackbot does not count as one, as in Slack."""
        return self.kind in ("bot", "app")


@dataclass
class Message:
    """One message as it is kept. `ephemeral_for` names the only person who sees it."""

    ts: str
    user: str
    text: str
    channel: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    broadcast: bool = False
    subtype: str | None = None
    bot_id: str | None = None
    client_msg_id: str | None = None
    metadata: Json | None = None
    edited: Json | None = None
    files: list[str] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    replies: list[str] = field(default_factory=list)
    ephemeral_for: str | None = None
    extra: Json = field(default_factory=dict)
    values: dict[str, State] = field(default_factory=dict)
    streaming: bool = False

    @property
    def is_reply(self) -> bool:
        """In a thread, and not its root."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class Channel:
    """A channel or a DM with its messages, in the order they came."""

    name: str
    kind: str = "public"
    members: list[str] = field(default_factory=list)
    topic: str = ""
    purpose: str = ""
    is_archived: bool = False
    is_ext_shared: bool = False
    is_general: bool = False
    creator: str = ids.SLACKBOT
    created: int = 1_700_000_000
    id: str = ""
    messages: dict[str, Message] = field(default_factory=dict)
    pins: list[str] = field(default_factory=list)
    bookmarks: list[Json] = field(default_factory=list)
    canvas: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in CHANNEL_KINDS:
            raise ValueError(f"{self.kind!r} is no kind of channel. Use one of {', '.join(CHANNEL_KINDS)}.")
        self.id = self.id or ids.named("C", self.name)

    @property
    def is_dm(self) -> bool:
        """Between two."""
        return self.kind == "im"

    @property
    def event_kind(self) -> str:
        """`channel_type` in events."""
        return {"public": "channel", "private": "group"}.get(self.kind, self.kind)

    def other(self, user: str) -> str:
        """The other side of a DM."""
        return next((member for member in self.members if member != user), user)


@dataclass
class UserGroup:
    """`@handle` for several people at once."""

    handle: str
    users: list[str] = field(default_factory=list)
    name: str = ""
    id: str = ""
    updated: int = 1_700_000_000

    def __post_init__(self) -> None:
        self.id = self.id or ids.named("S", self.handle)
        self.name = self.name or self.handle.replace("-", " ").capitalize()


@dataclass
class File:
    """Uploaded bytes. `complete` is false between the two steps of an upload."""

    id: str
    name: str
    user: str
    content: bytes = b""
    title: str = ""
    mimetype: str = ""
    created: int = 0
    length: int = 0
    received: bool = False
    complete: bool = False
    channels: list[str] = field(default_factory=list)


class World:
    """Everything that exists. Finding things by id, handle or name happens here and nowhere else."""

    def __init__(self, people: Iterable[Person], channels: Iterable[Channel], groups: Iterable[UserGroup]) -> None:
        self.people: dict[str, Person] = {person.id: person for person in people}
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, UserGroup] = {}
        self.files: dict[str, File] = {}
        for channel in channels:
            channel.members = [self.person(member).id for member in channel.members]
            self.channels[channel.id] = channel
        for group in groups:
            group.users = [self.person(member).id for member in group.users]
            self.groups[group.id] = group

    def find_person(self, ref: str) -> Person | None:
        """By id, handle or `@handle`."""
        found = self.people.get(ref)
        if found is not None:
            return found
        handle = ref.removeprefix("@").casefold()
        return next((person for person in self.people.values() if person.name.casefold() == handle), None)

    def person(self, ref: str) -> Person:
        """Like `find_person`, for a person who must exist (LookupError otherwise)."""
        found = self.find_person(ref)
        if found is None:
            known = ", ".join(person.name for person in self.people.values())
            raise LookupError(f"Nobody here is called {ref!r}. Known: {known}.")
        return found

    def find_channel(self, ref: str) -> Channel | None:
        """By id, name or `#name`."""
        found = self.channels.get(ref)
        if found is not None:
            return found
        name = ref.removeprefix("#")
        return next((channel for channel in self.channels.values() if channel.name == name and not channel.is_dm), None)

    def dm(self, one: str, other: str) -> Channel | None:
        """The DM between two people, if one of them has opened it."""
        pair = {one, other}
        return next((c for c in self.channels.values() if c.is_dm and set(c.members) == pair), None)

    def open_dm(self, one: str, other: str, now: float) -> Channel:
        """The DM between two people, opened if need be."""
        found = self.dm(one, other)
        if found is not None:
            return found
        names = [self.people[one].name, self.people[other].name]
        dm_id = ids.named("D", names[0] if other == ids.BOT_USER else "".join(sorted(names)))
        channel = Channel("-".join(names), kind="im", members=[one, other], id=dm_id, created=int(now))
        self.channels[channel.id] = channel
        return channel

    def channels_of(self, user: str) -> Iterator[Channel]:
        """Every channel and DM somebody is in."""
        return (channel for channel in self.channels.values() if user in channel.members)

    def may_see(self, user: str, channel: Channel) -> bool:
        """Members see their channels; full members may also look into public ones."""
        if user in channel.members:
            return True
        person = self.people.get(user)
        return channel.kind == "public" and person is not None and person.kind in ("member", "slackbot")
