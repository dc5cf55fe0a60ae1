"""A stranger hammers at a colleague's name: the colleague comes in all the same, and the stranger gets slower."""

import psycopg
import pytest
from django.test import Client

from alongside.access import tries
from alongside.access.client import address_of, neighbourhood_of
from tests import cast
from tests.access.test_doors import code_of, sign_in
from tests.attacks.raw import connected

STRANGER, COLLEAGUE = "203.0.113.9", "198.51.100.4"


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What a wrong answer waited for, without waiting."""
    seconds: list[float] = []
    monkeypatch.setattr(tries, "pause", seconds.append)
    return seconds


def hammer(name: str, times: int, *, address: str = STRANGER) -> None:
    for _try in range(times):
        answer = cast.nobody().post(
            "/sign-in/", {"login": name, "password": "wrong, and long enough"}, REMOTE_ADDR=address
        )
        assert answer.status_code == 200


def comes_in(client: Client, member: cast.Member, address: str) -> bool:
    client.defaults["REMOTE_ADDR"] = address
    if sign_in(client, member) != "/sign-in/code/":
        return False
    return client.post("/sign-in/code/", {"code": code_of(member)}).headers.get("Location") == "/"


@pytest.mark.parametrize("address", [COLLEAGUE, STRANGER])
def test_whoever_has_password_and_factor_comes_in_while_a_stranger_hammers(address: str) -> None:
    """From another address, and even from the stranger's own, as behind one router or an undeclared proxy."""
    hammer(cast.CM1.username, 30)
    assert comes_in(cast.nobody(), cast.CM1, address)


def test_many_strangers_shut_nobody_out() -> None:
    for number in range(40):
        hammer(cast.CM1.username, 1, address=f"203.0.113.{number}")
    assert comes_in(cast.nobody(), cast.CM1, COLLEAGUE)


def test_a_stranger_gets_slower_but_never_waits_longer_than_five_seconds(waited: list[float]) -> None:
    hammer(cast.CM1.username, 5)
    assert waited == []
    hammer(cast.CM1.username, 20)
    assert waited == sorted(waited) and len(waited) == 20
    assert waited[0] == 1 and waited[-1] == 5
    assert max(map(tries.pause_after, range(10_000))) == 5


def test_other_names_from_the_same_address_are_slower_too(waited: list[float]) -> None:
    for number in range(8):
        hammer(f"somebody{number}", 1)
    assert len(waited) == 3


def test_a_name_hammered_at_from_many_addresses_is_slower_as_well(waited: list[float]) -> None:
    for number in range(8):
        hammer("CM1 " if number % 2 else "cm1", 1, address=f"2001:db8:{number}::1")
    assert len(waited) == 3


def test_one_network_of_the_sixth_version_is_one_address(waited: list[float]) -> None:
    for number in range(8):
        hammer(f"somebody{number}", 1, address=f"2001:db8::{number + 1}")
    assert len(waited) == 3


def test_while_wrong_answers_wait_their_address_comes_again_and_nobody_else() -> None:
    known = cast.nobody()
    assert comes_in(known, cast.CM2, STRANGER)
    known.post("/sign-out/")
    with tries.waiting.place(STRANGER) as first, tries.waiting.place(STRANGER) as second:
        assert first and second
        with tries.waiting.place(COLLEAGUE) as third:
            assert not third, "waiting never takes every thread"
        refused = cast.nobody().post(
            "/sign-in/", {"login": "cm1", "password": cast.CM1.password}, REMOTE_ADDR=STRANGER
        )
        assert b"Please try again in a few seconds" in refused.content
        assert comes_in(cast.nobody(), cast.CM1, COLLEAGUE)
        assert sign_in(known, cast.CM2) == "/sign-in/code/", "a known device is not asked to come again"
        another = cast.nobody()
        another.defaults["REMOTE_ADDR"] = STRANGER
        another.cookies["desk_device"] = known.cookies["desk_device"].value
        assert sign_in(another, cast.CM1) == "200", "known to one account, not to another"
    assert tries.waiting.at(STRANGER) == 0


