"""How trouble with delivery looks to a coordinator. Kinds, numbers and Slack's error names only: there is no content."""

from __future__ import annotations

from bot.outbox.values import Health, Trouble, Waiting
from bot.views import ids, kit
from bot.views.kit import Block, Message

MOST_SHOWN = 10
WHAT_TO_DO = {
    "not_in_channel": "Invite the assistant to the channel, then retry.",
    "channel_not_found": "The channel is gone, or private without the assistant in it. Check app.yaml.",
    "is_archived": "The channel is archived. Unarchive it or change app.yaml, then retry.",
    "person is deactivated": "The person has left. Somebody else should be told.",
}
DOUBTFUL = "It may have been posted already and I could not check: look there before you retry."


def trouble_message(trouble: Trouble) -> Message:
    """What could not be delivered, why, and two buttons for each."""
    lines = []
    if trouble.dead:
        lines.append(f"{_count(len(trouble.dead), 'message')} could not be delivered.")
    if trouble.stale_by_kind:
        late = ", ".join(f"{count} {_kind(kind)}" for kind, count in trouble.stale_by_kind)
        lines.append(f"Not sent because the time for it had passed: {late}.")
    blocks: list[Block | None] = [kit.section(" ".join(lines))]
    for row in trouble.dead[:MOST_SHOWN]:
        blocks += dead_row(row)
    if len(trouble.dead) > MOST_SHOWN:
        blocks.append(kit.context(f"And {len(trouble.dead) - MOST_SHOWN} more: `taskforce outbox list` shows all."))
    return kit.message("Delivery needs a look. " + " ".join(lines), *blocks)


def dead_row(row: Waiting) -> list[Block | None]:
    place = f"<@{row.target}>" if row.target.startswith(("U", "W")) else f"<#{row.target}>"
    return [
        kit.section(f"*{_kind(row.kind)}* to {place}: {kit.escape(row.reason)}. {_advice(row.reason)}".rstrip()),
        kit.buttons(
            kit.button(ids.OUTBOX_RETRY, "Retry", value=str(row.id)),
            kit.button(ids.OUTBOX_DISMISS, "Dismiss", value=str(row.id)),
        ),
    ]


def health_line(health: Health) -> str:
    """One line for Home and `doctor`."""
    if health.stalled:
        return f"Delivery needs a look: {health.stalled}"
    said = [f"{health.waiting} waiting", f"{health.unknown} being looked up", f"{health.dead} undelivered"]
    return "Delivery: " + ", ".join(said)


def _advice(reason: str) -> str:
    return DOUBTFUL if reason.startswith("doubtful") else WHAT_TO_DO.get(reason, "")


def _kind(kind: str) -> str:
    return kind.replace(".", ": ").replace("-", " ").replace("_", " ")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
