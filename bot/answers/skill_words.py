"""The words that the rows of skill_patterns.py leave holes for: verbs of asking, things asked for, people, days. Data only."""

from __future__ import annotations

import re

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
    "item": r"(?:action[ -]items?|task|to[ -]?do|tarea|pendiente)",
    "a_new": "(?:(?:an?|una?|another|the|new|nueva|nuevo|quick) )*",
    "make": "(?:create|add|make|new|open|log|set up|set|start|assign|give|crea|crear|agrega|agregar|a[nñ]ade"
        "|a[nñ]adir)",
    "put": (
        "(?:add|ad|put|place|include|stick|throw|get|drop|post|move|bring|schedule|slot|queue|list|table|raise"
        "|squeeze|pencil|agrega|agregar|a[nñ]ade|a[nñ]adir|pon"
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
    "referral": "(?:referrals?|intake(?: form| flow)?|remisi[oó]n|derivaci[oó]n|referencias?|referidos?|canalizaci[oó]n)",
    "listed": "(?:phone number|phone|telephone|number|line|listing|address|hours|e-?mail(?: address)?|record|contact"
        " info(?:rmation)?|details|entry|website|web ?site|link|fax|opening hours|intake line|phone line)",
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
    "months": "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*",
    "correction": "(?:corrections?|errors?|mistakes?|changes?|updates?|typos?|edits?)",
    "kind_of_referral": "(?:an?|new|another|quick|urgent|adult|general|client|worker|patient|student|minor|child"
    "|teen|youth|shelter|housing|labor"
    "|hospital|clinic|school|immigration|disability|walk-?in|record|relief|survivor|family|nueva)",
    "unasked": r"(?!(?:cancel|close|stop|withdraw|track|decline|find|edit|delete|see|view|my|our|open|after"
    "|without|no|about|declined"
    r"|the|any|every|who|past|old|closed)\b)",
    "text": "(?P<text>.{2,}?)",
    "rest": "(?P<text>.*)",
}  # fmt: skip
_HOLE = re.compile(r"\{([a-z_]+)\}")


def filled(row: str) -> str:
    """Each hole replaced by its choices, grouped so that `?` and `*` after it mean all of them."""
    return _HOLE.sub(lambda hole: _CHOICES[hole[1]], row)
