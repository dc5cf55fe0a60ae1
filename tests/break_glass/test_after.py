"""What was opened on call is told and looked at by a supervisor; a restricted record opens to those named."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.break_glass.actions import restrict_record
from alongside.break_glass.models import Opening, Restriction
from alongside.participants.models import Participant
from alongside.safety.models import SafetyPlan
from tests import cast
from tests.break_glass.make import REASON, at, known, on_call, opened
from tests.desk.make import person
from tests.people import lantern
from tests.safety.make import planned

DAY = cast.BEGINS + timedelta(hours=10)


def _opening() -> Opening:
    with cast.acting(cast.CM1):
        return Opening.objects.get()


def test_the_case_manager_is_told_to_tell_them_until_they_did() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    client = cast.signed_in(cast.CM1)
    today = client.get("/").content.decode()
    assert "opened the record on call" in today and f"/people/{about}/at-night/" in today
    page = client.get(f"/people/{about}/at-night/").content.decode()
    assert REASON in page and "They know now" in page and "Text only" in page
    told = f"/people/{about}/at-night/{_opening().pk}/told/"
    for member in (cast.ON_CALL, cast.CM3, cast.DROP_IN, cast.DIRECTOR):
        assert cast.signed_in(member).get(f"/people/{about}/at-night/").status_code in (403, 404)
        assert cast.signed_in(member).post(told).status_code in (403, 404)
    assert client.post(told).status_code == 302
    assert "opened the record on call" not in client.get("/").content.decode()
    assert "told them on" in client.get(f"/people/{about}/at-night/").content.decode()


def test_a_supervisor_looks_at_it_and_says_what_follows() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    client = cast.signed_in(cast.SUPERVISOR)
    today = client.get("/").content.decode()
    assert "From the night" in today and "Review it by" in today
    address = f"/people/{about}/at-night/{_opening().pk}/review/"
    assert address in today and REASON in client.get(address).content.decode()
    for member, status in ((cast.CM1, 403), (cast.ON_CALL, 403), (cast.ADMIN, 403)):
        assert cast.signed_in(member).get(address).status_code == status
    sent = {"outcome": "not_right", "follows": "", "once": str(uuid.uuid4())}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, {**sent, "follows": "we go through the brief together"}).status_code == 302
    assert "From the night" not in client.get("/").content.decode()
    page = cast.signed_in(cast.CM1).get(f"/people/{about}/at-night/").content.decode()
    assert "It was not right" in page and "we go through the brief together" in page
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        cursor.execute("select string_agg(o::text, ' ') from core.break_glass_opening o")
        dumped = cursor.fetchone()[0]
        cursor.execute("set local role alongside_desk")
    for words in ("we go through", "not_right"):
        assert words not in dumped and words.encode().hex() not in dumped


def test_whoever_opened_it_does_not_review_it() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    with (
        cast.acting(cast.ON_CALL),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select core.review_opening(%s, '', '')", [_opening().pk])
    assert about


# A restricted record --------------------------------------------------------------------------------------


def _reaches(member: cast.Member) -> set[uuid.UUID]:
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select core.my_people()")
        return set(cursor.fetchone()[0])


def test_a_restricted_record_is_open_to_those_named_and_a_plain_404_to_the_rest() -> None:
    about, other = person("Quetzal"), person("Kingfisher")
    client = cast.signed_in(cast.SUPERVISOR)
    address = f"/people/{about}/restricted/"
    for member in (cast.CM1, cast.ADMIN, cast.DIRECTOR):
        assert cast.signed_in(member).get(address).status_code == 403
    assert client.get(address).status_code == 200
    sent = {"staff": [str(cast.CM1.id)], "words": "her brother works here", "once": str(uuid.uuid4())}
    assert client.post(address, sent).status_code == 302
    assert _reaches(cast.CM1) == _reaches(cast.SUPERVISOR) == {about, other}
    assert _reaches(cast.CM2) == {other}
    backup = cast.signed_in(cast.CM2)
    assert backup.get(f"/people/{about}/").status_code == 404
    for page in ("/", "/people/", "/search/?q=Quet"):
        assert "Quetzal" not in backup.get(page).content.decode()
    with cast.acting(cast.CM2):
        assert not Restriction.objects.exists()
        assert [each.pk for each in Participant.objects.all()] == [other]
    page = client.get(address).content.decode()
    assert "her brother works here" in page and "Restricted now" in page
    assert client.post(f"{address}lift/").status_code == 302
    assert _reaches(cast.CM2) == {about, other}


def test_a_restricted_record_does_not_open_at_night() -> None:
    about, brief = known()
    on_call()
    client = cast.signed_in(cast.ON_CALL)
    with cast.acting(cast.SUPERVISOR) as by:
        restrict_record(by=by, participant=about, restriction=uuid.uuid4(), staff=[cast.CM1.id])
    assert opened(cast.ON_CALL, brief) == 422
    assert client.get(f"/people/{about}/").status_code == 404
    led = client.get(
        client.post("/on-call/briefs/", {"alias": "Quetzal", "word": "maple leaf"}).headers["Location"]
    )
    assert "No record opened" in led.content.decode()


def test_a_restriction_that_comes_meanwhile_closes_it() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    assert cast.signed_in(cast.ON_CALL).get(f"/people/{about}/").status_code == 200
    with cast.acting(cast.SUPERVISOR) as by:
        restrict_record(by=by, participant=about, restriction=uuid.uuid4(), staff=[])
    assert cast.signed_in(cast.ON_CALL).get(f"/people/{about}/").status_code == 404
    assert cast.signed_in(cast.CM1).get(f"/people/{about}/").status_code == 404


def test_only_a_supervisor_who_reaches_them_restricts_and_a_lock_without_a_key_keeps_no_supervisor_out() -> (
    None
):
    about = person("Quetzal")
    for member in (cast.CM1, cast.CM3, cast.ADMIN):
        with (
            cast.acting(member),
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("select core.restrict_record(%s, %s, %s, '')", [uuid.uuid4(), about, [member.id]])
    with cast.acting(cast.SUPERVISOR):
        key = Participant.objects.get(pk=about).key_id
    made, named = uuid.uuid4(), uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.break_glass_restriction (id, key_id, participant_id, words, at, by_id)"
            " values (%s, %s, %s, '', %s, %s)",
            [made, key, about, cast.BEGINS, cast.CM3.id],
        )
        told = [named, made, cast.CM3.id]
        cursor.execute(
            "insert into core.break_glass_named (id, restriction_id, staff_id) values (%s, %s, %s)", told
        )
        cursor.execute("set local role alongside_desk")
    assert about in _reaches(cast.SUPERVISOR) and about not in _reaches(cast.CM1)


def test_the_way_to_restrict_stands_with_who_walks_with_them() -> None:
    about = person("Quetzal")
    assert (
        f"/people/{about}/restricted/"
        in cast.signed_in(cast.SUPERVISOR).get(f"/people/{about}/team/").content.decode()
    )
    assert "/restricted/" not in cast.signed_in(cast.CM1).get(f"/people/{about}/team/").content.decode()
    with at(DAY):
        assert re.search("Quetzal", cast.signed_in(cast.SUPERVISOR).get("/people/").content.decode())


def test_a_safety_plan_is_closed_with_the_record() -> None:
    about = lantern()
    plan = planned(about).plan_id
    with cast.acting(cast.SUPERVISOR) as by:
        restrict_record(by=by, participant=about, restriction=uuid.uuid4(), staff=[cast.CM1.id])
    for member, there in ((cast.CM1, True), (cast.CM2, False)):
        with cast.acting(member):
            assert SafetyPlan.objects.filter(pk=plan).exists() == there, member.username
