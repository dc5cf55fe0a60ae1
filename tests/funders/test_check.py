"""The check before month-end says what a funder's form has blank, of nobody by name, and that nothing is needed."""

from datetime import date

from tests import cast
from tests.connection.make import person as somebody
from tests.funders.make import TVAP, VOCA, answered
from tests.funding.streams_make import enrolled, stream


def test_blanks_are_numbers_and_nothing_is_needed() -> None:
    into = stream(form=VOCA)
    people = [somebody(f"Fern {number}") for number in range(3)]
    for each in people:
        enrolled(each, into)
    answered(people[0], VOCA, age=["declined"], gender=["female"])
    page = cast.signed_in(cast.CM1).get("/month-check/?month=2026-12").content.decode()
    blank = page.partition("Blank on funders")[2]
    assert "Age" in blank and "2 of 3" in blank and "3 of 3" in blank and "Needed: nothing" in blank
    assert "Fern" not in blank
    assert (
        "Blank on funders" not in cast.signed_in(cast.CM3).get("/month-check/?month=2026-12").content.decode()
    )
    claim = cast.signed_in(cast.DIRECTOR).get(f"/program/month-end/{into.pk}/2026-12/").content.decode()
    assert "counts as not collected" in claim and "Fern" not in claim


def test_how_an_enrollment_ended_is_chosen_at_month_end() -> None:
    person = somebody("Fern")
    enrolled(person, stream(form=TVAP), ends=date(2026, 12, 20))
    client = cast.signed_in(cast.CM1)
    for month, is_there in (("2026-12", True), ("2026-11", False), ("2027-01", False)):
        page = client.get(f"/month-check/?month={month}").content.decode()
        assert ("asks how it ended" in page) is is_there, month
    address = f"/people/{person}/for-funders/{TVAP}/month-end/"
    assert address in client.get("/month-check/?month=2026-12").content.decode()
    sent = {"closing_cp_or_t": "yes", "closing_certified": "unknown", "closing_referred": "declined"}
    assert client.post(address, sent).status_code == 302
    assert "asks how it ended" not in client.get("/month-check/?month=2026-12").content.decode()
