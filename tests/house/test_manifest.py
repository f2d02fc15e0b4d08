"""The manifest is what the listeners need: nothing missing, nothing more."""

from __future__ import annotations

import ast
import json

import jsonschema
import pytest
import yaml

import handlers
from bot.settings import load_settings
from handlers.manifest import METHOD_SCOPES, USED_METHODS, create_link, manifest, scopes
from tests.town import ROOT

SCHEMAS = sorted((ROOT.parent / "shared" / "slack" / "manifest-schemas").glob("*.json"))


def made(url: str | None = None) -> dict[str, object]:
    return manifest(load_settings({}, ROOT), handlers.register, url)


def called_methods() -> set[str]:
    """Every `client.x(…)` in handlers/ that is a Web API method."""
    found = set()
    for path in (ROOT / "handlers").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in METHOD_SCOPES:
                found.add(node.attr)
    return found


def test_the_methods_listed_are_the_methods_called() -> None:
    assert set(USED_METHODS) == called_methods()


def test_every_scope_asked_for_is_used_and_every_event_has_its_scope() -> None:
    bot_scopes = made()["oauth_config"]["scopes"]["bot"]  # type: ignore[index]
    events = made()["settings"]["event_subscriptions"]["bot_events"]  # type: ignore[index]
    assert bot_scopes == scopes(events)
    assert len(set(bot_scopes)) == len(bot_scopes)


@pytest.mark.parametrize("url", [None, "https://bot.example/slack/events"])
def test_slack_would_accept_it(url: str | None) -> None:
    found = made(url)
    features = found["features"]
    assert isinstance(features, dict)
    assert len(features["slash_commands"]) <= 50
    assert len(features["shortcuts"]) <= 10
    assert all(len(shortcut["name"]) <= 24 for shortcut in features["shortcuts"])
    for path in SCHEMAS:
        schema = json.loads(path.read_text(encoding="utf-8"))
        version = int(path.name.split(".")[2])
        if version == 1:
            jsonschema.validators.validator_for(schema)(schema).validate(found)


def test_the_link_carries_the_whole_manifest() -> None:
    from urllib.parse import parse_qs, urlsplit

    query = parse_qs(urlsplit(create_link(made())).query)
    assert json.loads(query["manifest_json"][0]) == made()


def test_it_prints_as_yaml_that_reads_back() -> None:
    assert yaml.safe_load(yaml.safe_dump(made(), sort_keys=False)) == made()
