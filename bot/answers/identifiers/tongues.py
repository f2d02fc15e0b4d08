"""Names after "is called", "name" or "client" in the languages heard most besides English and Spanish. Pure."""

import re
from collections.abc import Iterator

from bot.answers.identifiers.name_phrases import FULL
from bot.answers.identifiers.spans import Span

_CYRILLIC = r"[А-ЯЁІЇЄҐ][а-яёіїєґ'-]{1,20}"
_OTHER_SCRIPTS = (
    # "is called", "name", "client" in the languages heard most
    re.compile(r"(?:叫做?|名字是|名叫|姓名[::是]?|客户|女孩|受害者?)\s?(?P<it>(?!什么|是|的|需|在|有|没|被|不)[\u4e00-\u9fff]{2,4})"),
    re.compile(r"\b(?i:names?)\s?(?:is|:|=)\s?(?P<it>["
               r"\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0600-\u06ff\u0900-\u097f\u0400-\u04ff]{2,20})"),
    re.compile(
        rf"(?<!\w)(?i:клиентк?[аиу]?|зовут|звати|имя|девушк[аиу]|женщин[аыу]|мужчин[аыу]?|пострадавш\w{{2,3}}|клієнтк?[аи]?)"
        rf"[:,]?\s(?P<it>{_CYRILLIC}(?:\s{_CYRILLIC})?)"
    ),
    re.compile(r"(?:اسمها|اسمه|اسمهم|تدعى|يدعى|نامش)\s(?P<it>[\u0600-\u06ff]{2,20})"),
    re.compile(r"(?:이름은|이름:)\s?(?P<it>[\uac00-\ud7af]{2,4})|नाम\s(?P<too>[\u0900-\u097f]{2,20})"),
)  # fmt: skip
_LATIN_SCRIPT = re.compile(
    r"(?<!\w)(?i:tên\s(?:là|cô\sấy\slà|anh\sấy\slà|em\sấy\slà)|tên:|rele|non\sli\sse|s'appelle|prénom\sest|se\schama|"
    rf"chama-se|nome\sdel[ae]\sé|pangalan\sniya\say|magaceedu\swaa|magaciisu\swaa)\s{FULL}"
)
_LATIN_TRIGGERS = frozenset({"tên", "rele", "non", "appelle", "prénom", "chama", "nome", "pangalan", "magaceedu", "magaciisu"})


def names_in_other_tongues(text: str, words: frozenset[str]) -> Iterator[Span]:
    """`words` are those of the text in small letters."""
    patterns = () if text.isascii() else _OTHER_SCRIPTS
    for pattern in patterns if words.isdisjoint(_LATIN_TRIGGERS) else (*patterns, _LATIN_SCRIPT):
        for match in pattern.finditer(text):
            group = "it" if match["it"] else "too"
            yield Span("name", match.start(group), match.end(group))
