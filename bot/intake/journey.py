"""Where somebody stands in a window: flow and answers so far, sealed to travel with the window itself. Pure.

Before consent nothing may be stored (rules.md R7), so nothing is: the answers ride in the window, readable by us alone,
bound to the person and the window, and for two hours only. A restart of the bot loses nothing. After consent they are
kept as a draft in the database, and only its code rides along; what was not sent yet rides in the window even then.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.intake.flow import Value
from bot.intake.sealed import CannotOpen, KeyRing, Sealed
from bot.intake.values import plain_answers, restored

LASTS = timedelta(hours=2)
# Slack's length of private_metadata
MOST_TOKEN = 3000


class LostPlace(Exception):
    """The window was open too long, belongs to somebody else, or its key is gone. Nothing can be read from it."""


@dataclass(frozen=True)
class Journey:
    """`draft`: code of the draft that holds the answers; then `answers` is empty here. `editing`: a screen opened again.

    `unsent`: what stands in fields somebody left by going back. It fills those fields again and is no answer before it is sent.
    """

    flow: str
    answers: Mapping[str, Value] = field(default_factory=dict)
    draft: str | None = None
    editing: str | None = None
    unsent: Mapping[str, Value] = field(default_factory=dict)


def sealed_journey(ring: KeyRing, journey: Journey, person: str, window: str, now: datetime) -> str:
    """The journey as a short text. `window` is empty for a window that does not exist yet: then no answer may be in it."""
    if not window and (journey.answers or journey.unsent):
        raise ValueError("answers are sealed for a window that exists")
    content = {
        "flow": journey.flow, "answers": plain_answers(journey.answers), "draft": journey.draft, "editing": journey.editing,
        "unsent": plain_answers(journey.unsent), "until": int((now + LASTS).timestamp()),
    }  # fmt: skip
    packed = base64.b64encode(zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 9)).decode()
    sealed = ring.seal(_bound(person, window), 0, {"z": packed})
    token = ".".join((_text(sealed.wrapped_key), _text(sealed.blob), sealed.key_name))
    if len(token) > MOST_TOKEN:
        raise ValueError("the answers do not fit into a window")
    return token


def opened_journey(ring: KeyRing, token: str, person: str, window: str, now: datetime) -> Journey:
    """What `sealed_journey` sealed for this person and window. Raises LostPlace."""
    try:
        wrapped, blob, key_name = token.split(".", 2)
        sealed = Sealed(_bytes(blob), _bytes(wrapped), key_name)
    except (ValueError, binascii.Error) as error:
        raise LostPlace from error
    for bound in (window, ""):
        try:
            content = ring.open(_bound(person, bound), 0, sealed)
        except CannotOpen:
            continue
        return _unpacked(content, now, fresh=not bound)
    raise LostPlace


def _unpacked(content: Mapping[str, object], now: datetime, *, fresh: bool) -> Journey:
    read = json.loads(zlib.decompress(base64.b64decode(str(content["z"]))))
    unsent = read.get("unsent", {})  # a window that stands since before an update has none
    if now.timestamp() > read["until"] or (fresh and (read["answers"] or unsent)):
        raise LostPlace
    return Journey(read["flow"], restored(read["answers"]), read["draft"], read["editing"], restored(unsent))


def _bound(person: str, window: str) -> str:
    return f"window:{person}:{window}"


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode("ascii")


def _bytes(value: str) -> bytes:
    return base64.urlsafe_b64decode(value.encode("ascii"))
