"""Where somebody lives or can be found: streets, flats, motel rooms, corners, coordinates and pins on a map.

The public address of an office, and where a meeting is held, is no secret; a shelter's always is (rules.md R18).
"""

import re
from collections.abc import Iterator

from bot.answers.identifiers.spans import Span

_SURE_STREET = (
    r"(?:street|st|avenue|ave|av|blvd|boulevard|road|rd|ln|parkway|pkwy|highway|hwy|terrace|ter|dr|cir|ct|pl|crescent|"
    r"alley|sq|turnpike)"
)
_LIKELY_STREET = r"(?:drive|lane|court|place|way|circle|square|trail|loop|plaza|row|path|point|view|heights)"
_SIDE = r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|[nsew]\.?[ew]?\.?)\s)?"
_STREET_WORD = (
    r"(?!(?:people|days?|hours?|minutes?|months?|weeks?|percent|the|of|in|for|to|on|and|or|beds?|staff|years?|new|more|"
    r"other|local|main point|step|cases?|outreach|street|women|men|kids|children|members|items?|trained|"
    r"per)\b)[A-Za-zÀ-ÿ0-9'.-]{1,25}"
)
_HOUSE_NUMBER = r"(?<![\w$.,/§#-])\d{1,6}[A-Za-z]?"
_STREET = re.compile(
    rf"(?P<it>{_HOUSE_NUMBER}\s{{1,2}}{_SIDE}(?:{_STREET_WORD}\s{{1,2}}){{1,4}}{_SURE_STREET}\b\.?"
    rf"(?:,?\s{{0,2}}(?:apt|apartment|unit|suite|ste|#|floor|fl|depto)\.?\s{{0,2}}#?\s?\w{{1,6}})?)",
    re.IGNORECASE,
)
_STREET_LIKELY = re.compile(
    rf"(?P<it>{_HOUSE_NUMBER}\s{{1,2}}{_SIDE}(?:(?:[A-Z][\w'.-]{{1,25}}|\d{{1,3}}(?:st|nd|rd|"
    rf"th))\s{{1,2}}){{1,3}}(?i:{_LIKELY_STREET})\b"
    r"(?:,?\s{0,2}(?i:apt|apartment|unit|suite|ste|#)\.?\s{0,2}#?\s?\w{1,6})?)"
)
_LIVES = (
    r"(?i:\b(?:lives?|living|stays?|staying|sleeps?|sleeping|address|house|home|resides?|hiding|held|kept|found|"
    r"pick(?:ed)?\s(?:her|him|them)\sup|"
    r"vive|viven|direcci[oó]n|domicilio|casa)\b)(?:\s(?i:is|at|on|in|en|es|la|el|the|:)|[: ]){0,4}\s?"
)
_LIVES_AT = re.compile(
    rf"{_LIVES}(?P<it>\d{{2,6}}[A-Za-z]?\s{{1,2}}(?!(?i:people|days?|hours?|minutes?|months?|weeks?|percent|beds?|"
    rf"years?|other|miles?|of|in|pm|am|and)\b)"
    r"[A-Za-z][\w'.-]{1,25}(?:\s[A-Za-z][\w'.-]{1,25}){0,3})"
)
_SHORT_STREET = re.compile(
    r"^\s{0,2}(?P<it>\d{2,5}\s(?:Main|Broadway|Elm|Oak|Pine|Maple|Cedar|Park|Market|Washington|First|Second|Third)\b)\s{0,2}$|"
    r"(?P<too>(?<![\w$.,/§#-])\d{2,5}\s(?:Main|Broadway)\b)"
)
_FLAT = re.compile(
    (
        r"\b(?P<it>(?:apt|apartment|apto|depto|departamento|apartamento)\.?\s{0,2}(?:(?:number|no\.?|"
        r"n[uú]mero)\s)?#?\s{0,2}(?:\d{1,5}[A-Za-z]?|[A-Za-z]\d{1,4}|#\w{1,5}))\b"
    ),
    re.IGNORECASE,
)
_BOX = re.compile(r"\b(?P<it>(?:p\.?\s?o\.?\s?box|apartado postal)\s{0,2}#?\d{1,7})\b", re.IGNORECASE)
_CALLE = re.compile(
    r"\b(?P<it>(?:calle|avenida|av\.?|avda\.?|bulevar|carrera|cra\.?|cll\.?|calzada|camino|carretera|pasaje|jir[oó]n|"
    r"diagonal|transversal|"
    r"callej[oó]n|privada|colonia|prolongaci[oó]n)\s{1,2}(?:(?!(?:sin|de apoyo)\b)[\wÀ-ÿ'.-]{1,25}\s{1,2}){0,5}?"
    r"(?:#|n[uú]mero|num\.?|no\.?)?\s{0,2}#?\d{1,6}(?:\s?[-#]\s?\d{1,5}){0,2})(?![\w/:])",
    re.IGNORECASE,
)
_SIDE_STREET = re.compile(
    r"(?<![\w$.,/§#-])(?P<it>\d{2,5}\s(?:[NSEW]\.?|North|South|East|West)\s(?!(?:Side|Wing|End|America)\b)[A-Z][a-zÀ-ÿ'-]{2,20}"
    r"(?:,?\s(?:apt|unit|#|floor|\d(?:st|nd|rd)\sfloor)\.?\s?#?\w{0,6})?)\b"
)
_BLOCK = re.compile(r"\b(?P<it>\d{1,3}00\sblock\s(?:of\s)?(?:[NSEW]\.?\s)?[\w'-]{2,25})\b", re.IGNORECASE)
_LODGING = (
    r"(?:motel(?:\s6)?|hotel|inn|lodge|suites|apartments|apts|mobile\shome\spark|trailer\spark|rv\spark|manor|towers|"
    r"hostel|guest\s?house|rooming\shouse|boarding\shouse)"
)
_DOOR = r"(?:room|rm|unit|lot|space|trailer|suite|cabin|bed|habitaci[oó]n|cuarto)\.?\s?#?\s?\d{1,5}[A-Za-z]?"
_LODGED = re.compile(
    rf"\b(?P<it>{_DOOR},?\s(?:at\s|in\s|of\s|on\s|del?\s)?(?:the\s|el\s)?(?:[\w'&-]{{1,20}}\s){{0,4}}?"
    rf"(?:{_LODGING}|farm|ranch|camp))\b"
    rf"|\b(?P<too>{_LODGING}(?:\s[\w'-]{{2,20}}){{0,2}}?,?\s(?:in\s)?(?:{_DOOR}|\#\s?\d{{1,5}}))\b",
    re.IGNORECASE,
)
_ON_FOOT = r"(?:lives?|living|stays?|staying|sleeps?|sleeping|hiding|parked|camps?|camping|stands?|walks?|works?|working|corner)"
_CORNER_STREET = r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,15})"
_CORNER = re.compile(
    rf"\b(?i:{_ON_FOOT}|house|(?:her|him|them|girls?)\s(?:up\s)?(?:at|on))\b[^.\n]{{0,40}}?\b(?i:at|on|near|by|of|off|behind)\s"
    rf"(?P<it>(?:[A-Z][a-z]{{2,15}}\s(?:(?i:st|street|ave|avenue)\s)?between\s)?{_CORNER_STREET}\s(?:and|&|y)\s{_CORNER_STREET})\b(?!\s(?:are|is|will|were))"
)
_ON_A_ROAD = re.compile(
    r"\b(?P<it>km\.?\s?\d{1,3}(?:[.,]\d)?,?\s(?:(?:de|on|of)\s)?(?:(?:la|the)\s)?(?:carretera|autopista|highway|hwy|road))\b"
    r"(?P<too>(?!))?",
    re.IGNORECASE,
)
_ON_A_MAP = re.compile(
    r"(?<![\w.])(?P<it>-?\d{1,2}\.\d{3,8}°?\s?[NS]?\s?[,; ]\s?-?\d{1,3}\.\d{3,8})(?![\w.])"
    r"|(?P<too>\d{1,3}°\s?\d{1,2}['′](?:[\d.\s\"″'NSEWO°,]{0,30}))"
)
_PIN = re.compile(
    r"(?P<it>(?:https?://)?(?:www\.)?(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.\w{2,3}|google\.\w{2,3}/maps|maps\.apple\.com|"
    r"(?:ul\.)?waze\.com|what3words\.com|w3w\.co|osm\.org)/[^\s<>|]{2,200})"
    r"|(?<![\w/])(?P<too>///\w{2,20}\.\w{2,20}\.\w{2,20}|[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3})(?!\w)"
)
_NUMBER = re.compile(r"[\d#]")
_WITH_A_NUMBER = (
    _STREET, _STREET_LIKELY, _LIVES_AT, _SHORT_STREET, _FLAT, _BOX, _CALLE, _SIDE_STREET, _BLOCK, _LODGED,
    _ON_A_ROAD, _ON_A_MAP,
)  # fmt: skip
# an office may be found by everybody
_OFFICE_BEFORE = re.compile(
    r"\b(?:center|centre|clinic|office|hall|library|courthouse|court|hospital|university|college|building|museum|agency|"
    r"department|health|law|council|church|headquarters|park|oficina|cl[ií]nica|biblioteca)s?\b(?:\s\([^()]{1,20}\))?[,:]?\s"
    r"(?:(?:is|are)\s)?(?:(?:at|on|located\sat|en)\s)?$",
    re.IGNORECASE,
)
_VENUE_BEFORE = re.compile(
    r"\b(?:meeting|meet|training|hearing|workshop|conference|venue|forum|event|vigil|retreat|press\sconference|ribbon\scutting|"
    r"reuni[oó]n|capacitaci[oó]n)\b[^.\n]{0,50}$",
    re.IGNORECASE,
)
_NO_VENUE = re.compile(
    r"\b(?:she|he|her|him|his|they\slive|ella|lives?|living|stay\w{0,3}|sleep\w{0,3}|hid(?:es|ing)|held|kept|clients?|survivors?|"
    r"victims?|patients?|girl|boy|woman|man|kids?|witness|shelters?|safe\s?house|refugio|albergue|home|vive|casa)\b",
    re.IGNORECASE,
)


def pins(text: str) -> Iterator[Span]:
    """Links and codes that lead to one spot. Read before other links are set aside."""
    if "/" in text or "+" in text:
        yield from _spans(text, _PIN)


def addresses(text: str) -> Iterator[Span]:
    """Streets with a number, flats, rooms, corners where somebody is, coordinates."""
    for span in _spans(text, _CORNER, *(_WITH_A_NUMBER if _NUMBER.search(text) else ())):
        before = text[max(0, span.start - 90) : span.start]
        if _NO_VENUE.search(before) is None and (_OFFICE_BEFORE.search(before) or _VENUE_BEFORE.search(before)):
            yield Span("", span.start, span.end)
        else:
            yield span


def _spans(text: str, *patterns: re.Pattern[str]) -> Iterator[Span]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = "it" if match["it"] else "too"
            yield Span("address", match.start(group), match.end(group))
