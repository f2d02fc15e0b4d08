"""Typed text made plain, so that the safety lists see the same word however it was dressed up.

Knows letters and marks only; what the words mean is left to the safety files.
"""

import re
import unicodedata

_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіјѕԁԛԝһӏьαβεηικνορτυχωγıɡɩøłđ",
    "abekmhopctyxijsdqwhlbabeniкvoptuxwyigiold".replace("к", "k"),
)
_EMOJI = {
    "🔪": " knife ", "🗡": " knife ", "🔫": " gun ", "🩸": " blood ", "🆘": " sos ", "🚑": " ambulance ",
}  # fmt: skip
_INVISIBLE = {"Cf", "Mn", "Me", "Cc", "Co", "Cs"}
_SLACK_LINK = re.compile(r"<(?:https?://|mailto:|tel:)[^<>|\s]{1,2000}(?:\|([^<>]{0,500}))?>")
_SLACK_MENTION = re.compile(r"<[@#!][^<>]{1,100}>")
_SPELLED_OUT = re.compile(r"\b(?:[a-z][.\-_*·]{1,3}){3,24}[a-z]\b|\b(?:[a-z] ){3,24}[a-z]\b")
_LONG_RUN = re.compile(r"([a-z])\1{2,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'})
_HTML = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def plain(text: str) -> str:
    """Lower case, Latin letters without accents, no invisible characters, no Slack markup; line breaks and marks kept."""
    text = _SLACK_MENTION.sub(" ", _SLACK_LINK.sub(r" \1 ", text))
    for escaped, character in _HTML:
        text = text.replace(escaped, character)
    for emoji, word in _EMOJI.items():
        text = text.replace(emoji, word)
    if not text.isascii():
        # straight quotes first: compatibility forms turn a lone accent into a space and a mark
        text = unicodedata.normalize("NFKD", text.translate(_QUOTES)).casefold()
        text = "".join(c for c in text if c in "\n\t\r" or unicodedata.category(c) not in _INVISIBLE)
        text = text.translate(_LOOK_ALIKES)
    else:
        text = "".join(c if c.isprintable() or c in "\n\t\r" else "" for c in text.lower()).translate(_QUOTES)
    text = _SPELLED_OUT.sub(_joined, text)
    return _LONG_RUN.sub(r"\1\1", text)


def _joined(spelled: re.Match[str]) -> str:
    return re.sub(r"[^a-z]", "", spelled.group())
