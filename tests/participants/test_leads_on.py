"""Two records of one person: every page of one leads on to the other, and whoever is counted is counted once."""

import uuid

from django.db import connection

from alongside.participants.reaching import save_contact_point
from tests import cast
from tests.participants.test_together import bring, two_records

PAGES = (
    "",
    "reaching/",
    "goals/",
    "month/",
    "sharing/",
    "needs/",
    "about/",
    "team/",
    "states/",
    "record/",
    "doing/",
)


def test_each_page_of_either_record_leads_on_to_the_other() -> None:
    kept, other, pair = two_records()
    with cast.acting(cast.CM1) as by:
        save_contact_point(by=by, participant=other, point=uuid.uuid4(), channel="phone", address="555-0166")
    client = cast.signed_in(cast.CM1)
    before = {page: client.get(f"/people/{kept}/{page}").content.decode() for page in PAGES}
    assert not [page for page, told in before.items() if str(other) in told]
    bring(pair, kept)
    found = 0
    for page in PAGES:
        answer = client.get(f"/people/{kept}/{page}")
        if answer.status_code != 200:
            continue
        found += 1
        told = answer.content.decode()
        assert f"/people/{other}/{page}" in told, page
        if page:
            assert "They have another record" in told
            back = client.get(f"/people/{other}/{page}").content.decode()
            assert f'href="/people/{kept}/{page}"' in back, page
    assert found >= 8
    assert "555-0166" not in client.get(f"/people/{kept}/reaching/").content.decode()  # nothing moved
    led = client.get(f"/people/{other}/").content.decode()
    assert "Everything else stays here" in led
    assert "is shown there too" not in led
    for stranger in (cast.CM3, cast.DIRECTOR):
        assert str(other) not in cast.signed_in(stranger).get(f"/people/{kept}/reaching/").content.decode()


def test_somebody_written_down_twice_is_listed_and_counted_once() -> None:
    kept, other, pair = two_records()
    client = cast.signed_in(cast.CM1)

    def listed() -> tuple[bool, bool]:
        page = client.get("/people/").content.decode()
        return f"/people/{kept}/" in page, f"/people/{other}/" in page

    def walks() -> int:
        with cast.acting(cast.ADMIN), connection.cursor() as cursor:
            cursor.execute("select walks from core.parts_of(%s)", [cast.CM1.id])
            return int(cursor.fetchone()[0])

    assert (listed(), walks()) == ((True, True), 2)
    bring(pair, kept)
    assert (listed(), walks()) == ((True, False), 1)
    page = client.get("/people/").content.decode()
    assert page.count("Lant") == 1
