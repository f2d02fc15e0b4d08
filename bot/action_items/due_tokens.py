"""Typed text becomes a short list of tokens, or none at all when anything in it is unknown.

Case, spacing, accents, emoji and formatting marks do not matter here; what the tokens mean is `due_grammar`'s work.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.action_items.due_words import COURTESIES, RECURRING, SPANISH, likely_meant, single_words, word_runs

MAX_CHARACTERS = 200
MAX_TOKENS = 24
_LONGEST_RUN = 6
_TENS_WORDS = frozenset({"twenty", "thirty", "forty", "fifty", "sixty"})
# They turn the writing round, or stand for bytes that were lost: what is seen is not what was typed.
_DECEIVING = frozenset("\ufffd\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DASHES = str.maketrans("–—−‐‑’‘ʼºª", "-----'''oa")
_EMOJI_CODE = re.compile(r"(?<!\w):[a-z][a-z0-9_+-]{0,40}:(?!\d)")
_HALF_DAY = re.compile(r"(?<=\d)\s*([ap])\s?\.?\s?m\b\.?|\b([ap])\.\s?m\b\.?|(?<=\d)([ap])(?![a-z0-9'])\.?")
_SIGNED = re.compile(r"(?:^|\s)[-+](?=\d)")
_TEXTING = ((re.compile(r"\b2(?:moro|morrow|mrw|moz)\b"), "tomorrow"), (re.compile(r"\b2(?:nite|night)\b"), "tonight"),
            (re.compile(r"\b2day\b"), "maybe today"), (re.compile(r"\bb4\b"), "before"),
            (re.compile(r"\bw/in\b"), "within"))  # fmt: skip
_LEXER = re.compile(
    r"""
    (?P<instant>\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\ ?(?:z\b|[+-]\d\d:?\d\d(?!\d)))
    | (?P<iso>(?<!\d)\d{4}([-/.])\d{1,2}\3\d{1,2}(?!\d)(?:t(?=\d))? | (?<!\d)20\d{6}(?!\d)(?:t(?=\d))?)
    | (?P<triple>(?<!\d)\d{1,2}([-/.])\d{1,2}\5(?:\d{4}|\d{2})(?!\d))
    | (?P<clock>(?<!\d)\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?!\d))
    | (?P<hours>(?<!\d)(?:1[3-9]|2[0-3])h(?:[0-5]\d)?\b)
    | (?P<ord>(?<!\d)\d{1,2}(?:st|nd|rd|th|ro|er|o)\b)
    | (?P<q>\bq\ ?[1-9]\b)
    | (?P<pair>(?<![\d/])\d{1,2}/\d{1,2}(?![\d/:]) | (?<![\d/-])\d{1,2}-\d{1,2}(?![\d/:]|-\d))
    | (?P<dec>(?<!\d)\d{1,2}\.\d{1,2}(?![\d.]))
    | (?P<num>(?<!\d)\d{1,4}(?!\d))
    | (?P<word>[a-z]+)
    | (?P<mark>[-/&+@~?])
    | (?P<space>[\s,;:!.()\[\]"'*_`]+)
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number. `text` is the word it stands for; `numbers` are the digits of a date or a clock."""

    kind: str
    text: str
    numbers: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A phrase as tokens, and `plain`, its bare words. `unsure`: it said "around" or "?"; `spanish`: Spanish words."""

    items: tuple[Token, ...]
    plain: str = ""
    unsure: bool = False
    spanish: bool = False
    spelling: str | None = None
    recurring: bool = False
    unknown: bool = False


def tokens_of(text: str, *, forgive_slips: bool = True, own_zone_names: frozenset[str] = frozenset()) -> Tokens | None:
    """The phrase's tokens, or None when it is empty, too long or holds foreign signs. Linear in the text.

    With a word nobody taught it, `unknown` is True and there are no items. `own_zone_names`: lower-case abbreviations
    of the reader's own zone, which may follow an hour.
    """
    cleaned = _cleaned(text)
    if cleaned is None:
        return None
    raw = _raw(cleaned)
    if raw is None:
        return None
    plain = " ".join(token.text for token in raw if token.kind != "mark" and token.text not in COURTESIES)
    words = {token.text for token in raw}
    known = Tokens((), plain, "?" in words, bool(words & SPANISH), recurring=bool(words & RECURRING))
    if known.recurring:
        return known
    return _with_meanings(raw, known, forgive_slips, own_zone_names) or replace(known, unknown=True)


def _cleaned(text: str) -> str | None:
    """Lower case, no accents, no emoji; None for what no honest phrase holds."""
    stripped = text.strip()
    if not stripped or len(stripped) > MAX_CHARACTERS or not _DECEIVING.isdisjoint(stripped):
        return None
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", stripped.translate(_DASHES)).casefold())
    letters = []
    for character in folded:
        category = unicodedata.category(character)
        if category in {"Cf", "Mn", "Me", "Co", "Sk"} and character not in "^`":
            continue
        letters.append(" " if category in {"Cc", "So", "Zs", "Zl", "Zp"} else character)
    line = _EMOJI_CODE.sub(" ", "".join(letters).translate(_DASHES))
    for pattern, meaning in _TEXTING:
        line = pattern.sub(meaning, line)
    if _SIGNED.search(line):
        return None
    line = re.sub(r"-ish\b", " ish", line)
    line = _HALF_DAY.sub(lambda found: f" {found[1] or found[2] or found[3]}m ", line)
    line = re.sub(r"'(\d\d)\b(?!')", r" 20\1", line)
    line = re.sub(r"(?<=[a-z])'(?=[a-z])", "", line)
    line = re.sub(r"(\d)\s*/\s*(?=\d)", r"\1/", line)
    line = re.sub(r"\b(\d{1,2})-([a-z]{3,10})-(\d{4})\b", r"\1 \2 \3", line)
    line = re.sub(r"\b(\d{1,2})-([a-z]{3,10})-(\d{2})\b", r"\1 \2 20\3", line)
    return line.strip(" -") if line.count("~") < 2 else None


def _raw(line: str) -> list[Token] | None:
    found: list[Token] = []
    place = 0
    while place < len(line):
        match = _LEXER.match(line, place)
        if match is None or len(found) > MAX_TOKENS:
            return None
        place, kind = match.end(), match.lastgroup or ""
        if kind == "mark" and match[0] == "-" and _joins_letters(line, match.start()):
            continue
        if kind == "word" and (stem := _before_ish(match[0])):
            found += [_token(kind, stem), _token(kind, "ish")]
        elif kind != "space":
            found.append(_token(kind, match[0]))
    return found or None


def _joins_letters(line: str, place: int) -> bool:
    """A hyphen inside a word (`mid-december`) is dropped; one between two days (`mon-wed`) is a range."""
    before, after = re.search(r"[a-z]+$", line[:place]), re.match(r"[a-z]+", line[place + 1 :])
    if not before or not after:
        return False
    kinds = {single_words().get(word[0], ("",))[0] for word in (before, after)}
    return not kinds <= {"weekday", "month"}


def _before_ish(word: str) -> str | None:
    """`noon` for `noonish`."""
    stem = word.removesuffix("ish")
    is_word = stem == word or word in single_words() or (word,) in word_runs()
    return stem if not is_word and (stem in single_words() or (stem,) in word_runs()) else None


def _token(kind: str, text: str) -> Token:
    if kind == "instant":
        return Token(kind, text.strip())
    if kind == "iso" and text[4].isdigit():
        return Token("iso", text, (int(text[:4]), int(text[4:6]), int(text[6:8])))
    return Token(kind, text, tuple(int(digits) for digits in re.findall(r"\d+", text)[:3]))


def _with_meanings(raw: list[Token], known: Tokens, forgive_slips: bool, zone_names: frozenset[str]) -> Tokens | None:
    """Every word looked up; None at the first unknown one."""
    items: list[Token] = []
    place = 0
    while place < len(raw):
        token = raw[place]
        if token.kind in {"word", "num", "ord"} and (run := _run_at(raw, place)):
            meaning, place = run
            for word in meaning:
                items.extend(_meant(word))
            known = replace(known, unsure=known.unsure or "~" in meaning)
            continue
        place += 1
        if token.kind == "mark":
            known = replace(known, unsure=known.unsure or token.text in "~?")
            items.extend(_mark(token))
        elif token.kind != "word":
            items.append(token)
        elif token.text in zone_names:
            items.append(Token("zone", token.text, (0,)))
        elif token.text in single_words():
            items.extend(_meant(token.text))
        elif forgive_slips and (meant := likely_meant(token.text)):
            known = replace(known, unsure=True, spelling=meant)
            items.extend(_meant(meant))
        else:
            return None
    return replace(known, items=tuple(_joined_numbers(items)))


def _run_at(raw: list[Token], place: int) -> tuple[tuple[str, ...], int] | None:
    for length in range(min(_LONGEST_RUN, len(raw) - place), 0, -1):
        run = tuple(token.text for token in raw[place : place + length])
        if run in word_runs():
            return word_runs()[run], place + length
    return None


def _meant(word: str) -> list[Token]:
    if word == "~":
        return []
    if word.startswith("*"):
        return [Token("holiday", word[1:])]
    if word in {"=am", "=pm"}:
        return [Token("ampm", word[1:], (12 if word == "=pm" else 0,))]
    if word.startswith("="):
        return [Token("named", word[1:])]
    kind, name, number = single_words()[word]
    return [Token(kind, name, (number,))]


def _mark(token: Token) -> list[Token]:
    if token.text in "~?":
        return []
    return [Token("word", {"@": "at", "&": "and"}.get(token.text, token.text))]


def _joined_numbers(items: list[Token]) -> list[Token]:
    """`twenty` `fifth` is the 25th, `forty` `eight` is 48."""
    joined: list[Token] = []
    for token in items:
        last = joined[-1] if joined else None
        after_tens = last is not None and last.kind == "num" and last.text in _TENS_WORDS
        in_words = token.kind in {"num", "ord"} and not token.text[:1].isdigit()
        if last is not None and after_tens and in_words and token.number < 10:
            joined[-1] = Token(token.kind, "", (last.number + token.number,))
        else:
            joined.append(token)
    return joined
