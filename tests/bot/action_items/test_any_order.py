"""Whatever people and the machine do, in whatever order, the items stay right and nothing is said twice.

TASKFORCE_STEPS sets how many steps are tried in all (10,000 in `make faults`' own run, fewer here).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy.orm import Session

from bot.action_items.ground import MORNING, due_item
from bot.action_items.items import ItemState
from bot.action_items.records import ActionItem, Assignment, ReminderLine
from bot.action_items.reminders import due_reminders
from bot.problems import PersonError
from bot.store.engine import Store
from bot.store.migrate import migrate

from .parts import ANA, BO, CARMEN, DANA, ELI, Room

STEPS = int(os.environ.get("TASKFORCE_STEPS", "500"))
A_RUN = 50
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
PEOPLE = st.sampled_from([ANA, BO, CARMEN, ELI])
DUES = st.sampled_from(["by fri", "by Dec 4 10am", "tomorrow", "in 3 weeks", "by nov 26", ""])


class Died(Exception):
    """The process ended before the commit."""


class MortalStore(Store):
    """A store whose process may die just before it commits."""

    dies_next = False

    @contextmanager
    def write(self) -> Iterator[Session]:
        with super().write() as session:
            yield session
            if self.dies_next:
                self.dies_next = False
                raise Died


class Afternoons(RuleBasedStateMachine):
    """The model: what every item must be by now."""

    items = Bundle("items")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="taskforce-steps-", dir=MEMORY)
        path = Path(self.folder) / "steps.sqlite3"
        shutil.copy(_template(), path)
        self.room = Room(f"sqlite:///{path}")
        store = MortalStore(self.room.store.engine)
        self.room.store = self.room.items._store = self.store = store
        self.states: dict[int, ItemState] = {}
        self.holders: dict[int, str] = {}
        self.done_at: dict[int, datetime] = {}
        self.handed_over: dict[int, datetime] = {}
        self.keys: list[tuple[str, object]] = []

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(target=items, who=PEOPLE, due=DUES, dies=st.booleans())
    def capture(self, who: str, due: str, dies: bool) -> int:
        key, line = self.room.key(), f"<@{who}> send it {due}"
        self._perhaps_dying(dies, lambda: self.room.capture(line, key=key))
        item = self.room.capture(line, key=key)
        self.states[item.id], self.holders[item.id] = ItemState.OPEN, who
        return item.id

    @rule(item=items, dies=st.booleans())
    def done(self, item: int, dies: bool) -> None:
        key, by = self.room.key(), self.room.who(DANA)
        self._perhaps_dying(dies, lambda: self.room.items.done(item, by, key))
        told = self.room.items.done(item, by, key)
        if self.states[item] is not ItemState.DONE:
            self.done_at[item] = self.room.clock.now()
        self.states[item] = ItemState.DONE
        assert not told.by_other
        self.keys.append((key, lambda: self.room.items.done(item, by, key)))

    @rule(item=items)
    def undo(self, item: int) -> None:
        try:
            told = self.room.items.undo(item, self.room.who(DANA), self.room.key())
        except PersonError:
            assert self.states[item] is ItemState.DONE
            assert self.room.clock.now() >= self.done_at[item] + timedelta(minutes=10)
            return
        if self.states[item] is ItemState.DONE:
            assert told.item.is_unfinished
            self.states[item] = told.item.state

    @rule(item=items, days=st.integers(1, 20))
    def snooze(self, item: int, days: int) -> None:
        until = self.room.clock.now().date() + timedelta(days=days + 1)
        self.room.items.snooze(item, until, self.room.who(self.holders[item]), self.room.key())

    @rule(item=items, who=PEOPLE, dies=st.booleans())
    def reassign(self, item: int, who: str, dies: bool) -> None:
        key, by = self.room.key(), self.room.who(self.holders[item])
        self._perhaps_dying(dies, lambda: self.room.items.reassign(item, who, None, "theirs", by, key))
        self.room.items.reassign(item, who, None, "theirs", self.room.who(DANA), key)
        if self.states[item] is not ItemState.DONE:
            self.holders[item] = who
            self.handed_over[item] = self.room.clock.now()  # what came before was told in the message about it

    @rule(item=items)
    def block(self, item: int) -> None:
        self.room.items.block(item, "waits for paper", self.room.who(DANA), self.room.key())
        if self.states[item] is ItemState.OPEN:
            self.states[item] = ItemState.BLOCKED

    @rule(item=items)
    def unblock(self, item: int) -> None:
        self.room.items.unblock(item, self.room.who(DANA), self.room.key())
        if self.states[item] is ItemState.BLOCKED:
            self.states[item] = ItemState.OPEN

    @precondition(lambda self: self.keys)
    @rule(data=st.data())
    def slack_sends_it_again(self, data: st.DataObject) -> None:
        _, again = data.draw(st.sampled_from(self.keys))
        with suppress(PersonError):
            again()  # type: ignore[operator]

    @rule(hours=st.sampled_from([0.1, 1, 5, 13, 24, 60]), dies=st.booleans())
    def time_passes(self, hours: float, dies: bool) -> None:
        self.room.clock.advance(timedelta(hours=hours))
        self._perhaps_dying(dies, self.room.items.tick)
        self.room.items.tick()
        self._everything_due_is_said()
        self.room.post()

    @invariant()
    def items_are_what_people_were_told(self) -> None:
        with self.store.read() as session:
            kept = {row.id: row.state for row in session.query(ActionItem)}
            held = Counter(row.item_id for row in session.query(Assignment))
        assert kept == {item: str(state) for item, state in self.states.items()}
        assert all(held[item] == 1 for item in kept)

    @invariant()
    def nobody_gets_two_messages_a_morning(self) -> None:
        mornings = Counter((row.target, row.subject) for row in self.room.rows(MORNING))
        assert all(count == 1 for count in mornings.values())

    def _everything_due_is_said(self) -> None:
        """What the pure rules call for now stands in some message, once."""
        now = self.room.clock.now()
        with self.store.read() as session:
            said = {(line.item_id, line.user, line.rule, line.on) for line in session.query(ReminderLine)}
            rows = session.query(Assignment, ActionItem).join(ActionItem, ActionItem.id == Assignment.item_id).all()
        for assignment, item in rows:
            if item.state != ItemState.OPEN or item.due is None:
                continue
            hearer = self.room.items._hearer(assignment.user or "")
            for reminder in due_reminders(due_item(item, assignment), hearer, self.room.items._rules, now):
                if reminder.to == "assignee" and reminder.at > self.handed_over.get(item.id, item.created_at):
                    assert (item.id, assignment.user, reminder.rule, reminder.on) in said

    def _perhaps_dying(self, dies: bool, deed: object) -> None:
        if not dies:
            return
        self.store.dies_next = True
        with suppress(Died, PersonError):
            deed()  # type: ignore[operator]
        self.store.dies_next = False


_made: list[Path] = []


def _template() -> Path:
    """A migrated, empty database to copy."""
    if not _made or not _made[0].exists():
        path = Path(tempfile.mkdtemp(prefix="taskforce-template-")) / "empty.sqlite3"
        migrate(f"sqlite:///{path}")
        _made[:] = [path]
    return _made[0]


Afternoons.TestCase.settings = settings(
    max_examples=max(STEPS // A_RUN, 1), stateful_step_count=A_RUN, deadline=None,
    suppress_health_check=list(HealthCheck), derandomize="TASKFORCE_STEPS" not in os.environ,
)  # fmt: skip
TestAnyOrder = Afternoons.TestCase
