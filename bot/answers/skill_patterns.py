"""How requests are worded, skill by skill: rows of words with holes in them, compiled to patterns. Nothing is decided here.

In a row, a word in braces stands for its choices in skill_words.py; the rest is a regular expression in which a space is a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.answers.skill_words import filled
from bot.content.entry import SkillName

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
        "(?:what|which) (?:topics|items|things|points)(?: are| do we have)? (?:on|in) {which}agenda(?: .{0,20})?",
        "where (?:can|do) (?:i|we) (?:see|find|get|read|look at) {which}agenda(?: .{0,20})?",
        "(?:do we have|is there) (?:an?|{which}) ?agenda(?: .{0,30})?|has {which}agenda been (?:posted|sent|shared|set)",
        "what(?:'s|s| is) (?:on|planned|coming up|lined up|scheduled)(?: (?:for|at))? {which}(?:{months}"
        " )?(?:meeting|mtg)(?: .{0,20})?",
        "(?:qu[eé] (?:temas|puntos|hay|se)|cu[aá]l(?:es)? (?:es|son)) .{0,30}(?:agenda|orden del d[ií]a)(?: .*)?",
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
        "what(?:'s|s| is) (?:overdue|past due|late|outstanding|due|pending|open) (?:for|from|by|in|on|at) .{2,40}",
        "(?:(?:do|have) (?:i|we) (?:have |got )?)?(?:anything|something) (?:due|overdue|late|open|pending"
        "|outstanding)(?: (?:for|from|by) .{2,30})?",
        "what are we (?:still )?waiting (?:on|for)(?: from)? .{2,40}|who (?:has|owes|still has) {which}{items}(?: .{0,30})?",
        "what (?:does|do) {name} owe(?: .{0,30})?|what (?:is|are|'s) (?:left|open|still open) for {name}",
        "what(?: is|'s|s) still {state}(?: .{0,30})?",
        "do (?:i|we) have (?:any )?{which}{items}(?: .{0,30})?",
        "(?:qu[eé] (?:tareas )?tengo pendientes?|cu[aá]les son mis (?:tareas|pendientes)|qu[eé] tareas .{0,40})",
    ),
    "meeting-next": (
        "what(?:'s|s| is) the (?:date|time|day|place|location|room) (?:of|for) {which}(?:{months} |[a-z]+ group"
        " )?(?:meeting|mtg|call)(?: .{0,30})?",
        "(?:what(?:'s|s| is) |where(?:'s|s| is) |(?:can i|may i) (?:have|get) )?(?:the )?(?:zoom|teams|video|meeting"
        "|webex|dial[ -]?in|call[ -]?in)"
        " ?(?:link|url|number|info|details)?(?: (?:for|to|of) {which}(?:{months} )?(?:[a-z]+ ){0,2}(?:meeting|mtg|call))",
        "who(?:'s|s| is)? (?:is )?(?:hosting|chairing|running|leading) {which}(?:{months} )?(?:meeting|mtg|call)",
        "(?:is|are) (?:the |our |we )?(?:{which})?(?:meeting|mtg|call)(?: still)?(?: on| happening| canceled|"
        " cancelled| moved)?(?: (?:for|on|to))?(?: (?:this|next))?"
        "(?: (?:week|month|today|tomorrow|[a-z]+day))?",
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
        "what are (?:you|u)|who are (?:you|u)|what is it you do",
        "c[oó]mo (?:funciona|funcionas|se usa|te uso|uso|puedo usar)(?: .{0,20})?|qu[eé] (?:eres|haces|sabes hacer"
        "|te puedo preguntar|puedo preguntarte)",
        "what (?:are|were) (?:your|the) (?:commands|options|skills|features)|how (?:do|can) i (?:talk to|ask) (?:you"
        "|this bot|the bot)",
        "what can (?:i|we|people|staff|one) (?:do|ask|type)(?: (?:here|with this|with you|in here|with the bot))?",
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
        "what(?:'s|s| has| have| did| was)?(?: been| is)? (?:going on|happening|happened|new|we do|everyone do)(?:"
        " (?:with|in|at) (?:the|our) (?:task ?force|group))? {period}",
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
        "{not_a_person}(?:the |that |this |our )?{listed} (?:for|of|at|on|in) {provider} {is} ?.*{wrong}.*",
        "(?:the |that |this )?(?:phone |tele)?{listed} (?:you|it|they) (?:gave|listed|list|show|have)\\b.*{wrong}.*",
        "{not_a_person}{provider}(?:'s?)? {listed} (?:{is} ?.*{wrong}.*|changed|moved)",
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
        "(?:the |that |this |our )?(?:directory |provider )?(?:entry|listing|record|information|info|page) (?:for|of"
        "|on|about) {provider} {is} ?.*",
        "(?:i |we )?(?:called|tried|rang|phoned|dialed) .{2,60}(?:number|line|phone|it|nobody|no one|and it"
        "|but).{0,10} ?(?:is |was |has been )?.*{wrong}.*",
        "{not_a_person}{provider} (?:no longer|does not|doesn'?t|stopped|quit|ended|won'?t|will not) (?:offers?"
        "|offering|provides?|providing|does|doing|has|helps?|helping"
        "|works?|working|sees?|seeing)\\b.*(?:anymore|any longer|now|services?|help|clients?|walk ?ins?|legal"
        "|shelter|beds?|families|men|women|spanish).*",
        "(?:suggest|submit|send|make|report|propose|i have|there is|there's|found|note) (?:(?:an?|the|some)"
        " )*{correction} (?:to|in|for|on|about|with|of) "
        "(?:(?:an?|the|our|this|that|your) )*(?:provider|directory|listing|entry|record|{listed})\\b.*",
        "(?:provider|directory|listing) {correction}(?: .{0,60})?",
        "(?:update|change|fix|correct|edit) (?:our|my|their|its|this|that|the) (?:agency'?s?|office'?s?|program'?s?"
        "|shelter'?s?|provider'?s?|clinic'?s?)? ?(?:{listed}|entry)\\b.*",
        "the listing says .{2,80}|(?:you|the directory) (?:list|lists|show|shows|have|has) .{2,60} (?:but|wrong|old"
        "|which is).*",
        "(?:corrige|corregir|actualiza|actualizar|cambia|cambiar|reportar?) .{0,30}(?:dato|datos|directorio|listado"
        "|ficha|proveedor|n[uú]mero|tel[eé]fono|horario|direcci[oó]n|correo)"
        "(?: .{0,60})?",
        "(?:el|la|los|ese|esa|este|esta) (?!mi |cliente|clienta|paciente|patr[oó]n|jefe|v[ií]ctima|persona|gente"
        "|mujer|se[nñ]or|ni[nñ]|joven|trabajador|reuni[oó]n|junta).{2,60}? (?:ya )?(?:cerr[oó]|se mud[oó]|se"
        " cambi[oó]|cambi[oó] de"
        "|ya no (?:atiende|existe|acepta|ofrece|contesta)|no existe)\\b.*",
        "(?:el|la|los) (?:horario|direcci[oó]n|correo|datos|p[aá]gina) (?:de la|del|de) {provider} (?:est[aá]n?|es"
        "|son|cambi[oó]|ya no) ?.*",
        "el (?:n[uú]mero|tel[eé]fono) del? {provider} (?:est[aá] (?:mal|equivocado|cambiado)|ya no .*|no "
        "(?:funciona|sirve|contesta|es).*)",
    ),
    "action-list": (
        "{items} due .{2,30}|(?:list |show )?(?:what is |what's )?overdue|my to[ -]?do list",
        r"{show} {which}(?:{items}|overdue(?: list)?|what(?:'s| is) (?:overdue|due|open))\b.*",
        "(?:(?:my|our|all|open|overdue|pending|outstanding|late|mis) )+(?:{items}|items)(?: please| list)?",
        "status of {which}{items}",
        "{show}(?: (?:everything|all|what|the things))? (?:that )?{name} (?:owes?|has (?:open|due|left|to do))(?: .{0,20})?",
        "(?:anything|something) (?:due|overdue|late)(?: (?:from|for) .{2,30})?|{items} (?:for|from) [^:]{2,40}",
        "(?:pending|open|overdue|outstanding|late) (?:{items}|items|work|things)(?: .{0,30})?|(?:{items}|items)"
        " (?:pending|open|overdue|outstanding|late)",
        "(?:lista|listado|ver|mostrar|dame|mu[eé]strame) (?:de |las |mis |los )*(?:tareas|pendientes)(?: .{0,30})?"
        "|(?:tareas|pendientes) (?:vencid[ao]s|abiert[ao]s|atrasad[ao]s)",
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
        "(?:(?:an?|new|another) )*(?:action|{item}) ?[:-] ?{text}",
        "{item} (?:for|to|para) (?P<assignees>{name}) ?[:-] ?{text}",
        "(?:assign|give|asigna|asignar|dale)(?: a)? {people} (?!(?:an?|the) (?:task|action"
        "|{item})\\b)(?P<text>(?:the|an?|this|that|el|la|los|las|un|una) .{2,})",
        "(?:ask|tell|remind) (?P<assignees>{somebody}) to (?P<text>.{2,} {deadline}.*)",
        "(?:ask|tell|remind) {people} to {text}",
        "(?:don'?t|do not|never) let (?P<assignees>me|us) forget (?:to |about |that )?{text}",
        "(?:make sure|see that) (?:i|we|you|everyone) (?:remember|do not forget|don'?t forget) (?:to )?{text}",
        "(?:(?:i|we) (?:must|need to|have to|should) )?remember to {text}",
        "{text},? (?:so |and )?(?:please )?(?:remind me|add (?:it|this) (?:to|as) (?:an? |my |the )?{items}|make"
        " (?:it|this|that) an? {item})",
        "{make} {a_new}{items}?(?: (?:for|to|para) {anyone})?",
    ),
    "agenda-add": (
        "{text} (?:should|needs to|must|ought to) (?:be|go) on {which}agenda",
        "(?:new )?agenda (?:item|topic|point|request)s?(?: for {which}(?:{months} |[a-z' ]+)?(?:meeting)?)? ?[:-]"
        " ?{text}|agenda ?[+>] ?(?P<topic>.{2,})",
        "(?:some |a bit of |\\d+ (?:min|mins|minutes) |(?:an? )?(?:slot|spot|place|item) |room |space |time )+(?:on"
        "|in|at) {which}(?:agenda|meeting)(?: (?:for|to|about|on) {rest})?",
        "{put} (?:to|on|onto|for|in) {which}(?:{months} )?(?:agenda|meeting) ?[:-] ?{text}",
        "(?:save|reserve|hold|make) (?:an? |some |\\d+ )?(?:slot|spot|time|minutes|min|room|space) (?:on|in|at)"
        " {which}(?:agenda|meeting)(?: (?:for|to|about) {rest})?",
        "(?:{propose}|agendar|poner|quiero|llevar) (?:{a_new})(?:tema|punto|asunto)s?\\b ?{rest}",
        "want {text} on {which}agenda",
        "add an? (?:item|topic|point) (?:for|to) {which}(?:{months} )?(?:agenda|meeting) ?(?:about|on|for|:)? ?{rest}",
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
        r"{show} {which}(?:{months} )?agenda\b.*|(?:the )?{months} agenda",
        "{which}agenda(?: please| pls| for {which}(?:meeting|today|tomorrow|month|week|[a-z]+day))?",
    ),
    "meeting-next": (
        "(?:(?:show|tell|give|send) (?:me|us) )?(?:when )?(?:(?:the|our|la) )*(?:next|pr[oó]xima) "
        "(?:task ?force |group )?"
        "(?:meeting|mtg|call|reuni[oó]n|junta)(?: (?:is|date|time|details|info|please|when|where|date and time))*",
        "(?:date|time|day|place|details) of {which}(?:meeting|mtg|call)",
        "(?:the )?next (?:[a-z]+ ){0,3}(?:meeting|mtg|call)|(?:pr[oó]xima|siguiente) (?:reuni[oó]n|junta"
        "|sesi[oó]n)(?: .{0,20})?",
        "(?:meeting|mtg) ?(?:date|time|link|place|location|info)",
        "meeting (?:when|date|time)(?: (?:please|next))?",
    ),
    "digest": (
        "(?:{show} )?(?:the |a )?(?:weekly|week's|this week's) (?:update|news|highlights)(?: please)?",
        r"(?:{show}|run) (?:a |(?:the|this|my|our|el|week's|weekly|daily|latest|today's) )*(?:digest|summary"
        r"|recap|resumen)\b.*",
        "(?:(?:the|weekly|daily|latest|my|week's) )*(?:digest|recap|summary of the week|week(?:ly)? summary)"
        "(?: please)?",
        "(?:{show} )?(?:(?:an?|the|this|my) )*(?:recap|summary|digest|roundup|highlights|resumen) (?:of|for|on|from"
        "|de) (?:(?:the|this|last|la|esta|el|este) )*(?:week|month|semana|mes)(?: .{0,20})?",
        "(?:fill me in|bring me up to speed|sum up|summarize|recap|update me on|get me up to date)(?: (?:on|about"
        "|with))? ?(?:{period}|the week|the month|last week|everything|what i missed)?(?: .{0,20})?",
        "(?:monthly|weekly|daily|latest|this week's) (?:digest|summary|recap|roundup)(?: .{0,20})?|send (?:the |my"
        " )?(?:weekly|monthly) (?:digest|recap|summary)",
        "catch me up(?: please| on .*)?|resumen(?: de la semana| semanal)?",
    ),
    "help": (
        "/?(?:help|ayuda|menu|commands?|list commands|show help|help menu|help please|instructions|options"
        "|instrucciones|opciones|features|guide|manual)",
        "(?:help me |show me how to |learn to |teach me to )(?:use|using) (?:this|you|the (?:bot|assistant|app))"
        "|ayuda con (?:el|este) (?:bot|asistente)",
        "(?:how to )?use (?:this|the bot|the assistant|you)",
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
        r"(?:{kind_of_referral} )+(?:referral|intake form|referencia)(?: (?:please|pls|now|form|flow))?(?:,? (?:she"
        r"|he|they|consent|with consent|agreed|client|person|patient|ok|yes|said).*)?",
        r"(?:ready|want|wanna|going|able|time|like) (?:to )?refer(?: .*)?",
        r"{start}\b.{0,30}?\b(?:child|minor|student|youth|teen|kid|under[ -]18|school|young"
        r" person)s?'?s?\b.{0,20}\b(?:check ?list|steps|form|list)\b.*",
        r"{start}\b.{0,30}\b(?:visit|walk[ -]?in|steps for (?:a|the) (?:minor|child|teen|student|youth))\b.*",
        r"{start}\b.{0,20}\b(?:lista|formulario)\b.*",
        r"(?:shelter|bed|housing|placement) request\b.*|(?:bed|shelter|housing) (?:needed|wanted) for .{2,}, .*(?:yes"
        r"|agreed|ok|consent).*",
        r"{unasked}(?:(?:an?|the|our|my) )?[a-z]+(?: [a-z]+)? (?:needs|wants|would like|has|is ready|is trying) to"
        r" {start}\b.{0,40}\b(?:{referral}|form|checklist)\b.*",
        r"(?:start|open|begin|do|make) (?:one|it|another one|this) (?:for|about|on|with) (?:an?|the|my|this|her|him)"
        r" (?:woman|man|person|client|patient|worker|girl|boy|student|guest|family|survivor"
        r"|teen|minor|youth|resident|lady|guy)\b.*",
        r"(?:solicit[ao]r?|pedir|pido|request|reservar) (?:(?:an?|un|una|el|la) )*(?:refugio|albergue|cama|vivienda"
        r"|lugar seguro)\b.*",
        r"(?:like |want )?to? ?(?:send|hand|pass) (?:an?|the|my|this|her|him|someone|somebody) .{0,40}(?:to|for)"
        r" .{2,40}(?:referral|form).*",
        r"(?:registrar|reportar|anotar|levantar) (?:una? )?(?:preocupaci[oó]n|inquietud|observaci[oó]n) .{2,}",
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
        r"(?:(?:new|an?|the) )*(?:place|hotel|motel|lodging|restaurant|inspection|site|vendor|supplier|supply["
        r" -]chain|procurement|construction"
        r"(?: site)?|job ?site|kitchen|relief site) (?:concern|observation)s?(?: form)?(?: please| now)?",
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
            yield skill, re.compile(filled(pattern), re.IGNORECASE)
