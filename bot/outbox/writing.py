"""Putting something into the outbox, inside the transaction of the change that causes it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.outbox.records import OutboxRow, State, Verb

# a message in one of these states shows things as they were, or may
SHOWN = (State.SENDING, State.UNKNOWN, State.SENT)


def enqueue(
    session: Session, *, kind: str, subject: str, target: str, key: str, now: datetime,
    not_before: datetime | None = None, not_after: datetime | None = None,
    thread_ts: str | None = None, update_ts: str | None = None, pin: bool = False,
) -> bool:  # fmt: skip
    """Writes one row. `key` is unique for ever: the second row with the same key is not written, and False comes back.

    `target` is a channel id, or a user id for a direct message. `update_ts` changes that message of `target` in place.
    `pin` pins the message after it is posted. Nothing here or later holds anybody's words.
    """
    return _write(
        session, now, dedupe_key=key, kind=kind, subject=subject, target=target, not_before=not_before or now,
        not_after=not_after, thread_ts=thread_ts, update_ts=update_ts, pin=pin,
        verb=Verb.UPDATE if update_ts else Verb.POST,
    )  # fmt: skip


def enqueue_many(session: Session, rows: Sequence[Mapping[str, Any]], now: datetime) -> frozenset[str]:
    """Writes many rows at once; each gives kind, subject, target, key and may give not_before and not_after.

    Returns the keys that were new. For thousands of rows in one transaction.
    """
    fresh = unwritten(session, rows)
    if fresh:
        session.execute(_insert_new(session), [
            _row(now, dedupe_key=key, kind=row["kind"], subject=row["subject"], target=row["target"], verb=Verb.POST,
                 not_before=row.get("not_before") or now, not_after=row.get("not_after"))
            for key, row in sorted(fresh.items())
        ])  # fmt: skip
    return frozenset(fresh)


def unwritten(session: Session, rows: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Those of the rows whose key is not known yet, by key: a look that writes nothing."""
    keys = [row["key"][:200] for row in rows]
    known: set[str] = set()
    for start in range(0, len(keys), 500):
        known.update(session.scalars(select(OutboxRow.dedupe_key).where(OutboxRow.dedupe_key.in_(keys[start : start + 500]))))
    return {key: row for key, row in zip(keys, rows, strict=True) if key not in known}


def sent_at(session: Session, kind: str, subject: str) -> datetime | None:
    """When the message for (kind, subject) was posted; None while it was not."""
    query = select(OutboxRow.changed_at).where(
        OutboxRow.kind == kind, OutboxRow.subject == subject, OutboxRow.verb == Verb.POST, OutboxRow.state == State.SENT
    )
    return session.scalars(query.order_by(OutboxRow.id).limit(1)).first()


def revise(session: Session, *, kind: str, subject: str, now: datetime, not_before: datetime | None = None) -> int:
    """Has every message already posted for (kind, subject) rendered anew, where it stands. Returns how many.

    A message still waiting needs nothing: it is rendered when it goes out. `not_before`: rendered anew then, as well.
    """
    posts = (
        select(OutboxRow)
        .where(OutboxRow.kind == kind, OutboxRow.subject == subject, OutboxRow.verb == Verb.POST)
        .where(OutboxRow.state.in_((State.WAITING, *SHOWN)))
        .order_by(OutboxRow.id)
        .with_for_update()  # PostgreSQL: nobody may claim and render one of them before this change is committed
        .execution_options(populate_existing=True)
    )
    return sum(
        _follow(session, row, Verb.UPDATE, now, not_before)
        for row in session.scalars(posts).all()
        if row.state in SHOWN or not_before is not None
    )


def pin_posted(session: Session, row: OutboxRow, now: datetime) -> bool:
    """Has the message of a sent row pinned."""
    return _follow(session, row, Verb.PIN, now)


def _follow(session: Session, row: OutboxRow, verb: Verb, now: datetime, not_before: datetime | None = None) -> bool:
    """One waiting follower of a kind is enough: it is rendered when it goes out."""
    waiting = select(OutboxRow.id).where(
        OutboxRow.revises == row.id, OutboxRow.verb == verb, OutboxRow.state == State.WAITING, OutboxRow.not_before <= now
    )
    if not_before is None and session.scalars(waiting.limit(1).with_for_update()).first() is not None:
        return False
    return _write(
        session, now, dedupe_key=f"{verb}|{row.id}|{secrets.token_hex(8)}", kind=row.kind, subject=row.subject,
        target=row.target, thread_ts=row.thread_ts, revises=row.id, verb=verb,
        not_before=not_before or now,
    )  # fmt: skip


def _write(session: Session, now: datetime, **given: Any) -> bool:
    row = _row(now, **given)
    try:
        with session.begin_nested():
            session.execute(insert(OutboxRow).values(**row))
    except IntegrityError:
        if session.scalars(select(OutboxRow.id).where(OutboxRow.dedupe_key == row["dedupe_key"])).first() is None:
            raise
        return False
    return True


def _row(now: datetime, **given: Any) -> dict[str, Any]:
    return {
        "marker": secrets.token_hex(16), "state": State.WAITING, "attempts": 0, "pin": False, "created_at": now,
        "changed_at": now, "due_at": given["not_before"], **given, "dedupe_key": str(given["dedupe_key"])[:200],
    }  # fmt: skip


def _insert_new(session: Session) -> Any:
    """Another process may write the same key at the same moment: then it is already there."""
    is_postgres = session.get_bind().dialect.name == "postgresql"
    statement = postgresql.insert(OutboxRow) if is_postgres else sqlite.insert(OutboxRow)
    return statement.on_conflict_do_nothing(index_elements=["dedupe_key"])
