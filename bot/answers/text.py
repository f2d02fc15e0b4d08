"""Words as the search sees them: cleaned of Slack's markup, one case, one spelling, cut into tokens and stems.

Pure text in, pure text out. What a word means is left to the synonyms, what it should have been to the speller.
"""

from __future__ import annotations

import html
import re
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import snowballstemmer

# a question longer than this is a story: its first part is searched, and hostile length costs nothing
MOST_RAW = 6_000
MOST_LETTERS = 700

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SLACK_NAMED = re.compile(r"<(?:#[A-Z0-9]+|!subteam\^[A-Z0-9]+|!date[^|>]*|(?:https?|mailto|tel):[^|>\s]*)\|([^<>|]{0,200})>")
_SLACK_BARE = re.compile(r"<(?:[@#!][^<>]{0,200}|(?:https?|mailto|tel):[^<>\s]{0,2000})>")
_ADDRESS = re.compile(r"\bhttps?://\S+")
_EMOJI_CODE = re.compile(r"(?<![\w:]):[a-z0-9_+'-]{1,60}:(?![\w:])")
_MARKUP = re.compile(r"[*_~`]+(?=\S)|(?<=\S)[*_~`]+")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
_SPACE = re.compile(r"\s+")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_LETTER_DASH_DIGIT = re.compile(r"\b([a-z])-(\d{1,2}[a-z]?)\b")

_BEGINNINGS = {
    "labour": "labor", "behaviour": "behavior", "neighbour": "neighbor", "colour": "color", "favour": "favor",
    "honour": "honor", "harbour": "harbor", "rumour": "rumor", "endeavour": "endeavor", "counsell": "counsel",
    "travell": "travel", "cancell": "cancel", "labell": "label", "modell": "model", "paediatr": "pediatr",
    "orthopaed": "orthoped", "gynaecolog": "gynecolog", "anaesthe": "anesthe", "defence": "defense",
    "offence": "offense", "licence": "license", "centre": "center", "theatre": "theater", "programme": "program",
    "catalogue": "catalog", "cheque": "check", "judgement": "judgment", "enrolment": "enrollment",
    "fulfilment": "fulfillment", "practis": "practic", "grey": "gray", "jewellery": "jewelry", "mould": "mold",
}  # fmt: skip
_WHOLE = {"enrol": "enroll", "fulfil": "fulfill", "mum": "mom", "mums": "moms", "whilst": "while", "amongst": "among",
          "programmer": "programmer", "programmed": "programmed", "cancellation": "cancellation"}  # fmt: skip
_IZE = re.compile(
    r"^(.*(?:organ|priorit|recogn|author|criminal|stabil|hospital|apolog|summar|categor|minim|maxim|normal|legal|real"
    r"|special|util|victim|traumat|stigmat|sexual|sensit|standard|mobil|memor|penal|final|formal|social|central|general"
    r"|local|natural|neutral|optim|public|regular|sympath|union|visual|fertil|civil|modern|monet))is(e|ed|es|er|ers|ing|ation|ations)$"
)
_YZE = re.compile(r"^(analy|paraly|cataly)s(e|ed|es|ing)$")
_stemmer = snowballstemmer.stemmer("english")
_one_at_a_time = threading.Lock()


def clean(text: str) -> str:
    """Lower case, NFKC, no invisible characters, no Slack markup, single spaces. Accents stay. At most MOST_LETTERS."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text[:MOST_RAW])).translate(_QUOTES)
    text = _SLACK_BARE.sub(" ", _SLACK_NAMED.sub(r" \1 ", text))
    text = _ADDRESS.sub(" ", html.unescape(text)).lower()
    text = _MARKUP.sub("", _EMOJI_CODE.sub(" ", text))
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else " " for letter in text)
    text = _SPACE.sub(" ", text).strip()
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rsplit(" ", 1)[0]


def tokens(cleaned: str) -> list[str]:
    """Words in order, American spelling, accents folded; apostrophes and possessive endings dropped."""
    joined = _DOTTED.sub(lambda found: found.group().replace(".", ""), fold(cleaned))
    joined = _LETTER_DASH_DIGIT.sub(r"\1\2", joined)
    return [american(_bare(word)) for word in _TOKEN.findall(joined)]


@lru_cache(maxsize=20_000)
def curated(text: str) -> tuple[str, ...]:
    """The words of a curated text, remembered: it is looked at several times while the search is built.

    Never for what people type.
    """
    return tuple(tokens(clean(text)))


def fold(text: str) -> str:
    """Accents removed: `qué` and `que` are the same word when somebody types on a phone."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def american(word: str) -> str:
    """The American spelling of one lower-case word."""
    if word in _WHOLE:
        return _WHOLE[word]
    for beginning, instead in _BEGINNINGS.items():
        if word.startswith(beginning):
            return instead + word[len(beginning) :]
    found = _IZE.match(word)
    if found:
        return f"{found[1]}iz{found[2]}"
    found = _YZE.match(word)
    return f"{found[1]}z{found[2]}" if found else word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Snowball's English stem. The library keeps state between steps, hence the lock."""
    with _one_at_a_time:
        return str(_stemmer.stemWord(word))


def stems(words: Sequence[str]) -> list[str]:
    return [stem(word) for word in words]


def asked_before_key(text: str) -> str:
    """Two questions with this same key are the same question: case, spaces and closing marks do not count."""
    return clean(text).rstrip(" ?!.")


def _bare(word: str) -> str:
    if word.endswith("'s"):
        return word[:-2]
    return word.replace("'", "")
