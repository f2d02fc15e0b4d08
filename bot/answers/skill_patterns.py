"""How requests are worded, skill by skill: rows of words with holes in them, compiled to patterns. Nothing is"
" decided here.

In a row, a word in braces stands for its choices below; the rest is a regular expression in which a space is a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.content.entry import SkillName

_PERSON = r"(?:<@[A-Z0-9]+(?:\|[^>]*)?>|@[\w.-]+)"
PERSON = re.compile(_PERSON)
_CHOICES = {
    "person": _PERSON,
    "people": rf"(?P<assignees>{_PERSON}(?:(?: ?,| and| &| y)? ?{_PERSON})*)",
    "anyone": rf"(?P<assignees>{_PERSON}(?:(?: ?,| and| &| y)? ?{_PERSON})*|me|us|everyone|everybody"
        rf"|(?:the )?[\w.'-]+(?: (?:from|in|at) \w+)?)",
    "which": (
        "(?:(?:my|our|the|all|all of|any|open|overdue|late|current|pending|outstanding|today's|this week's|this"
        " month's"
        "|next week's|next month's|next|tomorrow's|full|draft|coming|upcoming|latest|whole|team's?|group's?"
        "|task ?force"
        "|meeting|mis|la|el|las"
        "|los|nuestras?|pr[oó]xim[ao]s?|monthly|weekly|special|regular|last|[a-z]+day's) )*"
    ),
    "items": r"(?:action[ -]items?|tasks?|to[ -]?dos?|todo list|task list|open items?|follow-?ups|pendientes|tareas)",
    "item": r"(?:action[ -]items?|task|to[ -]?do|tarea)",
    "a_new": "(?:(?:an?|una?|another|the|new|nueva|nuevo|quick) )*",
    "make": "(?:create|add|make|new|open|log|set up|set|start|assign|give|crea|crear|agrega|agregar|a[nñ]ade"
        "|a[nñ]adir)",
    "put": (
        "(?:add|put|place|include|stick|throw|get|drop|post|move|bring|schedule|agrega|agregar|a[nñ]ade|a[nñ]adir|pon"
        "|poner|incluye|incluir)"
    ),
    "onto": "(?:to|on|onto|in|into|for|a|en)",
    "show": (
        "(?:show|see|open|view|display|pull up|get|give|send|share|post|read|bring up|look at|check|list|print"
        "|muestra"
        "|mu[eé]strame|mostrar|ver|ens[eé][nñ]ame|publica|lista|listar|manda|env[ií]a|dame)(?: (?:me|us|out|to me))?"
    ),
    "start": (
        "(?:start|make|open|create|begin|new|file|submit|do (?:an?|the|another|my)|send|put in|put through|need"
        "|fill out|fill in"
        "|launch|initiate|set up"
        "|run|another|place|kick off|complete|inicia|iniciar|empieza|empezar|comienza|comenzar|abre|abrir|haz"
        "|hacer|crea|crear|nueva)"
    ),
    "referral": "(?:referrals?|intake(?: form| flow)?|remisi[oó]n|derivaci[oó]n|referencia)",
    "listed": "(?:phone number|phone|telephone|number|line|listing|address|hours|email|record|contact"
        " info(?:rmation)?|details)",
    "wrong": (
        "(?:wrong|incorrect|outdated|out of date|disconnected|dead|not working|work|not right|right|changed|out"
        " of service"
        "|stale|old|ring|fax|correct|bad|broken|no good|not in service)"
    ),
    "bad": "(?:wrong|bad|dead|outdated|out of date|old|incorrect|disconnected|stale|broken)",
    "is": "(?:is|are|was|has|seems|looks|goes|rings|has been|no longer|doesn'?t|does not|isn'?t|is not|just)",
    "provider": "(?P<provider>.{2,80}?)",
    "due": "(?:overdue|past due|due (?:this week|today|soon)|due)",
    "state": "(?:overdue|late|open|due|mine|still open|past due|outstanding|pending|to do)",
    "period": "(?:this week|last week|today|yesterday|this month|since (?:yesterday|last week|monday))",
    "meeting_tail": (
        "(?:next|again|start|happening|going to be|this month|this week|next month|next week|today|tomorrow|on"
        "|held|at|[a-z]+day)"
    ),
    "remind": "(?:remind|nudge|ping|recu[eé]rdale|recuerda|recu[eé]rdame)(?: a)?",
    "propose": "(?:add|create|new|make|suggest|propose|submit|request|propon|proponer|sugiere|sugerir)",
    "correct": "(?:correct|fix|update|change|edit|corrige|corregir|actualiza|actualizar|reportar)",
    "not_a_person": r"(?!.*\b(?:client|patient|survivor|family|case|link)s?\b)(?!(?:my|it|it's|everyone|her"
    r"|his|our|the (?:client|patient|case|worker|person)|she|he|they|i|we|client"
    r"|case|someone)\b)",
    "name": r"[\w.'-]+",
    "somebody": r"(?!(?:i|she|he|they|we|it|her|him|them|my|the|you|who|that|this|there|someone|nobody|client"
    r"|person|minor|child|staff)\b)[a-z'-]+",
    "deadline": "by (?:[a-z]+day|tomorrow|next|the end|eod|end of|noon|\\d|jan|feb|mar|apr|may|jun|jul|aug"
    "|sep|oct|nov|dec)",
    "about_a_person": r"\b(?:case|client|survivor|family|person|patient)s?\b",
    "text": "(?P<text>.{2,}?)",
    "rest": "(?P<text>.*)",
}  # fmt: skip
_HOLE = re.compile(r"\{([a-z_]+)\}")

# worded as questions, yet requests: what they ask for is shown, not explained
OUTRIGHT: dict[SkillName, tuple[str, ...]] = {
    "agenda-show": (
        "what (?:will|do|should) we (?:discuss|talk about|cover) .{0,20}meeting.*",
        r"(?:what(?:'s|s| is| do we have| will be)|qu[eé] hay|qu[eé] est[aá]) "
        r"(?:on|in|en) {which}agenda\b(?! items? for).*",
        r"(?:can|could|may) (?:i|we|you) (?:see|get|have|show me) {which}agenda\b.*",
        "(?:is|where is|where's) {which}agenda(?: (?:out|posted|ready|up|online|available))?(?: yet)?",
        "what(?:'s|s| is) {which}agenda(?: for (?:the|next|this|today|tomorrow|our|[a-z]+day).*)?",
        "what are we (?:discussing|talking about|covering) (?:at|in) {which}meeting",
    ),
    "action-list": (
        "what(?:'s|s| is| was) (?:assigned to|due for|on) (?:me|us|my plate)(?: .{0,30})?",
        "what (?:does|do|did) {name} (?:have due|owe|still have to do|still have)(?: .{0,30})?",
        "is (?:anything|something) (?:overdue|due|late)(?: .{0,30})?|what am i supposed to (?:do|finish)"
        "(?: .{0,30})?",
        "(?:what(?:'s|s| is| are)|which|who has) (?:still )?{which}(?:{due}|{items}|on my (?:plate|list))"
        "(?: {items}| items| things)?"
        "(?: (?:are|is) {state})?(?: (?:now|today|this week|for me))?",
        "what do (?:i|we) (?:owe|still have to do|have due|have open|have to do)(?: .{0,30})?",
        "(?:do (?:i|we) have|is there) anything (?:due|overdue|open|left to do)(?: .{0,30})?",
        "who(?: is|'s|s) (?:late|behind|overdue)(?: .{0,40})?",
        "what(?: is|'s|s) still {state}(?: .{0,30})?",
        "do (?:i|we) have (?:any )?{which}{items}(?: .{0,30})?",
        "(?:qu[eé] (?:tareas )?tengo pendientes?|cu[aá]les son mis (?:tareas|pendientes)|qu[eé] tareas .{0,40})",
    ),
    "meeting-next": (
        "what(?:'s|s| is) the (?:date|time|day|place|location) (?:of|for) {which}(?:meeting|mtg|call)(?: .{0,30})?",
        "(?:when|what time|where)(?:'s|s| is) {which}(?:[a-z]+ )?(?:meeting|mtg|call) (?:for|of) .{2,40}",
        "(?:when|what time|what day|where|which day|what date)(?:'s|s| is| are| does| do| will)?(?: is| does"
        "| do| be)? {which}"
        "(?:[a-z]+ |we |the )?(?:meeting|meet|mtg|call|group meet|group meeting)s?(?: {meeting_tail})*",
        "(?:what(?:'s|s| is) )?(?:the )?{which}(?:meeting|mtg) (?:date|time|day)",
        "(?:when|what time) do(?:es)? (?:the )?(?:task ?force|group|we|committee) meet(?: .{0,20})?",
        "(?:is there|do we have) (?:a|any) (?:meeting|mtg|call)(?: {meeting_tail})*",
        "(?:cu[aá]ndo|d[oó]nde|a qu[eé] hora) (?:es|ser[aá]|tenemos|nos|hay) (?:la )?(?:pr[oó]xima )?"
        "(?:reuni[oó]n|junta|reunimos)"
        "(?: .{0,30})?",
    ),
    "help": (
        "how to use (?:this|the)(?: (?:bot|assistant|app))?|what is this(?: bot| assistant)?",
        "how (?:does|do) (?:this|the|you|u)(?: (?:bot|assistant|thing|app|chat ?bot))? work",
        "how (?:do|can) i use (?:this|you|the (?:bot|assistant|app))(?: .{0,20})?",
        "what (?:commands|questions)(?: .{0,40})?|what (?:can|could|should) i ask(?: (?:you|here|the bot))?",
        "how can (?:you|u) help(?: (?:me|us))?|what are you for|qu[eé] puedes hacer|c[oó]mo me puedes ayudar",
        "what (?:can|do) (?:you|u|this bot|the bot|the assistant) (?:do|help with|know)(?: for (?:me|us))?",
    ),
    "digest": (
        "what(?:'s|s| is) (?:going on|the latest)(?: {period}| in the (?:task ?force|group))?",
        "(?:what's|whats|what is) (?:new|been happening|in the digest)(?: {period})?",
        "what (?:did (?:i|we) miss|happened)(?: {period})?|qu[eé] pas[oó] (?:esta|la) semana(?: pasada)?",
    ),
}  # fmt: skip

REQUESTS: dict[SkillName, tuple[str, ...]] = {
    "provider-correct": (
        "{not_a_person}{provider} (?:has |have )?(?:changed|got|has|have) (?:(?:its|their|his|her|a|an|new"
        "|different) )+{listed}.*",
        "{listed} {is} {wrong} (?:for|at) {provider}",
        "{correct} {provider}'s (?:phone )?{listed}.*|{correct} (?:the )?listing ?:? ?(?P<listing>.{0,60})",
        "take {provider} off (?:the|our) (?:list|directory)",
        "{not_a_person}{provider} (?:is not|isn'?t|is no longer|not) (?:open|in business|there|operating"
        "|around|running)\\b.*",
        "(?:the |that |this |our )?{listed} (?:for|of|at|on|in) {provider} {is} ?.*{wrong}.*",
        "(?:the |that |this )?(?:phone |tele)?{listed} (?:you|it|they) (?:gave|listed|list|show|have)\\b.*{wrong}.*",
        "{provider}(?:'s?)? {listed} (?:{is} ?.*{wrong}.*|changed|moved)",
        "{bad} (?:phone |tele)?{listed}(?: (?:listed )?(?:for|of|at|on) {provider})?",
        "{correct} (?:(?:an?|the|el|la|un|that|this|their|its) )*(?:{bad} |provider |directory )*"
        "(?:phone |tele)?(?:{listed}|provider|n[uú]mero|tel[eé]fono|direcci[oó]n|horario)"
        "(?: (?:for|of|at|on|in|de|del) {provider})?(?: as .*)?",
        "(?:report|flag|mark|reportar) (?:(?:an?|the|that|this) )*(?:{bad} "
        "(?:phone |provider |directory )*{listed}.*|(?:phone )?{listed}"
        "(?: (?:for|of|at) {provider})? as {bad}.*)",
        "(?:the |that |this )?listing (?:for {provider} )?{is} ?.*",
        "{not_a_person}{provider} (?:(?:has|have|is|just|was|permanently) )*(?:closed|shut down|moved"
        "|relocated)(?:,? .*)?",
        "{not_a_person}{provider} (?:no longer|does not|doesn'?t|stopped) (?:exists?|takes?|taking|accepts?"
        "|accepting|serves?|serving)\\b.*",
        "(?:remove|take down|hide) {provider} (?:from the directory|,? (?:it|they) (?:has |have )?closed.*)",
        "el (?:n[uú]mero|tel[eé]fono) del? {provider} (?:est[aá] (?:mal|equivocado|cambiado)|ya no .*|no "
        "(?:funciona|sirve|contesta|es).*)",
    ),
    "action-list": (
        "{items} due .{2,30}|(?:list |show )?(?:what is |what's )?overdue|my to[ -]?do list",
        r"{show} {which}(?:{items}|overdue(?: list)?|what(?:'s| is) (?:overdue|due|open))\b.*",
        "(?:(?:my|our|all|open|overdue|pending|outstanding|late|mis) )+(?:{items}|items)(?: please| list)?",
        "status of {which}{items}",
    ),
    "action-add": (
        "(?:note to self|reminder|track this) ?[:-] ?{text}",
        "(?:have|get) (?P<assignees>{somebody}) (?:to )?(?P<text>.{2,} {deadline}.*)",
        "(?P<assignees>{somebody}) (?:will|should|needs to|has to|must) (?P<text>.{2,} {deadline}.*)",
        "{remind} {anyone},? (?P<when>(?:tomorrow|today|later|tonight|in .{1,20}|on [a-z]+|next [a-z]+) )?(?:to"
        "|that|about|que|de) {text}",
        "{remind}(?: a)? {people},? {text}",
        "recu[eé]rdame,? {text}",
        "(?:set|create|add|make) a reminder(?: for {anyone})?(?: to|:| about| that)? {text}",
        "{make} {a_new}{item}(?: (?:for|to|para) {people})?(?: ?[:,-] ?|,? (?:to|that|about|for|para|que|de) "
        "| ){text}",
        "(?:assign|give|task) {people}(?: (?:an?|the) {item})? (?:to|with) {text}",
        "assign (?P<assignees>{name}) to {text}",
        "give (?P<assignees>{name}) (?:the|a) (?:task|job|{item}) (?:of|to) {text}",
        "assign {text} to (?P<assignees>{person}|me|us|{name})",
        "(?:put|add) (?:it |this )?(?:on|to) (?P<assignees>my|our|{name}'s) (?:to[ -]?do )?list ?[:,-]? {text}",
        "{item}(?: for {people})? ?[:-] ?{text}",
        "{item} {people} {text}",
        "{people} (?:needs to|should|has to|please|will|to|must) (?P<text>.{2,} by .{2,})",
        "{make} {a_new}{items}?(?: (?:for|to|para) {anyone})?",
    ),
    "agenda-add": (
        "{text} (?:should|needs to|must|ought to) (?:be|go) on {which}agenda",
        "(?:next )?(?:meeting|agenda) (?:topic|request) ?[:-] ?{text}",
        "an? (?:agenda )?(?:item|topic|point) for {which}(?:agenda|meeting) ?:? ?{rest}",
        "(?:discuss|talk about|cover|bring up|raise) (?!.*{about_a_person}){text} next (?:meeting|time)",
        r"{put} {text} {onto} {which}(?:agenda|meeting)\b.*",
        r"{put}(?: this| it| something| algo| esto)? {onto} {which}agenda ?[:,-]? ?{rest}",
        "{propose} {a_new}agenda (?:item|topic|point)s?(?: ?[:,-]|,? (?:on|about|for|to))? ?{rest}",
        "{propose} {a_new}(?:item|topic|point)s? for (?:next|the|this|our) [^:]*:? ?{rest}",
        r"{propose} {text} (?:for|as|para) (?:an? )?{which}agenda\b.*",
        "(?:new )?agenda (?:item|topic)? ?(?:[:-]|about|on) ?{text}|agenda ?: ?(?P<topic>.{2,})",
        "(?:discuss|talk about|cover|bring up|raise) (?!.*\\b(?:case|client|survivor|family|person"
        "|patient)s?\\b){text} (?:at|in|on) {which}meeting",
    ),
    "agenda-show": (
        r"{show} {which}agenda\b.*",
        "{which}agenda(?: please| pls| for {which}(?:meeting|today|tomorrow|month|week|[a-z]+day))?",
    ),
    "meeting-next": (
        "(?:(?:show|tell|give|send) (?:me|us) )?(?:when )?(?:(?:the|our|la) )*(?:next|pr[oó]xima) "
        "(?:task ?force |group )?"
        "(?:meeting|mtg|call|reuni[oó]n|junta)(?: (?:is|date|time|details|info|please|when|where|date and time))*",
        "(?:date|time|day|place|details) of {which}(?:meeting|mtg|call)",
        "meeting (?:when|date|time)(?: (?:please|next))?",
    ),
    "digest": (
        "(?:{show} )?(?:the |a )?(?:weekly|week's|this week's) (?:update|news|highlights)(?: please)?",
        r"(?:{show}|run) (?:a |(?:the|this|my|our|el|week's|weekly|daily|latest|today's) )*(?:digest|summary"
        r"|recap|resumen)\b.*",
        "(?:(?:the|weekly|daily|latest|my|week's) )*(?:digest|recap|summary of the week|week(?:ly)? summary)"
        "(?: please)?",
        "catch me up(?: please| on .*)?|resumen(?: de la semana| semanal)?",
    ),
    "help": (
        "(?:help|ayuda|menu|commands?|list commands|show help|help menu|help please)",
        r"show (?:me )?(?:the )?(?:menu|commands|help)|\?+",
    ),
    "refer": (
        "{start} (?:(?:an?|the) )?.{0,30}\\b(?:shelter|housing|bed|placement) request\\b.*",
        "request (?:an? |the )?(?:safe |emergency |shelter |hotel )*(?:bed|shelter|housing|placement)\\b.*",
        "(?:(?:start|make|do|set up|need) )?(?:an? )?warm hand-?off (?:for|to|with) .{2,}",
        "(?:walk|take|guide) (?:me|us) through (?:an?|the|this) .{0,40}\\b{referral}\\b.*|p ?\\d{1,2}"
        "(?: please| now)?",
        r"{start}\b.{0,60}?\b{referral}\b.*",
        r"(?:refer|refiere|referir|deriva|derivar|canaliza|canalizar)\b(?!ral)(?! to (?:the|section|page"
        r"|chapter)) .{2,}",
        "(?:(?:an?|new|[a-z]+) ){0,2}{referral} (?:for|to|please|needed|of|para|de|from) ?.*",
        "(?:new )?{referral}",
        r".{2,60} (?:needs|wants|would like|is ready for|agreed to|ready for|asked for) (?:an?|the|her|his"
        r"|their) .{0,30}\b{referral}\b.*",
        r"(?:connect|link|hook up) (?:an?|the|my|this|her|him|them|someone|somebody|client|patient"
        r"|worker)\b.{0,80} (?:with|to) .{2,}",
        r"(?:start|run|open|launch|use|begin|do|fill out|complete|go through|need) (?:the |an? )?"
        r"(?:p ?\d{1,2}|protocol (?:p ?)?\d{1,2}|.{2,40} (?:flow"
        r"|protocol|form))\b.*",
    ),
}  # fmt: skip

# a concern about a place or a vendor has a flow of its own; a concern that names no such thing is only a worry
CONCERNS = tuple(
    re.compile(row, re.IGNORECASE)
    for row in (
        r"(?:log|record|file|submit|open|raise|report|start|flag|write up|enter) (?:(?:an?|the|my|new) )*.{0,60}?"
        r"\b(?:concern|worry|issue|observation)s? (?:about|at|on|from|with|regarding|for) .{2,}",
        r"(?:log|record|file|submit|open|raise|report|start|flag) (?:(?:an?|the|my|new) )*.{2,60}? (?:concern"
        r"|observation)s?",
        r"(?:log|record|report|write up) what (?:i|we) (?:saw|found|noticed|observed) .{2,}",
    )
)


@lru_cache(maxsize=1)
def outright_patterns() -> tuple[tuple[SkillName, re.Pattern[str]], ...]:
    return tuple(_compiled(OUTRIGHT))


@lru_cache(maxsize=1)
def request_patterns() -> tuple[tuple[SkillName, re.Pattern[str]], ...]:
    """In the order they are tried: the first that fits a whole request wins."""
    return tuple(_compiled(REQUESTS))


def _compiled(rows: dict[SkillName, tuple[str, ...]]) -> Iterator[tuple[SkillName, re.Pattern[str]]]:
    for skill, patterns in rows.items():
        for pattern in patterns:
            yield skill, re.compile(_filled(pattern), re.IGNORECASE)


def _filled(row: str) -> str:
    """Each hole replaced by its choices, grouped so that `?` and `*` after it mean all of them."""
    return _HOLE.sub(lambda hole: _CHOICES[hole[1]], row)
