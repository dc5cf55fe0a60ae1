"""The stranger test of every page about notes: with data present that could leak."""

import uuid

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse

from alongside.connection.actions import add_statement, amend_note
from alongside.connection.models import Note, NoteStatement, NoteVersion, ServiceGiven
from tests import cast
from tests.connection import make

WITHOUT_RECORDS = [
    cast.ON_CALL,
    cast.DROP_IN,
    cast.DIRECTOR,
    cast.CUSTODIAN,
    cast.ADMIN,
    cast.ADVISER,
    cast.PRACTICE,
]
PAGES = ["read", "amend", "statement"]
ACTS = ["amend", "statement", "visible", "remove", "restore"]


def known_note() -> Note:
    """A note with everything beside it that could leak."""
    about = make.person()
    kept = make.note(about, happened="secret letter", services=[make.services()["dental"]])
    with cast.acting(cast.CM1) as by:
        amend_note(
            by=by,
            participant=about,
            note=kept.pk,
            seen=1,
            happened="secret reply",
            responded="",
            kind="met",
            minutes=None,
            services=[make.services()["dental"]],
        )
        add_statement(
            by=by, participant=about, note=kept.pk, statement=uuid.uuid4(), words="secret own words"
        )
    return kept


@pytest.mark.parametrize("page", PAGES)
def test_a_worker_without_a_tie_gets_a_plain_404(page: str) -> None:
    kept = known_note()
    answer = cast.signed_in(cast.CM3).get(reverse(f"connection:{page}", args=[kept.pk]))
    assert answer.status_code == 404
    assert b"secret" not in answer.content


@pytest.mark.parametrize("page", ACTS)
def test_a_worker_without_a_tie_changes_nothing(page: str) -> None:
    kept = known_note()
    sent = {"happened": "mine", "words": "mine", "version": "2"}
    answer = cast.signed_in(cast.CM3).post(reverse(f"connection:{page}", args=[kept.pk]), sent)
    assert answer.status_code == 404
    with cast.acting(cast.CM1):
        stands = Note.objects.get(pk=kept.pk)
        assert (stands.happened, stands.version, stands.removed_at) == ("secret reply", 2, None)


@pytest.mark.parametrize("member", WITHOUT_RECORDS)
def test_roles_that_open_no_record_open_no_note(member: cast.Member) -> None:
    kept = known_note()
    client = cast.signed_in(member)
    for page in PAGES:
        answer = client.get(reverse(f"connection:{page}", args=[kept.pk]))
        assert answer.status_code == 403
        assert b"secret" not in answer.content
    for page in ACTS:
        assert client.post(reverse(f"connection:{page}", args=[kept.pk])).status_code == 403
    assert client.get(reverse("connection:note")).status_code == 403
    assert client.get(reverse("connection:activity_of", args=[kept.participant_id])).status_code == 403


def test_nobody_is_shown_the_sign_in_page() -> None:
    kept = known_note()
    client = cast.nobody()
    pages = [reverse(f"connection:{page}", args=[kept.pk]) for page in PAGES]
    pages += [reverse(f"connection:{page}") for page in ("note", "activity", "services", "new_service")]
    pages.append(reverse("connection:activity_of", args=[kept.participant_id]))
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 302, page
        assert answer["Location"].startswith(reverse("account_login")), page


def test_nobodys_words_are_held_and_not_kept() -> None:
    answer = cast.nobody().post(reverse("connection:note"), {"happened": "she called"})
    assert answer.status_code == 401
    assert b"she called" in answer.content


def test_a_note_about_somebody_out_of_reach_is_not_kept_and_loses_no_word() -> None:
    about = make.person()
    answer = cast.signed_in(cast.CM3).post(
        reverse("connection:note"), {"participant": str(about), "happened": "keep my words"}
    )
    assert answer.status_code == 422
    assert b"keep my words" in answer.content
    assert b"Lantern" not in answer.content
    with cast.acting(cast.CM1):
        assert not Note.objects.exists()


@pytest.mark.parametrize(
    "member", [cast.ON_CALL, cast.DROP_IN, cast.ADMIN, cast.CUSTODIAN, cast.ADVISER, cast.PRACTICE]
)
def test_a_months_work_is_for_those_who_do_it_or_account_for_it(member: cast.Member) -> None:
    assert cast.signed_in(member).get(reverse("connection:activity")).status_code == 403


def test_a_stranger_opens_nobodys_month() -> None:
    about = make.person()
    page = reverse("connection:activity_of", args=[about])
    assert cast.signed_in(cast.CM3).get(page).status_code == 404
    assert cast.signed_in(cast.CM1).get(page).status_code == 200


@pytest.mark.parametrize("member", [each for each in cast.CAST if each != cast.ADMIN])
def test_the_list_of_services_is_the_administrators(member: cast.Member) -> None:
    client = cast.signed_in(member)
    kind = make.services()["dental"]
    for page in (
        reverse("connection:services"),
        reverse("connection:new_service"),
        reverse("connection:service", args=[kind]),
    ):
        assert client.get(page).status_code == 403
        assert client.post(page, {"name": "Teeth"}).status_code == 403


@pytest.mark.parametrize("member", [cast.CM3, *WITHOUT_RECORDS])
def test_a_stranger_finds_no_row(member: cast.Member) -> None:
    known_note()
    with cast.acting(member):
        for table in (Note, NoteVersion, NoteStatement, ServiceGiven):
            assert not table.objects.exists()


def test_a_door_rewrites_no_history_and_writes_in_nobody_elses_name() -> None:
    kept = known_note()
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        for statement in (
            "update core.connection_noteversion set version = 9",
            "delete from core.connection_noteversion",
            "update core.connection_notestatement set words = ''",
            "delete from core.connection_note",
            f"update core.connection_note set by_id = '{cast.CM2.id}'",
            "insert into core.connection_notestatement"
            " (id, key_id, participant_id, note_id, words, at, by_id)"
            " select gen_random_uuid(), key_id, participant_id, id, '', now(),"
            f" '{cast.CM2.id}' from core.connection_note where id = '{kept.pk}'",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
