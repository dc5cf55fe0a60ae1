"""A paper for somebody's own hands begins in a language of theirs, and who prints it is told where we have none."""

import pytest

from alongside.participants.actions import write_details
from alongside.participants.in_their_language import language_begun_with
from tests import cast
from tests.people import lantern

PAPERS = ("goals/print/", "circle/who/print/", "doing/print/", "sharing/moves/print/")
NONE = "We may have no paper in their language."


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("español, some English", "es"),
        ("Espanol", "es"),
        ("SPANISH", "es"),
        ("English, and a little Spanish", "en"),
        ("inglés", ""),
        ("not Spanish, my boss spoke it", ""),
        ("አማርኛ, some English", ""),
        ("", ""),
    ],
)
def test_only_what_their_words_begin_with_is_taken_as_theirs(words: str, code: str) -> None:
    assert language_begun_with(words) == code


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_begins_in_their_language_and_says_so_where_we_have_none(paper: str) -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/{paper}"
    plain = client.get(address).content.decode()
    assert '<html lang="en"' in plain and NONE not in plain and "Their languages" not in plain
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, seen=1, languages="español, some English")
    theirs = client.get(address).content.decode()
    assert '<html lang="es"' in theirs and "español, some English" in theirs
    assert '<html lang="en"' in client.get(f"{address}?language=en").content.decode()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, seen=2, languages="አማርኛ, not Spanish")
    told = client.get(address).content.decode()
    assert '<html lang="en"' in told and NONE in told and "አማርኛ, not Spanish" in told


def test_nobody_else_reads_what_they_speak() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, seen=1, languages="español")
    for paper in PAPERS:
        answer = cast.signed_in(cast.CM3).get(f"/people/{person}/{paper}")
        assert answer.status_code == 404 and "español, " not in answer.content.decode()
