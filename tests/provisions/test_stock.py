"""Stock of basic needs: a count is held by movements, nothing is counted twice, and nobody is written down."""

import re
import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access.acts import NotAllowed, TurnedDown
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten
from alongside.participants.models import Moment, Participant
from alongside.provisions import stock_actions as actions
from alongside.provisions import stock_queries as queries
from alongside.provisions import stock_rules as rules
from alongside.provisions.models import StockGiven, StockLine, StockMovement, StockThing
from tests import cast
from tests.people import lantern
from tests.provisions.stock import another_site, left, site, stocked


def _once(page: str) -> str:
    found = re.search(r'name="once" value="([0-9a-f-]{36})"', page)
    assert found
    return found[1]


def test_two_kits_are_taken_in_three_taps_with_nothing_typed_and_no_person_made() -> None:
    line = stocked("Hygiene kit", "", 9)
    client = cast.signed_in(cast.DROP_IN)
    with cast.acting(cast.SUPERVISOR):
        people = Participant.objects.count()
    page = client.get("/stock/").content.decode()  # their own place opens at once
    assert f'href="/stock/lines/{line.pk}/"' in page and "9 left" in page
    page = client.get(f"/stock/lines/{line.pk}/").content.decode()
    answer = client.post(f"/stock/lines/{line.pk}/", {"once": _once(page), "number": "2"}, follow=True)
    assert "Taken: 2 × Hygiene kit." in answer.content.decode()
    assert left(line) == 7
    with cast.acting(cast.SUPERVISOR):
        assert Participant.objects.count() == people and not Moment.objects.exists()


def test_a_double_click_and_a_retry_take_once() -> None:
    line = stocked(number=5)
    client = cast.signed_in(cast.CM1)
    sent = {"once": str(uuid.uuid4()), "number": "1"}
    for said in ("Taken: 1 × Winter coat, size M.", "4 left"):
        page = client.post(f"/stock/lines/{line.pk}/", sent, follow=True).content.decode()
        assert said in page
    with cast.acting(cast.CM1) as by:  # not even where the second press comes by another door
        assert not actions.take_from_stock(by=by, press=uuid.UUID(sent["once"]), line=line.pk, number=1)
    assert left(line) == 4
    undo = f"/stock/moves/{sent['once']}/undo/"
    for _press in range(2):
        assert client.post(undo).status_code == 302
    assert left(line) == 5


def test_what_is_not_there_cannot_be_taken_and_the_page_says_how_many_are_left() -> None:
    line = stocked(number=2)
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/stock/lines/{line.pk}/", {"once": str(uuid.uuid4()), "number": "3"})
    assert answer.status_code == 422 and "2 left. Nothing was taken." in answer.content.decode()
    for number in ("0", "-1", "many", "", "999999999999"):
        answer = client.post(f"/stock/lines/{line.pk}/", {"once": str(uuid.uuid4()), "number": number})
        assert answer.status_code == 422, number
    assert left(line) == 2


def test_undo_waits_for_nothing_but_a_count_that_came_after() -> None:
    line = stocked(number=5)
    taken = uuid.uuid4()
    with cast.acting(cast.DROP_IN) as by:
        actions.take_from_stock(by=by, press=taken, line=line.pk, number=2)
        seen = StockLine.objects.get(pk=line.pk).version
        told = [rules.Counted(line.thing_id, "M", seen, 4)]
        once = uuid.uuid4()
        assert actions.count_stock(by=by, once=once, site=line.site_id, found=told) == [1]
        assert actions.count_stock(by=by, once=once, site=line.site_id, found=told) == [1]  # a second press
        with pytest.raises(rules.CountedSince):
            actions.undo_stock(by=by, movement=taken)
    assert left(line) == 4
    answer = cast.signed_in(cast.DROP_IN).post(f"/stock/moves/{taken}/undo/", follow=True)
    assert "It was counted since then" in answer.content.decode()
    with cast.acting(cast.DROP_IN) as by:
        assert actions.undo_stock(by=by, movement=rules.press_of(once, line.thing_id, "M"))
        assert actions.undo_stock(by=by, movement=taken)
        assert not actions.undo_stock(by=by, movement=taken)
    assert left(line) == 5


