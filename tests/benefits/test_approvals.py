"""What is approved from month to month comes up a week before its last day, and a month's end is asked on one page."""

import uuid
from datetime import date

from alongside.benefits import actions, queries
from alongside.benefits.models import Approval, ApprovalTurn
from tests import cast
from tests.benefits.test_clocks import on_the
from tests.people import lantern

SEPTEMBER = date(2027, 9, 30)
WHAT = "Rent, per-person contract"


def approved(person: uuid.UUID, through: date = SEPTEMBER) -> uuid.UUID:
    approval = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.start_approval(by=by, participant=person, approval=approval, what=WHAT, through=through)
    return approval


def test_it_comes_up_seven_days_before_its_last_day_and_again_on_it_once_asked() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    sent = {"what": WHAT, "through": "Sep 30, 2027"}
    assert (
        client.post(f"/people/{person}/clocks/approvals/new/", {"what": WHAT, "through": ""}).status_code
        == 422
    )
    assert client.post(f"/people/{person}/clocks/approvals/new/", sent).status_code == 302
    with cast.acting(cast.CM1):
        approval = Approval.objects.get().pk
    with on_the(2027, 9, 22):
        assert WHAT not in client.get("/").content.decode()
    with on_the(2027, 9, 23):
        assert f"/people/{person}/clocks/approvals/{approval}/" in client.get("/").content.decode()
        assert WHAT not in cast.signed_in(cast.CM2).get("/").content.decode()
    with on_the(2027, 9, 24):
        page = client.get("/").content.decode()
        assert "Ask for the next month." in page
        asked = {"answer": "asked", "on": "Sep 24, 2027", "version": "1"}
        address = f"/people/{person}/clocks/approvals/{approval}/"
        assert client.post(address, asked).status_code == 302
        assert WHAT not in client.get("/").content.decode()
    with on_the(2027, 9, 30):
        assert "Asked; no answer yet." in client.get("/").content.decode()
        told = {"answer": "approved", "words": "By mail", "version": "2"}
        assert client.post(address, told | {"through": ""}).status_code == 422
        assert client.post(address, told | {"through": "Oct 31, 2027"}).status_code == 302
        assert WHAT not in client.get("/").content.decode()
        assert "By mail" in client.get(address).content.decode()
    with cast.acting(cast.CM1):
        months = ApprovalTurn.objects.exclude(month=None).values_list("month", flat=True)
        assert sorted(months) == [date(2027, 9, 1), date(2027, 10, 1)]
        assert Approval.objects.get().comes_up_on == date(2027, 10, 24)


def test_one_page_asks_for_all_of_a_month_of_ones_own_people_and_nobody_elses() -> None:
    first, second, later = lantern(), lantern("Maple"), lantern("Heron")
    mine = [approved(first), approved(second)]
    october = approved(later, date(2027, 10, 31))
    client = cast.signed_in(cast.CM1)
    with on_the(2027, 9, 27):
        page = client.get("/approvals/").content.decode()
        assert page.count(WHAT) == 2
        assert str(october) not in page
        assert WHAT not in cast.signed_in(cast.CM2).get("/approvals/").content.decode()
        everything = {f"version-{each}": "1" for each in (*mine, october)}
        cast.signed_in(cast.CM2).post("/approvals/", everything | {"ask": [str(each) for each in mine]})
        assert client.get("/approvals/").content.decode().count("checkbox") >= 2
        sent = everything | {"ask": [str(mine[0]), str(mine[1]), str(october)]}
        answer = client.post("/approvals/", sent, follow=True)
        assert "Asked for the next month: 2 approvals." in answer.content.decode()
        assert "Asked, no answer yet" in answer.content.decode()
        again = client.post("/approvals/", sent, follow=True)
        assert "Nothing was asked." in again.content.decode()
    with cast.acting(cast.CM1):
        assert {row.pk: row.answer for row in Approval.objects.all()} == {
            mine[0]: "asked",
            mine[1]: "asked",
            october: "approved",
        }


def test_what_another_has_written_meanwhile_is_not_asked_over() -> None:
    approval = approved(lantern())
    with on_the(2027, 9, 27):
        client = cast.signed_in(cast.CM1)
        answer = client.post("/approvals/", {"ask": [str(approval)], f"version-{approval}": "0"}, follow=True)
        assert "Nothing was asked." in answer.content.decode()


def test_strangers_find_no_approval() -> None:
    person = lantern()
    approval = approved(person)
    for other, status in ((cast.CM3, 404), (cast.DIRECTOR, 403), (cast.ADMIN, 403)):
        client = cast.signed_in(other)
        assert client.get(f"/people/{person}/clocks/approvals/{approval}/").status_code == status
    with cast.acting(cast.CM3) as by:
        assert not Approval.objects.exists()
        assert not queries.of_the_month(by.id).to_ask
