"""Of what few are left, what donors were asked for and came, paper and months; none of it says anything of anybody."""

import csv
import re
import uuid
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access.acts import NotAllowed
from alongside.provisions import queries as asks
from alongside.provisions import stock_actions as actions
from alongside.provisions import stock_queries as queries
from alongside.provisions import stock_rules as rules
from alongside.provisions.models import DonationAsk, StockLine, Wanted
from tests import cast
from tests.people import lantern
from tests.provisions.make import coat
from tests.provisions.stock import another_site, left, stocked


def _take(line: StockLine, number: int, member: cast.Member = cast.DROP_IN) -> uuid.UUID:
    press = uuid.uuid4()
    with cast.acting(member) as by:
        actions.take_from_stock(by=by, press=press, line=line.pk, number=number)
    return press


def test_of_what_few_are_left_is_told_by_name_on_today_of_whoever_keeps_it() -> None:
    line = stocked("Winter coat", "M", 5, low_at=2)
    client = cast.signed_in(cast.DROP_IN)
    assert "Few left" not in client.get("/").content.decode()
    _take(line, 3)
    page = client.get("/").content.decode()
    assert "Few left: 1 thing" in page
    assert f"2 left of Winter coat, size M, at {cast.SITE}" in page
    away = stocked("Blanket", "", 1, low_at=2, site=another_site())
    assert "Blanket" not in client.get("/").content.decode()  # at a place that is not theirs
    for member in (cast.CM1, cast.SUPERVISOR, cast.ADMIN):
        assert "Few left" not in cast.signed_in(member).get("/").content.decode()
    with cast.acting(cast.SUPERVISOR) as by:  # of no place: all of them
        assert {each.pk for each in queries.low(by)} == {line.pk, away.pk}
    with cast.acting(cast.DROP_IN) as by:
        seen = line.thing.version
        actions.save_thing(by=by, thing=line.thing_id, told=rules.Thing("Winter coat", ("S",), 2), seen=seen)
        assert queries.low(by) == []  # not offered in this size any more


def _asked_buttons(page: str) -> list[dict[str, str]]:
    forms = re.findall(r'<form class="actions" method="post" action="/stock/asked/.*?</form>', page, re.S)
    return [dict(re.findall(r'name="(once|what|site|number)" value="([^"]*)"', each)) for each in forms]


def test_what_donors_were_asked_for_comes_into_stock_by_one_press_and_back() -> None:
    person = lantern()
    row = coat(person)
    line = stocked("Winter coat", "child size 5", 1, sizes=("child size 5", "M"))
    client = cast.signed_in(cast.DROP_IN)
    (sent,) = _asked_buttons(client.get("/donations/").content.decode())
    page = client.post(f"/stock/asked/{row.wanted}/", sent, follow=True).content.decode()
    assert "In stock: 1 × Winter coat, child size 5." in page and left(line) == 2
    client.post(f"/stock/asked/{row.wanted}/", sent)
    assert left(line) == 2
    assert _asked_buttons(client.get("/donations/").content.decode()) == []
    with cast.acting(cast.CM1):
        stands = DonationAsk.objects.get(pk=row.pk)
        assert (stands.state, stands.version, stands.changed_by_id) == ("here", 2, cast.DROP_IN.id)
        assert Wanted.objects.get(pk=row.wanted).state == "here"
    undo = re.search(r'action="(/stock/asked/[^"]+/undo/\?before=asked)"', page)
    assert undo and client.post(undo[1]).status_code == 302
    assert left(line) == 1
    with cast.acting(cast.CM1):
        assert DonationAsk.objects.get(pk=row.pk).state == "asked"
        assert [each.state for each in asks.wanted()] == ["asked"]


def test_a_thing_that_is_not_known_in_stock_is_chosen_and_no_word_of_an_ask_goes_there() -> None:
    row = coat(lantern())
    soap = stocked("Soap", "", 1)
    client = cast.signed_in(cast.DROP_IN)
    assert _asked_buttons(client.get("/donations/").content.decode()) == []
    address = f"/stock/asked/{row.wanted}/"
    assert "winter coat, child size 5" in client.get(address).content.decode()
    sent = {"once": str(uuid.uuid4()), "what": f"{soap.thing_id}|", "site": str(soap.site_id), "number": "3"}
    assert client.post(address, sent | {"what": f"{uuid.uuid4()}|"}).status_code == 422
    assert client.post(address, sent).status_code == 302
    assert left(soap) == 4
    assert client.post(address, sent | {"once": str(uuid.uuid4())}).status_code == 404  # it is here
    with cast.acting(cast.DROP_IN) as by:
        came = rules.Came(soap.thing_id, "", soap.site_id)
        with pytest.raises(rules.NotLookedFor):
            actions.bring_asked(by=by, wanted=row.wanted, press=uuid.uuid4(), came=came)
    assert left(soap) == 4


