"""Tells a request to do something ("put the flyer on the agenda") from a question about it ("how do agendas work").

Only requests are found. What is done about them, and whether the person may, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.answers import text as words_of
from bot.answers.encoder import Vectors
from bot.answers.lexical import Cosine, character_grams
from bot.answers.protocols import ProtocolFinder
from bot.answers.skill_patterns import CONCERNS, outright_patterns, request_patterns
from bot.answers.skill_words import PERSON
from bot.answers.spelling import Speller
from bot.answers.wording import Asked
from bot.content.entry import SkillName
from bot.content.finding import SkillPhrasings

LONGEST_REQUEST = 400
# likeness of letters, and cosine of meaning, from which a message counts as saying the same as an example
SAME_LETTERS = 0.8
SAME_MEANING = 0.72
CLEARER_THAN_QUESTIONS = 0.04


@dataclass(frozen=True, slots=True)
class SkillFound:
    """`args` holds what was named: `text` and `assignees` (separated by spaces) of an item, `provider` of a listing."""

    skill: SkillName
    protocol: str | None = None
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SkillMeanings:
    """The vectors of the curated examples and of what is only asked, in their order, and how to encode a message."""

    examples: Vectors
    only_asked: Vectors
    encode: Callable[[str], Vectors]


_LEAD_IN = re.compile(
    r"^(?:(?:hi|hey|hello|hola|ok|okay|please|pls|plz|por favor|thanks|bot|assistant|task ?force(?: assistant)?)\b[ ,!:.-]*"
    r"|(?:can|could|would|will) (?:you|u|we)(?: please| pls| help me)? "
    r"|(?:i|we)(?:'d| would)? (?:need|want|like|have|wanna|gotta)(?: you)?(?: to)? "
    r"|(?:wanna|want to|need to|gotta|gonna|would like to|like to|have to|trying to|pls help me|ready to (?=start"
    r"|make|open|do|begin)) "
    r"|(?:i'm|im|i am) (?:trying|looking|going) to |(?:let's|lets|let me|help me(?: to)?|time to|go ahead and|just) "
    r"|(?:puedes?|podr[ií]as?|podemos|quiero|quisiera|necesito|necesitamos|hay que|vamos a|ay[uú]dame a) )",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:how|what|whats|why|who|whom|whose|which|where|when|should|shall|must|may|does|did|is|are|was|am|if|whether"
    r"|do (?:i|we|you|u|they|people|the|all|our|any)|(?:can|could) (?:i|a|the|she|he|they)|explain|tell me (?:how|about|what)"
    r"|c[oó]mo|qu[eé]|qui[eé]n|cu[aá]l|cu[aá]ndo|d[oó]nde|por qu[eé]|debo|puedo)\b",
    re.IGNORECASE,
)
# about how things are, should be or could be: answered, even where the words are those of an example
_ABOUT = re.compile(
    r"^(?:how (?!to use|do i use|can i use)|what if\b|what (?:is|are) (?:an?|the (?:purpose|difference|rules?)) "
    r"|what (?:goes|should|must|counts|happens|does)\b"
    r"|why\b|should\b|shall\b|must\b|may\b|whether\b|if\b|who (?:can|may|should|is allowed|gets|decides)\b"
    r"|c[oó]mo se\b|qu[eé] (?:es|son|pasa)\b|qui[eé]n (?:puede|ve|decide)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(?:[,;.!?]| - | so )\s*")
_SKILL_WORDS = (
    "referral", "refer", "agenda", "action", "items", "remind", "reminder", "assign", "overdue", "meeting", "digest",
    "number", "listing", "provider", "intake", "wrong", "disconnected", "start", "create", "concern", "tasks", "weekly",
    "summary", "directory", "address", "checklist", "shelter", "worker", "budget",
)  # fmt: skip
_NOTHING_NAMED = frozenset(("", "the", "that", "this", "a", "it", "its", "el", "la", "their", "phone", "our", "my"))
_LEADING_MENTION = re.compile(r"^\s*(?:<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*)(?=\S)")
_TYPED_WORD = re.compile(r"(?<![@<\w])[A-Za-z]{5,}(?![\w>])")


class SkillFinder:
    """Built from curated phrasings; `known` are real words, never taken for a misspelled skill word."""

    def __init__(self, phrasings: SkillPhrasings, known: frozenset[str], meanings: SkillMeanings | None = None) -> None:
        self._protocols = ProtocolFinder(phrasings.protocols)
        self._speller = Speller(dict.fromkeys(_SKILL_WORDS, 50), known)
        self._examples: list[SkillName] = [skill for skill, phrases in phrasings.skills.items() for _ in phrases]
        bags = [character_grams(_plain(phrase)) for phrase in skill_examples(phrasings)]
        self._letters = Cosine(bags, [0] * len(bags), 1)
        self._meanings = meanings

    def find(self, typed: str) -> SkillFound | None:
        """The skill a message asks for; None for questions, and for what is only said."""
        request = self._mended(_LEADING_MENTION.sub("", typed.strip())[:LONGEST_REQUEST])
        request = re.sub(r"\s+", " ", request.replace("\u2019", "'")).strip(" .!?") or typed.strip()[:5]
        for skill, pattern in outright_patterns():
            if pattern.fullmatch(request):
                return SkillFound(skill)
        bare = _without_lead_in(request)
        if _ABOUT.match(bare):
            return None
        if _QUESTION.match(bare):
            return self._like_an_example(request, question=True)
        return self._worded(bare) or self._at_the_end(request) or self._like_an_example(request, question=False)

    def _worded(self, bare: str) -> SkillFound | None:
        for skill, pattern in request_patterns():
            found = pattern.fullmatch(bare)
            if found:
                return self._found(skill, found.groupdict(), bare)
        if any(pattern.fullmatch(bare) for pattern in CONCERNS) and (flow := self._protocols.find(bare)):
            return SkillFound("refer", flow)
        return None

    def _at_the_end(self, request: str) -> SkillFound | None:
        """ "she agreed to help, start a shelter referral": only a referral is told with its story before it."""
        last = _CLAUSE.split(request)[-1]
        found = self._worded(_without_lead_in(last)) if last and last != request else None
        if found is None or found.skill != "refer":
            return None
        return SkillFound("refer", self._protocols.find(request))

    def _found(self, skill: SkillName, groups: Mapping[str, str | None], bare: str) -> SkillFound:
        named = {name: _tidy(value) for name, value in groups.items() if value}
        if "when" in named:
            named["text"] = f"{named.get('text', '')} {named.pop('when')}"
        for other, name in (("topic", "text"), ("listing", "provider")):
            if other in named:
                named[name] = named.pop(other)
        args = {name: value for name, value in named.items() if value.lower() not in _NOTHING_NAMED}
        if skill == "action-add" and "assignees" in args:
            args["assignees"] = " ".join(PERSON.findall(args["assignees"])) or args["assignees"]
        return SkillFound(skill, self._protocols.find(bare) if skill == "refer" else None, args)

    def _like_an_example(self, request: str, question: bool) -> SkillFound | None:
        place = self._nearest_by_letters(request) if not question else None
        if place is None:
            place = self._nearest_by_meaning(request)
        if place is None:
            return None
        skill = self._examples[place]
        return SkillFound(skill, self._protocols.find(request) if skill == "refer" else None)

    def _nearest_by_letters(self, request: str) -> int | None:
        if not self._examples:
            return None
        scores = self._letters.passages.score(self._letters.query(character_grams(_plain(request))))
        best = int(scores.argmax())
        # "help now" is a cry, not a menu: help is asked for in its own few words only
        return best if scores[best] >= SAME_LETTERS and self._examples[best] != "help" else None

    def _nearest_by_meaning(self, request: str) -> int | None:
        if self._meanings is None or not self._examples:
            return None
        vector = self._meanings.encode(request)
        scores = self._meanings.examples @ vector
        asked = (self._meanings.only_asked @ vector).max(initial=0.0)
        best = int(scores.argmax())
        clear = scores[best] >= SAME_MEANING and scores[best] >= asked + CLEARER_THAN_QUESTIONS
        return best if clear else None

    def _mended(self, typed: str) -> str:
        def mend(found: re.Match[str]) -> str:
            word = found.group()
            mended = self._speller.mend_word(word.lower())
            return word if mended == word.lower() else mended

        return _TYPED_WORD.sub(mend, typed)


def skill_examples(phrasings: SkillPhrasings) -> list[str]:
    """Every curated example, in the order that SkillMeanings keeps."""
    return [phrase for phrases in phrasings.skills.values() for phrase in phrases]


def _without_lead_in(request: str) -> str:
    for _ in range(4):
        shorter = _LEAD_IN.sub("", request, count=1)
        if shorter == request or not shorter:
            break
        request = shorter
    return request


def _plain(phrase: str) -> Asked:
    return Asked.of(words_of.tokens(words_of.clean(phrase)))


def _tidy(value: str) -> str:
    return value.strip(" \t\n,.:;-\u2013\u2014\"'")
