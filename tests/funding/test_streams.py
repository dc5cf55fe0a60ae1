"""Streams say what they pay and need; whoever is enrolled is seen by their team alone, with the stream and days."""

import json
import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from alongside.access.acts import NotAllowed
from alongside.funding import stream_actions as actions
from alongside.funding import stream_queries as queries
from alongside.funding import stream_rules as rules
from alongside.funding.stream_models import Enrolment, Stream
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from tests import cast
from tests.funding.streams_make import enrolled, stream
from tests.people import lantern

FULL = {
    "name": "County contract",
    "kind": "capita",
    "place": "1",
    "year_from": "7",
    "zone": "America/New_York",
    "rate": "$450",
    "budget": "100,000",
    "admin_share": "12.5",
    "asks": "contact",
    "approved": "on",
    "months": "12",
    "who": "Whoever the county named; ask nobody for papers.",
    "guide": "Pays a month for each person.\nNeeds a contact.",
}


def test_a_stream_is_set_up_and_its_guide_is_read_by_all() -> None:
    client = cast.signed_in(cast.DIRECTOR)
    answer = client.post("/program/streams/new/", FULL)
    assert answer.status_code == 302
    with cast.acting(cast.DIRECTOR):
        row = Stream.objects.get()
    assert (row.rate, row.year_from, row.months, row.approved) == (Decimal(450), 7, 12, True)
    for member in (cast.DIRECTOR, cast.CM3, cast.ON_CALL):
        shown = cast.signed_in(member).get(f"/streams/{row.pk}/").content.decode()
        assert "Needs a contact." in shown and "$12,500.00 for administration" in shown.replace(
            '<bdi dir="ltr">', ""
        ).replace("</bdi>", ""), member
        assert "July" in shown and "Each month is approved first." in shown
        assert ("/program/streams/" in shown) is (member is cast.DIRECTOR)
    assert "County contract" in cast.signed_in(cast.CM1).get("/streams/").content.decode()


def test_what_does_not_fit_is_said_and_keeps_every_word() -> None:
    stream("Taken")
    client = cast.signed_in(cast.DIRECTOR)
    for wrong, said in (
        ({"name": " "}, "Write something here first"),
        ({"name": "TAKEN"}, "Another stream has this name"),
        ({"begins_on": "01/05/2027", "ends_on": "01/04/2027"}, "The last day is before the first"),
        ({"admin_share": "101"}, "Please choose a smaller number"),
        ({"kind": "bribe"}, "not offered any more"),
    ):
        answer = client.post("/program/streams/new/", FULL | wrong)
        assert answer.status_code == 422 and said in answer.content.decode(), wrong
        assert "Needs a contact." in answer.content.decode()
    with cast.acting(cast.DIRECTOR):
        assert Stream.objects.count() == 1


def test_two_who_change_one_stream_both_see_what_stands() -> None:
    row = stream()
    with cast.acting(cast.DIRECTOR) as by:
        told = rules.StreamTold("County contract", "capita", guide="Second.")
        actions.save_stream(by=by, stream=row.pk, told=told, seen=1)
        with pytest.raises(ChangedMeanwhile):
            actions.save_stream(by=by, stream=row.pk, told=told, seen=1)
        assert actions.save_stream(by=by, stream=row.pk, told=told).version == 2
    client = cast.signed_in(cast.DIRECTOR)
    assert client.post(f"/program/streams/{row.pk}/change/", FULL | {"version": "1"}).status_code == 409


def test_only_whoever_directs_writes_streams() -> None:
    row = stream()
    for member in (cast.CM1, cast.SUPERVISOR, cast.PRACTICE, cast.ADMIN):
        with cast.acting(member) as by, pytest.raises(NotAllowed):
            actions.save_stream(by=by, stream=uuid.uuid4(), told=rules.StreamTold("x", "gift"))
        assert cast.signed_in(member).get("/program/streams/new/").status_code == 403
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("update core.funding_stream set guide = 'x'")
        assert cursor.rowcount == 0
    client = cast.signed_in(cast.DIRECTOR)
    assert client.post(f"/program/streams/{row.pk}/end/").status_code == 302
    assert "ended: nobody new" in client.get(f"/streams/{row.pk}/").content.decode()
    assert client.post(f"/program/streams/{row.pk}/again/").status_code == 302
    assert queries_of(row).ended_at is None


def queries_of(row: Stream) -> Stream:
    with cast.acting(cast.DIRECTOR):
        found = queries.stream_named(row.pk)
    assert found is not None
    return found


