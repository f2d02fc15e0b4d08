"""`python -m tests.bench.fit_ear`: learns the weights of the second ear from the labeled texts that may be learned from.

Never reads tests/questions. Prints, for texts held back in turn, how often the ear would speak and how often rightly,
then writes bot/answers/safety/ear.txt. Run it again after texts were added.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml

from bot.answers.safety import read_safety
from bot.answers.safety.ear import CARDS, Weights, best_of, features, scores
from bot.answers.safety.idioms import without_idioms
from bot.answers.safety.sentences import sentences
from bot.answers.safety.spelling import mended

ROOT = Path(__file__).resolve().parents[2]
WRITES_TO = ROOT / "bot" / "answers" / "safety" / "ear.txt"
# entries whose own phrasings are cries for help, or nearly
CRIES = ("immediate-danger", "suicide-or-self-harm-concern")
FOLDS = 4
PASSES, RATE, SHRINK = 20, 0.3, 1e-4
# a cry missed weighs more than a false alarm, a false alarm on a look-alike more than one nobody would think of
WEIGHT_OF_CRIES, WEIGHT_OF_LOOK_ALIKES = 3.0, 2.0
MOST_FEATURES = 7000
NEEDED = (1.5, 0.8, 0.9)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    words: str
    card: str
    source: str
    features: tuple[str, ...]


def texts() -> list[Text]:
    """Labeled cries and look-alikes, and what staff ask on any other day."""
    cases = _read(ROOT / "tests" / "bot" / "answers" / "safety_cases.yaml")
    rows = [(text, card, "cases") for card, listed in cases.items() for text in listed]
    for path in sorted((ROOT / "tests" / "dev-questions").glob("*.yaml")):
        for row in _read(path):
            if path.name.startswith("danger"):
                rows.append((row["q"], row["card"], path.stem))
            elif "q" in row and row.get("entry") not in CRIES:
                rows.append((row["q"], "none", "everyday"))
    for path in sorted((ROOT / "knowledge").glob("**/*.yaml")):
        entry = _read(path)
        if isinstance(entry, dict) and path.stem not in CRIES:
            rows.extend((phrase, "none", "everyday") for phrase in entry.get("asked_as") or ())
    return [_text(*row) for row in rows if row[2] != "everyday" or read_safety(row[0]).card is None]


def fit(learned_from: Sequence[Text]) -> Weights:
    """Logistic weights for each card against all else: learned on all, then on what mattered; the same for every run."""
    counts = Counter(name for text in learned_from for name in text.features)
    names = [name for name, count in counts.items() if count > 1]
    table = np.stack([weights for weights, _ in _fit_each(learned_from, names)])
    matter = np.abs(table).max(axis=0) * np.sqrt([counts[name] for name in names])
    names = [names[place] for place in np.argsort(-matter, kind="stable")[:MOST_FEATURES]]
    columns, starts = zip(*_fit_each(learned_from, names), strict=True)
    of = {
        name: (float(danger), float(self_harm), float(survivor))
        for name, danger, self_harm, survivor in zip(names, *columns, strict=True)
    }
    return Weights(of, start=(starts[0], starts[1], starts[2]), needed=NEEDED)


def _fit_each(learned_from: Sequence[Text], names: Sequence[str]) -> list[tuple[Floats, float]]:
    places = {name: place for place, name in enumerate(names)}
    rows = [np.array([places[name] for name in text.features if name in places], dtype=np.intp) for text in learned_from]
    weight = np.array([_weight(text) for text in learned_from])
    return [
        _fit_one(rows, np.array([text.card == card for text in learned_from], dtype=float), weight, len(names)) for card in CARDS
    ]


def _weight(text: Text) -> float:
    if text.card != "none":
        return WEIGHT_OF_CRIES
    return 1.0 if text.source == "everyday" else WEIGHT_OF_LOOK_ALIKES


def _fit_one(rows: Sequence[npt.NDArray[np.intp]], wanted: Floats, weight: Floats, width: int) -> tuple[Floats, float]:
    """Adagrad over single texts; a text's features share its square root, so that length alone weighs little."""
    weights, seen, start = np.zeros(width), np.full(width, 1e-8), -1.0
    order = np.random.default_rng(0)
    for _ in range(PASSES):
        for place in order.permutation(len(rows)):
            row = rows[place]
            if not len(row):
                continue
            root = np.sqrt(len(row))
            said = 1 / (1 + np.exp(-(weights[row].sum() / root + start)))
            error = (said - wanted[place]) * weight[place]
            slope = error / root + SHRINK * weights[row]
            seen[row] += slope * slope
            weights[row] -= RATE * slope / np.sqrt(seen[row])
            start -= 0.005 * error
    return weights, float(start)


def held_back(every: Sequence[Text]) -> list[str]:
    """What the ear adds for texts it has not learned from, by source and card."""
    folds = np.random.default_rng(3).integers(0, FOLDS, len(every))
    spoke: Counter[tuple[str, str, str]] = Counter()
    for fold in range(FOLDS):
        weights = fit([text for text, held in zip(every, folds, strict=True) if held != fold])
        for text in (text for text, held in zip(every, folds, strict=True) if held == fold):
            rows = read_safety(text.words, second_ear=False).card
            ear = best_of(scores(weights, text.features), weights.needed)
            spoke[text.source, text.card, "all"] += 1
            spoke[text.source, text.card, "rows"] += rows is not None
            spoke[text.source, text.card, "ear"] += ear is not None
            spoke[text.source, text.card, "either"] += (rows or ear) is not None
    kinds = sorted({(source, card) for source, card, _ in spoke})
    lines = []
    for source, card in kinds:
        total = spoke[source, card, "all"]
        shares = "".join(f"  {which} {spoke[source, card, which] / total:6.1%}" for which in ("rows", "ear", "either"))
        lines.append(f"{source:14} {card:10} {total:5}{shares}")
    return lines


def _text(words: str, card: str, source: str) -> Text:
    literal = [sentence.with_padded(without_idioms(sentence.padded)) for sentence in sentences(words, mended)]
    return Text(words, card, source, tuple(sorted(features(literal))))


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only-measure", action="store_true", help="leave the weights as they are")
    only_measure = parser.parse_args().only_measure
    every = texts()
    print("\n".join(held_back(every)))
    if not only_measure:
        WRITES_TO.write_text("\n".join(fit(every).lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
