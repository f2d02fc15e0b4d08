"""The same assistant over HTTP: signed requests in, the same answers out, and a page that says whether it is well."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from bot.shelves import Shelves
from tests.town import Town


@pytest.fixture
def http_town(tmp_path: Path, shelves: Shelves) -> Iterator[Town]:
    made = Town(tmp_path, shelves, http=True)
    try:
        yield made
    finally:
        made.close()


def test_ana_is_answered_over_http(http_town: Town) -> None:
    ana = http_town.person("ana")
    ana.types("what is labor trafficking").sees("Reviewed")
    ana.opens_home().sees("Often asked")


def test_a_command_with_the_word_payload_is_answered(http_town: Town) -> None:
    """slack_bolt 1.30.0 takes such a form for an interaction and loses it."""
    ana = http_town.person("ana").goes_to("#task-force")
    ana.types("/ask what is a payload").sees("outside what I know")


def test_an_unsigned_request_is_refused(http_town: Town) -> None:
    assert http_town.request_url is not None
    request = urllib.request.Request(http_town.request_url, b'{"type":"event_callback"}', {"Content-Type": "application/json"})
    with pytest.raises(HTTPError) as caught:
        urllib.request.urlopen(request)
    assert caught.value.code == 401


def test_the_health_page_says_that_all_is_well_and_names_nobody(http_town: Town) -> None:
    assert http_town.request_url is not None
    with urllib.request.urlopen(http_town.request_url.replace("/slack/events", "/health")) as answer:
        report = json.loads(answer.read())
    assert report["ok"] is True
    assert "entries" in report["content"]


