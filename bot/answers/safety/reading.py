"""From a message to the card it needs: acts that stand, in the order danger, self-harm, survivor."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.answers.safety import (
    ear,
    english_danger,
    english_despair,
    english_emergency,
    english_inner,
    english_own_story,
    english_peril,
    english_place,
    signs,
    spanish_danger,
    spanish_despair,
    spanish_inner,
    spanish_own_story,
    spanish_peril,
)
from bot.answers.safety import english_words as en
from bot.answers.safety import spanish_words as es
from bot.answers.safety.engine import Act, ActTable, CardName, Found, Grammar, Tense
from bot.answers.safety.frames import is_silenced, setting_of
from bot.answers.safety.idioms import without_idioms
from bot.answers.safety.sentences import Sentence, sentences
from bot.answers.safety.speaker_words import ABOUT_TO_ASK, OWN_STORY
from bot.answers.safety.spelling import mended

# a cry for help and a sum of signs say less than what the other cards were found by
_FAINT = ("plea", "several signs")
_ORDER: tuple[CardName, ...] = ("danger", "self-harm", "survivor")


@dataclass(frozen=True)
class SafetyReading:
    """Which card comes first, the rule that asked for it (never the words), and the cards that belong beside it."""

    card: CardName | None
    why: str = ""
    also: tuple[CardName, ...] = ()


def read_safety(text: str, *, second_ear: bool = True) -> SafetyReading:
    """Read one message. Promises an answer for any text, in time that grows with its length only; stores nothing.

    Without the second ear only the rows decide: what its weights are learned against.
    """
    message = sentences(text, mended)
    whys: dict[CardName, str] = {}
    seen: dict[tuple[CardName, int], set[str]] = {}
    explained = False
    for found, sentence, silenced in _acts(message, decided=lambda act: whys.get(act.card, "plea") != "plea"):
        act = found.act
        if silenced:
            explained = explained or act.rule not in signs.WEIGHTS
        elif act.rule not in signs.WEIGHTS:
            whys[act.card] = act.rule
        elif act.card != "survivor" or _tells_of_oneself(sentence):
            seen.setdefault((act.card, id(sentence)), set()).add(act.rule)
    for (card, _), rules in seen.items():
        if signs.add_up(card, rules):
            whys.setdefault(card, "several signs")
    cards = [card for card in _ORDER if card in whys]
    if whys.get("danger") in _FAINT:
        cards = [*cards[1:], "danger"]
    if cards:
        return SafetyReading(cards[0], whys[cards[0]], tuple(cards[1:]))
    heard = ear.heard(message) if second_ear and not explained else None
    return SafetyReading(heard, "words taken together" if heard else "")


def _tells_of_oneself(sentence: Sentence) -> bool:
    return OWN_STORY.search(ABOUT_TO_ASK.sub(" ", sentence.padded)) is not None


@cache
def _table() -> ActTable:
    return ActTable(_all_acts())


def _all_acts() -> Iterator[Act]:
    english, spanish = Grammar(en.WORDS, en.MACROS), Grammar(es.WORDS, es.MACROS)
    tables: tuple[tuple[Grammar, CardName, Mapping[tuple[str, Tense], Sequence[str]]], ...] = (
        (english, "danger", english_danger.VIOLENCE),
        (english, "danger", english_danger.THREATS),
        (english, "danger", english_place.PLACE),
        (english, "danger", english_emergency.MEDICAL),
        (english, "danger", english_emergency.MOVED),
        (english, "danger", english_emergency.CALLS),
        (english, "danger", english_peril.PERIL),
        (english, "self-harm", english_inner.SELF_HARM),
        (english, "self-harm", english_despair.DESPAIR),
        (english, "survivor", english_inner.SURVIVOR),
        (english, "survivor", english_own_story.OWN_STORY),
        (english, "danger", signs.DANGER),
        (english, "self-harm", signs.SELF_HARM),
        (english, "survivor", signs.SURVIVOR),
        (spanish, "danger", spanish_danger.DANGER),
        (spanish, "danger", spanish_peril.PERIL),
        (spanish, "self-harm", spanish_inner.SELF_HARM),
        (spanish, "self-harm", spanish_despair.DESPAIR),
        (spanish, "survivor", spanish_inner.SURVIVOR),
        (spanish, "survivor", spanish_own_story.OWN_STORY),
    )
    for grammar, card, table in tables:
        for (rule, tense), rows in table.items():
            yield from grammar.acts(card, rule, tense, *rows)


def _acts(message: Sequence[Sentence], decided: Callable[[Act], bool]) -> Iterator[tuple[Found, Sentence, bool]]:
    """The acts found, and whether a frame has silenced them, leaving out those whose card is already decided.

    Idioms are taken out only where something was found: most messages stop before.
    """
    found_in = [list(_table().find(sentence)) for sentence in message]
    if not any(found_in):
        return
    literal = [sentence.with_padded(without_idioms(sentence.padded)) for sentence in message]
    for at, sentence in enumerate(literal):
        if sentence.padded != message[at].padded:
            found_in[at] = list(_table().find(sentence))
        if not found_in[at]:
            continue
        setting = setting_of(literal, at)
        for found in found_in[at]:
            if not decided(found.act):
                yield found, sentence, is_silenced(found, sentence, setting)
