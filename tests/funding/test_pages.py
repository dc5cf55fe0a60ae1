"""Pages of funds: their keeper sees what is left at a glance, and nobody else comes in."""

import re
import uuid

import pytest

from alongside.funding.models import Fund, Movement
from tests import cast
from tests.desk.counting import counted
from tests.funding.make import gift, places
from tests.people import lantern


def test_a_fund_is_added_with_what_is_in_it_and_shown_with_bars_beside_a_table() -> None:
    client = cast.signed_in(cast.DIRECTOR)
    assert "No fund is written down yet" in client.get("/funds/").content.decode()
    sent = {
        "name": "Community gift",
        "opening": "$2,000",
        "restricted": "Only rides.",
        "once": str(uuid.uuid4()),
    }
    for _press in range(2):
        assert client.post("/funds/new/", sent).status_code == 302
    page = client.get("/funds/").content.decode()
    assert page.count("<svg") >= 1 and "$2,000.00" in page and 'role="img"' in page
    with cast.acting(cast.DIRECTOR):
        fund = Fund.objects.get()
        assert fund.balance == 2000 and fund.restricted == "Only rides."
    assert "Only rides." in client.get(f"/funds/{fund.pk}/").content.decode()


@pytest.mark.parametrize(
    ("where", "sent", "says"),
    [
        ("new/", {"name": "  ", "opening": "5"}, "Write something here first"),
        ("new/", {"name": "community gift", "kind": "a kept word"}, "Another fund has this name already"),
        ("new/", {"name": "B", "begins_on": "2027-02-01", "ends_on": "2027-01-01"}, "The last day is before"),
        ("new/", {"name": "B", "opening": "many", "kind": "a kept word"}, "in figures"),
        ("{}/in/", {"amount": "0", "words": "a kept word"}, "larger number"),
        ("{}/correct/", {"amount": "-3000", "words": "a kept word"}, "not so much left"),
        ("{}/correct/", {"amount": "-30", "words": " "}, "Write something here first"),
    ],
)
def test_bad_input_gets_a_kind_error_and_keeps_the_words(where: str, sent: dict[str, str], says: str) -> None:
    fund, client = gift(), cast.signed_in(cast.DIRECTOR)
    answer = client.post(f"/funds/{where.format(fund.pk)}", sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and says in page
    assert all(word in page for word in sent.values() if word.strip() and not word[0].isdigit())
    with cast.acting(cast.DIRECTOR):
        assert Fund.objects.get().balance == 2000


def test_money_comes_in_is_undone_once_and_a_fund_is_closed_and_opened() -> None:
    fund, client = gift(), cast.signed_in(cast.DIRECTOR)
    page = client.post(
        f"/funds/{fund.pk}/in/", {"amount": "50", "words": "Bake sale"}, follow=True
    ).content.decode()
    assert "$2,050.00" in page and "Bake sale" in page
    (undo,) = set(re.findall(rf"/funds/{fund.pk}/moved/[0-9a-f-]+/undo/", page))
    for _press in range(2):
        page = client.post(undo, follow=True).content.decode()
    assert "$2,000.00 left" in re.sub(r"<[^>]+>", "", page)
    assert "closed: nothing new" in client.post(f"/funds/{fund.pk}/close/", follow=True).content.decode()
    assert "closed: nothing new" not in client.post(f"/funds/{fund.pk}/reopen/", follow=True).content.decode()


def test_opening_a_page_writes_nothing_and_costs_the_same_for_many() -> None:
    made, client = places(lantern()), cast.signed_in(cast.DIRECTOR)
    with cast.acting(cast.DIRECTOR):
        before = Movement.objects.count()
    client.get("/funds/")
    with counted() as one:
        client.get("/funds/")
    for name in ("Two", "Three", "Four"):
        gift(10, name)
    with counted() as many:
        client.get("/funds/")
    assert len(many) == len(one)
    client.get(f"/funds/{made['fund']}/")
    with cast.acting(cast.DIRECTOR):
        assert Movement.objects.count() == before + 3
