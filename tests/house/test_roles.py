"""Every cast member at every address, GET and POST, answers as the hand-written role map says.

`tests/roles.csv` is written from the role map of the agency's work, not from the code. Each cell is GET/POST:
o opens, s asks to sign in, x not with this role (403), n nothing here (404), - no such method (405).
"""

import csv
import uuid
from copy import copy
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from alongside.access.checks import views
from alongside.access.doors import policy_of
from alongside.access.models import Account
from alongside.clock.models import ClockSetting
from tests import cast
from tests.house.outside import outsider
from tests.house.places import Places
from tests.house.writes import written

TABLE = Path(__file__).parents[1] / "roles.csv"
STAFF = {
    "oncall": cast.ON_CALL,
    "dropin": cast.DROP_IN,
    "cm1": cast.CM1,
    "cm2": cast.CM2,
    "cm3": cast.CM3,
    "supervisor": cast.SUPERVISOR,
    "practice": cast.PRACTICE,
    "director": cast.DIRECTOR,
    "custodian": cast.CUSTODIAN,
    "admin": cast.ADMIN,
    "adviser": cast.ADVISER,
}


def rows() -> list[dict[str, str]]:
    """The role map, a row for each address."""
    with TABLE.open(newline="") as file:
        return list(csv.DictReader(file))


def addresses() -> set[str]:
    """Every address of the desk, as the code has it."""
    return {"/" + route for route, _pattern in views(get_resolver().url_patterns)}


def _client(who: str) -> Client:
    if who in STAFF:
        return cast.signed_in(STAFF[who])
    if who in ("participant", "partner"):
        return outsider(who)
    return cast.nobody()


def letter(client: Client, method: str, url: str) -> str:
    """What this person finds at this address."""
    try:
        with transaction.atomic():
            answer = getattr(client, method)(url)
            transaction.set_rollback(True)  # the next person finds the same house
    except transaction.TransactionManagementError:  # pragma: no cover
        return "!"
    if answer.status_code in (301, 302) and str(answer.headers["Location"]).startswith("/sign-in/"):
        return "s"
    return {403: "x", 404: "n", 405: "-", 401: "s"}.get(
        answer.status_code, "o" if answer.status_code < 500 else "!"
    )


def test_the_role_map_names_every_address_once() -> None:
    named = [row["address"] for row in rows()]
    assert sorted(named) == sorted(addresses())


class Visitor:
    """One who goes to every address, each time with the session they came with."""

    def __init__(self, who: str) -> None:
        self.cookies = _client(who).cookies

    def finds(self, method: str, url: str) -> str:
        client = cast.nobody()
        client.cookies = copy(self.cookies)  # a page that signs out takes only its own copy
        client.raise_request_exception = False
        return letter(client, method, url)

    def writes_by_opening(self, asked: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
        """What each of these finds, and which of them write: all are counted at once, and one by one where that shows
        anything."""
        with written() as tables:
            found = [self.finds(*each) for each in asked]
        wrong = []
        for method, url in asked if tables else []:
            with written() as by_this:
                self.finds(method, url)
            if by_this:
                wrong.append(f"{method} {url} writes {', '.join(by_this)}")
        return found, wrong or tables


@pytest.mark.parametrize("who", ["nobody", "participant", "partner", *STAFF])
def test_everybody_finds_what_the_role_map_says_and_opening_a_page_writes_nothing(who: str) -> None:
    places, visitor, wrong = Places(), Visitor(who), []
    urls = {row["address"]: places.url(row["address"]) for row in rows()}
    got, writing = visitor.writes_by_opening([("get", url) for url in urls.values()])
    for row, opened in zip(rows(), got, strict=True):
        found = f"{opened}/{visitor.finds('post', urls[row['address']])}"
        if found != row[who]:
            wrong.append(f"{row['address']}: {who} finds {found}, the role map says {row[who]}")
    if who in ("cm1", "admin"):  # who between them open nearly every page
        open_ones = [("head", url) for url, opened in zip(urls.values(), got, strict=True) if opened == "o"]
        writing += visitor.writes_by_opening(open_ones)[1]
    assert not wrong + writing, "\n".join(wrong + writing)


def test_a_page_that_writes_when_it_is_opened_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    places, visitor = Places(), Visitor("cm1")
    asked = [("get", places.url(f"/people/{places.participant}/")), ("get", "/people/"), ("get", "/")]
    assert visitor.writes_by_opening(asked) == (["o", "o", "o"], [])
    plain = Visitor.finds

    def also_writes(self: Visitor, method: str, url: str) -> str:
        if url == "/people/":
            ClockSetting.set_to(cast.BEGINS, running=False)
        return plain(self, method, url)

    monkeypatch.setattr(Visitor, "finds", also_writes)
    assert visitor.writes_by_opening(asked)[1] == ["get /people/ writes access.clock_clocksetting"]


def test_the_map_can_be_wrong() -> None:
    """A cell that is not true is found: the director does not open a record."""
    places = Places()
    client = cast.signed_in(cast.DIRECTOR)
    assert letter(client, "get", f"/people/{places.participant}/") == "x"
    assert letter(cast.signed_in(cast.CM3), "get", f"/people/{places.participant}/") == "n"
    assert letter(cast.signed_in(cast.CM1), "get", f"/people/{places.participant}/") == "o"


def test_nobody_but_staff_has_an_account_here() -> None:
    for who in ("participant", "partner"):
        assert outsider(who).get("/").headers["Location"].startswith("/sign-in/")


def test_every_public_address_says_why() -> None:
    for _route, pattern in views(get_resolver().url_patterns):
        policy = policy_of(pattern.callback)
        assert policy is not None
        if policy.kind == "public":
            assert len(policy.because) > 15


def test_the_tables_of_accounts_hold_no_outsider() -> None:
    assert settings.DOOR == "desk"
    assert Account.objects.filter(pk=uuid.UUID(int=1)).count() == 0
