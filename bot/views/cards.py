"""How the safety cards look. Their words and numbers live in `answers.cards`, so that they work without any content."""

from __future__ import annotations

from bot.answers.cards import Card
from bot.views import kit
from bot.views.kit import Message


def safety_message(*cards: Card) -> Message:
    """One or more cards, the most urgent first. Nothing else stands beside them (rules.md R1)."""
    spoken = " ".join(f"{card.title}. {card.lines[0] if card.lines else ''}" for card in cards)
    blocks: list[kit.Block | None] = []
    for card in cards:
        lines = "\n".join(kit.escape(line) for line in card.lines)
        blocks.append(kit.section(f"*{kit.escape(card.title)}*\n{lines}"))
        numbers = "\n".join(f"• {kit.telephone(number.dial, number.shown)} {kit.escape(number.says)}" for number in card.numbers)
        blocks.append(kit.section(numbers) if numbers else None)
    return kit.message(spoken, *blocks)
