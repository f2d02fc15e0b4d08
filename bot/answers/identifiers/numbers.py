"""Numbers that point to one person: phones, Social Security and A-numbers, dates of birth, papers and records.

A number counts by its shape or by the words before it; statutes, forms, money and public lines do not count.
"""

import re
from collections.abc import Collection, Iterator

import phonenumbers

from bot.answers.identifiers.spans import Span

_MOST_PHONES = 200
_TOLL_FREE = ("800", "833", "844", "855", "866", "877", "888")
_NUMBER_IS = r"(?:\s{0,2}(?:number|no\.?|num\.?|nbr|nº|n°|número|numero|#|id|ids?|is|are|was|es|:|=|-|of|de)\s{0,2}){0,4}\s{0,2}"

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|"
    r"noviembre|diciembre)"
)
_DATE = (
    r"(?:(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{1,2}[/.]\d{1,2}(?![\d/.-])"
    rf"|{_MONTH}\.?\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{{1,2}}(?:19|20)?\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}(?:of\s|de\s)?{_MONTH}(?:\.?,?\s{{1,2}}(?:de\s|del\s)?(?:19|20)\d\d)?)"
)
_BIRTH = (
    r"(?:\bd\.?o\.?b\b\.?|\bborn\b|\bbirth\s?(?:day|date)?s?\b|\bdate of birth\b|\bb-?day\b|\bbirthdate\b|"
    r"\bnaci[oó]\b|\bnacid[ao]\b|"
    r"\bnacimiento\b|\bcumplea[nñ]os\b|\bcumple\b|\bf\.?d\.?n\b\.?|\(b\.|\bbday\b)"
)
_BIRTH_THEN_DATE = re.compile(rf"{_BIRTH}[^\n\d]{{0,30}}?(?P<it>{_DATE})", re.IGNORECASE)
_DATE_THEN_BIRTH = re.compile(
    (
        rf"(?<![\d/.-])(?P<it>{_DATE})[ ,]{{1,3}}(?:(?:is|was|es|as|for)\s)?(?:(?:her|his|their|the|my|su|client's|"
        rf"child's)\s)?{_BIRTH}"
    ),
    re.IGNORECASE,
)
_BIRTH_IN_A_ROW = re.compile(rf"{_BIRTH}\W{{0,4}}(?:is\s|es\s)?(?P<it>\d{{8}}|\d{{6}})(?![\w-])", re.IGNORECASE)
_TURNED = re.compile(
    rf"\b(?:turn(?:s|ed|ing)?|cumpl(?:e|i[oó]|ir[aá]))\s\d{{1,2}}\s(?:años\s)?(?:on|el|this|next)\s(?P<it>{_DATE})", re.IGNORECASE
)

_SSN = re.compile(r"(?<![\d-])(?P<it>\d{3}[- ]\d{2}[- ]\d{4})(?![\d-])")
_SSN_BY_WORD = re.compile(
    rf"\b(?:ssn|social(?: security)?|seguro social|itin|tax id|ss#)\b{_NUMBER_IS}(?P<it>\d{{3}}[- ]?\d{{2}}[- ]?\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_SSN_ENDING = re.compile(
    r"\b(?:last\s(?:four|4)|ending(?: in)?|[uú]ltimos\s(?:cuatro|4))\b[^\n\d]{0,30}?\b(?:ssn|"
    r"social)\b[^\n\d]{0,12}?(?P<it>\d{4})(?!\d)"
    r"|\b(?:ssn|social(?: security)?)\b[^\n\d]{0,12}\b(?:last\s(?:four|4)|ending(?: in)?|"
    r"ends(?: in)?)\b[^\n\d]{0,12}(?P<too>\d{4})(?!\d)",
    re.IGNORECASE,
)

_A_NUMBER = re.compile(r"(?<![A-Za-z0-9-])A[-# ]{0,2}(?P<it>\d{2,3}[- ]?\d{3}[- ]?\d{3})(?![\d-])")
_A_NUMBER_BY_WORD = re.compile(
    r"\b(?:alien|a[- ]?(?:number|num|no|#)|a#|n[uú]mero (?:de extranjero|a)|uscis|registration)\b"
    rf"(?:\s(?:registration|file))?{_NUMBER_IS}#?\s?[Aa]?[-# ]{{0,2}}(?P<it>\d{{2,3}}[- ]?\d{{3}}[- ]?\d{{3}})(?!\d)",
    re.IGNORECASE,
)