@pytest.mark.parametrize("member", [cast.CM3, cast.ON_CALL, cast.DIRECTOR, cast.ADVISER])
def test_a_stranger_says_of_no_ask_that_it_came(member: cast.Member) -> None:
    row, soap = coat(lantern()), stocked("Soap", "", 1)
    client = cast.signed_in(member)
    assert client.get(f"/stock/asked/{row.wanted}/").status_code == 403
    assert client.post(f"/stock/asked/{row.wanted}/{uuid.uuid4()}/undo/?before=asked").status_code == 403
    with cast.acting(member) as by:
        with pytest.raises(NotAllowed):
            came = rules.Came(soap.thing_id, "", soap.site_id)
            actions.bring_asked(by=by, wanted=row.wanted, press=uuid.uuid4(), came=came)
        with pytest.raises(DatabaseError, match="out of reach"), transaction.atomic():
            connection.cursor().execute("select core.ask_came(%s, '')", [row.wanted])
    with cast.acting(cast.CM1):
        assert DonationAsk.objects.get(pk=row.pk).state == "asked"


def test_a_handed_over_ask_is_not_turned_by_the_desk() -> None:
    row = coat(lantern())
    with cast.acting(cast.DROP_IN), connection.cursor() as cursor:
        for back in ("here", "handed_over", "asked"):
            with pytest.raises(DatabaseError, match="not looked for"), transaction.atomic():
                cursor.execute("select core.ask_came(%s, %s)", [row.wanted, back])


def test_months_count_what_was_taken_without_what_was_taken_back_and_name_nobody() -> None:
    coats, soap = stocked("=Winter coat", "M", 9), stocked("Soap", "", 5)
    _take(coats, 2, cast.CM1)
    back = _take(coats, 3)
    with cast.acting(cast.CM1) as by:
        given = {"participant": lantern(), "given": uuid.uuid4()}
    with cast.acting(cast.CM1) as by:
        actions.give_from_stock(by=by, **given, line=soap.pk, number=1)
    with cast.acting(cast.DROP_IN) as by:
        actions.undo_stock(by=by, movement=back)
        seen = StockLine.objects.get(pk=soap.pk).version
        told = [rules.Counted(soap.thing_id, "", seen, 3)]
        actions.count_stock(by=by, once=uuid.uuid4(), site=soap.site_id, found=told)
    client = cast.signed_in(cast.DIRECTOR)
    page = client.get("/stock/months/").content.decode()
    assert "Soap" in page and "January 2027" in page
    answer = client.post("/stock/months/file/")
    rows = list(csv.reader(answer.content.decode().splitlines()))
    assert rows[1:] == [
        ["2027-01", cast.SITE, "'=Winter coat", "M", "2", "9", "0"],
        ["2027-01", cast.SITE, "Soap", "", "1", "5", "-1"],
    ]
    for tells in ("Lant", "Case manager", "Drop-in worker", "2027-01-06"):
        assert tells not in answer.content.decode()
    assert client.get("/stock/months/file/").status_code == 405
    for member in (cast.CM1, cast.ON_CALL, cast.ADMIN):
        assert cast.signed_in(member).get("/stock/months/").status_code == 403
        with cast.acting(member):
            assert queries.months(date(2026, 1, 1), date(2028, 1, 1)) == []


def test_what_there_is_is_printed_and_opening_a_page_moves_nothing() -> None:
    line = stocked("Soap", "", 5)
    client = cast.signed_in(cast.DROP_IN)
    page = client.get(f"/stock/at/{line.site_id}/print/").content.decode()
    assert "Soap" in page and 'class="number">5<' in page
    for address in (
        "/stock/",
        f"/stock/lines/{line.pk}/",
        f"/stock/at/{line.site_id}/count/",
        "/stock/months/",
    ):
        client.get(address)
    assert left(line) == 5
    assert cast.signed_in(cast.CM1).get(f"/stock/at/{line.site_id}/print/").status_code == 403
