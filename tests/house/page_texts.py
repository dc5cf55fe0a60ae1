"""What every page of the desk says, in both languages, as files: to compare two versions of the code with `diff`.

    ALONGSIDE_TEXTS=/tmp/before ./test one tests/house/page_texts.py
    (change something, or check out another version: take this file along where it is not there yet)
    ALONGSIDE_TEXTS=/tmp/after ./test one tests/house/page_texts.py
    diff -r /tmp/before /tmp/after

One file for each address of `tests/roles.csv` and language, opened by the first who may, on a clock that stands. It
holds the text that is read, the fields with what stands in them, and where links and forms lead. Ids are numbered in
the order in which a page names them, so that two runs of the same code give the same files but for the hour in
`me.sessions` and moments of one instant in `people.participant`. It proves nothing by itself: it runs by its name only.
"""

import os
import random
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.db import transaction

from tests import cast
from tests.house.places import Places
from tests.house.test_roles import STAFF, rows

LANGUAGES = ("en", "es")
FIRST = ("cm1", "cm2", "supervisor", *STAFF)
UNSEEN = {"script", "style", "template", "svg"}
SAID = (
    *("name", "type", "value", "checked", "selected", "disabled", "required", "placeholder"),
    *("href", "action", "method", "formaction", "aria-label", "alt", "title"),
)
ASKED = {"a", "form", "input", "select", "option", "textarea", "button", "title", "img", "iframe"}
IN_A_LINE = {
    "abbr",
    "b",
    "bdi",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
}
ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
CODE = re.compile(r"(?<=· )[0-9A-F]{4}\b")  # the end of an id, as a page says it


class Reader(HTMLParser):
    """Reads a page into lines: what is read on it, and in brackets what is asked and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.lines, self.words, self.unseen = [], [], 0  # type: list[str], list[str], int

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        if tag not in IN_A_LINE:
            self.end_line()
        said = dict(attrs)
        if tag in ASKED and not self.unseen and said.get("name") != "csrfmiddlewaretoken":
            told = [name if said[name] is None else f"{name}={said[name]!r}" for name in SAID if name in said]
            self.words.append(f"[{' '.join((tag, *told))}]")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        if tag not in IN_A_LINE:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)

    def end_line(self) -> None:
        """What was read since the last line, with each space once."""
        line = " ".join("".join(self.words).split())
        self.lines += [line] if line else []
        self.words = []


def text_of(page: str) -> str:
    """A page as lines."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    reader.end_line()
    known: dict[str, str] = {}
    whole = "\n".join(reader.lines) + "\n"
    return CODE.sub("code", ID.sub(lambda found: known.setdefault(found[0], f"id-{len(known) + 1}"), whole))


def test_every_page_is_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Into the folder that ALONGSIDE_TEXTS names."""
    monkeypatch.setattr(
        os, "urandom", random.Random(10).randbytes
    )  # ids fall as they did before, and sort alike
    folder = os.environ.get("ALONGSIDE_TEXTS")
    if not folder:
        pytest.skip("ALONGSIDE_TEXTS names no folder")
    places, clients = Places(), {who: cast.signed_in(member) for who, member in STAFF.items()}
    Path(folder).mkdir(parents=True, exist_ok=True)
    for row in rows():
        who = next((each for each in FIRST if row[each].startswith("o/")), None)
        for language in LANGUAGES if who else ():
            with transaction.atomic():
                answer = clients[who].get(places.url(row["address"]), HTTP_ACCEPT_LANGUAGE=language)
                transaction.set_rollback(True)
            name = re.sub(r"<(?:\w+:)?(\w+)>", r"\1", row["address"]).strip("/").replace("/", ".") or "today"
            kind = answer.headers.get("Content-Type", "").split(";")[0]
            said = (
                text_of(answer.content.decode())
                if kind == "text/html" and not answer.streaming
                else f"{kind}\n"
            )
            head = f"{row['address']} {who} {answer.status_code} {ID.sub('id', answer.headers.get('Location', ''))}\n"
            (Path(folder) / f"{name}.{language}.txt").write_text(head + said)


@pytest.mark.no_database
def test_what_is_read_and_what_is_asked() -> None:
    page = (
        '<title>Her</title><script>no</script><p>One <b>wo</b>rd</p><form method="post" action="/x/">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="z"><input name="a" value="1" required>'
        '<textarea name="b">line</textarea></form><a href="/people/0123abcd-0000-0000-0000-000000000000/">Go</a>'
    )
    assert text_of(page).splitlines() == [
        "[title]Her",
        "One word",
        "[form action='/x/' method='post']",
        "[input name='a' value='1' required]",
        "[textarea name='b']line",
        "[a href='/people/id-1/']Go",
    ]
