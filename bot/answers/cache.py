"""Sentence vectors kept between starts, by the digest of their text. Only curated text is ever cached, no questions.

One file a model, written whole and swapped in; a file that is cut, foreign or damaged counts as empty.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from bot.answers.encoder import Progress, Vectors

KEY_BYTES = 16


class Encodes(Protocol):
    """What the cache needs of an encoder."""

    fingerprint: str
    width: int

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors: ...


def cached_vectors(texts: Sequence[str], encoder: Encodes, folder: Path | None, progress: Progress | None = None) -> Vectors:
    """One unit vector a text, in order; only texts never seen before are encoded. No folder: nothing is kept."""
    known = _read(folder, encoder) if folder is not None else {}
    keys = [_key(text) for text in texts]
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        fresh = encoder.encode(list(missing.values()), progress)
        known.update(zip(missing, fresh, strict=True))
        if folder is not None:
            _write(folder, encoder, {key: known[key] for key in dict.fromkeys(keys)})
    if not texts:
        return np.zeros((0, encoder.width), np.float32)
    return np.stack([known[key] for key in keys]).astype(np.float32)


def cache_file(folder: Path, encoder: Encodes) -> Path:
    return folder / f"sentence-vectors-{encoder.fingerprint}.npz"


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()


def _read(folder: Path, encoder: Encodes) -> dict[bytes, Vectors]:
    try:
        with np.load(cache_file(folder, encoder), allow_pickle=False) as stored:
            keys, vectors = stored["keys"], stored["vectors"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError):
        return {}
    if keys.dtype != np.uint8 or keys.shape != (len(vectors), KEY_BYTES) or vectors.shape != (len(keys), encoder.width):
        return {}
    if not np.isfinite(vectors).all() or np.abs(np.linalg.norm(vectors, axis=1) - 1).max(initial=0) > 1e-3:
        return {}
    return {key.tobytes(): vector for key, vector in zip(keys, vectors, strict=True)}


def _write(folder: Path, encoder: Encodes, known: dict[bytes, Vectors]) -> None:
    keys = np.frombuffer(b"".join(known), np.uint8).reshape(len(known), KEY_BYTES)
    vectors = np.stack(list(known.values())).astype(np.float32)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, half_written = tempfile.mkstemp(dir=folder, prefix="sentence-vectors-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, keys=keys, vectors=vectors)
                file.flush()
                os.fsync(file.fileno())
            Path(half_written).replace(cache_file(folder, encoder))
        except BaseException:
            Path(half_written).unlink(missing_ok=True)
            raise
    except OSError:
        return  # a full or read-only disk costs the next start some seconds, never an answer
