"""What a worker asks for is read by the one they chose, and by nobody else, whatever their role."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock, trail
from alongside.access.acts import NotAllowed
from alongside.care import queries
from alongside.care.actions import (
    answer_support_request,
    ask_for_support,
    save_care_offer,
    take_requests,
    take_support_request_back,
)
from alongside.care.models import CareOffer, SupportRequest
from alongside.care.rules import DaysTurned, NotInReach
from alongside.jobs.asking import as_the_house
from alongside.keeping.rules import NotHere
from alongside.project.tasks import let_go
from alongside.vault import ring
from alongside.vault.models import Key
from alongside.vault.ring import NoKey
from tests import cast
from tests.care.make import places
from tests.desk.counting import counted
from tests.jobs.test_asking import the_worker
from tests.people import lantern
from tests.practice.test_consults import copied

WORDS = "I cannot sleep since the verdict"
ANSWER = "Walk with me on Thursday at nine"
OTHERS = [each for each in cast.CAST if each not in (cast.CM1, cast.SUPERVISOR)]


def asked(reader: cast.Member = cast.SUPERVISOR, **told: object) -> uuid.UUID:
    wished = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given = {"kind": "talk", "words": WORDS, **told}
        ask_for_support(by=by, wished=wished, reader=reader.id, **given)  # type: ignore[arg-type]
        trail.flush()
    return wished


def answered(wished: uuid.UUID, by_whom: cast.Member = cast.SUPERVISOR) -> None:
    with cast.acting(by_whom) as by:
        answer_support_request(by=by, wished=wished, words=ANSWER)


def test_asking_costs_two_clicks_from_today_and_no_word() -> None:
    client = cast.signed_in(cast.CM1)
    assert 'href="/care/"' in client.get("/").content.decode()
    page = client.get("/care/").content.decode()
    assert "Nothing is set up for staff here yet" in page
    first = page[page.index('name="reader"') :]
    assert first.index(str(cast.SUPERVISOR.id)) < first.index("</select>")
    sent = {"reader": str(cast.SUPERVISOR.id), "wish": "time_off"}
    assert client.post("/care/", sent).status_code == 302
    with cast.acting(cast.CM1):
        row = SupportRequest.objects.get()
        assert (row.kind, row.words, row.reader_id) == ("time_off", "", cast.SUPERVISOR.id)


def test_a_double_click_asks_once_and_a_turned_day_is_asked_again_with_every_word() -> None:
    client = cast.signed_in(cast.CM1)
    sent = {"reader": str(cast.SUPERVISOR.id), "wish": "talk", "once": str(uuid.uuid4()), "words": WORDS}
    for _press in range(2):
        assert client.post("/care/", sent).status_code == 302
    turned = sent | {"once": str(uuid.uuid4()), "first_day": "2027-02-12", "last_day": "2027-02-10"}
    answer = client.post("/care/", turned)
    assert answer.status_code == 422 and WORDS in answer.content.decode()
    with cast.acting(cast.CM1) as by:
        assert SupportRequest.objects.count() == 1
        with pytest.raises(DaysTurned):
            day = clock.today()
            given = {"reader": cast.SUPERVISOR.id, "kind": "talk"}
            ask_for_support(
                by=by, wished=uuid.uuid4(), first_day=day, last_day=day - timedelta(days=1), **given
            )


def test_the_one_who_was_chosen_reads_and_answers_and_the_asker_is_told() -> None:
    wished = asked()
    reader, asker = cast.signed_in(cast.SUPERVISOR), cast.signed_in(cast.CM1)
    today = reader.get("/").content.decode()
    assert f"{cast.CM1.name} asks you for support" in today and WORDS not in today
    assert WORDS in reader.get(f"/care/requests/{wished}/").content.decode()
    assert reader.post(f"/care/requests/{wished}/", {"words": " "}).status_code == 422
    assert reader.post(f"/care/requests/{wished}/", {"words": ANSWER}).status_code == 302
    assert "asks you for support" not in reader.get("/").content.decode()
    assert f"{cast.SUPERVISOR.name} answered you" in asker.get("/").content.decode()
    assert ANSWER in asker.get(f"/care/requests/{wished}/").content.decode()
    assert asker.post(f"/care/requests/{wished}/", {"words": "mine"}).status_code == 404


@pytest.mark.parametrize("member", OTHERS)
def test_nobody_else_finds_it_by_any_page(member: cast.Member) -> None:
    wished = asked()
    answered(wished)
    client = cast.signed_in(member)
    adviser = member == cast.ADVISER
    assert client.get(f"/care/requests/{wished}/").status_code == (403 if adviser else 404)
    assert client.post(f"/care/requests/{wished}/", {"words": "x"}).status_code == (403 if adviser else 404)
    assert client.post(f"/care/requests/{wished}/back/").status_code == (403 if adviser else 404)
    for address in ("/", "/care/", "/program/", "/practice/"):
        page = client.get(address, follow=True).content.decode()
        assert WORDS not in page and ANSWER not in page and str(wished) not in page


@pytest.mark.parametrize("member", OTHERS)
def test_nor_by_sql_of_the_desk(member: cast.Member) -> None:
    answered(asked())
    with cast.acting(cast.CM1):
        key = SupportRequest.objects.get().key_id
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.care_supportrequest")
        assert cursor.fetchone() == (0,)
        cursor.execute("select count(*) from vault.vault_key where key_id = %s", [key])
        assert cursor.fetchone() == (0,)
        cursor.execute("update core.care_supportrequest set answered_at = null")
        assert cursor.rowcount == 0
        cursor.execute("select core.let_go_of_request(id) from core.care_supportrequest")
        with pytest.raises(NoKey):
            ring.key(key)
    with cast.acting(cast.CM1):
        assert SupportRequest.objects.count() == 1


@pytest.mark.parametrize("sentence", ["insert into core.care_supportrequest default values",
                                      "delete from core.care_supportrequest",
                                      "update core.care_supportrequest set reader_id = by_id"])  # fmt: skip
def test_the_desk_itself_may_neither_plant_nor_redirect_one(sentence: str) -> None:
    asked()
    with (
        cast.acting(cast.CM1),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(sentence)


@pytest.mark.parametrize("role", ["worker", "portal", "workspace"])
def test_no_other_role_of_the_database_may_look(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_any_column_privilege(%s, 'core.care_supportrequest', 'select')", [f"alongside_{role}"]
        )
        assert cursor.fetchone() == (False,)


def test_a_copy_of_the_data_holds_no_word_and_no_kind_of_it() -> None:
    answered(asked(first_day=clock.today()))
    found = copied()
    rows = found[found.index("care_supportrequest:") :].splitlines()[0]
    for words in (WORDS, ANSWER, "talk", clock.today().isoformat() + '"'):
        assert words not in rows and words.encode().hex() not in rows
    assert str(cast.CM1.id) in rows and str(cast.SUPERVISOR.id) in rows  # that it is, and between whom


def test_taken_back_row_and_key_are_gone() -> None:
    wished = asked()
    answered(wished)
    client = cast.signed_in(cast.CM1)
    assert client.post(f"/care/requests/{wished}/back/").status_code == 302
    assert cast.signed_in(cast.SUPERVISOR).get(f"/care/requests/{wished}/").status_code == 404
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("select count(*) from vault.vault_key where thing_id = %s", [wished])
        assert cursor.fetchone() == (0,)
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.CM1) as by, pytest.raises(NotHere):
        take_support_request_back(by=by, wished=wished)


def test_an_answered_one_goes_after_the_agencys_days_and_an_open_one_stays() -> None:
    old, still = asked(), asked()
    answered(old)
    assert (
        cast.signed_in(cast.DIRECTOR)
        .post("/care/settings/", {"request_days": "10", "check_days": "30"})
        .status_code
        == 302
    )
    now = clock.now()
    for days, left in ((9, {old, still}), (11, {still})):
        with clock.stopped_at(now + timedelta(days=days)), the_worker():
            as_the_house(let_go)
        with cast.acting(cast.CM1):
            assert set(SupportRequest.objects.values_list("pk", flat=True)) == left
            assert (
                set(Key.objects.filter(thing_id__in=[old, still]).values_list("thing_id", flat=True)) == left
            )


def test_one_asks_a_colleague_who_works_here_and_nobody_for_somebody_else() -> None:
    given = {"kind": "talk", "wished": uuid.uuid4()}
    with cast.acting(cast.CM1) as by:
        for reader in (cast.CM1.id, cast.ADVISER.id, uuid.uuid4()):
            with pytest.raises(NotInReach):
                ask_for_support(by=by, reader=reader, **given)  # type: ignore[arg-type]
    with cast.acting(cast.ADVISER) as by, pytest.raises(NotAllowed):
        ask_for_support(by=by, reader=cast.SUPERVISOR.id, **given)  # type: ignore[arg-type]
    assert cast.signed_in(cast.CM1).post("/care/", {"reader": str(cast.ADVISER.id)}).status_code == 422


def test_a_colleague_who_said_so_can_be_chosen() -> None:
    offered = f'value="{cast.CM2.id}"'
    client = cast.signed_in(cast.CM1)
    assert offered not in client.get("/care/").content.decode()
    assert cast.signed_in(cast.CM2).post("/care/take/").status_code == 302
    assert offered in client.get("/care/").content.decode()
    with cast.acting(cast.CM2) as by:
        take_requests(by=by, take=True)  # said twice is said
        take_requests(by=by, take=False)
    assert offered not in client.get("/care/").content.decode()


def test_what_there_is_is_written_by_the_director_and_read_by_all_who_work() -> None:
    director, worker = cast.signed_in(cast.DIRECTOR), cast.signed_in(cast.DROP_IN)
    assert "No staff support is set up yet" in director.get("/").content.decode()
    sent = {"kind": "peer", "name": "Ruth, once a case manager", "reach": "by her door", "cost": "nothing",
            "source": "the board, in January", "checked_on": "2027-01-04"}  # fmt: skip
    assert director.post("/care/offers/new/", {"name": " "}).status_code == 422
    assert director.post("/care/offers/new/", sent).status_code == 302
    page = worker.get("/care/").content.decode()
    for words in ("Ruth, once a case manager", "by her door", "nothing", "the board, in January"):
        assert words in page
    assert "Take away" not in page
    assert "No staff support" not in director.get("/").content.decode()
    with cast.acting(cast.DIRECTOR):
        offer = CareOffer.objects.get().pk
    assert worker.get(f"/care/offers/{offer}/").status_code == 403
    assert director.post(f"/care/offers/{offer}/away/").status_code == 302
    assert "No staff support is set up yet" in director.get("/").content.decode()
    assert "Nothing is set up for staff here yet" in worker.get("/care/").content.decode()
    assert director.post(f"/care/offers/{offer}/restore/").status_code == 302
    assert "by her door" in worker.get("/care/").content.decode()
    stale = sent | {"name": "Another", "version": "0"}
    assert director.post(f"/care/offers/{offer}/", stale).status_code == 409


def test_sql_of_a_worker_writes_no_offer_and_says_nothing_for_a_colleague() -> None:
    with cast.acting(cast.SUPERVISOR) as by, pytest.raises(NotAllowed):
        save_care_offer(by=by, offer=uuid.uuid4(), name="x")
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(
                "insert into core.care_takesrequests (staff_id, since) values (%s, now())", [cast.CM2.id]
            )
        with pytest.raises(DatabaseError), transaction.atomic():
            CareOffer(kind="other", name="x", at=clock.now(), by_id=cast.CM1.id).save()


@pytest.mark.parametrize(
    ("member", "from_page", "leads", "not_there"),
    [
        (cast.DIRECTOR, "/program/", ["/care/"], ["/care/thanks/", "/care/checks/"]),
        (cast.ADMIN, "/program/", ["/care/"], ["/care/thanks/", "/care/checks/"]),
        (cast.SUPERVISOR, "/program/", ["/care/thanks/", "/care/checks/"], []),
        (cast.ADVISER, "/", ["/care/checks/"], ["/care/thanks/"]),
        (cast.CM1, "/", [], ["/care/thanks/", "/care/checks/"]),
    ],
)
def test_each_finds_the_way_to_what_they_may_read(
    member: cast.Member, from_page: str, leads: list[str], not_there: list[str]
) -> None:
    client = cast.signed_in(member)
    page = client.get(from_page).content.decode()
    for address in leads:
        assert f'href="{address}"' in page and client.get(address).status_code == 200
    assert [each for each in not_there if f'href="{each}"' in page] == []


def test_what_waits_on_today_is_asked_for_in_one_statement() -> None:
    made = places(lantern())
    with cast.acting(cast.SUPERVISOR) as by, counted() as sent:
        found = {(each.kind, each.ref, each.who) for each in queries.waiting(by).now()}
    assert found == {("asks", made["wished"], cast.CM1.name), ("said", made["felt"], "")}
    assert len(sent) == 1
    with cast.acting(cast.CM1) as by:
        found = {(each.kind, each.ref, each.who) for each in queries.waiting(by).now()}
    assert {(kind, ref) for kind, ref, _who in found} == {
        ("thanks", made["thanked"]),
        ("agreed", made["agreed"]),
    }
    for member in (cast.CM2, cast.ADVISER, cast.ADMIN):
        with cast.acting(member) as by:
            assert queries.waiting(by).now() == []
    with cast.acting(cast.DIRECTOR) as by:
        assert {each.kind for each in queries.waiting(by).now()} == {"agreed", "reviewing"}
