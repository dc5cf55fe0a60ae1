"""A transfer to a colleague whose hours it does not fit: the load before and after stands beside them for their
supervisor, and going past it takes that supervisor's words, as choosing somebody does."""

import html
import uuid
from datetime import timedelta

import pytest

from alongside.clock.models import ClockSetting
from tests import cast
from tests.caseload.test_choosing import heavy, kept
from tests.people import lantern
from tests.transfers import make

AFTER = "Load 29 of 30 now, 32 of 30 with them"
PAST = "Case manager 2 would have more than fits their hours: 32 of 30."
WHY = "Two of hers end next week."


@pytest.fixture
def person() -> uuid.UUID:
    heavy(cast.CM2)
    return lantern()


def test_the_load_before_and_after_stands_beside_each_for_their_supervisor_alone(person: uuid.UUID) -> None:
    for page in ("new/", "at-once/"):
        shown = cast.signed_in(cast.SUPERVISOR).get(f"{make.of(person)}{page}").content.decode()
        assert AFTER in shown, page
    shown = cast.signed_in(cast.CM1).get(f"{make.of(person)}new/").content.decode()
    assert "Case manager 2" in shown and "Load " not in shown


def test_in_a_sudden_leave_words_are_asked_and_kept(person: uuid.UUID) -> None:
    client, address = cast.signed_in(cast.SUPERVISOR), f"{make.of(person)}at-once/"
    told = {"to": str(cast.CM2.id), "stands": "She left today."}
    refused = client.post(address, told)
    said = html.unescape(refused.content.decode())
    assert refused.status_code == 422 and PAST in said and "She left today." in said
    assert kept(person) == [] and 'name="anyway"' in said
    assert client.post(address, told | {"anyway": WHY}).status_code == 302
    assert kept(person) == [WHY]
    ClockSetting.set_to(cast.BEGINS + timedelta(minutes=1), running=False)
    assert WHY in cast.signed_in(cast.SUPERVISOR).get(f"/people/{person}/team/").content.decode()


def test_before_the_overlap_a_supervisor_says_why_and_the_case_manager_hears_nothing_of_it(
    person: uuid.UUID,
) -> None:
    make.agreed(person, to=cast.CM2)
    client, address = cast.signed_in(cast.SUPERVISOR), f"{make.of(person)}overlap/"
    assert PAST not in cast.signed_in(cast.CM1).get(address).content.decode()
    until = {"until": make.UNTIL["until"]}
    refused = client.post(address, until)
    assert refused.status_code == 422 and PAST in html.unescape(refused.content.decode())
    assert client.post(address, until | {"anyway": WHY}).status_code == 302
    assert kept(person) == [WHY]
