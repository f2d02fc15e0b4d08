"""Curated and fitted material of the search besides the entries: off-topic phrases, skill phrasings, calibration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, Field, StringConstraints

from bot.content.entry import SkillName
from bot.content.shapes import Curated
from bot.content.source import model_from, read_file
from bot.content.synonyms import SpanishWords, Synonyms, read_spanish_words, read_synonyms

OFF_TOPIC_FILE = "off-topic.yaml"
SKILLS_FILE = "skills.yaml"
CALIBRATION_FILE = "calibration.yaml"
Asked = Annotated[str, StringConstraints(min_length=2, max_length=160)]
ProtocolId = Annotated[str, StringConstraints(pattern=r"^P(0[1-9]|1[0-6])$")]
Model = TypeVar("Model", bound=BaseModel)


class OffTopic(Curated):
    """Questions no entry answers: `near` are of our trade, `far` are not. The search learns from them when to stop."""

    near: tuple[Asked, ...] = ()
    far: tuple[Asked, ...] = ()


class SkillPhrasings(Curated):
    """`skills`: how staff ask for something to be done; `only_asked`: what sounds like it and is a question;
    `protocols`: words that tell which referral flow is meant."""

    skills: dict[SkillName, tuple[Asked, ...]] = {}
    only_asked: tuple[Asked, ...] = ()
    protocols: dict[ProtocolId, tuple[Asked, ...]] = {}


class Fit(Curated):
    """One fitted way of being sure. Numbers come from `taskforce eval --fit`, not from a person."""

    weights: dict[str, float]
    temperature: Annotated[float, Field(gt=0)]
    confidence: dict[str, float]
    sure: Annotated[float, Field(gt=0, lt=1)]
    close: Annotated[float, Field(gt=0, lt=1)]
    on_topic: Annotated[float, Field(gt=0, lt=1)]


class Calibration(Curated):
    """`meaning`: with the sentence model; `words`: without it."""

    meaning: Fit
    words: Fit


@dataclass(frozen=True)
class SearchLists:
    """All that the search reads besides the entries."""

    calibration: Calibration
    synonyms: Synonyms = Synonyms()
    spanish: SpanishWords = SpanishWords()
    off_topic: OffTopic = OffTopic()
    skills: SkillPhrasings = SkillPhrasings()

    @property
    def off_topic_phrases(self) -> tuple[str, ...]:
        return (*self.off_topic.near, *self.off_topic.far)


def read_search_lists(knowledge: Path) -> SearchLists:
    """Reads the five files below `knowledge`. Raises ContentError with the problems of the first bad one."""
    return SearchLists(
        calibration=_read(Calibration, knowledge / CALIBRATION_FILE),
        synonyms=read_synonyms(knowledge),
        spanish=read_spanish_words(knowledge),
        off_topic=_read(OffTopic, knowledge / OFF_TOPIC_FILE),
        skills=_read(SkillPhrasings, knowledge / SKILLS_FILE),
    )


def calibration_text(calibration: Calibration) -> str:
    """The calibration as the YAML that `read_search_lists` reads back."""
    lines = [
        "# Fitted by `taskforce eval --fit` from the entries' own phrasings and off-topic.yaml. Do not edit by hand:",
        "# after many new entries, run the command again and commit the result.",
    ]
    for name, fit in (("meaning", calibration.meaning), ("words", calibration.words)):
        lines.append(f"{name}:")
        for key, value in fit.model_dump().items():
            if isinstance(value, Mapping):
                lines.append(f"  {key}:")
                lines += [f"    {inner}: {number:.5g}" for inner, number in value.items()]
            else:
                lines.append(f"  {key}: {value:.5g}")
    return "\n".join(lines) + "\n"


def _read(kind: type[Model], path: Path) -> Model:
    return model_from(kind, read_file(path, path.parent.parent))
