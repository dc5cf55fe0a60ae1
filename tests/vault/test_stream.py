"""Sealed files: what goes in comes out, and whatever is done to one on the way is noticed."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.vault import stream
from alongside.vault.stream import FileDoesNotOpen, NotASealedFile, OpeningReader, SealingWriter

pytestmark = pytest.mark.no_database

KEY, OTHER = b"k" * 32, b"o" * 32
HEAD = len(stream.MAGIC) + stream.SALT
STEP = stream.PIECE + stream.TAG
LONG = bytes(range(256)) * (stream.PIECE // 256) * 3 + b"the end"


def sealed(plain: bytes, key: bytes = KEY, purpose: str = "data") -> bytes:
    """A whole sealed file."""
    file = io.BytesIO()
    writer = SealingWriter(file, key, purpose)
    for start in range(0, len(plain), 100_000):
        writer.write(plain[start : start + 100_000])
    writer.finish()
    return file.getvalue()


def opened(data: bytes, key: bytes = KEY, purpose: str = "data") -> bytes:
    """What is in it."""
    return io.BufferedReader(OpeningReader(io.BytesIO(data), key, purpose)).read()


@given(st.binary(max_size=2000))
def test_what_goes_in_comes_out(plain: bytes) -> None:
    assert opened(sealed(plain)) == plain


@pytest.mark.parametrize("size", [0, 1, stream.PIECE - 1, stream.PIECE, stream.PIECE + 1, 3 * stream.PIECE])
def test_every_length_around_a_piece(size: int) -> None:
    assert opened(sealed(b"x" * size)) == b"x" * size


def test_no_plain_byte_is_in_it() -> None:
    assert b"Lantern" not in sealed(b"Lantern" * 1000)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[: HEAD + STEP],
        lambda data: data[: HEAD + 2 * STEP],
        lambda data: data[:HEAD],
        lambda data: data + b"\0",
        lambda data: data[: HEAD + 100] + bytes([data[HEAD + 100] ^ 1]) + data[HEAD + 101 :],
        lambda data: data[:HEAD] + data[HEAD + STEP :][:STEP] + data[HEAD:][:STEP] + data[HEAD + 2 * STEP :],
        lambda data: data[: HEAD + STEP] + data[HEAD:],
        lambda data: data[: HEAD - 1] + bytes([data[HEAD - 1] ^ 1]) + data[HEAD:],
    ],
    ids=["cut", "one piece", "two pieces", "no piece", "longer", "changed", "moved", "repeated", "salt"],
)  # fmt: skip
def test_whatever_is_done_to_it_is_noticed(spoil: object) -> None:
    with pytest.raises(FileDoesNotOpen):
        opened(spoil(sealed(LONG)))  # type: ignore[operator]


def test_another_key_another_purpose_another_file() -> None:
    with pytest.raises(FileDoesNotOpen):
        opened(sealed(LONG), key=OTHER)
    with pytest.raises(FileDoesNotOpen):
        opened(sealed(LONG), purpose="keys")
    with pytest.raises(NotASealedFile):
        opened(b"PGDMP" + bytes(100))


def test_an_end_nobody_reads_is_missed_all_the_same() -> None:
    reader = OpeningReader(io.BytesIO(sealed(LONG)[:-1]), KEY, "data")
    assert reader.read(10) == LONG[:10]
    with pytest.raises(FileDoesNotOpen):
        reader.read_to_end()
