"""The shape of the first-week tour: five short cards and a three-question self-check. Words only."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from bot.content.shapes import Curated, Day, Id, Line, Yes

CardTitle = Annotated[str, StringConstraints(min_length=3, max_length=75)]
# about what a phone shows without scrolling
CardText = Annotated[str, StringConstraints(min_length=20, max_length=600)]
# Slack cuts an option after 75 characters
ChoiceText = Annotated[str, StringConstraints(min_length=2, max_length=75)]


class TourCard(Curated):
    """One thing to know. `entry` is the whole answer behind it."""

    id: Id
    title: CardTitle
    say: CardText
    entry: Id


class Choice(Curated):
    say: ChoiceText
    right: Yes = False


class TourQuestion(Curated):
    """One question of the self-check. `because` is what somebody reads who chose another answer."""

    ask: Line
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=5)]
    because: Line

    @model_validator(mode="after")
    def _one_right(self) -> TourQuestion:
        if sum(choice.right for choice in self.choices) != 1:
            raise ValueError("exactly one choice has `right: yes`")
        if len({choice.say for choice in self.choices}) != len(self.choices):
            raise ValueError("two choices are the same")
        return self

    @property
    def answer(self) -> int:
        """The place of the right choice."""
        return next(place for place, choice in enumerate(self.choices) if choice.right)


class Tour(Curated):
    """The file's name is its id."""

    id: Id
    title: CardTitle
    cards: Annotated[tuple[TourCard, ...], Field(min_length=5, max_length=5)]
    questions: Annotated[tuple[TourQuestion, ...], Field(min_length=3, max_length=3)]
    done: CardText
    owner: Line
    reviewed: Day
    expires: Day

    @model_validator(mode="after")
    def _in_order(self) -> Tour:
        if self.expires <= self.reviewed:
            raise ValueError("`expires` must be later than `reviewed`")
        if len({card.id for card in self.cards}) != len(self.cards):
            raise ValueError("two cards have the same id")
        return self

    def place(self, card_id: str) -> int | None:
        """Where a card stands, or None when it is not in the tour any more."""
        return next((place for place, card in enumerate(self.cards) if card.id == card_id), None)
