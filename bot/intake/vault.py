"""Sealing with the outside keys, refusing to start with a wrong one, and wrapping records anew while the bot runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.audit.service import ASSISTANT, note
from bot.clock import Clock
from bot.intake.records import Concern, IntakeDraft, Referral, SealCheck
from bot.intake.sealed import CannotOpen, KeyRing, Sealed
from bot.problems import ContentError, PersonError, Problem
from bot.store.engine import Store

BATCH = 200
NO_KEY = "Referrals cannot be kept on this machine: it has no key to seal them. Please tell the coordinator. Nothing was kept."
Kept = Referral | Concern | IntakeDraft
KINDS: dict[str, type[Referral] | type[Concern] | type[IntakeDraft]] = {
    "referral": Referral, "concern": Concern, "draft": IntakeDraft,
}  # fmt: skip


@dataclass(frozen=True)
class KeyStatus:
    """How many records each outside key wraps; `current` seals new ones; `missing` are in use and not in the environment."""

    current: str | None
    wraps: Mapping[str, int]
    missing: tuple[str, ...]

    @property
    def to_rewrap(self) -> int:
        return sum(count for name, count in self.wraps.items() if name != self.current)


class Vault:
    """`keys` is what TASKFORCE_KEYS holds; empty: nothing can be sealed or opened, and everything else still works."""

    def __init__(self, store: Store, clock: Clock, keys: str) -> None:
        self._store, self._clock = store, clock
        self._ring = KeyRing.parse(keys) if keys.strip() else None

    @property
    def can_seal(self) -> bool:
        return self._ring is not None

    def seal(self, kind: str, code: str, revision: int, content: Mapping[str, Any]) -> Sealed:
        """Raises PersonError where there is no key."""
        return self._needed().seal(f"{kind}:{code}", revision, content)

    def open(self, kind: str, row: Kept) -> dict[str, Any]:
        """The content of a row at its revision. Raises CannotOpen: swapped, changed, put back, cleared, or no key."""
        if row.blob is None or row.wrapped_key is None or row.key_name is None:
            raise CannotOpen("the record was cleared")
        sealed = Sealed(row.blob, row.wrapped_key, row.key_name)
        return self._needed().open(f"{kind}:{row.code}", row.revision, sealed)

    def check_at_start(self) -> None:
        """Proves the keys against the database, and leaves a check value for a new one. Raises ContentError: do not start."""
        if self._ring is None:
            return
        with self._store.write() as session:
            checks = {row.key_name: row.value for row in session.scalars(select(SealCheck))}
            used = _used(session)
            problems = list(_problems(self._ring, checks, used))
            if problems:
                raise ContentError(problems)
            if self._ring.current not in checks:
                self._leave_check(session)

    def status(self) -> KeyStatus:
        with self._store.read() as session:
            used = _used(session)
        missing = tuple(sorted(name for name in used if self._ring is None or not self._ring.knows(name)))
        return KeyStatus(self._ring.current if self._ring else None, used, missing)

    def rewrap_all(self) -> int:
        """Wraps every record's key with the current outside key, a few at a time, while others read and write.

        Returns how many. Safe to interrupt and to run again. Raises ContentError when a needed key is not there.
        """
        ring = self._needed()
        missing = self.status().missing
        if missing:
            raise ContentError([_missing(name) for name in missing])
        count = sum(self._rewrap_kind(ring, kind) for kind in KINDS)
        with self._store.write() as session:
            if not set(_used(session)) - {ring.current}:
                session.execute(delete(SealCheck).where(SealCheck.key_name != ring.current))
            note(session, ASSISTANT, "keys-rotated", self._clock.now(), what=f"{count} records")
        return count

    def _rewrap_kind(self, ring: KeyRing, kind: str) -> int:
        model, count = KINDS[kind], 0
        while True:
            with self._store.read() as session:
                rows: Sequence[Kept] = session.scalars(
                    select(model).where(model.key_name.is_not(None), model.key_name != ring.current).limit(BATCH)
                ).all()  # type: ignore[assignment]  # mypy sees only what the three kinds have in common
            if not rows:
                return count
            fresh = [(row, ring.rewrap(f"{kind}:{row.code}", row.revision, _sealed(row))) for row in rows]
            with self._store.write() as session:
                # a record that was saved anew or cleared meanwhile keeps what it has now
                mine = (model.code == bindparam("its_code"), model.wrapped_key == bindparam("old_key"))
                new = update(model).where(*mine).values(wrapped_key=bindparam("new_key"), key_name=ring.current)
                session.connection().execute(new, [
                    {"its_code": row.code, "old_key": row.wrapped_key, "new_key": sealed.wrapped_key} for row, sealed in fresh
                ])  # fmt: skip
            count += len(fresh)

    def _leave_check(self, session: Session) -> None:
        ring = self._needed()
        try:
            with session.begin_nested():
                session.add(SealCheck(key_name=ring.current, value=ring.check_value(), at=self._clock.now()))
        except IntegrityError:
            pass  # another process that starts now has left it

    def _needed(self) -> KeyRing:
        if self._ring is None:
            raise PersonError(NO_KEY)
        return self._ring


def put(row: Kept, sealed: Sealed) -> None:
    row.blob, row.wrapped_key, row.key_name = sealed.blob, sealed.wrapped_key, sealed.key_name


def _sealed(row: Kept) -> Sealed:
    if row.blob is None or row.wrapped_key is None or row.key_name is None:
        raise CannotOpen("the record was cleared")
    return Sealed(row.blob, row.wrapped_key, row.key_name)


def _used(session: Session) -> dict[str, int]:
    """Key name -> how many records it wraps."""
    found: dict[str, int] = {}
    for model in KINDS.values():
        query = select(model.key_name, func.count()).where(model.key_name.is_not(None)).group_by(model.key_name)
        for name, count in session.execute(query):
            found[str(name)] = found.get(str(name), 0) + count
    return found


def _problems(ring: KeyRing, checks: Mapping[str, bytes], used: Mapping[str, int]) -> Iterator[Problem]:
    for name, value in sorted(checks.items()):
        if ring.knows(name) and not ring.opens_check(value, name):
            mend = "Put the right key of this name back; a new key needs a name of its own."
            yield Problem("TASKFORCE_KEYS", f"the key `{name}` is not the one that sealed this database's records.", mend)
    for name in sorted(used):
        if not ring.knows(name):
            yield _missing(name)


def _missing(name: str) -> Problem:
    mend = "Put it back after the current one, then `taskforce keys rotate`; only then may it go."
    return Problem("TASKFORCE_KEYS", f"records are sealed with the key `{name}`, which is not here.", mend)
