"""The pretend Slack's server: one thread, one free port, loopback only."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import threading
import time
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute
from uvicorn.protocols.http.h11_impl import H11Protocol

from .doors import Doors

if TYPE_CHECKING:
    from .workspace import Workspace

HOST = "127.0.0.1"
START_SECONDS = 10.0
GOODBYE_SECONDS = 0.01


class Server:
    """Runs the doors, the control API and the page in a thread."""

    def __init__(self, workspace: Workspace, doors: Doors, further: list[BaseRoute]) -> None:
        self._w = workspace
        self._doors = doors
        hosts = TrustedHostMiddleware
        self._app = Starlette(routes=[*doors.routes(), *further])
        self._app.add_middleware(hosts, allowed_hosts=[HOST, "localhost"])
        self._thread: threading.Thread | None = None
        self._uvicorn: uvicorn.Server | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended: asyncio.Event | None = None

    def start(self, port: int) -> str:
        """Answers the base address once it is being served."""
        transports = self._doors.transports

        class Protocol(H11Protocol):
            """Remembers each connection, so that one can be cut off on request."""

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                if self.client:
                    transports[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                super().connection_lost(exc)
                if self.client:
                    transports.pop(self.client, None)

        listening = socket.create_server((HOST, port))
        config = uvicorn.Config(
            self._app, http=Protocol, ws="websockets-sansio", lifespan="off", log_level=logging.ERROR,
            access_log=False, log_config=None, ws_ping_interval=0.5, ws_ping_timeout=60, timeout_graceful_shutdown=1,
            ws_per_message_deflate=False,
        )  # fmt: skip
        self._uvicorn = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, args=(listening,), name="practice-server", daemon=True)
        self._thread.start()
        self._until_started()
        return f"http://{HOST}:{listening.getsockname()[1]}"

    def _run(self, listening: socket.socket) -> None:
        asyncio.run(self._serve(listening))

    async def _serve(self, listening: socket.socket) -> None:
        assert self._uvicorn is not None
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        self._w.sockets.loop = self._loop
        serving = asyncio.create_task(self._uvicorn.serve(sockets=[listening]))
        await self._ended.wait()
        for server in self._uvicorn.servers:
            server.close()
        for transport in list(self._doors.transports.values()):
            transport.abort()
        await asyncio.sleep(GOODBYE_SECONDS)
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving

    def _until_started(self) -> None:
        assert self._uvicorn is not None
        last = time.monotonic() + START_SECONDS
        while not self._uvicorn.started:
            if time.monotonic() > last:
                raise RuntimeError("The practice workspace did not start. Is something wrong with the network?")
            time.sleep(0.005)

    def stop(self) -> None:
        """Closes the port, cuts off whoever is still connected, and ends the thread."""
        if self._thread is not None and self._loop is not None and self._ended is not None:
            self._w.sockets.loop = None
            self._loop.call_soon_threadsafe(self._ended.set)
            self._thread.join(timeout=5)
            self._thread = None
