"""A page for somebody who reads it and changes nothing: what is written stays, what acts is left out."""

from collections.abc import Sequence
from html.parser import HTMLParser

from django.utils.safestring import SafeString, mark_safe

ACTS = {"button", "textarea", "select"}  # left out with what is inside
ASKS = {"input"}


def only_read(html: str, opens: Sequence[str]) -> SafeString:
    """The page without forms, buttons and blanks; a link stays where it leads to one of these addresses or on the page
    itself, else its words do. What looks like a button or says that it `data-does` something, and a fold that holds a
    form, go whole."""
    reading = _Reading(opens)
    reading.feed(html)
    reading.close()
    return mark_safe(reading.said())  # noqa: S308 - parts of what the page said, in its order


class _Reading(HTMLParser):
    def __init__(self, opens: Sequence[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.opens = set(opens)
        self.out: list[str] = []
        self.left_out = ""  # the tag that is left out with what is inside
        self.depth = 0
        self.links: list[bool] = []
        self.folds: list[tuple[int, bool]] = []  # where a fold began, and whether it asks

    def said(self) -> str:
        return "".join(self.out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.left_out:
            self.depth += tag == self.left_out
            return
        told = dict(attrs)
        if tag in ACTS or (tag == "a" and self._acts(told)) or (tag != "a" and "data-does" in told):
            self.left_out, self.depth = tag, 1
            self._asks(tag not in ACTS)
        elif tag in ("form", *ASKS) and told.get("type") != "radio":
            self._asks(tag == "form" and told.get("id") == "sheet")
        elif tag == "a":
            self.links.append(self._opens(told.get("href") or ""))
            self.out.append(self.get_starttag_text() or "" if self.links[-1] else "<span>")
        else:
            if tag == "details":
                self.folds.append((len(self.out), False))
            self.out.append(self.get_starttag_text() or "")

    def _asks(self, but: bool = False) -> None:
        if self.folds and not but:
            self.folds[-1] = (self.folds[-1][0], True)

    def _acts(self, told: dict[str, str | None]) -> bool:
        """Whether a link is something to do: it looks like a button, or says so, and does not open."""
        does = "data-does" in told or "btn" in (told.get("class") or "").split()
        return does and not self._opens(told.get("href") or "")

    def _opens(self, href: str) -> bool:
        return href.startswith("#") or href.partition("?")[0].partition("#")[0] in self.opens

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            self.depth -= tag == self.left_out
            if self.depth == 0:
                self.left_out = ""
        elif tag == "a":
            self.out.append("</a>" if self.links and self.links.pop() else "</span>")
        elif tag == "details" and self.folds:
            began, asks = self.folds.pop()
            self.out.append("</details>")
            if asks:
                del self.out[began:]
        elif tag != "form":
            self.out.append(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ASKS and not self.left_out:
            self.out.append(self.get_starttag_text() or "")

    def _plain(self, text: str) -> None:
        if not self.left_out:
            self.out.append(text)

    def handle_data(self, data: str) -> None:
        self._plain(data)

    def handle_entityref(self, name: str) -> None:
        self._plain(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._plain(f"&#{name};")