def test_what_came_in_is_not_taken_back_once_it_is_given_out() -> None:
    line = stocked(number=2)
    with cast.acting(cast.DROP_IN) as by:
        came = StockMovement.objects.get(line=line).pk
        actions.take_from_stock(by=by, press=uuid.uuid4(), line=line.pk, number=1)
        with pytest.raises(rules.NotSoMany):
            actions.undo_stock(by=by, movement=came)
        undone = StockMovement.objects.filter(kind="undone").first()
        assert undone is None
    assert left(line) == 1


def test_somebody_is_given_something_and_only_those_who_walk_with_them_read_it() -> None:
    person, line = lantern(), stocked("Phone card", "", 5)
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/needs/stock/"
    assert f"{address}lines/{line.pk}/" in client.get(address).content.decode()
    sent = {"once": str(uuid.uuid4()), "number": "2"}
    page = client.post(f"{address}lines/{line.pk}/", sent, follow=True).content.decode()
    client.post(f"{address}lines/{line.pk}/", sent)
    with cast.acting(cast.CM1) as by:
        again: dict[str, Any] = {"given": uuid.UUID(sent["once"]), "line": line.pk, "number": 2}
        actions.give_from_stock(by=by, participant=person, **again)
    assert "Given: 2 × Phone card." in page and left(line) == 3
    timeline = client.get(f"/people/{person}/timeline/").content.decode()
    assert "Given from stock" in timeline and "Phone card" in timeline
    for member in (cast.CM3, cast.DROP_IN, cast.DIRECTOR, cast.ON_CALL):
        with cast.acting(member):
            assert not StockGiven.objects.exists()
    with cast.acting(cast.DROP_IN), connection.cursor() as cursor:
        movement = StockMovement.objects.filter(line=line).order_by("-number")[0]
        cursor.execute(
            "select row_to_json(m)::text from core.provisions_stockmovement m where id = %s", [movement.pk]
        )
        told = cursor.fetchone()[0]
        assert str(person) not in told and sent["once"] not in told and "T08" not in told
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select row_to_json(g)::text from core.provisions_stockgiven g")
        told = cursor.fetchone()[0]
        assert str(movement.pk) not in told and "Phone" not in told and str(line.pk) not in told
    for _press in range(2):
        assert client.post(f"{address}given/{sent['once']}/undo/").status_code == 302
    assert left(line) == 5
    assert "Given from stock" not in client.get(f"/people/{person}/timeline/").content.decode()


STRANGERS = [(cast.CM3, 404), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.ON_CALL, 403), (None, 302)]


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_gives_nobody_anything(member: cast.Member | None, status: int) -> None:
    person, line, given = lantern(), stocked("Phone card", "", 5), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.give_from_stock(by=by, participant=person, given=given, line=line.pk, number=1)
    client = cast.signed_in(member) if member else cast.nobody()
    address = f"/people/{person}/needs/stock/"
    for method, at in (
        ("get", address),
        ("get", f"{address}lines/{line.pk}/"),
        ("post", f"{address}lines/{line.pk}/"),
        ("post", f"{address}given/{given}/undo/"),
    ):
        answer = getattr(client, method)(at, {"once": str(uuid.uuid4()), "number": "1"})
        assert answer.status_code == (401 if method == "post" and member is None else status), at
    assert left(line) == 4


