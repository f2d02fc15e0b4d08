"""Brings the database to the current shape. Safe to run again at any time."""

from __future__ import annotations

import argparse

from bot.settings import load_settings
from bot.store.migrate import migrate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def run(arguments: argparse.Namespace) -> int:
    del arguments
    settings = load_settings()
    migrate(settings.database_url)
    print("the database is up to date")
    return 0
