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
from bot.answers.spelling import Speller
from bot.answers.wording import Asked
from bot.content.entry import SkillName
from bot.content.finding import SkillPhrasings

ALIKE_ENOUGH = 0.8
LONGEST_REQUEST = 400


@dataclass(frozen=True, slots=True)
class SkillFound:
    """`args` holds what was named: text and assignees (separated by spaces) of an action item, provider of a listing."""

    skill: SkillName
    protocol: str | None = None
    args: Mapping[str, str] = field(default_factory=dict)


_WHOM = r"(?:<@[A-Z0-9]+(?:\|[^>]*)?>|@[\w.-]+)"
_WHOMS = rf"{_WHOM}(?:\s*(?:,|and|&|y)?\s*{_WHOM})*"
_NAMED = r"(?:my|our|the|all|all of|the|any|open|overdue|late|current|pending|outstanding|today's|this week's|this month's|next week's|next|tomorrow's|full|draft|coming|upcoming|latest|whole|team's?|group's?|meeting|mis|la|el|las|los|nuestras?|pr[oó]xim[ao]s?)"
_ITEMS = r"(?:action[ -]items?|tasks?|to-?dos?|todo list|task list|open items?|follow-?ups|pendientes|tareas)"
_ITEM = r"(?:action[ -]items?|task|to-?do|tarea)"
_LEAD_IN = re.compile(
    r"^(?:(?:hi|hey|hello|hola|ok|okay|please|pls|plz|por favor|thanks|bot|assistant|task ?force(?: assistant)?)\b[\s,!:.-]*"
    r"|(?:can|could|would|will) (?:you|u|we)(?: please| pls| help me)?\s+"
    r"|(?:i|we)(?:'d| would)? (?:need|want|like|have|wanna|gotta)(?: you)?(?: to)?\s+|(?:i'm|im|i am) (?:trying|looking|going) to\s+"
    r"|(?:let's|lets|let me|help me(?: to)?|time to|go ahead and|just)\s+"
    r"|(?:puedes?|podr[ií]as?|podemos|quiero|quisiera|necesito|necesitamos|hay que|vamos a|ay[uú]dame a)\s+)",
    re.I,
)
_QUESTION = re.compile(
    r"^(?:how|what|whats|why|who|whom|whose|which|where|when|should|shall|must|may|do|does|did|is|are|was|am|can i|can a|can the|can she"
    r"|can he|can they|could i|could a|if|whether|c[oó]mo|qu[eé]|qui[eé]n|cu[aá]l|cu[aá]ndo|d[oó]nde|por qu[eé]|debo|puedo|tell me (?:how|about|what)|explain)\b",
    re.I,
)
_REFERRAL = r"(?:referrals?|referal|intake(?: form| flow)?|remisi[oó]n|derivaci[oó]n|referencia)"
_CONCERN = r"(?:concern|worry|issue|observation|tip|signs?|flags?)"

_ASKED_OUTRIGHT: tuple[tuple[SkillName, str], ...] = (
    ("agenda-show", rf"(?:what(?:'s|s| is| do we have)|qu[eé] hay|qu[eé] est[aá]) (?:on|in|en) {_NAMED}?(?: {_NAMED})* ?agenda\b(?! items? for)"),
    ("action-list", rf"(?:what(?:'s|s| is| are)|which) (?:still )?(?:{_NAMED} )*(?:overdue|past due|due this week|due today|due|{_ITEMS}|on my (?:plate|list))(?: {_ITEMS})?(?: (?:are|is) (?:overdue|late|open|due|mine|still open))?(?: (?:now|today|this week|for me))?$"),
    ("action-list", r"(?:what do (?:i|we) (?:owe|still have to do|have due|have open)|qu[eé] (?:tareas )?tengo pendientes?|cu[aá]les son mis (?:tareas|pendientes))\b.*$"),
    ("meeting-next", r"(?:when|what time|what day|where|which day)(?:'s|s| is| are| does| do)? (?:is |does |do )?(?:the |our |we |my )*(?:next |coming |task ?force |group |monthly |full )*(?:meeting|meet|call)s?(?: (?:next|again|start|happening|going to be|this month|today|tomorrow|on))*$"),
    ("meeting-next", r"(?:cu[aá]ndo|d[oó]nde|a qu[eé] hora) (?:es|ser[aá]|tenemos|nos) (?:la )?(?:pr[oó]xima )?(?:reuni[oó]n|junta|reunimos)(?: .{0,30})?$"),
    ("help", r"(?:what (?:can|do) you (?:do|help with)(?: for (?:me|us))?|what are you for|qu[eé] puedes hacer)$"),
    ("digest", r"(?:what's|whats|what is) (?:new|been happening|in the digest)(?: this week| today| since (?:yesterday|last week|monday))?$|what did i miss(?: this week| last week)?$"),
)  # fmt: skip

