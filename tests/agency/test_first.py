"""The first set-up: opened by a one-time code, gone when it is done. Nobody has an account at its beginning."""

import re
import time
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access import first_code
from alongside.access.actor import Actor, as_actor
from alongside.access.models import Account
from alongside.access.roles import Role
from alongside.agency.models import Agency, Program
from tests import cast
from tests.workforce.make import on_call

TOLD = {
    "umbrella_name": "Lakeside Neighbours",
    "hotline": "555-0123",
    "time_zone": "America/Denver",
    "programs": "Lakeside walk\nlakeside WALK\n\nNight door",
    "used": ["hotline"],
    "name": "Rosa",
    "username": "rosa",
    "password": "lamp quiet river seven",
    "roles": ["on_call"],
}


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(settings: Any, tmp_path: Any) -> None:
    """Two tests at once do not share the file of the code."""
    settings.DATA = tmp_path


@pytest.fixture
def empty() -> Iterator[None]:
    """An installation where nobody has an account."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("select tgrelid::regclass::text from pg_trigger where tgname = 'stands_at_all'")
        for (table,) in cursor.fetchall():  # what stands for good gives way to an empty house alone
            cursor.execute(f"alter table {table} disable trigger stands_at_all")
        cursor.execute("truncate access.access_account, core.agency_agency, core.agency_program cascade")
        cursor.execute("set local role alongside_desk")
    yield
    first_code.spend()
    timezone.deactivate()


def _opened() -> Client:
    client = cast.nobody()
    answer = client.post(reverse("agency:first_code"), {"code": first_code.make().upper().replace("-", " ")})
    assert answer.status_code == 302 and answer.url == reverse("agency:first")
    return client


@pytest.mark.usefixtures("empty")
def test_the_code_opens_the_set_up_and_both_are_gone_when_it_is_done() -> None:
    client = _opened()
    late = _opened_again(client)
    answer = client.post(reverse("agency:first"), TOLD)
    assert answer.status_code == 302 and answer.url == reverse("mfa_activate_totp")
    rosa = Account.objects.get()
    assert rosa.roles == {Role.ADMINISTRATOR, Role.ON_CALL} and rosa.check_password(TOLD["password"])
    agency = Agency.objects.get()
    assert (agency.umbrella_name, agency.short_name) == ("Lakeside Neighbours", "Lakeside Neighbours")
    assert agency.time_zone == "America/Denver" and "drop_in" in agency.features_off
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert "data:image/svg+xml" in page and "Lakeside Neighbours" in page
    assert timezone.get_current_timezone() == ZoneInfo("America/Denver")
    for somebody in (client, late, cast.nobody()):
        for name in ("agency:first_code", "agency:first"):
            assert somebody.get(reverse(name)).status_code == 404
            assert somebody.post(reverse(name), TOLD).status_code == 404
    assert Account.objects.count() == 1
    assert first_code.mark() == ""
    with as_actor(Actor(rosa.pk, rosa.name, rosa.roles)):
        assert sorted(Program.objects.values_list("name", flat=True)) == ["Lakeside walk", "Night door"]


def _opened_again(client: Client) -> Client:
    """Another browser in which the code was told as well."""
    other = cast.nobody()
    other.cookies = client.cookies.copy()  # type: ignore[assignment]
    return other


@pytest.mark.usefixtures("empty")
def test_without_the_code_nothing_opens() -> None:
    assert cast.nobody().get(reverse("agency:first")).url == reverse("agency:first_code")
    first_code.make()
    assert cast.nobody().post(reverse("agency:first"), TOLD).url == reverse("agency:first_code")
    assert not Account.objects.exists()


@pytest.mark.usefixtures("empty")
def test_wrong_tries_are_limited_and_a_code_made_anew_ends_the_one_before() -> None:
    client, code = cast.nobody(), first_code.make()
    for _try in range(first_code.TRIES):
        assert client.post(reverse("agency:first_code"), {"code": "wrong-wrong-wrong"}).status_code == 422
    assert client.post(reverse("agency:first_code"), {"code": code}).status_code == 422
    assert "prints a new code" in client.get(reverse("agency:first_code")).content.decode()
    opened = _opened()
    first_code.make()
    assert opened.get(reverse("agency:first")).url == reverse("agency:first_code")


@pytest.mark.usefixtures("empty")
def test_a_code_ends_with_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_code, "GOOD_FOR", -first_code.GOOD_FOR)
    assert not first_code.is_right(first_code.make())


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"password": "short"}, "at least 12"),
        ({"username": "two words"}, "without spaces"),
        ({"umbrella_name": ""}, "Write something here first"),
    ],
)
def test_what_does_not_fit_is_said_kindly_and_kept(told: dict[str, Any], sentence: str) -> None:
    answer = _opened().post(reverse("agency:first"), TOLD | told)
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page
    assert "555-0123" in page and "Night door" in page and "Rosa" in page
    assert TOLD["password"] not in page
    assert not Account.objects.exists()


def test_where_somebody_has_an_account_there_is_no_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    code = first_code.make()
    for name in ("agency:first_code", "agency:first"):
        assert cast.nobody().get(reverse(name)).status_code == 404
        assert cast.nobody().post(reverse(name), {"code": code}).status_code == 404
        assert cast.signed_in(cast.ADMIN).get(reverse(name)).status_code == 404
    call_command("first_code")
    assert capsys.readouterr().out == "" and first_code.mark() == ""


@pytest.mark.usefixtures("empty")
def test_the_command_prints_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("first_code")
    printed = capsys.readouterr().out
    code = printed.split("One-time code: ")[1].split()[0]
    assert "/first/" in printed and first_code.is_right(code)


@pytest.mark.usefixtures("empty")
def test_an_empty_house_leads_to_its_set_up_from_wherever_one_begins() -> None:
    client = cast.nobody()
    for path in ("/", "/people/"):
        to = client.get(path).headers["Location"]
        assert client.get(to).headers["Location"] == reverse("agency:first_code")
    assert client.post("/sign-in/", {"login": "x", "password": "y"}).status_code == 200


def test_where_somebody_has_an_account_signing_in_is_signing_in() -> None:
    assert cast.nobody().get("/sign-in/").status_code == 200


@pytest.mark.usefixtures("empty")
def test_what_brings_calls_and_people_is_ticked_and_errors_are_summed_up() -> None:
    client = _opened()
    page = client.get(reverse("agency:first")).content.decode()
    ticked = re.findall(r'name="roles" value="(\w+)"[^>]*checked', page)
    assert ticked == ["on_call", "case_manager"]
    wrong = client.post(reverse("agency:first"), TOLD | {"umbrella_name": "", "username": "two words"})
    head = wrong.content.decode().partition("<h2")[0]
    assert "Please look at:" in head and "autofocus" in head
    assert 'href="#id_umbrella_name"' in head and 'href="#id_username"' in head


@pytest.mark.usefixtures("empty")
def test_after_the_codes_one_goes_on_to_what_comes_next_until_it_is_done() -> None:
    client = _opened()
    client.post(
        reverse("agency:first"), TOLD | {"roles": ["on_call", "case_manager"], "hotline": "", "programs": ""}
    )
    secret = re.findall(r"<code>(\w+)</code>", client.get(reverse("mfa_activate_totp")).content.decode())[0]
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    codes = client.post(reverse("mfa_activate_totp"), {"code": code}, follow=True).content.decode()
    assert "Recovery codes" in codes and '<a class="btn" href="/">Continue</a>' in codes
    first = client.get("/").content.decode()
    rows = [
        "Your hotline number",
        "Your programs and places",
        "Your first colleague",
        "Who is on call",
        "A first call",
    ]
    assert "Get started" in first and all(each in first for each in rows)
    client.post(reverse("frontdoor:call"), {"words": "Whispered."})
    assert "A first call" not in client.get("/").content.decode()


def test_where_everything_is_done_nothing_is_said_of_getting_started() -> None:
    on_call()
    assert "Get started" not in cast.signed_in(cast.ADMIN).get("/").content.decode()
    assert "Get started" not in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
