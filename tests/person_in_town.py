"""Somebody in the town of a story: types, presses what a button says, fills in fields by their label, and reads."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.town import Town

PATIENCE = 5.0


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