def test_streams_go_along_in_the_set_up_file_with_nobody_in_them() -> None:
    with cast.acting(cast.CM1):
        kind = queries.kinds()[0]
    into = stream(kinds=(kind.pk,), guide="Pays rides.", budget=Decimal(1000), begins_on=date(2027, 1, 1))
    enrolled(lantern(), into)
    client = cast.signed_in(cast.ADMIN)
    content = client.get(reverse("program:give_set_up_file")).content
    told = json.loads(content)
    (part,) = [each for each in json.dumps(told).split('"guide"') if "Pays rides." in each]
    assert str(into.pk) not in content.decode() and "Lant" not in content.decode() and part
    with cast.acting(cast.DIRECTOR) as by:
        given = {"told": rules.StreamTold("County contract", "gift"), "seen": 1}
        actions.save_stream(by=by, stream=into.pk, **given)
    file = SimpleUploadedFile("set-up.json", content, content_type="application/json")
    assert client.post(reverse("program:set_up_file"), {"file": file}).status_code == 302
    row = queries_of(into)
    assert (row.kind, row.kinds, row.guide) == ("capita", [kind.pk], "Pays rides.")
    assert (row.budget, row.begins_on) == (Decimal(1000), date(2027, 1, 1))
    for wrong in ({"kind": "bribe"}, {"admin_share": "NaN"}, {"begins_on": "soon"}, {"zone": "../x"}):
        broken = json.loads(content)
        places = broken["rooms"]
        places["funding"][0] |= wrong
        file = SimpleUploadedFile("set-up.json", json.dumps(broken).encode(), content_type="application/json")
        assert client.post(reverse("program:set_up_file"), {"file": file}).status_code == 422, wrong


def test_somebody_is_enrolled_with_stream_and_days_and_strangers_find_nothing() -> None:
    person, into = lantern(), stream()
    client = cast.signed_in(cast.CM1)
    home = f"/people/{person}/funding/"
    assert client.post(f"{home}new/", {"stream": str(into.pk), "begins_on": ""}).status_code == 422
    told = {"stream": str(into.pk), "begins_on": "12/01/2026"}
    assert client.post(f"{home}new/", told).status_code == 302
    assert client.post(f"{home}new/", told).status_code == 422  # on these days already
    shown = client.get(home).content.decode()
    assert "County contract" in shown and "December 1, 2026" in shown
    with cast.acting(cast.CM1):
        row = Enrolment.objects.get()
    assert (
        client.post(f"{home}{row.pk}/", {"begins_on": "12/01/2026", "ends_on": "11/01/2026"}).status_code
        == 422
    )
    days = {"begins_on": "12/01/2026", "ends_on": "01/31/2027", "version": "1"}
    assert client.post(f"{home}{row.pk}/", days).status_code == 302
    assert "through" in client.get(home).content.decode()
    for member, status in ((cast.CM3, 404), (cast.DIRECTOR, 403), (cast.ADMIN, 403), (cast.DROP_IN, 403)):
        stranger = cast.signed_in(member)
        assert stranger.get(home).status_code == status
        assert stranger.post(f"{home}new/", told).status_code == status
        assert stranger.post(f"{home}{row.pk}/remove/").status_code == status
        with cast.acting(member):
            assert not Enrolment.objects.exists()
    assert "in which funding streams" in client.get(f"/people/{person}/record/").content.decode()


def test_an_enrolment_is_taken_away_and_comes_back_but_not_over_another() -> None:
    person, into = lantern(), stream()
    row = enrolled(person, into)
    client, home = cast.signed_in(cast.CM1), f"/people/{person}/funding/"
    assert client.post(f"{home}{row.pk}/remove/").status_code == 302
    assert "Enrolled in no stream." in client.get(home).content.decode()
    second = enrolled(person, into, date(2027, 1, 1))
    answer = client.post(f"{home}{row.pk}/bring-back/", follow=True)
    assert "enrolled in this stream on some of these days already" in answer.content.decode()
    with cast.acting(cast.CM1) as by:
        actions.take_enrolment_away(by=by, participant=person, enrolment=second.pk)
        with pytest.raises(NotHere):
            actions.change_enrolment(
                by=by, participant=person, enrolment=second.pk, begins_on=date(2027, 1, 2), ends_on=None
            )
    assert client.post(f"{home}{row.pk}/bring-back/").status_code == 302
    assert "County contract" in client.get(home).content.decode()


def test_nobody_new_is_enrolled_in_a_stream_that_ended() -> None:
    person, into = lantern(), stream()
    with cast.acting(cast.DIRECTOR) as by:
        actions.end_stream(by=by, stream=into.pk)
    with pytest.raises(rules.StreamEnded):
        enrolled(person, into)


def test_an_enrolment_stays_with_its_person_and_its_stream() -> None:
    person, other, into = lantern(), lantern("Maple"), stream()
    row = enrolled(person, into)
    with cast.acting(cast.CM1) as by:
        with pytest.raises(NotHere):
            actions.change_enrolment(
                by=by, participant=other, enrolment=row.pk, begins_on=date(2027, 1, 1), ends_on=None
            )
        for column, value in (("participant_id", other), ("stream_id", uuid.uuid4())):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"update core.funding_enrolment set {column} = %s", [value])
