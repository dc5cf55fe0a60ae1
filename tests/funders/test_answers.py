"""Report answers are set by whoever walks with somebody, only where a stream needs them, and met nowhere else."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access.acts import TurnedDown
from alongside.funders import actions, catalog, queries, rules
from alongside.funders.models import ReportAnswer
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from tests import cast
from tests.funders.make import TVAP, VOCA, added, answered, looked_at
from tests.funding.streams_make import enrolled, stream
from tests.people import lantern


def enrolled_for(form: str = VOCA) -> uuid.UUID:
    person = lantern()
    enrolled(person, stream(form=form))
    return person


def told(person: uuid.UUID, form: str = VOCA, member: cast.Member = cast.CM1) -> dict[str, tuple[str, ...]]:
    with cast.acting(member):
        return dict(queries.sheet(person, catalog.forms()[form]).answers)


def test_each_version_of_a_form_has_its_number_and_its_own_lists() -> None:
    forms = catalog.forms()
    voca = forms[VOCA]
    assert voca.told.number == "OMB 1121-0243" and len(voca.services()) == 35
    assert len(voca.items["victimization"].values) == 26
    assert voca.items["age"].values == {
        "age_0_12": "0-12", "age_13_17": "13-17", "age_18_24": "18-24", "age_25_59": "25-59",
        "age_60_and_older": "60 and older",
    }  # fmt: skip
    assert str(forms[TVAP].expires_on) == "2026-02-28"
    assert set(forms["hmis_fy2026"].items) == {"sex"} and "gender" in voca.items
    for form in forms.values():
        for item in form.items.values():
            assert item.kind in ("one", "several", "services") and item.counted in ("new", "served")
            assert not {*item.values} & {*rules.UNSAID, ""}


def test_what_they_said_is_written_down_and_blank_is_not_collected() -> None:
    person = enrolled_for()
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/for-funders/{VOCA}/"
    assert "For funders" in client.get(f"/people/{person}/funding/").content.decode()
    shown = client.get(address).content.decode()
    assert "Not collected" in shown and "Nothing has to be asked" in shown
    sent = {"gender": "female", "age": "", "race": "declined", "classification": ["veterans", "homeless"]}
    assert client.post(address, sent).status_code == 302
    assert told(person) == {
        "gender": ("female",), "race": ("declined",), "classification": ("homeless", "veterans"),
    }  # fmt: skip
    page = client.get(f"/people/{person}/for-funders/").content.decode()
    assert "Veterans" in page and "Prefers not to say" in page and page.count("Not collected") == 2
    assert "read what they said for funders" in client.get(f"/people/{person}/record/").content.decode()
    stale = sent | {"gender": "", "version": str(rules.state_of({}))}
    assert client.post(address, stale).status_code == 409
    again = client.get(address).content.decode().partition('name="version" value="')[2].partition('"')[0]
    changed = sent | {"gender": "", "classification": ["unknown"], "version": again}
    assert client.post(address, changed).status_code == 302
    assert told(person) == {"race": ("declined",), "classification": ("unknown",)}


def test_what_does_not_fit_keeps_what_was_chosen() -> None:
    person = enrolled_for()
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/for-funders/{VOCA}/"
    version = client.get(address).content.decode().partition('name="version" value="')[2].partition('"')[0]
    wrong = {"classification": ["veterans", "declined"], "gender": "female", "version": version}
    answer = client.post(address, wrong)
    assert answer.status_code == 422 and "stand alone" in answer.content.decode()
    assert "checked" in answer.content.decode().partition('value="female"')[2][:120]
    assert client.post(address, {"gender": "planted", "version": version}).status_code == 422
    assert told(person) == {}
    with cast.acting(cast.CM1) as by:
        for bad in ({"gender": ["planted"]}, {"services_A": ["A1"]}, {"nothing": ["x"]}):
            with pytest.raises(TurnedDown):
                actions.save_report_answers(by=by, participant=person, form=VOCA, told=bad)
        with pytest.raises(rules.OneAlone):
            actions.save_report_answers(
                by=by, participant=person, form=VOCA, told={"gender": ["male", "female"]}
            )


def test_two_who_write_one_sheet_both_see_what_stands() -> None:
    person = enrolled_for()
    answered(person, VOCA, age=["age_18_24"])
    with cast.acting(cast.CM2) as by, pytest.raises(ChangedMeanwhile):
        actions.save_report_answers(
            by=by, participant=person, form=VOCA, told={"age": ["age_25_59"]}, seen=rules.state_of({})
        )
    assert told(person) == {"age": ("age_18_24",)}


def test_without_a_stream_that_needs_the_form_nothing_is_asked_and_nothing_set() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{person}/for-funders/{VOCA}/").status_code == 404
    assert "for-funders" not in client.get(f"/people/{person}/funding/").content.decode()
    enrolled(person, stream(form=TVAP))
    assert client.get(f"/people/{person}/for-funders/{VOCA}/").status_code == 404
    with cast.acting(cast.CM1) as by:
        with pytest.raises(NotHere):
            actions.save_report_answers(by=by, participant=person, form=VOCA, told={"gender": ["male"]})
        row = ReportAnswer(participant_id=person, key_id=uuid.uuid4(), form=VOCA, item="gender", value="male")
        row.at, row.by_id = cast.BEGINS, by.id
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)


def test_strangers_find_nothing_and_no_door_reads_a_list() -> None:
    person = enrolled_for()
    answered(person, VOCA, gender=["female"], victimization=["stalking_harassment"])
    for member, status in ((cast.CM3, 404), (cast.DIRECTOR, 403), (cast.ADMIN, 403), (cast.ON_CALL, 403)):
        client = cast.signed_in(member)
        for address in ("", f"{VOCA}/"):
            answer = client.get(f"/people/{person}/for-funders/{address}")
            assert answer.status_code == status, member
            assert "Stalking" not in answer.content.decode()
    for member in (cast.CM3, cast.DIRECTOR, cast.ADMIN, cast.PRACTICE, cast.CUSTODIAN):
        with cast.acting(member), connection.cursor() as cursor:
            cursor.execute("select count(*) from core.funders_reportanswer")
            assert cursor.fetchone()[0] == 0, member
            cursor.execute("select count(*) from core.forms_needed(%s)", [person])
            assert cursor.fetchone()[0] == 0, member
    client = cast.signed_in(cast.CM1)
    for address in ("", "about/", "record/", "timeline/", "funding/"):
        answer = client.get(f"/people/{person}/{address}")
        assert answer.status_code in (200, 302, 404) and "Stalking" not in answer.content.decode(), address


def test_an_answer_goes_over_to_nobody_else() -> None:
    person = enrolled_for()
    answered(person, VOCA, gender=["female"])
    other = lantern("Fern")
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        for column, value in (("participant_id", other), ("value", "male")):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(f"update core.funders_reportanswer set {column} = %s", [value])


def test_a_closing_reason_is_asked_at_month_end_alone() -> None:
    person = enrolled_for(TVAP)
    client = cast.signed_in(cast.CM1)
    usual = client.get(f"/people/{person}/for-funders/{TVAP}/").content.decode()
    assert "Case Closure" not in usual and "Disability" in usual
    at_end = client.get(f"/people/{person}/for-funders/{TVAP}/month-end/").content.decode()
    assert "Continued Presence" in at_end and "Disability" not in at_end
    for address in ("closing/", "about/"):
        assert "Continued Presence" not in client.get(f"/people/{person}/{address}").content.decode()


def test_a_new_field_is_asked_of_nobody_before_an_adviser_looked_at_its_words() -> None:
    person = enrolled_for(TVAP)
    client, pages = cast.signed_in(cast.DIRECTOR), cast.signed_in(cast.CM1)
    asked = {
        "label": "Immigration status",
        "why": "Counted.",
        "wording": "If you like.",
        "values": "One\nTwo",
    }
    asked |= {"takes": "one", "when": "any", "item": ""}
    address = f"/program/forms/{TVAP}/fields/new/"
    for missing in ("why", "wording"):
        answer = client.post(address, asked | {missing: " "})
        assert answer.status_code == 422 and "Immigration status" in answer.content.decode()
    assert client.post(address, asked | {"values": "One"}).status_code == 422
    assert client.post(address, asked).status_code == 302
    with cast.acting(cast.DIRECTOR):
        row = queries.fields()[0]
    assert "no survivor adviser has looked" in client.get(f"/program/forms/{TVAP}/").content.decode()
    sheet = f"/people/{person}/for-funders/{TVAP}/"
    assert "Immigration status" not in pages.get(sheet).content.decode()
    looked_at(row)
    shown = pages.get(sheet).content.decode()
    assert "Immigration status" in shown and "Not collected" in shown
    answered(person, TVAP, **{f"own-{row.pk.hex[:12]}": ["one"]})
    with cast.acting(cast.DIRECTOR) as by:
        actions.save_form_field(
            by=by, field=row.pk, form=TVAP, item="", label=row.label, why=row.why, wording="Say it.",
            takes="one", when="any", values=row.values, language="en", seen=row.version,
        )  # fmt: skip
    assert "Immigration status" not in pages.get(sheet).content.decode()


def test_the_list_of_an_item_that_came_without_one_is_the_agencys_own() -> None:
    person = enrolled_for(TVAP)
    row = added(item="closing_reason", label="Reason", values=["Moved away", "Goals met"], when="closing")
    looked_at(row)
    answered(person, TVAP, closing_reason=["moved_away"])
    assert told(person, TVAP) == {"closing_reason": ("moved_away",)}
