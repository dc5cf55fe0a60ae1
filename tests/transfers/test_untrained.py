"""Whoever receives somebody without training about trafficking on record is let in with words why, which are kept."""

import html

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside.participants.rules import NotTrained
from alongside.transfers.actions import begin_overlap
from alongside.transfers.models import Transfer
from tests import cast
from tests.participants.test_untrained import WARNING, kept
from tests.people import lantern
from tests.transfers import make

DAY = {"until": "01/20/2027"}


def test_no_overlap_with_somebody_untrained_without_words_why() -> None:
    person = lantern()
    giver, receiver = make.agreed(person), cast.signed_in(cast.CM3)
    overlap, record = f"{make.of(person)}overlap/", f"/people/{person}/"
    assert WARNING in html.unescape(giver.get(overlap).content.decode())
    for words in ("", " \n "):
        refused = giver.post(overlap, DAY | {"anyway": words})
        page = html.unescape(refused.content.decode())
        assert refused.status_code == 422 and WARNING in page and "01/20/2027" in page
        assert receiver.get(record).status_code == 404 and kept(person) == []
    assert giver.post(overlap, DAY | {"anyway": make.ANYWAY}).status_code == 302
    assert receiver.get(record).status_code == 200
    assert kept(person) == [("case_manager", make.ANYWAY)]
    # Said once: another last day asks for nothing, nor does the end of it.
    assert WARNING not in html.unescape(giver.get(overlap).content.decode())
    assert giver.post(overlap, {"until": "01/22/2027"}).status_code == 302
    make.later()
    assert giver.post(f"{make.of(person)}complete/").status_code == 302
    assert kept(person) == [("case_manager", make.ANYWAY)]
    assert make.ANYWAY in html.unescape(receiver.get(f"{record}team/").content.decode())


def test_a_colleague_with_training_is_let_in_without_a_word() -> None:
    person = lantern()
    giver = make.agreed(person, cast.CM2)
    overlap = f"{make.of(person)}overlap/"
    assert WARNING not in html.unescape(giver.get(overlap).content.decode())
    assert giver.post(overlap, DAY | {"anyway": make.ANYWAY}).status_code == 302
    assert kept(person) == []


@pytest.mark.parametrize("is_proposed", [True, False])
def test_nor_in_a_sudden_leave(is_proposed: bool) -> None:
    person = lantern()
    if is_proposed:
        make.proposed(person, cast.CM2)
    boss = cast.signed_in(cast.SUPERVISOR)
    make.later()
    at_once, told = f"{make.of(person)}at-once/", {"to": str(cast.CM3.id), "stands": "she is ill"}
    assert "trafficking training not recorded" in boss.get(at_once).content.decode()
    refused = boss.post(at_once, told)
    page = html.unescape(refused.content.decode())
    assert refused.status_code == 422 and WARNING in page and "she is ill" in page and 'name="anyway"' in page
    assert cast.signed_in(cast.CM1).get(f"/people/{person}/").status_code == 200
    with cast.acting(cast.SUPERVISOR):
        assert [row.receiver_id for row in Transfer.objects.all()] == [cast.CM2.id] * is_proposed
    assert boss.post(at_once, told | {"anyway": make.ANYWAY}).status_code == 302
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/").status_code == 200
    assert kept(person) == [("case_manager", make.ANYWAY)]


def test_the_database_itself_wants_the_words() -> None:
    person = lantern()
    make.agreed(person)
    with cast.acting(cast.CM1) as by:
        row = Transfer.objects.get(participant_id=person)
        with pytest.raises(NotTrained):
            begin_overlap(by=by, participant=person, transfer=row.pk, until=cast.BEGINS.date())
    move = f"select core.move_transfer('{row.pk}', %s, '2027-01-20', %s, gen_random_uuid(), %s)"
    for member, sent in (
        (cast.CM1, ("overlap", None, None)),
        (cast.CM1, ("overlap", None, b"")),
        (cast.SUPERVISOR, ("sudden", b"sealed words", None)),
    ):
        with (
            cast.acting(member),
            pytest.raises(DatabaseError, match="chosen without training"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(move, sent)
    assert make.state(person) == "agreed" and kept(person) == []
