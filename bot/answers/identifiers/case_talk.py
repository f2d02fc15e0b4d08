"""Names in sentences about somebody in care: "did Brenda check in", "Lopez, Maria - any shelter?", "bed for Anh tonight".

No single word before the name says so; several small signs of the sentence together do. Work talk with a colleague's name
("Ana to draft the shelter list") has no such signs, or has signs of work. names.py reads what one phrase alone proves.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.answers.identifiers.first_names import FIRST_NAMES, NOT_NAMES, ONLY_WITH_A_CAPITAL
from bot.answers.identifiers.given_names import GIVEN_WITH_A_CAPITAL, MORE_GIVEN_NAMES
from bot.answers.identifiers.reading_names import HAS_PARTS, OFFICE_WORD, PLACE_BEGINS, STAFF_BEFORE, folded
from bot.answers.identifiers.spans import Span
from bot.answers.identifiers.surnames import SURNAMES, SURNAMES_WITH_A_CAPITAL

ENOUGH = 2
# what outweighs the signs of work
PLENTY = 4
_SENTENCE = re.compile(r"[^!?;\n]{1,600}")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|(?!'s\b)['-](?=[^\W\d_])){0,24}")
_HELP = (
    r"(?:beds?|shelter|housing|lawyer|attorney|detox|rehab|counsel(?:or|ing)|therap(?:y|ist)|hotel|motel|interpreter|"
    r"doctor|dentist|clinic|hospital|medical|food|clothes|diapers|ride|transport|safe\s(?:place|house|ride)|t[ -]visa|"
    r"u[ -]visa|asylum|transitional|daycare|placement|refugio|albergue|abogad[ao]|cama|comida|terapia|int[eé]rprete)"
)
_NEEDS = (
    r"(?:needs?|needed|wants?|wanted|requests?|asked\sfor|is\slooking\sfor|necesitan?|quieren?|busca)\s(?:\w{1,12}\s){0,3}?"
)
_NEEDS_HELP = re.compile(
    rf"\b{_NEEDS}(?:{_HELP}|place\sto|somewhere|help|id|job|work|passport|papers|to\s(?:leave|get\s(?:away|out)|go\s(?:home|back)|report|"
    r"return|testify|stay|escape|talk\sto\sa)|her|his|ayuda|trabajo|salir)\b"
    r"(?!\s(?:list|report|numbers?|contacts?|update|data|slides?|forms?|policy|speakers?|flyers?|training|counts?|plan|with\sthe))",
    re.IGNORECASE,
)
_SIGNS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (2, _NEEDS_HELP),
    (2, re.compile(
        r"\b(?:trafficker|pimp|h(?:er|is)\s(?:boss|ex|boyfriend|husband|employer|abuser)|su\s(?:patr[oó]n|jefe|novio|esposo)|(?:took|has|have|kept|keeps|hold(?:s|ing)?)\s"
        r"(?:all\s)?(?:her|his|the|their)\s(?:passports?|papers|documents|visa|id)|not\s(?:been\s)?paid|has(?:n'?t|\snot)\s(?:been\s)?paid|haven'?t\sbeen\spaid|"
        r"unpaid\swages|never\spaid|beaten?|beats|hit(?:s|ting)?\s(?:her|him)|hurt(?:s|ing)?|afraid|scared|escaped|fled|ran\s(?:away|off)|"
        r"run(?:ning|s)?\saway|runaway|following\s(?:her|him)|stalk\w{0,5}|threat\w{0,6}|abus(?:e|ed|es|ing|ive)|"
        r"pregnant|undocumented|kidnapped|locked|owes|raped|assaulted|overdos\w{0,3}|suicidal|in\sdanger|missing|homeless(?!\s[a-z]{4})|arrested|deported|in\scustody|"
        r"left\s(?:her|his|the)\s(?:employer|boss|farm|house|husband|man|motel|factory)|sleep(?:s|ing)\s(?:in|at|on|outside)|"
        r"no\stiene\sdonde|la\samenaza|lo\samenaza|le\spega|golpe\w{1,4}|embarazada|escap[oó]|huy[oó]|no\sles?\spag(?:an?|aron|[oó]))\b",
        re.IGNORECASE)),
    (1, re.compile(r"\b(?:she|he|her|him|his|hers|ella)\b", re.IGNORECASE)),
    (1, re.compile(r"\b(?:clients?|survivor|victim|patient|paciente|client[ae]|v[ií]ctima)\b(?!\s(?:list|services?|forms?|data))",
        re.IGNORECASE)),
    (1, re.compile(rf"\b{_HELP}\b", re.IGNORECASE)),
    (1, re.compile(r"\b(?:boss|employer|patr[oó]n|foreman)\b", re.IGNORECASE)),
    (1, re.compile(r"\b(?:passports?|visa|papers)\b", re.IGNORECASE)),
    (1, re.compile(r"\b(?:last\snight|tonight|esta\snoche|right\snow|asap|ahora)\b", re.IGNORECASE)),
    (1, re.compile(
        r"\b(?:check(?:ed|s|ing)?\s(?:in(?:to)?|out)|discharged|admitted|picked\sup|hiding|detained|relapsed|moved\sout|"
        r"showed\sup|here\swith\sme|(?:is|are)\scoming|on\s(?:her|his)\sway|looking\sfor\sa|(?:at|to)\sthe\s(?:station|shelter|motel|hotel|er|clinic|hospital)|got\s(?:the|a)\sjob|"
        r"has\s(?:\w{1,6}\s)?(?:kids?|child(?:ren)?|bab(?:y|ies)))\b", re.IGNORECASE)),
    (1, re.compile(r"\b(?:turn(?:s|ed|ing)?|is|age|aged)\s\d{1,2}\b(?!\s?(?:%|am|pm|:|of|beds|minutes|days|percent))|\b\d{1,2}\s?"
        r"(?:yo|y/o|yrs?\sold|years?\sold|[fm])\b", re.IGNORECASE)),
)  # fmt: skip
_WORK = re.compile(
    r"\b(?:agenda|minutes|mou|draft(?:s|ed|ing)?|budget|slides?|flyers?|posters?|training|trainings|present(?:s|ing|ation)?|"
    r"memo|grant|rfp|contract|subcommittee|committee|meetings?|calendar|invite|newsletter|website|workshop|panel|webinar|"
    r"spreadsheet|proclamation|report\sto|action\sitem|item\s\d{1,3}|assigned?|due|deadline|by\s(?:mon|tues?|wednes|thurs?|fri|"
    r"satur|sun)(?:day)?|by\s\d{1,2}/\d{1,2}|borrador|acta|reuni[oó]n)\b",
    re.IGNORECASE,
)
# right before a name: places are asked for, or asked about, for somebody
_FOR_SOMEBODY = re.compile(
    rf"(?:\b(?:{_HELP}|referral|intake|appointment|consent|release|spot|safety\splan|visit)\sfor|"
    r"\b(?:can|could|will|would)\s(?:\w{1,15}\s){1,3}?(?:take|house|shelter|see|meet|transport|pick\sup)|"
    r"\b(?:placed|transported|escorted|drove|picked\sup|dropped\soff|admitted|sheltered|housed|interviewed|screened)|"
    r"\b(?:facebook|fb|instagram|insta|messenger|tiktok|snapchat):?|"
    r"\b(?:update|news|word)\son|\bstatus\sof|\bwhere\sis|\bthis\sis\sabout|\basking\sabout|\bask\sabout|\bheard\sfrom|"
    r"\b(?:i|we)\shave|\bdid|\bdon(?:de|dé)\sest[aá])\s$",
    re.IGNORECASE,
)
_RELATIVE_AFTER = re.compile(
    r"^'s?\s(?:mom|mother|dad|father|ex|husband|wife|boyfriend|girlfriend|kids?|son|daughter|sister|brother|baby|trafficker|"
    r"pimp|abuser|passport|case\sworker|lawyer|captor)\b",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(r"(?:^|[.?!,]\s)(?:is|was|has|did|does|have\syou\sseen|do\syou\shave)\s$", re.IGNORECASE)
_ASKED_AFTER = re.compile(
    r"^\s(?:still\s(?:at|in|here|there|with|staying)|there|already\s(?:at|in)|at\s(?:the|our|your|[A-Z])|in\s(?:shelter|detox|care)|"
    r"arrived?|safe|staying|registered|enrolled|with\syou|a\s(?:client|resident|guest))\b"
)
_FOR_HELP_AFTER = re.compile(rf"^(?:'s)?\s(?:for|from|at|to)\s(?:\w{{1,12}}\s){{0,2}}?(?:{_HELP}|detention)\b", re.IGNORECASE)
_IS_SOMEBODY_AFTER = re.compile(
    r"^\s\(?(?:(?:is|was|es)\s(?:the|a|an|our|my|her|his|la|el|mi|one\sof\sour)\s)?(?:\w{1,12}\s)?(?:client|survivor|victim|patient|"
    r"resident|minor|trafficker|pimp|abuser|boyfriend|clienta|cliente|v[ií]ctima)s?\b",
    re.IGNORECASE,
)
_COLLEAGUE_AFTER = re.compile(
    r"^(?:,?\s(?:can|could|please|pls|will\s(?:send|bring|lead|present|draft|share|take|review|call|email)|to\s(?!the\b|her\b|his\b|our\b)[a-z]{3,12}\b(?!\sto)|"
    r"owns|presents|leads|chairs|shares|reports)\b|,\s(?:do|are)\syou\b)",
)
_COLLEAGUE_BEFORE = re.compile(
    r"(?:\b(?:ask|cc|ping|thanks|thank\syou|hi|hello|hey|dear|assign(?:ed)?(?:\sit)?\sto|via|signed|@))\s{0,2}$", re.IGNORECASE
)
_SAINT_BEFORE = re.compile(
    r"\b(?:st|san|santa|santo|saint|casa|fort|mount|lake|el|los|las|de|port|north|south|new)\.?\s$", re.IGNORECASE
)


# "in May", "since June": a month or a city, not a person
_WHEN_OR_WHERE_BEFORE = re.compile(
    r"\b(?:in|since|by|of|until|till|from|to|last|next|this|every|near|early|late|mid|through|and)\s$", re.IGNORECASE
)
_ALL_SURNAMES = SURNAMES | SURNAMES_WITH_A_CAPITAL
# what a text must hold to be read at all
_NAME_WORDS = FIRST_NAMES | MORE_GIVEN_NAMES | GIVEN_WITH_A_CAPITAL | _ALL_SURNAMES
_FROM_BEFORE = re.compile(r"\b(?:from|in|near|to|at|de|en)\s$", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"[a-z]{2,25}")
_TWO_CAPITALS = re.compile(r"[^\W\d_a-z][\w'-]{1,24}\s[^\W\d_a-z]")
_TITLES = frozenset({"mr", "mrs", "ms", "mx", "miss", "sra", "srta", "sr", "senora", "senor"})
_NO_INITIAL = frozenset("aioyeuw")


class _Word(NamedTuple):
    text: str
    folded: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


class _Candidate(NamedTuple):
    """A stretch that may be a name. `weight`: what its own shape adds; `needs_place`: only right after "bed for" and the like."""

    start: int
    end: int
    weight: int = 0
    needs_place: bool = False
    unknown: bool = False
    only_with_a_capital: bool = False


def case_names(text: str) -> Iterator[Span]:
    """Names in sentences with enough signs that a person in care is meant."""
    plain = text if text.isascii() else folded(text)
    if _NAME_WORDS.isdisjoint(_PLAIN_WORD.findall(plain.lower())) and _TWO_CAPITALS.search(text) is None:
        return
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group()
        candidates = list(_candidates(said))
        if not candidates:
            continue
        signs = sum(weight for weight, sign in _SIGNS if sign.search(said))
        enough = PLENTY if _WORK.search(said) else ENOUGH
        for candidate in candidates:
            if _weight(said, candidate, signs) >= enough:
                yield Span("name", sentence.start() + candidate.start, sentence.start() + candidate.end)


def _weight(said: str, candidate: _Candidate, signs: int) -> int:
    """All signs for this candidate; 0 where a colleague, an office or a place is named."""
    before, after = said[max(0, candidate.start - 45) : candidate.start], said[candidate.end : candidate.end + 45]
    if OFFICE_WORD.match(after) or STAFF_BEFORE.search(before) or _SAINT_BEFORE.search(before):
        return 0
    placed = _FOR_SOMEBODY.search(before) is not None
    if candidate.needs_place and not placed:
        return 0
    if candidate.unknown and _FROM_BEFORE.search(before):
        return 0
    if candidate.only_with_a_capital and not placed and _WHEN_OR_WHERE_BEFORE.search(before):
        return 0
    told = 2 * (_RELATIVE_AFTER.match(after) is not None) + 2 * (_IS_SOMEBODY_AFTER.match(after) is not None)
    if not placed and not told and (_COLLEAGUE_BEFORE.search(before) or _COLLEAGUE_AFTER.match(after)):
        return 0
    told += _FOR_HELP_AFTER.match(after) is not None
    told += 2 * (_ASKED_BEFORE.search(before) is not None and _ASKED_AFTER.match(after) is not None)
    return signs + told + candidate.weight + 2 * placed


def _candidates(said: str) -> Iterator[_Candidate]:
    words = [_Word(match.group(), folded(match.group()), match.start(), match.end()) for match in _WORD.finditer(said)]
    capitals_tell = not said.isupper()
    place = 0
    while place < len(words):
        found, used = _at(said, words, place, capitals_tell)
        if found is not None:
            yield found
        place += used


def _at(said: str, words: list[_Word], place: int, capitals_tell: bool) -> tuple[_Candidate | None, int]:
    """What begins here: a known given name, a surname before one, or two unknown words with capitals."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    beside = after if after is not None and after.start - word.end == 1 and said[word.end] == " " else None
    capital = word.capital and capitals_tell
    if _is_given(word, capital):
        return _from_given(said, words, place, beside, capitals_tell)
    between = said[word.end : after.start] if after is not None else ""
    if after is not None and between in (" ", ". ") and word.folded in _TITLES and after.folded in _ALL_SURNAMES:
        return _Candidate(after.start, after.end, 1), 2
    if after is not None and between in (", ", ",") and _is_surname(word, capitals_tell):
        all_capitals = _is_surname(word, False) and after.text.isupper()
        return (_Candidate(word.start, after.end, 1), 2) if all_capitals or _is_given(after, after.capital) else (None, 1)
    if after is not None and between in (". ", ".", " ") and capital and len(word.text) == 1 and word.folded not in "ai":
        return (_Candidate(word.start, after.end, 1), 2) if after.capital and _is_surname(after, capitals_tell) else (None, 1)
    if capital and beside is not None and _may_be_a_name(word):
        if _is_surname(beside, capitals_tell) and beside.capital:
            return _Candidate(word.start, beside.end, unknown=True), 2
        lettered = len(beside.text) == 1 and beside.capital and word.folded not in HAS_PARTS
        initial = lettered and said[beside.end : beside.end + 1] in (".", "")
        unknown = beside.capital and beside.folded not in NOT_NAMES and not beside.text.isupper()
        if initial or unknown:
            return _Candidate(word.start, beside.end, 0, needs_place=True), 2
    return None, 1


