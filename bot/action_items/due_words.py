"""The words a due date may be made of, in English and Spanish, and how typed text becomes a list of them.

A word that is not here is unknown, and a phrase with an unknown word is no date. What the words mean together is
decided in `due_grammar`.
"""

from __future__ import annotations

from functools import cache

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip

_WEEKDAYS = (
    "mon mondy munday monay lunes",
    "tue tues tuseday teusday tusday tuesdy martes",
    "wed weds wedn wensday wendsday wednsday wednesdy wedensday wenesday wedsday wendesday miercoles",
    "thu thur thurs thursd thrs thrusday thurday thirsday thursdy thusday jueves",
    "fri firday fridy frday fryday viernes",
    "sat saterday satruday saturdy satday sabado",
    "sun sundy sunady domingo",
)
_MONTHS = (
    "jan janurary januray janury enero ene",
    "feb febuary feburary febrary febr febrero",
    "mar marzo",
    "apr aprl abril abr",
    "mayo",
    "jun junio",
    "jul julio",
    "aug agust agosto",
    "sep sept septmber septembre setiembre septiembre",
    "oct ocotber octubre",
    "nov novemeber noviembre",
    "dec decemeber decmber diciembre dic",
)
_UNITS = {
    "minute": "minutes min mins m minuto minutos",
    "hour": "hours hr hrs h hora horas",
    "day": "days d dia dias",
    "week": "weeks wk wks w semana semanas",
    "month": "months mo mos mth mths mes meses",
    "quarter": "quarters qtr qtrs",
    "year": "years yr yrs ano anos",
    "fortnight": "fortnights",
    "workday": "workdays weekday weekdays bd bds",
    "workhour": "workhours",
    "weekend": "weekends wkend wknd",
}
_NUMBERS = (
    "zero cero", "one uno", "two dos", "three tres", "four cuatro", "five cinco", "six seis", "seven siete",
    "eight ocho", "nine nueve", "ten diez", "eleven", "twelve doce", "thirteen trece", "fourteen catorce",
    "fifteen quince", "sixteen", "seventeen", "eighteen", "nineteen", "twenty veinte", "twentyone", "twentytwo",
    "twentythree", "twentyfour", "twentyfive", "twentysix", "twentyseven", "twentyeight", "twentynine",
    "thirty treinta", "thirtyone",
)  # fmt: skip
_TENS = {"forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_ORDINALS = (
    "first primer primero primera", "second segundo segunda", "third tercer tercero", "fourth cuarto", "fifth quinto",
    "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twentyfirst", "twentysecond", "twentythird",
    "twentyfourth", "twentyfifth", "twentysixth", "twentyseventh", "twentyeighth", "twentyninth",
    "thirtieth", "thirtyfirst",
)  # fmt: skip
_OTHER = {
    "a": "an un una",
    "about": "",
    "after": "despues",
    "ago": "",
    "and": "y",
    "at": "",
    "before": "",
    "beginning": "start begin principio principios inicio inicios",
    "between": "entre",
    "by": "para",
    "coming": "upcoming forthcoming",
    "couple": "",
    "due": "deadline vence",
    "early": "temprano | bright and early | ",
    "end": "fin final finales fines",
    "few": "",
    "following": "siguiente",
    "for": "",
    "from": "desde",
    "half": "media",
    "in": "en",
    "it": "its",
    "is": "",
    "last": "ultimo ultima",
    "late": "",
    "later": "",
    "mid": "middle mediados",
    "meeting": "mtg meetings reunion",
    "next": "nxt nex proximo proxima",
    "now": "ahora",
    "oclock": "",
    "of": "de del",
    "on": "",
    "or": "o",
    "past": "previous prev pasado pasada",
    "several": "",
    "that": "",
    "the": "el la los las teh",
    "this": "este esta ths",
    "through": "thru",
    "time": "",
    "to": "a",
    "today": "tday tdy hoy",
    "tomorrow": (
        "tmrw tmr tmw tmro tmrow tomoro tomorow tommorow tommorrow tomorrrow tomorro tomorrw tommorw tomoz tomorrown "
        "tomrrow tommorro manana"
    ),
    "tonight": "tonite",
    "until": "till til hasta",
    "within": "dentro",
    "yesterday": "ayer",
    "fiscal": "fy",
    "our": "nuestra",
}
_DAYPARTS = {
    "morning": "morn",
    "afternoon": "aft tarde arvo",
    "evening": "eve evng",
    "night": "nite noche",
}
ZONES = {
    "America/New_York": "et est edt eastern",
    "America/Chicago": "ct cst cdt central",
    "America/Denver": "mt mst mdt mountain",
    "America/Los_Angeles": "pt pst pdt pacific",
    "America/Anchorage": "akt akst akdt",
    "Pacific/Honolulu": "hst hawaii",
    "UTC": "utc gmt zulu",
}
_CLOSINGS = {"eod": "eod eobd", "cob": "cob eob cop close closing"}

