"""The program's page: in groups, each with what a role may open."""

import re

import pytest

from tests import cast


def groups(member: cast.Member) -> dict[str, list[str]]:
    page = cast.signed_in(member).get("/program/").content.decode()
    cards = page.split('<section class="card" aria-labelledby="group-')[1:]
    return {
        re.findall(r"<h2[^>]*>([^<]+)</h2>", card)[0]: re.findall(r"<h3><a[^>]*>([^<]+)</a>", card)
        for card in cards
    }


def test_what_an_administrator_sets_up_stands_in_four_groups() -> None:
    assert groups(cast.ADMIN) == {
        "People": ["Staff", "On call", "Support for staff", "Second approvals"],
        "Words and rules": [
            "Words",
            "What things are called",
            "Intake questions",
            "Rules for clocks",
            "Kinds of service",
            "Kinds of help, and limits",
            "Critical periods",
        ],
        "Sharing": ["Permission to share", "Reports", "Funders&#39; forms", "Set-up file"],
        "System": [
            "Agency and hotline",
            "Programs and places",
            "Days when you are closed",
            "Check-ins",
            "Load and capacity",
            "How counts are told",
            "Features",
        ],
    }


@pytest.mark.parametrize("member", [cast.DIRECTOR, cast.CUSTODIAN])
def test_a_group_without_a_page_is_not_there(member: cast.Member) -> None:
    found = groups(member)
    assert found
    assert all(found.values())
