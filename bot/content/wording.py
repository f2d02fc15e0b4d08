"""How we speak: words we do not use (rules.md section 12), and how hard a text is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Forbidden:
    word: str
    mend: str


# pattern -> what to say instead
NOT_OURS: tuple[tuple[str, str], ...] = (
    (r"rescu(?:e|es|ed|ing|er|ers)", "Say support, or leaving safely."),
    (r"saviou?rs?", "Leave it out."),
    (r"modern[- ]day slaver?y?", "Say trafficking or exploitation."),
    (r"slaves?", "Say person who may be experiencing trafficking. (`slavery` is fine in the name of a law.)"),
    (r"prostitutes?", "Say people in commercial sex."),
    (r"(?:child|teen|juvenile) prostitut\w+", "Say person under 18 exploited through commercial sex."),
    (r"hookers?", "Leave it out."),
    (r"pimps?", "Say the person exploiting them."),
    (r"illegals|illegal (?:immigrant|alien|worker|person|people)\w*", "Say immigrant worker, or a person without status."),
    (r"aliens?", "Say immigrant. (A law's name may keep it, in quotation marks.)"),
    (r"non-?compliant", "Say chose not to."),
    (r"refused (?:help|services|treatment)", "Say declined."),
    (r"real victims?", "Leave the judgment out."),
    (r"high-risk lifestyle", "Name the circumstance."),
    (r"bait(?:ing)?", "Leave it out."),
    (r"voice for the voiceless", "Leave it out."),
    (r"help is on (?:the|its) way", "Never say so: nobody watches the chat."),
)
_PATTERNS = tuple((re.compile(rf"\b(?:{pattern})\b", re.I), mend) for pattern, mend in NOT_OURS)
# inside quotation marks a word is quoted, for example as one to avoid
_QUOTED = re.compile(r"[\"“'‘][^\"”'’\n]{1,80}[\"”'’]")
_VOWELS = re.compile(r"[aeiouy]+", re.I)


def forbidden(text: str) -> Iterator[Forbidden]:
    """Words we do not use in our own voice."""
    plain = _QUOTED.sub(" ", text)
    for pattern, mend in _PATTERNS:
        for found in pattern.finditer(plain):
            yield Forbidden(found.group(), mend)


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al., 1975)."""
    sentences = [piece for piece in re.split(r"[.!?:;]+\s|\n", text) if re.search(r"\w", piece)]
    words = re.findall(r"[A-Za-z']+", text)
    if not sentences or not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    bare = word.lower().removesuffix("es").removesuffix("e") or word
    return max(1, len(_VOWELS.findall(bare)))