# What a run of typed words stands for: plain words, `=` an hour with a name, `~` not sure, nothing: a courtesy.
# Longer runs are tried first.
_RUNS = {
    "": (
        "week ending | the week ending | but | if not sooner | if not before | or before then | no later | at the "
        "latest | at latest | the latest | latest | or earlier | or sooner | or before | please | pls | plz | "
        "thanks | thank you | thx | ty | sharp | exactly | tops | por favor | a mas tardar | ok | local time | "
        "our time | my time | your time"
    ),
    "=am": "de la manana",
    "=cob": (
        "c o b | e o b | close of business | close of business day | end of business | end of business day | end "
        "of the business day | close of play | close of day | closing time | close of the day | end of the "
        "working day | end of working day | end of work day | end of the work day | end of workday | end of the "
        "workday | end of work | end of office hours | end of play | end of the school day"
    ),
    "=eod": "e o d | end of day | end of the day | end o day | day end | days end | fin del dia | final del dia",
    "=lunch": "lunch | lunchtime | lunch time",
    "=midnight": "a medianoche | 12 midnight | midnight | medianoche",
    "=noon": "a mediodia | noon | midday | mid day | noontime | mediodia | 12 noon | twelve noon | high noon",
    "=opening": (
        "1st thing | 1st thing in the morning | first thing | first thing in the morning | first thing in morning "
        "| start of business | open of business | opening of business | start of day | start of the day | "
        "beginning of the day | opening | beginning of day | beginning of business | start of the business day | "
        "start of business day | opening time | a primera hora | bod"
    ),
    "=pm": "de la tarde | de la noche",
    "after": "despues de | despues del",
    "at": "a las | a la | a el",
    "at the": "al",
    "before": "prior to | ahead of | in advance of | in time for | antes de | antes del | antes",
    "day from now": "days out",
    "week from now": "weeks out | wks out",
    "beginning january": "in the new year | early in the new year",
    "by": "no later than | not later than | on or before | by or before",
    "coming": "que viene | que entra | this coming",
    "day after tomorrow": "pasado manana",
    "day before": "the eve of | eve of | night before",
    "due": (
        "due date | fecha limite | target | needed | done | finished | complete | completed | need | need it | to "
        "be done | be done | must be done | finish | submit | submitted | deliver | delivered | eta | target date"
    ),
    "early in": "a principios de",
    "end of": "a fin de | a fines de | close of | tail end of | very end of",
    "end of fiscal year": "eofy | fiscal year end",
    "end of month": "eom | month end | months end",
    "end of next week": "eow next week | next week eow | eonw",
    "end of quarter": "eoq | quarter end",
    "end of week": "eow | weeks end",
    "end of year": "eoy | year end | years end",
    "half": "one half",
    "in": "dentro de | during | throughout",
    "in the": "over the | during the",
    "in the afternoon": "por la tarde | en la tarde",
    "in the morning": "por la manana | en la manana",
    "in the night": "por la noche | en la noche",
    "late in": "a finales de",
    "meeting": (
        "task force meeting | group meeting | team meeting | coalition meeting | committee meeting | monthly "
        "meeting | weekly meeting | mtg | we meet | we meet again | we next meet | our meeting | reunion"
    ),
    "mid month": "midmonth",
    "mid of": "a mediados de",
    "mid week": "midweek",
    "next month": "mes proximo | mes que viene | mes entrante",
    "next week": "semana proxima | semana que viene | semana entrante",
    "next weekend": "fin de semana proximo | proximo fin de semana",
    "next year": "ano proximo | ano que viene",
    "oclock": "o clock",
    "tonight": "esta noche | hoy en la noche",
    "week of": "week beginning | week commencing | week starting",
    "weekend": "week end | fin de semana",
    "workday": (
        "business day | business days | working day | working days | work day | work days | biz day | biz days | "
        "bus day | bus days | dia habil | dias habiles | dia laborable | dias laborables | week day | week days | "
        "office days"
    ),
    "workhour": "business hour | business hours | working hour | working hours | work hours",
    "~": (
        "i think | i guess | i hope | ish | around | approx | approximately | roughly | circa | about | maybe | "
        "perhaps | probably | possibly | hopefully | ideally | preferably | tentatively | sometime | some time | "
        "sometimes | likely | or so | or thereabouts | if possible | if you can | if we can | tentative | tbc | "
        "mas o menos | sobre | lets say | say | how about | what about | lets do | shall we say | asap"
    ),
}

