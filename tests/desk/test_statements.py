"""How many statements the pages send that are opened most often: each is a way to the database and back."""

import uuid
from typing import Any

import pytest

from tests import cast
from tests.desk.counting import on_the_wire
from tests.desk.make import person

# Of a served page three fewer: see `on_the_wire`.
BUDGETS: dict[str, tuple[cast.Member, int]] = {
    "/": (cast.CM1, 19),
    "/ ": (cast.SUPERVISOR, 22),
    "/people/": (cast.CM1, 10),
    "/people/{}/": (cast.CM1, 16),
    "/note/": (cast.CM1, 12),
}


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_sends_no_more_statements_than_it_needs(page: str) -> None:
    (member, most), one = BUDGETS[page], person()
    client, path = cast.signed_in(member), page.strip().format(one)
    client.get(path)  # what a session says once is said
    with on_the_wire() as sent:
        assert client.get(path).status_code == 200
    assert len(sent) <= most, sent


@pytest.mark.parametrize(
    ("path", "words", "status", "most"),
    [
        ("/note/", {"happened": "We met.", "responded": "I listened."}, 302, 29),
        ("/search/", {"q": "Lan"}, 200, 10),
        ("/search/notes/", {"q": "met"}, 200, 12),
    ],
)
def test_a_form_sends_no_more_statements_than_it_needs(
    path: str, words: dict[str, str], status: int, most: int
) -> None:
    one, client = person(), cast.signed_in(cast.CM1)

    def sent_once() -> Any:
        named = {"participant": str(one), "once": str(uuid.uuid4())} if path == "/note/" else {}
        return client.post(path, words | named)

    sent_once()
    with on_the_wire() as sent:
        assert sent_once().status_code == status
    assert len(sent) <= most, sent
