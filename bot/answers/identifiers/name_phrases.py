"""The phrases after or before which a person's name stands, and the words by which each phrase is noticed. Patterns only.

names.py decides what of it is a name; tongues.py has the languages that are not written like English or Spanish.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_LETTER = "A-Za-zÀ-ÖØ-öø-žƠ-ưẠ-ỹ"
_CAP = rf"[A-ZÀ-ÖØ-ÞĀ-žƠ-ưẠ-ỹ][{_LETTER}'-]{{1,24}}"
_ANY = rf"[{_LETTER}][{_LETTER}'-]{{1,24}}"
FULL = rf"(?P<it>{_CAP}(?:\s{_CAP}){{0,2}})"
_FULL_ANY = rf"(?P<it>{_ANY}(?:\s{_ANY}){{0,2}})"
_PERSON = (
    r"client|patient|survivor|victim|resident|guest|minor|child|girl|boy|woman|man|lady|guy|kid|teen|teenager|youth|"
    r"caller|trafficker|pimp|suspect|vic|clt|pt|"
    r"abuser|exploiter|boyfriend|girlfriend|husband|wife|mother|father|mom|dad|sister|brother|daughter|son|uncle|"
    r"aunt|cousin|niece|nephew|"
    r"grandmother|grandfather|boss|employer|foreman|recruiter|smuggler|madam|worker|student|runaway|participant|"
    r"tenant|ex|partner|fianc[eé]e?|"
    r"baby|toddler|infant|female|male|individual|person|friend|roommate|handler|buyer|inmate|"
    r"clienta|cliente|paciente|v[ií]ctima|sobreviviente|ni[nñ][ao]|muchach[ao]|mujer|hombre|joven|hij[ao]|herman[ao]|"
    r"madre|padre|novi[ao]|"
    r"espos[ao]|marido|t[ií][ao]|prim[ao]|patr[oó]n|patrona|jefe|jefa|padrote|trabajador|trabajadora|compa[nñ]er[ao]|"
    r"amig[ao]|chic[ao]|bebé"
)
_OWNER = rf"(?:her|his|their|my|your|su|mi|the|(?:(?:the|our|my|this|a)\s)?(?:{_PERSON})(?:'s|s')?)"
_AFTER_ROLE = re.compile(rf"\b(?i:{_PERSON})(?i:,|:|\sis|\s-|\s=|=)?\s{FULL}")
_AFTER_ROLE_ANY = re.compile(rf"\b(?:{_PERSON})(?:,|:)?\s{_FULL_ANY}", re.IGNORECASE)
_NAME_IS = re.compile(
    rf"\b(?:{_OWNER}\s)(?:(?:first|last|full|real|legal|middle|maiden|street|nick|given|birth|married|chosen|former|preferred|stage|work)\s?)?(?:name|names|"
    rf"nickname|surname|alias)(?:\s|(?='))?"
    rf"(?:'s|is|are|was|were|=|:|might be|may be)\s{{0,2}}(?:probably\s|maybe\s)?{_FULL_ANY}",
    re.IGNORECASE,
)
_NAME_COLON = re.compile(
    rf"\b(?i:full name|legal name|real name|first name|last name|surname|nombre completo|nombre|name|apellido)\s?[:=]\s?"
    rf"(?P<it>{_CAP}\s{_CAP}(?:\s{_CAP})?)(?=\s*(?:$|[,.;\n(]|\d|[a-z]))"
)
_NAME_COLON_ONE = re.compile(rf"\b(?i:nombre|name|client|patient)\s?[:=]\s?{FULL}")
_NAME_PART = re.compile(
    rf"\b(?i:first name|last name|real name|legal name|full name|maiden name|middle name|surname|"
    rf"apellido)\s(?i:is\s)?{FULL}"
)
_NAME_AFTER = re.compile(rf"\b(?i:(?:{_PERSON})'s|her|his|their|us(?:es|ing|ed)\sthe|gave\sthe|under\sthe)\s(?i:name)\s{FULL}")
_SU_NOMBRE = re.compile(
    rf"\b(?:su nombre es|mi nombre es|de nombre|se llaman?|me llamo|responde al nombre de)\s{_FULL_ANY}", re.IGNORECASE
)
_NAMED = re.compile(
    rf"\b(?i:{_PERSON}|someone|somebody|one|alguien)\s(?i:(?:who is|who's|that is|is|was)\s)?(?i:named|called|llamad[ao]|"
    rf"by the name of|que se llama)\s{FULL}"
)
_NAMED_ANY = re.compile(
    rf"\b(?:{_PERSON}|someone|somebody)\s(?:(?:who is|is|was)\s)?(?:named|llamad[ao]|que se llama)\s{_FULL_ANY}", re.IGNORECASE
)
_GOES_BY = re.compile(
    rf"\b(?i:goes by|go by|went by|a\.?k\.?a\.?|alias|street name|known as|calls (?:herself|himself|themself)|nicknamed|"
    rf"conocid[ao] como|le dicen|alias)\s(?i:is\s)?\"?{FULL}"
)
_TITLE = re.compile(
    rf"\b(?:[Mm]rs?|[Mm]s|[Mm]x|MRS?|MS|Miss|[Ss]ra|[Ss]rta|[Ss]r|[Ss]eñora|[Ss]eñor|[Ss]eñorita|[Ss]enora|[Ss]enor|"
    rf"[Dd]oña|Don)\.?\s{FULL}"
)
_WITH_AGE = re.compile(
    rf"\b(?P<it>{_CAP}(?:\s{_CAP}){{0,2}}),?\s(?:\(\s?\d{{1,2}}\s?\)|(?:age|aged|is|who is)\s\d{{1,2}}\b(?!\s?(?:%|"
    rf"percent|am|pm|:|of|minutes|beds))|"
    r"\d{1,2}\s?(?:yo|y/o|yrs?|years? old|años)\b|\d{1,2},)|"
    rf"\b(?P<too>{_CAP}(?:\s{_CAP}){{0,2}}),\s\d{{1,2}}(?=[,.;]|\s(?:year|yo|from|who|and|ran|was|is)\b|$)"
)
_AGE_THEN = re.compile(
    rf"\b\d{{1,2}}(?:\s|-)?(?:yo|y/o|yr old|year[- ]olds?|f|m)\s(?:girl\s|boy\s|female\s|male\s|client\s|named\s)?{FULL}"
)
_PERSON_VERB = (
    r"(?:needs?|wants?|lives?|left|escaped|ran|fled|disclosed|cried|necesita|quiere|vive|escap[oó]|huy[oó]|"
    r"(?:is|was|has been|está)\s(?:staying|afraid|pregnant|safe|missing|hiding|homeless|hurt|injured|suicidal|"
    r"trafficked|forced|beaten|exploited|"
    r"threatened|sleeping|detained|a client|a victim|a survivor|a minor|being|in danger|at the (?:shelter|motel|"
    r"hotel|hospital|clinic)|in shelter))"
)
_WITH_VERB = re.compile(rf"\b(?P<it>{_CAP}\s{_CAP}(?:\s{_CAP})?)\s{_PERSON_VERB}\b")
_BEFORE_BIRTH = re.compile(rf"\b(?P<it>{_CAP}\s{_CAP}),?\s(?i:dob|d\.o\.b|born|ssn|phone|cell|passport|nacid[ao]|naci[oó])\b")
_NAMES_ARE = re.compile(rf"\b(?i:names|nombres)\s(?i:are|were|son|:)\s{FULL}")
_IS_SHE = re.compile(
    rf"\b(?i:is|was)\s(?P<it>{_CAP}\s{_CAP})\s(?:a|at|in|still|already|here|one|safe|missing|staying|registered|"
    rf"enrolled|our|on)\b"
)
_HELP_HER = re.compile(
    rf"\b(?i:refer|referring|referred|shelter|house|transport|locate|place|placed|screened|interviewed|accompany|"
    rf"pick up|picked up|admit|admitted|"
    rf"take in|referral for|bed for|ride for|consent from|release for|story of|case of|intake for)\s(?P<it>{_CAP}\s{_CAP})\b"
)

class Reading(StrEnum):
    """How much a phrase proves: a name must follow, a name follows that may be unknown, only a known given name counts."""

    SURE = "sure"
    ANY_CASE = "any case"
    KNOWN = "known"


class Phrase(NamedTuple):
    """`triggers`: words of which one stands in every match, so that most texts need not be searched at all."""

    pattern: re.Pattern[str]
    reading: Reading
    triggers: frozenset[str] | None = None
    needs_capital: bool = True
    needs_digit: bool = False


def _spelled_out(pattern: str) -> Iterator[str]:
    """Every word that an alternation of plain words, classes and single optional letters can match."""
    for word in pattern.split("|"):
        forms = [""]
        for piece in re.findall(r"\[[^\]]*\]\??|.\??", word):
            letters = [*piece.strip("[]?"), *([""] if piece.endswith("?") else [])]
            forms = [form + letter for form in forms for letter in letters]
        yield from forms


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ROLES = frozenset(_spelled_out(_PERSON))
_SOMEONE = ROLES | {"someone", "somebody", "one", "alguien"}
_NAME = frozenset({"name", "names", "nickname", "surname", "alias", "nombre", "apellido", "firstname", "lastname", "fullname"})
_TITLES = _words("mr mrs ms mx miss sra srta sr señora señor señorita senora senor doña don")
_BYS = _words("goes go went aka a alias street known calls nicknamed conocido conocida dicen")
_PLACING = _words(
    "refer referring referred shelter house transport locate place placed screened interviewed accompany pick picked admit "
    "admitted take referral bed ride consent release story case intake"
)
PHRASES = (
    Phrase(_AFTER_ROLE, Reading.SURE, ROLES),
    Phrase(_NAME_COLON, Reading.SURE, _NAME),
    Phrase(_NAME_PART, Reading.SURE, _NAME),
    Phrase(_NAME_AFTER, Reading.SURE, _NAME),
    Phrase(_NAMED, Reading.SURE, _SOMEONE),
    Phrase(_GOES_BY, Reading.SURE, _BYS),
    Phrase(_TITLE, Reading.SURE, _TITLES),
    Phrase(_NAMES_ARE, Reading.SURE, frozenset({"names", "nombres"})),
    Phrase(_NAME_IS, Reading.ANY_CASE, _NAME, needs_capital=False),
    Phrase(_SU_NOMBRE, Reading.ANY_CASE, frozenset({"nombre", "llama", "llaman", "llamo"}), needs_capital=False),
    Phrase(_NAMED_ANY, Reading.ANY_CASE, frozenset({"named", "llamado", "llamada", "llama"}), needs_capital=False),
    Phrase(_AFTER_ROLE_ANY, Reading.KNOWN, ROLES, needs_capital=False),
    Phrase(_NAME_COLON_ONE, Reading.KNOWN, frozenset({"nombre", "name", "client", "patient"})),
    Phrase(_WITH_AGE, Reading.KNOWN, needs_digit=True),
    Phrase(_AGE_THEN, Reading.KNOWN, needs_digit=True),
    Phrase(_WITH_VERB, Reading.KNOWN),
    Phrase(_BEFORE_BIRTH, Reading.KNOWN, _words("dob d born ssn phone cell passport nacido nacida nació nacio")),
    Phrase(_IS_SHE, Reading.KNOWN, frozenset({"is", "was"})),
    Phrase(_HELP_HER, Reading.KNOWN, _PLACING),
)