def _from_given(
    said: str, words: list[_Word], place: int, beside: _Word | None, capitals_tell: bool
) -> tuple[_Candidate, int]:
    """A known given name, with the surname or initial that follows. Somebody who writes an initial hides a surname."""
    word = words[place]
    if beside is not None and _goes_on(said, beside, capitals_tell):
        third = words[place + 2] if place + 2 < len(words) else None
        last = third if third is not None and third.start - beside.end == 1 and _is_surname(third, capitals_tell) else beside
        return _Candidate(word.start, last.end, 1 if _is_surname(last, capitals_tell) or len(last.text) == 1 else 0), 2
    unsure = word.folded in GIVEN_WITH_A_CAPITAL and said[word.end : word.end + 2] != "'s"
    needs_place = unsure and _begins(said, word) and not _acts(said, word)
    return _Candidate(word.start, word.end, 0, needs_place, only_with_a_capital=unsure), 1


def _is_given(word: _Word, capital: bool) -> bool:
    if word.folded in FIRST_NAMES:
        return capital or word.folded not in ONLY_WITH_A_CAPITAL
    if word.folded in MORE_GIVEN_NAMES:
        return True
    return capital and word.folded in GIVEN_WITH_A_CAPITAL and not word.text.isupper()


def _is_surname(word: _Word, capitals_tell: bool) -> bool:
    if word.folded in SURNAMES:
        return True
    parts = word.folded.split("-")
    if len(parts) > 1 and any(part in SURNAMES for part in parts):
        return True
    return word.capital and capitals_tell and word.folded in SURNAMES_WITH_A_CAPITAL


def _may_be_a_name(word: _Word) -> bool:
    return len(word.text) > 2 and not word.text.isupper() and word.folded not in NOT_NAMES and word.folded not in PLACE_BEGINS


def _goes_on(said: str, beside: _Word, capitals_tell: bool) -> bool:
    """The name goes on: a surname, an initial, or any word with a capital that is nothing else."""
    if _is_surname(beside, capitals_tell) and beside.folded not in NOT_NAMES:
        return True
    if len(beside.text) == 1:
        return beside.folded not in _NO_INITIAL and said[beside.end : beside.end + 1] in (".", "", ",", " ")
    return beside.capital and capitals_tell and beside.folded not in NOT_NAMES


def _begins(said: str, word: _Word) -> bool:
    return not said[: word.start].strip(" ,.-:")


_ACTS = re.compile(r"\s(?:needs|wants|left|escaped|ran|fled|has|told|said|says|was|is)\b|\s\((?:client|survivor|pt)")


def _acts(said: str, word: _Word) -> bool:
    """ "Grace needs detox", where a month or a virtue cannot be what is meant."""
    return _ACTS.match(said[word.end : word.end + 12]) is not None
