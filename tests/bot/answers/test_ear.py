"""The second ear hears cries that no row was written for, and keeps silent where the rows have judged or nobody cries."""

from pathlib import Path

import pytest
import yaml

from bot.answers.safety import read_safety
from bot.answers.safety.ear import Weights, heard
from bot.answers.safety.sentences import sentences
from bot.answers.safety.spelling import mended

FROM_TEXTS = Path(__file__).resolve().parents[2] / "dev-questions"
ENOUGH_CRIES, FEW_ALARMS = 0.9, 0.03


def test_of_the_texts_it_learned_from_nine_cries_in_ten_are_heard_and_hardly_a_look_alike() -> None:
    rows = [row for path in sorted(FROM_TEXTS.glob("danger*.yaml")) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    cries = [read_safety(row["q"]).card is not None for row in rows if row["card"] != "none"]
    alarms = [read_safety(row["q"]).card is not None for row in rows if row["card"] == "none"]
    assert sum(cries) >= ENOUGH_CRIES * len(cries)
    assert sum(alarms) <= FEW_ALARMS * len(alarms)


def test_it_adds_to_the_rows_and_takes_nothing_from_them() -> None:
    for text in ("he has a knife and she's here", "she wants to die", "me obligan a trabajar"):
        assert read_safety(text) == read_safety(text, second_ear=False)


@pytest.mark.parametrize(
    "explained",
    ["in the drill a man with a knife takes a girl away", "she is not suicidal and has no plan to hurt herself"],
)
def test_what_the_rows_found_and_judged_not_to_be_happening_stays_judged(explained: str) -> None:
    assert read_safety(explained).card is None


def test_a_long_page_is_left_to_the_rows() -> None:
    assert heard(sentences("they took her and will not let her go " * 20, mended)) is None


def test_nobody_saying_nothing_is_heard() -> None:
    assert heard(sentences("", mended)) is None


def test_weights_are_read_as_they_were_written() -> None:
    weights = Weights({"w knife": (1.25, -0.5, 0.0)}, start=(-1.0, -1.5, -2.0), needed=(1.5, 0.8, 0.9))
    assert Weights.read(weights.lines()) == weights


def test_a_spoiled_list_of_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Weights.read(["w knife\t1"])
