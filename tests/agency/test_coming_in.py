"""Links handed over, and what one person asks and another agrees to: through HTTP, and in the database."""

import re
import uuid
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client
from django.urls import reverse

from alongside.access import links
from alongside.access.models import Account, Invitation, SecondApproval
from alongside.access.roles import Role
from alongside.agency.actions import add_staff
from tests import cast
from tests.frontdoor.make import a_call
from tests.people import lantern

GOOD = "lamp quiet river seven"
TOLD = {"name": "Case manager 4", "username": "cm4", "roles": ["practice_lead"]}


def admitted(**told: object) -> Account:
    """A new colleague, admitted in the browser."""
    assert cast.signed_in(cast.ADMIN).post(reverse("agency:admit"), TOLD | told).status_code == 302
    return Account.objects.get(username="cm4")


def link_for(account: Account, client: Client | None = None) -> str:
    """The path of a new link for them, read off the page that shows it once."""
    client = client or cast.signed_in(cast.ADMIN)
    page = client.post(reverse("agency:link", args=[account.pk])).content.decode()
    found = re.search(r"/come-in/[\w-]+/", page)
    assert found, page
    return found[0]


def second_administrator() -> cast.Member:
    """Another administrator, there before anybody's record is."""
    other = cast.Member("admin2", "Administrator 2", (Role.ADMINISTRATOR,))
    with cast.acting(cast.ADMIN) as by:
        add_staff(
            by=by,
            account=other.id,
            username=other.username,
            password=GOOD,
            name=other.name,
            roles=other.roles,
        )
    with cast.acting(other, fresh=True):
        Authenticator.objects.create(user_id=other.id, type="totp", data={"secret": "x"})
    return other


def change(member: cast.Member, staff: uuid.UUID, *roles: str) -> int:
    """An administrator ticks these roles for somebody."""
    told = {"name": "Somebody", "roles": list(roles)}
    return cast.signed_in(member).post(reverse("agency:change_staff", args=[staff]), told).status_code


def roles_of(staff: uuid.UUID) -> frozenset[Role]:
    return Account.objects.get(pk=staff).roles


def asked() -> SecondApproval:
    with cast.acting(cast.ADMIN):
        return SecondApproval.objects.get(outcome="")


def answer(member: cast.Member, agreement: uuid.UUID, word: str = "yes") -> int:
    client = cast.signed_in(member)
    return client.post(reverse("agency:answer", args=[agreement]), {"answer": word}).status_code


# Links -------------------------------------------------------------------------------------------------------


def test_a_link_gives_a_password_then_a_second_factor_and_works_once() -> None:
    account = admitted()
    path = link_for(account)
    client = cast.nobody()
    page = client.get(path).content.decode()
    assert "Welcome, Case manager 4" in page and "cm4" in page
    weak = client.post(path, {"password": "short"})
    assert weak.status_code == 422 and not Account.objects.get(pk=account.pk).has_usable_password()
    came = client.post(path, {"password": GOOD})
    assert came.status_code == 302 and came.url == reverse("access:second_factor")
    assert Account.objects.get(pk=account.pk).check_password(GOOD)
    assert client.get("/on-call/").url == reverse("access:second_factor")
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    again = cast.nobody()
    assert again.get(path).status_code == 404
    assert again.post(path, {"password": "another good password"}).status_code == 404
    assert Account.objects.get(pk=account.pk).check_password(GOOD)


def test_nothing_kept_leads_to_a_link() -> None:
    path = link_for(admitted())
    token = path.split("/")[2]
    with cast.acting(cast.ADMIN):
        kept = Invitation.objects.defer("hash").get()  # which no door may read
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select hash from access.access_invitation")
        assert bytes(cursor.fetchone()[0]) == links.hash_of(token)
        cursor.execute("set local role alongside_desk")
    assert token not in str(vars(kept))


def test_a_link_is_taken_back_and_a_new_one_ends_the_one_before() -> None:
    account = admitted()
    first, second = link_for(account), link_for(account)
    assert cast.nobody().get(first).status_code == 404
    assert cast.nobody().get(second).status_code == 200
    cast.signed_in(cast.ADMIN).post(reverse("agency:take_back_link", args=[account.pk]))
    assert cast.nobody().post(second, {"password": GOOD}).status_code == 404
    assert not Account.objects.get(pk=account.pk).has_usable_password()


