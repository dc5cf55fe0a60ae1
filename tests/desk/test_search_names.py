"""Finding somebody at the desk: names as people type them, within one's own reach and no further."""

import uuid
from html import unescape

import pytest
from django.db import connection
from django.test import Client

from alongside.participants import finding
from alongside.participants.actions import save_alias
from alongside.participants.models import AliasToken
from alongside.participants.tokens import tokens_of
from tests import cast
from tests.desk import make
from tests.desk.counting import counted
from tests.participants.test_names import TYPED

PAIRS = [(alias, asked) for alias, several in TYPED for asked in several]
LONG = [(alias, asked) for alias, asked in PAIRS if asked in {
    "omalley", "o malley", "chloe omalley", "D’Amico", "stanislaw", "GROẞ bjørn", "yıldız inci", "duc le", "hill jo",
    "vidal lucia", "penavidal", "الاحمد", "陳大文", "mcdonnell",
}]  # fmt: skip


def keep(*aliases: str) -> None:
    """People of the supervisor's."""
    with cast.acting(cast.SUPERVISOR) as by:
        for alias in aliases:
            save_alias(by=by, participant=uuid.uuid4(), alias=alias)


def shown(client: Client, asked: str) -> str:
    """The page of what was found."""
    return unescape(client.post("/search/", {"q": asked}).content.decode().partition("<main")[2])


def test_a_name_is_found_as_people_type_it() -> None:
    keep(*(alias for alias, _several in TYPED), "Somebody else")
    client = cast.signed_in(cast.SUPERVISOR)
    for alias, asked in PAIRS:
        page = shown(client, asked)
        assert alias in page, (alias, asked)
        assert "Somebody else" not in page
    assert "Chlo" not in shown(cast.signed_in(cast.CM3), "omalley")


def test_beyond_what_is_opened_the_tokens_find_them(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(*(alias for alias, _several in TYPED))
    monkeypatch.setattr(finding, "MOST_OPENED", 2)
    keep("Somebody else", "Another one")
    with cast.acting(cast.SUPERVISOR) as by:
        for alias, asked in LONG:
            assert [each.alias for each in finding.found_by_alias(by, asked)] == [alias], asked


def test_whoever_is_called_so_from_the_first_letter_on_comes_first() -> None:
    keep("Marian", "Diana", "Ana Lu", "Anatole")
    with cast.acting(cast.SUPERVISOR) as by:
        found = [each.alias for each in finding.found_by_alias(by, "an")]
    assert found == ["Ana Lu", "Anatole", "Diana", "Marian"]


def test_short_parts_have_no_token_that_two_people_share() -> None:
    keep("Marisol", "Martha", "Marcel")
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select token from core.participants_aliastoken group by token having count(*) > 1")
        assert cursor.fetchall() == []
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.SUPERVISOR):
        kept = {bytes(each) for each in AliasToken.objects.values_list("token", flat=True)}
        assert set(tokens_of("Marisol")) <= kept


def test_who_is_known_is_asked_as_people_type_names() -> None:
    make.person("Chloë O’Malley")
    client = cast.signed_in(cast.CM1)
    told = {"alias": "omalley chloe", "need_0": "a coat"}
    page = client.post(f"/people/new/?as={uuid.uuid4()}", told).content.decode()
    assert "Chloë O’Malley" in page


def test_the_queries_do_not_grow_with_the_people() -> None:
    client = cast.signed_in(cast.SUPERVISOR)
    keep("Ann 1")
    shown(client, "ann")
    counts = []
    for more in (2, 8):
        keep(*(f"Ann {more}{number}" for number in range(more)))
        with counted() as queries:
            shown(client, "ann")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
