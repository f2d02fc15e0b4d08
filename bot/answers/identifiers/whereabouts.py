"""How a person is reached or followed: mail, profiles, plates. Links that lead to nobody are set aside.

places.py has addresses.
"""

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
_MAIL_ENDING = re.compile(r"(?:\.|dot|punto)\W{0,3}(?:com|org|net|edu|gov|info|mx|example)\b", re.IGNORECASE)
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
    r"wechat|we ?chat|weixin|wx id|viber|signal|kakao(?:talk)?|zalo|skype|imo|line (?:id|name)|linkedin|reddit|twitch|"
    r"grindr|tinder|bumble|psn|xbox|bluesky|"
    r"cash ?app|venmo|zelle|user ?name|screen ?name|handle|usuario|perfil|profile|gamer ?tag|roblox)"
)
_USER_NAME = r"(?P<who>\$?(?=[\w.#-]{0,28}[\d_.#$])[A-Za-z\d_$][\w.#-]{2,29}(?<![.#-]))"
_NAMED_HANDLE = re.compile(
    rf"(?:\b|(?<=[\u4e00-\u9fff]))(?:{_NETWORK}\b|微信)"
    rf"(?:\s(?:is|es|name|user|username|user ?name|account|handle|id|page|profile|tag|as|at|called)|"
    rf"[:=@ ]){{0,4}}\s?@?{_USER_NAME}"
    r"(?![\w/])",
    re.IGNORECASE,
)
_AS_ON = re.compile(
    rf"\b(?:on|en)\s{_NETWORK}\s(?:as|como|under|by|is|she is|"
    rf"he is)\s(?P<who>@?[A-Z][\w'.-]{{1,30}}(?:\s[A-Z][\w'.-]{{1,30}}){{0,2}})"
)
_REDDIT = re.compile(r"(?<![\w/])(?P<who>u/[\w-]{3,24})(?![\w/])")
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
_TAG_OF_A_STATE = re.compile(r"\b[A-Z]{2}\s(?i:tags?|plates?)\s#?(?P<it>(?=[A-Z0-9-]{0,8}\d)[A-Z0-9-]{5,8})(?![\w-])")
_VIN = re.compile(
    r"\b(?i:vin)\b\W{0,3}(?i:(?:number|no|is)\W{1,2}){0,2}(?P<it>[A-HJ-NPR-Za-hj-npr-z0-9]{11,17})\b"
    r"|(?<![\w-])(?P<too>(?=[A-HJ-NPR-Z0-9]{0,16}\d)[1-5JKLSWYZ][A-HJ-NPR-Z0-9]{10}\d{6})(?![\w-])"
)
_PLATE_BY_VEHICLE = re.compile(
    rf"\b{_VEHICLE}\b[^\n•]{{0,20}}?(?<![A-Za-z0-9-])(?P<it>[A-Z]{{3}}[ -]?\d{{3,4}}|\d[A-Z]{{3}}\d{{3}}|"
    rf"\d{{3}}[ -]?[A-Z]{{3}})(?![A-Za-z0-9-])"
)


def emails(text: str, known: Collection[str]) -> Iterator[Span]:
    """Personal mail; a mailbox that belongs to an office is set aside."""
    for match in _EMAIL.finditer(text) if "@" in text else ():
        passes = match.group().casefold() in known or _NOBODYS_MAILBOX.match(match["local"]) is not None
        yield Span("" if passes else "email", match.start(), match.end())
    for match in _EMAIL_SPOKEN.finditer(text) if _MAIL_ENDING.search(text) else ():
        yield Span("email", match.start(), match.end())


def handles(text: str) -> Iterator[Span]:
    """Profiles and user names; a plain "@here" is the workspace's own."""
    for match in _PROFILE.finditer(text) if "/" in text else ():
        yield Span("" if _NO_PROFILE.match(match["page"]) else "handle", match.start(), match.end())
    for match in _AT.finditer(text) if "@" in text else ():
        if _EVERYBODY.match(match["who"]) is None:
            yield Span("handle", match.start(), match.end())
    for pattern in (_NAMED_HANDLE, _AS_ON, _REDDIT, _PROFILE_OF):
        for match in pattern.finditer(text):
            yield Span("handle", match.start("who"), match.end("who"))


def links(text: str) -> Iterator[Span]:
    for match in _LINK.finditer(text) if ":" in text or "www" in text.lower() else ():
        yield Span("", match.start(), match.end())


def plates(text: str) -> Iterator[Span]:
    for pattern in (_PLATE, _PLATE_BY_VEHICLE, _TAG_OF_A_STATE):
        for match in pattern.finditer(text):
            yield Span("plate", match.start("it"), match.end("it"))
    for match in _VIN.finditer(text):
        group = "it" if match["it"] else "too"
        yield Span("plate", match.start(group), match.end(group))
