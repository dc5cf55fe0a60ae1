"""A file with one line for each person: two people, only who said yes, the gate for each, nobody to be found."""

import csv
import io
import uuid
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock
from alongside.agency.actions import choose_features, set_up_agency
from alongside.clock.models import ClockSetting
from alongside.consent import actions as consent_actions
from alongside.consent.models import Disclosure
from alongside.consent.rules import Signature
from alongside.extracts.rules import ctdc, htcds, hud
from alongside.participants.actions import set_under_18
from alongside.trail.models import TrailEntry
from tests import cast
from tests.connection import make as notes
from tests.consent import make as consent
from tests.extracts import make
from tests.participants.test_together import bring, two_records

WORDS = ("Yes", "said a word", "a room with a lock", "my tooth", "State office")


def disclosures(person: uuid.UUID) -> list[Disclosure]:
    with cast.acting(cast.CM1):
        found = list(Disclosure.objects.filter(participant_id=person))
        assert all(each.to and each.text for each in found)  # opened while somebody acts who may
        return found


def test_a_file_holds_those_alone_who_said_yes_and_stands_with_each_of_them() -> None:
    to = make.funder()
    people = make.said_yes(to, 6, "medical")
    other = make.met("Other")
    answer = make.take(make.agreed(to))
    found = make.rows(answer)
    assert list(found[0]) == list(htcds.fields())
    assert htcds.problems(list(found[0]), [list(row.values()) for row in found]) == []
    told = {
        "prs_Gender": "NonSpecifiedUnknown",
        "cas_Status": "Active",
        "spl_Type": "Health",
        "con_Consent": "TRUE",
    }
    assert [{name: cell for name, cell in row.items() if cell} for row in found] == [told] * 6
    assert "attachment" in answer["Content-Disposition"] and "table.csv" in answer["Content-Disposition"]
    assert [word for word in WORDS if word in answer.content.decode()] == []
    assert disclosures(other) == []
    for each in people:
        (went,) = disclosures(each)
        assert (went.way, went.method, went.purpose, went.information) == (
            "export",
            "file",
            "report",
            ["services"],
        )
        assert went.by_id == cast.DIRECTOR.id and went.to == "State office (Ms. Alder)"
        assert went.text.splitlines() == [
            "A line about you without your name. Form: HTCDS 2.0.",
            *(f"{name}: {told[name]}" for name in htcds.fields() if name in told),
        ]
    page = cast.signed_in(cast.CM1).get(f"/people/{people[0]}/sharing/").content.decode()
    assert "a line without their name" in page and "State office" in page
    with cast.acting(cast.DIRECTOR):
        seen = TrailEntry.objects.filter(chain=cast.DIRECTOR.id, act="take_extract", outcome="looked")
        assert seen.values_list("kind", flat=True).get() == "report_to_a_funder"


def test_what_it_would_hold_is_said_before_in_steps_and_few_are_not_told() -> None:
    to = make.funder()
    make.said_yes(to, 6)
    for place in range(5):
        make.met(f"No{place}")
    client = cast.signed_in(cast.DIRECTOR)
    given = {"kind": "htcds", "agency": str(to), "purpose": "report", **make.DECEMBER}
    page = client.post("/extracts/new/", given)
    assert page.status_code == 200
    said = page.content.decode()
    assert "gave permission for this: 5 or a few more" in said and "are left out: 5 or a few more" in said
    assert "Ask for this file" in said and not list_of(client)
    few = client.post("/extracts/new/", given | {"purpose": "research"}).content.decode()
    assert "Nobody we worked with" in few and "Ask for this file" not in few and "10 or a few more" in few


def list_of(client: Any) -> bool:
    return "State office" in client.get("/extracts/").content.decode()


