"""The door: who comes in, with what, and what an answer may leave behind."""

import json
import os
import re
import subprocess
import sys

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from alongside.access.models import Account
from alongside.trail.models import TrailEntry
from tests import cast
from tests.house.checks import ROOT


def sign_in(client: Client, member: cast.Member, password: str | None = None) -> str:
    """Type name and password; gives where that leads."""
    answer = client.post("/sign-in/", {"login": member.username, "password": password or member.password})
    return str(answer.headers.get("Location", "")) if answer.status_code == 302 else str(answer.status_code)


def code_of(member: cast.Member) -> str:
    """The code that the member's app shows just now."""
    import time

    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    secret = cast.totp_of(member).instance.data["secret"]
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_nobody_is_asked_to_sign_in_and_comes_back_to_where_they_wanted() -> None:
    answer = cast.nobody().get("/me/sessions/?x=1")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in/?next=%2Fme%2Fsessions%2F%3Fx%3D1"


def test_a_password_alone_opens_nothing() -> None:
    client = cast.nobody()
    assert sign_in(client, cast.CM1) == "/sign-in/code/"
    assert client.get("/me/sessions/").status_code == 302
    assert client.post("/sign-in/code/", {"code": "000000"}).status_code == 200
    assert client.get("/me/sessions/").status_code == 302
    assert client.post("/sign-in/code/", {"code": code_of(cast.CM1)}).headers["Location"] == "/"
    assert client.get("/me/sessions/").status_code == 200
    with cast.acting(cast.CM1):
        assert TrailEntry.objects.filter(chain=cast.CM1.id, act="sign_in", outcome="done").count() == 1


def test_a_code_works_once() -> None:
    code = ""
    for expected in (302, 200):
        client = cast.nobody()
        sign_in(client, cast.CM2)
        code = code or code_of(cast.CM2)
        assert client.post("/sign-in/code/", {"code": code}).status_code == expected


def test_a_wrong_password_is_turned_away_the_same_way_whether_the_name_exists_or_not() -> None:
    known = cast.nobody().post("/sign-in/", {"login": "cm1", "password": "wrong wrong wrong"})
    unknown = cast.nobody().post("/sign-in/", {"login": "nobody-here", "password": "wrong wrong wrong"})
    assert known.status_code == unknown.status_code == 200
    strip = lambda page, name: page.content.decode().replace(name, "?")  # noqa: E731
    import re

    token = re.compile(r'(value|data-token)="[A-Za-z0-9]{64}"')
    assert token.sub("", strip(known, "cm1")) == token.sub("", strip(unknown, "nobody-here"))


def test_an_account_without_a_second_factor_only_reaches_its_first_steps() -> None:
    client = cast.signed_in(cast.CM3)
    with cast.acting(cast.CM3, fresh=True):
        Authenticator.objects.filter(user_id=cast.CM3.id).delete()
    assert client.get("/me/sessions/").headers["Location"] == "/me/begin/"
    assert client.get("/me/begin/").status_code == 200
    client.get("/me/begin/")
    assert client.get("/").headers.get("Location") == "/me/begin/"


def test_a_secret_of_a_second_factor_is_sealed_in_the_table() -> None:
    plain = Authenticator.objects.get(user_id=cast.CM1.id, type="totp").data["secret"]
    assert len(plain) == 32
    stands = Authenticator.objects.filter(user_id=cast.CM1.id).values_list("data", flat=True)
    assert [set(each) for each in stands] == [{"sealed"}] and plain not in str(stands)


def test_a_lock_closes_every_page_and_the_password_opens_it() -> None:
    client = cast.signed_in(cast.CM1)
    assert client.post("/lock/").status_code == 302
    answer = client.get("/me/sessions/")
    assert answer.status_code == 423
    assert b"Where I am signed in" not in answer.content
    page = answer.content.decode()
    assert cast.CM1.name in page and "Not you?" in page and 'action="/sign-out/"' in page
    assert client.post("/lock/open/", {"password": "wrong"}).status_code == 423
    assert client.get("/me/sessions/").status_code == 423
    opened = client.post("/lock/open/", {"password": cast.CM1.password, "next": "/me/sessions/"})
    assert opened.headers["Location"] == "/me/sessions/"
    assert client.get("/me/sessions/").status_code == 200


