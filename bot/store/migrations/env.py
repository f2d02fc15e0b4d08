"""Runs migrations on the connection `bot.store.migrate` hands in. Alembic calls this file; nobody imports it."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from bot.store.models import Base
from bot.store.types import Moment


def write_type(kind: str, thing: Any, _autogen: Any) -> str | Literal[False]:
    """A moment is written as the plain column type it is, so that old migrations never import today's code."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, Moment) else False


def of_this_room(_thing: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """`--only action_`: another room's unfinished records stay out of this step."""
    only = context.config.attributes.get("only")
    return kind != "table" or not only or (name or "").startswith(only)


connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_item=write_type,
    compare_type=True,
    include_object=of_this_room,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,  # ours begins transactions itself on SQLite, so its DDL is transactional too
)
context.run_migrations()
