"""Names of people, where the sentence says that a person is meant: a role, a title, "her name is", a name with an age.

Names of colleagues, agencies and places stay: "Officer Daniels", "Harbor House", "Ana owns item 4".
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.answers.identifiers.first_names import FIRST_NAMES, NOT_NAMES, ONLY_WITH_A_CAPITAL
from bot.answers.identifiers.spans import Span

_CAP = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ'-]{1,24}"
_ANY = r"[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ'-]{1,24}"
_FULL = rf"(?P<it>{_CAP}(?:\s{_CAP}){{0,2}})"
_FULL_ANY = rf"(?P<it>{_ANY}(?:\s{_ANY}){{0,2}})"
_PERSON = (
    r"client|patient|survivor|victim|resident|guest|minor|child|girl|boy|woman|man|lady|guy|kid|teen|teenager|youth|"
    r"caller|trafficker|pimp|suspect|"
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
_AFTER_ROLE = re.compile(rf"\b(?i:{_PERSON})(?i:,|:|\sis|\s-)?\s{_FULL}")
_AFTER_ROLE_ANY = re.compile(rf"\b(?:{_PERSON})(?:,|:)?\s{_FULL_ANY}", re.IGNORECASE)
_NAME_IS = re.compile(
    rf"\b(?:{_OWNER}\s)(?:(?:first|last|full|real|legal|middle|maiden|street|nick|given|birth)\s?)?(?:name|names|"
    rf"nickname|surname|alias)\s?"
    rf"(?:is|are|was|were|=|:|might be|may be)\s{{0,2}}(?:probably\s|maybe\s)?{_FULL_ANY}",
    re.IGNORECASE,
)
_NAME_COLON = re.compile(
    rf"\b(?i:full name|legal name|real name|first name|last name|surname|nombre completo|nombre|name|apellido)\s?[:=]\s?"
    rf"(?P<it>{_CAP}\s{_CAP}(?:\s{_CAP})?)(?=\s*(?:$|[,.;\n(]|\d|[a-z]))"
)
_NAME_COLON_ONE = re.compile(rf"\b(?i:nombre|name|client|patient)\s?[:=]\s?{_FULL}")
_NAME_PART = re.compile(
    rf"\b(?i:first name|last name|real name|legal name|full name|maiden name|middle name|surname|"
    rf"apellido)\s(?i:is\s)?{_FULL}"
)
_SU_NOMBRE = re.compile(
    rf"\b(?:su nombre es|mi nombre es|de nombre|se llaman?|me llamo|responde al nombre de)\s{_FULL_ANY}", re.IGNORECASE
)
_NAMED = re.compile(
    rf"\b(?i:{_PERSON}|someone|somebody|one|alguien)\s(?i:(?:who is|who's|that is|is|was)\s)?(?i:named|called|llamad[ao]|"
    rf"by the name of|que se llama)\s{_FULL}"
)
_NAMED_ANY = re.compile(
    rf"\b(?:{_PERSON}|someone|somebody)\s(?:(?:who is|is|was)\s)?(?:named|llamad[ao]|que se llama)\s{_FULL_ANY}", re.IGNORECASE
)
_GOES_BY = re.compile(
    rf"\b(?i:goes by|go by|went by|a\.?k\.?a\.?|alias|street name|known as|calls (?:herself|himself|themself)|nicknamed|"
    rf"conocid[ao] como|le dicen|alias)\s(?i:is\s)?\"?{_FULL}"
)
_TITLE = re.compile(
    rf"\b(?:[Mm]rs?|[Mm]s|[Mm]x|MRS?|MS|Miss|[Ss]ra|[Ss]rta|[Ss]r|[Ss]eñora|[Ss]eñor|[Ss]eñorita|[Ss]enora|[Ss]enor|"
    rf"[Dd]oña|Don)\.?\s{_FULL}"
)
_WITH_AGE = re.compile(
    rf"\b(?P<it>{_CAP}(?:\s{_CAP}){{0,2}}),?\s(?:\(\s?\d{{1,2}}\s?\)|(?:age|aged|is|who is)\s\d{{1,2}}\b(?!\s?(?:%|"
    rf"percent|am|pm|:|of|minutes|beds))|"
    r"\d{1,2}\s?(?:yo|y/o|yrs?|years? old|años)\b|\d{1,2},)|"
    rf"\b(?P<too>{_CAP}(?:\s{_CAP}){{0,2}}),\s\d{{1,2}}(?=[,.;]|\s(?:year|yo|from|who|and|ran|was|is)\b|$)"
)
_AGE_THEN = re.compile(
    rf"\b\d{{1,2}}(?:\s|-)?(?:yo|y/o|yr old|year[- ]olds?|f|m)\s(?:girl\s|boy\s|female\s|male\s|client\s|named\s)?{_FULL}"
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
_NAMES_ARE = re.compile(rf"\b(?i:names|nombres)\s(?i:are|were|son|:)\s{_FULL}")
_IS_SHE = re.compile(
    rf"\b(?i:is|was)\s(?P<it>{_CAP}\s{_CAP})\s(?:a|at|in|still|already|here|one|safe|missing|staying|registered|"
    rf"enrolled|our|on)\b"
)
_HELP_HER = re.compile(
    rf"\b(?i:refer|referring|referred|shelter|house|transport|locate|place|placed|screened|interviewed|accompany|"
    rf"pick up|picked up|admit|admitted|"
    rf"take in|referral for|bed for|ride for|consent from|release for|story of|case of|intake for)\s(?P<it>{_CAP}\s{_CAP})\b"
)
_NOT_A_PERSON_BEFORE = re.compile(
    r"(?:program|programa|formulario|form|l[ií]nea|shelter|albergue|casa|organizaci[oó]n|proyecto|tool|training|"
    r"agency|center|centro|app|system|curso|"
    r"channel|flow|document|street|school|company|business|restaurant|hotel|motel|grupo|group|campaign|the file|"
    r"provider|c[oó]mo)\s(?:is\s|que\s|'s\s)?$",
    re.IGNORECASE,
)
_STAFF_BEFORE = re.compile(
    r"\b(?:officer|detective|sergeant|sgt|lt|captain|judge|director|councilmember|mayor|coordinator|advocate|nurse|"
    r"doctor|dr|professor|chief|agent|"
    r"attorney|counselor|commissioner|supervisor|manager|case ?worker|social worker|staff|colleague|interpreter)\.?,?\s$",
    re.IGNORECASE,
)


def names(text: str) -> Iterator[Span]:
    """People's names in a person's context. Texts without small letters are read by the list of given names."""
    for pattern in (_AFTER_ROLE, _NAME_COLON, _NAME_PART, _NAMED, _GOES_BY, _TITLE, _NAMES_ARE):
        yield from _checked(text, pattern, sure_case=True)
    for pattern in (_NAME_IS, _SU_NOMBRE, _NAMED_ANY):
        yield from _checked(text, pattern, sure_case=False)
    for pattern in (_AFTER_ROLE_ANY, _NAME_COLON_ONE, _WITH_AGE, _AGE_THEN, _WITH_VERB, _BEFORE_BIRTH, _IS_SHE, _HELP_HER):
        yield from _by_given_name(text, pattern)


def _checked(text: str, pattern: re.Pattern[str], sure_case: bool) -> Iterator[Span]:
    """The context says that a name follows: any capitalized word but an everyday one; a small one if it is a given name."""
    capitals_tell = not text.isupper()
    for match in pattern.finditer(text):
        start, end = match.start("it"), match.end("it")
        word = text[start:end].split()[0]
        first = _folded(word)
        if capitals_tell and word.isupper() and len(word) > 2 and first not in FIRST_NAMES:
            continue  # an acronym
        if _NOT_A_PERSON_BEFORE.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        capital = text[start].isupper() and capitals_tell
        if _is_given(word, first) or (capital and first not in NOT_NAMES):
            if not _is_an_office(text[start:end], text[end : end + 30]):
                yield Span("name", start, end)
        elif not sure_case and first not in NOT_NAMES and _owned(match.group()):
            yield Span("name", start, end)


def _by_given_name(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The context alone proves little: only where the first word is a known given name."""
    for match in pattern.finditer(text):
        group = "it" if match["it"] else "too"
        start, end = match.start(group), match.end(group)
        word = text[start:end].split()[0]
        if not _is_given(word, _folded(word)) or _STAFF_BEFORE.search(text[max(0, start - 30) : start]):
            continue
        if not _is_an_office(text[start:end], text[end : end + 30]):
            yield Span("name", start, end)


_OWNED = re.compile(r"^(?:her|his|their|my|su|mi)\s|^(?:su|mi) nombre", re.IGNORECASE)
_OFFICE_WORD = re.compile(
    r"^(?:'s)?\s(?:House|Shelter|Library|Clinic|Center|Hospital|School|Foundation|Home|Park|Street|Day|Jr|Project|Fund|"
    r"Act|Law|branch|library)\b"
)


def _is_given(word: str, folded: str) -> bool:
    return folded in FIRST_NAMES and (word[0].isupper() or folded not in ONLY_WITH_A_CAPITAL)


def _owned(phrase: str) -> bool:
    return _OWNED.match(phrase) is not None


def _is_an_office(name: str, after: str) -> bool:
    """ "Rosa Parks Library", "Maria's House": a place that bears a name."""
    words = name.split()
    if _OFFICE_WORD.match(after) is not None:
        return True
    return words[-1][0].isupper() and any(_folded(word) in NOT_NAMES for word in words[1:] if len(word) > 3)


def _folded(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.lower().removesuffix("'s").strip("'-")