def test_whoever_is_not_locked_here_signs_out_and_the_desk_is_free() -> None:
    client = cast.signed_in(cast.CM1)
    client.post("/lock/")
    client.post("/sign-out/")
    assert client.get("/").headers["Location"].startswith("/sign-in/")


def test_words_sent_into_a_lock_wait_and_are_never_lost() -> None:
    client = cast.signed_in(cast.CM1)
    client.post("/lock/")
    answer = client.post("/drafts/drop/", {"key": "x", "happened": "ሰላም, she came back"})
    assert answer.status_code == 423
    assert "ሰላም, she came back" in answer.content.decode()


def test_words_sent_after_signing_out_are_shown_again() -> None:
    answer = cast.nobody().post("/drafts/drop/", {"key": "x", "happened": "ሰላም, she came back"})
    assert answer.status_code == 401
    assert "ሰላም, she came back" in answer.content.decode()


def test_a_stale_token_gives_every_word_back() -> None:
    client = Client(SERVER_NAME="desk.localhost", enforce_csrf_checks=True)
    client.force_login(Account.objects.get(pk=cast.CM1.id), backend=settings.AUTHENTICATION_BACKENDS[0])
    answer = client.post(
        "/drafts/drop/", {"csrfmiddlewaretoken": "stale", "key": "x", "responded": "I sat with her"}
    )
    assert answer.status_code == 403
    assert "I sat with her" in answer.content.decode()


def test_nobody_at_the_desk_locks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta

    from alongside import clock

    client = cast.signed_in(cast.CM1)
    assert client.get("/me/sessions/").status_code == 200
    later = clock.wall() + timedelta(seconds=settings.IDLE_SECONDS + 61)
    monkeypatch.setattr(clock, "wall", lambda: later)
    assert client.get("/me/sessions/").status_code == 423


def test_answers_leave_no_traces() -> None:
    answer = cast.signed_in(cast.CM1).get("/me/sessions/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "http" not in policy
    for cookie in cast.nobody().get("/sign-in/").cookies.values():
        assert cookie["httponly"] and cookie["samesite"]


def test_one_s_own_sessions_can_be_seen_and_ended() -> None:
    lost, here, colleague = cast.signed_in(cast.CM2), cast.signed_in(cast.CM2), cast.signed_in(cast.CM1)
    page = here.get("/me/sessions/").content.decode()
    assert page.count("Since ") == 2 and ".." not in re.sub(r"<[^>]+>", "", page)
    here.post("/me/sessions/")
    assert lost.get("/").headers["Location"].startswith("/sign-in/")
    assert here.get("/").status_code == colleague.get("/").status_code == 200
    assert here.get("/me/sessions/").content.decode().count("Since ") == 1


@pytest.mark.no_database
@pytest.mark.parametrize("mode", ["demo", "production"])
def test_wherever_people_work_a_password_is_long_and_kept_with_argon2(mode: str) -> None:
    """Tests themselves keep them by something quicker."""
    asked = (
        "from django.conf import settings as s; import json;"
        "print(json.dumps([s.PASSWORD_HASHERS, s.AUTH_PASSWORD_VALIDATORS[0]]))"
    )
    env = os.environ | {"ALONGSIDE_MODE": mode, "ALONGSIDE_HOSTS": "desk.example.org"}
    env |= {"ALONGSIDE_ORIGIN": "https://desk.example.org"}
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    hashers, first = json.loads(done.stdout)
    assert [each.rsplit(".", 1)[1] for each in hashers] == ["Argon2PasswordHasher"]
    assert first["NAME"].endswith("MinimumLengthValidator") and first["OPTIONS"] == {"min_length": 12}


def test_a_redirect_after_unlocking_stays_in_the_house() -> None:
    client = cast.signed_in(cast.CM1)
    client.post("/lock/")
    answer = client.post("/lock/open/", {"password": cast.CM1.password, "next": "//elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_the_privacy_screen_s_own_requests_lock_and_unlock_without_leaving_the_page() -> None:
    client = cast.signed_in(cast.CM1)
    script = {"X-Requested-With": "XMLHttpRequest"}
    assert client.post("/lock/", headers=script).status_code == 204
    wrong = client.post("/lock/open/", {"password": "wrong"}, headers=script)
    assert (wrong.status_code, wrong.json()["ok"]) == (403, False)
    assert client.get("/me/sessions/").status_code == 423
    assert client.post("/lock/open/", {"password": cast.CM1.password}, headers=script).json()["ok"] is True
    assert client.get("/me/sessions/").status_code == 200
