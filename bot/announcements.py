"""What each kind of outbox row says: kind and subject become a message as things are now, or nothing.

Rooms hand in their renderers where the assistant is assembled; sending is `handlers/delivery.py`'s work.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.people.person import Act, Person, PersonKind
from bot.views.kit import Message


class Reader(StrEnum):
    """Whom a direct message may go to. Deactivated people, bots and strangers never get one."""

    MEMBER = "member"
    GUEST_TOO = "guest_too"


@dataclass(frozen=True)
class Attachment:
    """A file, posted with `Announcement.message.text` as its comment. The name needs an ending such as `.ics`."""

    name: str
    data: bytes
    title: str


@dataclass(frozen=True)
class Announcement:
    """A message ready to be sent. `reader` and `may` are checked against the person of a direct message only.

    `is_over`: it only changes a message that stands already; as a new one it is not worth sending any more.
    """

    message: Message
    reader: Reader = Reader.MEMBER
    may: Act | None = None
    file: Attachment | None = None
    is_over: bool = False

    def suits(self, person: Person) -> bool:
        """False: this person must not get it, now or later."""
        if person.kind is PersonKind.GUEST:
            return self.reader is Reader.GUEST_TOO and self.may is None
        return person.is_member and (self.may is None or person.may(self.may))


Renderer = Callable[[str], Announcement | None]


class UnknownKind(LookupError):
    """No renderer was handed in for this kind of row."""


class Announcements:
    """The renderers by kind. A renderer reads what it needs; None means: no longer worth sending."""

    def __init__(self) -> None:
        self._renderers: dict[str, Renderer] = {}

    def add(self, kind: str, render: Renderer) -> None:
        """One renderer a kind. A second one for the same kind is a mistake in assembly: ValueError."""
        if kind in self._renderers:
            raise ValueError(f"two renderers for `{kind}`: give one of them another kind")
        self._renderers[kind] = render

    def render(self, kind: str, subject: str) -> Announcement | None:
        """Raises UnknownKind."""
        renderer = self._renderers.get(kind)
        if renderer is None:
            raise UnknownKind(kind)
        return renderer(subject)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self._renderers)
