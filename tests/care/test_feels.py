"""How it feels to somebody to work with us is read by the one they chose, and never by the one it is about."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from alongside import clock, trail
from alongside.care.checking import Chosen, follow_up_check, say_how_it_feels
from alongside.care.models import RelationshipCheck
from alongside.care.rules import NotInReach
from alongside.jobs.asking import as_the_house
from alongside.keeping.rules import NothingWritten
from alongside.project.tasks import let_go
from alongside.trail.models import TrailEntry
from alongside.vault import ring
from alongside.vault.ring import NoKey
from tests import cast
from tests.jobs.test_asking import the_worker
from tests.people import lantern
from tests.practice.test_consults import copied

WORDS = "I am afraid to say no when we speak"
SUPERVISOR, ADVISER = f"supervisor:{cast.SUPERVISOR.id}", f"adviser:{cast.ADVISER.id}"


def said(
    reader: str = SUPERVISOR, by_whom: cast.Member = cast.CM2, **more: str
) -> tuple[uuid.UUID, uuid.UUID]:
    """Through the door: who said it, and its reference."""
    person = lantern()
    client, felt = cast.signed_in(by_whom), uuid.uuid4()
    sent = {"reader": reader, "heard": WORDS, "told_by": "paper", "once": str(felt), **more}
    assert client.post(f"/people/{person}/feels/", sent).status_code == 302
    return person, felt


def everything(member: cast.Member, person: uuid.UUID, felt: uuid.UUID) -> str:
    client = cast.signed_in(member)
    found = ""
    for address in ("/", "/care/checks/", f"/care/checks/{felt}/", f"/people/{person}/", f"/people/{person}/record/",
                    f"/people/{person}/another/", f"/people/{person}/feels/"):  # fmt: skip
        found += client.get(address).content.decode()
    return found


def test_the_reader_they_chose_reads_it_and_the_one_it_is_about_does_not() -> None:
    person, felt = said(named="on")
    reads = everything(cast.SUPERVISOR, person, felt)
    assert WORDS in reads and "Lantérn" in reads and "is not shown this, here or anywhere else" in reads
    assert "Somebody asked you to read this" in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    for member in (cast.CM1, cast.CM2, cast.CM3, cast.ADVISER, cast.DIRECTOR, cast.ADMIN, cast.ON_CALL):
        found = everything(member, person, felt)
        assert (
            WORDS not in found
            and f"/care/checks/{felt}/" not in cast.signed_in(member).get("/").content.decode()
        )
        assert cast.signed_in(member).get(f"/care/checks/{felt}/").status_code == 404
    with cast.acting(cast.SUPERVISOR):
        row = RelationshipCheck.objects.get()
        assert row.followed_at is None and row.concerns_id == cast.CM1.id
    client = cast.signed_in(cast.SUPERVISOR)
    assert client.post(f"/care/checks/{felt}/", {"words": "We talk on Friday"}).status_code == 302
    assert "Somebody asked you to read this" not in client.get("/").content.decode()
    assert cast.signed_in(cast.CM1).post(f"/care/checks/{felt}/", {"words": "x"}).status_code == 404


@pytest.mark.parametrize("member", [each for each in cast.CAST if each != cast.SUPERVISOR])
def test_nor_by_sql_of_the_desk(member: cast.Member) -> None:
    said(named="on")
    with cast.acting(cast.SUPERVISOR):
        key = RelationshipCheck.objects.get().key_id
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.care_relationshipcheck")
        assert cursor.fetchone() == (0,)
        cursor.execute("select count(*) from vault.vault_key where key_id = %s", [key])
        assert cursor.fetchone() == (0,)
        cursor.execute("update core.care_relationshipcheck set followed_at = now()")
        assert cursor.rowcount == 0
        with pytest.raises(NoKey):
            ring.key(key)


def test_nothing_of_it_stands_in_the_trail_of_the_person_nor_in_a_copy_of_the_data() -> None:
    person, _felt = said(named="on")
    cast.signed_in(cast.CM2).get(f"/people/{person}/feels/")
    cast.signed_in(cast.CM2).get(f"/people/{person}/feels/print/")
    with cast.acting(cast.CM1):
        acts = set(TrailEntry.objects.filter(chain=person).values_list("act", flat=True))
    assert acts <= {"open_head"}, "no line tells of what was said, nor of the paper"
    found = copied()
    assert WORDS not in found and WORDS.encode().hex() not in found


def test_an_adviser_reads_what_was_addressed_to_them_and_no_name_unless_the_person_said_so() -> None:
    person, felt = said(ADVISER)
    found = everything(cast.ADVISER, person, felt)
    assert (
        WORDS in found
        and "Lant" not in found
        and str(person) not in found.replace("/people/" + str(person), "")
    )
    assert "who did not give their name" in found
    with cast.acting(cast.ADVISER):
        row = RelationshipCheck.objects.get()
        assert (row.participant_id, row.called) == (None, "")
    assert str(person) not in copied().partition("care_relationshipcheck:")[2].splitlines()[0]
    assert cast.signed_in(cast.SUPERVISOR).get(f"/care/checks/{felt}/").status_code == 404


def test_with_their_name_an_adviser_knows_who_and_still_opens_no_record() -> None:
    person, felt = said(ADVISER, named="on")
    client = cast.signed_in(cast.ADVISER)
    assert "Lantérn" in client.get(f"/care/checks/{felt}/").content.decode()
    assert f"/people/{person}/" not in client.get(f"/care/checks/{felt}/").content.decode()
    assert client.get(f"/people/{person}/").status_code == 403


def test_the_case_manager_reads_it_where_the_person_said_so_and_changes_nothing() -> None:
    person, felt = said(named="on", may_see="on")
    client = cast.signed_in(cast.CM1)
    assert WORDS in client.get(f"/care/checks/{felt}/").content.decode()
    assert client.post(f"/care/checks/{felt}/", {"words": "x"}).status_code == 404
    assert client.post(f"/care/checks/{felt}/delete/").status_code == 404
    assert WORDS in everything(cast.SUPERVISOR, person, felt)


def test_a_supervisor_it_is_about_neither_is_chosen_nor_reads_it_with_several_roles() -> None:
    person = lantern()
    _owned("insert into access.access_roleheld (id, account_id, role) values (gen_random_uuid(), %s, 'supervisor')",
           cast.CM1.id)  # fmt: skip
    _owned("insert into access.access_roleheld (id, account_id, role) values (gen_random_uuid(), %s, 'adviser')",
           cast.CM1.id)  # fmt: skip
    client = cast.signed_in(cast.CM2)
    page = client.get(f"/people/{person}/feels/").content.decode()
    assert f'value="{SUPERVISOR}"' in page and f":{cast.CM1.id}" not in page
    given = {"whom": person, "felt": uuid.uuid4(), "words": {"safe": WORDS}}
    with cast.acting(cast.CM2) as by, pytest.raises(NotInReach):
        say_how_it_feels(by=by, chosen=Chosen(cast.CM1.id, "supervisor"), **given)  # type: ignore[arg-type]
    with cast.acting(cast.CM2) as by:
        say_how_it_feels(by=by, chosen=Chosen(cast.SUPERVISOR.id, "supervisor"), **given)  # type: ignore[arg-type]
        trail.flush()
    # The reader leaves: it goes to the others of that role, and not to the one it is about.
    _owned(
        "delete from access.access_roleheld where account_id = %s and role = 'supervisor'", cast.SUPERVISOR.id
    )
    _owned("insert into access.access_roleheld (id, account_id, role) values (gen_random_uuid(), %s, 'supervisor')",
           cast.CM3.id)  # fmt: skip
    assert cast.signed_in(cast.CM1).get(f"/care/checks/{given['felt']}/").status_code == 404
    assert WORDS in cast.signed_in(cast.CM3).get(f"/care/checks/{given['felt']}/").content.decode()


def _owned(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(statement, list(values))
        cursor.execute("set local role alongside_desk")


def test_strangers_write_nothing_and_an_empty_page_is_asked_again() -> None:
    person = lantern()
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/feels/").status_code == 404
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/feels/print/").status_code == 404
    assert cast.signed_in(cast.DIRECTOR).get(f"/people/{person}/feels/").status_code == 403
    assert (
        cast.signed_in(cast.CM1).post(f"/people/{person}/feels/", {"reader": SUPERVISOR}).status_code == 422
    )
    with cast.acting(cast.CM1) as by, pytest.raises(NothingWritten):
        say_how_it_feels(
            by=by,
            whom=person,
            felt=uuid.uuid4(),
            chosen=Chosen(cast.ADVISER.id, "adviser"),
            words={"safe": " "},
        )
    assert (
        "This is about working with you"
        in cast.signed_in(cast.CM1).get(f"/people/{person}/feels/").content.decode()
    )


def test_the_paper_is_in_their_language_in_the_agencys_words_and_names_nobody() -> None:
    person = lantern()
    page = cast.signed_in(cast.CM2).get(f"/people/{person}/feels/print/?language=es").content.decode()
    assert "¿Se siente con seguridad" in page and "Lant" not in page
    assert (
        "Do you feel safe with us?"
        in cast.signed_in(cast.CM2).get(f"/people/{person}/feels/print/").content.decode()
    )


def test_the_reader_deletes_it_as_they_wish_and_one_that_was_read_goes_after_its_days() -> None:
    _person, felt = said()
    client = cast.signed_in(cast.SUPERVISOR)
    assert client.post(f"/care/checks/{felt}/delete/").status_code == 302
    assert client.get(f"/care/checks/{felt}/").status_code == 404
    _person, other = said(by_whom=cast.CM1)
    with cast.acting(cast.SUPERVISOR) as by:
        follow_up_check(by=by, felt=other)
        trail.flush()
    now = clock.now()
    for days, left in ((364, 1), (366, 0)):
        with clock.stopped_at(now + timedelta(days=days)), the_worker():
            as_the_house(let_go)
        with cast.acting(cast.SUPERVISOR):
            assert RelationshipCheck.objects.count() == left
