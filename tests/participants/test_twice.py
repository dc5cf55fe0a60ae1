"""The same person twice: whoever makes a record learns nothing of one they may not see; supervision does."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import transaction

from alongside import clock
from alongside.access.roles import Role
from alongside.agency.models import Site
from alongside.clock.models import ClockSetting
from alongside.frontdoor.actions import log_call
from alongside.participants.actions import save_alias
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import PossibleDuplicate
from alongside.participants.reaching import remove_contact_point, save_contact_point
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk import make
from tests.desk.counting import OF_TODAY, counted
from tests.participants.twice import (
    OTHER_BOSS,
    OTHER_WORKER,
    begin,
    jobs,
    known,
    raised,
    two_teams,
    with_roles,
    work,
)

WARNED = "Perhaps you know them already"
RAISED = "Possible duplicates"


def pair_of(member: cast.Member) -> uuid.UUID:
    """The one pair that somebody can read."""
    (pair,) = raised(member)
    return pair


# Whoever makes the record ----------------------------------------------------------------------------------


def all_that_shows(member: cast.Member) -> list[object]:
    """Everything that making a record shows to whoever makes it, names of rows taken out."""
    client = cast.signed_in(member)
    client.get("/people/new/")
    new, shown = uuid.uuid4(), []
    told = {"alias": "Lantern", "need": "a warm coat", "start": "yes", "once": str(new)}
    with counted() as queries:
        answer = client.post("/people/new/", told)
    shown += [answer.status_code, answer.headers["Location"], answer.content]
    shown.append([re.sub(r"'.*?'|\d+", "", each) for each in queries])
    shown.append([(name, sorted(told)) for name, told in jobs()])
    work()
    with cast.acting(member):
        rows = TrailEntry.objects.order_by("chain", "place")
        shown.append([(e.act, e.outcome, e.kind, e.actor, e.chain == new) for e in rows])
    for page in (
        "/",
        "/people/",
        f"/people/{new}/",
        f"/people/{new}/record/",
        f"/people/{new}/team/",
        "/same/",
    ):
        with counted() as queries:
            answer = client.get(page)
        shown += [answer.status_code, answer.content.decode(), len(queries)]
    return [_without_names(each, new) for each in shown]


def _without_names(thing: object, new: uuid.UUID) -> object:
    text = thing.decode() if isinstance(thing, bytes) else str(thing)
    text = re.sub(r'"[A-Za-z0-9]{64}"', "", text.replace(str(new), "NEW"))  # what a form is signed with
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", text)


@pytest.mark.parametrize("member", [cast.CM1, cast.SUPERVISOR])
def test_making_a_record_is_the_same_whether_or_not_somebody_unseen_is_alike(member: cast.Member) -> None:
    two_teams()
    worlds = []
    for alias, found in (("Lantérn", 1), ("Quite another", 0)):
        place = transaction.savepoint()
        known(alias)
        work()
        worlds.append(all_that_shows(member))
        assert len(raised(OTHER_BOSS)) == found
        transaction.savepoint_rollback(place)
    for one, other in zip(*worlds, strict=True):
        assert one == other


@pytest.mark.parametrize("alias", ["Lantern", "  LANTÉRN "])
def test_one_is_warned_about_somebody_one_walks_with_and_may_go_on(alias: str) -> None:
    person = make.person("Lantérn")
    new, page, status = begin(cast.CM1, alias)
    assert status == 422 and WARNED in page and f'href="/people/{person}/"' in page
    assert "a warm coat" in page and 'name="anyway"' in page
    told = {"alias": alias, "need": "a warm coat", "start": "yes", "once": str(new), "anyway": alias.strip()}
    client = cast.signed_in(cast.CM1)
    for _click in range(2):
        assert client.post("/people/new/", told).status_code == 302
    assert client.get(f"/people/{new}/").status_code == 200


def test_another_alias_is_looked_up_anew() -> None:
    make.person("Lantérn")
    make.person("Maple")
    _new, page, status = begin(cast.CM1, "Maple", anyway="Lantern")
    assert status == 422 and WARNED in page and ">Maple<" in page.replace("</bdi>", "<").replace("<bdi>", ">")


def test_nobody_is_warned_about_people_of_others() -> None:
    two_teams()
    known()
    known("Heron")
    for member, alias in ((cast.CM1, "Lantern"), (cast.SUPERVISOR, "Heron")):
        _new, page, status = begin(member, alias)
        assert status == 302 and WARNED not in page


def test_at_the_door_as_well_one_is_warned_about_those_one_may_see_alone() -> None:
    with cast.acting(cast.SUPERVISOR):
        site = Site.objects.get().pk
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=uuid.uuid4(), alias="Pebble", site=site)
        save_alias(by=by, participant=uuid.uuid4(), alias="Elsewhere")
    client = cast.signed_in(cast.DROP_IN)
    client.post("/visits/new/", {"words": "Soup", "once": str(uuid.uuid4())})
    visit = re.search(r"/contacts/([0-9a-f-]{36})/", client.get("/").content.decode())
    assert visit
    where = f"/contacts/{visit[1]}/alias/"
    answer = client.post(where, {"alias": "pebble", "once": str(uuid.uuid4())})
    assert answer.status_code == 422 and WARNED in answer.content.decode()
    assert "/acquaintances/" in answer.content.decode()
    answer = client.post(where, {"alias": "Elsewhere", "once": str(uuid.uuid4())})
    assert answer.status_code == 302


def test_a_number_that_another_of_ones_people_has_is_said_once() -> None:
    make.told(make.person("Lantérn"))
    person = make.person("Maple")
    client = cast.signed_in(cast.CM1)
    told = {"channel": "phone", "address": "+1 (555) 0199", "once": str(uuid.uuid4())}
    told["address"] = "555 0199"
    page = client.post(f"/people/{person}/reaching/new/", told)
    assert page.status_code == 422 and WARNED in page.content.decode() and "Lantérn" in page.content.decode()
    assert client.post(f"/people/{person}/reaching/new/", told | {"anyway": "555 0199"}).status_code == 302


def test_who_has_no_alias_yet_is_like_nobody() -> None:
    two_teams()
    known("")
    begin(cast.CM1, "")
    with cast.acting(cast.SUPERVISOR) as by:
        for _caller in range(2):
            log_call(by=by, contact=uuid.uuid4(), words="x")
            save_alias(by=by, participant=uuid.uuid4(), alias="No name yet, 3 May")
    work()
    assert raised(cast.SUPERVISOR) == raised(OTHER_BOSS) == []


# Supervision -----------------------------------------------------------------------------------------------


def test_it_goes_to_the_supervisor_above_the_record_that_was_there() -> None:
    two_teams()
    person = known()
    new, _page, status = begin(cast.CM1)
    assert status == 302
    work()
    pair = pair_of(OTHER_BOSS)
    boss = cast.signed_in(OTHER_BOSS)
    today = boss.get("/").content.decode()
    assert RAISED in today and f"/same/{pair}/" in today and str(new) not in today
    page = boss.get(f"/same/{pair}/").content.decode()
    assert "Lantérn" in page and "A record of another team" in page and "Supervisor leads that team" in page
    for word in ("Lantern<", str(new), "a warm coat", "same alias", "Case manager 1"):
        assert word not in page, word
    assert str(person) in page
    with cast.acting(OTHER_BOSS):
        looks = list(TrailEntry.objects.filter(ref=pair).values_list("act", "chain"))
    assert looks == [("open_same", OTHER_BOSS.id)]


def test_both_supervisors_see_it_where_another_made_the_record() -> None:
    two_teams()
    known()
    work()
    begin(cast.CM1)
    work()
    assert raised(cast.SUPERVISOR) == raised(OTHER_BOSS) != []
    page = cast.signed_in(cast.SUPERVISOR).get(f"/same/{pair_of(cast.SUPERVISOR)}/").content.decode()
    assert "A record of another team" in page and "Case manager 2 leads that team" in page
    assert "Lantérn" not in page and "Case manager 3" not in page


def test_a_supervisor_whose_own_act_raised_it_learns_nothing_by_it() -> None:
    two_teams()
    known()
    new, _page, _status = begin(cast.SUPERVISOR)
    cast.signed_in(cast.SUPERVISOR).post(
        f"/people/{new}/team/", {"staff": cast.CM1.id, "part": "case_manager"}
    )
    work()
    assert len(raised(OTHER_BOSS)) == 1
    assert raised(cast.SUPERVISOR) == []
    client = cast.signed_in(cast.SUPERVISOR)
    assert RAISED not in client.get("/").content.decode()
    assert client.get(f"/same/{pair_of(OTHER_BOSS)}/").status_code == 404
    # Nor by giving somebody of one's own the alias that one wonders about, or the number.
    person = make.person("Maple", backup=None)
    client.post(f"/people/{person}/alias/", {"alias": "Lantern"})
    work()
    assert raised(cast.SUPERVISOR) != raised(OTHER_BOSS)
    shown = client.get("/same/").content.decode()
    assert "Lantérn" not in shown and "a record of another team" not in shown


@pytest.mark.parametrize(
    ("member", "status"),
    [
        (cast.CM1, 403), (OTHER_WORKER, 403), (cast.ON_CALL, 403), (cast.DROP_IN, 403), (cast.DIRECTOR, 403),
        (cast.CUSTODIAN, 403), (cast.ADMIN, 403), (cast.ADVISER, 403), (cast.PRACTICE, 404),
    ],
)  # fmt: skip
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    two_teams()
    with_roles(cast.PRACTICE, Role.SUPERVISOR, supervisor=None)  # a supervisor of neither team
    person = known()
    begin(cast.CM1)
    work()
    pair = pair_of(OTHER_BOSS)
    client = cast.signed_in(member)
    assert client.get(f"/same/{pair}/").status_code == status
    assert client.post(f"/same/{pair}/answer/", {"answer": "not_same"}).status_code == status
    listed = client.get("/same/")
    assert listed.status_code == (200 if status == 404 else 403)
    for page in (listed, client.get("/")):
        assert str(person) not in page.content.decode() or member == OTHER_WORKER
        assert str(pair) not in page.content.decode() and RAISED not in client.get("/").content.decode()
    assert raised(member) == []
    with cast.acting(OTHER_BOSS):
        assert PossibleDuplicate.objects.get().answer == ""
    assert cast.nobody().get(f"/same/{pair}/").status_code == 302


def test_it_is_never_shown_past_a_wish() -> None:
    two_teams()
    person = known(case_manager=OTHER_BOSS)
    begin(cast.CM1)
    work()
    assert len(raised(OTHER_BOSS)) == 1
    with cast.acting(OTHER_BOSS) as by:
        request_case_manager(by=by, whom=person, ask=uuid.uuid4(), words="somebody else")
    assert raised(OTHER_BOSS) == []
    assert RAISED not in cast.signed_in(OTHER_BOSS).get("/").content.decode()
    # It goes to the supervisor whom the wish goes to, who may see both.
    page = cast.signed_in(cast.SUPERVISOR).get(f"/same/{pair_of(cast.SUPERVISOR)}/").content.decode()
    assert "A record of another team" not in page and page.count("a room with a lock") == 1


def test_the_same_number_is_found_however_it_is_written_and_not_once_it_was_taken_away() -> None:
    two_teams()
    known("Maple", number="+1 (202) 555-0143")
    person = make.person("Lantérn", backup=None)
    point = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        save_contact_point(by=by, participant=person, point=point, channel="text", address="202.555.0143")
    work()
    assert len(raised(OTHER_BOSS)) == 1
    with cast.acting(cast.CM1) as by:
        remove_contact_point(by=by, participant=person, point=point)
    known("Heron", number="2025550143")
    work()
    with cast.acting(OTHER_BOSS):
        assert (
            PossibleDuplicate.objects.count() == 2
        )  # Maple and Heron; the number that was taken away is no more


@pytest.mark.parametrize(("many", "found"), [(3, 6), (4, 6)])
def test_a_number_that_many_share_is_a_house_s(many: int, found: int) -> None:
    for each in range(many + 1):
        known(f"Person {each}", cast.CM1, number="202 555 0100")
        work()
    assert len(raised(cast.SUPERVISOR)) == found


def test_what_was_said_stays_is_not_raised_again_and_is_taken_back() -> None:
    make.person("Lantérn", backup=None)
    begin(cast.CM1, anyway="Lantern")
    work()
    pair = pair_of(cast.SUPERVISOR)
    client = cast.signed_in(cast.SUPERVISOR)
    page = client.get(f"/same/{pair}/").content.decode()
    assert "the same alias" in page and "a warm coat" in page and "a room with a lock" in page
    assert client.get("/").content.decode().count(f"/same/{pair}/") == 1
    client.post(f"/same/{pair}/answer/", {"answer": "not_same"})
    assert RAISED not in client.get("/").content.decode()
    assert "Not the same person" in client.get("/same/").content.decode()
    assert raised(cast.CM1) == []
    with cast.acting(cast.SUPERVISOR):
        one = PossibleDuplicate.objects.get().one_id
    cast.signed_in(cast.CM1).post(f"/people/{one}/alias/", {"alias": "LANTERN"})
    work()
    assert RAISED not in client.get("/").content.decode()
    client.post(f"/same/{pair}/answer/", {"answer": "again"})
    assert RAISED in client.get("/").content.decode()
    client.post(f"/same/{pair}/answer/", {"answer": "later"})
    assert RAISED not in client.get("/").content.decode()
    ClockSetting.set_to(clock.now() + timedelta(days=8), running=False)
    assert RAISED in client.get("/").content.decode()


def test_what_is_said_stands_in_no_participant_s_trail() -> None:
    make.person("Lantérn", backup=None)
    new, _page, _status = begin(cast.CM1, anyway="Lantern")
    work()
    pair = pair_of(cast.SUPERVISOR)
    client = cast.signed_in(cast.SUPERVISOR)
    client.get(f"/same/{pair}/")
    client.post(f"/same/{pair}/answer/", {"answer": "not_same"})
    with cast.acting(cast.CM1):
        assert not TrailEntry.objects.filter(ref=pair).exists()
        acts = set(TrailEntry.objects.filter(chain=new).values_list("act", flat=True))
        assert not TrailEntry.objects.filter(door="worker").exists()
    assert acts == {"add_participant", "assign", "change_state", "open_record"}


def test_today_takes_no_query_more_for_it() -> None:
    make.person("Lantérn", backup=None)
    client = cast.signed_in(cast.SUPERVISOR)
    client.get("/")
    with counted() as before:
        client.get("/")
    for _each in range(3):
        begin(cast.CM1, anyway="Lantern")
    work()
    with counted() as after:
        assert RAISED in client.get("/").content.decode()
    assert len(after) <= len(before) <= OF_TODAY
    with counted() as listed:
        client.get("/same/")
    assert len(listed) <= 8


def test_whoever_came_second_raised_it_whoever_is_looked_for_first() -> None:
    two_teams()
    person = known("Maple")
    work()
    cast.signed_in(OTHER_WORKER).post(f"/people/{person}/alias/", {"alias": "Lantérn"})  # the worker is away
    ClockSetting.set_to(clock.now() + timedelta(hours=1), running=False)
    new, _page, _status = begin(cast.SUPERVISOR)
    cast.signed_in(cast.SUPERVISOR).post(
        f"/people/{new}/team/", {"staff": cast.CM1.id, "part": "case_manager"}
    )
    ClockSetting.set_to(clock.now() + timedelta(hours=1), running=False)
    cast.signed_in(OTHER_WORKER).post(f"/people/{person}/alias/", {"alias": "LANTERN"})  # nothing new
    work()
    assert len(raised(OTHER_BOSS)) == 1 and raised(cast.SUPERVISOR) == []
