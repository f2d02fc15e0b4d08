"""One call of the Web API, with Slack's order of checks: method, token, scope, arguments, rate, the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from ..checking import Refused
from ..workspace import Workspace
from ..world import Json

Handler = Callable[[Workspace, Json], Json]
_TS = re.compile(r"\d{10}\.\d{6}")
_WRONG_JSON = {
    "blocks": "invalid_blocks_format",
    "metadata": "invalid_metadata_format",
    "attachments": "invalid_attachments",
}
ALWAYS_ALLOWED = ("token", "team_id")


class RateLimited(Exception):
    """HTTP 429 with this many seconds of Retry-After."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"ratelimited for {seconds} s")


@dataclass(frozen=True)
class Method:
    """A row of the table of methods. `arguments` is written `"channel! text blocks:json limit:int"`; `!` = required.

    `scopes`: one of them is enough. `token`: bot, app, user or none. `tier` 0: limited elsewhere.
    """

    handler: Handler
    arguments: str = ""
    scopes: tuple[str, ...] = ()
    tier: int = 3
    token: str = "bot"
    kinds: Mapping[str, str] = field(init=False)
    required: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        words = [word.partition(":") for word in self.arguments.split()]
        named = {name.removesuffix("!"): (kind or "str").removesuffix("!") for name, _, kind in words}
        needed = tuple(name.removesuffix("!") for name, _, kind in words if name.endswith("!") or kind.endswith("!"))
        object.__setattr__(self, "kinds", named)
        object.__setattr__(self, "required", needed)


def parse_body(content_type: str, body: bytes) -> Json:
    """Both encodings. Nested JSON in form fields is left as text."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            parsed = json.loads(body) if body.strip() else {}
        except ValueError:
            raise Refused("invalid_json") from None
        if not isinstance(parsed, dict):
            raise Refused("json_not_object")
        return parsed
    if kind in ("application/x-www-form-urlencoded", ""):
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    raise Refused("invalid_post_type")


def check_token(w: Workspace, method: Method, token: str | None) -> None:
    """The right kind of token, and one that works."""
    if method.token == "none":
        return
    if not token:
        raise Refused("not_authed")
    known = {w.bot_token: "bot", w.app_token: "app"}.get(token)
    if known is None:
        raise Refused("invalid_auth")
    if w.token_trouble and known == "bot":
        raise Refused(w.token_trouble)
    if known != method.token:
        raise Refused("not_allowed_token_type")


def need_scope(w: Workspace, *scopes: str) -> None:
    """Any one of the scopes; none named means none needed."""
    if scopes and not w.grants.scopes.intersection(scopes):
        provided = ",".join(sorted(w.grants.scopes))
        raise Refused("missing_scope", needed=",".join(scopes), provided=provided)


def read_arguments(method: Method, given: Json) -> Json:
    """Known names, right types. A name not in the table is refused: Slack would silently drop such a slip."""
    unknown = [name for name in given if name not in method.kinds and name not in ALWAYS_ALLOWED]
    if unknown:
        raise Refused("invalid_arguments", [f"unknown argument: {name}" for name in unknown])
    read: Json = {}
    for name, kind in method.kinds.items():
        if given.get(name) is not None:
            read[name] = _READERS[kind](name, given[name])
    missing = [name for name in method.required if read.get(name) in (None, "")]
    if missing:
        raise Refused("invalid_arguments", [f"missing required field: {name} [json-pointer:/{name}]" for name in missing])
    return read


def _wrong(name: str, what: str) -> Refused:
    return Refused("invalid_arguments", [f"must provide {what} [json-pointer:/{name}]"])


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(name, "a string")
    return value


def _message_time(name: str, value: Any) -> str:
    if not isinstance(value, str) or not _TS.fullmatch(value):
        raise _wrong(name, "a message ts as a string")
    return value


def _boolean(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("1", "true", "0", "false", 1, 0):
        return value in ("1", "true", 1)
    raise _wrong(name, "a boolean")


def _whole(name: str, value: Any) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"\d+", str(value)):
        raise Refused("invalid_limit") if name == "limit" else _wrong(name, "an integer")
    return int(value)


def _structure(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise Refused(_WRONG_JSON[name]) if name in _WRONG_JSON else _wrong(name, "an object") from None


def _names(name: str, value: Any) -> list[str]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    if not isinstance(value, str):
        raise _wrong(name, "a list of strings")
    if value.startswith("["):
        parsed = _structure(name, value)
        return [str(one) for one in parsed]
    return [one.strip() for one in value.split(",") if one.strip()]


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "str": _text, "ts": _message_time, "bool": _boolean, "int": _whole, "json": _structure, "list": _names,
}  # fmt: skip


def call(w: Workspace, name: str, method: Method, given: Json, token: str | None) -> Json:
    """One call, carried out. Raises Refused or RateLimited. Called with the workspace's lock held."""
    check_token(w, method, token)
    need_scope(w, *method.scopes)
    arguments = read_arguments(method, given)
    wait = w.limits.call(name, method.tier)
    if wait:
        raise RateLimited(wait)
    return {"ok": True, **method.handler(w, arguments)}
