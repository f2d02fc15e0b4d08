"""Every table there is: importing this module completes `Base.metadata`, whatever rooms there are."""

from __future__ import annotations

import importlib
import pkgutil

import bot
from bot.store import once
from bot.store.types import Base

__all__ = ["Base", "load_all"]


def load_all() -> None:
    """Imports `records` of every room below `bot/`, so that no room can be forgotten."""
    rooms = [module.name for module in pkgutil.iter_modules(bot.__path__) if module.ispkg]
    for room in rooms:
        package = importlib.import_module(f"bot.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            if module.name == "records" or module.name.endswith("_records"):
                importlib.import_module(f"bot.{room}.{module.name}")


KEPT_IN_STORE = once.HandledDelivery
load_all()
