"""Socket Mode: one-time addresses, up to ten sockets, an envelope to one of them, acknowledgements on any."""

from __future__ import annotations

import asyncio
import itertools
import json
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from . import ids
from .delivery import EVENTS, Courier, Delivery
from .world import Json

MAX_SOCKETS = 10
TICKET_SECONDS = 30.0


@dataclass(eq=False)
class Socket:
    """One open connection. A leaving one gets nothing new when another is there."""

    websocket: WebSocket
    outbox: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)
    leaving: bool = False


class SocketHub:
    """All sockets of the app. `carry` may be called from any thread; the rest runs on the server's loop."""

    timeout_reason = "timeout"

    def __init__(self, courier: Courier) -> None:
        self._courier = courier
        self._tickets: set[str] = set()
        self._sockets: list[Socket] = []
        self._turn = itertools.count()
        self.enabled = True
        self.loop: asyncio.AbstractEventLoop | None = None
        self.build_number = itertools.count(54)

    @property
    def count(self) -> int:
        """Open sockets."""
        return len(self._sockets)

    @property
    def is_connected(self) -> bool:
        """At least one socket takes envelopes."""
        return bool(self._sockets)

    def ticket(self, word: str) -> str:
        """A new one-time ticket for `/link/`."""
        self._tickets.add(word)
        return word

    def forget_ticket(self, word: str) -> None:
        """Too late to use it."""
        self._tickets.discard(word)

    def carry(self, delivery: Delivery) -> str | None:
        """Puts the envelope on one of the sockets, taking turns."""
        ready = [socket for socket in self._sockets if not socket.leaving] or list(self._sockets)
        loop = self.loop
        if not ready or loop is None:
            return "connection_failed"
        socket = ready[next(self._turn) % len(ready)]
        loop.call_soon_threadsafe(socket.outbox.put_nowait, json.dumps(envelope(delivery)))
        return None

    async def serve(self, websocket: WebSocket) -> None:
        """The life of one socket."""
        if not self.enabled or websocket.query_params.get("ticket") not in self._tickets:
            await websocket.close(4403)
            return
        self._tickets.discard(websocket.query_params["ticket"])
        await websocket.accept()
        if len(self._sockets) >= MAX_SOCKETS:
            await websocket.send_text(json.dumps(self._disconnect("too_many_websockets")))
            await websocket.close()
            return
        socket = Socket(websocket)
        self._sockets.append(socket)
        await websocket.send_text(json.dumps(self._hello()))
        writer = asyncio.create_task(self._write(socket))
        try:
            await self._read(websocket)
        finally:
            if socket in self._sockets:
                self._sockets.remove(socket)
            writer.cancel()

    async def _read(self, websocket: WebSocket) -> None:
        while True:
            try:
                frame = await websocket.receive_text()
            except (WebSocketDisconnect, RuntimeError, KeyError):
                return
            try:
                ack = json.loads(frame)
            except ValueError:
                continue
            if isinstance(ack, dict) and isinstance(ack.get("envelope_id"), str):
                payload = ack.get("payload")
                self._courier.acknowledge(ack["envelope_id"], payload if isinstance(payload, dict) else {})

    async def _write(self, socket: Socket) -> None:
        while True:
            text = await socket.outbox.get()
            if text is None:
                await socket.websocket.close()
                return
            try:
                await socket.websocket.send_text(text)
            except (WebSocketDisconnect, RuntimeError):
                return

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._sockets),
            "debug_info": {
                "host": "applink-practice",
                "build_number": next(self.build_number),
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": ids.APP_ID},
        }

    def _disconnect(self, reason: str) -> Json:
        return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-practice"}}

    def disconnect(self, reason: str) -> int:
        """Tells every open socket to go; a refreshed or disabled one is closed soon after. Answers how many."""
        if self.loop is None:
            return 0
        if reason == "link_disabled":
            self.enabled = False
        leaving = list(self._sockets)
        for socket in leaving:
            socket.leaving = True
            self.loop.call_soon_threadsafe(socket.outbox.put_nowait, json.dumps(self._disconnect(reason)))
            if reason != "warning":
                self.loop.call_soon_threadsafe(self._close_later, socket)
        return len(leaving)

    def _close_later(self, socket: Socket) -> None:
        assert self.loop is not None
        self.loop.call_later(5.0, socket.outbox.put_nowait, None)

    def open_sockets(self) -> list[WebSocket]:
        """For whoever wants to cut them off."""
        return [s.websocket for s in self._sockets if s.websocket.application_state is WebSocketState.CONNECTED]


def envelope(delivery: Delivery) -> Json:
    """One delivery as a Socket Mode frame."""
    frame: Json = {
        "envelope_id": delivery.id,
        "payload": delivery.payload,
        "type": delivery.kind,
        "accepts_response_payload": delivery.kind != EVENTS,
    }
    if delivery.kind == EVENTS:
        frame |= {"retry_attempt": delivery.attempt, "retry_reason": delivery.reason}
    return frame
