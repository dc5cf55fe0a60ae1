"""What one needs is linked where one needs it, and what is true now is marked where it is changed."""

import re
import uuid

from django.test import Client

from alongside.connection.actions import log_contact, set_season
from alongside.goals.actions import set_support
from tests import cast
from tests.people import lantern


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def checked(shown: str, name: str) -> list[str]:
    boxes = re.findall(rf'<input[^>]*name="{name}"[^>]*>', shown)
    return [value[1] for box in boxes if " checked" in box and (value := re.search(r'value="([^"]*)"', box))]


def test_before_a_first_meeting_is_offered_until_they_met() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    assert "Before a first meeting" in page(client, f"/people/{person}/").split("<main")[1]
    with cast.acting(cast.CM1) as by:
        log_contact(by=by, participant=person, note=uuid.uuid4(), happened="Tea.", kind="met")
    assert "Before a first meeting" not in page(client, f"/people/{person}/").split("<main")[1]


def test_the_season_and_the_support_level_of_now_are_marked() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    assert checked(page(client, f"/people/{person}/season/"), "season") == []
    assert checked(page(client, f"/people/{person}/support/"), "level") == []
    with cast.acting(cast.CM1) as by:
        set_season(by=by, participant=person, change=uuid.uuid4(), season="steady")
        set_support(by=by, participant=person, change=uuid.uuid4(), level="regular")
    shown = page(client, f"/people/{person}/season/")
    assert checked(shown, "season") == ["steady"]
    assert "Now: Steady" in shown
    assert checked(page(client, f"/people/{person}/support/"), "level") == ["regular"]
