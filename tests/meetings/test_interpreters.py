"""Who interpreted is written down; what they said of it stands where the next meeting is planned."""

import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.meetings.models import Interpreting
from tests import cast
from tests.meetings.make import lantern, welcome

GLADLY = {
    "day": "1/4/2027",
    "who": "Ms. Ruiz, Valley Line",
    "way": "phone",
    "again": "yes",
    "words": "She waited for me",
}
NOT_HIM = {
    "day": "1/5/2027",
    "who": "Somebody of the court",
    "way": "there",
    "again": "no",
    "words": "He knew my cousin",
}


def _body(path: str, member: cast.Member = cast.CM1) -> str:
    return cast.signed_in(member).get(path).content.decode().split("<main")[1]


def _written(person: uuid.UUID, *told: dict[str, Any]) -> None:
    for each in told:
        assert cast.signed_in(cast.CM1).post(f"/people/{person}/interpreters/", each).status_code == 302


def test_who_interpreted_is_kept_and_stands_where_a_meeting_is_planned() -> None:
    person = lantern()
    page = f"/people/{person}/interpreters/"
    answer = cast.signed_in(cast.CM1).post(page, {"who": " ", "words": "She waited"})
    assert answer.status_code == 422 and b"She waited" in answer.content
    _written(person, GLADLY, NOT_HIM)
    told = _body(page)
    assert told.index("He knew my cousin") < told.index("She waited for me")  # the newest first
    assert "On the phone" in told and "Jan 4" in told and cast.CM1.name in told
    planning = _body(f"/people/{person}/meetings/new/")
    assert "Somebody of the court" in planning and "Would rather have somebody else" in planning
    assert planning.index("Somebody of the court") < planning.index("Ms. Ruiz")
    assert "He knew my cousin" not in planning
    meeting = welcome(person)
    way = f"{page}?day=2027-01-06"
    assert f'href="{way}"' in _body(f"/meetings/{meeting.pk}/")
    assert 'value="01/06/2027"' in _body(way)
    assert _body(f"{page}?day=nonsense")  # a day that cannot be read is none
    assert f'href="{page}"' in _body(f"/people/{person}/about/")


def test_what_they_say_of_one_last_is_what_counts() -> None:
    person = lantern()
    _written(person, GLADLY, GLADLY | {"day": "1/6/2027", "who": " ms. ruiz, valley line", "again": "no"})
    planning = _body(f"/people/{person}/meetings/new/")
    assert "Would rather have somebody else" in planning and "Gladly again" not in planning


def test_a_line_is_taken_away_and_comes_back() -> None:
    person = lantern()
    _written(person, NOT_HIM)
    with cast.acting(cast.CM1):
        row = Interpreting.objects.get()
    client, page = cast.signed_in(cast.CM1), f"/people/{person}/interpreters/"
    assert client.post(f"{page}{row.pk}/remove/").status_code == 302
    assert "Somebody of the court" not in _body(f"/people/{person}/meetings/new/")
    assert client.post(f"{page}{row.pk}/restore/").status_code == 302
    assert "Somebody of the court" in _body(page)
    assert cast.signed_in(cast.CM3).post(f"{page}{row.pk}/remove/").status_code == 404


def test_sent_twice_it_is_one() -> None:
    person = lantern()
    once = GLADLY | {"once": str(uuid.uuid4())}
    _written(person, once, once)
    with cast.acting(cast.CM1):
        assert Interpreting.objects.count() == 1


@pytest.mark.parametrize(
    "member", [cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.PRACTICE, cast.CUSTODIAN]
)
def test_nobody_else_reads_who_interpreted(member: cast.Member) -> None:
    person = lantern()
    _written(person, GLADLY)
    assert cast.signed_in(member).get(f"/people/{person}/interpreters/").status_code in (403, 404)
    with cast.acting(member):
        assert not Interpreting.objects.exists()


def test_a_line_is_written_once_and_never_rewritten() -> None:
    person = lantern()
    _written(person, GLADLY)
    with cast.acting(cast.CM1), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as to:
        to.execute("update core.meetings_interpreting set who = null")
