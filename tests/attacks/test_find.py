"""Finding somebody tells nothing about people out of reach: neither by what it answers nor by what it asks for."""

import re

import pytest

from tests import cast
from tests.desk import make
from tests.desk.counting import on_the_wire

SAVEPOINT = re.compile(r'"s\d+_x\d+"')  # has another name each time
OTHERS = (cast.CM3, cast.DROP_IN, cast.ON_CALL)


def sent(member: cast.Member, asked: str, **more: str) -> tuple[int, bytes, list[str]]:
    """What is answered, and every statement on the way."""
    client = cast.signed_in(member)
    client.post("/search/", {"q": "warm", "typing": "1"})  # what a session says once is said
    with on_the_wire() as statements:
        answer = client.post("/search/", {"q": asked, **more})
    return answer.status_code, answer.content, [SAVEPOINT.sub("", each) for each in statements]


@pytest.mark.parametrize("member", OTHERS)
def test_while_typing_somebody_out_of_reach_is_as_somebody_who_never_was(member: cast.Member) -> None:
    make.person("Quetzal")
    there, nowhere = sent(member, "quetzal", typing="1"), sent(member, "quovadi", typing="1")
    assert there == nowhere and there[0] == 200
    assert b"Quetzal" in sent(cast.CM1, "quetzal", typing="1")[1]  # it is there to be told


@pytest.mark.parametrize("member", OTHERS)
def test_the_key_enter_says_no_more(member: cast.Member) -> None:
    make.person("Quetzal")
    there, nowhere = sent(member, "quetzal", open="1"), sent(member, "quovadi", open="1")
    assert there[0] == nowhere[0] == 200 and there[2] == nowhere[2]
    assert b"/people/" not in there[1].split(b"<main")[1].split(b"</main")[0].replace(b"/people/new/", b"")


def test_a_namesake_out_of_reach_changes_nothing_for_the_one_in_reach() -> None:
    mine = make.person("Quetzal", case_manager=cast.CM3, backup=None)
    alone = sent(cast.CM3, "quetzal", typing="1")
    make.person("Quetzal two")
    assert sent(cast.CM3, "quetzal", typing="1") == alone
    answer = cast.signed_in(cast.CM3).post("/search/", {"q": "quetzal", "open": "1"})
    assert answer.status_code == 302 and answer.headers["Location"] == f"/people/{mine}/"
