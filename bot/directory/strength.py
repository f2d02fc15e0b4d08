"""How much a text looks like a provider look-up at all, rather than a question for the reviewed answers. Pure."""

from __future__ import annotations

from bot.directory.names import Named
from bot.directory.need import Need
from bot.directory.words import Tokens, Words


def strength(tokens: Tokens, words: Words, covered: frozenset[int], need: Need, named: Named) -> float:
    """0: surely no look-up, 1: surely one. Sums what speaks for it: things named, ways of asking, words left over."""
    if not tokens:
        return 0.0
    telling = [place for place, token in enumerate(tokens) if token not in words.small]
    known = sum(1 for place in telling if place in covered)
    share = known / len(telling) if telling else 0.0
    asks = bool(words.asks.find(tokens))
    explains = bool(words.explains.find(tokens[:4]))
    score = 0.0
    if named.surely or named.perhaps:
        score += 0.45 if named.surely else 0.2
    if need.services:
        score += 0.25
    score += 0.15 * min(3, max(0, need.kinds - (1 if need.services else 0)))
    score += 0.25 if asks else 0.0
    score += 0.25 * share - 0.1
    if explains:
        score -= 0.5 if not asks else 0.35
    if len(tokens) <= 6 and share >= 0.75 and not explains:
        score += 0.15
    return round(max(0.0, min(1.0, score)), 3)
