"""What the bot calls over HTTP: the Web API, response addresses, uploads and downloads; and the door to the sockets."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from .checking import Refused
from .faults import Fault
from .responses import respond
from .web_api import METHODS
from .web_api.calls import Method, RateLimited, call, parse_body
from .world import Json

if TYPE_CHECKING:
    from .workspace import Workspace


class Activity:
    """How many requests of the bot are being answered, and when the last one ended."""

    def __init__(self) -> None:
        self.open = 0
        self.last = time.monotonic()

    def __enter__(self) -> None:
        self.open += 1

    def __exit__(self, *_: object) -> None:
        self.open -= 1
        self.last = time.monotonic()


class Doors:
    """Everything the bot calls over HTTP."""

    def __init__(self, workspace: Workspace) -> None:
        self._w = workspace
        self.activity = Activity()
        self.transports: dict[tuple[str, int], asyncio.Transport] = {}

    def routes(self) -> list[BaseRoute]:
        """For Starlette."""
        return [
            Route("/api/{method}", self.web_api, methods=["POST", "GET"]),
            Route("/hooks/{rest:path}", self.hook, methods=["POST"]),
            Route("/upload/{ticket}", self.upload, methods=["POST"]),
            Route("/files/{file_id}/{name:path}", self.download, methods=["GET"]),
            WebSocketRoute("/link/", self._w.sockets.serve),
        ]

    async def web_api(self, request: Request) -> Response:
        """`/api/<method>`: HTTP 200 whatever Slack thinks of it, except for limits and outages."""
        with self.activity:
            name = request.path_params["method"]
            body = await request.body()
            if self._w.faults.latency:
                await asyncio.sleep(self._w.faults.latency)
            fault = self._w.faults.strike(name)
            early = await self._trouble(request, fault)
            if early is not None:
                return early
            response = self._answer(name, request, body)
            if fault is not None and fault.kind == "lost_after":
                return await self._lose(request)
            return response

    async def _trouble(self, request: Request, fault: Fault | None) -> Response | None:
        if fault is None or fault.kind == "lost_after":
            return None
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
            return None
        if fault.kind == "lost_before":
            return await self._lose(request)
        if fault.kind == "ratelimited":
            return _rate_limited(int(fault.seconds))
        if fault.kind.startswith("error:"):
            return JSONResponse({"ok": False, "error": fault.kind.removeprefix("error:")})
        if fault.kind == "server_error":
            return JSONResponse({"ok": False, "error": "internal_error"}, status_code=500)
        return PlainTextResponse("Service Unavailable", status_code=503)

    async def _lose(self, request: Request) -> Response:
        self.cut(request.scope["client"])
        await asyncio.sleep(0.01)
        return Response()

    def cut(self, client: tuple[str, int] | None) -> None:
        """Ends a connection in the middle, without any goodbye."""
        transport = self.transports.pop(tuple(client), None) if client else None  # type: ignore[arg-type]
        if transport is not None:
            transport.abort()

    def cut_sockets(self) -> int:
        """The same for every open socket; answers how many there were."""
        clients = [tuple(websocket.scope["client"]) for websocket in self._w.sockets.open_sockets()]
        if self._w.sockets.loop is not None:
            for client in clients:
                self._w.sockets.loop.call_soon_threadsafe(self.cut, client)
        return len(clients)

    def _answer(self, name: str, request: Request, body: bytes) -> Response:
        method = METHODS.get(name)
        headers = {"x-oauth-scopes": ",".join(sorted(self._w.grants.scopes))}
        given: Json = {}
        try:
            given = parse_body(request.headers.get("content-type", ""), body)
            token = _token(request, given, method)
            self._w.recorder.call(name, _readable(given))
            if method is None:
                raise Refused("unknown_method", req_method=name)
            headers["x-accepted-oauth-scopes"] = ",".join(method.scopes)
            with self._w.lock:
                answer = call(self._w, name, method, given, token)
        except RateLimited as limited:
            self._w.recorder.refuse(name, Refused("ratelimited"))
            return _rate_limited(limited.seconds)
        except Refused as refused:
            self._w.recorder.refuse(name, refused)
            answer = refused.answer()
        return JSONResponse(answer, headers=headers)

    async def hook(self, request: Request) -> Response:
        """Posts to response addresses: no token, five uses, thirty minutes."""
        with self.activity:
            body = await request.body()
            fault = self._w.faults.strike("response_url")
            early = await self._trouble(request, fault)
            if early is not None:
                return early
            response = self._respond(request.url.path, body)
            return await self._lose(request) if fault is not None and fault.kind == "lost_after" else response

    def _respond(self, path: str, body: bytes) -> Response:
        try:
            content = json.loads(body)
            if not isinstance(content, dict):
                raise ValueError("not an object")
        except ValueError:
            return PlainTextResponse("invalid_payload", status_code=400)
        self._w.recorder.call("response_url", content)
        with self._w.lock:
            address = self._w.triggers.use_address(path)
            if isinstance(address, str):
                self._w.recorder.refuse("response_url", Refused(address))
                return JSONResponse({"ok": False, "error": address}, status_code=404)
            wait = self._w.limits.call(f"response_url {address.channel} {address.user}", 4)
            if wait:
                return _rate_limited(wait)
            try:
                respond(self._w, address, content)
            except Refused as refused:
                self._w.recorder.refuse("response_url", refused)
                return JSONResponse(refused.answer())
        return PlainTextResponse("ok")

    async def upload(self, request: Request) -> Response:
        """The bytes of a file, raw or multipart, to the address files.getUploadURLExternal gave."""
        with self.activity:
            content = await self._upload_content(request)
            with self._w.lock:
                kept = self._w.world.files.get(request.path_params["ticket"])
                if kept is None or kept.received or len(content) != kept.length:
                    return PlainTextResponse("bad request", status_code=400)
                kept.content, kept.received = content, True
            return PlainTextResponse(f"OK - {len(content)}")

    @staticmethod
    async def _upload_content(request: Request) -> bytes:
        if not request.headers.get("content-type", "").startswith("multipart/"):
            return await request.body()
        async with request.form() as form:
            for part in form.values():
                if not isinstance(part, str):
                    return await part.read()
        return b""

    async def download(self, request: Request) -> Response:
        """A file's bytes, for the bot with its token and for the page."""
        with self._w.lock:
            kept = self._w.world.files.get(request.path_params["file_id"])
            token = request.headers.get("authorization", "").removeprefix("Bearer ")
            by_bot = token == self._w.bot_token and "files:read" in self._w.grants.scopes
            allowed = by_bot or request.headers.get("sec-fetch-site") == "same-origin"
            if kept is None or not kept.complete or not allowed:
                return PlainTextResponse("not found", status_code=404)
            kind = kept.mimetype or "application/octet-stream"
            headers = {"content-disposition": "attachment", "x-content-type-options": "nosniff"}
            return Response(kept.content, media_type=kind, headers=headers)


def _token(request: Request, given: Json, method: Method | None) -> str | None:
    header = request.headers.get("authorization", "")
    if header.startswith("Bearer "):
        given.pop("token", None)
        return header.removeprefix("Bearer ")
    token = given.pop("token", None)
    return None if method is not None and method.token == "app" else token


def _readable(given: Json) -> Json:
    """Arguments with nested JSON unpacked, for the record."""
    readable = {}
    for name, value in given.items():
        looks_nested = isinstance(value, str) and name in (
            "blocks",
            "view",
            "metadata",
            "attachments",
            "files",
            "prompts",
        )
        try:
            readable[name] = json.loads(value) if looks_nested else value
        except ValueError:
            readable[name] = value
    return readable


def _rate_limited(seconds: int) -> Response:
    return JSONResponse({"ok": False, "error": "ratelimited"}, status_code=429, headers={"Retry-After": str(seconds)})