def test_of_few_there_is_no_file_and_nothing_of_it_went_out() -> None:
    to = make.funder()
    people = make.said_yes(to, 4)
    client = cast.signed_in(cast.DIRECTOR)
    given = {"kind": "htcds", "agency": str(to), "purpose": "report", **make.DECEMBER}
    page = client.post("/extracts/new/", given).content.decode()
    assert (
        "Too few people gave permission" in page
        and "4" not in page.partition("<main")[2].partition("holds-title")[0]
    )
    extract = make.agreed(to)
    answer = make.take(extract)
    assert answer.status_code == 302 and make.row_of(extract).taken_at is None
    assert not any(disclosures(each) for each in people)


def test_a_file_is_taken_once_by_whoever_asked_after_another_agreed() -> None:
    to = make.funder()
    make.said_yes(to, 5)
    extract = make.asked(to)
    assert make.take(extract).status_code == 302  # nobody agreed
    assert cast.signed_in(cast.DIRECTOR).post(f"/extracts/{extract}/agree/").status_code == 302
    assert make.row_of(extract).agreed_at is None  # nobody agrees to their own
    assert "Decide" in cast.signed_in(cast.CUSTODIAN).get("/").content.decode()
    assert cast.signed_in(cast.CUSTODIAN).post(f"/extracts/{extract}/agree/").status_code == 302
    assert "Decide" not in cast.signed_in(cast.CUSTODIAN).get("/").content.decode()
    assert make.take(extract, cast.CUSTODIAN).status_code == 403
    assert make.take(extract).status_code == 200
    assert make.take(extract).status_code == 302
    assert make.row_of(extract).held == 5 and make.row_of(extract).left_out == 0
    late = make.agreed(to)
    ClockSetting.set_to(cast.BEGINS + timedelta(days=8), running=False)
    assert make.take(late).status_code == 302
    assert make.row_of(late).taken_at is None


def stopped(person: uuid.UUID, to: uuid.UUID) -> None:
    with cast.acting(cast.CM1) as by:
        release = next(iter(consent_actions.releases.Release.objects.filter(participant_id=person)))
        consent_actions.withdraw_release(by=by, participant=person, release=release.pk)


def paused(person: uuid.UUID, to: uuid.UUID) -> None:
    with cast.acting(cast.CM1) as by:
        consent_actions.pause_sharing(by=by, participant=person)


def not_this_program(person: uuid.UUID, to: uuid.UUID) -> None:
    given: dict[str, Any] = {"program": uuid.uuid4(), "agency": to, "wish": "do_not"}
    with cast.acting(cast.CM1) as by:
        consent_actions.save_program(by=by, participant=person, **given)


def under_18(person: uuid.UUID, to: uuid.UUID) -> None:
    with cast.acting(cast.CM1) as by:
        set_under_18(by=by, participant=person, under_18="yes")


@pytest.mark.parametrize("change", [stopped, paused, not_this_program, under_18])
def test_whoever_changes_their_mind_after_it_was_agreed_is_not_in_it(
    change: Callable[[uuid.UUID, uuid.UUID], None],
) -> None:
    to = make.funder()
    people = make.said_yes(to, 6)
    extract = make.agreed(to)
    change(people[0], to)
    assert len(make.rows(make.take(extract))) == 5
    assert disclosures(people[0]) == [] and len(disclosures(people[1])) == 1


@pytest.mark.parametrize(
    "says",
    [
        {"purpose": "research"}, {"purpose": "legal"}, {"methods": ["letter"]}, {"information": ["need"]},
        {"agency": "another"},
    ],
)  # fmt: skip
def test_a_permission_that_names_something_else_is_none(says: dict[str, Any]) -> None:
    to, elsewhere = make.funder(), make.funder("Another office")
    make.said_yes(to, 5)
    person = make.met("Else")
    whom = elsewhere if says.pop("agency", "") else to
    consent.released(person, whom, **make.YES | says)
    assert len(make.rows(make.take(make.agreed(to)))) == 5
    assert disclosures(person) == []


