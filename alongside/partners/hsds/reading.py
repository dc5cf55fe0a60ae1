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


# Under which names pages and files of other makers keep their entries. An organisation has two of these as well.
LISTS = ("contents", "data", "results", "items", "records", "entries", "value", "services", "organizations",
         "locations", "service_at_locations")  # fmt: skip


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
            except (ValueError, RecursionError) as wrong:
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


def _nothing_told(told: Any) -> None:
    """For whoever follows neither progress nor pages."""


def entries(
    file: BinaryIO,
    tell: Callable[[int], None] = _nothing_told,
    page: Callable[[dict[str, Any]], None] = _nothing_told,
) -> Iterator[dict[str, Any]]:
    """Every entry of a file: one object, a list, a page or another envelope, or one of these a line.

    `tell` hears how many bytes have been read, `page` what a page says beside its entries.
    """
    text = _Text(file, tell)
    begun = False
    while sign := text.peek():
        begun = True
        if sign == "[":
            yield from _listed(text, page)
        elif sign == "{":
            yield from _object(text, page)
        else:
            raise NotReadable
    if not begun:
        raise NotReadable


def _listed(text: _Text, page: Callable[[dict[str, Any]], None], name: str = "") -> Iterator[dict[str, Any]]:
    text.sign("[")
    while (sign := text.peek()) != "]":
        if sign != "{":
            raise NotReadable
        yield from _opened(text.take(), page, name)
    text.sign("]")


def _opened(whole: Any, page: Callable[[dict[str, Any]], None], name: str = "") -> Iterator[dict[str, Any]]:
    """An entry, or the entries of an envelope that was taken whole."""
    inside = {each: whole[each] for each in LISTS if isinstance(whole.get(each), list | dict)}
    if whole.get("name") or not inside or "service" in whole or "location" in whole:
        # In a list of services nothing has to say that each is one.
        yield {"organization_id": "", **whole} if name == "services" else whole
        return
    page(whole)
    for each, held in inside.items():
        for entry in held if isinstance(held, list) else [held]:
            if not isinstance(entry, dict):
                raise NotReadable
            yield from _opened(entry, page, each)


def _object(text: _Text, page: Callable[[dict[str, Any]], None]) -> Iterator[dict[str, Any]]:
    """An entry of its own, or an envelope whose entries are read one by one."""
    text.sign("{")
    whole: dict[str, Any] = {}
    is_page = False
    while text.peek() != "}":
        name = text.take()
        text.sign(":")
        if name in LISTS and text.peek() == "[" and not {"id", "name"} & set(whole):
            is_page = True
            yield from _listed(text, page, str(name))
        else:
            whole[str(name)] = text.take()
    text.sign("}")
    if not is_page:
        yield from _opened(whole, page)
    elif whole.get("name"):
        yield whole
    else:
        page(whole)
