"""Whatever stops a form on our side, the words that were typed come back."""

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import DatabaseError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, path

from alongside.access.doors import public
from alongside.connection.models import Note
from alongside.project import limits
from tests import cast
from tests.people import lantern

WORDS = "she laughed about the «blue» <bus> and asked for tea"
SHOWN = "she laughed about the «blue» &lt;bus&gt; and asked for tea"
FORM = "application/x-www-form-urlencoded"


def fails(request: HttpRequest) -> HttpResponse:
    """A page with a fault."""
    raise ValueError("a fault planted in a test")


def breaks(request: HttpRequest) -> HttpResponse:
    """A page whose transaction is broken: nothing can be asked of the database after it."""
    with connection.cursor() as cursor:
        cursor.execute("select 1 / 0")
    return HttpResponse()


@pytest.fixture
def faulty() -> Iterator[None]:
    """Two pages more, which fail."""
    urlconf: Any = ModuleType("faulty_urls")
    because = "a fault planted in a test"
    urlconf.urlpatterns = [
        *get_resolver().url_patterns,
        path("fails/", public(because=because)(fails)),
        path("breaks/", public(because=because)(breaks)),
    ]
    real: Any = get_resolver().urlconf_module
    urlconf.handler500, urlconf.handler400 = real.handler500, real.handler400
    with override_settings(ROOT_URLCONF=urlconf):
        yield


def notes() -> int:
    """How many notes the case manager finds."""
    with cast.acting(cast.CM1):
        return Note.objects.count()


def at_the_desk() -> Client:
    """A case manager's browser, which shows what a page that failed says."""
    client = cast.signed_in(cast.CM1)
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("address", ["/fails/", "/breaks/"])
def test_a_page_that_failed_gives_the_words_back(faulty: None, address: str) -> None:
    told = {"happened": WORDS, "alias": "Lantérn", "services": ["ride", "letter"], "password": "hunter2"}
    answer = at_the_desk().post(f"{address}?from=here", told | {"once": "abc"})
    said = answer.content.decode()
    assert answer.status_code == 500
    for word in (SHOWN, "Lantérn", 'value="ride"', 'value="letter"', 'name="once" value="abc"'):
        assert word in said, word
    assert f'action="{address}?from=here"' in said and "csrfmiddlewaretoken" in said
    assert "hunter2" not in said and "Traceback" not in said


def test_without_a_database_the_words_come_back_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: Any, **__: Any) -> Any:
        raise OperationalError("the database is gone")

    client = at_the_desk()
    with connection.execute_wrapper(gone), monkeypatch.context() as change:
        change.setattr(connection, "close", lambda: None)
        answer = client.post("/note/", {"happened": WORDS})
    assert answer.status_code == 500
    assert SHOWN in answer.content.decode()


def test_a_full_disk_of_the_database_gives_the_words_back(monkeypatch: pytest.MonkeyPatch) -> None:
    person = lantern()

    def full(execute: Any, statement: str, *rest: Any) -> Any:
        if statement.lower().startswith("insert"):
            raise DatabaseError("could not extend file: No space left on device")
        return execute(statement, *rest)

    client = at_the_desk()
    with connection.execute_wrapper(full):
        answer = client.post(
            "/note/", {"participant": str(person), "happened": WORDS, "once": str(uuid.uuid4())}
        )
    assert answer.status_code == 500
    assert SHOWN in answer.content.decode()


def test_words_of_another_site_are_not_given_back_as_ours(faulty: None) -> None:
    answer = at_the_desk().post("/fails/", {"happened": WORDS}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 500
    assert SHOWN not in answer.content.decode()


@pytest.mark.parametrize("kind", ["multipart", FORM])
@pytest.mark.parametrize(
    ("fields", "large"), [(limits.MOST_FIELDS + 10, ""), (0, "ሻይ " * (limits.LARGEST_WORDS // 6))]
)
def test_too_many_fields_or_too_large_says_so_with_the_words(kind: str, fields: int, large: str) -> None:
    told = {"happened": WORDS, "large": large, **{f"box{number}": "y" for number in range(fields)}}
    client = at_the_desk()
    sent = client.post("/note/", urlencode(told), FORM) if kind == FORM else client.post("/note/", told)
    said = sent.content.decode()
    assert sent.status_code == 413
    assert "more than one page can take" in said and "nothing of it was kept" in said
    assert SHOWN in said and (not large or large.strip() in said)
    assert notes() == 0


def test_what_is_far_too_much_is_said_plainly() -> None:
    told = urlencode({"happened": WORDS, "large": "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE})
    many = urlencode({f"box{number}": "y" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 5)})
    for body in (told, many):
        answer = at_the_desk().post("/note/", body, FORM)
        assert answer.status_code == 413
        assert "Send it in smaller parts" in answer.content.decode()


# A disk that is nearly full --------------------------------------------------------------------------------


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Any]:
    """A disk whose free bytes a test says."""
    settings.DISK = tmp_path
    real = shutil.disk_usage(tmp_path)

    def says(free: int) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: real._replace(free=free))
        monkeypatch.setitem(limits._looked, "at", -limits.LOOK_EVERY)

    yield says
    limits._looked["at"] = -limits.LOOK_EVERY


def test_on_a_disk_that_is_nearly_full_pages_are_read_and_nothing_is_kept(disk: Any) -> None:
    person, client = lantern(), at_the_desk()
    told = {"participant": str(person), "happened": WORDS, "once": str(uuid.uuid4())}
    disk(limits.ROOM - 1)
    page = client.get(f"/people/{person}/")
    assert page.status_code == 200
    assert "The disk is nearly full." in page.content.decode()
    refused = client.post("/note/", told)
    assert refused.status_code == 507
    said = refused.content.decode()
    assert SHOWN in said and "nothing new can be kept just now" in said and "Send it again" in said
    assert notes() == 0
    disk(limits.ROOM + 1)
    assert client.post("/note/", told).status_code == 302
    assert notes() == 1
    assert "nearly full" not in client.get("/").content.decode()


def test_one_can_sign_in_cover_the_screen_and_leave_while_the_disk_is_full(disk: Any) -> None:
    disk(0)
    answer = cast.nobody().post("/sign-in/", {"login": "cm1", "password": "not this one"})
    assert answer.status_code == 200, "the form says that it was wrong"
    client = at_the_desk()
    assert client.post("/lock/").status_code in (302, 423)
    assert client.post("/sign-out/").status_code == 302


def test_a_database_elsewhere_is_not_watched(settings: Any) -> None:
    settings.DISK = None
    assert not limits.nearly_full()
