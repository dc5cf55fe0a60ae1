"""Partners: kinds that begin differently, one contact, agreements that end, commitments and thanks; no score."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

from alongside.access.acts import NotAllowed
from alongside.clock.models import ClockSetting
from alongside.partners import actions, queries, rules
from alongside.partners.models import (
    AgreementPaper,
    Commitment,
    PartnerAgency,
    PartnerAgreement,
    PointOfContact,
)
from tests import cast
from tests.desk.counting import counted
from tests.partners import make
from tests.people import lantern
from tests.referrals.make import drafted

PDF = b"%PDF-1.7 signed"


def contact(of: uuid.UUID, name: str, part: str = "main") -> uuid.UUID:
    key = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.add_point_of_contact(by=by, contact=key, agency=of, name=name, part=part)
    return key


@pytest.mark.parametrize("member", make.STRANGER)
def test_others_may_look_and_change_nothing(member: cast.Member) -> None:
    key = make.agency()
    pact = make.agreement(key, scope="Warm introductions")
    person = contact(key, "Attorney Fern")
    client = cast.signed_in(member)
    looks = 403 if member is cast.ADVISER else 200
    for address in ("agencies/", f"agencies/{key}/", "agreements/", f"agreements/{pact}/", "preparing/"):
        make.page(client, f"/partners/{address}", looks)
    for address in ("agencies/new/", f"agencies/{key}/edit/", f"agencies/{key}/contact/", "agreements/new/",
                    f"agreements/{pact}/edit/", f"agencies/{key}/commitments/new/", "preparing/new/"):  # fmt: skip
        assert client.get(f"/partners/{address}").status_code == 403
        assert client.post(f"/partners/{address}", {"name": "x", "words": "x"}).status_code == 403
    for address in (f"agencies/{key}/end/", f"contacts/{person}/gone/", f"agreements/{pact}/review/"):
        assert client.post(f"/partners/{address}").status_code == 403
    with cast.acting(member) as by, connection.cursor() as cursor:
        with pytest.raises(NotAllowed):
            actions.end_partnership(by=by, agency=key)
        for table in ("partneragency", "pointofcontact", "partneragreement", "commitment", "preparationnote"):
            cursor.execute(f"update core.partners_{table} set id = id")
            assert cursor.rowcount == 0, table
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(
                "insert into core.partners_networkmembership (id, network_id, agency_id)"
                f" values (gen_random_uuid(), '{key}', '{uuid.uuid4()}')"
            )


def test_nobody_is_asked_to_sign_in_and_a_stranger_s_address_holds_nothing() -> None:
    key = make.agency()
    for address in ("agencies/", f"agencies/{key}/", "agreements/", "preparing/"):
        assert cast.nobody().get(f"/partners/{address}").headers["Location"].startswith("/sign-in/")
    client = cast.signed_in(cast.CM1)
    for address in ("agencies", "agreements", "preparing", "services"):
        assert client.get(f"/partners/{address}/{uuid.uuid4()}/").status_code == 404


def test_each_kind_begins_from_its_own_defaults() -> None:
    client = cast.signed_in(cast.CM1)
    detective = make.page(client, f"/partners/agencies/{make.agency('Detective', 'law_enforcement')}/")
    assert "Nothing is shared with them unless somebody says so each time." in detective
    assert "They get no sign-in." in detective
    clinic = make.page(client, f"/partners/agencies/{make.agency('Clinic', 'attorney')}/")
    assert "protected while it stays between the two" in clinic
    assert "They get no sign-in." not in clinic
    colleague = make.page(client, f"/partners/agencies/{make.agency('Other case managers', 'community')}/")
    assert "when the person has said yes to it, item by item" in colleague
    assert "protected while" not in colleague
    assert rules.defaults_of("law_enforcement").shares == rules.NOTHING


def test_four_fields_and_both_limits_show_without_opening_an_edit_form() -> None:
    client = cast.signed_in(cast.CM1)
    sent = {
        "name": "Prosecutor's office", "kind": "prosecutor", "role": "Charges and trial",
        "responsibilities": "Notices of hearings", "perspective": "Convictions",
        "their_limits": "the state of a case",
        "our_limits": "what somebody told us", "cannot_do": "No interpreter this month",
        "languages": "English, Spanish", "once": str(uuid.uuid4()),
    }  # fmt: skip
    answer = client.post("/partners/agencies/new/", sent)
    shown = make.page(client, answer.headers["Location"])
    for words in ("Charges and trial", "Notices of hearings", "Convictions", "the state of a case",
                  "what somebody told us", "No interpreter this month", "English, Spanish"):  # fmt: skip
        assert words in shown
    for never in ("score", "rating", "rank", "stars", "%"):
        assert never not in re.sub(r"<[^>]+>", "", shown).lower()
    again = client.post("/partners/agencies/new/", {**sent, "once": str(uuid.uuid4())})
    assert again.status_code == 422
    assert "in the list already" in again.content.decode()
    assert client.post("/partners/agencies/new/", sent).status_code in (302, 409)
    with cast.acting(cast.CM1):
        assert PartnerAgency.objects.count() == 1


def test_words_of_two_people_are_both_kept() -> None:
    key = make.agency()
    edit = f"/partners/agencies/{key}/edit/"
    client = cast.signed_in(cast.CM1)
    version = re.search(r'name="version" value="(\d+)"', make.page(client, edit))
    assert version
    sent = {"name": "Legal clinic", "kind": "attorney", "role": "Papers", "version": version[1]}
    assert client.post(edit, sent).status_code == 302
    late = cast.signed_in(cast.CM2).post(edit, {**sent, "role": "Visas"})
    assert late.status_code == 409
    assert "Papers" in late.content.decode() and "Visas" in late.content.decode()


def test_one_contact_and_one_backup_and_whoever_it_was_before() -> None:
    key = make.agency()
    client = cast.signed_in(cast.CM1)
    listed = make.page(client, "/partners/agencies/")
    assert "Nobody to turn to yet" in listed
    sent = {"name": "Attorney Fern", "reach": "555-0131", "part": "main", "once": str(uuid.uuid4())}
    for _twice in range(2):
        client.post(f"/partners/agencies/{key}/contact/", sent)
    assert "Nobody to turn to yet" not in make.page(client, "/partners/agencies/")
    client.post(f"/partners/agencies/{key}/contact/", {"name": "Intern Moss", "part": "backup"})
    client.post(f"/partners/agencies/{key}/contact/", {"name": "Attorney Reed"})
    shown = make.page(client, f"/partners/agencies/{key}/")
    now, before = shown.split("Who it was before")
    assert "Attorney Reed" in now and "Intern Moss" in now and "Attorney Fern" not in now
    assert "Attorney Fern" in before and "changed by Case manager 1" in before
    with cast.acting(cast.CM2) as by:
        turned_to = queries.contact_of(key)
        assert turned_to and turned_to.name == "Attorney Reed"
        actions.end_point_of_contact(by=by, contact=turned_to.pk)
        stands_in = queries.contact_of(key)
        assert stands_in and stands_in.name == "Intern Moss"
        assert PointOfContact.objects.count() == 3
    assert "Only a backup." in make.page(client, "/partners/agencies/")


def test_the_table_takes_no_second_contact() -> None:
    key = make.agency()
    contact(key, "Attorney Fern")
    with cast.acting(cast.CM1) as by, pytest.raises(IntegrityError), transaction.atomic():
        PointOfContact.objects.create(
            agency_id=key, part="main", name="Another", since=cast.BEGINS, added_by_id=by.id
        )


def test_a_partnership_ends_and_begins_again() -> None:
    key = make.agency()
    client = cast.signed_in(cast.CM1)
    client.post(f"/partners/agencies/{key}/touch/")
    assert "last in touch: " in make.page(client, f"/partners/agencies/{key}/")
    client.post(f"/partners/agencies/{key}/end/")
    assert "We have not worked with them since" in make.page(client, f"/partners/agencies/{key}/")
    assert "Partners of before" in make.page(client, "/partners/agencies/")
    client.post(f"/partners/agencies/{key}/resume/")
    assert "Partners of before" not in make.page(client, "/partners/agencies/")


# Agreements. ------------------------------------------------------------------------------------------------


def test_an_agreement_that_lapsed_says_so_and_the_director_is_reminded() -> None:
    key = make.agency("Family shelter", "shelter")
    pact = make.agreement(key, may_share="Room and day", starts_on=make.day("2026-01-01"),
                          ends_on=make.day("2027-01-06"), review_on=make.day("2027-01-07"))  # fmt: skip
    client, director = cast.signed_in(cast.CM1), cast.signed_in(cast.DIRECTOR)
    assert "holds until today" in make.page(client, f"/partners/agencies/{key}/")
    assert "Agreements to review" not in make.page(director, "/")
    ClockSetting.set_to(cast.BEGINS + timedelta(days=1), running=False)
    for address in (f"/partners/agencies/{key}/", f"/partners/agreements/{pact}/", "/partners/agreements/"):
        assert "agreement ended yesterday" in make.page(client, address)
    assert "Agreements to review" in make.page(director, "/")
    assert "Agreements to review" not in make.page(client, "/")
    with cast.acting(cast.CM1):
        live, ended = queries.agreements_with(key, make.day("2027-01-07"))
        assert (live, ended) == ([], make.day("2027-01-06"))
        live, ended = queries.agreements_with(key, make.day("2027-01-06"))
        assert ([each.pk for each in live], ended) == ([pact], None)
    director.post(f"/partners/agreements/{pact}/review/", {"review_on": "2028-01-07"})
    assert "Agreements to review" not in make.page(director, "/")


def test_the_paper_is_kept_given_back_and_named_for_nothing() -> None:
    key = make.agency()
    client = cast.signed_in(cast.DIRECTOR)
    paper = SimpleUploadedFile("MOU with Northside Survivor Support.exe", PDF)
    sent = {
        "agency": str(key),
        "kind": "mou",
        "scope": "Referrals",
        "paper": paper,
        "once": str(uuid.uuid4()),
    }
    address = client.post("/partners/agreements/new/", sent).headers["Location"]
    assert "Get the signed paper" in make.page(client, address)
    answer = cast.signed_in(cast.CM2).get(f"{address}paper/")
    assert answer.content == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="paper.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert cast.signed_in(cast.ADVISER).get(f"{address}paper/").status_code == 403
    assert cast.nobody().get(f"{address}paper/").status_code == 302
    with counted() as asked:
        make.page(client, "/partners/agreements/")
    assert not any("content" in sql and "agreementpaper" in sql and "SELECT 1" not in sql for sql in asked)


@pytest.mark.parametrize(
    "content", [b"MZ executable", b"<html><script>", b"", b"PK\x03\x04", PDF + b"x" * 5 * 1024 * 1024]
)
def test_what_is_no_paper_is_not_kept_and_the_words_are(content: bytes) -> None:
    key = make.agency()
    client = cast.signed_in(cast.DIRECTOR)
    sent = {"agency": str(key), "scope": "Referrals of people", "paper": SimpleUploadedFile("a.pdf", content)}
    answer = client.post("/partners/agreements/new/", sent)
    assert answer.status_code == 422
    assert "Referrals of people" in answer.content.decode()
    with cast.acting(cast.DIRECTOR) as by:
        assert not PartnerAgreement.objects.exists() and not AgreementPaper.objects.exists()
        if content:
            with pytest.raises(rules.NotSafeToKeep):
                actions.save_agreement(
                    by=by, agreement=uuid.uuid4(), agency=key, told=actions.Agreed(), paper=content
                )


def test_days_in_the_wrong_order_are_said_kindly() -> None:
    key = make.agency()
    sent = {"agency": str(key), "starts_on": "2027-02-01", "ends_on": "2027-01-01"}
    answer = cast.signed_in(cast.CM1).post("/partners/agreements/new/", sent)
    assert answer.status_code == 422
    assert "before the one it holds from" in answer.content.decode()


# How we work together. --------------------------------------------------------------------------------------


def test_a_day_that_goes_by_is_time_to_check_in_and_both_days_stay() -> None:
    key = make.agency()
    client = cast.signed_in(cast.CM1)
    sent = {
        "words": "Send the list of rooms",
        "side": "they",
        "by_when": "2027-01-05",
        "once": str(uuid.uuid4()),
    }
    for _twice in range(2):
        client.post(f"/partners/agencies/{key}/commitments/new/", sent)
    address = f"/partners/agencies/{key}/"
    shown = make.page(client, address)
    assert shown.count("time to check in") == 1
    for never in ("overdue", "breach", "late", "broken"):
        assert never not in re.sub(r"<[^>]+>", "", shown).lower()
    with cast.acting(cast.CM1):
        promise = Commitment.objects.get().pk
    client.post(f"/partners/commitments/{promise}/day/", {"by_when": "2027-01-20"})
    shown = make.page(client, address)
    assert "Renegotiated" in shown and "Jan 20" in shown and "yesterday" in shown
    client.post(f"/partners/commitments/{promise}/settle/", {"answer": "kept"})
    assert "Open after all" in make.page(client, address)
    client.post(f"/partners/commitments/{promise}/settle/")
    assert "Renegotiated" in make.page(client, address)


def test_what_helped_is_kept_and_one_takes_back_one_s_own() -> None:
    key = make.agency()
    client = cast.signed_in(cast.CM1)
    client.post(
        f"/partners/agencies/{key}/appreciations/new/", {"words": "They stayed until the door opened."}
    )
    address = f"/partners/agencies/{key}/"
    shown = make.page(client, address)
    assert "They stayed until the door opened." in shown
    back = re.search(r"/partners/appreciations/[^/]+/back/", make.page(client, address)) or re.search(
        r"/partners/appreciations/[^/]+/back/", shown
    )
    assert back
    cast.signed_in(cast.CM2).post(back[0])
    assert "They stayed" in make.page(client, address)
    client.post(back[0])
    assert "They stayed" not in make.page(client, address)


def test_notes_for_preparing_are_found_by_language_and_community() -> None:
    client = cast.signed_in(cast.CM1)
    for told in (
        {"languages": "Tigrinya, Amharic", "words": "Coffee takes its time."},
        {"community": "Orthodox Tewahedo", "words": "Fasting days."},
        {"languages": "Persian", "words": "Tea."},
    ):
        assert client.post("/partners/preparing/new/", told).status_code == 302
    shown = make.page(client, "/partners/preparing/")
    assert "Do not assume - ask." in shown
    with cast.acting(cast.ON_CALL):
        found = {each.words for each in queries.notes_for(["TIGRINYA (Asmara)", "some English"])}
        assert found == {"Coffee takes its time."}
        assert {each.words for each in queries.notes_for(["orthodox tewahedo family"])} == {"Fasting days."}
        assert queries.notes_for([]) == []
        note = queries.notes_for(["Persian"])[0].pk
    assert client.post("/partners/preparing/new/", {"words": "x"}).status_code == 422
    client.post(f"/partners/preparing/{note}/drop/")
    assert "Tea." not in make.page(client, "/partners/preparing/")
    client.post(f"/partners/preparing/{note}/restore/")
    assert "Tea." in make.page(client, "/partners/preparing/", language="persian")


def test_lists_cost_the_same_with_many_rows() -> None:
    client = cast.signed_in(cast.DIRECTOR)
    key = make.agency("First")
    contact(key, "Fern")
    make.agreement(key, review_on=make.day("2027-01-01"))
    places = ("/partners/agencies/", "/partners/agreements/", f"/partners/agencies/{key}/", "/")
    few = {}
    for address in places:
        make.page(client, address)
        with counted() as asked:
            make.page(client, address)
        few[address] = len(asked)
    for number in range(3):
        other = make.agency(f"Agency {number}")
        contact(other, "Moss")
        make.agreement(other, review_on=make.day("2027-01-01"))
        make.agreement(key, review_on=make.day("2027-01-01"))
        with cast.acting(cast.CM1) as by:
            actions.add_commitment(by=by, commitment=uuid.uuid4(), agency=key, words="a")
            actions.appreciate(by=by, appreciation=uuid.uuid4(), agency=key, words="b")
    for address in places:
        with counted() as asked:
            make.page(client, address)
        assert len(asked) == few[address], address
    assert few["/partners/agencies/"] <= 8 and few["/partners/agreements/"] <= 8


def test_an_agreement_that_ended_without_a_day_to_look_reaches_the_director_and_its_successor_takes_it_off() -> (
    None
):
    key = make.agency(name="Family Place")
    make.agreement(key, ends_on=make.day("2026-12-31"))
    director = cast.signed_in(cast.DIRECTOR)
    shown = make.page(director, "/")
    assert "Family Place" in shown and "It has ended." in shown
    assert "Family Place" not in make.page(cast.signed_in(cast.ADMIN), "/")
    make.agreement(key, starts_on=make.day("2027-06-01"))  # one that begins later follows on nothing yet
    assert "Family Place" in make.page(director, "/")
    make.agreement(key, starts_on=make.day("2027-01-01"))
    assert "Family Place" not in make.page(director, "/")


def test_their_own_clock_stands_beside_hours_with_them_and_on_their_page() -> None:
    client = cast.signed_in(cast.CM1)
    sent = {
        "name": "Harbor clinic",
        "kind": "attorney",
        "time_zone": "Pacific/Honolulu",
        "once": str(uuid.uuid4()),
    }
    there = client.post("/partners/agencies/new/", sent).headers["Location"]
    shown = make.page(client, there)
    assert "By the clock in Honolulu: 9 AM there is 1 PM here." in shown
    assert 'value="Pacific/Honolulu" selected' in make.page(client, f"{there}edit/")
    assert "By the clock in" not in make.page(client, f"/partners/agencies/{make.agency('Near')}/")
    other = sent | {"name": "X", "time_zone": "Nowhere/At_all", "once": str(uuid.uuid4())}
    nowhere = client.post("/partners/agencies/new/", other)
    assert nowhere.status_code == 422
    person, at = lantern(), cast.BEGINS + timedelta(days=3, hours=12)
    row = drafted(person, uuid.UUID(there.split("/")[-2]), together_at=at, ways=("call",))
    page = client.get(f"/people/{person}/referrals/{row.pk}/").content.decode()
    assert "(10 AM there)" in page
