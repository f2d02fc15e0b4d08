"""How the directory stands, and writing what was told back into the files. For `taskforce directory`."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.content.library import Library
from bot.content.provider import Provider
from bot.content.source import model_from, read_text
from bot.directory.changes import apply_change
from bot.directory.freshness import Listing, standing, vouched
from bot.directory.records import ProviderChange, ProviderState
from bot.directory.writeback import with_change, with_room, with_verified
from bot.problems import ContentError, Problem
from bot.store.engine import Store


@dataclass(frozen=True)
class Line:
    """One record in the report. `verify`: facts nobody could confirm from public copies."""

    id: str
    reason: str | None
    notice: str | None
    vouched: str
    verify: tuple[str, ...]
    is_example: bool
    never_dialed: bool


def report(listings: tuple[Listing, ...], today: date) -> tuple[Line, ...]:
    """Every record as it stands on a day, held back ones first."""
    lines = []
    for listing in listings:
        found = standing(listing, today)
        how = listing.verified.how if listing.verified else "unconfirmed"
        lines.append(Line(listing.id, found.reason, found.notice, vouched(listing), listing.provider.verify,
                          listing.provider.example, how not in ("dialed", "universal")))  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (line.reason is None, line.notice is None, line.id)))


@dataclass(frozen=True)
class WrittenBack:
    """Which files changed, and what could not be written."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def write_back(store: Store, library: Library, home: Path, *, dry: bool = False) -> WrittenBack:
    """Writes confirmations, room and changes into knowledge/providers below `home`, for review in git.

    A file is replaced whole, and only after the new text was read again and found sound. What was written is marked in the
    same transaction; a file that could not be written keeps its changes in the database.
    """
    files: list[str] = []
    problems: list[Problem] = []
    with store.write() as session:
        for provider_id in sorted(_waiting(session)):
            source = library.sources.get(f"Provider:{provider_id}")
            provider = library.providers.get(provider_id)
            if source is None or provider is None:
                mend = "Remove its rows, or restore the file."
                problems.append(Problem(provider_id, "something was told about a record that has no file.", mend, "warning"))
                continue
            path = home / source.name
            try:
                if _write_one(session, provider, path, source.name, dry=dry):
                    files.append(source.name)
            except (ValueError, OSError) as error:
                problems.append(Problem(source.name, f"could not be written ({error}).", "Change the file by hand."))
            except ContentError as error:
                problems.extend(error.problems)
        if dry:
            session.rollback()
    return WrittenBack(tuple(files), tuple(problems))


def _waiting(session: Session) -> set[str]:
    changed = session.scalars(select(ProviderChange.provider).where(ProviderChange.overlays, ~ProviderChange.written))
    states = session.scalars(select(ProviderState))
    told = {state.provider for state in states if _unwritten(state)}
    return {*changed, *told}


def _unwritten(state: ProviderState) -> bool:
    return state.verified_on is not None and state.written_on != state.verified_on


def _write_one(session: Session, provider: Provider, path: Path, name: str, *, dry: bool) -> bool:
    before = path.read_text(encoding="utf-8")
    text = before
    state = session.get(ProviderState, provider.id)
    rows = session.scalars(
        select(ProviderChange).where(ProviderChange.provider == provider.id, ProviderChange.overlays, ~ProviderChange.written)
        .order_by(ProviderChange.id)
    ).all()  # fmt: skip
    for row in rows:
        text = with_change(text, provider, row.field, row.after)
        provider = apply_change(provider, row.field, row.after)
    if state is not None and _unwritten(state) and state.verified_on is not None:
        text = with_verified(text, state.verified_on, state.verified_by or "Directory editor", state.verified_how or "dialed")
    if state is not None and state.room is not None and state.room_as_of is not None:
        text = with_room(text, state.room, state.room_as_of.date())
    if text == before:
        return False
    model_from(Provider, read_text(name, text), {"id": provider.id})
    if dry:
        return True
    _replace(path, text)
    for row in rows:
        row.written = True
    if state is not None:
        state.written_on = state.verified_on
    return True


def _replace(path: Path, text: str) -> None:
    """The new text under another name first, then in one step: a crash leaves the old file whole."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o777)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
