"""People who refer adults through the windows, a place's liaison who answers, and owners who withdraw.

The safe way to reach the person holds words that nobody else types: by them the sealed record is known again.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.clock import SystemClock
from bot.content.library import load
from bot.intake.records import Referral, ReferralState, Release, ReleaseState
from bot.intake.vault import Vault
from bot.outbox.records import OutboxRow, Verb
from bot.practice import PracticeSlack
from bot.store.engine import Store
from bot.views import ids
from tests.faults.company import CHANNEL, Tally, Worker, latest, window_of
from tests.faults.verdict import Verdict
from tests.town import ROOT, _some_keys

OWNERS = ("nia", "eli", "fay", "lea")
LIAISON, HOUSE = "bo", "ex-river-house"
CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
MOST_TRIES = 6
WINDOWS_AT_ONCE = 4
PRESSED = {"agreed": "yes", "safe_to_go_on": "yes", "may_withdraw": "yes", "which_way": "stay"}
FILLED: dict[str, Any] = {
    "limits_explained": "yes", "alone": "yes", "how_given": "written", "form": "labor", "language": "es", "how_soon": "week",
}  # fmt: skip
TICKED = {"help_wanted": ("bed_tonight",), "share": ("needs", "language")}
WAITS = "waits for your answer"


@dataclass
class Try:
    """One referral somebody tried to send. `code` is known once they were told that it was sent."""

    owner: str
    ends: date
    pressed_send: bool = False
    code: str = ""
    withdrawn_at: datetime | None = None
    maybe_withdrawn: bool = False
    answers: frozenset[str] = frozenset()


class Referrals:
    """The company of referrals."""

    def __init__(self, slack: PracticeSlack, tally: Tally, now: Callable[[], datetime]) -> None:
        self._slack, self._tally, self._now = slack, tally, now
        library = load(ROOT)
        self._asked = {q.ask: q for flow in library.protocols.values() for q in flow.questions()}
        self._number = 0
        self.tries: dict[str, Try] = {}
        self._open: dict[str, str] = {}
        self._stuck: Counter[str] = Counter()

    def workers(self) -> list[Worker]:
        return [*[partial(self._next_deed, name) for name in OWNERS], self._answer]

    def _next_deed(self, name: str, mine: random.Random) -> None:
        own = [each for each in self.tries.copy().values() if each.owner == name]
        sent = [each for each in own if each.code and not each.maybe_withdrawn]
        if name not in self._open and sent and mine.random() < 0.15:
            self._withdraw(name, mine.choice(sent))
        elif name not in self._open:
            self._begin(name, mine)
        for _ in range(WINDOWS_AT_ONCE):
            if name in self._open:
                self._go_on(name, self._open[name])

    def _begin(self, name: str, mine: random.Random) -> None:
        with self._tally.lock:
            self._number += 1
            words = f"desk bell {self._number:06d} rings"
            self.tries[words] = Try(name, self._now().date() + timedelta(days=mine.randint(2, 12)))
        self._close(name)
        self._slack.command(name, CHANNEL, "/refer P01")
        if self._window(name) is not None:
            self._open[name] = words

    def _go_on(self, name: str, words: str) -> None:
        """One window further. A press that nobody answered is pressed again; a window that stays stuck is left."""
        window = self._window(name)
        kind = window["callback_id"] if window else ""
        before = window["hash"] if window else ""
        if window is not None and kind == ids.INTAKE_WINDOW:
            self._answer_step(name, window, self.tries[words])
        elif window is not None and kind == ids.INTAKE_REVIEW_WINDOW:
            self._send(name, window, words)
        else:
            self._leave(name)
            return
        after = self._window(name)
        self._stuck[name] = self._stuck[name] + 1 if after is not None and after["hash"] == before else 0
        if self._stuck[name] > MOST_TRIES:
            self._leave(name)

    def _answer_step(self, name: str, window: dict[str, Any], mine: Try) -> None:
        for block in window["blocks"]:
            for element in block.get("elements", []):
                wanted = self._pressed(window)
                if element.get("action_id", "").startswith(ids.INTAKE_ANSWER) and element.get("value") == wanted:
                    self._slack.press(name, element["action_id"], None, view=window["id"])
                    return
        values = {block["block_id"]: self._value(block, mine, name) for block in window["blocks"] if block["type"] == "input"}
        given = {block: value for block, value in values.items() if value is not None}
        self._slack.submit(name, window["id"], given)

    def _pressed(self, window: dict[str, Any]) -> str:
        text = str(window["blocks"])
        return next((PRESSED.get(q.id, "no") for ask, q in self._asked.items() if ask in text), "no")

    def _value(self, block: dict[str, Any], mine: Try, name: str) -> Any:
        """What to fill in; None where the window's own proposal, or nothing, will do."""
        question = block["block_id"].removeprefix("q.").split(".")[0]
        element = block["element"]
        options = [option["value"] for option in element.get("options", [])]
        if question == "consent_ends":
            return mine.ends.isoformat()
        if question == "safe_contact":
            return next(words for words, each in self.tries.copy().items() if each is mine)
        if question == "providers":
            return [value for value in options if value == HOUSE] or options[:1]
        if question in TICKED:
            return [value for value in options if value in TICKED[question]] or None
        if question in FILLED:
            return FILLED[question] if not options or FILLED[question] in options else options[0]
        proposed = any(key.startswith("initial") for key in element)
        if block.get("optional") or proposed or not options:
            return None
        usual = PRESSED.get(question, "no")
        return usual if usual in options else options[0]

    def _send(self, name: str, window: dict[str, Any], words: str) -> None:
        mine = self.tries[words]
        mine.pressed_send = True
        self._slack.submit(name, window["id"], {})
        shown = self._window(name)
        if shown is not None and shown["title"]["text"] == "Referral sent":
            found = CODE.search(str(shown["blocks"]))
            mine.code = found[0] if found else "none"
            self._leave(name)
        self._tally.note(bool(mine.code))

    def _withdraw(self, name: str, mine: Try) -> None:
        mine.maybe_withdrawn = True
        self._close(name)
        self._slack.command(name, CHANNEL, f"/referral withdraw {mine.code}")
        shown = self._window(name)
        if shown is not None and "is withdrawn" in str(shown["blocks"]):
            mine.withdrawn_at = self._slack.now()
        self._tally.note(mine.withdrawn_at is not None)
        self._close(name)

    def _answer(self, mine: random.Random) -> None:
        """Bo opens what waits at his place and says yes or no."""
        found = [
            (message["ts"], element["value"])
            for message in latest(self._slack, LIAISON, 40) if WAITS in str(message.get("text"))
            for block in message.get("blocks", []) for element in block.get("elements", [])
            if str(element.get("action_id", "")).startswith(ids.REFERRAL_OPEN)
        ]  # fmt: skip
        if not found or mine.random() < 0.5:
            return
        ts, _ = mine.choice(found)
        self._slack.press(LIAISON, ids.REFERRAL_OPEN, None, channel="app", ts=ts)
        self._slack.settle()
        window = self._window(LIAISON)
        code = CODE.search(str(window["title"]) + str(window["blocks"])) if window else None
        tried = next((each for each in self.tries.copy().values() if code and each.code == code[0]), None)
        if window is not None and tried is not None and ids.REFERRAL_ACCEPT in str(window["blocks"]):
            tried.answers |= {"tried"}
            result = self._slack.press(LIAISON, ids.REFERRAL_ACCEPT, None, view=window["id"])
            if result.ok and "accepted" in str((self._window(LIAISON) or {}).get("blocks")):
                tried.answers |= {"told"}
            self._tally.note(result.ok)
        self._close(LIAISON)

    def _window(self, name: str) -> dict[str, Any] | None:
        return window_of(self._slack, name)

    def _leave(self, name: str) -> None:
        self._open.pop(name, None)
        self._stuck[name] = 0
        self._close(name)

    def _close(self, name: str) -> None:
        if self._window(name) is not None:
            self._slack.close(name, all=True)

    def judge(self, verdict: Verdict, store: Store) -> None:
        vault = Vault(store, SystemClock(), _some_keys())
        with store.read() as session:
            kept = list(session.scalars(select(Referral)))
            releases = list(session.scalars(select(Release)))
            posts = select(OutboxRow.subject).where(OutboxRow.kind == "referral.for-provider", OutboxRow.verb == Verb.POST)
            said = Counter(session.scalars(posts))
        verdict.referrals = len(kept)
        by_words: Counter[str] = Counter()
        for row in kept:
            if row.blob is not None:
                by_words[str(vault.open("referral", row).get("safe_contact"))] += 1
        verdict.doubled += [f"the referral {words!r} is kept {count} times" for words, count in by_words.items() if count > 1]
        verdict.phantom += [f"nobody sent {words!r}" for words in by_words if not self._was_sent(words)]
        by_code = {row.code: row for row in kept}
        for words, each in self.tries.items():
            verdict.lost += self._lost(words, each, by_code, releases)
        waiting = [release for release in releases if not release.by_phone and release.state == ReleaseState.SENT]
        closed = {row.id for row in kept if row.state != ReferralState.OPEN}
        verdict.lost += [
            f"release {release.id} was said {said[release.token]} times to its place"
            for release in waiting if said[release.token] != 1 and release.referral_id not in closed
        ]  # fmt: skip
        verdict.phantom += self._said_too_late()

    def _was_sent(self, words: str) -> bool:
        return words in self.tries and self.tries[words].pressed_send

    @staticmethod
    def _lost(words: str, each: Try, kept: dict[str, Referral], releases: list[Release]) -> list[str]:
        row = kept.get(each.code)
        if each.code and row is None:
            return [f"{each.owner} was told that {each.code} ({words}) was sent, and it is not kept"]
        if row is None:
            return []
        if each.withdrawn_at is not None and (row.state != ReferralState.WITHDRAWN or row.blob is not None):
            return [f"{each.code} was withdrawn and still stands"]
        if not each.maybe_withdrawn and row.state == ReferralState.WITHDRAWN:
            return [f"nobody withdrew {each.code}"]
        states = {release.state for release in releases if release.referral_id == row.id}
        if "told" in each.answers and row.state == ReferralState.OPEN and not states & {"accepted", "handed_over"}:
            return [f"{each.code} was accepted and is {states}"]
        if not each.answers and "accepted" in states:
            return [f"nobody accepted {each.code}"]
        return []

    def _said_too_late(self) -> list[str]:
        """Nothing may go to a place after the consent has ended, whether by a word or by its date."""
        by_code = {each.code: each for each in self.tries.values() if each.code}
        found = []
        for message in self._slack.read(LIAISON, "app"):
            code = CODE.search(str(message.get("text")))
            each = by_code.get(code[0]) if code else None
            if each is None or WAITS not in str(message.get("text")):
                continue
            at = datetime.fromtimestamp(float(message["ts"]), self._slack.now().tzinfo)
            if each.withdrawn_at is not None:
                late = "after" if at > each.withdrawn_at else "still"
                found.append(f"{each.code} was withdrawn and its message stands ({late})")
            elif at.date() > each.ends + timedelta(days=1):
                found.append(f"{each.code} was sent on {at:%b %d}, and consent ended on {each.ends:%b %d}")
        return found