_HOLIDAYS = {
    "thanksgiving eve": "thanksgiving_eve",
    "thanksgiving day": "thanksgiving thanksgiving_day turkey_day tgiving accion_de_gracias dia_de_accion_de_gracias",
    "christmas day": "christmas christmas_day xmas xmas_day x_mas navidad",
    "christmas eve": "christmas_eve xmas_eve nochebuena",
    "new years day": "new_years new_years_day new_year ano_nuevo nyd",
    "new years eve": "new_years_eve new_year_eve nye nochevieja",
    "martin luther king jr day": "mlk mlk_day martin_luther_king_day martin_luther_king_jr_day",
    "washingtons birthday": "presidents_day president_day washingtons_birthday",
    "memorial day": "memorial_day",
    "juneteenth national independence day": "juneteenth",
    "independence day": "independence_day fourth_of_july july_fourth the_fourth_of_july",
    "labor day": "labor_day labour_day",
    "columbus day": "columbus_day indigenous_peoples_day indigenous_people_day",
    "veterans day": "veterans_day veteran_day",
    "halloween": "halloween",
    "valentines day": "valentines valentines_day valentine_day",
    "saint patricks day": "st_patricks_day saint_patricks_day st_pattys_day",
    "good friday": "good_friday viernes_santo",
    "easter sunday": "easter easter_sunday pascua",
    "mothers day": "mothers_day",
    "fathers day": "fathers_day",
    "groundhog day": "groundhog_day",
    "black friday": "black_friday",
    "cyber monday": "cyber_monday",
    "giving tuesday": "giving_tuesday",
    "easter monday": "easter_monday",
    "tax day": "tax_day",
    "election day": "election_day",
    "human trafficking awareness day": "human_trafficking_awareness_day trafficking_awareness_day",
}


def word_set(words: str, between: str | None = None) -> frozenset[str]:
    """The words of a line, split at spaces or at `between`."""
    return frozenset(word.strip() for word in words.split(between))


# The whole phrase, once courtesies are gone, that means: no date.
NO_DATE = word_set(
    "24/7 | a day | a s a p | ahora | any day | any time | anytime | as soon as possible | as soon as you can "
    "| asap | at some point | backlog | blocked | continuous | cuanto antes | date | day | done | eventually "
    "| first available | future | hour | idk | immediately | in a bit | in a min | in a minute | in a moment | in a sec "
    "| in a second | in due course | in the future | in time | later "
    "| lo antes posible | month | n a | na | never | next | nil | no date | no deadline | no due date | no "
    "hurry | no rush | none | not sure | now | on hold | one day | ongoing | open | overmorrow | pronto | "
    "quarterly report | right away | right now | rolling | same | sin prisa | some day | someday | soon | "
    "sooner | soonest | stat | t b d | tba | tbd | the day | time | time permitting | to be decided | to be "
    "determined | unknown | urgent | urgently | very soon | week | weekday | when possible | when ready | "
    "when you can | whenever | whenever you can | workday | ya | year",
    "|",
)
COURTESIES = word_set("please pls plz thanks thx ty")
RECURRING = word_set(
    "alternate annual annually bimonthly biweekly cada daily diario each every fortnightly fridays hourly "
    "mensual mondays monthly nightly quarterly recurring repeat repeating saturdays semanal semimonthly "
    "semiweekly sundays thursdays todas todos tuesdays wednesdays weekly yearly"
)
SPANISH = word_set(
    "abril agosto antes de del diciembre domingo el enero febrero hoy jueves julio junio la lunes manana "
    "martes marzo mayo mes miercoles noviembre octubre para proxima proximo sabado semana septiembre "
    "setiembre viernes"
)
CAN_BE_A_NAME_OR_VERB = word_set("april august jan june mar march may mon sat sun wed")


