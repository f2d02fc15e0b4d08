"""When words of harm do not mean harm now: supposed, taught, told of the past, denied, quoted, over, or an idiom.

Pure judgement about a place in a sentence. English and Spanish side by side: people mix them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.safety import frame_words as words
from bot.answers.safety import signs
from bot.answers.safety import speaker_words as speaker
from bot.answers.safety import time_words as times
from bot.answers.safety.engine import Found, Tense
from bot.answers.safety.english_words import PEOPLE
from bot.answers.safety.phrases import last
from bot.answers.safety.sentences import Sentence

# what people joke about when they are only hot, tired or late; nobody's knife, nobody's wish to die
_LAUGHED_AT = ("medical emergency", "confined", "call for help", "plea")
_SENTENCES_BEFORE, _SENTENCES_AFTER = 4, 1
# how many letters after an act still say what it is about: "makes me take | the annual training"
_WHAT_FOLLOWS = 40


@dataclass(frozen=True)
class Setting:
    """What the message says about itself around one sentence."""

    invented: bool  # a scenario, a drill, a film: nothing in it is happening
    over: bool  # "she is safe now", "false alarm"
    past: bool  # a date was set and nothing has brought the story back to now


def setting_of(message: Sequence[Sentence], at: int) -> Setting:
    """The setting of the sentence at that place: said in it, shortly before it, or just after."""
    nearby = message[max(0, at - _SENTENCES_BEFORE) : at + 1 + _SENTENCES_AFTER]
    whole = " ".join(sentence.padded for sentence in nearby)
    real = times.REAL.search(whole) is not None
    return Setting(
        invented=not real and times.INVENTED.search(whole) is not None,
        over=times.OVER.search(whole) is not None and times.STILL_GOING.search(whole) is None,
        past=times.LONG_AGO.search(whole) is not None,
    )


def is_silenced(found: Found, sentence: Sentence, setting: Setting) -> bool:
    """True when the act, where it stands, is not happening."""
    if found.act.rule == "plea" and speaker.POLITE.search(sentence.before(found.start)):
        return True
    if _is_grumbling(found, sentence) or _is_joking(found, sentence):
        return True
    if setting.over and found.act.rule in signs.WEIGHTS:
        return True
    if setting.invented or _is_denied(found, sentence) or _is_label(found, sentence) or _is_quoted_wording(found, sentence):
        return True
    urgent = _is_urgent(found, sentence)
    if not urgent and (_is_supposed(found, sentence) or _is_asked_in_general(found, sentence)):
        return True
    return _is_taught(found, sentence) or _is_past(found, sentence, setting, urgent)


def _is_grumbling(found: Found, sentence: Sentence) -> bool:
    """ "My boss will kill me if the report is late", "SOS, no toner": office work, and nothing darker near."""
    if speaker.OFFICE.search(sentence.padded) is None:
        return False
    if found.act.rule in ("call for help", "plea"):
        return speaker.SOMEBODY.search(sentence.padded) is None and speaker.VIOLENT.search(sentence.padded) is None
    if found.act.card == "survivor":
        what = f" {speaker.ASKS_NEXT.split(sentence.padded[found.start : found.end + _WHAT_FOLLOWS])[0]} "
        return speaker.OFFICE.search(what) is not None and speaker.DARKER.search(what) is None
    if speaker.DARKER.search(sentence.padded) is not None:
        return False
    if found.act.rule in signs.WEIGHTS:
        return speaker.GRUMBLER.search(sentence.padded) is not None
    around = sentence.before(found.start)[-30:] + sentence.padded[found.start : found.end]
    return found.act.tense is Tense.THREAT and speaker.GRUMBLER.search(around) is not None


def _is_joking(found: Found, sentence: Sentence) -> bool:
    """Laughter from somebody who speaks of themselves and of things: "can't breathe in this mask lol"."""
    text = sentence.padded
    return (
        found.act.rule in _LAUGHED_AT
        and speaker.LAUGHTER.search(text) is not None
        and speaker.OWN_STORY.search(text) is not None
        and not any(pattern.search(text) for pattern in (speaker.SOMEBODY, speaker.SERIOUS, speaker.VIOLENT, speaker.DARKER))
        and PEOPLE.isdisjoint(sentence.words)
    )


def _clause(found: Found, sentence: Sentence) -> str:
    """The stretch between the pauses around the act."""
    text = sentence.padded
    start = max((m.end() for m in words.BREAK.finditer(text, 0, found.start + 1)), default=0)
    after = words.BREAK.search(text, max(found.end - 1, 0))
    return f" {text[start : after.start() if after else len(text)].strip()} "


def _is_urgent(found: Found, sentence: Sentence) -> bool:
    """A definite person and a sign of now in the same clause."""
    clause = _clause(found, sentence)
    if words.INDEFINITE.search(clause) and not words.THERE_IS.search(clause):
        return False
    return times.URGENT.search(clause) is not None and words.DEFINITE.search(clause) is not None


def _is_denied(found: Found, sentence: Sentence) -> bool:
    before = sentence.before(found.start)
    if words.DISBELIEF.search(before):
        return True
    first = sentence.padded[found.start :].split(" ", 1)[0]
    if first in words.SUBJECT_STARTS:
        return words.NOBODY.search(before) is not None
    return words.NEGATED.search(before) is not None and words.NOT_A_NEGATION.search(before) is None


def _is_supposed(found: Found, sentence: Sentence) -> bool:
    """Inside an "if", "in case", "suppose"; a threat may carry its own condition."""
    before = sentence.before(found.start)
    match = last(words.SUPPOSE, before)
    if found.act.card == "survivor" and speaker.FIRST_PERSON.search(sentence.padded):
        return match is not None and words.INDEFINITE.search(before) is not None
    opens_itself = words.SUPPOSE.match(sentence.padded, max(found.start - 1, 0)) is not None
    if found.act.tense is Tense.THREAT and (opens_itself or match) and not words.WHAT_IF.search(before + " "):
        if found.act.card == "self-harm" and match is not None and words.INDEFINITE.search(before[match.start() :]):
            return True
        return not opens_itself and match is not None and words.ASKS_WHAT_TO_DO.search(before) is not None
    if match is None:
        return opens_itself and words.ASKS_WHAT_TO_DO.search(before) is not None
    if words.UNSURE.search(before[: match.end()]):
        return False
    between = before[match.end() :]
    if words.MAIN_CLAUSE.search(between):
        return False
    if match.group().strip() in words.WHEN_WORDS:
        return (
            sentence.asks
            or words.ASKS_WHAT_TO_DO.search(before) is not None
            or bool(words.INDEFINITE.search(sentence.padded[match.start() : found.end]))
        )
    return True


def _is_asked_in_general(found: Found, sentence: Sentence) -> bool:
    """ "How do I help someone who is threatened": a question about anybody, or whether something is so."""
    before = sentence.before(found.start)
    span = sentence.padded[found.start : found.end]
    around = before[-40:] + span
    if found.act.card == "survivor" and speaker.OWN_STORY.search(f" {span}"):
        return False
    if words.GENERIC_PEOPLE.search(around) and not words.EXISTS.search(before[-50:] + span):
        return True
    if found.act.rule in ("first aid now", "despair") or (
        found.act.card == "survivor" and speaker.FIRST_PERSON.search(sentence.padded)
    ):
        return False
    opening = last(words.QUESTION, before + " ".join(span.split(" ")[:2]) + " ")
    opening = opening or words.OPENING_QUESTION.match(before)
    if opening is None or words.MAIN_CLAUSE.search(before[opening.end() :]):
        return False
    if words.POLAR.match(opening["asked"]):
        return sentence.asks or words.INDEFINITE.search(around) is not None or words.YES_NO.match(opening["asked"]) is not None
    if words.INDEFINITE.search(around):
        return True
    return words.SOMEBODY_ELSE.search(span) is None and words.DEFINITE_SUBJECT.search(before) is None


def _is_taught(found: Found, sentence: Sentence) -> bool:
    before = sentence.before(found.start)
    match = last(words.TAUGHT, before)
    return match is not None and words.MAIN_CLAUSE.search(before[match.end() :]) is None


def _is_label(found: Found, sentence: Sentence) -> bool:
    """ "overdose data", "suicide prevention": the act only names a thing."""
    return words.HEAD_NOUN.match(sentence.padded[found.end :]) is not None or (
        words.HEAD_NOUN_SOON.search(sentence.padded[found.start : found.end]) is not None
    )


def _is_quoted_wording(found: Found, sentence: Sentence) -> bool:
    """The wording of a poster, a slide, a sentence to translate; a survivor's words told on by somebody else."""
    before = sentence.before(found.start)
    relayed = found.act.card == "survivor" and speaker.RELAYED.search(before) is not None
    return relayed or words.WORDING.search(before) is not None


def _is_past(found: Found, sentence: Sentence, setting: Setting, urgent: bool) -> bool:
    tense = found.act.tense
    clause = _clause(found, sentence)
    span = sentence.padded[found.start : found.end]
    if found.act.card != "danger" and tense is not Tense.FRESH and times.THESE_DAYS.search(sentence.padded):
        # an attempt, a rape or an escape of the last days is no old story: the person is met as they are now
        return False
    if times.USED_TO.search(sentence.before(found.start)[-30:] + span):
        return True
    fresh = times.FRESH.search(clause) is not None
    if tense is Tense.NOW and not fresh and times.WAS_BEFORE.search(sentence.before(found.start)):
        return True
    if tense in (Tense.NOW, Tense.THREAT) and times.PRESENT_VERB.search(span):
        return bool(times.LONG_AGO.search(clause)) and not fresh and not times.PRESENT_BE.search(span)
    if tense is Tense.FRESH and times.MAY_BEFORE.search(sentence.before(found.start)):
        return True
    if fresh:
        return False
    if times.LONG_AGO.search(clause) or setting.past or setting.over:
        return True
    if tense is Tense.FRESH:
        return not (urgent or times.FRESH.search(sentence.padded))
    return False
