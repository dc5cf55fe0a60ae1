"""Makes a PNG of a screen much smaller by painting it from 256 colours; the eye sees no difference."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST = 256
Colour = tuple[int, int, int]


def lightened(png: bytes) -> bytes:
    """The same picture from at most 256 colours."""
    pieces = list(_pieces(png))
    width, height, _depth, kind = struct.unpack(">IIBB", pieces[0][1][:10])
    size = {2: 3, 6: 4}[kind]  # with or without transparency; a browser always paints eight bits deep
    packed = zlib.decompress(b"".join(data for name, data in pieces if name == b"IDAT"))
    rows = [_colours(row, size) for row in _rows(packed, width * size, size)]
    seen = Counter(colour for row in rows for colour in row)
    chosen = [colour for colour, _times in seen.most_common(MOST)]
    place = {colour: _nearest(colour, chosen) for colour in seen}
    painted = b"".join(b"\0" + bytes(place[colour] for colour in row) for row in rows)
    return SIGNATURE + b"".join(
        _piece(name, data)
        for name, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", b"".join(bytes(colour) for colour in chosen)),
            (b"IDAT", zlib.compress(painted, 9)),
            (b"IEND", b""),
        )
    )


def _pieces(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _piece(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _rows(packed: bytes, length: int, size: int) -> Iterator[bytes]:
    """Undo the filter of each row."""
    above = bytearray(length)
    for at in range(0, len(packed), length + 1):
        kind, row = packed[at], bytearray(packed[at + 1 : at + 1 + length])
        for x in range(length) if kind else ():
            left = row[x - size] if x >= size else 0
            corner = above[x - size] if x >= size else 0
            row[x] = (row[x] + _guess(kind, left, above[x], corner)) & 255
        yield bytes(row)
        above = row


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind < 4:
        return (0, left, up, (left + up) // 2)[kind]
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def _colours(row: bytes, size: int) -> list[Colour]:
    return list(zip(row[0::size], row[1::size], row[2::size], strict=True))


def _nearest(colour: Colour, chosen: list[Colour]) -> int:
    far = [sum((one - other) ** 2 for one, other in zip(colour, each, strict=True)) for each in chosen]
    return far.index(min(far))
