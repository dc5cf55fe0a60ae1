"""Where a word might be left lying: logs, error pages, files, addresses, and a copy of the database."""

import io
import logging
import logging.config
import re
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from alongside.trail.models import TrailEntry
from tests import cast
from tests.attacks.catalogue import tables
from tests.attacks.make import world
from tests.journey.make import own_law

WORD = "Lantérn"


@pytest.fixture
def written() -> Any:
    """What the house writes to its log, with the filter that stands in the settings."""
    logging.config.dictConfig(settings.LOGGING)
    stream, handlers = io.StringIO(), set()
    for name in ("", "django"):
        handlers |= set(logging.getLogger(name).handlers)
    before = {
        handler: handler.setStream(stream)
        for handler in handlers
        if isinstance(handler, logging.StreamHandler)
    }
    assert before
    yield stream
    for handler, old in before.items():
        if old is not None:
            handler.setStream(old)


def fails_with_words(*given: Any, **more: Any) -> None:
    raise ValueError(f"could not keep {WORD}: {given} {more}")


@pytest.mark.parametrize("failing", ["view", "database"])
def test_a_page_that_fails_logs_and_shows_no_word(
    failing: str, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = world(WORD)
    client = cast.signed_in(cast.CM1)
    client.raise_request_exception = False

    def refuse(*given: Any, **more: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select %s::int", [WORD])

    breaks = refuse if failing == "database" else fails_with_words
    monkeypatch.setattr("alongside.desk.search.found_by_alias", breaks)
    answer = client.post(
        f"/search/?q={WORD}", {"q": WORD}, headers={"Referer": f"http://desk.localhost/?q={WORD}"}
    )
    assert answer.status_code == 500
    # What somebody typed comes back to them in its blank, and stands nowhere else.
    page = answer.content.decode()
    assert page.count(WORD) == page.count(f'value="{WORD}"') == 1
    client.get(f"/people/{made.participant}/nothing/?q={WORD}")
    client.post("/search/", b"q=%ff" + WORD.encode(), content_type="application/x-www-form-urlencoded")
    said = written.getvalue()
    assert "alongside" in said or "django" in said
    assert WORD not in said and "Lant" not in said
    assert "Traceback" not in said


def test_a_line_of_any_library_with_an_error_says_its_kind_and_place_alone(written: io.StringIO) -> None:
    for name in ("django.request", "allauth", "some.library", "django.db.backends"):
        try:
            try:
                raise KeyError(WORD)
            except KeyError as inner:
                raise ValueError(f"no {WORD}") from inner
        except ValueError:
            logging.getLogger(name).exception("it went wrong: %s", WORD)
    assert '"error": "ValueError"' in written.getvalue()
    assert WORD not in written.getvalue()


def test_no_address_title_file_or_header_holds_a_word() -> None:
    made = world(WORD)
    own_law()
    client = cast.signed_in(cast.CM1)
    for path in ("/", "/people/", f"/people/{made.participant}/", f"/people/{made.participant}/goals/",
                 f"/people/{made.participant}/goals/paper.pdf", f"/people/{made.participant}/record/",
                 f"/notes/{made.note}/", f"/meetings/{made.meeting}/", f"/meetings/{made.meeting}/calendar/",
                 f"/people/{made.participant}/welcome/print/"):  # fmt: skip
        answer = client.post(path) if path.endswith((".pdf", "/calendar/")) else client.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert WORD not in str(answer.headers) + str(client.cookies)
        if answer.headers["Content-Type"].startswith("text/html"):
            page = answer.content.decode()
            title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
            assert title and WORD not in title[1] and "traffick" not in title[1].lower()
            assert not [at for at in re.findall(r'(?:href|action|src)="([^"]*)"', page) if "Lant" in at]


def test_files_that_leave_say_nothing_about_us_or_her() -> None:
    made = world(WORD)
    client = cast.signed_in(cast.CM1)
    file = client.post(f"/meetings/{made.meeting}/calendar/")
    said = file.content.decode().lower() + str(file.headers).lower()
    for word in ("lant", "traffick", "alongside", str(made.participant), cast.CM1.username, "case manager"):
        assert word not in said, word
    paper = client.post(f"/people/{made.participant}/goals/paper.pdf")
    outside = paper.content.decode("latin-1").lower() + str(paper.headers).lower()
    for word in (str(made.participant), "traffick", cast.CM1.username, "/author"):
        assert word not in outside, word


def test_a_page_for_their_hands_does_not_name_the_software() -> None:
    made = world(WORD)
    paper = cast.signed_in(cast.CM1).post(f"/people/{made.participant}/goals/paper.pdf")
    assert b"alongside" not in paper.content.lower()


def test_the_trail_holds_verbs_and_references_alone() -> None:
    world(WORD)
    with cast.acting(cast.CM1):
        rows = list(TrailEntry.objects.all())
    assert len(rows) > 3
    for row in rows:
        assert re.fullmatch(r"[a-z0-9_]+", row.act) and re.fullmatch(r"[a-z_.]*", row.kind)


def test_a_copy_of_the_database_holds_no_word_and_no_key() -> None:
    made = world(WORD)
    copied, closed = "", set()
    for table, _columns in tables():
        with connection.cursor() as cursor:
            try:
                with transaction.atomic():
                    cursor.execute("set local role alongside_backup")
                    cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {table} t")
                    copied += cursor.fetchone()[0]
                    cursor.execute("set local role alongside_desk")
            except ProgrammingError:
                closed.add(table)
            cursor.execute("set local role alongside_desk")
    assert str(made.participant) in copied and str(made.note) in copied
    for word in ("Lant", "lant", WORD.encode().hex(), b"Lant".hex()):
        assert word not in copied
    assert closed >= {
        "access.access_ledger", "access.access_signingkey", "core.participants_aliastoken",
        "core.participants_likeness", "vault.vault_key",
    }  # fmt: skip
    of_people = {table for table, columns in tables() if "participant_id" in columns}
    assert closed & of_people == {
        "core.participants_aliastoken",
        "core.participants_likeness",
        "vault.vault_key",
    }
