"""An address that is not a door's: elsewhere it is told nothing, on this machine the way to that door alone."""

import http.client
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as ours
from django.test import Client

from bootstrap.keys import hand_out
from tests.attacks.served import served

WRONG = [
    "localhost",
    "127.0.0.1",
    "partner.localhost",
    "desk.localhost:1",
    "evil.example",
    "192.0.2.9",
    "a b",
    "",
]
OWN = {"desk": "desk.agency.example", "workspace": "partner.agency.example"}
NAMES = re.compile(r"agency\.example|localhost|127\.0\.0\.1|https?:")


def asked(port: int, host: str, path: str = "/", method: str = "GET") -> tuple[int, dict[str, str], str]:
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    door.putrequest(method, path, skip_host=True)
    door.putheader("Host", host)
    door.endheaders()
    answer = door.getresponse()
    found = answer.status, dict(answer.headers), answer.read().decode()
    door.close()
    return found


@pytest.mark.parametrize("door", OWN)
def test_in_production_no_door_names_itself_or_another_to_a_wrong_host(door: str, tmp_path: Path) -> None:
    """Each door as deploy/ starts it: behind a proxy, and nobody said that it is this machine's alone."""
    told = {
        "ALONGSIDE_MODE": "production",
        "ALONGSIDE_DOOR": door,
        "ALONGSIDE_ROLE": door,
        "ALONGSIDE_HOSTS": OWN[door],
        "ALONGSIDE_ORIGIN": f"https://{OWN[door]}",
        "ALONGSIDE_WORKSPACE_ORIGIN": f"https://{OWN['workspace']}",
    }
    if door == "workspace":
        told["ALONGSIDE_DATA"] = str(hand_out(Path(ours.DATA), "workspace"))
    with served(tmp_path, **told) as (port, _process):
        for host in (*WRONG, *(set(OWN.values()) - {OWN[door]})):
            for path in ("/", "/sign-in/", "/people/", "/first/"):
                status, headers, said = asked(port, host, path)
                assert status == 400, (host, path)
                headers.pop("Date", None)
                assert not NAMES.search(said + str(headers)), (host, path, said, headers)
                assert headers["Cache-Control"] == "no-store" and "Set-Cookie" not in headers
        assert asked(port, OWN[door], "/sign-in/")[0] == 200


@pytest.fixture
def here(settings: Any) -> Client:
    settings.ON_THIS_MACHINE = True
    return Client(REMOTE_ADDR="127.0.0.1", SERVER_NAME="127.0.0.1")


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8000", "partner.localhost:8000", "[::1]"]
)
def test_on_this_machine_what_people_type_leads_to_the_right_address(here: Client, host: str) -> None:
    answer = here.get("/people/", headers={"Host": host})
    page = answer.content.decode()
    assert answer.status_code == 307 and answer["Location"] == f"{ours.ORIGIN}/"
    assert "This page has another address" in page and f'href="{ours.ORIGIN}/"' in page
    assert ours.WORKSPACE_ORIGIN not in page


@pytest.mark.parametrize("host", ["evil.example", "desk.agency.example", "192.168.0.7"])
def test_on_this_machine_a_wrong_host_is_told_on_a_page(here: Client, host: str) -> None:
    answer = here.get("/", headers={"Host": host})
    page = answer.content.decode()
    assert answer.status_code == 400 and "Location" not in answer
    assert f'href="{ours.ORIGIN}/"' in page and host not in page and ours.WORKSPACE_ORIGIN not in page


def test_the_page_speaks_the_language_of_the_browser(here: Client) -> None:
    page = here.get("/", headers={"Host": "localhost", "Accept-Language": "es"}).content.decode()
    assert 'lang="es"' in page and "Esta página está en otra dirección" in page


@pytest.mark.parametrize(
    "more",
    [
        {"REMOTE_ADDR": "192.0.2.9"},
        {"SERVER_NAME": "0.0.0.0"},
        {"HTTP_X_FORWARDED_FOR": "192.0.2.9"},
        {"HTTP_FORWARDED": "for=192.0.2.9"},
        {"HTTP_VIA": "1.1 a"},
    ],
)
def test_whoever_comes_from_elsewhere_is_told_nothing(here: Client, more: dict[str, str]) -> None:
    answer = here.get("/", HTTP_HOST="localhost", **more)  # type: ignore[arg-type]
    assert answer.status_code == 400 and not NAMES.search(answer.content.decode())


def test_what_sends_something_to_a_wrong_host_is_refused(here: Client) -> None:
    answer = here.post("/sign-in/", {"login": "cm1"}, headers={"Host": "localhost"})
    assert answer.status_code == 400 and not NAMES.search(answer.content.decode())
