"""Ids and message times: unlike each other, in Slack's shapes, the same in every run."""

from __future__ import annotations

import hashlib
import re
import uuid

TEAM = "T0TASKFORCE"
OTHER_TEAM = "T0SKYGROUP0"
APP_ID = "A0ASSISTANT"
BOT_ID = "B0ASSISTANT"
BOT_USER = "U0ASSISTANT"
SLACKBOT = "USLACKBOT"
VERIFICATION_TOKEN = "practice-verification"
TEAM_DOMAIN = "taskforce"

_NOT_PLAIN = re.compile(r"[^A-Z0-9]")


def named(prefix: str, name: str) -> str:
    """An id made from a name, e.g. `U0ANA000000` for Ana: easy to read in a failing test."""
    return f"{prefix}0{_NOT_PLAIN.sub('', name.upper())[:9].ljust(9, '0')}"


class Ids:
    """Counts upwards; two workspaces that do the same things hand out the same ids."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._last_ts = 0

    def next(self, prefix: str) -> str:
        """The next id of a kind, eleven characters: `V0000000001`."""
        number = self.number(prefix)
        return f"{prefix}{number:0{11 - len(prefix)}d}"

    def number(self, kind: str) -> int:
        """1, 2, 3 … for each kind."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def word(self, kind: str, length: int = 24) -> str:
        """A word that looks random and is not: the last part of trigger ids, response addresses and hashes."""
        return hashlib.sha256(f"{kind} {self.number(kind)}".encode()).hexdigest()[:length]

    def uuid(self, kind: str) -> str:
        """Envelope ids and client message ids."""
        return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{kind} {self.number(kind)}"))

    def ts(self, now: float) -> str:
        """A message time as Slack writes it: ten digits, a dot, six digits; never given twice."""
        self._last_ts = max(self._last_ts + 1, int(now * 1_000_000))
        return f"{self._last_ts // 1_000_000:010d}.{self._last_ts % 1_000_000:06d}"
