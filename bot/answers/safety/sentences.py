"""A message cut into sentences of plain words: short forms written out, near misses of key words mended.

Leaves all judgement to the frames and acts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.answers.safety.plain_text import plain
from bot.answers.safety.short_forms import LONG_FORMS

_TOKEN = re.compile(r"[a-z0-9$@*!]{0,60}[a-z0-9$](?:'[a-z]+)?'?|[.!?¡¿;:,\n\"()–—…-]+|'")
_TITLE = re.compile(r"\b(mr|mrs|ms|dr|sr|sra|srta|st|ave|approx|apt|vs|etc|a\.m|p\.m|e\.g|i\.e|no)\.(?=\s)")
_HYPHEN = re.compile(r"(?<=[a-z0-9])-(?=[a-z0-9])")
_DOLLAR = ("$",)
_SENTENCE_END = frozenset(".!?\n")
_MAX_WORDS = 120
_SHARED_WORDS = 15


@dataclass(frozen=True)
class Sentence:
    """Words with a space on both sides, "," for any pause and '"' for any quotation mark."""

    padded: str
    asks: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.padded.split())

    def with_padded(self, padded: str) -> "Sentence":
        return Sentence(padded, self.asks)

    def before(self, offset: int) -> str:
        return self.padded[:offset]


def sentences(text: str, mend: Callable[[str], str]) -> list[Sentence]:
    """Every sentence of the message; very long ones are cut, sharing a few words, so that no later step
    meets an unbounded line."""
    found: list[Sentence] = []
    words: list[str] = []

    def close(mark: str) -> None:
        if words:
            found.append(Sentence(f" {' '.join(words)} ", "?" in mark))
            words.clear()

    for token in _TOKEN.findall(_HYPHEN.sub(" ", _TITLE.sub(r"\1", plain(text)))):
        if token[0].isalnum() or (token[-1].isalnum() and len(token) > 1) or token in _DOLLAR:
            words.extend(_written_out(token, mend))
            if len(words) >= _MAX_WORDS:
                shared = words[-_SHARED_WORDS:]
                close("")
                words.extend(shared)
        elif _SENTENCE_END & set(token) and not token.startswith(("..", "…")):
            close(token)
        elif words or '"' in token or "'" in token:
            words.append('"' if set(token) & {'"', "'"} else ",")
    close("")
    return found


def _written_out(token: str, mend: Callable[[str], str]) -> list[str]:
    token = token.lstrip("!*@").rstrip("'") or token
    known = LONG_FORMS.get(token)
    if known is not None:
        return known.split()
    if "'" in token:
        word, _, ending = token.partition("'")
        if f"{word}{ending}" in LONG_FORMS:
            return LONG_FORMS[f"{word}{ending}"].split()
        return [mend(word), *_ENDINGS.get(ending, f"{ending}").split()]
    return [mend(token)]


_ENDINGS = {"s": "s", "re": "are", "m": "am", "ve": "have", "ll": "will", "d": "would", "t": "not"}
