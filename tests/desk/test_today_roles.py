"""Today of every role has rows of its own, each with a name and one thing to do."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest

from alongside.access.roles import Role
from alongside.agency.actions import add_staff
from tests import cast
from tests.desk import make
from tests.workforce.make import EIGHT, on_call

TAGS = re.compile(r"<[^>]+>|\s+")


def shown(member: cast.Member) -> str:
    return cast.signed_in(member).get("/").content.decode().split("<main")[1].split("</main")[0]


def rows(page: str) -> list[str]:
    """Each row of the page's cards."""
    return re.findall(r"<li>.*?</li>", page, re.S)


@pytest.mark.parametrize("member", [cast.DIRECTOR, cast.ADVISER])
def test_roles_without_records_have_rows_and_no_lone_open(member: cast.Member) -> None:
    page = shown(member)
    found = rows(page.split('id="for-me"')[0])
    assert found and all("<h3>" in each and "btn" in each for each in found)
    assert "Nothing here asks about anybody" not in page and "in numbers too large" not in page


def test_an_administrator_sees_who_names_no_supervisor() -> None:
    with cast.acting(cast.ADMIN) as by:
        told: dict[str, Any] = {
            "username": "new.one",
            "password": None,
            "name": "New colleague",
            "roles": [Role.DROP_IN],
        }
        add_staff(by=by, account=uuid.uuid4(), **told)
    page = shown(cast.ADMIN)
    assert "No supervisor yet" in page and "New colleague" in page
    assert "New colleague" not in shown(cast.DIRECTOR)


def test_the_adviser_sees_words_nobody_looked_at_and_no_person() -> None:
    make.person("Heron")
    page = shown(cast.ADVISER)
    assert "Wording to review" in page and "/wording/?room=" in page and "Heron" not in page


def test_a_page_where_nothing_waits_says_so() -> None:
    assert "No records are being moved." in shown(cast.CUSTODIAN)
    on_call(ends=EIGHT + timedelta(days=20))  # and somebody is on call
    assert "Nothing waits for you today." in shown(cast.ADMIN)


def test_on_call_begins_with_a_call_to_log() -> None:
    page = shown(cast.ON_CALL)
    first = re.search(r"<(?:a|button)\b[^>]*>.*?</(?:a|button)>", page, re.S)
    assert first and "Log a call" in first[0] and "btn big" in first[0]
    assert 'class="btn big"' not in shown(cast.SUPERVISOR)


def test_no_two_rows_are_alike_and_none_is_without_a_name() -> None:
    for number in range(3):
        make.person(f"Heron {number}", backup=None)
    names = [TAGS.sub(" ", each) for each in rows(shown(cast.CM1))]
    assert len(names) == len(set(names)) and all(each.strip() for each in names)