def _as_owner(statement: str, *values: Any) -> None:
    """Let real time pass, as far as a test can; the transaction ends and takes it back."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        for table in ("invitation", "secondapproval"):
            cursor.execute(f"alter table access.access_{table} no force row level security")
        cursor.execute(statement, values)
        assert cursor.rowcount == 1
        cursor.execute("set local role alongside_desk")


def test_a_link_ends_by_itself() -> None:
    account = admitted()
    path = link_for(account)
    _as_owner("update access.access_invitation set expires_at = now() - interval '1 second'")
    assert cast.nobody().get(path).status_code == 404
    assert cast.nobody().post(path, {"password": GOOD}).status_code == 404


def test_a_made_up_link_leads_nowhere() -> None:
    assert cast.nobody().get("/come-in/nothing-of-the-kind/").status_code == 404


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADMIN])
def test_nobody_else_makes_links(member: cast.Member) -> None:
    account = admitted()
    client = cast.signed_in(member)
    for name in ("link", "take_back_link", "ask_access"):
        assert client.post(reverse(f"agency:{name}", args=[account.pk])).status_code == 403
    with cast.acting(member), connection.cursor() as cursor:
        assert not Invitation.objects.exists()
        for statement in (
            f"select access.invite(gen_random_uuid(), '{account.pk}', '\\x00', 3)",
            f"select access.revoke_link('{account.pk}')",
            f"select access.ask_for_access(gen_random_uuid(), '{account.pk}')",
            f"select access.set_open('{account.pk}', false)",
            f"select access.give_roles('{member.id}', array['supervisor'], '{{}}')",
            f"select access.operator_agrees('{member.username}')",
            f"select access.operator_invites('{member.username}', '\\x00')",
            "insert into access.access_secondapproval (id) values (gen_random_uuid())",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)


# A second person ---------------------------------------------------------------------------------------------


def test_an_administrator_gives_nobody_a_role_that_opens_records_alone() -> None:
    lantern()
    assert change(cast.ADMIN, cast.PRACTICE.id, "practice_lead", "case_manager") == 302
    assert roles_of(cast.PRACTICE.id) == {Role.PRACTICE_LEAD}
    waiting = asked()
    assert waiting.roles == ["case_manager"]
    assert answer(cast.ADMIN, waiting.pk) == 302  # said kindly, and nothing is changed
    assert roles_of(cast.PRACTICE.id) == {Role.PRACTICE_LEAD}
    page = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    assert "Second approvals" in page and "Case manager" in page
    assert answer(cast.SUPERVISOR, waiting.pk) == 302
    assert roles_of(cast.PRACTICE.id) == {Role.PRACTICE_LEAD, Role.CASE_MANAGER}


def test_nor_to_themselves() -> None:
    person = lantern()
    assert change(cast.ADMIN, cast.ADMIN.id, "administrator", "supervisor") == 302
    assert roles_of(cast.ADMIN.id) == {Role.ADMINISTRATOR}
    waiting = asked().pk
    with cast.acting(cast.ADMIN), connection.cursor() as cursor:
        for statement in (
            f"select access.answer('{waiting}', true)",
            "update access.access_secondapproval set outcome = 'agreed'",
            f"insert into access.access_roleheld values (gen_random_uuid(), '{cast.ADMIN.id}', 'supervisor')",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
    assert cast.signed_in(cast.ADMIN).get(f"/people/{person}/").status_code == 403


def test_nor_by_a_colleague_they_made_up() -> None:
    """A made-up administrator, supervisor or director would be the second person: these wait as well."""
    lantern()
    admitted(roles=["administrator", "director", "adviser"])
    assert roles_of(Account.objects.get(username="cm4").pk) == {Role.ADVISER}
    assert asked().roles == ["administrator", "director"]


@pytest.mark.parametrize("member", [cast.SUPERVISOR, cast.DIRECTOR])
def test_whoever_it_is_about_does_not_agree(member: cast.Member) -> None:
    lantern()
    change(cast.ADMIN, member.id, *(str(role) for role in member.roles), "custodian")
    assert answer(member, asked().pk) == 302
    assert roles_of(member.id) == set(member.roles)


@pytest.mark.parametrize("member", [cast.CM1, cast.PRACTICE, cast.ADVISER, cast.CUSTODIAN, cast.ON_CALL])
def test_those_who_may_not_agree_see_nothing_of_it(member: cast.Member) -> None:
    lantern()
    change(cast.ADMIN, cast.CM3.id, "case_manager", "supervisor")
    waiting = asked().pk
    assert answer(member, waiting) == 403
    assert cast.signed_in(member).get(reverse("agency:agreements")).status_code == 403
    with cast.acting(member), connection.cursor() as cursor:
        assert not SecondApproval.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("select access.answer(%s, true)", [waiting])


def test_a_no_and_a_request_taken_back_change_nothing() -> None:
    lantern()
    change(cast.ADMIN, cast.CM3.id, "case_manager", "supervisor")
    first = asked().pk
    assert answer(cast.DIRECTOR, first, "no") == 302
    change(cast.ADMIN, cast.CM3.id, "case_manager", "supervisor")
    second = asked().pk
    assert answer(cast.ADMIN, second, "no") == 302
    assert answer(cast.SUPERVISOR, second) == 404
    with cast.acting(cast.ADMIN):
        told = dict(SecondApproval.objects.values_list("pk", "outcome"))
    assert told == {first: "declined", second: "withdrawn"}
    assert roles_of(cast.CM3.id) == {Role.CASE_MANAGER}


def test_an_agreement_ends_by_itself() -> None:
    lantern()
    change(cast.ADMIN, cast.CM3.id, "case_manager", "supervisor")
    waiting = asked().pk
    _as_owner("update access.access_secondapproval set expires_at = now() - interval '1 second'")
    assert answer(cast.SUPERVISOR, waiting) == 404
    with (
        cast.acting(cast.SUPERVISOR),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute("select access.answer(%s, true)", [waiting])


def test_other_changes_on_the_page_keep_what_waits() -> None:
    lantern()
    change(cast.ADMIN, cast.CM3.id, "case_manager", "drop_in")
    before = asked().pk
    page = cast.signed_in(cast.ADMIN).get(reverse("agency:change_staff", args=[cast.CM3.id]))
    assert page.content.decode().count("checked") == 2
    change(cast.ADMIN, cast.CM3.id, "case_manager", "drop_in")
    assert asked().pk == before


def test_roles_are_taken_by_one() -> None:
    lantern()
    change(cast.ADMIN, cast.CM3.id, "practice_lead")
    assert roles_of(cast.CM3.id) == {Role.PRACTICE_LEAD}


def test_before_anybody_has_a_record_one_person_sets_up_alone() -> None:
    change(cast.ADMIN, cast.CM3.id, "case_manager", "supervisor")
    assert roles_of(cast.CM3.id) == {Role.CASE_MANAGER, Role.SUPERVISOR}


def test_a_call_is_something_to_open_as_well() -> None:
    """Nobody has a record yet, but somebody rang: one person alone gives nobody the hotline's role."""
    a_call()
    change(cast.ADMIN, cast.CM3.id, "supervisor", "on_call")
    assert roles_of(cast.CM3.id) == set()
    assert asked().roles == ["on_call", "supervisor"]