def test_two_records_of_one_person_are_one_line_and_what_one_forbids_the_other_forbids() -> None:
    to = make.funder()
    make.said_yes(to, 5)
    kept, other, pair = two_records()
    for each in (kept, other):
        consent.released(each, to, **make.LONG)
        notes.note(each, at=cast.BEGINS - timedelta(days=20))
    assert bring(pair, kept) == 302
    assert len(make.rows(make.take(make.agreed(to)))) == 6
    with cast.acting(cast.CM1) as by:
        consent_actions.pause_sharing(by=by, participant=other)
    assert len(make.rows(make.take(make.agreed(to)))) == 5


def test_nobody_is_in_it_with_whom_nothing_was_done_in_these_months() -> None:
    to = make.funder()
    make.said_yes(to, 5)
    early = make.met("Early", at=cast.BEGINS - timedelta(days=60))
    consent.released(early, to, **make.YES)
    assert len(make.rows(make.take(make.agreed(to)))) == 5
    assert len(make.rows(make.take(make.agreed(to, first="2026-11-01")))) == 6


def test_huds_files_are_whole_and_no_number_leads_anywhere() -> None:
    to = make.funder()
    people = make.said_yes(to, 5)

    def numbers() -> set[str]:
        answer = make.take(make.agreed(to, "hud"))
        assert answer["Content-Type"] == "application/zip"
        book = zipfile.ZipFile(io.BytesIO(answer.content))
        told = {
            name.removesuffix(".csv"): list(csv.reader(io.StringIO(book.read(name).decode("utf-8"))))
            for name in book.namelist()
        }
        assert hud.problems(told) == [] and len(told["Client"]) == 6
        assert not {str(each) for each in people} & {
            cell for rows in told.values() for row in rows for cell in row
        }
        return {row[0] for name in ("Client", "Enrollment") for row in told[name][1:]}

    first = numbers()
    assert len(first) == 10 and not first & numbers()


def test_ctdc_goes_from_eleven_people_on_and_hides_a_year_of_few() -> None:
    to = make.funder()
    make.said_yes(to, 10)
    assert make.take(make.agreed(to, "ctdc")).status_code == 302
    consent.released(make.met("Eleventh"), to, **make.YES)
    found = make.rows(make.take(make.agreed(to, "ctdc")))
    assert list(found[0]) == list(ctdc.columns())
    assert [row["yearOfRegistration"] for row in found] == ["2026"] * 11


def sql(member: cast.Member, statement: str, *values: Any) -> list[Any]:
    with cast.acting(member), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_desk")
        cursor.execute(statement, list(values))
        return cursor.fetchall()


TAKES = "select * from core.take_extract(%s)"


def test_by_sql_no_line_is_read_but_as_the_press_gives_it() -> None:
    to = make.funder()
    make.said_yes(to, 5)
    extract = make.asked(to)
    for member in (cast.DIRECTOR, cast.CUSTODIAN, cast.CM1, cast.ADMIN):
        with pytest.raises(DatabaseError, match="not open"):
            sql(member, TAKES, extract)
    with pytest.raises(DatabaseError, match="no file to agree"):
        sql(cast.DIRECTOR, "select core.agree_to_extract(%s)", extract)
    with pytest.raises(DatabaseError, match="director"):
        sql(cast.ADMIN, "select core.agree_to_extract(%s)", extract)
    for column in ("agreed_by_id = by_id", "taken_at = null", "open_until = now()"):
        with pytest.raises(DatabaseError, match="permission denied"):
            sql(cast.DIRECTOR, f"update core.extracts_extract set {column} returning id")
    assert make.agreed(to) and make.row_of(extract).agreed_at is None
    assert cast.signed_in(cast.CUSTODIAN).post(f"/extracts/{extract}/agree/").status_code == 302
    for member in (cast.CUSTODIAN, cast.CM1, cast.SUPERVISOR):
        with pytest.raises(DatabaseError, match="not open"):
            sql(member, TAKES, extract)
    taken = sql(cast.DIRECTOR, TAKES, extract)
    assert len(taken) == 5 and not {str(cell) for row in taken for cell in row} & {str(extract)}
    with cast.acting(cast.CM1):
        assert Disclosure.objects.filter(method="file").count() == 5  # written although no file was made
    with pytest.raises(DatabaseError, match="not open"):
        sql(cast.DIRECTOR, TAKES, extract)
    for name, arguments in {
        "said_yes_to_a_file": "null::uuid, 'report', '2026-12-01'::date, '2027-01-01'::date",
        "in_months": "'2026-12-01'::date, '2027-01-01'::date",
        "pass_out": "null::uuid, null::uuid, null::uuid, null::uuid, '', '', '', '{}'::text[], null::uuid,"
        " null::uuid, ''::bytea, ''::bytea",
    }.items():
        with pytest.raises(DatabaseError, match="permission denied for function"):
            sql(cast.DIRECTOR, f"select * from core.{name}({arguments})")
    assert sql(cast.DIRECTOR, "select id from core.consent_disclosure") == []
    assert sql(cast.CM1, "select id from core.extracts_extract") == []


