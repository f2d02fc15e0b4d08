"""When to be sure is learned from the content alone, and the numbers survive being written down."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.answers.calibration import fit, logistic
from bot.answers.confidence import Belief, Judge
from bot.answers.encoder import Encoder
from bot.content.finding import Calibration, calibration_text, read_search_lists
from bot.content.source import model_from, read_text
from bot.problems import ContentError
from tests.bot.answers.conftest import ENTRIES, FIT, LISTS

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"


@pytest.fixture(scope="module")
def fitted(encoder: Encoder) -> Calibration:
    return fit(ENTRIES, LISTS, encoder)


def test_thresholds_come_out_in_order(fitted: Calibration) -> None:
    for one in (fitted.meaning, fitted.words):
        assert 0 < one.on_topic <= one.close <= one.sure < 1


def test_fitting_twice_gives_the_same_numbers(fitted: Calibration, encoder: Encoder) -> None:
    assert fit(ENTRIES, LISTS, encoder) == fitted


def test_without_a_model_its_numbers_are_left_alone() -> None:
    assert fit(ENTRIES, LISTS, None).meaning == LISTS.calibration.meaning


def test_a_calibration_reads_back_as_it_was_written(fitted: Calibration) -> None:
    again = model_from(Calibration, read_text("calibration.yaml", calibration_text(fitted)))
    assert again.meaning.sure == pytest.approx(fitted.meaning.sure, rel=1e-3)
    assert again.words.confidence.keys() == fitted.words.confidence.keys()


def test_a_misspelled_key_is_named_with_its_line(fitted: Calibration) -> None:
    text = calibration_text(fitted).replace("temperature", "temprature", 1)
    with pytest.raises(ContentError, match=r"calibration\.yaml:\d+: `temprature`.*Did you mean `temperature`"):
        model_from(Calibration, read_text("calibration.yaml", text))


def test_logistic_regression_finds_the_line_that_made_the_labels() -> None:
    numbers = np.random.default_rng(3)
    rows = np.c_[np.ones(4000), numbers.normal(size=(4000, 2))]
    chance = 1 / (1 + np.exp(-(rows @ np.array([-0.5, 2.0, -1.0]))))
    labels = (numbers.random(4000) < chance).astype(float)
    assert logistic(rows, labels, np.ones(4000)) == pytest.approx([-0.5, 2.0, -1.0], abs=0.2)


@pytest.mark.parametrize(
    ("shares", "confidence", "verdict"),
    [
        ((0.9, 0.05, 0.05), 0.8, "sure"),
        ((0.5, 0.45, 0.05), 0.8, "close"),
        ((0.5, 0.45, 0.05), 0.5, "close"),
        ((0.4, 0.2, 0.2), 0.5, "unsure"),
        ((0.9, 0.05, 0.05), 0.3, "unsure"),
        ((0.9, 0.05, 0.05), 0.05, "off-topic"),
        ((1.0,), 0.9, "sure"),
    ],
)
def test_the_verdict_follows_the_thresholds(shares: tuple[float, ...], confidence: float, verdict: str) -> None:
    assert Judge(FIT).verdict(Belief(np.array(shares), confidence)) == verdict


def test_the_curated_lists_of_the_project_are_sound() -> None:
    lists = read_search_lists(KNOWLEDGE)
    phrases = [phrase.lower() for phrase in lists.off_topic_phrases]
    assert len(phrases) == len(set(phrases))
    assert len(lists.off_topic.near) >= 150
    assert len(lists.off_topic.far) >= 100
    assert len(lists.spanish.words) >= 400
    for one in (lists.calibration.meaning, lists.calibration.words):
        assert one.on_topic < one.close < one.sure
