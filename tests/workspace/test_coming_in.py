"""A partner's contact comes in by a link of two, at their own door, and sees what is between the agencies alone."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access import links
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.consent.models import SharedReply
from alongside.partners.actions import (
    Agreed,
    add_commitment,
    add_point_of_contact,
    answer_partner_access_request,
    end_partnership,
    invite_contact,
    request_partner_access,
    save_agreement,
)
from alongside.project.demo.cast import UMBRELLA
from alongside.trail.models import TrailEntry
from tests import cast
from tests.consent.make import clinic, released
from tests.people import lantern
from tests.workspace.door import PASSWORD, Partner, invited, seated, shared, workspace
from tests.workspace.reading import page, raw, raw_change

# Coming in ------------------------------------------------------------------------------------------------


def test_a_link_works_once_at_its_own_door_and_asks_for_a_second_factor() -> None:
    agency = clinic()
    alder = invited(agency)
    assert cast.nobody().get(f"/come-in/{alder.token}/").status_code == 404
    assert links.whose(alder.token) is None  # at the desk it leads nowhere
    assert "Welcome" in page(alder, f"/come-in/{alder.token}/")
    answer = alder.post(f"/come-in/{alder.token}/", password=PASSWORD)
    assert answer.status_code == 302, answer.content.decode()
    assert alder.get("/").headers["Location"] == "/me/begin/"
    assert alder.get(f"/come-in/{alder.token}/").status_code == 404


def test_the_door_says_for_whom_it_is_in_short_and_is_not_the_staff_s() -> None:
    theirs, ours = page(invited(clinic()), "/sign-in/"), cast.nobody().get("/sign-in/").content.decode()
    head = theirs.partition("</header>")[0].partition("<header")[2]
    assert "For partner agencies" in head and "Riverbend" in head and UMBRELLA not in head
    assert "For partner agencies" not in ours and "An administrator of your agency" not in theirs


def test_law_enforcement_never_has_a_page() -> None:
    police = clinic("County police", "law_enforcement")
    with pytest.raises(TurnedDown, match="no_page"):
        invited(police)
    ended = clinic("Old shelter", "shelter")
    with cast.acting(cast.CM1) as by:
        end_partnership(by=by, agency=ended)
    with pytest.raises(TurnedDown, match="no_page"):
        invited(ended)


def test_two_say_so_before_there_is_a_link_and_another_ends_the_first() -> None:
    agency = clinic()
    alder = seated(agency)
    at = f"/partners/contacts/{alder.contact}/page/"
    first, second = cast.signed_in(cast.CM1), cast.signed_in(cast.CM2)
    assert "A new one ends what stands" in first.get(at).content.decode()
    assert "/come-in/" not in first.post(at, {}, follow=True).content.decode()
    for forced in ("yes", "link"):  # whoever asked does not agree, and there is no link before
        page = first.post(at, {"answer": forced}, follow=True).content.decode()
        assert "/come-in/" not in page
        assert "It waits for a second person" in page
    assert "A link waits for a second person" in second.get(f"/partners/agencies/{agency}/").content.decode()
    assert "A link waits for a second person" in second.get("/partners/agencies/").content.decode()
    assert "A link waits" not in cast.signed_in(cast.ON_CALL).get("/partners/agencies/").content.decode()
    assert "Case manager 1 asked for a link" in second.get(at).content.decode()
    second.post(at, {"answer": "yes"})
    assert alder.get("/").status_code == 200  # nothing has ended yet
    made = first.post(at, {"answer": "link"}).content.decode()
    assert "/come-in/" in made and "alder" in made
    assert alder.get("/").headers["Location"].startswith("/sign-in/")
    assert "/come-in/" not in first.post(at, {"answer": "link"}, follow=True).content.decode()
    assert cast.signed_in(cast.ON_CALL).get(at).status_code == 403


def test_what_is_not_agreed_or_taken_back_makes_no_link() -> None:
    contact = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        add_point_of_contact(
            by=by, contact=contact, agency=clinic("Dental clinic", "health"), name="Mr. Beech"
        )
    at, first = f"/partners/contacts/{contact}/page/", cast.signed_in(cast.CM1)
    assert first.post(at, {"username": ""}).status_code == 422
    for member in (cast.CM2, cast.CM1):
        first.post(at, {"username": "beech"})
        cast.signed_in(member).post(at, {"answer": "no"})
        assert "Ask a colleague to agree" in first.get(at).content.decode()
    for member in (cast.ON_CALL, cast.ADMIN):
        with cast.acting(member) as by, pytest.raises(NotAllowed):
            request_partner_access(by=by, contact=contact, asked=uuid.uuid4(), username="beech")
    with cast.acting(cast.CM1) as by, pytest.raises(TurnedDown, match="a_second_person"):
        invite_contact(by=by, contact=contact, token="x")


def test_the_database_itself_wants_two_and_lets_it_lapse() -> None:
    contact = invited(clinic()).contact
    told = (str(contact), str(uuid.uuid4()), str(uuid.uuid4()))
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="a second person agrees first"), transaction.atomic():
            cursor.execute("select core.invite_contact(%s, %s, %s, 'x'::bytea)", told)
        asked = str(uuid.uuid4())
        cursor.execute("select core.request_partner_access(%s, %s, 'alder')", [asked, str(contact)])
        with pytest.raises(DatabaseError, match="a second person agrees"), transaction.atomic():
            cursor.execute("select core.answer_partner_access_request(%s, true)", [asked])
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute("update core.partners_partneraccessrequest set outcome = 'agreed'")
    raw_change(
        "update core.partners_partneraccessrequest set expires_at = clock_timestamp() - interval '1 second'"
    )
    with cast.acting(cast.CM2) as by, pytest.raises(TurnedDown, match="its_time"):
        answer_partner_access_request(by=by, asked=uuid.UUID(asked), yes=True)


def test_a_name_that_is_taken_is_said_kindly() -> None:
    invited(clinic())
    contact = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        add_point_of_contact(
            by=by, contact=contact, agency=clinic("Dental clinic", "health"), name="Mr. Beech"
        )
    told = {"username": "ALDER"}
    answer = cast.signed_in(cast.CM1).post(f"/partners/contacts/{contact}/page/", told)
    assert answer.status_code == 422
    assert "Somebody signs in with this name already." in answer.content.decode()


# Each door its own ----------------------------------------------------------------------------------------


def test_a_session_of_one_door_is_nobody_at_the_other() -> None:
    person, agency = lantern(), clinic()
    shared(person, agency)
    alder, desk = seated(agency), cast.signed_in(cast.CM1)
    theirs = alder.client.cookies["workspace_session"].value
    ours = desk.cookies["desk_session"].value
    at_the_desk = cast.nobody()
    at_the_desk.cookies["desk_session"] = theirs
    assert at_the_desk.get("/").headers["Location"].startswith("/sign-in/")
    stranger = Partner(agency, alder.contact, alder.account, "")
    stranger.client.cookies["workspace_session"] = ours
    assert stranger.get("/").headers["Location"].startswith("/sign-in/")
    with workspace():
        answer = stranger.client.post("/sign-in/", {"login": cast.CM1.username, "password": "x" * 12})
    assert answer.status_code != 302


# Between the agencies -------------------------------------------------------------------------------------


def test_only_their_own_agreement_and_what_is_open_between_us() -> None:
    agency, other = clinic(), clinic("Dental clinic", "health")
    with cast.acting(cast.CM1) as by:
        for whose, words in ((agency, "legal advice"), (other, "teeth")):
            told = Agreed(scope=f"About {words}", may_share="What each says yes to")
            save_agreement(by=by, agreement=uuid.uuid4(), agency=whose, told=told)
            add_commitment(by=by, commitment=uuid.uuid4(), agency=whose, words=f"A list of {words}")
    read = page(seated(agency), "/together/")
    assert "About legal advice" in read and "A list of legal advice" in read
    assert "teeth" not in read


def test_what_they_looked_at_stands_in_their_own_chain_alone() -> None:
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency)
    alder = seated(agency)
    page(alder, f"/shared/{item}/")
    told = raw("select distinct chain, act from trail.trail_trailentry where door = 'workspace'")
    assert {chain for chain, _act in told} == {alder.account}
    assert "open_shared" in {act for _chain, act in told}
    assert not TrailEntry.objects.filter(door="workspace").exists()
    assert SharedReply.objects.count() == 0


def test_a_permission_without_that_way_opens_no_page() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    desk = cast.signed_in(cast.CM1)
    shown = desk.get(f"/people/{person}/sharing/on-their-page/?to={agency}").content.decode()
    assert "does not cover" in shown