_RECEIPT = re.compile(r"\b(?P<it>(?:IOE|WAC|EAC|LIN|SRC|MSC|NBC|YSC|VSC)[- ]?\d{10})\b", re.IGNORECASE)
_CURP = re.compile(r"\b(?P<it>[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d)\b", re.IGNORECASE)
_CARD = re.compile(r"(?<![\d-])(?P<it>\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{4})(?![\d-])")
_IBAN = re.compile(r"\biban\W{0,3}(?P<it>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8})(?![A-Za-z0-9])", re.IGNORECASE)
_AT_A_BANK = re.compile(
    r"\b(?:bank|banco|chase|wells fargo|zelle)\b[^\d\n]{0,20}(?<![$\d])(?P<it>\d{8,17})(?![\d,.])", re.IGNORECASE
)
_TAX_ID = re.compile(r"\b(?:tax id|ein)\b\W{0,3}(?P<it>\d{2}-\d{7})(?!\d)", re.IGNORECASE)
_CARD_ENDING = re.compile(
    r"\b(?:card|account|acct|tarjeta)\W{1,2}(?:ending|ends|termina)(?: in| en)?\W{1,2}(?P<it>\d{4})(?!\d)", re.IGNORECASE
)
_CODE = r"(?P<it>(?=[A-Z0-9-]{0,12}\d)[A-Z]{0,4}[- ]?\d[A-Z0-9]{0,14}(?:-[A-Z0-9]{1,12}){0,4})(?![A-Za-z0-9])"
_PAPER_NUMBER = re.compile(
    r"\b(?:passport|pasaporte|visa (?:number|no|#)|mrn|medical record|chart (?:number|no|#)|member id|medicaid|"
    r"medicare|inmate|booking|warrant|visa foil|imei|clabe|ebt card|insurance (?:id|number|no)|claim number|"
    r"cause number|dl|consul(?:ar|ate) id|(?:court|cps|dcfs|police|criminal|immigration|eoir|dependency) case|intake(?= ?#)|"
    r"(?:hmis )?(?:client|participant) (?:number|no\.?|num)|licen[sc]e(?= [A-Z]?\d)|work permit|"
    r"green card(?= (?:number|no|#))|uscis (?:number|no|online account)|fbi number|sid number|"
    r"driver'?s?'? licen[sc]e|dl(?= ?(?:number|no|#))|licencia de conducir|state id|c[eé]dula|dni|ine|"
    r"matr[ií]cula consular|receipt|hmis|"
    r"(?:client|student|patient|resident|employee|offender|worker) id|account|acct|routing|i-94|police report|"
    r"incident (?:report|number|no)|"
    r"case(?= ?#)|case (?:number|no\.?|num|id)|docket(?: number| no)?|file(?: number| no|(?= ?#))|report(?: number|"
    r" no|(?= ?#))|court (?:number|no)|"
    rf"n[uú]mero de (?:caso|expediente|pasaporte)|expediente|id(?= ?#)|id (?:number|no\.?|card number)|"
    rf"identification number|birth certificate)"
    rf"(?:\s(?:record|card|report|report number))?\b{_NUMBER_IS}#?\s?{_CODE}",
    re.IGNORECASE,
)

