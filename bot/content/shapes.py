"""Small shapes shared by entries, providers, protocols and settings: dates, ids, one sentence a line."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Curated(BaseModel):
    """The base of everything read from YAML: frozen, and a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _day(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
            raise ValueError("a date is written year-month-day, for example 2026-11-21")
        try:
            return date.fromisoformat(value.strip())
        except ValueError as error:
            raise ValueError("there is no such day in the calendar") from error
    return value


def _yes(value: Any) -> Any:
    if isinstance(value, str):
        words = {"yes": True, "true": True, "no": False, "false": False}
        if value.strip().lower() not in words:
            raise ValueError("write yes or no")
        return words[value.strip().lower()]
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,6}", value.strip()):
            raise ValueError("write a whole number, for example 30")
        return int(value)
    return value


def _identifier(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise ValueError("an id has small letters, digits and single dashes only, for example hotel-indicators")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https://[^\s<>|]+", value):
        raise ValueError("a web address starts with https:// and has no spaces")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Yes = Annotated[bool, BeforeValidator(_yes)]
Whole = Annotated[int, BeforeValidator(_whole)]
Id = Annotated[str, AfterValidator(_identifier)]
WebAddress = Annotated[str, AfterValidator(_address)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2800)]
