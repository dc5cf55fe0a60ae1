"""A day, a token or words: read by the worker and whoever gave it; supervisors learn who had none, by name."""

import uuid

import pytest
from django.db import connection

from alongside.access.acts import NotAllowed
from alongside.care.models import Appreciation
from alongside.care.rules import NotInReach
from alongside.care.thanking import thank_worker
from alongside.vault.models import Key
from tests import cast
from tests.practice.test_consults import copied

WORDS = "You stayed until the interpreter came"


def thanked() -> uuid.UUID:
    client, gift = cast.signed_in(cast.SUPERVISOR), uuid.uuid4()
    sent = {
        "worker": str(cast.ON_CALL.id),
        "kind": "day",
        "day": "2027-01-11",
        "words": WORDS,
        "once": str(gift),
    }
    assert client.post("/care/thanks/", sent).status_code == 302
    return gift


def test_the_worker_sees_it_on_today_and_on_their_page_until_they_have_seen_it() -> None:
    gift = thanked()
    client = cast.signed_in(cast.ON_CALL)
    assert f"{cast.SUPERVISOR.name} thanks you" in client.get("/").content.decode()
    page = client.get("/care/").content.decode()
    assert WORDS in page and "A day off" in page
    assert cast.signed_in(cast.CM1).post(f"/care/thanks/{gift}/seen/").status_code == 404
    assert client.post(f"/care/thanks/{gift}/seen/").status_code == 302
    assert "thanks you" not in client.get("/").content.decode()
    assert WORDS in client.get("/care/").content.decode()


@pytest.mark.parametrize(
    "member", [each for each in cast.CAST if each not in (cast.ON_CALL, cast.SUPERVISOR)]
)
def test_nobody_else_reads_it_by_page_or_sql(member: cast.Member) -> None:
    thanked()
    client = cast.signed_in(member)
    for address in ("/", "/care/", "/care/thanks/"):
        assert WORDS not in client.get(address).content.decode()
    assert client.get("/care/thanks/").status_code == 403
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.care_appreciation")
        assert cursor.fetchone() == (0,)
        cursor.execute("select cardinality(core.not_thanked())")
        assert cursor.fetchone() == (0,)


def test_who_had_none_is_told_by_name_alone_in_the_order_of_letters() -> None:
    client = cast.signed_in(cast.SUPERVISOR)
    told = _none(client.get("/care/thanks/").content.decode())
    assert cast.ON_CALL.name in told and cast.ADVISER.name not in told and told == sorted(told)
    gift = thanked()
    assert cast.ON_CALL.name not in _none(client.get("/care/thanks/").content.decode())
    assert client.post(f"/care/thanks/{gift}/back/").status_code == 302
    assert cast.ON_CALL.name in _none(client.get("/care/thanks/").content.decode())
    with cast.acting(cast.SUPERVISOR):
        assert not Key.objects.filter(thing_id=gift).exists() and not Appreciation.objects.exists()


def _none(page: str) -> list[str]:
    part = page.partition('id="none-title"')[2].partition("</section>")[0]
    return [each.partition("</bdi>")[0] for each in part.split("<bdi>")[1:]]


def test_a_supervisor_thanks_a_colleague_and_nobody_thanks_themselves() -> None:
    given = {"thanked": uuid.uuid4(), "kind": "words", "words": WORDS}
    with cast.acting(cast.CM1) as by, pytest.raises(NotAllowed):
        thank_worker(by=by, worker=cast.CM2.id, **given)  # type: ignore[arg-type]
    with cast.acting(cast.SUPERVISOR) as by, pytest.raises(NotInReach):
        thank_worker(by=by, worker=cast.SUPERVISOR.id, **given)  # type: ignore[arg-type]


def test_a_copy_of_the_data_holds_no_word_of_it() -> None:
    thanked()
    rows = copied().partition("care_appreciation:")[2].splitlines()[0]
    assert WORDS.encode().hex() not in rows and WORDS not in rows and "2027-01-11" not in rows
