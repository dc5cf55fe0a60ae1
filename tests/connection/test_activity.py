"""A month's work: what counts, for whom, and what a director may read of it."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from alongside.connection.actions import remove_note, save_service_kind
from alongside.connection.choices import SERVICE_NAMES
from alongside.connection.models import ServiceKind
from alongside.connection.queries import activity, service_kinds
from alongside.connection.queries.notes import _month_of
from alongside.connection.reference import load
from alongside.connection.rules import NameTaken
from alongside.keeping.rules import NothingWritten
from tests import cast
from tests.connection import make

FOURTEEN = set(SERVICE_NAMES) - {"accompaniment"}


def test_reaching_out_and_advocacy_count_although_nobody_was_met() -> None:
    about = make.person()
    for _try in range(3):
        make.note(about, kind="no_answer", happened="Texted as agreed.", minutes=5)
    make.note(about, kind="without", responded="Called the clinic.", minutes=30)
    make.note(make.person("Harbor", cast.CM2), member=cast.CM2, minutes=99)
    with cast.acting(cast.CM1):
        for month in (activity(2027, 1), activity(2027, 1, about)):
            assert month.total is not None
            assert (month.total.times, month.total.minutes) == (4, 45)
            assert [(line.times, line.minutes) for line in month.entries] == [
                (0, 0),
                (3, 15),
                (1, 30),
                (0, 0),
            ]
        assert [(line.name, line.times, line.minutes) for line in activity(2027, 1).people] == [
            ("Lantern", 4, 45)
        ]
        assert activity(2026, 12).is_empty


def test_the_supervisor_counts_the_teams_work() -> None:
    make.note(make.person(), minutes=10)
    make.note(make.person("Harbor", cast.CM2), member=cast.CM2, minutes=20)
    with cast.acting(cast.SUPERVISOR):
        month = activity(2027, 1)
        assert [(line.name, line.minutes) for line in month.people] == [("Harbor", 20), ("Lantern", 10)]


def test_all_fourteen_kinds_are_there_at_first_start_and_each_counts_one() -> None:
    about, kinds = make.person(), make.services()
    assert set(kinds) == FOURTEEN | {"accompaniment"}
    assert len(FOURTEEN) == 14
    for key in sorted(FOURTEEN):
        make.note(about, happened="", services=[kinds[key]])
    with cast.acting(cast.CM1):
        counted = {line.name: line.times for line in activity(2027, 1).services}
    assert [times for name, times in counted.items() if name != "Accompaniment"] == [1] * 14
    page = cast.signed_in(cast.CM1).get(reverse("connection:activity"))
    assert page.content.decode().count('<td class="number">1</td>') >= 14


def test_sitting_with_somebody_is_a_service_in_its_own_right() -> None:
    about = make.person()
    make.note(about, happened="sat with", minutes=40, services=[make.services()["emotional_support"]])
    with cast.acting(cast.CM1):
        lines = {line.name: line for line in activity(2027, 1).services}
    assert (lines["Emotional support"].times, lines["Emotional support"].minutes) == (1, 40)


def test_a_note_taken_away_counts_no_more() -> None:
    about = make.person()
    kept = make.note(about, minutes=5, services=[make.services()["dental"]])
    with cast.acting(cast.CM1) as by:
        remove_note(by=by, participant=about, note=kept.pk)
        assert activity(2027, 1).is_empty


def test_a_month_ends_at_midnight_of_the_agencys_place() -> None:
    begins, ends = _month_of(2026, 12)
    assert begins == datetime(2026, 12, 1, tzinfo=cast.ZONE)
    assert ends == datetime(2027, 1, 1, tzinfo=cast.ZONE)
    about = make.person()
    make.note(about, at=ends - timedelta(minutes=1))
    make.note(about, at=ends)
    with cast.acting(cast.CM1):
        for year, month in ((2026, 12), (2027, 1)):
            total = activity(year, month).total
            assert total is not None and total.times == 1


def test_a_director_is_led_to_a_report_of_the_month_and_reads_no_count_here() -> None:
    about, dental = make.person(), make.services()["dental"]
    for _each in range(5):
        make.note(about, minutes=10, services=[dental])
    words = (
        cast.signed_in(cast.DIRECTOR).get(reverse("connection:activity") + "?month=2027-01").content.decode()
    )
    assert "/reports/?kind=activity&amp;month=2027-01" in words
    assert "Lantern" not in words and str(about) not in words and ">5<" not in words and ">50<" not in words


def test_the_agency_renames_hides_and_adds_and_keeps_what_was_counted() -> None:
    about, kinds = make.person(), make.services()
    make.note(about, services=[kinds["dental"]])
    with cast.acting(cast.ADMIN) as by:
        save_service_kind(by=by, kind=kinds["dental"], name="Teeth", hidden=True)
        added = save_service_kind(by=by, kind=uuid.uuid4(), name="Laundry")
        with pytest.raises(NameTaken):
            save_service_kind(by=by, kind=uuid.uuid4(), name="laundry")
        with pytest.raises(NothingWritten):
            save_service_kind(by=by, kind=added.pk, name=" ")
    with cast.acting(cast.CM1) as by:
        offered = [kind.called for kind in service_kinds()]
        assert "Teeth" not in offered and offered[-1] == "Laundry"
        assert {line.name: line.times for line in activity(2027, 1).services}["Teeth"] == 1


def test_the_administrator_does_it_on_a_page() -> None:
    client = cast.signed_in(cast.ADMIN)
    assert b"Shelter" in client.get(reverse("connection:services")).content
    answer = client.post(reverse("connection:new_service"), {"name": "Laundry"})
    assert answer.status_code == 302
    taken = client.post(reverse("connection:new_service"), {"name": "LAUNDRY"})
    assert taken.status_code == 422 and b"LAUNDRY" in taken.content
    kind = make.services()["shelter"]
    assert client.post(reverse("connection:service", args=[kind]), {"name": "Beds"}).status_code == 302
    assert b"Beds" in client.get(reverse("connection:services")).content
    assert client.get(reverse("connection:service", args=[uuid.uuid4()])).status_code == 404


@pytest.mark.parametrize("asked", ["", "2027-13", "nonsense", "-", "99999-01", "2027-01-01", "٢٠٢٧-١"])
def test_a_month_that_is_none_shows_this_one(asked: str) -> None:
    page = cast.signed_in(cast.CM1).get(reverse("connection:activity"), {"month": asked})
    assert page.status_code == 200
    assert b"January 2027" in page.content


def test_reference_data_loads_once() -> None:
    with cast.acting(cast.ADMIN):
        before = ServiceKind.objects.count()
        load()
        assert ServiceKind.objects.count() == before