@pytest.mark.parametrize("member", [cast.ON_CALL, cast.DIRECTOR, cast.ADMIN, cast.PRACTICE, cast.ADVISER])
def test_who_gives_nothing_out_moves_nothing(member: cast.Member) -> None:
    line = stocked(number=5)
    client = cast.signed_in(member)
    for address in (
        "/stock/",
        f"/stock/lines/{line.pk}/",
        f"/stock/at/{line.site_id}/count/",
        "/stock/things/",
    ):
        assert client.get(address).status_code == 403, address
    with cast.acting(member) as by:
        with pytest.raises(NotAllowed):
            actions.take_from_stock(by=by, press=uuid.uuid4(), line=line.pk, number=1)
        assert not StockMovement.objects.exists()
        for call in (
            "core.move_stock(gen_random_uuid(), %s, -1)",
            "core.move_stock(gen_random_uuid(), %s, 1)",
            "core.count_stock(gen_random_uuid(), %s, 1, 3)",
        ):
            with pytest.raises(DatabaseError, match="out of reach"), transaction.atomic():
                connection.cursor().execute(f"select {call}", [line.pk])
    assert left(line) == 5


def test_a_case_manager_takes_and_undoes_their_own_and_no_colleagues_and_brings_nothing_in() -> None:
    line, press = stocked(number=5), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.take_from_stock(by=by, press=press, line=line.pk, number=1)
        with pytest.raises(NotAllowed):
            actions.bring_into_stock(
                by=by, press=uuid.uuid4(), thing=line.thing_id, size="M", site=line.site_id, number=1
            )
        for call in (
            "core.move_stock(gen_random_uuid(), %s, 1)",
            "core.count_stock(gen_random_uuid(), %s, 2, 9)",
        ):
            with pytest.raises(DatabaseError, match="out of reach"), transaction.atomic():
                connection.cursor().execute(f"select {call}", [line.pk])
    with cast.acting(cast.CM2) as by, pytest.raises(TurnedDown):
        actions.undo_stock(by=by, movement=press)
    assert cast.signed_in(cast.CM2).post(f"/stock/moves/{press}/undo/").status_code == 404
    assert left(line) == 4


@pytest.mark.parametrize(
    "statement",
    [
        "update core.provisions_stockline set count = 99",
        "insert into core.provisions_stockline (id, thing_id, size, site_id, count, version)"
        " select gen_random_uuid(), thing_id, 'S', site_id, 9, 0 from core.provisions_stockline",
        "delete from core.provisions_stockmovement",
        "update core.provisions_stockmovement set amount = 1",
        'insert into core.provisions_stockmovement (id, line_id, number, kind, amount, "left", day, by_id)'
        " select gen_random_uuid(), line_id, 9, 'came', 9, 9, day, by_id from core.provisions_stockmovement",
        "delete from core.provisions_stockthing",
        "select core.put_movement(gen_random_uuid(), id, 'came', 9, null) from core.provisions_stockline",
    ],
)
def test_no_door_writes_a_count_or_changes_a_movement(statement: str) -> None:
    line = stocked(number=5)
    refused = pytest.raises(DatabaseError, match="permission denied")
    with cast.acting(cast.DROP_IN), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert left(line) == 5


def test_things_have_one_name_sizes_in_their_order_and_can_be_kept_no_more() -> None:
    client = cast.signed_in(cast.DROP_IN)
    told: dict[str, Any] = {"name": "Winter coat", "sizes": "S, M\nL,, M", "low_at": "3", "is_kept": "on"}
    assert client.post("/stock/things/new/", told).status_code == 302
    with cast.acting(cast.DROP_IN):
        thing = StockThing.objects.get()
    assert (thing.sizes, thing.low_at) == (["S", "M", "L"], 3)
    answer = client.post("/stock/things/new/", {"name": "winter COAT", "sizes": "XL"})
    assert answer.status_code == 422 and "XL" in answer.content.decode()
    assert client.post("/stock/things/new/", {"name": "Soap", "sizes": "x" * 31}).status_code == 422
    at = f"/stock/things/{thing.pk}/"
    assert client.post(at, {"name": "Warm coat", "sizes": "M", "version": "1"}).status_code == 302
    assert client.post(at, {"name": "Coat", "sizes": "M", "version": "1"}).status_code == 409
    assert client.get(f"/stock/at/{uuid.uuid4()}/").status_code == 404
    with cast.acting(cast.DROP_IN) as by:
        thing.refresh_from_db()
        assert not thing.is_kept
        with pytest.raises(rules.NoSuchThing):
            actions.bring_into_stock(
                by=by, press=uuid.uuid4(), thing=thing.pk, size="M", site=site(), number=1
            )
        with pytest.raises(NothingWritten):
            actions.save_thing(by=by, thing=uuid.uuid4(), told=rules.Thing(" "))
        with pytest.raises(ChangedMeanwhile):
            actions.save_thing(by=by, thing=thing.pk, told=rules.Thing("Coat"), seen=1)