_REQUESTS: tuple[tuple[SkillName, str], ...] = (
    ("provider-correct", r"(?:the |that |this )?(?:phone |tele)?(?:number|phone|line|listing|address|hours|entry|email) (?:for|of|at|on) (?P<provider>.{2,80}?) (?:is|are|was|seems|looks|goes|rings|has been|no longer|doesn'?t|does not|isn'?t|is not|just) ?.*(?:wrong|incorrect|outdated|out of date|disconnected|dead|not working|work|right|changed|out of service|stale|old|ring|fax|correct).*"),
    ("provider-correct", r"(?P<provider>.{2,80}?)(?:'s?)? (?:phone |tele)?(?:number|phone|listing|address|hours|line) (?:is|are|was|has|doesn'?t|does not|isn'?t|no longer|just|seems) ?.*(?:wrong|incorrect|outdated|out of date|disconnected|dead|not working|work|changed|out of service|stale).*"),
    ("provider-correct", r"(?:wrong|bad|dead|outdated|old|incorrect|disconnected) (?:phone |tele)?(?:number|phone|listing|address|hours|line)(?: (?:for|of|at|on|listed for) (?P<provider>.{2,80}))?"),
    ("provider-correct", r"(?:correct|fix|update|change|edit|report|flag|mark|corrige|corregir|actualiza|actualizar) (?:a |an |the |el |la |that |this )*(?:wrong |bad |dead |outdated |old |incorrect |provider )*(?:phone |tele|directory )?(?:number|phone|listing|address|hours|entry|record|provider|n[uú]mero|tel[eé]fono|direcci[oó]n)(?: (?:for|of|at|on|de|del) (?P<provider>.{2,80}))?"),
    ("provider-correct", r"(?P<provider>.{2,60}?) (?:has |have |is |just )*(?:closed(?: down)?|shut down|moved|no longer exists)(?:,? (?:please )?(?:update|fix|remove|change)\b.*| for good| permanently)"),
    ("provider-correct", r"el (?:n[uú]mero|tel[eé]fono) de (?P<provider>.{2,80}?) (?:est[aá] (?:mal|equivocado)|no (?:funciona|sirve|contesta))"),
    ("action-add", rf"(?:remind|nudge|ping|recu[eé]rdale|recuerda|recu[eé]rdame)(?: a)? ?(?P<assignees>{_WHOMS}|me|us|everyone|everybody|[A-Z]?[\w.'-]+(?: (?:from|in|at) \w+)?)?,? (?:to|that|about|que|de) (?P<text>.{{2,}})"),
    ("action-add", rf"(?:create|add|make|new|open|log|set up|set|start|assign|give|crea|crear|agrega|agregar|a[nñ]ade)(?: an?| una?| another| the| new| nueva)* {_ITEM}(?: (?:for|to|para) (?P<assignees>{_WHOMS}|me|us))?(?:\s*[:,-]\s*|,? (?:to|that|about|for|para|que|de)\s+|\s+)(?P<text>.{{2,}})"),
    ("action-add", rf"(?:assign|give|task) (?P<assignees>{_WHOMS})(?: (?:an?|the) {_ITEM})? (?:to|with) (?P<text>.{{2,}})"),
    ("action-add", rf"assign (?P<text>.{{2,}}?) to (?P<assignees>{_WHOMS}|me)"),
    ("action-add", rf"{_ITEM}(?: for (?P<assignees>{_WHOMS}|me|us))?\s*[:-]\s*(?P<text>.{{2,}})"),
    ("action-add", rf"(?P<assignees>{_WHOMS}) (?:needs to|should|has to|please|will|to|must) (?P<text>.{{2,}} by .{{2,}})"),
    ("action-add", rf"(?:create|add|make|new|open|log|crea|crear|agrega|nueva)(?: an?| una?| another| the| new| nueva)* {_ITEM}s?(?: (?:for|to|para) (?P<assignees>{_WHOMS}|me|us))?"),
    ("agenda-add", rf"(?:add|put|place|include|stick|throw|get|drop|post|agrega|agregar|a[nñ]ade|a[nñ]adir|pon|poner|incluye|incluir) (?P<text>.{{2,}}?) (?:to|on|onto|in|into|a|en) (?:{_NAMED} )*agenda\b.*"),
    ("agenda-add", rf"(?:add|put|post|agrega|a[nñ]ade|pon)(?: this| it| something| algo| esto)? (?:to|on|onto|a|en) (?:{_NAMED} )*agenda\s*[:,-]?\s*(?P<text>.*)"),
    ("agenda-add", r"(?:add|create|new|make|suggest|propose|submit)(?: an?| the| new| another)* agenda (?:item|topic|point)s?(?:\s*[:,-]|,? (?:on|about|for|to))?\s*(?P<text>.*)"),
    ("agenda-add", rf"(?:suggest|propose|submit|request|propon|sugiere) (?P<text>.{{2,}}?) (?:for|as|para) (?:an? |{_NAMED} )*agenda\b.*"),
    ("agenda-add", r"agenda (?:item|topic)\s*[:-]\s*(?P<text>.{2,})"),
    ("agenda-show", rf"(?:show|see|open|view|display|pull up|get|give|send|share|post|read|bring up|look at|check|muestra|mu[eé]strame|mostrar|ver|ens[eé][nñ]ame|publica)(?: me| us| to me)? (?:{_NAMED} )*agenda\b.*"),
    ("agenda-show", rf"(?:{_NAMED} )*(?:meeting )?agenda(?: please| for (?:the )?(?:{_NAMED} )*meeting| for (?:today|tomorrow|this month|this week))?"),
    ("action-list", rf"(?:show|see|list|view|open|display|check|get|give|send|pull up|lista|muestra|mu[eé]strame|ver)(?: me| us| out)? (?:{_NAMED} )*(?:{_ITEMS}|overdue(?: list)?|what(?:'s| is) overdue)\b.*"),
    ("action-list", rf"(?:{_NAMED} )+{_ITEMS}(?: please| list)?|(?:overdue|open) {_ITEMS}|what's overdue"),
    ("meeting-next", r"(?:(?:show|tell|give|send) me )?(?:when )?(?:the |our |la )*(?:next|pr[oó]xima) (?:task ?force |group )?(?:meeting|call|reuni[oó]n|junta)(?: (?:is|date|time|details|info|please|when|where|date and time))*"),
    ("digest", r"(?:show|send|post|give|get|see|read|run|share|manda|muestra|env[ií]a)(?: me| us)? (?:the |this |my |our |el |week's |weekly |daily |latest |today's )*(?:digest|weekly summary|resumen(?: semanal)?)\b.*|(?:the |weekly |daily |latest |my )*digest(?: please)?|catch me up(?: please)?"),
    ("help", r"(?:help|ayuda|menu|commands?|list commands|show help|help menu|show (?:me )?(?:the )?(?:menu|commands|help)|\?+)"),
    ("refer", rf"(?:start|make|open|create|begin|new|file|submit|do|send|put in|put through|need|fill out|fill in|launch|initiate|set up|run|another|place|inicia|iniciar|empieza|empezar|comienza|comenzar|abre|abrir|haz|hacer|crea|crear|nueva)\b.{{0,60}}?\b{_REFERRAL}\b.*"),
    ("refer", r"(?:refer|refiere|referir|deriva|derivar|canaliza)\b(?!ral)(?! to (?:the|section|page|chapter)) .{2,}"),
    ("refer", rf"(?:an? |new |adult |general |worker |hotel |shelter |legal |youth )*{_REFERRAL} (?:for|to|please|needed|of|para|de) ?.*|{_REFERRAL}|new {_REFERRAL}"),
    ("refer", r"(?:connect|link|hook up) (?:a|an|the|my|this|her|him|them|someone|somebody|client|patient|worker)\b.{0,80} (?:with|to|up with) .{2,}"),
    ("refer", rf"(?:log|record|file|submit|open|raise|report|start|write up|enter)(?: an?| the| my| new)* .{{0,60}}?\b(?:{_CONCERN})\b (?:about|at|on|from|with|regarding|for) .{{2,}}"),
    ("refer", rf"(?:log|record|file|submit|open|raise|start)(?: an?| the| my| new)* .{{2,60}}? {_CONCERN}"),
    ("refer", r"(?:start|run|open|launch|use) (?:the )?(?:p ?\d{1,2}|protocol (?:p ?)?\d{1,2}|.{2,40} (?:flow|protocol|form))\b.*"),
)  # fmt: skip
_ASKED_OUTRIGHT_PATTERNS = tuple((skill, re.compile(pattern, re.I)) for skill, pattern in _ASKED_OUTRIGHT)
_REQUEST_PATTERNS = tuple((skill, re.compile(pattern, re.I)) for skill, pattern in _REQUESTS)
_SKILL_WORDS = (
    "referral refer agenda action items remind reminder assign overdue meeting digest number listing provider intake "
    "wrong disconnected start create concern"
).split()
_LEADING_MENTION = re.compile(r"^\s*(?:<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*)(?=\S)")
_TYPED_WORD = re.compile(r"(?<![@<\w])[A-Za-z]{5,}(?![\w>])")
_ASSIGNEE = re.compile(_WHOM)


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
        for skill, pattern in _ASKED_OUTRIGHT_PATTERNS:
            if pattern.fullmatch(request) or (skill == "agenda-show" and pattern.match(request)):
                return SkillFound(skill)
        bare = _without_lead_in(request)
        if _QUESTION.match(bare):
            return None
        for skill, pattern in _REQUEST_PATTERNS:
            found = pattern.fullmatch(bare)
            if found:
                return self._found(skill, found.groupdict(), bare)
        return self._like_an_example(bare)

    def _found(self, skill: SkillName, groups: Mapping[str, str | None], bare: str) -> SkillFound | None:
        args = {name: _tidy(value) for name, value in groups.items() if value and _tidy(value)}
        if skill == "action-add" and "assignees" in args:
            named = _ASSIGNEE.findall(args["assignees"])
            args["assignees"] = " ".join(named) if named else args["assignees"]
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
    words = words_of.tokens(words_of.clean(phrase))
    return Asked(tuple(words), " ".join(words), tuple((word, 1.0) for word in dict.fromkeys(words)))


def _tidy(value: str) -> str:
    return value.strip(" \t\n,.:;-\u2013\u2014\"'")
