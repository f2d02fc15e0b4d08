"""Sealing what a referral holds: AES-256-GCM, one random key a record, bound to the record and its revision.

The record's key is wrapped by a key that is kept outside the database (TASKFORCE_KEYS). A blob that was swapped, changed or
put back to an older revision does not open. Lengths are padded, so that the size of a blob tells nothing.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.problems import ContentError, Problem

VERSION = "v1"
KEY_BYTES = 32
NONCE_BYTES = 12
PAD_TO = 1024
LENGTH_BYTES = 4


class CannotOpen(Exception):
    """The blob is not what was sealed for this record and revision, or its key is not here. Says nothing else."""


@dataclass(frozen=True)
class Sealed:
    """What the database keeps. `key_name` tells which outside key wraps `wrapped_key`."""

    blob: bytes
    wrapped_key: bytes
    key_name: str


class KeyRing:
    """The outside keys: the first seals, all of them open. Its repr shows nothing."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        self._keys = dict(keys)
        self.current = next(iter(self._keys))

    @staticmethod
    def parse(text: str) -> KeyRing:
        """Reads `name:base64,name:base64`. Raises ContentError: a wrong key must stop the start, not lose a record."""
        keys: dict[str, bytes] = {}
        for part in filter(None, (piece.strip() for piece in text.split(","))):
            name, _, encoded = part.partition(":")
            keys[name] = _key_bytes(name, encoded)
        if not keys:
            mend = "Make one with `python -m bot keys new` and put it into the environment."
            raise ContentError([Problem("TASKFORCE_KEYS", "holds no key, so referrals cannot be sealed.", mend)])
        return KeyRing(keys)

    def seal(self, record: str, revision: int, content: Mapping[str, Any]) -> Sealed:
        """Seals one revision of a record under a fresh key."""
        data_key = AESGCM.generate_key(KEY_BYTES * 8)
        nonce = os.urandom(NONCE_BYTES)
        blob = nonce + AESGCM(data_key).encrypt(nonce, _padded(content), _bound_to(record, revision))
        return Sealed(blob, self._wrap(data_key, record, revision, self.current), self.current)

    def open(self, record: str, revision: int, sealed: Sealed) -> dict[str, Any]:
        """The content of exactly this record at exactly this revision. Raises CannotOpen."""
        data_key = self._unwrap(sealed, record, revision)
        nonce, body = sealed.blob[:NONCE_BYTES], sealed.blob[NONCE_BYTES:]
        try:
            return _unpadded(AESGCM(data_key).decrypt(nonce, body, _bound_to(record, revision)))
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("the sealed record does not open") from error

    def rewrap(self, record: str, revision: int, sealed: Sealed) -> Sealed:
        """The same blob with its key wrapped by the current outside key. Raises CannotOpen."""
        data_key = self._unwrap(sealed, record, revision)
        return Sealed(sealed.blob, self._wrap(data_key, record, revision, self.current), self.current)

    def knows(self, key_name: str) -> bool:
        return key_name in self._keys

    def check_value(self) -> bytes:
        """A sealed constant kept in the database: with a wrong key it does not open, and the start is refused."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self._keys[self.current]).encrypt(nonce, b"task force assistant", b"check")

    def opens_check(self, value: bytes, key_name: str) -> bool:
        key = self._keys.get(key_name)
        if key is None:
            return False
        try:
            return AESGCM(key).decrypt(value[:NONCE_BYTES], value[NONCE_BYTES:], b"check") == b"task force assistant"
        except InvalidTag:
            return False

    def _wrap(self, data_key: bytes, record: str, revision: int, name: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self._keys[name]).encrypt(nonce, data_key, _bound_to(record, revision) + b"|key")

    def _unwrap(self, sealed: Sealed, record: str, revision: int) -> bytes:
        key = self._keys.get(sealed.key_name)
        if key is None:
            raise CannotOpen("the key that seals this record is not in TASKFORCE_KEYS")
        nonce, body = sealed.wrapped_key[:NONCE_BYTES], sealed.wrapped_key[NONCE_BYTES:]
        try:
            return AESGCM(key).decrypt(nonce, body, _bound_to(record, revision) + b"|key")
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("the key of this record does not open") from error

    def __repr__(self) -> str:
        return f"KeyRing({len(self._keys)} keys)"


def new_key(name: str) -> str:
    """A new key as TASKFORCE_KEYS holds it."""
    return f"{name}:{base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode('ascii')}"


def _bound_to(record: str, revision: int) -> bytes:
    return f"{VERSION}|referral|{record}|{revision}".encode()


def _padded(content: Mapping[str, Any]) -> bytes:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    whole = len(body).to_bytes(LENGTH_BYTES, "big") + body
    return whole + b"\0" * (-len(whole) % PAD_TO)


def _unpadded(whole: bytes) -> dict[str, Any]:
    length = int.from_bytes(whole[:LENGTH_BYTES], "big")
    found: dict[str, Any] = json.loads(whole[LENGTH_BYTES : LENGTH_BYTES + length])
    return found


def _key_bytes(name: str, encoded: str) -> bytes:
    mend = "Write name:key, the key as `python -m bot keys new` prints it."
    try:
        key = base64.urlsafe_b64decode(encoded.encode("ascii"))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ContentError([Problem("TASKFORCE_KEYS", f"the key `{name[:20]}` is not base64.", mend)]) from error
    if len(key) != KEY_BYTES or not name:
        raise ContentError([Problem("TASKFORCE_KEYS", f"a key has {len(key)} bytes instead of {KEY_BYTES}.", mend)])
    return key
