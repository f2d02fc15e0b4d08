"""What somebody looks for: read from typed words, or filled in a window. Pure."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from bot.directory.words import PRONOUNS, Hit, Tokens, Words, words_of

POLICE_SERVICES = frozenset({"lead_investigative_unit", "police_victim_services"})
# "services for men": the help that most others begin with
HELP = frozenset({
    "help", "service", "program", "resource", "anything", "support", "serve", "provider", "ayuda", "apoyo", "servicio",
})  # fmt: skip
FIRST_HELP = frozenset({"emergency_shelter", "case_management", "victim_advocacy", "crisis_line", "youth_shelter"})
CHILD_LINES = frozenset({"child_abuse_report_line", "crisis_line", "missing_children"})
GROWN = frozenset({"men", "women", "adults", "older_adults"})
WORKER_HELP = frozenset({"worker_center", "labor_standards_enforcement", "wage_recovery"})
SHORT = 8
# "a 30 year old woman" is no old woman
ELDERLY = 60
GENDERS = ("women", "men")
# said of a girl as well as of a woman
SAID_OF_GIRLS = frozenset({("pregnant",), ("embarazada",), ("female",), ("expecting",)})
CALLING = frozenset({"call", "number", "line", "hotline", "report", "phone", "tell", "llamo", "llamar", "linea", "reportar"})
OFFSPRING = frozenset({
    "son", "daughter", "kid", "child", "boy", "girl", "baby", "nephew", "niece", "grandson", "granddaughter", "hijo", "hija",
})  # fmt: skip
PARENTS = frozenset({"mother", "mom", "mum", "mama", "father", "dad", "papa", "parent", "madre", "padre", "guardian"})
YOUNG_PARENT = frozenset({("teen", "mom"), ("teen", "mother"), ("teenage", "mother"), ("teenage", "mom")})
AGE_BESIDE = re.compile(
    r"\b(?:girl|boy|man|woman|teen|kid|male|female|minor|client|youth),?\s+(\d{1,2})\b(?!\s*(?:am|pm|kids?|child))"
    r"|\b(\d{2})[- ]?(?:girl|boy|male|female|[mf])\b"
    r"|(?<![\d/:$-])\b(1[0-7])\b(?=,?\s(?:and\s)?(?:homeless|runaway|pregnant|ran|kicked|missing|trafficked|sold|gay|trans)\b)",
    re.IGNORECASE,
)
# "23 f", "m/40"
GENDER_BESIDE_AGE = re.compile(r"\b(?:(?:1[89]|[2-9]\d)\s?[-/]?\s?([fm])|([fm])\s?[-/]?\s?(?:1[89]|[2-9]\d))\b", re.IGNORECASE)
NUMBERS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
}  # fmt: skip
# people so many that naming them alone says nothing about the help that is needed
EVERYBODY = frozenset({"women", "men", "adults", "under_18", "families_with_children", "workers"})
# "2 year program", "18 month lease": how long, not how old
LASTS = re.compile(
    r"\b\d{1,2}\s*-?\s*(?:years?|yrs?|años?)\s+(?:\w+\s+)?(?:program|housing|lease|plan|wait|sentence|limit|stay|contract|waitlist)\w*\b",
    re.IGNORECASE,
)
AGE = re.compile(
    r"\b(?:(?:age|aged|edad|de)\s+)?(\d{1,2})\s*-?\s*(?:years?|yrs?|y\.?/?o|yo|anos?|años?)\b(?:\s*-?\s*old)?|\b(?:age|aged|edad)\s+(\d{1,2})\b",
    re.IGNORECASE,
)
HOUR = re.compile(r"\b(\d{1,2})(?::[0-5]\d)?\s*([ap])\.?m\b", re.IGNORECASE)
# a negation reaches over at most this many little words to the thing it negates
REACH = 3
REACH_TO_POLICE = 6
STRICT_NOT = frozenset({
    ("not",), ("non",), ("except",), ("beside",), ("other", "than"), ("rather", "than"), ("instead", "of"),
    ("anything", "but"), ("excepto",), ("en", "vez", "de"), ("dont",), ("doesnt",), ("isnt",),
})  # fmt: skip
# "all shelters are full": then something else is looked for, if anything else is named
FULL = frozenset({"full", "closed", "lleno", "llena"})
FILLERS = frozenset({
    "a", "an", "the", "any", "another", "just", "only", "need", "want", "to", "run", "by", "un", "una", "el", "la",
})  # fmt: skip


@dataclass(frozen=True)
class Need:
    """What is looked for. `services`: each thing asked for, as the codes any of which will do.

    `passing`: what was only mentioned; whoever offers it too comes a little before others.
    """

    services: tuple[frozenset[str], ...] = ()
    passing: tuple[frozenset[str], ...] = ()
    without: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    spoken_only: bool = False
    populations: frozenset[str] = frozenset()
    age: int | None = None
    areas: frozenset[str] = frozenset()
    when: str | None = None
    hour: int | None = None
    forms: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    police: bool = False
    not_police: bool = False
    immigration: bool = False
    strict_time: bool = False

    @property
    def asks_something(self) -> bool:
        return bool(self.services or self.languages or self.populations or self.police or self.immigration)

    @property
    def is_enough(self) -> bool:
        """Something one can look up. `A woman` alone, or `English` alone, is not."""
        return bool(
            self.services or self.police or self.immigration or self.populations - EVERYBODY or set(self.languages) - {"en"}
        )

    @property
    def kinds(self) -> int:
        """How many different things the words told: the more, the more it is a look-up."""
        told = (self.services, self.languages, self.populations, self.areas, self.when, self.conditions)
        return sum(1 for item in told if item) + (1 if self.police or self.immigration else 0)


@dataclass(frozen=True)
class Reading:
    """The need, which tokens explained it, and which of them named a kind of help."""

    need: Need
    covered: frozenset[int]
    asked_at: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Asked:
    services: tuple[frozenset[str], ...]
    passing: tuple[frozenset[str], ...]
    without: frozenset[str]
    hits: tuple[Hit, ...]


def read_need(text: str, tokens: Tokens, words: Words) -> Reading:
    """Reads a need from words. `tokens` are the text's, mended; the text itself is read for ages and clauses only."""
    stops = _clause_ends(text, len(tokens))
    refusals = words.refusals.find(tokens)
    asked_for = _services(tokens, words)
    services, service_hits = asked_for.services, asked_for.hits
    police = list(words.police.find(tokens))
    wants = {
        kind: _asked(kind, police, tokens, words, refusals, stops, services, service_hits) for kind in ("police", "immigration")
    }
    refused_police = any(_is_refused(hit, refusals, stops) for hit in police)
    if refused_police and not wants["police"]:
        services = tuple(kept for asked in services if (kept := asked - POLICE_SERVICES))
    need = Need(
        services=services, passing=asked_for.passing, without=asked_for.without, languages=_codes(words.languages.find(tokens)),
        spoken_only=bool(words.spoken_only.find(tokens)), areas=frozenset(_codes(words.areas.find(tokens))),
        when=_time(words.times.find(tokens)), hour=_hour(text), forms=frozenset(_codes(words.forms.find(tokens))),
        conditions=frozenset(_codes(words.conditions.find(tokens))),
        police=wants["police"] or any(asked <= POLICE_SERVICES for asked in services), immigration=wants["immigration"],
        not_police=refused_police,
    )  # fmt: skip
    if need.spoken_only and need.languages:
        need = replace(need, services=tuple(asked for asked in need.services if asked != {"interpretation"}))
    population_hits = words.populations.find(tokens)
    need = _what_goes_without_saying(_people(need, population_hits, _age(text), tokens, _gender(text)), tokens)
    covered = {place for hit in (*service_hits, *police, *population_hits) for place in range(hit.start, hit.end)}
    for lexicon in (words.languages, words.areas, words.times, words.forms, words.conditions):
        covered |= {place for hit in lexicon.find(tokens) for place in range(hit.start, hit.end)}
    asked_at = frozenset(place for hit in service_hits for place in range(hit.start, hit.end))
    return Reading(need, frozenset(covered), asked_at)


