"""Our search on public intent sets in the ten-examples setting. The sets are not ours to keep: whoever runs this fetches them.

Put one folder a set below var/public-sets/, with train.csv and test.csv (columns `text` and `category` or `label`):

    var/public-sets/clinc150/train.csv  test.csv  (label `oos` or `out_of_scope` in test.csv: questions nobody answers)
    var/public-sets/banking77/train.csv test.csv
    var/public-sets/hwu64/train.csv     test.csv
"""

from __future__ import annotations

import csv
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from bot.answers.encoder import Encoder, load_encoder
from bot.answers.index import Index
from bot.content.entry import Entry, Said, SourceOfFact
from bot.content.finding import OffTopic, SearchLists, read_search_lists

ROOT = Path(__file__).parents[2]
SETS = ROOT / "var" / "public-sets"
NAMES = ("clinc150", "banking77", "hwu64")
EXAMPLES = 10
MOST_QUESTIONS = 1_500
TYPOS_A_QUESTION = 1.5
OUTSIDE = frozenset(("oos", "out_of_scope", "out-of-scope"))
Row = tuple[str, str]


def run() -> list[str]:
    """One line a set, or where to put it."""
    encoder = load_encoder()
    return [line for name in NAMES for line in _one(name, encoder)]


def _one(name: str, encoder: Encoder | None) -> Iterator[str]:
    folder = SETS / name
    if not (folder / "train.csv").is_file() or not (folder / "test.csv").is_file():
        yield f"{name}: not here. Put train.csv and test.csv into var/public-sets/{name}/ (see tests/bench/public_sets.py)."
        return
    train, test = _rows(folder / "train.csv"), _rows(folder / "test.csv")
    chance = random.Random(7)
    chance.shuffle(test)
    inside = [row for row in test if row[1] not in OUTSIDE][:MOST_QUESTIONS]
    outside = [row for row in test if row[1] in OUTSIDE][:MOST_QUESTIONS]
    index = Index.build(_entries(train, chance), _lists(), encoder, ROOT / "var" / "cache" / "public-sets" / name)
    took: list[float] = []
    clean = _share_right(index, inside, took)
    slips = _share_right(index, [(_with_slips(text, chance), label) for text, label in inside], took)
    middle, slow = np.percentile(np.array(took) * 1000, [50, 99])
    answered = sum(index.search(text).verdict == "sure" for text, _ in outside)
    tail = f"  out of scope answered {answered / len(outside):.1%} of {len(outside)}" if outside else ""
    yield f"{name:12}{len(inside):6} questions  first {clean:.1%}  with slips {slips:.1%}  ms {middle:.1f}/{slow:.1f}{tail}"


def _share_right(index: Index, rows: list[Row], took: list[float]) -> float:
    right = 0
    for text, label in rows:
        started = time.perf_counter()
        found = index.search(text).first
        took.append(time.perf_counter() - started)
        right += found is not None and found.id == _identifier(label)
    return right / max(len(rows), 1)


def _entries(train: list[Row], chance: random.Random) -> list[Entry]:
    by_label: dict[str, list[str]] = {}
    for text, label in train:
        if label not in OUTSIDE:
            by_label.setdefault(label, []).append(text)
    return [_entry(label, chance.sample(texts, min(EXAMPLES, len(texts)))) for label, texts in sorted(by_label.items())]


def _entry(label: str, examples: list[str]) -> Entry:
    title = label.replace("_", " ").replace("/", " ")[:75].strip()
    return Entry.model_construct(
        id=_identifier(label), theme="public", title=title, kind="how-to", audience=("all-staff",), tier="standard",
        jurisdiction="general", short=title, full=(Said(say=title),), steps=(), asked_as=tuple(examples),
        asked_in_spanish=(), related=(), owner="public set", sources=(SourceOfFact(name="public set", confirmed="as published"),),
        reviewed=date.today(), expires=date.today() + timedelta(days=30),
    )  # fmt: skip


def _lists() -> SearchLists:
    """Our numbers, none of our word lists: those know another trade."""
    return SearchLists(read_search_lists(ROOT / "knowledge").calibration, off_topic=OffTopic())


def _identifier(label: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in label.lower()).split())


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["text"], row.get("category") or row.get("label") or row.get("intent") or "") for row in rows]


def _with_slips(text: str, chance: random.Random) -> str:
    """About one and a half slips: a letter left out, doubled, exchanged with its neighbor or hit beside."""
    letters = list(text)
    for _ in range(1 + (chance.random() < TYPOS_A_QUESTION - 1)):
        places = [place for place in range(1, len(letters) - 1) if letters[place].isalpha() and letters[place + 1].isalpha()]
        if not places:
            break
        place = chance.choice(places)
        kind = chance.randrange(4)
        if kind == 0:
            del letters[place]
        elif kind == 1:
            letters.insert(place, letters[place])
        elif kind == 2:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        else:
            letters[place] = chance.choice("aeionrstl")
    return "".join(letters)


if __name__ == "__main__":
    for line in run():
        print(line, flush=True)
