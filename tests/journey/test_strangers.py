"""Who may open welcome and intake, and who may not."""

import uuid

import pytest

from tests import cast
from tests.journey import make

PAGES = ["welcome/", "welcome/print/", "intake/", "intake/how-i-am/", "gentle/"]
POSTS = ["welcome/", "welcome/under-18/", "intake/how-i-am/", "gentle/"]


@pytest.mark.parametrize("path", PAGES)
def test_those_who_walk_with_her_come_in(path: str) -> None:
    ref = make.person()
    make.own_law()
    for member in (cast.CM1, cast.CM2, cast.SUPERVISOR):
        assert cast.signed_in(member).get(f"/people/{ref}/{path}").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_a_colleague_without_a_tie_finds_no_such_page(path: str) -> None:
    ref = make.person()
    assert cast.signed_in(cast.CM3).get(f"/people/{ref}/{path}").status_code == 404
    assert cast.signed_in(cast.CM1).get(f"/people/{uuid.uuid4()}/{path}").status_code == 404


@pytest.mark.parametrize("path", POSTS)
def test_a_colleague_without_a_tie_writes_nothing(path: str) -> None:
    ref = make.person()
    assert cast.signed_in(cast.CM3).post(f"/people/{ref}/{path}", {"under_18": "yes"}).status_code == 404


@pytest.mark.parametrize(
    "member",
    [cast.ON_CALL, cast.DROP_IN, cast.ADMIN, cast.DIRECTOR, cast.CUSTODIAN, cast.PRACTICE, cast.ADVISER],
)
def test_other_roles_are_turned_away(member: cast.Member) -> None:
    ref = make.person()
    client = cast.signed_in(member)
    for path in PAGES:
        assert client.get(f"/people/{ref}/{path}").status_code == 403
    for path in POSTS:
        assert client.post(f"/people/{ref}/{path}").status_code == 403


def test_nobody_is_asked_to_sign_in() -> None:
    ref = make.person()
    for path in PAGES:
        answer = cast.nobody().get(f"/people/{ref}/{path}")
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/")