def _services(tokens: Tokens, words: Words) -> _Asked:
    """Things asked for, things refused, and where they stood. Meanings that overlap narrow each other down.

    What is said in passing (`pregnant`, `homeless`) narrows too, but is a thing of its own only where nothing else is asked.
    """
    asked: list[frozenset[str]] = []
    passing: list[frozenset[str]] = []
    full: list[frozenset[str]] = []
    without: set[str] = set()
    hits = tuple(hit for hit in words.services.find(tokens) if hit.codes != {""})
    for hit in sorted(hits, key=lambda hit: hit.phrase in words.in_passing):
        if _is_not_wanted(hit, tokens):
            without |= hit.codes
        elif FULL & set(tokens[hit.end : hit.end + 2]):
            full.append(hit.codes)
        elif not _narrows(asked, hit.codes):
            (passing if hit.phrase in words.in_passing else asked).append(hit.codes)
    if not asked:
        asked, passing = passing or full, []
    kept = tuple((each - without) or each for each in dict.fromkeys(asked))
    refused = frozenset(without - frozenset().union(*kept)) if kept else frozenset(without)
    return _Asked(kept, tuple(dict.fromkeys(passing)), refused, hits)


def _narrows(asked: list[frozenset[str]], codes: frozenset[str]) -> bool:
    """Narrows the first thing asked for that shares a meaning; False when none does."""
    for place, earlier in enumerate(asked):
        if earlier & codes:
            asked[place] = earlier & codes
            return True
    return False


