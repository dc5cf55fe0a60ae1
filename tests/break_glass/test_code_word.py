"""An alias and a code word together open exactly one, or nothing: whichever was wrong, it is the same."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from alongside.break_glass.models import CodeTry, SaysKnown
from alongside.journey.actions import close_together
from alongside.participants.actions import release_part, rename
from alongside.participants.choices import Part, State
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import ContactPoint, Likeness, Membership, Participant
from alongside.participants.reaching import remove_contact_point, save_contact_point
from alongside.trail.models import TrailEntry
from tests import cast
from tests.attacks.test_find import SAVEPOINT
from tests.break_glass.make import at, known, on_call
from tests.desk.counting import on_the_wire
from tests.desk.make import person, told

ONCE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-Za-z]{32,64}")


def _say(client: Client, alias: str = "Quetzal", word: str = "maple leaf") -> tuple[int, str, list[str]]:
    with on_the_wire() as statements:
        answer = client.post("/on-call/briefs/", {"alias": alias, "word": word})
    return (
        answer.status_code,
        answer.headers.get("Location", ""),
        [SAVEPOINT.sub("", each) for each in statements],
    )


def _led(client: Client, alias: str = "Quetzal", word: str = "maple leaf") -> tuple[str, str]:
    """Where it leads, and what stands there."""
    where = _say(client, alias, word)[1]
    answer = client.get(where)
    return (answer.headers["Location"], "") if answer.status_code == 302 else (where, answer.content.decode())


def _closed(alias: str = "Quetzal") -> uuid.UUID:
    about = person(alias)
    told(about)
    with cast.acting(cast.CM1) as by:
        close_together(by=by, participant=about, closing=uuid.uuid4(), words="for now", chosen=True)
    return about


def test_as_they_are_said_they_lead_to_the_brief_and_it_opens_for_the_shift() -> None:
    about, brief = known(live=False)
    on_call()
    client = cast.signed_in(cast.ON_CALL)
    address = f"/on-call/briefs/{brief}/"
    assert client.get(address).status_code == 404
    assert _led(client, " quetzal", "Maple  LEAF")[0] == address
    page = client.get(address).content.decode()
    assert "They gave their alias and code word tonight" in page and "no knocking" not in page
    assert client.post(address).status_code == 302 and "no knocking" in client.get(address).content.decode()
    assert client.get(f"/people/{about}/").status_code == 404
    assert address in client.get("/").content.decode()
    with at(cast.BEGINS + timedelta(hours=6)):
        assert client.get(address).status_code == 404
    log = cast.signed_in(cast.CM1).get(f"/people/{about}/record/").content.decode()
    assert "heard their alias and code word on call" in log


@pytest.mark.parametrize(
    ("alias", "word"),
    [
        ("Quetzal", "not it"),
        ("Quovadi", "maple leaf"),
        ("Quetzal", ""),
        ("", "maple leaf"),
        ("Wordless", ""),
        ("Twice", "maple leaf"),
    ],
)
def test_wrong_none_and_several_are_one_answer(alias: str, word: str) -> None:
    known()
    person("Wordless")
    for _two in range(2):
        told(person("Twice"))
    on_call()
    client = cast.signed_in(cast.ON_CALL)
    _say(client, "warm", "warm")
    where, page = _led(client, "Nobody at all", "no word")
    other, there = _led(client, alias, word)
    assert "No record opened" in page and ONCE.sub("", where) == ONCE.sub("", other)
    assert ONCE.sub("", page) == ONCE.sub("", there)


def test_right_and_wrong_run_the_same_statements_and_are_answered_alike() -> None:
    known()
    on_call()
    client = cast.signed_in(cast.ON_CALL)
    for _twice in range(2):
        _say(client, "warm", "warm")
    right, wrong, empty = _say(client), _say(client, "Quetzal", "not it"), _say(client, "", "")
    assert right[0] == wrong[0] == empty[0] == 302
    assert right[2] == wrong[2] == empty[2]


def test_five_tries_a_shift_are_kept_and_told_to_the_supervisor() -> None:
    known()
    on_call()
    client = cast.signed_in(cast.ON_CALL)
    for number in range(5):
        assert _say(client, "Quetzal", f"guess {number}")[0] == 302
    status, where, _sent = _say(client)
    assert status == 422 and not where
    with cast.acting(cast.ON_CALL):
        assert CodeTry.objects.count() == 5 and not CodeTry.objects.exclude(participant=None).exists()
        assert (
            TrailEntry.objects.filter(chain=cast.ON_CALL.id, act="try_code_word", outcome="done").count() == 5
        )
    supervisor = cast.signed_in(cast.SUPERVISOR)
    today = supervisor.get("/").content.decode()
    assert today.count("A code word opened nothing") == 1
    address = re.search(r"/team/tries/[0-9a-f-]+/", today)
    assert address
    assert "On-call advocate" in supervisor.get(address[0]).content.decode()
    for member in (cast.CM1, cast.CM3, cast.ADMIN, cast.ON_CALL):
        assert cast.signed_in(member).get(address[0]).status_code in (403, 404)
    assert supervisor.post(address[0]).status_code == 302
    assert "A code word opened nothing" not in supervisor.get("/").content.decode()


def test_only_whoever_is_on_call_tries() -> None:
    known()
    for member in (cast.ON_CALL, cast.SUPERVISOR):
        assert _say(cast.signed_in(member))[0] == 422
    for member in (cast.CM3, cast.DROP_IN, cast.DIRECTOR):
        assert _say(cast.signed_in(member))[0] == 403
    with cast.acting(cast.SUPERVISOR):
        assert not CodeTry.objects.exists()


def test_never_for_a_worker_whom_the_person_asked_not_to_have() -> None:
    about, _brief = known()
    on_call()
    with cast.acting(cast.CM1) as by:
        request_case_manager(by=by, whom=about, ask=uuid.uuid4(), kind="not_them", concerns=cast.ON_CALL.id)
    assert "No record opened" in _led(cast.signed_in(cast.ON_CALL))[1]


def test_what_changes_alias_or_word_changes_what_opens() -> None:
    about, brief = known()
    on_call()
    with cast.acting(cast.CM1) as by:
        rename(by=by, participant=about, alias="Heron")
        way = {"channel": "phone", "address": "555-0101", "may_call": "yes", "code_word": "reed"}
        save_contact_point(by=by, participant=about, point=uuid.uuid4(), **way)
    client = cast.signed_in(cast.ON_CALL)
    assert "No record opened" in _led(client)[1]
    assert _led(client, "Heron")[0] == _led(client, "Heron", "reed")[0] == f"/on-call/briefs/{brief}/"
    with cast.acting(cast.CM1) as by:
        point = ContactPoint.objects.get(channel="phone").pk
        remove_contact_point(by=by, participant=about, point=point)
    assert "No record opened" in _led(client, "Heron", "reed")[1]


def test_a_token_tells_no_duplicate_and_no_door_reads_it() -> None:
    known()
    for member in (cast.CM1, cast.ON_CALL, cast.SUPERVISOR):
        with cast.acting(member), pytest.raises(DatabaseError), transaction.atomic():
            Likeness.objects.exists()


# A closed record -----------------------------------------------------------------------------------------


def test_a_closed_record_opens_with_whoever_walked_with_them_last() -> None:
    about = _closed()
    on_call()
    client = cast.signed_in(cast.ON_CALL)
    where, page = _led(client)
    assert "It is them" in page and "They are back" in page and "Quetzal" not in page
    with cast.acting(cast.ON_CALL):
        assert not Participant.objects.exists()
    assert client.post(f"{where}back/").status_code == 302
    with cast.acting(cast.CM1):
        row = Participant.objects.get(pk=about)
        assert row.state == State.ACTIVE and row.case_manager_id == cast.CM1.id
        assert Membership.objects.filter(part="case_manager", during__upper_inf=True).count() == 1
    assert client.get(f"/people/{about}/").status_code == 404
    assert "gave their code word" in cast.signed_in(cast.CM1).get("/").content.decode()
    assert (
        "welcomed them back on call"
        in cast.signed_in(cast.CM1).get(f"/people/{about}/record/").content.decode()
    )


@pytest.mark.parametrize("why", ["ended", "wish"])
def test_else_it_waits_for_a_supervisor(why: str) -> None:
    about = _closed()
    on_call()
    with at(cast.BEGINS + timedelta(minutes=3)):
        if why == "wish":
            with cast.acting(cast.CM1) as by:
                request_case_manager(by=by, whom=about, ask=uuid.uuid4(), words="somebody else")
        else:
            with cast.acting(cast.SUPERVISOR) as by:
                release_part(by=by, participant=about, part=Part.CASE_MANAGER)
            with connection.cursor() as cursor:
                cursor.execute("set local role alongside_keeper")
                cursor.execute("delete from access.access_roleheld where account_id = %s", [cast.CM1.id])
                cursor.execute("set local role alongside_desk")
    with at(cast.BEGINS + timedelta(minutes=9)):
        client = cast.signed_in(cast.ON_CALL)
        where, _page = _led(client)
        assert client.post(f"{where}back/").status_code == 302
        with cast.acting(cast.SUPERVISOR):
            row = Participant.objects.get(pk=about)
            assert row.state == State.WAITING and row.case_manager_id is None
        assert "Quetzal" in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()


def test_supervision_hears_first_that_a_closed_record_called_and_no_name() -> None:
    _closed()
    with cast.acting(cast.SUPERVISOR) as by:
        about = Participant.objects.get().pk
        release_part(by=by, participant=about, part=Part.CASE_MANAGER)
    with at(cast.BEGINS + timedelta(minutes=3)):
        on_call()
        _led(cast.signed_in(cast.ON_CALL))
        today = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
        assert "Somebody with a closed record called" in today and "Quetzal" not in today
        address = re.search(r"/team/tries/[0-9a-f-]+/", today)
        assert address and "Quetzal" not in cast.signed_in(cast.SUPERVISOR).get(address[0]).content.decode()
        for member in (cast.CM2, cast.CM3, cast.DIRECTOR, cast.ADMIN, cast.DROP_IN):
            assert "closed record" not in cast.signed_in(member).get("/").content.decode()


@pytest.mark.parametrize("member", [cast.ON_CALL, cast.CM3, cast.DROP_IN, cast.DIRECTOR])
def test_nobody_finds_a_closed_record_by_a_list_a_search_a_count_or_another_answer(
    member: cast.Member,
) -> None:
    about = _closed("Quetzal")
    on_call()
    client = cast.signed_in(member)
    for address in ("/", "/people/"):
        assert "Quetzal" not in client.get(address).content.decode(), address
    for address in ("/search/?q=", "/search/notes/?q="):
        there, nowhere = (client.get(address + each).content.decode() for each in ("Quetzal", "Quovadi"))
        assert ONCE.sub("", there.replace("Quetzal", "")) == ONCE.sub("", nowhere.replace("Quovadi", ""))
    seen = []
    for one in (about, uuid.uuid4()):
        with on_the_wire() as statements:
            answer = client.get(f"/people/{one}/")
        sent = [ONCE.sub("", SAVEPOINT.sub("", each)) for each in statements]
        seen.append((answer.status_code, ONCE.sub("", answer.content.decode()), sent))
    assert seen[0] == seen[1]
    assert "Quetzal" in cast.signed_in(cast.CM1).get("/people/").content.decode()


# Nothing opened: the call ---------------------------------------------------------------------------------


def test_a_call_that_opened_nothing_goes_to_supervision_the_next_day() -> None:
    on_call()
    client = cast.signed_in(cast.ON_CALL)
    assert "They say they were with us" in _led(client)[1]
    assert client.get("/on-call/says-known/").status_code == 200
    sent: dict[str, Any] = {"words": "she says Lantern", "once": str(uuid.uuid4())}
    answer = client.post("/on-call/says-known/", sent)
    assert answer.status_code == 302
    supervisor = cast.signed_in(cast.SUPERVISOR)
    today = supervisor.get("/").content.decode()
    assert "A caller says they were with us" in today and answer.headers["Location"] in today
    assert "she says Lantern" in supervisor.get(answer.headers["Location"]).content.decode()
    with cast.acting(cast.SUPERVISOR):
        said = SaysKnown.objects.get().pk
    for member in (cast.CM1, cast.CM3, cast.ON_CALL):
        assert cast.signed_in(member).post(f"/team/says-known/{said}/").status_code == 403
    assert supervisor.post(f"/team/says-known/{said}/").status_code == 302
    assert "A caller says they were with us" not in supervisor.get("/").content.decode()