# A password and a second factor anew -------------------------------------------------------------------------


def test_an_account_is_given_anew_by_two_administrators() -> None:
    other = second_administrator()
    inside = cast.signed_in(cast.CM1)
    assert inside.get("/").status_code == 200
    admin = cast.signed_in(cast.ADMIN)
    refused = admin.post(reverse("agency:link", args=[cast.CM1.id]))
    assert refused.status_code == 302 and "come-in" not in refused.content.decode()
    admin.post(reverse("agency:ask_access", args=[cast.CM1.id]))
    waiting = asked().pk
    for member in (cast.ADMIN, cast.SUPERVISOR, cast.DIRECTOR):
        answer(member, waiting)
        assert asked().pk == waiting
    answer(other, waiting)
    path = link_for(Account.objects.get(pk=cast.CM1.id), admin)
    assert cast.nobody().post(path, {"password": GOOD}).status_code == 302
    assert inside.get("/").status_code == 302  # signed out where they were
    assert not Authenticator.objects.filter(user_id=cast.CM1.id).exists()
    assert Account.objects.get(pk=cast.CM1.id).check_password(GOOD)
    again = admin.post(reverse("agency:link", args=[cast.CM1.id]))
    assert again.status_code == 302  # one agreement, one link


def test_nobody_asks_it_for_themselves() -> None:
    second_administrator()
    client = cast.signed_in(cast.ADMIN)
    client.post(reverse("agency:ask_access", args=[cast.ADMIN.id]))
    with cast.acting(cast.ADMIN):
        assert not SecondApproval.objects.exists()


def test_whoever_runs_the_machine_helps_an_only_administrator() -> None:
    page = cast.signed_in(cast.ADMIN).get(reverse("agency:change_staff", args=[cast.CM1.id]))
    assert "whoever runs the machine" in page.content.decode()
    token = links.new_token()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("select access.operator_invites('CM1', %s)", [links.hash_of(token)])
        assert cursor.fetchone() == (True,)
        cursor.execute("set local role alongside_desk")
    assert cast.nobody().post(f"/come-in/{token}/", {"password": GOOD}).status_code == 302
    assert Account.objects.get(pk=cast.CM1.id).check_password(GOOD)


def test_and_agrees_where_nobody_else_can() -> None:
    lantern()
    change(cast.ADMIN, cast.CM3.id, "case_manager", "supervisor")
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("select access.operator_agrees('cm3')")
        assert cursor.fetchone() == (1,)
        cursor.execute("set local role alongside_desk")
    assert roles_of(cast.CM3.id) == {Role.CASE_MANAGER, Role.SUPERVISOR}


def test_nobody_leads_a_worker_by_their_own_hand_who_walks_with_somebody() -> None:
    other = second_administrator()
    assert change(cast.ADMIN, cast.ADMIN.id, "administrator", "supervisor") == 302  # before anybody is here
    person = lantern()
    address = reverse("agency:change_staff", args=[cast.CM1.id])
    told = {"name": "Case manager 1", "roles": ["case_manager"], "supervisor": str(cast.ADMIN.id)}
    page = f"/people/{person}/"

    answer = cast.signed_in(cast.ADMIN).post(address, told)
    assert answer.status_code == 422
    assert "it opens the records of their people to you" in answer.content.decode()
    assert cast.signed_in(cast.ADMIN).get(page).status_code == 404

    assert cast.signed_in(other).post(address, told).status_code == 302
    assert cast.signed_in(cast.ADMIN).get(page).status_code == 200
    # What is so already is no new reach, and other things about them can be changed.
    assert cast.signed_in(cast.ADMIN).post(address, told | {"hours": "Mondays"}).status_code == 302
