"""Whether a flow may start here: the local cards it needs are filled in, and their contacts are real (rules.md R44)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.content.entry import LocalCard
from bot.content.protocol import Protocol
from bot.content.provider import Provider
from bot.outbox.writing import enqueue
from bot.store.engine import Store


def cards_missing(
    protocol: Protocol, cards: Mapping[str, LocalCard], providers: Mapping[str, Provider], *, is_sample: bool
) -> tuple[str, ...]:
    """Ids of the local cards that keep this flow closed. A made-up card counts only in the sample city."""
    return missing_of(protocol.file.needs_local_cards, cards, providers, is_sample=is_sample)


def missing_of(
    names: Sequence[str], cards: Mapping[str, LocalCard], providers: Mapping[str, Provider], *, is_sample: bool
) -> tuple[str, ...]:
    """Those of these local cards that are not set, or whose contact is a placeholder."""
    return tuple(name for name in names if not _is_ready(cards.get(name), providers, is_sample))


def tell_coordinators(store: Store, flow: str, channel: str, now: datetime, day: str) -> bool:
    """Asks the coordinators to have the cards filled in: once a day for each flow. True when it is the first time today."""
    with store.write() as session:
        return enqueue(session, kind="intake.flow-closed", subject=flow, target=channel, key=f"flow-closed|{flow}|{day}", now=now)


def _is_ready(card: LocalCard | None, providers: Mapping[str, Provider], is_sample: bool) -> bool:
    if card is None or not card.is_set or (card.example and not is_sample):
        return False
    contacts = [providers[name] for name in card.contacts if name in providers]
    return bool(contacts) and not any(contact.must_replace_before_use for contact in contacts)
