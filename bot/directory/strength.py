"""How much a text looks like a provider look-up at all, rather than a question for the reviewed answers. Pure."""

from __future__ import annotations

from bot.directory.names import Named
from bot.directory.need import Need
from bot.directory.words import Tokens, Words

# at 0.8 and above providers may stand alone: that takes a kind of help with something more, and little left unexplained
NEARLY_SURE = 0.79
HALF = 0.45


def strength(tokens: Tokens, words: Words, covered: frozenset[int], need: Need, named: Named) -> float:
    """0: surely no look-up, 1: surely one. Sums what speaks for it: things named, ways of asking, words left over."""
    if not tokens:
        return 0.0
    ways_of_asking = {place for hit in words.asks.find(tokens) for place in range(hit.start, hit.end)}
    telling = [place for place, token in enumerate(tokens) if token not in words.small and place not in ways_of_asking]
    known = sum(1 for place in telling if place in covered)
    share = known / len(telling) if telling else 0.0
    asks, explains = bool(words.asks.find(tokens)), bool(words.explains.find(tokens))
    score = 0.3 * share - 0.05
    if named.surely or named.perhaps:
        score += 0.45 if named.surely else 0.2
    if need.services:
        score += 0.25
    others = max(0, need.kinds - (1 if need.services else 0))
    score += 0.15 * min(3, others)
    score += 0.25 if asks else 0.0
    if len(tokens) <= 6 and share >= 0.7 and not explains:
        score += 0.15
    if explains:
        score = min(score - (0.2 if asks else 0.35), HALF)
    if share < 0.6:
        score = min(score, HALF)
    if not (need.services and others and share >= 0.75):
        score = min(score, NEARLY_SURE)
    return round(max(0.0, min(1.0, score)), 3)


def number_strength(tokens: Tokens, words: Words) -> float:
    """A phone number stands for a look-up where little else was written, or where it is asked whose it is."""
    rest = [token for token in tokens if not token[0].isdigit() and token not in words.small]
    asks_whose = bool({"whose", "number"} & set(tokens)) and not words.explains.find(tokens)
    return 0.95 if len(rest) <= 1 or asks_whose else HALF
