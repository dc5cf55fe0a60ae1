"""Admitting staff: an administrator alone, in the browser and in the database."""

import uuid

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse

from alongside.access.acts import NotAllowed
from alongside.access.models import Account
from alongside.access.roles import Role
from alongside.agency.actions import add_staff
from alongside.agency.models import Staff
from tests import cast

TOLD = {
    "name": "Case manager 4",
    "username": "cm4",
    "roles": ["case_manager"],
    "languages": "English, Tigrinya; Arabic",
}


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADMIN])
def test_nobody_else_admits_staff_or_gives_roles(member: cast.Member) -> None:
    with cast.acting(member) as by, connection.cursor() as cursor:
        with pytest.raises(NotAllowed):
            add_staff(
                by=by, account=uuid.uuid4(), username="x", password="x", name="x", roles=[Role.ADMINISTRATOR]
            )
        for statement in (
            "select access.admit(gen_random_uuid(), 'x', 'x', 'x', array['administrator'])",
            f"select access.set_roles('{by.id}', array['administrator'])",
            f"select core.set_staff('{by.id}', 'x', null, null, array['x'], '', '', null)",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
    assert not Account.objects.filter(username="x").exists()


def _admit(**told: object) -> tuple[int, str]:
    answer = cast.signed_in(cast.ADMIN).post(reverse("agency:admit"), TOLD | told)
    return answer.status_code, answer.content.decode()


def test_a_new_colleague_has_no_password_until_they_choose_one() -> None:
    once = str(uuid.uuid4())
    status, _page = _admit(once=once)
    assert status == 302
    account = Account.objects.get(username="cm4")
    assert not account.has_usable_password()
    assert account.roles == {Role.CASE_MANAGER}
    with cast.acting(cast.ADMIN):
        assert Staff.objects.get(pk=account.pk).languages == ["English", "Tigrinya", "Arabic"]
    status, _page = _admit(once=once)
    assert status == 302
    assert Account.objects.filter(name="Case manager 4").count() == 1


def test_a_new_colleague_is_asked_for_a_second_factor_first() -> None:
    _admit()
    account = Account.objects.get(username="cm4")
    client = cast.nobody()
    client.force_login(account, backend="alongside.access.backends.StaffBackend")
    assert client.get("/on-call/").url == reverse("access:second_factor")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"username": "CM1"}, "Somebody signs in with this name already"),
        ({"username": "two words"}, "without spaces"),
        ({"roles": []}, "at least one role"),
        ({"roles": ["ruler"]}, "not offered any more"),
        ({"supervisor": str(cast.CM1.id)}, "not offered any more"),
        ({"trafficking_training_on": "spring"}, "spring"),
    ],
)
def test_what_does_not_fit_is_said_kindly_and_kept(told: dict[str, object], sentence: str) -> None:
    status, page = _admit(**told)
    assert status == 422
    assert sentence in page
    assert "Tigrinya" in page
    assert Account.objects.filter(username="cm4").count() == 0


def test_the_list_tells_roles_languages_and_training() -> None:
    page = cast.signed_in(cast.ADMIN).get(reverse("agency:staff")).content.decode()
    entry = page.split("Case manager 3</a>")[1].split("</li>")[0]
    assert "trafficking training not recorded" in entry
    entry = page.split("Case manager 1</a>")[1].split("</li>")[0]
    assert "trafficking training not recorded" not in entry
    assert "English, Spanish" in entry and "MSW" in entry


def test_a_colleague_gets_another_role_and_keeps_the_rest() -> None:
    client, address = cast.signed_in(cast.ADMIN), reverse("agency:change_staff", args=[cast.CM3.id])
    told = {
        "name": "Case manager 3",
        "roles": ["case_manager", "drop_in"],
        "supervisor": str(cast.SUPERVISOR.id),
        "languages": "English",
        "trafficking_training_on": "2027-01-04",
    }
    assert client.post(address, told).status_code == 302
    assert Account.objects.get(pk=cast.CM3.id).roles == {Role.CASE_MANAGER, Role.DROP_IN}
    with cast.acting(cast.ADMIN):
        changed = Staff.objects.get(pk=cast.CM3.id)
    assert str(changed.trafficking_training_on) == "2027-01-04"
    assert changed.supervisor_id == cast.SUPERVISOR.id
    page = client.get(address).content.decode()
    assert page.count("checked") == 2


def test_an_administrator_does_not_lock_the_house_from_inside() -> None:
    client, address = cast.signed_in(cast.ADMIN), reverse("agency:change_staff", args=[cast.ADMIN.id])
    answer = client.post(address, {"name": "Administrator", "roles": ["director"]})
    assert answer.status_code == 422
    assert "Another administrator" in answer.content.decode()
    assert Account.objects.get(pk=cast.ADMIN.id).roles == {Role.ADMINISTRATOR}


def test_somebody_unknown_is_not_there() -> None:
    assert (
        cast.signed_in(cast.ADMIN).get(reverse("agency:change_staff", args=[uuid.uuid4()])).status_code == 404
    )
