"""What published directories tell of hours, phones and languages, and how: read at every level, known or not known."""

import json
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside import clock
from alongside.partners.hsds.hours import hours_of, is_night
from alongside.partners.models import Location, Organization, Service
from tests import cast
from tests.partners import make


def key(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, name))


def service(name: str, **more: Any) -> dict[str, Any]:
    whose = {"id": key(f"house of {name}"), "name": f"House of {name}", "description": "Of an invented town."}
    return {"id": key(name), "name": name, "status": "active", "organization": whose, **more}


def weekly(opens: str, closes: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key(opens + closes),
        "freq": "WEEKLY",
        "byday": "TH",
        "opens_at": opens,
        "closes_at": closes,
        **more,
    }


def send(entries: Any, **told: str) -> tuple[int, str]:
    """A file through the page: the status, and what is read after it."""
    client = cast.signed_in(cast.DIRECTOR)
    file = SimpleUploadedFile("d.json", json.dumps(entries).encode())
    answer = client.post(
        "/partners/exchange/", {"file": file, "is_public": "on", "once": str(uuid.uuid4()), **told}
    )
    return answer.status_code, answer.content.decode() or make.page(client, "/partners/exchange/")


def shown(name: str) -> str:
    return make.page(cast.signed_in(cast.CM1), f"/partners/services/{key(name)}/")


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("opens", "closes", "night", "read"),
    [
        ("08:00", "16:30", False, "08:00-16:30"),
        ("8:00", "16:30", False, "08:00-16:30"),
        ("8:00 AM", "4:30 PM", False, "08:00-16:30"),
        ("8 am", "4 p.m.", False, "08:00-16:00"),
        ("8:30", "9:45", False, "08:30-09:45"),
        ("12:00 PM", "11:59 PM", True, "12:00-23:59"),
        ("12 am", "12 am", True, "00:00-24:00"),
        ("00:00", "24:00", True, "00:00-24:00"),
        ("21:00", "7:00", True, "21:00-07:00"),
        ("20:00:00", "02:00:00", True, "20:00-02:00"),
        ("18:00", "22:00", False, "18:00-22:00"),
        ("18:00Z", "23:00Z", True, "18:00-23:00"),
        ("9:00", "5:00", None, "9:00-5:00"),
        ("9:00 AM", "5:00", None, "9:00 AM-5:00"),
        ("1:00", "4:00", None, "1:00-4:00"),
        ("early", "late", None, "early-late"),
        ("25:00", "26:00", None, "25:00-26:00"),
        ("13 pm", "14 pm", None, "13 pm-14 pm"),
        ("08:00", "", None, ""),
    ],
)
def test_times_as_directories_write_them(opens: str, closes: str, night: bool | None, read: str) -> None:
    schedule = {"opens_at": opens, "closes_at": closes}
    assert is_night([schedule], date(2026, 6, 1)) is night
    assert hours_of([schedule], date(2026, 6, 1)) == read


@pytest.mark.no_database
def test_one_schedule_that_cannot_be_read_leaves_the_night_open_and_one_at_night_does_not() -> None:
    today = date(2026, 6, 1)
    assert is_night([weekly("08:00", "16:00"), weekly("early", "late")], today) is None
    assert is_night([weekly("22:00", "06:00"), weekly("early", "late")], today) is True
    assert is_night([], today) is None


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("days", "holds"),
    [
        ({"valid_to": "2026-05-31"}, False),
        ({"valid_to": "2026-06-01"}, True),
        ({"until": "20260531T000000Z"}, False),
        ({"valid_from": "2026-06-02"}, False),
        ({"valid_from": "2026-01-01", "valid_to": "2026-12-31"}, True),
        ({"valid_to": "some day"}, False),
        ({"valid_to": "2026-02-30"}, False),
        ({"valid_to": ["2026"]}, False),
    ],
)
def test_a_schedule_that_is_over_or_cannot_be_read_is_not_todays(days: dict[str, Any], holds: bool) -> None:
    schedule = weekly("22:00", "06:00", **days)
    today = date(2026, 6, 1)
    assert (is_night([schedule], today), bool(hours_of([schedule], today))) == (
        (True, True) if holds else (None, False)
    )