def test_what_makes_a_device_known_names_nobody_and_cannot_be_made_up() -> None:
    client = cast.nobody()
    assert comes_in(client, cast.CM2, COLLEAGUE)
    cookie = client.cookies["desk_device"]
    assert "cm2" not in cookie.value and str(cast.CM2.id) not in cookie.value
    assert cookie["httponly"] and cookie["samesite"] == "Strict"
    assert not cookie["max-age"] and not cookie["expires"]
    number, _, _mark = cookie.value.partition(".")
    forged = cast.nobody()
    forged.cookies["desk_device"] = f"{number}.{'0' * 64}"
    with tries.waiting.place(STRANGER), tries.waiting.place(STRANGER):
        forged.defaults["REMOTE_ADDR"] = STRANGER
        assert sign_in(forged, cast.CM2) == "200"


def test_wrong_codes_are_refused_by_address_and_not_by_account() -> None:
    """Whoever has the password alone guesses at a code; the colleague comes in from elsewhere meanwhile."""
    thief = cast.nobody()
    thief.defaults["REMOTE_ADDR"] = STRANGER
    assert sign_in(thief, cast.CM1) == "/sign-in/code/"
    for _try in range(5):
        assert thief.post("/sign-in/code/", {"code": "000000"}).status_code == 200
    refused = thief.post("/sign-in/code/", {"code": code_of(cast.CM1)})
    assert refused.status_code == 200 and b"Too many wrong codes" in refused.content
    assert comes_in(cast.nobody(), cast.CM1, COLLEAGUE)


def test_many_wrong_codes_from_everywhere_leave_known_devices_in() -> None:
    known = cast.nobody()
    assert comes_in(known, cast.CM1, COLLEAGUE)
    known.post("/sign-out/")
    for number in range(6):
        thief = cast.nobody()
        thief.defaults["REMOTE_ADDR"] = f"203.0.113.{number}"
        sign_in(thief, cast.CM1)
        for _try in range(5):
            thief.post("/sign-in/code/", {"code": "000000"})
    stranger, codes = cast.nobody(), {"code": "000000"}
    stranger.defaults["REMOTE_ADDR"] = "203.0.113.77"
    sign_in(stranger, cast.CM1)
    assert b"Too many wrong codes" in stranger.post("/sign-in/code/", codes).content
    sign_in(known, cast.CM1)
    assert b"Too many wrong codes" not in known.post("/sign-in/code/", codes).content


@pytest.mark.parametrize(
    ("proxies", "told", "seen"),
    [
        (0, "10.0.0.1", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "10.0.0.1", "10.0.0.1"),
        (1, "8.8.8.8, 10.0.0.1", "10.0.0.1"),
        (2, "8.8.8.8, 10.0.0.1, 10.0.0.2", "10.0.0.1"),
        (2, "10.0.0.1", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1"),
        (1, "10.0.0.1:4711", "10.0.0.1"),
        (1, "[2001:db8::5]:4711", "2001:db8::5"),
        (1, "::ffff:10.0.0.1", "10.0.0.1"),
    ],
)
def test_a_client_address_is_what_the_outermost_trusted_proxy_saw(
    proxies: int, told: str, seen: str, settings: object, rf: object
) -> None:
    settings.TRUSTED_PROXIES = proxies  # type: ignore[attr-defined]
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=told)  # type: ignore[attr-defined]
    assert address_of(request) == seen
    assert neighbourhood_of(request) == ("2001:db8::" if ":" in seen else seen)


def test_sql_under_a_web_role_reaches_the_counts_of_its_own_door_alone() -> None:
    """It can empty its own, which docs/THREATS.md says; the other door's it neither sees nor changes."""
    written = "insert into access.access_ledger (key, numbers, expires) values (%s, '{1}', now() + interval '1 hour')"
    mark = "f" * 64
    with connected("workspace") as partners, connected("desk") as desk:
        partners.execute(written, [mark])
        try:
            seen = "select count(*) from access.access_ledger where key = %s"
            assert desk.execute(seen, [mark]).fetchone() == (0,)
            for statement in (
                "delete from access.access_ledger where key = %s",
                "update access.access_ledger set numbers = '{}' where key = %s",
            ):
                assert desk.execute(statement, [mark]).rowcount == 0
            with pytest.raises(psycopg.Error):
                desk.execute(
                    "insert into access.access_ledger (door, key, numbers, expires)"
                    " values ('alongside_workspace', %s, '{1}', now())",
                    ["e" * 64],
                )
            assert partners.execute(seen, [mark]).fetchone() == (1,)
        finally:
            partners.execute("delete from access.access_ledger where key = %s", [mark])
