"""Prints Slack's app manifest, generated from what is registered; --link prints the address that creates the app."""

from __future__ import annotations

import argparse
import importlib
import json

import yaml

from bot.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--link", action="store_true", help="the address that creates the app in Slack")
    parser.add_argument("--http", metavar="ADDRESS", help="the public https address, when the assistant serves HTTP")


def run(arguments: argparse.Namespace) -> int:
    handlers = importlib.import_module("handlers")
    maker = importlib.import_module("handlers.manifest")
    made = maker.manifest(load_settings(), handlers.register, arguments.http)
    if arguments.link:
        print(maker.create_link(made))
    elif arguments.json:
        print(json.dumps(made, indent=2))
    else:
        print(yaml.safe_dump(made, sort_keys=False, allow_unicode=True), end="")
    return 0
