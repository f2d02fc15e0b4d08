"""The control API of CONTROL.md: the page and outside tests act through it, with `PracticeSlack`'s own verbs."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from .changes import Change
from .verbs import Result
from .world import Json

if TYPE_CHECKING:
    from .slack import PracticeSlack

PAGE = Path(__file__).parent / "page"
ACTS = (
    "type", "edit", "delete", "command", "press", "fill", "suggest", "submit", "close", "open_home", "open_agent",
    "open_messages", "shortcut", "message_shortcut", "upload", "upload_file", "react", "unreact", "join", "leave",
    "invite", "open_dm", "dismiss", "reload",
)  # fmt: skip
TOWN = (
    "add_person", "deactivate", "reactivate", "change_person", "add_channel", "archive", "unarchive", "rename", "share",
    "set_group", "revoke_tokens", "uninstall",
)  # fmt: skip
KEEPALIVE_SECONDS = 15.0


class Mistake(Exception):
    """A call that makes no sense; the sentence says how to mend it."""


class Control:
    """Routes under /practice/ and the page."""

    def __init__(self, slack: PracticeSlack) -> None:
        self._slack = slack

    def routes(self) -> list[BaseRoute]:
        """For Starlette."""
        looking = {"state": self._state, "messages": self._messages, "log": lambda _: self._slack.log()}
        doing: dict[str, Callable[[Json], Any]] = {
            "clock/advance": self._advance,
            "faults/add": self._add_fault,
            "faults/clear": self._clear_faults,
            "faults/set": self._set_faults,
            "deliver/again": lambda given: self._slack.deliver_again(**given),
            "socket/disconnect": lambda given: self._slack.disconnect(**given),
            "socket/kill": lambda given: self._slack.kill_sockets(**given),
            "settle": lambda given: {"quiet": self._slack.settle(**given)},
        }
        acts = {f"act/{verb}": self._act(verb) for verb in ACTS}
        town = {f"town/{verb}": self._named(verb) for verb in TOWN}
        return [
            *(Route(f"/practice/{path}", self._get(deed)) for path, deed in looking.items()),
            *(Route(f"/practice/{p}", self._post(d), methods=["POST"]) for p, d in {**doing, **acts, **town}.items()),
            Route("/practice/changes", self.changes),
            Route("/", self.page),
            Mount("/page", StaticFiles(directory=PAGE, check_dir=False)),
        ]

    async def page(self, _: Request) -> Response:
        """The page people see."""
        return FileResponse(PAGE / "index.html")

    @staticmethod
    def _get(deed: Callable[[Request], Any]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            try:
                return JSONResponse(deed(request))
            except (LookupError, Mistake) as mistake:
                return _mistaken(mistake)

        return answer

    @staticmethod
    def _post(deed: Callable[[Json], Any]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            try:
                result = await run_in_threadpool(deed, await _given(request))
            except (LookupError, ValueError, TypeError, Mistake) as mistake:
                return _mistaken(mistake)
            return JSONResponse({"ok": True, "result": result})

        return answer

    def _state(self, request: Request) -> Json:
        return self._slack.look(_query(request, "as"))

    def _messages(self, request: Request) -> Json:
        thread_ts = request.query_params.get("thread_ts")
        return {"messages": self._slack.read(_query(request, "as"), _query(request, "channel"), thread_ts)}

    def _act(self, verb: str) -> Callable[[Json], Json]:
        deed = self._named(verb)

        def act(given: Json) -> Json:
            result = deed({"with_" if name == "with" else name: value for name, value in given.items()})
            assert isinstance(result, Result)
            return result.as_dict()

        return act

    def _named(self, verb: str) -> Callable[[Json], Any]:
        deed = getattr(self._slack, verb)
        signature = inspect.signature(deed)

        def act(given: Json) -> Any:
            try:
                signature.bind(**given)
            except TypeError as wrong:
                raise Mistake(f"{verb}: {wrong}. See CONTROL.md for its arguments.") from None
            return deed(**given)

        return act

    def _advance(self, given: Json) -> Json:
        now = self._slack.advance(float(given["seconds"]))
        return {"now": now.isoformat().replace("+00:00", "Z"), "now_ts": now.timestamp()}

    def _add_fault(self, given: Json) -> Json:
        return self._slack.add_fault(**given).shown()

    def _clear_faults(self, _: Json) -> Json:
        self._slack.clear_faults()
        return {}

    def _set_faults(self, given: Json) -> Json:
        self._slack.set_faults(**given)
        return {}

    async def changes(self, request: Request) -> Response:
        """Server-sent events; one line a change that concerns this person."""
        try:
            user = self._slack.workspace.world.person(_query(request, "as")).id
            since = request.query_params.get("since") or request.headers.get("last-event-id")
            start = int(since) if since else None
        except (LookupError, Mistake, ValueError) as mistake:
            return _mistaken(mistake)
        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(self._stream(user, start), media_type="text/event-stream", headers=headers)

    async def _stream(self, user: str, since: int | None) -> AsyncIterator[str]:
        changes, loop = self._slack.workspace.changes, asyncio.get_running_loop()
        coming: asyncio.Queue[Change] = asyncio.Queue()

        def tell(change: Change) -> None:
            loop.call_soon_threadsafe(coming.put_nowait, change)

        stop = changes.listen(tell)
        try:
            sent = changes.seq
            yield ": hello\n\n"
            if since is not None:
                missed = changes.since(since)
                if missed is None:
                    yield _line({"seq": sent, "kind": "everything"})
                for one in missed or ():
                    if self._concerns(user, one):
                        yield _line(one.shown())
                    sent = max(sent, one.seq)
            async for change in _until_ended(coming):
                if change is None:
                    yield ": still here\n\n"
                elif change.seq > sent and self._concerns(user, change):
                    yield _line(change.shown())
        finally:
            stop()

    def _concerns(self, user: str, change: Change) -> bool:
        if change.user is not None:
            return change.user == user
        channel = self._slack.workspace.world.channels.get(change.channel or "")
        return channel is None or self._slack.workspace.world.may_see(user, channel)


async def _until_ended(coming: asyncio.Queue[Change]) -> AsyncIterator[Change | None]:
    while True:
        try:
            yield await asyncio.wait_for(coming.get(), KEEPALIVE_SECONDS)
        except TimeoutError:
            yield None


def _line(change: Json) -> str:
    return f"id: {change['seq']}\ndata: {json.dumps(change)}\n\n"


def _query(request: Request, name: str) -> str:
    value = request.query_params.get(name)
    if not value:
        raise Mistake(f"{name} is missing. Add ?{name}=… to the address.")
    return value


async def _given(request: Request) -> Json:
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise Mistake("The body must be JSON. Send Content-Type: application/json.")
    given = json.loads(await request.body() or b"{}")
    if not isinstance(given, dict):
        raise Mistake("The body must be a JSON object.")
    return given


def _mistaken(mistake: Exception) -> Response:
    sentence = str(mistake.args[0]) if mistake.args else type(mistake).__name__
    return JSONResponse({"ok": False, "error": sentence}, status_code=400)