_PHONE = re.compile(
    r"(?:(?<![\w$.,/#§-])|(?<=[A-Za-z]#))(?P<it>(?:\+?1[ .-]{0,2})?(?:\(\d{3}\)|\d{3})[ ._/-]{0,3}\d{3}[ ._/-]{0,3}"
    r"(?:\d{4}|\d{2}[ .-]\d{2}))(?:(?= ?(?:x|ext))|(?![\w-]|[.,]\d))"
)
_AFTER_A_HASH = re.compile(r"(?<=#)(?P<it>\d{3}[.-]\d{3}[.-]\d{4})(?![\w-])")
# "0917-555-0123": how numbers are written inside many other countries
_ABROAD_INSIDE = re.compile(
    r"(?<![\w.,/-])(?P<it>0\d{2,3}[ -]\d{3}[ -]\d{4}|011[ -]?\d{1,3}(?:[ -]?\d){7,11})(?![\w-])"
)
# a letter O typed for a zero
_WITH_AN_O = re.compile(r"(?<![\w-])(?P<it>(?:\d{3}[ .-])?\d{3}[ .-](?=\d{0,3}[Oo])[\dOo]{4})(?![\w-])")
_ABROAD = re.compile(r"(?<![\w+])(?P<it>\+\d{1,3}(?:[ .()-]{0,2}\d){6,12})(?!\w)")
_LOCAL = re.compile(r"(?<![\w$.,/#§-])(?P<it>\d{3}-\d{4})(?![\w-]|[.,]\d)")
_LOCAL_BY_WORD = re.compile(
    r"\b(?:phone|cell|cel|celular|mobile|tel|tel[eé]fono|call|text|dial|whatsapp|number|reach|contact|landline|llame|"
    r"marque|ring)\b"
    r"(?:'s|\s(?:her|him|them|me|is|at|on|number|num|no|es|al|the|his|their)|[:# ]){0,5}\s?(?P<it>\d{3}[ .]?\d{4}|"
    r"\d{10,11})(?![\w-])",
    re.IGNORECASE,
)
_LONG_BY_WORD = re.compile(
    r"\b(?:phone|cell|cel|celular|mobile|m[oó]vil|tel|tel[eé]fono|whatsapp|viber|imo|gcash|m-?pesa|zelle|ph|llame|marque|llamar)\b"
    r"(?:\s(?:her|him|them|me|is|at|on|no|es|al|to|goes to)|[:# ]){0,5}\s?(?P<it>\d(?:[ .-]?\d){7,12})(?![\w-])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DIGIT_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\d)"
_SPOKEN = re.compile(rf"\b(?P<it>{_DIGIT_WORD}(?:[ ,.-]{{1,3}}{_DIGIT_WORD}){{6,12}})\b", re.IGNORECASE)
_HALF_SPOKEN = re.compile(
    rf"\b(?P<it>(?:(?!\d){_DIGIT_WORD}[ ,.-]{{1,3}}){{3,6}}(?:\d{{3}}[ .-]?)?\d{{4}})(?!\w)", re.IGNORECASE
)
_WITH_DIGITS = (_ABROAD, _PHONE, _ABROAD_INSIDE, _AFTER_A_HASH, _LOCAL, _LOCAL_BY_WORD, _LONG_BY_WORD, _WITH_AN_O)
_NOT_A_PHONE_BEFORE = re.compile(
    r"(?:\bP\.?\s?L\.?|\bpublic law|\bU\.?S\.?C\.?|\bC\.?F\.?R\.?|\bsection|\bFAR|"
    r"\bpurchase order|\bPO|\binvoice|\bcontract|\border|\baward|\bgrant|\bticket|\bcost center|\bcode|\bfund|"
    r"\$|€|§)(?:\s?(?:no\.?|number|#))?\s{0,2}$",
    re.IGNORECASE,
)


def digits_of(number: str) -> str:
    """The digits a phone would dial inside the country: "+1 (503) 555-0142" and "503.555.0142" are one number."""
    digits = "".join(re.findall(r"\d", number))
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


def dates_of_birth(text: str) -> Iterator[Span]:
    yield from _spans("date-of-birth", text, _BIRTH_THEN_DATE, _DATE_THEN_BIRTH, _BIRTH_IN_A_ROW, _TURNED)


def social_security(text: str) -> Iterator[Span]:
    yield from _spans("ssn", text, _SSN, _SSN_BY_WORD)
    for match in _SSN_ENDING.finditer(text):
        group = "it" if match["it"] else "too"
        yield Span("ssn", match.start(group), match.end(group))


def alien_numbers(text: str) -> Iterator[Span]:
    yield from _spans("a-number", text, _A_NUMBER, _A_NUMBER_BY_WORD)


def identity_numbers(text: str) -> Iterator[Span]:
    yield from _spans("id-number", text, _RECEIPT, _CURP, _CARD, _IBAN, _AT_A_BANK, _TAX_ID, _CARD_ENDING)
    for span in _spans("id-number", text, _PAPER_NUMBER):
        token = text[span.start : span.end]
        if sum(c.isdigit() for c in token) >= 4 and not re.fullmatch(r"(?:19|20)\d\d", token):
            yield span


def phones(text: str, known: Collection[str]) -> Iterator[Span]:
    """American numbers by shape, foreign ones by their plus sign, short local ones with a dash or a word before them."""
    for span in _candidates(text)[:_MOST_PHONES]:
        written = text[span.start : span.end]
        digits = digits_of(written)
        if digits in known or (digits[:3] in _TOLL_FREE and len(digits) == 10):
            yield Span("", *span[1:])
            continue
        if _NOT_A_PHONE_BEFORE.search(text[max(0, span.start - 16) : span.start]) is None and _can_be_dialed(written):
            yield span


def _candidates(text: str) -> list[Span]:
    if _DIGIT.search(text) is None:
        return list(_spans("phone", text, _SPOKEN))
    return list(_spans("phone", text, *_WITH_DIGITS, _SPOKEN, _HALF_SPOKEN))


def _can_be_dialed(written: str) -> bool:
    if not any(c.isdigit() for c in written) or re.search(r"[a-z]", written, re.IGNORECASE):
        return True  # spoken digit by digit
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(written, "US")) or 7 <= len(digits_of(written)) <= 14
    except phonenumbers.NumberParseException:
        return False


def _spans(kind: str, text: str, *patterns: re.Pattern[str]) -> Iterator[Span]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Span(kind, match.start("it"), match.end("it"))
