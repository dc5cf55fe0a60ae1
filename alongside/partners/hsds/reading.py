"""Reading a long file of HSDS entries one by one, so that memory stays small however long the file is."""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

CHUNK = 64 * 1024
LONGEST_ENTRY = 4 * 1024 * 1024
_SPACE = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


class NotReadable(ValueError):
    """The file is not JSON, or one of its entries is longer than any real one."""


class _Text:
    """A window over a file: what was read and is not yet taken."""

    def __init__(self, file: BinaryIO, tell: Callable[[int], None]) -> None:
        self.file, self.tell = file, tell
        self.decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self.held, self.read, self.ended = "", 0, False

    def more(self, wanted: int = CHUNK) -> None:
        """Read on; the window doubles, so that a long entry is not tried over and over."""
        piece = self.file.read(wanted)
        self.read += len(piece)
        try:
            self.held += self.decode(piece, not piece)
        except UnicodeDecodeError as wrong:
            raise NotReadable from wrong
        self.ended = not piece
        self.tell(self.read)

    def peek(self) -> str:
        """The next sign that means something; nothing at the end."""
        while True:
            self.held = self.held[_match_end(self.held) :]
            if self.held or self.ended:
                return self.held[:1]
            self.more()

    def take(self) -> Any:
        """The next whole value."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self.held)
            except (json.JSONDecodeError, RecursionError) as wrong:
                if self.ended or len(self.held) > LONGEST_ENTRY or isinstance(wrong, RecursionError):
                    raise NotReadable from wrong
            else:
                # A figure at the edge of the window may go on behind it.
                if end < len(self.held) or self.ended:
                    self.held = self.held[end:]
                    return value
            self.more(max(CHUNK, len(self.held)))

    def sign(self, wanted: str) -> None:
        """Take one sign that has to stand here."""
        if self.peek() != wanted:
            raise NotReadable
        self.held = self.held[1:]


def _match_end(text: str) -> int:
    found = _SPACE.match(text)
    return found.end() if found else 0


def entries(file: BinaryIO, tell: Callable[[int], None] = lambda read: None) -> Iterator[dict[str, Any]]:
    """Every entry of a file: one object, a list, a page with `contents`, or one object a line.

    `tell` hears how many bytes have been read.
    """
    text = _Text(file, tell)
    begun = False
    while sign := text.peek():
        begun = True
        if sign == "[":
            yield from _listed(text)
        elif sign == "{":
            yield from _object(text)
        else:
            raise NotReadable
    if not begun:
        raise NotReadable


def _listed(text: _Text) -> Iterator[dict[str, Any]]:
    text.sign("[")
    while (sign := text.peek()) != "]":
        if sign != "{":
            raise NotReadable
        yield text.take()
    text.sign("]")


def _object(text: _Text) -> Iterator[dict[str, Any]]:
    """An entry of its own, or a page whose `contents` are read one by one."""
    text.sign("{")
    whole: dict[str, Any] = {}
    is_page = False
    while text.peek() != "}":
        name = text.take()
        text.sign(":")
        if name == "contents" and text.peek() == "[":
            is_page = True
            yield from _listed(text)
        else:
            whole[str(name)] = text.take()
    text.sign("}")
    if not is_page:
        yield whole
