"""Slack's and the database's libraries log requests and rows, and those hold what people typed. Here they are hushed.

Levels are no help: slack_bolt 1.30 gives its loggers the root's level when an app is made, whatever was set before.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import slack_bolt
import slack_sdk
import sqlalchemy

WITHHELD = "not shown: below a warning this library quotes what people typed"
PLACES = tuple(f"{Path(str(package.__file__)).parent}/" for package in (slack_bolt, slack_sdk, sqlalchemy))


def hush() -> None:
    """From now on nothing below a warning comes out of these libraries, at any level and to any handler. Safe to repeat."""
    made = logging.getLogRecordFactory()
    if getattr(made, "hushes", False):
        return

    def record(*given: Any, **named: Any) -> logging.LogRecord:
        found = made(*given, **named)
        theirs = found.pathname.startswith(PLACES) or found.name.startswith("sqlalchemy")
        if theirs and found.levelno < logging.WARNING:
            found.msg, found.args, found.exc_info = WITHHELD, (), None
        return found

    record.hushes = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(record)
