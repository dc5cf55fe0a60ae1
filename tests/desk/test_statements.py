"""How many statements the pages send that are opened most often: each is a way to the database and back."""

import uuid
from typing import Any

import pytest

from alongside.access.room import rooms
from alongside.access.written import together
from tests import cast
from tests.attacks.make import with_a_question, world
from tests.desk.counting import on_the_wire
from tests.desk.make import person

# Of a served page three fewer: see `on_the_wire`.
BUDGETS: dict[str, tuple[cast.Member, int]] = {
    "/": (cast.CM1, 12),
    "/ ": (cast.SUPERVISOR, 12),
    "/  ": (cast.DIRECTOR, 13),
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


def _plain(thing: Any) -> Any:
    """Everything that was read, to the last column, of rows within rows too."""
    if isinstance(thing, list | tuple):
        return [_plain(each) for each in thing]
    if not hasattr(thing, "__dict__"):
        return thing
    state = getattr(thing, "_state", None)
    within = state.fields_cache if state else {}
    held = {name: each for name, each in vars(thing).items() if name != "_state"}
    return type(thing), {name: _plain(each) for name, each in (held | within).items()}


@pytest.mark.parametrize("member", [cast.CM1, cast.CM2, cast.SUPERVISOR, cast.DIRECTOR, cast.CUSTODIAN])
def test_what_may_wait_is_read_in_one_statement_as_each_room_would_read_it(member: cast.Member) -> None:
    with_a_question(world("Lantern"))
    with cast.acting(member) as by:
        waits = [each for room in rooms() if room.waits for each in room.waits(by)]
        reads = [read for each in waits for read in each.reads]
        with on_the_wire() as sent:
            found = together(reads)
        assert len(sent) == 1
        assert _plain(found) == _plain([read.now() for read in reads])
        assert any(found)


@pytest.mark.parametrize("member", [cast.CM1, cast.CM2, cast.SUPERVISOR])
def test_where_something_of_everything_waits_today_sends_twenty_at_most(member: cast.Member) -> None:
    with_a_question(world("Lantern"))
    client = cast.signed_in(member)
    client.get("/")
    with on_the_wire() as sent:
        assert client.get("/").status_code == 200
    assert len(sent) <= 20, sent
