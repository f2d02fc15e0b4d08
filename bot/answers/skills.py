"""Tells a request to do something ("put the flyer on the agenda") from a question about it ("how do agendas work").

Only requests are found. What is done about them, and whether the person may, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.answers import text as words_of
from bot.answers.lexical import Cosine, character_grams
from bot.answers.protocols import ProtocolFinder
from bot.answers.skill_patterns import CONCERNS, PERSON, outright_patterns, request_patterns
from bot.answers.spelling import Speller
from bot.answers.wording import Asked
from bot.content.entry import SkillName
from bot.content.finding import SkillPhrasings

ALIKE_ENOUGH = 0.8
LONGEST_REQUEST = 400


@dataclass(frozen=True, slots=True)
class SkillFound:
    """`args` holds what was named: `text` and `assignees` (separated by spaces) of an item, `provider` of a listing."""

    skill: SkillName
    protocol: str | None = None
    args: Mapping[str, str] = field(default_factory=dict)


_LEAD_IN = re.compile(
    r"^(?:(?:hi|hey|hello|hola|ok|okay|please|pls|plz|por favor|thanks|bot|assistant|task ?force(?: assistant)?)\b[ ,!:.-]*"
    r"|(?:can|could|would|will) (?:you|u|we)(?: please| pls| help me)? "
    r"|(?:i|we)(?:'d| would)? (?:need|want|like|have|wanna|gotta)(?: you)?(?: to)? "
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
_SKILL_WORDS = (
    "referral", "refer", "agenda", "action", "items", "remind", "reminder", "assign", "overdue", "meeting", "digest",
    "number", "listing", "provider", "intake", "wrong", "disconnected", "start", "create", "concern",
)  # fmt: skip
_NOTHING_NAMED = frozenset(("", "the", "that", "this", "a", "it", "its", "el", "la", "their", "phone", "our", "my"))
_LEADING_MENTION = re.compile(r"^\s*(?:<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*)(?=\S)")
_TYPED_WORD = re.compile(r"(?<![@<\w])[A-Za-z]{5,}(?![\w>])")


class SkillFinder:
    """Built from curated phrasings; `known` are real words, never taken for a misspelled skill word."""

    def __init__(self, phrasings: SkillPhrasings, known: frozenset[str]) -> None:
        self._protocols = ProtocolFinder(phrasings.protocols)
        self._speller = Speller(dict.fromkeys(_SKILL_WORDS, 50), known)
        self._examples = [(skill, phrase) for skill, phrases in phrasings.skills.items() for phrase in phrases]
        bags = [character_grams(_plain(phrase)) for _, phrase in self._examples]
        self._likeness = Cosine(bags, [0] * len(bags), 1)

    def find(self, typed: str) -> SkillFound | None:
        """The skill a message asks for; None for questions, and for what is only said."""
        request = self._mended(_LEADING_MENTION.sub("", typed.strip())[:LONGEST_REQUEST])
        request = re.sub(r"\s+", " ", request.replace("\u2019", "'")).strip(" .!?") or typed.strip()[:5]
        for skill, pattern in outright_patterns():
            if pattern.fullmatch(request):
                return SkillFound(skill)
        bare = _without_lead_in(request)
        if _QUESTION.match(bare):
            return None
        for skill, pattern in request_patterns():
            found = pattern.fullmatch(bare)
            if found:
                return self._found(skill, found.groupdict(), bare)
        if any(pattern.fullmatch(bare) for pattern in CONCERNS) and (flow := self._protocols.find(bare)):
            return SkillFound("refer", flow)
        return self._like_an_example(bare)

    def _found(self, skill: SkillName, groups: Mapping[str, str | None], bare: str) -> SkillFound | None:
        named = {name: _tidy(value) for name, value in groups.items() if value}
        args = {name: value for name, value in named.items() if value.lower() not in _NOTHING_NAMED}
        if skill == "action-add" and "assignees" in args:
            args["assignees"] = " ".join(PERSON.findall(args["assignees"])) or args["assignees"]
        return SkillFound(skill, self._protocols.find(bare) if skill == "refer" else None, args)

    def _like_an_example(self, bare: str) -> SkillFound | None:
        if not self._examples:
            return None
        scores = self._likeness.passages.score(self._likeness.query(character_grams(_plain(bare))))
        best = int(scores.argmax())
        if scores[best] < ALIKE_ENOUGH:
            return None
        skill = self._examples[best][0]
        return SkillFound(skill, self._protocols.find(bare) if skill == "refer" else None)

    def _mended(self, typed: str) -> str:
        def mend(found: re.Match[str]) -> str:
            word = found.group()
            mended = self._speller.mend_word(word.lower())
            return word if mended == word.lower() else mended

        return _TYPED_WORD.sub(mend, typed)


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
