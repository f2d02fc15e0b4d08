"""The way many bots do it: acknowledge first, write afterwards, and send again whatever failed. Here to be caught."""

from __future__ import annotations

import threading
import time
from typing import Any

from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler
from sqlalchemy import select

from bot.outbox.records import OutboxRow, State
from bot.services import Services
from handlers.sending import EVENT_TYPE
from handlers.serve import Assistant


class NaiveAssistant(Assistant):
    """Says yes to Slack before anything is written, and lets the client retry by itself."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.client.retry_handlers.append(ConnectionErrorRetryHandler())
        self.app.use(_yes_first)
        # Bolt runs middleware in order: ours must come before the listeners, which it does, being one


def _yes_first(ack: Any, next: Any) -> Any:
    ack()
    return next()


class NaiveLoop:
    """Posts what waits; whatever went wrong, it is simply posted again."""

    def __init__(self, services: Services, client: WebClient) -> None:
        self._services, self._client = services, client

    def start(self) -> None:
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                self._pass()
            except Exception:
                time.sleep(0.05)
            time.sleep(0.05)

    def _pass(self) -> None:
        store, now = self._services.store, self._services.clock.now()
        with store.read() as session:
            waiting = select(OutboxRow).where(OutboxRow.state == State.WAITING, OutboxRow.not_before <= now)
            rows = list(session.scalars(waiting.order_by(OutboxRow.id).limit(50)))
        for row in rows:
            self._send(row)

    def _send(self, row: OutboxRow) -> None:
        announcement = None if row.verb != "post" else self._services.announcements.render(row.kind, row.subject)
        state, channel, ts = State.DROPPED, None, None
        if announcement is not None:
            metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": row.marker}}
            words = announcement.message.as_dict()
            try:
                answer = self._client.chat_postMessage(channel=row.target, metadata=metadata, **words)
            except Exception:
                return
            state, channel, ts = State.SENT, answer["channel"], answer["ts"]
        with self._services.store.write() as session:
            kept = session.get_one(OutboxRow, row.id)
            kept.state, kept.channel, kept.ts = state, channel, ts
