"""The verdict of a run, and the part of it that every room shares: the outbox against what stands in Slack."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import select

from bot.intake.records import Referral
from bot.outbox.records import OutboxRow, State, Verb
from bot.practice import PracticeSlack
from bot.practice.world import Message
from bot.store.engine import Store
from handlers.sending import EVENT_TYPE, MARKER_IN_NAME


@dataclass
class Verdict:
    """Everything that must be empty, one line each, and how much was tried."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    phantom: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    kills: int = 0
    deeds: int = 0
    told_yes: int = 0
    items: int = 0
    referrals: int = 0
    agenda_items: int = 0
    messages: int = 0
    reminders: int = 0
    adopted_or_resent: int = 0

    @property
    def is_telling(self) -> bool:
        """Enough got through for the run to mean anything: one deed acknowledged a kill, and as many messages."""
        return self.told_yes >= self.kills and self.messages >= self.kills

    @property
    def is_clean(self) -> bool:
        return self.is_telling and not (self.lost or self.doubled or self.phantom or self.unfinished)

    def __str__(self) -> str:
        head = (
            f"{self.kills} kills, {self.deeds} deeds ({self.told_yes} acknowledged), {self.items} action items, "
            f"{self.referrals} referrals, {self.agenda_items} agenda items, "
            f"{self.messages} messages ({self.reminders} mornings; {self.adopted_or_resent} calls tried more than once): "
            f"{len(self.lost)} lost, {len(self.doubled)} doubled, {len(self.phantom)} phantom"
        )
        if not self.is_telling:
            head += " - too little got through for this to mean anything"
        rest = [*self.lost[:5], *self.doubled[:5], *self.phantom[:5], *self.unfinished[:5]]
        return "\n  ".join([head, *rest])


def _file_names(slack: PracticeSlack) -> list[str]:
    """The names of the files that stand in channels, once for each message they stand in."""
    world = slack._w.world
    return [
        world.files[one].name
        for channel in world.channels.values()
        for message in channel.messages.values()
        for one in message.files
        if one in world.files
    ]


def _key(message: Message) -> str:
    return str((message.metadata or {}).get("event_payload", {}).get("key"))


def rows_against_slack(verdict: Verdict, store: Store, slack: PracticeSlack) -> None:
    """Every row of the outbox against what stands in Slack, whichever room wrote it."""
    with store.read() as session:
        rows = session.scalars(select(OutboxRow)).all()
        # when a referral is emptied, the rows that name whom it was told to go as well; the messages name its code
        emptied = set(session.scalars(select(Referral.code).where(Referral.audit_key.is_(None))))
    ours = [
        message
        for channel in slack._w.world.channels.values()
        for message in channel.messages.values()
        if (message.metadata or {}).get("event_type") == EVENT_TYPE
    ]
    texts = {_key(message): message.text for message in ours}
    stands = Counter(map(_key, ours))
    by_name = {row.marker[:MARKER_IN_NAME]: row.marker for row in rows}
    for name in _file_names(slack):
        stands.update(marker for part, marker in by_name.items() if part in name)
    known = {row.marker for row in rows}
    verdict.messages = sum(stands.values())
    verdict.doubled += [f"a message stands {count} times: {texts.get(key)}" for key, count in stands.items() if count > 1]
    verdict.phantom += [
        f"a message stands that nobody wrote down: {texts.get(key)}"
        for key in stands if key not in known and not any(code in texts.get(key, "") for code in emptied)
    ]  # fmt: skip
    for row in rows:
        if row.attempts > 1:
            verdict.adopted_or_resent += 1
        if row.state == State.SENT and row.verb == Verb.POST and not stands[row.marker]:
            verdict.lost.append(f"row {row.id} ({row.kind}) counts as sent and stands nowhere")
        if row.state == State.DROPPED and row.verb == Verb.POST and stands[row.marker]:
            verdict.phantom.append(f"row {row.id} ({row.kind}) was dropped and stands in Slack")
        if row.state == State.DEAD:
            verdict.lost.append(f"row {row.id} ({row.kind}) was given up: {row.reason}")
        tried = row.state == State.WAITING and row.attempts > 0
        if tried or row.state in (State.SENDING, State.UNKNOWN):
            verdict.unfinished.append(f"row {row.id} ({row.kind}, {row.verb}) is still {row.state}: {row.reason}")
