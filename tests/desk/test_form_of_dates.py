"""An agency's own form of days and hours: the head, a number, a meeting, a print, the partner's door, an error."""

import re
import uuid

import pytest

from alongside.agency.queries import agency
from tests import cast
from tests.consent.make import clinic
from tests.desk import make
from tests.people import lantern
from tests.workspace.door import seated, shared
from tests.workspace.reading import page as partners_page

SETTINGS = "/program/agency/"
FORMS = [
    ("en", "", "", "before 6 PM", "Jan 8", "10 AM", "January 6, 2027"),
    ("en", "day", "24", "before 18:00", "8 January", "10:00", "6 January 2027"),
    ("es", "", "", "antes de las 6 p. m.", "8 de enero", "10 a. m.", "6 de enero de 2027"),
    ("es", "day", "24", "antes de las 18:00", "8 de enero", "10:00", "6 de enero de 2027"),
]


def chosen(order: str, hours: str) -> None:
    """An administrator chooses the form on the page of the agency."""
    stands = agency()
    told = {
        "umbrella_name": stands.umbrella_name,
        "short_name": stands.short_name,
        "time_zone": "America/Chicago",
        "date_order": order,
        "hours_of_day": hours,
        "version": str(stands.version),
        "once": str(uuid.uuid4()),
    }
    assert cast.signed_in(cast.ADMIN).post(SETTINGS, told).status_code == 302
    assert (agency().date_order, agency().hours_of_day) == (order, hours)


@pytest.mark.parametrize(("language", "order", "hours", "rule", "day", "hour", "dated"), FORMS)
def test_one_form_on_every_page(
    language: str, order: str, hours: str, rule: str, day: str, hour: str, dated: str
) -> None:
    about = lantern()
    make.told(about)
    meets = {"at": "2027-01-08T10:00", "with_whom": str(cast.CM1.id), "once": str(uuid.uuid4())}
    assert cast.signed_in(cast.CM1).post(f"/people/{about}/meetings/new/", meets).status_code == 302
    chosen(order, hours)
    client = cast.signed_in(cast.CM1)
    client.cookies["desk_language"] = language
    head = re.sub(r"<[^>]+>", "", client.get(f"/people/{about}/goals/").content.decode())
    assert rule in head
    person = re.sub(r"<[^>]+>", "", client.get(f"/people/{about}/timeline/").content.decode())
    assert f"{day}, {hour}" in person
    assert dated in re.sub(r"<[^>]+>", "", client.get(f"/people/{about}/goals/print/").content.decode())


def test_the_settings_show_what_was_chosen_and_refuse_another_form() -> None:
    chosen("day", "24")
    client = cast.signed_in(cast.ADMIN)
    page = client.get(SETTINGS).content.decode()
    for name, value in (("date_order", "day"), ("hours_of_day", "24")):
        assert re.search(rf'name="{name}" value="{value}"[^>]*checked', page)
    wrong = client.post(SETTINGS, {"umbrella_name": "Riverbend", "short_name": "R", "date_order": "year"})
    assert wrong.status_code == 422 and "That choice is not offered any more" in wrong.content.decode()


def test_the_partners_door_has_the_same_form() -> None:
    person, partner = lantern(), clinic()
    shared(person, partner)
    alder = seated(partner)
    assert re.search(r"last day <time[^>]*>[A-Z][a-z]{2} \d", partners_page(alder))
    chosen("day", "24")
    assert re.search(r"last day <time[^>]*>\d+ [A-Z][a-z]{2,}", partners_page(alder))