@cache
def single_words() -> dict[str, tuple[str, str, int]]:
    """Typed word to (kind, word it stands for, number): the whole vocabulary of one-word terms."""
    table: dict[str, tuple[str, str, int]] = {}

    def put(kind: str, name: str, spellings: str, number: int = 0) -> None:
        for spelling in (name, *spellings.split()):
            table.setdefault(spelling, (kind, name, number))

    for number, (name, spellings) in enumerate(zip(WEEKDAY_NAMES, _WEEKDAYS, strict=True)):
        put("weekday", name, spellings, number)
    for number, (name, spellings) in enumerate(zip(MONTH_NAMES, _MONTHS, strict=True), start=1):
        put("month", name, spellings, number)
    for kind, group in (("unit", _UNITS), ("word", _OTHER), ("daypart", _DAYPARTS), ("named", _CLOSINGS)):
        for name, spellings in group.items():
            put(kind, name, spellings)
    for number, line in enumerate(_NUMBERS):
        put("num", line.split()[0], " ".join(line.split()[1:]), number)
    for name, number in _TENS.items():
        put("num", name, "", number)
    for number, line in enumerate(_ORDINALS, start=1):
        put("ord", line.split()[0], " ".join(line.split()[1:]), number)
    table.update({spelling: ("zone", spelling, 0) for spelling in zone_words()})
    table.update({"am": ("ampm", "am", 0), "pm": ("ampm", "pm", 12), "p": ("ampm", "pm", 12)})
    table.update({f"q{number}": ("q", "q", number) for number in range(1, 5)})
    return table


@cache
def zone_words() -> dict[str, str]:
    """Typed zone abbreviation to the zone it names."""
    return {spelling: zone for zone, spellings in ZONES.items() for spelling in spellings.split()}


@cache
def word_runs() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Runs of typed words to the words, `=named` times, `~` (unsure) or holidays (`*name`) they stand for."""
    table = {tuple(run.split()): tuple(meaning.split()) for meaning, runs in _RUNS.items() for run in runs.split(" | ")}
    for name, spellings in _HOLIDAYS.items():
        for spelling in spellings.split():
            table[tuple(spelling.split("_"))] = (f"*{name}",)
    for name, spellings in _HOLIDAYS.items():
        for spelling in spellings.split():
            table.setdefault((*spelling.split("_"), "eve"), ("day", "before", f"*{name}"))
    return table


# Too short to forgive a letter, and words of their own elsewhere: read only where nothing but a date was typed.
_SHORT_FORMS = {
    "tom": "tomorrow", "tomm": "tomorrow",
    "lun": "monday", "mie": "wednesday", "jue": "thursday", "vie": "friday", "dom": "sunday",
}  # fmt: skip


@cache
def _long_names() -> tuple[str, ...]:
    return tuple(name for name in (*WEEKDAY_NAMES, *MONTH_NAMES, "tomorrow") if len(name) >= 6)


def likely_meant(word: str) -> str | None:
    """The weekday, month or `tomorrow` that one slip of the finger turns into this word, if there is exactly one."""
    if word in _SHORT_FORMS:
        return _SHORT_FORMS[word]
    if len(word) < 5 or word in {"augusta", "octobers"}:
        return None
    near = [name for name in _long_names() if name[0] == word[0] and _one_slip(word, name)]
    return near[0] if len(near) == 1 else None


def _one_slip(typed: str, meant: str) -> bool:
    """One letter missing, added, wrong, or two neighbors swapped."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    left, right = typed[start:], meant[start:]
    if len(left) == len(right):
        swapped = left[1::-1] + left[2:] if len(left) > 1 else left
        return left[1:] == right[1:] or swapped == right
    return left[1:] == right if len(left) > len(right) else left == right[1:]
