"""People who keep action items for each other, by command and by direct message, and press Done on what they were given."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.action_items.records import ActionItem, Assignment, ReminderLine
from bot.practice import PracticeSlack
from bot.store.engine import Store
from bot.views import ids
from tests.faults.company import CHANNEL, Tally, Worker, acknowledged_with, latest
from tests.faults.verdict import Verdict

PEOPLE = ("ana", "bo", "carmen", "eli", "nia")
HANDS = 2
LAST_ATTEMPT = 3
OVER = "Something went wrong on my side"


@dataclass
class Task:
    """One item somebody tried to keep. `kept`: they were told so, and `how`. `states`: what it may be by now."""

    by: str
    kept: bool
    how: str = "by a command"
    states: set[str] = field(default_factory=lambda: {"open"})


class ActionItems:
    """The company of action items."""

    def __init__(self, slack: PracticeSlack, tally: Tally, now: Callable[[], datetime]) -> None:
        self._slack, self._tally, self._now = slack, tally, now
        self._number = 0
        self.tasks: dict[str, Task] = {}

    def workers(self) -> list[Worker]:
        return [partial(self._next_deed, name) for name in PEOPLE for _ in range(HANDS)]

    def judge(self, verdict: Verdict, store: Store) -> None:
        self._note_acknowledged_messages()
        with store.read() as session:
            items = session.scalars(select(ActionItem)).all()
            late = session.scalars(
                select(Assignment).join(ActionItem, ActionItem.id == Assignment.item_id)
                .where(ActionItem.state == "open", Assignment.next_at <= self._now() - timedelta(seconds=30))
            ).all()  # fmt: skip
            verdict.reminders = len({(line.user, line.said_on) for line in session.scalars(select(ReminderLine))})
        verdict.items = len(items)
        kept = Counter(item.words for item in items if not item.words.startswith("errand "))  # those come from meetings
        states = {item.words: item.state for item in items}
        for words, task in self.tasks.items():
            if task.kept and not kept[words]:
                verdict.lost.append(f"{task.by} was told {task.how} that {words!r} is kept, and it is not")
            if kept[words] and states[words] not in task.states:
                verdict.lost.append(f"{words!r} is {states[words]}, but somebody was told {task.states}")
        verdict.doubled += [f"{words!r} is kept {count} times" for words, count in kept.items() if count > 1]
        verdict.phantom += [f"nobody ever wrote {words!r}" for words in kept if words not in self.tasks]
        verdict.unfinished += [f"assignment {each.id} was never looked at" for each in late]

    def _next_deed(self, name: str, mine: random.Random) -> None:
        if mine.random() < 0.7:
            self._keep(name, mine)
        else:
            self._press_done(name, mine)

    def _keep(self, name: str, mine: random.Random) -> None:
        other = mine.choice([each for each in PEOPLE if each != name])
        with self._tally.lock:
            self._number += 1
            words = f"task {self._number:06d}"
            task = self.tasks[words] = Task(name, False)
        line = f"@{other} {words} by {mine.choice(['tomorrow', 'in 3 days', 'in two weeks'])}"
        if mine.random() < 0.75:
            self._slack.command(name, CHANNEL, f"/action {line}")
            task.kept = "Kept as" in acknowledged_with(self._slack, words)
        else:
            self._slack.type(name, "app", f"action item: {line}")
        self._tally.note(task.kept)

    def _press_done(self, name: str, mine: random.Random) -> None:
        buttons = [
            (message["ts"], block["block_id"], words)
            for message in latest(self._slack, name)
            for block, words in _done_buttons(message)
            if words in self.tasks and self.tasks[words].states == {"open"}
        ]
        if not buttons:
            return
        ts, block_id, words = mine.choice(buttons)
        result = self._slack.press(name, ids.ACTION_DONE, None, block_id=block_id, channel="app", ts=ts)
        with self._tally.lock:
            states = self.tasks[words].states
            self.tasks[words].states = {"done"} if result.ok else states | {"done"}
        self._tally.note(result.ok)

    def _note_acknowledged_messages(self) -> None:
        """What was said in a direct message must be kept once its event was acknowledged: Slack never sends it again.

        The last attempt is acknowledged also when it failed, and then the person was told.
        """
        told = Counter({name: str(self._slack.read(name, "app")).count(OVER) for name in PEOPLE})
        for delivery in list(self._slack._w.courier.log):
            event = delivery.payload.get("event") or {}
            found = re.search(r"task \d{6}", str(event.get("text") or ""))
            if delivery.answer is None or event.get("channel_type") != "im" or not found or found[0] not in self.tasks:
                continue
            task = self.tasks[found[0]]
            if delivery.attempt >= LAST_ATTEMPT and told[task.by]:
                told[task.by] -= 1
                continue
            self._tally.told_yes += not task.kept
            task.kept, task.how = True, f"by an acknowledged message, attempt {delivery.attempt}"


def _done_buttons(message: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Each Done button with the words of the item that stands above it."""
    found = []
    words = ""
    for block in message.get("blocks", []):
        if block["type"] == "section":
            text = str((block.get("text") or {}).get("text", ""))
            words = text.split("*")[1] if text.startswith("*") and text.count("*") > 1 else ""
        elif any(element.get("action_id") == ids.ACTION_DONE for element in block.get("elements", [])) and words:
            found.append((block, words))
    return found
