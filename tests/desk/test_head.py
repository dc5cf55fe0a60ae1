"""The head of every page about a person: who it is, how to reach them safely, and the same tabs everywhere."""

import re

from tests import cast
from tests.desk import make
from tests.house.places import Places
from tests.house.test_roles import rows

NO_PAGE = re.compile(r"/print/$|\.pdf$|/card/$")


def test_every_page_about_a_person_shows_who_it_is_and_keeps_the_alias_out_of_the_title() -> None:
    places, wrong, seen = Places(), [], 0
    make.told(places.participant)
    client = cast.signed_in(cast.CM1)
    for row in rows():
        address = row["address"]
        if "<uuid:participant>" not in address or row["cm1"][0] != "o" or address.startswith("/acquaint"):
            continue
        answer = client.get(places.url(address))
        html = answer.content.decode() if "html" in answer.headers.get("Content-Type", "") else ""
        if answer.status_code != 200 or 'class="framed' not in html:
            assert answer.status_code != 200 or NO_PAGE.search(address), address
            continue
        seen += 1
        wrong += [f"{address}: {each}" for each in lacking(html, "Lantérn")]
    assert seen > 50
    assert not wrong, "\n".join(wrong)


def lacking(html: str, alias: str) -> list[str]:
    """What a page about somebody lacks, or tells."""
    heading = " ".join(re.findall(r"<h1.*?</h1>", html, re.S))
    title = re.findall(r"<title>(.*?)</title>", html, re.S)[0]
    tabs = re.findall(rf'<nav class="tabs" aria-label="{alias}">(.*?)</nav>', html, re.S)
    found: list[tuple[bool, str]] = [
        (html.count('class="person-line"') == 1, "no head"),
        ("Text only, before 6 PM." in html and "Say “Riverbend”." in html, "no rule"),
        ("a woman, by phone, not from here" in html, "no interpreter"),
        (len(tabs) == 1 and tabs[0].count('aria-current="page"') == 1, "not the tabs"),
        (heading.count("<h1") == 1 and heading.count(alias) == 1, f"not named once in {heading!r}"),
        (alias not in title, f"tells whom it is about in {title!r}"),
    ]
    return [what for fits, what in found if not fits]
