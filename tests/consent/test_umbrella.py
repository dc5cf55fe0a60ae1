"""Whatever is made for somebody under the umbrella names neither the program nor what it does."""

import io
import re
import uuid
from collections.abc import Iterator
from datetime import timedelta

import pypdf
import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from alongside import clock
from alongside.access.checks import views
from alongside.agency.queries import agency
from alongside.clock.models import ClockSetting
from alongside.consent import actions, rules
from alongside.project.demo.cast import PROGRAM
from tests import cast
from tests.consent.make import clinic, released
from tests.house.places import Places

LANGUAGES = ("en", "es")


def artefacts(client: Client, places: Places) -> Iterator[tuple[str, str]]:
    """Everything that can be made about one participant: where it was, and all that it says of itself."""
    for route, _pattern in views(get_resolver().url_patterns):
        address = "/" + route
        if not any(each in address for each in ("<uuid:participant>", "<uuid:meeting>", "<uuid:note>")):
            continue
        answer = client.get(places.url(address))
        if answer.status_code == 405:  # a file comes as the answer to a button
            with transaction.atomic():
                answer = client.post(places.url(address))
                transaction.set_rollback(True)
        if answer.status_code != 200:
            continue
        headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
        kind = answer.headers.get("Content-Type", "")
        if kind.startswith("application/pdf"):
            paper = pypdf.PdfReader(io.BytesIO(answer.content))
            text = " ".join(page.extract_text() for page in paper.pages)
            yield address, f"{headers} {text} {paper.metadata} {paper.xmp_metadata and answer.content!r}"
        elif kind.startswith("text/html"):
            page = answer.content.decode()
            if 'class="paper"' in page:
                yield address, f"{headers} {page}"
            else:
                yield address, f"{headers} {page.split('<title>')[1].split('</title>')[0]}"
        else:
            yield address, f"{headers} {answer.content.decode()}"


def says(text: str) -> list[str]:
    return rules.says_too_much(text, never=(), names=[PROGRAM, "Alongside"], umbrella=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_artefact_says_what_we_are(language: str) -> None:
    places = Places()
    client = cast.signed_in(cast.CM1)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    found = dict(artefacts(client, places))
    papers = [
        address for address in found if "print" in address or "paper" in address or "calendar" in address
    ]
    assert "/people/<uuid:participant>/sharing/<uuid:release>/print/" in papers
    assert len(papers) >= 7 and len(found) > 30
    assert {address: said for address, text in found.items() if (said := says(text))} == {}


def test_the_crawl_would_see_it() -> None:
    assert (
        says(f"From {PROGRAM}") and says("for survivors of human trafficking") and says("víctimas de trata")
    )


def test_a_permission_on_paper_carries_the_umbrella_and_whole_days() -> None:
    places = Places()
    address = f"/people/{places.participant}/sharing/{places.release}/print/"
    answer = cast.signed_in(cast.CM1).get(address)
    page = answer.content.decode()
    assert 'class="paper"' in page
    assert f'<span class="brand">{umbrella()}</span>' in page
    assert "January 6, 2027" in page
    assert "Today" not in page
    assert "Content-Disposition" not in answer.headers
    assert cast.signed_in(cast.CM3).get(address).status_code == 404


def umbrella() -> str:
    with cast.acting(cast.CM1):
        return agency().umbrella_name


def test_a_letter_carries_the_umbrella_until_they_choose_the_program() -> None:
    places, agency = Places(), clinic("Family shelter", "shelter")
    release = released(places.participant, agency)
    client = cast.signed_in(cast.CM1)
    letter = f"/people/{places.participant}/sharing/went/{places.disclosure}/print/"
    assert PROGRAM not in client.get(letter).content.decode()
    with cast.acting(cast.CM1) as by:
        from alongside.agency.models import Program

        named = Program.objects.get(name=PROGRAM)
        actions.choose_identity(by=by, participant=places.participant, program=named.pk)
    assert PROGRAM in client.get(letter).content.decode()
    page = client.get(f"/people/{places.participant}/sharing/{release.pk}/").content.decode()
    assert PROGRAM not in re.sub(r"(?s)<main.*</main>", "", page)


def test_a_letter_cannot_be_printed_once_its_permission_is_gone() -> None:
    places = Places()
    client = cast.signed_in(cast.CM1)
    letter = f"/people/{places.participant}/sharing/went/{places.disclosure}/print/"
    assert client.get(letter).status_code == 200
    ClockSetting.set_to(clock.now() + timedelta(days=3), running=False)
    assert client.get(letter).status_code == 302
    assert "has ended" in client.get(letter, follow=True).content.decode()


def test_nothing_here_is_anybody_else_s() -> None:
    places = Places()
    for address in (
        "",
        "moves/",
        f"{places.release}/",
        f"went/{places.disclosure}/",
        f"without/{uuid.uuid4()}/",
    ):
        assert (
            cast.signed_in(cast.CM3).get(f"/people/{places.participant}/sharing/{address}").status_code == 404
        )
