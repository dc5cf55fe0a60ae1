"""The page for hours without a computer: least data, for a purpose, in the trail, and a supervisor's alone."""

import io
import uuid

import pypdf
import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from alongside.access.roles import Role
from alongside.participants.reaching import save_contact_point
from alongside.trail.models import TrailEntry
from tests import cast
from tests.people import lantern
from tests.workforce.make import on_call

PAGE = "/on-call/page/"
SECRET = "the blue umbrella"


def with_a_way(alias: str = "Lantérn", address: str = "555-0142") -> uuid.UUID:
    """Somebody with a safe-contact rule, and a code word that must not be on paper."""
    person = lantern(alias)
    with cast.acting(cast.CM1) as by:
        save_contact_point(
            by=by,
            participant=person,
            point=uuid.uuid4(),
            channel="phone",
            address=address,
            may_call="no",
            may_text="yes",
            until_time="18:00",
            code_word=SECRET,
            may_say_who="no",
            preferred=True,
        )
    return person


def printed(purpose: str = "planned") -> HttpResponse:
    """What the supervisor gets."""
    return cast.signed_in(cast.SUPERVISOR).post(PAGE, {"purpose": purpose})  # type: ignore[return-value]


def words_of(answer: HttpResponse) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages)


def test_it_says_whom_to_ask_and_how_to_reach_people() -> None:
    with_a_way()
    on_call()
    answer = printed()
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="page-2027-01-06.pdf"'
    page = words_of(answer)
    for said in (
        "Lantérn",
        "555-0142",
        "Text only, before 6 PM",
        "Do not say who we are",
        cast.ON_CALL.name,
    ):
        assert said in page, page
    for member in (cast.CM1, cast.CM2):
        assert member.name in page
    assert "shred it" in page.lower()


def test_it_holds_the_least_and_says_nothing_of_what_we_do() -> None:
    with_a_way()
    answer = printed()
    page = words_of(answer).lower()
    for word in (SECRET, "tooth", "window", "room with a lock", "trafficking", "survivor", "alongside"):
        assert word not in page
    meta = str(pypdf.PdfReader(io.BytesIO(answer.content)).metadata).lower()
    assert "alongside" not in meta and "lant" not in meta


def test_without_a_purpose_there_is_no_page() -> None:
    with_a_way()
    client = cast.signed_in(cast.SUPERVISOR)
    for told in ({}, {"purpose": "curious"}):
        answer = client.post(PAGE, told)
        assert answer.status_code == 422
        assert answer.headers["Content-Type"].startswith("text/html")
    with cast.acting(cast.SUPERVISOR):
        assert not TrailEntry.objects.filter(act="print_outage_page").exists()


def test_everybody_on_it_has_it_in_their_trail() -> None:
    person = with_a_way()
    printed("weather")
    with cast.acting(cast.CM1):
        entry = TrailEntry.objects.get(chain=person, act="print_outage_page")
    assert (entry.actor, entry.outcome, entry.kind) == (cast.SUPERVISOR.id, "looked", "outage.weather")
    with cast.acting(cast.SUPERVISOR):
        assert TrailEntry.objects.filter(chain=cast.SUPERVISOR.id, act="print_outage_page").count() == 1


@pytest.mark.parametrize("member", [each for each in cast.CAST if Role.SUPERVISOR not in each.roles])
def test_nobody_else_makes_it(member: cast.Member) -> None:
    with_a_way()
    client = cast.signed_in(member)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"purpose": "now"}).status_code == 403
    assert PAGE not in client.get("/on-call/").content.decode()
    assert cast.nobody().get(PAGE).status_code == 302


def test_people_out_of_reach_are_not_on_it() -> None:
    with_a_way()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "update core.agency_staff set supervisor_id = null where supervisor_id = %s", [cast.SUPERVISOR.id]
        )
        cursor.execute("set local role alongside_desk")
    page = words_of(printed())
    assert "Lantérn" not in page and "555-0142" not in page


def test_it_costs_as_many_questions_for_many_people_as_for_few() -> None:
    def questions() -> int:
        client = cast.signed_in(cast.SUPERVISOR)
        with CaptureQueriesContext(connection) as told:
            client.post(PAGE, {"purpose": "practice"})
        return sum("trail.append" not in each["sql"] for each in told)

    with_a_way()
    few = questions()
    for number in range(4):
        with_a_way(f"Heron {number}", f"555-020{number}")
    assert questions() <= few + 1


def test_letters_without_a_face_are_told_before_the_page_is_made() -> None:
    with_a_way("Lantern ᐃᓄᒃ")
    first = printed()
    assert first.status_code == 422 and "as boxes: ᐃᓄᒃ." in first.content.decode()
    then = cast.signed_in(cast.SUPERVISOR).post(PAGE, {"purpose": "planned", "anyway": "yes"})
    assert then.status_code == 200 and then["Content-Type"] == "application/pdf"