def test_only_what_is_open_at_night_is_found_tonight() -> None:
    make.take_in(
        service("Bread", schedules=[weekly("9:00", "17:00")]),
        service("Papers", schedules=[weekly("9:00 AM", "5:00 PM")]),
        service("Bed", schedules=[weekly("9:00 PM", "7:00 AM")]),
        service("Tea", schedules=[weekly("9:00", "5:00")]),
        service(
            "Over", schedules=[weekly("22:00", "06:00", valid_to="2020-01-01"), weekly("09:00", "17:00")]
        ),
    )
    with cast.acting(cast.CM1):
        nights = dict(Service.objects.values_list("name", "at_night"))
    assert nights == {"Bread": "no", "Papers": "no", "Bed": "yes", "Tea": "", "Over": "no"}
    assert "9 PM-7 AM" in shown("Bed")
    assert "10 PM" not in shown("Over")


def test_what_ends_after_it_came_in_is_not_shown_as_todays_hours() -> None:
    from alongside.clock.models import ClockSetting

    ends = (clock.today() + timedelta(days=3)).isoformat()
    make.take_in(service("Winter bed", schedules=[weekly("22:00", "06:00", valid_to=ends)]))
    assert "10 PM-6 AM" in shown("Winter bed")
    search: dict[str, Any] = {"tonight": "on"}
    assert "Open at night" in make.page(cast.signed_in(cast.CM1), "/partners/", **search)
    ClockSetting.set_to(clock.now() + timedelta(days=4), running=False)
    assert "10 PM-6 AM" not in shown("Winter bed")
    assert "Open at night" not in shown("Winter bed")
    later = make.page(cast.signed_in(cast.CM1), "/partners/", **search)
    assert "Open at night" not in later
    assert "Winter bed" in later  # not known any more, and so among those one may ask


def test_hours_phones_and_languages_are_read_at_every_level() -> None:
    hall = {"id": key("hall"), "location_type": "physical", "name": "Hall", "languages": [{"name": "Lao"}],
            "phones": [{"number": "555-0122"}]}  # fmt: skip
    at_hall = {"id": key("at hall"), "location": hall, "schedules": [weekly("10:00", "23:15")],
               "phones": [{"number": "555-0111", "languages": [{"name": "Mam"}]}]}  # fmt: skip
    make.take_in(service("Evenings", service_at_locations=[at_hall]))
    page = shown("Evenings")
    for told in ("TH 10 AM-11:15 PM", "555-0111", "Lao", "Mam", "Open at night"):
        assert told in page
    alone = service("Bare")
    make.take_in(alone, {"id": key("at"), "service_id": alone["id"], "location": {**hall, "id": key("second hall")},
                         "schedules": [weekly("20:00", "02:00")]})  # fmt: skip
    assert "8 PM-2 AM" in shown("Bare")
    assert "555-0122" in shown("Bare")
    office = service("Office")
    office["organization"]["phones"] = [{"number": "555-0133"}]
    make.take_in(office, service("Person", contacts=[{"name": "Fern", "phones": [{"number": "555-0144"}]}]))
    assert "555-0133" in shown("Office")
    assert "555-0144" in shown("Person")
    out = json.loads(cast.nobody().get(f"/hsds/services/{key('Evenings')}").content)
    assert not {"phones", "schedules", "languages", "attributes"} & set(out)  # it goes out where it came in
    assert out["service_at_locations"][0]["phones"][0]["number"] == "555-0111"


def test_what_was_drawn_from_a_place_goes_when_the_place_is_confidential() -> None:
    house = {
        "id": key("house"),
        "location_type": "physical",
        "name": "House",
        "phones": [{"number": "555-0177"}],
    }
    make.take_in(service("Quiet", service_at_locations=[{"id": key("at house"), "location": house}]))
    assert "555-0177" in shown("Quiet")
    sent = {"confidential": "on", "name": "The house"}
    cast.signed_in(cast.CM1).post(f"/partners/services/{key('Quiet')}/places/{key('house')}/", sent)
    assert "555-0177" not in shown("Quiet")
    for where in ("services", "organizations", "service_at_locations"):
        assert "555-0177" not in cast.nobody().get(f"/hsds/{where}").content.decode()


def test_nothing_and_an_empty_list_are_the_same_and_take_nothing_away() -> None:
    first = service(
        "Bread", languages=[{"name": "Lao"}], schedules=[weekly("08:00", "09:30")], phones=[{"number": "5"}]
    )
    make.take_in({**first, "status": "temporarily closed", "description": "Warm"})
    bare = service("Bread", languages=None, schedules=[], phones=None, description=None)
    del bare["status"]
    make.take_in(bare)
    page = shown("Bread")
    for told in ("Lao", "8 AM-9:30 AM", "Closed for a while", "Warm"):
        assert told in page
    assert json.loads(cast.nobody().get(f"/hsds/services/{key('Bread')}").content)["languages"] == [
        {"name": "Lao"}
    ]
    make.take_in(service("Bread", status="defunct"))
    make.take_in(bare)
    assert "Gone" in shown("Bread")


