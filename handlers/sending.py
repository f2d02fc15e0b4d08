"""One claimed row becomes one call to Slack. What a failure means is `slack_errors.py`; when to call, `delivery.py`."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from threading import Lock
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.announcements import Announcement, Attachment
from bot.outbox.records import State, Verb
from bot.outbox.values import Claim
from handlers.slack_errors import Failure, Fate, before_the_effect, sort_failure

EVENT_TYPE = "taskforce_message"
UPLOAD_TIMEOUT = 10
MARKER_IN_NAME = 16


@dataclass(frozen=True)
class Delivered:
    """Slack has it. `ts` is None for a file: Slack does not say where its message stands."""

    channel: str
    ts: str | None


class CallFailed(Exception):
    """A call failed, and this is what it means for the row."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        super().__init__(failure.reason)


class Sender:
    """Posts, changes and pins. Remembers which DM belongs to which person."""

    def __init__(self, client: WebClient) -> None:
        self.client = client
        self._direct: dict[str, str] = {}
        self._lock = Lock()

    def place(self, claim: Claim) -> str:
        """The channel id of the row: itself, or the DM with that person. Raises CallFailed."""
        if not claim.is_direct:
            return claim.target
        with self._lock:
            known = self._direct.get(claim.target)
        if known is None:
            opened = _harmless(lambda: self.client.conversations_open(users=claim.target))
            known = str(opened["channel"]["id"])
            with self._lock:
                self._direct[claim.target] = known
        return known

    def send(self, claim: Claim, announcement: Announcement) -> Delivered:
        """Posts the row or changes the message it is about. Raises CallFailed."""
        if claim.verb is Verb.UPDATE:
            return self._update(claim, announcement)
        if announcement.file is not None:
            return self._upload(claim, announcement, announcement.file)
        thread: dict[str, Any] = {"thread_ts": claim.thread_ts} if claim.thread_ts else {}
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": claim.marker}}
        channel = self.place(claim)
        words = announcement.message.as_dict()
        answer = _call(lambda: self.client.chat_postMessage(channel=channel, metadata=metadata, **words, **thread))
        return Delivered(str(answer["channel"]), str(answer["ts"]))

    def pin(self, claim: Claim) -> Delivered:
        """Pins the message of an earlier row; pinned already is as good. Raises CallFailed."""
        channel, ts = standing_place(claim)
        try:
            _call(lambda: self.client.pins_add(channel=channel, timestamp=ts))
        except CallFailed as failed:
            if failed.failure.reason != "already_pinned":
                raise
        return Delivered(channel, ts)

    def _update(self, claim: Claim, announcement: Announcement) -> Delivered:
        if claim.update_ts:
            channel, ts = self.place(claim), claim.update_ts
        else:
            channel, ts = standing_place(claim)
        words = announcement.message.as_dict()
        kept = {name: words[name] for name in ("text", "blocks")}
        _call(lambda: self.client.chat_update(channel=channel, ts=ts, **kept))
        return Delivered(channel, ts)

    def _upload(self, claim: Claim, announcement: Announcement, file: Attachment) -> Delivered:
        """Three calls, of which only the last one shows anything to anybody."""
        channel = self.place(claim)
        name = marked_name(file.name, claim.marker)
        ticket = _harmless(lambda: self.client.files_getUploadURLExternal(filename=name, length=len(file.data)))
        _harmless(lambda: _send_bytes(str(ticket["upload_url"]), file.data))
        thread: dict[str, Any] = {"thread_ts": claim.thread_ts} if claim.thread_ts else {}
        _call(lambda: self.client.files_completeUploadExternal(
            files=[{"id": str(ticket["file_id"]), "title": file.title}], channel_id=channel,
            initial_comment=announcement.message.text, **thread,
        ))  # fmt: skip
        return Delivered(channel, None)


def marked_name(name: str, marker: str) -> str:
    """`agenda.ics` with the opaque key in it, so that a doubtful upload can be found again in history."""
    path = PurePosixPath(name)
    return f"{path.stem}-{marker[:MARKER_IN_NAME]}{path.suffix}"


def standing_place(claim: Claim) -> tuple[str, str]:
    """Where the message stands that a row changes or pins. Raises CallFailed when there is none (any more)."""
    standing = claim.standing
    if standing is None or standing.state is not State.SENT or not standing.channel or not standing.ts:
        raise CallFailed(Failure(Fate.GONE, "nothing to change"))
    return standing.channel, standing.ts


def _send_bytes(address: str, data: bytes) -> None:
    if not address.startswith(("https://", "http://")):
        raise CallFailed(Failure(Fate.LATER, "upload address"))
    request = urllib.request.Request(address, data=data, method="POST")  # noqa: S310 - checked above
    request.add_header("Content-Type", "application/octet-stream")
    with urllib.request.urlopen(request, timeout=UPLOAD_TIMEOUT) as answer:  # noqa: S310
        answer.read()


def _call(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except Exception as error:
        failure = _already(error) or sort_failure(error)
        if failure is None:
            raise
        raise CallFailed(failure) from error


def _harmless(call: Callable[[], Any]) -> Any:
    """A call that shows nothing to anybody."""
    try:
        return _call(call)
    except CallFailed as failed:
        raise CallFailed(before_the_effect(failed.failure)) from failed


def _already(error: Exception) -> Failure | None:
    pinned = isinstance(error, SlackApiError) and error.response.get("error") == "already_pinned"
    return Failure(Fate.NEVER, "already_pinned") if pinned else None
