"""Sealing and opening, wrapping and unwrapping, and keyed tokens. Pure functions over bytes."""

import hashlib
import hmac
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
NONCE = 12
SHORTEST, LONGEST_STEP = 64, 4096  # bytes that sealed words are filled up to


class DoesNotOpen(ValueError):
    """The sealed bytes are not what was sealed here, or the key is not the key."""


def new_key() -> bytes:
    """A fresh data key of 256 bits."""
    return AESGCM.generate_key(256)


def seal(key: bytes, associated: str, plain: str) -> bytes:
    """The words, filled up to a step of length and sealed: version, nonce, ciphertext with its tag."""
    nonce = os.urandom(NONCE)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, _filled(plain.encode()), associated.encode())


def _filled(plain: bytes) -> bytes:
    """Words with an end mark and noughts up to 64, 128, 256 ... bytes, so that their length tells little.

    From 4096 on in steps of as much. Whatever is picked from a list fits the first step, as nothing at all does.
    """
    ended = plain + b"\x80"
    step = SHORTEST
    while step < len(ended) and step < LONGEST_STEP:
        step *= 2
    return ended.ljust(-(-len(ended) // step) * step, b"\0")


def _emptied(filled: bytes) -> bytes:
    return filled.rstrip(b"\0")[:-1]


def unseal(key: bytes | AESGCM, associated: str, sealed: bytes) -> str:
    """The words again; raises DoesNotOpen. Whoever opens much under one key hands in the cipher made of it."""
    if sealed[:1] != VERSION:
        raise DoesNotOpen("sealed by another version")
    try:
        cipher = AESGCM(key) if isinstance(key, bytes) else key
        filled = cipher.decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], associated.encode())
        return _emptied(filled).decode()
    except InvalidTag:
        raise DoesNotOpen("sealed elsewhere or under another key") from None


def wrap(master: bytes, door: str, key_id: UUID, key: bytes) -> bytes:
    """A data key, wrapped for one door."""
    nonce = os.urandom(NONCE)
    return VERSION + nonce + AESGCM(master).encrypt(nonce, key, f"key|{key_id}|{door}".encode())


def unwrap(master: bytes, door: str, key_id: UUID, wrapped: bytes) -> bytes:
    """The data key again; raises DoesNotOpen."""
    try:
        return AESGCM(master).decrypt(
            wrapped[1 : 1 + NONCE], wrapped[1 + NONCE :], f"key|{key_id}|{door}".encode()
        )
    except InvalidTag:
        raise DoesNotOpen("wrapped for another door, or by another master key") from None


def token(search_key: bytes, text: str) -> bytes:
    """A keyed token of 16 bytes that equals another only where the text does."""
    return hmac.new(search_key, text.encode(), hashlib.sha256).digest()[:16]
