"""From a message to the card it needs: acts that stand, in the order danger, self-harm, survivor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.answers.safety import english_danger, english_emergency, english_inner, spanish_danger, spanish_inner
from bot.answers.safety import english_words as en
from bot.answers.safety import spanish_words as es
from bot.answers.safety.engine import Act, ActTable, CardName, Grammar, Tense
from bot.answers.safety.frames import is_silenced, setting_of
from bot.answers.safety.idioms import without_idioms
from bot.answers.safety.sentences import Sentence, sentences
from bot.answers.safety.spelling import mended

# alone each of these is a wage complaint or a worry; two of them together are a person telling their own story
_HINTS = {"threatened", "unpaid", "held back", "tricked", "owing", "wants out"}
_HINTS_NEEDED = 2
_ORDER: tuple[CardName, ...] = ("danger", "self-harm", "survivor")


@dataclass(frozen=True)
class SafetyReading:
    """Which card comes first, the rule that asked for it (never the words), and the cards that belong beside it."""

    card: CardName | None
    why: str = ""
    also: tuple[CardName, ...] = ()


def read_safety(text: str) -> SafetyReading:
    """Read one message. Promises an answer for any text, in time that grows with its length only; stores nothing."""
    whys: dict[CardName, str] = {}
    hints: set[str] = set()
    for act in _standing_acts(sentences(text, mended)):
        if act.rule in _HINTS:
            hints.add(act.rule)
        else:
            if whys.get(act.card, "plea") == "plea":
                whys[act.card] = act.rule
    if len(hints) >= _HINTS_NEEDED:
        whys.setdefault("survivor", " and ".join(sorted(hints)))
    cards = [card for card in _ORDER if card in whys]
    if whys.get("danger") == "plea":
        cards = [*cards[1:], "danger"]
    if not cards:
        return SafetyReading(None)
    return SafetyReading(cards[0], whys[cards[0]], tuple(cards[1:]))


@cache
def _table() -> ActTable:
    return ActTable(_all_acts())


def _all_acts() -> Iterator[Act]:
    english, spanish = Grammar(en.WORDS, en.MACROS), Grammar(es.WORDS, es.MACROS)
    tables: tuple[tuple[Grammar, CardName, Mapping[tuple[str, Tense], Sequence[str]]], ...] = (
        (english, "danger", english_danger.VIOLENCE),
        (english, "danger", english_danger.THREATS),
        (english, "danger", english_danger.PLACE),
        (english, "danger", english_emergency.MEDICAL),
        (english, "danger", english_emergency.MOVED),
        (english, "danger", english_emergency.CALLS),
        (english, "self-harm", english_inner.SELF_HARM),
        (english, "survivor", english_inner.SURVIVOR),
        (spanish, "danger", spanish_danger.DANGER),
        (spanish, "self-harm", spanish_inner.SELF_HARM),
        (spanish, "survivor", spanish_inner.SURVIVOR),
    )
    for grammar, card, table in tables:
        for (rule, tense), rows in table.items():
            yield from grammar.acts(card, rule, tense, *rows)


def _standing_acts(message: Sequence[Sentence]) -> Iterator[Act]:
    """The acts no frame has silenced. Idioms are taken out only where something was found: most messages stop before."""
    if not any(True for sentence in message for _ in _table().find(sentence)):
        return
    literal = [sentence.with_padded(without_idioms(sentence.padded)) for sentence in message]
    setting = setting_of(literal)
    for sentence in literal:
        for found in _table().find(sentence):
            if not is_silenced(found, sentence, setting):
                yield found.act
