"""A town to tell stories in: the real Bolt app, real services, a real database, and the pretend Slack over HTTP and WebSocket.

People do what people do: type, press what a button says, fill in a field by its label, and read. Only Slack and the clock
are pretended.
"""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn

import handlers
from bot.practice import PracticeSlack
from bot.settings import Secrets, Settings, load_settings
from bot.shelves import Shelves
from handlers.manifest import manifest
from handlers.serve import Assistant, http_application

ROOT = Path(__file__).resolve().parents[1]
MONDAY_MORNING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 9 AM in Chicago
PATIENCE = 5.0
CHOOSERS = ("static_select", "external_select", "radio_buttons", "overflow")


class PracticeTime:
    """The bot's clock follows the workspace's."""

    def __init__(self, slack: PracticeSlack) -> None:
        self._slack = slack

    def now(self) -> datetime:
        return self._slack.now()


class CountingPool(ThreadPoolExecutor):
    """Knows whether a listener is still at work, so that a story waits for it and no longer."""

    def __init__(self, max_workers: int) -> None:
        super().__init__(max_workers=max_workers)
        self.busy = 0
        self._lock = threading.Lock()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        with self._lock:
            self.busy += 1
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self._done)
        return future

    def _done(self, _future: Future[Any]) -> None:
        with self._lock:
            self.busy -= 1


class HttpServer:
    """The assistant in HTTP mode, served on a port of its own."""

    def __init__(self, assistant: Assistant, port: int) -> None:
        config = uvicorn.Config(http_application(assistant), host="127.0.0.1", port=port, log_level="error")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        last = time.monotonic() + PATIENCE
        while not self._server.started and time.monotonic() < last:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=PATIENCE)


class Town:
    """One afternoon: a workspace, a database of its own, and an assistant connected by Socket Mode."""

    def __init__(
        self, folder: Path, shelves: Shelves | None = None, *, start: datetime = MONDAY_MORNING, home: Path = ROOT,
        database_url: str | None = None, record: Path | None = None, http: bool = False, **choices: Any,
    ) -> None:  # fmt: skip
        base = load_settings({}, home)
        self.request_url = f"http://127.0.0.1:{_free_port()}/slack/events" if http else None
        self.slack = PracticeSlack(
            manifest(base, handlers.register, self.request_url), start=start, frozen=True, rate_limits=False, record=record,
            **({"request_url": self.request_url} if http else {}), **choices,
        ).start()  # fmt: skip
        secrets = Secrets(self.slack.bot_token, self.slack.app_token, self.slack.signing_secret, _some_keys())
        url = database_url or f"sqlite:///{(folder / 'town.sqlite3').as_posix()}"
        self.settings = Settings(home, base.app, secrets, url, self.slack.api_url)
        self._shelves = shelves
        self.expected_refusals: list[Any] = []
        self.assistant = self._new_assistant()

    def _new_assistant(self) -> Assistant:
        from bot.store.migrate import migrate

        migrate(self.settings.database_url)
        assistant = Assistant(self.settings, clock=PracticeTime(self.slack), shelves=self._shelves)
        assistant.services.people.warm()
        pool = CountingPool(max_workers=20)
        assistant.app.listener_runner.listener_executor = pool
        self.slack.also_wait_for(lambda: pool.busy > 0)
        if self.request_url is None:
            assistant.connect()
        else:
            self._server = HttpServer(assistant, urlsplit(self.request_url).port or 0)
        return assistant

    @property
    def services(self) -> Any:
        return self.assistant.services

    def person(self, name: str) -> PersonInTown:
        return PersonInTown(self, name)

    def restart(self) -> None:
        """The assistant's process ends and another one begins on the same database."""
        self.assistant.close()
        self.assistant = self._new_assistant()

    def minutes_pass(self, minutes: float, step: float = 15) -> None:
        """Time goes by in steps; at each step what is due is said."""
        left = minutes
        while left > 0:
            part = min(step, left)
            self.slack.advance(part * 60)
            self.work()
            left -= part

    def until(self, moment: datetime, step: float = 30) -> None:
        """Time goes by until a moment."""
        self.minutes_pass((moment - self.slack.now()).total_seconds() / 60, step)

    def work(self) -> None:
        """One pass of what is due, and everything that waits is delivered."""
        from handlers.delivery import deliver_all

        self.services.tick()
        deliver_all(self.services, self.assistant.client, wait=self.slack.advance)
        self.slack.settle()

    def channel(self, name: str) -> list[dict[str, Any]]:
        """Everything in a channel, as a coordinator who sees all of it would."""
        return self.slack.read("dana", name)

    def everything_posted(self) -> str:
        """Every call the assistant made, as one text: for canary searches."""
        return json.dumps(self.slack.calls, ensure_ascii=False)

    def close(self) -> None:
        if self.request_url is not None:
            self._server.stop()
        self.assistant.close()
        self.slack.stop()


