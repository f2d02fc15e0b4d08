"""What the finders hand to each other: a stretch of readable text and its kind."""

from typing import NamedTuple


class Span(NamedTuple):
    """`kind` is empty for something that is no identifier but must not be read as one either (a link, a statute)."""

    kind: str
    start: int
    end: int
