"""Looks in a channel's history for the message a doubtful call may have left, by the opaque key it carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.outbox.values import Claim
from handlers.sending import EVENT_TYPE, MARKER_IN_NAME, CallFailed, Delivered
from handlers.slack_errors import Failure, Fate, sort_failure

PAGE = 200
# our clock may be wrong by a day; to read a little more costs a page, to read too little would post twice
SKEW = timedelta(hours=26)


def find_posted(client: WebClient, claim: Claim, channel: str) -> Delivered | None:
    """The message, or None once everything since the first attempt was read. Raises CallFailed when it cannot be read.

    Here a NEVER means: history is closed to us, so nobody can tell, and it must not be guessed.
    """
    for message in _messages(client, claim, channel):
        if carries(message, claim.marker):
            return Delivered(channel, str(message["ts"]))
    return None


def carries(message: dict[str, Any], marker: str) -> bool:
    """The key stands in the metadata, or in the name of a file."""
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") == EVENT_TYPE and (metadata.get("event_payload") or {}).get("key") == marker:
        return True
    return any(marker[:MARKER_IN_NAME] in str(file.get("name") or "") for file in message.get("files") or ())


def _messages(client: WebClient, claim: Claim, channel: str) -> Iterator[dict[str, Any]]:
    asked: dict[str, Any] = {
        "channel": channel, "oldest": _slack_time(claim.first_claimed_at - SKEW), "limit": PAGE,
        "include_all_metadata": True,
    }  # fmt: skip
    method: Callable[..., Any] = client.conversations_history
    if claim.thread_ts:
        method = client.conversations_replies
        asked["ts"] = claim.thread_ts
    cursor = ""
    while True:
        page = _read(method, asked | ({"cursor": cursor} if cursor else {}))
        yield from page.get("messages") or ()
        cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            return


def _read(method: Callable[..., Any], asked: dict[str, Any]) -> Any:
    try:
        return method(**asked)
    except Exception as error:
        failure = sort_failure(error)
        if failure is None:
            raise
        if failure.fate is Fate.UNKNOWN:  # reading changes nothing: ask again
            failure = Failure(Fate.LATER, failure.reason, failure.wait)
        elif failure.fate in (Fate.HALT, Fate.GONE):
            failure = Failure(Fate.NEVER, failure.reason)
        raise CallFailed(failure) from error


def _slack_time(moment: datetime) -> str:
    return f"{moment.timestamp():.6f}"
