"""A group that meets every morning, and the sample city's groups: items come in, seats are promised, Dana leads, chairs approve.

Days pass in halves here, so a meeting of ten o'clock can be led at nine and an afternoon one never: both must come to their end.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.practice import PracticeSlack
from bot.practice.world import Message
from bot.settings import load_settings
from bot.store.engine import Store
from bot.views import ids
from bot.views.meeting_windows import CANCEL, MOVE, STANDS
from bot.views.meeting_words import short_day
from tests.faults.company import Tally, Worker, acknowledged_with, window_of
from tests.faults.meetings_board import Board, value_of
from tests.faults.meetings_judge import Deed, Judge, Record
from tests.faults.verdict import Verdict
from tests.town import ROOT

EVERYBODY, GROUP, HOUSING = "C0TASKFORCE", "C0COORDGRP0", "C0HOUSINGDE"
MORNING_ROUND = """\
  - id: morning-round
    name: Morning round
    rule: FREQ=DAILY
    first: 2026-11-02
    at: 09:30
    minutes: 120
    channel: C0TASKFORCE
    agenda_days_ahead: 1
    on_closure: skip
"""
# who is in which channel of the sample city besides the general one
MEMBERS = {
    "ana": (GROUP,), "bo": (GROUP, HOUSING), "carmen": (GROUP,), "eli": (), "fay": (GROUP,), "gus": (GROUP,), "lea": (GROUP,),
}  # fmt: skip
LEADER = "dana"
CHICAGO = ZoneInfo("America/Chicago")
REPLIES = ("coming", "coming", "coming", "remote", "remote", "designee", "cannot")
A_DAY = {EVERYBODY: 1, GROUP: 1, HOUSING: 1, "app": 1}
REPLIES_A_DAY = 8
# an agenda takes thirty items of one person; what is refused in a direct message cannot be told from what was lost
MOST_FOR_THE_GROUP = 26
ENOUGH = 4
SUBMITS = 3
NO_CHAIR = "run the meeting"
OVER = "Something went wrong on my side"
LAST_ATTEMPT = 3


class Meetings:
    """The company of meetings."""

    def __init__(self, slack: PracticeSlack, tally: Tally, now: Callable[[], datetime]) -> None:
        self._slack, self._tally, self._now = slack, tally, now
        self._board = Board(slack)
        self._app = load_settings({}, ROOT).app
        self._number = 0
        self._done: Counter[tuple[str, ...]] = Counter()
        self._never: set[tuple[str, str, str]] = set()
        self.record = Record()

    def workers(self) -> list[Worker]:
        return [*[partial(self._next_deed, name) for name in MEMBERS], self._lead]

    def judge(self, verdict: Verdict, store: Store) -> None:
        self._note_acknowledged_messages()
        Judge(self.record, self._app, self._slack, verdict, self._now()).look(store)

    def _next_deed(self, name: str, mine: random.Random) -> None:
        chance = mine.random()
        if chance < 0.3:
            self._add(name, mine)
        elif chance < 0.6:
            self._reply(name, mine)
        elif chance < 0.8:
            self._approve(name)
        else:
            self._finish_as_chair(name, mine)

    def _add(self, name: str, mine: random.Random) -> None:
        place = mine.choice([EVERYBODY, "app", *MEMBERS[name]])
        whole = (name, "for the group") if place in (GROUP, "app") else ()
        if not self._may(A_DAY[place], name, place) or (whole and self._done[whole] >= MOST_FOR_THE_GROUP):
            return
        self._done[whole] += 1
        words = self._words("matter")
        deed = self.record.matters[words] = Deed("add", "", name, self._now(), place)
        if place == "app":
            self._slack.type(name, place, f"put {words} on the agenda")
        else:
            self._slack.command(name, place, f"/agenda add {mine.choice(('', 'decide: ', 'inform: '))}{words}")
            deed.told = "On the agenda for" in acknowledged_with(self._slack, words)
        self._tally.note(deed.told)

    def _reply(self, name: str, mine: random.Random) -> None:
        channel = mine.choice([EVERYBODY, *MEMBERS[name]])
        reply = mine.choice(REPLIES)
        button = f"{ids.MEETING_REPLY}.{reply}"
        posts = [each for each in self._board.posts(channel, "Agenda for")[-3:] if value_of(each, button)]
        if not posts or not self._may(REPLIES_A_DAY, name, "reply"):
            return
        post = mine.choice(posts)
        self._press(name, channel, post, button, Deed(f"reply {reply}", _code(post, button), name, self._now(), name))

    def _approve(self, name: str) -> None:
        """Whoever was sent a draft tries to approve it; only the chair may."""
        channel = self._board.conversation(name)
        for post in self._board.posts(channel, "Draft minutes of")[-3:]:
            code = _code(post, ids.MEETING_APPROVE)
            if code and ("approve", name, code) not in self._never:
                if self._press(name, channel, post, ids.MEETING_APPROVE, Deed("approve", code, name, self._now())):
                    self._never.add(("approve", name, code))
                return

    def _finish_as_chair(self, name: str, mine: random.Random) -> None:
        """A second pair of hands in the meeting. Who was told that they do not lead it leaves it be."""
        channel = mine.choice([EVERYBODY, *MEMBERS[name]])
        for post in self._running(channel):
            code = _code(post, ids.MEETING_DISCUSSED)
            if not code or ("lead", name, code) in self._never or not self._may(12, name, "chair"):
                continue
            self._finish(name, channel, post, ids.MEETING_DISCUSSED)
            whisper = self._board.whisper(channel, name)
            if whisper is not None and NO_CHAIR in whisper.text:
                self._never.add(("lead", name, code))

    def _lead(self, mine: random.Random) -> None:
        running = [(channel, post) for channel in (EVERYBODY, GROUP) for post in self._running(channel)]
        if running:
            self._lead_on(*mine.choice(running), mine)
        elif not self._start() and mine.random() < 0.1:
            self._change(mine)
        elif mine.random() < 0.5:
            self._approve(LEADER)

    def _running(self, channel: str) -> list[Message]:
        return [each for each in self._board.posts(channel, "The meeting of")[-3:] if each.text.endswith("is running")]

    def _start(self) -> bool:
        today = f"Agenda for {short_day(self._now().astimezone(CHICAGO))},"
        for channel in (EVERYBODY, GROUP, HOUSING):
            for post in self._board.posts(channel, today):
                code = value_of(post, ids.MEETING_START)
                if not code or ("start", LEADER, code) in self._never or not self._may(5, "start", code):
                    continue
                before = self._board.refusals(channel, LEADER)
                self._press(LEADER, channel, post, ids.MEETING_START, Deed("start", code, LEADER, self._now()))
                if self._board.refusals(channel, LEADER) > before:  # its hour has passed, or has not come
                    self._never.add(("start", LEADER, code))
                return True
        return False

    def _lead_on(self, channel: str, post: Message, mine: random.Random) -> None:
        """One thing of a running meeting; when enough is done or nothing is left, it ends."""
        code = value_of(post, ids.MEETING_END) or ""
        _, _, item = (value_of(post, ids.MEETING_DISCUSSED) or "").partition("|")
        chance, is_stale = mine.random(), ("finish", LEADER, item) in self._never
        if not item or (self._done["led", code] >= ENOUGH and chance < 0.1):
            self._press(LEADER, channel, post, ids.MEETING_END, Deed("end", code, LEADER, self._now()))
        elif chance < 0.35 and not is_stale:
            self._done["led", code] += self._finish(LEADER, channel, post, ids.MEETING_DISCUSSED)
        elif chance < 0.45 and not is_stale:
            self._finish(LEADER, channel, post, ids.MEETING_DEFERRED)
        elif chance < 0.75 and not is_stale:
            self._done["led", code] += self._decide(channel, post, code, item)
        elif chance < 0.9 and self._may(4, "errand"):
            self._promise(channel, post, code, mine)
        elif chance >= 0.9:
            self._attend(channel, post, code, mine)

    def _finish(self, name: str, channel: str, post: Message, button: str) -> bool:
        """Unless the message still shows something this person has finished: it follows a moment later."""
        code, _, item = (value_of(post, button) or "").partition("|")
        if not item or ("finish", name, item) in self._never:
            return False
        before = self._board.refusals(channel, name)
        told = self._press(name, channel, post, button, Deed(button, code, name, self._now(), item))
        if told or self._board.refusals(channel, name) > before:
            self._never.add(("finish", name, item))
        return told

    def _decide(self, channel: str, post: Message, code: str, item: str) -> bool:
        if not self._opens(channel, post, ids.MEETING_DECIDE):
            return False
        words = self._words("decision")
        deed = self.record.decisions[words] = Deed(ids.MEETING_DECIDE, code, LEADER, self._now(), item)
        deed.told = self._submit({ids.MEETING_WORDS: words})
        if deed.told:
            self._never.add(("finish", LEADER, item))
        return deed.told

    def _promise(self, channel: str, post: Message, code: str, mine: random.Random) -> None:
        if not self._opens(channel, post, ids.MEETING_PROMISE):
            return
        words, owner = self._words("errand"), self._slack._w.world.person(mine.choice(list(MEMBERS))).id
        deed = self.record.promises[words] = Deed(ids.MEETING_PROMISE, code, LEADER, self._now())
        day = (self._now().date() + timedelta(days=30)).isoformat()
        deed.told = self._submit({ids.MEETING_WORDS: words, ids.MEETING_OWNER: owner, ids.MEETING_DAY: day})

    def _attend(self, channel: str, post: Message, code: str, mine: random.Random) -> None:
        if not self._opens(channel, post, ids.MEETING_ATTEND):
            return
        seat, how = mine.choice(("health-seat", "labor-seat", "advisory-seat")), mine.choice(("coming", "remote", "designee"))
        deed = Deed(f"attend {how}", code, LEADER, self._now(), seat)
        self.record.deeds.append(deed)
        deed.told = self._submit({f"{ids.MEETING_SEAT}.{seat}": how})

    def _change(self, mine: random.Random) -> None:
        """Moves or cancels the coming meeting of the subgroup, or lets it stand."""
        if not self._may(2, "change"):
            return
        self._slack.command(LEADER, HOUSING, "/agenda")
        shown = self._board.whisper(HOUSING, LEADER)
        if shown is None or not value_of(shown, ids.MEETING_EXCEPTION) or not self._opens(HOUSING, shown, ids.MEETING_EXCEPTION):
            return
        what, time = mine.choice((MOVE, MOVE, CANCEL, STANDS)), mine.choice(("14:30", "15:00", "15:30"))
        window = window_of(self._slack, LEADER)
        if window is None:
            return
        menu = next(block["element"] for block in window["blocks"] if block["block_id"] == ids.MEETING_WHICH)
        which = str(menu["initial_option"]["value"])
        deed = Deed(f"change {time if what == MOVE else what}", which, LEADER, self._now())
        self.record.deeds.append(deed)
        deed.told = self._submit({ids.MEETING_WHAT: what, ids.MEETING_TIME: time})

    def _press(self, name: str, channel: str, post: Message, button: str, deed: Deed) -> bool:
        """Told: the press was answered, and nobody said that it did not count."""
        before = self._board.refusals(channel, name)
        self.record.deeds.append(deed)
        result = self._slack.press(name, button, None, channel=channel, ts=post.ts)
        deed.told = result.ok and self._board.refusals(channel, name) == before
        self._tally.note(deed.told)
        return deed.told

    def _opens(self, channel: str, post: Message, button: str) -> bool:
        """Presses a button that opens a window; an older window is closed first."""
        if window_of(self._slack, LEADER) is not None:
            self._slack.close(LEADER, all=True)
        self._slack.press(LEADER, button, None, channel=channel, ts=post.ts)
        return window_of(self._slack, LEADER) is not None

    def _submit(self, values: dict[str, str]) -> bool:
        """Until it is answered, as somebody does whose window stays open; what was filled in wrongly is given up."""
        told = False
        for _ in range(SUBMITS):
            result = self._slack.submit(LEADER, values=values)
            told = result.ok and result.view is None
            if told or result.errors or result.ok:
                break
        self._tally.note(told)
        return told

    def _may(self, most: int, *what: str) -> bool:
        """At most so often on one day of the lab."""
        key = (*what, self._now().astimezone(CHICAGO).date().isoformat())
        self._done[key] += 1
        return self._done[key] <= most

    def _words(self, kind: str) -> str:
        with self._tally.lock:
            self._number += 1
            return f"{kind} {self._number:06d}"

    def _note_acknowledged_messages(self) -> None:
        """As with action items: a message whose event was acknowledged is kept, or its writer was told that it is not."""
        told = Counter({name: str(self._slack.read(name, "app")).count(OVER) for name in MEMBERS})
        for delivery in list(self._slack._w.courier.log):
            event = delivery.payload.get("event") or {}
            found = re.search(r"matter \d{6}", str(event.get("text") or ""))
            if delivery.answer is None or event.get("channel_type") != "im" or not found or found[0] not in self.record.matters:
                continue
            deed = self.record.matters[found[0]]
            if delivery.attempt >= LAST_ATTEMPT and told[deed.by]:
                told[deed.by] -= 1
                continue
            self._tally.told_yes += not deed.told
            deed.told = True


def _code(post: Message, button: str) -> str:
    """The meeting's code that a button carries before the bar."""
    return (value_of(post, button) or "").partition("|")[0]