def test_whose_numbers_they_are_is_asked_and_they_never_meet() -> None:
    one = [{"id": "4", "name": "Beds of the north", "organization": {"id": "2", "name": "North"}, "status": "active",
            "phones": [{"id": "1", "number": "555-0188"}]}]  # fmt: skip
    other = [
        {
            "id": "4",
            "name": "Teeth of the south",
            "organization": {"id": "2", "name": "South"},
            "status": "active",
        }
    ]
    status, page = send(one)
    assert status == 422
    assert "whose directory it is" in page
    send(one, publisher="Northern list")
    send(other, publisher="Southern list")
    send(one, publisher="northern LIST ")
    with cast.acting(cast.CM1):
        assert sorted(Service.objects.values_list("name", "organization__name", "phone")) == [
            ("Beds of the north", "North", "555-0188"), ("Teeth of the south", "South", ""),
        ]  # fmt: skip
    status, page = send(other, publisher="Northern list")  # the same name given to two of them
    assert "another entry has this number here: South" in page
    with cast.acting(cast.CM1):
        assert Organization.objects.count() == 2
        assert set(Service.objects.values_list("name", flat=True)) == {
            "Beds of the north",
            "Teeth of the south",
        }


def test_flat_files_of_numbers_are_put_together_again() -> None:
    flat = {
        "services": [{"id": "1", "name": "Bread", "organization_id": "1"}, {"id": "2", "name": "Tea"}],
        "organizations": [{"id": "1", "name": "Kitchen"}],
        "locations": [{"id": "1", "name": "Hall", "location_type": "physical"}],
        "service_at_locations": [
            {"id": "1", "service_id": "1", "location_id": "1", "schedules": [weekly("9:00", "17:00")]}
        ],
    }
    send(flat, publisher="A list")
    with cast.acting(cast.CM1):
        assert sorted(Service.objects.values_list("name", "organization__name", "hours")) == [
            ("Bread", "Kitchen", "TH 09:00-17:00"), ("Tea", "Tea", ""),
        ]  # fmt: skip
        assert Location.objects.get().name == "Hall"


@pytest.mark.parametrize("name", ["data", "results", "items", "records"])
def test_other_envelopes_are_opened(name: str) -> None:
    for wrapped in (
        {name: [service("Bread")]},
        [{name: [service("Bread")]}],
        {name: {"services": [service("Bread")]}},
    ):
        send(wrapped)
        with cast.acting(cast.CM1):
            assert Service.objects.get().name == "Bread"


def test_one_page_of_many_says_so_and_all_of_them_do_not() -> None:
    def page(number: int) -> dict[str, Any]:
        return {
            "total_items": 3,
            "total_pages": 3,
            "page_number": number,
            "contents": [service(f"Of page {number}")],
        }

    _status, told = send(page(2))
    assert "This is page 2 / 3." in told
    _status, told = send([page(1), page(2), page(3)])
    assert told.count("This is page") == 1


def test_one_id_that_is_missing_loses_nothing_else() -> None:
    whole = {
        "id": key("big house"), "name": "Big house", "locations": [{"name": "No id", "location_type": "physical"}, {}],
        "services": [{"id": key("one"), "name": "One"}, {"name": "Two"}, {"id": key("three")}],
    }  # fmt: skip
    for _twice in range(2):
        send([whole, {"name": "Nobody's", "organization_id": None}])
    with cast.acting(cast.CM1):
        assert set(Service.objects.values_list("name", flat=True)) == {"One", "Two"}
        assert set(Service.objects.values_list("organization__name", flat=True)) == {"Big house"}
        assert [each.name for each in Location.objects.all()] == ["No id"]
    page = make.page(cast.signed_in(cast.DIRECTOR), "/partners/exchange/")
    assert "has no id or no name: Nobody&#39;s" in page


def test_an_address_that_is_no_web_page_is_no_link() -> None:
    make.take_in(service("Odd", url="javascript:alert(1)"))
    assert 'href="javascript' not in shown("Odd")
