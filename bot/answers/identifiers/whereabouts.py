"""Where a person can be found: mail, profiles, plates, street addresses. Links that lead to nobody are set aside."""

import re
from collections.abc import Collection, Iterator

from bot.answers.identifiers.spans import Span

_EMAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_EMAIL_SPOKEN = re.compile(
    r"\b[\w.+-]{2,64}\s{0,2}(?:\(at\)|\[at\]|\bat\b|\barroba\b)\s{0,2}[\w-]{2,40}\s{0,2}(?:\(dot\)|\[dot\]|\bdot\b|"
    r"\bpunto\b|\.)\s{0,2}"
    r"(?:com|org|net|edu|gov|info|mx|example)\b",
    re.IGNORECASE,
)
_NOBODYS_MAILBOX = re.compile(
    r"^(?:info|help|support|contact|office|admin|intake|referrals?|hotline|training|no-?reply|hello|team|press|media|"
    r"tips?|records?|"
    r"privacy|services?|shelter|housing|legal|clerk|mayor|council|hr|it|jobs|events?|news(?:letter)?|coordinat\w*|"
    r"task-?force|outreach|"
    r"inquir\w+|general|main|dispatch|webmaster|billing|accessibility|volunteers?|donations?|crisis|report|"
    r"complaints?|advoca\w+|"
    r"ayuda|contacto|informacion)(?:[._+-]\w*)?$",
    re.IGNORECASE,
)

_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]{1,20}\.)?(?:instagram\.com|facebook\.com|fb\.com|fb\.me|m\.me|tiktok\.com|snapchat\.com|"
    r"twitter\.com|x\.com|"
    r"threads\.net|linkedin\.com|onlyfans\.com|t\.me|telegram\.me|wa\.me|venmo\.com|cash\.app|pinterest\.com|"
    r"reddit\.com|vk\.com|"
    r"discord\.gg|ok\.ru|kik\.me|youtube\.com)/(?P<page>[^\s<>|]{1,200})",
    re.IGNORECASE,
)
_NO_PROFILE = re.compile(
    r"^(?:help|about|policies|policy|legal|privacy|events?|groups?|business|company|school|watch|p/|reel|search|"
    r"hashtag|explore|"
    r"safety|share|sharer|login|jobs|r/|feed|shorts|playlist|results)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<![\w<@./+-])@(?P<who>[A-Za-z0-9_.]{2,30})")
_EVERYBODY = re.compile(
    r"^(?:here|channel|everyone|all|coordinators?|team|taskforce|task|admins?|bot|assistant|on-?call|oncall)\.?$", re.IGNORECASE
)
_NETWORK = (
    r"(?:instagram|insta|ig|facebook|fb|messenger|tiktok|tik tok|snapchat|snap|sc|twitter|telegram|whatsapp|onlyfans|"
    r"discord|kik|"
    r"cash ?app|venmo|zelle|user ?name|screen ?name|handle|usuario|perfil|profile|gamertag|roblox)"
)
_USER_NAME = r"(?P<who>\$?(?=[\w.#-]{0,28}[\d_.#$])[A-Za-z\d_$][\w.#-]{2,29}(?<![.#-]))"
_NAMED_HANDLE = re.compile(
    rf"\b{_NETWORK}\b(?:\s(?:is|es|name|user|username|user ?name|account|handle|id|page|profile|tag|as|at|called)|"
    rf"[:=@ ]){{0,4}}\s?@?{_USER_NAME}"
    r"(?![\w/])",
    re.IGNORECASE,
)
_AS_ON = re.compile(
    rf"\b(?:on|en)\s{_NETWORK}\s(?:as|como|under|by|is|she is|"
    rf"he is)\s(?P<who>@?[A-Z][\w'.-]{{1,30}}(?:\s[A-Z][\w'.-]{{1,30}}){{0,2}})"
)
_PROFILE_OF = re.compile(
    rf"\b(?:(?:her|his|their|su)\s)(?:{_NETWORK}\s)(?:is|es|name is|:)\s(?P<who>@?[\w.#$-]{{3,30}})(?![\w/])", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>|]{1,2000}", re.IGNORECASE)

_PLATE_SIGNS = r"(?P<it>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{2,5}){1,2})(?![A-Za-z0-9])"
_PLATE = re.compile(
    r"\b(?i:(?:licen[sc]e|lic\.?)\s?plates?|plates?|lic\s?plates?|placas?|matr[ií]cula|tag\s(?:number|no|#)|"
    r"plate\s(?:number|no|#)|"
    r"reg(?:istration)?\s(?:number|no|plate))\b"
    rf"(?i:\s?(?:number|no\.?|num|#|is|are|was|reads|es|son|:|=|of)){{0,3}}[\s:]{{0,3}}(?i:{_PLATE_SIGNS})"
)
_VEHICLE = (
    r"(?i:car|van|truck|sedan|suv|pickup|minivan|honda|toyota|ford|chevy|chevrolet|nissan|dodge|bmw|mercedes|hyundai|"
    r"kia|jeep|audi|lexus|tesla|"
    r"mazda|subaru|volkswagen|vw|gmc|ram|camry|civic|accord|corolla|altima|carro|camioneta|troca)"
)
_PLATE_BY_VEHICLE = re.compile(
    rf"\b{_VEHICLE}\b[^\n•]{{0,20}}?(?<![A-Za-z0-9-])(?P<it>[A-Z]{{3}}[ -]?\d{{3,4}}|\d[A-Z]{{3}}\d{{3}}|"
    rf"\d{{3}}[ -]?[A-Z]{{3}})(?![A-Za-z0-9-])"
)

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


def emails(text: str, known: Collection[str]) -> Iterator[Span]:
    """Personal mail; a mailbox that belongs to an office is set aside."""
    for match in _EMAIL.finditer(text):
        passes = match.group().casefold() in known or _NOBODYS_MAILBOX.match(match["local"]) is not None
        yield Span("" if passes else "email", match.start(), match.end())
    for match in _EMAIL_SPOKEN.finditer(text):
        yield Span("email", match.start(), match.end())


def handles(text: str) -> Iterator[Span]:
    """Profiles and user names; a plain "@here" is the workspace's own."""
    for match in _PROFILE.finditer(text):
        yield Span("" if _NO_PROFILE.match(match["page"]) else "handle", match.start(), match.end())
    for match in _AT.finditer(text):
        if _EVERYBODY.match(match["who"]) is None:
            yield Span("handle", match.start(), match.end())
    for pattern in (_NAMED_HANDLE, _AS_ON, _PROFILE_OF):
        for match in pattern.finditer(text):
            yield Span("handle", match.start("who"), match.end("who"))


def links(text: str) -> Iterator[Span]:
    for match in _LINK.finditer(text):
        yield Span("", match.start(), match.end())


def plates(text: str) -> Iterator[Span]:
    for pattern in (_PLATE, _PLATE_BY_VEHICLE):
        for match in pattern.finditer(text):
            yield Span("plate", match.start("it"), match.end("it"))


def addresses(text: str) -> Iterator[Span]:
    for pattern in (_STREET, _STREET_LIKELY, _LIVES_AT, _SHORT_STREET, _FLAT, _BOX, _CALLE):
        for match in pattern.finditer(text):
            group = "it" if match["it"] else "too"
            yield Span("address", match.start(group), match.end(group))
