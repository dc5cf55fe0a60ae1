"""A long file, sealed piece by piece: nothing can be cut off, moved, repeated or joined without being noticed.

Every file has a key of its own, derived from the backup key with a fresh salt and the file's purpose. Each
piece is AES-256-GCM under a nonce of its number and of whether it is the last one, so that the pieces only open
in their order and an end that is missing is missed.
"""

import io
import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"sealed file 1\n"
SALT = 32
PIECE = 256 * 1024
TAG = 16


class FileDoesNotOpen(ValueError):
    """The file is not whole, was changed, or was sealed with another key or for another purpose."""


class NotASealedFile(FileDoesNotOpen):
    """The file does not even begin like one of ours."""


def _cipher(key: bytes, purpose: str, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, f"sealed file|{purpose}".encode()).derive(key))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


class SealingWriter(io.RawIOBase):
    """Write plain bytes; sealed ones arrive in `file`. Only `finish` makes it a whole file."""

    def __init__(self, file: BinaryIO, key: bytes, purpose: str) -> None:
        super().__init__()
        salt = os.urandom(SALT)
        self._file, self._head = file, MAGIC + salt
        self._cipher = _cipher(key, purpose, salt)
        self._number, self._held = 0, bytearray()
        file.write(self._head)

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        self._held += data
        while len(self._held) > PIECE:
            self._seal(bytes(self._held[:PIECE]), last=False)
            del self._held[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Seal the last piece."""
        self._seal(bytes(self._held), last=True)
        self._held.clear()

    def _seal(self, plain: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), plain, self._head))
        self._number += 1


class OpeningReader(io.RawIOBase):
    """Read what was sealed. Raises FileDoesNotOpen as soon as something is not as it was written."""

    def __init__(self, file: BinaryIO, key: bytes, purpose: str) -> None:
        super().__init__()
        self._file = file
        self._head = file.read(len(MAGIC) + SALT)
        if not self._head.startswith(MAGIC) or len(self._head) < len(MAGIC) + SALT:
            raise NotASealedFile
        self._cipher = _cipher(key, purpose, self._head[len(MAGIC) :])
        self._number, self._ended, self._held = 0, False, bytearray()
        self._next = file.read(PIECE + TAG)

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        while not self._held and not self._ended:
            self._open_piece()
        some = self._held[: len(into)]
        into[: len(some)] = some
        del self._held[: len(some)]
        return len(some)

    def read_to_end(self) -> None:
        """Open everything that is left, so that a missing end does not go unnoticed."""
        while not self._ended:
            self._held.clear()
            self._open_piece()
        self._held.clear()

    def _open_piece(self) -> None:
        piece, self._next = self._next, self._file.read(PIECE + TAG)
        last = not self._next
        try:
            self._held += self._cipher.decrypt(_nonce(self._number, last=last), piece, self._head)
        except InvalidTag:
            raise FileDoesNotOpen from None
        self._number, self._ended = self._number + 1, last
