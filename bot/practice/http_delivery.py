"""HTTP mode: events, commands and interactions as signed requests to the bot's request address."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from .delivery import COMMANDS, EVENTS, Courier, Delivery
from .ids import VERIFICATION_TOKEN
from .world import Json

MAX_REDIRECTS = 2


@dataclass(frozen=True)
class Addresses:
    """Where each kind of delivery goes."""

    events: str | None
    interactive: str | None
    options: str | None
    commands: dict[str, str | None]

    def of(self, delivery: Delivery) -> str | None:
        """The address of one delivery."""
        if delivery.kind == EVENTS:
            return self.events
        if delivery.kind == COMMANDS:
            return self.commands.get(delivery.payload["command"])
        asks_options = delivery.payload["type"] == "block_suggestion"
        return self.options or self.interactive if asks_options else self.interactive


class HttpRoad:
    """Posts from a few threads, as Slack would from anywhere."""

    timeout_reason = "http_timeout"

    def __init__(self, courier: Courier, addresses: Addresses, signing_secret: str, seconds: float) -> None:
        self._courier = courier
        self._addresses = addresses
        self._secret = signing_secret
        self._seconds = seconds
        self._pool = ThreadPoolExecutor(max_workers=16, thread_name_prefix="practice-http")
        self._stopped = threading.Event()

    def carry(self, delivery: Delivery) -> str | None:
        """Starts the request on another thread."""
        address = self._addresses.of(delivery)
        if address is None or self._stopped.is_set():
            return "connection_failed"
        self._pool.submit(self._post, delivery, address)
        return None

    def verify(self, challenge: str) -> bool:
        """What Slack asks when a request address is entered: does it give the challenge back?"""
        body = json.dumps({"type": "url_verification", "challenge": challenge, "token": VERIFICATION_TOKEN}).encode()
        address = self._addresses.events
        if address is None:
            return False
        try:
            status, _, answer = self._once(address, "application/json", body)
        except (OSError, http.client.HTTPException):
            return False
        return status == 200 and challenge.encode() in answer

    def stop(self) -> None:
        """No more requests are begun."""
        self._stopped.set()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _post(self, delivery: Delivery, address: str) -> None:
        content_type, body = encode(delivery)
        try:
            status, headers, answer = self._follow(address, content_type, body, delivery)
        except TimeoutError:
            self._courier.failed(delivery, "operation_timeout", "http_timeout")
            return
        except (OSError, http.client.HTTPException):
            self._courier.failed(delivery, "dispatch_failed", "connection_failed")
            return
        if 200 <= status < 300:
            self._courier.acknowledge(delivery.id, read_answer(headers.get("content-type", ""), answer))
            return
        reason = "too_many_redirects" if status in (301, 302) else "http_error"
        no_retry = headers.get("x-slack-no-retry") == "1"
        self._courier.failed(delivery, "dispatch_unknown_error", reason, retry=not no_retry)

    def _follow(self, address: str, content_type: str, body: bytes, delivery: Delivery) -> tuple[int, dict[str, str], bytes]:
        for _ in range(MAX_REDIRECTS + 1):
            status, headers, answer = self._once(address, content_type, body, delivery)
            if delivery.kind != EVENTS or status not in (301, 302) or "location" not in headers:
                break
            address = headers["location"]
        return status, headers, answer

    def _once(
        self, address: str, content_type: str, body: bytes, delivery: Delivery | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 80, timeout=self._seconds)
        headers = {"Content-Type": content_type, **sign(self._secret, body, time.time())}
        if delivery is not None and delivery.attempt:
            headers |= {"X-Slack-Retry-Num": str(delivery.attempt), "X-Slack-Retry-Reason": delivery.reason}
        try:
            connection.request("POST", parts.path or "/", body, headers)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return response.status, found, response.read()
        finally:
            connection.close()


def sign(secret: str, body: bytes, now: float) -> dict[str, str]:
    """Slack's signature over the raw bytes (version v0: HMAC-SHA256 of `v0:<timestamp>:<body>`)."""
    stamp = str(int(now))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def encode(delivery: Delivery) -> tuple[str, bytes]:
    """Events as JSON, commands as a flat form, interactions as a form with one field `payload`."""
    if delivery.kind == EVENTS:
        return "application/json", json.dumps(delivery.payload).encode()
    form = delivery.payload if delivery.kind == COMMANDS else {"payload": json.dumps(delivery.payload)}
    return "application/x-www-form-urlencoded", urlencode(form).encode()


def read_answer(content_type: str, body: bytes) -> Json:
    """The body of a 200: JSON, plain words (a message for a command) or nothing."""
    words = body.decode("utf-8", "replace")
    if not words.strip():
        return {}
    if "json" in content_type:
        try:
            parsed = json.loads(words)
        except ValueError:
            return {"text": words}
        return parsed if isinstance(parsed, dict) else {}
    return {"text": words}