def test_what_comes_in_and_what_is_counted_is_asked_by_thing_and_place() -> None:
    line = stocked("Winter coat", "M", 5)
    other = another_site()
    client = cast.signed_in(cast.DROP_IN)
    came = f"/stock/at/{other}/in/"
    assert "Winter coat, size S" in client.get(came).content.decode()
    sent = {"once": str(uuid.uuid4()), "what": f"{line.thing_id}|S", "number": "7"}
    for _press in range(2):
        assert client.post(came, sent).status_code == 302
    with cast.acting(cast.DROP_IN):
        there = StockLine.objects.get(site=other)
        assert (there.size, left(there)) == ("S", 7)
    assert client.post(came, sent | {"once": str(uuid.uuid4()), "number": "soon"}).status_code == 422
    mark = rules.mark_of(line.thing_id, "M")
    counted = {"once": str(uuid.uuid4()), f"found_{mark}": "3", f"seen_{mark}": "1"}
    page = client.post(f"/stock/at/{line.site_id}/count/", counted, follow=True).content.decode()
    assert "Winter coat, size M -2" in page and left(line) == 3


def test_two_who_count_at_once_see_each_other_and_no_number_is_lost() -> None:
    line = stocked(number=5)
    soap = stocked("Soap", "", 8)
    coat, bar = rules.mark_of(line.thing_id, "M"), rules.mark_of(soap.thing_id, "")
    sent = {f"found_{coat}": "4", f"seen_{coat}": "1", f"found_{bar}": "7", f"seen_{bar}": "1"}
    at = f"/stock/at/{line.site_id}/count/"
    with cast.acting(cast.SUPERVISOR) as by:
        told = [rules.Counted(line.thing_id, "M", 1, 6)]
        actions.count_stock(by=by, once=uuid.uuid4(), site=line.site_id, found=told)
    client = cast.signed_in(cast.DROP_IN)
    answer = client.post(at, sent | {"once": str(uuid.uuid4())})
    page = answer.content.decode()
    assert answer.status_code == 422 and "counted by Supervisor" in page and "6 are there now" in page
    assert 'value="4"' in page and 'value="7"' in page
    assert (left(line), left(soap)) == (6, 8)  # all or none
    again = {name: value for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', page) if "_" in name}
    assert again[f"seen_{coat}"] == "2"
    sent |= {f"seen_{coat}": "2", "once": _once(page)}
    assert client.post(at, sent).status_code == 302
    assert (left(line), left(soap)) == (4, 7)


def test_lists_do_not_ask_more_as_they_grow() -> None:
    from tests.desk.counting import counted

    times = []
    client = cast.signed_in(cast.DROP_IN)
    for number in (1, 6):
        for each in range(number):
            stocked(f"Thing {number} {each}", number=2)
        client.get("/stock/")
        with counted() as made:
            client.get("/stock/")
        times.append(len(made))
    assert times[0] == times[1] <= 8, times
    with cast.acting(cast.DROP_IN) as by:
        place, _places = queries.place_of(by)
        assert place is not None and len(queries.shelves(place.pk)) == 7