def _is_not_wanted(hit: Hit, tokens: Tokens) -> bool:
    """`not a hotline`, `other than the shelter`: a strict negation with only little words between."""
    for back in range(1, REACH + 2):
        place = hit.start - back
        if place < 0:
            return False
        if (tokens[place],) in STRICT_NOT or tokens[max(0, place - 1) : place + 1] in STRICT_NOT:
            return True
        if tokens[max(0, place - 2) : place + 1] in STRICT_NOT:
            return True
        if tokens[place] not in FILLERS:
            return False
    return False


def _asked(
    kind: str, police: list[Hit], tokens: Tokens, words: Words, refusals: tuple[Hit, ...], stops: frozenset[int],
    services: tuple[frozenset[str], ...], service_hits: tuple[Hit, ...],
) -> bool:  # fmt: skip
    """Police (or immigration enforcement) is what is asked for, not part of the story or refused."""
    hits = [hit for hit in police if kind in hit.codes]
    if not hits or any(_is_refused(hit, refusals, stops) for hit in hits) or words.not_asking.find(tokens):
        return False
    near_police = POLICE_SERVICES | {"tip_line", "emergency", "awareness_materials"}
    if all(asked & near_police for asked in services):
        return True
    return kind == "police" and any(
        other.start == hit.end or other.end == hit.start
        for hit in hits
        for other in service_hits
        if other.codes & {"housing_fund", "victim_advocacy", "financial_assistance"}
    )


def _is_refused(hit: Hit, refusals: tuple[Hit, ...], stops: frozenset[int]) -> bool:
    for refusal in refusals:
        if 0 <= hit.start - refusal.end <= REACH_TO_POLICE and not any(refusal.end <= stop <= hit.start for stop in stops):
            return True
    return False


def _people(need: Need, hits: tuple[Hit, ...], age: int | None, tokens: Tokens, gender: str | None) -> Need:
    found: set[str] = {gender} if gender else set()
    by_pronoun: set[str] = set()
    for hit in hits:
        (by_pronoun if hit.phrase in PRONOUNS else found).update(code for code in hit.codes if code)
    if not found & {*GENDERS, "trans_nonbinary"} and len(by_pronoun) == 1 and not found & {"under_18"}:
        found |= by_pronoun
    is_young = (age is not None and age < 18) or "under_18" in found
    if is_young and all(hit.phrase in SAID_OF_GIRLS | PRONOUNS for hit in hits if "women" in hit.codes):
        found.discard("women")
    grown_up = bool(found & set(GENDERS)) or bool(PARENTS & set(tokens))
    if grown_up and "under_18" in found:
        # "a woman and a teenager": the younger one comes along
        found.add("families_with_children")
    elif age is not None and age < 18 and (PARENTS & set(tokens) or (grown_up and OFFSPRING & set(tokens))):
        found.add("families_with_children")
    if "families_with_children" in found:
        found -= set() if YOUNG_PARENT & set(itertools.pairwise(tokens)) else {"under_18"}
        age = None if age is not None and age < 18 else age
    if age is not None:
        found |= {"under_18"} if age < 18 else {"age_18_24"} if age < 25 else {"older_adults"} if age >= ELDERLY else {"adults"}
        if age >= 18:
            found.discard("under_18")
        if age < ELDERLY:
            found.discard("older_adults")
    if "under_18" in found:
        found -= {"adults"}
    return replace(need, populations=frozenset(found), age=age)