class PersonInTown:
    """Somebody who types, presses and reads. Keeps in mind where they are: a channel, or the assistant's messages."""

    def __init__(self, town: Town, name: str, place: str = "app", thread: str | None = None) -> None:
        self.town, self.name, self.place, self.thread = town, name, place, thread
        self._at_home = False
        self._seen: dict[str, int] = {}
        self.last: Any = None

    @property
    def id(self) -> str:
        return str(self.town.slack.look(self.name)["me"]["id"])

    def goes_to(self, place: str) -> PersonInTown:
        """`#task-force`, or `app` for the direct messages with the assistant."""
        self.place, self.thread, self._at_home = place, None, False
        return self

    def types(self, text: str) -> PersonInTown:
        """A message where they are, or a command when it begins with a slash."""
        self._mark()
        slack = self.town.slack
        if text.startswith("/"):
            self.last = slack.command(self.name, "#random" if self.place == "app" else self.place, text)
        else:
            self.last = slack.type(self.name, self.place, text, thread_ts=self.thread)
        slack.settle()
        return self

    def mentions(self, text: str) -> PersonInTown:
        """Mentions the assistant, then stands in the thread that the mention began."""
        self.types(f"@{self._bot_name()} {text}")
        if self.thread is None:
            self.thread = self.last.ts
        return self

    def opens_home(self) -> PersonInTown:
        self.last = self.town.slack.open_home(self.name)
        self.town.slack.settle()
        self._at_home = True
        return self

    def uses_shortcut(self, callback_id: str, message: dict[str, Any] | None = None) -> PersonInTown:
        slack = self.town.slack
        if message is None:
            self.last = slack.shortcut(self.name, callback_id)
        else:
            self.last = slack.message_shortcut(self.name, callback_id, message["channel"], message["ts"])
        slack.settle()
        return self

    def presses(self, label: str) -> PersonInTown:
        """Presses a button by what it says: the newest one this person can see. In a window also Submit and Cancel."""
        window = self.window
        if window is not None and label == _text(window.get("submit")):
            return self.submits()
        if window is not None and label == _text(window.get("close")):
            self.last = self.town.slack.close(self.name)
            self.town.slack.settle()
            return self
        where, block, element = self._find(lambda item: _label_of(item) == label and item["type"] == "button", label)
        return self._use(where, block, element, None)

    def chooses(self, label: str, *wanted: str) -> PersonInTown:
        """Chooses options of a menu, radio buttons or check boxes by the words on them."""
        where, block, element = self._find_field(label)
        values = [_value_of(element, want) for want in wanted]
        several = element["type"].startswith("multi_") or element["type"] == "checkboxes"
        return self._use(where, block, element, values if several else values[0])

    def fills(self, label: str, value: Any) -> PersonInTown:
        """Types into a field, or picks a date, a time or a person."""
        where, block, element = self._find_field(label)
        return self._use(where, block, element, value)

    def submits(self) -> PersonInTown:
        self._mark()
        self.last = self.town.slack.submit(self.name)
        self.town.slack.settle()
        return self

    @property
    def window(self) -> dict[str, Any] | None:
        modals = self.town.slack.look(self.name)["modals"]
        return modals[-1] if modals else None

    def sees(self, words: str) -> PersonInTown:
        """The words stand where this person looks: the open window, Home, or what has come since they last did something."""
        last = time.monotonic() + PATIENCE
        while words not in self.screen:
            if time.monotonic() > last:
                raise AssertionError(f"{self.name} does not see {words!r}. What {self.name} sees:\n{self.screen}")
            time.sleep(0.02)
        return self

    def does_not_see(self, words: str) -> PersonInTown:
        self.town.slack.settle()
        assert words not in self.screen, f"{self.name} sees {words!r} in:\n{self.screen}"
        return self

    @property
    def screen(self) -> str:
        """All text in front of this person."""
        state = self.town.slack.look(self.name)
        notices = "\n".join(notice["text"] for notice in state["notices"])
        if state["modals"]:
            window = state["modals"][-1]
            return "\n".join([words(window), *window.get("errors", {}).values(), window.get("trouble") or "", notices])
        if self._at_home and state["home"]:
            return words(state["home"]) + notices
        return "\n".join([*(words(message) for message in self.new_messages), notices])

    @property
    def new_messages(self) -> list[dict[str, Any]]:
        """What has been posted where they are since they last typed or submitted."""
        return self.messages()[self._seen.get(self._where(), 0) :]

    def messages(self, place: str | None = None, thread: str | None = None) -> list[dict[str, Any]]:
        place = place or self.place
        try:
            return self.town.slack.read(self.name, place, thread or (self.thread if place == self.place else None))
        except LookupError:
            return []

    def direct_messages(self) -> str:
        """All words in the direct messages with the assistant."""
        return "\n".join(words(message) for message in self.town.slack.read(self.name, "app"))

    def reads(self, place: str) -> str:
        """All words in a channel, as far as this person may see it."""
        return "\n".join(words(message) for message in self.town.slack.read(self.name, place))

    def _mark(self) -> None:
        self._at_home = False
        self._seen[self._where()] = len(self.messages()) if self.thread or self.place else 0

    def _where(self) -> str:
        return f"{self.place}|{self.thread}"

    def _bot_name(self) -> str:
        state = self.town.slack.look(self.name)
        return next(person["name"] for person in state["people"] if person["id"] == state["app"]["user"])

    def _surfaces(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """(where to press, blocks holder), nearest first: the window, Home, then messages from the newest."""
        state = self.town.slack.look(self.name)
        if state["modals"]:
            return [({"view": state["modals"][-1]["id"]}, state["modals"][-1])]
        if self._at_home and state["home"]:
            return [({"home": True}, state["home"])]
        found = [({"channel": self.place, "ts": message["ts"]}, message) for message in reversed(self.messages())]
        if self.thread is None and self.place != "app":
            app = self.town.slack.read(self.name, "app") if state["app"]["channel"] else []
            found += [({"channel": "app", "ts": message["ts"]}, message) for message in reversed(app)]
        return found

    def _find(self, fits: Any, label: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        last = time.monotonic() + PATIENCE
        while True:
            for where, holder in self._surfaces():
                for block in holder.get("blocks") or []:
                    for element in _elements(block):
                        if fits(element):
                            return where, block, element
            if time.monotonic() > last:
                raise AssertionError(f"{self.name} finds no {label!r}. What {self.name} sees:\n{self.screen}")
            time.sleep(0.02)

    def _find_field(self, label: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        for where, holder in self._surfaces():
            for block in holder.get("blocks") or []:
                named = words(block.get("label") or block.get("text") or {})
                if block["type"] == "input" and label in named:
                    return where, block, block["element"]
                if block["type"] == "section" and label in named and block.get("accessory"):
                    return where, block, block["accessory"]
                for element in block.get("elements", []) if block["type"] == "actions" else []:
                    if label in words(element.get("placeholder") or {}):
                        return where, block, element
        raise AssertionError(f"{self.name} finds no field {label!r}. What {self.name} sees:\n{self.screen}")

    def _use(self, where: dict[str, Any], block: dict[str, Any], element: dict[str, Any], value: Any) -> PersonInTown:
        self.last = self.town.slack.press(
            self.name, element["action_id"], value, block_id=block.get("block_id"), **where
        )
        self.town.slack.settle()
        return self


def words(node: Any) -> str:
    """Every text a person can read in a message, a view or a block, in order."""
    if isinstance(node, list):
        return "\n".join(filter(None, (words(item) for item in node)))
    if not isinstance(node, dict):
        return ""
    if isinstance(node.get("text"), str) and not node.get("blocks"):
        own = node["text"]
    else:
        own = ""
    parts = [own] if own else []
    for key, value in node.items():
        if key in ("title", "label", "hint", "text", "fields", "elements", "accessory", "blocks", "placeholder", "options",
                   "description", "submit", "close", "element", "initial_option", "files"):  # fmt: skip
            parts.append(words(value))
        if key == "initial_value" and isinstance(value, str):
            parts.append(value)
    return "\n".join(filter(None, parts))


def links(node: Any) -> list[str]:
    """Every tel: or https: address in the text of a message."""
    return re.findall(r"<((?:tel|https):[^|>]+)", json.dumps(node, ensure_ascii=False))


def _elements(block: dict[str, Any]) -> list[dict[str, Any]]:
    found = [block["accessory"]] if block.get("accessory") else []
    if block["type"] == "actions":
        found += block.get("elements", [])
    if block["type"] == "input":
        found.append(block["element"])
    return found


def _label_of(element: dict[str, Any]) -> str:
    return _text(element.get("text"))


def _text(node: Any) -> str:
    return str(node.get("text", "")) if isinstance(node, dict) else ""


def _value_of(element: dict[str, Any], wanted: str) -> str:
    options = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        options += group["options"]
    found = next((option for option in options if _text(option["text"]) == wanted), None) or next(
        (option for option in options if wanted in _text(option["text"])), None
    )
    if found is None:
        raise AssertionError(f"no option {wanted!r} among {[_text(option['text']) for option in options]}")
    return str(found["value"])


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _some_keys() -> str:
    """Keys for sealing in tests: made up here, worth nothing anywhere else."""
    import base64

    return "test:" + base64.urlsafe_b64encode(bytes(range(32))).decode()