def test_how_many_said_yes_is_told_to_the_director_alone_in_steps_of_whole_months() -> None:
    to = make.funder()
    make.said_yes(to, 7)
    asks = "select held, left_out from core.before_extract(%s, 'report', %s, %s)"
    assert sql(cast.DIRECTOR, asks, to, "2026-12-01", "2027-01-01") == [(5, 0)]
    with pytest.raises(DatabaseError, match="whole months"):
        sql(cast.DIRECTOR, asks, to, "2026-12-02", "2027-01-01")
    for member in (cast.CUSTODIAN, cast.SUPERVISOR, cast.CM1):
        with pytest.raises(DatabaseError, match="director"):
            sql(member, asks, to, "2026-12-01", "2027-01-01")


def test_words_of_the_accounting_are_written_once_and_by_whoever_took_it() -> None:
    to = make.funder()
    people = make.said_yes(to, 5)
    make.take(make.agreed(to))
    (went,) = disclosures(people[0])
    one = "array['x'::bytea]"
    writes = f"select core.keep_what_went(array[%s]::uuid[], array[%s]::uuid[], {one}, {one}, {one})"
    for member in (cast.DIRECTOR, cast.CM1):
        assert sql(member, writes, went.pk, went.key_id) == [(0,)]
    assert disclosures(people[0])[0].text == went.text


def test_a_part_that_is_left_off_offers_nothing() -> None:
    to = make.funder()
    with cast.acting(cast.ADMIN) as by:
        set_up_agency(
            by=by, umbrella_name="Door", short_name="Door", hotline="", hotline_hours="", version=None
        )
        choose_features(by=by, off=["hud"])
    client = cast.signed_in(cast.DIRECTOR)
    assert "HUD" not in client.get("/extracts/new/").content.decode()
    assert client.get("/extracts/hud/").status_code == 404
    given = {"kind": "hud", "agency": str(to), "purpose": "report", "looked": "1", **make.DECEMBER}
    assert client.post("/extracts/new/", given).status_code == 422
    with cast.acting(cast.ADMIN) as by:
        choose_features(by=by, off=["extracts", "hud"])
    assert client.get("/extracts/").status_code == 404
    assert "Files with one line" not in client.get("/program/").content.decode()
    person = make.met("Nobody")
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/sharing/new/?to={to}").content.decode()
    assert "in a file" not in page


def test_who_signs_for_somebody_under_18_counts_as_for_every_way_out() -> None:
    to = make.funder()
    make.said_yes(to, 5)
    young = make.met("Young")
    under_18(young, to)
    mark = Signature("parent", "screen", mark="P", name="A parent", may_have_harmed="no")
    with cast.acting(cast.CM1) as by:
        named = consent.named(to, ends_on=clock.today() + timedelta(days=9), **make.YES)
        given = consent.given(by, consent.MARK, mark)
        consent_actions.grant_release(
            by=by, participant=young, release=uuid.uuid4(), named=named, given=given
        )
    assert len(make.rows(make.take(make.agreed(to)))) == 6