def _what_goes_without_saying(need: Need, tokens: Tokens) -> Need:
    """`Who takes a mother with two kids` means a bed, `report to the police` investigators; a minor's bed is a youth bed."""
    services = need.services
    if not services and (need.police or need.immigration):
        services = (frozenset({"lead_investigative_unit"}),) if need.police else (frozenset({"tip_line"}),)
    a_child = "under_18" in need.populations and "families_with_children" not in need.populations
    if not services and a_child and CALLING & set(tokens):
        services = (CHILD_LINES,)
    if not services and {"take", "accept", "acepta"} & set(tokens) and need.populations:
        services = (frozenset({"emergency_shelter"}),)
    if not services and need.conditions - {"requires_police_report"}:
        services = (frozenset({"emergency_shelter"}),)
    if not services and need.when in ("now", "tonight") and "under_18" in need.populations:
        services = (frozenset({"youth_drop_in", "youth_shelter"}),)
    if not services and need.when in ("tonight",) and need.populations:
        services = (frozenset({"emergency_shelter"}),)
    if not services and need.populations and need.populations <= EVERYBODY and HELP & set(tokens) and len(tokens) <= SHORT:
        services = (WORKER_HELP if "workers" in need.populations else FIRST_HELP,)
    if need.populations & GROWN and not need.populations & {"under_18", "age_18_24"}:
        adult_bed = frozenset({"emergency_shelter"})
        services = tuple(dict.fromkeys(adult_bed if asked == {"youth_shelter"} else asked for asked in services))
    if {"under_18", "age_18_24"} <= need.populations and need.age is None:
        either = frozenset({"youth_shelter", "emergency_shelter"})
        services = tuple(dict.fromkeys(either if asked & either else asked for asked in services))
    if "under_18" in need.populations and ("age_18_24" not in need.populations or need.age is not None):
        youth = frozenset({"youth_shelter"})
        services = tuple(dict.fromkeys(youth if "emergency_shelter" in asked else asked for asked in services))
    return replace(need, services=services)


def _age(text: str) -> int | None:
    text = LASTS.sub(" ", text)
    for word, digits in NUMBERS.items():
        text = re.sub(rf"\b{word}\b", digits, text, flags=re.IGNORECASE)
    found = AGE.search(text)
    if found:
        return int(found[1] or found[2])
    beside = AGE_BESIDE.search(text)
    return int(beside[1] or beside[2] or beside[3]) if beside else None


def _gender(text: str) -> str | None:
    """Of a grown person, where a letter beside the age is all that is said."""
    found = GENDER_BESIDE_AGE.search(text)
    return {"f": "women", "m": "men"}[(found[1] or found[2]).lower()] if found else None


def _hour(text: str) -> int | None:
    """The hour of `at 9pm`, 0 to 23; None where none is named."""
    found = HOUR.search(text)
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    return int(found[1]) % 12 + (12 if found[2].lower() == "p" else 0)


def _codes(hits: tuple[Hit, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for hit in hits for code in sorted(hit.codes) if code))


def _time(hits: tuple[Hit, ...]) -> str | None:
    """The narrowest time that was named; a day of the week outweighs `tonight`."""
    order = ("weekend", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "always", "tonight", "now")
    named = {code for hit in hits for code in hit.codes}
    return next((code for code in order if code in named), None)


def _clause_ends(text: str, count: int) -> frozenset[int]:
    """Token places before which a clause ends (comma, full stop, semicolon, `but`)."""
    places: set[int] = set()
    done = 0
    for clause in re.split(r"[,.;:!?\n]|(?=\bbut\b)|(?=\bpero\b)", text):
        done += len(words_of(clause))
        places.add(done)
    return frozenset(place for place in places if 0 < place < count)
