"""Modal windows and Home tabs: the stack of three, hashes, what survives an update, and answers to a submission."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import elements, ids
from .blocks import check_submission_errors
from .checking import Refused, checked_view, refuse_faults
from .text import blocks_as_stored
from .world import Json, State

if TYPE_CHECKING:
    from .workspace import Workspace

STACK = 3
TROUBLE = "We had some trouble connecting. Try again?"


@dataclass
class Window:
    """One view as it is kept. `touched` is what the person chose or typed in it so far."""

    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None = None
    touched: State = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str | None = None

    @property
    def blocks(self) -> list[Json]:
        """The blocks as kept."""
        blocks: list[Json] = self.body["blocks"]
        return blocks

    def shown(self, *, with_state: bool) -> Json:
        """The view object of answers (state empty) and of interactions (state of every element)."""
        values = elements.whole_state(self.blocks, self.touched) if with_state else {}
        return {
            "id": self.id,
            "team_id": ids.TEAM,
            **self.body,
            "state": {"values": values},
            "hash": self.hash,
            "previous_view_id": self.previous,
            "root_view_id": self.root,
            "app_id": ids.APP_ID,
            "app_installed_team_id": ids.TEAM,
            "bot_id": ids.BOT_ID,
        }

    def seen(self) -> Json:
        """For the person before it: what they chose, and what is wrong with it."""
        return {**self.shown(with_state=True), "errors": dict(self.errors), "trouble": self.trouble}


class Windows:
    """Every person's stack of windows and Home tab. Refuses as Slack does, by raising Refused."""

    def __init__(self, workspace: Workspace) -> None:
        self._w = workspace
        self.stacks: dict[str, list[Window]] = {}
        self.homes: dict[str, Window] = {}
        self.offered: dict[tuple[str, str, str], list[Json]] = {}

    def stack(self, user: str) -> list[Window]:
        """Open windows, the top one last."""
        return self.stacks.setdefault(user, [])

    def top(self, user: str) -> Window | None:
        """The window somebody looks at."""
        stack = self.stack(user)
        return stack[-1] if stack else None

    def find(self, view_id: str | None, external_id: str | None = None) -> Window:
        """An open window or a Home tab; Refused("not_found") when it is closed or never was."""
        everything = [*(w for stack in self.stacks.values() for w in stack), *self.homes.values()]
        for window in everything:
            if window.id == view_id or (external_id and window.body["external_id"] == external_id):
                return window
        raise Refused("not_found")

    def _body(self, view: Json, *, root_type: str | None, own: Window | None = None) -> Json:
        checked_view(view, root_type)
        external = view.get("external_id") or ""
        if external and any(w.body["external_id"] == external and w is not own for stack in self.stacks.values() for w in stack):
            raise Refused("duplicate_external_id")
        title = {"type": "plain_text", "text": "View Title"}

        def words(key: str, default: Json | None) -> Json | None:
            given = view.get(key, default)
            return None if given is None else {**given, "emoji": given.get("emoji", True)}

        return {
            "type": view["type"],
            "blocks": blocks_as_stored(view["blocks"], self._w.new_block_id),
            "private_metadata": view.get("private_metadata") or "",
            "callback_id": view.get("callback_id") or "",
            "title": words("title", title),
            "clear_on_close": bool(view.get("clear_on_close")),
            "notify_on_close": bool(view.get("notify_on_close")),
            "close": words("close", None),
            "submit": words("submit", None),
            "external_id": external,
        }

    def _hash(self) -> str:
        return f"{int(self._w.clock.now())}.{self._w.ids.word('hash', 8)}"

    def _note(self, window: Window) -> None:
        kind = "home" if window.body["type"] == "home" else "modals"
        self._w.changes.note(kind, view=window.id, user=window.user)

    def open(self, user: str, view: Json) -> Window:
        """A new stack with one window; an older stack is gone."""
        body = self._body(view, root_type="modal")
        window_id = self._w.ids.next("V")
        window = Window(window_id, user, body, self._hash(), root=window_id)
        self.stacks[user] = [window]
        self._note(window)
        return window

    def push(self, user: str, view: Json) -> Window:
        """One more on top of the open stack."""
        stack = self.stack(user)
        if not stack:
            raise Refused("not_found")
        if len(stack) >= STACK:
            raise Refused("push_limit_reached")
        body = self._body(view, root_type=stack[0].body["type"])
        window = Window(self._w.ids.next("V"), user, body, self._hash(), root=stack[0].id, previous=stack[-1].id)
        stack.append(window)
        self._note(window)
        return window

    def update(self, window: Window, view: Json, hash_: str | None = None) -> Window:
        """Replaces what a window shows. What was typed stays where block_id and action_id stay."""
        if hash_ is not None and hash_ != window.hash:
            raise Refused("hash_conflict")
        window.body = self._body(view, root_type=window.body["type"], own=window)
        window.hash = self._hash()
        window.errors, window.trouble = {}, None
        staying = {(place.block_id, place.action_id) for place in elements.places(window.blocks)}
        window.touched = {
            block: kept
            for block, states in window.touched.items()
            if (kept := {action: state for action, state in states.items() if (block, action) in staying})
        }
        self._note(window)
        return window

    def publish(self, user: str, view: Json, hash_: str | None) -> Window:
        """Somebody's Home tab."""
        current = self.homes.get(user)
        if current is not None:
            return self.update(current, view, hash_)
        if hash_ is not None:
            raise Refused("hash_conflict")
        body = self._body(view, root_type="home")
        window_id = self._w.ids.next("V")
        self.homes[user] = Window(window_id, user, body, self._hash(), root=window_id)
        self._note(self.homes[user])
        return self.homes[user]

    def close(self, window: Window) -> None:
        """Takes one window from its stack."""
        stack = self.stack(window.user)
        if window in stack:
            stack.remove(window)
            self._note(window)

    def clear(self, user: str) -> None:
        """Closes everything somebody has open."""
        if self.stack(user):
            self.stacks[user] = []
            self._w.changes.note("modals", user=user)

    def submitted(self, window: Window, answer: Json) -> None:
        """Does what the bot answered to a submission. What Slack cannot use shows as trouble."""
        action = answer.get("response_action")
        window.errors, window.trouble = {}, None
        try:
            if not answer:
                self.close(window)
            elif action == "clear":
                self.clear(window.user)
            elif action == "errors":
                self._show_errors(window, answer.get("errors"))
            elif action == "update":
                self.update(window, _view_of(answer))
            elif action == "push":
                self.push(window.user, _view_of(answer))
            else:
                raise Refused("invalid_arguments", [f"unknown response_action: {action!r}"])
        except Refused as refused:
            window.trouble = TROUBLE
            self._w.recorder.refuse("ack:view_submission", refused)
        self._note(window)

    def _show_errors(self, window: Window, errors: object) -> None:
        refuse_faults(check_submission_errors(errors, window.body))
        window.errors = dict(errors) if isinstance(errors, dict) else {}


def _view_of(answer: Json) -> Json:
    view = answer.get("view")
    if not isinstance(view, dict):
        raise Refused("invalid_arguments", ["missing required field: view [json-pointer:/view]"])
    return view
