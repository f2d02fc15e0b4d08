"""The text as a person reads it, with the way back: look-alike letters and digits plain, invisible ones gone, mentions blank."""

import re
import unicodedata
from dataclasses import dataclass

_MENTION = re.compile(r"<[@#!][^<>]{1,100}>")
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_QUOTES = dict.fromkeys("’‘`´＇", "'")
_LOOK_ALIKES = _DASHES | _QUOTES | {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " "}
_INVISIBLE = ("Cf", "Cc", "Me")


@dataclass(frozen=True)
class Readable:
    """`offsets[i]` is where the i-th readable character stands in the text as it was typed."""

    text: str
    offsets: tuple[int, ...]


def readable(text: str) -> Readable:
    """One character for one; what has no single plain character keeps its own."""
    blank = {at for match in _MENTION.finditer(text) for at in range(match.start(), match.end())}
    characters, offsets = [], []
    for at, typed in enumerate(text):
        if at in blank:
            character = " "
        elif typed.isascii():
            character = _LOOK_ALIKES.get(typed, typed)
            if not (character.isprintable() or character == "\n"):
                continue
        else:
            if unicodedata.category(typed) in _INVISIBLE:
                continue
            folded = unicodedata.normalize("NFKC", typed)
            character = _LOOK_ALIKES.get(typed, folded if len(folded) == 1 else typed)
        characters.append(character)
        offsets.append(at)
    return Readable("".join(characters), tuple(offsets))
